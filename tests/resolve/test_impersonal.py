"""*They* and *you* of people at large, on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted

NAMED = {"Norway": "GPE", "Lyon": "GPE", "Varnholm": "ORG"}
MET = "Farmers=farmer/NNS/nsubj<2 met=meet/VBD/ROOT ././punct<2 | "
SKI = "In/IN/prep<4 Norway/NNP/pobj<1 they/PRP/nsubj<4 ski/VBP/ROOT ././punct<4"
SAY = "They/PRP/nsubj<2 say/VBP/ROOT it/PRP/nsubj<4 pays=pay/VBZ/ccomp<2 ././punct<2"
AS = "It/PRP/nsubj<2 pays=pay/VBZ/ROOT ,/,/punct<2 as/IN/mark<6 they/PRP/nsubj<6 say/VBP/advcl<2 ././punct<2"


def rules(text: str, word: str) -> list[str]:
    """Why each place of a pronoun is in its cluster, "first mention" where it is alone."""
    found = extracted(text, NAMED)
    every = sorted((*found.mentions, *found.passing), key=lambda m: m.span)
    return [m.rule for m in every if found.document[m.span].lower() == word]


@pytest.mark.parametrize("text", [SKI, SAY, AS, MET + AS, SKI + " | " + SAY])
def test_they_of_people_at_large_stay_alone(text: str) -> None:
    assert set(rules(text, "they")) == {"first mention"}


@pytest.mark.parametrize("text", [MET + SKI, MET + SAY])
def test_they_of_somebody_named_before_are_those(text: str) -> None:
    assert rules(text, "they") == ["pronoun"]


def test_they_after_people_at_large_are_not_those() -> None:
    after = " | They/PRP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2"
    assert rules(SKI + after, "they") == ["first mention", "first mention"]


def test_you_outside_of_a_quotation_is_nobody() -> None:
    text = "You/PRP/nsubj<3 never/RB/neg<3 know/VBP/ROOT ././punct<3 | You/PRP/nsubj<2 sleep/VBP/ROOT ././punct<2"
    found = extracted(text)
    assert len({m.entity for m in found.passing}) == 2
    assert not found.mentions
