"""What a page shows, in frozen types: no RDF from here on but IRIs as strings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.draw.articles import Article, Mark
from kg.draw.claims import Status


class Lane(StrEnum):
    """Where a node stands in the columns."""

    WHO = "who"
    CLAIM = "claim"
    EVENT = "event"
    TOPIC = "topic"
    PLACE = "place"
    ALSO = "also"


class Kind(StrEnum):
    """What a line means; where two things are linked in several ways the first of these is drawn."""

    DISPUTES = "disputes"
    AFFIRMS = "affirms"
    CONTRADICTS = "contradicts"
    OTHER = "other"
    REPORTS = "reports"
    PART = "part"
    PLACE = "place"
    NEGATED = "negated"
    LINK = "link"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Type:
    """A type of node as the legend has it; `tone` names its colour and `glyph` its sign."""

    id: str
    label: str
    tone: str
    glyph: str


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One line of the details: a term and its value, which may be another node or an address on the web."""

    term: str
    value: str
    node: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time as a reader reads it; `key` sorts, and is empty where the text gives no date."""

    label: str
    key: str


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the picture: an entity, an event, or a box with something that is claimed.

    `language` is the tag of the label's language, where the graph gives one.
    """

    iri: str
    key: str
    label: str
    type: str
    lane: Lane
    status: Status | None = None
    names: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    marks: tuple[Mark, ...] = ()
    when: When | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is said about two nodes. `forward` runs from the link's source to its target, None both ways."""

    kind: Kind
    label: str
    words: str
    forward: bool | None = True
    facts: tuple[Fact, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """The line between two nodes and everything that is said along it."""

    source: str
    target: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a table: a name, and a node to go to if they have one."""

    label: str
    node: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A row of the claims table."""

    node: str
    claimant: Person
    kind: Kind
    verb: str
    words: str
    status: Status | None
    certainty: str
    reported_by: tuple[Person, ...]
    quotations: tuple[str, ...]
    disputed_by: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row of the timeline: an event, or a claim about a time (then with its status)."""

    node: str
    when: When | None
    label: str
    who: tuple[Person, ...]
    where: tuple[Person, ...]
    status: Status | None = None


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """What somebody makes of a claim, as one article tells it."""

    kind: Kind
    who: str
    node: str
    verb: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """A claim that several articles tell of, with the number of each and the positions it tells."""

    node: str
    label: str
    cells: tuple[tuple[int, tuple[Position, ...]], ...]
    agreed: bool
    opposed: bool


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a page shows of a graph."""

    articles: tuple[Article, ...]
    types: tuple[Type, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    claims: tuple[ClaimRow, ...]
    timeline: tuple[TimeRow, ...]
    sides: tuple[SideRow, ...] = ()
