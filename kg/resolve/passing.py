"""Mentions that the graph has no use for, and the `mentions` layer still tells: what is spoken of only in passing.

A description or pronoun of something that is mentioned once, and of which nothing is said, gets no node. Nor do two
that stand together ("Berg and Silva"), but the words are a mention of both, and *they* may stand for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model import Kind, Mention, Ref, Span
from kg.resolve.mentions import Candidate
from kg.resolve.pronouns import FILLER
from kg.resolve.resolution import Resolution

_OF = frozenset(("of", "for"))


def in_passing(found: Resolution, ids: Mapping[int, Ref]) -> Iterator[Mention]:
    """These mentions; `ids` has the entities that are nodes, by cluster. Others are called by their first mention."""
    clusters = found.clusters
    for c in clusters.candidates:
        root = clusters.root(c)
        if root not in ids and c.rule != FILLER and not found.metonyms.is_metonym(c):
            kind = clusters.type(c) or "Concept"
            yield Mention(
                c.span(found.tree), c.kind, kind, f"m{root + 1}", "first mention" if c.order == root else c.rule
            )
        if c.kind is Kind.NAMED and (after := _after_of(found, c)) is not None:
            yield Mention(after, Kind.NOMINAL, "Concept", f"n{c.order + 1}", "inside a name")
    groups = {tuple(m.order for m in c.members): c for c in reversed(clusters.candidates) if c.members}
    for members in clusters.coordinations:
        group = groups.get(tuple(m.order for m in members))
        if group is None:
            entity = f"g{members[0].order + 1}"
        else:
            root = clusters.root(group)
            entity = ids.get(root, f"m{root + 1}")
        yield Mention(_whole(found, members), Kind.NOMINAL, "Group", entity, "coordination")


def _after_of(found: Resolution, c: Candidate) -> Span | None:
    """ "Science" in "Academy of Science" and "Minister of Science Ada Berg", unless it is an entity by itself."""
    tokens = found.tree.tokens
    last = c.end if c.type != "Person" else max((t.end for t in c.titles), default=c.start)
    of = next((i for i in range(c.start + 1, last - 1) if tokens[i].lower_ in _OF), None)
    if of is None:
        return None
    start = of + 2 if tokens[of + 1].pos_ == "DET" and of + 2 < last else of + 1
    inside = tokens[start:last]
    if any(t.i in found.by_head for t in inside if t.i != c.head.i) or inside[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    return Span(inside[0].idx, inside[-1].idx + len(inside[-1]))


def _whole(found: Resolution, members: tuple[Candidate, ...]) -> Span:
    """From the first of them to the last."""
    spans = [m.span(found.tree) for m in members]
    return Span(spans[0].begin, max(s.end for s in spans))
