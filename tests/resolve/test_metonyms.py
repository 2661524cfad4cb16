"""Capitals that act for their countries, and the pronouns that go with them; on parses built by hand."""

from __future__ import annotations

from kg.lexicon import lexicon
from kg.resolve.resolution import resolution
from tests.parses import parsed

NORWAY = "Norway/NNP/nsubj<2 signed=sign/VBD/ROOT ././punct<2 | "
NAMES = {"Norway": "GPE", "Oslo": "GPE"}


def stands_for(text: str, word: str, agents: tuple[int, ...]) -> str:
    """The names of what a word stands for, where the tokens `agents` do something."""
    tree = parsed(NORWAY + text, NAMES)
    found = resolution(tree, lexicon(), {}, (), agents)
    token = next(t for t in tree.tokens if t.text == word)
    root = found.root(token)
    return "" if root is None else " ".join(m.head.text for m in found.clusters.by_root(root) if m.name)


def test_a_pronoun_goes_with_the_capital_that_acts_for_its_country() -> None:
    said = "Oslo/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<5 would/MD/aux<5 pay/VB/ccomp<2 ././punct<2"
    assert stands_for(said, "it", (3,)) == "Norway"
    assert stands_for(said, "Oslo", (3,)) == "Norway"


def test_a_pronoun_stays_with_a_town_that_is_only_a_town() -> None:
    cold = (
        "Oslo/NNP/nsubj<2 is=be/VBZ/ROOT cold/JJ/acomp<2 ././punct<2 | It/PRP/nsubj<2 grows=grow/VBZ/ROOT ././punct<2"
    )
    assert stands_for(cold, "It", ()) == "Oslo"
