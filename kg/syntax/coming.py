"""What is still to come: "will meet on Friday", "is due to open in May", "they visit Porto on Saturday".

English has no future tense; a day that is named without a year lies ahead where the verb has a modal, is an infinitive
of something meant, or stands in the simple present outside of headlines (Quirk et al. 1985, 4.41-4.47).
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from kg.syntax.tree import Tree

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow tonight".split())
_DONE = frozenset("be have get force compel manage fail help see hear know seem appear say find".split())
"""Verbs whose infinitive may well lie behind: "was forced to resign on Monday"."""
_MODALS = frozenset("will wo 'll ’ll shall would may might can could must should".split())
_DEEPEST = 12


def is_coming(tree: Tree, time: Token) -> bool:
    """Whether the clause of a time expression tells of what is to come."""
    for at in islice(tree.ancestors(time), _DEEPEST):
        if at.pos_ not in ("VERB", "AUX"):
            continue
        words = [k for k in tree.kids(at) if k.dep_ in ("aux", "auxpass")]
        if any(k.lower_ in _MODALS for k in words):
            return not any(k.lemma_ == "have" for k in words)  # "may have died on Monday"
        if any(k.tag_ == "TO" for k in words):
            if at.head.i != at.i and at.dep_ in ("xcomp", "acl", "ccomp", "advcl") and at.head.lemma_ not in _DONE:
                return at.dep_ != "advcl"
            continue
        if at.tag_ in ("VB", "VBG") and not words:
            continue
        return is_scheduled(tree, at, time)
    return False


def is_scheduled(tree: Tree, verb: Token, time: Token) -> bool:
    """ "They visit Porto *on Saturday*", "is visiting Porto tomorrow": a plan, told in the present."""
    if tree.headline(verb) or not any(t.lower_ in _DAYS or t.lower_ == "next" for t in (time, *tree.kids(time))):
        return False
    words = [k for k in tree.kids(verb) if k.dep_ in ("aux", "auxpass")]
    if not words:
        return verb.tag_ in ("VBZ", "VBP")
    return words[0].tag_ in ("VBZ", "VBP") and words[0].lemma_ == "be" and verb.tag_ == "VBG"
