"""Graphs as bytes, the same for the same triples, and back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox
from rdflib import RDF, XSD, BNode, Dataset, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import NamespaceManager
from rdflib.term import Node

from kg.blanks import canonical
from kg.errors import GraphError, InputError
from kg.jsonld import jsonld
from kg.names import PREFIXES, is_iri, scalar

LIMIT: Final = 256 * 2**20
"""How many bytes `parsed` takes unless told otherwise: more belongs in a store."""


class Format(StrEnum):
    """The formats that can be written and read. Turtle and N-Triples hold one graph, the others several."""

    TURTLE = "turtle"
    TRIG = "trig"
    NT = "nt"
    NQUADS = "nquads"
    JSONLD = "json-ld"


_FORMATS: Final = {
    "turtle": Format.TURTLE, "ttl": Format.TURTLE,
    "trig": Format.TRIG,
    "nt": Format.NT, "ntriples": Format.NT, "n-triples": Format.NT,
    "nquads": Format.NQUADS, "nq": Format.NQUADS, "n-quads": Format.NQUADS,
    "json-ld": Format.JSONLD, "jsonld": Format.JSONLD, "json": Format.JSONLD,
}  # fmt: skip

_OXIGRAPH: Final = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NT: ox.RdfFormat.N_TRIPLES,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}


def format_of(name: str | os.PathLike[str]) -> Format:
    """The format that a name, a suffix or the suffix of a file stands for.

    >>> format_of("graph.jsonld")
    <Format.JSONLD: 'json-ld'>
    """
    text = os.fspath(name)
    key = (Path(text).suffix or text).lower().removeprefix(".")
    if key not in _FORMATS:
        raise InputError(f"{text}: no RDF format that newskg knows; use one of {', '.join(Format)}")
    return _FORMATS[key]


def serialized(graph: Graph, format: str = Format.TURTLE) -> bytes:
    """The graph or dataset in one of the formats: sorted, types first, with the prefixes that are used.

    Literals stand as they are, blank nodes get canonical labels. Turtle and N-Triples of a dataset hold the
    union of its graphs. Raises `GraphError` for what is not RDF 1.1, such as an IRI with a space.
    """
    return serialized_each(graph, format_of(format))[0]


def serialized_each(graph: Graph, *formats: Format) -> list[bytes]:
    """The graph in each of the formats, like `serialized`; what they share is worked out once."""
    known: dict[bool, tuple[list[ox.Quad], dict[str, str]]] = {}
    texts = []
    for chosen in formats:
        merged = chosen in (Format.TURTLE, Format.NT) or not isinstance(graph, Dataset)
        if merged not in known:
            quads = sorted(canonical(_quads(graph, merged)), key=_order)
            known[merged] = quads, _used_prefixes(graph, quads)
        texts.append(_written(chosen, *known[merged]))
    return texts


def _written(chosen: Format, quads: list[ox.Quad], prefixes: dict[str, str]) -> bytes:
    if chosen is Format.JSONLD:
        return jsonld(quads, prefixes)
    if chosen in (Format.TURTLE, Format.NT):
        return ox.serialize((quad.triple for quad in quads), format=_OXIGRAPH[chosen], prefixes=prefixes) or b""
    return ox.serialize(quads, format=_OXIGRAPH[chosen], prefixes=prefixes) or b""


def _quads(graph: Graph, merged: bool) -> Iterator[ox.Quad]:
    terms: dict[Node, Any] = {}

    def term(node: Node) -> Any:
        if node not in terms:
            terms[node] = _to_oxigraph(node)
        return terms[node]

    graphs = graph.graphs() if isinstance(graph, Dataset) else (graph,)
    for one in graphs:
        default = merged or one.identifier == DATASET_DEFAULT_GRAPH_ID
        name = ox.DefaultGraph() if default else term(one.identifier)
        for subject, predicate, value in one:
            try:
                yield ox.Quad(term(subject), term(predicate), term(value), name)
            except (TypeError, ValueError) as error:
                raise GraphError(f"cannot be written as RDF 1.1: {subject} {predicate} {value}: {error}") from error


def _to_oxigraph(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(node, Literal):
        if node.language:
            return ox.Literal(scalar(node), language=node.language)
        return ox.Literal(scalar(node), datatype=ox.NamedNode(node.datatype or XSD.string))
    if isinstance(node, URIRef):
        return ox.NamedNode(node)
    if isinstance(node, BNode):
        # rdflib allows labels that no format does.
        return ox.BlankNode("b" + str(node).encode("utf-8", "replace").hex())
    raise TypeError(f"{type(node).__name__} is no RDF term")


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    predicate = quad.predicate.value
    return str(quad.graph_name), str(quad.subject), predicate != str(RDF.type), predicate, str(quad.object)


def _used_prefixes(graph: Graph, quads: Iterable[ox.Quad]) -> dict[str, str]:
    """The graph's own prefixes and ours, without those that nothing needs."""
    bound = {str(namespace): prefix for prefix, namespace in graph.namespaces() if is_iri(str(namespace))}
    ours = {namespace: prefix for prefix, namespace in PREFIXES.items() if prefix not in bound.values()}
    known = {**ours, **bound}
    used = set()
    for iri in {iri for quad in quads for iri in _iris(quad)}:
        fitting = [namespace for namespace in known if namespace and iri.startswith(namespace)]
        used.add(max(fitting, key=len, default=""))
    return {known[namespace]: namespace for namespace in sorted(used - {""})}


