"""The ledger: who said what so far, as those see it who add what is meant without being said."""

from __future__ import annotations

from typing import Protocol

from spacy.tokens import Token

from kg.extract.position import Content, Position
from kg.extract.propositions import Node, Propositions
from kg.model import Certainty, Mode, Polarity
from kg.syntax.saying import Saying


class Ledger(Protocol):
    """Who said what so far."""

    positions: list[Position]
    propositions: Propositions
    sides: dict[int, tuple[Mode, Polarity, Certainty]]
    made: dict[int, list[int]]
    clauses: dict[int, list[tuple[Token, Content]]]

    def claimant(self, saying: Saying) -> int | None:
        """The cluster of the source."""

    def put_forward(self, saying: Saying) -> bool:
        """Whether a report is put forward as having been made."""

    def take(self, saying: Saying, polarity: Polarity, certainty: Certainty, node: Node, rule: str) -> None:
        """Note one more position that a saying reports."""

    def take_back(self, saying: Saying, node: Node) -> None:
        """Note that a saying is not of a content that it has from another one."""
