"""Stories of statements: their format, the measure over them, and that all of ours keep it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.stories import Story, ranked, stories
from kg.inference import Inference, Statement, inference

STORIES = Path(__file__).parents[1] / "data" / "claims" / "stories"
TOLD = "# a port\n1 Berg | the port was shut\n2 a clerk | it was open, as ever | he thought\n3 Wei | it\nx 1-2 3-1\n"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_story(tmp_path: Path) -> None:
    first, second = stories(written(tmp_path / "s.txt", f"{TOLD}\n\n1 Berg | no\n2 Wei | yes\nx\n"))
    assert first.said[1] == ("a clerk", "it was open, as ever | he thought")
    assert [pair for *pair, right in first.pairs() if right] == [[0, 1], [0, 2]]
    assert not any(right for *_, right in second.pairs())


@pytest.mark.parametrize(
    "text",
    [
        "",
        TOLD.replace("x 1-2", "x 1-4"),
        TOLD.replace("x 1-2", "x 2-2"),
        TOLD.replace("x 1-2", "x 1:2"),
        TOLD.replace("x 1-2", "1-2"),
        TOLD.replace("3 Wei", "2 Wei"),
        TOLD.replace("3 Wei | it", "3 Wei it"),
    ],
)
def test_what_is_no_story_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"s\.txt: .*; use "):
        list(stories(written(tmp_path / "s.txt", text)))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(stories(tmp_path / "none.txt"))


def test_a_network_is_measured_by_the_order_of_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    story = Story((("a", "1"), ("b", "2"), ("c", "3")), frozenset(((0, 1), (1, 2))))
    weights = {frozenset("12"): 3.0, frozenset("13"): 2.0, frozenset("23"): 1.0}
    monkeypatch.setattr(Inference, "statement", lambda _, speaker, content: content)

    def weight(_: Inference, one: Statement, other: Statement) -> float:
        return weights[frozenset((str(one), str(other)))]

    monkeypatch.setattr(Inference, "weight", weight)
    assert ranked(inference(), [story]) == (1 / 2, (1 / 1 + 2 / 3) / 2)


@pytest.mark.parametrize("path", sorted(STORIES.rglob("*.txt")), ids=lambda path: path.stem)
def test_ours_keep_the_format(path: Path) -> None:
    for story in stories(path):
        assert len(story.said) >= 8
        assert len(set(story.said)) == len(story.said)
