"""Relatives, and others whom a noun ties to somebody."""

from __future__ import annotations

import pytest

from tests.parses import extracted, plain

NAMES = {"Ekdal": "PERSON", "Lind": "PERSON", "Vale": "PERSON"}
SLEPT = "slept=sleep/VBD/ROOT ././punct<{n}"


@pytest.mark.parametrize(
    ("noun", "relation"),
    [
        ("wife", "schema:spouse"),
        ("husband", "schema:spouse"),
        ("mother", "schema:children"),
        ("daughter", "schema:parent"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Ekdal/NNP/nsubj<8 ,/,/punct<1 whose/WP$/poss<4 {noun}/NN/nsubj<5 is=be/VBZ/relcl<1 Lind/NNP/attr<5 ,/,/punct<1 "
        + SLEPT.format(n=8),
        "Ekdal/NNP/nsubj<8 ,/,/punct<1 whose/WP$/poss<4 {noun}/NN/nsubj<6 Lind/NNP/appos<4 snores=snore/VBZ/relcl<1 "
        ",/,/punct<1 " + SLEPT.format(n=8),
        "Lind/NNP/nsubj<8 ,/,/punct<1 the/DT/det<4 {noun}/NN/appos<1 of/IN/prep<4 Ekdal/NNP/pobj<5 ,/,/punct<1 "
        + SLEPT.format(n=8),
        "Ekdal/NNP/poss<4 's/POS/case<1 late/JJ/amod<4 {noun}/NN/nsubj<8 ,/,/punct<4 Lind/NNP/appos<4 ,/,/punct<4 "
        + SLEPT.format(n=8),
    ],
    ids=["whose is", "whose with the name", "of", "late"],
)
def test_a_noun_says_what_somebody_is_to_another(text: str, noun: str, relation: str) -> None:
    assert ("Lind", relation, "Ekdal") in plain(extracted(text.format(noun=noun), NAMES))


def test_a_sister_of_somebody_holds_no_office() -> None:
    found = extracted(
        "Ekdal/NNP/poss<3 's/POS/case<1 sister/NN/nsubj<7 ,/,/punct<3 Lind/NNP/appos<3 ,/,/punct<3 "
        + SLEPT.format(n=7),
        NAMES,
    )
    assert not any(e.roles or e.affiliation for e in found.entities)
    assert ("Lind", "schema:sibling", "Ekdal") in plain(found)


def test_married_to_is_a_marriage() -> None:
    found = extracted(
        "Ekdal/NNP/nsubj<2 is=be/VBZ/ROOT married/JJ/acomp<2 to/IN/prep<3 Lind/NNP/pobj<4 ././punct<2", NAMES
    )
    assert ("Ekdal", "kg:married", "Lind") in plain(found)


@pytest.mark.parametrize("text", ["not/RB/neg<2", "reportedly/RB/advmod<2"], ids=["denied", "hedged"])
def test_whom_nobody_says_to_be_a_wife_is_none(text: str) -> None:
    found = extracted(
        f"Lind/NNP/nsubj<2 is=be/VBZ/ROOT {text} the/DT/det<5 wife/NN/attr<2 of/IN/prep<5 Ekdal/NNP/pobj<6 ././punct<2",
        NAMES,
    )
    assert "schema:spouse" not in {how for _, how, _ in plain(found)}
