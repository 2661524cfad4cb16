"""Blank nodes of foreign graphs: the same labels in every run, or an error before the search for them explodes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import factorial, prod
from typing import Final

import pyoxigraph as ox

from kg.errors import GraphError

_BUDGET: Final = 50_000_000

_Edge = tuple[str, ox.BlankNode | None]


def canonical(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads without duplicates, their blank nodes labelled by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).

    Raises `GraphError` where too many blank nodes look alike: the algorithm tries every order of those.
    """
    dataset = ox.Dataset(quads)
    edges = _edges(dataset)
    if edges:
        if _cost(edges) > _BUDGET:
            raise GraphError("too many blank nodes look alike to label them the same way in every run; give them IRIs")
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return list(dataset)


def _edges(quads: Iterable[ox.Quad]) -> dict[ox.BlankNode, list[_Edge]]:
    """For each blank node its quads, seen from it: how it is linked, and to which other blank node."""
    edges: dict[ox.BlankNode, list[_Edge]] = defaultdict(list)
    for quad in quads:
        terms = (quad.subject, quad.object, quad.graph_name)
        for place, term in enumerate(terms):
            if isinstance(term, ox.BlankNode):
                seen = [str(other) if not isinstance(other, ox.BlankNode) else "_" for other in terms]
                link = f"{place} {quad.predicate} {' '.join(seen)}"
                others = [other for other in terms if isinstance(other, ox.BlankNode) and other != term]
                edges[term] += [(link, other) for other in others] or [(link, None)]
    return edges


def _cost(edges: Mapping[ox.BlankNode, list[_Edge]]) -> int:
    """About how many steps labelling takes: nodes that differ at first sight cost nothing."""
    looks = {node: tuple(sorted(link for link, _ in linked)) for node, linked in edges.items()}
    common = Counter(looks.values())
    alike = {node for node, look in looks.items() if common[look] > 1}
    steps, seen = 0, set[ox.BlankNode]()
    for start in alike:
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for node in component:
            near = {other for _, other in edges[node] if other in alike} - seen
            seen |= near
            component += near
        orders = prod(_orders(edges[node], alike, looks) for node in component)
        steps += orders * len(component) ** 3
    return steps


def _orders(linked: list[_Edge], alike: set[ox.BlankNode], looks: Mapping[ox.BlankNode, tuple[str, ...]]) -> int:
    groups = Counter((link, looks[other]) for link, other in linked if other is not None and other in alike)
    return prod(factorial(min(size, 12)) for size in groups.values())
