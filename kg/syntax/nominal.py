"""What noun phrases say by themselves: appositions, titles and possessives, with the copula that they lack."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.syntax.candidates import Candidate
from kg.syntax.phrases import phrase
from kg.syntax.tree import Tree

_TITLES = frozenset(("compound", "nmod"))
_PLACES = frozenset(("GPE", "LOC"))


def nominal(tree: Tree, token: Token) -> Iterator[Candidate]:
    """The triples that a noun makes with what stands beside it."""
    appositions = [k for k in tree.kids(token) if k.dep_ == "appos" and k.pos_ in ("NOUN", "PROPN")]
    if len(appositions) == 1 and token.dep_ != "appos":  # several in a row are a list
        yield from _apposition(tree, appositions[0])
    if token.dep_ == "poss" and token.pos_ in ("NOUN", "PROPN"):
        yield from _possessive(tree, token)
    if token.ent_type_ == "PERSON" and token.dep_ not in _TITLES:
        yield from _title(tree, token)


def _apposition(tree: Tree, noun: Token) -> Iterator[Candidate]:
    """ "Berg, the mayor of Ulm": Berg | is | the mayor of Ulm; one of both is a name, and something stands between."""
    named, said = phrase(tree, noun.head), phrase(tree, noun)
    if "PROPN" not in (noun.pos_, noun.head.pos_) or not named or not said or _counted((*named, *said)):
        return
    if noun.ent_type_ in _PLACES and noun.head.ent_type_ in _PLACES:  # "Ulm, Germany"
        return
    if said[0].i > named[-1].i + 1:
        yield Candidate(named, "is", (said,), "apposition")


def _counted(tokens: tuple[Token, ...]) -> bool:
    """Whether there are two numbers or more: cells of a table, not names."""
    return sum(t.pos_ == "NUM" for t in tokens) > 1


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
