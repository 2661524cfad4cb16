"""Graphs as networks: what becomes a node and what an edge in each view."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from rdflib import Graph, URIRef

from kg.errors import InputError
from kg.names import KG
from kg.networks import View, to_networkx

HARBOUR = Path(__file__).parent / "data" / "harbour.ttl"
ID = "https://example.org/newskg/id/"


def edges(net: nx.MultiDiGraph, kind: str) -> set[tuple[str, str, str]]:
    name = net.nodes(data="label")
    return {
        (name[one], data["label"], name[other]) for one, other, data in net.edges(data=True) if data["kind"] == kind
    }


def test_actors_are_joined_by_what_is_stated_and_by_nothing_else() -> None:
    net = to_networkx(HARBOUR, view="actors")
    stated = edges(net, "states")
    assert ("Harbour Authority", "fine", "Dockers' League") in stated
    assert ("Otto Weiss", "pose with", "Tomas Erhardt") in stated
    assert {data["type"] for _, data in net.nodes(data=True)} == {"Person", "Organization", "Country", "Group"}
    assert {data["polarity"] for *_, data in net.edges(data=True)} == {"Positive"}
    assert not {label for _, label, _ in stated} & {"close", "boycott", "sell", "reopen"}


def test_symmetric_statement_is_one_edge() -> None:
    net = to_networkx(HARBOUR, view="actors")
    pair = f"{ID}Mara_Lindqvist", f"{ID}Tomas_Erhardt"
    (edge,) = net.get_edge_data(*pair).values()
    assert (edge["label"], edge["symmetric"], edge["rule"]) == ("met", True, "event")
    assert edge["words"] == "Mara Lindqvist … met … Tomas Erhardt"
    assert not net.has_edge(*reversed(pair))


def test_event_joins_actors_whom_no_statement_joins() -> None:
    graph = Graph().parse(HARBOUR)
    fined = URIRef(f"{ID}assertion-59s9")
    assert edges(to_networkx(graph, view="actors"), "happens") == set()
    graph.remove((fined, None, None))
    net = to_networkx(graph, view="actors")
    assert edges(net, "happens") == {("Harbour Authority", "fine for the Dockers' League", "Dockers' League")}


def test_claims_lead_from_the_claimant_to_the_proposition_and_on() -> None:
    net = to_networkx(HARBOUR, view="claims")
    claimed = edges(net, "claims")
    assert ("Tomas Erhardt", "says", "Norvania closed the north quay") in claimed
    assert ("Mara Lindqvist", "denies", "Norvania closed the north quay") in claimed
    assert ("Norvania closed the north quay", "subject", "Norvania") in edges(net, "involves")
    assert edges(net, "states") == set()
    claim = net.get_edge_data(f"{ID}Mara_Lindqvist", f"{ID}prop-01p1")[f"{ID}claim-02c2"]
    assert (claim["mode"], claim["polarity"], claim["cue"]) == ("Stated", "Negative", "denied")


def test_claim_without_a_name_or_a_proposition_keeps_its_place() -> None:
    net = to_networkx(HARBOUR, view="claims")
    assert net.out_degree(str(KG.Unattributed)) > 0
    assert ("Mara Lindqvist", "criticises", "blockade") in edges(net, "claims")


def test_all_has_events_and_what_is_negated_under_that_name() -> None:
    net = to_networkx(HARBOUR, view=View.ALL)
    assert ("Dockers' League", "not: boycott", "Coastal Forum") in edges(net, "states")
    assert net.nodes[f"{ID}event-31e1"]["classes"] == "Meeting"
    assert edges(to_networkx(HARBOUR, view="claims"), "claims") <= edges(net, "claims")


def test_every_attribute_is_a_scalar_and_the_order_does_not_depend_on_that_of_the_triples() -> None:
    net = to_networkx(HARBOUR)
    values = [v for _, d in net.nodes(data=True) for v in d.values()]
    values += [v for *_, d in net.edges(data=True) for v in d.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}
    turned = Graph()
    for triple in sorted(Graph().parse(HARBOUR), reverse=True):
        turned.add(triple)
    assert nx.node_link_data(to_networkx(turned), edges="edges") == nx.node_link_data(net, edges="edges")


def test_unknown_view_is_an_error_that_names_the_others() -> None:
    with pytest.raises(InputError, match="no view 'people'; use one of actors, claims, all"):
        to_networkx(HARBOUR, view="people")
