"""What a negation in a report comes to: who did not think that it was so denies it, who did not say so does not."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.lexicon import Reporting
from kg.model import Polarity
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

BELIEFS = frozenset(("Belief", "Hope", "Expectation", "Intention", "Desire", "Prediction", "Opinion", "Judgement"))
"""Kinds of reports whose own "not" belongs to what is believed."""
_FELT = frozenset("accept like love enjoy admire relish respect appreciate".split())
"""Verbs of what is felt or held, whether or not it is said: "never liked it" is as good as "disliked it"."""
_MERELY = frozenset(("just", "only", "merely", "simply"))


def under_negation(row: Reporting | None, polarity: Polarity) -> Polarity:
    """ "did not think that p" denies p (neg-raising); "did not say that p" takes none; "did not doubt" holds p.

    "never liked it" dislikes it.
    """
    if row is not None and row.kind == "Doubt":
        return polarity
    felt = row is not None and (row.kind in BELIEFS or row.lemma in _FELT)
    believed = felt and row is not None and row.polarity is not Polarity.UNDERSPECIFIED
    return polarity.opposite if believed else Polarity.UNDERSPECIFIED


def doubted(tree: Tree, frame: Frame | None, by_cue: Mapping[int, Saying]) -> Saying | None:
    """The doubt in "there is no doubt that p", "I have no doubt that p", which is about p."""
    there = frame is not None and frame.lemma == "be" and tree.kid(frame.predicate, "expl") is not None
    if frame is None or not (there or (frame.lemma == "have" and frame.negated)):
        return None
    inner = (s for t in frame.objects if (s := by_cue.get(t.i)) is not None and s.heads)
    return next((s for s in inner if s.row is not None and s.row.kind == "Doubt"), None)


def says_no(tree: Tree, saying: Saying, head: Token, frame: Frame | None) -> bool:
    """Whether the words of a content deny its predicate, or its noun."""
    if frame is None:
        return _has_no(tree, saying, head)
    return frame.negated and not _only(tree, frame) and not _utmost(tree, frame)


def _has_no(tree: Tree, saying: Saying, noun: Token) -> bool:
    """ "found no fault", "showed no delay, loss": the word before the first of several nouns is for all of them."""
    first = tree.tokens[min(saying.content)] if saying.content and noun is not saying.heads[0] else None
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return (first is not None and first.lower_ == "no") or any(k.lower_ == "no" for k in tree.kids(noun))


def _utmost(tree: Tree, frame: Frame) -> bool:
    """ "They *couldn't* be *more* wrong", "*could not* be *happier*": wrong and happy is what they are."""
    said = (*((frame.acomp,) if frame.acomp is not None else ()), *frame.adverbs)
    more = any(t.lower_ == "more" or t.tag_ == "JJR" or any(k.lower_ == "more" for k in tree.kids(t)) for t in said)
    return (
        more
        and frame.modal is not None
        and frame.modal.lower_ == "could"
        and tree.kid(frame.predicate, "neg") is not None
    )


def _only(tree: Tree, frame: Frame) -> bool:
    """ "It is not just a comedy": what is denied is that it is nothing else; "it is simply not so" denies it all."""
    places = (frame.predicate, *frame.objects, *((frame.acomp,) if frame.acomp is not None else ()))
    kids = [k for t in places for k in tree.kids(t)]
    first = min((k.i for k in kids if k.dep_ == "neg"), default=frame.predicate.i)
    return any(k.lower_ in _MERELY and k.i > max(first, frame.predicate.i) for k in kids)
