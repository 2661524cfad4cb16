"""Who is called by a country is not the country; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.mentions import mentions
from tests.parses import parsed

AGED = "the/DT/det<7 51/CD/nummod<4 -/HYPH/punct<4 year/NN/npadvmod<6 -/HYPH/punct<6 old/JJ/amod<7 {}/NNP/nsubj<8 "


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("The/DT/det<2 Norwegian/NNP/nsubj<3 won=win/VBD/ROOT ././punct<3", "Norwegian", "Person"),
        ("She/PRP/nsubj<2 beat/VBD/ROOT the/DT/det<4 Swede/NNP/dobj<2 ././punct<2", "Swede", "Person"),
        (AGED.format("Swede") + "won=win/VBD/ROOT ././punct<8", "Swede", "Person"),
        ("The/DT/det<3 Norwegian/JJ/amod<3 team/NN/nsubj<4 won=win/VBD/ROOT ././punct<4", "Norwegian", "Country"),
        (
            "It/PRP/nsubj<2 came=come/VBD/ROOT from/IN/prep<2 the/DT/det<5 Norwegian/NNP/pobj<3 ././punct<2",
            "Norwegian",
            "Country",
        ),
        ("The/DT/det<2 US/NNP/nsubj<3 won=win/VBD/ROOT ././punct<3", "US", "Country"),
        ("The/DT/det<2 Irish/NNP/nsubj<3 won=win/VBD/ROOT ././punct<3", "Irish", "Country"),
    ],
)
def test_a_person_may_be_called_by_a_country(text: str, name: str, sort: str) -> None:
    found = mentions(parsed(text, {name: "NORP"}), lexicon())
    assert [m.type for m in found if m.head.text == name] == [sort]
