"""Graphs to draw, and a browser to open the pages in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright
from rdflib import RDF, RDFS, Graph, Literal, Namespace

from kg.draw import draw
from tests.draw.waiting import until

DATA = Path(__file__).parent / "data"
THINGS = Namespace("https://example.org/newskg/id/")
KINDS = Namespace("https://schema.org/")
PREFIXES = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix id: <https://example.org/newskg/id/> .
@prefix schema: <https://schema.org/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def graph() -> Callable[[str], Graph]:
    def read(name: str) -> Graph:
        return Graph().parse(DATA / f"{name}.ttl", format="turtle")

    return read


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Graph]:
    """A graph from a few lines of Turtle, with the prefixes of the model."""

    def read(turtle: str) -> Graph:
        return Graph(bind_namespaces="none").parse(data=PREFIXES + turtle, format="turtle")

    return read


@pytest.fixture(scope="session")
def many() -> Callable[[int], Graph]:
    """Graphs of any size, in which early things have the most links."""

    def things(count: int) -> Graph:
        random = Random(count)
        found = Graph(bind_namespaces="none")
        for number in range(count):
            thing = THINGS[f"thing_{number}"]
            found.add((thing, RDF.type, (KINDS.Person, KINDS.Organization, KINDS.Place)[number % 3]))
            found.add((thing, RDFS.label, Literal(f"Thing {number}")))
            for _ in range(2):
                found.add((thing, THINGS.near, THINGS[f"thing_{random.randrange(random.randrange(1, count + 1))}"]))
        return found

    return things


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory, graph: Callable[[str], Graph]) -> Callable[[str], Path]:
    """The page of one of our graphs, on disk."""
    folder = tmp_path_factory.mktemp("pages")

    def page(name: str) -> Path:
        path = folder / f"{name}.html"
        return path if path.exists() else draw(graph(name)).save(path)

    return page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page in a browser without a network; it remembers every request, console message and error."""

    def __init__(self, context: BrowserContext, path: Path, hash_: str = "") -> None:
        context.set_offline(True)
        self.page: Page = context.new_page()
        self.noise: list[str] = []
        self.page.on("console", lambda message: self.noise.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.noise.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self._dialog(dialog))
        self.page.on("request", lambda request: self._request(request.url, path))
        self.page.goto(path.as_uri() + hash_)
        until(self.page, "window.kgPage?.ready")

    def reset(self) -> None:
        """Everything as the page opened."""
        self.noise.clear()
        self.page.evaluate("kgPage.reset()")
        until(self.page, "kgPage.chosen() === null && location.hash === ''")

    def _dialog(self, dialog: Dialog) -> None:
        self.noise.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str, path: Path) -> None:
        if not url.startswith((path.as_uri(), "blob:", "data:")):
            self.noise.append(f"request: {url}")

    def visible(self) -> set[str]:
        """The keys of the nodes that are drawn."""
        return set(self.page.evaluate("kgPage.visible()"))

    def lines(self) -> set[tuple[str, str, str]]:
        """The lines that are drawn, as source, kind and target."""
        return {(a, kind, b) for a, kind, b in self.page.evaluate("kgPage.lines()")}

    def choose(self, key: str) -> None:
        self.page.evaluate("key => { location.hash = '#n=' + encodeURIComponent(key); }", key)
        until(self.page, "key => kgPage.chosen() === key", arg=key)

    def overlaps(self) -> int:
        """How many pairs of label boxes lie on top of each other."""
        boxes = self.page.evaluate("kgPage.boxes()")
        return sum(
            a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
            for at, a in enumerate(boxes)
            for b in boxes[at + 1 :]
        )


DESK = {"viewport": {"width": 1366, "height": 768}, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def standing(chromium: Browser, drawn: Callable[[str], Path]) -> Callable[[str], Visit]:
    """One window for each of our graphs that stays open from test to test, as opening takes longest."""
    windows: dict[str, Visit] = {}

    def window(name: str) -> Visit:
        if name not in windows:
            windows[name] = Visit(chromium.new_context(**DESK), drawn(name))  # type: ignore[arg-type]
        windows[name].reset()
        return windows[name]

    return window


@pytest.fixture
def visit(
    chromium: Browser, drawn: Callable[[str], Path], standing: Callable[[str], Visit]
) -> Iterator[Callable[..., Visit]]:
    """Open the page of a graph; whatever a page says or asks for fails the test.

    A page of ours without options is the one that stays open, reset; `fresh` asks for a window of its own.
    """
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    def opened(
        name: str = "harbour", *, path: Path | None = None, hash_: str = "", fresh: bool = False, **options: object
    ) -> Visit:
        shared = not (path or hash_ or fresh or options or visits)
        if not shared:
            contexts.append(chromium.new_context(**(DESK | options)))  # type: ignore[arg-type]
        visits.append(standing(name) if shared else Visit(contexts[-1], path or drawn(name), hash_))
        return visits[-1]

    yield opened
    noise = [line for each in visits for line in each.noise]
    for context in contexts:
        context.close()
    assert noise == []
