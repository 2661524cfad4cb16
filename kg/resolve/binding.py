"""Binding: which phrases of its own sentence a pronoun cannot stand for, by the grammar alone (Chomsky 1981)."""

from __future__ import annotations

from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.sites import Site
from kg.syntax.tree import Tree

REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_CONTROLLED = frozenset(("xcomp", "advcl", "conj", "acomp"))
_STEPS = 4
_BESIDE = frozenset(("conj", "parataxis", "dep"))
_CLAUSE_ARGUMENTS = _ARGUMENTS | {"pobj"}


def barred(clusters: Clusters, c: Candidate) -> set[int]:
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
    for a in reversed(clusters.candidates[: c.order]):
        if a.sentence != c.sentence:
            break
        if (a.head.head.i == verb and a.head.dep_ in _ARGUMENTS) or (
            infinitive and a.subject and a.head.head.i == clause.head.i
        ):
            out.add(clusters.root(a))
    return out | _controllers(clusters, c)


def _controllers(clusters: Clusters, c: Candidate) -> set[int]:
    """ "Berg was unable to see him", "Berg left, cursing him": who does what the pronoun is an object of.

    With an object above ("Berg asked Silva to see him") it is that which is understood to see.
    """
    verb = c.head.head.head if c.head.dep_ == "pobj" else c.head.head
    if c.subject or verb.pos_ != "VERB" or any(k.dep_ in _SUBJECTS for k in verb.lefts):
        return set()
    steps = 0
    while verb.dep_ in _CONTROLLED and steps < _STEPS:
        through, verb, steps = verb, verb.head, steps + 1
        if through.dep_ == "advcl" and through.tag_ != "VBG":
            return set()
        doer = next((k for k in verb.children if k.dep_ in ("dobj", "dative") and through.dep_ == "xcomp"), None)
        doer = doer or next((k for k in verb.lefts if k.dep_ in _SUBJECTS), None)
        if doer is not None:
            for a in reversed(clusters.candidates[: c.order]):
                if a.sentence != c.sentence:
                    break
                if a.head.i == doer.i:
                    return {clusters.root(a)}
            return set()
    return set()


def free(c: Candidate, a: Candidate) -> bool:
    """Whether the grammar lets the pronoun `c` stand for the mention `a`.

    Not for a phrase that it is part of ("her sister"), nor for an argument of its own verb ("Berg saw him"); a
    reflexive only for something before it in its sentence.
    """
    if a.start <= c.start and a.end >= c.end:
        return False
    if c.head.lower_ in REFLEXIVE:
        return a.sentence == c.sentence and a.order < c.order
    if c.head.dep_ == "poss":
        return a.head.i != c.head.head.i
    if a.sentence != c.sentence or a.head.dep_ == "conj":
        return True
    verb = c.head.head.head.i if c.head.dep_ == "pobj" else c.head.head.i
    return not (a.head.head.i in (c.head.head.i, verb) and a.head.dep_ in _CLAUSE_ARGUMENTS)


def commands(tree: Tree, c: Candidate, later: Site) -> bool:
    """ "He said Berg had left": a subject or object is nobody who is named below its verb (principle C).

    A clause that is only coordinated with the verb's is not below it.
    """
    if c.head.dep_ not in _ARGUMENTS or c.head.head.i not in later.above:
        return False
    at = later.above.index(c.head.head.i)
    return at == 0 or tree.tokens[later.above[at - 1]].dep_ not in _BESIDE
