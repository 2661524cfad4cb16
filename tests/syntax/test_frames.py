"""Clause frames on parses built by hand."""

from __future__ import annotations

import pytest

from kg.syntax.frames import Frame, frames
from tests.parses import parsed


def frame(text: str, predicate: str) -> Frame:
    return next(f for f in frames(parsed(text)) if f.predicate.text == predicate)


def texts(tokens: tuple) -> list[str]:
    return [t.text for t in tokens]


def test_frames_passive_turns_agent_and_object_around() -> None:
    found = frame(
        "She/PRP/nsubjpass<3 was/VBD/auxpass<3 accompanied=accompany/VBN/ROOT by/IN/agent<3 Berg/NNP/pobj<4",
        "accompanied",
    )
    assert texts(found.logical_subjects) == ["Berg"]
    assert texts(found.logical_objects) == ["She"]
    assert texts(found.subjects) == ["She"]


def test_frames_passive_of_two_objects_makes_the_subject_the_recipient() -> None:
    found = frame("She/PRP/nsubjpass<3 was/VBD/auxpass<3 given=give/VBN/ROOT prizes=prize/NNS/dobj<3", "given")
    assert texts(found.recipients) == ["She"]
    assert texts(found.logical_objects) == ["prizes"]


def test_frames_subject_and_auxiliary_are_shared_by_coordination() -> None:
    text = "He/PRP/nsubjpass<3 was/VBD/auxpass<3 arrested=arrest/VBN/ROOT and/CC/cc<3 charged=charge/VBN/conj<3"
    found = frame(text, "charged")
    assert texts(found.subjects) == ["He"]
    assert found.subject_by == "conj"
    assert found.passive
    assert texts(found.logical_objects) == ["He"]


def test_frames_coordinated_subjects_are_all_there() -> None:
    found = frame("Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 met=meet/VBD/ROOT", "met")
    assert texts(found.subjects) == ["Berg", "Wei"]


@pytest.mark.parametrize(
    ("text", "predicate", "subject"),
    [
        ("She/PRP/nsubj<2 promised=promise/VBD/ROOT to/TO/aux<4 resign/VB/xcomp<2", "resign", "She"),
        ("She/PRP/nsubj<2 told=tell/VBD/ROOT him/PRP/dobj<2 to/TO/aux<5 go/VB/xcomp<2", "go", "him"),
        ("man/NN/nsubj<4 who/WP/nsubj<3 left=leave/VBD/relcl<1 slept=sleep/VBD/ROOT", "left", "man"),
        ("deal/NN/ROOT signed=sign/VBN/acl<1 yesterday/NN/npadvmod<2", "signed", "deal"),
        ("She/PRP/nsubj<2 left=leave/VBD/ROOT saying=say/VBG/advcl<2 nothing/NN/dobj<3", "saying", "She"),
    ],
)
def test_frames_subject_comes_from_control_antecedent_or_main_clause(text: str, predicate: str, subject: str) -> None:
    assert texts(frame(text, predicate).subjects) == [subject]


def test_frames_object_of_a_relative_clause_is_its_antecedent() -> None:
    found = frame("strike/NN/ROOT that/WDT/dobj<4 she/PRP/nsubj<4 ordered=order/VBD/relcl<1", "ordered")
    assert texts(found.objects) == ["strike"]
    assert found.relativised


def test_frames_relative_clause_with_a_stranded_preposition_has_no_object() -> None:
    found = frame("man/NN/ROOT that/WDT/pobj<5 she/PRP/nsubj<4 spoke=speak/VBD/relcl<1 to/IN/prep<4", "spoke")
    assert found.objects == ()


@pytest.mark.parametrize(
    "text",
    [
        "She/PRP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 leave/VB/ROOT",
        "Nobody/NN/nsubj<2 leave/VBD/ROOT",
        "No/DT/det<2 minister/NN/nsubj<3 leave/VBD/ROOT",
        "She/PRP/nsubj<3 never/RB/neg<3 leave/VBD/ROOT",
    ],
)
def test_frames_negation_may_stand_on_the_verb_or_an_argument(text: str) -> None:
    assert frame(text, "leave").negated


