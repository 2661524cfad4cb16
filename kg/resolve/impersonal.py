"""A *they* of people at large: "as they say", "In Spain they eat late", "they say the devil is in the detail".

Nobody has been named whom it could stand for, or the words themselves are said of everybody. (*You* outside of
quotations is everybody too; it is never joined, see `kg.resolve.speakers`.)
"""

from __future__ import annotations

from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

RULE = "people at large"
_SAYING = frozenset(("say", "call", "tell"))
_NOW = frozenset(("VBP", "VB"))
_PLACES = frozenset(("Country", "City", "Place"))
_REACH = 40


def impersonal(tree: Tree, clusters: Clusters, c: Candidate) -> bool:
    """Whether this *they* is people at large.

    "As they say" always is. "They say that …" and "In Oslo they ski" are where the two sentences before name nobody
    that they could be.
    """
    verb = c.head.head
    if c.head.lower_ != "they" or c.quoted or not c.subject or verb.tag_ not in _NOW:
        return False
    kids = tree.kids(verb)
    if any(k.dep_ in ("aux", "neg") for k in kids):
        return False
    if verb.lemma_ in _SAYING and tree.marked(verb, ("as",)):
        return True
    said = verb.lemma_ == "say"
    return (said or _where(tree, clusters, c)) and not _people_before(clusters, c)


def _where(tree: Tree, clusters: Clusters, c: Candidate) -> bool:
    """ "In Spain they …": a place that opens the clause."""
    held = next(tree.under(c.head.head, ("in",)), None)
    if held is None or held.i > c.head.i:
        return False
    near = clusters.candidates[max(0, c.order - 3) : c.order]
    return any(a.head.i == held.i and clusters.type(a) in _PLACES for a in near)


def _people_before(clusters: Clusters, c: Candidate) -> bool:
    """Whether somebody, or some body, stands in reach whom the pronoun may stand for."""
    for a in reversed(clusters.candidates[max(0, c.order - _REACH) : c.order]):
        if c.sentence - a.sentence > 2:
            break
        if clusters.type(a) in ("Person", "Group", "Organization") and a.person == 3 and a.rule != RULE:
            return True
    return False
