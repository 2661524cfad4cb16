import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, RDFS, XSD, BNode, Dataset, Graph, Literal, URIRef

from kg.errors import GraphError, InputError
from kg.graph import to_dataset, to_graph
from kg.serialize import Format, format_of, parsed, serialized
from tests.samples import fair, pier

EX = "https://a.example/"
A, B, P = (URIRef(EX + name) for name in "abp")
HEAD = "@prefix ex: <https://a.example/> .\n"

SCRIPT = """
import sys
from kg.graph import to_dataset, to_graph
from kg.serialize import Format, parsed, serialized
from tests.samples import fair, pier
blank = parsed(b"[] <https://a.example/p> [ <https://a.example/q> 1 ], ( 1 2 ) .", "turtle")
for graph in (to_graph([fair(), pier()]), to_dataset([fair(), pier()]), blank):
    for format in Format:
        sys.stdout.buffer.write(serialized(graph, format))
"""


def output(seed):
    root = Path(__file__).resolve().parents[1]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    return subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True).stdout


def test_bytes_are_the_same_whatever_the_hash_seed():
    first, second = output("1"), output("4242")
    assert len(first) > 100_000
    assert first == second


@pytest.mark.parametrize("format", Format)
def test_bytes_do_not_depend_on_the_order_of_the_triples(format):
    triples = sorted(to_graph([fair()]))
    shuffled = list(triples)
    random.Random(7).shuffle(shuffled)
    one, other = Graph(), Graph()
    for graph, content in ((one, triples), (other, shuffled)):
        for triple in content:
            graph.add(triple)
    assert serialized(one, format) == serialized(other, format)


@pytest.mark.parametrize("format", Format)
def test_graphs_come_back_as_they_were(format):
    graph = to_graph([fair(), pier()])
    again = parsed(serialized(graph, format), format)
    content = again.default_graph if isinstance(again, Dataset) else again
    assert set(content) == set(graph)
    assert serialized(again, format) == serialized(graph, format)


@pytest.mark.parametrize("format", [Format.TRIG, Format.NQUADS, Format.JSONLD])
def test_datasets_keep_their_named_graphs(format):
    dataset = to_dataset([fair(), pier()])
    again = parsed(serialized(dataset, format), format)
    assert isinstance(again, Dataset)
    assert {graph.identifier: set(graph) for graph in again.graphs() if len(graph)} == {
        graph.identifier: set(graph) for graph in dataset.graphs() if len(graph)
    }


@pytest.mark.parametrize("format", [Format.TURTLE, Format.NT])
def test_formats_of_one_graph_hold_the_union_of_a_dataset(format):
    dataset = to_dataset([fair(), pier()])
    assert set(parsed(serialized(dataset, format), format)) == {
        triple for graph in dataset.graphs() for triple in graph
    }


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_what_we_write():
    graph = to_graph([fair()])
    assert set(Graph().parse(data=serialized(graph), format="turtle")) == set(graph)
    assert set(Graph().parse(data=serialized(graph, "json-ld"), format="json-ld")) == set(graph)


def test_types_come_first_and_subjects_are_written_once():
    lines = serialized(to_graph([fair()])).decode().splitlines()
    subjects = [line.split()[0] for line in lines if line and not line.startswith(("\t", "@"))]
    assert len(subjects) == len(set(subjects))
    silva = lines.index("id:Ana_Silva a schema:Person ;")
    assert lines[silva + 1] == '\trdfs:label "Ana Silva" ;'


