"""Clusters of mentions that stand for one entity: a union-find that refuses what cannot be one thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Kind
from kg.resolve.mentions import Candidate

_PEOPLE = frozenset(("Person",))
_VAGUE = frozenset(("Concept", ""))
_KINDS = (Kind.NAMED, Kind.NOMINAL, Kind.PRONOUN)
_BODIES = frozenset(("Organization", "Country", "City", "Place", "Product", "Group"))


@dataclass(slots=True)
class _Known:
    """What the mentions of a cluster say of it, added up as clusters are joined."""

    surnames: set[str]
    genders: set[str]
    country: str
    named: bool
    votes: dict[Kind, dict[str, int]]
    cls: str | None = None
    """The class by these votes, once somebody has asked."""

    @classmethod
    def of(cls, c: Candidate) -> _Known:
        """What one mention says."""
        full = c.kind is Kind.NAMED and c.type == "Person" and len(c.key) > 1 and not c.alias
        return cls(
            set(c.key[1:]) if full else set(),
            {c.gender} if c.gender else set(),
            c.country.name if c.country and c.type != "Group" else "",
            c.kind is Kind.NAMED,
            {c.kind: {c.type: 1}} if c.type not in _VAGUE else {},
        )

    def take(self, other: _Known) -> None:
        """Add what the mentions of another cluster say."""
        self.surnames |= other.surnames
        self.genders |= other.genders
        self.country = self.country or other.country
        self.named = self.named or other.named
        self.cls = None
        for kind, votes in other.votes.items():
            mine = self.votes.setdefault(kind, {})
            for cls, count in votes.items():
                mine[cls] = mine.get(cls, 0) + count

    def type(self) -> str:
        """The commonest class among names, else among descriptions, else among pronouns."""
        if self.cls is None:
            votes = next((v for kind in _KINDS if (v := self.votes.get(kind))), {})
            self.cls = min(votes, key=lambda t: (-votes[t], t), default="")
        return self.cls


class Clusters:
    """Which mentions are one entity. `join` links a mention to an earlier one and says whether it could."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.candidates = list(candidates)
        self._parent = list(range(len(self.candidates)))
        self._members: dict[int, list[Candidate]] = {c.order: [c] for c in self.candidates}
        self._known = [_Known.of(c) for c in self.candidates]
        self.coordinations: list[tuple[Candidate, ...]] = []
        """The actors that stand together as one argument, in the order of the text."""

    def root(self, candidate: Candidate) -> int:
        """The number of the mention's cluster: that of its first mention."""
        at = candidate.order
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def members(self, candidate: Candidate) -> list[Candidate]:
        """The mentions of one entity, in the order of the text."""
        return self._members[self.root(candidate)]

    def rule(self, candidate: Candidate) -> str:
        """Why a mention is in its cluster."""
        return candidate.rule if candidate.order != self.root(candidate) else "first mention"

    def roots(self) -> list[int]:
        """All clusters, by their first mention."""
        return sorted(self._members)

    def by_root(self, root: int) -> list[Candidate]:
        """The mentions of a cluster by its number."""
        return self._members[root]

    def one(self, a: Candidate, b: Candidate) -> bool:
        """Whether two mentions are already one entity."""
        return self.root(a) == self.root(b)

    def join(self, a: Candidate, b: Candidate, rule: str) -> bool:
        """Make `b` the same entity as `a`, unless they cannot be; `rule` is remembered with `b`."""
        ra, rb = self.root(a), self.root(b)
        if ra == rb:
            return True
        if not self.compatible(a, b):
            return False
        low, high = min(ra, rb), max(ra, rb)
        self._parent[high] = low
        mine, theirs = self._members[low], self._members.pop(high)
        in_order = mine[-1].order < theirs[0].order
        mine += theirs
        if not in_order:
            mine.sort(key=lambda c: c.order)
        self._known[low].take(self._known[high])
        if b.rule == "alone":
            b.rule = rule
        elif a.rule == "alone":
            a.rule = rule
        return True

    def compatible(self, a: Candidate, b: Candidate) -> bool:
        """Whether nothing that is known of the two clusters speaks against one entity."""
        ga, gb = self.gender(a), self.gender(b)
        if ga and gb and ga != gb:
            return False
        ta, tb = self.type(a), self.type(b)
        if ta != tb and ta not in _VAGUE and tb not in _VAGUE and not {ta, tb} <= _BODIES:
            return False
        ca, cb = self.country(a), self.country(b)
        if ca and cb and ca != cb:
            return False
        na, nb = self.surnames(a), self.surnames(b)
        return not (na and nb and not na & nb)

    def surnames(self, candidate: Candidate) -> set[str]:
        """The words that may be the surname, if it is a person with a full name; else nothing."""
        return self._known[self.root(candidate)].surnames

    def gender(self, candidate: Candidate) -> str:
        """m, f, n or nothing: what its mentions say."""
        seen = self._known[self.root(candidate)].genders
        return next(iter(seen)) if len(seen) == 1 else ""

    def type(self, candidate: Candidate) -> str:
        """The class of the entity: the commonest among its names, else among its descriptions."""
        root = self.root(candidate)
        return self._known[root].type() or self._members[root][0].type

    def retype(self, mention: Candidate, cls: str) -> None:
        """Give a mention another class."""
        mention.type = cls
        self._learn(mention)

    def regender(self, mention: Candidate, gender: str) -> None:
        """Give a mention a gender."""
        mention.gender = gender
        self._learn(mention)

    def _learn(self, mention: Candidate) -> None:
        root = self.root(mention)
        first, *others = self._members[root]
        self._known[root] = _Known.of(first)
        for other in others:
            self._known[root].take(_Known.of(other))

    def country(self, candidate: Candidate) -> str:
        """The country that it is, by the table of countries, or nothing."""
        return self._known[self.root(candidate)].country

    def named(self, candidate: Candidate) -> bool:
        """Whether one of its mentions is a name."""
        return self._known[self.root(candidate)].named
