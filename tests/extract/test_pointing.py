"""*This* and *that* for what has happened."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.parses import extracted

ANGERED = "This/DT/nsubj<2 angered=anger/VBD/ROOT Moscow/NNP/dobj<2 ././punct<2"
NAMES = {"Berg": "PERSON", "Silva": "PERSON", "Moscow": "GPE"}


def _events(found):
    return {e.label for e in found.entities if e.type == "Event"}


def test_this_is_what_the_sentence_before_tells():
    found = extracted("Berg/NNP/nsubj<2 arrested=arrest/VBD/ROOT Silva/NNP/dobj<2 ././punct<2 | " + ANGERED, NAMES)
    (event,) = [e for e in found.entities if e.type == "Event"]
    assert event.label == "Berg arrested Silva"
    assert event.id in {e.id for e in found.events if e.cls == "Arrest"}
    assert [found.document[m.span] for m in found.mentions if m.entity == event.id] == ["This"]
    assert event.id in {r.subject for r in found.relations}


def test_this_after_but_is_the_event_that_a_noun_names():
    found = extracted(
        "Berg/NNP/nsubj<2 launched=launch/VBD/ROOT an/DT/det<4 attack/NN/dobj<2 ././punct<2"
        " | But/CC/cc<3 this/DT/nsubj<3 angered=anger/VBD/ROOT Moscow/NNP/dobj<3 ././punct<3",
        NAMES,
    )
    (event,) = [e for e in found.entities if e.type == "Event"]
    assert [found.document[m.span] for m in found.mentions if m.entity == event.id] == ["an attack", "this"]


@pytest.mark.parametrize(
    "before",
    [
        "Berg/NNP/nsubj<4 did=do/VBD/aux<4 not/RB/neg<4 arrest/VB/ROOT Silva/NNP/dobj<4 ././punct<4 | ",
        "Berg/NNP/nsubj<3 may/MD/aux<3 arrest/VB/ROOT Silva/NNP/dobj<3 ././punct<3 | ",
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT Silva/NNP/nsubj<4 left=leave/VBD/ccomp<2 ././punct<2 | ",
        "Berg/NNP/nsubj<2 liked=like/VBD/ROOT Silva/NNP/dobj<2 ././punct<2 | ",
        "",
    ],
    ids=["denied", "possible", "a report", "no event", "nothing before"],
)
def test_this_stands_for_nothing_that_did_not_happen(before):
    found = extracted(before + ANGERED, NAMES)
    assert not _events(found)
    assert not [m for m in found.mentions if m.kind is Kind.PRONOUN]


def test_a_pronoun_after_this_does_not_stand_for_it():
    found = extracted(
        "Norrsund/NNP/nsubj<2 bought=buy/VBD/ROOT Varnholm/NNP/dobj<2 ././punct<2"
        " | This/DT/nsubj<2 angered=anger/VBD/ROOT Moscow/NNP/dobj<2 ././punct<2"
        " | It/PRP/nsubj<2 closed=close/VBD/ROOT the/DT/det<4 bridge/NN/dobj<2 ././punct<2",
        {"Norrsund": "ORG", "Varnholm": "ORG", "Moscow": "GPE"},
    )
    (it,) = [m.entity for m in found.mentions if found.document[m.span] == "It"]
    assert it not in {e.id for e in found.entities if e.type == "Event"}


def test_this_is_an_event_of_which_nobody_knows_who_made_it():
    found = extracted(
        "The/DT/det<2 two/CD/nsubj<3 met=meet/VBD/ROOT on/IN/prep<3 Friday/NNP/pobj<4 ././punct<3 | " + ANGERED,
        {**NAMES, "Friday": "DATE"},
    )
    (event,) = [e for e in found.entities if e.type == "Event"]
    assert event.id in {e.id for e in found.events if e.cls == "Meeting"}
    assert event.id in {r.subject for r in found.relations}
