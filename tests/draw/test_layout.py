from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.draw.columns import GAP, crossings, heights, ordered_columns
from kg.draw.force import MARGIN, force_map
from kg.draw.layout import layout
from kg.draw.opening import DIVIDED, OPENING, WHOLE, communities, opening
from kg.draw.untangle import tangles, untangled
from kg.draw.view import view
from kg.serialize import parsed as parsed_file

ROOT = Path(__file__).parents[2]
OWN = [*sorted((ROOT / "data/articles").glob("*.txt")), *sorted((ROOT / "tests/data/claims/dev").glob("*.txt"))[::4]]


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


def placed(shown):
    """Both layouts of a view as (x, y, width, height) boxes, and the lines of the map as places in these."""
    found = layout(shown)
    pictures = ((found.opening.columns, found.boxes), (found.opening.map, found.small_boxes))
    columns, map_ = (
        [(s.x, s.y, boxes[n].width, boxes[n].height) for n, s in spots.items()] for spots, boxes in pictures
    )
    place = {shown.nodes[number].iri: at for at, number in enumerate(found.opening.map)}
    return columns, map_, [(place[link.source], place[link.target]) for link in shown.links]


@pytest.mark.model
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_own_articles_have_no_overlaps_and_few_tangles(path):
    columns, map_, links = placed(view(kg.build(path.read_text(encoding="utf-8"))))
    assert overlapping(columns) == overlapping(map_) == []
    boxes = np.array(map_, dtype=float)
    assert tangles(boxes[:, :2], boxes[:, 2:], links) <= len(links)


def test_first_article_has_no_overlaps_and_tangles_may_only_go_down():
    columns, map_, links = placed(view(parsed_file(ROOT / "data" / "putin-trump-g20.ttl")))
    assert overlapping(columns) == overlapping(map_) == []
    boxes = np.array(map_, dtype=float)
    # Two for each line before boxes were moved out of their way.
    assert tangles(boxes[:, :2], boxes[:, 2:], links) <= 1.4 * len(links)


def test_untangled_boxes_do_not_overlap_and_cross_less():
    random = np.random.default_rng(3)
    grid = np.array([[x * 60.0, y * 40.0] for x in range(6) for y in range(6)])
    size = np.full((36, 2), 30.0)
    links = sorted({tuple(sorted(map(int, pair))) for pair in random.integers(0, 36, (50, 2)) if pair[0] != pair[1]})
    better = untangled(grid, size, links)
    assert overlapping([(*at, 30, 30) for at in better]) == []
    assert tangles(better, size, links) < 0.7 * tangles(grid, size, links)


def test_lines_that_pass_a_column_run_between_its_boxes(graph):
    shown = view(graph("harbour"))
    found = layout(shown)
    assert found.opening.passages
    for number, heights_ in found.opening.passages.items():
        ends = {shown.links[number].source, shown.links[number].target}
        columns = sorted(found.column_of[n] for n, node in enumerate(shown.nodes) if node.iri in ends)
        assert len(heights_) == columns[1] - columns[0] - 1
        for column, y in zip(range(columns[0] + 1, columns[1]), heights_, strict=True):
            inside = [n for n in found.opening.columns if found.column_of[n] == column]
            tops = [(found.opening.columns[n].y, found.boxes[n].height) for n in inside]
            assert all(abs(y - middle) >= height / 2 for middle, height in tops)


@pytest.mark.parametrize(("count", "opens_on"), [(WHOLE, WHOLE), (WHOLE + 1, OPENING)])
def test_graphs_of_some_hundred_things_are_drawn_whole(many, count, opens_on):
    assert len(opening(view(many(count)), [])) == opens_on


def test_communities_are_linked_among_themselves(parsed):
    rings = [[f"r{ring}n{n}" for n in range(700)] for ring in range(3)]
    lines = [(ring[n], ring[(n + step) % 700]) for ring in rings for n in range(700) for step in (1, 2, 3)]
    shown = view(parsed("".join(f"id:{one} kg:near id:{two} ." for one, two in lines)))
    numbers = {node.iri: number for number, node in enumerate(shown.nodes)}
    pairs = [(numbers[link.source], numbers[link.target], link) for link in shown.links]
    assert len(shown.nodes) > DIVIDED
    for _, members in communities(shown, pairs):
        assert len({shown.nodes[number].key[:2] for number in members}) == 1
    assert communities(view(parsed("id:a kg:near id:b .")), []) == []


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
