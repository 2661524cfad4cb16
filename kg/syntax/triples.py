"""Open triples: every frame rendered in the sentence's own words, in two ways.

The binary rendering folds object and preposition chain into the relation ("became justice of | High Court"), as BenchIE
counts facts; the n-ary one keeps the adjuncts as further objects, as CaRB does. Both read the same chains of frames
(xcomp, infinitive, preposition with participle).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Certainty, Triple
from kg.syntax.frames import Frame
from kg.syntax.phrases import CLAUSES, clause, phrase, words
from kg.syntax.tree import Tree

_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_IDIOMS = frozenset(
    "order addition result example fact case contrast instance course particular general respect terms".split()
)
_DEEPEST = 3
_MOST = 4
_SENTENCE_ADVERBS = frozenset(
    ("however", "also", "meanwhile", "moreover", "therefore", "thus", "still", "too", "instead")
)
_CONFIDENCE = {
    "object": 0.85,
    "indirect object": 0.8,
    "object complement": 0.75,
    "preposition": 0.75,
    "folded": 0.65,
    "adjective": 0.7,
    "time": 0.7,
    "that-clause": 0.6,
    "apposition": 0.5,
    "possessive": 0.25,
    "noun preposition": 0.3,
}


@dataclass(frozen=True, slots=True)
class Chain:
    """A frame with the relation's words so far: those of the verbs above it that it continues."""

    frame: Frame
    subjects: tuple[Token, ...]
    relation: tuple[Token, ...]
    depth: int = 0
    negated: bool = False


@dataclass(frozen=True, slots=True)
class _Raw:
    subject: list[Token]
    relation: list[Token] | str
    objects: tuple[list[Token], ...]
    kind: str
    chain: Chain | None


def triples(tree: Tree, frames: list[Frame], nary: bool = False) -> list[Triple]:
    """The open triples of a document in one of the two renderings, each once, in the order of the text."""
    out: dict[tuple[str, str, tuple[str, ...]], Triple] = {}
    by_verb = {f.predicate.i: f for f in frames}
    for frame in frames:
        for chain in chains(tree, frame, by_verb):
            for raw in _nary(tree, chain) if nary else _binary(tree, chain):
                _add(tree, out, raw)
    for token in tree.tokens:
        if tree.read(token) and nary:
            for raw in _nominal(tree, token):
                _add(tree, out, raw)
    return sorted(out.values(), key=lambda t: (t.span, -t.confidence, t.subject, t.relation, t.objects))


def _add(tree: Tree, out: dict[tuple[str, str, tuple[str, ...]], Triple], raw: _Raw) -> None:
    relation = raw.relation if isinstance(raw.relation, str) else words(raw.relation)
    objects = tuple(words(o) for o in raw.objects if o)
    if not raw.subject or not relation or not objects:
        return
    subject = words(raw.subject)
    tokens = [
        *raw.subject,
        *(t for o in raw.objects for t in o),
        *(raw.relation if not isinstance(raw.relation, str) else ()),
    ]
    negated = raw.chain is not None and (raw.chain.frame.negated or raw.chain.negated)
    out.setdefault(
        (subject, relation, objects),
        Triple(
            subject,
            relation,
            objects,
            negated,
            _certainty(raw.chain),
            _confidence(raw, tokens),
            isinstance(raw.relation, str),
            tree.span(tokens),
        ),
    )


def _certainty(chain: Chain | None) -> Certainty:
    modals = {t.lower_ for t in chain.relation if t.tag_ == "MD"} if chain else set()
    if modals & {"may", "might", "can", "could"}:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if modals & {"should", "would", "ought"} else Certainty.CERTAIN


def _confidence(raw: _Raw, tokens: list[Token]) -> float:
    value = _CONFIDENCE[raw.kind]
    if raw.chain is not None:
        if raw.chain.frame.subject_by not in ("own", "conj"):
            value -= 0.1
        value -= 0.05 * raw.chain.depth
    value -= 0.004 * max(0, len(tokens) - 10)
    return round(max(0.05, value), 3)


