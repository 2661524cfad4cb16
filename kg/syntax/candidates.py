"""What both renderings of open triples share: a candidate triple as tokens, and the parts of a frame that they read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.syntax.chains import Chain
from kg.syntax.frames import Frame, Oblique, oblique
from kg.syntax.phrases import clause, phrase
from kg.syntax.tree import Tree

MOST = 4
"""Of coordinated phrases, so many are told apart."""
_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_IDIOMS = frozenset(
    "order addition result example fact case contrast instance course particular general respect terms".split()
)


_COMPLEX = frozenset(
    "relation respect addition front spite favour favor terms charge case search view place support light".split()
)
_ARGUMENTS = 12
"""A clause has no more arguments than that; what looks like it is a table."""
_FARTHEST = 20
_MEASURES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"))
_TEMPORAL = frozenset(("DATE", "TIME"))


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
    for _ in range(_FARTHEST):
        if top.dep_ in ("conj", "xcomp", "ccomp"):
            top = top.head
    return (frame.predicate, top)


def stranded(tree: Tree, frame: Frame) -> tuple[Token, ...]:
    """The preposition that a relative clause leaves behind ("the house she lived in")."""
    if not frame.relativised:
        return ()
    return tuple(k for k in tree.kids(frame.predicate) if k.dep_ == "prep" and not tree.kids(k))[:1]


def obliques(tree: Tree, frame: Frame) -> list[Oblique]:
    """The prepositional arguments of a clause as it is written, the agent of a passive among them.

    Those of its adjective ("aware of") and of an adverb ("close to") count, relative pronouns and fixed phrases ("in
    addition") do not.
    """
    found = list(frame.obliques)
    if frame.acomp is not None and frame.acomp.tag_ != "VBN":
        found += [o for k in tree.kids(frame.acomp) if k.dep_ == "prep" for o in oblique(tree, k)]
    for adverb in frame.adverbs:
        if adverb.i > frame.predicate.i:
            found += [
                Oblique((adverb, *o.preps), o.heads)
                for k in tree.kids(adverb)
                if k.dep_ == "prep"
                for o in oblique(tree, k)
            ]
    by = tree.kid(frame.predicate, "agent")
    if by is not None and frame.agents:
        found.append(Oblique((by,), frame.agents))
    whole = [_through(tree, o) for o in found[:_ARGUMENTS]]
    return [o for o in whole if o.heads[0].tag_ not in _RELATIVE and not _bare_idiom(tree, o.heads[0])]


def _through(tree: Tree, found: Oblique) -> Oblique:
    """ "in relation | to taxes" as one preposition: "in relation to | taxes"."""
    noun = found.heads[0]
    if noun.lower_ in _COMPLEX and all(k.dep_ == "prep" for k in tree.kids(noun)) and len(found.heads) == 1:
        for kid in tree.kids(noun):
            inner = oblique(tree, kid)
            if inner and kid.lower_ in ("of", "to", "with", "from"):
                return Oblique((*found.preps, noun, *inner[0].preps), inner[0].heads)
    return found


def _bare_idiom(tree: Tree, noun: Token) -> bool:
    return noun.lower_ in _IDIOMS and all(k.i > noun.i for k in tree.kids(noun))


def _measured(tree: Tree, noun: Token) -> bool:
    """Whether a noun phrase names a time or an amount ("last week", "two miles")."""
    return any(t.ent_type_ in _MEASURES or t.pos_ == "NUM" for t in tree.subtree(noun))


def moments(tree: Tree, frame: Frame) -> list[list[Token]]:
    """When and how far: noun phrases that measure ("last week"), and adverbs with such a one ("two years later")."""
    out = [phrase(tree, t) for t in frame.times if _measured(tree, t)]
    out += [
        tree.subtree(a)
        for a in frame.adverbs
        if any(k.dep_ == "npadvmod" and k.ent_type_ in _TEMPORAL for k in tree.kids(a))
    ]
    return out


def arguments(frame: Frame) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The objects and what is said of them: "keep them moist", "named her chair"; the latter alone are objects."""
    said = tuple(t for t in frame.objects if t.dep_ == "oprd" and not frame.relativised)
    rest = tuple(t for t in frame.objects if t not in said)
    return (rest, said) if rest else (frame.objects, ())


def complement_clauses(tree: Tree, frame: Frame, apart: bool) -> Iterator[tuple[list[Token], list[Token]]]:
    """The finite clauses that the verb embeds: their marks, and their words without these.

    Coordinated clauses come one by one where `apart`, else together.
    """
    for kid in tree.kids(frame.predicate):
        if kid.dep_ == "ccomp":
            first = [k for k in tree.kids(kid) if k.dep_ == "mark"]
            every = [t for t in tree.conjuncts(kid) if t is kid or t.pos_ in ("VERB", "AUX")]
            for verb in every[:MOST] if apart else [kid]:
                mark = [k for k in tree.kids(verb) if k.dep_ == "mark"] or first
                yield mark, [t for t in clause(tree, verb, alone=apart) if t not in mark]
