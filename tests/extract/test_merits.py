"""Verdicts by what a claim has to stand on, and on who made it up; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted, opposed

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Courier": "ORG"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<5 ././punct<2"


def disputes(text: str) -> int:
    """How many pairs of claims contradict each other."""
    return opposed(text, PEOPLE)


@pytest.mark.parametrize(
    "answer",
    [
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<5 was=be/VBD/ccomp<2 "
        "unsupported/JJ/acomp<5 by/IN/prep<6 evidence/NN/pobj<7 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT there/EX/expl<4 was=be/VBD/ccomp<2 no/DT/det<6 evidence/NN/attr<4 "
        "to/TO/aux<8 support/VB/acl<6 the/DT/det<10 claim/NN/dobj<8 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<7 did=do/VBD/aux<7 not/RB/neg<7 "
        "hold/VB/ccomp<2 up/RP/prt<7 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<5 lacked=lack/VBD/ccomp<2 "
        "credibility/NN/dobj<5 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT nothing/NN/nsubj<5 could/MD/aux<5 be/VB/ccomp<2 "
        "further=far/RB/acomp<5 from/IN/prep<6 the/DT/det<9 truth/NN/pobj<7 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubjpass<7 was=be/VBD/auxpass<7 not/RB/neg<7 "
        "supported=support/VBN/ccomp<2 by/IN/agent<7 evidence/NN/pobj<8 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<5 was=be/VBD/ccomp<2 a/DT/det<7 "
        "joke/NN/attr<5 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT Silva/NNP/nsubj<5 had=have/VBD/aux<5 made=make/VBN/ccomp<2 "
        "up/RP/prt<5 the/DT/det<8 story/NN/dobj<5 ././punct<2",
    ],
)
def test_a_claim_without_grounds_is_denied(answer: str) -> None:
    assert disputes(f"{LEFT} | {answer}") == 1


@pytest.mark.parametrize(
    "answer",
    [
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 roof/NN/nsubj<7 did=do/VBD/aux<7 not/RB/neg<7 "
        "hold/VB/ccomp<2 up/RP/prt<7 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<5 was=be/VBD/ccomp<2 "
        "important/JJ/acomp<5 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubjpass<7 could/MD/aux<7 be/VB/auxpass<7 "
        "supported=support/VBN/ccomp<2 by/IN/agent<7 evidence/NN/pobj<8 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT Silva/NNP/nsubj<5 had=have/VBD/aux<5 made=make/VBN/ccomp<2 "
        "up/RP/prt<5 a/DT/det<8 bed/NN/dobj<5 ././punct<2",
    ],
)
def test_what_is_no_verdict_on_a_claim_denies_none(answer: str) -> None:
    assert disputes(f"{LEFT} | {answer}") == 0


FIELD = "Wei/NNP/nsubj<2 called=call/VBD/ROOT Silva/NNP/dobj<2 “/``/punct<6 totally/RB/advmod<6 delusional/JJ/oprd<2 ”/''/punct<6"


def test_who_is_called_deluded_has_said_what_is_not_so() -> None:
    assert disputes(f"{LEFT} | {FIELD}") == 1


def test_who_made_up_the_story_told_it_a_while_ago() -> None:
    rain = "It/PRP/nsubj<2 rained=rain/VBD/ROOT ././punct<2"
    made = (
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<6 Silva/NNP/nsubj<6 had=have/VBD/aux<6 made=make/VBN/ccomp<2 "
        "up/RP/prt<6 the/DT/det<9 story/NN/dobj<6 ././punct<2"
    )
    assert disputes(f"{LEFT} | {rain} | {rain} | {made}") == 1


def test_what_somebody_says_of_himself_in_an_apposition_is_his() -> None:
    """Berg, a Liberal who said it was safe, said it was not safe."""
    text = (
        "Berg/NNP/nsubj<12 ,/,/punct<1 a/DT/det<4 Liberal/NNP/appos<1 who/WP/nsubj<6 said=say/VBD/relcl<4 the/DT/det<8 "
        "road/NN/nsubj<9 was=be/VBD/ccomp<6 safe/JJ/acomp<9 ,/,/punct<1 said=say/VBD/ROOT the/DT/det<14 road/NN/nsubj<15 "
        "was=be/VBD/ccomp<12 not/RB/neg<15 safe/JJ/acomp<15 ././punct<12"
    )
    found = extracted(text, {"Berg": "PERSON", "Liberal": "NORP"})
    assert len({c.claimant for c in found.claims}) == 1
