"""The n-ary rendering: one triple a clause, its adjuncts as further objects; and what nouns say of each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.syntax.candidates import MOST, Candidate, arguments, complement_clauses, moments, obliques, outside, stranded
from kg.syntax.chains import Chain
from kg.syntax.frames import Oblique
from kg.syntax.phrases import CLAUSES, LONGEST, phrase
from kg.syntax.tree import Tree

_SENTENCE_ADVERBS = frozenset(
    ("however", "also", "meanwhile", "moreover", "therefore", "thus", "still", "too", "instead")
)
_WIDE = CLAUSES - {"acl"}


def nary(tree: Tree, chain: Chain) -> Iterator[Candidate]:
    """The n-ary triples of a chain."""
    subject = _joined(tree, chain.subjects, outside(chain.frame))
    adverbs = [a for a in _adverbs(chain) if a.i > chain.subjects[0].i]
    relation = tuple(sorted({*chain.relation, *adverbs}, key=lambda t: t.i))
    yield from _clause(tree, chain, subject, relation)


def _adverbs(chain: Chain) -> list[Token]:
    return [
        a
        for a in chain.frame.adverbs
        if a.i <= chain.frame.predicate.i + 1 and not a.tag_.startswith("W") and a.lower_ not in _SENTENCE_ADVERBS
    ]


def _clause(tree: Tree, chain: Chain, subject: list[Token], relation: tuple[Token, ...]) -> Iterator[Candidate]:
    frame = chain.frame
    times = tuple(moments(tree, frame))
    around = _ordered(tree, chain)
    rest = tuple([*o.preps, *_joined(tree, o.heads)] for o in around)
    objects, said = ((), ()) if frame.passive and frame.relativised else arguments(frame)
    clauses = list(complement_clauses(tree, frame, apart=False))
    if objects:
        dative = phrase(tree, frame.datives[0]) if frame.datives and not frame.relativised else []
        kind = {"oprd": "object complement", "attr": "attribute"}.get(frame.object_dep, "object")
        for head in objects[:MOST]:
            found = phrase(tree, head, cut=_WIDE, skip=outside(frame), together=True)
            found = [*found, *(t for o in said for t in phrase(tree, o))]
            yield Candidate(subject, (*relation, *dative, *stranded(tree, frame)), (found, *rest, *times), kind, chain)
    elif frame.datives:
        for head in frame.datives[:MOST]:
            yield Candidate(subject, relation, (phrase(tree, head), *rest, *times), "indirect object", chain)
    elif frame.acomp is not None and around:
        relation = (*relation, *phrase(tree, frame.acomp, False), *around[0].preps)
        first = _joined(tree, around[0].heads)
        yield Candidate(subject, relation, (first, *rest[1:], *times), "preposition", chain)
    elif frame.acomp is not None:
        yield Candidate(subject, relation, (phrase(tree, frame.acomp), *times), "adjective", chain)
    elif around:
        kind = "agent" if around[0].preps[0].dep_ == "agent" else "preposition"
        relation = (*relation, *around[0].preps)
        first = _joined(tree, around[0].heads, cut=_WIDE)
        yield Candidate(subject, relation, (first, *rest[1:], *times), kind, chain)
    elif clauses:
        for mark, clause in clauses:
            relation_ = (*relation, *(m for m in mark if m not in relation))
            yield Candidate(subject, relation_, (clause, *times), "that-clause", chain)
    elif times:
        yield Candidate(subject, relation, times, "time", chain)
    elif frame.adverbs and frame.adverbs[-1].i > frame.predicate.i:
        yield Candidate(subject, chain.relation, (tree.subtree(frame.adverbs[-1]),), "adverb", chain)


def _ordered(tree: Tree, chain: Chain) -> list[Oblique]:
    """The prepositional arguments, the agent of a passive among them; those before the verb come last."""
    frame = chain.frame
    return sorted(obliques(tree, frame), key=lambda o: (o.preps[0].i < frame.predicate.i, o.preps[0].i))


def _joined(
    tree: Tree, heads: tuple[Token, ...], skip: Collection[Token] = (), cut: Collection[str] = CLAUSES
) -> list[Token]:
    """Coordinated phrases as one stretch; nothing where they are too long to be read as one."""
    if len(heads) == 1:
        return phrase(tree, heads[0], cut=cut, skip=skip, together=True)
    every = [t.i for h in heads for t in phrase(tree, h, cut=cut, skip=skip, together=True)]
    if not every or max(every) - min(every) > MOST * LONGEST:
        return []
    return [t for t in tree.tokens[min(every) : max(every) + 1] if not t.is_space]
