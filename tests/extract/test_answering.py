"""What answers nothing: reports and clauses into which no earlier claim is read; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted, told

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"
SAID = " | Wei/NNP/nsubj<2 said=say/VBD/ROOT "


@pytest.mark.parametrize(
    "rest",
    [
        # "they would be wrong"
        SAID + "that/DT/nsubj<5 would/MD/aux<5 be/VB/ccomp<2 wrong/JJ/acomp<5",
        # "that was true for every port"
        SAID + "that/DT/nsubj<4 was=be/VBD/ccomp<2 true/JJ/acomp<4 for/IN/prep<4 every/DT/det<8 port/NN/pobj<6",
        # "I cannot do it"
        SAID + "he/PRP/nsubj<6 can/MD/aux<6 not/RB/neg<6 do/VB/ccomp<2 it/PRP/dobj<6",
        # "it was like a fair"
        SAID + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 like/IN/prep<4 a/DT/det<7 fair/NN/pobj<5",
        # "Wei showed who he is"
        " | Wei/NNP/nsubj<2 showed=show/VBD/ROOT who/WP/attr<5 he/PRP/nsubj<5 is=be/VBZ/ccomp<2",
        # "Wei must recognise that"
        " | Wei/NNP/nsubj<3 must/MD/aux<3 recognise/VB/ROOT that/DT/dobj<3",
        # "Wei recognised it": one may see it without a word
        " | Wei/NNP/nsubj<2 recognised=recognise/VBD/ROOT it/PRP/dobj<2",
        # "Wei felt free to deny it"
        " | Wei/NNP/nsubj<2 felt=feel/VBD/ROOT free/JJ/acomp<2 to/TO/aux<5 deny/VB/xcomp<3 it/PRP/dobj<5",
        # "Wei dismissed her past claims"
        " | Wei/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT her/PRP$/poss<5 past/JJ/amod<5 claims=claim/NNS/dobj<2",
    ],
)
def test_what_answers_nothing_takes_no_side_on_what_was_said(rest: str) -> None:
    claims = told(extracted(LEFT + rest, PEOPLE))
    assert [c for c in claims if c[0] == "Wei" and c[2] == claims[0][2]] == []


def test_a_wish_that_is_rejected_is_a_wish_all_the_same() -> None:
    """Nobody says that she does not want it."""
    wants = (
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT she/PRP/nsubj<4 wants=want/VBZ/ccomp<2 to/TO/aux<6 close/VB/xcomp<4 "
        "Oslo/NNP/dobj<6 ././punct<2"
    )
    rejected = told(extracted(wants + " | Wei/NNP/nsubj<2 rejected=reject/VBD/ROOT that/DT/dobj<2", PEOPLE))
    denied = told(extracted(wants + " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT that/DT/dobj<2", PEOPLE))
    assert [c[2] for c in rejected if c[0] == "Wei"] != [c[2] for c in denied if c[0] == "Wei"]


def test_who_is_asked_whether_it_was_so_says_that_it_was_not() -> None:
    """ "Asked whether Berg left, Wei said he did not": of the question just put, not of what was said before."""
    cold = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Oslo/NNP/nsubj<4 was=be/VBD/ccomp<2 cold/JJ/acomp<4 ././punct<2"
    asked = (
        " | Asked=ask/VBN/advcl<7 whether/IN/mark<4 Berg/NNP/nsubj<4 left=leave/VBD/ccomp<1 ,/,/punct<7 "
        "Wei/NNP/nsubj<7 said=say/VBD/ROOT he/PRP/nsubj<9 did=do/VBD/ccomp<7 not/RB/neg<9"
    )
    claims = told(extracted(cold + asked, PEOPLE))
    answer = next(c for c in claims if c[0] == "Wei")
    assert answer[1] == "negative"
    assert answer[2] != claims[0][2]
