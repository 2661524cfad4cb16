"""Relations that no verb states: an office, a home, a seat, told by how two names stand to each other.

Every mention of a named entity is asked which other names its phrase holds: before the head ("German striker Berg"),
under a preposition ("the mayor of Norrsund"), in brackets or after a comma. A noun that says what its bearer is
(``relations.tsv``) names the property; without one the classes of the two decide (``ties.tsv``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.bearers import Bearer, Bearers
from kg.extract.facts import Fact
from kg.lexicon import Lexicon
from kg.model import Kind
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution
from kg.resolve.titles import FORMER, OVER, YEARS, years_behind
from kg.syntax.tree import Tree

_BEFORE = frozenset(("compound", "amod", "nmod", "poss", "npadvmod", "nummod", "advmod"))
_OFFICES = frozenset(
    "kg:leads kg:officeIn kg:spokespersonFor kg:represents kg:memberOf kg:worksFor kg:playedFor kg:coaches "
    "kg:adviserOf kg:candidateOf kg:affiliation".split()
)
"""Properties that end with an office."""
_STANDS_BEFORE = frozenset(("ADJ", "NOUN", "PROPN", "ADV", "PART", "NUM", "CCONJ", "X"))
_LONGEST = 4
_FAR = 10
_SURE, _ONE_OF = 0.85, 0.75
EXAMPLES = frozenset(("including", "like", "comprising"))
"""Prepositions after which a group's members stand."""


