"""The page as a reader meets it: in a real browser, from disk, without a network."""

from __future__ import annotations

import csv
import io
import struct
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.draw import draw

pytestmark = pytest.mark.browser

ORDER = "prop-27ac947265"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
TABS = ("details", "article", "claims", "timeline")


def test_page_opens_quickly_and_paints(visit):
    begin = time.monotonic()
    opened = visit()
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


def test_letters_are_large_enough_to_read(visit):
    assert visit().page.evaluate("kgPage.letterSize()") >= 11


def test_letters_fit_their_boxes_without_being_squeezed(visit):
    squeezed = visit().page.evaluate("kgPage.squeezed()")
    assert squeezed == []


@pytest.mark.parametrize(
    ("text", "key"),
    [("ilse", "Ilse_Varn"), ("MAYOR BRAM", "Bram_Stell"), ("ordered the clos", ORDER), ("fishers", "Fishers_Guild")],
)
def test_search_finds_names_other_names_and_claims(visit, text, key):
    opened = visit()
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(text)
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_function("key => kgPage.chosen() === key", arg=key)


def test_search_finds_words_of_the_article_without_their_accents(visit):
    page = visit().page
    page.fill("#search", "cafe own")
    page.press("#search", "Enter")
    assert page.locator("#article mark").inner_text() == "café own"
    assert page.locator("#article mark").evaluate("mark => mark.getBoundingClientRect().bottom < innerHeight")


def test_search_says_when_it_finds_nothing(visit):
    page = visit().page
    page.fill("#search", "zzzz")
    assert page.locator("#results").inner_text() == "Nothing found"


def test_every_type_and_status_in_the_legend_takes_its_nodes_away(visit):
    opened = visit()
    everything = opened.visible()
    taken: set[str] = set()
    for box in opened.page.locator("[data-filter=type] input, [data-filter=status] input").all():
        box.uncheck()
        gone = everything - opened.visible()
        count = int(box.locator("xpath=..").locator(".count").inner_text())
        assert len(gone) == count > 0
        taken |= gone
        box.check()
    assert taken == everything


def test_every_line_in_the_legend_takes_its_kind_away(visit):
    opened = visit()
    opened.page.check("#quiet")
    for box in opened.page.locator("[data-filter=kind] input[value]:not(#quiet)").all():
        kind = box.get_attribute("value")
        drawn = {found for _, found, _ in opened.lines()}
        box.uncheck()
        assert kind not in {found for _, found, _ in opened.lines()}
        box.check()
        assert {found for _, found, _ in opened.lines()} == drawn


def test_columns_draw_background_lines_of_speakers_only_when_asked(visit):
    opened = visit()
    quiet = opened.lines()
    opened.page.check("#quiet")
    every = opened.lines()
    assert quiet < every
    assert {kind for _, kind, _ in every - quiet} <= {"about", "part", "link", "negated", "place"}


def test_time_filter_hides_events_outside_it(visit):
    opened = visit()
    opened.page.select_option("#from", "2031-05-06")
    assert "event-spill1" not in opened.visible()
    assert "event-meet01" in opened.visible()
    opened.page.select_option("#from", "2031-04")
    assert "event-spill1" in opened.visible()


def test_reset_shows_everything_again(visit):
    opened = visit()
    everything = opened.visible()
    opened.page.uncheck("[data-filter=type] input >> nth=0")
    assert opened.visible() != everything
    opened.page.click("#filters [type=reset]")
    opened.page.wait_for_function("count => kgPage.visible().length === count", arg=len(everything))


def test_tables_follow_the_legend(visit):
    page = visit().page
    page.click("#tab-claims")
    before = page.locator("#claims-table tbody tr:visible").count()
    page.uncheck("[data-filter=status] input[value=disputed]")
    rest = page.locator("#claims-table tbody tr:visible")
    assert 0 < rest.count() < before
    assert "disputed" not in "".join(rest.all_inner_texts())


@pytest.mark.parametrize("tab", TABS)
def test_tabs_show_one_panel_each(visit, tab):
    page = visit().page
    page.click(f"#tab-{tab}")
    assert [name for name in TABS if page.locator(f"#{name}").is_visible()] == [tab]
    assert page.locator(f"#{tab}").inner_text().strip()


