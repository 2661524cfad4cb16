"""What a reader takes home: downloads, notebooks and print, in a real browser."""

from __future__ import annotations

import csv
import io
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.draw import draw
from kg.serialize import parsed as rdf
from tests.draw.waiting import until

pytestmark = pytest.mark.browser

TABS = ("details", "article", "claims", "timeline")


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


@pytest.mark.parametrize("format_", ["turtle", "json-ld"])
def test_files_hold_the_graph(visit, graph, format_):
    assert isomorphic(rdf(saved(visit(), format_), format_), graph("harbour"))


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
    until(inner, "window.kgPage?.ready")
    inner.focus("#graph")
    inner.press("#graph", "ArrowDown")
    until(inner, "kgPage.chosen() !== null")
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
