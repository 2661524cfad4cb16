"""Names for blank nodes that follow from what is said about them, so that the same graph gives the same page."""

from __future__ import annotations

from hashlib import sha256

from rdflib import BNode, Graph
from rdflib.term import Node

_ROUNDS = 4


def named(graph: Graph) -> Graph:
    """`graph` with its blank nodes renamed `b1`, `b2`, … by their description; itself if it has none.

    Every node starts alike and is told apart by its neighbours, a few steps far (colour refinement). Those that
    remain alike are nearly always interchangeable, and then any order of them writes the same graph.

    >>> from rdflib import URIRef
    >>> a, b = URIRef("urn:a"), URIRef("urn:b")
    >>> one, two = Graph(), Graph()
    >>> for g in (one, two):
    ...     _ = g.add((a, b, BNode()))
    >>> set(named(one)) == set(named(two))
    True
    """
    blanks = sorted({term for triple in graph for term in triple if isinstance(term, BNode)})
    if not blanks:
        return graph
    colours: dict[Node, str] = dict.fromkeys(blanks, "")
    for _ in range(_ROUNDS):
        colours = {node: _colour(graph, node, colours) for node in blanks}
    order = sorted(blanks, key=lambda node: (colours[node], node))
    names: dict[Node, Node] = {node: BNode(f"b{rank}") for rank, node in enumerate(order, start=1)}
    renamed = Graph(bind_namespaces="none")
    for prefix, namespace in graph.namespaces():
        renamed.bind(prefix, namespace)
    for s, p, o in graph:
        renamed.add((names.get(s, s), names.get(p, p), names.get(o, o)))
    return renamed


def _colour(graph: Graph, node: Node, colours: dict[Node, str]) -> str:
    def seen(term: Node) -> str:
        return "_" + colours[term] if term in colours else repr(term)

    lines = [f"> {seen(p)} {seen(o)}" for p, o in graph.predicate_objects(node)]
    lines += [f"< {seen(s)} {seen(p)}" for s, p in graph.subject_predicates(node)]
    return sha256("\n".join([colours[node], *sorted(lines)]).encode("utf-8", "surrogatepass")).hexdigest()
