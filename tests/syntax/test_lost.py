"""Verbs of reporting that parsers lose inside a noun phrase."""

from __future__ import annotations

import pytest

from tests.parses import parsed
from tests.reports import said, source, words


def test_a_verb_that_looks_like_the_object_of_a_relative_clause() -> None:
    found = said(
        "The/DT/det<2 fund/NN/ROOT that/WDT/nsubj<4 owns=own/VBZ/relcl<2 the/DT/det<7 pier/NN/compound<7 "
        "maintains=maintain/NNS/dobj<4 that/IN/dobj<10 it/PRP/nsubj<10 heard=hear/VBD/relcl<7 of/IN/prep<10 "
        "no/DT/det<13 leak/NN/pobj<11 ././punct<2"
    )
    assert source(found["maintains"]) == "The fund that owns the pier"
    assert words(found["maintains"]) == "that it heard of no leak"


def test_a_verb_that_looks_like_the_end_of_its_subject() -> None:
    found = said(
        "Log/NN/compound<2 books/NNS/nsubj<8 kept=keep/VBN/acl<2 by/IN/agent<3 the/DT/det<7 harbour/NN/compound<7 "
        "show/NN/pobj<4 was=be/VBD/ROOT there/EX/expl<8 none/NN/attr<8 ././punct<8".replace(
            "was=be/VBD/ROOT there/EX/expl<8", "there/EX/expl<9 was=be/VBD/ROOT"
        ).replace("<8", "<9")
    )
    assert source(found["show"]) == "Log books kept by the harbour"
    assert words(found["show"]) == "there was none"


def test_a_noun_whose_number_fits_no_verb_stays_one() -> None:
    tree = parsed(
        "A/DT/det<2 list/NN/ROOT of/IN/prep<2 the/DT/det<6 stock/NN/compound<6 claim/NN/pobj<3 that/IN/mark<9 "
        "it/PRP/nsubj<9 sank=sink/VBD/acl<6 ././punct<2"
    )
    assert tree.tokens[5].pos_ == "NOUN"


def test_an_owner_before_a_finite_verb_is_what_the_preposition_governs() -> None:
    found = said(
        "A/DT/det<2 friend/NN/ROOT of/IN/prep<2 Berg/NNP/poss<6 's/POS/case<4 insists=insist/VBZ/pobj<3 that/IN/mark<9 "
        "he/PRP/nsubj<9 left=leave/VBD/relcl<2 ././punct<2"
    )
    assert source(found["insists"]) == "A friend of Berg 's"
    assert words(found["insists"]) == "that he left"


def test_a_noun_under_the_word_that_opens_its_clause_is_the_subject() -> None:
    found = said(
        "Shares/NNS/nsubj<2 fell=fall/VBD/ROOT after/IN/mark<6 its/PRP$/poss<5 auditor/NN/pobj<3 "
        "claimed=claim/VBD/advcl<2 it/PRP/nsubjpass<9 was=be/VBD/auxpass<9 cheated=cheat/VBN/ccomp<6 ././punct<2"
    )
    assert source(found["claimed"]) == "its auditor"


def test_a_participle_with_a_clause_is_the_verb_of_a_sentence_without_one() -> None:
    found = said(
        "A/DT/det<2 blog/NN/ROOT popular/JJ/amod<2 with/IN/prep<3 divers/NNS/pobj<4 reported=report/VBN/acl<5 "
        "that/IN/mark<10 the/DT/det<9 wreck/NN/nsubj<10 moved=move/VBD/ccomp<6 ././punct<2"
    )
    assert source(found["reported"]) == "A blog popular with divers"


def test_somebody_told_something_did_not_tell_it() -> None:
    tree = parsed(
        "A/DT/det<2 diver/NN/ROOT told=tell/VBN/acl<2 that/IN/mark<7 the/DT/det<6 wreck/NN/nsubj<7 "
        "moved=move/VBD/ccomp<3 ././punct<2"
    )
    assert tree.tokens[2].dep_ == "acl"


@pytest.mark.parametrize("dep", ["dobj<2", "nsubj<6"])
def test_no_finite_verb_is_the_subject_of_another(dep: str) -> None:
    found = said(
        f"Scales/NNS/nsubj<2 supervisor/VBP/nsubj<6 Ana/NNP/compound<4 Berg/NNP/{dep} ,/,/punct<2 said=say/VBD/ROOT "
        "it/PRP/nsubj<8 sank=sink/VBD/ccomp<6 ././punct<6",
        {"Ana Berg": "PERSON"},
    )
    assert source(found["said"]) == "Scales supervisor Ana Berg"


def test_whom_an_interview_was_given_keeps_what_they_were_told() -> None:
    found = said(
        "Berg/NNP/nsubj<2 told=tell/VBD/ROOT them/PRP/dobj<2 in/IN/prep<2 an/DT/det<6 interview/NN/pobj<4 that/IN/mark<9 "
        "it/PRP/nsubj<9 sank=sink/VBD/acl<6 ././punct<2"
    )
    assert words(found["told"]) == "that it sank"


def test_who_is_asked_asks_nothing() -> None:
    found = said(
        "Asked=ask/VBD/advcl<5 about/IN/prep<1 it/PRP/pobj<2 Berg/NNP/nsubj<5 said=say/VBD/ROOT nothing/NN/dobj<5 "
        "././punct<5"
    )
    assert source(found["Asked"]) == ""
    assert source(found["said"]) == "Berg"


def test_a_verb_that_looks_like_a_plural_goes_on_with_the_verb_before() -> None:
    found = said(
        "She/PRP/nsubj<2 denies=deny/VBZ/ROOT it/PRP/dobj<2 and/CC/cc<2 wonders=wonder/NNS/conj<2 why/WRB/advmod<5 "
        "././punct<2"
    )
    assert (source(found["wonders"]), words(found["wonders"])) == ("She", "why")


def test_two_things_are_demanded() -> None:
    found = said(
        "Berg/NNP/nsubj<2 demands=demand/VBZ/ROOT an/DT/det<4 end/NN/dobj<2 to/IN/prep<4 it/PRP/pobj<5 and/CC/cc<2 "
        "a/DT/det<9 raise/NN/conj<2 ././punct<2"
    )
    assert words(found["demands"]) == "an end to it and a raise"


def test_the_time_of_an_entry_is_no_part_of_who_speaks() -> None:
    found = said("20:10/CD/nummod<2 Berg/NNP/nsubj<3 denied=deny/VBD/ROOT it/PRP/dobj<3 ././punct<3")
    assert source(found["denied"]) == "Berg"
