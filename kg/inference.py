"""Inference: how far two statements exclude each other, told by what their words mean.

"He put the letter in his drawer", "I never had a line from her": rules find no word that both have. A small network
holds each word of one statement against those of the other that fit it best, and adds up what it sees: decomposable
attention (Parikh, Täckström, Das and Uszkoreit 2016), with a convolution before it, so that a word knows its
neighbours ("not", "never", "no"). `scripts/train_inference.py` makes it from invented stories.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from kg.errors import LexiconError
from kg.resources import ontology_dir

Array = npt.NDArray[np.float32]

MOST = 60
"""Pieces of words of a statement that are looked at: its first."""
TYPICAL = 8.0
"""By what the sum over the words of both is divided, so that it is of the order of one of them."""
LAYERS = ("project", "convolve", "attend", "compare", "aggregate", "decide")
"""The layers: each has a matrix of its name and a bias, `NAME_bias`."""
_LONGEST = 40
"""Letters of a word of which the pieces are looked for."""
_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_PLAIN = str.maketrans({**dict.fromkeys('"“”„«»'), **dict.fromkeys("‘’", "'"), **dict.fromkeys("–—", "-")})


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """The words of a statement, a row each: what they mean where they stand, and what they attend to.

    `alone` and `matched` are what they bring to a comparison by themselves, and as what fits a word of the other best.
    """

    words: Array
    asks: Array
    alone: Array
    matched: Array


class Pieces:
    """Takes words to pieces: the rows of a text's words, or of the longest pieces that make them up (Wu et al. 2016).

    >>> list(Pieces(["bar", "##ge", "s", "##s"]).rows("The barges’ bar"))
    [0, 1, 3, 0]
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._rows = {piece: n for n, piece in enumerate(pieces)}

    def statement(self, speaker: str, content: str) -> list[int]:
        """The first `MOST` rows of a statement, as the network reads it and is trained to."""
        return list(islice(self.rows(f"{speaker}: {content}"), MOST))

    def rows(self, text: str) -> Iterator[int]:
        """The rows of a text, in its order; a word of which a part is no piece has none."""
        plain = text.translate(_PLAIN).lower()
        if not plain.isascii():
            plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        for word in _PIECE.findall(plain):
            row = self._rows.get(word)
            yield from self._taken_apart(word[:_LONGEST]) if row is None else (row,)

    def _taken_apart(self, word: str) -> list[int]:
        found, begin = [], 0
        while begin < len(word):
            lead = "##" if begin else ""
            ends = (end for end in range(len(word), begin, -1) if f"{lead}{word[begin:end]}" in self._rows)
            end = next(ends, None)
            if end is None:
                return []
            found.append(self._rows[f"{lead}{word[begin:end]}"])
            begin = end
        return found


class Inference:
    """The network of a file.

    Args:
        path: an archive of numpy's: `pieces` of words, their `vectors` with the `scale` of each number, and `LAYERS`.

    Raises:
        LexiconError: the file cannot be read, or is no such network.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file, np.load(file, allow_pickle=False) as held:
                self._pieces = Pieces(map(str, held["pieces"]))
                self._vectors: Array = held["vectors"] * held["scale"].astype(np.float32)
                self._layers = {n: (_single(held[n]), _single(held[f"{n}_bias"])) for n in LAYERS}
            matrix, self._bias = self._layers["compare"]
            self._compare = np.split(matrix, 4)
        except (OSError, BadZipFile, EOFError, KeyError, ValueError, TypeError) as error:
            raise LexiconError(f"{path}: is no network: {error}; scripts/train_inference.py makes it") from error

    def statement(self, speaker: str, content: str) -> Statement:
        """A statement, by who makes it and what it says."""
        words = _positive(self._layer("project", self._vectors[self._pieces.statement(speaker, content)]))
        padded = np.pad(words, ((1, 1), (0, 0)))
        beside = np.concatenate((padded[:-2], padded[1:-1], padded[2:]), axis=1)
        words = words + _positive(self._layer("convolve", beside))
        alone, matched, *_ = self._compare
        return Statement(words, self._layer("attend", words), words @ alone + self._bias, words @ matched)

    def weight(self, one: Statement, other: Statement) -> float:
        """How far two statements exclude each other, the same both ways: the logarithm of its odds, to two places."""
        fits = one.asks @ other.asks.T / one.asks.shape[1] ** 0.5
        mine, theirs = self._compared(one, other, fits), self._compared(other, one, fits.T)
        total = (mine.sum(axis=0) + theirs.sum(axis=0)) / TYPICAL
        most = np.maximum(mine.max(axis=0), theirs.max(axis=0))
        seen = _positive(self._layer("aggregate", np.concatenate((total, most))))
        return round(float(self._layer("decide", seen)[0]), 2)

    def _compared(self, one: Statement, other: Statement, fits: Array) -> Array:
        """Each word beside what fits it best in the other statement: the two, their product and their difference."""
        share = np.exp(fits - fits.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        best = share @ other.words
        *_, product, difference = self._compare
        seen = one.alone + share @ other.matched + one.words * best @ product + abs(one.words - best) @ difference
        return _positive(seen)

    def _layer(self, name: str, seen: Array) -> Array:
        matrix, bias = self._layers[name]
        return seen @ matrix + bias


@cache
def inference() -> Inference:
    """The network that the lexicon holds."""
    return Inference(ontology_dir() / "lexicon" / "inference.npz")


def _single(array: npt.NDArray[np.float16]) -> Array:
    return array.astype(np.float32)


def _positive(seen: Array) -> Array:
    return np.maximum(seen, np.float32(0))
