"""Presented: whether a report in another one is put forward as having been made, or only denied, supposed or wished."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.position import Position
from kg.model import Mode, Polarity
from kg.syntax.saying import Saying


def presents(saying: Saying, parents: Sequence[Position], claimant: Callable[[Saying], int | None]) -> bool:
    """Whether the enclosing claim puts this one forward: states it, or presupposes it ("apologised for saying").

    `parents` are the positions of the enclosing report.
    """
    above = saying.parent
    row = above.row if above is not None else None
    if row is not None and row.mode is Mode.JUDGED and row.implies == "yes":
        return any(p.presented for p in parents)
    good = [p for p in parents if p.mode is Mode.STATED and p.presented]
    if saying.cue.pos_ == "NOUN":  # "dismissed the notion that …": nobody else is said to have it
        who = claimant(saying)
        return any(p.claimant != who or p.polarity is Polarity.POSITIVE for p in good)
    if above is not None and saying.cue not in above.heads and _states(above):
        return bool(good)  # "He contradicted her: nobody had, he said": a clause of its own beside what is denied
    return any(p.polarity is Polarity.POSITIVE for p in good)


def _states(saying: Saying) -> bool:
    """Whether a report puts forward whatever clause stands in it."""
    return not saying.negated and (saying.row is None or saying.row.polarity is Polarity.POSITIVE)
