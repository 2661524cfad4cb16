"""Nicknames that the text gives: 'Robert "Bobby" Lund', "Campos, known as Dudu", 'Campos, nicknamed "the Wolf"'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

_MARKS = frozenset("\"“”„'‘’")
_CALLED = frozenset(("nickname", "dub"))
_GIVEN = frozenset(("oprd", "dobj", "attr"))


def join_nicknames(tree: Tree, clusters: Clusters) -> None:
    """Join names to the nicknames that stand with them, and to the same nicknames elsewhere."""
    _between_marks(clusters)
    by_head = {c.head.i: c for c in clusters.candidates if c.kind is Kind.NAMED and c.country is None}
    for c in by_head.values():
        a = next((by_head[i] for i in _bearers(tree, c) if i in by_head), None)
        if a is None or a is c or clusters.one(a, c):
            continue
        for mention in list(clusters.members(c)):
            if mention.kind is Kind.NAMED:
                clusters.retype(mention, a.type)
        clusters.join(a, c, "nickname")


def _between_marks(clusters: Clusters) -> None:
    """'Robert "Bobby" Lund' is "Robert Lund", and "Bobby" alone."""
    people: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    marked: list[Candidate] = []
    for c in clusters.candidates:
        if c.kind is Kind.NAMED and c.type == "Person":
            people[c.key].append(c)
            if _MARKS.intersection(c.key):
                marked.append(c)
    for c in marked:
        marks = [n for n, word in enumerate(c.key) if word in _MARKS]
        if len(marks) != 2 or not marks[0] < marks[1] - 1:
            continue
        nick, full = c.key[marks[0] + 1 : marks[1]], (*c.key[: marks[0]], *c.key[marks[1] + 1 :])
        for other in (*people.get(nick, ()), *people.get(full, ())):
            clusters.join(c, other, "nickname")


def _bearers(tree: Tree, c: Candidate) -> Iterator[int]:
    """The tokens of whom a name is the nickname of: under "known as", "nicknamed", "dubbed"."""
    above = c.head.head
    if c.head.dep_ == "pobj" and above.lower_ == "as" and above.head.lower_ == "known":
        verb = above.head
    elif c.head.dep_ in _GIVEN and above.tag_ == "VBN" and above.lemma_ in _CALLED:
        verb = above
    else:
        return
    passive = [k for k in tree.kids(verb) if k.dep_ == "nsubjpass"]
    if any(k.dep_ in ("neg", "nsubj") for k in tree.kids(verb)):  # "who has dubbed Silva Dudu"
        return
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and passive):
        yield verb.head.i
    else:
        yield from (k.i for k in passive)
