"""Metonyms: "Moscow did not meddle", "the Russian government", "the Kremlin".

A capital that acts stands for its country, and so does a country's government; an institution keeps its own node and
is tied to its country. Which names do is in ``countries.tsv`` and ``metonyms.tsv``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.lexicon import Lexicon
from kg.model import Kind, Ref
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

_GOVERNMENT = frozenset(("government", "administration", "authority", "leadership"))


@dataclass(slots=True)
class Metonyms:
    """Mentions that stand for a country (by order), institutions of one, and clusters left without a mention."""

    clusters: Clusters
    standing: dict[int, Candidate] = field(default_factory=dict)
    institutions: dict[int, Candidate] = field(default_factory=dict)
    emptied: set[int] = field(default_factory=set)

    def is_metonym(self, candidate: Candidate) -> bool:
        """Whether a mention stands for something that it does not name."""
        return candidate.order in self.standing

    def stands_for(self, candidate: Candidate) -> Candidate | None:
        """A mention of what this one stands for, if it is a metonym."""
        return self.standing.get(candidate.order)

    def extra(self, ids: Mapping[int, Ref]) -> Iterator[tuple[Candidate, int]]:
        """The metonymic mentions with the cluster they stand for."""
        for order in sorted(self.standing):
            root = self.clusters.root(self.standing[order])
            if root in ids:
                yield self.clusters.candidates[order], root

    def institution_of(self, root: int, ids: Mapping[int, Ref]) -> Ref | None:
        """The country an institution belongs to, if it is in the graph."""
        country = self.institutions.get(root)
        return ids.get(self.clusters.root(country)) if country is not None else None


def _follow(found: Metonyms, members: Iterable[Candidate]) -> None:
    """A pronoun stands for what the phrase before it stands for: "Oslo said *it* would pay"."""
    last: Candidate | None = None
    for c in members:
        if c.kind is not Kind.PRONOUN:
            last = found.standing.get(c.order)
        elif last is not None:
            found.standing[c.order] = last


def metonyms(
    tree: Tree, clusters: Clusters, lexicon: Lexicon, by_head: Mapping[int, Candidate], agents: Collection[int]
) -> Metonyms:
    """Find the metonyms of a document. Countries that only a metonym names are left alone: nothing is made up."""
    found = Metonyms(clusters)
    countries: dict[str, Candidate] = {}
    for c in clusters.candidates:
        if c.country is not None and c.type != "Group":
            countries.setdefault(c.country.name, c)
    for c in clusters.candidates:
        if c.kind is Kind.NAMED and c.type in ("City", "Organization", "Place"):
            name = " ".join(c.name)
            capital = lexicon.capital(name)
            if capital is not None and capital.name in countries and c.head.i in agents and c.country is None:
                found.standing[c.order] = countries[capital.name]
            elif (row := lexicon.metonym(name)) is not None and row.of in countries:
                found.institutions[clusters.root(c)] = countries[row.of]
        elif c.kind is Kind.NOMINAL and c.head.lemma_.lower() in _GOVERNMENT and not clusters.named(c):
            of = [
                by_head[k.i]
                for k in tree.kids(c.head)
                if k.dep_ in ("amod", "compound", "poss", "nmod") and k.i in by_head
            ]
            country = next((o for o in of if o.country is not None), None)
            if country is not None and country.country is not None:
                target = countries.get(country.country.name, country)
                for m in clusters.members(c):
                    found.standing[m.order] = target
    for root in clusters.roots():
        members = clusters.by_root(root)
        _follow(found, members)
        if members and all(m.order in found.standing for m in members):
            found.emptied.add(root)
    return found
