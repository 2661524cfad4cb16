"""What a query answers, and how it is written for people, for spreadsheets and for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from rdflib import BNode, Graph, URIRef
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.errors import QueryError
from kg.names import KG
from kg.query.terms import Term, to_oxigraph
from kg.serialize import serialized


@dataclass(frozen=True, repr=False)
class Table:
    """The answer of a SELECT: rows of terms, in the order of the columns; a cell without a value is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, str | None]]:
        """The rows as dictionaries of strings, by column.

        >>> Table(("who", "when"), ((URIRef("urn:Ana_Silva"), None),)).records()
        [{'who': 'urn:Ana_Silva', 'when': None}]
        """
        return [
            {name: None if term is None else str(term) for name, term in zip(self.columns, row, strict=True)}
            for row in self.rows
        ]

    def __str__(self) -> str:
        return rendered(self)

    def __repr__(self) -> str:
        return rendered(self).rstrip("\n")

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        return rendered(self, Rendering.MD)


Answer = Table | Graph | bool
"""A table for SELECT, a graph for CONSTRUCT and DESCRIBE, yes or no for ASK."""


class Rendering(StrEnum):
    """How an answer can be written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MD = "md"
    TTL = "ttl"


def rendered(answer: Answer, format: str | None = None, *, width: int | None = None) -> str:
    """The answer as text that ends with a line break; without a format, a table for people or Turtle.

    CSV, TSV and JSON are those of SPARQL 1.1 and change nothing: a cell of CSV that begins with ``=`` stays one, so a
    spreadsheet should import the columns as text. The table and Markdown are for reading: short names for IRIs, no
    control characters. `width` is that of the terminal, in characters; without it no line is broken.

    Raises:
        QueryError: this answer cannot be written in that format.
    """
    kind = "ttl" if isinstance(answer, Graph) and format is None else format or "table"
    if kind not in set(Rendering):
        raise QueryError(f"no format {kind!r}; use one of {', '.join(Rendering)}")
    if isinstance(answer, Graph):
        if kind != Rendering.TTL:
            raise QueryError(f"the answer is a graph, and {kind} holds tables; use ttl")
        return serialized(answer).decode()
    if kind == Rendering.TTL:
        raise QueryError("the answer is no graph; Turtle is for CONSTRUCT and DESCRIBE")
    if isinstance(answer, bool):
        return _json({"head": {}, "boolean": answer}) if kind == Rendering.JSON else f"{str(answer).lower()}\n"
    if kind == Rendering.TABLE:
        return _table(answer, width)
    return _WRITERS[Rendering(kind)](answer)


def _csv(table: Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(["" if term is None else _bare(term) for term in row] for row in table)
    return out.getvalue()


def _bare(term: Term) -> str:
    return f"_:{term}" if isinstance(term, BNode) else str(term)


def _tsv(table: Table) -> str:
    lines = ["\t".join(f"?{name}" for name in table.columns)]
    lines += ["\t".join("" if term is None else str(to_oxigraph(term)) for term in row) for row in table]
    return "\n".join(lines) + "\n"


def _json_results(table: Table) -> str:
    bindings = [
        {name: _json_term(term) for name, term in zip(table.columns, row, strict=True) if term is not None}
        for row in table
    ]
    return _json({"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}})


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, URIRef):
        return {"type": "uri", "value": str(term)}
    if isinstance(term, BNode):
        return {"type": "bnode", "value": str(term)}
    found = {"type": "literal", "value": str(term)}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype:
        found["datatype"] = str(term.datatype)
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _markdown(table: Table) -> str:
    def line(cells: list[str]) -> str:
        return f"| {' | '.join(cells)} |"

    rows = [line([_MARKS.sub(_escaped, _shown(term, table.prefixes)) for term in row]) for row in table]
    return "\n".join([line(list(table.columns)), line(["---"] * len(table.columns)), *rows]) + "\n"


_MARKS: Final = re.compile(r"[\\`*_\[\]<>|&~$]")


def _escaped(mark: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(mark[0], f"\\{mark[0]}")


def _table(table: Table, width: int | None) -> str:
    lines = _drawn(table, 1_000_000, below=0)
    if width is not None and max(map(len, lines)) > width:
        # Cells of several lines: an empty one keeps the rows apart.
        lines = _drawn(table, width, below=1)
    return "\n".join(lines) + "\n"


def _drawn(table: Table, width: int, below: int) -> list[str]:
    drawn = RichTable(box=None, pad_edge=False, padding=(0, 2, below, 0))
    for name in table.columns:
        drawn.add_column(Text(name), overflow="fold")
    for row in table:
        drawn.add_row(*(Text(_shown(term, table.prefixes)) for term in row))
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False, force_jupyter=False).print(drawn)
    return [line.rstrip() for line in out.getvalue().rstrip().splitlines()]


def _shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A cell for people: the ontology's words bare, other IRIs with a prefix, nothing that a terminal would obey."""
    if term is None:
        return ""
    text = _short(term, prefixes) if isinstance(term, URIRef) else _bare(term)
    return "".join(char if char.isprintable() else " " for char in text)


def _short(iri: URIRef, prefixes: Mapping[str, str]) -> str:
    if iri.startswith(str(KG)):
        return iri.removeprefix(str(KG))
    fitting = [(len(space), prefix) for prefix, space in prefixes.items() if space and iri.startswith(space)]
    if not fitting:
        return str(iri)
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


_WRITERS: Final = {
    Rendering.CSV: _csv,
    Rendering.TSV: _tsv,
    Rendering.JSON: _json_results,
    Rendering.MD: _markdown,
}
