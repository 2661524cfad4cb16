"""What an evaluation finds: figures, a curve, and the commonest mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
"""One line of a gold file or of a layer, as JSON; its shape has been checked when it gets here."""

_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    p: float
    r: float
    f1: float

    @classmethod
    def of(cls, hits: float, predicted: float, gold: float, *, recalled: float | None = None) -> Score:
        """The score of counts; `recalled` are the hits for recall where they differ. Nothing out of nothing is 0.

        >>> Score.of(2, predicted=4, gold=2)
        Score(p=0.5, r=1.0, f1=0.6666666666666666)
        """
        p = hits / predicted if predicted else 0.0
        r = (hits if recalled is None else recalled) / gold if gold else 0.0
        return cls(p, r, 2 * p * r / (p + r) if p + r else 0.0)


Figure = Score | float | None
"""A score, a rate or a count; None where nothing could be measured."""


@dataclass(frozen=True, slots=True)
class Point:
    """The score of the predictions whose confidence is at least `threshold`, and how many they are."""

    threshold: float
    score: Score
    predicted: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that went wrong: `group` is missed or wrong something, `kind` says more, `example` shows it."""

    group: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class MistakeKind:
    """How often a kind of mistake was made, with the first few of them."""

    group: str
    kind: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one benchmark says. `headline` is the figure that goals are stated in; `parts` are figures beside it."""

    task: str
    headline: float
    score: Score
    parts: Mapping[str, Figure] = field(default_factory=dict)
    curve: tuple[Point, ...] = ()
    mistakes: tuple[MistakeKind, ...] = ()

    @property
    def p(self) -> float:
        """Precision."""
        return self.score.p

    @property
    def r(self) -> float:
        """Recall."""
        return self.score.r

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return self.score.f1


def mistake_kinds(found: Iterable[Mistake], examples: int) -> tuple[MistakeKind, ...]:
    """The mistakes by group in the order of their first one, then the commonest kind first.

    >>> once, twice = Mistake("missed", "direct", "a"), Mistake("missed", "indirect", "b")
    >>> [(k.kind, k.count, k.examples) for k in mistake_kinds([once, twice, twice], examples=1)]
    [('indirect', 2, ('b',)), ('direct', 1, ('a',))]
    """
    groups: dict[str, dict[str, list[str]]] = {}
    for mistake in found:
        groups.setdefault(mistake.group, {}).setdefault(mistake.kind, []).append(mistake.example)
    return tuple(
        MistakeKind(group, kind, len(shown), tuple(dict.fromkeys(shown))[:examples])
        for group, kinds in groups.items()
        for kind, shown in sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def excerpt(text: str, width: int = _WIDTH) -> str:
    r"""The text on one line, its middle left out where it is longer than `width` characters.

    >>> excerpt("the harbour\nis closed until further notice", width=21)
    'the harbour … notice'
    """
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    front, back = line[: (width - 3) * 2 // 3].rstrip(), line[-((width - 3) // 3) :].lstrip()
    return f"{front} … {back}"
