"""Verbs of blame that tell of blows where armies, storms, places and weapons stand beside them."""

from __future__ import annotations

import pytest

from tests.reports import said

ENTITIES = {"Berg": "PERSON", "Norda": "GPE", "Velmark": "GPE"}


def attacked(who: str, whom: str, rest: str = "") -> bool:
    """Whether "WHO attacked WHOM" is taken for a report."""
    text = f"{who}<2 attacked=attack/VBD/ROOT {whom}<2 {rest}././punct<2"
    return "attacked" in said(text, ENTITIES)


@pytest.mark.parametrize(
    ("who", "whom", "rest"),
    [
        ("Berg/NNP/nsubj", "plans=plan/NNS/dobj", ""),
        ("Berg/NNP/nsubj", "Norda/NNP/dobj", ""),
        ("Ministers=minister/NNS/nsubj", "Norda/NNP/dobj", ""),
        ("Critics=critic/NNS/nsubj", "ministers=minister/NNS/dobj", "with/IN/prep<2 gusto/NN/pobj<4 "),
        ("Critics=critic/NNS/nsubj", "ministers=minister/NNS/dobj", ""),
        ("Berg/NNP/nsubj", "ministers=minister/NNS/dobj", "for/IN/prep<2 delays/NNS/pobj<4 "),
        ("Critics=critic/NNS/nsubj", "ministers=minister/NNS/dobj", "with/IN/prep<2 films=film/NNS/pobj<4 "),
    ],
)
def test_blame(who: str, whom: str, rest: str) -> None:
    assert attacked(who, whom, rest)


@pytest.mark.parametrize(
    ("who", "whom", "rest"),
    [
        ("Rebels=rebel/NNS/nsubj", "ministers=minister/NNS/dobj", ""),
        ("Velmark/NNP/nsubj", "Norda/NNP/dobj", ""),
        ("Gunmen=gunman/NNS/nsubj", "villages=village/NNS/dobj", ""),
        ("Sharks=shark/NNS/nsubj", "divers=diver/NNS/dobj", ""),
        ("Storms=storm/NNS/nsubj", "Norda/NNP/dobj", ""),
        ("Missiles=missile/NNS/nsubj", "soldiers=soldier/NNS/dobj", ""),
        ("Men=man/NNS/nsubj", "ministers=minister/NNS/dobj", "with/IN/prep<2 guns=gun/NNS/pobj<4 "),
    ],
)
def test_blows(who: str, whom: str, rest: str) -> None:
    assert not attacked(who, whom, rest)


@pytest.mark.parametrize(
    ("what", "by", "blame"), [("Norda", "rebels=rebel", False), ("Plans=plan", "critics=critic", True)]
)
def test_in_the_passive(what: str, by: str, blame: bool) -> None:
    what += "/NNS/nsubjpass<3" if "=" in what else "/NNP/nsubjpass<3"
    text = f"{what} were=be/VBD/auxpass<3 attacked=attack/VBN/ROOT by/IN/agent<3 {by}/NNS/pobj<4 ././punct<3"
    assert ("attacked" in said(text, ENTITIES)) is blame


def test_a_verb_that_only_blames_is_meant_so_of_places_too() -> None:
    text = "Velmark/NNP/nsubj<2 slammed=slam/VBD/ROOT Norda/NNP/dobj<2 ././punct<2"
    assert "slammed" in said(text, ENTITIES)
    assert "slammed" not in said(text.replace("Velmark/NNP", "Storms=storm/NNS"), ENTITIES)
