"""Short passages with and without a dispute, marked by hand: how many are found, and that next to none is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Document
from kg.pipeline import extractions
from kg.positions import contradictions, positions
from kg.zones import zones

FOLDER = Path(__file__).parent / "data" / "claims"


def passages(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("name", ["passages.tsv", "contrast.tsv"])
def test_passages_are_marked_and_differ(name: str) -> None:
    marked = passages(name)
    assert {mark for mark, _ in marked} == {"yes", "no"}
    assert len({text for _, text in marked}) == len(marked)


@pytest.mark.model
@pytest.mark.parametrize(("name", "recall", "precision"), [("passages.tsv", 0.65, 0.95), ("contrast.tsv", 0.25, 0.85)])
def test_disputes_are_found_and_not_made_up(name: str, recall: float, precision: float) -> None:
    marked = passages(name)
    read = extractions(Document(text, id=str(n), zones=zones(text)) for n, (_, text) in enumerate(marked))
    found = [bool(contradictions(positions(e))) for e in read]
    right = [mark == "yes" for mark, _ in marked]
    hits = sum(f and r for f, r in zip(found, right, strict=True))
    assert hits / sum(right) >= recall
    assert hits / sum(found) >= precision
