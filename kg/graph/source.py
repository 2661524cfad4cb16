"""One article of an RDF graph: what is said about it, sorted, and a clear error where something is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from rdflib import PROV, RDF, Graph, URIRef
from rdflib.term import Node

from kg.errors import GraphError
from kg.graph.statements import Key, Statement
from kg.model import Evidence, Polarity, Span
from kg.names import KG, NIF, span_of

_LONGEST: Final = 100_000_000

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class Source:
    """An article in a graph that may hold others too; words of the others are not seen."""

    graph: Graph
    article: URIRef

    @property
    def base(self) -> str:
        """What the IRIs of the article's things begin with."""
        return "".join(self.article.rpartition("/")[:2])

    @property
    def length(self) -> int:
        """How many code points the article's text has."""
        value = self.required(self.article, NIF.endIndex)
        if not value.isdecimal() or int(value) > _LONGEST:
            raise GraphError(f"{self.article}: {value} is no length of an article in code points")
        return int(value)

    def texts(self, thing: Node, predicate: URIRef) -> tuple[str, ...]:
        """The values of a property as sorted strings."""
        return tuple(sorted(str(value) for value in self.graph.objects(thing, predicate)))

    def text(self, thing: Node, predicate: URIRef) -> str | None:
        """The first value of a property, if it has any."""
        return next(iter(self.texts(thing, predicate)), None)

    def required(self, thing: Node, predicate: URIRef) -> str:
        """The first value of a property that must be there."""
        value = self.text(thing, predicate)
        if value is None:
            raise GraphError(f"{thing} has no {predicate.n3(self.graph.namespace_manager)}; this is no graph of newskg")
        return value

    def choice(self, kind: type[Choice], thing: Node, predicate: URIRef) -> Choice:
        """The value of a property that has a fixed list of values, such as a polarity."""
        value = self.required(thing, predicate)
        try:
            return kind(value.removeprefix(str(KG)).lower())
        except ValueError as error:
            raise GraphError(f"{thing}: {value} is no {kind.__name__.lower()}") from error

    def things(self, thing: Node, predicate: URIRef) -> tuple[URIRef, ...]:
        """The IRIs that a property points to, sorted."""
        return tuple(sorted(value for value in self.graph.objects(thing, predicate) if isinstance(value, URIRef)))

    def spans(self, thing: Node, predicate: URIRef) -> tuple[Span, ...]:
        """The words of this article that a property points to, in order."""
        found = (span_of(value, self.article) for value in self.things(thing, predicate))
        return tuple(sorted(span for span in found if span))

    def pointing(self, predicate: URIRef) -> set[URIRef]:
        """The things that point to the article or to words of it."""
        words = [self.article, *self.graph.subjects(NIF.referenceContext, self.article)]
        return {thing for word in words for thing in self.graph.subjects(predicate, word) if isinstance(thing, URIRef)}

    def statements(self) -> dict[Key, Statement]:
        """The assertions that cite this article."""
        return {
            statement.key: statement
            for node in sorted(self.pointing(PROV.wasDerivedFrom))
            if (node, RDF.type, KG.Assertion) in self.graph
            for statement in [self._statement(node)]
        }

    def _statement(self, node: URIRef) -> Statement:
        subject, predicate, object = (
            URIRef(self.required(node, part)) for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        return Statement(
            subject,
            predicate,
            object,
            self.choice(Polarity, node, KG.polarity),
            frozenset(self.spans(node, PROV.wasDerivedFrom)),
            frozenset(self.texts(node, KG.rule)),
            self.confidence(node),
            frozenset(self.texts(node, KG.table)),
            frozenset(self.things(node, KG.describes)),
            self.text(node, KG.inferred) == "true",
        )

    def confidence(self, node: Node) -> float:
        """How far to trust an assertion or a claim."""
        value = self.required(node, KG.confidence)
        try:
            return float(value)
        except ValueError as error:
            raise GraphError(f"{node}: {value!r} is no confidence; it must be a number from 0 to 1") from error


def at(column: Sequence[Value], index: int) -> Value | None:
    """The value at a place, the last one beyond the end: several values become several records of the model."""
    return column[min(index, len(column) - 1)] if column else None


def rows(*columns: Sequence[object]) -> range:
    """As many places as the longest column has, and at least one."""
    return range(max(1, *(len(column) for column in columns)))


def evidence(statement: Statement) -> Iterator[Evidence]:
    """Yield the evidence of a statement: one for each rule or table that found it."""
    rules, tables = sorted(statement.rules), sorted(statement.tables)
    for index in rows(rules, tables):
        yield Evidence(tuple(sorted(statement.spans)), at(rules, index) or "", statement.confidence, at(tables, index))
