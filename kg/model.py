"""The types that travel between the rooms: frozen, without spaCy and without RDF.

Everything points into ``Document.text`` by half-open spans of Unicode code points, and that text is
never edited. Ids (``e1``, ``v2``, ``p3``, ``c4``) are local to one :class:`Extraction` and numbered in
the order of the text; `kg.names` turns them into IRIs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Ref = str
"""The id of an entity, event, proposition or claim of the same extraction."""


class Kind(StrEnum):
    """How a mention names its entity."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class ZoneKind(StrEnum):
    """What a stretch of an article is. Only paragraphs and headlines are read for content."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    BOILERPLATE = "boilerplate"


class Polarity(StrEnum):
    """Which way a claimant holds their content (FactBank's polarity, Saurí and Pustejovsky 2009)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNDERSPECIFIED = "underspecified"

    @property
    def opposite(self) -> Polarity:
        """Positive for negative and back; underspecified stays."""
        return {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}.get(self, self)


class Certainty(StrEnum):
    """How sure the claimant is said to be (FactBank's certainty)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Mode(StrEnum):
    """What the claimant does with the content; only a stated content is put forward as true."""

    STATED = "stated"
    ASKED = "asked"
    DEMANDED = "demanded"
    HOPED = "hoped"
    JUDGED = "judged"


class Modality(StrEnum):
    """A proposition that is not about what is or was."""

    FUTURE = "future"
    CONDITIONAL = "conditional"


SOMEBODY = frozenset(("Person", "Group", "Organization"))
"""Types of those who are somebody: they act, and are on no day."""
ACTORS = SOMEBODY | {"Country"}
"""Types of those who say things and are told them."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code-point offsets into the text of one document."""

    begin: int
    end: int

    def __len__(self) -> int:
        return self.end - self.begin

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True, order=True)
class Zone:
    """A stretch of the article and what it is."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read: its text, untouched, and what is known about it."""

    text: str
    id: str | None = None
    title: str | None = None
    date: date | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    tokens: tuple[str, ...] | None = None
    zones: tuple[Zone, ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.text[span.begin : span.end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a statement, the rule that read them, and how far to trust it (0 to 1).

    `table` names the gazetteer or lexicon that added something the words alone do not say.
    """

    spans: tuple[Span, ...]
    rule: str
    confidence: float = 1.0
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity. `rule` says what joined them to it."""

    span: Span
    kind: Kind
    type: str
    entity: Ref
    rule: str


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is its TIMEX3 value; one that could not be resolved keeps its X's."""

    value: str
    span: Span

    @property
    def resolved(self) -> bool:
        """Whether the value is a calendar date (a day, a month or a year)."""
        return self.value[:1].isdigit() and "X" not in self.value and "W" not in self.value


@dataclass(frozen=True, slots=True)
class Role:
    """An office or function that an entity holds: "Russian Foreign Minister" is title and of."""

    title: str
    of: Ref | None
    evidence: Evidence
    former: bool = False
    time: Timex | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is on the day of the article, in years."""

    years: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the world that the article talks about.

    `type` is the local name of its class (Person, Organization, Country, City, Place, Product,
    CreativeWork, Group, Concept, Event). `label` is the fullest name, or a description where the text
    has no name; `names` are the other names. `unnamed` is a person or group that is quoted without a name.
    """

    id: Ref
    label: str
    type: str
    named: bool
    names: tuple[str, ...] = ()
    unnamed: bool = False
    members: tuple[Ref, ...] = ()
    affiliation: Ref | None = None
    same_as: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    ages: tuple[Age, ...] = ()


def people(things: Iterable[Entity]) -> frozenset[Ref]:
    """Those of the entities that are persons."""
    return frozenset(thing.id for thing in things if thing.type == "Person")


def affiliated(role: Role, persons: Collection[Ref]) -> bool:
    """Whether an office makes its holder one of what it is of: not a former one, nor somebody's ("Berg's adviser")."""
    return bool(role.of) and not role.former and role.of not in persons


@dataclass(frozen=True, slots=True)
class Triple:
    """An open triple in the sentence's own tokens (the `triples` layer); it stays outside the graph."""

    subject: str
    relation: str
    objects: tuple[str, ...]
    negated: bool
    certainty: Certainty
    confidence: float
    implicit: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """A binary statement. `predicate` is a CURIE: ``kg:met``, ``schema:spouse`` or an open ``rel:pose_for``.

    Only an asserted, positive relation becomes a plain triple of the graph; `inferred` marks what a
    gazetteer or the ontology added.
    """

    subject: Ref
    predicate: str
    object: Ref
    evidence: Evidence
    polarity: Polarity = Polarity.POSITIVE
    asserted: bool = True
    inferred: bool = False
    event: Ref | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or is said, planned or denied to have (`asserted` tells which).

    `roles` are (role, participant) pairs, the role being a local name of the ontology: agent, patient,
    recipient, topic, instrument. `id` is that of the entity where a noun names the event ("the meeting").
    `plover` is None where PLOVER has no class, or codes what this is the content of (a threat to strike); of what
    somebody says that they will do, it is the code of saying so.
    """

    id: Ref
    cls: str
    label: str
    trigger: Span
    evidence: Evidence
    plover: str | None = None
    roles: tuple[tuple[str, Ref], ...] = ()
    places: tuple[Ref, ...] = ()
    time: Timex | None = None
    duration: Timex | None = None
    occasion: Ref | None = None
    polarity: Polarity = Polarity.POSITIVE
    asserted: bool = True


@dataclass(frozen=True, slots=True)
class Proposition:
    """Something that can be true or false, described and not asserted, with positive polarity.

    `rules` say why its places in the text are one proposition, where the words differ; `entails` are propositions that
    are true if this one is, so that whoever denies one of them denies this.
    """

    id: Ref
    label: str
    predicate: str
    subject: Ref | None
    object: Ref | None = None
    roles: tuple[tuple[str, Ref], ...] = ()
    time: Timex | None = None
    modality: Modality | None = None
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()
    entails: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where the text says who says what: a source, a cue and a content, as spans.

    `parent` is the index of the attribution whose content holds this one; `firm`: the words name somebody who reports,
    or use a form that reports without ("it was said that …").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    claimant: Ref | None
    addressees: tuple[Ref, ...]
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    evidence: Evidence
    parent: int | None = None
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """A position that somebody takes in this article: never a fact about the world.

    `content` is a proposition or another claim; without one there is an `about` or a `quotation`.
    `parents` are the claims that report this one; `article_voice` says that some words report it in the
    article's own voice. `presented` is false where every way to it runs through a claim that is denied,
    asked, demanded, hoped or judged, so that nobody is reported to have taken this position (who apologises for a
    thing, or is glad of it, presupposes it). `kinds` are classes of claims ("Accusation", local names of the
    ontology); `against` are those accused, blamed or criticised.
    """

    id: Ref
    claimant: Ref | None
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    evidence: Evidence
    content: Ref | None = None
    about: tuple[Ref, ...] = ()
    addressees: tuple[Ref, ...] = ()
    cues: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    parents: tuple[Ref, ...] = ()
    reporters: tuple[Ref, ...] = ()
    article_voice: bool = True
    presented: bool = True
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    content_spans: tuple[Span, ...] = ()
    kinds: tuple[str, ...] = ()
    against: tuple[Ref, ...] = ()

    @property
    def parties(self) -> tuple[Ref | None, ...]:
        """Whoever and whatever the claim points to beside its content."""
        return (self.claimant, *self.about, *self.addressees, *self.reporters, *self.against)


@dataclass(frozen=True, slots=True)
class Provenance:
    """The configuration that made an extraction: program, model and lexicons, each with its checksum."""

    version: str
    model: str
    model_version: str
    model_checksum: str
    lexicon_checksum: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read out of one document.

    `times` are all its time expressions, `passing` the mentions of what got no node. The graph has the times of events
    and propositions only, and none of the latter, so that two extractions are equal whatever theirs are.
    """

    document: Document
    provenance: Provenance
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    triples: tuple[Triple, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    claims: tuple[Claim, ...] = ()
    times: tuple[Timex, ...] = field(default=(), compare=False)
    passing: tuple[Mention, ...] = field(default=(), compare=False)
