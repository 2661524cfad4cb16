"""Expand, collapse, communities and the filter by relation, in a real browser."""

from __future__ import annotations

import pytest

from kg.draw import draw
from tests.draw.waiting import until

pytestmark = pytest.mark.browser

# A star of three leaves on a chain: the leaves hang on the hub alone, the chain does not.
STAR = "".join(f"id:hub kg:knows id:leaf{n} ." for n in range(3))
CHAIN = "id:hub kg:met id:a . id:a kg:met id:b . id:b kg:knows id:c . id:c kg:near id:d ."
LEAVES = {f"leaf{n}" for n in range(3)}


@pytest.fixture(scope="module")
def star(parsed, tmp_path_factory):
    return draw(parsed(STAR + CHAIN)).save(tmp_path_factory.mktemp("star") / "star.html")


def test_collapse_folds_away_what_hangs_on_it_alone_and_unfolds(visit, star):
    opened = visit(path=star)
    everything = opened.visible()
    opened.choose("hub")
    opened.page.click("#details .growth button:text('Collapse: fold away 3')")
    assert opened.visible() == everything - LEAVES
    again = visit(path=star, hash_=opened.page.evaluate("location.hash"))
    assert again.visible() == everything - LEAVES
    opened.page.click("#details .growth button:text('Unfold 3')")
    assert opened.visible() == everything
    opened.page.focus("#graph")
    opened.page.keyboard.press("c")
    assert opened.visible() == everything - LEAVES
    opened.page.keyboard.press("e")
    assert opened.visible() == everything


def test_relation_leaves_its_lines_and_their_ends(visit, star):
    opened = visit(path=star)
    opened.page.select_option("#rel", "met")
    assert opened.visible() == {"hub", "a", "b"}
    assert {(one, two) for one, _, two in opened.lines()} == {("a", "b"), ("a", "hub")}
    assert visit(path=star, hash_=opened.page.evaluate("location.hash")).visible() == {"hub", "a", "b"}
    opened.page.click("#filters [type=reset]")
    until(opened.page, "kgPage.visible().length === 8")


def test_search_finds_relations(visit, star):
    opened = visit(path=star)
    opened.page.fill("#search", "near")
    assert "relation, 1 line" in opened.page.locator("#results").inner_text()
    opened.page.press("#search", "Enter")
    assert opened.visible() == {"c", "d"}


def test_communities_open_in_place_of_the_centre(visit, tmp_path, many):
    path = draw(many(2_100)).save(tmp_path / "communities.html")
    opened = visit(path=path)
    centre = opened.visible()
    assert len(centre) == 150
    names = opened.page.locator("#community option").all_inner_texts()
    assert len(names) > 3
    opened.page.select_option("#community", "1")
    community = opened.visible()
    assert 3 <= len(community) <= 40
    assert opened.overlaps() == 0
    assert names[2].partition(",")[0] in {f"Thing {key.removeprefix('thing_')}" for key in community}
    again = visit(path=path, hash_=opened.page.evaluate("location.hash"))
    assert again.visible() == community
    far = next(f"thing_{n}" for n in range(2_100) if f"thing_{n}" not in community)
    opened.choose(far)
    opened.page.click("#details .growth button:has-text('Expand')")
    assert len(opened.visible()) > len(community) + 1
    opened.page.click("#filters [type=reset]")
    until(opened.page, "kgPage.visible().length === 150")
    assert opened.visible() == centre
