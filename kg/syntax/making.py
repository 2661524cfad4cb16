"""One saying put together from a verb's frame, with the words of its cue, its source and those who are told."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Reporting
from kg.syntax.extent import followed, without_additions, without_meanwhile
from kg.syntax.frames import Frame
from kg.syntax.labels import spoken_heads
from kg.syntax.saying import Saying, noun_phrase, source_words, trimmed
from kg.syntax.tree import Tree

_AHEAD = frozenset("Prediction Hope Demand Request Desire Intention Promise Expectation Fear Proposal".split())
"""Kinds of reports of what is yet to come."""
_CLAUSES = frozenset(("verb that", "verb wh"))


def made(
    tree: Tree,
    frame: Frame,
    row: Reporting,
    pattern: str,
    sources: tuple[Token, ...],
    content: frozenset[int],
    heads: tuple[Token, ...],
    cue: Token | None = None,
    extra: tuple[Token, ...] = (),
) -> Saying:
    """The saying of a frame; `extra` are words that belong to its cue, `cue` the chief one if that is not its verb."""
    cue = cue or frame.predicate
    content, heads = _extended(tree, frame.predicate, pattern, content, heads, ahead=row.kind in _AHEAD)
    source = sources[0] if sources else None
    words = source_phrase(tree, frame, source)
    tokens = sorted({frame.predicate, *frame.particles, *_near(frame), *extra, cue}, key=lambda t: t.i)
    covered = {t.i for t in (*words, *tokens)}
    return Saying(
        cue,
        tuple(tokens),
        pattern,
        row,
        source,
        words,
        trimmed(tree, content - covered),
        heads,
        addressees=_addressees(frame),
        negated=frame.negated,
        frame=frame,
    )


def _extended(
    tree: Tree, verb: Token, pattern: str, content: frozenset[int], heads: tuple[Token, ...], ahead: bool
) -> tuple[frozenset[int], tuple[Token, ...]]:
    """A content with what follows it and without what the reporter adds, and the heads of the clauses in it."""
    content = without_meanwhile(tree, content, verb)
    if not pattern.startswith("verb") and not (ahead and pattern.startswith("adjective")):
        return content, heads
    if pattern in _CLAUSES:
        whole = followed(tree, content, verb, clause=True)
        more = spoken_heads(tree, set(whole - content)) if whole != content else ()
        return whole, (*heads, *(t for t in more if t not in heads))
    return without_additions(tree, followed(tree, content, verb, clause=False, ahead=ahead), heads), heads


def source_phrase(tree: Tree, frame: Frame, source: Token | None) -> tuple[Token, ...]:
    """The words of a source: those of the frame's own subject, or another noun phrase."""
    if source is None:
        return ()
    if frame.subjects and source.i == frame.subjects[0].i:
        return source_words(tree, frame)
    return tuple(t for t in noun_phrase(tree, source, frame.predicate) if t.tag_ != "POS")


def _near(frame: Frame) -> list[Token]:
    return [a for a in frame.auxiliaries if abs(a.i - frame.predicate.i) < 5]


def _addressees(frame: Frame) -> tuple[Token, ...]:
    told = tuple(t for t in (*frame.datives, *frame.objects) if t.i > frame.predicate.i or not frame.relativised)
    if frame.datives and not frame.complements:  # "promised *her* a refund"
        return frame.datives
    if frame.complements and told:
        return told
    return frame.to("to", "with")
