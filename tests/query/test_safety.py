"""No query reads a file, reaches the network, changes the graph or runs for ever."""

from __future__ import annotations

import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.errors import QueryError
from kg.query import Engine, Loaded, Table, query, run
from kg.query.child import RefusedError, rdflib_answer

HARBOUR = Path(__file__).parents[1] / "data" / "harbour.ttl"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c + ?f + ?i < 0) }"


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        yield server


def address(server: socket.socket) -> str:
    return f"<http://127.0.0.1:{server.getsockname()[1]}/>"


def was_reached(server: socket.socket) -> bool:
    try:
        server.accept()
    except BlockingIOError:
        return False
    return True


SERVICES = {
    "plain": "SELECT * { SERVICE URL { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT URL { ?s ?p ?o } }",
    "case": "SELECT * { sErViCe URL { ?s ?p ?o } }",
    "ask": "ASK { SERVICE URL { ?s ?p ?o } }",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE URL { ?s ?p ?o } }",
    "nested": "SELECT * { { SELECT * { { SELECT * { OPTIONAL { SERVICE URL { ?s ?p ?o } } } } } } }",
    "exists": "SELECT * { ?a ?b ?c FILTER NOT EXISTS { SERVICE URL { ?s ?p ?o } } }",
    "bind": "SELECT * { BIND(EXISTS { SERVICE URL { ?s ?p ?o } } AS ?x) }",
    "variable": "SELECT * { VALUES ?where { URL } SERVICE ?where { ?s ?p ?o } }",
    "prefixed": "PREFIX SERVICE: URL SELECT * { ?a ?b ?c SERVICE SERVICE: { ?s ?p ?o } }",
    "comment before": "SELECT * { # not this: SERVICE\nSERVICE # nor this\n URL { ?s ?p ?o } }",
    "comment that looks like an IRI": "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE#>\nURL { ?s ?p ?o } }",
    "string that looks open": "SELECT * { ?a ?b '\\'' SERVICE URL { ?s ?p '' } }",
    "no blanks": "SELECT*{{}SERVICE URL{?s?p?o}}",
    "escaped": "SELECT * { \\u0053ERVICE URL { ?s ?p ?o } }",
    "escaped long": "SELECT * { S\\U00000045RVICE SILENT URL { ?s ?p ?o } }",
    "from": "SELECT * FROM URL { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED URL { GRAPH ?g { ?s ?p ?o } }",
    "graph": "SELECT * { GRAPH URL { ?s ?p ?o } }",
    "load": "LOAD URL",
    "load after a query": "SELECT * { ?s ?p ?o } ; LOAD URL",
}


# The first check is the same for both engines; what comes after it is not.
ATTACKS = [(attack, Engine.OXIGRAPH) for attack in SERVICES.values()]
ATTACKS += [
    (SERVICES[name], Engine.RDFLIB) for name in ("plain", "nested", "escaped", "from", "from named", "graph", "load")
]


@pytest.mark.parametrize(("attack", "engine"), ATTACKS)
def test_query_never_reaches_the_network(harbour: Loaded, listener: socket.socket, engine: Engine, attack: str) -> None:
    try:
        answer = query(harbour, attack.replace("URL", address(listener)), engine=engine)
    except QueryError:
        pass
    else:
        # What only names a graph that is not here is answered, by nothing.
        assert "SERVICE" not in attack
        assert isinstance(answer, Table)
        assert len(answer) == 0
    assert not was_reached(listener)


@pytest.mark.parametrize("name", ["plain", "silent", "case", "nested", "exists", "comment that looks like an IRI"])
def test_refusal_of_service_says_so(harbour: Loaded, name: str) -> None:
    with pytest.raises(QueryError, match=r"line \d, column \d+: SERVICE is not allowed"):
        query(harbour, SERVICES[name].replace("URL", "<http://127.0.0.1:9/>"))


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    "harmless",
    [
        "ASK { ?service rdfs:label ?label FILTER(?label != 'no SERVICE here') } # SERVICE <http://x/> { }",
        "PREFIX service: <urn:service:> ASK { OPTIONAL { ?s service:SERVICE <urn:service> } }",
    ],
)
def test_word_service_is_allowed_where_it_is_no_keyword(harbour: Loaded, engine: Engine, harmless: str) -> None:
    assert query(harbour, harmless, engine=engine) is True


