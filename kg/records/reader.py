"""Records out of a graph, one at a time or all of a kind, always in the order of their IRIs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

import pyoxigraph as ox
from rdflib import OWL, PROV, RDF, RDFS, SKOS, URIRef

from kg.names import ENTITY_CLASSES, KG, NIF, SCHEMA, SEM
from kg.query import Loaded
from kg.records.model import Article, Claim, Entity, Proposition, Statement, Words
from kg.records.terms import in_words, local
from kg.records.values import Values

_PARTS: Final = {KG.sourceSpan: "source", KG.cueSpan: "cue", KG.contentSpan: "content", KG.triggerSpan: "trigger"}
_ROLES: Final = (KG.agent, KG.patient, KG.recipient, KG.topic, KG.instrument, KG.place, KG.time)
_LABELS: Final = (RDFS.label, KG.title, KG.timex, SCHEMA.headline)


class Reader:
    """A graph of newskg, ready to be read as records."""

    def __init__(self, data: Loaded) -> None:
        self.data = data
        self._values: dict[str, Values] = {}

    def __getitem__(self, iri: str) -> Values:
        """What the graph says of a thing."""
        if iri not in self._values:
            found = self.data.store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph())
            self._values[iri] = Values(iri, found)
        return self._values[iri]

    def pointing(self, predicate: URIRef, value: str) -> tuple[str, ...]:
        """The things that point to another with a property."""
        pattern = (None, ox.NamedNode(predicate), ox.NamedNode(value), ox.DefaultGraph())
        found = (quad.subject for quad in self.data.store.quads_for_pattern(*pattern))
        return tuple(sorted({subject.value for subject in found if isinstance(subject, ox.NamedNode)}))

    def label(self, iri: str) -> str:
        """What a thing is called: its label, the title of an office, the value of a time, or its IRI in words."""
        values = self[iri]
        given = next((text for name in _LABELS for text in values.texts(name)), "")
        return given or in_words(iri, self.data.prefixes)

    def types(self, iri: str) -> tuple[str, ...]:
        """The classes of a thing, by their local names."""
        return tuple(sorted(map(local, self[iri].iris(RDF.type))))

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles, by IRI."""
        return {iri: self._article(iri) for iri in self.pointing(RDF.type, SCHEMA.NewsArticle)}

    def entities(self) -> Iterator[Entity]:
        """Yield all entities, the events among them."""
        things = {thing for cls in ENTITY_CLASSES.values() for thing in self.pointing(RDF.type, cls)}
        yield from (self.entity(thing) for thing in sorted(things) if self[thing].iris(KG.mentionedIn))

    def statements(self) -> Iterator[Statement]:
        """Yield all that the articles themselves state."""
        yield from map(self.statement, self.pointing(RDF.type, KG.Assertion))

    def propositions(self) -> Iterator[Proposition]:
        """Yield all propositions."""
        yield from map(self.proposition, self.pointing(RDF.type, KG.Proposition))

    def claims(self) -> Iterator[Claim]:
        """Yield all claims."""
        yield from map(self.claim, self.pointing(RDF.type, KG.Claim))

    def entity(self, iri: str) -> Entity:
        """The entity of an IRI; of what has no class of an entity, the type is empty."""
        values, types = self[iri], self[iri].iris(RDF.type)
        kinds = [name for name, cls in ENTITY_CLASSES.items() if str(cls) in types]
        known = {str(cls) for cls in ENTITY_CLASSES.values()}
        return Entity(
            iri,
            self.label(iri),
            kinds[0] if kinds else "",
            classes=tuple(local(cls) for cls in types if cls not in known),
            names=values.texts(SKOS.altLabel),
            unnamed=values.text(KG.unnamed) == "true",
            same_as=values.iris(OWL.sameAs),
            mentions=self._words(values, KG.mentionedIn),
        )

    def statement(self, iri: str) -> Statement:
        """The statement of an IRI."""
        values = self[iri]
        return Statement(
            iri,
            values.iri_of(RDF.subject) or "",
            values.iri_of(RDF.predicate) or "",
            values.iri_of(RDF.object) or "",
            polarity=local(values.iri_of(KG.polarity) or ""),
            inferred=values.text(KG.inferred) == "true",
            confidence=values.number(KG.confidence),
            rules=values.texts(KG.rule),
            tables=values.texts(KG.table),
            events=values.iris(KG.describes),
            words=self._words(values, PROV.wasDerivedFrom),
        )

    def proposition(self, iri: str) -> Proposition:
        """The proposition of an IRI."""
        values = self[iri]
        return Proposition(
            iri,
            self.label(iri),
            values.iri_of(RDF.subject),
            values.iri_of(RDF.predicate),
            values.iri_of(RDF.object),
            roles=tuple((local(role), thing) for role in _ROLES for thing in values.iris(role)),
            modality=local(values.iri_of(KG.modality) or "") or None,
        )

    def claim(self, iri: str) -> Claim:
        """The claim of an IRI."""
        values = self[iri]
        claimant = values.iri_of(KG.claimant)
        return Claim(
            iri,
            None if claimant == str(KG.Unattributed) else claimant,
            mode=local(values.iri_of(KG.mode) or ""),
            polarity=local(values.iri_of(KG.polarity) or ""),
            certainty=local(values.iri_of(KG.certainty) or ""),
            kinds=tuple(kind for kind in self.types(iri) if kind != "Claim"),
            content=values.iri_of(KG.content),
            about=values.iris(KG.about),
            addressees=values.iris(KG.addressee),
            against=values.iris(KG.against),
            reporters=values.iris(KG.reportedBy),
            parents=self._parents(iri),
            contradicts=values.iris(KG.contradicts),
            presented=values.text(KG.presented) != "false",
            cues=values.texts(KG.cue),
            quotations=values.texts(KG.quotation),
            confidence=values.number(KG.confidence),
            rules=values.texts(KG.rule),
            tables=values.texts(KG.table),
            words=tuple(sorted(words for part in _PARTS for words in self._words(values, part))),
        )

    def _parents(self, claim: str) -> tuple[str, ...]:
        """The claims whose content is this one, or a proposition over it."""
        over = {thing for part in (RDF.subject, RDF.object) for thing in self.pointing(part, claim)}
        holders = {parent for thing in (claim, *over) for parent in self.pointing(KG.content, thing)}
        return tuple(sorted(holders - {claim}))

    def _article(self, iri: str) -> Article:
        values = self[iri]
        return Article(
            iri,
            values.text(SCHEMA.headline),
            publisher=values.text(SCHEMA.publisher),
            date=values.text(SCHEMA.datePublished),
            text=values.text(NIF.isString),
        )

    def _words(self, values: Values, predicate: URIRef) -> tuple[Words, ...]:
        found = (self._mention(iri) for iri in values.iris(predicate))
        part = _PARTS.get(predicate, "")
        return tuple(sorted(replace(words, part=part) for words in found if words))

    def _mention(self, iri: str) -> Words | None:
        values = self[iri]
        article, begin, end = (
            values.iri_of(NIF.referenceContext),
            values.offset(NIF.beginIndex),
            values.offset(NIF.endIndex),
        )
        if article is None or begin is None or end is None:
            return None
        return Words(
            article,
            begin,
            end,
            values.text(NIF.anchorOf),
            kind=values.text(KG.mentionKind),
            rules=values.texts(KG.rule),
        )


def is_event(entity: Entity) -> bool:
    """Whether an entity is something that happened."""
    return entity.type == local(SEM.Event)