def test_details_of_a_claim_tell_who_says_what_and_in_which_words(visit):
    opened = visit()
    opened.choose(ORDER)
    details = opened.page.locator("#details")
    text = " ".join(details.inner_text().split())
    assert "≠ disputed" in text
    assert "Ilse Varn denies it" in text
    assert "reported by Odo Prell ← The Velmora Courier" in text
    assert "Tamsin Oake says so" in text
    marks = details.locator("blockquote mark").all_inner_texts()
    assert "her ministry had not ordered the closure of the northern harbour gates" in marks
    assert "insisting" in details.locator("blockquote mark.cue").all_inner_texts()


def test_evidence_leads_to_its_sentence_in_the_article(visit):
    opened = visit()
    opened.choose("Corvane")
    opened.page.locator("#details .jump").last.click()
    marks = opened.page.locator("#article mark")
    assert "Corvane" in marks.all_inner_texts()
    assert opened.page.locator("#article").evaluate("panel => document.activeElement === panel")
    assert marks.last.evaluate("mark => mark.getBoundingClientRect().top > 0")


def test_words_in_the_article_lead_to_their_thing(visit):
    opened = visit()
    opened.page.click("#tab-article")
    opened.page.click("#article a:text('the minister')")
    opened.page.wait_for_function("kgPage.chosen() === 'Ilse_Varn'")


def test_line_details_show_certainty_and_words(visit):
    opened = visit()
    opened.choose("Coast_Institute")
    opened.page.locator("#details .why").first.click()
    text = opened.page.locator("#details").inner_text()
    assert "Coast Institute says: the" in text
    assert "Certainty" in text


def test_click_on_the_picture_chooses_nodes_and_lines(visit):
    opened = visit()
    stage = opened.page.locator("#graph").bounding_box()
    box = next(box for box in opened.page.evaluate("kgPage.boxes()") if box["key"] == ORDER)
    opened.page.mouse.click(
        stage["x"] + (box["left"] + box["right"]) / 2, stage["y"] + (box["top"] + box["bottom"]) / 2
    )
    opened.page.wait_for_function("key => kgPage.chosen() === key", arg=ORDER)
    x, y = opened.page.evaluate("kgPage.middle('Ilse_Varn', 'prop-27ac947265')")
    opened.page.mouse.click(stage["x"] + x, stage["y"] + y)
    opened.page.wait_for_function("location.hash.startsWith('#e=')")
    assert "denies" in opened.page.locator("#details h2").first.inner_text()


def test_permalink_opens_what_was_chosen_and_back_goes_back(visit, drawn):
    opened = visit()
    opened.choose("Tamsin_Oake")
    opened.choose(ORDER)
    address = opened.page.evaluate("location.hash")
    opened.page.go_back()
    opened.page.wait_for_function("kgPage.chosen() === 'Tamsin_Oake'")
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


def saved(opened, kind) -> bytes:
    opened.page.click("#save summary")
    with opened.page.expect_download() as waiting:
        opened.page.click(f"[data-save={kind}]")
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("name", ["harbour", "hostile"])
@pytest.mark.parametrize("layout", ["columns", "map"])
def test_svg_parses_and_holds_every_label(visit, name, layout):
    opened = visit(name)
    opened.page.click(f"[data-layout={layout}]")
    root = ET.fromstring(saved(opened, "svg").decode("utf-8"))
    texts = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert len(root.findall("{http://www.w3.org/2000/svg}g")) > 40
    if name == "harbour":
        assert {"Ilse Varn", "Bribery"} <= set(texts)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "title", "rect", "g", "path", "text"}


def test_png_is_the_whole_picture(visit):
    data = saved(visit(), "png")
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert width > 1500
    assert height > 1000


def test_csv_has_a_row_for_every_claim(visit):
    rows = list(csv.reader(io.StringIO(saved(visit(), "csv").decode("utf-8-sig"))))
    assert rows[0] == ["Who", "Position", "Claim", "Certainty", "Reported by", "In their words", "Disputed by"]
    assert len(rows) == 18
    assert ["Bram Stell", "✓ says", "The strike is called off", "possible", "The Velmora Courier", "", ""] in rows


def test_csv_gives_a_spreadsheet_no_formula(visit):
    rows = csv.reader(io.StringIO(saved(visit("hostile"), "csv").decode("utf-8-sig")))
    cells = [cell for row in rows for cell in row]
    assert any(cell.startswith("'=cmd") for cell in cells)
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_turtle_is_the_graph(visit, graph):
    assert isomorphic(Graph().parse(data=saved(visit(), "turtle"), format="turtle"), graph("harbour"))


