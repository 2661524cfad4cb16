"""Mentions that stand for several at once."""

from __future__ import annotations

from kg.model import Extraction
from tests.parses import extracted, label

BOTH = {"Ekdal": "PERSON", "Lindqvist": "PERSON", "Kenya": "GPE", "Nairobi": "GPE"}


def same_entity(found: Extraction, one: str, other: str) -> bool:
    """Whether two stretches of words are mentions of one entity."""
    of = {found.document[m.span]: m.entity for m in (*found.mentions, *found.passing)}
    return of[one] == of[other]


def test_two_pronouns_for_two_are_one_group() -> None:
    found = extracted(
        "Ekdal/NNP/nsubj<4 and/CC/cc<1 Lindqvist/NNP/conj<1 slept=sleep/VBD/ROOT ././punct<4 | "
        "They/PRP/nsubj<2 snored=snore/VBD/ROOT ././punct<2 | Their/PRP$/poss<2 dogs=dog/NNS/nsubj<3 barked=bark/VBD/ROOT "
        "././punct<3",
        BOTH,
    )
    of = {found.document[m.span]: m.entity for m in found.passing}
    assert of["They"] == of["Their"] == of["Ekdal and Lindqvist"]


def test_a_capital_in_a_group_stands_for_its_country() -> None:
    found = extracted(
        "Kenya/NNP/nsubj<2 waited=wait/VBD/ROOT ././punct<2 | "
        "Nairobi/NNP/nsubj<4 and/CC/cc<1 Ekdal/NNP/conj<1 talked=talk/VBD/ROOT ././punct<4 | "
        "They/PRP/nsubj<2 met=meet/VBD/ROOT on/IN/prep<2 Friday/NNP/pobj<3 ././punct<2",
        BOTH,
    )
    (meeting,) = (e for e in found.events if found.document[e.trigger] == "met")
    assert {label(found, who) for role, who in meeting.roles} == {"Kenya", "Ekdal"}
    assert meeting.label == "Kenya met Ekdal"


def test_a_plural_stands_for_those_named_beside_it() -> None:
    found = extracted(
        "Two/CD/nummod<2 potters=potter/NNS/nsubj<8 ,/,/punct<2 Ekdal/NNP/appos<2 and/CC/cc<4 Lindqvist/NNP/conj<4 ,/,/punct<2 "
        "slept=sleep/VBD/ROOT ././punct<8",
        BOTH,
    )
    assert same_entity(found, "Two potters", "Ekdal and Lindqvist")


def test_a_plural_of_another_number_does_not() -> None:
    found = extracted(
        "Five/CD/nummod<2 potters=potter/NNS/nsubj<8 ,/,/punct<2 Ekdal/NNP/appos<2 and/CC/cc<4 Lindqvist/NNP/conj<4 "
        ",/,/punct<2 slept=sleep/VBD/ROOT ././punct<8",
        BOTH,
    )
    assert not same_entity(found, "Five potters", "Ekdal and Lindqvist")


def test_who_the_winners_were() -> None:
    words = (
        "The/DT/det<2 winners=winner/NNS/nsubj<3 were=be/VBD/ROOT {not_}Ekdal/NNP/attr<3 and/CC/cc<{n} Lindqvist/NNP/conj<{n} "
        "././punct<3"
    )
    positive, negative = words.format(not_="", n=4), words.format(not_="not/RB/neg<3 ", n=5)
    assert same_entity(extracted(positive, BOTH), "The winners", "Ekdal and Lindqvist")
    assert not same_entity(extracted(negative, BOTH), "The winners", "Ekdal and Lindqvist")
