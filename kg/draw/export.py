"""The graph itself, as files that the page carries along."""

from __future__ import annotations

import zlib
from base64 import b64encode

from rdflib import Graph

from kg.errors import GraphError
from kg.serialize import Format, serialized_each

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


def packed_graph(graph: Graph, *formats: Format) -> dict[str, str | None]:
    """`graph` in some formats, packed; None where it is too large for a page or cannot be written as RDF 1.1."""
    nothing: dict[str, str | None] = dict.fromkeys(formats)
    if len(graph) > _MOST:
        return nothing
    try:
        texts = map(packed, serialized_each(graph, *formats))
    except (GraphError, ValueError):
        # A foreign graph may even bind a prefix that is no IRI.
        return nothing
    return {format.value: text if len(text) <= _LARGEST else None for format, text in zip(formats, texts, strict=True)}
