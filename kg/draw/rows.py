"""The claims table and the timeline: the picture in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rdflib.term import Node as Term

from kg.draw.articles import Mark
from kg.draw.claims import Claim
from kg.draw.links import certainty, claim_kind
from kg.draw.parts import ClaimRow, Kind, Lane, Link, Node, Person, TimeRow
from kg.draw.things import Reading

_LAST = Mark(1 << 30, 0, 0)


def claim_rows(reading: Reading, shown: set[Term]) -> tuple[ClaimRow, ...]:
    """A row for every claim that somebody is reported to hold, in the order of the text.

    What only stands inside a denied or asked claim is in the words of that one.
    """
    claims = [claim for claim in reading.claims.all.values() if claim.presented]
    ordered = sorted(claims, key=lambda claim: (claim.marks[0] if claim.marks else _LAST, claim.node))
    return tuple(_claim_row(claim, reading, shown) for claim in ordered)


def time_rows(nodes: Iterable[Node], links: Iterable[Link]) -> tuple[TimeRow, ...]:
    """A row for every event and for every claim about a time: dated ones first, then in the order of the text."""
    by_iri = {node.iri: node for node in nodes}
    who: dict[str, set[str]] = defaultdict(set)
    where: dict[str, set[str]] = defaultdict(set)
    for link in links:
        kinds = {statement.kind for statement in link.statements}
        for table, kind in ((who, Kind.PART), (where, Kind.PLACE)):
            if kind in kinds:
                table[link.source].add(link.target)
                table[link.target].add(link.source)
    rows = [node for node in by_iri.values() if node.lane is Lane.EVENT or (node.when and node.lane is Lane.CLAIM)]
    rows.sort(key=_in_time)

    def people(iris: set[str]) -> tuple[Person, ...]:
        named = sorted((by_iri[iri].label, iri) for iri in iris if by_iri[iri].lane is not Lane.EVENT)
        return tuple(Person(label, iri) for label, iri in named)

    return tuple(
        TimeRow(node.iri, node.when, node.label, people(who[node.iri]), people(where[node.iri]), node.status)
        for node in rows
    )


def _in_time(node: Node) -> tuple[bool, str, Mark, str]:
    key = node.when.key if node.when else ""
    return not key, key, node.marks[0] if node.marks else _LAST, node.label


def _claim_row(claim: Claim, reading: Reading, shown: set[Term]) -> ClaimRow:
    claims = reading.claims

    def person(node: Term) -> Person:
        return Person(claims.person(node), str(node) if node in shown else None)

    box = claims.stand_in(claim.node)
    kind = claim_kind(claim, of_claim=claim.content in claims.all)
    return ClaimRow(
        node=str(box),
        claimant=person(claim.claimant),
        kind=kind,
        verb=claim.verb,
        words=claims.short(claim),
        status=claims.status(box) if kind is not Kind.REPORTS else None,
        certainty=certainty(claim),
        reported_by=tuple(map(person, claims.reporters(claim))),
        quotations=tuple(text.strip(" ,") for text in claim.quotations),
        disputed_by=tuple(person(who) for who in _opponents(claim, reading)),
    )


def _opponents(claim: Claim, reading: Reading) -> list[Term]:
    """Who else takes the opposite position, as far as this claim is put forward at all."""
    if claim.mode != "Stated" or not claim.presented or claim.content is None:
        return []
    opposite = {"Positive": "Negative", "Negative": "Positive"}.get(claim.polarity)
    held = [other for other in reading.claims.positions(claim.content) if other.mode == "Stated"]
    found = {other.claimant for other in held if other.polarity == opposite} - {claim.claimant}
    return sorted(found, key=reading.claims.person)
