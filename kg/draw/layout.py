"""Where everything stands, worked out before the page is opened and always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.draw.claims import Status
from kg.draw.columns import heights, ordered_columns, with_passages
from kg.draw.force import MARGIN, force_map
from kg.draw.label import Box, box
from kg.draw.opening import STANCE, STATUS, Pair, communities, opening
from kg.draw.parts import Lane, Link, Node, View
from kg.draw.terms import leftwards

_COLUMNS = ((Lane.WHO,), (Lane.CLAIM,), (Lane.EVENT, Lane.TOPIC), (Lane.PLACE, Lane.ALSO))
_WIDTHS = (124, 268, 164, 122)
_BETWEEN = 58
_MAP_WIDTH = 132
_BADGES = {Lane.CLAIM: 28, Lane.EVENT: 22, Lane.TOPIC: 18}
_BADGE = 20
_READABLE = 240_000
"""How much room labels may take on the map, in square units: more could not be read at once on a small screen."""

_HEADS = {
    Lane.WHO: "Who says it",
    Lane.CLAIM: "What is claimed",
    Lane.EVENT: "What happened",
    Lane.TOPIC: "Topics",
    Lane.PLACE: "Where",
    Lane.ALSO: "Who else",
}


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
class Picture:
    """Spots for some nodes in both layouts; a line may pass a column at given heights, by its number in the view."""

    columns: dict[int, Spot]
    map: dict[int, Spot]
    passages: dict[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Community:
    """A group of nodes that are linked most among themselves: how many, and its picture with the most central."""

    size: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes for all nodes (by their number in the view), and the pictures to choose from."""

    opening: Picture
    communities: tuple[Community, ...]
    heads: tuple[Head, ...]
    column_of: tuple[int, ...]
    boxes: tuple[Box, ...]
    small_boxes: tuple[Box, ...]


def layout(view: View) -> Layout:
    """Both layouts of `view`: the columns and the map. Their cost is bounded, however large the graph."""
    numbers = {node.iri: number for number, node in enumerate(view.nodes)}
    pairs = [(numbers[link.source], numbers[link.target], link) for link in view.links]
    used = [number for number, lanes in enumerate(_COLUMNS) if any(node.lane in lanes for node in view.nodes)]
    at_lane = {lane: at for at, column in enumerate(used) for lane in _COLUMNS[column]}
    column_of = tuple(at_lane[node.lane] for node in view.nodes)
    boxes = tuple(_box(node, _WIDTHS[used[column]]) for node, column in zip(view.nodes, column_of, strict=True))
    heads = _heads(used, {node.lane for node in view.nodes})
    if 2 * sum(leftwards(node.label) for node in view.nodes) > len(view.nodes):
        heads = _mirrored(heads)
    first, groups = opening(view, pairs), communities(view, pairs)
    small = _small_boxes(view, [first, *(members for _, members in groups)], pairs)
    line_numbers = {(a, b): number for number, (a, b, _) in enumerate(pairs)}

    def picture(nodes: Collection[int], tidy: bool = False) -> Picture:
        inside = set(nodes)
        near = [(a, b, link) for a, b, link in pairs if a in inside and b in inside]
        columns, passages = _columns(view, nodes, near, heads, column_of, boxes)
        found = {line_numbers.get((a, b), line_numbers.get((b, a), -1)): way for (a, b), way in passages.items()}
        return Picture(columns, _map(nodes, near, small, tidy), found)

    chosen = tuple(Community(size, picture(members)) for size, members in groups)
    return Layout(picture(first, tidy=True), chosen, heads, column_of, boxes, small)


def sentence(text: str) -> str:
    """`text` with a capital, as it stands alone on a page."""
    return text[:1].upper() + text[1:]


def _box(node: Node, width: int) -> Box:
    if node.lane is Lane.CLAIM:
        return box(sentence(node.label), width, most=5)
    note = node.when.label if node.when and node.lane is Lane.EVENT else ""
    # Events are cards of one width; other labels are as wide as their words, so that lines begin where those end.
    return box(
        sentence(node.label), width, most=4, note=note, bold=node.lane is Lane.WHO, tight=node.lane is not Lane.EVENT
    )


