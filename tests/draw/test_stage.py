"""The picture in a real browser: what is painted, chosen, walked and grown."""

from __future__ import annotations

import time

import pytest
from rdflib import Graph

from kg.draw import draw
from tests.draw.waiting import until

pytestmark = pytest.mark.browser

ORDER = "prop-27ac947265"


def test_page_opens_quickly_and_paints(visit):
    begin = time.monotonic()
    opened = visit(fresh=True)
    assert time.monotonic() - begin < 8
    colours = opened.page.evaluate(
        """() => {
            const canvas = document.querySelector('#graph canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            const found = new Set();
            for (let at = 0; at < data.length; at += 4) found.add(data.slice(at, at + 4).join());
            return found.size;
        }"""
    )
    assert colours > 50


@pytest.mark.parametrize("name", ["harbour", "hostile", "foreign"])
@pytest.mark.parametrize("layout", ["columns", "map"])
def test_label_boxes_never_overlap(visit, name, layout):
    opened = visit(name)
    opened.page.click(f"[data-layout={layout}]")
    assert len(opened.page.evaluate("kgPage.boxes()")) > 5
    assert opened.overlaps() == 0


def test_labels_beside_badges_lie_on_nothing_and_more_come_with_zoom(visit, tmp_path, many):
    opened = visit(path=draw(many(240)).save(tmp_path / "badges.html"))
    opened.page.click("[data-layout=map]")
    assert len(opened.visible()) == 240
    seen = []
    for _ in range(3):
        labels = opened.page.evaluate("kgPage.labels()")
        seen.append(len(labels))
        boxes = opened.page.evaluate("kgPage.boxes()") + labels
        assert laps(boxes) == []
        opened.page.click("#zoom-in")
        opened.page.click("#zoom-in")
    assert seen[0] < seen[-1]


