"""The text layer and the world layer: what the article says in its own voice, and the words it says it with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD, URIRef

from kg.errors import GraphError
from kg.graph.statements import Draft, Statement, statements
from kg.graph.terms import TRUE, Triple, confidence, open_predicate, plain, time_triples, typed, whole
from kg.model import Entity, Event, Polarity
from kg.names import ENTITY_CLASSES, KG, NIF, SCHEMA, SEM, scalar, span_of, web_iri


def world(source: Draft, *, text: bool) -> Iterator[Triple]:
    """Yield the article, its provenance, its entities and events, and the statements about them."""
    yield from _article(source, text)
    yield from _provenance(source)
    for entity in source.extraction.entities:
        yield from _entity(source, entity)
    for event in source.extraction.events:
        yield from _event(source, event)
    for statement in statements(source).values():
        yield from _statement(source, statement)


def _article(source: Draft, text: bool) -> Iterator[Triple]:
    document, article = source.extraction.document, source.article
    words = scalar(document.text)
    yield article, RDF.type, SCHEMA.NewsArticle
    yield article, RDF.type, NIF.Context
    yield article, SCHEMA.identifier, plain(document.id or article.rpartition("article-")[2])
    facts = (
        (SCHEMA.headline, document.title),
        (SCHEMA.publisher, document.publisher),
        (SCHEMA.author, document.author),
    )
    for predicate, value in facts:
        if value:
            yield article, predicate, plain(value)
    if document.date:
        yield article, SCHEMA.datePublished, typed(document.date.isoformat(), XSD.date)
    if document.url:
        yield article, SCHEMA.url, web_iri(document.url) or plain(document.url)
    yield article, KG.sha256, plain(hashlib.sha256(words.encode()).hexdigest())
    yield article, NIF.beginIndex, whole(0)
    yield article, NIF.endIndex, whole(len(words))
    if text:
        yield article, NIF.isString, plain(words)


def _provenance(source: Draft) -> Iterator[Triple]:
    made, run = source.extraction.provenance, source.run
    yield run, RDF.type, PROV.Activity
    yield run, RDFS.label, plain(f"newskg {made.version} with {made.model} {made.model_version}")
    yield run, PROV.used, source.article
    yield run, SCHEMA.softwareVersion, plain(made.version)
    yield run, KG.model, plain(made.model)
    yield run, KG.modelVersion, plain(made.model_version)
    yield run, KG.modelChecksum, plain(made.model_checksum)
    yield run, KG.lexiconChecksum, plain(made.lexicon_checksum)


def _entity(source: Draft, entity: Entity) -> Iterator[Triple]:
    own = source[entity.id]
    if entity.type not in ENTITY_CLASSES:
        known = ", ".join(ENTITY_CLASSES)
        raise GraphError(f"{source.article}: entity {entity.label!r} has the type {entity.type!r}; use one of {known}")
    yield own, RDF.type, ENTITY_CLASSES[entity.type]
    yield own, RDFS.label, plain(entity.label)
    for name in entity.names:
        yield own, SKOS.altLabel, plain(name)
    if entity.unnamed:
        yield own, KG.unnamed, TRUE
    for link in entity.same_as:
        if iri := web_iri(link):
            yield own, OWL.sameAs, iri
    words = [mention.span for mention in source.extraction.mentions if mention.entity == entity.id]
    for word in [source.mention(span) for span in words] or [source.article]:
        yield own, KG.mentionedIn, word
    for role in entity.roles:
        office = source.role(entity, role)
        yield office, RDF.type, KG.Role
        yield office, KG.title, plain(role.title)
        if role.former:
            yield office, KG.former, TRUE
        else:
            yield own, SCHEMA.jobTitle, plain(role.title)
        if role.time:
            yield from time_triples(source, role.time)
    for age in entity.ages:
        known = source.age(entity, age)
        yield known, RDF.type, KG.Age
        yield known, KG.years, whole(age.years)
        yield own, KG.age, whole(age.years)
        if day := source.extraction.document.date:
            yield known, KG.asOf, typed(day.isoformat(), XSD.date)


def _event(source: Draft, event: Event) -> Iterator[Triple]:
    own = source[event.id]
    yield own, RDF.type, SEM.Event
    yield own, KG.triggerSpan, source.mention(event.trigger)
    if all(entity.id != event.id for entity in source.extraction.entities):
        yield own, RDFS.label, plain(event.label)
        yield own, KG.mentionedIn, source.mention(event.trigger)
    if event.duration:
        yield own, KG.duration, plain(event.duration.value)
    if event.time:
        yield from time_triples(source, event.time)


def _statement(source: Draft, statement: Statement) -> Iterator[Triple]:
    subject, predicate, object, polarity = statement.key
    own = source.assertion(statement)
    if polarity is Polarity.POSITIVE:
        yield subject, predicate, object
    yield from open_predicate(source, predicate)
    yield own, RDF.type, KG.Assertion
    yield own, RDF.subject, subject
    yield own, RDF.predicate, predicate
    yield own, RDF.object, object
    yield own, KG.polarity, KG[polarity.capitalize()]
    for word in [source.mention(span) for span in statement.spans] or [source.article]:
        yield own, PROV.wasDerivedFrom, word
    for rule in statement.rules:
        yield own, KG.rule, plain(rule)
    yield own, KG.confidence, confidence(statement.confidence)
    for table in statement.tables:
        yield own, KG.table, plain(table)
    for event in statement.events:
        yield own, KG.describes, event
    if statement.inferred:
        yield own, KG.inferred, TRUE
    yield own, PROV.wasGeneratedBy, source.run


def words(source: Draft, pointed_at: set[URIRef]) -> Iterator[Triple]:
    """Yield the mentions among the things that something points to."""
    text = scalar(source.extraction.document.text)
    for mention in source.extraction.mentions:
        own = source.mention(mention.span)
        yield own, KG.mentionKind, plain(mention.kind)
        yield own, KG.rule, plain(mention.rule)
    for own in pointed_at:
        span = span_of(own, source.article)
        if span:
            yield own, RDF.type, KG.Mention
            yield own, NIF.beginIndex, whole(span.begin)
            yield own, NIF.endIndex, whole(span.end)
            yield own, NIF.anchorOf, plain(text[span.begin : span.end])
            yield own, NIF.referenceContext, source.article
