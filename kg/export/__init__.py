"""A graph in the formats of other programs: networks, tables, RDF."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Graph

from kg.errors import InputError
from kg.export.network import NETWORKS, network
from kg.export.tables import Rows, table
from kg.networks import View
from kg.query import Loaded, loaded
from kg.records import Reader
from kg.save import save
from kg.serialize import Format, format_of, parsed, serialized

__all__ = ["OTHERS", "Rows", "export"]

OTHERS: Final = (*NETWORKS, ".csv")
"""The suffixes of what is not RDF."""


def export(
    graph: Graph | ox.Store | Path | Loaded,
    path: str | os.PathLike[str],
    *,
    view: str = View.ALL,
    table: str | None = None,
) -> tuple[Path, ...]:
    """Write a graph to a file whose suffix tells the format, and say which files were written.

    ``.graphml``, ``.gexf`` and ``.json`` (node-link) hold the network that `kg.to_networkx` makes of a `view`: actors,
    claims or all. ``.csv`` makes three tables beside each other, ``NAME.entities.csv``, ``NAME.relations.csv`` and
    ``NAME.claims.csv``, or with `table` that one under the name itself. The suffixes of RDF (``.ttl``, ``.trig``,
    ``.nt``, ``.nq``, ``.jsonld``) hold the graph as it is.

    Raises:
        InputError: the suffix, the view or the table is not known, or the file may not be written.
        GraphError: what is given as a graph is none.
    """
    target = Path(path)
    suffix = target.suffix.lower()
    if table is not None and suffix != ".csv":
        raise InputError(f"{target}: a table is written as .csv")
    if suffix in NETWORKS:
        save(target, network(loaded(graph), suffix, view))
        return (target,)
    if suffix == ".csv":
        return _tables(Reader(loaded(graph)), target, table)
    try:
        format = format_of(target)
    except InputError as error:
        known = ", ".join([*OTHERS, ".ttl, .trig, .nt, .nq, .jsonld"])
        raise InputError(f"{target}: no format that newskg writes; use one of {known}") from error
    save(target, _rdf(graph, format))
    return (target,)


def _tables(reader: Reader, target: Path, chosen: str | None) -> tuple[Path, ...]:
    if chosen is not None:
        if chosen not in set(Rows):
            raise InputError(f"no table {chosen!r}; use one of {', '.join(Rows)}")
        save(target, table(reader, Rows(chosen)))
        return (target,)
    files = {target.with_suffix(f".{rows}.csv"): table(reader, rows) for rows in Rows}
    for file, text in files.items():
        save(file, text)
    return tuple(files)


def _rdf(graph: Graph | ox.Store | Path | Loaded, format: Format) -> bytes:
    if isinstance(graph, Graph):
        return serialized(graph, format)
    if isinstance(graph, Path) and graph.is_file():
        return serialized(parsed(graph), format)
    data = loaded(graph)
    for prefix, iri in data.prefixes.items():
        data.graph.bind(prefix, iri, replace=True)
    return serialized(data.graph, format)
