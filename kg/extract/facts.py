"""A relation in the making, before anything has an id."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.propositions import Node
from kg.model import Polarity, Span


@dataclass(slots=True)
class Fact:
    """A relation in the making: clusters for entities, the trigger's token number for its event."""

    subject: int
    predicate: str
    object: Node
    polarity: Polarity
    asserted: bool
    rule: str
    confidence: float
    trigger: int | None = None
    inferred: bool = False
    table: str | None = None
    spans: list[Span] = field(default_factory=list)
