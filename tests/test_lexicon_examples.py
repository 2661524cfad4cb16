"""Every row of the lexicon of events can be the one that is read.

`tests/data/lexicon/examples.tsv` has a short sentence for each row that the development texts do not need: put together
from the row and a subject and an object that suit its class, they show that parser and lexicon meet there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.coverage import Tally
from kg.annotate import annotated, pipeline
from kg.lexicon import EventRow, Lexicon, lexicon
from kg.model import Document

EXAMPLES = Path(__file__).parent / "data" / "lexicon" / "examples.tsv"


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon()


Filling = dict[str, tuple[str, str]]
"""A lemma and a class for each slot."""


def fillings(row: EventRow) -> Iterator[Filling]:
    """Ways to meet just what a row requires: each word and each class that it names, in turn."""
    choices = {need.slot: (sorted(need.lemmas) or ["wug"], sorted(need.types) or [""]) for need in row.requires}
    for n in range(max((len(each) for pair in choices.values() for each in pair), default=1)):
        yield {slot: (words[n % len(words)], kinds[n % len(kinds)]) for slot, (words, kinds) in choices.items()}


def first(rows: tuple[EventRow, ...], filling: Filling) -> EventRow | None:
    """The row that is read."""
    return next((r for r in rows if r.fits(lambda slot: [filling[slot]] if slot in filling else [])), None)


def test_no_row_is_hidden_by_those_before_it(words: Lexicon) -> None:
    hidden = [
        row
        for rows in words.event_rows.values()
        for row in rows
        if row not in [first(rows, filling) for filling in fillings(row)]
    ]
    assert hidden == []


@pytest.mark.model
def test_each_example_is_read_by_its_row(words: Lexicon) -> None:
    lines = [line.split("\t") for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    tally = Tally(words)
    for document, doc in annotated([Document(line[-1]) for line in lines], pipeline(None)):
        tally.add(document, doc)
    fired = {_name(row) for row in tally.fired}
    missing = [line for line in lines if tuple(line[:-1]) not in fired]
    assert len(missing) <= 0.03 * len(lines), missing[:20]


def _name(row: object) -> tuple[str, ...]:
    """A row as the table of examples names it."""
    if isinstance(row, EventRow):
        needs = ",".join(
            need.slot
            + ("=" + min(need.lemmas) if need.lemmas else ":" + "|".join(sorted(need.types)) if need.types else "")
            for need in row.requires
        )
        return ("events", row.lemma, row.pos, row.cls or "", needs)
    return ("participation", row.lemma, row.slot, row.who, "")  # type: ignore[attr-defined]
