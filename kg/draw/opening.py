"""What a page opens on where a graph has too much for one picture, and the communities to choose from beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from heapq import heapify, heappop, heappush

import networkx as nx

from kg.draw.claims import Status
from kg.draw.parts import Kind, Link, View

WHOLE = 500
"""Graphs of up to so many nodes are drawn whole."""
OPENING = 150
"""How many nodes the page of a larger graph opens on; the rest is a click away."""
DIVIDED = 2_000
"""Graphs of more nodes have communities to choose from."""

_COMMUNITIES = 8
_MEMBERS = 40
_SMALLEST = 3
_SEED = 7
STANCE = (Kind.DISPUTES, Kind.AFFIRMS, Kind.OTHER, Kind.REPORTS)
STATUS = (Status.DISPUTED, Status.DENIED, Status.AFFIRMED, Status.OPEN)

Pair = tuple[int, int, Link]
"""Two nodes by their number in the view, and the line between them."""


def opening(view: View, pairs: Sequence[Pair]) -> tuple[int, ...]:
    """The nodes to open on: all, or the claims that matter most and what is linked best with those."""
    count = len(view.nodes)
    return tuple(range(count)) if count <= WHOLE else central(view, range(count), pairs, OPENING)


def central(view: View, nodes: Collection[int], pairs: Sequence[Pair], most: int) -> tuple[int, ...]:
    """The `most` central of some nodes, each linked with those before it where there is such a node left."""
    near: dict[int, list[tuple[int, float]]] = {node: [] for node in nodes}
    for a, b, link in pairs:
        if a in near and b in near:
            pull = 3.0 if link.statements[0].kind in STANCE else 1.0
            near[a].append((b, pull))
            near[b].append((a, pull))

    def claim_first(number: int) -> tuple[int, int, int]:
        status = view.nodes[number].status
        return STATUS.index(status) if status else len(STATUS), -len(near[number]), number

    claims = sorted((n for n in near if view.nodes[n].status), key=claim_first)[: most // 3]
    chosen: set[int] = set()
    drawn_in = dict.fromkeys(near, 0.0)
    waiting = [(-float("inf"), at, number) for at, number in enumerate(claims)]
    waiting += [(0.0, -len(near[number]), number) for number in near]
    heapify(waiting)
    while len(chosen) < most and waiting:
        _, _, number = heappop(waiting)
        if number in chosen:
            continue
        chosen.add(number)
        for other, pull in near[number]:
            # Old entries stay in the heap; the better one comes out first.
            drawn_in[other] += pull
            heappush(waiting, (-drawn_in[other], -len(near[other]), other))
    return tuple(sorted(chosen))


def communities(view: View, pairs: Sequence[Pair]) -> list[tuple[int, tuple[int, ...]]]:
    """The largest groups that are linked most among themselves: how many belong to each, and its most central nodes.

    Labels spread from node to node until each has the one of most neighbours; the groups that come of it are joined
    by one round of the Louvain method, which would take minutes on the nodes themselves.
    """
    if len(view.nodes) <= DIVIDED:
        return []
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(range(len(view.nodes)))
    graph.add_edges_from((a, b) for a, b, _ in pairs)
    seeds = sorted(map(sorted, nx.community.fast_label_propagation_communities(graph, seed=_SEED)))
    joined = nx.community.louvain_communities(_quotient(graph, seeds), seed=_SEED, max_level=1)
    found = sorted((sorted(node for at in group for node in seeds[at]) for group in joined), key=lambda g: (-len(g), g))
    of = {node: at for at, group in enumerate(found[:_COMMUNITIES]) for node in group}
    inside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if of.get(pair[0], -1) == of.get(pair[1], -2):
            inside[of[pair[0]]].append(pair)
    kept = [(at, group) for at, group in enumerate(found[:_COMMUNITIES]) if len(group) >= _SMALLEST]
    return [(len(group), central(view, group, inside[at], _MEMBERS)) for at, group in kept]


def _quotient(graph: nx.Graph, groups: Sequence[Sequence[int]]) -> nx.Graph:
    """The groups as nodes, with the number of lines between each two as weight."""
    of = {node: at for at, group in enumerate(groups) for node in group}
    lines = Counter(tuple(sorted((of[a], of[b]))) for a, b in graph.edges if of[a] != of[b])
    quotient: nx.Graph = nx.Graph()
    quotient.add_nodes_from(range(len(groups)))
    quotient.add_weighted_edges_from((a, b, count) for (a, b), count in sorted(lines.items()))
    return quotient
