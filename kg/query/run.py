"""Evaluate a query: ours in this process, anybody else's in one of its own."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef

from kg.errors import QueryError
from kg.names import prefixes as our_prefixes
from kg.query.complaint import complaint
from kg.query.loaded import Loaded
from kg.query.table import Answer, Table
from kg.query.terms import Term, to_rdflib

MEMORY: Final = 4 * 2**30
"""How many bytes of memory a process may take for one query; more where the graph itself is large."""

SIZE: Final = 256 * 2**20
"""How many bytes an answer may have."""


class Engine(StrEnum):
    """What evaluates a query. Both answer alike, but for the extent of DESCRIBE; Oxigraph is ten times as fast."""

    OXIGRAPH = "oxigraph"
    RDFLIB = "rdflib"


def rows(data: Loaded, text: str, engine: Engine) -> Table:
    """The rows of a SELECT of our own, evaluated in this process and without a limit of time."""
    if engine is Engine.OXIGRAPH:
        return _rows(data.store.query(text), data.prefixes)
    found = data.graph.query(text, initNs={})
    names = found.vars or []
    cells = (tuple(_known(binding.get(name)) for name in names) for binding in found.bindings)
    # Of nothing, rdflib makes a group without a value.
    filled = tuple(row for row in cells if any(term is not None for term in row))
    return Table(tuple(str(name) for name in names), filled, data.prefixes)


def isolated(data: Loaded, text: str, engine: Engine, timeout: float) -> Answer:
    """The answer to a query of anybody's, from a process that can read no file, reach no network and be stopped.

    `timeout` is in seconds, the time to hand over the graph included. What comes without ORDER BY is sorted, so that
    it comes the same way every time.

    Raises:
        QueryError: it is no query, uses SERVICE, does not end, or its answer is too large.
    """
    head, body = _ran(data, text, engine, timeout)
    kind: str = head["kind"]
    if kind in ("true", "false"):
        return kind == "true"
    if kind == "graph":
        return _graph(ox.parse(body, format=ox.RdfFormat.N_TRIPLES), data.prefixes)
    if kind == "select":
        table = _rows(ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON), data.prefixes)
        if re.search(r"\border\b", text, re.IGNORECASE):
            return table
        return Table(table.columns, tuple(sorted(table.rows, key=_order)), table.prefixes)
    if kind == "syntax":
        raise QueryError(complaint(text, head["message"], head["place"], our_prefixes()))
    raise QueryError(_REFUSALS[kind])


_REFUSALS: Final = {
    "service": "SERVICE is not allowed: a query reads the graph it is given, and nothing from the network",
    "escape": "SERVICE may not be spelt with escapes; write the word as it is, if it is part of a text or a name",
    "size": f"the answer has more than {SIZE // 2**20} MB; add LIMIT, or ask for less",
    "memory": f"the query needs more than {MEMORY // 2**30} GB of memory; add LIMIT, or ask for less",
}


def _ran(data: Loaded, text: str, engine: Engine, timeout: float) -> tuple[dict[str, Any], bytes]:
    on_disk = data.folder is not None and engine is Engine.OXIGRAPH
    quads = b"" if on_disk else data.store.dump(format=ox.RdfFormat.N_QUADS) or b""
    job = {
        "query": text,
        "engine": engine,
        "prefixes": dict(data.prefixes),
        "folder": str(data.folder) if on_disk else None,
        "seconds": timeout,
        "memory": max(MEMORY, 40 * len(quads)),
        "size": SIZE,
    }
    # By its path, and not with multiprocessing: that imports the caller's main module again, which a script without
    # a guard or a notebook does not bear, and hands objects over as pickles.
    command = [sys.executable, "-P", str(Path(__file__).with_name("child.py"))]
    given = json.dumps(job).encode() + b"\n" + quads
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as error:
        raise QueryError(_stopped(timeout)) from error
    if done.returncode == 0:
        head, _, body = done.stdout.partition(b"\n")
        return json.loads(head), body
    if done.returncode == -getattr(signal, "SIGXCPU", 0):
        raise QueryError(_stopped(timeout))
    said = done.stderr.decode(errors="replace")
    if "memory allocation" in said:
        raise QueryError(_REFUSALS["memory"])
    if done.returncode < 0:
        raise QueryError(f"the query ended its process by signal {-done.returncode}; it may nest too deep")
    raise QueryError(f"the query cannot be evaluated: {(said.strip().splitlines() or ['no reason given'])[-1]}")


def _stopped(timeout: float) -> str:
    return f"the query did not end within {timeout:g} s and was stopped; make it more selective, or allow more time"


def _rows(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, prefixes: Mapping[str, str]) -> Table:
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("the query is no SELECT")
    names = found.variables
    cells = (tuple(None if term is None else to_rdflib(term) for term in solution) for solution in found)
    return Table(tuple(name.value for name in names), tuple(cells), prefixes)


def _graph(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, replace=True)
    for quad in quads:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def _known(value: object) -> Term | None:
    return value if isinstance(value, (URIRef, BNode, Literal)) else None


def _order(row: tuple[Term | None, ...]) -> tuple[str, ...]:
    return tuple("" if term is None else f"{type(term).__name__}{term.n3()}" for term in row)
