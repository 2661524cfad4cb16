"""What noun phrases say by themselves: appositions, titles and possessives, with the copula that they lack."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.syntax.candidates import Candidate
from kg.syntax.phrases import phrase
from kg.syntax.tree import Tree

_TITLES = frozenset(("compound", "nmod"))


def nominal(tree: Tree, token: Token) -> Iterator[Candidate]:
    """The triples that a noun makes with what stands beside it."""
    if token.dep_ == "appos" and token.pos_ in ("NOUN", "PROPN"):
        yield from _apposition(tree, token)
    elif token.dep_ == "poss" and token.pos_ in ("NOUN", "PROPN"):
        yield from _possessive(tree, token)
    if token.ent_type_ == "PERSON" and token.dep_ not in _TITLES:
        yield from _title(tree, token)


def _apposition(tree: Tree, noun: Token) -> Iterator[Candidate]:
    """ "Berg, the mayor of Ulm": Berg | is | the mayor of Ulm."""
    yield Candidate(phrase(tree, noun.head), "is", (phrase(tree, noun),), "apposition")


def _possessive(tree: Tree, owner: Token) -> Iterator[Candidate]:
    """ "the town's harbour": the town | has | harbour."""
    held = phrase(tree, owner.head, skip=(owner,))
    yield Candidate([t for t in phrase(tree, owner) if t.dep_ != "case"], "has", (held,), "possessive")


def _title(tree: Tree, name: Token) -> Iterator[Candidate]:
    """ "Finance Minister Ana Berg": Ana Berg | is | Finance Minister."""
    whole = phrase(tree, name, False)
    title = [t for t in whole if t.i < name.i and t.dep_ in _TITLES and not t.ent_type_ and t.text[-1] != "."]
    person = [t for t in whole if t.ent_type_ == "PERSON"]
    if title and title[-1].i < person[0].i:
        yield Candidate(person, "is", ([t for t in whole if t.i <= title[-1].i],), "title")
