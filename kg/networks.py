"""A graph as a networkx graph: who is connected with whom, who claims what, or everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Final

import networkx as nx
import pyoxigraph as ox
from rdflib import RDF, Graph

from kg.errors import InputError
from kg.model import ACTORS
from kg.names import KG, symmetric
from kg.query import Loaded, loaded
from kg.records import Claim, Entity, Proposition, Reader, Statement, Words
from kg.records.claims import NOBODY, person, words
from kg.records.terms import in_words, local
from kg.wording import verb

"""The types of entities that act."""


class View(StrEnum):
    """What of a graph becomes a network."""

    ACTORS = "actors"
    CLAIMS = "claims"
    ALL = "all"


def to_networkx(graph: Graph | ox.Store | Path | Loaded, *, view: str = View.ALL) -> nx.MultiDiGraph:
    """The graph as a networkx graph, whose nodes are IRIs. Every attribute is a string, a number or a boolean.

    ``actors``: people, organisations, countries and groups; an edge for each statement between two of them, and for
    each event that has both (from its agent, or between its agents). What is negated or only claimed is no edge.

    ``claims``: an edge for each claim, from who holds it to the proposition. Where a claim has no proposition, the edge
    leads to what it is about or to a node of its own; a claim about somebody else's claim leads to a node for that one.
    Edges of kind ``involves`` lead on from a proposition to what takes part in it.

    ``all``: all entities and events, all statements (negated ones too, with that polarity), and the claims.

    Nodes have `label`, `kind` (entity, proposition, claim or other) and `type` (a class); entities also `classes`,
    `names`, `unnamed` and `mentions` (how many). Edges have `label`, `kind` (states, happens, claims or involves),
    `predicate` and, but for those that involve, `polarity`, `confidence`, `rule`, `words`, `evidence` (the IRIs of the
    words) and `articles`; statements `inferred` and `symmetric` (such a one is one edge, from the smaller IRI), claims
    `mode`, `certainty`, `cue`, `quotation`, `addressees`, `reported_by` and `presented`. The key of an edge is the IRI
    of its assertion, claim or event. Lists are joined by "; ", words by " … ".

    Raises:
        InputError: there is no such view.
        GraphError: what is given as a graph is none.
    """
    if view not in set(View):
        raise InputError(f"no view {view!r}; use one of {', '.join(View)}")
    reader = Reader(loaded(graph))
    net = nx.MultiDiGraph()
    if view != View.CLAIMS:
        entities = [one for one in reader.entities() if view == View.ALL or one.type in ACTORS]
        for one in entities:
            net.add_node(one.iri, **_entity(one))
        _state(net, reader, only_between=set(net) if view == View.ACTORS else None)
    if view == View.ACTORS:
        _happen(net, reader)
    else:
        _claim(net, reader)
    return net


def _entity(one: Entity) -> dict[str, object]:
    return {
        "label": one.label,
        "kind": "entity",
        "type": one.type,
        "classes": "; ".join(one.classes),
        "names": "; ".join(one.names),
        "unnamed": one.unnamed,
        "mentions": len(one.mentions),
    }


def _state(net: nx.MultiDiGraph, reader: Reader, only_between: set[str] | None) -> None:
    for one in reader.statements():
        if one.predicate == str(RDF.type) or not (one.subject and one.object):
            continue
        if only_between is not None:
            if one.polarity != "Positive" or not {one.subject, one.object} <= only_between:
                continue
        mutual = one.predicate in set(map(str, symmetric()))
        if mutual and one.object < one.subject:
            continue
        for end in (one.subject, one.object):
            _node(net, reader, end)
        label = in_words(one.predicate, reader.data.prefixes)
        net.add_edge(
            one.subject,
            one.object,
            key=one.iri,
            label=f"not: {label}" if one.polarity == "Negative" else label,
            kind="states",
            predicate=one.predicate,
            inferred=one.inferred,
            symmetric=mutual,
            **_evidence(one),
        )


def _happen(net: nx.MultiDiGraph, reader: Reader) -> None:
    """Add an edge for each event between actors, unless a statement that describes it joins the two already."""
    joined = {(event, frozenset((s.subject, s.object))) for s in reader.statements() for event in s.events}
    for event in (one for one in reader.entities() if one.type == "Event"):
        values = reader[event.iri]
        agents, others = values.iris(KG.agent), (*values.iris(KG.patient), *values.iris(KG.recipient))
        pairs = {*combinations(agents, 2), *((agent, other) for agent in agents for other in others)}
        for one, other in sorted(pairs):
            if one != other and one in net and other in net and (event.iri, frozenset((one, other))) not in joined:
                net.add_edge(
                    one,
                    other,
                    key=event.iri,
                    label=event.label,
                    kind="happens",
                    predicate=str(KG[event.classes[0]]) if event.classes and event.classes[0] in _TERMS else "",
                    polarity="Positive",
                    confidence=min((s.confidence for s in _describing(reader, event.iri)), default=0.0),
                    rule="; ".join(sorted({rule for s in _describing(reader, event.iri) for rule in s.rules})),
                    **_cited(event.mentions),
                )


_TERMS: Final = frozenset(map(local, map(str, KG)))


def _describing(reader: Reader, event: str) -> list[Statement]:
    return [reader.statement(node) for node in reader.pointing(KG.describes, event)]


def _claim(net: nx.MultiDiGraph, reader: Reader) -> None:
    for claim in reader.claims():
        claimant = claim.claimant or str(KG.Unattributed)
        _node(net, reader, claimant)
        for target in _targets(claim):
            _node(net, reader, target)
            net.add_edge(claimant, target, key=claim.iri, **_claimed(reader, claim))
    for one in reader.propositions():
        _node(net, reader, one.iri)
        for role, thing in _involved(one):
            _node(net, reader, thing)
            net.add_edge(one.iri, thing, key=f"{one.iri} {role}", label=role, kind="involves", predicate=role)


def _targets(claim: Claim) -> tuple[str, ...]:
    """Where the edge of a claim leads: to its content, to what it is about, or to a node of its own."""
    return (claim.content,) if claim.content else claim.about or (claim.iri,)


def _involved(one: Proposition) -> Iterator[tuple[str, str]]:
    for role, thing in (("subject", one.subject), ("object", one.object), *one.roles):
        if thing:
            yield role, thing


def _claimed(reader: Reader, claim: Claim) -> dict[str, object]:
    return {
        "label": verb(claim.mode, claim.polarity, claim.kinds),
        "kind": "claims",
        "predicate": str(KG.content if claim.content else KG.about),
        "kinds": "; ".join(claim.kinds),
        "mode": claim.mode,
        "certainty": claim.certainty,
        "cue": "; ".join(claim.cues),
        "quotation": " … ".join(claim.quotations),
        "addressees": "; ".join(map(reader.label, claim.addressees)),
        "against": "; ".join(map(reader.label, claim.against)),
        "reported_by": "; ".join(person(reader, who) for who in claim.reporters),
        "presented": claim.presented,
        **_evidence(claim),
    }


def _evidence(one: Statement | Claim) -> dict[str, object]:
    return {
        "polarity": one.polarity,
        "confidence": one.confidence,
        "rule": "; ".join(one.rules),
        **_cited(one.words),
    }


def _cited(found: Iterable[Words]) -> dict[str, object]:
    cited = list(dict.fromkeys((w.article, w.begin, w.end, w.text) for w in found))
    return {
        "words": " … ".join(text for *_, text in cited),
        "evidence": "; ".join(f"{article}#char={begin},{end}" for article, begin, end, _ in cited),
        "articles": "; ".join(dict.fromkeys(article for article, *_ in cited)),
    }


def _node(net: nx.MultiDiGraph, reader: Reader, iri: str) -> None:
    """Add what an edge leads to, if it is not there yet."""
    if iri in net:
        return
    types = reader.types(iri)
    if iri == str(KG.Unattributed):
        net.add_node(iri, label=NOBODY, kind="entity", type="")
    elif "Claim" in types:
        net.add_node(iri, label=words(reader, iri), kind="claim", type="Claim")
    elif "Proposition" in types:
        net.add_node(iri, label=reader.label(iri), kind="proposition", type="Proposition")
    elif (one := reader.entity(iri)).type:
        net.add_node(iri, **_entity(one))
    else:
        net.add_node(iri, label=person(reader, iri), kind="other", type=types[0] if types else "")
