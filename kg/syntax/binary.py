"""The binary rendering: object and preposition chain folded into the relation ("became justice of | High Court").

Each fact is a triple of its own, its second argument as short as it can be: adjuncts and clauses are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.syntax.candidates import MOST, Candidate, arguments, complement_clauses, moments, obliques, outside, stranded
from kg.syntax.chains import Chain
from kg.syntax.phrases import phrase
from kg.syntax.tree import Tree

_DEEPEST = 3


def binary(tree: Tree, chain: Chain) -> Iterator[Candidate]:
    """The binary triples of a chain."""
    frame = chain.frame
    for head in chain.subjects[:MOST]:
        subject = phrase(tree, head, "of", skip=outside(frame))
        yield from _objects(tree, chain, subject)
        for dative in frame.datives[:MOST]:
            yield Candidate(subject, chain.relation, (phrase(tree, dative, "of"),), "indirect object", chain)
        if frame.acomp is not None:
            yield Candidate(subject, chain.relation, (phrase(tree, frame.acomp, False),), "adjective", chain)
        yield from _adjuncts(tree, chain, subject)
        for mark, clause in complement_clauses(tree, frame, apart=True):
            yield Candidate(subject, (*chain.relation, *mark), (clause,), "that-clause", chain)


def _objects(tree: Tree, chain: Chain, subject: list[Token]) -> Iterator[Candidate]:
    frame = chain.frame
    if frame.passive and frame.relativised:
        return
    kind = {"oprd": "object complement", "attr": "attribute"}.get(frame.object_dep, "object")
    dative = phrase(tree, frame.datives[0], "of") if frame.datives and not frame.relativised else []
    relation = [*chain.relation, *dative]
    objects, said = arguments(frame)
    for head in objects[:MOST]:
        found = phrase(tree, head, "of", skip=outside(frame))
        for other in said:
            if other.pos_ == "ADJ":
                found = [*found, *phrase(tree, other)]
            else:
                named = phrase(tree, other, "of")
                yield Candidate(subject, (*relation, *found), (named,), "object complement", chain)
        yield Candidate(subject, (*relation, *stranded(tree, frame)), (found,), kind, chain)
        if not frame.relativised:
            yield from _folded(tree, chain, subject, head, relation, _DEEPEST)


def _adjuncts(tree: Tree, chain: Chain, subject: list[Token]) -> Iterator[Candidate]:
    """What follows prepositions, and the times: each with the object folded in ("met her at | the harbour")."""
    frame = chain.frame
    for middle in _middles(tree, chain):
        relation = [*chain.relation, *middle]
        for oblique in obliques(tree, frame):
            for head in oblique.heads[:MOST]:
                kind = "agent" if oblique.preps[0].dep_ == "agent" else "preposition"
                before = [*relation, *oblique.preps]
                yield Candidate(subject, tuple(before), (phrase(tree, head, "of"),), kind, chain)
                yield from _folded(tree, chain, subject, head, before, _DEEPEST - 1)
        for moment in moments(tree, frame):
            yield Candidate(subject, tuple(relation), (moment,), "time", chain)
    if not frame.objects and frame.acomp is None and frame.adverbs and frame.adverbs[-1].i > frame.predicate.i:
        yield Candidate(subject, chain.relation, (tree.subtree(frame.adverbs[-1]),), "adverb", chain)


def _middles(tree: Tree, chain: Chain) -> list[list[Token]]:
    """The objects that adjuncts stand behind, or the adjective ("was ready for | it")."""
    frame = chain.frame
    objects = () if frame.relativised else arguments(frame)[0][:MOST]
    if objects:
        return [phrase(tree, h, False) for h in objects]
    return [phrase(tree, frame.acomp, False)] if frame.acomp is not None else [[]]


def _folded(
    tree: Tree, chain: Chain, subject: list[Token], head: Token, before: list[Token], depth: int
) -> Iterator[Candidate]:
    """ "became | justice of the High Court" also as "became justice of | the High Court"."""
    core: list[Token] = []
    for prep in tree.kids(head):
        if prep.dep_ != "prep" or prep.i < head.i:
            continue
        for held in tree.kids(prep):
            if held.dep_ != "pobj":
                continue
            core = core or phrase(tree, head, False)
            relation = [*before, *core, prep]
            for noun in tree.nouns(held)[:MOST]:
                yield Candidate(subject, tuple(relation), (phrase(tree, noun, "of"),), "folded", chain)
                if depth > 1:
                    yield from _folded(tree, chain, subject, noun, relation, depth - 1)
