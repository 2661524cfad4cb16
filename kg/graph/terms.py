"""Literals, times and open predicates: what both layers of the graph are written with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from rdflib import RDF, RDFS, TIME, XSD, Literal, URIRef

from kg.graph.statements import Draft
from kg.model import Timex
from kg.names import KG, scalar

Triple = tuple[URIRef, URIRef, URIRef | Literal]

TRUE: Final = Literal("true", datatype=XSD.boolean)
FALSE: Final = Literal("false", datatype=XSD.boolean)

_CALENDAR: Final = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "{}", TIME.inXSDDate, XSD.date),
    (re.compile(r"\d{4}-\d{2}"), "{}-01", TIME.inXSDgYearMonth, XSD.gYearMonth),
    (re.compile(r"\d{4}"), "{}-01-01", TIME.inXSDgYear, XSD.gYear),
)


def plain(text: str) -> Literal:
    """A string; a lone surrogate in it becomes U+FFFD."""
    return Literal(scalar(text))


def typed(value: str, datatype: URIRef) -> Literal:
    """A literal that rdflib must not rewrite: it would make a day of a year."""
    return Literal(value, datatype=datatype, normalize=False)


def confidence(value: float) -> Literal:
    """A number from 0 to 1 as a decimal of at most four places."""
    return typed(format(Decimal(repr(round(float(value), 4))), "f"), XSD.decimal)


def whole(value: int) -> Literal:
    """A number of code points, or of years."""
    return typed(str(value), XSD.integer)


def time_triples(source: Draft, time: Timex) -> Iterator[Triple]:
    """Yield a time expression, with its place in the calendar if it has one."""
    own = source.time(time)
    yield own, RDF.type, TIME.TemporalEntity
    yield own, KG.timex, plain(time.value)
    yield own, KG.mentionedIn, source.mention(time.span)
    for pattern, first_day, predicate, datatype in _CALENDAR:
        if pattern.fullmatch(time.value) and _is_day(first_day.format(time.value)):
            yield own, RDF.type, TIME.Instant
            yield own, predicate, typed(time.value, datatype)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def open_predicate(source: Draft, predicate: URIRef) -> Iterator[Triple]:
    """Yield what declares a ``rel:`` predicate; nothing for one of an ontology."""
    namespace = f"{source.base}rel/"
    if predicate.startswith(namespace):
        yield predicate, RDF.type, RDF.Property
        yield predicate, RDFS.label, plain(predicate.removeprefix(namespace).replace("_", " "))
        yield predicate, RDFS.subPropertyOf, KG.relatedTo
