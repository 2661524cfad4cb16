"""Which names are one."""

from __future__ import annotations

import pytest

from kg.resolve.names import acronyms


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
