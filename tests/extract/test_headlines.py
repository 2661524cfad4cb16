"""What a headline claims is said again below, and whoever contradicts one contradicts the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.lexicon import lexicon
from kg.model import Extraction, Provenance, ZoneKind
from kg.pipeline import extraction
from kg.positions import contradictions, positions
from tests.parses import parsed

TOP = "Divers/NNS/nsubj<2 blame/VBP/ROOT rot/NN/dobj<2 for/IN/prep<2 wet/JJ/amod<6 engine/NN/pobj<4"
BELOW = (
    "{}/NNS/nsubj<2 said=say/VBD/ROOT rot/NN/nsubj<5 had/VBD/aux<5 wrecked=wreck/VBN/ccomp<2 "
    "the/DT/det<7 engine/NN/dobj<5 ././punct<2"
)
DENIAL = (
    " | Olsen/NNP/nsubj<2 said=say/VBD/ROOT rot/NN/nsubj<6 had/VBD/aux<6 not/RB/neg<6 wrecked=wreck/VBN/ccomp<2 "
    "the/DT/det<8 engine/NN/dobj<6 ././punct<2"
)


def read(text: str) -> Extraction:
    """What is read out of a parse whose first paragraph is the headline."""
    tree = parsed(text, {"Olsen": "PERSON"})
    first, *others = tree.document.zones
    document = replace(tree.document, zones=(replace(first, kind=ZoneKind.HEADLINE), *others))
    return extraction(document, tree.doc, lexicon(), Provenance("0", "none", "0", "0", "0"))


@pytest.mark.parametrize(("source", "rules"), [("divers", ["a headline"]), ("pilots", [])])
def test_a_headline_claims_what_the_same_people_say_below(source: str, rules: list[str]) -> None:
    found = read(TOP + "¶" + BELOW.format(source) + DENIAL)
    assert [c.evidence.rule for c in found.claims if c.evidence.rule == "a headline"] == rules
    assert len(contradictions(positions(found))) == 1 + len(rules)