def test_table_sorts_by_each_column(visit):
    page = visit().page
    page.click("#tab-claims")
    for number, head in enumerate(page.locator("#claims-table thead th").all()):
        for order, backwards in (("ascending", False), ("descending", True)):
            head.locator("button").click()
            assert head.get_attribute("aria-sort") == order
            cells = page.locator(f"#claims-table tbody tr > *:nth-child({number + 1})").all_inner_texts()
            found = [cell.strip() for cell in cells if cell.strip()]
            by_locale = page.evaluate("list => list.sort((a, b) => a.localeCompare(b))", found)
            assert found == (by_locale[::-1] if backwards else by_locale)


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


def test_hostile_text_runs_nothing(visit):
    opened = visit("hostile")
    page = opened.page
    for key in opened.visible():
        opened.choose(key)
    for tab in TABS:
        page.click(f"#tab-{tab}")
    page.click("[data-layout=map]")
    page.fill("#search", "<")
    page.wait_for_selector("#results li")
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, link').length") == 0
    assert "49" not in page.title()
    hrefs = page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))")
    assert hrefs
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)


def test_hostile_code_that_gets_in_is_stopped_by_the_policy(chromium, drawn):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(drawn("harbour").as_uri())
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'hacked = 2'}))")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    context.close()


def test_links_to_the_web_tell_nothing_of_where_they_come_from(visit):
    opened = visit()
    opened.choose("Velmora")
    link = opened.page.locator("#details dd a[href^=http]")
    assert link.get_attribute("href") == "https://places.example/velmora"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_scheme_follows_the_reader_and_the_button(visit):
    opened = visit(color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = opened.page.evaluate(background)
    opened.page.click("#theme")
    light = opened.page.evaluate(background)
    assert dark != light
    assert visit(color_scheme="light").page.evaluate(background) == light


def test_phone_has_no_sideways_scroll_and_readable_letters(visit):
    opened = visit(**PHONE)
    for tab in TABS:
        opened.page.tap(f"#tab-{tab}")
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.page.evaluate("kgPage.letterSize()") >= 11
    assert not opened.page.locator("#filters").is_visible()
    opened.page.tap(".opener")
    assert opened.page.locator("#filters").is_visible()


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_no_violation(visit, look):
    options = PHONE if look == "phone" else {"color_scheme": look}
    opened = visit(**options)
    opened.choose(ORDER)
    for tab in TABS:
        opened.page.click(f"#tab-{tab}")
        assert report(opened.page) == []
    opened.page.evaluate("location.hash = ''")
    opened.page.click("#tab-details")
    opened.page.fill("#search", "a")
    assert report(opened.page) == []


def report(page) -> list[str]:
    found = Axe().run(page).response
    assert len(found["passes"]) > 15
    return [f"{rule['id']}: {node['html']}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("nodes", [0, 1])
def test_empty_and_tiny_graphs_open(visit, tmp_path, nodes):
    turtle = '<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> "Only one" .' if nodes else ""
    path = draw(Graph().parse(data=turtle, format="turtle")).save(tmp_path / "small.html")
    opened = visit(path=path)
    assert len(opened.visible()) == nodes
    assert opened.page.locator("#empty").is_visible() == (nodes == 0)


def test_large_graphs_open_on_their_centre_and_grow(visit, tmp_path, many):
    path = draw(many(400)).save(tmp_path / "many.html")
    opened = visit(path=path)
    assert len(opened.visible()) == 150
    for layout in ("map", "columns"):
        opened.page.click(f"[data-layout={layout}]")
        before = len(opened.visible())
        opened.page.click("#more-button")
        assert len(opened.visible()) == before + 50
        assert opened.overlaps() == 0
    hidden = next(f"thing_{n}" for n in range(400) if f"thing_{n}" not in opened.visible())
    opened.choose(hidden)
    assert hidden in opened.visible()
    assert opened.overlaps() == 0


def test_notebook_frame_shows_the_page(chromium: Browser, graph: Callable[[str], Graph], tmp_path):
    frame = draw(graph("harbour"))._repr_html_()
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><title>notebook</title>{frame}", encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(notebook.as_uri())
    inner = page.frames[1]
    inner.wait_for_function("window.kgPage?.ready")
    inner.focus("#graph")
    inner.press("#graph", "ArrowDown")
    inner.wait_for_function("kgPage.chosen() !== null")
    assert errors == []
    context.close()


def test_print_brings_the_picture_and_every_table(visit):
    opened = visit(color_scheme="dark")
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#print svg").is_visible()
    assert all(page.locator(f"#{tab}").is_visible() for tab in TABS)
    assert not page.locator("#legend").is_visible()
    assert page.evaluate("document.documentElement.dataset.scheme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
