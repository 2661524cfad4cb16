"""Of what class a name is, whatever the model says of one place."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.mentions import mentions
from kg.syntax.tree import Tree
from tests.parses import parsed


def types(tree: Tree) -> dict[str, str]:
    """The class of each name."""
    return {" ".join(c.name): c.type for c in mentions(tree, lexicon()) if c.name}


def spoke(words: str, label: str) -> Tree:
    """ "… spoke", of a name of two words that the model labels so."""
    first, last = words.split()
    return parsed(
        f"Then/RB/advmod<4 {first}/NNP/compound<3 {last}/NNP/nsubj<4 spoke=speak/VBD/ROOT ././punct<4", {words: label}
    )


@pytest.mark.parametrize("label", ["ORG", "WORK_OF_ART"])
def test_a_given_name_with_a_surname_is_a_persons(label: str) -> None:
    assert types(spoke("Dagny Vestergaard", label)) == {"Dagny Vestergaard": "Person"}


@pytest.mark.parametrize("words", ["Dagny Bank", "Dagny Hurricanes", "DAGNY Vestergaard"])
def test_a_given_name_alone_makes_no_person(words: str) -> None:
    tree = spoke(words, "ORG")
    if words.endswith("s"):
        tree = parsed(
            "Then/RB/advmod<4 Dagny/NNP/compound<3 Hurricanes/NNPS/nsubj<4 spoke=speak/VBD/ROOT ././punct<4",
            {words: "ORG"},
        )
    assert types(tree) == {words: "Organization"}


def test_a_bloc_of_the_table_is_an_organisation() -> None:
    tree = parsed("Then/RB/advmod<3 EU/NNP/nsubj<3 spoke=speak/VBD/ROOT ././punct<3", {"EU": "PERSON"})
    assert types(tree) == {"EU": "Organization"}


def test_what_has_an_article_or_capitals_is_no_person() -> None:
    article = parsed(
        "Then/RB/advmod<5 the/DT/det<4 Tarvik/NNP/compound<4 Kurir/NNP/nsubj<5 spoke=speak/VBD/ROOT ././punct<5",
        {"Tarvik Kurir": "PERSON"},
    )
    capitals = parsed("Then/RB/advmod<3 NHM/NNP/nsubj<3 spoke=speak/VBD/ROOT ././punct<3", {"NHM": "PERSON"})
    assert types(article) == {"Tarvik Kurir": "Organization"}
    assert types(capitals) == {"NHM": "Organization"}


def test_what_one_is_in_is_a_place() -> None:
    tree = parsed(
        "She/PRP/nsubj<2 slept=sleep/VBD/ROOT in/IN/prep<2 Tarvik/NNP/pobj<3 ././punct<2", {"Tarvik": "PERSON"}
    )
    assert types(tree) == {"Tarvik": "City"}


def test_whose_party_stands_in_capitals() -> None:
    tree = parsed("Ekdal/NNP/nsubj<4 of/IN/prep<1 NHM/NNP/pobj<2 spoke=speak/VBD/ROOT ././punct<4", {"Ekdal": "PERSON"})
    assert types(tree) == {"Ekdal": "Person", "NHM": "Organization"}


def test_the_adjective_of_a_country_is_no_person() -> None:
    tree = parsed("The/DT/det<3 Kenyan/JJ/amod<3 team/NN/nsubj<4 won=win/VBD/ROOT ././punct<4", {"Kenyan": "PERSON"})
    assert types(tree) == {"Kenyan": "Country"}


def test_a_title_before_capitals_makes_no_person() -> None:
    tree = parsed("The/DT/det<3 official/JJ/amod<3 NHM/NNP/nsubj<4 spoke=speak/VBD/ROOT ././punct<4", {"NHM": "ORG"})
    assert types(tree) == {"NHM": "Organization"}


def test_a_name_with_of_says_nothing_of_its_last_word() -> None:
    tree = parsed(
        "Heaps=heap/NNS/nsubj<4 of/IN/prep<1 Tarvik/NNP/pobj<2 burned=burn/VBD/ROOT ././punct<4 | "
        "Tarvik/NNP/nsubj<2 burned=burn/VBD/ROOT ././punct<2",
        {"Heaps of Tarvik": "PERSON", "Tarvik": "GPE"},
    )
    assert types(tree)["Tarvik"] == "City"


def test_a_name_that_goes_on_with_which_is_no_person() -> None:
    words = "Tarvik/NNP/nsubj<6 ,/,/punct<1 {}<4 owns=own/VBZ/relcl<1 mines/NNS/dobj<4 lost=lose/VBD/ROOT money/NN/dobj<6 ././punct<6"
    assert types(parsed(words.format("which/WDT/nsubj"), {"Tarvik": "PERSON"}))["Tarvik"] == "Organization"
    assert types(parsed(words.format("who/WP/nsubj"), {"Tarvik": "PERSON"}))["Tarvik"] == "Person"


@pytest.mark.parametrize(("label", "sort"), [("ORG", "Organization"), ("PERSON", "Person"), ("GPE", "Concept")])
def test_a_name_of_no_class_is_what_stands_beside_it(label: str, sort: str) -> None:
    tree = parsed(
        "Then/RB/advmod<5 Kvist/NNP/nsubj<5 and/CC/cc<2 Tarvik/NNP/conj<2 merged=merge/VBD/ROOT ././punct<5",
        {"Tarvik": label},
    )
    assert types(tree)["Kvist"] == sort
