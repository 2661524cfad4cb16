"""Mentions of what gets no node, which the layer tells all the same."""

from __future__ import annotations

from kg.lexicon import lexicon
from kg.model import Extraction, Kind
from kg.resolve.groups import coordinations
from kg.resolve.mentions import mentions
from tests.parses import extracted, parsed


def passing(found: Extraction) -> dict[str, tuple[Kind, str]]:
    """The words of these mentions, with kind and type."""
    return {found.document[m.span]: (m.kind, m.type) for m in found.passing}


def test_what_is_spoken_of_once_is_a_mention_without_a_node() -> None:
    found = extracted(
        "A/DT/det<2 beekeeper/NN/nsubj<3 slept=sleep/VBD/ROOT near/IN/prep<3 Tarvik/NNP/pobj<4 ././punct<3",
        {"Tarvik": "GPE"},
    )
    assert passing(found)["A beekeeper"][0] is Kind.NOMINAL
    assert "A beekeeper" not in {e.label for e in found.entities}
    assert {m.entity for m in found.passing}.isdisjoint(e.id for e in found.entities)


def test_an_it_that_fills_a_place_is_no_mention() -> None:
    found = extracted(
        "It/PRP/nsubj<2 seems=seem/VBZ/ROOT that/IN/mark<5 rain/NN/nsubj<5 fell=fall/VBD/ccomp<2 ././punct<2"
    )
    assert "It" not in passing(found)
    assert "It" in passing(extracted("It/PRP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2"))


BOTH = {"Lindqvist": "PERSON", "Ekdal": "PERSON", "Harvest Party": "ORG", "Bay Party": "ORG"}


def test_two_together_are_a_mention_that_they_share() -> None:
    found = extracted(
        "Lindqvist/NNP/nsubj<4 and/CC/cc<1 Ekdal/NNP/conj<1 slept=sleep/VBD/ROOT ././punct<4 | "
        "They/PRP/nsubj<2 snored=snore/VBD/ROOT ././punct<2",
        BOTH,
    )
    by_words = {found.document[m.span]: m for m in found.passing}
    assert (by_words["Lindqvist and Ekdal"].kind, by_words["Lindqvist and Ekdal"].type) == (Kind.NOMINAL, "Group")
    assert by_words["Lindqvist and Ekdal"].entity == by_words["They"].entity


def test_two_with_their_parties_are_together() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<11 of/IN/prep<1 the/DT/det<5 Harvest/NNP/compound<5 Party/NNP/pobj<2 and/CC/cc<5 "
        "Ekdal/NNP/conj<5 of/IN/prep<7 Bay/NNP/compound<10 Party/NNP/pobj<8 spoke=speak/VBD/ROOT ././punct<11",
        BOTH,
    )
    (pair,) = coordinations(tree, mentions(tree, lexicon()))
    assert [m.head.text for m in pair] == ["Lindqvist", "Ekdal"]


def test_two_parties_of_one_are_together() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<10 of/IN/prep<1 the/DT/det<5 Harvest/NNP/compound<5 Party/NNP/pobj<2 and/CC/cc<5 the/DT/det<9 "
        "Bay/NNP/compound<9 Party/NNP/conj<5 spoke=speak/VBD/ROOT ././punct<10",
        BOTH,
    )
    (pair,) = coordinations(tree, mentions(tree, lexicon()))
    assert [" ".join(m.name) for m in pair] == ["Harvest Party", "Bay Party"]


def test_what_a_name_is_of_is_told() -> None:
    found = extracted(
        "The/DT/det<2 Academy/NNP/nsubj<5 of/IN/prep<2 Gardening/NNP/pobj<3 closed=close/VBD/ROOT ././punct<5",
        {"Academy of Gardening": "ORG"},
    )
    assert passing(found) == {"Gardening": (Kind.NOMINAL, "Concept")}


def test_what_an_office_is_of_is_told() -> None:
    found = extracted(
        "Minister/NNP/nsubj<6 of/IN/prep<1 Education/NNP/pobj<2 Dagny/NNP/compound<5 Lindqvist/NNP/appos<1 "
        "slept=sleep/VBD/ROOT ././punct<6",
        {"Minister of Education Dagny Lindqvist": "PERSON"},
    )
    assert passing(found) == {"Education": (Kind.NOMINAL, "Concept")}


def test_a_country_inside_a_name_is_no_passing_mention() -> None:
    found = extracted(
        "The/DT/det<2 Bank/NNP/nsubj<5 of/IN/prep<2 Kenya/NNP/pobj<3 closed=close/VBD/ROOT ././punct<5",
        {"Bank of Kenya": "ORG"},
    )
    assert passing(found) == {}
    assert "Kenya" in {e.label for e in found.entities}


def test_a_name_may_be_of_something_that_is_of_something() -> None:
    found = extracted(
        "The/DT/det<2 Academy/NNP/nsubj<7 of/IN/prep<2 Friends/NNPS/pobj<3 of/IN/prep<4 Gardening/NNP/pobj<5 "
        "closed=close/VBD/ROOT ././punct<7",
        {"Academy of Friends of Gardening": "ORG"},
    )
    assert set(passing(found)) == {"Friends of Gardening", "Gardening"}
