"""When a content has a time of its own, and what only happens meanwhile."""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import lexicon
from kg.model import ZoneKind
from kg.syntax.attribution import sayings
from kg.syntax.frames import frames
from kg.syntax.tree import Tree
from tests.parses import parsed
from tests.reports import said, words


def test_what_is_predicted_has_a_time_of_its_own() -> None:
    text = "Berg/NNP/nsubj<2 {}/VBZ/ROOT empty/JJ/amod<4 shelves/NNS/dobj<2 by/IN/prep<2 Friday/NNP/pobj<5 ././punct<2"
    ends = {"Friday": "DATE"}
    assert words(said(text.format("predicts=predict"), ends)["predicts"]) == "empty shelves by Friday"
    assert words(said(text.format("denies=deny"), ends)["denies"]) == "empty shelves"


def test_what_happens_meanwhile_is_no_part_of_what_a_headline_tells() -> None:
    tree = parsed(
        "Operator/NN/nsubj<2 denies=deny/VBZ/ROOT overloading=overload/VBG/xcomp<2 as/IN/mark<6 toll/NN/nsubj<6 "
        "rises=rise/VBZ/advcl<3"
    )
    zones = tuple(replace(zone, kind=ZoneKind.HEADLINE) for zone in tree.document.zones)
    tree = Tree(tree.doc, replace(tree.document, zones=zones))
    found = {s.cue.text: s for s in sayings(tree, frames(tree), lexicon())}
    assert words(found["denies"]) == "overloading"
