"""The things of one article in a graph, sorted into what they are and numbered in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import PROV, RDF, RDFS, TIME, URIRef

from kg.errors import GraphError
from kg.graph.source import Source, at
from kg.graph.statements import Statement
from kg.model import Event, Evidence, Polarity, Ref, Span, Timex
from kg.names import KG, SEM, event_iri


@dataclass(frozen=True)
class Reading:
    """An article's things, each kind in the order of the text, and what the article states of them."""

    source: Source
    entities: tuple[URIRef, ...]
    events: tuple[URIRef, ...]
    propositions: tuple[URIRef, ...]
    claims: tuple[URIRef, ...]
    found: dict[URIRef, list[Statement]]
    refs: dict[URIRef, Ref] = field(default_factory=dict)

    def ref(self, iri: URIRef) -> Ref:
        """The local id of a thing that something of the article points to."""
        if iri not in self.refs:
            raise GraphError(f"{self.source.article} points to {iri}, which it does not describe")
        return self.refs[iri]

    def sorted_refs(self, things: Iterable[URIRef]) -> tuple[Ref, ...]:
        """The local ids of several things, in the order of the text."""
        return tuple(
            sorted((self.ref(thing) for thing in things), key=lambda ref: ("evpc".index(ref[0]), int(ref[1:])))
        )

    def about(self, subject: URIRef, *predicates: URIRef) -> list[Statement]:
        """The positive statements about a thing with one of these predicates."""
        return [one for one in self.found.get(subject, ()) if one.predicate in predicates and positive(one)]

    def objects(self, subject: URIRef, predicate: URIRef, rule: str) -> list[URIRef]:
        """What positive statements that came from a rule say of a thing."""
        return [one.object for one in self.about(subject, predicate) if rule in one.rules]

    def times(self, subject: URIRef) -> list[Timex]:
        """The times that the article gives for an event or a role."""
        return [read_time(self.source, one.object) for one in self.about(subject, SEM.hasTime)]


def positive(statement: Statement) -> bool:
    """Whether a statement stands in the graph as a plain triple."""
    return statement.polarity is Polarity.POSITIVE


def read_article(source: Source) -> Reading:
    """Find and number everything that cites the article."""
    graph = source.graph
    found: dict[URIRef, list[Statement]] = defaultdict(list)
    for statement in source.statements().values():
        found[statement.subject].append(statement)
    happenings = {one.subject for several in found.values() for one in several if one.predicate == RDF.type}
    things = source.pointing(KG.mentionedIn)
    propositions = {thing for thing in things if (thing, RDF.type, KG.Proposition) in graph}
    times = {thing for thing in things if (thing, RDF.type, TIME.TemporalEntity) in graph}
    verbs = {event for event in happenings if _is_of_a_verb(source, event, found[event])}
    claims = {thing for thing in source.pointing(PROV.wasDerivedFrom) if (thing, RDF.type, KG.Claim) in graph}
    reading = Reading(
        source,
        entities=_in_order(source, things - propositions - times - verbs, KG.mentionedIn),
        events=_in_order(source, happenings, KG.triggerSpan),
        propositions=_in_order(source, propositions, KG.mentionedIn),
        claims=_in_order(source, claims, PROV.wasDerivedFrom),
        found=found,
    )
    kinds = (("e", reading.entities), ("v", reading.events), ("p", reading.propositions), ("c", reading.claims))
    for letter, members in kinds:
        for number, thing in enumerate(members, start=1):
            # An event that a noun names keeps the id of its entity.
            reading.refs.setdefault(thing, f"{letter}{number}")
    return reading


def _in_order(source: Source, things: Iterable[URIRef], words: URIRef) -> tuple[URIRef, ...]:
    def place(thing: URIRef) -> tuple[bool, tuple[Span, ...], str]:
        spans = source.spans(thing, words)
        return not spans, spans, thing

    return tuple(sorted(things, key=place))


def _is_of_a_verb(source: Source, event: URIRef, about: Iterable[Statement]) -> bool:
    """Whether an event has no entity of its own: then its IRI is made from its class, label and trigger."""
    label = source.text(event, RDFS.label) or ""
    records = (
        Event("", local_name(one.object), label, trigger, Evidence((), ""))
        for one in about
        if one.predicate == RDF.type
        for trigger in source.spans(event, KG.triggerSpan)
    )
    return any(event == event_iri(source.article, record, base=source.base) for record in records)


def local_name(term: URIRef) -> str:
    """What follows ``kg:``."""
    return term.removeprefix(str(KG))


def read_time(source: Source, node: URIRef) -> Timex:
    """A time expression of the article."""
    span = at(source.spans(node, KG.mentionedIn), 0)
    return Timex(source.required(node, KG.timex), span or Span(0, 0))
