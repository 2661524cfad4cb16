"""Words that say that it was not so, and no more: "says the opposite", "tells it differently", "No, says Wei"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.syntax.frames import Frame
from kg.syntax.saying import may_speak, row_for
from kg.syntax.tree import Tree

_CONTRARY = frozenset(("opposite", "contrary", "reverse", "otherwise", "differently"))
_POINTING = frozenset(("it", "this", "that"))
_IT = _POINTING | {"things", "events", "matters"}
"""What is told or remembered differently."""
_LEAD = 2
"""Words before one that opens a sentence: "*on the* contrary", "*quite the* opposite"."""
_MINDS = frozenset(("Belief", "Knowledge"))
"""Kinds of reports, besides those in words, that may be of the opposite."""


def contrary(tree: Tree, token: Token) -> bool:
    """ "says *the opposite*", "thinks *otherwise*", "*not so*, she said": it is denied, and no more is said."""
    if token.lower_ in _CONTRARY:
        return True
    if token.lower_ == "so":
        return any(k.dep_ == "neg" for k in tree.kids(token))
    return token.lower_ == "no" or (token.lower_ == "how" and _not_how(tree, token.head))


def dissent(tree: Tree, frame: Frame, rows: Sequence[Reporting], lexicon: Lexicon) -> tuple[Reporting, Token] | None:
    """The word by which somebody says, thinks or remembers that it was not so, with the row of the verb."""
    row = row_for(tuple(rows), "quote") or next((r for r in rows if r.kind in _MINDS), None)
    if row is None or not frame.subjects or frame.complements:
        return None
    adverb = next((a for a in frame.adverbs if contrary(tree, a)), None)
    if adverb is not None and (
        not frame.objects
        or (adverb.lower_ != "so" and all(t.lower_ in _IT or may_speak(t, lexicon) for t in frame.objects))
    ):
        return row, adverb
    if frame.objects:
        return None
    word = _opening(tree, frame, lexicon)
    return (row, word) if word is not None else None


def denying_words(tree: Tree, word: Token) -> tuple[Token, ...]:
    """ "*Not how* she remembers it", "tells it *differently*": what belongs to the cue beside its verb."""
    if word.lower_ != "how":
        return (word,)
    return (*(k for k in tree.kids(word.head.head) if k.dep_ == "neg"), word)


def _opening(tree: Tree, frame: Frame, lexicon: Lexicon) -> Token | None:
    """ "*No*, says Wei", "*Nonsense*, said the union", "On the *contrary*, Wei said": a word and a comma before it."""
    verb = frame.predicate
    ends = verb.i + 1 == len(tree.tokens) or tree.tokens[verb.i + 1].is_punct
    before = [t.left_edge.i for t in frame.subjects if t.i < verb.i and ends]
    comma = max(before, default=verb.i) - 1
    if comma < 1 or tree.tokens[comma].text != ",":
        comma = verb.i - 1
    if comma < 1 or tree.tokens[comma].text != "," or tree.quote_of[comma] >= 0:
        return None
    word = tree.tokens[comma - 1]
    start = min(word.i, tree.past_space(verb.sent.start))
    if word.i - start > _LEAD or tree.zone_of[start] != tree.zone_of[verb.i]:
        return None
    if word.lower_ in _CONTRARY or (word.i == start and word.lower_ == "no"):
        return word
    pos = "noun" if word.pos_ in ("NOUN", "PROPN") else "adjective"
    alone = word.i == start and word.pos_ != "VERB" and lexicon.verdict(word.lower_, pos) is not None
    return word if alone else None


def _not_how(tree: Tree, verb: Token) -> bool:
    """ "That is *not how* the mayor remembers it": the clause is what the pronoun is not."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "advcl") or above.lemma_ != "be" or above.i > verb.i:
        return False
    kids = tree.kids(above)
    return any(k.dep_ == "neg" for k in kids) and any(k.dep_ == "nsubj" and k.lower_ in _POINTING for k in kids)
