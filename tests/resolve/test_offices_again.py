"""An office named again: by its last word, and former holders apart from those in office; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted

NAMES = {"Ana Costa": "PERSON", "Li Wei": "PERSON", "Oslo": "GPE"}
AGAIN = " | The/DT/det<2 {word}/NN/nsubj<3 left=leave/VBD/ROOT Oslo/NNP/dobj<3 ././punct<3"


def who(text: str) -> str:
    found = extracted(text, NAMES)
    (again,) = [m for m in found.mentions if found.document[m.span].startswith("The ")]
    return next(e.label for e in found.entities if e.id == again.entity)


@pytest.mark.parametrize(("word", "expected"), [("minister", "Ana Costa"), ("mayor", "mayor")])
def test_an_office_is_named_again_by_its_last_word(word: str, expected: str) -> None:
    text = (
        "Foreign/NNP/compound<2 Minister/NNP/compound<4 Ana/NNP/compound<4 Costa/NNP/nsubj<5 met=meet/VBD/ROOT "
        "Li/NNP/compound<7 Wei/NNP/dobj<5 ././punct<5" + AGAIN.format(word=word)
    )
    assert who(text) == expected


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        (AGAIN.format(word="president"), "Li Wei"),
        (
            " | The/DT/det<3 former/JJ/amod<3 president/NN/nsubj<4 left=leave/VBD/ROOT Oslo/NNP/dobj<4 ././punct<4",
            "Ana Costa",
        ),
    ],
)
def test_who_has_left_an_office_and_who_is_in_it_are_two(again: str, expected: str) -> None:
    text = (
        "President/NNP/compound<3 Li/NNP/compound<3 Wei/NNP/nsubj<4 met=meet/VBD/ROOT former/JJ/amod<8 "
        "President/NNP/compound<8 Ana/NNP/compound<8 Costa/NNP/dobj<4 ././punct<4" + again
    )
    assert who(text) == expected
