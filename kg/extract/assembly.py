"""Everything that was read out of one document, put together and numbered: the `Extraction`.

Ids are given here, at the end, in the order of the text; until then statements point to clusters of mentions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.ages import Told, with_ages
from kg.extract.claims import Claims
from kg.extract.events import Happening, positive
from kg.extract.evidence import content_spans, cue_spans, source_spans
from kg.extract.facts import Fact
from kg.extract.offices import Office, with_offices
from kg.extract.position import Position
from kg.extract.propositions import Node, Prop
from kg.model import (
    ACTORS,
    Attribution,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Extraction,
    Polarity,
    Proposition,
    Provenance,
    Ref,
    Relation,
    Triple,
)
from kg.resolve.entities import entities
from kg.resolve.passing import in_passing
from kg.resolve.resolution import Resolution
from kg.syntax.attribution import firm
from kg.syntax.saying import Saying
from kg.vocabulary import vocabulary


def assembled(
    document: Document,
    provenance: Provenance,
    found: Resolution,
    claims: Claims,
    events: list[Happening],
    facts: list[Fact],
    offices: list[Office],
    ages: list[Told],
    sayings: list[Saying],
    triples: Iterable[Triple],
) -> Extraction:
    """Number entities, events, propositions and claims, and write out the frozen model."""
    used = _used(claims, events, facts)
    used.update(office.of for office in offices if office.of is not None)
    things, spans, ids = entities(found, used, {i for s in sayings for i in s.content})
    things = with_ages(with_offices(things, offices, ids), ages, ids)
    events_out, event_ids = _events(events, ids, things, {ids[r] for r in found.meant.values() if r in ids})
    told = {e.id: e.label for e in events_out}
    things = tuple(replace(t, label=told.get(t.id, t.label)) if t.type == "Event" else t for t in things)
    maker = _Maker(claims, ids, {e.id: e for e in things})
    claims_out = maker.claims()
    relations = tuple(
        Relation(
            ids[f.subject],
            f.predicate,
            maker.node(f.object),
            Evidence(tuple(f.spans), f.rule, f.confidence, f.table),
            f.polarity,
            f.asserted,
            f.inferred,
            event_ids.get(f.trigger) if f.trigger is not None else None,
        )
        for f in facts
    )
    return Extraction(
        document,
        provenance,
        things,
        spans,
        tuple(triples),
        relations,
        events_out,
        _attributions(claims, found, sayings, ids),
        maker.propositions(),
        claims_out,
        tuple(found.times),
        tuple(in_passing(found, ids)),
    )


def _used(claims: Claims, events: list[Happening], facts: list[Fact]) -> set[int]:
    used: set[int] = set()

    def add(node: Node | None) -> None:
        if node is not None and node[0] == "e":
            used.add(node[1])

    for prop in claims.propositions.made:
        add(prop.subject)
        add(prop.object)
        for _, node in prop.roles:
            add(node)
    for position in claims.positions:
        used.update(
            position.about,
            position.addressees,
            position.against,
            () if position.claimant is None else (position.claimant,),
        )
    for event in events:
        if event.root is not None and positive(event.status):
            used.add(event.root)
        used.update(r for _, r in event.roles)
        used.update(event.places, event.occasions)
    for fact in facts:
        used.add(fact.subject)
        add(fact.object)
    return used


def _events(
    events: list[Happening], ids: dict[int, Ref], things: tuple[Entity, ...], meant: set[Ref]
) -> tuple[tuple[Event, ...], dict[int, Ref]]:
    """The events, and the id of each by its triggers; one that only *this* names (`meant`) is called by its verb."""
    labels = {e.id: e.label for e in things}
    beings = {e.id for e in things if e.type in ACTORS}
    out: list[Event] = []
    by_trigger: dict[int, Ref] = {}
    number = 0
    named: set[Ref] = set()
    for h in events:
        own = ids.get(h.root) if h.root is not None else None
        if own is None or own in named:
            number += 1
            own = f"v{number}"
        named.add(own)
        for i in h.triggers:
            by_trigger[i] = own
        label = labels.get(own) if own not in meant else None
        if label is None:
            label = labels[own] = _event_label(h, ids, labels, beings)
        out.append(
            Event(
                own,
                h.cls,
                label,
                h.trigger,
                Evidence(tuple(h.spans), h.rule, 0.8),
                _plover(h),
                tuple((role, ids[r]) for role, r in h.roles),
                tuple(ids[r] for r in h.places),
                h.times[0] if h.times else None,
                h.durations[0] if h.durations else None,
                next((ids[r] for r in h.occasions), None),
                h.status.polarity,
                h.status.asserted,
            )
        )
    return tuple(out), by_trigger


def _plover(h: Happening) -> str | None:
    """PLOVER's code for what the words report: none for what another event is about, another one for an intent."""
    code = None if h.content else vocabulary().plover.get(h.cls)
    return vocabulary().intent.get(code, code) if code is not None and h.intended else code


