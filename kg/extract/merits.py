"""Merits: what a claim is said to have or to lack, by which it is as good as called true or false.

"There is no truth in that", "the claim has no basis", "is unsupported by evidence", "does not hold up".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.answering import GROUNDS, is_verdict
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

Side = tuple[Token | None, Polarity]
"""The word for a claim, None for whatever was claimed last, and the side that is taken on it."""


def merit(tree: Tree, frame: Frame, lexicon: Lexicon) -> Side | None:
    """What a clause says of the grounds of a claim, if it does."""
    found = _without(frame) or _grounds(tree, frame, lexicon) or _far(tree, frame) or _stands(tree, frame, lexicon)
    if found is None or not frame.negated:
        return found
    return found[0], found[1].opposite


def _without(frame: Frame) -> Side | None:
    """ "The claim is *without foundation*"."""
    held = frame.to("without")
    if frame.lemma != "be" or len(frame.subjects) != 1 or not any(h.lemma_.lower() in GROUNDS for h in held):
        return None
    return frame.subjects[0], Polarity.NEGATIVE


def _grounds(tree: Tree, frame: Frame, lexicon: Lexicon) -> Side | None:
    """ "There is no *truth* in *that*", "*the claim* has no *basis*", "no *evidence* to support *it*"."""
    if len(frame.objects) != 1 or frame.lemma not in ("be", "have"):
        return None
    ground = frame.objects[0]
    if ground.lemma_.lower() not in GROUNDS:
        return None
    kids = tree.kids(ground)
    about = [t for k in kids if k.dep_ == "prep" for t in tree.kids(k)]
    shown = [k for k in kids if k.dep_ in ("acl", "relcl") and lexicon.verdict(k.lemma_.lower(), "claim") is not None]
    about += [t for k in shown for t in tree.kids(k) if t.dep_ == "dobj"]
    about += [h for o in frame.obliques for h in o.heads]
    about += frame.subjects if frame.lemma == "have" else ()
    return (about[0], Polarity.POSITIVE) if about else None


def _far(tree: Tree, frame: Frame) -> Side | None:
    """ "*Nothing* could be further *from the truth*", "*that* is far *from the truth*"."""
    far = frame.acomp if frame.acomp is not None else next((a for a in frame.adverbs if a.lemma_ == "far"), None)
    if frame.lemma != "be" or far is None or far.lower_ not in ("far", "further", "farther") or not frame.subjects:
        return None
    if not any(h.lower_ in ("truth", "reality") for h in (*tree.under(far, ("from",)), *frame.to("from"))):
        return None
    subject = frame.subjects[0]
    if far.lower_ == "far":
        return subject, Polarity.NEGATIVE
    most = frame.modal is not None and frame.negated  # "could not be further from the truth", the clause being negated
    about = None if subject.lower_ == "nothing" else subject
    return (about, Polarity.POSITIVE) if most else None


def _stands(tree: Tree, frame: Frame, lexicon: Lexicon) -> Side | None:
    """ "The claim did not *hold up*", "that is not *borne out*", "the charge *lacks credibility*"."""
    if frame.modal is not None or not is_verdict(frame) or frame.complements:
        return None
    about = frame.logical_objects if frame.passive else frame.subjects
    if len(about) != 1 or not (about[0].pos_ == "NOUN" or about[0].lower_ in ("that", "this")):
        return None
    objects = () if frame.passive else frame.objects
    if len(objects) > 1 or (frame.passive and any(t.lemma_.lower() not in GROUNDS for t in frame.agents)):
        return None
    name = "_".join((frame.lemma, *(t.lemma_.lower() for t in objects)))
    side = lexicon.verdict(name, "claim")
    return (about[0], side) if side is not None else None
