"""Why a graph says what it says: from an entity, a triple or a claim back to the words."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from kg.errors import QueryError
from kg.query import Loaded, loaded
from kg.records import Reader
from kg.why.meant import meant
from kg.why.reasons import Passage, Reason, reasons
from kg.why.rendering import Why

__all__ = ["Passage", "Reason", "Why", "why"]


def why(graph: Graph | ox.Store | Path | Loaded, term: str) -> Why:
    """What stands behind a term: an entity's mentions, or the sentences of a statement or claim with the words marked.

    A term is a name, an IRI, a CURIE, or a triple in words such as ``Berg met Wei``; its object may be left out.

    Raises:
        QueryError: the term means nothing in this graph (the message has the nearest names), or no words stand behind
            it.
        GraphError: what is given as a graph is none.
    """
    reader = Reader(loaded(graph))
    things = meant(reader, term)
    found = tuple(reason for thing in things for reason in reasons(reader, thing))
    if not found:
        raise QueryError(f"{term!r} is in this graph, but no words of an article stand behind it")
    return Why(term, tuple(dict.fromkeys(found)))
