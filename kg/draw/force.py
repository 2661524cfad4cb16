"""The map: a force layout of each connected part, the parts side by side, and no two boxes on top of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt

import networkx as nx
import numpy as np
import numpy.typing as npt

MARGIN = 11
"""Kept free around every box, in units of the drawing."""

_SEED = 7
_STEPS = 150
_ROUNDS = 200
_SQUEEZES, _SQUEEZE = 40, (0.92, 0.97, 0.85)
_ROOMY, _CROWDED = 4.0, 1.9
"""How much more room than the boxes need the map begins with, and ends with at least."""

_EVENNESS = 0.9
_WIDER = sqrt(1.3)
"""Screens are wider than high, and so are labels."""

Size = tuple[float, float]
Point = tuple[float, float]
Floats = npt.NDArray[np.float64]


def force_map(sizes: Mapping[int, Size], pairs: Iterable[tuple[int, int]]) -> dict[int, Point]:
    """Centres for boxes of the given sizes, linked ones near each other; never an overlap.

    >>> sorted(force_map({1: (40, 20), 2: (40, 20)}, [(1, 2)]))
    [1, 2]
    """
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(sorted(sizes))
    graph.add_edges_from(sorted(pairs))
    parts = sorted(map(sorted, nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_part(graph.subgraph(part), sizes) for part in parts]
    return _beside(placed, sizes)


def _part(graph: nx.Graph, sizes: Mapping[int, Size]) -> dict[int, Point]:
    nodes = sorted(graph)
    # A subgraph iterates in the order of a set; the layout must not depend on it.
    steady: nx.Graph = nx.Graph()
    steady.add_nodes_from(nodes)
    steady.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    spring = nx.spring_layout(steady, seed=_SEED, iterations=_STEPS, k=1.6 / sqrt(len(nodes)))
    size = np.array([sizes[node] for node in nodes], dtype=float) + MARGIN
    side = sqrt(float((size[:, 0] * size[:, 1]).sum()) * _ROOMY)
    even = _evened(np.array([spring[node] for node in nodes], dtype=float))
    at = _close(separated(even * side * np.array([_WIDER, 1 / _WIDER]), size), size)
    at -= (at - size / 2).min(axis=0)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, at, strict=True)}


def _evened(at: Floats) -> Floats:
    """The same neighbourhoods, spread evenly: a force layout crowds its middle, where labels need the most room."""
    span = np.ptp(at, axis=0)
    plain = (at - at.min(axis=0)) / np.where(span == 0, 1, span)
    rank = (at.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") + 0.5) / len(at)
    return np.asarray(_EVENNESS * rank + (1 - _EVENNESS) * plain - 0.5)


def separated(at: Floats, size: Floats) -> Floats:
    """Centres of boxes pushed apart, each pair along the shorter way, until none overlap."""
    at = at.copy()
    count = len(at)
    # Two boxes in one place have no shorter way: a small push of their own gives them one.
    at += np.column_stack((np.arange(count) * 0.013, np.arange(count) * 0.007))
    upper = np.triu(np.ones((count, count), dtype=bool), 1)
    for turn in range(_ROUNDS):
        apart = at[:, None, :] - at[None, :, :]
        lap = (size[:, None, :] + size[None, :, :]) / 2 - np.abs(apart)
        hit = upper & (lap[:, :, 0] > 0.01) & (lap[:, :, 1] > 0.01)
        if not hit.any():
            return at
        sideways = hit & (lap[:, :, 0] < lap[:, :, 1])
        push = np.zeros_like(apart)
        push[:, :, 0] = np.where(sideways, lap[:, :, 0] * np.where(apart[:, :, 0] < 0, -1, 1), 0)
        push[:, :, 1] = np.where(hit & ~sideways, lap[:, :, 1] * np.where(apart[:, :, 1] < 0, -1, 1), 0)
        crowd = np.maximum(1, hit.sum(axis=1) + hit.sum(axis=0))[:, None]
        at += (push.sum(axis=1) - push.sum(axis=0)) * 0.55 / np.sqrt(crowd)
        if turn % 20 == 19:
            at *= 1.02
    return _scaled_apart(at, size)


def _close(at: Floats, size: Floats) -> Floats:
    """The boxes drawn together as long as that makes the whole smaller and leaves room for lines."""
    enough = float((size[:, 0] * size[:, 1]).sum()) * _CROWDED
    for _ in range(_SQUEEZES):
        tries = (separated((at - at.mean(axis=0)) * squeeze, size) for squeeze in _SQUEEZE)
        closer = next((one for one in tries if enough < _area(one, size) < _area(at, size) * 0.998), None)
        if closer is None:
            break
        at = closer
    return at


def _area(at: Floats, size: Floats) -> float:
    width, height = (at + size / 2).max(axis=0) - (at - size / 2).min(axis=0)
    return float(width * height)


def _scaled_apart(at: Floats, size: Floats) -> Floats:
    """The last resort for a crowd that does not settle: one row under the other."""
    order = np.lexsort((at[:, 0], at[:, 1]))
    result = at.copy()
    result[order, 1] = np.cumsum(size[order, 1]) - size[order, 1] / 2
    return result


def _beside(placed: list[dict[int, Point]], sizes: Mapping[int, Size]) -> dict[int, Point]:
    """The parts next to each other: each goes to the free corner that keeps the whole most like a screen."""
    result: dict[int, Point] = {}
    taken: list[tuple[float, float, float, float]] = []
    for part in placed:
        width = max(x + sizes[node][0] / 2 for node, (x, _) in part.items()) + MARGIN
        height = max(y + sizes[node][1] / 2 for node, (_, y) in part.items()) + MARGIN
        corners = [(0.0, 0.0)]
        for x, y, right, end in taken:
            corners += [(right, y), (x, end), (right, 0.0), (0.0, end)]
        free = [at for at in corners if not any(_overlap(at, (width, height), box) for box in taken)]
        left, top = min(free, key=lambda at: (_span(taken, at, (width, height)), at[1], at[0]))
        taken.append((left, top, left + width, top + height))
        result |= {node: (x + left, y + top) for node, (x, y) in part.items()}
    return result


def _overlap(at: Point, size: Size, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return at[0] < right and left < at[0] + size[0] and at[1] < bottom and top < at[1] + size[1]


def _span(taken: list[tuple[float, float, float, float]], at: Point, size: Size) -> float:
    """How much of a screen everything would need, with one more part at a place."""
    right = max([box[2] for box in taken] + [at[0] + size[0]])
    bottom = max([box[3] for box in taken] + [at[1] + size[1]])
    return max(right / _WIDER**2, bottom)
