"""One place where the text says who says what, still in tokens: the raw material of attributions and claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.syntax.extent import beside, with_participle
from kg.syntax.frames import Frame
from kg.syntax.tree import DASHES, Tree

_CLOSERS = frozenset(".!?")
_PAUSES = _CLOSERS | {","}
_CLAUSAL_SUBJECTS = frozenset(("csubj", "csubjpass"))
_SPEAKERS = frozenset(
    "i you he she we they who somebody someone everybody everyone nobody one many some few others".split()
)
_NAMED_SPEAKERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))


@dataclass(slots=True, eq=False)
class Saying:
    """A cue with its source and content.

    `content` holds token numbers; `heads` are the predicates (or nouns) that the content is made of; `pattern` is the
    name of the rule; `quotes` the quotations that belong to it, by their numbers in the tree.
    """

    cue: Token
    cue_tokens: tuple[Token, ...]
    pattern: str
    row: Reporting | None
    source: Token | None = None
    source_tokens: tuple[Token, ...] = ()
    content: frozenset[int] = frozenset()
    heads: tuple[Token, ...] = ()
    addressees: tuple[Token, ...] = ()
    quotes: tuple[int, ...] = ()
    negated: bool = False
    frame: Frame | None = None
    parent: Saying | None = field(default=None, repr=False)

    def around(self) -> Iterator[Saying]:
        """The sayings inside whose contents this one stands, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def apart(self, other: Saying) -> bool:
        """Whether neither of two sayings stands inside the other's content."""
        return all(s is not other for s in self.around()) and all(s is not self for s in other.around())


def trimmed(tree: Tree, tokens: Iterable[int]) -> frozenset[int]:
    """Token numbers without white space and punctuation at either end; quotation marks stay."""
    order = sorted(tokens)
    first, last = 0, len(order)
    while first < last and _outer(tree, order[first], opening=True):
        first += 1
    while last > first and _outer(tree, order[last - 1], opening=False):
        last -= 1
    return frozenset(order[first:last])


def _outer(tree: Tree, i: int, opening: bool) -> bool:
    token = tree.tokens[i]
    if token.is_space:
        return True
    if not token.is_punct or tree.quote_of[i] >= 0:
        return False
    return token.text not in ("(", "[") if opening else token.text not in (")", "]", "%")


def whole_word(tree: Tree, token: Token) -> str:
    """A token in lower case, with what a hyphen joins to it: "so-called" for its "called"."""
    joined = token.i > 1 and tree.tokens[token.i - 1].tag_ == "HYPH"
    return f"{tree.tokens[token.i - 2].lower_}-{token.lower_}" if joined else token.lower_


def noun_phrase(tree: Tree, head: Token, without: Token | None = None) -> tuple[Token, ...]:
    """The whole noun phrase of a source with its appositions, but not the clause that holds `without`."""
    left, right = head.left_edge.i, head.right_edge.i
    if without is not None and left <= without.i <= right:
        if without.i > head.i:
            below = without
            while below.head.i not in (head.i, below.i):
                below = below.head
            right = below.left_edge.i - 1
        else:
            left = without.i + 1
    zone, quote = tree.zone_of[head.i], tree.quote_of[head.i]
    keep = {i for i in range(left, right + 1) if tree.zone_of[i] == zone and (tree.quote_of[i] == quote or quote < 0)}
    for kid in tree.kids(head):
        if kid.dep_ in ("relcl", "conj") and kid.pos_ in ("VERB", "AUX") and kid.right_edge.i - kid.left_edge.i > 40:
            keep -= set(range(kid.left_edge.i, right + 1))
    for i in range(left, right + 1):
        if i != head.i and i in keep and beside(tree, tree.tokens[i]):
            aside = tree.tokens[i]
            if not aside.left_edge.i <= head.i <= aside.right_edge.i:
                keep -= set(range(aside.left_edge.i, aside.right_edge.i + 1))
    start = end = head.i
    while start - 1 in keep and not _clock(tree, start - 1):
        start -= 1
    while end + 1 in keep:
        end += 1
    end = with_participle(tree, end)
    return tuple(tree.tokens[i] for i in sorted(trimmed(tree, range(start, end + 1))))


def _clock(tree: Tree, i: int) -> bool:
    """ "*20:10* The minister said …": the time of an entry of a live page, and no part of who speaks."""
    digits = tree.tokens[i].text.replace(":", ".", 1).split(".")
    opens = i == 0 or tree.zone_of[i - 1] != tree.zone_of[i] or tree.tokens[i - 1].is_space
    return opens and len(digits) == 2 and all(d.isdecimal() and len(d) <= 2 for d in digits)


def source_words(tree: Tree, frame: Frame) -> tuple[Token, ...]:
    """The words of a frame's source: its subject's noun phrase, or the "who" of a relative clause."""
    subjects = frame.logical_subjects if frame.passive and frame.agents else frame.subjects
    if not subjects:
        return ()
    if frame.subject_by == "antecedent" and (pronoun := _relative(tree, frame.predicate)) is not None:
        return (pronoun,)
    return noun_phrase(tree, subjects[0], frame.predicate)


def _relative(tree: Tree, verb: Token) -> Token | None:
    """The relative pronoun that is the subject of a verb, or of the one it is coordinated with or controlled by."""
    while True:
        own = next((k for k in tree.kids(verb) if k.dep_ in ("nsubj", "nsubjpass")), None)
        if own is not None:
            return own if own.tag_ in ("WP", "WDT") else None
        if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return None
        verb = verb.head


