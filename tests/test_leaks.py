"""A claim is not a fact: nothing plain comes from inside a content that we found, on any article of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.layers import layer
from kg.model import Document
from kg.read import read

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[1]
ARTICLES = sorted([*(ROOT / "data").glob("*.txt"), *(ROOT / "data" / "articles").glob("*.txt")]) + sorted(
    (ROOT / "tests" / "data" / "claims" / "dev").glob("*.txt")
)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_nothing_plain_stands_inside_a_content(path: Path) -> None:
    documents = list(read(path))
    claims, relations, events = (next(layer(documents, name)) for name in ("claims", "relations", "events"))
    contents = [claim["content"] for claim in claims["claims"]]

    def claimed(words: list[list[int]]) -> bool:
        return any(all(any(begin <= b and e <= end for begin, end in c) for b, e in words) for c in contents)

    told = [r for r in relations["relations"] if r["asserted"] and not r["inferred"] and r["evidence"]]
    plain = [r for r in told if "presupposed" not in r]
    assert plain or events["events"]
    assert [r for r in plain if claimed(r["evidence"])] == []
    assert [e for e in events["events"] if e["asserted"] and claimed([e["trigger"]])] == []


def test_a_title_before_a_name_inside_a_content_is_presupposed() -> None:
    said = Document("Anna Berg said that Kenyan President Amos Oduya had lied to voters.", id="a")
    (row,) = layer([said], "relations")
    offices = [r for r in row["relations"] if r["predicate"].endswith("affiliation")]
    assert [(r["asserted"], r.get("presupposed")) for r in offices] == [(True, True)]


def test_a_second_name_in_brackets_inside_a_content_is_presupposed() -> None:
    said = Document("Anna Berg said that the Norrsund Port Authority (NPA) had lied to voters.", id="a")
    (row,) = layer([said], "relations")
    names = [r for r in row["relations"] if r["predicate"].endswith("altLabel")]
    assert [(r["asserted"], r.get("presupposed")) for r in names] == [(True, True)]