def test_frames_complements_know_their_form() -> None:
    text = (
        "She/PRP/nsubj<2 asked=ask/VBD/ROOT whether/IN/mark<5 he/PRP/nsubj<5 knew=know/VBD/ccomp<2 "
        "that/IN/mark<8 it/PRP/nsubj<8 failed=fail/VBD/ccomp<5"
    )
    assert [c.form for c in frame(text, "asked").complements] == ["wh"]
    assert [c.form for c in frame(text, "knew").complements] == ["that"]


def test_frames_know_the_frame_they_are_embedded_in() -> None:
    text = "She/PRP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<4 left=leave/VBD/ccomp<2 and/CC/cc<4 she/PRP/nsubj<7 stayed=stay/VBD/conj<4"
    assert frame(text, "left").inside is not None
    stayed = frame(text, "stayed")
    assert stayed.inside is not None
    assert stayed.inside.predicate.text == "said"


def test_frames_particle_belongs_to_the_lemma() -> None:
    assert (
        frame("They/PRP/nsubj<2 called=call/VBD/ROOT off/RP/prt<2 talks=talk/NNS/dobj<2", "called").lemma == "call_off"
    )


def test_frames_obliques_keep_the_chain_of_prepositions() -> None:
    found = frame("It/PRP/nsubj<2 came=come/VBD/ROOT out/IN/prep<2 of/IN/prep<3 Berlin/NNP/pobj<4", "came")
    assert [(o.prep, texts(o.heads)) for o in found.obliques] == [("out_of", ["Berlin"])]


def test_frames_agent_of_a_passive_may_be_missing() -> None:
    found = frame("Ships/NNS/nsubjpass<3 were/VBD/auxpass<3 seized=seize/VBN/ROOT", "seized")
    assert found.logical_subjects == ()
    assert texts(found.logical_objects) == ["Ships"]


def test_frames_coordinated_objects_are_all_there() -> None:
    text = "She/PRP/nsubj<2 sold=sell/VBD/ROOT boats=boat/NNS/dobj<2 and/CC/cc<3 nets=net/NNS/conj<3"
    assert texts(frame(text, "sold").objects) == ["boats", "nets"]


def test_frames_past_tense_verb_with_an_object_shares_no_auxiliary() -> None:
    text = (
        "She/PRP/nsubjpass<3 was/VBD/auxpass<3 involved=involve/VBN/ROOT and/CC/cc<3 raised=raise/VBD/conj<3 "
        "funds=fund/NNS/dobj<5"
    )
    found = frame(text, "raised")
    assert not found.passive
    assert found.auxiliaries == ()
    assert texts(found.subjects) == ["She"]


def test_frames_participle_of_a_third_verb_shares_by_way_of_the_second() -> None:
    text = (
        "She/PRP/nsubjpass<3 was/VBD/auxpass<3 seized=seize/VBN/ROOT ,/,/punct<3 tried=try/VBN/conj<3 and/CC/cc<5 "
        "freed=free/VBN/conj<5"
    )
    assert texts(frame(text, "freed").auxiliaries) == ["was"]
    assert texts(frame(text, "freed").logical_objects) == ["She"]


