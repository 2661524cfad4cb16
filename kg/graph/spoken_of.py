"""What of an extraction gets a node: the things that something is said about, or that the text comes back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Extraction, Ref
from kg.names import happened


def spoken_of(extraction: Extraction) -> Extraction:
    """An extraction without the things that have no name and no part in any statement of the graph.

    What takes part only in a denied, planned or claimed happening is in the layers, but says nothing as a node. An
    event without a name that the article does not say happened is an object of talk, unless something happened at it.
    """
    happenings = [event for event in extraction.events if happened(event)]
    events = {event.id for event in happenings} | {event.occasion for event in happenings}
    uses = Counter(entity for entity, _ in {(mention.entity, mention.span) for mention in extraction.mentions})
    kept = {ref for ref, count in uses.items() if count > 1} | set(_parts(extraction)) | events
    kept |= {entity.id for entity in extraction.entities if entity.named}
    grown = True
    while grown:
        more = {ref for e in extraction.entities if e.id in kept for ref in (*e.members, e.affiliation)} - {None} - kept
        kept |= more
        grown = bool(more)
    entities = tuple(
        replace(entity, type="Concept")
        if entity.type == "Event" and not entity.named and entity.id not in events
        else entity
        for entity in extraction.entities
        if entity.id in kept
    )
    left = {entity.id for entity in entities}
    return replace(
        extraction,
        entities=entities,
        mentions=tuple(mention for mention in extraction.mentions if mention.entity in left),
        events=tuple(event for event in extraction.events if happened(event) or event.id in kept),
        relations=tuple(r for r in extraction.relations if r.asserted),
    )


def _parts(extraction: Extraction) -> Iterator[Ref | None]:
    """Everything that a statement of the graph points to."""
    for entity in extraction.entities:
        yield from (role.of for role in entity.roles)
    for relation in extraction.relations:
        if relation.asserted:
            yield from (relation.subject, relation.object)
    for event in extraction.events:
        if happened(event):
            yield from (*(ref for _, ref in event.roles), *event.places, event.occasion)
    for proposition in extraction.propositions:
        yield from (proposition.subject, proposition.object, *(ref for _, ref in proposition.roles))
    for claim in extraction.claims:
        yield from claim.parties
