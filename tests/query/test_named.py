"""What holds for every named query, whatever the graph."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

from kg.names import KG
from kg.query import Engine, Table, named_queries, query


@pytest.mark.parametrize("name", named_queries())
def test_named_query_is_sparql_as_it_stands(name: str) -> None:
    text = named_queries()[name].text
    prepareQuery(text)
    assert isinstance(ox.Store().query(text), ox.QuerySolutions)


@pytest.mark.parametrize("name", named_queries())
def test_named_query_asks_a_question_and_orders_its_rows(name: str) -> None:
    asked = named_queries()[name]
    assert asked.question.endswith("?")
    assert asked.question in asked.text.splitlines()[0]
    assert asked.text.splitlines()[-1].startswith("ORDER BY ")


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    "name", [q.name for q in named_queries().values() if not any(p.required for p in q.parameters)]
)
def test_named_query_answers_nothing_to_an_empty_graph(name: str, engine: Engine) -> None:
    answer = query(Graph(), name, engine=engine)
    assert isinstance(answer, Table)
    assert len(answer) == 0


@pytest.mark.parametrize("name", named_queries())
def test_named_query_uses_terms_of_the_ontology(name: str) -> None:
    for term in re.findall(r"\bkg:(\w+)", named_queries()[name].text):
        assert str(KG[term]) == f"{KG}{term}"


def test_answers_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import sys; from pathlib import Path; from kg.query import loaded, named_queries, query, rendered\n"
        "data = loaded(Path(sys.argv[1]))\n"
        "for asked in named_queries().values():\n"
        "    if not any(p.required for p in asked.parameters):\n"
        "        for engine in ('oxigraph', 'rdflib'): print(rendered(query(data, asked.name, engine=engine)))\n"
        "print(rendered(query(data, 'SELECT * { ?claim kg:claimant ?who ; kg:cue ?cue }')))\n"
        "print(rendered(query(data, 'CONSTRUCT { ?a kg:met [ a ?b ] } WHERE { ?a kg:met ?b }')))\n"
    )
    path = os.pathsep.join(sys.path)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(Path(__file__).parents[1] / "data" / "harbour.ttl")],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
