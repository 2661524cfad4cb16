"""Binding: which phrases of its own sentence a pronoun cannot stand for, by the grammar alone (Chomsky 1981)."""

from __future__ import annotations

from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.sites import Site
from kg.syntax.subjects import subjects
from kg.syntax.tree import Tree

REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative"))
_WITHIN = frozenset("poss pobj prep compound nmod amod".split())
_DEEPEST = 12
_REACH = 80
_BESIDE = frozenset(("conj", "parataxis", "dep"))
_CLAUSE_ARGUMENTS = _ARGUMENTS | {"pobj"}


def barred(tree: Tree, clusters: Clusters, c: Candidate) -> set[int]:
    """The clusters that the pronoun cannot be (principle B): the other arguments of its verb, and who does it."""
    if c.head.lower_ in REFLEXIVE or c.head.dep_ == "poss":
        return set()
    verb = c.head.head.head.i if c.head.dep_ == "pobj" else c.head.head.i
    clause = c.head.head
    # "Berg wants her to go": the subject of an infinitive is not that of the verb above it; "said she would go": it may
    infinitive = (
        c.head.dep_ == "nsubj"
        and clause.tag_ in ("VB", "VBG")
        and clause.dep_ in ("ccomp", "xcomp")
        and not any(k.dep_ == "aux" and k.lower_ != "to" for k in clause.lefts)
    )
    out = set()
    for a in reversed(clusters.candidates[max(0, c.order - _REACH) : c.order]):
        if a.sentence != c.sentence:
            break
        if (a.head.head.i == verb and a.head.dep_ in _ARGUMENTS) or (
            infinitive and a.subject and a.head.head.i == clause.head.i
        ):
            out.add(clusters.root(a))
    return out | _doers(tree, clusters, c)


def _doers(tree: Tree, clusters: Clusters, c: Candidate) -> set[int]:
    """ "Berg was unable to see him", "Berg left, cursing him": who does what the pronoun is an object of.

    With an object above ("Berg asked Silva to see him") it is that which is understood to see.
    """
    verb = c.head.head.head if c.head.dep_ == "pobj" else c.head.head
    if c.subject or verb.pos_ != "VERB":
        return set()
    doers, by = subjects(tree, verb)
    heads = {t.i for t in doers} if by not in ("own", "antecedent", "none") else set()
    out = set()
    for a in reversed(clusters.candidates[max(0, c.order - _REACH) : c.order] if heads else []):
        if a.sentence != c.sentence:
            break
        if a.head.i in heads:
            out.add(clusters.root(a))
    return out


def free(c: Candidate, a: Candidate) -> bool:
    """Whether the grammar lets the pronoun `c` stand for the mention `a`.

    Not for a phrase that has it inside, nor for an argument of its own verb ("Berg saw him"); a
    reflexive only for something before it in its sentence.
    """
    if a.start <= c.start and a.end >= c.end:
        return False
    if c.head.lower_ in REFLEXIVE:
        return a.sentence == c.sentence and a.order < c.order
    if c.head.dep_ == "poss":
        return True
    if a.sentence != c.sentence or a.head.dep_ == "conj":
        return True
    verb = c.head.head.head.i if c.head.dep_ == "pobj" else c.head.head.i
    return not (a.head.head.i in (c.head.head.i, verb) and a.head.dep_ in _CLAUSE_ARGUMENTS)


def around(c: Candidate) -> set[int]:
    """The nouns whose phrase the pronoun is part of: "the owner of its parent" is neither "its parent" nor "its"."""
    found: set[int] = set()
    token = c.head
    while token.dep_ in _WITHIN and len(found) < _DEEPEST:
        token = token.head
        found.add(token.i)
    return found


def commands(tree: Tree, c: Candidate, later: Site) -> bool:
    """ "He said Berg had left": a subject or object is nobody who is named below its verb (principle C).

    A clause that is only coordinated with the verb's is not below it.
    """
    if c.head.dep_ not in _ARGUMENTS or c.head.head.i not in later.above:
        return False
    at = later.above.index(c.head.head.i)
    return at == 0 or tree.tokens[later.above[at - 1]].dep_ not in _BESIDE
