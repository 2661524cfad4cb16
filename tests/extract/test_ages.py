"""How old somebody is, on parses built by hand."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import XSD, Literal

from kg import query, validate, why
from kg.graph import from_graph, to_graph
from kg.model import Extraction
from kg.names import KG
from tests.parses import extracted

_PEOPLE = {"Oduya": "PERSON", "Berg": "PERSON", "Lind": "PERSON"}


def ages(found: Extraction) -> list[tuple[str, int]]:
    """Who is how old."""
    return [(e.label, age.years) for e in found.entities for age in e.ages]


@pytest.mark.parametrize(
    "text",
    [
        "Oduya/NNP/nsubj<5 ,/,/punct<1 45/CD/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<5",
        "The/DT/det<7 45/CD/nummod<4 -/HYPH/punct<4 year/NN/npadvmod<6 -/HYPH/punct<6 old/JJ/amod<8 mayor/NN/compound<8"
        " Oduya/NNP/nsubj<9 left=leave/VBD/ROOT ././punct<9",
        "Oduya/NNP/nsubj<11 ,/,/punct<1 a/DT/det<9 45/CD/nummod<6 -/HYPH/punct<6 year/NN/npadvmod<8 -/HYPH/punct<8"
        " old/JJ/amod<9 lawyer/NN/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<11",
        "Oduya/NNP/nsubj<6 ,/,/punct<1 aged=age/VBN/acl<1 45/CD/npadvmod<3 ,/,/punct<1 left=leave/VBD/ROOT ././punct<6",
        "Oduya/NNP/nsubj<2 died=die/VBD/ROOT aged=age/VBN/advcl<2 45/CD/npadvmod<3 ././punct<2",
        "Oduya/NNP/nsubj<2 died=die/VBD/ROOT at/IN/prep<2 the/DT/det<5 age/NN/pobj<3 of/IN/prep<5 45/CD/pobj<6"
        " ././punct<2",
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT 45/CD/attr<2 ././punct<2",
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT 45/CD/nummod<4 years/NNS/npadvmod<5 old/JJ/acomp<2 ././punct<2",
        "Oduya/NNP/nsubj<2 turned=turn/VBD/ROOT 45/CD/dobj<2 ././punct<2",
    ],
)
def test_an_age_is_told_in_many_ways(text) -> None:
    assert ages(extracted(text, _PEOPLE)) == [("Oduya", 45)]


@pytest.mark.parametrize(
    "text",
    [
        # a score, a share, another day, a figure that nobody is old
        "Oduya/NNP/nsubj<2 scored=score/VBD/ROOT 45/CD/dobj<2 ././punct<2",
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT 45/CD/nummod<4 kilometres/NNS/attr<2 away/RB/advmod<2 ././punct<2",
        "At/IN/prep<7 the/DT/det<3 age/NN/pobj<1 of/IN/prep<3 45/CD/pobj<4 Oduya/NNP/nsubj<7 left=leave/VBD/ROOT"
        " ././punct<7",
        "Oduya/NNP/nsubj<5 ,/,/punct<1 450/CD/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<5",
        # what somebody else says, and what is denied
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT Oduya/NNP/nsubj<4 is=be/VBZ/ccomp<2 45/CD/attr<4 ././punct<2",
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT not/RB/neg<2 45/CD/attr<2 ././punct<2",
    ],
)
def test_other_numbers_are_no_ages(text) -> None:
    assert ages(extracted(text, _PEOPLE)) == []


def test_an_age_told_twice_is_one() -> None:
    found = extracted(
        "Oduya/NNP/nsubj<5 ,/,/punct<1 45/CD/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<5 | "
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT 45/CD/attr<2 ././punct<2",
        _PEOPLE,
    )
    assert ages(found) == [("Oduya", 45)]


def test_an_age_cites_its_words_and_has_the_day_of_the_article() -> None:
    found = extracted(
        "Oduya/NNP/nsubj<5 ,/,/punct<1 45/CD/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<5",
        _PEOPLE,
        date=date(2020, 5, 4),
    )
    (person,) = [e for e in found.entities if e.ages]
    assert [found.document[s] for s in person.ages[0].evidence.spans] == ["Oduya", "45"]
    graph = to_graph([found])
    (age,) = graph.objects(None, KG.hasAge)
    assert (age, KG.years, Literal("45", datatype=XSD.integer)) in graph
    assert (age, KG.asOf, Literal("2020-05-04", datatype=XSD.date)) in graph
    (again,) = from_graph(graph)
    assert [e.ages for e in again.entities if e.ages] == [person.ages]


def test_an_age_is_what_the_named_query_and_why_tell() -> None:
    found = extracted(
        "Oduya/NNP/nsubj<5 ,/,/punct<1 45/CD/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<5",
        _PEOPLE,
        date=date(2020, 5, 4),
    )
    graph = to_graph([found])
    (row,) = query(graph, "ages").records()
    assert (row["who"], row["years"], str(row["day"])) == ("Oduya", "45", "2020-05-04")
    assert "45 on 2020-05-04" in str(why(graph, "Oduya"))
    assert validate(graph).conforms
