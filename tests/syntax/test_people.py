"""Whom "who" tells of, and which noun a clause belongs to."""

from __future__ import annotations

import pytest

from kg.positions import contradictions, positions
from tests.parses import extracted, parsed
from tests.reports import said, source

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE"}
SAID = "“/``/punct<6 It/PRP/nsubj<3 sank=sink/VBD/ccomp<6 ,/,/punct<6 ”/''/punct<6 said=say/VBD/ROOT "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "one/CD/nummod<8 clerk/NN/nsubj<6 familiar/JJ/amod<8 with/IN/prep<9 the/DT/det<12 talks=talk/NNS/pobj<10 "
            ",/,/punct<12 who/WP/nsubj<15 added=add/VBD/relcl<12 it/PRP/nsubj<17 was=be/VBD/ccomp<15 old/JJ/acomp<17",
            "clerk",
        ),
        (
            "a/DT/det<8 nurse/NN/nsubj<6 in/IN/prep<8 Oslo/NNP/pobj<9 who/WP/nsubj<12 saw=see/VBD/relcl<10 "
            "it/PRP/dobj<12",
            "nurse",
        ),
        (
            "a/DT/det<8 friend/NN/nsubj<6 of/IN/prep<8 the/DT/det<11 clerk/NN/pobj<9 who/WP/nsubj<13 "
            "saw=see/VBD/relcl<11 it/PRP/dobj<13",
            "clerk",
        ),
    ],
)
def test_who_is_a_person(text: str, who: str) -> None:
    tree = parsed(SAID + text, PEOPLE)
    clause = next(t for t in tree.tokens if t.dep_ == "relcl")
    assert clause.head.text == who


@pytest.mark.parametrize(
    "text",
    [
        "Wei/NNP/nsubj<2 rebutted=rebut/VBD/ROOT Silva/NNP/poss<5 's/POS/case<3 accusation/NN/dobj<2 that/IN/mark<8 "
        "Berg/NNP/nsubj<8 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<8 ././punct<2",
        "Wei/NNP/nsubj<2 published=publish/VBD/ROOT a/DT/det<4 letter/NN/dobj<2 disputing=dispute/VBG/acl<4 "
        "accusations=accusation/NNS/dobj<5 by/IN/prep<5 Silva/NNP/pobj<7 that/IN/mark<12 Berg/NNP/nsubj<12 "
        "had=have/VBD/aux<12 left=leave/VBN/ccomp<2 Oslo/NNP/dobj<12 ././punct<2",
        "Wei/NNP/nsubj<2 published=publish/VBD/ROOT a/DT/det<4 letter/NN/dobj<2 disputing=dispute/VBG/acl<4 "
        "accusations=accusation/NNS/dobj<5 by/IN/prep<5 Silva/NNP/pobj<7 that/IN/mark<12 Berg/NNP/nsubj<12 "
        "had=have/VBD/aux<12 left=leave/VBN/relcl<4 Oslo/NNP/dobj<12 ././punct<2",
    ],
)
def test_an_accusation_that_is_denied_keeps_its_clause(text: str) -> None:
    found = extracted(text, PEOPLE)
    assert len(contradictions(positions(found))) == 1


def test_a_statement_that_is_given_out_is_what_is_said() -> None:
    tree = parsed(
        "Wei/NNP/nsubj<2 told=tell/VBD/ROOT Silva/NNP/dobj<2 that/IN/mark<6 Berg/NNP/nsubj<6 left=leave/VBD/ccomp<2",
        PEOPLE,
    )
    assert tree.tokens[5].head.text == "told"


def test_a_title_that_ends_in_a_stop_does_not_speak_for_the_name() -> None:
    text = "Capt/NNP/nsubj<4 ./NNP/compound<3 Berg/NNP/nsubj<4 said=say/VBD/ROOT it/PRP/nsubj<6 sank=sink/VBD/ccomp<4"
    assert source(said(text, PEOPLE)["said"]).endswith("Berg")


def test_notes_that_tell_what_somebody_said_do_not_contradict_them() -> None:
    found = extracted(
        "“/``/punct<9 They/PRP/nsubj<5 do/VBP/aux<5 not/RB/neg<5 care/VB/ccomp<9 about/IN/prep<5 it/PRP/pobj<6 "
        "”/''/punct<9 said=say/VBD/ROOT Wei/NNP/nsubj<9 ,/,/punct<9 according=accord/VBG/prep<9 to/IN/prep<12 "
        "notes=note/NNS/pobj<13 ././punct<9 | “/``/punct<4 We/PRP/nsubj<4 never/RB/neg<4 cared=care/VBD/ROOT ././punct<4 "
        "”/''/punct<4",
        PEOPLE,
    )
    inner = next(c for c in found.claims if c.cues == ("said",))
    assert any(c.content == inner.id for c in found.claims)
