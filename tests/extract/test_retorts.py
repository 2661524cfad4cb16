"""Denials in set phrases, and what somebody is accused of; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import opposed

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"
BLAMED = (
    "Silva/NNP/nsubj<2 accused=accuse/VBD/ROOT Wei/NNP/dobj<2 of/IN/prep<2 robbing=rob/VBG/pcomp<4 "
    "Berg/NNP/dobj<5 ././punct<2"
)


def pairs(sentences: str) -> int:
    return opposed(sentences, PEOPLE)


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Wei/NNP/nsubj<2 tells=tell/VBZ/ROOT a/DT/det<5 different/JJ/amod<5 story/NN/dobj<2 ././punct<2", 1),
        ("Wei/NNP/nsubj<2 tells=tell/VBZ/ROOT a/DT/det<5 funny/JJ/amod<5 story/NN/dobj<2 ././punct<2", 0),
        (
            "Wei/NNP/nsubj<2 tells=tell/VBZ/ROOT a/DT/det<5 different/JJ/amod<5 story/NN/dobj<2 "
            "about/IN/prep<5 rain/NN/pobj<6 ././punct<2",
            0,
        ),
        ("Wei/NNP/nsubj<2 begs=beg/VBZ/ROOT to/TO/aux<4 differ/VB/xcomp<2 ././punct<2", 1),
        ("Wei/NNP/nsubj<2 issued=issue/VBD/ROOT a/DT/det<4 denial/NN/dobj<2 ././punct<2", 1),
        (
            "Wei/NNP/nsubj<2 pushed=push/VBD/ROOT back/RB/advmod<2 against/IN/prep<2 the/DT/det<6 "
            "claim/NN/pobj<4 ././punct<2",
            1,
        ),
        (
            "Wei/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<5 never/RB/neg<5 happened=happen/VBD/ccomp<2 ././punct<2",
            1,
        ),
        (
            "Wei/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<6 would/MD/aux<6 never/RB/neg<6 "
            "happen/VB/ccomp<2 ././punct<2",
            0,
        ),
        (
            "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<5 was=be/VBD/ccomp<2 "
            "without/IN/prep<5 foundation/NN/pobj<6 ././punct<2",
            1,
        ),
    ],
)
def test_a_set_phrase_denies_what_was_said_last(answer: str, found: int) -> None:
    assert pairs(f"{LEFT} | {answer}") == found


STORY = "Wei/NNP/nsubj<2 tells=tell/VBZ/ROOT a/DT/det<5 different/JJ/amod<5 story/NN/dobj<2 ././punct<2"
OTHERWISE = "Wei/NNP/nsubj<2 remembers=remember/VBZ/ROOT it/PRP/dobj<2 differently/RB/advmod<2 ././punct<2"
RAINED = "said=say/VBD/ROOT it/PRP/nsubj<4 rained=rain/VBD/ccomp<2 ././punct<2"


@pytest.mark.parametrize("answer", [STORY, OTHERWISE])
@pytest.mark.parametrize(
    ("behind", "found"),
    [
        (f"Wei/NNP/nsubj<2 {RAINED}", 0),  # that is the other story
        (f"Silva/NNP/nsubj<2 {RAINED}", 1),
        (f"Ships/NNS/nsubj<2 sank=sink/VBD/ROOT ././punct<2 | Wei/NNP/nsubj<2 {RAINED}", 1),
    ],
)
def test_who_goes_on_to_tell_it_differently_denies_by_what_is_told(answer: str, behind: str, found: int) -> None:
    assert pairs(f"{LEFT} | {answer} | {behind}") == found


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Wei/NNP/nsubj<2 maintains=maintain/VBZ/ROOT his/PRP$/poss<4 innocence/NN/dobj<2 ././punct<2", 1),
        ("Berg/NNP/nsubj<2 maintains=maintain/VBZ/ROOT his/PRP$/poss<4 innocence/NN/dobj<2 ././punct<2", 0),
        ("Wei/NNP/nsubj<2 denied=deny/VBD/ROOT any/DT/det<4 wrongdoing/NN/dobj<2 ././punct<2", 1),
        (
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 was=be/VBD/ccomp<2 innocent/JJ/acomp<4 ././punct<2",
            1,
        ),
    ],
)
def test_who_says_he_is_innocent_denies_what_he_is_accused_of(answer: str, found: int) -> None:
    assert pairs(f"{BLAMED} | {answer}") == found
