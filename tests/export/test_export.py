"""Exports: other programs read back what was written, and the same graph gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.errors import InputError
from kg.export import export
from kg.names import KG
from kg.networks import to_networkx
from kg.query import loaded

HARBOUR = Path(__file__).parents[1] / "data" / "harbour.ttl"


@pytest.mark.parametrize(
    ("suffix", "read"),
    [
        ("graphml", lambda path: nx.read_graphml(path, force_multigraph=True)),
        ("gexf", nx.read_gexf),
        ("json", lambda path: nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")),
    ],
)
@pytest.mark.parametrize("view", ["actors", "claims", "all"])
def test_network_is_read_back_whole(tmp_path: Path, suffix: str, read: object, view: str) -> None:
    (path,) = export(HARBOUR, tmp_path / f"out.{suffix}", view=view)
    assert callable(read)
    found, meant = read(path), to_networkx(HARBOUR, view=view)
    assert set(found) == set(meant)
    assert found.number_of_edges() == meant.number_of_edges()
    assert {d["label"] for _, d in found.nodes(data=True)} == {d["label"] for _, d in meant.nodes(data=True)}
    first = path.read_bytes()
    export(HARBOUR, path, view=view)
    assert path.read_bytes() == first
    assert b"lastmodifieddate" not in first


@pytest.mark.parametrize("suffix", ["graphml", "gexf"])
def test_letters_that_xml_cannot_hold_are_replaced(tmp_path: Path, suffix: str) -> None:
    graph = Graph()
    thing = URIRef("urn:a")
    graph.add((thing, URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), URIRef("https://schema.org/Person")))
    graph.add((thing, RDFS.label, Literal("Eve\x0b & <Ada>")))
    graph.add((thing, KG.mentionedIn, URIRef("urn:m")))
    (path,) = export(graph, tmp_path / f"out.{suffix}")
    assert "Eve\ufffd &amp; &lt;Ada&gt;" in path.read_text("utf-8")


def test_csv_makes_three_tables(tmp_path: Path) -> None:
    written = export(HARBOUR, tmp_path / "out.csv")
    assert [path.name for path in written] == ["out.entities.csv", "out.relations.csv", "out.claims.csv"]
    entities, relations, claims = (list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in written)
    assert {"label": "Port Ellin", "type": "City", "mentions": "1"}.items() <= entities_by(
        entities, "Port Ellin"
    ).items()
    negated = [row for row in relations if row["polarity"] == "Negative"]
    assert [(row["subject"], row["predicate"], row["words"]) for row in negated] == [
        ("Dockers' League", "boycott", "did not boycott")
    ]
    denial = next(row for row in claims if row["iri"].endswith("claim-02c2"))
    assert (denial["claimant"], denial["polarity"], denial["claim"]) == (
        "Mara Lindqvist",
        "Negative",
        "Norvania closed the north quay",
    )
    assert denial["content_words"] == "Norvania had closed the quay"
    blamed = next(row for row in claims if row["against"])
    assert (blamed["claimant"], blamed["kinds"], blamed["against"]) == (
        "Mara Lindqvist",
        "Criticism",
        "Dockers' League",
    )


def entities_by(rows: list[dict[str, str]], label: str) -> dict[str, str]:
    return next(row for row in rows if row["label"] == label)


def test_one_table_goes_to_the_file_itself(tmp_path: Path) -> None:
    (path,) = export(HARBOUR, tmp_path / "claims.csv", table="claims")
    assert path.read_text("utf-8").startswith("iri,claimant,")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_rdf_is_the_graph_as_it_is(tmp_path: Path, suffix: str) -> None:
    (path,) = export(HARBOUR, tmp_path / f"out.{suffix}")
    found = loaded(path).graph
    assert isomorphic(found, Graph().parse(HARBOUR))


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("out.docx", {}, "no format that newskg writes"),
        ("out", {}, "no format that newskg writes"),
        ("out.graphml", {"view": "people"}, "no view 'people'"),
        ("out.csv", {"table": "people"}, "no table 'people'"),
        ("out.ttl", {"table": "claims"}, "a table is written as .csv"),
        ("no/folder/out.gexf", {}, "no folder"),
    ],
)
def test_error_says_what_cannot_be_written_and_leaves_nothing(
    tmp_path: Path, name: str, options: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        export(HARBOUR, tmp_path / name, **options)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