def test_only_prefixes_that_are_used_are_declared():
    graph = Graph()
    graph.bind("ex", EX)
    graph.add((A, P, Literal("x")))
    assert serialized(graph) == b'@prefix ex: <https://a.example/> .\nex:a ex:p "x" .\n'


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2017", XSD.gYear),
        ("01", XSD.integer),
        ("1.50", XSD.decimal),
        ("TRUE", XSD.boolean),
        ("not a date", XSD.date),
        ("<b>", RDF.HTML),
        ('{"a":1}', RDF.JSON),
    ],
)
def test_literals_are_never_rewritten(value, datatype, format):
    graph = Graph()
    graph.add((A, P, Literal(value, datatype=datatype, normalize=False)))
    again = parsed(serialized(graph, format), format)
    (literal,) = again.objects(A, P) if not isinstance(again, Dataset) else again.default_graph.objects(A, P)
    assert (str(literal), literal.datatype) == (value, datatype)


@given(st.text())
def test_text_of_any_characters_comes_back(text):
    graph = Graph()
    graph.add((A, P, Literal(text)))
    graph.add((A, P, Literal(text, lang="sl-rozaj-solba-1994")))
    expected = {"".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)}
    for format in (Format.TURTLE, Format.NT, Format.JSONLD):
        assert {str(value) for value in parsed(serialized(graph, format), format).objects()} == expected


@pytest.mark.parametrize("format", Format)
def test_blank_nodes_of_foreign_graphs_get_the_same_labels_whatever_they_were_called(format):
    text = HEAD + "ex:a ex:p [ ex:q ( 1 2 2 ) ; ex:r [ ex:s 'x' ] ], [ ex:q 'y' ], [ ex:q 'y' ; ex:t ex:a ] ."
    one, other = parsed(text, "turtle"), parsed(text, "turtle")
    assert set(one) != set(other)
    written = serialized(one, format)
    assert written == serialized(other, format)
    again = parsed(written, format)
    assert len(again.default_graph if isinstance(again, Dataset) else again) == len(one)
    assert serialized(again, format) == written


def test_blank_nodes_may_have_labels_that_no_format_allows():
    graph = Graph()
    graph.add((BNode("a b\ud800"), P, BNode("<>")))
    assert parsed(serialized(graph), "turtle").isomorphic(graph)


@pytest.mark.parametrize("size", [9, 40])
def test_blank_nodes_that_all_look_alike_are_refused_and_not_searched_for_hours(size):
    graph = Graph()
    nodes = [BNode() for _ in range(size)]
    for one in nodes:
        for other in nodes:
            if one != other:
                graph.add((one, P, other))
    with pytest.raises(GraphError, match="give them IRIs"):
        serialized(graph)


def test_long_lists_of_blank_nodes_are_written():
    items = " ".join(map(str, range(5_000)))
    graph = parsed(f"{HEAD}ex:a ex:p ({items}) .", "turtle")
    assert len(parsed(serialized(graph, "nt"), "nt")) == len(graph) == 10_001


@pytest.mark.parametrize(
    "triple",
    [
        (URIRef("https://a.example/a b"), P, A),
        (A, URIRef("relative"), B),
        (A, BNode(), B),
        (Literal("x"), P, B),
        (A, P, Literal("x", datatype=URIRef("no datatype"))),
    ],
)
def test_what_is_no_rdf_is_refused(triple):
    graph = Graph()
    graph.add(triple)
    with pytest.raises(GraphError, match=r"cannot be written as RDF 1\.1"):
        serialized(graph)


@pytest.mark.parametrize("prefix", ["urn", "https", "", "a"])
def test_jsonld_prefixes_never_catch_other_addresses(prefix):
    graph = Graph()
    graph.bind(prefix, "https://a.example/x#", override=True, replace=True)
    content = {(URIRef("urn:isbn:1"), URIRef("https://a.example/x#p"), URIRef("https://a.example/x#//b"))}
    for triple in content:
        graph.add(triple)
    assert set(parsed(serialized(graph, "json-ld"), "json-ld")) == content


def test_an_empty_graph_has_a_form_in_every_format():
    for format in Format:
        assert len(parsed(serialized(Graph(), format), format)) == 0


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("graph.ttl", Format.TURTLE),
        (Path("a.b") / "graph.NT", Format.NT),
        (".jsonld", Format.JSONLD),
        ("json-ld", Format.JSONLD),
        ("nq", Format.NQUADS),
        (Format.TRIG, Format.TRIG),
    ],
)
def test_formats_go_by_name_or_suffix(name, format):
    assert format_of(name) is format


