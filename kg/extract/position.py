"""A position in the making: what somebody holds of one content, with every place where the text reports it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract.propositions import Node
from kg.model import Certainty, Mode, Polarity, Span

_T = TypeVar("_T")
_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)

Content = tuple[Node | None, Polarity, Certainty]
"""A proposition or claim with the side that is taken on it; without a node only the side is known."""


@dataclass(slots=True)
class Position:
    """A claim in the making, with all places where it is reported: spans in the order in which they are met."""

    claimant: int | None
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    content: Node | None
    about: tuple[int, ...]
    rule: str
    kinds: list[str] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    addressees: list[int] = field(default_factory=list)
    against: list[int] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    sources: dict[Span, None] = field(default_factory=dict)
    cue_spans: dict[Span, None] = field(default_factory=dict)
    contents: dict[Span, None] = field(default_factory=dict)
    article_voice: bool = False
    presented: bool = False
    dropped: bool = False
    """Whether it turned out to be none."""

    @property
    def taken(self) -> bool:
        """Whether it puts a content forward, in the name of somebody who is known."""
        return self.mode is Mode.STATED and self.content is not None and self.claimant is not None


def extend(into: list[_T], values: list[_T]) -> None:
    """Add the values that a list does not have yet."""
    into += [v for v in values if v not in into]


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less certain of two."""
    return max(one, other, key=_ORDER.index)


def turned(polarity: Polarity, by: Polarity) -> Polarity:
    """A side, or the other one where the words that take it up deny."""
    return polarity.opposite if by is Polarity.NEGATIVE else polarity


def taken_up(contents: Iterable[Content], by: Polarity) -> list[Content]:
    """Contents with the side that words take which say yes or no to them."""
    return [(node, turned(side, by), certainty) for node, side, certainty in contents]
