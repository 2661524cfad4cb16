"""Replies in other words take the other side on what they answer; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from kg.positions import affirmed, contradictions, disputed, positions
from tests import parses
from tests.parses import extracted

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Olsen": "PERSON", "Monday": "DATE", "Friday": "DATE"}
SAYS = "Silva/NNP/nsubj<2 said=say/VBD/ROOT "
NEXT = " ././punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT "
FAULT = SAYS + "a/DT/det<4 fault/NN/nsubj<5 was=be/VBD/ccomp<2 likely/JJ/acomp<5 ././punct<2 | "
CLEARED = "the/DT/det<4 plane/NN/nsubjpass<6 was/VBD/auxpass<6 cleared=clear/VBN/ccomp<2"


def opposed(text: str) -> int:
    return parses.opposed(text, PEOPLE)


def disputed_by(found: Extraction, who: str) -> list[str]:
    """The labels of what somebody's claims deny."""
    labels = {e.id: e.label for e in found.entities}
    words = {p.id: p.label for p in found.propositions}
    return sorted(
        words[c.content]
        for c in found.claims
        if c.claimant is not None and labels[c.claimant] == who and c.polarity == "negative" and c.content in words
    )


def test_one_person_who_was_told_nothing_is_none_of_the_many_who_were() -> None:
    told = "{who} had/VBD/aux<6 been/VBN/auxpass<6 told=tell/VBN/ccomp<2 {what}"
    many = told.format(who="patients/NNS/nsubjpass<6", what="to/TO/aux<8 wait/VB/xcomp<6")
    for who, pairs in (("she/PRP/nsubjpass<6", 0), ("they/PRP/nsubjpass<6", 1)):
        reply = told.format(who=who, what="nothing/NN/dobj<6")
        assert opposed(SAYS + many + NEXT + reply + " ././punct<2") == pairs


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # the noun of the verb, given by nobody
            CLEARED,
            "no/DT/det<4 clearance/NN/nsubjpass<6 was/VBD/auxpass<6 given=give/VBN/ccomp<2",
        ),
        (  # another word with the opposite meaning
            "the/DT/det<4 crew/NN/nsubjpass<6 was/VBD/auxpass<6 paid=pay/VBN/ccomp<2",
            "the/DT/det<4 crew/NN/nsubj<5 is=be/VBZ/ccomp<2 unpaid/JJ/acomp<5",
        ),
        (  # the opposite by a prefix that no table has
            "the/DT/det<4 pitch/NN/nsubj<5 is=be/VBZ/ccomp<2 playable/JJ/acomp<5",
            "it/PRP/nsubj<4 is=be/VBZ/ccomp<2 unplayable/JJ/acomp<4",
        ),
        (  # the noun is left out
            "the/DT/det<4 dam/NN/nsubj<5 has=have/VBZ/ccomp<2 no/DT/det<7 permit/NN/dobj<5",
            "it/PRP/nsubj<4 has=have/VBZ/ccomp<2 one/NN/dobj<4",
        ),
        (  # there is one, in other words
            "talks/NNS/nsubj<4 began=begin/VBD/ccomp<2",
            "no/DT/det<4 talks/NNS/nsubj<5 were=be/VBD/ccomp<2 under/IN/prep<5 way/NN/pobj<6",
        ),
        (  # one act of speech
            "Berg/NNP/nsubj<4 asked=ask/VBD/ccomp<2 Olsen/NNP/dobj<4 to/TO/aux<7 leave/VB/xcomp<4",
            "Berg/NNP/nsubj<4 made=make/VBD/ccomp<2 no/DT/det<6 request/NN/dobj<4",
        ),
    ],
)
def test_other_words_for_the_opposite_contradict(first: str, second: str) -> None:
    assert opposed(SAYS + first + NEXT + second) > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # another thing
            CLEARED,
            "no/DT/det<4 warning/NN/nsubjpass<6 was/VBD/auxpass<6 given=give/VBN/ccomp<2",
        ),
        (  # not only
            "the/DT/det<4 play/NN/nsubj<5 was=be/VBD/ccomp<2 not/RB/neg<5 just/RB/advmod<9 a/DT/det<9 farce/NN/attr<5",
            "the/DT/det<4 play/NN/nsubj<5 was=be/VBD/ccomp<2 a/DT/det<7 farce/NN/attr<5",
        ),
        (  # another day
            "the/DT/det<4 port/NN/nsubjpass<6 was/VBD/auxpass<6 closed=close/VBN/ccomp<2 on/IN/prep<6 Monday/NNP/pobj<7",
            "it/PRP/nsubjpass<6 was/VBD/auxpass<6 not/RB/neg<6 closed=close/VBN/ccomp<2 on/IN/prep<6 Friday/NNP/pobj<7",
        ),
        (  # somebody else
            "Berg/NNP/nsubj<4 was=be/VBD/ccomp<2 ill/JJ/acomp<4",
            "Olsen/NNP/nsubj<4 was=be/VBD/ccomp<2 not/RB/neg<4 ill/JJ/acomp<4",
        ),
        (  # still to come
            "the/DT/det<4 crew/NN/nsubjpass<6 was/VBD/auxpass<6 paid=pay/VBN/ccomp<2",
            "the/DT/det<4 crew/NN/nsubjpass<8 will/MD/aux<8 not/RB/neg<8 be/VB/auxpass<8 paid=pay/VBN/ccomp<2",
        ),
    ],
)
def test_what_is_of_something_else_replies_to_nothing(first: str, second: str) -> None:
    assert opposed(SAYS + first + NEXT + second) == 0


