"""Chains of frames: a verb with those that continue it, as one relation ("agreed to sell", "was able to win").

Both renderings of open triples read the same chains. A chain begins at a frame that has a subject, and goes on through
an open complement, an adjective's infinitive, a preposition with a participle, an infinitive of purpose, and the
clause that an object carries ("took steps to curb | imports").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.syntax.frames import Frame
from kg.syntax.phrases import phrase
from kg.syntax.tree import Tree

_DEEPEST = 3
_MOST = 4
_COPULAS = frozenset(("be", "become", "remain"))


@dataclass(frozen=True, slots=True)
class Chain:
    """A frame with the relation's words so far: those of the verbs above it that it continues.

    `via` is the last step (empty at the beginning): complement, adjective, participle, purpose or noun.
    """

    frame: Frame
    subjects: tuple[Token, ...]
    relation: tuple[Token, ...]
    subject_by: str
    via: str = ""
    depth: int = 0
    negated: bool = False


def chains(tree: Tree, frame: Frame, by_verb: dict[int, Frame]) -> Iterator[Chain]:
    """The chains that begin at a frame, the frame alone first; none where it continues another."""
    if _continues(frame, by_verb):
        return
    subjects, by = _subjects(tree, frame, by_verb)
    if not subjects and (there := tree.kid(frame.predicate, "expl")) is not None:  # "There are seals"
        subjects, by = (there,), "expletive"
    if subjects:
        yield from _from(tree, Chain(frame, subjects, verb_group(tree, frame), by), by_verb)


def verb_group(tree: Tree, frame: Frame) -> tuple[Token, ...]:
    """The verb with its auxiliaries, negation and particles, in order."""
    verb = frame.predicate
    group = {verb, *frame.auxiliaries, *frame.particles}
    group.update(k for k in tree.kids(verb) if k.dep_ == "neg")
    return tuple(sorted(group, key=lambda t: t.i))


def _continues(frame: Frame, by_verb: dict[int, Frame]) -> bool:
    """ "to sell" in "agreed to sell" belongs to the verb above; in "told her to sell" it is her selling."""
    if frame.subject_by == "adverbial":  # "came to sell", "by selling"
        return frame.predicate.tag_ == "VB" or frame.predicate.dep_ == "pcomp"
    if frame.predicate.dep_ != "xcomp" or frame.subject_by != "control":
        return False
    head = frame.predicate.head
    if head.pos_ == "ADJ":
        head = head.head
    above = by_verb.get(head.i)
    return above is not None and not any(o.dep_ == "dobj" for o in above.objects)


def _subjects(tree: Tree, frame: Frame, by_verb: dict[int, Frame]) -> tuple[tuple[Token, ...], str]:
    """The subject, or what it is said to be: "Berg is a lawyer who defends squatters" makes Berg defend them."""
    if frame.subject_by != "antecedent" or len(frame.subjects) != 1:
        return frame.subjects, frame.subject_by
    noun = frame.subjects[0]
    while noun.dep_ == "conj" and noun.head.i != noun.i:
        noun = noun.head
    copula = by_verb.get(noun.head.i) if noun.dep_ == "attr" else None
    if copula is not None and copula.lemma in _COPULAS and not copula.negated and copula.subjects:
        return copula.subjects, "copula"
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and frame.subjects[0] is noun:
        return (noun.head,), "apposition"
    return frame.subjects, frame.subject_by


def _from(tree: Tree, chain: Chain, by_verb: dict[int, Frame]) -> Iterator[Chain]:
    yield chain
    if chain.depth >= _DEEPEST:
        return
    for verb, between, via in _steps(tree, chain):
        yield from _below(tree, chain, verb, (*chain.relation, *between), via, by_verb)


def _steps(tree: Tree, chain: Chain) -> Iterator[tuple[Token, list[Token], str]]:
    """The verbs that continue a chain, with the words between and the kind of step."""
    frame = chain.frame
    objects = [t for t in frame.objects if t.i > frame.predicate.i and not frame.relativised]

    def middle(verb: Token) -> list[Token]:
        return phrase(tree, objects[0], "of") if objects and objects[0].i < verb.i else []

    for kid in tree.kids(frame.predicate):
        if kid.dep_ == "xcomp" and _verbal(kid):
            yield kid, middle(kid), "complement"
        elif kid.dep_ == "ccomp" and kid.tag_ in ("VB", "VBN") and not tree.kid(kid, "aux", "auxpass", "mark"):
            doer = tree.kid(kid, "nsubj", "nsubjpass")  # "helped | them win"
            if doer is not None and kid.i > frame.predicate.i:
                yield kid, phrase(tree, doer, "of"), "small clause"
        elif kid.dep_ == "acomp":
            for inner in tree.kids(kid):
                if inner.dep_ == "xcomp" and _verbal(inner):
                    yield inner, [t for t in phrase(tree, kid, skip=(inner,)) if t.i <= kid.i], "adjective"
        elif kid.dep_ in ("prep", "agent") and kid.i > frame.predicate.i:
            for inner in tree.kids(kid):
                if inner.dep_ == "pcomp" and inner.tag_ == "VBG":
                    yield inner, [*middle(kid), kid], "participle"
        elif kid.dep_ == "advcl" and _infinitive(tree, kid):
            yield kid, middle(kid), "purpose"
    for noun in objects[:_MOST]:
        yield from _of_noun(tree, noun, [])
    for oblique in frame.obliques:
        before = [*(phrase(tree, objects[0], False) if objects else []), *oblique.preps]
        if oblique.preps[0].i > frame.predicate.i:
            for noun in oblique.heads[:_MOST]:
                yield from _of_noun(tree, noun, before)


def _of_noun(tree: Tree, noun: Token, before: list[Token]) -> Iterator[tuple[Token, list[Token], str]]:
    """The clauses that a noun carries: "(took) steps to curb …", "(the) task of curbing …", "(deals) involving …"."""
    core = None
    for kid in tree.kids(noun):
        if kid.i < noun.i:
            continue
        if kid.dep_ == "prep":
            for inner in tree.kids(kid):
                if inner.dep_ == "pcomp" and inner.tag_ == "VBG":
                    core = core or phrase(tree, noun, False)
                    yield inner, [*before, *core, kid], "noun"


def _verbal(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX")


def _infinitive(tree: Tree, verb: Token) -> bool:
    return verb.tag_ == "VB" and any(k.tag_ == "TO" and k.dep_ == "aux" for k in tree.kids(verb))


def _below(
    tree: Tree, chain: Chain, verb: Token, relation: tuple[Token, ...], via: str, by_verb: dict[int, Frame]
) -> Iterator[Chain]:
    to = tuple(k for k in tree.kids(verb) if k.dep_ == "aux" and k.tag_ == "TO")
    for token in tree.conjuncts(verb)[:_MOST]:
        frame = by_verb.get(token.i)
        if frame is None or (frame.subjects and frame.subject_by == "own" and via != "small clause"):
            continue
        group = verb_group(tree, frame)
        if token is not verb and to and not any(t.tag_ == "TO" for t in group):
            group = to + group
        yield from _from(
            tree,
            Chain(
                frame,
                chain.subjects,
                relation + group,
                chain.subject_by,
                via,
                chain.depth + 1,
                chain.negated or chain.frame.negated,
            ),
            by_verb,
        )
