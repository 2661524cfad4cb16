"""A process of its own for one query that somebody else wrote: it can be stopped, and it can open nothing.

Runs as a script, by its path, and imports nothing of ours, so that it starts at once. On stdin: a line of JSON (the
job) and the graph as N-Quads. On stdout: a line of JSON (the kind of answer, or the error) and the answer: JSON results
for SELECT, N-Triples for CONSTRUCT and DESCRIBE, nothing for ASK.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

Job = dict[str, Any]
"""Keys: `query`, `engine`, `prefixes`, `folder` (of a store, or null), and the limits `seconds`, `memory`, `size`."""


class RefusedError(Exception):
    """The query is not run; `kind` is syntax, service, escape or size, `place` a line and a column."""

    def __init__(self, kind: str, message: str = "", place: tuple[int, int] | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.place = place


class _Capped(io.BytesIO):
    """Bytes in memory, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > self.limit:
            raise RefusedError("size")
        return super().write(data)


def checked(query: str, prefixes: dict[str, str]) -> None:
    """Refuse what is no query, and SERVICE, the one form that reaches the network.

    No tokeniser of ours stands between the query and the engine, for the two could disagree on what is a comment or a
    string. The engine's own parser judges a copy in which no SERVICE can be a keyword: only where all of them are words
    in strings, comments and names does the copy parse too.
    """
    escaped = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", _character, query)
    if len(_SERVICE.findall(escaped)) != len(_SERVICE.findall(query)):
        raise RefusedError("escape")
    try:
        # The store is empty, so that the query has nothing to compute with.
        ox.Store().query(_SERVICE.sub(r"\1_\2", query), prefixes=prefixes)
    except SyntaxError as error:
        raise RefusedError("syntax", str(error), _place(query)) from error


def _place(query: str) -> tuple[int, int] | None:
    """Where rdflib stops reading: the beginning of what it cannot read, while Oxigraph names the end."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(query)
    except ParseException as error:
        return error.lineno, error.column
    return None


_SERVICE = re.compile("(serv)i(ce)", re.IGNORECASE)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= sys.maxunicode else match[0]


def limit(**limits: int) -> None:
    """Give up, for the rest of this process, what is beyond the limits: ``CPU=10`` is ``RLIMIT_CPU``."""
    try:
        import resource
    except ImportError:  # Windows: the check of the query and the parent's clock remain
        return
    for name, value in limits.items():
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def answer(store: ox.Store, job: Job) -> tuple[str, bytes]:
    """What Oxigraph answers: the kind, and the answer as bytes."""
    found = store.query(job["query"], prefixes=job["prefixes"])
    out = _Capped(job["size"])
    if isinstance(found, ox.QueryBoolean):
        return ("true" if found else "false"), b""
    if isinstance(found, ox.QuerySolutions):
        found.serialize(out, format=ox.QueryResultsFormat.JSON)
        return "select", out.getvalue()
    ox.serialize(found, out, format=ox.RdfFormat.N_TRIPLES)
    return "graph", out.getvalue()


def rdflib_answer(graph: Any, job: Job) -> tuple[str, bytes]:
    """What rdflib answers: the kind, and the answer as bytes."""
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    def parts(value: Any) -> Iterator[CompValue]:
        if isinstance(value, CompValue):
            yield value
            yield from parts(list(value.values()))
        elif isinstance(value, (list, tuple, set)):
            for item in value:
                yield from parts(item)

    tree = parseQuery(job["query"])
    prepared = translateQuery(tree, initNs=job["prefixes"])
    if any(part.name == "ServiceGraphPattern" for part in parts(prepared.algebra)):
        raise RefusedError("service")
    found = graph.query(prepared)
    out = _Capped(job["size"])
    if found.type == "ASK":
        return ("true" if found.askAnswer else "false"), b""
    if found.type == "SELECT":
        if not tree[1].projection:
            # The columns of SELECT * come out of a set.
            found.vars = sorted(found.vars)
        found.serialize(out, format="json")
        return "select", out.getvalue()
    found.graph.serialize(out, format="nt", encoding="utf-8")
    return "graph", out.getvalue()


def _rdflib_graph(data: bytes) -> Any:
    import rdflib
    from rdflib.plugins import sparql

    rdflib.NORMALIZE_LITERALS = False
    # FROM names a graph that is here, and is not an address to read.
    sparql.SPARQL_LOAD_GRAPHS = False
    graph = rdflib.Dataset()
    graph.parse(data=data, format="nquads")
    # What rdflib imports late, it imports now: later it can open no file.
    rdflib.Graph().query("SELECT * { }").serialize(io.BytesIO(), format="json")
    rdflib.Graph().serialize(io.BytesIO(), format="nt", encoding="utf-8")
    return graph


def main() -> None:
    """Read the job and the graph, close the doors, answer."""
    job: Job = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    limit(CPU=int(time.process_time() + job["seconds"]) + 1, AS=job["memory"], CORE=0)
    head: Job
    try:
        checked(job["query"], job["prefixes"])
        if job["engine"] == "rdflib":
            graph = _rdflib_graph(data)
            limit(NOFILE=0)
            kind, found = rdflib_answer(graph, job)
        elif job["folder"]:
            # A store on disk opens files as it reads.
            kind, found = answer(ox.Store.read_only(job["folder"]), job)
        else:
            store = ox.Store()
            store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
            limit(NOFILE=0)
            kind, found = answer(store, job)
        head = {"kind": kind}
    except RefusedError as error:
        head, found = {"kind": error.kind, "message": str(error), "place": error.place}, b""
    except MemoryError:
        head, found = {"kind": "memory"}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + found)


if __name__ == "__main__":
    main()
