"""Offices that a clause or an apposition gives: "Berg became chair of Varnholm in 2013", "mayor of Porto since 2009".

Titles before a name and descriptions that corefer with one are read where entities are made; here are those that need
a verb, a comma or brackets, and the time of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.bearers import Bearers
from kg.model import Entity, Evidence, Kind, Polarity, Ref, Role, Span, Timex
from kg.resolve.descriptions import office_of
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution
from kg.resolve.titles import OVER, Titled
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_WHEN = frozenset(("since", "from", "until", "till", "in", "between", "during", "for"))
_NO_OFFICE = frozenset(("honorific", "kinship"))
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
        if titled.title.kind in _NO_OFFICE:
            continue
        time, over, when = _time(tree, found, c, titled, frames)
        if c.kind is Kind.NAMED and time is None:
            continue  # read already
        of = office_of(titled, found.clusters, found.by_head)
        for bearer in bearers.of(c):
            if bearer.asserted and bearer.polarity is Polarity.POSITIVE and found.type(bearer.root) == "Person":
                yield Office(
                    bearer.root,
                    titled.title.label,
                    found.clusters.root(of) if of is not None else None,
                    Evidence(tuple(sorted({c.span(tree), *when})), f"office: {bearer.rule}", _CONFIDENCE),
                    titled.former or over,
                    time,
                )


def _time(
    tree: Tree, found: Resolution, c: Candidate, titled: Titled, frames: Mapping[int, Frame]
) -> tuple[Timex | None, bool, tuple[Span, ...]]:
    """When an office is or was held, whether that is over, and the words: under the title, or under its verb."""
    title = tree.tokens[titled.end - 1]
    for holder in (title, *_verb(tree, title, frames)):
        for prep in tree.kids(holder):
            if prep.dep_ == "prep" and prep.lower_ in _WHEN:
                for held in tree.kids(prep):
                    time = found.time_at([held]) if held.dep_ in ("pobj", "pcomp") else None
                    if time is not None:
                        return time, prep.lower_ in OVER, (time.span,)
    return None, False, ()


def _verb(tree: Tree, title: Token, frames: Mapping[int, Frame]) -> Iterator[Token]:
    """The verb that gives the office: "became chair in 2013", "served as chair from 2009"."""
    above = title.head
    if title.dep_ in ("attr", "oprd"):
        yield above
    elif title.dep_ == "pobj" and above.lower_ == "as" and above.head.i in frames:
        yield above.head


def with_offices(things: tuple[Entity, ...], found: list[Office], ids: Mapping[int, Ref]) -> tuple[Entity, ...]:
    """The entities with these offices added to those they have; an office that is known only gets its time."""
    mine: dict[Ref, list[Role]] = {}
    for office in found:
        if office.bearer in ids:
            of = ids.get(office.of) if office.of is not None else None
            role = Role(office.title, of, office.evidence, office.former, office.time)
            mine.setdefault(ids[office.bearer], []).append(role)
    return tuple(_added(thing, mine[thing.id]) if thing.id in mine else thing for thing in things)


def _added(thing: Entity, more: list[Role]) -> Entity:
    roles = {(r.title, r.former): r for r in thing.roles}
    for role in more:
        known = roles.get((role.title, role.former))
        if known is None:
            roles[role.title, role.former] = role
        else:
            spans = tuple(sorted({*known.evidence.spans, *role.evidence.spans}))
            roles[role.title, role.former] = replace(
                known,
                of=known.of or role.of,
                time=known.time or role.time,
                evidence=replace(known.evidence, spans=spans),
            )
    ordered = tuple(role for _, role in sorted(roles.items()))
    affiliation = thing.affiliation or next((r.of for r in ordered if r.of and not r.former), None)
    return replace(thing, roles=ordered, affiliation=affiliation)
