"""Mentions that stand for several entities at once: "the two leaders", "both countries", "he and Merkel"."""

from __future__ import annotations

from kg.lexicon import Group, Lexicon
from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

_TWO = frozenset(("two", "2", "both"))
_ACTORS = frozenset(("Person", "Organization", "Country", "Group", "City"))


def coordinations(tree: Tree, candidates: list[Candidate]) -> list[tuple[Candidate, ...]]:
    """The actors that stand coordinated as one argument ("he and Merkel"), in the order of the text."""
    by_head = {c.head.i: c for c in candidates}
    found = []
    for c in candidates:
        if c.head.dep_ == "conj" or c.type not in _ACTORS:
            continue
        heads = tree.conjuncts(c.head)
        if len(heads) > 1 and not any(
            k.dep_ == "cc" and k.lower_ in ("or", "nor") for h in heads for k in tree.kids(h)
        ):
            members = tuple(by_head[h.i] for h in heads if h.i in by_head and by_head[h.i].type in _ACTORS)
            if len(members) == len(heads):
                found.append(members)
    return found


def join_groups(tree: Tree, clusters: Clusters, lexicon: Lexicon) -> None:
    """Give plural descriptions of two their members, and join those with the same members."""
    known: dict[frozenset[int], Candidate] = {}
    pairs: list[tuple[Candidate, ...]] = [m for m in coordinations(tree, clusters.candidates) if len(m) == 2]
    for c in clusters.candidates:
        if c.kind is not Kind.NOMINAL or c.number != "pl" or c.members:
            continue
        if not (c.modifiers & _TWO or c.definite == "both"):
            continue
        row = lexicon.group(c.head.lemma_.lower())
        members = _two(clusters, c, row, pairs) if row else ()
        if len(members) == 2:
            c.members = members
            key = frozenset(clusters.root(m) for m in members)
            first = known.setdefault(key, c)
            if first is not c:
                clusters.join(first, c, "same members")


def _two(clusters: Clusters, c: Candidate, row: Group, pairs: list[tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
    """The two entities meant: those of the right kind that the text before it speaks of most."""
    fits: dict[int, Candidate] = {}
    for a in clusters.candidates[: c.order]:
        if a.kind is not Kind.NAMED:
            continue
        root = clusters.root(a)
        if root not in fits and _is_one(clusters, a, c, row):
            fits[root] = a
    if len(fits) < 2:
        return ()
    for pair in reversed(pairs):
        roots = [clusters.root(m) for m in pair]
        if pair[-1].order < c.order and c.sentence - pair[-1].sentence <= 2 and all(r in fits for r in roots):
            return tuple(fits[r] for r in roots)
    count = {root: sum(m.order < c.order for m in clusters.by_root(root)) for root in fits}
    best = sorted(fits, key=lambda r: (-count[r], r))[:2]
    return tuple(fits[r] for r in sorted(best))


def _is_one(clusters: Clusters, a: Candidate, c: Candidate, row: Group) -> bool:
    """Whether the entity of `a` may be one of the group that `c` describes."""
    if row.member not in ("", "Any") and clusters.type(a) != row.member:
        return False
    titles = [t.title for m in clusters.members(a) for t in m.titles]
    if row.rank == "same":
        return any(t.title == c.head.lemma_.lower() or t.title.endswith(" " + c.head.lemma_.lower()) for t in titles)
    return not row.rank or any(t.rank == row.rank for t in titles)
