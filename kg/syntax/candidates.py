"""What both renderings of open triples share: a candidate triple as tokens, and the parts of a frame that they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.syntax.chains import Chain
from kg.syntax.frames import Frame, Oblique
from kg.syntax.phrases import clause
from kg.syntax.tree import Tree

MOST = 4
"""Of coordinated phrases, so many are told apart."""
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_IDIOMS = frozenset(
    "order addition result example fact case contrast instance course particular general respect terms".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A triple as tokens, and what it was made of; a relation that is a string is an inserted copula."""

    subject: list[Token]
    relation: tuple[Token, ...] | str
    objects: tuple[list[Token], ...]
    kind: str
    chain: Chain | None = None


def outside(frame: Frame) -> tuple[Token, ...]:
    """The frame's verb and the head of its clause, so that an antecedent's phrase does not take the clause in."""
    top = frame.predicate
    while top.dep_ in ("conj", "xcomp", "ccomp") and top.head.i != top.i:
        top = top.head
    return (frame.predicate, top)


def stranded(tree: Tree, frame: Frame) -> tuple[Token, ...]:
    """The preposition that a relative clause leaves behind ("the house she lived in")."""
    if not frame.relativised:
        return ()
    return tuple(k for k in tree.kids(frame.predicate) if k.dep_ == "prep" and not tree.kids(k))[:1]


def free_obliques(frame: Frame) -> list[Oblique]:
    """The prepositional arguments without relative pronouns and fixed phrases ("in addition")."""
    return [
        o
        for o in frame.obliques
        if o.heads[0].tag_ not in _RELATIVE
        and not (o.heads[0].lower_ in _IDIOMS and o.heads[0].left_edge.i == o.heads[0].i)
    ]


def arguments(frame: Frame) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The objects and what is said of them: "keep them moist", "named her chair"; the latter alone are objects."""
    said = tuple(t for t in frame.objects if t.dep_ == "oprd" and not frame.relativised)
    rest = tuple(t for t in frame.objects if t not in said)
    return (rest, said) if rest else (frame.objects, ())


def complement_clauses(tree: Tree, frame: Frame, apart: bool) -> Iterator[tuple[list[Token], list[Token]]]:
    """The finite clauses that follow the verb: their marks, and their words without these.

    Coordinated clauses come one by one where `apart`, else together.
    """
    for kid in tree.kids(frame.predicate):
        if kid.dep_ == "ccomp" and kid.i > frame.predicate.i:
            first = [k for k in tree.kids(kid) if k.dep_ == "mark"]
            every = [t for t in tree.conjuncts(kid) if t is kid or t.pos_ in ("VERB", "AUX")]
            for verb in every[:MOST] if apart else [kid]:
                mark = [k for k in tree.kids(verb) if k.dep_ == "mark"] or first
                yield mark, [t for t in clause(tree, verb, alone=apart) if t not in mark]
