"""The public functions: what ``import kg`` offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from rdflib import Graph

from kg.draw import draw
from kg.export import export
from kg.graph import spoken_of, to_graph
from kg.identity import identities
from kg.lexicon import lexicon
from kg.model import Document, Extraction
from kg.names import BASE
from kg.networks import to_networkx
from kg.pipeline import extractions
from kg.query import query
from kg.read import document, read
from kg.stats import stats
from kg.validate import validate
from kg.why import why

__all__ = ["build", "draw", "export", "extract", "graph_of", "query", "read", "stats", "to_networkx", "validate", "why"]


def build(
    text: str | Document | Iterable[Document],
    *,
    title: str | None = None,
    date: str | dt.date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    author: str | None = None,
    id: str | None = None,
    model: str | None = None,
    base: str = BASE,
    include_text: bool = True,
) -> Graph:
    """The knowledge graph of an article's text, or of documents that `kg.read` yields.

    The options up to `id` describe an article given as a string. `model` names a spaCy pipeline, `base` is where
    IRIs begin, and `include_text` says whether the graph holds the article's words.

    Raises:
        KgError: the text, an option or the model cannot be used; the message says what to do.

    >>> graph = build("The minister denied on Friday that Norway had sold oil to Cuba.", date="2024-05-04")
    >>> bool(graph.query("ASK { ?claim kg:polarity kg:Negative ; kg:content ?what }"))
    True
    """
    if isinstance(text, str):
        text = document(text, title=title, date=date, publisher=publisher, url=url, author=author, id=id)
    documents = [text] if isinstance(text, Document) else text
    return graph_of(list(extractions(documents, model=model)), base=base, include_text=include_text)


def graph_of(read_out: list[Extraction], *, base: str = BASE, include_text: bool = True) -> Graph:
    """One graph of several extractions, with the identities of their entities settled together."""
    read_out = [spoken_of(e) for e in read_out]
    across = identities([e.entities for e in read_out], lexicon(), base=base)
    return to_graph(read_out, base=base, text=include_text, entities=across)


def extract(text: str | Document, *, model: str | None = None, date: str | dt.date | None = None) -> Extraction:
    """What one article says, as Python objects: mentions, entities, events, claims.

    >>> found = extract("Anna Berg said that the mayor had resigned.")
    >>> [(claim.polarity.value, claim.cues) for claim in found.claims]
    [('positive', ('said',))]
    """
    given = document(text, date=date) if isinstance(text, str) else text
    return next(extractions([given], model=model))
