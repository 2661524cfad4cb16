"""*Both*, *the two* and plural nouns for two that are named."""

from __future__ import annotations

import pytest

from tests.parses import extracted, plain

NAMES = {"Ekdal": "PERSON", "Lindqvist": "PERSON", "Kenya": "GPE", "Chad": "GPE", "Norrsund": "ORG"}
MET = "Ekdal/NNP/nsubj<4 and/CC/cc<1 Lindqvist/NNP/conj<1 slept=sleep/VBD/ROOT ././punct<4 | "
VISITED = "Ekdal/NNP/nsubj<2 visited=visit/VBD/ROOT Lindqvist/NNP/dobj<2 ././punct<2 | "
PRAISED = "praised=praise/VBD/ROOT Norrsund/NNP/dobj<{n} ././punct<{n}"


def praising(text: str) -> set[str | None]:
    """Who praised Norrsund."""
    return {who for who, how, whom in plain(extracted(text, NAMES)) if how == "kg:praised" and whom == "Norrsund"}


@pytest.mark.parametrize("before", [MET, VISITED], ids=["a pair", "a subject and an object"])
@pytest.mark.parametrize(
    "words",
    [
        "Both/DT/nsubj<2 " + PRAISED.format(n=2),
        "The/DT/det<2 two/CD/nsubj<3 " + PRAISED.format(n=3),
        "The/DT/det<3 two/CD/nummod<3 surgeons=surgeon/NNS/nsubj<4 " + PRAISED.format(n=4),
        "The/DT/det<2 pair/NN/nsubj<3 " + PRAISED.format(n=3),
    ],
    ids=["both", "the two", "a noun for people", "the pair"],
)
def test_two_who_are_named_do_what_both_do(before: str, words: str) -> None:
    assert praising(before + words) == {"Ekdal", "Lindqvist"}


@pytest.mark.parametrize(
    "words",
    [
        "Two/CD/nummod<2 men=man/NNS/nsubj<3 " + PRAISED.format(n=3),
        "His/PRP$/poss<3 two/CD/nummod<3 friends=friend/NNS/nsubj<4 " + PRAISED.format(n=4),
        "Two/CD/nsubj<2 " + PRAISED.format(n=2),
    ],
)
def test_others_than_those_named_are_two_too(words: str) -> None:
    assert not praising(MET + words) & {"Ekdal", "Lindqvist"}


def test_two_women_are_no_men() -> None:
    names = {"Ingrid Ekdal": "PERSON", "Lars Lindqvist": "PERSON", "Norrsund": "ORG"}
    before = (
        "Ingrid/NNP/compound<2 Ekdal/NNP/nsubj<6 and/CC/cc<2 Lars/NNP/compound<5 Lindqvist/NNP/conj<2 "
        "slept=sleep/VBD/ROOT ././punct<6 | "
    )
    both = "The/DT/det<3 two/CD/nummod<3 {}/NNS/nsubj<4 " + PRAISED.format(n=4)
    told = {
        noun: {who for who, how, _ in plain(extracted(before + both.format(noun), names)) if how == "kg:praised"}
        for noun in ("women=woman", "friends=friend")
    }
    assert not told["women=woman"] & {"Ingrid Ekdal", "Lars Lindqvist"}
    assert told["friends=friend"] == {"Ingrid Ekdal", "Lars Lindqvist"}


def test_both_after_a_description_of_two_is_that() -> None:
    found = extracted(
        "Two/CD/nummod<2 miners=miner/NNS/nsubj<3 slept=sleep/VBD/ROOT ././punct<3 | "
        "Both/DT/nsubj<2 snored=snore/VBD/ROOT ././punct<2",
        NAMES,
    )
    of = {found.document[m.span]: m.entity for m in (*found.mentions, *found.passing)}
    assert of["Both"] == of["Two miners"]
