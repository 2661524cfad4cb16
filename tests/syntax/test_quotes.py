"""Quotations by their marks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Span, Zone, ZoneKind
from kg.syntax.quotes import Quote, quotes


def document(text: str) -> Document:
    zones = tuple(Zone(Span(m.start(), m.end()), ZoneKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text))
    return Document(text, zones=zones)


def quoted(text: str) -> list[str]:
    found = document(text)
    return [found[q.span] for q in quotes(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" and left.', ['"yes"']),
        ("She said “yes” and left.", ["“yes”"]),
        ('He called it a "mistake", a "folly".', ['"mistake"', '"folly"']),
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ('He said " we will go " today .', ['" we will go "']),
        ("``We won,'' she said.", ["``We won,''"]),
        ("“We won,“ she said. “They lost,” he said.", ["“We won,“", "“They lost,”"]),
        ("The 6' 2\" man left.", []),
        ("‘The well is dry,’ she said. ‘It can’t be filled.’", ["‘The well is dry,’", "‘It can’t be filled.’"]),
        ("He was ‘in the pay’ of the mill.", ["‘in the pay’"]),
        ("'It can't be,' said the boys' cook.", ["'It can't be,'"]),
        ("Berg 'lied to council'", ["'lied to council'"]),
        ("Catch 'em in the workers' and fishers' harbour, 'til noon.", []),
        ("The pupils’ club left in the '90s.", []),
        ("“They cried ‘stop,’ twice,” he said.", ["“They cried ‘stop,’ twice,”"]),
    ],
)
def test_quotes_pairs_marks_of_every_form(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_quotes_one_that_never_closes_ends_with_its_paragraph() -> None:
    assert quoted('He said "we will go.\nShe said "no".') == ['"we will go.', '"no"']


def test_quotes_that_goes_on_in_the_next_paragraph_says_so() -> None:
    found = quotes(document('He said: "We tried.\n"We failed," he added.'))
    assert [(q.closed, q.goes_on) for q in found] == [(False, True), (True, False)]


def test_quotes_a_closing_mark_too_many_stretches_the_quotation_before_it() -> None:
    assert quoted('"It did not meddle" in the vote."') == ['"It did not meddle" in the vote."']
    assert quoted('"It did not." Then he left."') == ['"It did not."']


def test_quotes_inner_marks_stay_inside_the_outer() -> None:
    assert quoted('"He said "no" to me," she said.') == ['"He said "no" to me,"']


def test_quotes_leaves_out_what_is_boilerplate() -> None:
    text = 'Read "more" here.'
    found = Document(text, zones=(Zone(Span(0, len(text)), ZoneKind.BOILERPLATE),))
    assert quotes(found) == ()


@given(st.text(alphabet='ab ."“”\n,', max_size=200))
def test_quotes_are_disjoint_ordered_and_inside_a_paragraph(text: str) -> None:
    found = document(text)
    spans = [q.span for q in quotes(found)]
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert all(any(z.span.covers(s) for z in found.zones) for s in spans)


def test_quotes_of_ten_thousand_marks_are_found() -> None:
    found = quotes(document('"a b" ' * 5000))
    assert len(found) == 5000
    assert isinstance(found[0], Quote)