def _event_label(h: Happening, ids: dict[int, Ref], labels: dict[Ref, str], beings: set[Ref]) -> str:
    """ "Anna Berg met Li Wei", "Anna Berg and Li Wei left Oslo": who, the property, whom."""
    agents = [labels[ids[r]] for role, r in h.roles if role == "agent"]
    held = [r for role, r in h.roles if role in ("patient", "topic", "recipient", "place")]
    if not agents:  # "the firm was fined £2m": whom it was done to says more than how much
        held.sort(key=lambda r: ids[r] not in beings)
    others = [labels[ids[r]] for r in held]
    if not agents and h.befalls:
        agents, others = others[:1], others[1:]
    if h.symmetric and not others and len(agents) == 2:
        agents, others = agents[:1], agents[1:]
    elif h.symmetric and not others and len(agents) > 2:  # which of them did it with which, the roles do not say
        agents = [", ".join(agents[:-1]), agents[-1]]
    words = vocabulary().words(h.predicate, alone=not others)
    return " ".join(p for p in (" and ".join(agents[:2]), words, *others[:1]) if p)


class _Maker:
    """Claims and propositions with their final ids."""

    def __init__(self, claims: Claims, ids: dict[int, Ref], things: dict[Ref, Entity]) -> None:
        self._claims, self._ids, self._things = claims, ids, things

    def node(self, node: Node) -> Ref:
        """The id of a provisional reference."""
        kind, number = node
        return self._ids[number] if kind == "e" else f"{'c' if kind == 'c' else 'p'}{number + 1}"

    def propositions(self) -> tuple[Proposition, ...]:
        """The propositions, with labels in plain words."""
        return tuple(
            Proposition(
                f"p{n}",
                self._label(p),
                p.predicate,
                self.node(p.subject) if p.subject else None,
                self.node(p.object) if p.object else None,
                tuple(sorted({(role, self.node(node)) for role, node in p.roles})),
                p.time,
                p.modality,
                tuple(sorted(p.spans)),
                tuple(p.rules),
                tuple(f"p{n + 1}" for n in p.entails),
            )
            for n, p in enumerate(self._claims.propositions.made, 1)
        )

    def _label(self, prop: Prop, depth: int = 0) -> str:
        if prop.words:
            return " ".join(p for p in (self._name(prop.lead, depth), prop.words) if p)
        words = vocabulary().words(prop.predicate, alone=prop.object is None)
        parts = [self._name(prop.subject, depth), words, self._name(prop.object, depth)]
        return " ".join(p for p in parts if p)

    def _name(self, node: Node | None, depth: int) -> str:
        if node is None:
            return ""
        kind, number = node
        if kind == "e":
            return self._things[self._ids[number]].label
        if depth > 2:
            return "a claim"
        if kind == "p":
            return self._label(self._claims.propositions.made[number], depth + 1)
        position = self._claims.positions[number]
        who = self._things[self._ids[position.claimant]].label + "'s " if position.claimant is not None else "the "
        word = "denial" if position.polarity is Polarity.NEGATIVE else "claim"
        return f"{who}{word} that {self._name(position.content, depth + 1)}"

    def claims(self) -> tuple[Claim, ...]:
        """The claims, numbered as their propositions refer to them."""
        return tuple(self._claim(n, p) for n, p in enumerate(self._claims.positions, 1) if not p.dropped)

    def _around(self, p: Position) -> list[Position]:
        """The positions that report one, and those that report these, as far as the reports go."""
        numbers = list(p.parents)
        for number in numbers:
            numbers += [n for n in self._claims.positions[number].parents if n not in numbers]
        return [self._claims.positions[n] for n in numbers]

    def _claim(self, number: int, p: Position) -> Claim:
        reporters = {self._ids[q.claimant] for q in self._around(p) if q.claimant is not None}
        spans = tuple(sorted({*p.sources, *p.cue_spans, *p.contents}))
        return Claim(
            f"c{number}",
            self._ids[p.claimant] if p.claimant is not None else None,
            p.mode,
            p.polarity,
            p.certainty,
            Evidence(spans, p.rule, 0.8),
            self.node(p.content) if p.content else None,
            tuple(self._ids[r] for r in p.about),
            tuple(self._ids[r] for r in p.addressees),
            tuple(p.cues),
            tuple(p.quotations),
            tuple(f"c{i + 1}" for i in sorted(p.parents) if not self._claims.positions[i].dropped),
            tuple(
                sorted(
                    reporters - {self._ids.get(p.claimant, "") if p.claimant is not None else ""},
                    key=lambda r: int(r[1:]),
                )
            ),
            p.article_voice,
            p.presented,
            tuple(sorted(p.sources)),
            tuple(sorted(p.cue_spans)),
            tuple(sorted(p.contents)),
            tuple(sorted(p.kinds)),
            tuple(self._ids[r] for r in p.against),
        )


def _attributions(
    claims: Claims, found: Resolution, sayings: list[Saying], ids: dict[int, Ref]
) -> tuple[Attribution, ...]:
    told = [s for s in sayings if s.content]
    index = {id(s): n for n, s in enumerate(told)}
    tree = found.tree
    out = []
    for saying in told:
        mode, polarity, certainty = claims.sides[id(saying)]
        who = claims.claimant(saying)
        parent = saying.parent
        while parent is not None and id(parent) not in index:
            parent = parent.parent
        out.append(
            Attribution(
                tuple(source_spans(tree, saying)),
                tuple(cue_spans(tree, saying)),
                tuple(content_spans(tree, saying)),
                ids.get(who) if who is not None else None,
                tuple(dict.fromkeys(ids[r] for t in saying.addressees for r in found.actors(t) if r in ids)),
                mode,
                polarity,
                certainty,
                Evidence(tuple(cue_spans(tree, saying)), saying.pattern),
                index[id(parent)] if parent is not None else None,
                firm(tree, saying),
            )
        )
    return tuple(out)
