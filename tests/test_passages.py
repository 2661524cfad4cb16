"""Short passages with and without a dispute, marked by hand: how many are found, and that next to none is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Document
from kg.pipeline import extractions
from kg.positions import contradictions, positions
from kg.zones import zones

TABLE = Path(__file__).parent / "data" / "claims" / "passages.tsv"
PASSAGES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


def test_passages_are_marked_and_differ() -> None:
    assert {mark for mark, _ in PASSAGES} == {"yes", "no"}
    assert len({text for _, text in PASSAGES}) == len(PASSAGES)


@pytest.mark.model
def test_disputes_are_found_and_not_made_up() -> None:
    read = extractions(Document(text, id=str(n), zones=zones(text)) for n, (_, text) in enumerate(PASSAGES))
    found = [bool(contradictions(positions(e))) for e in read]
    right = [mark == "yes" for mark, _ in PASSAGES]
    hits = sum(f and r for f, r in zip(found, right, strict=True))
    assert hits / sum(right) >= 0.65
    assert hits / sum(found) >= 0.95