@pytest.mark.parametrize("name", ["rdf", "graph.rdf", "graph", ""])
def test_unknown_formats_are_refused_with_those_that_are_known(name):
    with pytest.raises(InputError, match="use one of turtle, trig, nt, nquads, json-ld"):
        format_of(name)


@pytest.mark.parametrize(
    ("name", "text", "where", "reason"),
    [
        ("a.ttl", HEAD + "ex:a ex:p .", ":2: ", "not a valid"),
        ("a.trig", HEAD + "ex:g {\n ex:a ex:p 'x\n}", ":3: ", ""),
        ("a.nt", f"<{A}> <{P}> <{B}> .\n<{A}> <{P}>", ":2: ", ""),
        ("a.nq", f"<{A}> <{P}> <not an iri> .", ":1: ", ""),
        ("a.jsonld", '{"@id":\n"x",}', ":2: ", ""),
        ("a.ttl", HEAD + "ex:a ex:p <b> .", ":2: ", "IRI"),
        ("a.ttl", b"\xff\xfe", ":1: ", "UTF-8"),
        ("a.ttl", "ex:a ex:p '\ud800' .".encode("utf-8", "surrogatepass"), ":1: ", ""),
    ],
)
def test_broken_rdf_is_refused_with_file_line_and_reason(tmp_path, name, text, where, reason):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(GraphError) as caught:
        parsed(path)
    assert str(caught.value).startswith(f"{path}{where}")
    assert reason in str(caught.value)


def test_files_that_cannot_be_read_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"missing\.ttl: cannot be read: No such file"):
        parsed(tmp_path / "missing.ttl")
    with pytest.raises(InputError, match="use one of"):
        parsed(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="name the format"):
        parsed(b"")


def test_a_byte_order_mark_is_no_error():
    assert len(parsed(b"\xef\xbb\xbf<https://a.example/a> a <https://a.example/b> .", "turtle")) == 1


def test_jsonld_never_fetches_a_context():
    with pytest.raises(GraphError, match="nothing is fetched"):
        parsed('{"@context": "https://schema.org/", "@type": "Person"}', "json-ld")


@pytest.mark.parametrize(
    "text",
    [
        "<< <https://a.example/a> <https://a.example/p> 1 >> <https://a.example/p> 2 .",
        "<https://a.example/a> <https://a.example/p> <<( <https://a.example/a> <https://a.example/p> 1 )>> .",
        "<https://a.example/a> <https://a.example/p> 'x'@en--ltr .",
    ],
)
def test_rdf_of_a_later_version_is_refused(text):
    with pytest.raises(GraphError):
        parsed(text, "turtle")


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('{"@graph":' * 200_000, "json-ld"),
        ("[" * 200_000, "json-ld"),
        (f"<{A}> <{P}> " + "(" * 100_000, "turtle"),
        (f"<{A}> <{P}> " + "[ <p> " * 100_000, "turtle"),
    ],
)
def test_deep_nesting_is_an_error_and_no_crash(text, format):
    with pytest.raises(GraphError):
        parsed(text, format)


def test_more_bytes_than_the_limit_are_refused(tmp_path):
    path = tmp_path / "big.nt"
    path.write_bytes(f"<{A}> <{P}> <{B}> .\n".encode())
    assert len(parsed(path, limit=100)) == 1
    with pytest.raises(GraphError, match="more than 20 bytes"):
        parsed(path, limit=20)


def test_serialized_leaves_out_a_prefix_that_is_no_iri() -> None:
    graph = Graph()
    graph.add((URIRef("http://example.org/#%C3%A9"), RDFS.label, Literal("é")))
    graph.bind("odd", "http://example.org/#%>", replace=True)
    assert b"example.org" in serialized(graph, "turtle")
