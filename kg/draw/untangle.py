"""A last hand at the map: boxes move where fewer lines cross each other and run under boxes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_SEED = 7
_SWEEPS, _SPOTS = 20, 16
"""How often each box is looked at, and how many spots are tried for it at a time."""
_BUDGET = 800_000
"""How many boxes and lines are compared with in all: looking takes the longer the more there are."""
_LONG = 2.0
"""What a line as long as the map is wide costs, beside a crossing."""

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def untangled(at: Floats, size: Floats, links: Sequence[tuple[int, int]]) -> Floats:
    """The centres of boxes of the given sizes that do not overlap, moved so that they still do not.

    >>> square = np.array([[0.0, 0], [100, 0], [100, 100], [0, 100]])
    >>> crossed = [(0, 2), (1, 3), (0, 1), (2, 3)]
    >>> small = np.full((4, 2), 10.0)
    >>> tangles(square, small, crossed), tangles(untangled(square, small, crossed), small, crossed)
    (1, 0)
    """
    if len(at) < 4 or not links:
        return at
    at, ends = at.copy(), np.array(links)
    width = float(np.ptp(at, axis=0).max()) or 1.0
    random = np.random.default_rng(_SEED)
    mine = [np.flatnonzero((ends == node).any(axis=1)) for node in range(len(at))]
    # What has the fewest lines is moved most easily, and out of the way of the rest.
    order = sorted((node for node in range(len(at)) if len(mine[node])), key=lambda node: (len(mine[node]), node))
    turns = min(_SWEEPS, _BUDGET // (len(order) * (len(at) + len(links))) + 1)
    for turn in range(turns):
        reach = width * 0.3 * (1 - turn / turns) + width * 0.03
        for node in order:
            friends = ends[mine[node]].sum(axis=1) - node
            middle = np.where(np.arange(_SPOTS)[:, None] % 2 == 0, at[friends].mean(axis=0), at[node])
            spots = np.vstack((at[node], middle + random.normal(size=(_SPOTS, 2)) * reach))
            inside = ((spots >= at.min(axis=0)) & (spots <= at.max(axis=0))).all(axis=1)
            spots = spots[inside & _free(spots, node, at, size)]
            if len(spots) > 1:
                cost = _costs(spots, node, friends, at, size, ends, width)
                at[node] = spots[int(cost.argmin())]
    return at


def _free(spots: Floats, node: int, at: Floats, size: Floats) -> Bools:
    """Which spots have room for a box."""
    lap = (size + size[node]) / 2 - np.abs(at - spots[:, None, :])
    lap[:, node] = -1
    free = ~(lap > 0.01).all(axis=2).any(axis=1)
    free[0] = True
    return np.asarray(free)


def _costs(spots: Floats, node: int, friends: Ints, at: Floats, size: Floats, ends: Ints, width: float) -> Floats:
    """What a box costs at each spot: crossings of its lines, what they run under, what runs under it, their length."""
    others = np.flatnonzero((ends != node).all(axis=1))
    begin, end = at[ends[others, 0]], at[ends[others, 1]]
    far = at[friends]
    here, there = spots[:, None, None, :], far[None, :, None, :]
    cross = _cross(here, there, begin, end) & (ends[others] != friends[:, None, None]).all(axis=2)
    boxes = np.ones((len(friends), len(at)), dtype=bool)
    boxes[:, node] = False
    boxes[np.arange(len(friends)), friends] = False
    under = _runs_under(here, there, at, size) & boxes
    over = _runs_under(begin, end, spots[:, None, :], size[node])
    length = np.hypot(spots[:, :1] - far[:, 0], spots[:, 1:] - far[:, 1]).sum(axis=1)
    total = cross.sum(axis=(1, 2)) + under.sum(axis=(1, 2)) + over.sum(axis=1) + _LONG * length / width
    return np.asarray(total, dtype=float)


def tangles(at: Floats, size: Floats, links: Sequence[tuple[int, int]]) -> int:
    """How many pairs of lines cross, and how many lines run under a box that is no end of theirs."""
    if not links:
        return 0
    ends = np.array(links)
    begin, end = at[ends[:, 0]], at[ends[:, 1]]
    shared = (ends[:, None, :, None] == ends[None, :, None, :]).any(axis=(2, 3))
    crossing = (_cross(begin[:, None], end[:, None], begin, end) & ~shared).sum() // 2
    which = np.arange(len(at))
    under = _runs_under(begin[:, None], end[:, None], at, size) & (which != ends[:, :1]) & (which != ends[:, 1:])
    return int(crossing + under.sum())


def _cross(a: Floats, b: Floats, c: Floats, d: Floats) -> Bools:
    """Whether the lines from `a` to `b` cross those from `c` to `d`."""
    return np.asarray((_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0))


def _side(a: Floats, b: Floats, c: Floats) -> Floats:
    one, two = b - a, c - a
    return np.asarray(one[..., 0] * two[..., 1] - one[..., 1] * two[..., 0])


def _runs_under(begin: Floats, end: Floats, at: Floats, size: Floats) -> Bools:
    """Whether lines run under boxes: the part of each within the box's width must lie within its height, too."""
    way = end - begin
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)
    low, high = (at - size / 2 - begin) / way, (at + size / 2 - begin) / way
    enters, leaves = np.minimum(low, high).max(axis=-1), np.maximum(low, high).min(axis=-1)
    return np.asarray(np.maximum(enters, 0) < np.minimum(leaves, 1))
