"""What an extraction says about the world, statement by statement, each with the words behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rdflib import RDF, URIRef

from kg.errors import GraphError
from kg.model import (
    Age,
    Entity,
    Event,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Polarity,
    Ref,
    Role,
    Span,
    Timex,
    affiliated,
    people,
)
from kg.names import (
    KG,
    SEM,
    age_iri,
    article_iri,
    digest,
    expand,
    happened,
    iris,
    mention_iri,
    role_iri,
    symmetric,
    time_iri,
)

MEMBER_RULE: Final = "member of a group"
"""The rule of an assertion that comes from `Entity.members`."""

AFFILIATION_RULE: Final = "affiliation of a source"
"""The rule of an assertion that comes from `Entity.affiliation`."""

Key = tuple[URIRef, URIRef, URIRef, Polarity]


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple that the article states or negates, with all the evidence for it."""

    subject: URIRef
    predicate: URIRef
    object: URIRef
    polarity: Polarity
    spans: frozenset[Span]
    rules: frozenset[str]
    confidence: float
    tables: frozenset[str] = frozenset()
    events: frozenset[URIRef] = frozenset()
    inferred: bool = False

    @property
    def key(self) -> Key:
        """What makes two statements of one article the same statement."""
        return self.subject, self.predicate, self.object, self.polarity

    @property
    def reading(self) -> tuple[frozenset[Span], frozenset[str], float, frozenset[str]]:
        """The evidence: spans, rules, confidence, tables."""
        return self.spans, self.rules, self.confidence, self.tables

    def merged(self, other: Statement) -> Statement:
        """The same statement with the evidence of both; the words alone outweigh an inference."""
        return replace(
            self,
            spans=self.spans | other.spans,
            rules=self.rules | other.rules,
            confidence=max(self.confidence, other.confidence),
            tables=self.tables | other.tables,
            events=self.events | other.events,
            inferred=self.inferred and other.inferred,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """An extraction together with the IRIs of everything in it."""

    extraction: Extraction
    article: URIRef
    names: Mapping[Ref, URIRef]
    base: str

    def __getitem__(self, ref: Ref) -> URIRef:
        if ref not in self.names:
            raise GraphError(f"{self.article}: something points to {ref}, which the extraction does not have")
        return self.names[ref]

    def mention(self, span: Span) -> URIRef:
        """The IRI of some words of the article."""
        return mention_iri(self.article, span)

    def time(self, time: Timex) -> URIRef:
        """The IRI of a time expression of the article."""
        return time_iri(self.article, time, base=self.base)

    @property
    def run(self) -> URIRef:
        """The IRI of the configuration that made the extraction."""
        made = self.extraction.provenance
        parts = (made.version, made.model, made.model_version, made.model_checksum, made.lexicon_checksum)
        return URIRef(f"{self.base}run-{digest(*parts)}")

    def assertion(self, statement: Statement) -> URIRef:
        """The IRI of a statement's assertion."""
        return URIRef(f"{self.base}assertion-{digest(self.article, *statement.key)}")

    def age(self, holder: Entity, age: Age) -> URIRef:
        """The IRI of how old an entity is on the day of the article."""
        return age_iri(self[holder.id], age, self.extraction.document.date, base=self.base)

    def role(self, holder: Entity, role: Role) -> URIRef:
        """The IRI of an office that an entity holds."""
        return role_iri(self[holder.id], role, self[role.of] if role.of else None, base=self.base)


def draft(extraction: Extraction, base: str, entities: Mapping[Ref, str] | None = None) -> Draft:
    """The extraction with its IRIs, once events that did not happen have become concepts."""
    settled = _settled(extraction)
    names = iris(settled, base=base, entities=entities)
    return Draft(settled, article_iri(extraction.document, base=base), names, base)


def statements(source: Draft) -> dict[Key, Statement]:
    """Everything the article says in its own voice, one statement a key."""
    found: dict[Key, Statement] = {}
    for statement in _all(source):
        known = found.get(statement.key)
        found[statement.key] = statement if known is None else known.merged(statement)
    return found


def _all(source: Draft) -> Iterator[Statement]:
    persons = people(source.extraction.entities)
    words: dict[Ref, list[Span]] = defaultdict(list)
    for mention in source.extraction.mentions:
        words[mention.entity].append(mention.span)
    for entity in source.extraction.entities:
        yield from _of_entity(source, entity, persons, tuple(words.get(entity.id, ())))
    for event in source.extraction.events:
        yield from _of_event(source, event)
    yield from _of_relations(source)


def _statement(
    subject: URIRef, predicate: URIRef, object: URIRef, evidence: Evidence, extra: Iterable[Span] = ()
) -> Statement:
    return Statement(
        subject,
        predicate,
        object,
        Polarity.POSITIVE,
        spans=frozenset((*evidence.spans, *extra)),
        rules=frozenset({evidence.rule}),
        confidence=round(evidence.confidence, 4),
        tables=frozenset({evidence.table} if evidence.table else ()),
    )


def _of_relations(source: Draft) -> Iterator[Statement]:
    happenings = {event.id for event in source.extraction.events}
    for relation in source.extraction.relations:
        if not relation.asserted:
            continue
        statement = replace(
            _statement(
                source[relation.subject],
                expand(relation.predicate, source.base),
                source[relation.object],
                relation.evidence,
            ),
            polarity=relation.polarity,
            events=frozenset({source[relation.event]} if relation.event in happenings else ()),
            inferred=relation.inferred,
        )
        yield statement
        if statement.predicate in symmetric():
            yield replace(statement, subject=statement.object, object=statement.subject)


def _of_entity(source: Draft, entity: Entity, persons: Collection[Ref], words: tuple[Span, ...]) -> Iterator[Statement]:
    own = source[entity.id]
    for role in entity.roles:
        office = source.role(entity, role)
        yield _statement(own, KG.holds, office, role.evidence)
        if role.time:
            yield _statement(office, SEM.hasTime, source.time(role.time), role.evidence)
        if role.of:
            yield _statement(office, KG.of, source[role.of], role.evidence)
            if affiliated(role, persons):
                yield _statement(own, KG.affiliation, source[role.of], role.evidence)
    for age in entity.ages:
        yield _statement(own, KG.hasAge, source.age(entity, age), age.evidence)
    for member in entity.members:
        yield _statement(own, KG.member, source[member], Evidence(words, MEMBER_RULE))
    if entity.affiliation:
        yield _statement(own, KG.affiliation, source[entity.affiliation], Evidence(words, AFFILIATION_RULE))


def _of_event(source: Draft, event: Event) -> Iterator[Statement]:
    own = source[event.id]
    parts = [(RDF.type, expand(f"kg:{event.cls}"))]
    parts += [(expand(f"kg:{role}"), source[ref]) for role, ref in event.roles]
    parts += [(SEM.hasPlace, source[ref]) for ref in event.places]
    if event.time:
        parts.append((SEM.hasTime, source.time(event.time)))
    if event.occasion:
        parts.append((KG.at, source[event.occasion]))
    # A duration has no node of its own that could cite its words, so the event's statements do.
    extra = [event.trigger] + ([event.duration.span] if event.duration else [])
    for predicate, object in parts:
        yield replace(_statement(own, predicate, object, event.evidence, extra), events=frozenset({own}))


def _settled(extraction: Extraction) -> Extraction:
    """Only what the article's own voice says happened is an event; what is denied, planned or claimed is a concept."""
    happenings = tuple(event for event in extraction.events if happened(event))
    known = {event.id for event in happenings}
    talk = {event.id: event for event in reversed(extraction.events) if event.id not in known}
    entities = tuple(
        replace(entity, type="Concept") if entity.id in talk and entity.type == "Event" else entity
        for entity in extraction.entities
    )
    # A verb's event is described only where something points to it.
    described = {entity.id for entity in entities}
    wanted = set(_references(extraction, happenings)) - described
    concepts = [event for event in extraction.events if talk.get(event.id) is event and event.id in wanted]
    spoken = {(mention.entity, mention.span) for mention in extraction.mentions}
    return replace(
        extraction,
        events=happenings,
        entities=(*entities, *(Entity(event.id, event.label, "Concept", named=False) for event in concepts)),
        mentions=(
            *extraction.mentions,
            *(
                Mention(event.trigger, Kind.NOMINAL, "Concept", event.id, event.evidence.rule)
                for event in concepts
                if (event.id, event.trigger) not in spoken
            ),
        ),
    )


def _references(extraction: Extraction, happenings: Iterable[Event]) -> Iterator[Ref | None]:
    for mention in extraction.mentions:
        yield mention.entity
    for entity in extraction.entities:
        yield from (*entity.members, entity.affiliation, *(role.of for role in entity.roles))
    for relation in extraction.relations:
        if relation.asserted:
            yield from (relation.subject, relation.object)
    for event in happenings:
        yield from (*(ref for _, ref in event.roles), *event.places, event.occasion)
    for proposition in extraction.propositions:
        yield from (proposition.subject, proposition.object, *(ref for _, ref in proposition.roles))
    for claim in extraction.claims:
        yield from claim.parties
