"""The graph itself, as files that the page carries along."""

from __future__ import annotations

import zlib
from base64 import b64encode

from rdflib import Graph

from kg.errors import GraphError
from kg.serialize import Format, serialized

_LARGEST = 1_000_000
"""Of a packed file, in letters: more would swell the page."""

_MOST = 60_000
"""How many triples are tried: more would not fit, and take long to write."""


def packed(data: bytes) -> str:
    """`data` compressed for `DecompressionStream("deflate")`, in base64.

    >>> len(packed(bytes(10_000)))
    44
    """
    return b64encode(zlib.compress(data, 9)).decode("ascii")


def packed_graph(graph: Graph, format: Format) -> str | None:
    """`graph` in a format, packed; None where it is too large for a page or cannot be written as RDF 1.1."""
    if len(graph) > _MOST:
        return None
    try:
        text = packed(serialized(graph, format))
    except (GraphError, ValueError):
        # A foreign graph may even bind a prefix that is no IRI.
        return None
    return text if len(text) <= _LARGEST else None
