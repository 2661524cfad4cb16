"""Stems that end in e."""

from __future__ import annotations

import pytest

from kg.mending.lemmas import stem_of
from tests.parses import parsed


@pytest.mark.parametrize(
    ("form", "lemma", "stem"),
    [
        ("fined", "fin", "fine"),
        ("waging", "wag", "wage"),
        ("hopes", "hop", "hope"),
        ("hopped", "hop", ""),
        ("visited", "visit", ""),
        ("seed", "seed", ""),
        ("played", "play", ""),
    ],
)
def test_a_short_verb_that_doubles_nothing_has_lost_its_e(form: str, lemma: str, stem: str) -> None:
    assert stem_of(form, lemma) == stem


def test_only_verbs_are_mended() -> None:
    tree = parsed("fines=fin/NNS/nsubj<2 hurt/VBD/ROOT and/CC/cc<2 fined=fin/VBD/conj<2")
    assert [t.lemma_ for t in tree.tokens if t.lower_.startswith("fin")] == ["fin", "fine"]
