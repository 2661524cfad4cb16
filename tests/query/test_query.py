"""The function `query`: which query is meant, how its parameters are bound, and what an error says."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, XSD, Dataset, Graph, Literal, URIRef

from kg.errors import GraphError, InputError, QueryError
from kg.names import KG
from kg.query import Engine, Loaded, Table, is_ours, loaded, named_queries, query
from kg.query.named import parsed

HARBOUR = Path(__file__).parents[1] / "data" / "harbour.ttl"
MINE = "# Whose words?\n# param who: a person (required)\nSELECT ?c { VALUES ?_who { UNDEF } ?c kg:claimant ?_who }"


def names(data: Loaded, **params: str) -> list[str | None]:
    answer = query(data, "offices", params=params)
    assert isinstance(answer, Table)
    return [row["who"] for row in answer.records()]


def count(answer: object) -> int:
    assert isinstance(answer, Table)
    return int(str(answer.rows[0][0]))


@pytest.mark.parametrize(
    "value",
    [
        "Mara Lindqvist",
        "lindqvist",
        "  Mara   LINDQVIST ",
        "id:Mara_Lindqvist",
        "<https://example.org/newskg/id/Mara_Lindqvist>",
        "https://example.org/newskg/id/Mara_Lindqvist",
        "harbour minister",
    ],
)
def test_thing_is_found_by_label_other_name_title_or_iri(harbour: Loaded, value: str) -> None:
    assert names(harbour, who=value) == ["Mara Lindqvist"]


def test_name_of_several_things_means_all_of_them() -> None:
    graph = Graph()
    for number, office in enumerate(("Mayor", "Judge")):
        person, role = URIRef(f"urn:person:{number}"), URIRef(f"urn:role:{number}")
        graph.add((person, RDFS.label, Literal("Ana Silva")))
        graph.add((person, KG.holds, role))
        graph.add((role, KG.title, Literal(office)))
    answer = query(graph, "offices", params={"who": "ana silva"})
    assert isinstance(answer, Table)
    assert [row["office"] for row in answer.records()] == ["Judge", "Mayor"]


def test_empty_value_of_an_optional_parameter_leaves_it_open(harbour: Loaded) -> None:
    assert len(names(harbour, who="")) == 4


@pytest.mark.parametrize("relation", ["boycott", "rel:boycott", "https://example.org/newskg/id/rel/boycott"])
def test_relation_is_found_by_label_or_iri(harbour: Loaded, relation: str) -> None:
    answer = query(harbour, "evidence", params={"subject": "Dockers' League", "predicate": relation})
    assert isinstance(answer, Table)
    assert [row["words"] for row in answer.records()] == [
        "claimed … the league had boycotted the forum",
        "did not boycott",
    ]


@pytest.mark.parametrize(
    ("q", "params", "message"),
    [
        ("mett", {}, "no query 'mett'; did you mean met?"),
        ("met", {"whom": "Erhardt"}, "met has no parameter 'whom'; it has who"),
        ("timeline", {"who": "Erhardt"}, "timeline has no parameter 'who'; it has none"),
        ("said-by", {}, "said-by needs a value: who: the one who speaks, by name or IRI (required)"),
        ("said-by", {"who": " "}, "said-by needs a value: who"),
        (
            "met",
            {"who": "Erhart"},
            "who: nothing in this graph is called 'Erhart'; did you mean Erhardt, Tomas Erhardt?",
        ),
        ("said-about", {"about": "quay"}, "did you mean north quay"),
        ("met", {"who": "id:Nobody"}, "nothing in this graph has the IRI <https://example.org/newskg/id/Nobody>"),
        ("met", {"who": "<urn:a b>"}, "'<urn:a b>' is no valid IRI"),
        ("evidence", {"subject": "Norvania", "predicate": "clos"}, "predicate: nothing in this graph is called 'clos'"),
        ("happened", {"from": "3 March"}, "from: '3 March' is no date; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("happened", {"to": "2021-02-30"}, "to: '2021-02-30' is no date"),
        ("happened", {"to": "٢٠٢١"}, "is no date"),
        ("", {}, "no query ''; did you mean"),
    ],
)
def test_error_says_which_name_or_value_is_wrong(harbour: Loaded, q: str, params: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(harbour, q, params=params)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        '" } #',
        "x> } UNION { ?a ?b ?c } #",
        "UNDEF } ?s ?p ?o . VALUES ?x { UNDEF",
        "<urn:x> <urn:y>) } SERVICE <http://127.0.0.1/> { } #>",
        "id:Mara_Lindqvist> } #",
        "'''\\",
        "{}",
        "\x00",
    ],
)
@pytest.mark.parametrize("q", ["offices", MINE])
def test_value_never_becomes_sparql(harbour: Loaded, q: str, text: str) -> None:
    with pytest.raises(QueryError, match=r"is called|no valid IRI|has the IRI"):
        query(harbour, q, params={"who": text})


@pytest.mark.parametrize("label", ['a "b" } #', "c\nd", "e\\", "{ ?x ?y ?z }"])
def test_label_with_marks_of_sparql_is_a_name_like_others(label: str) -> None:
    graph = Graph()
    graph.add((URIRef("urn:odd"), RDFS.label, Literal(label)))
    graph.add((URIRef("urn:odd"), KG.holds, URIRef("urn:role")))
    graph.add((URIRef("urn:role"), KG.title, Literal("Mayor")))
    answer = query(graph, "offices", params={"who": label})
    assert isinstance(answer, Table)
    assert [row["office"] for row in answer.records()] == ["Mayor"]


@pytest.mark.parametrize("engine", Engine)
def test_query_of_ones_own_has_parameters_too(harbour: Loaded, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(MINE, encoding="utf-8")
    for q in (MINE, path, str(path)):
        answer = query(harbour, q, params={"who": "Brenner"}, engine=engine)
        assert isinstance(answer, Table)
        assert len(answer) == 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# Who?\n# param who a person\nSELECT * {}", "line 2: '# param who a person' declares no parameter"),
        ("# Who?\n# param who: a person (required)\nSELECT * {}", "put VALUES ?_who { UNDEF } there"),
    ],
)
def test_parameter_is_declared_in_one_form_and_has_its_place(text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parsed("mine", text)
    assert message in str(caught.value)


def test_every_parameter_of_a_named_query_is_explained() -> None:
    for asked in named_queries().values():
        for parameter in asked.parameters:
            assert str(parameter).startswith(f"{parameter.name}: ")
            assert len(parameter.meaning) > 5


@pytest.mark.parametrize("engine", Engine)
def test_query_answers_the_four_forms(harbour: Loaded, engine: Engine) -> None:
    pairs = {
        (URIRef("https://example.org/newskg/id/Otto_Weiss"), URIRef("https://example.org/newskg/id/Ida_Brenner")),
        (URIRef("https://example.org/newskg/id/Ida_Brenner"), URIRef("https://example.org/newskg/id/Otto_Weiss")),
    }
    pattern = "{ ?a kg:met ?b FILTER(id:Otto_Weiss IN (?a, ?b)) }"
    table = query(harbour, f"SELECT * {pattern}", engine=engine)
    assert isinstance(table, Table)
    assert table.columns == ("a", "b")
    assert set(table) == pairs
    assert query(harbour, f"ASK {pattern}", engine=engine) is True
    assert query(harbour, "ASK { ?a kg:met ?a }", engine=engine) is False
    made = query(harbour, f"CONSTRUCT {{ ?a kg:met ?b }} WHERE {pattern}", engine=engine)
    assert isinstance(made, Graph)
    assert set(made.subject_objects(KG.met)) == pairs
    described = query(harbour, "DESCRIBE id:Otto_Weiss", engine=engine)
    assert isinstance(described, Graph)
    # How much more than this belongs to a description is for each engine to say.
    otto = URIRef("https://example.org/newskg/id/Otto_Weiss")
    assert set(described) >= set(harbour.graph.triples((otto, None, None)))


@pytest.mark.parametrize("engine", Engine)
def test_literals_of_a_table_keep_their_form(engine: Engine) -> None:
    graph = Graph()
    literals = [Literal("2021-02", datatype=XSD.gYearMonth), Literal(True), Literal("0.5", datatype=XSD.decimal)]
    literals += [Literal('été\n\t"', lang="fr"), Literal("\\")]
    for literal in literals:
        graph.add((URIRef("urn:a"), URIRef("urn:b"), literal))
    table = query(graph, "SELECT ?value { ?a ?b ?value }", engine=engine)
    assert isinstance(table, Table)
    assert {row[0].n3() for row in table if row[0] is not None} == {literal.n3() for literal in literals}


def test_rows_without_an_order_come_sorted_and_those_with_one_as_they_are(harbour: Loaded) -> None:
    unordered = query(harbour, "SELECT ?name { ?p a schema:Person ; rdfs:label ?name }")
    descending = query(harbour, "SELECT ?name { ?p a schema:Person ; rdfs:label ?name } ORDER BY DESC(?name)")
    assert isinstance(unordered, Table)
    assert isinstance(descending, Table)
    assert list(unordered) == sorted(unordered)
    assert list(descending) == sorted(unordered, reverse=True)


@pytest.mark.parametrize("engine", Engine)
def test_dataset_is_asked_in_its_default_graph(engine: Engine) -> None:
    dataset = Dataset()
    dataset.graph(URIRef("urn:g")).add((URIRef("urn:a"), RDF.type, URIRef("urn:in-g")))
    dataset.default_graph.add((URIRef("urn:a"), RDF.type, URIRef("urn:in-default")))
    assert query(dataset, "ASK { ?a a <urn:in-default> }", engine=engine) is True
    assert query(dataset, "ASK { ?a a <urn:in-g> }", engine=engine) is False
    assert query(dataset, "ASK { GRAPH <urn:g> { ?a a <urn:in-g> } }", engine=engine) is True


@pytest.mark.parametrize("engine", Engine)
def test_union_without_duplicates_stands_in_for_an_empty_default_graph(engine: Engine) -> None:
    dataset = Dataset()
    triples = Graph().parse(HARBOUR)
    for name in ("urn:one", "urn:two"):
        for triple in triples:
            dataset.graph(URIRef(name)).add(triple)
    assert count(query(dataset, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", engine=engine)) == len(triples)
    assert query(dataset, "sources", engine=engine) == query(triples, "sources", engine=engine)
    assert len(dataset.default_graph) == 0


def test_graph_may_be_a_file_a_store_or_a_folder(tmp_path: Path) -> None:
    expected = query(Graph().parse(HARBOUR), "met")
    folder = tmp_path / "store"
    store = ox.Store(str(folder))
    store.bulk_load(path=str(HARBOUR))
    assert query(store, "met") == expected
    store.flush()
    del store
    assert query(HARBOUR, "met") == expected
    assert query(folder, "met") == expected
    assert query(folder, "ASK { ?a kg:met ?b }") is True
    assert query(folder, "ASK { ?a kg:met ?b }", engine="rdflib") is True


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nt", "nq", "jsonld"])
def test_graph_may_be_in_any_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph.{suffix}"
    formats = {"ttl": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "jsonld": "json-ld"}
    Dataset().parse(HARBOUR).serialize(path, format=formats[suffix], encoding="utf-8")
    assert query(path, "sources") == query(HARBOUR, "sources")


def test_prefixes_of_a_file_are_known(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text('@prefix port: <urn:port:> . port:a <http://www.w3.org/2000/01/rdf-schema#label> "A" .')
    assert query(path, "ASK { port:a ?p ?o }") is True
    # Whatever a file calls rdfs:, names are looked up in the real one.
    path.write_text('@prefix rdfs: <urn:no:> . <urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "A" .')
    answer = query(path, "offices", params={"who": "A"})
    assert isinstance(answer, Table)
    assert len(answer) == 0


@pytest.mark.parametrize(
    ("name", "text", "error", "message"),
    [
        ("absent.ttl", None, InputError, "absent.ttl: cannot be read: No such file"),
        ("broken.ttl", "<urn:a> <urn:b>\n .", GraphError, "broken.ttl:2: "),
        ("graph.docx", "", InputError, "no RDF format"),
        ("remote.jsonld", '{"@context": "http://127.0.0.1:9/", "@id": "urn:a"}', GraphError, "remote.jsonld"),
    ],
)
def test_file_that_is_no_graph_is_an_error(
    tmp_path: Path, name: str, text: str | None, error: type[Exception], message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(error) as caught:
        query(tmp_path / name, "met")
    assert message in str(caught.value)


def test_folder_without_a_store_and_file_without_a_query_are_errors(tmp_path: Path, harbour: Loaded) -> None:
    with pytest.raises(InputError, match="holds no store"):
        query(tmp_path, "met")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(InputError, match=r"nothing\.rq: cannot be read"):
        query(harbour, "nothing.rq")


def test_is_ours_tells_our_graphs_from_others() -> None:
    foreign = Graph()
    foreign.add((URIRef("urn:a"), RDF.type, URIRef("https://schema.org/NewsArticle")))
    assert is_ours(HARBOUR)
    assert is_ours(Graph().parse(HARBOUR))
    assert not is_ours(foreign)
    assert not is_ours(Graph())
    answer = query(foreign, "who-says-what")
    assert isinstance(answer, Table)
    assert len(answer) == 0


def test_graph_that_rdf_cannot_hold_is_an_error() -> None:
    graph = Graph()
    graph.add((URIRef("urn:with space"), RDF.type, URIRef("urn:b")))
    with pytest.raises(GraphError, match="no term of RDF"):
        query(graph, "met")


def test_loaded_is_loaded_once(harbour: Loaded) -> None:
    assert loaded(harbour) is harbour
    assert harbour.store is harbour.store
