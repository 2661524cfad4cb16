"""Questions to a graph: named queries, and SPARQL of anybody's that can do no harm."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from kg.errors import InputError, QueryError
from kg.query.loaded import Loaded, is_ours, loaded, united
from kg.query.lookup import values
from kg.query.named import Kind, Parameter, Query, named, named_queries, parsed
from kg.query.run import Engine, isolated, rows
from kg.query.table import Answer, Rendering, Table, rendered
from kg.query.terms import Term

__all__ = [
    "Answer",
    "Engine",
    "Kind",
    "Loaded",
    "Parameter",
    "Query",
    "Rendering",
    "Table",
    "is_ours",
    "loaded",
    "named_queries",
    "query",
    "rendered",
    "united",
]


def query(
    graph: Graph | ox.Store | Path | Loaded,
    q: str | Path,
    *,
    params: Mapping[str, str] | None = None,
    timeout: float = 30.0,
    engine: str = Engine.OXIGRAPH,
) -> Answer:
    """What a graph answers to a query: a named one such as ``met``, an ``.rq`` file, or SPARQL.

    Named queries run in this process: each is bounded by the size of the graph. All others run in a process of their
    own, which is stopped after `timeout` seconds, can reach neither files nor the network, and never changes the graph;
    it costs about a tenth of a second. The prefixes of the graph and of newskg need no declaration.

    `params` are the values of a query's parameters: a name in the graph (a label, another name, a title), an IRI, a
    CURIE, or a date. A name that several things share means all of them.

    Raises:
        QueryError: there is no such query, a parameter is missing, unknown or means nothing in this graph, or the
            SPARQL does not parse, is not allowed or does not end.
        InputError: a file cannot be read.
        GraphError: what is given as a graph is none.

    >>> graph = Graph().parse(data='''
    ...     @prefix kg: <https://w3id.org/newskg/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    ...     <urn:a> rdfs:label "Ana Silva" ; kg:holds [ kg:title "Mayor" ] .''')
    >>> query(graph, "offices", params={"who": "ana silva"}).records()[0]["office"]
    'Mayor'
    >>> query(graph, "ASK { ?somebody kg:holds ?office }")
    True
    """
    if engine not in set(Engine):
        raise QueryError(f"no engine {engine!r}; use one of {', '.join(Engine)}")
    if not (math.isfinite(timeout) and timeout > 0):
        raise QueryError(f"a timeout of {timeout:g} seconds makes no sense; give a number above 0")
    chosen = Engine(engine)
    asked, ours = _query(q)
    data = loaded(graph)
    text = asked.bound(_values(data, asked, params or {}, chosen))
    return rows(data, text, chosen) if ours else isolated(data, text, chosen, timeout)


def _query(q: str | Path) -> tuple[Query, bool]:
    """The query, and whether it is one of ours."""
    if isinstance(q, str) and q in named_queries():
        return named(q), True
    if isinstance(q, Path) or (q.endswith(".rq") and "\n" not in q and "{" not in q):
        try:
            return parsed(str(q), Path(q).read_text(encoding="utf-8")), False
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{q}: cannot be read: {error}") from error
    # SPARQL has a brace or, with DESCRIBE, at least a blank.
    if not any(char in q for char in "{ \n\t<"):
        named(q)
    return parsed("the query", q), False


def _values(data: Loaded, asked: Query, params: Mapping[str, str], engine: Engine) -> dict[str, tuple[Term, ...]]:
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in params:
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise QueryError(f"{asked.name} has no parameter {name!r}; {has}")
    for parameter in known.values():
        if parameter.required and not params.get(parameter.name, "").strip():
            raise QueryError(f"{asked.name} needs a value: {parameter}")
    return {name: values(data, known[name], value, engine) for name, value in params.items() if value.strip()}
