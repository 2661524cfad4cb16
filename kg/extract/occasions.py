"""Occasions: when and to whom somebody spoke, for one person who says the opposite of what they said before.

Who goes on speaking seldom contradicts themselves; who spoke at another time, or before others, may well have done so:
"in June she had told the council that …; yesterday she said …".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.stances import FIGURES, Feature, Shared, Stance
from kg.syntax.frames import Frame

_BEFORE = frozenset("earlier previously initially originally once before first ago then last past".split())
_HAD = frozenset(("had", "'d", "’d"))
_TIMES = frozenset(("DATE", "TIME"))
_ADMITTING = frozenset(("Admission", "Assent"))


@dataclass(frozen=True, slots=True)
class _Occasion:
    """When and to whom a report was made, in the words around its cue, and whether that was before the rest."""

    before: bool
    times: frozenset[str]
    hearers: frozenset[str]


def one_person(denial: Stance, claim: Stance, both: Shared) -> Iterator[Feature]:
    """What tells that one claimant has changed position, not just gone on; nothing for two claimants."""
    if denial.claimant != claim.claimant:
        return
    yield ("one person", 1.0)
    yield ("one person: likeness", both.likeness)
    yield ("one person: shared words", min(len(both.words), 6) / 3)
    one, other = _occasion(denial), _occasion(claim)
    for name, holds in (
        ("before", one.before != other.before),
        ("both before", one.before and other.before),
        ("other times", _differ(one.times, other.times)),
        ("a time", bool(one.times) != bool(other.times)),
        ("same time", bool(one.times & other.times)),
        ("other hearers", _differ(one.hearers, other.hearers)),
        ("hearers", bool(one.hearers or other.hearers)),
        ("admits", denial.kind in _ADMITTING or claim.kind in _ADMITTING),
        ("same sentence", denial.sentence == claim.sentence),
        ("next sentence", abs(denial.sentence - claim.sentence) == 1),
        ("same paragraph", denial.zone == claim.zone),
        ("other pattern", denial.saying.pattern != claim.saying.pattern),
        ("other verb", denial.saying.cue.lemma_ != claim.saying.cue.lemma_),
    ):
        if holds:
            yield (f"one person: {name}", 1.0)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _occasion(stance: Stance) -> _Occasion:
    """The words around the cue that tell of an occasion; its content tells of others."""
    saying = stance.saying
    hearers = {t.lemma_.lower() for t in saying.addressees}
    frame: Frame | None = saying.frame
    if frame is None:
        return _Occasion(False, frozenset(), frozenset(hearers))
    held = [h for o in frame.obliques for h in o.heads if h.i not in saying.content]
    hearers.update(h.lemma_.lower() for h in held if h.ent_type_ not in FIGURES)
    beside = [t for t in (*frame.times, *frame.adverbs, *held) if t.i not in saying.content]
    words = [w for t in beside for w in t.subtree if w.i not in saying.content]
    times = frozenset(w.lower_ for w in words if w.ent_type_ in _TIMES or w.lower_ in _BEFORE)
    had = any(t.lower_ in _HAD for t in frame.auxiliaries)
    return _Occasion(had or not times.isdisjoint(_BEFORE), times, frozenset(hearers))
