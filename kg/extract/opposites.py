"""Opposites that stand in a preposition: "voted for the tax", "voted against it"; "with a helmet", "without one"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.replies import Replies, Reply
from kg.extract.units import InOrder, Unit
from kg.model import Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame

REACH = 60
"""Tokens between the two."""
_PAIRS = (("for", "against"), ("with", "without"), ("inside", "outside"), ("before", "after"), ("above", "below"))
_OPPOSITE = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}


def opposites(units: Sequence[Unit], found: Resolution, replies: Replies) -> Iterator[Reply]:
    """Pairs of one act of one person, with the same thing under opposite prepositions."""
    sided = InOrder(u for u in units if u.polarity is Polarity.POSITIVE and _sides(u) and replies.speaks(u))
    for later, earlier in sided.pairs(REACH):
        one, other = later.frame, earlier.frame
        if one is None or other is None or one.lemma != other.lemma or later.claimant == earlier.claimant:
            continue
        if replies.when(later, earlier) and _meet(later, earlier, replies) and _one_doer(one, other, found):
            yield Reply(earlier, later, "a reply: the opposite preposition")


def _sides(unit: Unit) -> list[tuple[str, Token]]:
    """The things under prepositions that have an opposite."""
    frame = unit.frame
    return [(o.prep, h) for o in frame.obliques if o.prep in _OPPOSITE for h in o.heads] if frame is not None else []


def _meet(later: Unit, earlier: Unit, replies: Replies) -> bool:
    theirs = _sides(earlier)
    return any(
        prep == _OPPOSITE[p] and replies.match(h, earlier) is not None and h.lemma_ == t.lemma_
        for p, h in _sides(later)
        for prep, t in theirs
    )


def _one_doer(one: Frame, other: Frame, found: Resolution) -> bool:
    return not found.roots(one.logical_subjects).isdisjoint(found.roots(other.logical_subjects))