def laps(boxes):
    """The keys of each two boxes that lie on each other."""
    return [
        (a["key"], b["key"])
        for at, a in enumerate(boxes)
        for b in boxes[at + 1 :]
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


def test_letters_are_large_enough_to_read(visit):
    assert visit().page.evaluate("kgPage.letterSize()") >= 11


def test_letters_fit_their_boxes_without_being_squeezed(visit):
    squeezed = visit().page.evaluate("kgPage.squeezed()")
    assert squeezed == []


def test_columns_draw_background_lines_of_speakers_only_when_asked(visit):
    opened = visit()
    quiet = opened.lines()
    opened.page.check("#quiet")
    every = opened.lines()
    assert quiet < every
    assert {kind for _, kind, _ in every - quiet} <= {"about", "part", "link", "negated", "place"}


def test_click_on_the_picture_chooses_nodes_and_lines(visit):
    opened = visit()
    stage = opened.page.locator("#graph").bounding_box()
    box = next(box for box in opened.page.evaluate("kgPage.boxes()") if box["key"] == ORDER)
    opened.page.mouse.click(
        stage["x"] + (box["left"] + box["right"]) / 2, stage["y"] + (box["top"] + box["bottom"]) / 2
    )
    until(opened.page, "key => kgPage.chosen() === key", arg=ORDER)
    x, y = opened.page.evaluate("kgPage.middle('Coast_Institute', 'prop-a0886f1cf3')")
    opened.page.mouse.click(stage["x"] + x, stage["y"] + y)
    until(opened.page, "location.hash.startsWith('#e=')")
    assert "Coast Institute" in opened.page.locator("#details h2").first.inner_text()


def test_permalink_opens_what_was_chosen_and_back_goes_back(visit, drawn):
    opened = visit()
    opened.choose("Tamsin_Oake")
    opened.choose(ORDER)
    address = opened.page.evaluate("location.hash")
    opened.page.go_back()
    until(opened.page, "kgPage.chosen() === 'Tamsin_Oake'")
    again = visit(hash_=address)
    assert again.page.evaluate("kgPage.chosen()") == ORDER
    assert again.page.locator("#details h2").inner_text().startswith("The Port Ministry ordered")


@pytest.mark.parametrize("hash_", ["#n=nobody", "#n=%E0%A4%A", "#e=9-9", "#__proto__", "#n=__proto__"])
def test_permalinks_to_nothing_choose_nothing(visit, hash_):
    assert visit(hash_=hash_).page.evaluate("kgPage.chosen()") is None


def test_neighbourhood_draws_one_thing_and_what_is_linked_with_it(visit):
    opened = visit()
    opened.choose("Coast_Institute")
    opened.page.click("#details .steps button:text('one step')")
    assert opened.visible() == {"Coast_Institute", "prop-a0886f1cf3", "prop-efb25a63db"}
    opened.page.click("#details .steps button:text('everything')")
    assert len(opened.visible()) > 40


def test_keyboard_alone_walks_reads_and_returns(visit):
    opened = visit()
    page = opened.page
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "graph":
            break
    page.keyboard.press("ArrowDown")
    first = page.evaluate("kgPage.chosen()")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("kgPage.chosen()")
    assert first
    assert second not in (None, first)
    assert page.locator("#live").inner_text().startswith(page.locator("#details h2").inner_text())
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "graph"
    page.focus("#tab-details")
    page.keyboard.press("ArrowRight")
    assert page.locator("#article").is_visible()
    page.keyboard.press("End")
    assert page.locator("#timeline").is_visible()
    page.focus("#graph")
    page.keyboard.press("Escape")
    assert page.evaluate("kgPage.chosen()") is None


def test_keyboard_reaches_every_node(visit):
    page = visit().page
    page.focus("#graph")
    seen: set[str] = set()
    page.keyboard.press("ArrowDown")
    waiting = [page.evaluate("kgPage.chosen()")]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        waiting += [key for key in page.evaluate("key => kgPage.around(key)", at) if key not in seen]
    assert seen == set(page.evaluate("kgPage.visible()"))


@pytest.mark.parametrize("nodes", [0, 1])
def test_empty_and_tiny_graphs_open(visit, tmp_path, nodes):
    turtle = '<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> "Only one" .' if nodes else ""
    path = draw(Graph().parse(data=turtle, format="turtle")).save(tmp_path / "small.html")
    opened = visit(path=path)
    assert len(opened.visible()) == nodes
    assert opened.page.locator("#empty").is_visible() == (nodes == 0)


def test_endless_labels_are_cut_in_the_picture_and_whole_in_the_details(visit, parsed, tmp_path):
    words, letters = "harbour " * 625, "x" * 5_000
    turtle = f"id:a rdfs:label '{words}' ; id:near id:b . id:b rdfs:label '{letters}' ."
    opened = visit(path=draw(parsed(turtle)).save(tmp_path / "endless.html"))
    assert opened.overlaps() == 0
    assert opened.page.evaluate("kgPage.squeezed()") == []
    assert max(box["bottom"] - box["top"] for box in opened.page.evaluate("kgPage.boxes()")) < 120
    for key in ("a", "b"):
        opened.choose(key)
        assert len(opened.page.locator("#details h2").inner_text()) > 1_900
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_large_graphs_open_on_their_centre_and_grow(visit, tmp_path, many):
    path = draw(many(600)).save(tmp_path / "many.html")
    opened = visit(path=path)
    assert len(opened.visible()) == 150
    for layout in ("map", "columns"):
        opened.page.click(f"[data-layout={layout}]")
        before = len(opened.visible())
        opened.page.click("#more-button")
        assert len(opened.visible()) == before + 50
        assert opened.overlaps() == 0
    hidden = next(f"thing_{n}" for n in range(600) if f"thing_{n}" not in opened.visible())
    opened.choose(hidden)
    assert hidden in opened.visible()
    assert opened.overlaps() == 0
