"""A part of the picture: the way between two things, one speaker's claims, and the address that keeps it all."""

from __future__ import annotations

import pytest

from kg.draw import draw
from tests.draw.waiting import until

pytestmark = pytest.mark.browser

ORDER = "prop-27ac947265"
CHAIN = (
    "".join(f"id:t{n} kg:knows id:t{n + 1} ." for n in range(5)) + "id:t0 kg:near id:t4 . id:lone rdfs:label 'Lone' ."
)
LABELS = "".join(f"id:t{n} rdfs:label 'Thing {n}' ." for n in range(6))


@pytest.fixture
def chain(visit, parsed, tmp_path):
    return visit(path=draw(parsed(CHAIN + LABELS)).save(tmp_path / "chain.html"))


def ask_way(opened, start, name):
    opened.choose(start)
    opened.page.fill("#details .way input", name)
    opened.page.press("#details .way input", "Enter")


def test_way_is_the_shortest_and_tells_its_lines(chain):
    ask_way(chain, "t0", "thing 5")
    assert chain.visible() == {"t0", "t4", "t5"}
    steps = [" ".join(step.split()) for step in chain.page.locator("#details .trail li").all_inner_texts()]
    assert steps == ["Thing 0 near Thing 4 why? Thing 4", "Thing 4 knows Thing 5 why? Thing 5"]


def test_way_that_does_not_exist_leaves_the_picture(chain):
    everything = chain.visible()
    ask_way(chain, "t0", "Lone")
    assert "No way leads" in chain.page.locator("#details").inner_text()
    assert chain.visible() == everything
    ask_way(chain, "t0", "nobody of this name")
    assert chain.page.locator("#live").inner_text() == "Nothing else has this name."


def test_way_never_runs_through_those_whom_nobody_names(visit, parsed, tmp_path):
    claims = "".join(
        f"id:c{n} a kg:Claim ; kg:claimant kg:Unattributed ; kg:content id:p{n} ; kg:mode kg:Stated ; "
        f"kg:polarity kg:Positive . id:p{n} a kg:Proposition ; rdfs:label 'claim {n}' ."
        for n in (1, 2)
    )
    opened = visit(path=draw(parsed(claims)).save(tmp_path / "nobody.html"))
    ask_way(opened, "p1", "claim 2")
    assert "No way leads" in opened.page.locator("#details").inner_text()


def test_one_speaker_leaves_their_claims_and_who_else_speaks_of_them(visit):
    opened = visit()
    everything = opened.visible()
    opened.page.select_option("#by", "Ilse_Varn")
    left = opened.visible()
    assert {ORDER, "Ilse_Varn", "Tamsin_Oake"} <= left
    assert "Coast_Institute" in everything - left
    opened.page.click("#tab-claims")
    heads = opened.page.locator("#claims-table tbody tr:visible th").all_inner_texts()
    assert heads
    assert set(heads) == {"Ilse Varn"}


def test_address_keeps_filters_layout_and_neighbourhood(visit):
    opened = visit()
    opened.page.uncheck("[data-filter=type] input >> nth=0")
    opened.page.select_option("#by", "Ilse_Varn")
    opened.page.select_option("#from", index=1)
    opened.page.click("[data-layout=map]")
    opened.choose(ORDER)
    opened.page.click("#details .steps button:text('two steps')")
    again = visit(hash_=opened.page.evaluate("location.hash"))
    assert again.visible() == opened.visible()
    assert again.lines() == opened.lines()
    assert again.page.locator("[data-layout=map]").get_attribute("aria-pressed") == "true"
    assert again.page.locator("#by").input_value() == "Ilse_Varn"
    assert again.page.locator("#from").input_value() != ""


def test_address_keeps_the_way(visit):
    opened = visit()
    ask_way(opened, "Ilse_Varn", "Tamsin Oake")
    assert len(opened.visible()) < 6
    again = visit(hash_=opened.page.evaluate("location.hash"))
    assert again.visible() == opened.visible()


def test_filters_outlive_a_choice_and_back_undoes_it(visit):
    opened = visit()
    opened.page.uncheck("[data-filter=type] input >> nth=0")
    left = opened.visible()
    opened.choose(ORDER)
    assert opened.visible() == left
    assert "off=" in opened.page.evaluate("location.hash")
    opened.page.go_back()
    until(opened.page, "kgPage.chosen() === null")
    assert opened.visible() == left


def test_reset_undoes_filters_choice_and_neighbourhood(visit):
    opened = visit()
    everything = opened.visible()
    opened.page.select_option("#by", "Ilse_Varn")
    opened.choose(ORDER)
    opened.page.click("#details .steps button:text('one step')")
    opened.page.click("#filters [type=reset]")
    until(opened.page, "location.hash === ''")
    assert opened.visible() == everything
    assert opened.page.evaluate("kgPage.chosen()") is None


@pytest.mark.parametrize("hash_", ["#off=type.nothing,,x&from=1&by=nobody&view=__proto__&steps=9", "#way=x&steps=1"])
def test_addresses_that_ask_for_nothing_known_show_everything(visit, hash_):
    assert visit(hash_=hash_).visible() == visit().visible()


def test_narrowed_columns_close_up_without_overlaps(visit):
    opened = visit()
    opened.page.select_option("#by", "Ilse_Varn")
    assert opened.overlaps() == 0
    opened.choose(ORDER)
    opened.page.click("#details .steps button:text('one step')")
    assert opened.overlaps() == 0
    boxes = opened.page.evaluate("kgPage.boxes()")
    height = opened.page.evaluate("document.getElementById('graph').clientHeight")
    assert min(box["top"] for box in boxes) > 0
    assert max(box["bottom"] for box in boxes) < height
