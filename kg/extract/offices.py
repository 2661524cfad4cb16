"""Offices that a clause or an apposition gives: "Berg became chair of Varnholm in 2013", "mayor of Porto since 2009".

Titles before a name and descriptions that corefer with one are read where entities are made; here are those that need
a verb, a comma or brackets, and the time of either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.bearers import Bearers
from kg.extract.terms import terms
from kg.model import Entity, Evidence, Kind, Polarity, Ref, Role, Timex, affiliated, people
from kg.resolve.descriptions import is_kin, office_of
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a cluster (`bearer`), of another (`of`) or of nobody that is told."""

    bearer: int
    title: str
    of: int | None
    evidence: Evidence
    former: bool
    time: Timex | None


def offices(tree: Tree, found: Resolution, bearers: Bearers, frames: Mapping[int, Frame]) -> Iterator[Office]:
    """The offices that the document states in its own voice, in the order of the text."""
    for c in found.clusters.candidates:
        if not c.titles or c.kind is Kind.PRONOUN or c.number == "pl":
            continue
        titled = c.titles[0]
        if titled.title.kind == "honorific" or is_kin(titled, found.clusters, found.by_head):
            continue
        held = terms(tree, found, c, tree.tokens[titled.end - 1], frames)
        if c.kind is Kind.NAMED and not held:
            continue  # read already
        of = office_of(titled, found.clusters, found.by_head)
        for bearer in bearers.of(c):
            if bearer.asserted and bearer.polarity is Polarity.POSITIVE and found.type(bearer.root) == "Person":
                for term in held or (None,):
                    when = () if term is None else (term.time.span,)
                    yield Office(
                        bearer.root,
                        titled.title.label,
                        found.clusters.root(of) if of is not None else None,
                        Evidence(tuple(sorted({c.span(tree), *when})), f"office: {bearer.rule}", _CONFIDENCE),
                        titled.former or (term is not None and term.over),
                        term.time if term is not None else None,
                    )


def with_offices(things: tuple[Entity, ...], found: list[Office], ids: Mapping[int, Ref]) -> tuple[Entity, ...]:
    """The entities with these offices added to those they have; an office that is known only gets its time.

    What was held several times is held once a term, each with its time.
    """
    mine: dict[Ref, list[Role]] = {}
    for office in found:
        if office.bearer in ids:
            of = ids.get(office.of) if office.of is not None else None
            role = Role(office.title, of, office.evidence, office.former, office.time)
            mine.setdefault(ids[office.bearer], []).append(role)
    persons = people(things)
    return tuple(_added(thing, mine[thing.id], persons) if thing.id in mine else thing for thing in things)


def _added(thing: Entity, more: list[Role], persons: Collection[Ref]) -> Entity:
    roles = {(r.title, r.former, _value(r)): r for r in thing.roles}
    for role in more:
        own = (role.title, role.former, _value(role))
        key = own if own in roles else next((k for k in roles if k[:2] == own[:2] and (not k[2] or not own[2])), own)
        known = roles.pop(key, None)
        if known is None:
            roles[own] = role
        else:
            spans = tuple(sorted({*known.evidence.spans, *role.evidence.spans}))
            made = replace(
                known,
                of=known.of or role.of,
                time=known.time or role.time,
                evidence=replace(known.evidence, spans=spans),
            )
            roles[made.title, made.former, _value(made)] = made
    ordered = tuple(role for _, role in sorted(roles.items()))
    affiliation = thing.affiliation or next((r.of for r in ordered if affiliated(r, persons)), None)
    return replace(thing, roles=ordered, affiliation=affiliation)


def _value(role: Role) -> str:
    return role.time.value if role.time is not None else ""
