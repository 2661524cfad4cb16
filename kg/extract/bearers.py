"""Of whom a noun phrase tells: "the coach of Varnholm" is an office, but whose?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.factuality import Factuality
from kg.lexicon import Lexicon
from kg.model import Kind, Polarity
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution
from kg.resolve.titles import year_before
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_DEFINITE = frozenset("the poss my our your his her its their".split())
_COPULAS = frozenset(("be", "become", "remain"))
_TO_OFFICE = frozenset(("appointed", "elected", "nominated", "chose", "hired"))
"""Properties of verbs that give their object an office ("appointed Berg as head of the bank")."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity that a phrase tells something of, whether the article says so itself, and why we think so."""

    root: int
    polarity: Polarity
    asserted: bool
    rule: str


class Bearers:
    """Who bears what the noun phrases of one document say."""

    def __init__(
        self, tree: Tree, found: Resolution, status: Factuality, frames: Mapping[int, Frame], lexicon: Lexicon
    ) -> None:
        self._tree, self._found, self._status, self._frames, self._lexicon = tree, found, status, frames, lexicon
        self._ends = {c.end: c for c in found.clusters.candidates if c.kind is Kind.NAMED}

    def of(self, c: Candidate) -> list[Bearer]:
        """The entities that a phrase tells of, each by the surest rule."""
        if self._found.clusters.named(c):
            rule = "phrase of a name" if c.kind is Kind.NAMED else "description"
            return [self._plain(c, self._found.clusters.root(c), rule)]
        return list(self._told(c))

    def adherents(self, c: Candidate) -> list[Bearer]:
        """Who is said to be one of a people, a party or a faith: "Berg, a Democrat, …", "Berg is a Sunni"."""
        if c.type != "Group" or c.number == "pl" or c.kind is not Kind.NAMED or c.definite not in ("a", "an"):
            return []
        return [b for b in self._told(c) if self._found.type(b.root) == "Person"]

    def _told(self, c: Candidate) -> Iterator[Bearer]:
        head = c.head
        while (beside := self._beside(head)) is not None:
            head = beside
        yield from self._apposed(c, head)
        yield from self._predicated(c, head)
        yield from self._as(c, head)

    def _beside(self, noun: Token) -> Token | None:
        """What a noun is coordinated with; one that the parser hangs on a copula, with that one's complement."""
        if noun.dep_ != "conj" and year_before(self._tree, noun) is None:
            return None
        above = next((a for a in self._tree.ancestors(noun) if a.dep_ != "prep"), noun.head)
        if above.pos_ in ("NOUN", "PROPN"):
            return above if above.i < noun.i else None
        frame = self._frames.get(above.i)
        complement = self._tree.kid(above, "attr") if frame is not None and frame.lemma in _COPULAS else None
        return complement if complement is not None and complement.i < noun.i else None

    def _plain(self, c: Candidate, root: int, rule: str) -> Bearer:
        """What a phrase presupposes: the article's own, unless somebody is quoted or it is hedged."""
        return Bearer(root, Polarity.POSITIVE, self._own(c), rule)

    def _own(self, c: Candidate) -> bool:
        """Whether the words are the article's: not in a quotation, not "the alleged leader"."""
        hedged = any(k.dep_ == "amod" and self._status.hedges(k, "adjective") for k in self._tree.kids(c.head))
        return self._status.own_voice(c.head) and not hedged

    def _apposed(self, c: Candidate, head: Token) -> Iterator[Bearer]:
        """ "Berg, coach of Varnholm", "Berg (Varnholm coach)", "the coach of Varnholm, Berg"."""
        found = self._found
        if head.dep_ == "appos" and (of := found.by_head.get(head.head.i)) is not None and found.clusters.named(of):
            yield self._plain(c, found.clusters.root(of), "apposition")
        elif c.start > 1 and self._tree.tokens[c.start - 1].text == "(" and (before := self._ends.get(c.start - 1)):
            yield self._plain(c, found.clusters.root(before), "bracket")
        for kid in self._tree.kids(c.head):
            if kid.dep_ == "appos" and (of := found.by_head.get(kid.i)) is not None and of.kind is Kind.NAMED:
                yield self._plain(c, found.clusters.root(of), "apposition")

    def _predicated(self, c: Candidate, head: Token) -> Iterator[Bearer]:
        """ "Berg is the coach of Varnholm", "Berg was named coach of Varnholm", "the coach of Varnholm is Berg"."""
        frame = self._frames.get(head.head.i)
        if frame is None:
            return
        if head.dep_ == "attr" and frame.lemma in _COPULAS:
            yield from self._said(c, frame, frame.subjects, "is")
        elif head.dep_ == "oprd" and (self._gives_office(frame) or not self._lexicon.reporting(frame.lemma, "verb")):
            yield from self._said(c, frame, frame.subjects if frame.passive else frame.objects, "made")
        elif head.dep_ == "nsubj" and frame.lemma == "be" and c.definite in _DEFINITE:
            named = [o for o in frame.objects if (of := self._found.by_head.get(o.i)) and of.kind is Kind.NAMED]
            yield from self._said(c, frame, named, "is")

    def _as(self, c: Candidate, head: Token) -> Iterator[Bearer]:
        """ "Berg served as coach of Varnholm", "Berg was appointed as coach", "they appointed Berg as coach"."""
        frame = self._frames.get(head.head.head.i) if head.dep_ == "pobj" and head.head.lower_ == "as" else None
        if frame is None:
            return
        given = self._gives_office(frame)
        if given or not self._lexicon.reporting(frame.lemma, "verb"):
            yield from self._said(c, frame, frame.objects if given and not frame.passive else frame.subjects, "as")

    def _gives_office(self, frame: Frame) -> bool:
        return any(row.property in _TO_OFFICE for row in self._lexicon.events(frame.lemma, "verb"))

    def _said(self, c: Candidate, frame: Frame, tokens: Iterable[Token], rule: str) -> Iterator[Bearer]:
        state = self._status.status(frame.predicate)
        for token in tokens:
            root = self._found.root(token)
            if root is not None and self._found.named(root):
                yield Bearer(root, state.polarity, state.asserted and self._own(c), rule)
