"""What words mean, as the tables in `ontology/lexicon/` say it: the look-ups that code uses.

Lemmas are spaCy's, in lower case, with a particle after an underscore ("point_out"); the columns are told in
`ontology/README.md`, the types of rows in `kg.rows`, `kg.naming`,
`kg.families` and `kg.ties`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg.errors import LexiconError
from kg.families import Family, Verdict, act_row, derivation_row, family_row, verdict_row
from kg.model import Certainty, Modality, Polarity
from kg.naming import (
    City,
    Country,
    FirstName,
    Group,
    Metonym,
    Noun,
    Title,
    city_row,
    country_row,
    feature_row,
    first_name_row,
    group_row,
    metonym_row,
    noun_row,
    title_row,
    weight_row,
)
from kg.resources import ontology_dir
from kg.rows import (
    MODALITIES,
    Embedding,
    EventRow,
    Modal,
    Participation,
    Reporting,
    Requirement,
    Subordinator,
    cast_row,
    embedding_row,
    event_row,
    modal_row,
    participation_row,
    reporting_row,
    subordinator_row,
)
from kg.tables import Line, lines
from kg.ties import Ties, relation_noun_row, seat_row, tie_row

__all__ = [
    "City",
    "Country",
    "Embedding",
    "EventRow",
    "Family",
    "FirstName",
    "Group",
    "Lexicon",
    "Metonym",
    "Modal",
    "Noun",
    "Participation",
    "Reporting",
    "Requirement",
    "Subordinator",
    "Title",
    "Verdict",
    "lexicon",
]


@dataclass(frozen=True)
class Lexicon:
    """All tables, looked up by word. What is not there gives nothing, never an error."""

    checksum: str
    reporting_rows: Mapping[tuple[str, str], tuple[Reporting, ...]]
    event_rows: Mapping[tuple[str, str], tuple[EventRow, ...]]
    participation_rows: Mapping[str, tuple[Participation, ...]]
    embeddings: Mapping[tuple[str, str, str], Embedding]
    modals: Mapping[str, Modal]
    subordinators: Mapping[str, Subordinator]
    titles: Mapping[str, Title]
    title_ends: frozenset[str]
    """The last words of all titles: where none stands, no title ends."""
    nouns: Mapping[str, Noun]
    countries: Mapping[str, Country]
    capitals: Mapping[str, Country]
    cities: Mapping[str, City]
    first_names: Mapping[str, FirstName]
    pronoun_weights: Mapping[str, Mapping[str, float]]
    clash_weights: Mapping[str, float]
    reading_weights: Mapping[str, float]
    metonyms: Mapping[str, Metonym]
    groups: Mapping[str, Group]
    families: Mapping[tuple[str, str], Family]
    verdicts: Mapping[tuple[str, str], Verdict]
    casts: frozenset[tuple[str, str]]
    """Class and role that only those who can act play: "arrested a thief", but "arrested the decline"."""
    derivations: Mapping[tuple[str, str], str]
    act_rows: Mapping[tuple[str, str], tuple[str, ...]]
    ties: Ties

    def reporting(self, lemma: str, pos: str) -> tuple[Reporting, ...]:
        """The rows of a cue: verb, noun, adjective or adverb."""
        return self.reporting_rows.get((lemma, pos), ())

    def events(self, lemma: str, pos: str) -> tuple[EventRow, ...]:
        """The rows of a verb or noun, the most demanding first."""
        return self.event_rows.get((lemma, pos), ())

    def participation(self, lemma: str) -> tuple[Participation, ...]:
        """How a verb stands to an event noun."""
        return self.participation_rows.get(lemma, ())

    def implies(self, lemma: str, pos: str, frame: str, *, negated: bool) -> str:
        """What a word says of the clause it takes: true, false or unknown.

        >>> [lexicon().implies("fail", "verb", "to", negated=negated) for negated in (False, True)]
        ['false', 'true']
        """
        row = self.embeddings.get((lemma, pos, frame))
        return "unknown" if row is None else row.negative if negated else row.positive

    def imagines(self, noun: str, *, told: str) -> bool:
        """Whether what is told in this tense of such a thing is not of this world: of a novel, in the present.

        >>> [lexicon().imagines(noun, told="past") for noun in ("scenario", "novel", "report")]
        [True, False, False]
        """
        frames = ("in", "in_present") if told == "present" else ("in",)
        return any((noun, "noun", frame) in self.embeddings for frame in frames)

    def modal_asserts(self, word: str) -> bool:
        """Whether a clause with this auxiliary still says that something is so."""
        row = self.modals.get(word)
        return row is None or row.asserted

    def necessary(self, word: str) -> bool:
        """Whether a modal says what has to be ("must")."""
        row = self.modals.get(word)
        return row is not None and row.modality == "necessary"

    def modality(self, word: str) -> tuple[Modality | None, Certainty]:
        """The modality of a proposition under this auxiliary; what must or should be is still to come."""
        row = self.modals.get(word)
        if row is None:
            return None, Certainty.CERTAIN
        return MODALITIES[row.modality], row.certainty

    def subordinator(self, word: str) -> str:
        """Whether the clause that a conjunction opens is presupposed: yes, no or unknown."""
        row = self.subordinators.get(word)
        return "unknown" if row is None else row.asserted

    def title(self, words: str) -> Title | None:
        """The title that some words are, in lower case, the head in the singular."""
        return self.titles.get(words)

    def steers(self, lemma: str) -> bool:
        """Whether the object of a verb does what its infinitive says: "forced them to leave"."""
        return (lemma, "verb", "obj_to") in self.embeddings

    def noun(self, lemma: str) -> Noun | None:
        """The row of a common noun."""
        return self.nouns.get(lemma)

    def group(self, lemma: str) -> Group | None:
        """The row of a noun that in the plural may stand for several things of the text."""
        return self.groups.get(lemma)

    def family(self, lemma: str, pos: str) -> Family | None:
        """The family of a verb or adjective that no property covers.

        >>> [(row.family, row.opposite) for row in [lexicon().family("unsafe", "adjective")] if row]
        [('safe', True)]
        """
        return self.families.get((lemma, pos))

    def derived_from(self, lemma: str, pos: str) -> str | None:
        """The verb or adjective that a word is made from ("clearance": clear)."""
        return self.derivations.get((lemma, pos))

    def somebody(self, lemma: str) -> bool:
        """Whether a noun is a title, or is said of people."""
        row = self.noun(lemma)
        return self.title(lemma) is not None or (row is not None and row.type == "Person")

    def acts(self, lemma: str, pos: str) -> tuple[str, ...]:
        """The acts that a word tells, from whatever side: who "receives" a thing is "given" it.

        >>> sorted({*lexicon().acts("receive", "verb")} & {*lexicon().acts("send", "verb")})
        ['give']
        """
        return self.act_rows.get((lemma, pos), ())

    def verdict(self, lemma: str, pos: str) -> Polarity | None:
        """Whether a word calls a claim true (positive) or false (negative)."""
        row = self.verdicts.get((lemma, pos))
        return None if row is None else row.polarity

    def country(self, name: str) -> Country | None:
        """The country that a name, a demonym adjective or the word for its people belongs to, as it is written.

        >>> [c.name for c in map(lexicon().country, ["the UK", "Dutch", "Spaniards", "us"]) if c]
        ['United Kingdom', 'Netherlands', 'Spain']
        """
        return self.countries.get(name) or self.countries.get(name.removeprefix("the ").removeprefix("The "))

    def capital(self, name: str) -> Country | None:
        """The country whose seat of government a name is."""
        return self.capitals.get(name)

    def city(self, name: str) -> City | None:
        """The large city of that name, the largest where there are several."""
        return self.cities.get(name)

    def first_name(self, name: str) -> FirstName | None:
        """The given name that a word is, whatever its accents.

        >>> [n.gender for n in map(lexicon().first_name, ["Zoë", "Ivan", "Robin", "Table"]) if n]
        ['f', 'm', '']
        """
        return self.first_names.get(_plain(name))

    def metonym(self, name: str) -> Metonym | None:
        """The institution that a name stands for ("the Kremlin")."""
        return self.metonyms.get(name) or self.metonyms.get(name.removeprefix("the ").removeprefix("The "))


def lexicon(folder: Path | None = None) -> Lexicon:
    """The tables in a folder, by default the ontology's own; read once.

    Raises:
        LexiconError: a table is missing, or a row makes no sense.
    """
    return _lexicon(folder or ontology_dir() / "lexicon")


Row = TypeVar("Row")
Key = TypeVar("Key")


def _by(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, tuple[Row, ...]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return {k: tuple(v) for k, v in found.items()}


def _one(path: Path, rows: Iterable[Row], keys: Callable[[Row], Iterable[Key]]) -> dict[Key, Row]:
    found: dict[Key, Row] = {}
    for row in rows:
        for key in keys(row):
            if found.setdefault(key, row) is not row:
                raise LexiconError(f"{path}: {key!r} stands in two rows; keep one of them")
    return found


@cache
def _lexicon(folder: Path) -> Lexicon:
    def table(name: str, row: Callable[[Line], Row], columns: str) -> tuple[Path, list[Row]]:
        path = folder / f"{name}.tsv"
        return path, [row(line) for line in lines(path, columns.split())]

    def weights(name: str) -> dict[str, float]:
        rows = _one(*table(name, weight_row, "feature weight source"), lambda r: [r.feature])
        return {feature: row.weight for feature, row in rows.items()}

    reporting = table("reporting", reporting_row, "lemma pos frames mode polarity certainty implies kind source")
    participation = table("participation", participation_row, "lemma slot who asserted source")
    embeddings = table("factuality", embedding_row, "lemma pos frame positive negative certainty source")
    nouns = table("relations", relation_noun_row, "noun property bearer of source")
    ties = table("ties", tie_row, "link subject object property confidence source")
    seats = table("seats", seat_row, "name country kind source")
    titles = table("titles", title_row, "title kind gender rank label source")
    pronouns = table("pronouns", feature_row, "feature subject object possessive source")[1]
    countries = table("countries", country_row, "name iso2 aliases adjectives people capital wikidata source")
    acts = _by(table("acts", act_row, "lemma pos act source")[1], lambda r: (r[0], r[1]))
    return Lexicon(
        checksum=_checksum(folder),
        reporting_rows=_by(reporting[1], lambda r: (r.lemma, r.pos)),
        event_rows=_by(_event_rows(folder / "events.tsv"), lambda r: (r.lemma, r.pos)),
        participation_rows=_by(participation[1], lambda r: r.lemma),
        embeddings=_one(*embeddings, lambda r: [(r.lemma, r.pos, r.frame)]),
        modals=_one(*table("modals", modal_row, "lemma modality asserted certainty source"), lambda r: [r.lemma]),
        subordinators=_one(
            *table("subordinators", subordinator_row, "lemma relation asserted source"), lambda r: [r.lemma]
        ),
        titles=_one(*titles, lambda r: [r.title]),
        title_ends=frozenset(re.split("[ -]", r.title)[-1] for r in titles[1]),
        nouns=_one(*table("nouns", noun_row, "lemma type gender note source"), lambda r: [r.lemma]),
        countries=_one(*countries, lambda c: {c.name, *c.aliases, *c.adjectives, *c.people}),
        capitals=_one(*countries, lambda c: c.capitals),
        cities=_one(*table("cities", city_row, "name country population geonames source"), lambda r: [r.name]),
        first_names=_one(*table("first_names", first_name_row, "name gender source"), lambda r: [r.name]),
        pronoun_weights={
            "subject": {r.feature: r.subject for r in pronouns},
            "object": {r.feature: r.object for r in pronouns},
            "possessive": {r.feature: r.possessive for r in pronouns},
        },
        clash_weights=weights("clashes"),
        reading_weights=weights("rereading"),
        metonyms=_one(*table("metonyms", metonym_row, "name of kind label source"), lambda r: [r.name]),
        groups=_one(*table("groups", group_row, "lemma member rank source"), lambda r: [r.lemma]),
        families=_one(*table("families", family_row, "lemma pos family opposite source"), lambda r: [(r.lemma, r.pos)]),
        derivations={
            (lemma, pos): base for lemma, pos, base in table("derivations", derivation_row, "lemma pos from source")[1]
        },
        act_rows={word: tuple(act for _, _, act in rows) for word, rows in acts.items()},
        verdicts=_one(*table("truth", verdict_row, "lemma pos polarity source"), lambda r: [(r.lemma, r.pos)]),
        casts=frozenset(table("casts", cast_row, "class role source")[1]),
        ties=Ties(
            _by(nouns[1], lambda r: r.words),
            _one(*ties, lambda r: [(r.link, r.subject, r.object)]),
            _by(seats[1], lambda r: r.name),
        ),
    )


def _event_rows(path: Path) -> Iterator[EventRow]:
    """The rows of `events.tsv`, each of which must have a chance to be the first that fits."""
    open_: set[tuple[str, str]] = set()
    asked: set[tuple[str, str, tuple[Requirement, ...]]] = set()
    for line in lines(path, "lemma pos class property relates args requires source".split()):
        row = event_row(line)
        word = (row.lemma, row.pos)
        if (*word, row.requires) in asked:
            raise line.error(f"an earlier row of {row.lemma!r} requires the same; keep one of them")
        if word in open_:
            raise line.error(f"an earlier row of {row.lemma!r} requires nothing, so this one never fits; put it first")
        asked.add((*word, row.requires))
        if not row.requires:
            open_.add(word)
        yield row


def _plain(name: str) -> str:
    """A name in lower case without its accents."""
    word = name.lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _checksum(folder: Path) -> str:
    """SHA-256 of the names and contents of all tables, and of the networks."""
    digest = hashlib.sha256()
    for path in sorted((*folder.glob("*.tsv"), *folder.glob("*.npz"))):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()