@pytest.mark.parametrize(
    ("text", "predicate", "by", "subject"),
    [
        ("town/NN/ROOT lying=lie/VBG/acl<1 inland/RB/advmod<2", "lying", "antecedent", ["town"]),
        ("She/PRP/nsubj<2 left=leave/VBD/ROOT to/TO/aux<4 rest/VB/advcl<2", "rest", "adverbial", ["She"]),
        (
            "They/PRP/nsubj<2 kept=keep/VBD/ROOT him/PRP/dobj<2 from/IN/prep<2 leaving=leave/VBG/pcomp<4",
            "leaving",
            "control",
            ["him"],
        ),
        (
            "They/PRP/nsubj<2 seem/VBP/ROOT able/JJ/acomp<2 to/TO/aux<5 win/VB/xcomp<3",
            "win",
            "control",
            ["They"],
        ),
        (
            "They/PRP/nsubj<2 agreed=agree/VBD/ROOT to/TO/aux<4 try/VB/xcomp<2 to/TO/aux<6 sell/VB/xcomp<4",
            "sell",
            "control",
            ["They"],
        ),
        ("plan/NN/ROOT to/TO/aux<3 sell/VB/acl<1", "sell", "none", []),
    ],
)
def test_frames_of_clauses_without_a_subject_of_their_own(
    text: str, predicate: str, by: str, subject: list[str]
) -> None:
    found = frame(text, predicate)
    assert found.subject_by == by
    assert texts(found.subjects) == subject


@pytest.mark.parametrize(
    ("text", "predicate", "mood"),
    [
        ("She/PRP/nsubj<2 left=leave/VBD/ROOT ././punct<2", "left", "statement"),
        ("Did=do/VBD/aux<3 she/PRP/nsubj<3 leave/VB/ROOT ?/./punct<3", "leave", "question"),
        ("Close/VB/ROOT the/DT/det<3 gate/NN/dobj<1 !/./punct<1", "Close", "imperative"),
        ("Do/VB/aux<3 not/RB/neg<3 run/VB/ROOT", "run", "imperative"),
        ("He/PRP/nsubj<2 stays/VBZ/ROOT if/IN/mark<5 she/PRP/nsubj<5 leaves=leave/VBZ/advcl<2", "leaves", "condition"),
        ("He/PRP/nsubj<2 stays/VBZ/ROOT if/IN/mark<5 she/PRP/nsubj<5 leaves=leave/VBZ/advcl<2", "stays", "statement"),
        (
            "Should/MD/aux<3 she/PRP/nsubj<3 leave/VB/advcl<5 he/PRP/nsubj<5 stays/VBZ/ROOT",
            "leave",
            "condition",
        ),
        (
            "He/PRP/nsubj<2 stays/VBZ/ROOT if/IN/mark<5 she/PRP/nsubj<5 sells=sell/VBZ/advcl<2 and/CC/cc<5 "
            "leaves=leave/VBZ/conj<5",
            "leaves",
            "condition",
        ),
        (
            "He/PRP/nsubj<2 stays/VBZ/ROOT if/IN/mark<5 she/PRP/nsubj<5 tries=try/VBZ/advcl<2 to/TO/aux<7 "
            "leave/VB/xcomp<5",
            "leave",
            "condition",
        ),
        ("Did=do/VBD/aux<3 she/PRP/nsubj<3 eat/VB/ROOT or/CC/cc<3 drink/VB/conj<3 ?/./punct<3", "drink", "question"),
    ],
)
def test_frames_mood_tells_statements_from_the_rest(text: str, predicate: str, mood: str) -> None:
    assert frame(text, predicate).mood == mood


@pytest.mark.parametrize(
    ("text", "tense", "modal"),
    [
        ("She/PRP/nsubj<2 leave=leave/VBD/ROOT", "past", None),
        ("She/PRP/nsubj<2 leave/VBZ/ROOT", "present", None),
        ("She/PRP/nsubj<3 has/VBZ/aux<3 leave/VBN/ROOT", "present", None),
        ("She/PRP/nsubj<3 will/MD/aux<3 leave/VB/ROOT", "future", "will"),
        ("She/PRP/nsubj<3 may/MD/aux<3 leave/VB/ROOT", "", "may"),
    ],
)
def test_frames_tense_and_modal_are_those_of_the_first_verb(text: str, tense: str, modal: str | None) -> None:
    found = frame(text, "leave")
    assert found.tense == tense
    assert (found.modal.text if found.modal else None) == modal


