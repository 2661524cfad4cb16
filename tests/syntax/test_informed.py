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


def test_a_clause_behind_the_one_who_warned_is_the_warning() -> None:
    found = said(
        "Wei/NNP/nsubjpass<3 was/VBD/auxpass<3 warned=warn/VBN/ROOT by/IN/agent<3 clerks/NNS/pobj<4 that/IN/mark<8 "
        "it/PRP/nsubj<8 failed=fail/VBD/acl<5 ././punct<3"
    )
    assert words(found["warned"]) == "that it failed"
    assert [t.text for t in found["warned"].source_tokens] == ["clerks"]


def test_what_is_quoted_in_the_words_of_somebody_is_theirs() -> None:
    found = said(
        "In/IN/prep<6 the/DT/det<3 words/NNS/pobj<1 of/IN/prep<3 Wei/NNP/pobj<4 is/VBZ/ROOT it/PRP/nsubj<6 “/``/punct<9 "
        "lost/JJ/acomp<6 ”/''/punct<9 ././punct<6"
    )
    assert [t.text for t in found["In"].source_tokens] == ["Wei"]


def test_the_words_of_the_law_need_not_be_quoted() -> None:
    found = said(
        "It/PRP/nsubj<2 stands=stand/VBZ/ROOT in/IN/prep<2 the/DT/det<5 words/NNS/pobj<3 of/IN/prep<5 the/DT/det<8 "
        "law/NN/pobj<6 ././punct<2"
    )
    assert "in" not in found
