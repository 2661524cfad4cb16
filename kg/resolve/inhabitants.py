"""People called by where they are from: "the Norwegian won", "the 51-year-old Swede"; they are not their country."""

from __future__ import annotations

from spacy.tokens import Token

from kg.naming import Country
from kg.resolve.aged import year_old
from kg.resolve.types import Name
from kg.syntax.tree import Tree

_POINTING = frozenset(("the", "this", "that"))
_OF_MANY = ("ese", "sh", "ch", "ss")
"""Endings of adjectives that stand for all of a people behind "the": "the Irish", "the Chinese"."""
_TAKING_PART = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "appos", "conj"))


def opens_at(tree: Tree, name: Name, head: Token, country: Country) -> int | None:
    """The token at which the phrase for one person opens; None where the word is no inhabitant.

    "the Norwegian" under a preposition may be a language, before a noun it is an adjective; "the US" is the country.
    """
    if name.text in (country.name, *country.aliases):
        return None
    if name.people or head.tag_ == "NNS" or head.tag_ == "NNPS" or head.dep_ not in _TAKING_PART or not name.start:
        return None
    if not (name.text in country.people or (country.is_adjective(name.text) and not name.text.endswith(_OF_MANY))):
        return None
    if (age := year_old(tree.tokens, name.start)) is not None:
        return age.i - (age.i > 0 and tree.tokens[age.i - 1].lower_ == "the")
    before = tree.tokens[name.start - 1]
    return before.i if before.lower_ in _POINTING and before.head.i == head.i else None
