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
from kg.resolve.types import head_of

_OF = frozenset(("of", "for"))


def in_passing(found: Resolution, ids: Mapping[int, Ref]) -> Iterator[Mention]:
    """These mentions; `ids` has the entities that are nodes, by cluster. Others are called by their first mention."""
    clusters = found.clusters
    for c in clusters.candidates:
        root = clusters.root(c)
        if root not in ids and c.rule != FILLER and not found.metonyms.is_metonym(c):
            kind = clusters.type(c) or "Concept"
            yield Mention(c.span(found.tree), c.kind, kind, f"m{root + 1}", clusters.rule(c))
        if c.kind is Kind.NAMED:
            for span in _after_of(found, c):
                yield Mention(span, Kind.NOMINAL, "Concept", f"n{span.begin}", "inside a name")
    groups = {tuple(m.order for m in c.members): c for c in reversed(clusters.candidates) if c.members}
    for members in clusters.coordinations:
        group = groups.get(tuple(m.order for m in members)) or _subject(found, members)
        if group is None:
            entity = f"g{members[0].order + 1}"
        else:
            root = clusters.root(group)
            entity = ids.get(root, f"m{root + 1}")
        yield Mention(_whole(found, members), Kind.NOMINAL, "Group", entity, "coordination")


def _after_of(found: Resolution, c: Candidate) -> Iterator[Span]:
    """ "Science" in "Academy of Science" and "Minister of Science Ada Berg", unless it is an entity by itself."""
    tokens = found.tree.tokens
    last = c.end if c.type != "Person" else max((t.end for t in c.titles), default=c.start)
    for of in range(c.start + 1, last - 1):
        if tokens[of].lower_ in _OF:
            start = of + 2 if tokens[of + 1].pos_ == "DET" and of + 2 < last else of + 1
            head = head_of(found.tree, start, last)
            if tokens[last - 1].pos_ in ("NOUN", "PROPN") and (head is c.head or head.i not in found.by_head):
                yield found.tree.span([tokens[start], tokens[last - 1]])


def _subject(found: Resolution, members: tuple[Candidate, ...]) -> Candidate | None:
    """ "The winners were Berg and Silva": who they are said to be."""
    first = members[0].head
    verb = first.head
    if first.dep_ != "attr" or verb.lemma_ != "be" or any(k.dep_ == "neg" for k in found.tree.kids(verb)):
        return None
    subject = next((k for k in found.tree.kids(verb) if k.dep_ == "nsubj"), None)
    c = found.by_head.get(subject.i) if subject is not None else None
    return c if c is not None and c.kind is Kind.NOMINAL and c.number == "pl" else None


def _whole(found: Resolution, members: tuple[Candidate, ...]) -> Span:
    """From the first of them to the last."""
    spans = [m.span(found.tree) for m in members]
    return Span(spans[0].begin, max(s.end for s in spans))
