"""The map: what is linked stands close, connected parts side by side, and no two boxes on top of each other.

Each part is laid out by stress majorization (Gansner, Koren, North 2004): distances on the screen follow the number
of steps between two things. Unlike springs it ends in the same place every time, and it draws few crossings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt

import networkx as nx
import numpy as np
import numpy.typing as npt

from kg.draw.untangle import untangled

MARGIN = 11
"""Kept free around every box, in units of the drawing."""

_STEPS = 60
_STILL = 1e-3
_ROUNDS = 240
_EVERY = 6
_NEAR = 30.0
_CROWDED, _SQUEEZE, _SQUEEZES = 2.2, 0.93, 10
"""How much more room than the boxes need the map begins with; then it is drawn together while that helps."""

_WIDER = sqrt(1.35)
"""Screens are wider than high, and so are labels."""

Size = tuple[float, float]
Point = tuple[float, float]
Floats = npt.NDArray[np.float64]


def force_map(sizes: Mapping[int, Size], pairs: Iterable[tuple[int, int]], *, tidy: bool = True) -> dict[int, Point]:
    """Centres for boxes of the given sizes, linked ones near each other; never an overlap.

    A `tidy` map is untangled, which takes most of the time.

    >>> sorted(force_map({1: (40, 20), 2: (40, 20)}, [(1, 2)]))
    [1, 2]
    """
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(sorted(sizes))
    graph.add_edges_from(sorted(pairs))
    parts = sorted(map(sorted, nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_part(graph, part, sizes, tidy) for part in parts]
    return _beside(placed, sizes)


def _part(graph: nx.Graph, nodes: list[int], sizes: Mapping[int, Size], tidy: bool) -> dict[int, Point]:
    if len(nodes) == 1:
        return {nodes[0]: (sizes[nodes[0]][0] / 2, sizes[nodes[0]][1] / 2)}
    size = np.array([sizes[node] for node in nodes], dtype=float) + MARGIN
    plain = _stressed(_distances(graph, nodes))
    room = sqrt(float((size[:, 0] * size[:, 1]).sum()) * _CROWDED)
    # A chain has no area: it stays one, as long as its boxes need.
    span = np.maximum(np.ptp(plain, axis=0), float(np.ptp(plain, axis=0).max()) / 3 + 1e-9)
    scale = np.array([_WIDER, 1 / _WIDER]) * room / span
    place = {node: number for number, node in enumerate(nodes)}
    links = sorted((place[a], place[b]) for a, b in graph.subgraph(nodes).edges)
    at = separated(plain * scale, size)
    at = _close(untangled(at, size, links) if tidy else at, size)
    at -= (at - size / 2).min(axis=0)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, at, strict=True)}


def _distances(graph: nx.Graph, nodes: list[int]) -> Floats:
    """How many steps lie between each two nodes of a connected part."""
    place = {node: at for at, node in enumerate(nodes)}
    near = [[place[other] for other in graph[node]] for node in nodes]
    steps = np.zeros((len(nodes), len(nodes)))
    for start in range(len(nodes)):
        found, edge = {start: 0}, [start]
        for at in edge:
            for other in near[at]:
                if other not in found:
                    found[other] = found[at] + 1
                    edge.append(other)
        steps[start, list(found)] = list(found.values())
    return steps


def _stressed(steps: Floats) -> Floats:
    """Places whose distances follow `steps` as well as they can; far pairs count less."""
    count = len(steps)
    at = _turned(_scaling(steps))
    off = ~np.eye(count, dtype=bool)
    weight = np.zeros_like(steps)
    weight[off] = steps[off] ** -2.0
    laplacian = np.diag(weight.sum(axis=1)) - weight
    # One place is held still, which makes the rest of the system solvable.
    inverse = np.linalg.inv(laplacian[1:, 1:])
    for _ in range(_STEPS):
        apart = np.hypot(at[:, None, 0] - at[None, :, 0], at[:, None, 1] - at[None, :, 1])
        pull = np.zeros_like(steps)
        np.divide(weight * steps, apart, out=pull, where=apart > 1e-9)
        wanted = np.diag(pull.sum(axis=1)) @ at - pull @ at
        moved = np.vstack((np.zeros((1, 2)), inverse @ wanted[1:]))
        moved += at.mean(axis=0) - moved.mean(axis=0)
        change = float(np.abs(moved - at).max())
        at = moved
        if change < _STILL * float(steps.max()):
            break
    return _turned(at)


def _scaling(steps: Floats) -> Floats:
    """Classical scaling: the two main axes of the distances, each with its sign settled."""
    squared = steps**2
    centred = -(squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()) / 2
    values, vectors = np.linalg.eigh(centred)
    axes = vectors[:, -2:] if len(values) > 1 else np.column_stack((vectors, vectors))
    axes = axes * np.sqrt(np.maximum(values[-2:], 0.01))
    signs = np.sign([axis[int(np.abs(np.round(axis, 6)).argmax())] for axis in axes.T])
    spread = np.arange(len(steps)) * 1e-4
    return np.asarray(axes * np.where(signs == 0, 1, signs) + np.column_stack((spread, -spread)))


def _turned(at: Floats) -> Floats:
    """The longest way across lies level, as screens do."""
    centred = at - at.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    signs = np.sign(np.round(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)], 6))
    return np.asarray(centred @ (axes * np.where(signs == 0, 1, signs)[:, None]).T)


def separated(at: Floats, size: Floats) -> Floats:
    """Centres of boxes pushed apart, each pair along the shorter way, until none overlap."""
    count = len(at)
    # Two boxes in one place have no shorter way: a small push of their own gives them one.
    at = at + np.column_stack((np.arange(count) * 0.013, np.arange(count) * 0.007))
    one, two = np.triu_indices(count, 1)
    room = (size[one] + size[two]) / 2
    near = np.arange(len(one))
    for turn in range(_ROUNDS):
        if turn % _EVERY == 0:
            # Most pairs are far apart: only the near ones are looked at until the next time.
            lap = room - np.abs(at[one] - at[two])
            near = np.flatnonzero((lap > -_NEAR).all(axis=1))
            if not (lap[near] > 0.01).all(axis=1).any():
                return at
        first, second = one[near], two[near]
        apart = at[first] - at[second]
        lap = room[near] - np.abs(apart)
        hit = (lap > 0.01).all(axis=1)
        first, second, apart, lap = first[hit], second[hit], apart[hit], lap[hit]
        sideways = lap[:, 0] < lap[:, 1]
        push = np.where(np.column_stack((sideways, ~sideways)), lap * np.where(apart < 0, -1, 1), 0)
        crowd = np.maximum(1, np.bincount(first, minlength=count) + np.bincount(second, minlength=count))
        for axis in (0, 1):
            pushed = np.bincount(first, push[:, axis], count) - np.bincount(second, push[:, axis], count)
            at[:, axis] += pushed * 0.55 / np.sqrt(crowd)
        if turn % 20 == 19:
            # What does not settle gets more room, and the more the longer it takes.
            at *= 1.02 + 0.001 * turn
    return at if not _overlapping(at, size) else _scaled_apart(at, size)


def _overlapping(at: Floats, size: Floats) -> bool:
    one, two = np.triu_indices(len(at), 1)
    return bool(((size[one] + size[two]) / 2 - np.abs(at[one] - at[two]) > 0.01).all(axis=1).any())


def _close(at: Floats, size: Floats) -> Floats:
    """The boxes drawn together as long as that makes the whole smaller and leaves room for lines."""
    enough = float((size[:, 0] * size[:, 1]).sum()) * 1.7
    for _ in range(_SQUEEZES):
        one = separated((at - at.mean(axis=0)) * _SQUEEZE, size)
        if not enough < _area(one, size) < _area(at, size) * 0.99:
            break
        at = one
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