def test_frames_preposition_may_stand_on_a_preposition_or_a_conjunction_like_one() -> None:
    found = frame("It/PRP/nsubj<2 closed=close/VBD/ROOT because/IN/prep<2 of/IN/pcomp<3 rain/NN/pobj<4", "closed")
    assert [(o.prep, texts(o.heads)) for o in found.obliques] == [("because_of", ["rain"])]


def test_frames_negation_of_the_main_verb_is_not_that_of_the_embedded_one() -> None:
    text = "She/PRP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 say/VB/ROOT that/IN/mark<7 it/PRP/nsubj<7 sank=sink/VBD/ccomp<4"
    assert frame(text, "say").negated
    assert not frame(text, "sank").negated


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT a/DT/det<4 joke/NN/attr<2 and/CC/cc<4 no/DT/det<7 threat/NN/conj<4",
            "was",
            "joke",
        ),
        (
            "It/PRP/nsubj<2 had=have/VBD/ROOT no/DT/det<4 lamp/NN/dobj<2 and/CC/cc<4 no/DT/det<7 bell/NN/conj<4",
            "had",
            "lamp bell",
        ),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT not/RB/neg<2 a/DT/det<5 bite/NN/attr<2 but/CC/cc<5 a/DT/det<8 scratch/NN/conj<5",
            "was",
            "bite",
        ),
        ("She/PRP/nsubj<2 sold=sell/VBD/ROOT tea/NN/dobj<2 and/CC/cc<3 not/RB/neg<6 milk/NN/conj<3", "sold", "tea"),
        ("She/PRP/nsubj<2 sold=sell/VBD/ROOT tea/NN/dobj<2 ,/,/punct<3 not/RB/neg<3 milk/NN/appos<3", "sold", "tea"),
    ],
)
def test_frames_noun_that_is_left_out_is_no_object(text: str, verb: str, objects: str) -> None:
    assert " ".join(texts(frame(text, verb).objects)) == objects


@pytest.mark.parametrize(
    "held", ["not/RB/neg<7 to/IN/conj<3 Berg/NNP/pobj<7", "not/RB/neg<7 to/IN/prep<2 Berg/NNP/pobj<7"]
)
def test_frames_preposition_that_is_left_out_is_no_argument(held: str) -> None:
    text = f"It/PRP/nsubj<2 went=go/VBD/ROOT to/IN/prep<2 Wei/NNP/pobj<3 ,/,/punct<2 {held}"
    assert [texts(o.heads) for o in frame(text, "went").obliques] == [["Wei"]]


def test_frames_clause_between_dashes_is_in_nobodys_complement() -> None:
    text = (
        "She/PRP/nsubj<2 said=say/VBD/ROOT --/:/punct<5 it/PRP/nsubj<5 rained=rain/VBD/ccomp<2 --/:/punct<5 "
        "nothing/NN/dobj<2"
    )
    assert frame(text, "rained").parenthesis
    assert frame(text, "said").complements == ()


def test_frames_second_preposition_stands_by_itself_once_the_first_has_a_noun() -> None:
    text = "It/PRP/nsubj<2 ran=run/VBD/ROOT from/IN/prep<2 May/NNP/pobj<3 to/IN/prep<3 June/NNP/pobj<5"
    assert [(o.prep, texts(o.heads)) for o in frame(text, "ran").obliques] == [("from", ["May"]), ("to", ["June"])]


