"""The marked pairs under `tests/data/claims/disputes`: that the marks keep the format that their README documents."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "data" / "claims" / "disputes"
ARTICLES = sorted(FOLDER.rglob("*.txt"))


def marked(path: Path) -> list[dict[str, Any]]:
    table = tomllib.loads(path.with_name(f"{path.stem}.pairs.toml").read_text(encoding="utf-8"))
    assert set(table) == {"pair"}
    return list(table["pair"])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_marks_are_words_of_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for pair in marked(path):
        assert set(pair) == {"about", "a", "b"}
        for side in (pair["a"], pair["b"]):
            assert set(side) == {"source", "cue", "nth", "content"}
            assert all(part in text for part in (side["source"], side["cue"], side["content"]))
            assert 1 <= side["nth"] <= sum(text.startswith(side["cue"], i) for i in range(len(text)))


def test_every_mark_has_its_article_and_most_articles_a_dispute() -> None:
    assert {p.name.removesuffix(".pairs.toml") for p in FOLDER.rglob("*.toml")} == {p.stem for p in ARTICLES}
    assert len({p.read_text(encoding="utf-8") for p in ARTICLES}) == len(ARTICLES) == 659
    assert sum(len(marked(p)) for p in ARTICLES) > 600
