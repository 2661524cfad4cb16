"""Open triples: every frame rendered in the sentence's own words, in two ways.

The binary rendering folds object and preposition chain into the relation ("became justice of | High Court"), as BenchIE
counts facts; the n-ary one keeps the adjuncts as further objects, as CaRB does. Both read the same chains of frames
(xcomp, infinitive, preposition with participle).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Certainty, Triple
from kg.syntax.binary import binary
from kg.syntax.candidates import Candidate
from kg.syntax.chains import Chain, chains
from kg.syntax.frames import Frame
from kg.syntax.nary import nary as nary_of
from kg.syntax.nominal import nominal
from kg.syntax.phrases import words
from kg.syntax.quality import confidence
from kg.syntax.tree import Tree

_BRACKETS = {"(": 1, "[": 1, "-LRB-": 1, ")": -1, "]": -1, "-RRB-": -1}
LEAST = 0.3
"""What is less likely to be right than this is left out: it would cost more than it brings."""


def triples(tree: Tree, frames: list[Frame], nary: bool = False) -> list[Triple]:
    """The open triples of a document in one of the two renderings, each once, in the order of the text."""
    out: dict[tuple[str, str, tuple[str, ...]], Triple] = {}
    for candidate in candidates(tree, frames, nary):
        made = triple(tree, candidate, nary)
        if made is None or made.confidence < LEAST:
            continue
        key = (made.subject, made.relation, made.objects)
        if key not in out or out[key].confidence < made.confidence:
            out[key] = made
    return sorted(out.values(), key=lambda t: (t.span, -t.confidence, t.subject, t.relation, t.objects))


def candidates(tree: Tree, frames: list[Frame], nary: bool) -> Iterator[Candidate]:
    """The triples as tokens, before any is dropped."""
    by_verb = {f.predicate.i: f for f in frames}
    for frame in frames:
        for chain in chains(tree, frame, by_verb):
            yield from nary_of(tree, chain) if nary else binary(tree, chain)
    if nary:
        spoken = {tree.sentence_of[f.predicate.i] for f in frames}
        for token in tree.tokens:
            # A list, a table or a score has no verb, and looks like a row of appositions.
            if tree.sentence_of[token.i] in spoken and tree.read(token):
                yield from nominal(tree, token)


def triple(tree: Tree, raw: Candidate, nary: bool) -> Triple | None:
    """A candidate as words, with its confidence; none where a slot is empty."""
    objects = tuple(words(o) for o in raw.objects if o)
    implicit = isinstance(raw.relation, str)
    relation: list[Token] = [] if isinstance(raw.relation, str) else list(raw.relation)
    name = raw.relation if isinstance(raw.relation, str) else words(relation)
    if not raw.subject or not name or not objects:
        return None
    if not all(map(_sound, (raw.subject, *raw.objects))):
        return None
    tokens = [*raw.subject, *(t for o in raw.objects for t in o), *relation]
    negated = raw.chain is not None and (raw.chain.frame.negated or raw.chain.negated)
    return Triple(
        words(raw.subject),
        name,
        objects,
        negated,
        _certainty(raw.chain),
        confidence(raw, nary=nary),
        implicit,
        tree.span(tokens),
    )


def _sound(slot: list[Token]) -> bool:
    """Whether a slot has a word, and no bracket that opens or closes alone, as broken text has."""
    texts = [t.text for t in slot]
    if not any(text[0].isalnum() for text in texts if text):
        return False
    brackets = [text for text in texts if text in _BRACKETS]
    return not brackets or sum(_BRACKETS[text] for text in brackets) == 0


def _certainty(chain: Chain | None) -> Certainty:
    """How sure the text is; what it asks, commands or makes a condition is possible and no more."""
    if chain is not None and chain.frame.mood != "statement":
        return Certainty.POSSIBLE
    modals = {t.lower_ for t in chain.relation if t.tag_ == "MD"} if chain else set()
    if modals & {"may", "might", "can", "could"}:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if modals & {"should", "would", "ought"} else Certainty.CERTAIN
