"""Who was told and who was there, against who says that they were not; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.positions import contradictions, positions
from tests.parses import extracted

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Bergen": "GPE"}
SAYS = "Silva/NNP/nsubj<2 said=say/VBD/ROOT "
NEXT = " ././punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT "
WROTE = "Silva/NNP/nsubj<4 wrote=write/VBD/ccomp<2 to/IN/prep<4 Wei/NNP/pobj<5"
ABOUT = " about/IN/prep<4 the/DT/det<9 leak/NN/pobj<7"
SPENT = "Wei/NNP/nsubj<4 spent=spend/VBD/ccomp<2 days=day/NNS/dobj<4 in/IN/prep<4 Oslo/NNP/pobj<6"
NOT_WARNED = "he/PRP/nsubjpass<6 was/VBD/auxpass<6 never/RB/neg<6 warned=warn/VBN/ccomp<2"
OF = " of/IN/prep<6 the/DT/det<9 {}/NN/pobj<7"


def opposed(first: str, second: str) -> bool:
    """Whether what Silva said contradicts what Wei said."""
    return bool(contradictions(positions(extracted(SAYS + first + NEXT + second, PEOPLE))))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (WROTE, NOT_WARNED),
        (WROTE + ABOUT, NOT_WARNED),
        (WROTE + ABOUT, NOT_WARNED + OF.format("leak")),
        (WROTE, "no/DT/det<4 letter/NN/nsubj<5 reached=reach/VBD/ccomp<2 him/PRP/dobj<5"),
        (WROTE, "he/PRP/nsubj<4 heard=hear/VBD/ccomp<2 nothing/NN/dobj<4 from/IN/prep<4 Silva/NNP/pobj<6"),
        (SPENT, "he/PRP/nsubj<5 never/RB/neg<5 visited=visit/VBD/ccomp<2 Oslo/NNP/dobj<5"),
        (
            SPENT,
            "he/PRP/nsubj<6 has/VBZ/aux<6 never/RB/neg<6 set=set/VBN/ccomp<2 foot/NN/dobj<6 in/IN/prep<6 Oslo/NNP/pobj<8",
        ),
    ],
)
def test_who_was_never_told_or_there_contradicts(first: str, second: str) -> None:
    assert opposed(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (WROTE + ABOUT, NOT_WARNED + OF.format("fire")),  # of something else
        (WROTE.replace("Wei", "Berg"), NOT_WARNED),  # somebody else was told
        (WROTE, "he/PRP/nsubj<4 heard=hear/VBD/ccomp<2 nothing/NN/dobj<4 from/IN/prep<4 Berg/NNP/pobj<6"),
        (SPENT, "he/PRP/nsubj<5 never/RB/neg<5 visited=visit/VBD/ccomp<2 Bergen/NNP/dobj<5"),  # another town
        (SPENT, "Berg/NNP/nsubj<5 never/RB/neg<5 visited=visit/VBD/ccomp<2 Oslo/NNP/dobj<5"),  # somebody else
        (SPENT, "he/PRP/nsubj<5 never/RB/neg<5 worked=work/VBD/ccomp<2 in/IN/prep<5 Oslo/NNP/pobj<6"),  # less than that
    ],
)
def test_other_contacts_and_places_do_not(first: str, second: str) -> None:
    assert not opposed(first, second)


def test_not_is_shared_by_the_verbs_that_or_joins() -> None:
    kicked = "Wei/NNP/nsubj<4 kicked=kick/VBD/ccomp<2 the/DT/det<6 dog/NN/dobj<4"
    denial = (
        "he/PRP/nsubj<6 did/VBD/aux<6 not/RB/neg<6 hit=hit/VB/ccomp<2 {}/CC/cc<6 kick/VB/conj<6 the/DT/det<10 "
        "dog/NN/dobj<8"
    )
    assert opposed(kicked, denial.format("or"))


def test_what_should_be_is_not_denied_by_what_will_not_be() -> None:
    due = "there/EX/expl<5 {}/MD/aux<5 be/VB/ccomp<2 a/DT/det<7 hearing/NN/attr<5"
    none = "there/EX/expl<5 will/MD/aux<5 be/VB/ccomp<2 no/DT/det<7 hearing/NN/attr<5"
    assert opposed(due.format("will"), none)
    assert not opposed(due.format("should"), none)


def test_nothing_but_one_thing_is_no_other_thing() -> None:
    gave = "Wei/NNP/nsubj<4 gave=give/VBD/ccomp<2 Silva/NNP/dative<4 a/DT/det<7 {}/NN/dobj<4"
    water = "he/PRP/nsubj<4 gave=give/VBD/ccomp<2 Silva/NNP/dative<4 nothing/NN/dobj<4 but/IN/prep<6 a/DT/det<9 pill/NN/pobj<7"
    assert opposed(gave.format("drink"), water)
    assert not opposed(gave.format("pill"), water)


def test_the_same_thing_under_the_opposite_preposition_contradicts() -> None:
    voted = "Berg/NNP/nsubj<4 voted=vote/VBD/ccomp<2 {}/IN/prep<4 the/DT/det<7 {}/NN/pobj<5"
    assert opposed(voted.format("for", "tax"), voted.format("against", "tax"))
    assert not opposed(voted.format("for", "tax"), voted.format("against", "bridge"))
    assert not opposed(voted.format("for", "tax"), voted.format("for", "tax"))


def test_who_is_charged_denies_by_saying_that_it_was_not_done() -> None:
    charge = "Wei/NNP/nsubj<4 opened=open/VBD/ccomp<2 fire/NN/dobj<4 on/IN/prep<4 Berg/NNP/pobj<6"
    none = "no/DT/det<4 shots=shot/NNS/nsubjpass<7 had/VBD/aux<7 been/VBN/auxpass<7 fired=fire/VBN/ccomp<2"
    elsewhere = none + " in/IN/prep<7 Oslo/NNP/pobj<8"
    assert opposed(charge, none)
    assert not opposed(charge, elsewhere)


def test_who_heard_of_it_first_later_was_not_told_before() -> None:
    told = "Silva/NNP/nsubj<4 warned=warn/VBD/ccomp<2 Wei/NNP/dobj<4 of/IN/prep<4 the/DT/det<8 leak/NN/pobj<6"
    learned = "he/PRP/nsubj<5 first/RB/advmod<5 learned=learn/VBD/ccomp<2 of/IN/prep<5 the/DT/det<8 leak/NN/pobj<6"
    assert not opposed(told, learned)  # without dates nobody knows which came first
