"""Branches put back where they must grow."""

from __future__ import annotations

import pytest

from tests.parses import parsed
from tests.reports import said, source, words


@pytest.mark.parametrize(
    "text",
    [
        "On/IN/prep<4 Friday/NNP/compound<3 Berg/NNP/pobj<1 denied=deny/VBD/ROOT it/PRP/dobj<4 ././punct<4",
        "On/IN/prep<4 Friday/NNP/compound<3 Berg/NNP/nsubj<4 denied=deny/VBD/ROOT it/PRP/dobj<4 ././punct<4",
        "Last/JJ/amod<3 Friday/NNP/compound<3 Berg/NNP/nsubj<4 denied=deny/VBD/ROOT it/PRP/dobj<4 ././punct<4",
    ],
)
def test_a_day_is_no_part_of_the_name_behind_it(text: str) -> None:
    assert source(said(text)["denied"]) == "Berg"


def test_a_name_that_begins_with_a_day_stays_whole() -> None:
    tree = parsed("Black/NNP/compound<3 Friday/NNP/compound<3 Sales/NNP/nsubj<4 fell/VBD/ROOT ././punct<4")
    assert tree.tokens[1].head.text == "Sales"


@pytest.mark.parametrize("dep", ["appos", "conj"])
def test_somebody_is_no_apposition_of_a_place_whose_verb_has_no_subject(dep: str) -> None:
    text = (
        f"In/IN/prep<9 Oslo/NNP/pobj<1 ,/,/punct<2 Ana/NNP/compound<5 Berg/NNP/{dep}<2 ,/,/punct<5 the/DT/det<8 "
        "mayor/NN/appos<5 denied=deny/VBD/ROOT it/PRP/dobj<9 ././punct<9"
    )
    assert source(said(text, {"Ana Berg": "PERSON", "Oslo": "GPE"})["denied"]) == "Ana Berg , the mayor"


def test_the_country_of_a_town_stays_with_it_where_the_verb_has_a_subject() -> None:
    tree = parsed(
        "In/IN/prep<7 Oslo/NNP/pobj<1 ,/,/punct<2 Norway/NNP/appos<2 ,/,/punct<7 Berg/NNP/nsubj<7 left/VBD/ROOT "
        "././punct<7"
    )
    assert tree.tokens[3].head.text == "Oslo"


def test_that_before_a_comma_and_a_participle_is_the_object() -> None:
    found = said(
        "Berg/NNP/nsubj<2 disputed=dispute/VBD/ROOT that/IN/mark<5 ,/,/punct<5 telling=tell/VBG/advcl<2 "
        "reporters/NNS/dobj<5 lies/NNS/dobj<5 ././punct<2"
    )
    assert words(found["disputed"]) == "that"


def test_what_somebody_is_accused_of_does_not_hang_from_the_day() -> None:
    found = said(
        "Berg/NNP/nsubj<2 accused=accuse/VBD/ROOT Wei/NNP/dobj<2 on/IN/prep<2 Friday/NNP/pobj<4 of/IN/prep<5 "
        "lying=lie/VBG/pcomp<6 ././punct<2",
        {"Friday": "DATE"},
    )
    assert words(found["accused"]) == "Wei on Friday of lying"


@pytest.mark.parametrize(
    ("act", "content"),
    [
        ("cheating/VBG/pcomp<4", "crews of cheating"),
        ("cheated/VBN/pcomp<4 badly/RB/advmod<5", "crews of cheated badly"),
    ],
)
def test_what_somebody_is_accused_of_does_not_hang_from_who_is_accused(act: str, content: str) -> None:
    found = said(f"Berg/NNP/nsubj<2 accused=accuse/VBD/ROOT crews/NNS/dobj<2 of/IN/prep<3 {act} ././punct<2")
    assert words(found["accused"]) == content


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<2 accused=accuse/VBD/ROOT crews/NNS/dobj<2 of/IN/prep<3 ships/NNS/pobj<4 ././punct<2",
        "Berg/NNP/nsubj<2 saw=see/VBD/ROOT signs/NNS/dobj<2 of/IN/prep<3 cheating/VBG/pcomp<4 ././punct<2",
    ],
)
def test_what_is_no_act_or_not_blamed_stays_with_its_noun(text: str) -> None:
    of = next(t for t in parsed(text).tokens if t.text == "of")
    assert of.head.dep_ == "dobj"


def test_the_heavy_noun_behind_an_as_phrase_is_the_object() -> None:
    found = said(
        "Berg/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT as/IN/prep<2 gossip/NN/pobj<3 the/DT/det<6 report/NN/pobj<3 "
        "././punct<2"
    )
    assert [h.text for h in found["dismissed"].heads] == ["report"]


def test_an_as_phrase_of_two_words_beside_an_object_is_left_alone() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 hired=hire/VBD/ROOT him/PRP/dobj<2 as/IN/prep<2 cook/NN/pobj<4 the/DT/det<7 day/NN/pobj<4"
    )
    assert tree.tokens[6].head.text == "as"


def test_the_first_of_two_subjects_behind_a_clause_is_what_the_second_does_it_to() -> None:
    tree = parsed(
        "It/PRP/nsubj<2 sank/VBD/ccomp<8 ,/,/punct<8 a/DT/det<5 charge/NN/nsubj<8 its/PRP$/poss<7 captain/NN/nsubj<8 "
        "rejected=reject/VBD/ROOT ././punct<8"
    )
    assert tree.tokens[4].dep_ == "dobj"


@pytest.mark.parametrize("dep", ["ccomp", "csubj"])
def test_the_first_of_two_verbs_behind_nobody_is_a_participle(dep: str) -> None:
    tree = parsed(
        f"Nobody/NN/nsubj<2 hurt/VBD/{dep}<5 in/IN/prep<2 it/PRP/pobj<3 sued=sue/VBD/ROOT Berg/NNP/dobj<5 ././punct<5"
    )
    assert [(t.dep_, t.head.text) for t in tree.tokens[:2]] == [("nsubj", "sued"), ("acl", "Nobody")]


def test_what_nobody_did_before_a_comma_and_a_report_stays_a_clause() -> None:
    tree = parsed(
        "Nobody/NN/nsubj<2 fell=fall/VBD/ccomp<7 in/IN/prep<2 it/PRP/pobj<3 ,/,/punct<7 Berg/NNP/nsubj<7 "
        "said=say/VBD/ROOT ././punct<7"
    )
    assert tree.tokens[1].dep_ == "ccomp"


def test_an_occasion_that_turns_a_clause_round_belongs_to_it() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT at/IN/prep<2 no/DT/det<5 time/NN/pobj<3 had/VBD/aux<8 she/PRP/nsubj<8 "
        "slept=sleep/VBN/ccomp<2 ././punct<2"
    )
    assert tree.tokens[2].head.text == "slept"


def test_an_occasion_before_a_clause_in_its_usual_order_stays_where_it_is() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT at/IN/prep<2 no/DT/det<5 time/NN/pobj<3 she/PRP/nsubj<8 had/VBD/aux<8 "
        "slept=sleep/VBN/ccomp<2 ././punct<2"
    )
    assert tree.tokens[2].head.text == "said"


def test_of_two_adjectives_with_not_between_them_the_first_is_what_it_was() -> None:
    tree = parsed(
        "It/PRP/nsubj<2 was=be/VBD/ROOT asleep/JJ/amod<6 ,/,/punct<3 not/RB/neg<6 dead/JJ/acomp<2 ././punct<2"
    )
    assert [(tree.tokens[i].dep_, tree.tokens[i].head.text) for i in (2, 5)] == [("acomp", "was"), ("conj", "asleep")]
