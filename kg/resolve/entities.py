"""The entities of the model: which clusters are worth a node, and what they hold and belong to.

They are numbered only at the end, when it is known which of them anything is said about: the named ones, those spoken
of more than once, and those that a statement uses.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.model import Entity, Evidence, Kind, Mention, Ref, Role, Span, affiliated
from kg.resolve.descriptions import is_kin, office_of
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution
from kg.resolve.wording import description, names

_SOURCE_PREPS = frozenset(("from", "at", "of", "with", "in", "for"))


def entities(
    found: Resolution, used: Collection[int], claimed: Collection[int]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], dict[int, Ref]]:
    """The entities worth a node, their mentions, and each cluster's id.

    `used` are clusters that statements need, `claimed` the tokens that stand in what somebody else says.
    """
    clusters = found.clusters
    keep = _kept(found, used)
    ids = {root: f"e{n}" for n, root in enumerate(keep, 1)}
    people = frozenset(ids[root] for root in keep if _type(found, root) == "Person")
    out, spans = [], []
    for root in keep:
        members = clusters.by_root(root)
        out.append(_entity(found, root, members, ids, claimed, people))
        for c in members:
            if found.by_head.get(c.head.i) is c and not found.metonyms.is_metonym(c):
                spans.append(
                    Mention(
                        c.span(found.tree),
                        c.kind,
                        _type(found, root),
                        ids[root],
                        clusters.rule(c),
                    )
                )
    for c, country in found.metonyms.extra(ids):
        spans.append(Mention(c.span(found.tree), c.kind, _type(found, country), ids[country], "metonym"))
    spans.sort(key=lambda m: (m.span, m.entity))
    return tuple(out), tuple(spans), ids


def _kept(found: Resolution, used: Collection[int]) -> list[int]:
    clusters = found.clusters
    keep = set(used)
    for root in clusters.roots():
        members = clusters.by_root(root)
        if any(m.kind is Kind.NAMED for m in members) or (
            len(members) > 1 and any(m.kind is Kind.NOMINAL for m in members)
        ):
            keep.add(root)
    keep -= found.metonyms.emptied
    grown = True
    while grown:  # what offices and groups point to
        more: set[int] = set()
        for root in keep:
            for c in clusters.by_root(root):
                more.update(clusters.root(m) for m in c.members)
                if c.kind is Kind.NAMED or clusters.named(c):
                    for t in c.titles:
                        of = office_of(t, clusters, found.by_head)
                        if of is not None:
                            more.add(clusters.root(of))
        grown = not more <= keep
        keep |= more
    return sorted(keep)


def _type(found: Resolution, root: int) -> str:
    kind = found.type(root)
    return kind or "Concept"


def _entity(
    found: Resolution,
    root: int,
    members: list[Candidate],
    ids: Mapping[int, Ref],
    claimed: Collection[int],
    persons: Collection[Ref],
) -> Entity:
    kind = _type(found, root)
    called = names(found.tree, found.metonyms, members)
    label = called[0] if called else description(found.tree, members)
    parts = [m for m in members if m.members]
    who = tuple(sorted({ids[found.clusters.root(m)] for p in parts[:1] for m in p.members}, key=_number))
    people = kind in ("Person", "Group")
    unnamed = not called and people and not who
    roles = _roles(found, members, ids, claimed) if called else ()
    affiliation = next((r.of for r in roles if affiliated(r, persons)), None)
    if affiliation is None and not called and kind in ("Person", "Group", "Organization"):
        affiliation = _affiliation(found, members, ids)
    return Entity(
        ids[root],
        label,
        kind,
        bool(called),
        tuple(called[1:]),
        unnamed=unnamed,
        members=who,
        affiliation=affiliation or found.metonyms.institution_of(root, ids),
        same_as=_links(found, kind, label, members),
        roles=roles,
    )


def _links(found: Resolution, kind: str, label: str, members: list[Candidate]) -> tuple[str, ...]:
    """The same thing elsewhere: a country at Wikidata, a large city at GeoNames."""
    country = next((c.country for c in members if c.country is not None), None)
    if kind == "Country" and country is not None and country.wikidata:
        return (f"http://www.wikidata.org/entity/{country.wikidata}",)
    city = found.lexicon.city(label) if kind == "City" else None
    return (f"https://sws.geonames.org/{city.geonames}/",) if city is not None else ()


def _number(ref: Ref) -> int:
    return int(ref[1:])


def _roles(
    found: Resolution, members: list[Candidate], ids: Mapping[int, Ref], claimed: Collection[int]
) -> tuple[Role, ...]:
    """The offices that an entity's mentions give it, each once, with what it is of where any mention says so.

    A title before a name is how the article names somebody, also in indirect speech: it is presupposed, and no part of
    what is claimed ("Wei said that *President* Berg lied"). A description is ("that *the president* lied"), and what
    stands in quotation marks is not the article's at all.
    """
    best: dict[tuple[str, bool], tuple[Ref | None, list[Span], str]] = {}
    for c in members:
        for t in c.titles:
            if t.title.kind == "honorific" or is_kin(t, found.clusters, found.by_head):
                continue
            if found.tree.quote_of[t.start] >= 0:
                continue
            if c.kind is not Kind.NAMED and t.start in claimed:
                continue
            of = office_of(t, found.clusters, found.by_head)
            ref = ids.get(found.clusters.root(of)) if of is not None else None
            key = (t.title.label, t.former)
            known = best.setdefault(
                key, (ref, [], "title before a name" if c.kind is Kind.NAMED else "office description")
            )
            if known[0] is None and ref is not None:
                known = best[key] = (ref, known[1], known[2])
            begin = min(c.span(found.tree).begin, found.tree.tokens[t.start].idx)
            known[1].append(
                Span(
                    begin,
                    max(c.span(found.tree).end, found.tree.tokens[t.end - 1].idx + len(found.tree.tokens[t.end - 1])),
                )
            )
    return tuple(
        Role(label, ref, Evidence(tuple(sorted(set(spans))), rule, 0.9), former)
        for (label, former), (ref, spans, rule) in sorted(best.items())
    )


def _affiliation(found: Resolution, members: list[Candidate], ids: Mapping[int, Ref]) -> Ref | None:
    """ "an official from the White House", "White House officials": whom an unnamed source belongs to."""
    tree = found.tree
    for c in members:
        if c.kind is not Kind.NOMINAL:
            continue
        held = tree.under(c.head, _SOURCE_PREPS)
        before = [k for k in tree.kids(c.head) if k.dep_ in ("compound", "amod", "nmod", "poss")]
        for token in (*held, *before):
            other = found.by_head.get(token.i)
            if (
                other is not None
                and found.clusters.named(other)
                and found.clusters.type(other) in ("Organization", "Country", "City")
            ):
                return ids.get(found.clusters.root(other))
    return None
