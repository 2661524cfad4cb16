"""Somebody quoted by somebody else: "the Courier quoted Berg as saying the mill would close", "was cited as saying".

Two reports in one: who quotes, and what they have the other one say. Parsers are at a loss here, so the words are read
in their order: a verb that quotes, whom it quotes, "as", a verb of saying, and the rest of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.frames import Frame
from kg.syntax.labels import spoken_heads
from kg.syntax.saying import Saying, noun_phrase, phrase_tokens, row_for, source_words, trimmed
from kg.syntax.tree import Tree

_REACH = 14
"""How many tokens lie between the verb that quotes and its "as"."""


def quoted_sayings(tree: Tree, frames: list[Frame], lexicon: Lexicon) -> Iterator[Saying]:
    """Both reports, the one that quotes first."""
    by_verb = {f.predicate.i: f for f in frames}
    for inner in frames:
        verb = inner.predicate
        said = row_for(lexicon.reporting(inner.lemma, "verb"), "that")
        if verb.tag_ != "VBG" or said is None or verb.i < 2 or tree.tokens[verb.i - 1].lower_ != "as":
            continue
        outer = _quoting(tree, verb, by_verb, lexicon)
        if outer is None:
            continue
        whom = outer.logical_objects[0]
        last = min(verb.sent.end, len(tree.tokens))
        rest = [i for i in range(verb.i + 1, last) if tree.zone_of[i] == tree.zone_of[verb.i]]
        content = trimmed(tree, rest)
        if not content:
            continue
        source = outer.logical_subjects[0] if outer.logical_subjects else None
        words = source_words(tree, outer) if source is not None else ()
        whose = noun_phrase(tree, whom, outer.predicate)
        cue = tuple(sorted({outer.predicate, *outer.auxiliaries}, key=lambda t: t.i))
        between = phrase_tokens(tree, whom) | {verb.i - 1, verb.i} | content
        row = row_for(lexicon.reporting(outer.lemma, "verb"), "as")
        yield Saying(
            outer.predicate,
            cue,
            "verb as",
            row,
            source,
            words,
            between - {t.i for t in (*words, *cue)},
            (verb,),
            negated=outer.negated,
            frame=outer,
        )
        yield Saying(
            verb, (verb,), "verb that", said, whom, whose, content, spoken_heads(tree, set(content)), frame=inner
        )


def _quoting(tree: Tree, verb: Token, by_verb: dict[int, Frame], lexicon: Lexicon) -> Frame | None:
    """The verb that quotes, before "as": it reports and has somebody for its object, or its subject in the passive."""
    for i in range(verb.i - 2, max(-1, verb.i - 2 - _REACH), -1):
        frame = by_verb.get(i)
        if frame is None or tree.tokens[i].sent.start != verb.sent.start:
            continue
        row = row_for(lexicon.reporting(frame.lemma, "verb"), "as")
        if row is not None and row.kind == "Statement" and frame.logical_objects:
            return frame
        return None
    return None
