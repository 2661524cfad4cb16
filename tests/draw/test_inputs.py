"""Graphs that nobody made for the page: empty, tiny, huge, nameless, in other vocabularies, or broken."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.draw import draw

ROOT = Path(__file__).parents[2]
FOREIGN = {
    "foaf": (
        """@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix : <http://x.example/> .
        :ann a foaf:Person ; foaf:name "Ann" ; foaf:knows :bob ; foaf:mbox <mailto:ann@x.example> ;
          foaf:img <http://x.example/ann.png> ; foaf:homepage <http://ann.example/> .
        :bob a foaf:Person ; foaf:name "Bob" . [] a foaf:Group ; foaf:name "Choir" ; foaf:member :ann, :bob .""",
        {"Ann", "Bob", "Choir"},
    ),
    "schema.org": (
        """@prefix s: <http://schema.org/> . @prefix : <http://x.example/> .
        :r a s:Recipe ; s:name "Bread" ; s:author :eve ; s:image <http://x.example/bread.png> ; s:cookTime "PT1H" .
        :eve a s:Person ; s:name "Eve" .""",
        {"Bread", "Eve"},
    ),
    "owl": (
        """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix : <http://x.example/o#> . <http://x.example/o> a owl:Ontology . :Animal a owl:Class .
        :Cat a owl:Class ; rdfs:label "Cat" ; rdfs:subClassOf :Animal, [ a owl:Restriction ;
          owl:onProperty :eats ; owl:someValuesFrom :Fish ] . :eats a owl:ObjectProperty ; rdfs:domain :Animal .
        :Fish rdfs:subClassOf :Animal .""",
        {"Cat", "Animal", "Fish"},
    ),
    "skos": (
        """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <http://x.example/> .
        :love a skos:Concept ; skos:prefLabel "love"@en, "amour"@fr ; skos:broader :feeling .
        :feeling a skos:Concept ; skos:prefLabel "feeling"@en .""",
        {"Love", "Feeling"},
    ),
    "nameless": (
        "[] <http://x.example/p> [] . <http://x.example/fooBar> <http://x.example/q> <urn:isbn:123>, 7, true .",
        {"Foo bar", "No name", "123"},
    ),
}
LABELS = "() => kgPage.data.nodes.map(({ label }) => label)"


@pytest.mark.browser
@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_graphs_are_drawn_with_their_names(visit, parsed, tmp_path, name):
    turtle, labels = FOREIGN[name]
    opened = visit(path=draw(parsed(turtle)).save(tmp_path / "page.html"))
    found = opened.page.evaluate(LABELS)
    assert labels <= set(found)
    assert not {"PT1H", "True", "7", "Person"} & set(found)
    assert opened.visible()
    assert opened.lines()
    assert opened.overlaps() == 0
    for tab in ("article", "claims", "timeline"):
        opened.page.click(f"#tab-{tab}")
        assert opened.page.locator(f"#{tab}").inner_text().startswith("No ")


@pytest.mark.browser
def test_twenty_thousand_things_open_on_their_centre(visit, many, tmp_path):
    opened = visit(path=draw(many(20_000)).save(tmp_path / "page.html"))
    assert len(opened.visible()) == 150
    assert opened.overlaps() == 0
    opened.page.fill("#search", "Thing 19999")
    opened.page.press("#search", "Enter")
    assert "thing_19999" in opened.visible()


def drawn(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "draw", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("broken.ttl", b"@prefix : <urn:x:> .\n:a :b :c .\n:d :e 'oops\n", "broken.ttl:3:"),
        ("bytes.ttl", b"\xff\xfe\x00bad", "bytes.ttl:1:"),
        ("broken.jsonld", b'{"@id":', "broken.jsonld:"),
        ("prose.docx", b"PK\x03\x04", "no RDF format that newskg knows; use one of turtle"),
        ("missing.ttl", None, "no such file"),
    ],
)
def test_what_cannot_be_read_leaves_the_earlier_page(tmp_path, name, content, words):
    source, page = tmp_path / name, tmp_path / "page.html"
    page.write_text("earlier", encoding="utf-8")
    if content is not None:
        source.write_bytes(content)
    done = drawn(str(source), "-o", str(page))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kg: ")
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr
    assert page.read_text(encoding="utf-8") == "earlier"
    assert {path.name for path in tmp_path.iterdir()} <= {name, "page.html"}


def test_files_may_have_any_name_and_no_page_tells_it(tmp_path):
    source, page = tmp_path / "<img src=x onerror=alert(1)>.ttl", tmp_path / "\"'><script>.html"
    source.write_text("<urn:a> <urn:p> <urn:b> .", encoding="utf-8")
    done = drawn(str(source), "-o", str(page), "--theme", "dark", "--title", "<b>& co")
    assert (done.returncode, done.stderr) == (0, "")
    html = page.read_text(encoding="utf-8")
    assert 'data-theme="dark"' in html
    assert "<title>&lt;b&gt;&amp; co</title>" in html
    assert "onerror" not in html
    again = tmp_path / "again.html"
    drawn(str(source), "-o", str(again), "--theme", "dark", "--title", "<b>& co")
    assert again.read_bytes() == page.read_bytes()
