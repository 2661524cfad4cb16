"""Text that means ill, in every field, against the page in a real browser: it is shown as text or not at all."""

from __future__ import annotations

import re

import pytest

from kg.draw import draw
from tests.draw.hostile import CORPUS, GROUPS, UNSEEN, hostile

pytestmark = pytest.mark.browser

WALK = """async () => {
  const { nodes, links } = kgPage.data;
  const hashes = nodes.map(({ key }) => `#n=${encodeURIComponent(key)}`);
  hashes.push(...links.map(({ source, target }) => `#e=${source}-${target}`));
  const texts = [];
  for (const hash of hashes) {
    const came = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    location.hash = hash;
    await came;
    const details = document.getElementById('details');
    texts.push(details.textContent, ...[...details.querySelectorAll('a[href^=http]')].map((link) => link.href));
  }
  return texts;
}"""
ELEMENTS = """() => [...document.querySelectorAll('*')].map((element) => ({
  tag: element.localName,
  href: element.namespaceURI.endsWith('xhtml') ? element.getAttribute('href') : null,
  rel: element.getAttribute('rel'),
  odd: element.getAttributeNames().filter((name) => /^(on.*|src|srcdoc|action)$/.test(name)),
  id: element.id,
}))"""
TIPS = """() => [...document.querySelectorAll('.vis-tooltip')].filter(({ style }) => style.visibility === 'visible')
  .map((tip) => [tip.childElementCount, tip.textContent])"""
FORBIDDEN = {"img", "iframe", "object", "embed", "base", "link", "frame", "applet", "audio", "video", "source"}


MARK = "<img src=x onerror=alert('{}')>"


def fields(group: str) -> set[str]:
    """The names of the fields that a group fills."""
    found = re.compile(re.escape(MARK).replace(r"\{\}", "([a-z-]+)"))
    return {field for node in hostile(group).all_nodes() for field in found.findall(str(node))}


def seen(opened) -> str:
    """Everything that a reader can bring the page to show, in one text."""
    page = opened.page
    texts = page.evaluate(WALK)
    for tab in page.locator("[role=tab]").all():
        tab.click()
    for select in page.locator("#filters select").all():
        for option in select.locator("option").all()[1:4]:
            select.select_option(value=option.get_attribute("value"))
        select.select_option(index=0)
    for text in ("<", "alert", "javascript", "{{"):
        page.fill("#search", text)
        texts.append(page.locator("#results").inner_text())
    page.keyboard.press("Escape")
    for number in range(page.locator("#article select option").count()):
        page.click("#tab-article")
        page.select_option("#article select", index=number)
        texts.append(page.locator("#article").text_content())
    for layout in ("map", "columns"):
        if page.locator(f"[data-layout={layout}]").is_visible():
            page.click(f"[data-layout={layout}]")
    for part in ("header", "#filters", "#claims", "#timeline", "#sides"):
        texts += page.locator(part).all_text_contents()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    texts += page.locator("#print").all_text_contents()
    return "\n".join(texts)


@pytest.mark.parametrize("group", GROUPS)
def test_hostile_text_runs_nothing_and_is_shown_as_text(visit, tmp_path, group):
    path = draw(hostile(group)).save(tmp_path / "hostile.html")
    opened = visit(path=path)
    shown = seen(opened)
    elements = opened.page.evaluate(ELEMENTS)
    assert not {element["tag"] for element in elements} & FORBIDDEN
    scripts = [element["id"] for element in elements if element["tag"] == "script"]
    # A graph that no format can hold has no files.
    assert sorted(set(scripts) - {"file-json-ld", "file-turtle"}) == ["", "data", "library", "network", "options"]
    assert scripts.count("") == 2
    assert [element for element in elements if element["odd"]] == []
    assert [element["id"] for element in elements if element["tag"] == "style"] == [""]
    links = [element for element in elements if element["href"]]
    assert links
    assert all(
        link["href"].startswith("#") or (re.match(r"https?://", link["href"]) and link["rel"] == "noopener noreferrer")
        for link in links
    )
    assert [field for field in sorted(fields(group) - UNSEEN) if MARK.format(field) not in shown] == []
    assert "49" not in opened.page.title()


def test_hostile_titles_are_titles(visit, graph, tmp_path):
    title = " ".join(text.replace("FIELD", "title") for text in CORPUS if "\x00" not in text)
    opened = visit(path=draw(graph("foreign"), title=title).save(tmp_path / "title.html"))
    assert opened.page.locator("h1").text_content() == title
    assert " ".join(opened.page.title().split()) == " ".join(title.split())
    opened.page.click("#save summary")
    with opened.page.expect_download() as waiting:
        opened.page.click("[data-save=svg]")
    assert re.fullmatch(r"[a-z0-9-]+\.svg", waiting.value.suggested_filename)


def test_hostile_labels_stay_text_under_the_pointer(visit, tmp_path):
    opened = visit(path=draw(hostile("claims")).save(tmp_path / "tips.html"))
    page = opened.page
    page.click("[data-layout=map]")
    stage = page.locator("#graph").bounding_box()
    tips = []
    for box in page.evaluate("kgPage.boxes()"):
        across, down = (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2
        if not (5 < across < stage["width"] - 5 and 5 < down < stage["height"] - 5) or len(tips) > 4:
            continue
        page.mouse.move(stage["x"] + across, stage["y"] + down)
        page.wait_for_timeout(350)
        tips += page.evaluate(TIPS)
    assert tips
    assert all(count == 0 for count, _ in tips)
    assert any("<" in text for _, text in tips)
