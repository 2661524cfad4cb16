"""A graph in figures: how much of what it has, what is most disputed, and who stands in the middle."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import networkx as nx
import pyoxigraph as ox
from rdflib import Graph, Literal

from kg.networks import View, to_networkx
from kg.query import Loaded, Table, loaded, rendered
from kg.records import Claim, Reader
from kg.records.claims import person

_SAMPLED: Final = 300
"""From how many nodes of a network paths are followed at most."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A proposition that some affirm and others deny, or that somebody denies; how many claims on each side."""

    proposition: str
    affirmed: int
    denied: int
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Centre:
    """An actor: how many others it is connected with, and its betweenness, from 0 to 1."""

    actor: str
    neighbours: int
    betweenness: float


@dataclass(frozen=True, slots=True, repr=False)
class Stats:
    """The figures of a graph; what counts highest comes first."""

    articles: int
    statements: int
    negated: int
    inferred: int
    propositions: int
    claims: int
    entities_by_type: Mapping[str, int]
    events_by_class: Mapping[str, int]
    claims_by_mode: Mapping[str, int]
    claims_by_claimant: Mapping[str, Mapping[str, int]]
    disputed: tuple[Dispute, ...]
    central: tuple[Centre, ...]

    def tables(self) -> dict[str, Table]:
        """The figures as tables, by what they say."""
        sums = ("articles", "statements", "negated", "inferred", "propositions", "claims")
        polarities = ("Positive", "Negative", "Underspecified")
        speakers = [
            (who, *(number.get(polarity, 0) for polarity in polarities), sum(number.values()))
            for who, number in self.claims_by_claimant.items()
        ]
        quarrels = [(d.proposition, ", ".join(d.affirmed_by), ", ".join(d.denied_by)) for d in self.disputed]
        return {
            "In all": _table(("what", "number"), [(name, getattr(self, name)) for name in sums]),
            "Entities by type": _table(("type", "number"), self.entities_by_type.items()),
            "Events by class": _table(("class", "number"), self.events_by_class.items()),
            "Claims by mode": _table(("mode", "number"), self.claims_by_mode.items()),
            "Claims by claimant and polarity": _table(
                ("claimant", *(polarity.lower() for polarity in polarities), "all"), speakers
            ),
            "Most disputed": _table(("proposition", "affirmed by", "denied by"), quarrels),
            "Most central": _table(
                ("actor", "neighbours", "betweenness"), [(c.actor, c.neighbours, c.betweenness) for c in self.central]
            ),
        }

    def text(self, *, width: int | None = None) -> str:
        """The tables for a terminal; those without a row are left out."""
        parts = [f"{title}\n{rendered(table, width=width)}" for title, table in self.tables().items() if len(table)]
        return "\n".join(parts)

    def json(self) -> str:
        """The figures as one JSON object with the fields of `Stats`."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text().rstrip("\n")

    def _repr_markdown_(self) -> str:
        """What a notebook shows."""
        return self.markdown()

    def markdown(self) -> str:
        """The tables in Markdown."""
        parts = (f"**{title}**\n\n{rendered(table, 'md')}" for title, table in self.tables().items() if len(table))
        return "\n".join(parts)


def stats(graph: Graph | ox.Store | Path | Loaded, *, top: int = 10) -> Stats:
    """The figures of a graph. Of claimants, disputes and actors it has the `top` ones.

    A claim counts for its claimant only if somebody is reported to hold it; what is disputed counts claims that state
    something. Betweenness is that of the `actors` view of `kg.to_networkx`, without directions; on a large network it
    is estimated from a sample, always the same one.

    Raises:
        GraphError: what is given as a graph is none.
    """
    data = loaded(graph)
    reader = Reader(data)
    entities, claims, statements = list(reader.entities()), list(reader.claims()), list(reader.statements())
    return Stats(
        articles=len(reader.articles),
        statements=len(statements),
        negated=sum(one.polarity == "Negative" for one in statements),
        inferred=sum(one.inferred for one in statements),
        propositions=sum(1 for _ in reader.propositions()),
        claims=len(claims),
        entities_by_type=_counted(one.type for one in entities),
        events_by_class=_counted(cls for one in entities if one.type == "Event" for cls in one.classes),
        claims_by_mode=_counted(one.mode for one in claims),
        claims_by_claimant=_claimants(reader, claims, top),
        disputed=_disputes(reader, claims)[:top],
        central=_centres(data)[:top],
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _claimants(reader: Reader, claims: list[Claim], top: int) -> dict[str, dict[str, int]]:
    found: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.presented:
            found.setdefault(person(reader, claim.claimant), Counter())[claim.polarity] += 1
    first = sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))[:top]
    return {who: dict(sorted(polarities.items())) for who, polarities in first}


def _disputes(reader: Reader, claims: list[Claim]) -> tuple[Dispute, ...]:
    sides: dict[str, tuple[list[str], list[str]]] = {}
    for claim in claims:
        if claim.content and claim.presented and claim.mode == "Stated" and claim.polarity in ("Positive", "Negative"):
            side = sides.setdefault(claim.content, ([], []))[claim.polarity == "Negative"]
            side.append(person(reader, claim.claimant))
    found = [
        Dispute(reader.label(content), len(yes), len(no), tuple(sorted(set(yes))), tuple(sorted(set(no))))
        for content, (yes, no) in sides.items()
        if no and "Proposition" in reader.types(content)
    ]
    # What has both sides comes first, then what most deny.
    return tuple(sorted(found, key=lambda d: (-min(d.affirmed, d.denied), -d.denied, -d.affirmed, d.proposition)))


def _centres(data: Loaded) -> tuple[Centre, ...]:
    net = nx.Graph(to_networkx(data, view=View.ACTORS))
    net.remove_edges_from(list(nx.selfloop_edges(net)))
    sample = _SAMPLED if len(net) > _SAMPLED else None
    between = nx.betweenness_centrality(net, k=sample, seed=0)
    found = [
        Centre(net.nodes[node]["label"], net.degree(node), round(between[node], 4)) for node in net if net.degree(node)
    ]
    return tuple(sorted(found, key=lambda one: (-one.betweenness, -one.neighbours, one.actor)))


def _table(columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Table:
    return Table(columns, tuple(tuple(map(Literal, row)) for row in rows))
