"""Occasions whose name begins with the year."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.mentions import mentions
from kg.resolve.namespans import name_spans
from tests.parses import parsed


@pytest.mark.parametrize(
    ("text", "labels", "name"),
    [
        (
            "In/IN/prep<6 the/DT/det<5 2011/CD/nummod<5 Norrsund/NNP/compound<5 election/NN/pobj<1"
            " Berg/NNP/nsubj<7 won=win/VBD/ROOT ././punct<7",
            {"2011": "DATE", "Norrsund": "GPE"},
            "2011 Norrsund election",
        ),
        (
            "The/DT/det<5 March/NNP/compound<5 2004/CD/nummod<5 Porto/NNP/compound<5 bombings/NNS/nsubj<6"
            " shook=shake/VBD/ROOT Portugal/NNP/dobj<6 ././punct<6",
            {"March 2004": "DATE", "Porto": "GPE"},
            "March 2004 Porto bombings",
        ),
    ],
)
def test_an_occasion_is_called_by_its_year_its_place_and_its_noun(text, labels, name) -> None:
    assert name in [n.text for n in name_spans(parsed(text, labels), lexicon())]


def test_a_year_and_a_noun_without_a_name_are_no_name() -> None:
    tree = parsed(
        "The/DT/det<3 2011/CD/nummod<3 election/NN/nsubj<4 began=begin/VBD/ROOT ././punct<4", {"2011": "DATE"}
    )
    assert name_spans(tree, lexicon()) == []


def test_the_place_that_an_occasion_is_called_after_is_not_spoken_of() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 won=win/VBD/ROOT the/DT/det<6 2011/CD/nummod<6 Norway/NNP/compound<6 election/NN/dobj<2"
        " ././punct<2",
        {"Berg": "PERSON", "2011": "DATE", "Norway": "GPE"},
    )
    assert [c.name for c in mentions(tree, lexicon())] == [("Berg",), ("2011", "Norway", "election")]


def test_a_name_with_a_capital_noun_stands_without_its_year() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 led=lead/VBD/ROOT the/DT/det<6 1979/CD/nummod<6 Harvest/NNP/compound<6 Revolution/NNP/dobj<2"
        " ././punct<2",
        {"Berg": "PERSON", "1979": "DATE", "Harvest Revolution": "EVENT"},
    )
    assert [n.text for n in name_spans(tree, lexicon())] == ["Berg", "Harvest Revolution"]
