import json
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.draw import draw
from kg.draw.blank import named
from kg.draw.export import packed_graph
from kg.errors import InputError
from kg.serialize import Format
from kg.serialize import parsed as parsed_file

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"


class Elements(HTMLParser):
    """The elements of a page: tag, attributes, and the text of scripts and styles."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.last = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.last = [tag, dict(attrs), ""]
        self.found.append(self.last)

    def handle_endtag(self, tag):
        self.last = None

    def handle_data(self, data):
        if self.last:
            self.last[2] += data


def unpacked(text):
    return zlib.decompress(b64decode(text))


def data_of(page):
    """What the page's script reads."""
    text = next(text for _, a, text in Elements(page.html).found if a.get("id") == "data")
    return json.loads(unpacked(text))


@pytest.fixture(scope="module")
def page(graph):
    return draw(graph("harbour"))


@pytest.fixture(scope="module")
def elements(page):
    return Elements(page.html).found


def test_page_is_small_enough_to_send(page):
    assert len(page.html.encode()) < 600_000
    assert len(draw(parsed_file(ROOT / "data" / "putin-trump-g20.ttl")).html.encode()) < 600_000


def test_page_refers_to_nothing_outside_itself(elements):
    for tag, attributes, _ in elements:
        assert tag not in {"link", "img", "iframe", "object", "base"}
        assert "src" not in attributes
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        assert re.match(r"#|https?://", attributes.get("href", "#"))


def test_policy_names_the_hash_of_every_script_and_style(elements):
    policy = next(a["content"] for tag, a, _ in elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    run = [text for tag, a, text in elements if tag in ("script", "style") and "type" not in a]
    library = next(text for tag, a, text in elements if a.get("id") == "library")
    run.append(unpacked(library).decode())
    assert len(run) == 3
    for text in run:
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy


def test_page_brings_its_tables_without_any_script(elements, page):
    assert "The Port Ministry ordered the closure of the northern harbour gates" in page.html
    assert sum(tag == "tr" for tag, _, _ in elements) == 18


def test_title_is_the_headline_unless_another_is_given(page, graph):
    assert "<title>Minister denies ordering harbour gates shut</title>" in page.html
    assert "<title>&lt;b&gt; &amp; co</title>" in draw(graph("harbour"), title="<b> & co").html


def test_theme_is_written_down_and_checked(graph):
    assert 'data-theme="dark"' in draw(graph("foreign"), theme="dark").html
    with pytest.raises(InputError, match="'pink' is not known; use one of auto, light, dark"):
        draw(graph("foreign"), theme="pink")


def test_hostile_text_stays_text(graph):
    page = draw(graph("hostile"))
    found = Elements(page.html).found
    tags = {tag for tag, _, _ in found}
    assert not tags & {"img", "script>", "a onmouseover"}
    assert sum(tag == "script" for tag, _, _ in found) == 7
    assert sum(tag == "style" for tag, _, _ in found) == 1
    data = data_of(page)
    labels = {node["label"] for node in data["nodes"]}
    assert {"{{7*7}}{% raw %}{#", "<img src=x onerror=window.hacked=1>", "__proto__"} <= labels
    addresses = [fact[3] for node in data["nodes"] for fact in node.get("facts", []) if len(fact) == 4 and fact[3]]
    assert addresses == []


@pytest.mark.parametrize("name", ["harbour", "hostile", "foreign"])
def test_page_is_the_same_bytes_whatever_the_hash_seed(name):
    script = (
        "import sys, hashlib; from kg.draw import draw; from rdflib import Graph;"
        "print(hashlib.sha256(draw(Graph().parse(sys.argv[1])).html.encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, str(DATA / f"{name}.ttl")],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""


def test_save_writes_utf8_under_an_ascii_locale(tmp_path):
    script = (
        "import sys; from kg.draw import draw; from rdflib import Graph;"
        "draw(Graph().parse(sys.argv[1]), title='\\u017dof\\u00edn \\U0001f30a').save(sys.argv[2])"
    )
    target = tmp_path / "page.html"
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", script, str(DATA / "harbour.ttl"), str(target)],
        env={key: value for key, value in os.environ.items() if not key.startswith("LC_")} | environment,
        check=True,
    )
    assert "<title>Žofín 🌊</title>" in target.read_bytes().decode("utf-8")


def test_save_leaves_no_half_written_file(page, tmp_path):
    (tmp_path / "page.html").write_text("old", encoding="utf-8")
    assert page.save(tmp_path / "page.html") == tmp_path / "page.html"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page.html


def test_save_says_what_is_wrong_with_the_path(page, tmp_path):
    with pytest.raises(InputError, match="no folder"):
        page.save(tmp_path / "no such folder" / "page.html")


def test_large_pages_come_with_a_warning(many, monkeypatch):
    monkeypatch.setattr(import_module("kg.draw.page"), "_LARGE", 100_000)
    with pytest.warns(UserWarning, match=r"the page has \d+\.\d MB"):
        draw(many(10))


def test_notebooks_get_a_frame_that_shares_nothing(page):
    (frame,) = [found for found in Elements(page._repr_html_()).found if found[0] == "iframe"]
    assert frame[1]["srcdoc"] == page.html
    assert "allow-same-origin" not in frame[1]["sandbox"]


def test_blank_nodes_get_names_from_what_is_said_of_them():
    turtle_text = "@prefix : <urn:> . :a :p [ :q 1 ], [ :q 2 ; :r [ :q 1 ] ] . [] :s [] ."
    one, two = (Graph().parse(data=turtle_text, format="turtle") for _ in range(2))
    assert set(named(one)) == set(named(two))
    assert isomorphic(named(one), one)
    assert set(one) != set(two)


def test_graphs_without_blank_nodes_are_drawn_as_they_are(graph):
    harbour = graph("harbour")
    assert named(harbour) is harbour


def test_graphs_that_no_format_can_hold_are_drawn_without_a_file():
    broken = Graph()
    broken.add((URIRef("urn:a b<c>"), URIRef("urn:p"), Literal("x")))
    assert packed_graph(broken, Format.TURTLE) == {"turtle": None}
    assert "A b<c>" in {node["label"] for node in data_of(draw(broken))["nodes"]}


def test_files_too_large_for_a_page_are_left_out():
    graph = Graph()
    graph.add((URIRef("urn:a"), URIRef("urn:p"), Literal(Random(1).randbytes(800_000).hex())))
    assert packed_graph(graph, Format.TURTLE, Format.NT) == {"turtle": None, "nt": None}


def test_nameless_things_have_a_label():
    lonely = Graph()
    lonely.add((BNode(), URIRef("urn:p"), BNode()))
    assert "No name" in {node["label"] for node in data_of(draw(lonely))["nodes"]}
