"""Named entities decoded for all tokens at once instead of one after another: the same entities in a tenth of the time.

spaCy's `EntityRecognizer` goes through a text by transitions (begin, in, last, unit, out; Lample et al. 2016), and
scores all of them at each token from the token and the entity that is open there. But nearly all tokens stand outside
any entity, where the score hangs on the token alone: these are computed together. Only inside an entity, where nothing
is left to choose but to go on or to end it, is there a step for each token.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import Model

NAME = "kg_entities"
_FEATURES = 3
"""What spaCy's scores read: the token, the first token of the open entity, and the token before."""

Floats = NDArray[np.float32]


class Entities:
    """An `EntityRecognizer` that decodes greedily, and whole texts together where no entity is open."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        model = recognizer.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._vectors: Model[Any, Any] = model.get_ref("tok2vec")
        weights, self._bias = lower.get_param("W"), lower.get_param("b")
        inputs = weights.shape[-1]
        self._shape = self._bias.shape
        self._weights: list[Floats] = [np.ascontiguousarray(w.reshape(-1, inputs).T) for w in weights]
        self._nothing: Floats = lower.get_param("pad")[0]
        self._out_weights: Floats = np.ascontiguousarray(upper.get_param("W").T)
        self._out_bias: Floats = upper.get_param("b")
        system = recognizer.moves
        moves = [system.get_class_name(n).partition("-") for n in range(system.n_moves)]
        self._labels = [label for _, _, label in moves]
        self._kinds = [kind for kind, _, _ in moves]
        at = {(kind, label): n for n, (kind, _, label) in enumerate(moves)}
        self._goes_on = {n: (at["I", label], at["L", label]) for n, (k, _, label) in enumerate(moves) if k == "B"}
        self._never = np.array([kind in "IL" or (kind == "U" and not label) for kind, _, label in moves])
        self._begins = np.array([kind == "B" for kind in self._kinds])
        self._nowhere = np.array([kind != "O" for kind in self._kinds])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Set the entities of documents, `batch_size` at a time."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            full = [doc for doc in batch if len(doc)]
            if full:
                self._set(full, self._vectors.predict(full))
            yield from batch

    def _set(self, docs: list[Doc], vectors: Floats) -> None:
        at = 0
        for doc in docs:
            doc.set_ents(list(self._entities(doc, vectors[at : at + len(doc)])))
            at += len(doc)

    def _entities(self, doc: Doc, vectors: Floats) -> Iterator[Span]:
        """The entities of a document, from a vector for each token."""
        ends = _ends(doc)
        best = self._outside(vectors, ends, _spaces(doc))
        at = 0
        for i in np.flatnonzero(self._nowhere[best]).tolist():
            if i < at:
                continue
            move = int(best[i])
            at = i + 1 if self._kinds[move] == "U" else self._last(vectors, i, move, ends) + 1
            yield Span(doc, i, at, label=self._labels[move])

    def _outside(self, vectors: Floats, ends: NDArray[np.bool_], spaces: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The best move at each token where no entity is open.

        None begins before the last token of a sentence, and no white space is one.
        """
        sums = (vectors @ self._weights[0]).reshape(-1, *self._shape) + self._nothing[1] + self._nothing[2]
        scores: Floats = (sums + self._bias).max(axis=-1) @ self._out_weights + self._out_bias
        scores[:, self._never] = -np.inf
        scores[np.ix_(ends, self._begins)] = -np.inf
        scores[np.ix_(spaces, self._nowhere)] = -np.inf
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _last(self, vectors: Floats, begin: int, move: int, ends: NDArray[np.bool_]) -> int:
        """The last token of an entity that begins with this move."""
        goes_on, stops = self._goes_on[move]
        first = vectors[begin] @ self._weights[1]
        for i in range(begin + 1, len(vectors)):
            if ends[i]:
                return i
            sums = (vectors[i] @ self._weights[0] + first + vectors[i - 1] @ self._weights[2]).reshape(self._shape)
            hidden = (sums + self._bias).max(axis=-1)
            scores = hidden @ self._out_weights[:, [goes_on, stops]] + self._out_bias[[goes_on, stops]]
            if scores[1] > scores[0] or (scores[1] == scores[0] and stops < goes_on):
                return i
        return len(vectors) - 1


def quicken(nlp: Language) -> Language:
    """Put an `Entities` in the place of an entity recogniser that decodes greedily from three tokens."""
    if "ner" in nlp.pipe_names:
        recognizer = nlp.get_pipe("ner")
        if isinstance(recognizer, EntityRecognizer) and _plain(recognizer) and _alone(nlp):
            nlp.add_pipe(NAME, after="ner")
            nlp.disable_pipe("ner")
    return nlp


def _plain(recognizer: EntityRecognizer) -> bool:
    model = recognizer.model
    if recognizer.cfg["beam_width"] != 1 or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower = model.get_ref("lower")
    return bool(lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1)


def _alone(nlp: Language) -> bool:
    """Whether nothing else sets entities, which the recogniser would have to keep."""
    return all("doc.ents" not in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names if name != "ner")


def _ends(doc: Doc) -> NDArray[np.bool_]:
    """Whether each token is the last of its sentence."""
    starts: NDArray[np.bool_] = doc.to_array("SENT_START").astype(np.int64) == 1
    return np.append(starts[1:], True)


def _spaces(doc: Doc) -> NDArray[np.bool_]:
    return doc.to_array("IS_SPACE").astype(bool)


@Language.factory(NAME, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def _entities(nlp: Language, name: str) -> Entities:
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    return Entities(recognizer)
