from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draw.columns import GAP, crossings, heights, ordered_columns
from kg.draw.force import MARGIN, force_map
from kg.draw.layout import layout
from kg.draw.opening import OPENING
from kg.draw.view import view


def overlapping(boxes):
    """The pairs of (x, y, width, height) boxes, by their centres, that share some area."""
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if 2 * abs(a[0] - b[0]) < a[2] + b[2] and 2 * abs(a[1] - b[1]) < a[3] + b[3]
    ]


@pytest.mark.parametrize("name", ["harbour", "hostile", "foreign"])
def test_layout_has_no_overlaps(graph, name):
    found = layout(view(graph(name)))
    for spots, boxes in ((found.opening.columns, found.boxes), (found.opening.map, found.small_boxes)):
        assert len(spots) > 5
        assert overlapping([(s.x, s.y, boxes[n].width, boxes[n].height) for n, s in spots.items()]) == []


def test_columns_put_what_is_disputed_on_top(graph):
    shown = view(graph("harbour"))
    found = layout(shown)
    claims = [number for number, node in enumerate(shown.nodes) if node.status]
    from_the_top = sorted(claims, key=lambda number: found.opening.columns[number].y)
    assert [shown.nodes[number].status for number in from_the_top[:3]].count("disputed") == 2
    assert [head.label for head in found.heads] == [
        "Who says it",
        "What is claimed",
        "What happened · Topics",
        "Where · Who else",
    ]


def test_columns_without_claims_lead_with_people(graph):
    assert [head.label for head in layout(view(graph("foreign"))).heads] == ["Who", "What"]


def test_large_graphs_open_on_a_connected_centre(many):
    shown = view(many(600))
    found = layout(shown)
    assert len(found.opening.columns) == len(found.opening.map) == OPENING
    assert len(found.boxes) == len(shown.nodes)
    keys = {shown.nodes[number].key for number in found.opening.columns}
    assert {"thing_0", "thing_1", "thing_2"} <= keys
    inside = {shown.nodes[number].iri for number in found.opening.columns}
    linked = {end for link in shown.links for end in (link.source, link.target) if {link.source, link.target} <= inside}
    assert linked == inside


def test_layout_is_the_same_every_time(graph):
    shown = view(graph("harbour"))
    assert layout(shown) == layout(shown)


@given(
    st.lists(st.lists(st.integers(20, 90), max_size=8), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 31), st.integers(0, 31)), max_size=40),
)
def test_heights_keep_every_column_apart(talls, pairs):
    columns, tall, at = [], {}, 0
    for column in talls:
        columns.append(list(range(at, at + len(column))))
        tall.update(zip(columns[-1], column, strict=True))
        at += len(column)
    pulls = [(a, b, 1.0) for a, b in pairs if a in tall and b in tall and a != b]
    ordered = ordered_columns(columns, pulls)
    assert [sorted(column) for column in ordered] == columns
    assert crossings(ordered, pulls) <= crossings(columns, pulls)
    top = heights(ordered, pulls, tall)
    for column in ordered:
        for above, below in pairwise(column):
            assert top[above] + tall[above] + GAP <= top[below] + 1e-6
        assert all(top[node] >= 0 for node in column)


def test_heights_bring_linked_nodes_level():
    top = heights([[0], [1, 2, 3, 4]], [(0, 4, 1.0)], dict.fromkeys(range(5), 40), spine=1)
    assert top[0] == top[4]


def test_heights_pack_the_spine():
    top = heights([[0], [1, 2, 3]], [(0, 3, 1.0)], dict.fromkeys(range(4), 40), spine=1)
    assert [top[node] for node in (1, 2, 3)] == [0, 40 + GAP, 80 + 2 * GAP]


def test_ordered_columns_put_what_is_linked_to_nothing_last():
    assert ordered_columns([[1], [2, 3]], [(1, 3, 1.0)])[1] == [3, 2]


def test_ordered_columns_keeps_the_first_first():
    ordered = ordered_columns([[1, 2], [3, 4]], [(1, 4, 1.0), (2, 3, 1.0)], first={4})
    assert ordered[1] == [4, 3]


@given(st.lists(st.tuples(st.integers(10, 150), st.integers(10, 80)), max_size=25), st.randoms(use_true_random=False))
def test_force_map_never_overlaps(sizes, random):
    boxes = dict(enumerate(sizes))
    pairs = [(random.choice(list(boxes)), random.choice(list(boxes))) for _ in boxes] if boxes else []
    centres = force_map(boxes, [(a, b) for a, b in pairs if a != b])
    assert overlapping([(*centres[n], *boxes[n]) for n in boxes]) == []


def test_force_map_puts_linked_boxes_nearer():
    sizes = dict.fromkeys(range(6), (60.0, 20.0))
    ring = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]
    at = force_map(sizes, ring)
    assert abs(at[0][0] - at[1][0]) + abs(at[0][1] - at[1][1]) < abs(at[0][0] - at[3][0]) + abs(at[0][1] - at[3][1])
    assert MARGIN > 0
