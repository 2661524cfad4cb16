"""JSON-LD with short names and sorted nodes; the libraries' writers give it no order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import pyoxigraph as ox

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def jsonld(quads: Sequence[ox.Quad], prefixes: Mapping[str, str]) -> bytes:
    """One object with the prefixes as context and the nodes, in the order of the quads, as its graph."""
    context = _context(quads, prefixes)
    nodes: list[Any] = []
    for graph, inside in groupby(quads, key=lambda quad: quad.graph_name):
        members = [_node(list(about), context) for _, about in groupby(inside, key=lambda quad: quad.subject)]
        nodes += members if isinstance(graph, ox.DefaultGraph) else [{"@id": _short(graph, context), "@graph": members}]
    return (json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n").encode()


def _context(quads: Iterable[ox.Quad], prefixes: Mapping[str, str]) -> dict[str, str]:
    # A prefix "urn" would catch every urn: there is, and only an IRI that ends so can be a prefix.
    terms = (term for quad in quads for term in (quad.subject, quad.predicate, quad.object, quad.graph_name))
    schemes = {term.value.partition(":")[0] for term in terms if isinstance(term, ox.NamedNode)}
    return {
        prefix: namespace
        for prefix, namespace in sorted(prefixes.items())
        if prefix and prefix not in schemes and namespace[-1] in ":/?#[]@"
    }


def _node(quads: list[ox.Quad], context: Mapping[str, str]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _short(quads[0].subject, context)}
    for predicate, about in groupby(quads, key=lambda quad: quad.predicate):
        objects = [quad.object for quad in about]
        if predicate.value == _TYPE and all(isinstance(value, ox.NamedNode) for value in objects):
            key, values = "@type", [_short(value, context) for value in objects]
        else:
            key, values = _short(predicate, context), [_value(value, context) for value in objects]
        node[key] = values[0] if len(values) == 1 else values
    return node


def _value(term: Any, context: Mapping[str, str]) -> Any:
    if not isinstance(term, ox.Literal):
        return {"@id": _short(term, context)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value
    return {"@value": term.value, "@type": _short(term.datatype, context)}


def _short(term: Any, context: Mapping[str, str]) -> str:
    if isinstance(term, ox.BlankNode):
        return str(term)
    iri: str = term.value
    fitting = [prefix for prefix, namespace in context.items() if iri.startswith(namespace)]
    if not fitting:
        return iri
    prefix = max(fitting, key=lambda name: len(context[name]))
    local = iri.removeprefix(context[prefix])
    return iri if local.startswith("//") else f"{prefix}:{local}"
