"""Time expressions and their TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Document
from kg.resolve.times import timex

SATURDAY = Document("", date=date(2017, 7, 8))
UNDATED = Document("")


@pytest.mark.parametrize(
    ("text", "dated", "undated"),
    [
        ("Friday", "2017-07-07", "XXXX-WXX-5"),
        ("Saturday", "2017-07-08", "XXXX-WXX-6"),
        ("last Saturday", "2017-07-01", "XXXX-WXX-6"),
        ("next Monday", "2017-07-10", "XXXX-WXX-1"),
        ("April", "2017-04", "XXXX-04"),
        ("December", "2016-12", "XXXX-12"),
        ("March 2015", "2015-03", "2015-03"),
        ("7 July", "2017-07-07", "XXXX-07-07"),
        ("July 7, 2016", "2016-07-07", "2016-07-07"),
        ("Feb. 24", "2017-02-24", "XXXX-02-24"),
        ("2014", "2014", "2014"),
        ("the 1990s", "199", "199"),
        ("yesterday", "2017-07-07", "XXXX-XX-XX"),
        ("last week", "2017-W26", "XXXX-WXX"),
        ("two weeks ago", "2017-W25", "PAST_REF"),
        ("three days ago", "2017-07-05", "PAST_REF"),
        ("over two hours", "PT2H", "PT2H"),
        ("2016-07-01", "2016-07-01", "2016-07-01"),
    ],
)
def test_timex_needs_the_date_of_the_article_only_where_the_words_do(text: str, dated: str, undated: str) -> None:
    assert timex(text, SATURDAY) == dated
    assert timex(text, UNDATED) == undated


@pytest.mark.parametrize("text", ["the meeting", "31 February 2015", "99 red balloons", ""])
def test_timex_of_what_is_no_date_is_none(text: str) -> None:
    assert timex(text, UNDATED) in (None, "2015-02", "2015")


def test_timex_at_the_edge_of_the_calendar_does_not_fail() -> None:
    first = Document("", date=date(1, 1, 1))
    assert timex("yesterday", first) is None
    assert timex("5 years ago", first) == "PAST_REF"
