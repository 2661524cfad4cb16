"""Whom an act is aimed at, where no argument names them: the owner of the offer that is refused, the victim threatened.

"Berg rejected Silva's offer", "they halted aid to Chad", "she threatened to sue Brehme", "he demanded that Chad pay".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.predications import Predication, Predications
from kg.model import ACTORS
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree

_ACTORS = ACTORS | {"City"}
_TOWARDS = frozenset("against by from of on to towards toward with".split())
_DIRECT = ("patient", "recipient")


def targets(tree: Tree, preds: Predications, found: Resolution, made: Predication) -> list[tuple[str, Token]]:
    """Who are patients and recipients of an act besides; none where one of its own is an actor already."""
    if any(_is_actor(found, t) for role in _DIRECT for t in made.of(role)):
        return []
    own = {root for t in made.of("agent") for root in found.actors(t)}
    held = [t for role in ("patient", "topic") for t in made.of(role) if t.pos_ == "NOUN"]
    inside = [a for t in held for a in _named_in(tree, found, t)]
    inside = inside or [("patient", t) for t in _of_clauses(preds, made, own, found)]
    return [(role, t) for role, t in inside if not own & set(found.actors(t))]


def _named_in(tree: Tree, found: Resolution, noun: Token) -> Iterator[tuple[str, Token]]:
    """The actors that a phrase names: "Silva's offer", "aid to Chad", "the Chadian plan"."""
    for kid in tree.kids(noun):
        if kid.dep_ in ("poss", "amod", "compound", "nmod") and _is_actor(found, kid):
            yield "patient", kid
        elif kid.dep_ == "prep" and kid.lower_ in _TOWARDS:
            role = "recipient" if kid.lower_ == "to" else "patient"
            heads = [n for p in tree.kids(kid) if p.dep_ == "pobj" for n in tree.nouns(p)]
            yield from ((role, n) for n in heads if _is_actor(found, n))


def _of_clauses(preds: Predications, made: Predication, own: set[int], found: Resolution) -> Iterator[Token]:
    """Who should do what a clause says, or to whom the agent will do it."""
    if made.frame is None or made.head.i != made.frame.predicate.i:
        return
    for complement in made.frame.complements:
        inner = preds.at(complement.head)
        if inner is None:
            continue
        others = [t for t in inner.of("agent") if _is_actor(found, t) and not own & set(found.actors(t))]
        yield from others or [t for role in _DIRECT for t in inner.of(role) if _is_actor(found, t)]


def _is_actor(found: Resolution, token: Token) -> bool:
    root = found.root(token)
    return root is not None and found.type(root) in _ACTORS
