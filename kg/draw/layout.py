"""Where everything stands, worked out before the page is opened and always the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from kg.draw.claims import Status
from kg.draw.columns import heights, ordered_columns
from kg.draw.force import force_map
from kg.draw.label import Box, box
from kg.draw.parts import Kind, Lane, Link, Node, View

OPENING = 150
"""How many nodes a page opens on; the rest is a click away."""

_COLUMNS = ((Lane.WHO,), (Lane.CLAIM,), (Lane.EVENT, Lane.TOPIC), (Lane.PLACE, Lane.ALSO))
_WIDTHS = (124, 268, 164, 122)
_BETWEEN = 58
_MAP_WIDTH = 132
_BADGE = 30
_HEADS = {
    Lane.WHO: "Who says it",
    Lane.CLAIM: "What is claimed",
    Lane.EVENT: "What happened",
    Lane.TOPIC: "Topics",
    Lane.PLACE: "Where",
    Lane.ALSO: "Who else",
}
_STANCE = (Kind.DISPUTES, Kind.AFFIRMS, Kind.OTHER, Kind.REPORTS)
_STATUS = (Status.DISPUTED, Status.DENIED, Status.AFFIRMED, Status.OPEN)


@dataclass(frozen=True, slots=True)
class Head:
    """The heading over a column: its middle and its width."""

    label: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Spot:
    """The centre of a box, in units of the drawing."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes for all nodes (by their number in the view), and spots for those that the page opens on."""

    opening: tuple[int, ...]
    heads: tuple[Head, ...]
    column_of: tuple[int, ...]
    boxes: tuple[Box, ...]
    small_boxes: tuple[Box, ...]
    columns: dict[int, Spot]
    map: dict[int, Spot]


def layout(view: View) -> Layout:
    """Both layouts of `view`: the columns and the map. Their cost is bounded by `OPENING`, however large the graph."""
    numbers = {node.iri: number for number, node in enumerate(view.nodes)}
    pairs = [(numbers[link.source], numbers[link.target], link) for link in view.links]
    opening = _opening(view, pairs)
    inside = set(opening)
    near = [(a, b, link) for a, b, link in pairs if a in inside and b in inside]
    used = [number for number, lanes in enumerate(_COLUMNS) if any(node.lane in lanes for node in view.nodes)]
    column_of = tuple(next(at for at, c in enumerate(used) if node.lane in _COLUMNS[c]) for node in view.nodes)
    boxes = tuple(_box(node, _WIDTHS[used[column]]) for node, column in zip(view.nodes, column_of, strict=True))
    small = tuple(map(_small_box, view.nodes))
    heads = _heads(used, {node.lane for node in view.nodes})
    return Layout(
        opening=opening,
        heads=heads,
        column_of=column_of,
        boxes=boxes,
        small_boxes=small,
        columns=_columns(view, opening, near, heads, column_of, boxes),
        map=_map(opening, near, small),
    )


def sentence(text: str) -> str:
    """`text` with a capital, as it stands alone on a page."""
    return text[:1].upper() + text[1:]


def _opening(view: View, pairs: list[tuple[int, int, Link]]) -> tuple[int, ...]:
    """The nodes to open on: the claims that matter most, then step by step what is linked best with those chosen."""
    count = len(view.nodes)
    if count <= OPENING:
        return tuple(range(count))
    near: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for a, b, link in pairs:
        pull = 3.0 if link.statements[0].kind in _STANCE else 1.0
        near[a].append((b, pull))
        near[b].append((a, pull))

    def claim_first(number: int) -> tuple[int, int, int]:
        status = view.nodes[number].status
        return _STATUS.index(status) if status else len(_STATUS), -len(near[number]), number

    claims = sorted((n for n, node in enumerate(view.nodes) if node.status), key=claim_first)[: OPENING // 3]
    chosen: set[int] = set()
    drawn_in = dict.fromkeys(range(count), 0.0)
    waiting = [(-float("inf"), at, number) for at, number in enumerate(claims)]
    waiting += [(0.0, -len(near[number]), number) for number in range(count)]
    heapify(waiting)
    while len(chosen) < OPENING:
        _, _, number = heappop(waiting)
        if number in chosen:
            continue
        chosen.add(number)
        for other, pull in near[number]:
            # Old entries stay in the heap; the better one comes out first.
            drawn_in[other] += pull
            heappush(waiting, (-drawn_in[other], -len(near[other]), other))
    return tuple(sorted(chosen))


def _box(node: Node, width: int) -> Box:
    if node.lane is Lane.CLAIM:
        return box(sentence(node.label), width, most=5)
    note = node.when.label if node.when and node.lane is Lane.EVENT else ""
    return box(sentence(node.label), width, most=4, note=note, bold=node.lane is Lane.WHO)


def _small_box(node: Node) -> Box:
    if node.lane is Lane.CLAIM:
        return Box(_BADGE, _BADGE, ())
    return box(sentence(node.label), _MAP_WIDTH, most=3, tight=True, bold=node.lane is Lane.WHO)


def _heads(used: list[int], lanes: set[Lane]) -> tuple[Head, ...]:
    names = _HEADS if Lane.CLAIM in lanes else _HEADS | {Lane.WHO: "Who", Lane.TOPIC: "What"}
    heads, left = [], 0
    for number in used:
        here = [names[lane] for lane in _COLUMNS[number] if lane in lanes]
        heads.append(Head(" · ".join(here), left + _WIDTHS[number] // 2, _WIDTHS[number]))
        left += _WIDTHS[number] + _BETWEEN
    return tuple(heads)


def _columns(
    view: View,
    opening: tuple[int, ...],
    near: list[tuple[int, int, Link]],
    heads: tuple[Head, ...],
    column_of: tuple[int, ...],
    boxes: tuple[Box, ...],
) -> dict[int, Spot]:
    columns: list[list[int]] = [[] for _ in heads]
    for number in sorted(opening, key=lambda number: _first(view.nodes[number])):
        columns[column_of[number]].append(number)
    pulls = [(a, b, weight) for a, b, link in near if (weight := _weight(link, column_of[a], column_of[b]))]
    # What is disputed is the news: it comes first.
    disputed = {number for number in opening if view.nodes[number].status is Status.DISPUTED}
    ordered = ordered_columns(columns, pulls, disputed)
    spine = next((column_of[number] for number in opening if view.nodes[number].lane is Lane.CLAIM), 0)
    top = heights(ordered, pulls, {number: boxes[number].height for number in opening}, spine)
    return {
        number: Spot(heads[column_of[number]].x, round(top[number] + boxes[number].height / 2)) for number in opening
    }


def _first(node: Node) -> tuple[int, bool, int, int, str]:
    """Where a node stands before crossings are counted: what is disputed on top, then in the order of the text."""
    rank = _STATUS.index(node.status) if node.status else 0
    mark = node.marks[0] if node.marks else None
    return rank, mark is None, mark.article if mark else 0, mark.begin if mark else 0, node.label


def _weight(link: Link, one: int, other: int) -> float:
    """How much a line pulls. Lines in the background that touch the first column are only drawn on demand."""
    if link.statements[0].kind in _STANCE:
        return 4
    return 0 if one == other or 0 in (one, other) else 1


def _map(opening: tuple[int, ...], near: list[tuple[int, int, Link]], boxes: tuple[Box, ...]) -> dict[int, Spot]:
    sizes = {number: (float(boxes[number].width), float(boxes[number].height)) for number in opening}
    centres = force_map(sizes, [(a, b) for a, b, _ in near])
    return {number: Spot(round(x), round(y)) for number, (x, y) in centres.items()}
