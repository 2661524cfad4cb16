"""Visits: who was never at a place, against who was there ("has never set foot in Oslo", "spent four days there")."""

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

_WHERE = ("at", "in", "inside", "near", "on")
_GOING = frozenset("go come travel return fly drive get".split())
_SEEING = frozenset("visit tour attend enter inspect".split())
"""Verbs whose object is where somebody was."""
_STAYING = frozenset("be stay spend sleep live work wait remain stand arrive land".split())
"""Verbs that say where somebody was."""
_TIMES = frozenset(("DATE", "TIME"))
_NOBODY = frozenset(("nobody", "none", "no-one", "one"))


def visits(units: Sequence[Unit], found: Resolution, replies: Replies) -> Iterator[Reply]:
    """Pairs of a visit and its denial by somebody else, in either order.

    Only those within reach of each other are compared, so the work stays linear in the text.
    """
    read = ((u, u.frame) for u in units if u.frame is not None and _went(u.frame) and replies.speaks(u))
    frames = dict(read)
    order = InOrder(frames)
    for denial in order.units:
        none = frames[denial]
        places = _places(none) if denial.polarity is Polarity.NEGATIVE and _denies(none) else ()
        if not places:
            continue
        for visit in order.around(denial, REACH, REACH):
            one = frames[visit]
            if visit.polarity is not Polarity.POSITIVE or visit.claimant == denial.claimant:
                continue
            there = _there(one) and visit.head.i > denial.head.i
            if there or any(replies.match(t, visit) is not None for t in places):
                if replies.when(denial, visit) and _who(none, one, visit, found, replies):
                    yield Reply(visit, denial, "a reply: who was there")


def _went(frame: Frame) -> bool:
    """Whether a clause says where somebody was or went, as a fact."""
    if frame.modal is not None or frame.acomp is not None or frame.complements:
        return False
    if frame.lemma == "be" and frame.objects:
        return False
    known = frame.lemma in _GOING or frame.lemma in _SEEING or frame.lemma in _STAYING
    return known or _set_foot(frame)


def _denies(frame: Frame) -> bool:
    """Whether its denial says that somebody was not there at all: "never worked there" does not."""
    return frame.lemma in _GOING or frame.lemma in _SEEING or frame.lemma == "be" or _set_foot(frame)


def _set_foot(frame: Frame) -> bool:
    return frame.lemma == "set" and any(t.lower_ == "foot" for t in frame.objects)


def _places(frame: Frame) -> tuple[Token, ...]:
    """Where it was: "set foot in *Oslo*", "visited *the mill*"."""
    held = frame.logical_objects if frame.lemma in _SEEING else frame.to("to", *_WHERE)
    return tuple(t for t in held if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in _TIMES)


def _there(frame: Frame) -> bool:
    """ "Spent four days there": the place that was spoken of last."""
    return any(a.lower_ == "there" for a in frame.adverbs)


def _who(none: Frame, one: Frame, visit: Unit, found: Resolution, replies: Replies) -> bool:
    """Whether those who were not there are those who were; "nobody" is whoever says that they were."""
    theirs = found.roots(one.logical_subjects)
    if any(t.lower_ in _NOBODY for t in none.logical_subjects):
        return visit.claimant in theirs
    if theirs & found.roots(none.logical_subjects):
        return True
    return any(replies.match(t, visit) in one.logical_subjects for t in none.logical_subjects)
