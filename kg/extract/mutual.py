"""Who did it with whom, where a verb joins its arguments to each other: "Chad and Malta met", "they met Norway"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from spacy.tokens import Token

from kg.syntax.tree import Tree

Party = tuple[Token, int]
"""The head of a phrase, and one entity that the phrase stands for."""
_ALTERNATIVES = frozenset(("or", "nor"))


def mutual(tree: Tree, parties: Sequence[Party]) -> list[tuple[Party, Party]]:
    """The pairs that are joined: each of the subject with each of the object, or else those of one group together.

    "Chad and Malta met Norway" does not say that Chad met Malta, nor does "Chad or Malta met".
    """
    sides: dict[int, list[Party]] = {}
    for party in parties:
        sides.setdefault(_first(party[0]).i, []).append(party)
    if len(sides) > 1:
        groups = list(sides.values())
        found = [pair for one, other in combinations(groups, 2) for pair in product(one, other)]
    elif any(k.dep_ == "cc" and k.lower_ in _ALTERNATIVES for token, _ in parties for k in tree.kids(token)):
        found = []
    else:
        found = list(combinations(parties, 2))
    return [(one, other) for one, other in found if one[1] != other[1]]


def _first(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token
