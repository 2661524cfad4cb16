"""What somebody was told, be it by nobody who is named."""

from __future__ import annotations

from tests.reports import said, words


def test_what_somebody_was_told_of_is_told_by_nobody_named() -> None:
    found = said(
        "Wei/NNP/nsubjpass<3 was/VBD/auxpass<3 told=tell/VBN/ROOT of/IN/prep<3 a/DT/det<6 leak/NN/pobj<4 ././punct<3"
    )
    assert words(found["told"]) == "a leak"
    assert found["told"].source is None


def test_a_clause_behind_the_giver_is_what_the_report_says() -> None:
    found = said(
        "Berg/NNP/nsubj<2 read=read/VBD/ROOT a/DT/det<4 report/NN/dobj<2 by/IN/prep<4 Holm/NNP/pobj<5 that/WDT/dobj<9 "
        "he/PRP/nsubj<9 left=leave/VBD/relcl<6 town/NN/dobj<9 ././punct<2"
    )
    assert words(found["report"]) == "that he left town"
    assert [t.text for t in found["report"].source_tokens] == ["Holm"]
