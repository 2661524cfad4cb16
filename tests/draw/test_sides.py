"""Several articles side by side: where they agree, and where they tell opposite things."""

from __future__ import annotations

import pytest

from kg.draw import draw
from kg.draw.sides import side_rows
from kg.draw.view import view
from tests.draw.waiting import until


@pytest.fixture(scope="module")
def rows(graph):
    return {row.label: row for row in view(graph("library")).sides}


def test_rows_are_the_claims_that_two_articles_tell_of(rows):
    assert set(rows) == {"the mill was sold", "the library closed"}


def test_rows_tell_who_takes_which_position_in_which_article(rows):
    cells = {article: [(p.kind, p.who) for p in told] for article, told in rows["the library closed"].cells}
    assert cells == {0: [("disputes", "the union")], 1: [("affirms", "the council")]}


def test_rows_tell_agreement_from_opposition(rows):
    assert (rows["the mill was sold"].agreed, rows["the mill was sold"].opposed) == (True, False)
    assert (rows["the library closed"].agreed, rows["the library closed"].opposed) == (False, True)


def test_opposition_within_each_article_is_no_agreement(graph, parsed):
    both = "id:c6 a kg:Claim ; kg:claimant id:council ; kg:content id:mill ; kg:mode kg:Stated ; "
    both += "kg:polarity kg:Negative ; kg:contentSpan id:m1 ."
    shown = view(graph("library") + parsed(both))
    row = next(row for row in side_rows(shown.nodes, shown.links) if row.label == "the mill was sold")
    assert (row.agreed, row.opposed) == (False, True)


def test_one_article_has_no_sides(graph):
    assert view(graph("harbour")).sides == ()


@pytest.mark.browser
def test_sources_tab_leads_to_claims_and_follows_the_legend(visit):
    opened = visit("library")
    opened.page.click("#tab-sides")
    text = " ".join(opened.page.locator("#sides").inner_text().split())
    assert "1 they agree on, 1 they tell from opposite sides" in text
    assert "The Echo ✗ the union denies" in text
    assert "Morning Post ✓ the council says" in text
    opened.page.click("#sides-table a:has-text('The library closed')")
    until(opened.page, "kgPage.chosen() === 'library'")
    assert opened.page.locator("#sides").is_visible()
    opened.page.uncheck("[data-filter=status] input[value=disputed]")
    assert opened.page.locator("#sides-table tbody tr:visible").count() == 1


@pytest.mark.browser
def test_one_article_has_no_sources_tab(visit):
    assert visit().page.locator("#tab-sides").count() == 0


@pytest.mark.browser
def test_claims_carry_the_letters_of_their_articles(visit):
    opened = visit("library")
    assert opened.page.locator("[data-filter=article] .letter").all_inner_texts() == ["A", "B"]
    opened.page.click("#save summary")
    with opened.page.expect_download() as waiting:
        opened.page.click("[data-save=svg]")
    drawing = waiting.value.path().read_text(encoding="utf-8")
    assert [drawing.count(f">{letter}</text>") for letter in "ABC"] == [2, 3, 0]
    assert visit().page.locator(".letter").count() == 0


@pytest.mark.browser
def test_many_articles_have_letters_of_their_own_and_colours_in_turn(visit, parsed, tmp_path):
    papers = "".join(
        f"id:a{n:02} a nif:Context ; schema:publisher 'Paper {n:02}' ; nif:isString 'The mill was sold.' ."
        f"id:c{n:02} a kg:Claim ; kg:claimant id:council ; kg:content id:mill ; kg:mode kg:Stated ;"
        f" kg:polarity kg:Positive ; kg:contentSpan id:m{n:02} ."
        f"id:m{n:02} a kg:Mention ; nif:referenceContext id:a{n:02} ; nif:beginIndex 0 ; nif:endIndex 17 ."
        for n in range(20)
    )
    sold = "id:mill a kg:Proposition ; rdfs:label 'the mill was sold' . id:council rdfs:label 'the council' ."
    opened = visit(path=draw(parsed(papers + sold)).save(tmp_path / "many.html"))
    letters = opened.page.locator("[data-filter=article] .letter")
    assert letters.all_inner_texts() == list("ABCDEFGHIJKLMNOPQRST")
    assert len(set(letters.evaluate_all("all => all.map(({ dataset }) => dataset.tone)"))) == 6
    assert opened.page.evaluate("kgPage.squeezed()") == []
    opened.page.click("#save summary")
    with opened.page.expect_download() as waiting:
        opened.page.click("[data-save=svg]")
    drawing = waiting.value.path().read_text(encoding="utf-8")
    assert drawing.count(">A</text>") == 1
    assert ">+4</text>" in drawing
    opened.page.uncheck("[data-filter=article] label:has-text('Paper 07') input")
    assert "mill" in opened.visible()
