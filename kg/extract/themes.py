"""Themes: the matters of fact that words tell of, so that "the siren never sounded" meets "an alarm had gone off".

A theme (`ontology/lexicon/themes.tsv`) is looser than a sense (`kg.extract.senses`): what shares one may be about the
same, and no more. So it is weighed with all else, and no rule rests on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.extract.senses import pos_of
from kg.lexicon import Lexicon

_OBJECTS = frozenset(("dobj", "nsubjpass"))


class Themes:
    """What the words of one document tell of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[int, dict[str, bool]] = {}

    def of(self, token: Token) -> Mapping[str, bool]:
        """The themes of a word, each with whether the word says that it is not so."""
        known = self._known.get(token.i)
        if known is None:
            known = self._known[token.i] = self._of(token)
        return known

    def of_all(self, tokens: Iterable[Token]) -> dict[str, bool]:
        """The themes of several words; the first that tells of one says how."""
        found: dict[str, bool] = {}
        for token in tokens:
            for theme, opposite in self.of(token).items():
                found.setdefault(theme, opposite)
        return found

    def _of(self, token: Token) -> dict[str, bool]:
        pos, lemma, lexicon = pos_of(token), token.lemma_.lower(), self._lexicon
        if pos == "verb":
            longer = [f"{lemma}_{k.lemma_.lower()}" for k in token.children if k.dep_ in _OBJECTS]
            longer += [f"{lemma}_{k.lower_}" for k in token.children if k.dep_ in ("prt", "prep")]
            found = {theme: side for word in longer for theme, side in lexicon.themes(word, pos)}
            if found:
                return found
        plain = [*lexicon.themes(lemma, pos)] if pos else []
        if token.tag_ in ("VBN", "VBG") or pos == "adjective":
            plain += lexicon.themes(token.lower_, "adjective")
        return dict(plain)
