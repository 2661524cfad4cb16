"""What people will not tell is one report, and takes no side."""

from __future__ import annotations

import pytest

from kg.model import Polarity
from tests.parses import extracted
from tests.reports import said, words


def test_a_refusal_to_tell_is_one_report() -> None:
    found = said(
        "Berg/NNP/nsubj<2 declined=decline/VBD/ROOT to/TO/aux<4 say/VB/xcomp<2 whether/IN/mark<7 it/PRP/nsubj<7 "
        "sank=sink/VBD/ccomp<4 ././punct<2"
    )
    assert list(found) == ["say"]
    assert [t.text for t in found["say"].cue_tokens] == ["declined", "to", "say"]
    assert words(found["say"]) == "whether it sank"


def test_who_will_not_confirm_it_takes_no_side() -> None:
    found = extracted(
        "Berg/NNP/nsubj<2 refused=refuse/VBD/ROOT to/TO/aux<4 confirm/VB/xcomp<2 that/IN/mark<8 the/DT/det<7 "
        "ship/NN/nsubj<8 sank=sink/VBD/ccomp<4 ././punct<2",
        {"Berg": "PERSON"},
    )
    assert [c.polarity for c in found.claims] == [Polarity.UNDERSPECIFIED]


def test_a_refusal_of_an_act_stays_a_refusal() -> None:
    found = said(
        "Berg/NNP/nsubj<2 refused=refuse/VBD/ROOT to/TO/aux<4 sell/VB/xcomp<2 the/DT/det<6 mill/NN/dobj<4 ././punct<2"
    )
    assert words(found["refused"]) == "to sell the mill"


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<2 stopped=stop/VBD/ROOT short/RB/advmod<2 of/IN/prep<3 saying=say/VBG/pcomp<4 "
        "she/PRP/nsubj<7 lied=lie/VBD/ccomp<5 ././punct<2",
        "Berg/NNP/nsubj<2 left=leave/VBD/ROOT in/IN/prep<2 without/IN/prep<2 saying=say/VBG/pcomp<4 she/PRP/nsubj<7 "
        "lied=lie/VBD/ccomp<5 ././punct<2",
    ],
)
def test_what_is_left_unsaid_is_not_said(text: str) -> None:
    assert said(text)["saying"].negated
