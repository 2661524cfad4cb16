"""Names of bodies that go on after a small word."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.namespans import name_spans
from tests.parses import parsed


@pytest.mark.parametrize(
    ("text", "labels", "wanted"),
    [
        (
            "The/DT/det<6 Coastal/NNP/nmod<6 and/CC/cc<2 Inland/NNP/conj<2 Fishing/NNP/compound<6"
            " Council/NNP/nsubj<7 met=meet/VBD/ROOT ././punct<7",
            {"Coastal": "ORG", "Inland Fishing Council": "ORG"},
            ["Coastal and Inland Fishing Council"],
        ),
        (
            "The/DT/det<2 Movement/NNP/nsubj<6 for/IN/prep<2 the/DT/det<5 Sea/NNP/pobj<3 met=meet/VBD/ROOT ././punct<6",
            {"Movement": "ORG", "Sea": "LOC"},
            ["Movement for the Sea"],
        ),
        (
            "Mouvement/NNP/nsubj<5 pour/NNP/compound<4 la/NNP/compound<4 Mer/NNP/appos<1 met=meet/VBD/ROOT ././punct<5",
            {"Mouvement": "ORG", "Mer": "ORG"},
            ["Mouvement pour la Mer"],
        ),
        (  # who leads it is none of its name
            "The/DT/det<3 Harvest/NNP/compound<3 Party/NNP/nsubj<6 of/IN/prep<3 Oduya/NNP/pobj<4 met=meet/VBD/ROOT"
            " ././punct<6",
            {"Harvest Party": "ORG", "Oduya": "PERSON"},
            ["Harvest Party", "Oduya"],
        ),
        (  # two bodies
            "Norrsund/NNP/nsubj<5 and/CC/cc<1 Harvest/NNP/compound<4 Bank/NNP/conj<1 met=meet/VBD/ROOT ././punct<5",
            {"Norrsund": "ORG", "Harvest Bank": "ORG"},
            ["Norrsund", "Harvest Bank"],
        ),
        (  # the first says what it is
            "University/NNP/nmod<6 of/IN/prep<1 Tarvik/NNP/pobj<2 and/CC/cc<1 Norrsund/NNP/compound<6"
            " College/NNP/nsubj<7 met=meet/VBD/ROOT ././punct<7",
            {"University of Tarvik": "ORG", "Norrsund College": "ORG"},
            ["University of Tarvik", "Norrsund College"],
        ),
    ],
)
def test_a_body_keeps_what_belongs_to_its_name(text, labels, wanted) -> None:
    assert [n.text for n in name_spans(parsed(text, labels), lexicon())] == wanted
