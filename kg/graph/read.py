"""The model back from RDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from rdflib import OWL, PROV, RDF, RDFS, SKOS, Dataset, Graph, URIRef

from kg.errors import GraphError
from kg.graph.reading import Reading, local_name, positive, read_article, read_time
from kg.graph.source import Source, at, evidence, rows
from kg.graph.statements import AFFILIATION_RULE, MEMBER_RULE, Draft, Key, Statement, statements
from kg.model import (
    Age,
    Certainty,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Modality,
    Mode,
    Polarity,
    Proposition,
    Provenance,
    Ref,
    Relation,
    Role,
    Timex,
)
from kg.names import (
    ENTITY_CLASSES,
    HASHED_TYPES,
    KG,
    NIF,
    SCHEMA,
    SEM,
    curie,
    is_hashed,
    mention_iri,
    slug,
    span_of,
    symmetric,
)
from kg.vocabulary import vocabulary

_ROLES = tuple(KG[role] for role in ("agent", "patient", "recipient", "topic", "instrument", "place"))
_LONGEST_AGE = 3
_NO_ROLES = (KG.mentionedIn, KG.modality, KG.time, KG.rule, KG.entails)


def from_graph(graph: Graph) -> tuple[Extraction, ...]:
    """The articles of a graph or dataset, sorted by IRI, as extractions that make the same graph again.

    Open triples, attributions, zones and tokens are not in RDF and come back empty; local ids are new. A
    graph without the articles' text gives texts of blanks with the mentions' words in their places.
    Raises `GraphError` where the graph lacks what every graph of newskg has.
    """
    return tuple(_extraction(reading) for reading in _readings(graph))


def entity_iris(graph: Graph) -> tuple[dict[Ref, str], ...]:
    """The IRIs of the entities that `from_graph` gives, in its order.

    `to_graph` needs them as `entities` where the graph's identities were settled across articles.
    """
    return tuple(
        {reading.ref(thing): str(thing) for thing in (*reading.entities, *reading.events)}
        for reading in _readings(graph)
    )


def _readings(graph: Graph) -> Iterator[Reading]:
    graphs = sorted(graph.graphs(), key=lambda one: str(one.identifier)) if isinstance(graph, Dataset) else [graph]
    for one in graphs:
        articles = one.subjects(RDF.type, SCHEMA.NewsArticle)
        for article in sorted(article for article in articles if isinstance(article, URIRef)):
            yield read_article(Source(one, article))


def _extraction(reading: Reading) -> Extraction:
    source = reading.source
    names = {ref: iri for iri, ref in reading.refs.items()}
    found = Extraction(
        _document(source),
        _provenance(source),
        entities=tuple(_entities(reading)),
        mentions=tuple(_mentions(reading)),
        events=tuple(_events(reading)),
        propositions=tuple(_propositions(reading)),
        claims=tuple(_claims(reading)),
    )
    explained = statements(Draft(found, source.article, names, source.base))
    return replace(found, relations=tuple(_relations(reading, explained)))


def _document(source: Source) -> Document:
    article = source.article
    published = source.text(article, SCHEMA.datePublished)
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as error:
        raise GraphError(f"{article}: the date {published!r} is not of the form YYYY-MM-DD") from error
    return Document(
        text=_words(source),
        id=source.text(article, SCHEMA.identifier),
        title=source.text(article, SCHEMA.headline),
        date=day,
        publisher=source.text(article, SCHEMA.publisher),
        url=source.text(article, SCHEMA.url),
        author=source.text(article, SCHEMA.author),
    )


def _words(source: Source) -> str:
    text = source.text(source.article, NIF.isString)
    if text is not None:
        return text
    length = source.length
    blank = [" "] * length
    for mention in source.graph.subjects(NIF.referenceContext, source.article):
        span = span_of(str(mention), source.article)
        if span and span.end <= length:
            blank[span.begin : span.end] = source.required(mention, NIF.anchorOf).ljust(len(span))[: len(span)]
    return "".join(blank)


def _provenance(source: Source) -> Provenance:
    run = min(source.graph.subjects(PROV.used, source.article), key=str, default=None)
    if run is None:
        raise GraphError(f"{source.article}: no prov:Activity says what made its graph")
    parts = (SCHEMA.softwareVersion, KG.model, KG.modelVersion, KG.modelChecksum, KG.lexiconChecksum)
    return Provenance(*(source.required(run, part) for part in parts))


def _entities(reading: Reading) -> Iterator[Entity]:
    source = reading.source
    types = {thing: _type(source, thing) for thing in reading.entities}
    labels = {thing: source.required(thing, RDFS.label) for thing in reading.entities}
    # Named things that share a slug all have a hash, as unnamed ones do; their mentions tell them apart.
    named = {thing for thing in reading.entities if _has_name(source, thing)}
    shared = Counter(slug(labels[thing]) for thing in named if is_hashed(thing) and types[thing] not in HASHED_TYPES)
    for thing in reading.entities:
        label, kind = labels[thing], types[thing]
        affiliations = reading.objects(thing, KG.affiliation, AFFILIATION_RULE)
        yield Entity(
            reading.ref(thing),
            label,
            kind,
            named=not is_hashed(thing) or (thing in named and (kind in HASHED_TYPES or shared[slug(label)] > 1)),
            names=source.texts(thing, SKOS.altLabel),
            unnamed=source.text(thing, KG.unnamed) == "true",
            members=reading.sorted_refs(reading.objects(thing, KG.member, MEMBER_RULE)),
            affiliation=reading.ref(affiliations[0]) if affiliations else None,
            same_as=source.texts(thing, OWL.sameAs),
            roles=tuple(_roles(reading, thing)),
            ages=tuple(_ages(reading, thing)),
        )


def _type(source: Source, thing: URIRef) -> str:
    types = [name for name, cls in ENTITY_CLASSES.items() if (thing, RDF.type, cls) in source.graph]
    if not types:
        raise GraphError(f"{thing} has none of the classes of an entity: {', '.join(ENTITY_CLASSES)}")
    # Articles that disagree on the class of one thing each take one, so that none is lost.
    words = source.graph.objects(thing, KG.mentionedIn)
    articles = sorted({str(word).partition("#")[0] for word in words})
    return types[min(articles.index(str(source.article)), len(types) - 1)]


def _has_name(source: Source, thing: URIRef) -> bool:
    words = (mention_iri(source.article, span) for span in source.spans(thing, KG.mentionedIn))
    return any(Kind.NAMED in source.texts(word, KG.mentionKind) for word in words)


def _roles(reading: Reading, holder: URIRef) -> Iterator[Role]:
    source = reading.source
    for held in reading.about(holder, KG.holds):
        office = held.object
        of = at(reading.about(office, KG.of), 0)
        times, proofs = reading.times(office), tuple(evidence(held))
        for index in rows(times, proofs):
            yield Role(
                source.required(office, KG.title),
                reading.ref(of.object) if of else None,
                at(proofs, index) or Evidence((), ""),
                former=source.text(office, KG.former) == "true",
                time=at(times, index),
            )


def _ages(reading: Reading, holder: URIRef) -> Iterator[Age]:
    for held in reading.about(holder, KG.hasAge):
        years = reading.source.required(held.object, KG.years)
        if not years.isdecimal() or len(years) > _LONGEST_AGE:
            raise GraphError(f"{held.object}: {years!r} is no number of years")
        yield Age(int(years), at(tuple(evidence(held)), 0) or Evidence((), ""))


def _mentions(reading: Reading) -> Iterator[Mention]:
    source = reading.source
    found = []
    for thing in reading.entities:
        kind = _type(source, thing)
        for span in source.spans(thing, KG.mentionedIn):
            word = mention_iri(source.article, span)
            kinds = [Kind(text) for text in source.texts(word, KG.mentionKind) if text in set(Kind)]
            rules = source.texts(word, KG.rule)
            found += [
                Mention(span, at(kinds, index) or Kind.NOMINAL, kind, reading.ref(thing), at(rules, index) or "")
                for index in rows(kinds, rules)
            ]
    yield from sorted(found, key=lambda mention: (mention.span, mention.entity))


def _events(reading: Reading) -> Iterator[Event]:
    source = reading.source
    for event in reading.events:
        durations = source.texts(event, KG.duration)
        times = reading.times(event)
        for stated in reading.about(event, RDF.type):
            cls = local_name(stated.object)
            # What has other words or another rule behind it is a relation of its own.
            parts = [one for one in reading.found[event] if one.reading == stated.reading and positive(one)]
            occasions = [one.object for one in parts if one.predicate == KG.at]
            triggers = [span for span in source.spans(event, KG.triggerSpan) if span in stated.spans]
            proofs = tuple(evidence(stated))
            if not triggers:
                raise GraphError(f"{event} has no kg:triggerSpan among the words of its assertion")
            for index in rows(triggers, durations, times, occasions, proofs):
                trigger, duration = at(triggers, index) or triggers[0], at(durations, index)
                occasion = at(occasions, index)
                yield Event(
                    reading.ref(event),
                    cls,
                    source.text(event, RDFS.label) or "",
                    trigger,
                    at(proofs, index) or proofs[0],
                    plover=vocabulary().plover.get(cls),
                    roles=tuple(
                        (local_name(role), who)
                        for role in _ROLES
                        for who in reading.sorted_refs(one.object for one in parts if one.predicate == role)
                    ),
                    places=reading.sorted_refs(one.object for one in parts if one.predicate == SEM.hasPlace),
                    time=at(times, index),
                    duration=Timex(duration, trigger) if duration else None,
                    occasion=reading.ref(occasion) if occasion else None,
                )


def _propositions(reading: Reading) -> Iterator[Proposition]:
    source = reading.source
    for thing in reading.propositions:
        subject, object = (at(source.things(thing, part), 0) for part in (RDF.subject, RDF.object))
        asserted = {(one.predicate, one.object) for one in reading.found.get(thing, ()) if positive(one)}
        roles = [
            (local_name(role), reading.ref(value))
            for role, value in sorted(source.graph.predicate_objects(thing))
            if isinstance(role, URIRef) and isinstance(value, URIRef)
            if role in KG and role not in _NO_ROLES and (role, value) not in asserted
        ]
        times = [node for node in source.things(thing, KG.time) if source.spans(node, KG.mentionedIn)]
        time = at(times, 0)
        # Articles that put one proposition in other words each add a label.
        for label in (source.required(thing, RDFS.label), *source.texts(thing, SKOS.altLabel)):
            yield Proposition(
                reading.ref(thing),
                label,
                curie(source.required(thing, RDF.predicate), source.base),
                reading.ref(subject) if subject else None,
                reading.ref(object) if object else None,
                roles=tuple(roles),
                time=read_time(source, time) if time else None,
                modality=source.choice(Modality, thing, KG.modality) if source.text(thing, KG.modality) else None,
                spans=source.spans(thing, KG.mentionedIn),
                rules=source.texts(thing, KG.rule),
                entails=reading.sorted_refs(source.things(thing, KG.entails)),
            )


def _claims(reading: Reading) -> Iterator[Claim]:
    source = reading.source
    for thing in reading.claims:
        claimant = URIRef(source.required(thing, KG.claimant))
        content = at(source.things(thing, KG.content), 0)
        reporters = set(source.things(thing, KG.reportedBy))
        rules, tables = source.texts(thing, KG.rule), source.texts(thing, KG.table)
        spans = source.spans(thing, PROV.wasDerivedFrom)
        for index in rows(rules, tables):
            yield Claim(
                reading.ref(thing),
                None if claimant == KG.Unattributed else reading.ref(claimant),
                source.choice(Mode, thing, KG.mode),
                source.choice(Polarity, thing, KG.polarity),
                source.choice(Certainty, thing, KG.certainty),
                Evidence(spans, at(rules, index) or "", source.confidence(thing), at(tables, index)),
                content=reading.ref(content) if content else None,
                about=reading.sorted_refs(source.things(thing, KG.about)),
                addressees=reading.sorted_refs(source.things(thing, KG.addressee)),
                cues=source.texts(thing, KG.cue),
                quotations=source.texts(thing, KG.quotation),
                parents=reading.sorted_refs(_parents(reading, thing)),
                reporters=reading.sorted_refs(reporters - {source.article}),
                article_voice=source.article in reporters,
                presented=source.text(thing, KG.presented) != "false",
                source_spans=source.spans(thing, KG.sourceSpan),
                cue_spans=source.spans(thing, KG.cueSpan),
                content_spans=source.spans(thing, KG.contentSpan),
                kinds=tuple(
                    sorted(
                        local_name(kind) for kind in source.things(thing, RDF.type) if kind in KG and kind != KG.Claim
                    )
                ),
                against=reading.sorted_refs(source.things(thing, KG.against)),
            )


def _parents(reading: Reading, claim: URIRef) -> set[URIRef]:
    """The claims whose content is this one, or a proposition over it."""
    graph = reading.source.graph
    over = {thing for part in (RDF.subject, RDF.object) for thing in graph.subjects(part, claim)}
    holders = {parent for thing in (claim, *over) for parent in graph.subjects(KG.content, thing)}
    return {parent for parent in holders if isinstance(parent, URIRef) and parent in reading.claims}


def _relations(reading: Reading, explained: Mapping[Key, Statement]) -> Iterator[Relation]:
    """Yield what the entities, roles and events do not say already."""
    done = dict(explained)
    for subject in reading.refs:
        for one in sorted(reading.found.get(subject, ()), key=lambda one: one.key):
            known = done.get(one.key)
            if one.object not in reading.refs or (known is not None and known == one):
                continue
            predicate = curie(one.predicate, reading.source.base)
            happenings = reading.sorted_refs(one.events)
            proofs = tuple(evidence(one))
            for index in rows(proofs, happenings):
                yield Relation(
                    reading.ref(subject),
                    predicate,
                    reading.ref(one.object),
                    at(proofs, index) or proofs[0],
                    polarity=one.polarity,
                    inferred=one.inferred,
                    event=at(happenings, index),
                )
            if one.predicate in symmetric():
                turned = replace(one, subject=one.object, object=one.subject)
                done[turned.key] = turned
