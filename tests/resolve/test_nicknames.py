"""Nicknames that the text itself gives."""

from __future__ import annotations

import pytest

from tests.parses import extracted

LEFT = " | {}/NNP/nsubj<2 left=leave/VBD/ROOT Porto/NNP/dobj<2 ././punct<2"
NAMES = {"Eduardo Campos": "PERSON", "Dudu": "ORG", "Porto": "GPE"}


def _called(found, who):
    return next(
        {found.document[m.span] for m in found.mentions if m.entity == e.id} for e in found.entities if e.label == who
    )


@pytest.mark.parametrize(
    "first",
    [
        "Eduardo/NNP/compound<2 Campos/NNP/nsubj<8 ,/,/punct<2 known=know/VBN/acl<2 as/IN/prep<4 Dudu/NNP/pobj<5"
        " ,/,/punct<2 left=leave/VBD/ROOT ././punct<8",
        "Eduardo/NNP/compound<2 Campos/NNP/nsubjpass<4 was=be/VBD/auxpass<4 nicknamed=nickname/VBN/ROOT Dudu/NNP/oprd<4"
        " ././punct<4",
        "Eduardo/NNP/compound<2 Campos/NNP/nsubjpass<4 is=be/VBZ/auxpass<4 known=know/VBN/ROOT as/IN/prep<4"
        " Dudu/NNP/pobj<5 ././punct<4",
    ],
)
def test_a_nickname_is_the_name_it_is_given_to_and_of_its_class(first):
    found = extracted(first + LEFT.format("Dudu"), NAMES)
    assert _called(found, "Eduardo Campos") == {"Eduardo Campos", "Dudu"}
    assert [e.type for e in found.entities if e.label == "Eduardo Campos"] == ["Person"]


def test_a_nickname_that_is_denied_is_nobody_s():
    found = extracted(
        "Eduardo/NNP/compound<2 Campos/NNP/nsubjpass<5 is=be/VBZ/auxpass<5 not/RB/neg<5 known=know/VBN/ROOT"
        " as/IN/prep<5 Dudu/NNP/pobj<6 ././punct<5",
        NAMES,
    )
    assert _called(found, "Eduardo Campos") == {"Eduardo Campos"}


def test_a_nickname_between_marks_is_one_with_the_full_name_and_stands_alone():
    found = extracted(
        "Robert/NNP/compound<5 \"/``/punct<3 Bobby/NNP/nmod<5 \"/''/punct<3 Lund/NNP/nsubj<6 left=leave/VBD/ROOT ././punct<6"
        + LEFT.format("Bobby"),
        {'Robert " Bobby " Lund': "PERSON", 'Robert "Bobby" Lund': "PERSON", "Bobby": "PERSON", "Porto": "GPE"},
    )
    assert len([e for e in found.entities if e.type == "Person"]) == 1


def test_whom_somebody_has_called_is_nobody_s_nickname():
    found = extracted(
        "Eduardo/NNP/compound<2 Campos/NNP/nsubj<6 ,/,/punct<2 called=call/VBN/acl<2 Dudu/NNP/dobj<4 left=leave/VBD/ROOT"
        " ././punct<6",
        NAMES,
    )
    assert _called(found, "Eduardo Campos") == {"Eduardo Campos"}
