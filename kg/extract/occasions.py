"""Occasions: whether somebody spoke twice, at two times, so that the two reports may be of a changed position.

Who goes on speaking seldom contradicts themselves, whatever the words: only who admits at one time what they denied at
another is held against themselves ("in June she had told the council that …; yesterday she conceded that …").
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.stances import Stance

_BEFORE = frozenset("earlier previously initially originally once before first ago then last past".split())
_HAD = frozenset(("had", "'d", "’d"))
_TIMES = frozenset(("DATE", "TIME"))
_ADMITTING = frozenset(("Admission", "Assent"))


@dataclass(frozen=True, slots=True)
class _Occasion:
    """When a report was made, in the words around its cue, and whether that was before the rest."""

    before: bool
    times: frozenset[str]


def changed(denial: Stance, claim: Stance) -> bool:
    """Whether of two reports of one claimant one admits something, and they were made at two times."""
    if denial.kind not in _ADMITTING and claim.kind not in _ADMITTING:
        return False
    one, other = _occasion(denial), _occasion(claim)
    return one.before != other.before or bool(one.times and other.times and not one.times & other.times)


def _occasion(stance: Stance) -> _Occasion:
    """The words around the cue that tell of an occasion; its content tells of others."""
    saying = stance.saying
    frame = saying.frame
    if frame is None:
        return _Occasion(False, frozenset())
    held = [h for o in frame.obliques for h in o.heads]
    beside = [t for t in (*frame.times, *frame.adverbs, *held) if t.i not in saying.content]
    words = [w for t in beside for w in t.subtree if w.i not in saying.content]
    times = frozenset(w.lower_ for w in words if w.ent_type_ in _TIMES or w.lower_ in _BEFORE)
    had = any(t.lower_ in _HAD for t in frame.auxiliaries)
    return _Occasion(had or not times.isdisjoint(_BEFORE), times)
