"""Whom a claim is told to, and whom it is against: the person accused, blamed, threatened or warned."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.predications import Predications
from kg.model import ACTORS
from kg.resolve.resolution import Resolution
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

CHARGING = frozenset(("Accusation", "Suspicion"))
"""Kinds of reports that somebody did wrong."""
_BLAMING = CHARGING | {"Criticism"}
_WARNING = frozenset(("Threat", "Warning"))


class Parties:
    """The people and institutions around the claims of one document, as clusters; never the claimant itself."""

    def __init__(self, tree: Tree, preds: Predications, found: Resolution) -> None:
        self._tree, self._preds, self._found = tree, preds, found

    def of(self, saying: Saying, claimant: int | None) -> tuple[list[int], list[int]]:
        """Whom a saying is told to, and whom it is against."""
        told = self._actors(saying.addressees, claimant)
        kind = saying.row.kind if saying.row is not None else ""
        if kind in _BLAMING:  # "accused him of lying" is not told to him
            against = self._actors(self._aimed_at(saying) or self._doers(saying), claimant)
            return [t for t in told if t not in against], against
        if kind in _WARNING:
            told += self._actors(self._aimed_at(saying), claimant)
        return told, []

    def beside(self, saying: Saying) -> list[int]:
        """The further people and institutions that a source names: "Chad and *Malta* said", no appositions."""
        if saying.source is None or saying.source.dep_ in ("appos", "conj"):
            return []
        return self._actors((t for t in self._tree.conjuncts(saying.source) if t.pos_ in ("NOUN", "PROPN")), None)

    def praised(self, saying: Saying) -> list[int]:
        """ "praised *her* for her courage": who is praised besides what for."""
        praise = saying.row is not None and saying.row.kind == "Praise" and saying.frame is not None
        return self._actors(self._aimed_at(saying), None) if praise else []

    def _actors(self, tokens: Iterable[Token], but: int | None) -> list[int]:
        found = (a for t in tokens for a in self._found.actors(t))
        return [a for a in found if a != but and self._found.type(a) in ACTORS]

    def _aimed_at(self, saying: Saying) -> tuple[Token, ...]:
        """ "accused *him* of lying", "threatened *them*", "threats to *her*"."""
        if saying.frame is not None:
            return saying.frame.logical_objects
        held = self._tree.under(saying.cue, ("against", "of", "to"))
        return tuple(t for p in held for t in self._tree.nouns(p))

    def _doers(self, saying: Saying) -> tuple[Token, ...]:
        """ "their allegation that *the firm* lied": where nobody else is named, those of whom it is told."""
        if saying.row is None or saying.row.kind not in CHARGING:
            return ()
        frames = (self._preds.frames.get(head.i) for head in saying.heads[:1])
        return tuple(t for frame in frames if frame is not None for t in frame.logical_subjects)
