"""Search, details, article and tables, in a real browser."""

from __future__ import annotations

import pytest

from tests.draw.waiting import until

pytestmark = pytest.mark.browser

ORDER = "prop-27ac947265"
TABS = ("details", "article", "claims", "timeline")


@pytest.mark.parametrize(
    ("text", "key"),
    [("ilse", "Ilse_Varn"), ("MAYOR BRAM", "Bram_Stell"), ("ordered the clos", ORDER), ("fishers", "Fishers_Guild")],
)
def test_search_finds_names_other_names_and_claims(visit, text, key):
    opened = visit()
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(text)
    opened.page.keyboard.press("Enter")
    until(opened.page, "key => kgPage.chosen() === key", arg=key)


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
    until(opened.page, "kgPage.chosen() === 'Ilse_Varn'")


def test_claims_and_relations_are_switched_on_and_off_in_the_text(visit):
    page = visit().page
    page.click("#tab-article")
    layers = {"name": "#article a[data-tone]", "claim": "#article .claimed", "relation": "#article .related"}
    for layer, shown in layers.items():
        box = page.locator(f"#article .layers [value={layer}]")
        box.check()
        assert page.locator(shown).count() > 5
        box.uncheck()
        assert page.locator(shown).count() == 0
    page.check("#article .layers [value=claim]")
    page.click("#article .claimed[data-status=disputed] >> nth=0")
    until(page, "kgPage.chosen() === 'prop-27ac947265'")
    page.click("#tab-article")
    page.uncheck("#article .layers [value=claim]")
    page.check("#article .layers [value=relation]")
    page.click("#article .related >> nth=0")
    until(page, "location.hash.startsWith('#e=')")
    page.click("#tab-article")
    page.check("#article .layers [value=name]")
    page.check("#article .layers [value=claim]")
    page.uncheck("#article .layers [value=relation]")


def test_line_details_show_certainty_and_words(visit):
    opened = visit()
    opened.choose("Coast_Institute")
    opened.page.locator("#details .why").first.click()
    details = opened.page.locator("#details", has_text="Certainty")
    details.wait_for()
    assert "Coast Institute says: the" in details.inner_text()


def test_links_to_the_web_tell_nothing_of_where_they_come_from(visit):
    opened = visit()
    opened.choose("Velmora")
    link = opened.page.locator("#details dd a[href^=http]")
    assert link.get_attribute("href") == "https://places.example/velmora"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_table_breaks_no_word_of_a_name(visit):
    page = visit().page
    page.click("#tab-claims")
    broken = """() => [...document.querySelectorAll('#claims-table tbody th bdi')].filter((name) => {
      const text = name.firstChild;
      const range = document.createRange();
      return [...text.data.matchAll(/[^ -]+/g)].some(({ index, 0: word }) => {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
      });
    }).map((name) => name.textContent)"""
    assert page.evaluate(broken) == []


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