# ------------------------------------------------------------------ chains of frames


def chains(tree: Tree, frame: Frame, by_verb: dict[int, Frame]) -> Iterator[Chain]:
    """A frame, and the frames that continue its verb: "agreed to sell", "accused of helping", "was able to win"."""
    if frame.predicate.dep_ == "xcomp" and frame.subject_by == "control" and _continued(tree, frame, by_verb):
        return
    if frame.subjects:
        yield from _chain(tree, Chain(frame, frame.subjects, tuple(verb_group(frame))), by_verb)


def _continued(tree: Tree, frame: Frame, by_verb: dict[int, Frame]) -> bool:
    head = frame.predicate.head
    if head.pos_ == "ADJ":
        head = head.head
    above = by_verb.get(head.i)
    return above is not None and not any(o.dep_ == "dobj" for o in above.objects)


def verb_group(frame: Frame) -> list[Token]:
    """The verb with its auxiliaries, negation and particles, in order."""
    verb = frame.predicate
    group = {verb, *frame.auxiliaries, *frame.particles}
    group.update(k for k in verb.children if k.dep_ == "neg")
    return sorted(group, key=lambda t: t.i)


def _chain(tree: Tree, chain: Chain, by_verb: dict[int, Frame]) -> Iterator[Chain]:
    yield chain
    if chain.depth >= _DEEPEST:
        return
    frame, relation = chain.frame, list(chain.relation)
    objects = [t for t in frame.objects if t.i > frame.predicate.i and not frame.relativised]
    for kid in tree.kids(frame.predicate):
        if kid.dep_ == "xcomp" and kid.pos_ in ("VERB", "AUX"):
            middle = phrase(tree, objects[0], "of") if objects and objects[0].i < kid.i else []
            yield from _below(tree, chain, kid, relation + middle, by_verb)
        elif kid.dep_ == "acomp":
            for inner in tree.kids(kid):
                if inner.dep_ == "xcomp" and inner.pos_ in ("VERB", "AUX"):
                    before = [t for t in phrase(tree, kid, skip=(inner,)) if t.i <= kid.i]
                    yield from _below(tree, chain, inner, relation + before, by_verb)
        elif kid.dep_ == "prep":
            for inner in tree.kids(kid):
                if inner.dep_ == "pcomp" and inner.tag_ == "VBG":
                    middle = phrase(tree, objects[0], "of") if objects and objects[0].i < kid.i else []
                    yield from _below(tree, chain, inner, [*relation, *middle, kid], by_verb)
        elif (
            kid.dep_ == "advcl"
            and kid.tag_ == "VB"
            and any(k.lower_ == "to" and k.dep_ == "aux" for k in tree.kids(kid))
        ):
            middle = phrase(tree, objects[0], "of") if objects and objects[0].i < kid.i else []
            yield from _below(tree, chain, kid, relation + middle, by_verb)


def _below(tree: Tree, chain: Chain, verb: Token, relation: list[Token], by_verb: dict[int, Frame]) -> Iterator[Chain]:
    to = [k for k in tree.kids(verb) if k.dep_ == "aux" and k.tag_ == "TO"]
    for token in tree.conjuncts(verb):
        frame = by_verb.get(token.i)
        if frame is None or (frame.subjects and frame.subject_by == "own"):
            continue
        own = verb_group(frame)
        if token is not verb and to and not any(t.tag_ == "TO" for t in own):
            own = to + own
        yield from _chain(
            tree,
            Chain(frame, chain.subjects, tuple(relation + own), chain.depth + 1, chain.negated or chain.frame.negated),
            by_verb,
        )


# ------------------------------------------------------------------ binary


