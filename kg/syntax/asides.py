"""Reports set beside what they report: "as the minister said, …", "…, she said, …", "…, the survey found"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.frames import Frame
from kg.syntax.labels import spoken_heads
from kg.syntax.making import made
from kg.syntax.saying import Saying, row_for, trimmed
from kg.syntax.tree import Tree

_HUNG = frozenset(("relcl", "advcl", "acl", "conj", "ccomp", "dep"))
"""How parsers hang a report behind a comma, when they do not see what it is."""
_LINKS = frozenset(("WDT", "WP", "WP$", "WRB", "CC", "IN"))
_ENDS = frozenset(".!?;")
_SHORT = 12
"""The tokens of the longest report that is taken for one against the parse."""


def as_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """ "As the minister said, …" and "…, she said, …" set between commas."""
    verb = frame.predicate
    row = row_for(lexicon.reporting(frame.lemma, "verb"), "that", "quote")
    if row is None or frame.complements or not frame.subjects or frame.passive:
        return
    told = not any("np" in r.frames for r in lexicon.reporting(frame.lemma, "verb"))
    own = set(range(verb.left_edge.i, verb.right_edge.i + 1))
    zone = tree.zone_of[verb.i]
    if (aside := _aside(tree, frame, told)) is not None:
        content = trimmed(tree, aside)
        content = trimmed(tree, aside)
        heads = spoken_heads(tree, set(content))
        if heads:
            yield made(tree, frame, row, "parenthesis", _subject(tree, frame), content, heads)
        return
    if frame.subject_by != "own" or frame.objects:
        return
    if verb.dep_ == "advcl" and frame.mark is not None and frame.mark.lower_ == "as":
        pattern = "as"
    elif verb.dep_ == "parataxis":
        pattern = "parenthesis"
    else:
        return
    head = verb.head
    around = {i for i in range(head.left_edge.i, head.right_edge.i + 1) if tree.zone_of[i] == zone} - own
    yield made(tree, frame, row, pattern, frame.subjects, trimmed(tree, around), (head,))


def _subject(tree: Tree, frame: Frame) -> tuple[Token, ...]:
    return tuple(k for k in tree.kids(frame.predicate) if k.dep_ == "nsubj")[:1]


def _aside(tree: Tree, frame: Frame, told: bool) -> set[int] | None:
    """What stands before "…, the survey found." where the parse hangs that from what it reports.

    A clause with a subject of its own right behind a comma, with neither object nor a word that links it, is no
    relative clause: those keep their pronoun behind a comma. The object of a verb that takes none but whom it is `told`
    ("…, Berg told the Courier") is no bar.
    """
    verb = frame.predicate
    if verb.dep_ not in _HUNG or tree.quote_of[verb.i] >= 0:
        return None
    subject = next(iter(_subject(tree, frame)), None)
    if subject is None or subject.i > verb.i or subject.tag_ in _LINKS:
        return None
    begin, end = subject.left_edge.i, verb.i
    before = tree.tokens[begin - 1] if begin else None
    if before is None or before.text != "," or begin < verb.sent.start + 3 or end - begin > _SHORT:
        return None
    barred = ("xcomp", "ccomp") if told else ("dobj", "xcomp", "ccomp")
    if any(k.tag_ in _LINKS or k.dep_ in barred for k in tree.kids(verb) if k.dep_ != "prep"):
        return None
    zone = tree.zone_of[verb.i]
    last = _tail(tree, verb)
    if last is None:
        return None
    return {i for i in range(verb.sent.start, begin - 1) if tree.zone_of[i] == zone}


def _tail(tree: Tree, verb: Token) -> int | None:
    """Where the sentence ends behind a verb that only phrases of time, place and the one told follow."""
    at = verb.i
    kids = {k.left_edge.i: k for k in tree.kids(verb) if k.dep_ in ("prep", "npadvmod", "advmod", "dobj")}
    while at + 1 < len(tree.tokens) and (kid := kids.get(at + 1)) is not None and kid.i > at:
        at = kid.right_edge.i
    following = at + 1
    while following < len(tree.tokens) and tree.tokens[following].is_space:
        following += 1
    if following >= len(tree.tokens) or tree.zone_of[following] != tree.zone_of[verb.i]:
        return at
    return at if tree.tokens[following].text in _ENDS else None
