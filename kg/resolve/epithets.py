"""Descriptions that a name is given elsewhere: "the 45-year-old" after "Berg, 45,", "the chief" that Marlow is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.model import Kind
from kg.resolve.aged import year_old
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

_OPENS = frozenset((",", "("))
_WINDOW = 3
_COPULAS = frozenset(("be", "become", "remain"))
_TENSED = frozenset(("VBD", "VBZ", "VBP"))


def join_ages(tree: Tree, clusters: Clusters) -> None:
    """ "Berg, 45, won. … The 45-year-old said": to who is of that age, else the last person who did something."""
    ages: dict[str, Candidate] = {}
    aged: set[int] = set()
    last: list[Candidate] = []
    for c in clusters.candidates:
        if c.kind is Kind.NAMED and c.type == "Person":
            if age := _age(tree.tokens, c):
                ages[age] = c
                aged.add(clusters.root(c))
            if c.subject:
                last.append(c)
        elif c.kind is Kind.NOMINAL and c.type == "Person" and c.definite == "the" and (age := _told(c)):
            a = ages.get(age) or _who(clusters, c, last[-1:], aged)
            if a is not None:
                clusters.join(a, c, "age")
                ages.setdefault(age, a)


def _who(clusters: Clusters, c: Candidate, last: list[Candidate], aged: set[int]) -> Candidate | None:
    """The person who did something last, unless the text has told that one's age, which is another."""
    fits = (p for p in last if c.sentence - p.sentence <= _WINDOW and clusters.root(p) not in aged)
    return next(fits, None)


def _told(c: Candidate) -> str:
    """The age that a description gives: "the 45-year-old", "the 45-year-old driver"."""
    old = c.head.lower_ == "old" or {"year", "old"} <= c.modifiers
    return next((m for m in sorted(c.modifiers) if m.isdecimal()), "") if old else ""


def _age(tokens: Sequence[Token], c: Candidate) -> str:
    """The number after a name: "Berg, 45,", "Ada Berg (45)"; or before it: "45-year-old Berg"."""
    after = tokens[c.end : c.end + 2]
    if len(after) == 2 and after[0].text in _OPENS and after[1].text.isdecimal():
        return after[1].text
    age = year_old(tokens, c.start)
    return age.text if age is not None and age.text.isdecimal() else ""


def join_copulas(tree: Tree, clusters: Clusters) -> None:
    """ "Marlow is the chief of the port authority": one person, where the article itself says so."""
    by_head = {c.head.i: c for c in clusters.candidates}
    for c in clusters.candidates:
        if c.kind is not Kind.NOMINAL or c.type != "Person" or c.number == "pl" or c.definite not in ("the", "poss"):
            continue
        if c.head.dep_ != "attr" or not _plain(tree, c.head.head):
            continue
        subjects = [k for k in tree.kids(c.head.head) if k.dep_ == "nsubj"]
        for a in _named(subjects, by_head):
            clusters.join(a, c, "copula")


def _named(tokens: Sequence[Token], by_head: dict[int, Candidate]) -> Iterator[Candidate]:
    for token in tokens:
        a = by_head.get(token.i)
        if a is not None and a.kind is Kind.NAMED and a.type in ("Person", "Concept"):  # or of no known class
            yield a


def _plain(tree: Tree, verb: Token) -> bool:
    """Whether a main clause says with this verb that something is so: not denied, possible or quoted."""
    return (
        verb.lemma_ in _COPULAS
        and verb.tag_ in _TENSED
        and verb.dep_ == "ROOT"
        and tree.quote_of[verb.i] < 0
        and not any(k.dep_ in ("neg", "aux", "mark", "advcl", "parataxis", "ccomp") for k in tree.kids(verb))
        and not any(k.text == "?" for k in tree.kids(verb))
    )
