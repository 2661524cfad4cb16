"""A graph as a page shows it: nodes, links, the claims table, the timeline and the articles behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from rdflib import Dataset, Graph
from rdflib.term import Node as Term

from kg.draw import things
from kg.draw.index import Index, Triple
from kg.draw.links import links
from kg.draw.parts import Type, View
from kg.draw.rows import claim_rows, time_rows
from kg.draw.sides import side_rows
from kg.draw.terms import local_name, ordered, shown
from kg.draw.things import Reading, Types
from kg.names import KG


def view(graph: Graph) -> View:
    """Everything to show of `graph`, in an order that depends on nothing but its triples.

    >>> view(Graph()).nodes
    ()
    """
    reading = Reading.of(Index(_triples(graph)))
    world, triples = things.world(reading)
    boxes = ordered({*reading.claims.propositions, *reading.claims.boxed})
    types = Types(reading, world)
    keys = _keys([*world, *boxes])
    speakers = _speakers(reading)
    nodes = [things.box(node, keys[node], reading) for node in boxes]
    nodes += [
        things.entity(node, keys[node], reading, types, speaks=node in speakers, claims=bool(boxes)) for node in world
    ]
    drawn = {*world, *boxes}
    between = links(reading, triples, drawn)
    return View(
        articles=reading.articles.all,
        types=_legend([types[node][0] for node in world], with_claims=bool(boxes)),
        nodes=tuple(nodes),
        links=between,
        claims=claim_rows(reading, drawn),
        timeline=time_rows(nodes, between),
        sides=side_rows(nodes, between),
    )


def _triples(graph: Graph) -> Iterable[Triple]:
    """The triples of a graph; of a dataset, those of all its graphs, each once."""
    return {(s, p, o) for s, p, o, _ in graph.quads()} if isinstance(graph, Dataset) else graph


def _speakers(reading: Reading) -> set[Term]:
    claims = reading.claims
    found = {claim.claimant for claim in claims.all.values() if claim.presented}
    found |= {who for claim in claims.all.values() if claim.presented for who in claims.reporters(claim)}
    return found | {who for prop in (KG.affirms, KG.disputes) for who in reading.graph.subjects(prop)}


def _keys(nodes: list[Term]) -> dict[Term, str]:
    """A short name for each node's address on the page: the last part of its IRI, or all of it where two would meet."""
    short = {node: shown(unquote(local_name(str(node)))) for node in nodes}
    count = Counter(short.values())
    return {node: key if key and count[key] == 1 else shown(str(node)) for node, key in short.items()}


def _legend(found: list[Type], *, with_claims: bool) -> tuple[Type, ...]:
    count = Counter(found)
    ordered = sorted(count, key=lambda type_: (-count[type_], type_.label))
    return (*([things.CLAIM] if with_claims else []), *ordered)
