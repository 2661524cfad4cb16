"""Entailment: the network that is installed, on sentences of our own, and files that are none."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from onnx import GraphProto, helper, numpy_helper
from onnxruntime import InferenceSession

from kg import entailment as rooms
from kg.entailment import PIECES, Entailment, entailment, package
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
    whole = InferenceSession((package() / "policy_nli_int8.onnx").read_bytes())
    short = Entailment(package())
    one, other = ("The crew left the ship at dawn " * 9)[:-1], ("Nobody had left the ship before noon " * 9)[:-1]
    ids = short._pieces.ids(one, other)
    assert len(ids) == 2 * PIECES + 3
    padded, here = np.zeros((1, 160), dtype=np.int64), np.zeros((1, 160), dtype=np.int64)
    padded[0, : len(ids)], here[0, : len(ids)] = ids, 1
    ((no, yes),) = whole.run(None, {"input_ids": padded, "attention_mask": here})[0]
    assert short.contradiction(one, other) == pytest.approx(float(yes - no), abs=0.3)


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


def of_one_layer(weights: list[list[int]], step: float) -> GraphProto:
    """A network of one layer whose weights are so many steps each."""
    held = {
        "w_quantized": np.array(weights, dtype=np.int8),
        "w_zero_point": np.array(0, dtype=np.int8),
        "w_scale": np.array(step, dtype=np.float32),
    }
    node = helper.make_node("MatMulInteger", ["seen", "w_quantized"], ["out"], name="/m/pooler/dense/MatMul_quant")
    return helper.make_graph([node], "small", [], [], [numpy_helper.from_array(a, n) for n, a in held.items()])


def added(path: Path, name: str, tall: list[list[int]], broad: list[list[int]], unit: float) -> Path:
    whole = {":tall": np.array(tall, dtype=np.int8), ":broad": np.array(broad, dtype=np.int8)}
    np.savez(path, **{name + part: array for part, array in whole.items()}, **{f"{name}:unit": np.float32(unit)})
    return path


def test_a_product_is_added_to_weights_and_the_largest_sum_has_the_largest_number(tmp_path: Path) -> None:
    """0.5 times ((2, 4), (-6, 8)) and 0.25 times (2, -1) times (10, 4): sums are (6, 4), (-5.5, 3)."""
    graph = of_one_layer([[2, 4], [-6, 8]], 0.5)
    path = added(tmp_path / "added.npz", "pooler.dense", [[2], [-1]], [[10, 4]], 0.25)
    rooms._tune(graph, rooms.changes(path), path)
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    assert held["w_quantized"].tolist() == [[127, 85], [-116, 64]]
    assert float(held["w_scale"]) == pytest.approx(6 / 127)


@pytest.mark.parametrize(
    ("name", "tall"), [("pooler.other", [[2], [-1]]), ("pooler.dense", [[2], [-1], [3]]), ("pooler.dense", [[2, 1]])]
)
def test_what_fits_no_layer_is_told(tmp_path: Path, name: str, tall: list[list[int]]) -> None:
    path = added(tmp_path / "added.npz", name, tall, [[10, 4]], 0.25)
    with pytest.raises(
        LexiconError, match=rf"added\.npz: {name}: fits no layer; scripts/train_entailment\.py makes it"
    ):
        rooms._tune(of_one_layer([[2, 4], [-6, 8]], 0.5), rooms.changes(path), path)


@pytest.mark.parametrize("content", [b"", b"no archive at all", b"PK\x03\x04 cut off"])
def test_a_file_that_adds_nothing_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "added.npz"
    path.write_bytes(content)
    with pytest.raises(LexiconError, match=r"added\.npz: adds nothing to weights: .*train_entailment\.py"):
        rooms.changes(path)


def test_a_layer_that_is_only_half_there_is_told(tmp_path: Path) -> None:
    np.savez(tmp_path / "added.npz", **{"pooler.dense:tall": np.zeros((2, 1), dtype=np.int8)})
    with pytest.raises(LexiconError, match=r"adds nothing to weights: .pooler\.dense:broad"):
        rooms.changes(tmp_path / "added.npz")
