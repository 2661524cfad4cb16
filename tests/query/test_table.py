"""How an answer is written: standards for programs, short names for people, and nothing a terminal would obey."""

from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.errors import QueryError
from kg.names import KG, PREFIXES
from kg.query import Loaded, Rendering, Table, query, rendered

ODD = 'one, "two"\nthree\tfour | <b>five</b> \\'
TABLE = Table(
    ("who", "what", "n"),
    (
        (
            URIRef("https://example.org/newskg/id/Ana_Silva"),
            Literal(ODD),
            Literal("7", datatype=URIRef(PREFIXES["xsd"] + "integer")),
        ),
        (KG.Unattributed, Literal("=1+1"), None),
        (BNode("b0"), Literal("été", lang="fr"), None),
    ),
    {"id": "https://example.org/newskg/id/", **PREFIXES},
)


def test_csv_is_that_of_sparql_and_reads_back() -> None:
    text = rendered(TABLE, "csv")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["who", "what", "n"],
        ["https://example.org/newskg/id/Ana_Silva", ODD, "7"],
        ["https://w3id.org/newskg/ns#Unattributed", "=1+1", ""],
        ["_:b0", "été", ""],
    ]
    assert text.startswith("who,what,n\r\n")


def test_json_and_tsv_are_those_of_sparql_and_read_back() -> None:
    for format, name in (("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV)):
        found = ox.parse_query_results(rendered(TABLE, format).encode(), format=name)
        assert isinstance(found, ox.QuerySolutions)
        assert [variable.value for variable in found.variables] == ["who", "what", "n"]
        rows = [[None if term is None else str(term) for term in row] for row in found]
        assert rows[0][1] == str(ox.Literal(ODD))
        assert rows[0][2] == '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
        assert rows[1] == ["<https://w3id.org/newskg/ns#Unattributed>", '"=1+1"', None]
        assert rows[2][1:] == ['"été"@fr', None]


def test_table_for_people_is_aligned_and_has_short_names() -> None:
    lines = rendered(
        Table(("who", "what"), ((KG.Unattributed, Literal("a")), (TABLE.rows[0][0], None)), TABLE.prefixes)
    )
    assert lines == "who           what\nUnattributed  a\nid:Ana_Silva\n"


def test_table_for_people_fits_the_terminal_when_it_is_told_its_width() -> None:
    long = Table(("one", "two"), ((Literal("word " * 30), Literal("x" * 90)),))
    assert max(map(len, rendered(long, width=60).splitlines())) <= 60
    assert max(map(len, rendered(long).splitlines())) > 200


@pytest.mark.parametrize("format", ["table", "md"])
def test_cell_for_people_obeys_nothing(format: str) -> None:
    sly = Table(("a",), ((Literal("\x1b[31mred\x1b[0m \x07 [bold]x[/bold] \u202e evil\r\n<script>|</script>"),),))
    text = rendered(sly, format)
    assert all(char.isprintable() for char in text.replace("\n", ""))
    assert "bold" in text
    if format == "md":
        assert "<" not in text
        assert text.splitlines()[2].count("|") - text.splitlines()[2].count("\\|") == 2


def test_markdown_has_a_head_and_a_line_a_row() -> None:
    lines = rendered(TABLE, "md").splitlines()
    assert lines[:2] == ["| who | what | n |", "| --- | --- | --- |"]
    assert len(lines) == 5
    assert TABLE._repr_markdown_() == rendered(TABLE, "md")


def test_truth_is_written_in_one_word_or_as_json() -> None:
    assert rendered(True) == "true\n"
    assert json.loads(rendered(False, "json")) == {"head": {}, "boolean": False}


def test_graph_is_written_as_turtle(harbour: Loaded) -> None:
    answer = query(harbour, "CONSTRUCT { ?a kg:met ?b } WHERE { ?a kg:met ?b }")
    assert isinstance(answer, Graph)
    text = rendered(answer)
    assert text == rendered(answer, "ttl")
    assert "id:Mara_Lindqvist kg:met id:Tomas_Erhardt" in text
    assert isomorphic(Graph().parse(data=text, format="turtle"), answer)


@pytest.mark.parametrize(
    ("answer", "format", "message"),
    [
        (TABLE, "ttl", "the answer is no graph"),
        (True, "ttl", "the answer is no graph"),
        (Graph(), "csv", "the answer is a graph"),
        (TABLE, "xml", "no format 'xml'; use one of table, csv, tsv, json, md, ttl"),
    ],
)
def test_format_that_does_not_fit_is_an_error(answer: Table | Graph | bool, format: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        rendered(answer, format)


@pytest.mark.parametrize("format", [format for format in Rendering if format is not Rendering.TTL])
def test_empty_table_is_written_as_its_head(format: Rendering) -> None:
    text = rendered(Table(("a", "b"), ()), format)
    assert "a" in text
    assert text.endswith("\n")


def test_table_gives_rows_as_terms_and_as_records() -> None:
    assert len(TABLE) == 3
    assert next(iter(TABLE))[1] == Literal(ODD)
    assert TABLE.records()[1] == {"who": str(KG.Unattributed), "what": "=1+1", "n": None}
    assert str(TABLE) == rendered(TABLE)
    assert RDF.type not in [cell for row in TABLE for cell in row]
