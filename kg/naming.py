"""The rows of the lexicon for words that name (titles, nouns, places, institutions, groups), and for fitted weights.

One frozen type a table, and how each is read from its cells. A row that makes no sense raises `LexiconError` with its
file, its line and what to use instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.rows import TYPES
from kg.tables import Line, several

_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Title:
    """A title, in lower case; `rank` is leader, minister, deputy, spokesperson, member or empty."""

    title: str
    kind: str
    gender: str
    rank: str
    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun and the class of what it names; `Stop` for one that names nothing worth a node."""

    lemma: str
    type: str
    gender: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country by all its names; `capitals` are spellings of its seat of government, the usual one first."""

    name: str
    iso2: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    wikidata: str
    source: str

    def is_adjective(self, word: str) -> bool:
        """Whether a word is one of its demonym adjectives ("Dutch")."""
        return word in self.adjectives


@dataclass(frozen=True, slots=True)
class City:
    """A large city, the largest of its name, with its country (a name of `countries.tsv`) and GeoNames id."""

    name: str
    country: str
    population: int
    geonames: str
    source: str


@dataclass(frozen=True, slots=True)
class Feature:
    """What a feature of a mention is worth to a pronoun that is a subject, an object or a possessive."""

    feature: str
    subject: float
    object: float
    possessive: float
    source: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature of two reports is worth to their contradicting each other."""

    feature: str
    weight: float
    source: str


@dataclass(frozen=True, slots=True)
class FirstName:
    """A given name in lower case without accents; `gender` of nine in ten who bear it: m, f, or nothing."""

    name: str
    gender: str
    source: str


@dataclass(frozen=True, slots=True)
class Metonym:
    """A name that stands for an institution (`label`) of a country or an organisation (`of`)."""

    name: str
    of: str
    kind: str
    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """A plural description ("the two leaders"): the type of its members and the rank their titles need.

    `rank` is that of a title, ``same`` where all hold the title that the noun is, or empty.
    """

    lemma: str
    member: str
    rank: str
    source: str


_GENDERS = ("m", "f", "none")
_RANKS = ("leader", "minister", "deputy", "spokesperson", "member", "none")
_TITLE_KINDS = "office honorific military royal clergy legal business sport academic profession kinship".split()


def title_row(line: Line) -> Title:
    """Read a row of `titles.tsv`."""
    title, kind, gender, rank, label, source = line.cells
    line.one_of(1, "kind", _TITLE_KINDS)
    line.one_of(2, "gender", _GENDERS)
    line.one_of(3, "rank", _RANKS)
    return Title(title, kind, gender.replace("none", ""), rank.replace("none", ""), label, source)


def noun_row(line: Line) -> Noun:
    """Read a row of `nouns.tsv`."""
    lemma, type_, gender, note, source = line.cells
    line.one_of(1, "type", TYPES)
    line.one_of(2, "gender", _GENDERS)
    return Noun(lemma, type_, gender.replace("none", ""), note, source)


def country_row(line: Line) -> Country:
    """Read a row of `countries.tsv`."""
    name, iso2, aliases, adjectives, people, capitals, wikidata, source = line.cells
    if wikidata and not (wikidata[0] == "Q" and wikidata[1:].isdigit()):
        raise line.error(f"wikidata is {wikidata!r}; use an identifier such as Q30, or nothing")
    others, demonyms, natives, seats = (several(cell) for cell in (aliases, adjectives, people, capitals))
    return Country(name, iso2, others, demonyms, natives, seats, wikidata, source)


def city_row(line: Line) -> City:
    """Read a row of `cities.tsv`."""
    name, country, population, geonames, source = line.cells
    if not (population.isdigit() and geonames.isdigit()):
        raise line.error(f"population is {population!r} and geonames {geonames!r}; use numbers")
    return City(name, country, int(population), geonames, source)


def feature_row(line: Line) -> Feature:
    """Read a row of `pronouns.tsv`."""
    feature, *weights, source = line.cells
    try:
        subject, object_, possessive = map(float, weights)
    except ValueError as error:
        raise line.error(f"the weights are {' '.join(weights)!r}; use numbers") from error
    return Feature(feature, subject, object_, possessive, source)


def weight_row(line: Line) -> Weight:
    """Read a row of `clashes.tsv`."""
    feature, weight, source = line.cells
    if not _NUMBER.fullmatch(weight):
        raise line.error(f"the weight is {weight!r}; use a number")
    return Weight(feature, float(weight), source)


def first_name_row(line: Line) -> FirstName:
    """Read a row of `first_names.tsv`."""
    name, gender, source = line.cells
    if not (name.isascii() and name.islower()):
        raise line.error(f"name is {name!r}; write it in lower case and without accents")
    return FirstName(name, "" if line.one_of(1, "gender", ("f", "m", "none")) == "none" else gender, source)


def metonym_row(line: Line) -> Metonym:
    """Read a row of `metonyms.tsv`."""
    name, of, _, label, source = line.cells
    return Metonym(name, of, line.one_of(2, "kind", ("capital", "institution", "building", "bloc")), label, source)


def group_row(line: Line) -> Group:
    """Read a row of `groups.tsv`."""
    lemma, member, _, source = line.cells
    line.one_of(1, "member", ("Person", "Country", "City", "Organization"))
    return Group(lemma, member, line.one_of(2, "rank", ("", "same", *_RANKS)), source)
