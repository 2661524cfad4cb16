"""Who "you" is in an interview, and a text that says "I"."""

from __future__ import annotations

from tests.parses import extracted, label

_ASKED = (
    "Courier/NNP/nsubj<4 :/:/punct<1 You/PRP/nsubj<4 said=say/VBD/ROOT it/PRP/nsubj<6 sank=sink/VBD/ccomp<4 ././punct<4"
)
_REPLIED = "Berg/NNP/nsubj<4 :/:/punct<1 I/PRP/nsubj<4 did=do/VBD/ROOT ././punct<4"
_PEOPLE = {"Berg": "PERSON", "Courier": "ORG"}


def test_you_in_a_question_is_who_answers() -> None:
    found = extracted(f"{_ASKED} ¶ {_REPLIED}", _PEOPLE)
    assert "Berg" in {label(found, c.claimant) for c in found.claims if c.cues == ("said",)}


def test_you_in_a_question_that_nobody_answers_is_nobody() -> None:
    found = extracted(f"{_ASKED} ¶ {_ASKED}", _PEOPLE)
    assert {label(found, c.claimant) for c in found.claims if c.cues == ("said",)} == {None}


def test_a_text_that_says_i_is_no_institution() -> None:
    found = extracted(
        "The/DT/det<2 hospital/NN/nsubj<3 opened=open/VBD/ROOT ././punct<3 | Berg/NNP/nsubj<2 sent=send/VBD/ROOT a/DT/det<4 "
        "statement/NN/dobj<2 ././punct<2 | “/``/punct<3 I/PRP/nsubj<3 signed=sign/VBD/ccomp<8 nothing/NN/dobj<3 ,/,/punct<8 "
        "”/''/punct<8 it/PRP/nsubj<8 said=say/VBD/ROOT ././punct<8",
        {"Berg": "PERSON"},
    )
    assert {label(found, c.claimant) for c in found.claims if c.cues == ("said",)} == {"statement"}
