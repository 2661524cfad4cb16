"""Inference: a network made by hand, files that are none, and the shipped one on stories that it never saw."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from kg.errors import LexiconError
from kg.evaluate.stories import ranked, stories
from kg.inference import LAYERS, MOST, Inference, Pieces, inference

HELD = Path(__file__).parent / "data" / "claims" / "stories" / "held"
WORDS = [":", "a", "open", "shut", "sea", "##side"]


def made(path: Path, **changed: object) -> Path:
    """A network of two numbers a word: "open" is (1, 0), "shut" (0, 1); it counts words unlike what fits them best."""
    none = np.zeros(2, dtype=np.float16)
    arrays: dict[str, object] = {f"{name}_bias": none for name in LAYERS}
    arrays |= {
        "pieces": np.array(WORDS),
        "scale": np.ones(2, dtype=np.float32),
        "vectors": np.array([[0, 0], [0, 0], [1, 0], [0, 1], [0, 0], [0, 0]], dtype=np.int8),
        "project": np.eye(2, dtype=np.float16),
        "convolve": np.zeros((6, 2), dtype=np.float16),
        "attend": np.zeros((2, 2), dtype=np.float16),
        "compare": np.vstack((np.zeros((6, 2)), np.eye(2))).astype(np.float16),
        "aggregate": np.vstack((np.eye(2), np.zeros((2, 2)))).astype(np.float16),
        "decide": np.ones((2, 1), dtype=np.float16),
        "decide_bias": np.zeros(1, dtype=np.float16),
    }
    np.savez(path, **(arrays | changed))
    return path


def test_words_are_held_against_what_fits_them(tmp_path: Path) -> None:
    network = Inference(made(tmp_path / "n.npz"))
    shut, open_ = network.statement("a", "shut"), network.statement("a", "open")
    # three pieces each, attended to alike: |(0, 1) - (1/3, 0)| and twice |(0, 0) - (1/3, 0)|, and the other way round
    assert network.weight(shut, open_) == round((4 / 3 + 2 / 3 + 4 / 3 + 2 / 3) / 8, 2)
    assert network.weight(shut, shut) == round(2 * (2 / 3 + 1 / 3 + 1 / 3) / 8, 2)


def test_pieces() -> None:
    rows = Pieces(WORDS).rows
    assert [WORDS[n] for n in rows("“Seaside”: Öpen, 7")] == ["sea", "##side", ":", "open"]
    assert not list(rows("seasides \udc80 海"))


@pytest.mark.parametrize(
    "changed",
    [{"pieces": np.array([{}], dtype=object)}, {"scale": np.array(["much"])}],
    ids=["a pickle", "words for numbers"],
)
def test_what_is_no_network_is_told(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(LexiconError, match=r"n\.npz: is no network.*train_inference"):
        Inference(made(tmp_path / "n.npz", **changed))


def test_a_file_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "n.npz")
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(LexiconError, match="is no network"):
        Inference(path)
    with pytest.raises(LexiconError, match="is no network"):
        Inference(tmp_path / "missing.npz")


@pytest.mark.parametrize("said", ["", "\N{ZERO WIDTH JOINER}", "海", "no " * 10_000, "x" * 100_000])
def test_whatever_is_said_has_a_weight(said: str) -> None:
    network = inference()
    one, other = network.statement("", said), network.statement("Berg", "the port was shut")
    assert len(one.words) <= MOST
    assert math.isfinite(network.weight(one, other))
    assert network.weight(one, other) == network.weight(other, one)


def test_the_shipped_network_ranks_stories_that_it_was_not_trained_on() -> None:
    told = [story for path in sorted(HELD.glob("*.txt")) for story in stories(path)]
    order, precision = ranked(inference(), told)
    assert order > 0.8
    assert precision > 0.35