def _binary(tree: Tree, chain: Chain) -> Iterator[_Raw]:
    frame = chain.frame
    relation = list(chain.relation)
    objects = [t for t in frame.objects if not (frame.passive and frame.relativised)]
    stranded = _stranded(tree, frame)
    for subject_head in chain.subjects[:_MOST]:
        subject = phrase(tree, subject_head, "of", skip=(frame.predicate, *_top(frame)))
        dative = phrase(tree, frame.datives[0], "of") if frame.datives and objects else []
        for head in objects[:_MOST]:
            found = phrase(tree, head, "of", skip=(frame.predicate, *_top(frame)))
            kind = "object complement" if frame.object_dep == "oprd" else "object"
            yield _Raw(subject, relation + (dative if not frame.relativised else []) + stranded, (found,), kind, chain)
            if not frame.relativised:
                for folded, inner in _folded(tree, head, relation + dative, _DEEPEST):
                    yield _Raw(subject, folded, (inner,), "folded", chain)
        for head in frame.datives[:_MOST]:
            yield _Raw(subject, relation, (phrase(tree, head, "of"),), "indirect object", chain)
        if frame.acomp is not None:
            yield _Raw(subject, relation, (phrase(tree, frame.acomp, False),), "adjective", chain)
        middles = [phrase(tree, h, False) for h in objects[:_MOST]] if not frame.relativised else []
        if frame.acomp is not None and not middles:
            middles = [phrase(tree, frame.acomp, False)]
        for oblique in _obliques(frame):
            for head in oblique.heads[:_MOST]:
                found = phrase(tree, head, "of")
                for middle in middles or [[]]:
                    yield _Raw(subject, relation + middle + list(oblique.preps), (found,), "preposition", chain)
                    for folded, inner in _folded(tree, head, relation + middle + list(oblique.preps), _DEEPEST - 1):
                        yield _Raw(subject, folded, (inner,), "folded", chain)
        for time in frame.times:
            for middle in middles or [[]]:
                yield _Raw(subject, relation + middle, (phrase(tree, time),), "time", chain)
        yield from _that_clauses(tree, chain, subject)


def _top(frame: Frame) -> tuple[Token, ...]:
    """The head of the clause a frame stands in, so that an antecedent's phrase does not take the clause in."""
    top = frame.predicate
    while top.dep_ in ("conj", "xcomp", "ccomp") and top.head.i != top.i:
        top = top.head
    return (top,)


def _stranded(tree: Tree, frame: Frame) -> list[Token]:
    if not frame.relativised:
        return []
    return [k for k in tree.kids(frame.predicate) if k.dep_ == "prep" and not tree.kids(k)][:1]


def _obliques(frame: Frame) -> list:  # type: ignore[type-arg]
    out = []
    for oblique in frame.obliques:
        head = oblique.heads[0]
        if head.tag_ in _RELATIVE or (head.lower_ in _IDIOMS and head.left_edge.i == head.i):
            continue
        out.append(oblique)
    by = [o for o in out if o.preps[0].dep_ == "agent"]
    return by + [o for o in out if o not in by]


def _folded(tree: Tree, head: Token, before: list[Token], depth: int) -> Iterator[tuple[list[Token], list[Token]]]:
    """ "became | justice of the High Court" also as "became justice of | the High Court"."""
    core = phrase(tree, head, False)
    for prep in tree.kids(head):
        if prep.dep_ != "prep" or prep.i < head.i:
            continue
        for held in tree.kids(prep):
            if held.dep_ != "pobj":
                continue
            for noun in tree.nouns(held):
                relation = before + core + [prep]
                yield relation, phrase(tree, noun, "of")
                if depth > 1:
                    yield from _folded(tree, noun, relation, depth - 1)


def _that_clauses(tree: Tree, chain: Chain, subject: list[Token]) -> Iterator[_Raw]:
    for kid in tree.kids(chain.frame.predicate):
        if kid.dep_ == "ccomp" and kid.i > chain.frame.predicate.i:
            mark = [k for k in tree.kids(kid) if k.dep_ == "mark"]
            yield _Raw(
                subject,
                list(chain.relation) + mark,
                ([t for t in clause(tree, kid) if t not in mark],),
                "that-clause",
                chain,
            )


