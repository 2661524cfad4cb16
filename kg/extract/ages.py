"""How old somebody is: "Berg, 45, …", "the 45-year-old mayor", "aged 45", "Berg is 45"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.bearers import Bearers
from kg.extract.factuality import Factuality
from kg.model import Age, Entity, Evidence, Kind, Polarity, Ref, Span
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_OLDEST = 120
_CLOSES = frozenset((",", ".", ";", ")"))
_HYPHENS = frozenset(("-", "–"))
_MODIFIES = frozenset(("amod", "compound", "nmod", "nummod"))
_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class Told:
    """The age of a cluster (`bearer`), and what tells it."""

    bearer: int
    years: int
    evidence: Evidence


class Ages:
    """Reads the ages that one document states in its own voice."""

    def __init__(
        self, tree: Tree, found: Resolution, status: Factuality, bearers: Bearers, frames: Mapping[int, Frame]
    ) -> None:
        self._tree, self._found, self._status = tree, found, status
        self._bearers, self._frames = bearers, frames
        people = [c for c in found.clusters.candidates if c.kind is Kind.NAMED and c.type == "Person"]
        self._ends = {c.end: c for c in people}
        self._titles = {i: c for c in people for i in range(c.start, c.end - len(c.name))}

    def told(self) -> Iterator[Told]:
        """The ages, in the order of the text; each of somebody's once."""
        seen: set[tuple[int, int]] = set()
        for token in self._tree.tokens:
            years = _years(token)
            if years is None or not self._tree.read(token):
                continue
            for told in (*self._between_commas(token), *self._year_old(token), *self._aged(token), *self._is(token)):
                age = Told(told[0], years, Evidence(tuple(sorted(set(told[1]))), f"age: {told[2]}", _CONFIDENCE))
                if self._found.type(age.bearer) == "Person" and (age.bearer, years) not in seen:
                    seen.add((age.bearer, years))
                    yield age

    def _between_commas(self, number: Token) -> Iterator[tuple[int, list[Span], str]]:
        """ "Berg, 45, said", "Ada Berg (45) said": a number between commas or brackets after somebody's name.

        In brackets after a surname alone it may be the minute of a goal.
        """
        tokens = self._tree.tokens
        person = self._ends.get(number.i - 1)
        after = tokens[number.i + 1].text if number.i + 1 < len(tokens) else "."
        opening = tokens[number.i - 1].text
        if opening == "(":
            closed = after == ")" and person is not None and len(person.name) > 1
        else:
            closed = opening == "," and after in _CLOSES
        if person is not None and closed and self._own(number):
            spans = [person.span(self._tree), self._tree.span([number])]
            yield self._found.clusters.root(person), spans, "between commas"

    def _year_old(self, number: Token) -> Iterator[tuple[int, list[Span], str]]:
        """ "the 45-year-old mayor Berg", "Berg, a 45-year-old lawyer, …", "the 45-year-old"."""
        words = self._tree.tokens[number.i : number.i + 5]
        if [t.lower_ if t.text not in _HYPHENS else "-" for t in words[1:]] != ["-", "year", "-", "old"]:
            return
        old = words[-1]
        noun = old
        while noun.dep_ in _MODIFIES and noun.head.i > noun.i:
            noun = noun.head
        told = self._tree.span(words)
        for root, span in self._whom(noun, number):
            yield root, [told, span], "year-old"

    def _aged(self, number: Token) -> Iterator[tuple[int, list[Span], str]]:
        """ "Berg, aged 45, left", "Berg died aged 45", "at the age of 45"."""
        before = self._tree.tokens[max(0, number.i - 4) : number.i]
        words = [t.lower_ for t in before]
        if words[-1:] == ["aged"]:
            first = before[-1]
        elif words == ["at", "the", "age", "of"] or words[-2:] == ["at", "age"]:
            first = before[0] if len(words) == 4 and words[0] == "at" else before[-2]
        else:
            return
        head = first.head
        told = self._tree.span([first, number])
        if head.i in self._frames:
            if first.lower_ == "aged" or head.lemma_ == "die":  # "at the age of 45 she left" is of another day
                yield from self._subjects(self._frames[head.i], told, "aged")
        elif first.lower_ == "aged":
            for root, span in self._whom(head, number):
                yield root, [told, span], "aged"

    def _is(self, number: Token) -> Iterator[tuple[int, list[Span], str]]:
        """ "Berg is 45", "she is 45 years old", "Berg turned 45"."""
        last = number
        if number.dep_ == "nummod" and number.head.lower_ == "years" and number.head.head.lower_ == "old":
            last = number.head.head
        frame = self._frames.get(last.head.i)
        if frame is None or last.dep_ not in ("attr", "acomp", "dobj") or self._tree.kids(number):
            return
        if frame.lemma == "be" if last.dep_ != "dobj" else frame.lemma == "turn":
            yield from self._subjects(frame, self._tree.span([number, last]), "is")

    def _subjects(self, frame: Frame, told: Span, rule: str) -> Iterator[tuple[int, list[Span], str]]:
        state = self._status.status(frame.predicate)
        if not state.asserted or state.polarity is not Polarity.POSITIVE:
            return
        for subject in frame.subjects:
            root, c = self._found.root(subject), self._found.by_head.get(subject.i)
            if root is not None and c is not None and c.number == "sg":
                yield root, [told, c.span(self._tree)], rule

    def _whom(self, noun: Token, number: Token) -> Iterator[tuple[int, Span]]:
        """Who a noun phrase with an age tells of: a name, what it describes, or somebody without a name."""
        c = self._found.by_head.get(noun.i) or self._titles.get(noun.i)
        if c is None or c.number != "sg" or not self._own(number):
            return
        told = [b for b in self._bearers.of(c) if b.asserted and b.polarity is Polarity.POSITIVE]
        for root in [b.root for b in told] or [self._found.clusters.root(c)]:
            yield root, c.span(self._tree)

    def _own(self, token: Token) -> bool:
        return self._status.own_voice(token)


def _years(token: Token) -> int | None:
    """A number of years that somebody may be old."""
    if not (token.text.isascii() and token.text.isdigit() and len(token) <= 3):
        return None
    years = int(token.text)
    return years if 0 < years <= _OLDEST else None


def with_ages(things: tuple[Entity, ...], told: list[Told], ids: Mapping[int, Ref]) -> tuple[Entity, ...]:
    """The entities with their ages."""
    mine: dict[Ref, list[Age]] = {}
    for one in told:
        if one.bearer in ids:
            mine.setdefault(ids[one.bearer], []).append(Age(one.years, one.evidence))
    return tuple(replace(thing, ages=tuple(mine[thing.id])) if thing.id in mine else thing for thing in things)
