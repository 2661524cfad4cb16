"""People called by where they are from: "the Norwegian won", "the 51-year-old Swede"; they are not their country."""

from __future__ import annotations

from spacy.tokens import Token

from kg.naming import Country
from kg.resolve.types import Name
from kg.syntax.tree import Tree

_POINTING = frozenset(("the", "this", "that"))
_OF_MANY = ("ese", "sh", "ch", "ss")
"""Endings of adjectives that stand for all of a people behind "the": "the Irish", "the Chinese"."""
_TAKING_PART = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "appos", "conj"))
_OLDER = 5


def opens_at(tree: Tree, name: Name, head: Token, country: Country) -> int | None:
    """The token at which the phrase for one person opens; None where the word is no inhabitant.

    "the Norwegian" under a preposition may be a language, and before a noun it is an adjective.
    """
    if name.people or head.tag_ == "NNS" or head.tag_ == "NNPS" or head.dep_ not in _TAKING_PART or not name.start:
        return None
    if not (name.text in country.people or (country.is_adjective(name.text) and not name.text.endswith(_OF_MANY))):
        return None
    before = [t.lower_ for t in tree.tokens[max(0, name.start - _OLDER - 1) : name.start]]
    if before[-4:] == ["-", "year", "-", "old"]:
        return name.start - (6 if before[:1] == ["the"] else 5)
    return name.start - 1 if before[-1] in _POINTING and tree.tokens[name.start - 1].head.i == head.i else None
