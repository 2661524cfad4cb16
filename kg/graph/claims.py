"""The claim layer: propositions, the positions taken on them, and the short cuts between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rdflib import PROV, RDF, RDFS, URIRef

from kg.graph.statements import Draft, statements
from kg.graph.terms import FALSE, Triple, confidence, open_predicate, plain, time_triples
from kg.model import Claim, Polarity, Proposition
from kg.names import KG, expand
from kg.positions import Content, affirmed, contradictions, disputed, positions, voices


def propositions(source: Draft) -> Iterator[Triple]:
    """Yield what can be true or false, without asserting it."""
    same: dict[URIRef, list[Proposition]] = defaultdict(list)
    for item in source.extraction.propositions:
        same[source[item.id]].append(item)
        yield from _proposition(source, item)
    for own, records in same.items():
        spans = {span for item in records for span in item.spans}
        for word in [source.mention(span) for span in spans] or [source.article]:
            yield own, KG.mentionedIn, word
        # Records of one proposition name one time; the first words for it are enough.
        times = [item.time for item in records if item.time]
        if times:
            time = min(times, key=lambda time: time.span)
            yield own, KG.time, source.time(time)
            yield from time_triples(source, time)


def _proposition(source: Draft, item: Proposition) -> Iterator[Triple]:
    own, predicate = source[item.id], expand(item.predicate, source.base)
    yield own, RDF.type, KG.Proposition
    yield own, RDFS.label, plain(item.label)
    yield own, RDF.predicate, predicate
    yield from open_predicate(source, predicate)
    if item.subject:
        yield own, RDF.subject, source[item.subject]
    if item.object:
        yield own, RDF.object, source[item.object]
    for role, ref in item.roles:
        yield own, expand(f"kg:{role}"), source[ref]
    for rule in item.rules:
        yield own, KG.rule, plain(rule)
    for ref in item.entails:
        yield own, KG.entails, source[ref]
    if item.modality:
        yield own, KG.modality, KG[item.modality.capitalize()]


def claims(source: Draft) -> Iterator[Triple]:
    """Yield the positions that are taken; records of one position meet in one claim."""
    same: dict[URIRef, list[Claim]] = defaultdict(list)
    for claim in source.extraction.claims:
        same[source[claim.id]].append(claim)
        yield from _claim(source, claim)
    for own, records in same.items():
        yield own, KG.confidence, confidence(max(claim.evidence.confidence for claim in records))
        yield own, PROV.wasGeneratedBy, source.run
        cited = {span for claim in records for span in claim.evidence.spans}
        shown = {span for claim in records for span in (*claim.source_spans, *claim.cue_spans, *claim.content_spans)}
        for word in [source.mention(span) for span in cited or shown] or [source.article]:
            yield own, PROV.wasDerivedFrom, word
        if not any(claim.presented for claim in records):
            yield own, KG.presented, FALSE


def _claim(source: Draft, claim: Claim) -> Iterator[Triple]:
    own = source[claim.id]
    yield own, RDF.type, KG.Claim
    for kind in claim.kinds:
        yield own, RDF.type, KG[kind]
    yield own, KG.claimant, source[claim.claimant] if claim.claimant else KG.Unattributed
    yield own, KG.mode, KG[claim.mode.capitalize()]
    yield own, KG.polarity, KG[claim.polarity.capitalize()]
    yield own, KG.certainty, KG[claim.certainty.capitalize()]
    if claim.content:
        yield own, KG.content, source[claim.content]
    for predicate, refs in (
        (KG.about, claim.about),
        (KG.addressee, claim.addressees),
        (KG.against, claim.against),
        (KG.reportedBy, claim.reporters),
    ):
        for ref in refs:
            yield own, predicate, source[ref]
    if claim.article_voice:
        yield own, KG.reportedBy, source.article
    for predicate, texts in ((KG.cue, claim.cues), (KG.quotation, claim.quotations)):
        for text in texts:
            yield own, predicate, plain(text)
    layers = (
        (KG.sourceSpan, claim.source_spans),
        (KG.cueSpan, claim.cue_spans),
        (KG.contentSpan, claim.content_spans),
    )
    for predicate, spans in layers:
        for span in spans:
            yield own, predicate, source.mention(span)
    yield own, KG.rule, plain(claim.evidence.rule)
    if claim.evidence.table:
        yield own, KG.table, plain(claim.evidence.table)


def short_cuts(drafts: Sequence[Draft]) -> Iterator[Triple]:
    """Yield who affirms and who disputes what, and which claims and assertions contradict each other."""
    taken = [position for source in drafts for position in positions(source.extraction, source.names)]
    contents: dict[str, Content] = {}
    assertions: dict[str, tuple[Content, Polarity]] = {}
    for source in drafts:
        for item in source.extraction.propositions:
            if item.subject and item.object and item.modality is None:
                content = source[item.subject], expand(item.predicate, source.base), source[item.object]
                contents[source[item.id]] = content
        for statement in statements(source).values():
            assertions[source.assertion(statement)] = (statement.key[:3], statement.polarity)
    taken += voices(contents, assertions)
    for claimant, proposition in affirmed(taken):
        yield URIRef(claimant), KG.affirms, URIRef(proposition)
    for claimant, proposition in disputed(taken):
        yield URIRef(claimant), KG.disputes, URIRef(proposition)
    for claim, other in contradictions(taken):
        yield URIRef(claim), KG.contradicts, URIRef(other)
        yield URIRef(other), KG.contradicts, URIRef(claim)
