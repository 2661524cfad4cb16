"""The legend as a filter, in a real browser."""

from __future__ import annotations

import pytest

from kg.draw import draw
from tests.draw.waiting import until

pytestmark = pytest.mark.browser


def test_every_type_and_status_in_the_legend_takes_its_nodes_away(visit):
    opened = visit()
    everything = opened.visible()
    taken: set[str] = set()
    for box in opened.page.locator("[data-filter=type] input, [data-filter=status] input").all():
        box.uncheck()
        gone = everything - opened.visible()
        count = int(box.locator("xpath=..").locator(".count").inner_text())
        assert len(gone) == count > 0
        taken |= gone
        box.check()
    assert taken == everything


def test_every_line_in_the_legend_takes_its_kind_away(visit):
    opened = visit()
    opened.page.check("#quiet")
    for box in opened.page.locator("[data-filter=kind] input[value]:not(#quiet)").all():
        kind = box.get_attribute("value")
        drawn = {found for _, found, _ in opened.lines()}
        box.uncheck()
        assert kind not in {found for _, found, _ in opened.lines()}
        box.check()
        assert {found for _, found, _ in opened.lines()} == drawn


def test_time_filter_hides_events_outside_it(visit):
    opened = visit()
    opened.page.select_option("#from", "2031-05-06")
    assert "event-spill1" not in opened.visible()
    assert "event-meet01" in opened.visible()
    opened.page.select_option("#from", "2031-04")
    assert "event-spill1" in opened.visible()


def test_source_filter_hides_what_only_that_article_mentions(visit, graph, parsed, tmp_path):
    second = parsed(
        'id:article-2 a nif:Context ; nif:isString "Ilse Varn sang." ; schema:publisher "The Echo" .'
        "id:Ilse_Varn kg:mentionedIn id:m1 . id:song a sem:Event ; rdfs:label 'song' ; kg:mentionedIn id:m2 ."
        "id:m1 a kg:Mention ; nif:beginIndex 0 ; nif:endIndex 9 ; nif:referenceContext id:article-2 ."
        "id:m2 a kg:Mention ; nif:beginIndex 10 ; nif:endIndex 14 ; nif:referenceContext id:article-2 ."
    )
    opened = visit(path=draw(graph("harbour") + second).save(tmp_path / "two.html"))
    assert opened.page.locator("h1").inner_text() == "2 articles"
    echo = opened.page.locator("[data-filter=article] label:has-text('The Echo') input")
    echo.uncheck()
    assert "song" not in opened.visible()
    assert "Ilse_Varn" in opened.visible()
    echo.check()
    opened.choose("song")
    opened.page.click("#tab-article")
    opened.page.select_option("#article select", label="Ilse Varn sang.")
    assert opened.page.locator("#article mark").all_inner_texts() == ["sang"]


def test_reset_shows_everything_again(visit):
    opened = visit()
    everything = opened.visible()
    opened.page.uncheck("[data-filter=type] input >> nth=0")
    assert opened.visible() != everything
    opened.page.click("#filters [type=reset]")
    until(opened.page, "count => kgPage.visible().length === count", arg=len(everything))


def test_tables_follow_the_legend(visit):
    page = visit().page
    page.click("#tab-claims")
    before = page.locator("#claims-table tbody tr:visible").count()
    page.uncheck("[data-filter=status] input[value=disputed]")
    rest = page.locator("#claims-table tbody tr:visible")
    assert 0 < rest.count() < before
    assert "disputed" not in "".join(rest.all_inner_texts())
