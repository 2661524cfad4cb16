"""Who says what, in columns: few crossings, boxes that never overlap, and lines that run between them.

The steps are those of Sugiyama, Tagawa and Toda (1981): a line that passes a column gets a place of its own in it, the
columns are ordered for few crossings, and then everything is brought level with what it is linked to.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

GAP = 12
"""Between two boxes of a column, in units of the drawing."""

_SWEEPS = 12
_SIFTS = 8

Pull = tuple[int, int, float]
"""Two nodes that are linked, and how much they want to be level."""

_Near = Mapping[int, Sequence[tuple[int, float]]]


def with_passages(
    columns: Sequence[Sequence[int]], pulls: Iterable[Pull]
) -> tuple[list[list[int]], list[Pull], dict[tuple[int, int], tuple[int, ...]]]:
    """The columns with places for lines that pass them, the lines cut there, and the places by (left end, right end).

    Lines that end in one node share their places. Places have negative numbers.

    >>> with_passages([[1], [2], [3]], [(1, 3, 1.0)])
    ([[1], [2, -1], [3]], [(1, -1, 1.0), (-1, 3, 1.0)], {(1, 3): (-1,)})
    """
    column_of = {node: number for number, column in enumerate(columns) for node in column}
    wide = [list(column) for column in columns]
    places: dict[tuple[int, int], int] = {}
    cut: dict[tuple[int, int], float] = defaultdict(float)
    through = {}
    for a, b, weight in pulls:
        left, right = sorted((a, b), key=lambda node: (column_of[node], node))
        way = []
        for column in range(column_of[left] + 1, column_of[right]):
            if (right, column) not in places:
                places[right, column] = -1 - len(places)
                wide[column].append(places[right, column])
            way.append(places[right, column])
        through[left, right] = tuple(way)
        for one, two in zip((left, *way), (*way, right), strict=True):
            cut[one, two] += weight
    return wide, [(a, b, weight) for (a, b), weight in cut.items()], {k: v for k, v in through.items() if v}


def ordered_columns(
    columns: Sequence[Sequence[int]], pulls: Iterable[Pull], first: Collection[int] = ()
) -> list[list[int]]:
    """The columns with their nodes ordered for few crossings: barycentre sweeps, then sifting of the best order.

    Nodes of `first` stay above the others of their column, whatever crosses.

    >>> ordered_columns([[1, 2], [3, 4]], [(1, 4, 1), (2, 3, 1)])
    [[1, 2], [4, 3]]
    """
    pulls = list(pulls)
    near = _neighbours(pulls)
    best = order = [sorted(column, key=lambda node: _group(node, near, set(column), first)) for column in columns]
    fewest = crossings(order, pulls)
    for sweep in range(_SWEEPS):
        if fewest == 0:
            break
        order = [list(column) for column in order]
        turn = range(1, len(order)) if sweep % 2 == 0 else range(len(order) - 2, -1, -1)
        for number in turn:
            rank = {node: (at + 0.5) / len(column) for column in order for at, node in enumerate(column)}
            inside = set(order[number])
            mean = {node: _mean(node, near, rank, inside) for node in order[number]}
            order[number].sort(key=lambda node: (*_group(node, near, inside, first), mean[node]))
        if (found := crossings(order, pulls)) < fewest:
            best, fewest = order, found
    return [_beside_partners(column, near, first) for column in _sifted(best, pulls, near, first)]


def _group(node: int, near: _Near, inside: Collection[int], first: Collection[int]) -> tuple[bool, bool]:
    """What comes first, what is linked with another column, and the rest."""
    return node not in first, all(other in inside for other, _ in near.get(node, ()))


def _sifted(
    columns: Sequence[Sequence[int]], pulls: Sequence[Pull], near: _Near, first: Collection[int]
) -> list[list[int]]:
    """Each node in turn moved to the place of its column where it crosses least, until none moves."""
    order = [list(column) for column in columns]
    for _ in range(_SIFTS):
        moved = False
        for number, column in enumerate(order):
            cost = _costs(order, number, pulls)
            inside = set(column)
            groups = [_group(node, near, inside, first) for node in column]
            size = Counter(groups)
            begins = {group: sum(size[other] for other in size if other < group) for group in size}
            row = list(range(len(column)))
            for node in sorted(row, key=lambda node: -len(near.get(column[node], ()))):
                begin = begins[groups[node]]
                moved |= _sift(row, node, cost, begin, begin + size[groups[node]] - 1)
            order[number] = [column[at] for at in row]
        if not moved:
            break
    return order


def _sift(row: list[int], node: int, cost: npt.NDArray[np.float64], begin: int, end: int) -> bool:
    """Move one node of a row to its best place from `begin` to `end`; whether that helped."""
    here = row.index(node)
    rest = row[:here] + row[here + 1 :]
    above = np.concatenate(([0.0], np.cumsum(cost[rest, node])))
    below = np.concatenate((np.cumsum(cost[node, rest][::-1])[::-1], [0.0]))
    total = above + below
    best = begin + int(total[begin : end + 1].argmin())
    if total[best] >= total[here] - 1e-9:
        return False
    row[:] = [*rest[:best], node, *rest[best:]]
    return True


def _costs(order: Sequence[Sequence[int]], number: int, pulls: Sequence[Pull]) -> npt.NDArray[np.float64]:
    """How much crosses between a column and its neighbours where one of its nodes stands above another."""
    row = {node: at for at, node in enumerate(order[number])}
    total = np.zeros((len(row), len(row)))
    for side in (number - 1, number + 1):
        if not 0 <= side < len(order):
            continue
        rank = {node: at for at, node in enumerate(order[side])}
        weight = np.zeros((len(row), len(rank)))
        for a, b, pull in pulls:
            if a in row and b in rank:
                weight[row[a], rank[b]] += pull
            elif b in row and a in rank:
                weight[row[b], rank[a]] += pull
        before = np.cumsum(weight, axis=1) - weight
        total += weight @ before.T
    return total


def _beside_partners(column: Sequence[int], near: _Near, first: Collection[int]) -> list[int]:
    """What is only linked within its column stands right below what it is linked with."""
    inside = set(column)
    alone = [node for node in column if node not in first and _group(node, near, inside, first)[1] and near.get(node)]
    result = [node for node in column if node not in set(alone)]
    for node in alone:
        partners = [result.index(other) for other, _ in near[node] if other in result]
        at = max(partners) + 1 if partners else len(result)
        result.insert(at, node)
    return result


def crossings(columns: Sequence[Sequence[int]], pulls: Iterable[Pull]) -> int:
    """How often two lines between the same two columns cross.

    >>> crossings([[1, 2], [3, 4]], [(1, 4, 1), (2, 3, 1)])
    1
    """
    place = {node: (number, at) for number, column in enumerate(columns) for at, node in enumerate(column)}
    between: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b, _ in pulls:
        if a in place and b in place:
            (left, high), (right, low) = sorted((place[a], place[b]))
            if left != right:
                between[left, right].append((high, low))
    total = 0
    for lines in between.values():
        seen: list[int] = []
        for _, low in sorted(lines):
            total += len(seen) - bisect_right(seen, low)
            insort(seen, low)
    return total


def heights(
    columns: Sequence[Sequence[int]], pulls: Iterable[Pull], tall: Mapping[int, int], spine: int = 0
) -> dict[int, float]:
    """The top of each node: the column `spine` is packed, the others are level with what they are linked to."""
    if not columns:
        return {}
    near = _neighbours(pulls)
    top: dict[int, float] = {}
    for number in sorted(range(len(columns)), key=lambda number: (abs(number - spine), number)):
        middle = {node: top[node] + tall[node] / 2 for node in top}
        wanted = [_level(node, near, middle, tall[node]) for node in columns[number]]
        top.update(zip(columns[number], _apart(wanted, [tall[node] + GAP for node in columns[number]]), strict=True))
    return top


def _apart(wanted: Sequence[float | None], room: Sequence[float]) -> list[float]:
    """Tops as near as can be to the wanted ones, in this order and apart by `room` (isotonic regression).

    >>> _apart([0, 0, 100], [10, 10, 10]), _apart([None, None], [10, 10])
    ([0.0, 10.0, 100.0], [0.0, 10.0])
    """
    offset, offsets = 0.0, []
    for space in room:
        offsets.append(offset)
        offset += space
    # Pools of neighbours that want to overlap; each is [sum of wishes, number of wishes, number of members].
    pools: list[list[float]] = []
    for wish, before in zip(wanted, offsets, strict=True):
        pools.append([0.0, 0.0, 1.0] if wish is None else [wish - before, 1.0, 1.0])
        while len(pools) > 1 and _height(pools[-1]) <= _height(pools[-2]):
            total, wishes, members = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + wishes, pools[-1][2] + members]
    slack = [max(0.0, _height(pool)) for pool in pools for _ in range(int(pool[2]))]
    return [before + extra for before, extra in zip(offsets, slack, strict=True)]


def _height(pool: Sequence[float]) -> float:
    # Nodes that want nothing close up to the node above.
    return pool[0] / pool[1] if pool[1] else float("-inf")


def _level(node: int, near: _Near, middle: Mapping[int, float], tall: int) -> float | None:
    pulled = [(middle[other], weight) for other, weight in near.get(node, ()) if other in middle]
    total = sum(weight for _, weight in pulled)
    return sum(at * weight for at, weight in pulled) / total - tall / 2 if total else None


def _neighbours(pulls: Iterable[Pull]) -> dict[int, list[tuple[int, float]]]:
    near: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for a, b, weight in pulls:
        near[a].append((b, weight))
        near[b].append((a, weight))
    return near


def _mean(node: int, near: _Near, rank: Mapping[int, float], inside: set[int]) -> float:
    pulled = [(rank[other], weight) for other, weight in near.get(node, ()) if other in rank and other not in inside]
    total = sum(weight for _, weight in pulled)
    return sum(at * weight for at, weight in pulled) / total if total else rank[node]