def test_frames_clause_before_a_semicolon_is_no_part_of_what_is_said() -> None:
    text = (
        "Firms/NNS/nsubj<2 wait=wait/VBP/ccomp<6 ;/,/punct<6 the/DT/det<5 minister/NN/nsubj<6 says=say/VBZ/ROOT "
        "that/IN/mark<9 she/PRP/nsubj<9 paid=pay/VBD/ccomp<6 ././punct<6"
    )
    found = {f.lemma: f for f in frames(parsed(text))}
    assert [c.head.lemma_ for c in found["say"].complements] == ["pay"]
    assert found["wait"].inside is None
    assert found["pay"].inside is found["say"]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (
            "She/PRP/nsubj<3 neither/CC/preconj<3 sent=send/VBD/ROOT nor/CC/cc<3 kept=keep/VBD/conj<3 it/PRP/dobj<5",
            "sent",
            True,
        ),
        (
            "She/PRP/nsubj<3 neither/CC/preconj<3 sent=send/VBD/ROOT nor/CC/cc<3 kept=keep/VBD/conj<3 it/PRP/dobj<5",
            "kept",
            True,
        ),
        ("Nor/CC/cc<4 did=do/VBD/aux<4 she/PRP/nsubj<4 reply/VB/ROOT ././punct<4", "reply", True),
        (
            "She/PRP/nsubj<2 sent=send/VBD/ROOT neither/CC/preconj<4 tea/NN/dobj<2 nor/CC/cc<4 milk/NN/conj<4 and/CC/cc<2 "
            "slept=sleep/VBD/conj<2",
            "slept",
            False,
        ),
        ("Berg/NNP/nsubj<3 almost/RB/advmod<3 won=win/VBD/ROOT ././punct<3", "won", True),
        ("Berg/NNP/nsubj<4 almost/RB/advmod<3 surely/RB/advmod<4 won=win/VBD/ROOT ././punct<4", "won", False),
        ("Nobody/NN/nsubj<4 but/CC/cc<1 Berg/NNP/conj<1 won=win/VBD/ROOT ././punct<4", "won", False),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT not/RB/neg<2 Berg/NNP/attr<2 who/WP/nsubj<6 won=win/VBD/relcl<4 ././punct<2",
            "won",
            True,
        ),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT Wei/NNP/attr<2 ,/,/punct<3 not/RB/neg<3 Berg/NNP/appos<3 ,/,/punct<3 "
            "who/WP/nsubj<9 won=win/VBD/relcl<6 ././punct<2",
            "won",
            True,
        ),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT not/RB/neg<2 the/DT/det<6 only/JJ/amod<6 bank/NN/attr<2 that/WDT/nsubj<8 "
            "won=win/VBD/relcl<6 ././punct<2",
            "won",
            False,
        ),
        (
            "She/PRP/nsubj<2 was=be/VBD/ROOT not/RB/neg<2 a/DT/det<5 driver/NN/attr<2 who/WP/nsubj<7 "
            "won=win/VBD/relcl<5 ././punct<2",
            "won",
            False,
        ),
        ("They/PRP/nsubj<2 were=be/VBD/ROOT nowhere/RB/advmod<2 near/IN/prep<3 it/PRP/pobj<4", "were", True),
        ("They/PRP/nsubj<2 were=be/VBD/ROOT somewhere/RB/advmod<2 near/IN/prep<3 it/PRP/pobj<4", "were", False),
        ("They/PRP/nsubj<2 know=know/VBP/ROOT of/IN/prep<2 none/NN/pobj<3", "know", True),
        (
            "He/PRP/nsubj<2 did=do/VBD/ROOT it/PRP/dobj<2 ,/,/punct<2 not/RB/neg<2 me/PRP/npadvmod<2 ././punct<2",
            "did",
            False,
        ),
        (
            "Some/DT/nsubj<2 were=be/VBD/ROOT real/JJ/acomp<2 and/CC/cc<3 others/NNS/conj<3 not/RB/neg<2 ././punct<2",
            "were",
            False,
        ),
        ("They/PRP/nsubj<2 spoke=speak/VBD/ROOT to/IN/prep<2 no/DT/det<5 one/NN/pobj<3", "spoke", True),
        ("They/PRP/nsubj<2 know=know/VBP/ROOT of/IN/prep<2 no/DT/det<5 leak/NN/pobj<3", "know", True),
        ("They/PRP/nsubj<2 met=meet/VBD/ROOT at/IN/prep<2 no/DT/det<5 cost/NN/pobj<3", "met", False),
        ("They/PRP/nsubj<2 are=be/VBP/ROOT in/IN/prep<2 no/DT/det<5 hurry/NN/pobj<3", "are", True),
        ("They/PRP/nsubj<2 are=be/VBP/ROOT in/IN/prep<2 no/DT/det<5 doubt/NN/pobj<3", "are", False),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT about/IN/prep<2 pay/NN/pobj<3 and/CC/cc<4 nothing/NN/conj<4 else/RB/advmod<6",
            "was",
            False,
        ),
        ("It/PRP/nsubj<2 was=be/VBD/ROOT far/RB/advmod<2 from/IN/prep<3 safe/JJ/amod<4", "was", True),
        ("It/PRP/nsubj<2 was=be/VBD/ROOT far/RB/advmod<2 from/IN/prep<3 home/NN/pobj<4", "was", False),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT anything/NN/attr<2 but/CC/cc<3 a/DT/det<6 drill/NN/conj<3",
            "was",
            True,
        ),
        ("They/PRP/nsubj<2 had=have/VBD/ROOT still/RB/advmod<2 to/TO/aux<5 reply/VB/xcomp<2", "reply", True),
        ("At/IN/prep<5 no/DT/det<3 time/NN/pobj<1 they/PRP/nsubj<5 paid=pay/VBD/ROOT", "paid", True),
        ("They/PRP/nsubj<2 paid=pay/VBD/ROOT with/IN/prep<2 no/DT/det<5 delay/NN/pobj<3", "paid", False),
        ("By/IN/prep<5 no/DT/det<3 means/NN/pobj<1 they/PRP/nsubj<5 paid=pay/VBD/ROOT", "paid", True),
        ("They/PRP/nsubj<2 paid=pay/VBD/ROOT in/IN/prep<2 no/DT/det<6 small/JJ/amod<6 way/NN/pobj<3", "paid", False),
        (
            "On/IN/prep<6 no/DT/det<3 pretext/NN/pobj<1 did=do/VBD/aux<6 they/PRP/nsubj<6 pay/VB/ROOT",
            "pay",
            True,
        ),
        ("It/PRP/nsubj<5 has=have/VBZ/aux<5 all/RB/advmod<4 but/RB/advmod<5 sunk=sink/VBN/ROOT", "sunk", True),
        ("Not/RB/neg<2 one/CD/nummod<3 tram/NN/nsubj<4 came=come/VBD/ROOT", "came", True),
        ("Not/RB/neg<2 one/CD/nummod<3 tram/NN/nsubj<6 but/CC/cc<3 two/CD/conj<3 came=come/VBD/ROOT", "came", False),
        ("Not/RB/neg<3 just/RB/advmod<3 one/CD/nummod<4 tram/NN/nsubj<5 came=come/VBD/ROOT", "came", False),
        (
            "In/IN/prep<6 not/RB/neg<5 a/DT/det<5 single/JJ/amod<5 case/NN/pobj<1 paid=pay/VBD/ROOT they/PRP/nsubj<6",
            "paid",
            True,
        ),
        ("Not/RB/neg<2 once/RB/advmod<5 did=do/VBD/aux<5 they/PRP/nsubj<5 pay/VB/ROOT", "pay", True),
        ("They/PRP/nsubj<2 paid=pay/VBD/ROOT not/RB/neg<4 once/RB/advmod<2 but/CC/cc<4 twice/RB/conj<4", "paid", False),
        ("Not/RB/neg<2 surprisingly/RB/advmod<4 they/PRP/nsubj<4 paid=pay/VBD/ROOT", "paid", False),
        ("It/PRP/nsubj<2 makes=make/VBZ/ROOT a/DT/det<4 gift/NN/dobj<2 of/IN/prep<4 nothing/NN/pobj<5", "makes", True),
        ("She/PRP/nsubj<2 gave=give/VBD/ROOT nothing/NN/dobj<2 except/IN/prep<3 soup/NN/pobj<4", "gave", False),
        (
            "No/DT/det<2 law/NN/nsubjpass<7 to/TO/aux<4 save/VB/acl<2 eels/NNS/dobj<4 was=be/VBD/auxpass<7 "
            "passed=pass/VBN/ROOT",
            "passed",
            True,
        ),
        ("Nobody/NN/nsubj<4 save/IN/prep<1 Berg/NNP/pobj<2 won=win/VBD/ROOT ././punct<4", "won", False),
        (
            "With/IN/prep<7 no/DT/det<3 proof/NN/pobj<1 how/WRB/advmod<7 did/VBD/aux<7 they/PRP/nsubj<7 pay/VB/ROOT",
            "pay",
            False,
        ),
        ("In/IN/prep<5 no/DT/det<3 time/NN/pobj<1 they/PRP/nsubj<5 paid=pay/VBD/ROOT", "paid", False),
        ("They/PRP/nsubj<2 died=die/VBD/ROOT for/IN/prep<2 nothing/NN/pobj<3", "died", False),
        ("They/PRP/nsubj<2 asked=ask/VBD/ROOT for/IN/prep<2 nothing/NN/pobj<3", "asked", True),
        ("It/PRP/nsubj<2 came=come/VBD/ROOT next/JJ/prep<2 to/IN/prep<3 nothing/NN/pobj<4", "came", False),
        ("It/PRP/nsubj<2 came=come/VBD/ROOT to/IN/prep<2 nothing/NN/pobj<3", "came", True),
        ("She/PRP/nsubj<2 gave=give/VBD/ROOT nothing/NN/dobj<2 but/IN/prep<3 soup/NN/pobj<4", "gave", False),
        (
            "It/PRP/nsubj<2 was=be/VBD/ROOT an/DT/det<4 accident/NN/attr<2 ,/,/punct<4 not/RB/neg<4 arson/NN/appos<4",
            "was",
            False,
        ),
        ("Nobody/NN/nsubj<4 except/IN/prep<1 Berg/NNP/pobj<2 won=win/VBD/ROOT ././punct<4", "won", False),
        ("Berg/NNP/nsubj<4 all/PRON/appos<1 but/CC/cc<1 won=win/VBD/ROOT ././punct<4", "won", True),
        (
            "It/PRP/nsubj<6 had/VBD/aux<6 all/DT/advmod<4 but/CC/cc<6 been/VBN/auxpass<6 lost=lose/VBN/ROOT ././punct<6",
            "lost",
            True,
        ),
        ("All/DT/nsubj<4 but/IN/prep<1 Berg/NNP/pobj<2 won=win/VBD/ROOT ././punct<4", "won", False),
        (
            "Far/RB/advmod<5 from/IN/prep<1 paying=pay/VBG/pcomp<2 they/PRP/nsubj<5 sued=sue/VBD/ROOT ././punct<5",
            "sued",
            False,
        ),
        ("They/PRP/nsubj<2 are=be/VBP/ROOT far/RB/advmod<2 from/IN/prep<3 safe/JJ/amod<4", "are", True),
        ("They/PRP/nsubj<2 have/VBP/ROOT yet/RB/advmod<2 to/TO/aux<5 pay=pay/VB/xcomp<2", "pay", True),
        ("They/PRP/nsubj<2 have/VBP/ROOT to/TO/aux<4 pay=pay/VB/xcomp<2 yet/RB/advmod<4", "pay", False),
        ("It/PRP/nsubj<2 is=be/VBZ/ROOT yet/RB/advmod<2 to/TO/aux<5 come=come/VB/xcomp<2", "is", True),
    ],
)
def test_frames_negation_without_not(text: str, verb: str, expected: bool) -> None:
    assert frame(text, verb).negated is expected
