"""A graph made ready for questions: parsed or converted once, with the prefixes it came with."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox
from rdflib import Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from kg.errors import GraphError, InputError
from kg.names import KG, SCHEMA, is_iri, prefixes
from kg.query.terms import to_oxigraph, to_rdflib
from kg.serialize import Format, format_of


@dataclass(frozen=True, eq=False)
class Loaded:
    """A graph that can be asked, by either engine; the other engine's copy is made when it is first needed.

    Questions go to the default graph. Where all triples stand in named graphs, their union stands in for it. Oxigraph
    keeps numbers by their value, so that ``007`` is answered as ``7``.
    """

    source: Graph | ox.Store
    prefixes: Mapping[str, str]
    folder: Path | None = None

    @cached_property
    def store(self) -> ox.Store:
        """The graph for Oxigraph."""
        if isinstance(self.source, ox.Store) and (self.folder or _has_default(self.source)):
            return self.source
        store = ox.Store()
        store.bulk_extend(_quads(self.source))
        if not _has_default(store):
            store.bulk_extend([ox.Quad(*quad.triple) for quad in store])
        return store

    @cached_property
    def graph(self) -> Graph:
        """The graph for rdflib: the one that was given, or a copy of the default graph of a store."""
        if isinstance(self.source, Dataset):
            return self.source if len(self.source.default_graph) else Dataset(self.source.store, default_union=True)
        if isinstance(self.source, Graph):
            return self.source
        graph = Graph(bind_namespaces="none")
        for quad in self.store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            subject, predicate, value = quad.triple
            graph.add((to_rdflib(subject), to_rdflib(predicate), to_rdflib(value)))
        return graph


def loaded(source: Graph | ox.Store | Path | Loaded) -> Loaded:
    """The graph, ready for questions: of rdflib, a store of Oxigraph, an RDF file, or a folder that holds a store.

    Load once to ask several questions of one graph that does not change in between.

    Raises:
        InputError: the file or folder cannot be read, or its suffix is no RDF format's.
        GraphError: what is in it is not RDF.
    """
    if isinstance(source, Loaded):
        return source
    if isinstance(source, Path):
        return _folder(source) if source.is_dir() else _file(source)
    if isinstance(source, Graph):
        return Loaded(
            source, prefixes() | {prefix: str(iri) for prefix, iri in source.namespaces() if is_iri(str(iri))}
        )
    return Loaded(source, prefixes())


def united(sources: Iterable[Path | bytes]) -> Loaded:
    """Several files or folders, or Turtle as bytes, as one graph to ask: the union of what each is asked for.

    Raises:
        InputError: a file or folder cannot be read, or its suffix is no RDF format's.
        GraphError: what is in it is not RDF.
    """
    parts = [_turtle(source) if isinstance(source, bytes) else loaded(source) for source in sources]
    if len(parts) == 1:
        return parts[0]
    store = ox.Store()
    for part in parts:
        store.bulk_extend(part.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return Loaded(store, {name: iri for part in reversed(parts) for name, iri in part.prefixes.items()})


def is_ours(source: Graph | ox.Store | Path | Loaded) -> bool:
    """Whether a graph has an article as newskg writes it; to any other, the named queries have no answer.

    >>> is_ours(Graph())
    False
    """
    article = ox.NamedNode(SCHEMA.NewsArticle)
    store = loaded(source).store
    texts = store.quads_for_pattern(None, ox.NamedNode(KG.sha256), None, None)
    return any(ox.Quad(quad.subject, _TYPE, article, quad.graph_name) in store for quad in texts)


_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

_FORMATS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NT: ox.RdfFormat.N_TRIPLES,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}


def _file(path: Path) -> Loaded:
    try:
        # Opened here, so that a path is never taken for anything but a file.
        with path.open("rb") as file:
            return _read(file, format_of(path), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def _turtle(data: bytes) -> Loaded:
    return _read(io.BytesIO(data), Format.TURTLE, "the graph")


def _read(file: IO[bytes], format: Format, name: str) -> Loaded:
    store = ox.Store()
    try:
        parser = ox.parse(file, format=_FORMATS[format], rename_blank_nodes=True)
        store.bulk_extend(parser)
    except SyntaxError as error:
        where = f"{name}:{error.lineno}" if error.lineno else name
        raise GraphError(f"{where}: {error.msg}") from error
    return Loaded(store, prefixes() | parser.prefixes)


def _folder(path: Path) -> Loaded:
    try:
        store = ox.Store.read_only(str(path))
    except OSError as error:
        raise InputError(f"{path}: holds no store that can be opened: {error}") from error
    return Loaded(store, prefixes(), path)


def _has_default(store: ox.Store) -> bool:
    return next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None


def _quads(source: Graph | ox.Store) -> Iterator[ox.Quad]:
    if isinstance(source, ox.Store):
        yield from source
        return
    terms: dict[Node, Any] = {}

    def term(node: Node) -> Any:
        if node not in terms:
            terms[node] = to_oxigraph(node)
        return terms[node]

    for graph in source.graphs() if isinstance(source, Dataset) else (source,):
        named = isinstance(source, Dataset) and graph.identifier != DATASET_DEFAULT_GRAPH_ID
        name = term(graph.identifier) if named else ox.DefaultGraph()
        for subject, predicate, value in graph:
            try:
                yield ox.Quad(term(subject), term(predicate), term(value), name)
            except TypeError as error:
                raise GraphError(f"no triple of RDF: {subject} {predicate} {value}") from error
