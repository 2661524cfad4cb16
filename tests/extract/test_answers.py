"""Answers point back to what was said before, by pronoun, noun, verdict or ellipsis; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Mode, Polarity
from kg.positions import contradictions, positions
from tests.parses import extracted, told

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"
SAID = " | Wei/NNP/nsubj<2 said=say/VBD/ROOT "


@pytest.mark.parametrize(
    ("answer", "polarity"),
    [
        ("that/DT/nsubj<4 was=be/VBD/ccomp<2 false/JJ/acomp<4", "negative"),
        ("that/DT/nsubj<4 was=be/VBD/ccomp<2 not/RB/neg<4 true/JJ/acomp<4", "negative"),
        ("it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 lie/NN/attr<4", "negative"),
        ("it/PRP/nsubj<4 was=be/VBD/ccomp<2 true/JJ/acomp<4", "positive"),
        ("he/PRP/nsubj<4 had=have/VBD/ccomp<2 not/RB/neg<4", "negative"),
        ("he/PRP/nsubj<4 did=do/VBD/ccomp<2", "positive"),
        ("he/PRP/nsubj<4 did=do/VBD/ccomp<2 no/DT/det<7 such/JJ/amod<7 thing/NN/dobj<4", "negative"),
        ("that/DT/nsubj<4 was=be/VBD/ccomp<2 not/RB/neg<4 so/RB/acomp<4", "negative"),
        ("otherwise/RB/advmod<2", "negative"),
        ("the/DT/det<4 opposite/NN/dobj<2", "negative"),
        ("Silva/NNP/nsubj<4 was=be/VBD/ccomp<2 wrong/JJ/acomp<4", "negative"),
        ("Silva/NNP/nsubj<5 was/VBD/aux<5 lying=lie/VBG/ccomp<2", "negative"),
        ("Silva/NNP/nsubj<4 was=be/VBD/ccomp<2 right/JJ/acomp<4", "positive"),
    ],
)
def test_a_clause_that_only_points_back_takes_a_side_on_the_last_claim(answer: str, polarity: str) -> None:
    found = extracted(LEFT + SAID + answer, PEOPLE)
    assert told(found)[1] == ("Wei", polarity, told(found)[0][2])


def test_a_claim_that_is_called_a_lie_is_denied() -> None:
    found = extracted(
        LEFT + " | Wei/NNP/nsubj<2 called=call/VBD/ROOT the/DT/det<4 claim/NN/dobj<2 a/DT/det<6 lie/NN/oprd<2", PEOPLE
    )
    assert ("Wei", "negative", told(found)[0][2]) in told(found)


@pytest.mark.parametrize(
    "verdict",
    [
        "an/DT/det<7 urban/JJ/amod<7 legend/NN/oprd<2",
        "wishful/JJ/amod<6 thinking/NN/oprd<2",
        "a/DT/det<6 work/NN/oprd<2 of/IN/prep<6 fiction/NN/pobj<7",
    ],
)
def test_words_that_are_a_verdict_together_deny_the_claim(verdict: str) -> None:
    found = extracted(
        f"{LEFT} | Wei/NNP/nsubj<2 called=call/VBD/ROOT the/DT/det<4 claim/NN/dobj<2 {verdict}",
        PEOPLE,
    )
    assert ("Wei", "negative", told(found)[0][2]) in told(found)


@pytest.mark.parametrize(
    ("what", "mode"),
    [
        ("the/DT/det<4 report/NN/dobj<2", Mode.STATED),
        ("the/DT/det<4 plan/NN/dobj<2", Mode.JUDGED),
        ("the/DT/det<4 film/NN/dobj<2", Mode.JUDGED),
    ],
)
def test_that_a_claim_is_called_false_is_stated_whichever_claim_it_is(what: str, mode: Mode) -> None:
    at = what.count(" ") + 1
    found = extracted(
        f"Wei/NNP/nsubj<2 called=call/VBD/ROOT {what} “/``/punct<{at + 4} false/JJ/oprd<2 ”/''/punct<{at + 4} ././punct<2",
        PEOPLE,
    )
    assert [c.mode for c in found.claims] == [mode]


@pytest.mark.parametrize(
    ("what", "mode"),
    [("accusation", Mode.STATED), ("report", Mode.STATED), ("warning", Mode.JUDGED), ("evidence", Mode.JUDGED)],
)
def test_mockery_denies_only_what_is_a_claim_by_name(what: str, mode: Mode) -> None:
    found = extracted(
        f"Wei/NNP/nsubj<2 called=call/VBD/ROOT the/DT/det<4 {what}/NN/dobj<2 ridiculous/JJ/oprd<2 ././punct<2", PEOPLE
    )
    assert [c.mode for c in found.claims if c.claimant is not None][-1:] == [mode]


def test_a_fairy_tale_may_be_praise() -> None:
    found = extracted(
        LEFT + " | “/``/punct<5 It/PRP/nsubj<3 was=be/VBD/ccomp<8 a/DT/det<6 fairy/NN/compound<6 tale/NN/attr<3 "
        "”/''/punct<8 said=say/VBD/ROOT Wei/NNP/nsubj<8 ././punct<8",
        PEOPLE,
    )
    assert "negative" not in [polarity for _, polarity, _ in told(found)]


def test_a_quotation_is_stated_however_it_is_voiced() -> None:
    found = extracted(
        "“/``/punct<3 Silva/NNP/nsubj<3 left=leave/VBD/ccomp<8 Oslo/NNP/dobj<3 ,/,/punct<8 ”/''/punct<8 "
        "Wei/NNP/nsubj<8 fumed=fume/VBD/ROOT ././punct<8",
        PEOPLE,
    )
    assert [(c.mode, c.polarity) for c in found.claims] == [(Mode.STATED, Polarity.POSITIVE)]


def test_who_never_said_so_is_said_not_to_have_made_the_claim() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 claimed=claim/VBD/ccomp<2 Wei/NNP/nsubj<6 left=leave/VBD/ccomp<4 Oslo/NNP/dobj<6 ././punct<2"
        " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT that/IN/mark<6 Berg/NNP/nsubj<6 ever/RB/advmod<6 said=say/VBD/ccomp<2 so/RB/advmod<6 ././punct<2",
        PEOPLE,
    )
    inner = next(c for c in found.claims if c.cues == ("claimed",))
    assert {(c.content, c.polarity.value) for c in found.claims if c is not inner} == {
        (inner.id, "positive"),
        (inner.id, "negative"),
    }
    assert len(contradictions(positions(found))) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 was=be/VBD/ccomp<2 wrong/JJ/acomp<4",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT Silva/NNP/nsubj<4 was=be/VBD/ccomp<2 wrong/JJ/acomp<4 to/TO/aux<7 "
        "speak=speak/VB/xcomp<5",
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT she/PRP/nsubj<4 was=be/VBD/ccomp<2 wrong/JJ/acomp<4",
    ],
)
def test_a_person_judged_for_something_else_is_not_contradicted(answer: str) -> None:
    assert contradictions(positions(extracted(f"{LEFT} | {answer} ././punct<2", PEOPLE))) == set()


def test_what_most_would_deny_is_denied_by_nobody() -> None:
    found = extracted(
        LEFT + " | Wei/NNP/nsubj<3 would/MD/aux<3 deny/VB/ROOT it/PRP/dobj<3 ././punct<3",
        PEOPLE,
    )
    assert contradictions(positions(found)) == set()


def test_one_who_is_there_says_again_what_others_deny() -> None:
    """Silva said no drill was held; Wei said there was one."""
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT no/DT/det<4 drill/NN/nsubjpass<6 was/VBD/auxpass<6 held=hold/VBN/ccomp<2 ././punct<2"
        + SAID
        + "there/EX/expl<4 was=be/VBD/ccomp<2 one/CD/attr<4 ././punct<2",
        PEOPLE,
    )
    assert [p for _, p, _ in told(found)] == ["negative", "positive"]
    assert len(contradictions(positions(found))) == 1


def test_a_verdict_that_announces_a_clause_says_nothing_of_what_came_before() -> None:
    found = extracted(
        LEFT
        + " | Wei/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<4 is=be/VBZ/ccomp<2 not/RB/neg<4 true/JJ/acomp<4 ,/,/punct<2"
        " that/IN/mark<11 Berg/NNP/nsubj<11 ever/RB/advmod<11 met=meet/VBD/ccomp<2 Silva/NNP/dobj<11 ././punct<2",
        PEOPLE,
    )
    assert len({content for _, _, content in told(found)}) == 2
    assert contradictions(positions(found)) == set()


def test_who_did_no_such_thing_is_said_not_to_have_said_it() -> None:
    """Ms Silva said Mr Berg claimed that Oslo lost; Ms Wei said he did no such thing: he made no such claim."""
    found = extracted(
        "Ms/NNP/compound<2 Silva/NNP/nsubj<3 said=say/VBD/ROOT Mr/NNP/compound<5 Berg/NNP/nsubj<6 claimed=claim/VBD/ccomp<3 Oslo/NNP/nsubj<8 lost=lose/VBD/ccomp<6 ././punct<3"
        " | Ms/NNP/compound<2 Wei/NNP/nsubj<3 said=say/VBD/ROOT he/PRP/nsubj<5 did=do/VBD/ccomp<3 no/DT/det<8 such/JJ/amod<8 thing/NN/dobj<5 ././punct<3",
        PEOPLE,
    )
    inner = next(c for c in found.claims if c.cues == ("claimed",))
    assert ("Wei", "negative", inner.id) in told(found)


def test_a_labelled_question_states_nothing() -> None:
    """Courier: Did Berg leave Oslo? (its label comes three times)"""
    ask = "Courier/NN/dep<5 :/:/punct<1 Did=do/VBD/aux<5 Berg/NNP/nsubj<5 leave/VB/ROOT Oslo/NNP/dobj<5 ?/./punct<5"
    found = extracted(" ¶ ".join([ask] * 3), PEOPLE)
    assert {(c.mode, c.polarity) for c in found.claims} == {(Mode.ASKED, Polarity.UNDERSPECIFIED)}


DISPUTED = " | Wei/NNP/nsubj<2 disputed=dispute/VBD/ROOT "


@pytest.mark.parametrize(
    ("denied", "meant"),
    [
        ("accusations=accusation/NNS/dobj<2 by/IN/prep<3 Silva/NNP/pobj<4", True),
        ("accusations=accusation/NNS/dobj<2 by/IN/prep<3 Berg/NNP/pobj<4", False),
        ("old/JJ/amod<4 accusations=accusation/NNS/dobj<2", False),
    ],
)
def test_accusations_by_somebody_are_what_they_said(denied: str, meant: bool) -> None:
    found = extracted(LEFT + DISPUTED + denied, PEOPLE)
    assert (("Wei", "negative", "Berg left Oslo") in told(found)) is meant


def test_a_thing_that_is_wrong_has_said_nothing() -> None:
    answer = "Wei/NNP/nsubj<2 said=say/VBD/ROOT Oslo/NNP/nsubj<4 was=be/VBD/ccomp<2 wrong/JJ/acomp<4 ././punct<2"
    assert contradictions(positions(extracted(f"{LEFT} | {answer}", PEOPLE))) == set()