def _small_boxes(view: View, pictures: Iterable[Sequence[int]], pairs: Sequence[Pair]) -> tuple[Box, ...]:
    """The boxes of the map: names for who acts and where, as many as can be read in a picture; the others are badges.

    The label of a badge is written beside it where the page finds room for it.
    """
    lines = Counter(end for a, b, _ in pairs for end in (a, b))
    badges = [Box(size, size, ()) for node in view.nodes for size in (_BADGES.get(node.lane, _BADGE),)]
    for picture in pictures:
        room = _READABLE
        for number in sorted(picture, key=lambda n: (view.nodes[n].lane in _BADGES, -lines[n], n)):
            node = view.nodes[number]
            if node.lane is Lane.CLAIM:
                continue
            label = box(sentence(node.label), _MAP_WIDTH, most=3, tight=True, bold=node.lane is Lane.WHO)
            room -= (label.width + MARGIN) * (label.height + MARGIN)
            if room < 0:
                break
            badges[number] = label
    return tuple(badges)


def _heads(used: list[int], lanes: set[Lane]) -> tuple[Head, ...]:
    names = _HEADS if Lane.CLAIM in lanes else _HEADS | {Lane.WHO: "Who", Lane.TOPIC: "What"}
    heads, left = [], 0
    for number in used:
        here = [names[lane] for lane in _COLUMNS[number] if lane in lanes]
        heads.append(Head(" · ".join(here), left + _WIDTHS[number] // 2, _WIDTHS[number]))
        left += _WIDTHS[number] + _BETWEEN
    return tuple(heads)


def _mirrored(heads: Sequence[Head]) -> tuple[Head, ...]:
    """The columns from right to left, for readers who read that way."""
    whole = heads[-1].x + heads[-1].width // 2
    return tuple(Head(head.label, whole - head.x, head.width) for head in heads)


def _columns(
    view: View,
    nodes: Collection[int],
    near: Sequence[Pair],
    heads: Sequence[Head],
    column_of: Sequence[int],
    boxes: Sequence[Box],
) -> tuple[dict[int, Spot], dict[tuple[int, int], tuple[int, ...]]]:
    columns: list[list[int]] = [[] for _ in heads]
    for number in sorted(nodes, key=lambda number: _first(view.nodes[number])):
        columns[column_of[number]].append(number)
    claimed = any(view.nodes[number].lane is Lane.CLAIM for number in nodes)
    drawn = [(a, b, weight) for a, b, link in near if (weight := _weight(link, column_of[a], column_of[b], claimed))]
    wide, pulls, through = with_passages(columns, drawn)
    # What is disputed is the news: it comes first.
    disputed = {number for number in nodes if view.nodes[number].status is Status.DISPUTED}
    ordered = ordered_columns(wide, pulls, disputed)
    spine = next((column_of[number] for number in nodes if view.nodes[number].lane is Lane.CLAIM), 0)
    tall = {node: boxes[node].height if node >= 0 else 0 for column in ordered for node in column}
    top = heights(ordered, pulls, tall, spine)
    turned = -1 if heads and heads[0].x > heads[-1].x else 1
    across = {n: _across(view.nodes[n], heads[column_of[n]], boxes[n], turned) for n in nodes}
    spots = {n: Spot(across[n], round(top[n] + tall[n] / 2)) for n in nodes}
    return spots, {ends: tuple(round(top[place]) for place in way) for ends, way in through.items()}


def _across(node: Node, head: Head, label: Box, turned: int) -> int:
    """The middle of a box in its column: speakers stand where their lines begin, at the right unless it is `turned`."""
    slack = turned * ((head.width - label.width) // 2)
    return head.x + (slack if node.lane is Lane.WHO else -slack)


def _first(node: Node) -> tuple[int, bool, int, int, str]:
    """Where a node stands before crossings are counted: what is disputed on top, then in the order of the text."""
    rank = STATUS.index(node.status) if node.status else 0
    mark = node.marks[0] if node.marks else None
    return rank, mark is None, mark.article if mark else 0, mark.begin if mark else 0, node.label


def _weight(link: Link, one: int, other: int, claimed: bool) -> float:
    """How much a line pulls. Lines in the background that touch the first column are only drawn on demand."""
    if link.statements[0].kind in STANCE:
        return 4
    return 0 if claimed and 0 in (one, other) else 1


def _map(nodes: Collection[int], near: Sequence[Pair], boxes: Sequence[Box], tidy: bool) -> dict[int, Spot]:
    sizes = {number: (float(boxes[number].width), float(boxes[number].height)) for number in nodes}
    centres = force_map(sizes, [(a, b) for a, b, _ in near], tidy=tidy)
    return {number: Spot(round(x), round(y)) for number, (x, y) in centres.items()}