def may_speak(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun or pronoun may be somebody who says things: people, institutions, groups."""
    if token.pos_ == "PRON":
        return token.lower_ in _SPEAKERS
    row = lexicon.noun(token.lemma_.lower())
    return token.ent_type_ in _NAMED_SPEAKERS or (
        not token.ent_type_ and row is not None and row.type in ("Person", "Group", "Organization")
    )


def is_document(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is something to read or hear, which says things too: a report, a statement, a video."""
    row = lexicon.noun(token.lemma_.lower())
    said = token.pos_ in ("NOUN", "PROPN") and bool(lexicon.reporting(token.lemma_.lower(), "noun"))
    return said or (row is not None and row.type == "CreativeWork")


def understood(tree: Tree, frame: Frame, lexicon: Lexicon) -> tuple[Token, ...]:
    """The source of a verb without a subject of its own: "their *promise* to cut …", "Berg thanked Wei for saying …".

    It is the owner of the noun above it, or else the next subject above that may speak. What is itself the subject of a
    clause is anybody's: "*to say* that the dam is safe is wrong".
    """
    at = frame.predicate
    if at.dep_ in _CLAUSAL_SUBJECTS:
        return ()
    for above in tree.ancestors(frame.predicate):
        owner = next((k for k in tree.kids(above) if k.dep_ == "poss" and k.i < at.i), None)
        if owner is not None and above.pos_ == "NOUN":
            return (owner,)
        subject = next((k for k in tree.kids(above) if k.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and above.pos_ in ("VERB", "AUX"):
            return (subject,) if subject.i != at.i and may_speak(subject, lexicon) else ()
        at = above
    return ()


def clause_tokens(tree: Tree, clause: Token, cue: Token, source: tuple[Token, ...]) -> frozenset[int]:
    """The tokens of a complement clause: whole quotations, nothing of the cue's own words, no other paragraph."""
    zone = tree.zone_of[cue.i]
    keep = {i for i in range(clause.left_edge.i, clause.right_edge.i + 1) if tree.zone_of[i] == zone}
    if tree.quote_of[cue.i] < 0:
        for quote in {tree.quote_of[i] for i in keep} - {-1}:
            inside = tree.quote_tokens[quote]
            touched = sum(i in keep for i in inside)
            if inside and (touched * 2 >= len(inside) or tree.quote_of[clause.i] == quote):
                keep.update(inside)
        own = tree.quote_of[clause.i]
        if own >= 0:
            inside = tree.quote_tokens[own]
            ends = tree.tokens[inside[-1] - 1].text
            if (clause.i < cue.i and ends in _PAUSES) or (inside[-1] + 1 in keep and ends in _CLOSERS):
                keep = {i for i in keep if i <= inside[-1]}
    else:
        own = tree.quote_of[cue.i]
        keep = {i for i in keep if tree.quote_of[i] == own}
    if clause.i < cue.i and tree.quote_of[clause.i] < 0:
        keep -= _fronted(tree, clause)
    if cue.i in keep:
        words = [cue.i, *(t.i for t in source)]
        keep -= set(range(min(words), max(words) + 1))
    if cue.i < clause.i:
        dashes = [i for i in keep if i > clause.i and tree.tokens[i].text in DASHES and tree.quote_of[i] < 0]
        if len(dashes) == 1:  # what follows one dash is an afterthought, most often the reporter's
            keep = {i for i in keep if i < dashes[0]}
    return trimmed(tree, keep)


def _fronted(tree: Tree, clause: Token) -> set[int]:
    """What a trailing "…, Z reported" does not cover: "after A met B, …" and clauses between dashes."""
    out: set[int] = set()
    stack = [clause]
    while stack:
        top = stack.pop()
        for kid in tree.kids(top):
            inner = range(kid.left_edge.i, kid.right_edge.i + 1)
            if (kid.dep_ == "advcl" and kid.i < top.i and _presupposed(tree, kid)) or (
                kid.dep_ == "ccomp" and kid.i < top.i and tree.between_dashes(kid, top)
            ):
                out.update(inner)
            elif kid.dep_ == "ccomp":
                stack.append(kid)
    return out


def _presupposed(tree: Tree, clause: Token) -> bool:
    mark = next((k for k in tree.kids(clause) if k.dep_ in ("mark", "advmod")), None)
    return mark is not None and mark.lower_ in ("after", "when", "as", "while", "since", "once")


def phrase_tokens(tree: Tree, *heads: Token) -> frozenset[int]:
    """Everything under these heads that stands in the paragraph of the first, trimmed.

    "praised the crew, *who had rowed all night*": a relative clause behind a comma is the reporter's addition.
    """
    zone = tree.zone_of[heads[0].i]
    keep = {i for h in heads for i in range(h.left_edge.i, h.right_edge.i + 1)}
    for head in heads:
        for top in (head, *head.rights):
            for kid in tree.kids(top):
                if kid.dep_ == "relcl" and kid.i > head.i and tree.tokens[kid.left_edge.i - 1].text == ",":
                    keep.difference_update(range(kid.left_edge.i, kid.right_edge.i + 1))
    return trimmed(tree, (i for i in keep if tree.zone_of[i] == zone))


def row_for(rows: tuple[Reporting, ...], *frames: str) -> Reporting | None:
    """The first row that takes one of these frames, in the order of the frames."""
    for wanted in frames:
        for row in rows:
            if wanted in row.frames:
                return row
    return None