# ------------------------------------------------------------------ n-ary


def _nary(tree: Tree, chain: Chain) -> Iterator[_Raw]:
    frame = chain.frame
    adverbs = [
        a
        for a in frame.adverbs
        if a.i <= frame.predicate.i + 1 and not a.tag_.startswith("W") and a.lower_ not in _SENTENCE_ADVERBS
    ]
    times = tuple(phrase(tree, t) for t in frame.times)
    obliques = _obliques(frame)
    objects = [t for t in frame.objects if not (frame.passive and frame.relativised)]
    wide = CLAUSES - {"acl"}
    for subject_head in chain.subjects[:_MOST]:
        subject = phrase(tree, subject_head, cut=CLAUSES, skip=(frame.predicate, *_top(frame)))
        relation = sorted({*chain.relation, *(a for a in adverbs if a.i > subject_head.i)}, key=lambda t: t.i)
        rest = tuple([*o.preps, *_joined(tree, o.heads)] for o in obliques)
        stranded = _stranded(tree, frame)
        if objects:
            dative = phrase(tree, frame.datives[0]) if frame.datives and not frame.relativised else []
            for head in objects[:_MOST]:
                found = phrase(tree, head, cut=wide, skip=(frame.predicate, *_top(frame)))
                yield _Raw(subject, relation + dative + stranded, (found, *rest, *times), "object", chain)
        elif frame.datives:
            for head in frame.datives[:_MOST]:
                yield _Raw(subject, relation, (phrase(tree, head), *rest, *times), "indirect object", chain)
        elif frame.acomp is not None:
            if obliques:
                middle = phrase(tree, frame.acomp, False)
                first = obliques[0]
                yield _Raw(
                    subject,
                    relation + middle + list(first.preps),
                    (_joined(tree, first.heads), *rest[1:], *times),
                    "preposition",
                    chain,
                )
            else:
                yield _Raw(subject, relation, (phrase(tree, frame.acomp), *times), "adjective", chain)
        elif obliques:
            first = obliques[0]
            for head in first.heads[:_MOST]:
                yield _Raw(
                    subject,
                    relation + list(first.preps),
                    (phrase(tree, head, cut=wide), *rest[1:], *times),
                    "preposition",
                    chain,
                )
        elif any(c.form == "that" for c in frame.complements):
            yield from (
                _Raw(
                    r.subject,
                    relation + [t for t in r.relation if t not in relation],
                    (*r.objects, *times),
                    r.kind,
                    chain,
                )
                for r in _that_clauses(tree, chain, subject)
                if not isinstance(r.relation, str)
            )
        elif times:
            yield _Raw(subject, relation, times, "time", chain)
        elif frame.adverbs and frame.adverbs[-1].i > frame.predicate.i:
            yield _Raw(subject, list(chain.relation), (tree.subtree(frame.adverbs[-1]),), "time", chain)


def _joined(tree: Tree, heads: tuple[Token, ...]) -> list[Token]:
    """Coordinated phrases as one stretch."""
    if len(heads) == 1:
        return phrase(tree, heads[0])
    every = [t.i for h in heads for t in phrase(tree, h)]
    return [t for t in tree.tokens[min(every) : max(every) + 1] if not t.is_space]


def _nominal(tree: Tree, token: Token) -> Iterator[_Raw]:
    """ "Lavrov, the foreign minister": is; "Russia's minister": has."""
    if token.dep_ == "appos" and token.pos_ in ("NOUN", "PROPN"):
        yield _Raw(phrase(tree, token.head), "is", (phrase(tree, token),), "apposition", None)
    elif token.dep_ == "poss" and token.pos_ in ("NOUN", "PROPN"):
        owner = [t for t in phrase(tree, token) if t.dep_ != "case"]
        yield _Raw(owner, "has", (phrase(tree, token.head, skip=(token,)),), "possessive", None)
