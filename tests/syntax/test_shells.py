"""Shells around what is said: the truth is that it was so; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import opposed

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Courier": "ORG"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<5 ././punct<2"


def disputes(text: str) -> int:
    """How many pairs of claims contradict each other."""
    return opposed(text, PEOPLE)


@pytest.mark.parametrize(
    "answer",
    [
        "“/``/punct<12 The/DT/det<3 truth/NN/nsubj<4 is=be/VBZ/ccomp<12 that/IN/mark<8 Berg/NNP/nsubj<8 "
        "never/RB/neg<8 left=leave/VBD/ccomp<4 Oslo/NNP/dobj<8 ,/,/punct<12 ”/''/punct<12 said=say/VBD/ROOT "
        "Wei/NNP/nsubj<12 ././punct<12",
        "“/``/punct<13 My/PRP$/poss<3 point/NN/nsubj<4 is=be/VBZ/ccomp<13 that/IN/mark<9 Berg/NNP/nsubj<9 "
        "did=do/VBD/aux<9 not/RB/neg<9 leave/VB/ccomp<4 Oslo/NNP/dobj<9 ,/,/punct<13 ”/''/punct<13 "
        "said=say/VBD/ROOT Wei/NNP/nsubj<13 ././punct<13",
        "“/``/punct<12 What/WP/nsubj<3 happened=happen/VBD/csubj<4 is=be/VBZ/ccomp<12 that/IN/mark<8 "
        "Berg/NNP/nsubj<8 never/RB/neg<8 left=leave/VBD/ccomp<4 Oslo/NNP/dobj<8 ,/,/punct<12 ”/''/punct<12 "
        "said=say/VBD/ROOT Wei/NNP/nsubj<12 ././punct<12",
    ],
)
def test_what_a_shell_holds_is_what_is_said(answer: str) -> None:
    assert disputes(f"{LEFT} | {answer}") == 1


@pytest.mark.parametrize(
    "answer",
    [
        "“/``/punct<12 The/DT/det<3 truth/NN/nsubj<4 is=be/VBZ/ccomp<12 not/RB/neg<4 that/IN/mark<8 "
        "Berg/NNP/nsubj<8 left=leave/VBD/ccomp<4 Oslo/NNP/dobj<8 ,/,/punct<12 ”/''/punct<12 said=say/VBD/ROOT "
        "Wei/NNP/nsubj<12 ././punct<12",
        "“/``/punct<11 The/DT/det<3 question/NN/nsubj<4 is=be/VBZ/ccomp<11 whether/IN/mark<7 Berg/NNP/nsubj<7 "
        "left=leave/VBD/ccomp<4 Oslo/NNP/dobj<7 ,/,/punct<11 ”/''/punct<11 said=say/VBD/ROOT Wei/NNP/nsubj<11 "
        "././punct<11",
        "“/``/punct<12 What/WP/dobj<4 I/PRP/nsubj<4 want/VBP/csubj<5 is=be/VBZ/ccomp<12 that/IN/mark<9 "
        "Berg/NNP/nsubj<9 never/RB/neg<9 leaves=leave/VBZ/ccomp<5 ,/,/punct<12 ”/''/punct<12 said=say/VBD/ROOT "
        "Wei/NNP/nsubj<12 ././punct<12",
    ],
)
def test_what_is_asked_wanted_or_denied_of_a_shell_is_not_said(answer: str) -> None:
    assert disputes(f"{LEFT} | {answer}") == 0
