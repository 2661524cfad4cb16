"""Wordings: places where a proposition is put into words, and what can be told from two of them side by side."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.predications import Predication
from kg.model import Modality, Timex
from kg.syntax.frames import Frame

_BREATH = 30
"""Tokens within which somebody says one thing of two sides."""
_GENERIC = frozenset(
    "be have do get put go make take say come use see want let keep show call find become know tell give hold".split()
)
"""Verbs that say too little without an event class of their own: both arguments must be the same."""

_DUE = frozenset(("should", "must", "ought"))


@dataclass(frozen=True, slots=True)
class Wording:
    """One place where a proposition is put into words: predicate family, argument heads and clusters, and the speaker.

    `turned` says that the words are those of the family's opposite ("unsafe" of "safe"), `denied` that the speaker
    holds what they say to be false.
    """

    made: Predication
    family: str
    turned: bool
    subject: Token | None
    object: Token | None
    subject_root: int | None
    object_root: int | None
    modality: Modality | None
    time: Timex | None
    speaker: int | None
    denied: bool


def is_due(frame: Frame | None) -> bool:
    """ "They should get a hearing" is not what "there will be none" denies."""
    return frame is not None and frame.modal is not None and frame.modal.lower_ in _DUE


def is_generic(wording: Wording) -> bool:
    """Whether a predicate says too little by itself: "made", "is a plan"."""
    frame = wording.made.frame
    if wording.made.cls is not None or frame is None or frame.acomp is not None:
        return False
    return frame.lemma in _GENERIC and (frame.lemma != "be" or bool(frame.objects))


def in_one_breath(one: Wording, other: Wording) -> bool:
    """ "I do not need a candidate from here. I need one who will not lie": a contrast, not a change of mind."""
    near = abs(one.made.head.i - other.made.head.i) <= _BREATH
    return near and one.speaker is not None and one.speaker == other.speaker and one.denied != other.denied


def dates_meet(one: Wording, other: Wording) -> bool:
    """Whether the dates under prepositions agree: "was paid for May" is not "was paid for June"."""
    mine, theirs = (
        {
            t.lower_
            for o in (w.made.frame.obliques if w.made.frame is not None else ())
            for t in o.heads
            if t.ent_type_ == "DATE" and t.pos_ in ("PROPN", "NUM")
        }
        for w in (one, other)
    )
    return not mine or not theirs or bool(mine & theirs)


def crossed(one: Wording, other: Wording) -> bool:
    """ "She met the envoy", "the envoy met him": who meets whom is all one."""
    mine, theirs = (one.subject_root, one.object_root), (other.subject_root, other.object_root)
    straight = mine[0] == theirs[0] or mine[1] == theirs[1]
    return not straight and (mine[0] == theirs[1] is not None or mine[1] == theirs[0] is not None)


def is_party(one: Wording, other: Wording) -> bool:
    """Who denies a bare "theft" is the thief of the charge, and who confirms "the sacking" was sacked or has sacked."""
    return (
        one.subject is None
        and one.object is None
        and one.made.head.pos_ == "NOUN"
        and one.speaker is not None
        and one.speaker in (other.subject_root, other.object_root)
    )


def same_verb(one: Wording, other: Wording) -> bool:
    """Whether two wordings without an event class of their own share their verb; adjectives have their family."""
    a, b = one.made.frame, other.made.frame
    return a is None or b is None or a.lemma == b.lemma or a.acomp is not None or "rel:" in one.family


def same_time_to_come(one: Wording, other: Wording) -> bool:
    """Whether both or neither are still to come, or due; "would" is what "will" becomes when reported."""
    if is_due(one.made.frame) != is_due(other.made.frame):
        return False
    return (one.modality is None) == (other.modality is None)
