"""Subjects behind their verbs, verbs in a row, and names that look like other words."""

from __future__ import annotations

import pytest

from tests.parses import parsed
from tests.reports import said, source, words


@pytest.mark.parametrize("dep", ["conj", "dep"])
def test_who_stands_behind_a_verb_between_commas_says_it(dep: str) -> None:
    found = said(
        "It/PRP/nsubj<3 had/VBD/aux<3 sunk=sink/VBN/ROOT ,/,/punct<3 conceded=concede/VBD/" + dep + "<3 the/DT/det<8 "
        "club/NN/poss<8 spokesman/NN/dobj<5 ,/,/punct<5 and/CC/cc<5 nobody/NN/nsubj<12 drowned=drown/VBD/conj<5 "
        "././punct<3"
    )
    assert source(found["conceded"]) == "the club spokesman"
    assert words(found["conceded"]).startswith("It had sunk")


def test_the_subject_of_the_sentence_stays_its_own() -> None:
    tree = parsed(
        "That/DT/nsubj<3 ,/,/punct<3 argues=argue/VBZ/parataxis<7 Ana/NNP/compound<5 Berg/NNP/nsubj<3 ,/,/punct<3 "
        "is=be/VBZ/ROOT why/WRB/advmod<10 it/PRP/nsubj<10 sank=sink/VBD/ccomp<7 ././punct<7",
        {"Ana Berg": "PERSON"},
    )
    assert tree.tokens[0].head.text == "is"


def test_whom_somebody_told_is_not_who_spoke() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 rose=rise/VBD/ROOT ,/,/punct<2 told=tell/VBD/conj<2 the/DT/det<6 mayor/NN/dobj<4 ,/,/punct<4 "
        "and/CC/cc<4 left=leave/VBD/conj<4 ././punct<2"
    )
    assert tree.tokens[5].dep_ == "dobj"


def test_the_speaker_of_a_quotation_does_not_do_what_follows() -> None:
    found = said(
        "“/``/punct<3 It/PRP/nsubj<3 sank=sink/VBD/ccomp<6 ,/,/punct<6 ”/''/punct<6 said=say/VBD/ROOT "
        "Ana/NNP/compound<8 Berg/NNP/nsubj<14 ,/,/punct<8 a/DT/det<11 clerk/NN/appos<8 with/IN/prep<11 "
        "flags/NNS/pobj<12 round=round/VB/ccomp<6 her/PRP$/poss<16 neck/NN/dobj<14 ././punct<6",
        {"Ana Berg": "PERSON"},
    )
    assert source(found["said"]).startswith("Ana Berg")
    assert words(found["said"]) == "“ It sank , ”"


def test_verbs_in_a_row_share_their_subject() -> None:
    found = said(
        "She/PRP/nsubj<2 accepted=accept/VBD/advcl<7 that/IN/mark<5 it/PRP/nsubj<5 sank=sink/VBD/ccomp<2 ,/,/punct<7 "
        "agreed=agree/VBD/ROOT that/IN/mark<10 it/PRP/nsubj<10 burned=burn/VBD/ccomp<7 ././punct<7"
    )
    assert [source(found[cue]) for cue in ("accepted", "agreed")] == ["She", "She"]
    assert words(found["agreed"]) == "that it burned"


def test_a_circumstance_of_a_report_is_no_report_in_a_row() -> None:
    tree = parsed(
        "When/WRB/advmod<3 she/PRP/nsubj<3 heard=hear/VBD/advcl<8 that/IN/mark<6 it/PRP/nsubj<6 sank=sink/VBD/ccomp<3 "
        ",/,/punct<8 agreed=agree/VBD/ROOT Berg/NNP/nsubj<8 it/PRP/nsubj<11 burned=burn/VBD/ccomp<8 ././punct<8"
    )
    assert tree.tokens[7].dep_ == "ROOT"


def test_a_word_that_opens_the_sentence_and_is_a_name_elsewhere_is_its_subject() -> None:
    report = "Prior/RB/advmod<2 said=say/VBD/ROOT it/PRP/nsubj<4 sank=sink/VBD/ccomp<2 ././punct<2"
    named = "Prior/NNP/nsubj<2 left=leave/VBD/ROOT ././punct<2 | "
    assert source(said(named + report)["said"]) == "Prior"
    assert source(said(report)["said"]) == ""
