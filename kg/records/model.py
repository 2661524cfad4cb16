"""The records: frozen, in the words of the ontology, things by their IRIs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Some words of an article, ``[begin, end)`` in code points, and what they are to the thing that cites them.

    `part` is source, cue, content or trigger, or empty; `kind` is named, nominal or pronoun where the words mention
    an entity, and `rules` say how they were found to mention it.
    """

    article: str
    begin: int
    end: int
    text: str
    part: str = ""
    kind: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article; `text` is empty where the graph was written without."""

    iri: str
    title: str
    publisher: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that articles speak of; `classes` are those that are sharper than its `type`."""

    iri: str
    label: str
    type: str
    classes: tuple[str, ...]
    names: tuple[str, ...]
    unnamed: bool
    same_as: tuple[str, ...]
    mentions: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What the article itself says (a `kg:Assertion`): subject, predicate and object, asserted or negated."""

    iri: str
    subject: str
    predicate: str
    object: str
    polarity: str
    inferred: bool
    confidence: float
    rules: tuple[str, ...]
    tables: tuple[str, ...]
    events: tuple[str, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """Something that can be true or false, and is claimed, not stated."""

    iri: str
    label: str
    subject: str | None
    predicate: str | None
    object: str | None
    roles: tuple[tuple[str, str], ...]
    modality: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A position that somebody takes; without a claimant, the text names nobody.

    `kinds` are the classes of claims by their local names ("Accusation"); `against` are those accused or blamed.
    `content` is a proposition or another claim; `parents` are the claims that this one is told in. `presented` is
    false where nobody is reported to hold it.
    """

    iri: str
    claimant: str | None
    mode: str
    polarity: str
    certainty: str
    kinds: tuple[str, ...]
    content: str | None
    about: tuple[str, ...]
    addressees: tuple[str, ...]
    against: tuple[str, ...]
    reporters: tuple[str, ...]
    parents: tuple[str, ...]
    contradicts: tuple[str, ...]
    presented: bool
    cues: tuple[str, ...]
    quotations: tuple[str, ...]
    confidence: float
    rules: tuple[str, ...]
    tables: tuple[str, ...]
    words: tuple[Words, ...]
