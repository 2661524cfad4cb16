"""How good the pages are, in numbers: size, how soon they are ready, what overlaps and what crosses.

    python benchmarks/page.py [GRAPH ...] [--runs 7] [--large]

`ready` is the time until the picture is painted, as a ratio to the same nodes and lines drawn by vis-network alone:
a page with nothing but its script, places worked out beforehand and no physics. Both are opened in turn in the same
browser; each figure is the median of the runs. `overlaps` counts pairs of label boxes that lie on each other, in both
layouts at the zoom the page opens with; `crossings` pairs of lines that cross, and `under` lines that run under a box.
Without graphs, the first article is drawn. `--large` opens graphs of 150 and 5,000 things and compares the two.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from random import Random

import numpy as np
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from rdflib import RDF, RDFS, Graph, Literal, Namespace
from rich.console import Console
from rich.table import Table

from kg.draw import draw
from kg.draw.layout import Layout, layout
from kg.draw.network import library
from kg.draw.parts import View
from kg.draw.untangle import tangles
from kg.draw.view import view
from kg.serialize import parsed

ROOT = Path(__file__).parents[1]
CHROMIUM = "/usr/bin/chromium"
SCREEN: ViewportSize = {"width": 1366, "height": 768}
THINGS = Namespace("https://example.org/newskg/id/")
KINDS = Namespace("https://schema.org/")

BARE = """<!doctype html><meta charset="utf-8"><title>bare</title><style>#g{height:700px}</style><div id="g"></div>
<script>LIBRARY</script><script>
const network = new vis.Network(document.getElementById("g"), DATA, {physics: {enabled: false}, nodes: {shape: "box"}});
network.once("afterDrawing", () => { window.painted = performance.now(); });
</script>"""

OVERLAPS = """layout => {
  document.querySelector(`[data-layout=${layout}]`)?.click();
  const boxes = [...kgPage.boxes(), ...(layout === 'map' ? kgPage.labels() : [])];
  let found = 0;
  boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => {
    found += a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }));
  return found;
}"""


def main() -> None:
    """Draw, open and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", nargs="*", type=Path, default=[ROOT / "data" / "putin-trump-g20.ttl"])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--large", action="store_true")
    given = parser.parse_args()
    columns = ("graph", "things", "KB", "drawn in s", "ready ms", "bare ms", "ratio", "overlaps", "crossings", "under")
    table = Table(*columns)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for path in given.graphs:
            table.add_row(path.stem, *_row(browser, parsed(path), Path(folder), given.runs))
        if given.large:
            small, large = (_page(many(count), Path(folder) / f"{count}.html") for count in (150, 5000))
            times = _painted(browser, [small, large], given.runs)
            table.caption = f"150 things {times[0]:.0f} ms, 5,000 things {times[1]:.0f} ms: {times[1] / times[0]:.2f}"
        browser.close()
    Console().print(table)


def many(count: int) -> Graph:
    """A graph of any size, in which early things have the most links."""
    random, graph = Random(count), Graph(bind_namespaces="none")
    for number in range(count):
        thing = THINGS[f"thing_{number}"]
        graph.add((thing, RDF.type, (KINDS.Person, KINDS.Organization, KINDS.Place)[number % 3]))
        graph.add((thing, RDFS.label, Literal(f"Thing {number}")))
        for _ in range(2):
            graph.add((thing, THINGS.near, THINGS[f"thing_{random.randrange(random.randrange(1, count + 1))}"]))
    return graph


def _row(browser: Browser, graph: Graph, folder: Path, runs: int) -> list[str]:
    begin = time.process_time()
    page = _page(graph, folder / "page.html")
    took = time.process_time() - begin
    shown = view(graph)
    found = layout(shown)
    bare = folder / "bare.html"
    bare.write_text(_bare(shown, found), encoding="utf-8")
    ready, alone = _painted(browser, [page, bare], runs)
    crossing, under = _tangles(shown, found)
    size = f"{page.stat().st_size / 1000:.0f}"
    ratio = f"{ready / alone:.2f}"
    overlaps = str(_overlaps(browser, page))
    return [
        *(str(len(shown.nodes)), size, f"{took:.1f}", f"{ready:.0f}", f"{alone:.0f}", ratio),
        *(overlaps, str(crossing), str(under)),
    ]


def _page(graph: Graph, path: Path) -> Path:
    return draw(graph).save(path)


def _bare(shown: View, found: Layout) -> str:
    numbers = {node.iri: number for number, node in enumerate(shown.nodes)}
    spots = found.opening.columns
    nodes = [{"id": n, "label": shown.nodes[n].label, "x": at.x, "y": at.y} for n, at in spots.items()]
    ends = ((numbers[link.source], numbers[link.target]) for link in shown.links)
    edges = [{"from": a, "to": b} for a, b in ends if a in spots and b in spots]
    data = json.dumps({"nodes": nodes, "edges": edges}).replace("</", "<\\/")
    return BARE.replace("LIBRARY", library()).replace("DATA", data)


def _painted(browser: Browser, pages: list[Path], runs: int) -> list[float]:
    """When each page has painted its picture, in milliseconds: the median of some runs, the pages in turn."""
    found: list[list[float]] = [[] for _ in pages]
    for _ in range(runs):
        for times, page in zip(found, pages, strict=True):
            window = browser.new_page(viewport=SCREEN)
            window.goto(page.as_uri())
            times.append(_settled(window))
            window.close()
    return [statistics.median(times) for times in found]


def _settled(window: Page) -> float:
    """When the page had painted its picture; asked from outside, as its policy forbids polls from within."""
    while not (painted := window.evaluate("window.painted || window.kgPage?.painted")):
        window.wait_for_timeout(20)
    return float(painted)


def _overlaps(browser: Browser, page: Path) -> int:
    window = browser.new_page(viewport=SCREEN)
    window.goto(page.as_uri())
    _settled(window)
    total = sum(int(window.evaluate(OVERLAPS, layout)) for layout in ("columns", "map"))
    window.close()
    return total


def _tangles(shown: View, found: Layout) -> tuple[int, int]:
    """What crosses and what runs under boxes on the map."""
    numbers = {node.iri: number for number, node in enumerate(shown.nodes)}
    place = {number: at for at, number in enumerate(sorted(found.opening.map))}
    spots = [found.opening.map[number] for number in sorted(found.opening.map)]
    at = np.array([[spot.x, spot.y] for spot in spots], dtype=float)
    size = np.array([[found.small_boxes[n].width, found.small_boxes[n].height] for n in sorted(found.opening.map)])
    ends = [(numbers[link.source], numbers[link.target]) for link in shown.links]
    links = [(place[a], place[b]) for a, b in ends if a in place and b in place]
    crossing = tangles(at, size * 0.0, links)
    return crossing, tangles(at, size, links) - crossing


if __name__ == "__main__":
    main()
