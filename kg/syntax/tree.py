"""A parsed document with what every rule asks of it at hand: children, zones, quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import accumulate

from spacy.tokens import Doc, Token

from kg.model import Document, Span, ZoneKind
from kg.syntax.quotes import Quote, quotes

CLAUSAL = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis", "conj", "cc", "preconj", "appos", "dep"))
"""Dependents that are not part of a noun phrase's own words."""

DASHES = frozenset(("--", "—", "–"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"))
_NOT = frozenset(("not", "never"))
_ONLY = frozenset("only just merely simply least".split())
"""Words behind "not" that leave what follows as it is."""


class Tree:
    """The dependency trees of one document.

    ``kids`` are a token's children in the order of the text (spaCy looks them up anew at every call);
    ``sentence_of`` is the number of the sentence that a token stands in;
    ``quote_of`` is the quotation a token stands in, by its place in ``quotes``, or -1, ``quote_tokens`` the way back.
    """

    def __init__(self, doc: Doc, document: Document) -> None:
        self.doc = doc
        self.document = document
        self.tokens: list[Token] = list(doc)
        self._kids: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            head = token.head
            if head.i != token.i:
                self._kids[head.i].append(token)
        self.sentence_of = list(accumulate(int(_opens_sentence(t)) for t in self.tokens))
        self._dashes = [t.i for t in self.tokens if t.text in DASHES]
        self.quotes: tuple[Quote, ...] = quotes(document)
        self.quote_of = self._members(tuple(q.span for q in self.quotes))
        self.quote_tokens: list[list[int]] = [[] for _ in self.quotes]
        for i, number in enumerate(self.quote_of):
            if number >= 0:
                self.quote_tokens[number].append(i)
        zones = document.zones
        self.zone_of = self._members(tuple(z.span for z in zones))
        self._skipped = frozenset(
            n for n, z in enumerate(zones) if z.kind not in (ZoneKind.PARAGRAPH, ZoneKind.HEADLINE)
        )

    def _members(self, spans: tuple[Span, ...]) -> list[int]:
        out, n = [-1] * len(self.tokens), 0
        for token in self.tokens:
            while n < len(spans) and spans[n].end <= token.idx:
                n += 1
            if n < len(spans) and spans[n].begin <= token.idx:
                out[token.i] = n
        return out

    def kids(self, token: Token) -> list[Token]:
        """The token's children, left to right."""
        return self._kids[token.i]

    def kid(self, token: Token, *deps: str) -> Token | None:
        """The first child with one of these labels."""
        for kid in self._kids[token.i]:
            if kid.dep_ in deps:
                return kid
        return None

    def under(self, token: Token, preps: Collection[str]) -> Iterator[Token]:
        """What stands under these prepositions of a token: "Oslo" in "the mayor of Oslo"."""
        for prep in self._kids[token.i]:
            if prep.dep_ == "prep" and prep.lower_ in preps:
                yield from (held for held in self._kids[prep.i] if held.dep_ == "pobj")

    def read(self, token: Token) -> bool:
        """Whether the token stands in a part of the article that is read for content."""
        return self.zone_of[token.i] not in self._skipped

    def headline(self, token: Token) -> bool:
        """Whether the token stands in the headline."""
        zone = self.zone_of[token.i]
        return zone >= 0 and self.document.zones[zone].kind is ZoneKind.HEADLINE

    def dateline(self, token: Token) -> bool:
        """Whether the token stands in a dateline."""
        zone = self.zone_of[token.i]
        return zone >= 0 and self.document.zones[zone].kind is ZoneKind.DATELINE

    def span(self, tokens: list[Token]) -> Span:
        """From the first to the last of these tokens, in characters."""
        places = [t.i for t in tokens]
        first, last = self.tokens[min(places)], self.tokens[max(places)]
        return Span(first.idx, last.idx + len(last))

    def subtree(self, token: Token, most: int | None = None) -> list[Token]:
        """The token and everything below it, in the order of the text; nothing if that is more than `most` tokens."""
        found: list[Token] = []
        stack = [token]
        while stack:
            if most is not None and len(found) + len(stack) > most:
                return []
            top = stack.pop()
            found.append(top)
            stack.extend(self._kids[top.i])
        return sorted(found, key=lambda t: t.i)

    def between_dashes(self, token: Token, outside: Token) -> bool:
        """Whether a token stands between two dashes of its sentence, and the other one beyond them."""
        at = bisect_left(self._dashes, token.i)
        if not 0 < at < len(self._dashes):
            return False
        before, after = self._dashes[at - 1], self._dashes[at]
        own = self.sentence_of[token.i]
        return self.sentence_of[before] == self.sentence_of[after] == own and not before < outside.i < after

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and what is coordinated with it, in the order of the text."""
        stack = [k for k in self._kids[token.i] if k.dep_ == "conj"]
        if not stack:
            return [token]
        found = [token]
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend([k for k in self._kids[top.i] if k.dep_ == "conj"])
        return sorted(found, key=lambda t: t.i)

    def nouns(self, token: Token) -> list[Token]:
        """The token and the noun phrases coordinated with it ("he and Merkel", but "he *and not* Merkel")."""
        found = [t for t in self.conjuncts(token) if t is token or t.pos_ in _NOUNS or t.tag_ == "VBG"]
        if len(found) == 1:
            return found
        none = self._has(token, "no")
        return [t for t in found if t is token or not (self.left_out(t) or (self._has(t, "no") and not none))]

    def left_out(self, token: Token) -> bool:
        """ "A query and *not a warning*", "to her, *not to him*"; "and not only a warning" is one."""
        no = next((k for k in self._kids[token.i] if k.lower_ in _NOT and k.i < token.i), None)
        return no is not None and self.tokens[no.i + 1].lower_ not in _ONLY

    def _has(self, noun: Token, word: str) -> bool:
        return any(k.lower_ == word and k.i < noun.i for k in self._kids[noun.i])

    def marked(self, clause: Token, words: Collection[str]) -> bool:
        """Whether one of these words opens a clause: "that", "if"."""
        return any(k.dep_ == "mark" and k.lower_ in words for k in self._kids[clause.i])

    def past_space(self, at: int, step: int = 1) -> int:
        """The place of the next token from `at` on that is no white space; it may lie outside of the text."""
        while 0 <= at < len(self.tokens) and self.tokens[at].is_space:
            at += step
        return at

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above the token, nearest first."""
        while token.head.i != token.i:
            token = token.head
            yield token


def _opens_sentence(token: Token) -> bool:
    """Whether a sentence begins here; a bullet that the parse takes for one is part of the next."""
    if not token.is_sent_start:
        return False
    before = token.nbor(-1) if token.i else None
    return before is None or not before.is_sent_start or before.text.isalnum()
