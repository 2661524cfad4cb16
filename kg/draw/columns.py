"""Who says what, in columns: few crossings, and boxes that never overlap."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

GAP = 12
"""Between two boxes of a column, in units of the drawing."""

_SWEEPS = 12

Pull = tuple[int, int, float]
"""Two nodes that are linked, and how much they want to be level."""

_Near = Mapping[int, Sequence[tuple[int, float]]]


def ordered_columns(
    columns: Sequence[Sequence[int]], pulls: Iterable[Pull], first: Collection[int] = ()
) -> list[list[int]]:
    """The columns with their nodes ordered for few crossings (barycentre sweeps; the best of all seen is kept).

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
    return best


def _group(node: int, near: _Near, inside: Collection[int], first: Collection[int]) -> tuple[bool, bool]:
    """What comes first, what is linked with another column, and the rest."""
    return node not in first, all(other in inside for other, _ in near.get(node, ()))


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
