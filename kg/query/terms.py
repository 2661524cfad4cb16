"""Terms of RDF as rdflib and as Oxigraph have them."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import Node

from kg.errors import GraphError

Term = URIRef | BNode | Literal
"""What a cell of a table holds."""


def to_oxigraph(node: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The term for Oxigraph, its lexical form as it stands.

    Raises:
        GraphError: it is no term of RDF 1.1, such as an IRI with a space.
    """
    try:
        if isinstance(node, URIRef):
            return ox.NamedNode(node)
        if isinstance(node, Literal):
            if node.language:
                return ox.Literal(str(node), language=node.language)
            return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype or XSD.string))
        if isinstance(node, BNode):
            # rdflib allows labels that Oxigraph does not.
            return ox.BlankNode("b" + str(node).encode("utf-8", "replace").hex())
    except (ValueError, UnicodeEncodeError) as error:
        raise GraphError(f"{node!r} is no term of RDF: {error}") from error
    raise GraphError(f"{node!r} is no term of RDF 1.1")


def to_rdflib(term: object) -> Term:
    """The term for rdflib, its lexical form as it stands.

    Raises:
        GraphError: it is a term of RDF 1.2, which rdflib does not have.
    """
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal) and term.direction is None:
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = None if term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
        return Literal(term.value, datatype=datatype, normalize=False)
    raise GraphError(f"{term} is RDF 1.2, which newskg does not read")
