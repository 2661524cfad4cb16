"""Words that belong to a verb although the parse hangs them elsewhere."""

from __future__ import annotations

import pytest

from tests.reports import said, source, words


def test_a_wish_with_a_subject_of_its_own_is_what_is_called_for() -> None:
    found = said(
        "Farmers/NNS/nsubj<2 called=call/VBD/ROOT for/IN/mark<7 the/DT/det<5 minister/NN/nsubj<7 to/TO/aux<7 "
        "resign/VB/advcl<2 ././punct<2"
    )
    assert words(found["called"]) == "for the minister to resign"


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<2 called=call/VBD/ROOT him/PRP/dobj<2 a/DT/det<5 fraud/NN/dobj<2 ././punct<2",
        "Berg/NNP/nsubj<2 called=call/VBD/ROOT him/PRP/dobj<2 a/DT/det<5 fraud/NN/appos<3 ././punct<2",
    ],
)
def test_what_somebody_is_called_may_be_a_second_object_or_an_apposition(text: str) -> None:
    assert words(said(text)["called"]) == "him a fraud"


def test_a_quotation_behind_the_object_is_what_it_is_called() -> None:
    found = said(
        "Berg/NNP/nsubj<2 called=call/VBD/ROOT the/DT/det<4 vote/NN/dobj<2 “/``/punct<6 rigged=rig/VBN/acl<4 ”/''/punct<6 "
        "././punct<2"
    )
    assert words(found["called"]) == "the vote “ rigged ”"


def test_as_what_something_is_portrayed_may_hang_from_it() -> None:
    found = said(
        "Papers/NNS/nsubj<2 portrayed=portray/VBD/ROOT the/DT/det<4 vote/NN/dobj<2 as/IN/prep<4 a/DT/det<7 "
        "triumph/NN/pobj<5 ././punct<2"
    )
    assert words(found["portrayed"]) == "the vote as a triumph"


def test_the_charge_may_hang_from_the_accused() -> None:
    found = said(
        "Berg/NNP/nsubj<2 accused=accuse/VBD/ROOT the/DT/det<4 clerk/NN/dobj<2 of/IN/prep<4 fraud/NN/pobj<5 ././punct<2"
    )
    assert words(found["accused"]) == "the clerk of fraud"


def test_a_view_is_what_it_is_said_to_be() -> None:
    found = said(
        "Berg/NNP/poss<3 's/POS/case<1 view/NN/nsubj<4 is=be/VBZ/ROOT that/IN/mark<8 the/DT/det<7 dam/NN/nsubj<8 "
        "held=hold/VBD/ccomp<4 ././punct<4"
    )
    assert words(found["view"]) == "that the dam held"
    assert source(found["view"]) == "Berg"


def test_what_somebody_was_asked_about_is_a_question_of_nobody() -> None:
    found = said(
        "Asked=ask/VBN/advcl<6 about/IN/prep<1 the/DT/det<4 leak/NN/pobj<2 Berg/NNP/nsubj<6 left=leave/VBD/ROOT ././punct<6"
    )
    assert words(found["Asked"]) == "the leak"
    assert found["Asked"].source is None
    assert found["Asked"].row is not None
    assert found["Asked"].row.kind == "Question"


def test_a_clause_for_objects_is_no_bar_to_the_object() -> None:
    found = said(
        "Berg/NNP/nsubj<2 announced=announce/VBD/ROOT the/DT/det<4 merger/NN/dobj<2 after/IN/prep<2 meeting=meet/VBG/pcomp<5 "
        "Wei/NNP/dobj<6 ././punct<2"
    )
    assert words(found["announced"]) == "the merger"


def test_a_gerund_with_a_clause_is_what_is_said() -> None:
    found = said(
        "Economists/NNS/nsubj<2 say/VBP/ROOT taxing=tax/VBG/xcomp<2 sugar/NN/nsubj<5 saves=save/VBZ/ccomp<3 "
        "lives/NNS/dobj<5 ././punct<2"
    )
    assert words(found["say"]) == "taxing sugar saves lives"


def test_what_is_made_clear_does_not_hold_the_words_of_its_cue() -> None:
    found = said(
        "Wei/NNP/nsubj<2 made=make/VBD/ROOT it/PRP/nsubj<4 clear/JJ/ccomp<2 that/IN/mark<8 the/DT/det<7 dam/NN/nsubj<8 "
        "held=hold/VBD/ccomp<2 ././punct<2"
    )
    assert words(found["made"]) == "that the dam held"
    assert [t.text for t in found["made"].cue_tokens] == ["made", "it", "clear"]


def test_of_people_that_says_what_they_were_told_and_not_which() -> None:
    found = said(
        "Berg/NNP/nsubj<2 wrote=write/VBD/ROOT to/IN/prep<2 the/DT/det<5 mayor/NN/pobj<3 that/WDT/dobj<8 "
        "she/PRP/nsubj<8 asked=ask/VBD/relcl<5 twice/RB/advmod<8 ././punct<2"
    )
    assert words(found["wrote"]) == "that she asked twice"


def test_who_is_called_upon_is_nobody_named_by_a_day() -> None:
    found = said(
        "Berg/NNP/nsubj<2 called=call/VBD/ROOT on/IN/prep<2 Monday/NNP/pobj<3 for/IN/prep<2 Wei/NNP/pobj<5 "
        "to/TO/aux<8 resign/VB/xcomp<2 ././punct<2",
        {"Monday": "DATE"},
    )
    assert words(found["called"]) == "Wei to resign"


def test_one_word_may_be_all_that_is_left_of_a_question() -> None:
    found = said(
        "Berg/NNP/nsubj<4 did=do/VBD/aux<4 not/RB/neg<4 say/VB/ROOT why/WRB/advmod<4 ././punct<4",
    )
    assert words(found["say"]) == "why"
