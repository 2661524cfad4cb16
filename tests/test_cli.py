"""The command line: what it prints where, and how it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = str(ROOT / "data" / "articles" / "council.txt")
TEXT = "Anna Berg met Li Wei in Oslo on Friday. The mayor denied that Wei had left."


def kg(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", *arguments],
        input=stdin, capture_output=True, cwd=ROOT, env=os.environ | environment, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    assert kg("build", "-", "--date", "2024-05-04", "-o", str(path), stdin=TEXT).returncode == 0
    return path


def test_help_needs_no_heavy_part() -> None:
    code = """import sys; sys.argv = ['kg', '--help']
from kg.cli import main
try:
    main()
except SystemExit:
    pass
print(sorted({'spacy', 'rdflib', 'pyvis'} & set(sys.modules)))"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["build", "extract", "query", "why", "stats", "export", "draw", "validate", "eval"])
def test_every_command_explains_itself(command: str) -> None:
    done = kg(command, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout


@pytest.mark.model
def test_build_without_output_writes_the_graph_to_stdout_and_the_summary_to_stderr() -> None:
    done = kg("build", "-", stdin=TEXT)
    assert done.returncode == 0
    assert "@prefix kg:" in done.stdout
    assert "entities" in done.stderr


@pytest.mark.model
def test_build_writes_graph_and_page_and_says_where(tmp_path: Path) -> None:
    ttl, html = tmp_path / "g.ttl", tmp_path / "g.html"
    done = kg("build", ARTICLE, "-o", str(ttl), "--html", str(html))
    assert done.returncode == 0
    assert str(ttl) in done.stdout
    assert str(html) in done.stdout
    assert html.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


@pytest.mark.model
@pytest.mark.parametrize("suffix", ["ttl", "trig", "nt", "nq", "jsonld"])
def test_two_builds_with_different_hash_seeds_are_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
    for path, seed in ((one, "1"), (two, "2")):
        assert kg("build", ARTICLE, "-o", str(path), PYTHONHASHSEED=seed).returncode == 0
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.model
@pytest.mark.parametrize("layer", ["mentions", "triples", "relations", "events", "claims"])
def test_extract_writes_one_object_a_document(tmp_path: Path, layer: str) -> None:
    lines = tmp_path / "two.jsonl"
    lines.write_text(
        '{"id": "a", "text": "Berg met Wei."}\n{"id": "b", "text": "Wei said that Berg had left."}\n', encoding="utf-8"
    )
    done = kg("extract", str(lines), "--layer", layer)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert all(isinstance(row[layer], list) for row in rows)


@pytest.mark.model
def test_what_did_not_happen_is_no_asserted_relation(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Anna Berg met Li Wei. Anna Berg did not sue Li Wei.", encoding="utf-8")
    rows = json.loads(kg("extract", str(article), "--layer", "relations").stdout)["relations"]
    said = {row["predicate"].rpartition("#")[2]: (row["asserted"], row.get("negated", False)) for row in rows}
    assert said == {"met": (True, False), "sued": (False, True)}


@pytest.mark.model
def test_mentions_of_the_layer_are_their_words() -> None:
    row = json.loads(kg("extract", ARTICLE, "--layer", "mentions").stdout)
    text = Path(ARTICLE).read_text(encoding="utf-8")
    assert row["mentions"]
    assert all(text[m["begin"] : m["end"]] == m["text"] for m in row["mentions"])
    assert {e["entity"] for e in row["entities"]} <= {m["entity"] for m in row["mentions"]}


@pytest.mark.model
def test_names_of_one_person_have_one_iri_in_all_documents(tmp_path: Path) -> None:
    lines = tmp_path / "two.jsonl"
    lines.write_text(
        '{"id": "a", "text": "Angela Merkel met Emmanuel Macron in Berlin."}\n'
        '{"id": "b", "text": "On Friday Mr Macron left Britain."}\n',
        encoding="utf-8",
    )
    rows = [json.loads(line) for line in kg("extract", str(lines), "--layer", "mentions").stdout.splitlines()]
    iris = [{e["iri"] for e in row["entities"] if "Macron" in e["label"]} for row in rows]
    assert iris[0] == iris[1] != set()


@pytest.mark.model
def test_query_asks_by_name_and_by_sparql(graph: Path) -> None:
    assert "Li Wei" in kg("query", str(graph), "met").stdout
    assert kg("query", str(graph), "ASK { ?a kg:met ?b }").stdout.strip() == "true"
    assert "Li Wei" in kg("query", str(graph), "asserted-about", "-p", "about=Anna Berg", "--format", "csv").stdout


def test_query_list_names_the_questions() -> None:
    done = kg("query", "--list")
    assert done.returncode == 0
    assert "What is disputed" in done.stdout


def test_why_stats_and_export_say_what_is_in_a_graph(tmp_path: Path) -> None:
    harbour = "tests/data/harbour.ttl"
    assert "«met»" in kg("why", harbour, "Lindqvist met Erhardt").stdout
    assert json.loads(kg("stats", harbour, "--format", "json").stdout)["articles"] == 2
    written = kg("export", harbour, "-o", str(tmp_path / "out.csv")).stdout.splitlines()
    assert [Path(line.removeprefix("written: ")).exists() for line in written] == [True] * 3


@pytest.mark.model
def test_validate_and_draw(graph: Path, tmp_path: Path) -> None:
    assert kg("validate", str(graph)).returncode == 0
    page = tmp_path / "page.html"
    assert kg("draw", str(graph), "-o", str(page)).returncode == 0
    assert page.stat().st_size > 1000


def test_draw_writes_no_page_of_broken_turtle(tmp_path: Path) -> None:
    broken, page = tmp_path / "broken.ttl", tmp_path / "page.html"
    broken.write_text("@prefix : <urn:x:> .\n:a :b :c .\n:d :e 'oops\n", encoding="utf-8")
    done = kg("draw", str(broken), "-o", str(page))
    assert (done.returncode, page.exists()) == (1, False)
    assert f"{broken}:3:" in done.stderr


def test_draw_selects_a_part_of_a_graph(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    offices = "CONSTRUCT { ?who rdfs:label ?name } WHERE { ?who kg:holds ?office ; rdfs:label ?name }"
    done = kg("draw", "tests/data/harbour.ttl", "-o", str(page), "--select", offices, "--title", "Offices")
    assert done.returncode == 0
    drawn = page.read_text(encoding="utf-8")
    assert "<title>Offices</title>" in drawn
    assert "Lindqvist" in drawn
    assert "No claims in this graph" in drawn


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "nowhere.txt"], 1, "nowhere.txt"),
        (["build", "-"], 1, "no text"),
        (["build", "-", "--model", "no_such_model"], 1, "install it with"),
        (["build", "-", "--date", "soon"], 1, "soon"),
        (["build", "-", "--base", "nonsense"], 1, "nonsense"),
        (["build", "-", "-o", "no/such/folder/g.ttl"], 1, "no/such/folder"),
        (["build", "-", "--format", "docx"], 1, "docx"),
        (["extract", "-", "--layer", "feelings"], 2, "feelings"),
        (["query", "nowhere.ttl", "met"], 1, "nowhere.ttl"),
        (["query", "one"], 2, "query"),
        (["why", "nowhere.ttl", "Oslo"], 1, "nowhere.ttl"),
        (["why", "one"], 2, "graph"),
        (["why", "tests/data/harbour.ttl", "Nobody"], 1, "Nobody"),
        (["stats", "nowhere.ttl"], 1, "nowhere.ttl"),
        (["stats", "tests/data/harbour.ttl", "--format", "xml"], 2, "xml"),
        (["export", "nowhere.ttl", "-o", "x.json"], 1, "nowhere.ttl"),
        (["export", "tests/data/harbour.ttl", "-o", "x.docx"], 1, "x.docx"),
        (["validate", "nowhere.ttl"], 1, "nowhere.ttl"),
        (["draw", "nowhere.ttl", "-o", "x.html"], 1, "nowhere.ttl"),
        (["draw", "tests/data/harbour.ttl", "-o", "x.html", "--select", "ASK { ?s ?p ?o }"], 1, "CONSTRUCT"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_errors_are_one_line_with_the_right_exit_code(arguments: list[str], code: int, words: str) -> None:
    stdin = "" if "no text" in words else TEXT
    done = kg(*arguments, stdin=stdin)
    assert done.returncode == code
    assert done.stdout == ""
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert done.stderr.startswith("kg: ")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.model
def test_a_failed_build_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("earlier", encoding="utf-8")
    assert kg("build", "nowhere.txt", "-o", str(path)).returncode == 1
    assert path.read_text(encoding="utf-8") == "earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_query_asks_several_graphs_at_once_and_stdin() -> None:
    harbour, seed = "tests/data/harbour.ttl", (ROOT / "data" / "putin-trump-g20.ttl").read_text(encoding="utf-8")
    rows = kg("query", "-", harbour, "offices", "--format", "csv", stdin=seed).stdout
    assert "Mara Lindqvist" in rows
    assert "Sergey Lavrov" in rows


def test_a_graph_of_others_has_no_named_answers_but_takes_sparql() -> None:
    other = "<urn:a> <urn:b> <urn:c> ."
    done = kg("query", "-", "met", stdin=other)
    assert done.returncode == 1
    assert "no article of newskg" in done.stderr
    assert kg("stats", "-", stdin=other).returncode == 1
    assert "no article of newskg" in kg("export", "-", "-o", "never.gexf", stdin=other).stderr
    assert kg("query", "-", "ASK { <urn:a> <urn:b> <urn:c> }", stdin=other).stdout == "true\n"


def test_broken_turtle_is_one_line_with_its_place() -> None:
    done = kg("query", "-", "met", stdin="<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .")
    assert done.returncode == 1
    assert done.stderr.startswith("kg: the graph:2: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_warning_is_one_line_and_no_code() -> None:
    code = "import warnings, kg.cli as cli; cli.app = lambda: warnings.warn('large'); cli.main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stderr == "kg: large\n"
