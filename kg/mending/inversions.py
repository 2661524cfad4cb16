"""Passives whose verb comes before its subject because a negative word opens the clause.

"At no point was a deal offered": parsers take it for "there was a deal, which was offered", and what was never done
would be read as done.
"""

from __future__ import annotations

from spacy.tokens import Token

_PARTICIPLES = frozenset(("VBN", "VBD"))
_OPENING = frozenset("never nor neither nowhere not only no seldom rarely".split())
"""Words that turn subject and verb round."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "attr"))


def whose_clause(participle: Token) -> None:
    """ "At no point *were* the firemen told": a participle under a form of "be" that only helps it."""
    if participle.tag_ not in _PARTICIPLES:
        return
    be = participle.head
    if participle.dep_ == "ccomp":
        noun = next((k for k in participle.children if k.dep_ in _SUBJECTS), None)
    else:
        noun, be = be, be.head
    if noun is None or be.lemma_ != "be" or not be.i < noun.i < participle.i or noun.dep_ not in _SUBJECTS:
        return
    if noun.left_edge.i == be.i + 1 and _opened(be, noun) and not _complete(be, noun, participle):
        _turn(be, noun, participle)


def helped(be: Token) -> None:
    """ "*Not once was* the alarm tested": what opens the clause belongs to its verb."""
    verb = be.head
    for word in list(be.children):
        word.head = verb
    if be.lemma_ == "be" and verb.tag_ == "VBN":
        be.dep_ = "auxpass"


def _opened(be: Token, noun: Token) -> bool:
    """Whether a negative word stands in front of the verb, by itself or in a phrase: "at no point", "not once"."""
    before = [k for k in be.children if k.i < be.i and k.dep_ != "mark" and not _of_two(k, noun)]
    words = (t for k in before for t in (k, *k.children, *(g for c in k.children for g in c.children)))
    return any(t.lower_ in _OPENING for t in words)


def _of_two(neither: Token, noun: Token) -> bool:
    """ "*Neither* was *a* soldier", "*neither of the ships* was …": it is said what they were not."""
    if neither.lower_ != "neither" or neither.dep_ not in _SUBJECTS:
        return False
    return any(k.lower_ == "of" for k in neither.children) or any(k.lower_ in ("a", "an") for k in noun.children)


def _complete(be: Token, noun: Token, participle: Token) -> bool:
    """Whether "be" has something of its own after the subject, or one in front of it."""
    held = ("attr", "acomp", "expl", "nsubj", "nsubjpass")
    kids = [k for k in be.children if k.i not in (noun.i, participle.i)]
    return any(k.dep_ in held and k.lower_ not in _OPENING for k in kids)


def _turn(be: Token, noun: Token, participle: Token) -> None:
    """Make the participle the verb of the clause."""
    kids = [k for k in be.children if k.i not in (noun.i, participle.i)]
    above, dep = be.head, be.dep_
    participle.head = participle if above.i == be.i else above
    participle.dep_ = dep
    be.head, be.dep_ = participle, "auxpass"
    noun.head, noun.dep_ = participle, "nsubjpass"
    for kid in kids:
        kid.head = participle
        if kid.dep_ in _SUBJECTS and kid.lower_ in _OPENING:
            kid.dep_ = "preconj"  # "*neither* were the parents told"
    participle.tag_ = "VBN"
