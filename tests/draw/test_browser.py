"""The page for every reader, and against those who mean it ill: in a real browser, from disk, without a network."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

ORDER = "prop-27ac947265"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
TABS = ("details", "article", "claims", "timeline")


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
    opened.page.tap("#tab-claims")
    claim = opened.page.locator("td[data-head=Claim]").first.evaluate("cell => cell.clientWidth / innerWidth")
    assert claim > 0.85
    assert not opened.page.locator("#filters").is_visible()
    opened.page.tap(".opener")
    assert opened.page.locator("#filters").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_given_to_whom_asks_for_it(visit, scheme):
    pages = [visit(color_scheme=scheme, contrast=contrast).page for contrast in ("no-preference", "more")]
    usual, strong = (luminance(page, "--rule") for page in pages)
    paper = luminance(pages[0], "--paper")
    assert abs(strong - paper) > abs(usual - paper) + 0.1
    pages[1].emulate_media(contrast="no-preference")
    assert luminance(pages[1], "--rule") == usual


def luminance(page, name: str) -> float:
    """How light a colour of the page is, from 0 to 1."""
    style = "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()"
    colour = page.evaluate(style, name)
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_of_the_system_are_used_where_they_are_forced(visit):
    opened = visit(forced_colors="active", color_scheme="light")
    page = opened.page
    found = page.evaluate("""() => {
        const canvas = document.querySelector('#graph canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Set();
        for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) seen.add(data.slice(at, at + 3).join());
        return [...seen].filter((colour) => new Set(colour.split(',')).size > 1);
    }""")
    assert found == []
    assert report(page) == []


LOOKS = {"phone": PHONE, "contrast": {"contrast": "more"}}


@pytest.mark.parametrize("look", ["light", "dark", "phone", "contrast"])
def test_axe_finds_no_violation(visit, look):
    options = LOOKS.get(look, {"color_scheme": look})
    opened = visit(**options)
    opened.choose(ORDER)
    for tab in TABS:
        opened.page.click(f"#tab-{tab}")
        if tab == "article":
            opened.page.check("#article .layers [value=relation]")
        assert report(opened.page) == []
    opened.page.click("#tab-details")
    opened.page.click("#details .query summary")
    opened.page.fill("#details .way input", "Velmora")
    opened.page.press("#details .way input", "Enter")
    assert opened.page.locator("#details .trail").is_visible()
    assert report(opened.page) == []
    opened.page.evaluate("location.hash = ''")
    opened.page.click("#tab-details")
    opened.page.fill("#search", "a")
    assert report(opened.page) == []


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_no_violation_in_sources_side_by_side(visit, look):
    options = PHONE if look == "phone" else {"color_scheme": look}
    opened = visit("library", **options)
    opened.page.click("#tab-sides")
    assert report(opened.page) == []
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def report(page) -> list[str]:
    found = Axe().run(page).response
    assert len(found["passes"]) > 15
    return [f"{rule['id']}: {node['html']}" for rule in found["violations"] for node in rule["nodes"]]
