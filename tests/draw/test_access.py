"""The page for every reader: keyboard, motion, colours, and one selection in all views; in a real browser."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest

from kg.draw.payload import KINDS, STATUSES
from tests.draw.waiting import until

ORDER = "prop-27ac947265"
TABS = ("details", "article", "claims", "timeline")
STANCES = ("affirms", "disputes", "other", "reports", "contradicts")

NUMBERED = """() => {
  const usable = 'button, a[href], input, select, summary, [tabindex="0"]';
  const found = [...document.querySelectorAll(usable)].filter((element) => element.checkVisibility()
    && !element.disabled && element.tabIndex >= 0 && element.getClientRects().length);
  found.forEach((element, number) => { element.dataset.number = number; });
  return found.length;
}"""
DASHES = """kind => {
  const line = document.querySelector('.line').cloneNode(true);
  line.dataset.kind = kind;
  document.querySelector('#filters').append(line);
  const { strokeDasharray } = getComputedStyle(line);
  line.remove();
  return strokeDasharray;
}"""
FOCUSED = """() => {
  const { dataset, tagName } = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return [dataset.number, outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, tagName];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("tab", TABS)
def test_tab_key_reaches_every_control_and_shows_where_it_is(visit, tab):
    opened = visit(fresh=True)
    page = opened.page
    opened.choose(ORDER)
    page.click(f"#tab-{tab}")
    count = page.evaluate(NUMBERED)
    assert count > 30
    page.evaluate("document.activeElement.blur()")
    reached: set[str] = set()
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        number, shows, element = page.evaluate(FOCUSED)
        if number is not None:
            assert shows, element
            reached.add(number)
    assert reached == {str(number) for number in range(count)}


@pytest.mark.browser
def test_keyboard_alone_filters_saves_searches_and_sorts(visit):
    page = visit(fresh=True).page
    page.focus("[data-filter=status] input")
    before = page.evaluate("kgPage.visible().length")
    page.keyboard.press("Space")
    assert page.evaluate("kgPage.visible().length") < before
    page.focus("[data-layout=map]")
    page.keyboard.press("Enter")
    assert page.locator("[data-layout=map]").get_attribute("aria-pressed") == "true"
    page.focus("#save summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith(".png")
    page.focus("#tab-details")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#claims-table th[aria-sort=ascending]").inner_text().startswith("Who")
    page.keyboard.press("/")
    page.keyboard.type("Oake")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    until(page, "kgPage.chosen() !== null")


@pytest.mark.browser
@pytest.mark.parametrize(("motion", "glides"), [("reduce", False), ("no-preference", True)])
def test_picture_glides_only_for_whom_likes_motion(visit, motion, glides):
    page = visit(fresh=True, reduced_motion=motion).page
    page.evaluate("document.getElementById('zoom-in').click()")
    first = page.evaluate("kgPage.network.getScale()")
    page.wait_for_timeout(900)
    last = page.evaluate("kgPage.network.getScale()")
    assert (first != last) is glides
    running = "document.getAnimations().filter(({ playState }) => playState === 'running').length"
    assert page.evaluate(running) == 0


@pytest.mark.browser
def test_what_is_chosen_in_one_view_is_chosen_in_all(visit):
    opened = visit(fresh=True)
    page = opened.page
    page.click("#tab-claims")
    page.click("#claims-table tbody tr:has-text('ordered the closure') td[data-head=Claim] a >> nth=0")
    until(page, "key => kgPage.chosen() === key", arg=ORDER)
    assert set(page.locator("tr.chosen").evaluate_all("rows => rows.map(({ dataset }) => dataset.node)")) == {ORDER}
    page.click("#tab-details")
    assert page.locator("#details h2").inner_text().startswith("The Port Ministry ordered")
    page.click("#tab-article")
    assert page.locator("#article mark.cue").count() >= 1
    page.click("#tab-timeline")
    page.click("#timeline li[data-node=event-meet01] .what a")
    until(page, "kgPage.chosen() === 'event-meet01'")
    assert page.locator("tr.chosen").count() == 0
    assert page.locator("#timeline li.chosen").get_attribute("data-node") == "event-meet01"
    page.click("#tab-article")
    assert page.locator("#article mark").count() >= 1
    opened.choose("Corvane")
    assert set(page.locator("#article mark").all_inner_texts()) == {"Corvane", "the company"}


@pytest.mark.browser
def test_details_tell_type_names_office_links_and_rule(visit):
    opened = visit()
    page = opened.page
    opened.choose("Bram_Stell")
    text = " ".join(page.locator("#details").inner_text().split())
    assert "Person" in text
    assert "also: Mayor Bram Stell" in text
    assert "Office Mayor of Velmora" in text
    rules = page.evaluate("""async () => {
      const found = new Set();
      for (const { source, target, statements } of kgPage.data.links) {
        if (!statements.some(({ facts }) => (facts || []).some(([term]) => term === 'Rule'))) continue;
        const came = new Promise((done) => addEventListener('hashchange', done, { once: true }));
        location.hash = `#e=${source}-${target}`;
        await came;
        for (const term of document.querySelectorAll('#details dt')) {
          if (term.textContent === 'Rule') found.add(term.nextElementSibling.textContent);
        }
      }
      return [...found];
    }""")
    assert len(rules) > 1


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_statuses_and_positions_differ_in_line_too(visit, scheme):
    page = visit(color_scheme=scheme).page
    lines = [page.evaluate(DASHES, kind) for kind in STANCES]
    assert len(set(lines)) == len(lines)
    frames = page.locator(".swatch").evaluate_all("all => all.map((one) => getComputedStyle(one).borderStyle)")
    assert len(set(frames)) == len(frames) == len(STATUSES)


def test_statuses_and_positions_differ_in_sign():
    assert len({sign for _, sign, _ in STATUSES}) == len(STATUSES)
    signs = [sign for kind, sign, _ in KINDS if kind in STANCES]
    assert len(set(signs)) == len(signs)


# Machado, Oliveira, Fernandes 2009: what is left of colours without one kind of cones.
BLIND = {
    "none": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def lab(colour: str, eyes: str):
    """A colour as it looks to some eyes, where distances are as large as they seem (CIE L*a*b*)."""
    rgb = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(np.clip(XYZ @ (BLIND[eyes] @ linear), 1e-4, None) / np.array([0.95047, 1.0, 1.08883]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("eyes", BLIND)
def test_positions_can_be_told_apart_by_every_eye(visit, scheme, eyes):
    page = visit(color_scheme=scheme).page
    style = "name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()"
    tones = {name: page.evaluate(style, name) for name in STANCES}
    assert all(re.fullmatch("#[0-9a-f]{6}", tone) for tone in tones.values())
    apart = {
        pair: np.linalg.norm(lab(tones[pair[0]], eyes) - lab(tones[pair[1]], eyes)) for pair in combinations(tones, 2)
    }
    # What is said and what is denied must never look alike; the rest differs enough beside its line and sign.
    assert apart["affirms", "disputes"] > 35
    assert min(apart.values()) > 11
