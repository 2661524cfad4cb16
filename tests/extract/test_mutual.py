"""Who did it with whom; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted, label

STATES = {"Chad": "GPE", "Malta": "GPE", "Norway": "GPE"}


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        (
            "Chad/NNP/nsubj<6 ,/,/punct<1 Malta/NNP/conj<1 and/CC/cc<3 Norway/NNP/conj<3 met=meet/VBD/ROOT ././punct<6",
            {("Chad", "Malta"), ("Chad", "Norway"), ("Malta", "Norway")},
        ),
        (
            "Chad/NNP/nsubj<4 and/CC/cc<1 Malta/NNP/conj<1 met=meet/VBD/ROOT Norway/NNP/dobj<4 ././punct<4",
            {("Chad", "Norway"), ("Malta", "Norway")},
        ),
        (
            "Chad/NNP/nsubj<2 met=meet/VBD/ROOT Malta/NNP/dobj<2 and/CC/cc<3 Norway/NNP/conj<3 ././punct<2",
            {("Chad", "Malta"), ("Chad", "Norway")},
        ),
        ("Chad/NNP/nsubj<4 or/CC/cc<1 Malta/NNP/conj<1 met=meet/VBD/ROOT ././punct<4", set()),
    ],
)
def test_a_meeting_joins_its_two_sides_and_nobody_within_one(words: str, pairs: set[tuple[str, str]]) -> None:
    found = extracted(words, STATES)
    assert {(label(found, r.subject), label(found, r.object)) for r in found.relations if r.asserted} == pairs


def test_a_claimed_meeting_joins_its_two_sides_too() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Chad/NNP/nsubj<6 and/CC/cc<3 Malta/NNP/conj<3 met=meet/VBD/ccomp<2 "
        "Norway/NNP/dobj<6 ././punct<2",
        {"Silva": "PERSON"} | STATES,
    )
    assert {frozenset((label(found, p.subject), label(found, p.object))) for p in found.propositions} == {
        frozenset(("Chad", "Norway")),
        frozenset(("Malta", "Norway")),
    }
