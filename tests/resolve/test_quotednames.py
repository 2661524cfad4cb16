"""Nicknames that the model cuts out of their names, aliases, and what is no nickname, on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted

NAMED = {"Petrov": "PERSON", "Fox": "ORG", "La Reina": "WORK_OF_ART", "Holm": "PERSON", "Berg": "PERSON"}
AGAIN = " | Fox/NNP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2"
WON = "Anna/NNP/nmod<5 “/``/punct<5 Annie/NNP/nmod<5 ”/''/punct<5 Berg/NNP/nsubj<6 won=win/VBD/ROOT ././punct<6"


def names(text: str) -> dict[str, tuple[str, ...]]:
    """The named entities with their other names."""
    return {e.label: e.names for e in extracted(text, NAMED).entities if e.named}


@pytest.mark.parametrize(
    ("text", "bearer", "nickname"),
    [
        (
            "Petrov/NNP/nsubj<8 ,/,/punct<1 known=know/VBN/acl<1 as/IN/prep<3 the/DT/det<6 Fox/NNP/pobj<4 ,/,/punct<1"
            " fled=flee/VBD/ROOT ././punct<8" + AGAIN,
            "Petrov",
            "Fox",
        ),
        (
            "Petrov/NNP/nsubjpass<3 is=be/VBZ/auxpass<3 known=know/VBN/ROOT as/IN/prep<3 the/DT/det<6 Fox/NNP/pobj<4"
            " ././punct<3" + AGAIN,
            "Petrov",
            "Fox",
        ),
        (
            "Petrov/NNP/nsubj<7 ,/,/punct<1 nicknamed=nickname/VBN/acl<1 La/NNP/compound<5 Reina/NNP/oprd<3 ,/,/punct<1"
            " sang=sing/VBD/ROOT ././punct<7 | La/NNP/compound<2 Reina/NNP/nsubj<3 slept=sleep/VBD/ROOT ././punct<3",
            "Petrov",
            "La Reina",
        ),
        (
            "Holm/NNP/nsubj<6 ,/,/punct<1 alias/NN/compound<4 Fox/NNP/appos<1 ,/,/punct<1 fled=flee/VBD/ROOT ././punct<6"
            + AGAIN,
            "Holm",
            "Fox",
        ),
    ],
)
def test_a_nickname_is_another_name_of_its_bearer(text: str, bearer: str, nickname: str) -> None:
    assert names(text) == {bearer: (nickname,)}


def test_a_nickname_in_quotation_marks_is_inside_its_name() -> None:
    found = extracted(WON + " | Annie/NNP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2", NAMED | {"Annie": "PERSON"})
    assert {e.label: e.names for e in found.entities if e.named} == {"Anna Berg": ("Annie", "Anna “Annie” Berg")}
    assert [found.document[m.span] for m in found.mentions if m.kind == "named"] == ["Anna “Annie” Berg", "Annie"]


def test_a_quotation_before_a_name_is_no_nickname() -> None:
    text = (
        "Berg/NNP/nsubj<2 sang=sing/VBD/ROOT “/``/punct<4 Annie/NNP/dobj<2 ”/''/punct<4 Holm/NNP/nsubj<7"
        " left=leave/VBD/ccomp<2 ././punct<2"
    )
    assert "Holm" in names(text)


@pytest.mark.parametrize(
    "verb",
    [
        "is=be/VBZ/auxpass<4 not/RB/neg<4 known=know/VBN/ROOT",
        "will/MD/aux<4 be/VB/auxpass<4 known=know/VBN/ROOT",
    ],
)
def test_what_somebody_is_not_called_is_no_nickname(verb: str) -> None:
    text = f"Petrov/NNP/nsubjpass<4 {verb} as/IN/prep<4 Fox/NNP/pobj<5 ././punct<4"
    assert set(names(text)) == {"Petrov", "Fox"}


def test_somebody_with_a_fuller_name_is_nobodys_nickname() -> None:
    text = (
        "Ada/NNP/compound<2 Fox/NNP/nsubj<3 left=leave/VBD/ROOT ././punct<3 | "
        "Petrov/NNP/nsubjpass<3 is=be/VBZ/auxpass<3 known=know/VBN/ROOT as/IN/prep<3 Fox/NNP/pobj<4 ././punct<3"
    )
    found = extracted(text, {"Ada Fox": "PERSON", "Fox": "PERSON", "Petrov": "PERSON"})
    assert {e.label for e in found.entities if e.named} == {"Ada Fox", "Petrov"}
