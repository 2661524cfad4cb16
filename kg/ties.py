"""How things belong together without a verb: the rows of ``relations.tsv``, ``ties.tsv`` and ``seats.tsv``."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from kg.tables import Line

LINKS = "bracket comma including modifier name possessive at for from in of on since to with".split()
"""How the other name stands to the phrase: in brackets after it, in it, before it, one of it, under a preposition."""


@dataclass(frozen=True, slots=True)
class RelationNoun:
    """A noun that says what its bearer is to another: "coach" of a club. `others` are the classes this may be of.

    `bearers` are the classes that the bearer may be of; both are empty where anything goes.
    """

    words: str
    property: str
    bearers: frozenset[str]
    others: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Tie:
    """What two names stand in where no noun says it: "the Norrsund bank" is based in Norrsund.

    `link` is how the other name stands to the phrase; `property` holds from the phrase to it.
    """

    link: str
    subject: str
    object: str
    property: str
    confidence: float
    source: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A region, institution, company, party, paper or club, and the country that it lies in or belongs to."""

    name: str
    country: str
    kind: str
    source: str


@dataclass(frozen=True)
class Ties:
    """The three tables, looked up by word, by link with both classes, and by name."""

    nouns: Mapping[str, tuple[RelationNoun, ...]]
    rows: Mapping[tuple[str, str, str], Tie]
    seats: Mapping[str, tuple[Seat, ...]]

    def noun(self, words: str, bearer: str, other: str) -> RelationNoun | None:
        """The row of a noun (in lower case, the singular) whose classes fit the two."""
        for row in self.nouns.get(words, ()):
            if (not row.bearers or bearer in row.bearers) and (not row.others or other in row.others):
                return row
        return None

    def tie(self, link: str, subject: str, object: str) -> Tie | None:
        """The row of a link between names of two classes."""
        return self.rows.get((link, subject, object))

    def seat(self, name: str, countries: Container[str]) -> Seat | None:
        """The gazetteer's row of a name in one of some countries; none where several of them have one of that name.

        >>> from kg.lexicon import lexicon
        >>> [seat.country for seat in [lexicon().ties.seat("the Bundestag", ["Germany", "France"])] if seat]
        ['Germany']
        """
        rows = self.seats.get(name) or self.seats.get(name.removeprefix("the ").removeprefix("The "), ())
        fits = [row for row in rows if row.country in countries]
        return fits[0] if len(fits) == 1 else None


def _classes(line: Line, column: int, name: str) -> frozenset[str]:
    found = frozenset(line.cells[column].split("|")) if line.cells[column] else frozenset()
    if odd := found - _SORTS:
        raise line.error(f"{name} has {', '.join(sorted(odd))}; use {', '.join(sorted(_SORTS))}")
    return found


_SORTS = frozenset("Person Group Organization Place City Country Product CreativeWork Event Concept".split())
_KINDS = ("region", "body", "party", "media", "company", "club", "nature")


def relation_noun_row(line: Line) -> RelationNoun:
    """Read a row of `relations.tsv`."""
    words, property_, _, _, source = line.cells
    return RelationNoun(words, property_, _classes(line, 2, "bearer"), _classes(line, 3, "of"), source)


def tie_row(line: Line) -> Tie:
    """Read a row of `ties.tsv`."""
    _, subject, object_, property_, confidence, source = line.cells
    line.one_of(1, "subject", _SORTS)
    line.one_of(2, "object", _SORTS)
    try:
        sure = float(confidence)
    except ValueError as error:
        raise line.error(f"confidence is {confidence!r}; use a number from 0 to 1") from error
    return Tie(line.one_of(0, "link", LINKS), subject, object_, property_, sure, source)


def seat_row(line: Line) -> Seat:
    """Read a row of `seats.tsv`."""
    name, country, _, source = line.cells
    return Seat(name, country, line.one_of(2, "kind", _KINDS), source)
