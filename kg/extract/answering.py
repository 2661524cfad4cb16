"""Whether a report can be an answer at all, so that what somebody said before is read into it.

An answer has somebody who gives it, as a fact: "felt free to contradict him", "must recognise it" and "if she denies
it" answer nothing. Its clause says nothing else: "who she is" and "what he will do" have their content in the
question word, "they would be wrong" is a guess, "true for every survey" is about something of its own.
"""

from __future__ import annotations

from kg.extract.wordings import is_due
from kg.model import Mode
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_POLAR = frozenset(("whether", "if"))
_QUESTION_TAGS = frozenset(("WP", "WRB", "WDT", "WP$"))
_CALLED_FOR = frozenset("must should ought might may".split())
_PROMPT = frozenset(("quick", "swift", "prompt"))
_SURE = frozenset(("can", "ca", "could", "did", "do", "does"))
_TURNING_DOWN = frozenset(
    "reject dismiss rebuff brush_aside brush_off shrug_off wave_off push_back disagree differ disavow distance".split()
)
"""Denials that are given to wishes and proposals as well as to claims."""
WISHES = frozenset((Mode.DEMANDED, Mode.HOPED))
_APART = frozenset(("according", "during"))
GROUNDS = frozenset("truth basis evidence fact foundation ground merit record substance support".split())
"""What a claim has if it is true: "there is no truth in that", "it is unsupported by evidence"."""
_TO_COME = frozenset("should must ought will shall can may".split())
_PERFECT = frozenset(("have", "has", "had"))


def is_given(saying: Saying) -> bool:
    """Whether a report is put as a fact: not "free to contradict him", "must recognise it"."""
    frame = saying.frame
    if frame is None:
        return True
    verb = frame.predicate
    if any(a.lower_ in _CALLED_FOR for a in frame.auxiliaries):
        return False
    held = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ"
    return not held or verb.head.lower_ in _PROMPT


def in_words(saying: Saying) -> bool:
    """Whether an admission is made in words: one may recognise a thing without saying it."""
    return saying.row is None or saying.row.kind != "Admission" or "quote" in saying.row.frames


def asks_for_a_thing(tree: Tree, saying: Saying) -> bool:
    """ "Showed who he is", "knows how to do it": the question word stands for what the clause says."""
    if not saying.pattern.endswith("wh"):
        return False
    first = next((tree.tokens[i] for i in sorted(saying.content) if tree.tokens[i].is_alpha), None)
    return first is not None and first.tag_ in _QUESTION_TAGS and first.lower_ not in _POLAR


def is_verdict(frame: Frame) -> bool:
    """Whether a clause judges what was said and no more: not "would be wrong", "true for every survey".

    When it was said to be false is no part of what is: "said that was wrong *during a hearing last week*".
    """
    beside = (o for o in frame.obliques if o.prep not in _APART)
    return all(
        h.ent_type_ in ("DATE", "TIME") or (o.prep == "by" and h.lemma_ in GROUNDS) for o in beside for h in o.heads
    ) and all(a.lower_ in _SURE for a in frame.auxiliaries if a.tag_ == "MD")


def is_elided(tree: Tree, frame: Frame) -> bool:
    """Whether a clause has left its verb out: a subject of its own, and nothing behind "be" or "can do it"."""
    kids = {k.dep_ for k in tree.kids(frame.predicate)}
    if "expl" in kids:  # "there was one before we left"
        return True
    done = frame.lemma == "do" and bool(frame.objects) and frame.modal is not None
    return frame.subject_by == "own" and "prep" not in kids and not done


def one_tense(frame: Frame, before: Frame | None) -> bool:
    """ "Said he had (not)" repeats what has been or was; nobody says it of what is: "faces two years"."""
    if is_due(before) and not is_due(frame):
        return False  # "There should be one. They said there was none."
    if before is not None and before.tense == "past" and frame.predicate.lower_ in _TO_COME:
        return False  # "I was told so. She thinks I should."
    perfect = any(a.lower_ in _PERFECT for a in (*frame.auxiliaries, frame.predicate)) and not frame.modal
    return not (
        perfect
        and before is not None
        and before.tense in ("present", "future")
        and before.lemma != "have"
        and not any(a.lower_ in _PERFECT for a in before.auxiliaries)
    )


def turns_down(saying: Saying) -> bool:
    """Whether a denial may be of a wish or an offer: "rejected the idea"."""
    return saying.row is not None and saying.row.lemma in _TURNING_DOWN


def is_wish(saying: Saying) -> bool:
    """Whether a report is of what somebody wants done: one says no to it without saying that it is not so."""
    return saying.row is not None and saying.row.mode in WISHES
