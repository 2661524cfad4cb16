"""Alibis, and acts told from another side, take the other side on a charge; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.positions import contradictions, positions
from tests.parses import extracted

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Bergen": "GPE"}
SAYS = "Silva/NNP/nsubj<2 said=say/VBD/ROOT "
NEXT = " ././punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT "
ROBBED = "Wei/NNP/nsubj<4 robbed=rob/VBD/ccomp<2 the/DT/det<6 vault/NN/dobj<4"


def opposed(first: str, second: str) -> bool:
    """Whether what Silva said contradicts what Wei said."""
    return bool(contradictions(positions(extracted(SAYS + first + NEXT + second, PEOPLE))))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # nowhere near it
            ROBBED,
            "Wei/NNP/nsubj<4 was=be/VBD/ccomp<2 nowhere/RB/advmod<4 near/IN/prep<4 the/DT/det<8 vault/NN/pobj<6",
        ),
        (  # not at the scene
            ROBBED,
            "he/PRP/nsubj<4 was=be/VBD/ccomp<2 not/RB/neg<4 at/IN/prep<4 the/DT/det<8 scene/NN/pobj<6",
        ),
        (  # had no part in it
            ROBBED,
            "he/PRP/nsubj<4 had=have/VBD/ccomp<2 no/DT/det<6 part/NN/dobj<4 in/IN/prep<6 the/DT/det<9 robbery/NN/pobj<7",
        ),
        (  # giving, told by the one who was to receive it
            "Berg/NNP/nsubj<4 sent=send/VBD/ccomp<2 Wei/NNP/dative<4 a/DT/det<7 parcel/NN/dobj<4",
            "he/PRP/nsubj<5 never/RB/neg<5 received=receive/VBD/ccomp<2 a/DT/det<7 parcel/NN/dobj<5",
        ),
        (  # another word for the act
            "Wei/NNP/nsubj<4 demolished=demolish/VBD/ccomp<2 the/DT/det<6 mill/NN/dobj<4",
            "he/PRP/nsubj<6 did/VBD/aux<6 not/RB/neg<6 bulldoze/VB/ccomp<2 the/DT/det<8 mill/NN/dobj<6",
        ),
    ],
)
def test_who_was_not_there_or_did_not_get_it_contradicts(first: str, second: str) -> None:
    assert opposed(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # another place
            ROBBED,
            "Wei/NNP/nsubj<4 was=be/VBD/ccomp<2 not/RB/neg<4 in/IN/prep<4 the/DT/det<8 bakery/NN/pobj<6",
        ),
        (  # of somebody who is not charged
            ROBBED,
            "Berg/NNP/nsubj<4 was=be/VBD/ccomp<2 not/RB/neg<4 at/IN/prep<4 the/DT/det<8 vault/NN/pobj<6",
        ),
        (  # something else was not received
            "Berg/NNP/nsubj<4 sent=send/VBD/ccomp<2 Wei/NNP/dative<4 a/DT/det<7 parcel/NN/dobj<4",
            "he/PRP/nsubj<5 never/RB/neg<5 received=receive/VBD/ccomp<2 a/DT/det<7 visit/NN/dobj<5",
        ),
        (  # a meeting in another town
            "they/PRP/nsubj<4 met=meet/VBD/ccomp<2 in/IN/prep<4 Oslo/NNP/pobj<5",
            "there/EX/expl<4 was=be/VBD/ccomp<2 no/DT/det<6 meeting/NN/attr<4 in/IN/prep<6 Bergen/NNP/pobj<7",
        ),
        (  # another act of the same thing
            "Wei/NNP/nsubj<4 demolished=demolish/VBD/ccomp<2 the/DT/det<6 mill/NN/dobj<4",
            "he/PRP/nsubj<5 never/RB/neg<5 painted=paint/VBD/ccomp<2 the/DT/det<7 mill/NN/dobj<5",
        ),
    ],
)
def test_another_place_person_thing_or_act_contradicts_nothing(first: str, second: str) -> None:
    assert not opposed(first, second)


def test_who_denies_any_part_in_it_contradicts_the_charge() -> None:
    part = " ././punct<2 | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT any/DT/det<4 part/NN/dobj<2 in/IN/prep<4 the/DT/det<7 "
    assert contradictions(positions(extracted(SAYS + ROBBED + part + "robbery/NN/pobj<5", PEOPLE)))
    assert not contradictions(positions(extracted(SAYS + ROBBED + part + "strike/NN/pobj<5", PEOPLE)))


def test_who_speaks_for_the_one_charged_says_he_of_him() -> None:
    charge = SAYS + "Berg/NNP/nsubj<4 attacked=attack/VBD/ccomp<2 the/DT/det<6 nurse/NN/dobj<4 ././punct<2 | "
    lawyer = (
        "{}/NNP/poss<3 's/POS/case<1 lawyer/NN/nsubj<4 said=say/VBD/ROOT he/PRP/nsubj<8 had/VBD/aux<8 not/RB/neg<8 "
        "harmed=harm/VBN/ccomp<4 the/DT/det<10 nurse/NN/dobj<8"
    )
    assert contradictions(positions(extracted(charge + lawyer.format("Berg"), PEOPLE)))
    assert not contradictions(positions(extracted(charge + lawyer.format("Wei"), PEOPLE)))