@pytest.mark.parametrize(
    ("denial", "pairs"),
    [
        ("Wei/NNP/nsubj<2 denied=deny/VBD/ROOT any/DT/det<4 fault/NN/dobj<2", 1),
        ("Wei/NNP/nsubj<2 rejected=reject/VBD/ROOT any/DT/det<4 fault/NN/dobj<2", 0),
        ("Wei/NNP/nsubj<2 denied=deny/VBD/ROOT any/DT/det<4 storm/NN/dobj<2", 0),
    ],
)
def test_a_thing_is_denied_where_somebody_has_claimed_it(denial: str, pairs: int) -> None:
    assert opposed(FAULT + denial) == pairs


def test_a_reply_disputes_what_was_claimed_by_the_name_of_its_rule() -> None:
    found = extracted(FAULT + "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT any/DT/det<4 fault/NN/dobj<2", PEOPLE)
    assert disputed_by(found, "Wei") == ["fault was likely"]
    assert "a reply: no fault" in [c.evidence.rule for c in found.claims]


def test_who_denies_what_follows_denies_what_it_follows_from() -> None:
    there = "there/EX/expl<4 was=be/VBD/ccomp<2 no/DT/det<6 contract/NN/attr<4"
    signed = "Berg/NNP/nsubj<4 signed=sign/VBD/ccomp<2 a/DT/det<6 contract/NN/dobj<4"
    found = extracted(SAYS + signed + NEXT + there, PEOPLE)
    assert disputed_by(found, "Wei") == ["Berg signed a contract", "there was contract"]
    assert disputed_by(extracted(NEXT.removeprefix(" ././punct<2 | ") + there, PEOPLE), "Wei") == ["there was contract"]


def test_a_denial_inside_what_is_told_contradicts_nobody() -> None:
    """Silva said that Berg had denied that he was ill: she says nothing of his health."""
    told = "Berg/NNP/nsubj<4 denied=deny/VBD/ccomp<2 that/IN/mark<7 he/PRP/nsubj<7 was=be/VBD/ccomp<4 ill/JJ/acomp<7"
    assert opposed(SAYS + told) == 0


@pytest.mark.parametrize(("later", "changed"), [("Silva", 1), ("Wei", 0)])
def test_who_says_the_opposite_later_has_changed_position(later: str, changed: int) -> None:
    paid = SAYS + "the/DT/det<4 crew/NN/nsubjpass<6 was/VBD/auxpass<6 paid=pay/VBN/ccomp<2 ././punct<2 | "
    unpaid = later + "/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 crew/NN/nsubj<5 is=be/VBZ/ccomp<2 unpaid/JJ/acomp<5"
    taken = list(positions(extracted(paid + unpaid, PEOPLE)))
    assert len(affirmed(taken) & disputed(taken)) == changed
    assert len(contradictions(taken)) == 1 - changed


def test_a_contrast_in_one_breath_is_no_change_of_position() -> None:
    """Silva said that Berg did not see Wei and that Berg saw Wei: the second must be of something else."""
    unseen = "Berg/NNP/nsubj<6 did/VBD/aux<6 not/RB/neg<6 see/VB/ccomp<2 Wei/NNP/dobj<6 "
    seen = "and/CC/cc<6 Berg/NNP/nsubj<10 saw=see/VBD/conj<6 Wei/NNP/dobj<10 ././punct<2"
    taken = list(positions(extracted(SAYS + unseen + seen, PEOPLE)))
    assert not affirmed(taken) & disputed(taken)