@dataclass(frozen=True, slots=True)
class Link:
    """Another name inside a phrase: how it stands there, and the nouns between that may say what it is."""

    other: Token
    how: str
    nouns: tuple[Token, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a link says: a property, how sure, and the words that say it, if a noun does."""

    property: str
    confidence: float
    words: tuple[Token, ...] = ()


class Nominal:
    """Reads the phrases of one document. `facts` gives its relations in the order of the text."""

    def __init__(self, tree: Tree, found: Resolution, bearers: Bearers, lexicon: Lexicon) -> None:
        self._tree, self._found, self._bearers, self._lexicon = tree, found, bearers, lexicon

    def facts(self) -> Iterator[Fact]:
        """The relations that the phrases of the document state."""
        for c in self._found.clusters.candidates:
            if c.kind is Kind.PRONOUN or self._found.by_head.get(c.head.i) is not c:
                continue
            if self._found.clusters.root(c) in self._found.metonyms.emptied:
                continue
            for bearer in self._bearers.adherents(c):
                yield self._adherent(c, bearer)
            links = self._links(c)
            if not links:
                continue
            for bearer in self._bearers.of(c):
                for link in links:
                    yield from self._facts(c, bearer, link)

    def _adherent(self, c: Candidate, bearer: Bearer) -> Fact:
        return Fact(
            bearer.root,
            "kg:affiliation",
            ("e", self._found.clusters.root(c)),
            bearer.polarity,
            bearer.asserted,
            f"{bearer.rule}: one of",
            _ONE_OF,
            spans=[c.span(self._tree)],
        )

    # -------------------------------------------------------------- what stands in the phrase

    def _links(self, c: Candidate) -> list[Link]:
        offices = [Link(t.of, "of", (self._tree.tokens[t.end - 1],)) for t in c.titles if t.of is not None]
        return [*offices, *self._before(c), *self._under(c), *self._after(c)]

    def _before(self, c: Candidate) -> Iterator[Link]:
        """ "German striker Berg", "the club's coach", "Norrsund-based Varnholm"."""
        tree, found = self._tree, self._found
        own = c.head.i
        stack = [k for k in tree.kids(c.head) if k.i < own and k.dep_ in _BEFORE]
        seen = 0
        while stack and seen < 40:
            seen += 1
            token = stack.pop()
            other = found.by_head.get(token.i)
            if other is not None and other is not c and other.kind is Kind.NAMED:
                inner = {i for t in c.titles for i in range(t.start, t.end - 1)}
                between = tuple(
                    t
                    for t in tree.tokens[other.end : own]
                    if t.i not in inner and t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")
                )
                how = "possessive" if token.dep_ == "poss" else "modifier"
                yield Link(token, how, (*between, c.head))
                if token.dep_ == "poss":
                    stack += [k for k in tree.kids(token) if k.dep_ == "conj"]
                    continue
            stack += [k for k in tree.kids(token) if k.i < token.i and k.dep_ in _BEFORE]

    def _under(self, c: Candidate) -> Iterator[Link]:
        """ "the mayor of Norrsund", "Berg, of the Greens", "Ana Silva from Porto"."""
        tree = self._tree
        own = [c.head] if c.kind is not Kind.NAMED else tree.tokens[c.end - len(c.name) : c.end]
        holders = [*own, *(tree.tokens[t.end - 1] for t in c.titles if tree.tokens[t.end - 1] not in own)]
        titles = tuple(tree.tokens[t.end - 1] for t in c.titles if t.of is None)  # "striker Berg of Norrsund"
        for holder in holders:
            for prep in tree.kids(holder):
                if prep.dep_ == "prep" and prep.i > holder.i:
                    how, nouns = (
                        ("including", ())
                        if self._gives_examples(prep)
                        else (
                            prep.lower_,
                            (holder, *titles) if holder in own else (holder,),
                        )
                    )
                    for held in tree.kids(prep):
                        if held.dep_ == "pobj":
                            for noun in tree.nouns(held):
                                yield Link(noun, how, nouns)
                elif prep.dep_ == "acl" and prep.i > holder.i and prep.tag_ == "VBN":
                    for inner in tree.kids(prep):
                        if inner.dep_ == "prep" and inner.lower_ in ("in", "at", "near"):
                            for held in tree.kids(inner):
                                if held.dep_ == "pobj":
                                    yield Link(held, "in", (prep,))

    def _gives_examples(self, prep: Token) -> bool:
        """ "including", "such as", "like"."""
        return prep.lower_ in EXAMPLES or (
            prep.lower_ == "as" and prep.i > 0 and self._tree.tokens[prep.i - 1].lower_ == "such"
        )

    def _after(self, c: Candidate) -> Iterator[Link]:
        """ "Berg (Greens)", "Port Novo, Benin"."""
        tokens = self._tree.tokens
        if c.kind is not Kind.NAMED or c.end + 1 >= len(tokens):
            return
        mark = tokens[c.end].text
        if mark not in ("(", ",", "-LRB-"):
            return
        start = c.end + 1
        if tokens[start].lower_ in ("the", "a", "an") and start + 1 < len(tokens):
            start += 1
        for token in tokens[start : start + 8]:
            other = self._found.by_head.get(token.i)
            if other is not None and other.kind is Kind.NAMED and other.start <= start:
                closed = tokens[other.end].text if other.end < len(tokens) else "."
                if mark == ",":
                    if other.start == start == c.end + 1 and self._encloses(other) and not self._in_list(c, other):
                        yield Link(token, "comma", (), True)
                elif closed in (")", ",", ";", "/", "-RRB-", "-", "–"):
                    yield Link(token, "bracket", (), True)
                return

    def _in_list(self, c: Candidate, other: Candidate) -> bool:
        """ "Aba, Bida, Jos and Kano": names before or after, with commas too."""
        tokens = self._tree.tokens
        if c.start > 0 and tokens[c.start - 1].text in (",", "and"):
            return True
        after = other.end + (other.end < len(tokens) and tokens[other.end].text == ",")
        if after >= len(tokens):
            return False
        third = self._found.by_head.get(tokens[after].i)
        return tokens[after].text == "and" or (third is not None and third.type == c.type)

    def _encloses(self, c: Candidate) -> bool:
        """Whether a name is a country, a region or a city that is known: "Porto, Portugal", and no list of towns."""
        name = " ".join(c.name)
        known = c.country is not None or self._lexicon.city(name) is not None
        return known or any(seat.kind == "region" for seat in self._lexicon.ties.seats.get(name, ()))

    # -------------------------------------------------------------- what it says

    def _facts(self, c: Candidate, bearer: Bearer, link: Link) -> Iterator[Fact]:
        found = self._found
        other = found.candidate(link.other)
        if other is None or not found.clusters.named(other):
            return
        for root in found.actors(link.other):
            if root == bearer.root or not found.named(root):
                continue
            read = self._read(link, found.type(bearer.root), found.type(root))
            if read is None:
                continue
            spans = {c.span(self._tree), other.span(self._tree)}
            if read.words:
                spans.add(self._tree.span(list(read.words)))
            why = " ".join(t.lower_ for t in read.words) or link.how
            yield Fact(
                bearer.root,
                self._then(read),
                ("e", root),
                bearer.polarity,
                bearer.asserted,
                f"{bearer.rule}: {why}",
                read.confidence,
                spans=sorted(spans),
            )

    def _read(self, link: Link, bearer: str, other: str) -> Reading | None:
        """The property that a noun between the two names says, else the one their classes have."""
        for noun in link.nouns:
            for words, text in self._words(noun):
                row = self._lexicon.ties.noun(text, bearer, other)
                if row is not None:
                    return Reading(row.property, _SURE, words)
        tie = self._lexicon.ties.tie(link.how, bearer, other)
        return Reading(tie.property, tie.confidence) if tie is not None else None

    def _words(self, noun: Token) -> Iterator[tuple[tuple[Token, ...], str]]:
        """The words that end in a noun, the longest first: "deputy prime minister", "prime minister", "minister"."""
        tokens = self._tree.tokens
        last = noun.lemma_.lower() if noun.tag_ in ("NNS", "NNPS") else noun.lower_
        for begin in range(max(0, noun.i - _LONGEST + 1), noun.i + 1):
            text = " ".join([*(t.lower_ for t in tokens[begin : noun.i]), last]).replace(" - ", "-")
            yield tuple(tokens[begin : noun.i + 1]), text

    def _then(self, read: Reading) -> str:
        """The property, or that it is over where the words before the noun say so ("former", "ex-", "until")."""
        if not read.words or read.property not in _OFFICES:
            return read.property
        first = read.words[0].i
        for token in reversed(self._tree.tokens[max(0, first - _FAR) : first]):
            if token.lower_ in FORMER:
                return "kg:formerlyWith"
            if token.pos_ not in _STANDS_BEFORE and token.text != "-":
                break
        noun = read.words[-1]
        if years_behind(self._tree, noun) is not None:
            return "kg:formerlyWith"
        around = (*self._tree.kids(noun), *(self._tree.kids(noun.head) if noun.dep_ in ("attr", "oprd") else ()))
        return "kg:formerlyWith" if self._over(around) else read.property

    def _over(self, around: Iterable[Token]) -> bool:
        """ "Until 2012", "from 2009 to 2012", "between 2009 and 2012": but not "and again since 2015"."""
        preps = [k for k in around if k.dep_ == "prep"]
        inner = [k for p in preps for k in self._tree.kids(p) if k.dep_ in ("prep", "conj")]
        words = {k.lower_ for k in (*preps, *inner)}
        text = self._tree.document.text
        closed = ("from" in words and "to" in words) or any(YEARS.match(text, p.idx + len(p)) for p in preps)
        return "since" not in words and (closed or bool(words & OVER) or "between" in words)
