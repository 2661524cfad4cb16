"""Denials that hang from what they deny: "… in a storeroom, an allegation he denies", "…, which she calls untrue".

A relative clause that takes up the claim before it is no part of that claim's content.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.model import Polarity
from kg.syntax.frames import Frame
from kg.syntax.making import made
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_OF_CLAUSES = frozenset(("deny",))
"""The one denial that takes up a whole clause by "which": plans and things are disputed or rejected as well."""
_NAMING = frozenset("NOUN PROPN PRON NUM PUNCT".split())
"""Words that "which" may stand for."""
_PAUSES = frozenset((",", "–", "—", "--", "-"))
_HUNG = frozenset(("appos", "npadvmod", "dobj", "attr"))
_BESIDE = _HUNG | {"conj"}
"""Where a word for a claim may hang behind a pause."""


def relative_denials(tree: Tree, frames: Sequence[Frame], lexicon: Lexicon, others: Sequence[Saying]) -> list[Saying]:
    """The denials in relative clauses; they are cut out of the contents of the reports before them."""
    out: list[Saying] = []
    for frame in frames:
        verb = frame.predicate
        doers = frame.subjects if not frame.passive else frame.agents if verb.dep_ == "acl" else ()
        fronted = _fronted(tree, frame, lexicon) if doers else None
        if not doers or (fronted is None and verb.dep_ not in ("relcl", "acl")):
            continue
        rows = lexicon.reporting(frame.lemma, "verb")
        word = fronted or (_taken_up(tree, frame, lexicon) if rows else None)
        row = _denial(tree, frame, rows, word, lexicon) if word is not None else None
        whole = fronted is None and not frame.passive
        if word is None or row is None or (whole and any(s.cue.i == verb.i and len(s.content) != 1 for s in others)):
            continue
        pattern = "verb object" if row.polarity is Polarity.NEGATIVE else "verb as"
        out.append(made(tree, frame, row, pattern, doers, frozenset((word.i,)), (word,)))
        begin = word.i if verb.dep_ == "relcl" and word.i > verb.head.i else word.left_edge.i
        for other in others:
            if verb.i in other.content and other.cue.i < begin:
                left = other.content - frozenset(range(begin - 1, verb.right_edge.i + 1))
                other.content = left or other.content
    return out


def _taken_up(tree: Tree, frame: Frame, lexicon: Lexicon) -> Token | None:
    """The word that stands for the claim before: "something", "an allegation", or "which" behind a pause."""
    verb = frame.predicate
    above, which = verb.head, tree.kid(verb, "dobj")
    if which is not None and which.lower_ not in ("which", "that"):
        return None
    if any(k.dep_ in ("dobj", "dative", "ccomp", "xcomp") and k is not which for k in tree.kids(verb)):
        return None  # "which she denied him", "which he denied having sold"
    if verb.dep_ == "acl":  # "…, a claim denied by the firm"
        return above if _beside(tree, above, lexicon) else None
    indefinite = any(k.lower_ in ("a", "an") for k in tree.kids(above))
    claim = above.pos_ == "NOUN" and ((above.dep_ in _HUNG and indefinite) or _beside(tree, above, lexicon))
    if above.lower_ == "something" or (claim and lexicon.reporting(above.lemma_.lower(), "noun")):
        return above
    behind = which is not None and which.lower_ == "which" and which.i > 0 and tree.tokens[which.i - 1].text in _PAUSES
    return which if behind else None


def _fronted(tree: Tree, frame: Frame, lexicon: Lexicon) -> Token | None:
    """ "Berg accused the firm of fraud, *a charge* the firm denies", where the parse makes the last verb the first."""
    if frame.passive or not frame.subjects or not any(c.head.i < frame.predicate.i for c in frame.complements):
        return None
    nouns = (t for t in frame.objects if t.i < frame.subjects[0].i < frame.predicate.i)
    return next((t for t in nouns if t.dep_ == "dobj" and _beside(tree, t, lexicon)), None)


def _beside(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """ "…, *an allegation* …", "… – *claims* …": a word for a claim behind a pause, with "a" or in the plural."""
    before = noun.left_edge.i - 1
    if noun.pos_ != "NOUN" or before < 0 or tree.tokens[before].text not in _PAUSES:
        return False
    some = any(k.lower_ in ("a", "an") for k in tree.kids(noun))
    bare = noun.tag_ == "NNS" and not any(k.dep_ in ("det", "poss", "nummod") for k in tree.kids(noun))
    return noun.dep_ in _BESIDE and (some or bare) and bool(lexicon.reporting(noun.lemma_.lower(), "noun"))


def _denial(tree: Tree, frame: Frame, rows: Sequence[Reporting], word: Token, lexicon: Lexicon) -> Reporting | None:
    """The row of the verb where it denies, by itself or with a word of truth: "which he calls nonsense"."""
    nothing_else = word.i > 1 and tree.tokens[word.i - 2].pos_ not in _NAMING  # "has worked, *which* teachers dispute"
    if word.lower_ != "which" or frame.lemma in _OF_CLAUSES or nothing_else:
        denial = next((r for r in rows if r.polarity is Polarity.NEGATIVE and r.kind == "Denial"), None)
        if denial is not None:
            return denial
    beside = [t for k in tree.kids(frame.predicate) for t in (k, *tree.kids(k)) if k.i > frame.predicate.i]
    if any(lexicon.verdict(t.lemma_.lower(), "noun" if t.pos_ == "NOUN" else "adjective") for t in beside):
        return next((r for r in rows if {"as", "obj_adj"} & set(r.frames)), None)
    return None
