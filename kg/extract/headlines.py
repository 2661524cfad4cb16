"""Headlines: what they say is said again below, of somebody with a name: "Plane was cleared to land, says airline"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.replies import Replies
from kg.extract.units import Unit
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree

_BELOW = 150
"""Tokens below a headline in which the text says it again."""
_AGAIN = 2
"""Words of a headline that must come again, and no fewer than half."""


def restated(units: Sequence[Unit], tree: Tree, found: Resolution, replies: Replies) -> Iterator[tuple[Unit, Unit]]:
    """What is claimed in the headline, each with the first place below that says the same of the same."""
    order = sorted(units, key=lambda u: u.head.i)
    for headline in order:
        if not tree.headline(headline.saying.cue):
            continue
        words = [t for t in headline.words if replies.heavy(t)]
        for unit in order if len(words) >= _AGAIN else ():
            if tree.headline(unit.saying.cue) or unit.polarity is not headline.polarity:
                continue
            if unit.head.i - headline.head.i > _BELOW:
                break
            again = sum(replies.match(t, unit) is not None for t in words) if _one_source(headline, unit, found) else 0
            if again >= max(_AGAIN, len(words) / 2):
                yield headline, unit
                break


def _one_source(headline: Unit, unit: Unit, found: Resolution) -> bool:
    """Whether a headline's source may be the one below: the same, of one noun, or a name for a description."""
    if headline.claimant == unit.claimant:
        return True
    one, other = headline.saying.source, unit.saying.source
    if one is None or other is None or found.named(headline.claimant):
        return False
    return one.lemma_.lower() == other.lemma_.lower() or found.named(unit.claimant)
