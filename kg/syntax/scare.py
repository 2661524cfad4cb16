"""Scare quotes: a word or two that the article will not say itself: "the “reform” of the ports", "his “rescue”".

They do what "so-called" does: somebody who is not named calls it that, and the article does not. Titles and names stand
in capitals, speech is longer, and what a verb of saying takes is that verb's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.saying import Saying, row_for
from kg.syntax.tree import Tree

_LIKE = "so-called"
"""The word that does the same; its row says what a scare quote does."""
_MOST = 3
_INTRODUCED = frozenset(("DT", "PRP$", "POS"))


def scare_quotes(tree: Tree, found: Sequence[Saying], lexicon: Lexicon) -> Iterator[Saying]:
    """The quoted words that nobody is said to have said."""
    row = row_for(lexicon.reporting(_LIKE, "adjective"), "mod")
    if row is None:
        return
    told = {i for s in found for i in (*s.content, *(t.i for t in s.cue_tokens))}
    for quote, inside in zip(tree.quotes, tree.quote_tokens, strict=True):
        words = [tree.tokens[i] for i in inside if not tree.tokens[i].is_punct]
        if not quote.closed or not 0 < len(words) <= _MOST or not told.isdisjoint(inside):
            continue
        head = _head(words)
        if head is None or not tree.read(head) or tree.headline(head) or not _introduced(tree, inside[0]):
            continue
        mark = tree.tokens[inside[0]]
        content = frozenset(t.i for t in words)
        yield Saying(mark, (mark,), "scare quotes", row, None, (), content, (head,))


def _head(words: list[Token]) -> Token | None:
    """The noun of a few words in small letters."""
    if not all(t.is_lower and t.is_alpha for t in words):
        return None
    inside = {t.i for t in words}
    return next((t for t in words if t.pos_ == "NOUN" and t.head.i not in inside), None)


def _introduced(tree: Tree, begin: int) -> bool:
    """Whether a determiner or an owner stands before the mark: "*the* “reform”", "the council*'s* “reform”"."""
    return begin > 0 and tree.tokens[begin - 1].tag_ in _INTRODUCED