def test_rdflib_is_asked_for_no_service_even_past_the_first_check() -> None:
    job = {"query": SERVICES["nested"].replace("URL", "<http://127.0.0.1:9/>"), "prefixes": {}, "size": 1000}
    with pytest.raises(RefusedError) as caught:
        rdflib_answer(Graph(), job)
    assert caught.value.kind == "service"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of resources")
def test_process_of_a_query_can_open_nothing(listener: socket.socket) -> None:
    # Were SERVICE to pass every check, the process still could not open a socket.
    program = (
        "import pyoxigraph as ox; from kg.query.child import limit; limit(NOFILE=0)\n"
        f"list(ox.Store().query('SELECT * {{ SERVICE {address(listener)} {{ ?s ?p ?o }} }}'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=Path(__file__).parents[2], check=False
    )
    assert b"Too many open files" in done.stderr
    assert not was_reached(listener)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    "form", ["SELECT * FROM <{0}> {{ ?s ?p ?o }}", "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"]
)
def test_query_never_reads_a_file(harbour: Loaded, engine: Engine, form: str) -> None:
    answer = query(harbour, form.format(HARBOUR.as_uri()), engine=engine)
    assert isinstance(answer, Table)
    assert len(answer) == 0


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "# hidden\nPREFIX a: <urn:a> \n clear all",
        "DROP ALL",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_update_is_no_query_and_changes_nothing(engine: Engine, update: str) -> None:
    graph = Graph().parse(HARBOUR)
    with pytest.raises(QueryError, match="changes a graph, and a query only reads it"):
        query(graph, update, engine=engine)
    assert isomorphic(graph, Graph().parse(HARBOUR))


@pytest.mark.parametrize("engine", Engine)
def test_query_that_does_not_end_is_stopped(harbour: Loaded, engine: Engine) -> None:
    begin = time.perf_counter()
    with pytest.raises(QueryError, match=r"did not end within 1\.5 s"):
        query(harbour, ENDLESS, timeout=1.5, engine=engine)
    assert time.perf_counter() - begin < 5


def test_answer_without_end_is_refused(harbour: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SIZE", 1_000_000)
    with pytest.raises(QueryError, match="add LIMIT"):
        query(harbour, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_query_that_takes_all_memory_is_ended(harbour: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "MEMORY", 256 * 2**20)
    with pytest.raises(QueryError, match="memory"):
        query(harbour, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a")


def test_query_that_nests_too_deep_is_an_error(harbour: Loaded) -> None:
    with pytest.raises(QueryError, match="nest too deep"):
        query(harbour, "ASK " + "{" * 5000 + "}" * 5000)


@pytest.mark.parametrize("timeout", [0, -1, float("inf"), float("nan")])
@pytest.mark.parametrize("q", ["met", "ASK { ?a ?b ?c }"])
def test_timeout_is_a_number_above_nothing(harbour: Loaded, q: str, timeout: float) -> None:
    with pytest.raises(QueryError, match="timeout"):
        query(harbour, q, timeout=timeout)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?x WHRE { ?x a ?y }", 'line 1, column 11: not SPARQL: "WHRE { ?x a ?y }"'),
        ("SELECT ?x\nWHERE {\n  ?x a ?y ..\n}", 'line 3, column 12: not SPARQL: ". }"'),
        ("SELECT ?x\nWHERE {\n  ?x a ?y", "line 3, column 10: not complete"),
        (
            "SELECT ?x {\n ?x a port:Pier }",
            "line 2, column 7: no prefix port: here; declare it with PREFIX, or use one of",
        ),
        ("SELECT ?x ?n { ?x a ?n } GROUP BY ?x", "The SELECT contains a variable that is unbound"),
        ("SELECT (<urn:f>(?x) AS ?y) { ?x a ?z }", "The custom function <urn:f> is not supported"),
    ],
)
@pytest.mark.parametrize("engine", Engine)
def test_query_with_a_mistake_is_told_where(harbour: Loaded, engine: Engine, text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(harbour, text, engine=engine)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_small_query_in_its_own_process_is_quick(harbour: Loaded) -> None:
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        query(harbour, "ASK { ?a kg:met ?b }")
        times.append(time.perf_counter() - begin)
    assert min(times) < 1


def test_script_without_a_guard_can_ask(tmp_path: Path) -> None:
    # multiprocessing would import the script again, and ask again.
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            """
            import sys
            from pathlib import Path
            from kg.query import query
            print(query(Path(sys.argv[1]), "ASK { ?a kg:met ?b }"))
            """
        )
    )
    done = subprocess.run(
        [sys.executable, str(script), str(HARBOUR)],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    assert done.stdout == "True\n"