def _iris(quad: ox.Quad) -> Iterator[str]:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, ox.NamedNode):
            yield term.value
        elif isinstance(term, ox.Literal) and term.datatype.value != str(XSD.string):
            yield term.datatype.value


def parsed(source: bytes | str | Path, format: str | None = None, *, limit: int = LIMIT) -> Graph:
    """The graph in a file (a `Path`) or in text; a `Dataset` if it is TriG, N-Quads or has named graphs.

    Without a format the file's suffix tells it. Literals stand as they are, and nothing is fetched from the
    network. Raises `InputError` where the file cannot be read or the format is not known, and `GraphError`,
    with the line, where the text is not RDF 1.1 or has more than `limit` bytes.
    """
    where = str(source) if isinstance(source, Path) else "RDF text"
    if format is None and not isinstance(source, Path):
        raise InputError(f"name the format of RDF text: one of {', '.join(Format)}")
    chosen = format_of(format if format is not None else where)
    data = _bytes(source, where, limit)
    parser = ox.parse(data, format=_OXIGRAPH[chosen], rename_blank_nodes=True)
    try:
        quads = list(parser)
    except SyntaxError as error:
        raise GraphError(_complaint(where, error)) from error
    several = chosen in (Format.TRIG, Format.NQUADS) or any(
        not isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads
    )
    graph = Dataset() if several else Graph(bind_namespaces="none")
    graph.namespace_manager = NamespaceManager(graph, bind_namespaces="none")
    for prefix, namespace in parser.prefixes.items():
        graph.bind(prefix, namespace, replace=True)
    _fill(graph, quads, where)
    return graph


def _bytes(source: bytes | str | Path, where: str, limit: int) -> bytes:
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise InputError(f"{where}: cannot be read: {error.strerror}") from error
    else:
        # A lone surrogate then is invalid UTF-8, which the parser reports with its line.
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > limit:
        raise GraphError(f"{where}: more than {limit:,} bytes of RDF; load it into a store instead")
    return data.removeprefix(b"\xef\xbb\xbf")


def _complaint(where: str, error: SyntaxError) -> str:
    if "LoadDocumentCallback" in error.msg:
        return f"{where}: its @context is on the network, and nothing is fetched; put the context into the file"
    return f"{where}:{error.lineno}: {error.msg}" if error.lineno else f"{where}: {error.msg}"


def _fill(graph: Graph, quads: Iterable[ox.Quad], where: str) -> None:
    terms: dict[object, URIRef | BNode | Literal] = {}

    def term(value: object) -> URIRef | BNode | Literal:
        if value not in terms:
            terms[value] = _to_rdflib(value, where)
        return terms[value]

    named: dict[object, Graph] = {ox.DefaultGraph(): graph.default_graph if isinstance(graph, Dataset) else graph}
    for quad in quads:
        if quad.graph_name not in named and isinstance(graph, Dataset):
            name = term(quad.graph_name)
            named[quad.graph_name] = graph.graph(name if isinstance(name, (URIRef, BNode)) else None)
        named[quad.graph_name].add((term(quad.subject), term(quad.predicate), term(quad.object)))


def _to_rdflib(value: object, where: str) -> URIRef | BNode | Literal:
    if isinstance(value, ox.NamedNode):
        return URIRef(value.value)
    if isinstance(value, ox.BlankNode):
        return BNode(value.value)
    if isinstance(value, ox.Literal) and value.direction is None:
        if value.language:
            return Literal(value.value, lang=value.language)
        datatype = URIRef(value.datatype.value)
        return Literal(value.value, datatype=None if datatype == XSD.string else datatype, normalize=False)
    raise GraphError(f"{where}: {value} is RDF 1.2, which newskg does not read")
