"""Make docs/ontology.html, the readable page of the ontology, from ontology/kg.ttl.

    python scripts/ontology.py [PAGE]

The same ontology gives the same page.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pyoxigraph as ox
from pylode import OntPub
from rdflib import Graph

from kg.blanks import canonical
from kg.query.terms import to_rdflib

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ontology.html"


def ontology() -> Graph:
    """The ontology with its terms in the order of the file, its blank nodes called the same every time."""
    parser = ox.parse(path=ROOT / "ontology" / "kg.ttl", format=ox.RdfFormat.TURTLE)
    quads = list(parser)
    place = {quad.subject: number for number, quad in reversed(list(enumerate(quads)))}
    graph = Graph()
    for prefix, iri in parser.prefixes.items():
        graph.bind(prefix, iri, replace=True)
    for quad in sorted(canonical(quads), key=lambda one: (place.get(one.subject, len(quads)), str(one))):
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def page() -> str:
    """The page as HTML."""
    html = "\n".join(line.rstrip() for line in str(OntPub(ontology=ontology()).make_html()).splitlines()) + "\n"
    return _UNION.sub(_sorted, html)


# pyLODE keeps the members of a union in a set, whose order is that of their addresses in memory.
_MEMBER = r" *<span>\n(?: {18,}<.*\n)+? *</span>\n"
_OR = r" *<span class=\"cardinality\">or</span>\n"
_UNION = re.compile(f"{_MEMBER}(?:{_OR}{_MEMBER})+")


def _sorted(union: re.Match[str]) -> str:
    joined = re.findall(_OR, union[0])[0]
    return str(joined).join(sorted(re.findall(_MEMBER, union[0])))


def main() -> None:
    if os.environ.get("PYTHONHASHSEED") != "0":
        # pyLODE lists the members of sets in the order of their hashes.
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": "0"})
    target = Path(sys.argv[1]) if sys.argv[1:] else PAGE
    target.write_text(page(), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()
