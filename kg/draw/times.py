"""Times and durations as a reader reads them."""

from __future__ import annotations

import re

from rdflib import Literal
from rdflib.namespace import TIME
from rdflib.term import Node

from kg.draw.articles import Articles
from kg.draw.index import Index
from kg.draw.parts import When
from kg.draw.terms import Labels, name, ordered
from kg.names import KG

_MONTHS = "January February March April May June July August September October November December".split()
_CALENDAR = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(T\d\d(?::\d\d){0,2})?)?)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_DATES = (TIME.inXSDDateTime, TIME.inXSDDate, TIME.inXSDgYearMonth, TIME.inXSDgYear, KG.timex)


def when(graph: Index, node: Node, labels: Labels, articles: Articles) -> When:
    """The time that `node` describes: a calendar date where there is one, else the words of the text."""
    if isinstance(node, Literal):
        return written(str(node))
    for prop in _DATES:
        for value in ordered(graph.objects(node, prop)):
            if (time := written(str(value))).key:
                return time
    for mark in articles.marks(node):
        text = articles.all[mark.article].text
        return When(f"“{name(mark.words or text[mark.begin : mark.end])}”", "")
    return When(labels.given(node) or labels[graph.value(node, KG.timex) or node], "")


def written(text: str) -> When:
    """A calendar value in words, with the key that sorts it.

    >>> written("2017-07-07"), written("XXXX-WXX-5")
    (When(label='7 July 2017', key='2017-07-07'), When(label='XXXX-WXX-5', key=''))
    """
    match = _CALENDAR.fullmatch(text)
    if not match:
        return When(name(text), "")
    year, month, day, clock = match.groups()
    if month and not 1 <= int(month) <= 12:
        return When(name(text), "")
    parts = [day and str(int(day)), month and _MONTHS[int(month) - 1], year.removeprefix("0"), clock and clock[1:6]]
    return When(" ".join(filter(None, parts)), "-".join(filter(None, (year, month, day))) + (clock or ""))


def duration(text: str) -> str:
    """An ISO 8601 duration in words, or the text as it is.

    >>> duration("PT2H"), duration("P1DT30M"), duration("a while")
    ('2 hours', '1 day 30 minutes', 'a while')
    """
    match = _DURATION.fullmatch(text)
    if not match or not any(match.groups()):
        return name(text)
    amounts = [(int(amount), unit) for amount, unit in zip(match.groups(), _UNITS, strict=True) if amount]
    return " ".join(f"{amount} {unit}{'' if amount == 1 else 's'}" for amount, unit in amounts)
