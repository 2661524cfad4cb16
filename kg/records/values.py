"""What a graph says of one thing, property by property."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import URIRef


class Values:
    """The values of a thing's properties, sorted; what has another form than asked for is left out."""

    def __init__(self, iri: str, quads: Iterable[ox.Quad]) -> None:
        self.iri = iri
        self._iris: defaultdict[str, list[str]] = defaultdict(list)
        self._texts: defaultdict[str, list[str]] = defaultdict(list)
        for quad in quads:
            if isinstance(quad.object, ox.NamedNode):
                self._iris[quad.predicate.value].append(quad.object.value)
            elif isinstance(quad.object, ox.Literal):
                self._texts[quad.predicate.value].append(quad.object.value)

    def __bool__(self) -> bool:
        return bool(self._iris or self._texts)

    def iris(self, predicate: URIRef) -> tuple[str, ...]:
        """The IRIs that a property points to."""
        return tuple(sorted(self._iris.get(str(predicate), ())))

    def texts(self, predicate: URIRef) -> tuple[str, ...]:
        """The literals of a property, as text."""
        return tuple(sorted(self._texts.get(str(predicate), ())))

    def iri_of(self, predicate: URIRef) -> str | None:
        """The first IRI that a property points to."""
        return min(self._iris.get(str(predicate), ()), default=None)

    def text(self, predicate: URIRef) -> str:
        """The first literal of a property, or nothing."""
        return min(self._texts.get(str(predicate), ()), default="")

    def offset(self, predicate: URIRef) -> int | None:
        """The first literal of a property as a place in a text."""
        text = self.text(predicate)
        return int(text) if re.fullmatch(r"[0-9]{1,12}", text, re.ASCII) else None

    def number(self, predicate: URIRef) -> float:
        """The first literal of a property as a number; 0 where it is none."""
        try:
            value = float(self.text(predicate))
        except ValueError:
            return 0.0
        return value if math.isfinite(value) else 0.0
