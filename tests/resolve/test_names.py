"""Which names are one."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.names import acronyms
from kg.resolve.resolution import described
from tests.parses import parsed


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Group of Twenty", "G20"),
        ("European Central Bank", "ECB"),
        ("World Health Organization", "WHO"),
        ("Bank of England", "BOE"),
        ("North Atlantic Treaty Organization", "NATO"),
    ],
)
def test_acronyms_come_from_initials_and_number_words(name: str, short: str) -> None:
    assert short in acronyms(tuple(name.split()))


def test_acronyms_of_one_word_are_none() -> None:
    assert acronyms(("Reuters",)) == set()


def entities(*names: str, label: str = "ORG") -> int:
    """How many entities the names are that spoke one after another."""
    sentences = []
    for name in names:
        words = name.split()
        verb = len(words) + 1
        parts = [f"{w}/NNP/compound<{verb - 1}" for w in words[:-1]] + [f"{words[-1]}/NNP/nsubj<{verb}"]
        sentences.append(" ".join([*parts, "spoke=speak/VBD/ROOT", f"././punct<{verb}"]))
    clusters = described(parsed(" | ".join(sentences), dict.fromkeys(names, label)), lexicon())
    return len({clusters.root(c) for c in clusters.candidates if " ".join(c.name) in names})


@pytest.mark.parametrize("national", ["Kenyan Tea Board", "United Kingdom Tea Board", "Tea Board of Kenya"])
def test_a_body_with_its_country_is_the_body(national: str) -> None:
    assert entities(national, "Tea Board") == 1
    assert entities("Tea Board", national) == 1


def test_bodies_of_two_countries_are_neither_of_them_the_bare_name() -> None:
    assert entities("Kenyan Tea Board", "Ugandan Tea Board", "Tea Board") == 3


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (("Anna Maria Lindqvist", "Anna Lindqvist"), 1),
        (("Anna Maria Lindqvist", "Anna M. Lindqvist"), 1),
        (("Anna Maria Vera Lindqvist", "Anna Vera Lindqvist"), 1),
        (("Anna Maria Lindqvist", "Anna Vera Lindqvist"), 2),
        (("Anna M. V. Lindqvist", "Anna V. Lindqvist"), 2),
        (("Anna M. Lindqvist", "Anna M. V. Lindqvist"), 1),
    ],
)
def test_middle_names_tell_people_of_one_name_apart(names: tuple[str, str], people: int) -> None:
    assert entities(*names, label="PERSON") == people
