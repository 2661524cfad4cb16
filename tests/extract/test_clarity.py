"""What an answer cannot be taken to answer; on parses built by hand."""

from __future__ import annotations

from tests.parses import opposed

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Chad": "GPE"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"


def pairs(sentences: str) -> int:
    return opposed(LEFT + sentences, PEOPLE)


def test_a_pronoun_reaches_one_sentence_back() -> None:
    rain = " | It/PRP/nsubj<2 rained=rain/VBD/ROOT ././punct<2"
    denied = " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT it/PRP/dobj<2 ././punct<2"
    assert pairs(denied) == 1
    assert pairs(rain + denied) == 0


def test_a_clause_of_its_own_beside_the_answer_is_what_is_meant() -> None:
    own = (
        " | Rain/NN/nsubj<2 fell=fall/VBD/ROOT ,/,/punct<2 but/CC/cc<2 Wei/NNP/nsubj<6 denied=deny/VBD/conj<2 "
        "that/DT/dobj<6 ././punct<2"
    )
    assert pairs(own) == 0


def test_remarks_with_a_word_of_their_own_are_other_remarks() -> None:
    plain = " | Wei/NNP/nsubj<2 disputed=dispute/VBD/ROOT his/PRP$/poss<4 remarks=remark/NNS/dobj<2 ././punct<2"
    latest = (
        " | Wei/NNP/nsubj<2 disputed=dispute/VBD/ROOT his/PRP$/poss<5 racist/JJ/amod<5 "
        "remarks=remark/NNS/dobj<2 ././punct<2"
    )
    assert pairs(plain) == 1
    assert pairs(latest) == 0


def test_who_is_denied_a_thing_does_not_get_it() -> None:
    withheld = " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT Berg/NNP/dative<2 a/DT/det<5 departure/NN/dobj<2 ././punct<2"
    assert pairs(withheld) == 0


def test_a_serial_liar_need_not_have_lied_this_time() -> None:
    plain = " | Wei/NNP/nsubj<2 called=call/VBD/ROOT Silva/NNP/dobj<2 a/DT/det<5 liar/NN/oprd<2 ././punct<2"
    serial = " | Wei/NNP/nsubj<2 called=call/VBD/ROOT Silva/NNP/dobj<2 a/DT/det<6 serial/JJ/amod<6 liar/NN/oprd<2 ././punct<2"
    assert pairs(serial) == 0
    assert pairs(plain) == 1
