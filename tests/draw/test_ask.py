"""The SPARQL that the details offer, in a real browser and asked of the graph itself."""

from __future__ import annotations

import pytest
from rdflib import URIRef

from kg.draw import draw
from tests.draw.waiting import until

pytestmark = pytest.mark.browser

WALK = """async () => {
  const { nodes, links } = kgPage.data;
  const hashes = nodes.map(({ key }) => `#n=${encodeURIComponent(key)}`);
  hashes.push(...links.map(({ source, target }) => `#e=${source}-${target}`));
  const found = [];
  for (const hash of hashes) {
    await new Promise((done) => {
      addEventListener('hashchange', done, { once: true });
      location.hash = hash;
    });
    const texts = [...document.querySelectorAll('#details .query pre')].map((text) => text.textContent);
    found.push([hash, texts]);
  }
  return found;
}"""


def test_every_query_of_every_node_and_line_finds_something(visit, graph):
    page = visit("harbour").page
    found = page.evaluate(WALK)
    harbour = graph("harbour")
    assert len(found) > 100
    assert [hash_ for hash_, queries in found if not queries] == []
    nothing = [(hash_, query) for hash_, queries in found for query in queries if not list(harbour.query(query))]
    assert nothing == []


def test_query_of_a_claim_tells_every_position(visit, graph):
    opened = visit()
    opened.choose("prop-27ac947265")
    opened.page.click("#details .query summary")
    rows = graph("harbour").query(opened.page.locator("#details .query pre").inner_text())
    claimants = {str(row.claimant).rsplit("/", 1)[-1] for row in rows}
    assert {"Ilse_Varn", "Tamsin_Oake"} <= claimants


def test_copy_button_puts_the_query_on_the_clipboard(visit):
    opened = visit(permissions=["clipboard-read", "clipboard-write"])
    opened.choose("Ilse_Varn")
    opened.page.click("#details .query summary")
    opened.page.click("#details .copy")
    until(opened.page, "document.getElementById('live').textContent === 'Copied.'")
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert copied == opened.page.locator("#details .query pre").inner_text()


def test_copy_button_selects_the_query_where_the_clipboard_is_shut(visit):
    opened = visit(fresh=True)
    opened.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('shut')); }")
    opened.choose("Ilse_Varn")
    opened.page.click("#details .query summary")
    opened.page.click("#details .copy")
    until(opened.page, "document.getElementById('live').textContent.startsWith('Selected')")
    chosen = opened.page.evaluate("getSelection().toString()")
    assert chosen.split() == opened.page.locator("#details .query pre").inner_text().split()


def test_iris_that_no_query_can_hold_get_none(visit, parsed, tmp_path):
    graph = parsed("[] rdfs:label 'nameless' ; kg:knows id:a .")
    graph.add((URIRef("urn:x> } DROP ALL #"), URIRef("urn:p"), URIRef("urn:plain")))
    opened = visit(path=draw(graph).save(tmp_path / "odd.html"))
    with_query = {
        key for key in opened.visible() if (opened.choose(key), opened.page.locator("#details .query").count())[1]
    }
    assert with_query == {"a", "plain"}
