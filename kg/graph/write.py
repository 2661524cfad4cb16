"""The model as RDF; `ontology/README.md` tells what is written and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import NamespaceManager

from kg.graph.claims import claims, propositions, short_cuts
from kg.graph.labels import keep_one_label, label_claims
from kg.graph.statements import Draft, draft
from kg.graph.terms import Triple
from kg.graph.world import words, world
from kg.model import Extraction, Ref
from kg.names import BASE, prefixes


def to_graph(
    extractions: Iterable[Extraction],
    *,
    base: str = BASE,
    text: bool = True,
    entities: Sequence[Mapping[Ref, str]] | None = None,
) -> Graph:
    """One graph of all the articles, with the contradictions between them.

    `text=False` leaves the articles' text out, but not the words of the mentions. `entities` has one mapping
    an extraction, from local ids to IRIs, for identities that were settled across articles. A thing that so
    gets several labels keeps the longest, and the others become ``skos:altLabel``. Lone surrogates are
    written as U+FFFD; a link that is no valid http IRI stays a string (``schema:url``) or is left out
    (``owl:sameAs``).
    """
    graph = Graph(bind_namespaces="none")
    _bind(graph, base)
    drafts = _drafts(extractions, base, entities)
    for source in drafts:
        _add(graph, _triples(source, text))
    _add(graph, short_cuts(drafts))
    keep_one_label(graph)
    label_claims(graph)
    return graph


def to_dataset(
    extractions: Iterable[Extraction],
    *,
    base: str = BASE,
    text: bool = True,
    entities: Sequence[Mapping[Ref, str]] | None = None,
) -> Dataset:
    """Each article in a named graph of its own, named by the article's IRI; options as in `to_graph`.

    No named graph depends on another, so contradictions between articles are not in it.
    """
    dataset = Dataset()
    dataset.namespace_manager = NamespaceManager(dataset, bind_namespaces="none")
    _bind(dataset, base)
    for source in _drafts(extractions, base, entities):
        graph = dataset.graph(source.article)
        _add(graph, _triples(source, text))
        _add(graph, short_cuts([source]))
        keep_one_label(graph)
        label_claims(graph)
    return dataset


def _bind(graph: Graph, base: str) -> None:
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace, replace=True)


def _add(graph: Graph, triples: Iterable[Triple]) -> None:
    for triple in triples:
        graph.add(triple)


def _drafts(extractions: Iterable[Extraction], base: str, entities: Sequence[Mapping[Ref, str]] | None) -> list[Draft]:
    if entities is None:
        return [draft(extraction, base) for extraction in extractions]
    return [draft(extraction, base, names) for extraction, names in zip(extractions, entities, strict=True)]


def _triples(source: Draft, text: bool) -> list[Triple]:
    found = [*world(source, text=text), *propositions(source), *claims(source)]
    return [*found, *words(source, {thing for _, _, thing in found if isinstance(thing, URIRef)})]
