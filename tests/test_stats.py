"""The figures of a graph."""

from __future__ import annotations

import json
from pathlib import Path

from rdflib import Graph

from kg.query import query
from kg.stats import stats

HARBOUR = Path(__file__).parent / "data" / "harbour.ttl"


def test_figures_agree_with_sparql() -> None:
    found = stats(HARBOUR)
    ask = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:%s }"
    for kind, number in (("Claim", found.claims), ("Assertion", found.statements), ("Proposition", found.propositions)):
        assert [int(str(row[0])) for row in query(HARBOUR, ask % kind)] == [number]  # type: ignore[union-attr, arg-type]
    assert (found.articles, found.negated, found.inferred) == (2, 1, 1)
    assert found.entities_by_type["Person"] == 5
    assert found.events_by_class == {"Meeting": 2}


def test_most_disputed_has_both_sides_and_comes_first() -> None:
    first, *rest = stats(HARBOUR).disputed
    assert first.proposition == "Norvania closed the north quay"
    assert first.affirmed_by == ("Mara Lindqvist", "Tomas Erhardt")
    assert first.denied_by == ("Mara Lindqvist",)
    assert all(one.denied for one in rest)


def test_claimants_are_counted_by_polarity_and_only_where_they_are_reported_to_hold_it() -> None:
    found = stats(HARBOUR)
    assert found.claims_by_claimant["Mara Lindqvist"]["Negative"] >= 1
    assert sum(n for counts in found.claims_by_claimant.values() for n in counts.values()) <= found.claims


def test_who_joins_the_others_is_most_central() -> None:
    names = [one.actor for one in stats(HARBOUR, top=3).central]
    assert len(names) == 3
    assert names[0] in {"Tomas Erhardt", "Mara Lindqvist", "Harbour Authority", "Norvania", "Ida Brenner"}
    assert [one.betweenness for one in stats(HARBOUR).central] == sorted(
        (one.betweenness for one in stats(HARBOUR).central), reverse=True
    )


def test_text_markdown_and_json_say_the_same() -> None:
    found = stats(HARBOUR)
    data = json.loads(found.json())
    assert data["claims"] == found.claims
    assert "Norvania closed the north quay" in found.text()
    assert "| Person | 5 |" in found.markdown()
    assert str(found) == found.text()


def test_graph_without_anything_has_figures_of_nought() -> None:
    found = stats(Graph())
    assert (found.articles, found.claims, found.central) == (0, 0, ())
    assert "articles" in found.text()
