"""What gets a node and what does not."""

from __future__ import annotations

from dataclasses import replace

from rdflib import RDF, RDFS

from kg.api import graph_of
from kg.graph import spoken_of
from kg.model import Entity, Polarity
from kg.names import KG, SEM
from tests.parses import extracted, label

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Oslo": "GPE", "Norway": "GPE", "Silva": "PERSON", "Norwegian": "NORP"}
CLAIMED = (
    "Silva/NNP/nsubj<2 denied=deny/VBD/ROOT Norwegian/JJ/amod<4 meddling/NN/dobj<2 "
    "in/IN/prep<4 Oslo/NNP/pobj<5 ././punct<2"
)


def test_a_claimed_happening_is_no_event() -> None:
    graph = graph_of([extracted(CLAIMED, PEOPLE)])
    assert (None, RDF.type, KG.Proposition) in graph
    assert (None, RDF.type, KG.Meddling) not in graph
    assert not [
        e for e in graph.subjects(RDF.type, SEM.Event) if str(graph.value(e, RDFS.label)).startswith("Norwegian")
    ]


def test_what_takes_part_only_in_what_did_not_happen_gets_no_node() -> None:
    found = extracted("Berg/NNP/nsubj<3 may/MD/aux<3 buy=buy/VB/ROOT a/DT/det<5 yacht/NN/dobj<3 ././punct<3", PEOPLE)
    assert "yacht" in {e.label for e in found.entities}
    assert {e.label for e in spoken_of(found).entities} == {"Berg"}


def test_the_layers_keep_what_the_graph_leaves_out() -> None:
    found = extracted("Berg/NNP/nsubj<3 may/MD/aux<3 buy=buy/VB/ROOT a/DT/det<5 yacht/NN/dobj<3 ././punct<3", PEOPLE)
    event = next(e for e in found.events if e.cls == "Acquisition")
    assert [label(found, who) for _, who in event.roles] == ["Berg", "yacht"]
    assert (event.asserted, event.polarity) == (False, Polarity.POSITIVE)


def test_who_is_accused_has_a_node_without_taking_part_in_anything() -> None:
    found = extracted(CLAIMED, PEOPLE)
    accused = Entity("e9", "rival", "Person", named=False)
    found = replace(
        found,
        entities=(*found.entities, accused),
        claims=(replace(found.claims[0], against=("e9",)), *found.claims[1:]),
    )
    graph = graph_of([found])
    assert "rival" in {str(graph.value(who, RDFS.label)) for who in graph.objects(None, KG.against)}
