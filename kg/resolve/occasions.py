"""Occasions whose name begins with the year: "the 2011 Norrsund state election", "the March 2004 Porto bombings".

The model takes such a name for a date, a place and a common noun. Year, place or body and noun make it one: without the
year the next election of the same place would be the same. Where the noun has a capital ("the 1979 Harvest Revolution")
the name stands without the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.resolve.times import MONTHS
from kg.resolve.types import Name
from kg.syntax.tree import Tree

_LONGEST = 9
_INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "PART"))
_MARKS = frozenset(("-", "–", "/", "'", "’"))


def with_occasions(tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """The names, those of occasions in place of what they hold."""
    found = list(occasions(tree, lexicon))
    if not found:
        return names
    covered = {i for name in found for i in range(name.start, name.end)}
    kept = [n for n in names if covered.isdisjoint(range(n.start, n.end))]
    return sorted([*kept, *found], key=lambda n: (n.start, -n.end))


def occasions(tree: Tree, lexicon: Lexicon) -> Iterator[Name]:
    """The occasions with a year and a name before their noun, in the order of the text."""
    tokens = tree.tokens
    for year in tokens:
        if not _year(year.text) or not tree.read(year):
            continue
        last = _noun(tree, year.i + 1, lexicon)
        if last is None or not last.is_lower or not any(_capital(t) for t in tokens[year.i + 1 : last.i + 1]):
            continue
        month = year.i > 0 and tokens[year.i - 1].lower_ in MONTHS
        start = year.i - month
        yield Name(start, last.i + 1, "EVENT", tuple(t.text for t in tokens[start : last.i + 1]), [])


def is_occasion(name: Name) -> bool:
    """Whether a name is one of these: it begins with a year, or a month and a year, and has no other label."""
    year = name.words[1] if name.key[0] in MONTHS and len(name.words) > 1 else name.words[0]
    return name.label == "EVENT" and _year(year)


def _year(word: str) -> bool:
    """Whether a word is a year: "1989", "2012"."""
    return len(word) == 4 and word.isascii() and word.isdigit() and word[0] in "12"


def _noun(tree: Tree, start: int, lexicon: Lexicon) -> Token | None:
    """The first noun of an occasion that the words from `start` on run up to."""
    for token in tree.tokens[start : start + _LONGEST]:
        if token.is_space or (token.pos_ not in _INSIDE and token.text not in _MARKS):
            break
        if token.pos_ in ("NOUN", "PROPN") and _is_occasion(token, lexicon):
            return token
    return None


def _is_occasion(token: Token, lexicon: Lexicon) -> bool:
    word = token.lower_
    rows = (lexicon.noun(word), lexicon.noun(word.removesuffix("s")) if word.endswith("s") else None)
    return any(row is not None and row.type == "Event" for row in rows)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()
