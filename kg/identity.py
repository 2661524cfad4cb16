"""Identity across articles: which entities of a batch have one IRI.

Countries go by the table's name, whatever the article calls them. People are one when their names are, spelling aside
("Kim Jong-un", "Kim Jong Un"); a surname alone goes to the one whom the batch knows best by it. Everything else goes by
its own label. Two entities of one article never share an IRI.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import Entity, Ref
from kg.names import BASE, slug

_READABLE = frozenset(("Person", "Organization", "Country", "City", "Place", "Product", "CreativeWork"))
_CLEAR = 2

Name = tuple[str, ...]


@dataclass(slots=True)
class _People:
    """The full names of a batch: in how many articles each spelling stands, and which offices go with them."""

    spellings: dict[Name, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    offices: dict[Name, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_surname: dict[str, set[Name]] = field(default_factory=lambda: defaultdict(set))
    by_first: dict[str, set[Name]] = field(default_factory=lambda: defaultdict(set))

    def add(self, thing: Entity) -> None:
        """Count a person of one article."""
        name = _folded(thing.label)
        if len(name) > 1:
            self.spellings[name][thing.label] += 1
            self.offices[name].update(role.title for role in thing.roles)
            self.by_surname[name[-1]].add(name)
            self.by_first[name[0]].add(name)

    def label(self, thing: Entity) -> str:
        """The name that a person goes by in the whole batch."""
        name = _folded(thing.label)
        if len(name) == 1:
            known = self._bearer(self.by_surname.get(name[0]) or self.by_first.get(name[0]) or set(), thing)
            if known is None:
                return thing.label
            name = known
        spellings = self.spellings.get(name)
        return min(spellings, key=lambda s: (-spellings[s], s)) if spellings else thing.label

    def _bearer(self, names: set[Name], thing: Entity) -> Name | None:
        """Who of these a surname alone stands for: who shares an office with it, else who is in most articles."""
        offices = {role.title for role in thing.roles}
        fits = [n for n in names if offices & self.offices[n]] or list(names)
        counts = Counter({n: sum(self.spellings[n].values()) for n in fits}).most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < _CLEAR * counts[1][1]):
            return None
        return counts[0][0]


def identities(articles: Sequence[Sequence[Entity]], lexicon: Lexicon, *, base: str = BASE) -> list[dict[Ref, str]]:
    """For each article the IRIs that differ from what the article alone would give its entities, by local id."""
    people = _People()
    for things in articles:
        for thing in things:
            if thing.type == "Person" and thing.named:
                people.add(thing)
    out = []
    for things in articles:
        named = [thing for thing in things if thing.named and thing.type in _READABLE]
        wanted = {thing.id: _name(thing, lexicon, people) for thing in named}
        out.append(dict(_unshared(wanted, {thing.id: thing.label for thing in named}, base)))
    return out


def _name(thing: Entity, lexicon: Lexicon, people: _People) -> str:
    if thing.type == "Country":
        country = next((c for name in (thing.label, *thing.names) if (c := lexicon.country(name)) is not None), None)
        return country.name if country is not None else thing.label
    return people.label(thing) if thing.type == "Person" else thing.label


def _folded(name: str) -> Name:
    """The words of a name without case, hyphens, dots and the initials between first name and surname.

    >>> _folded("Ada K. Berg-Lund")
    ('ada', 'berg', 'lund')
    """
    words = re.sub(r"[-‐‑]", " ", name.casefold()).replace(".", " ").split()
    return tuple(w for n, w in enumerate(words) if len(w) > 1 or n in (0, len(words) - 1))


def _unshared(wanted: Mapping[Ref, str], labels: Mapping[Ref, str], base: str) -> Iterator[tuple[Ref, str]]:
    """The new IRIs; where two of an article want one, it goes to the one that is called so, spelling aside."""
    rivals: dict[str, list[Ref]] = defaultdict(list)
    for ref, name in wanted.items():
        rivals[slug(name)].append(ref)
    for own, refs in rivals.items():
        if len(refs) > 1:
            refs = [ref for ref in refs if _folded(labels[ref]) == _folded(wanted[ref])]
        if len(refs) == 1 and slug(labels[refs[0]]) != own:
            yield refs[0], base + own
