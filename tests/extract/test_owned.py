"""Claims that are spoken of by a noun with its owner, and clauses that are each of somebody else; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import opposed

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Courier": "ORG"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<5 ././punct<2"


def disputes(text: str) -> int:
    """How many pairs of claims contradict each other."""
    return opposed(text, PEOPLE)


@pytest.mark.parametrize(
    "answer",
    [
        "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT Silva/NNP/poss<5 's/POS/case<3 accusations=accusation/NNS/dobj<2 "
        "of/IN/prep<5 fraud/NN/pobj<6 ././punct<2",
        "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT accusations=accusation/NNS/dobj<2 by/IN/prep<3 Silva/NNP/pobj<4 "
        "././punct<2",
        "Wei/NNP/nsubj<2 disputed=dispute/VBD/ROOT Silva/NNP/poss<5 's/POS/case<3 account/NN/dobj<2 "
        "of/IN/prep<5 the/DT/det<8 flood/NN/pobj<6 ././punct<2",
        "Contrary/JJ/advcl<8 to/IN/prep<1 Silva/NNP/poss<5 's/POS/case<3 claims=claim/NNS/pobj<2 ,/,/punct<8 "
        "Wei/NNP/nsubj<8 says=say/VBZ/ROOT that/IN/mark<12 Berg/NNP/nsubj<12 never/RB/neg<12 "
        "left=leave/VBD/ccomp<8 ././punct<8",
    ],
)
def test_who_denies_somebodys_claim_opposes_them(answer: str) -> None:
    assert disputes(answer) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "Wei/NNP/nsubj<2 rejected=reject/VBD/ROOT Silva/NNP/poss<5 's/POS/case<3 remarks=remark/NNS/dobj<2 "
        "about/IN/prep<5 sailors=sailor/NNS/pobj<6 ././punct<2",
        "Wei/NNP/nsubj<2 disagreed=disagree/VBD/ROOT with/IN/prep<2 Silva/NNP/poss<6 's/POS/case<4 "
        "stance/NN/pobj<3 on/IN/prep<6 trade/NN/pobj<7 ././punct<2",
        "Wei/NNP/nsubj<2 rejected=reject/VBD/ROOT Silva/NNP/poss<5 's/POS/case<3 demand/NN/dobj<2 for/IN/prep<5 "
        "pay/NN/pobj<6 ././punct<2",
        "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT Silva/NNP/poss<5 's/POS/case<3 claim/NN/dobj<2 ././punct<2",
        "Contrary/JJ/advcl<8 to/IN/prep<1 Silva/NNP/poss<5 's/POS/case<3 hopes=hope/NNS/pobj<2 ,/,/punct<8 "
        "Wei/NNP/nsubj<8 says=say/VBZ/ROOT that/IN/mark<12 Berg/NNP/nsubj<12 never/RB/neg<12 "
        "left=leave/VBD/ccomp<8 ././punct<8",
    ],
)
def test_who_turns_down_remarks_stances_demands_and_titles_denies_nothing(answer: str) -> None:
    assert disputes(answer) == 0


@pytest.mark.parametrize(
    "answer",
    [
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 planned=plan/VBD/ccomp<2 "
        "to/TO/aux<7 sell/VB/xcomp<5 the/DT/det<9 mill/NN/dobj<7 ././punct<2 | “/``/punct<11 We/PRP/nsubj<3 "
        "have/VBP/ccomp<11 no/DT/det<5 plans=plan/NNS/dobj<3 to/TO/aux<7 buy/VB/acl<5 it/PRP/dobj<7 "
        ",/,/punct<11 ”/''/punct<11 said=say/VBD/ROOT Wei/NNP/nsubj<11 ././punct<11",
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT ,/,/punct<2 “/``/punct<2 We/PRP/nsubj<6 lost=lose/VBD/ccomp<2 "
        "././punct<2 ”/''/punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT ,/,/punct<2 “/``/punct<2 We/PRP/nsubj<6 "
        "won=win/VBD/ccomp<2 ././punct<2 ”/''/punct<2",
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<8 the/DT/det<5 mill/NN/nsubjpass<8 should/MD/aux<8 "
        "be/VB/auxpass<8 sold=sell/VBN/ccomp<2 ././punct<2 | Wei/NNP/nsubj<2 rejected=reject/VBD/ROOT "
        "the/DT/det<4 idea/NN/dobj<2 ././punct<2",
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 left=leave/VBD/ccomp<2 "
        "Oslo/NNP/dobj<5 ././punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<5 Courier/NNP/compound<5 "
        "report/NN/nsubj<6 was=be/VBD/ccomp<2 false/JJ/acomp<6 ././punct<2",
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 he/PRP/nsubj<5 worked=work/VBD/ccomp<2 "
        "with/IN/prep<5 Berg/NNP/pobj<6 ././punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<7 "
        "her/PRP$/poss<5 group/NN/nsubj<7 never/RB/neg<7 worked=work/VBD/ccomp<2 with/IN/prep<7 Berg/NNP/pobj<8 "
        "././punct<2",
        "The/DT/det<2 council/NN/nsubj<3 refused=refuse/VBD/ROOT to/TO/aux<5 hold/VB/xcomp<3 a/DT/det<7 "
        "hearing/NN/dobj<5 ././punct<3 | “/``/punct<7 It/PRP/nsubj<3 is=be/VBZ/ccomp<7 ludicrous/JJ/acomp<3 "
        ",/,/punct<7 ”/''/punct<7 said=say/VBD/ROOT Wei/NNP/nsubj<7 ././punct<7",
    ],
)
def test_what_is_of_others_is_not_denied(answer: str) -> None:
    assert disputes(answer) == 0


def test_an_idea_of_what_was_is_denied() -> None:
    said = (
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<7 the/DT/det<5 mill/NN/nsubjpass<7 "
        "was=be/VBD/auxpass<7 sold=sell/VBN/ccomp<2 ././punct<2 | Wei/NNP/nsubj<2 rejected=reject/VBD/ROOT "
        "the/DT/det<4 idea/NN/dobj<2 ././punct<2"
    )
    assert disputes(said) == 1


@pytest.mark.parametrize(("verb", "pairs"), [("was=be/VBD/auxpass<9", 1), ("be/VB/auxpass<9", 0)])
def test_a_suggestion_that_it_be_so_does_not_say_that_it_is(verb: str, pairs: int) -> None:
    """Suggestions by Silva that a bridge was (be) built were rejected by Wei."""
    text = (
        f"Suggestions=suggestion/NNS/nsubjpass<11 by/IN/prep<1 Silva/NNP/pobj<2 that/IN/mark<9 a/DT/det<6 "
        f"bridge/NN/nsubjpass<9 here/RB/advmod<9 {verb} built=build/VBN/acl<1 were=be/VBD/auxpass<11 "
        "rejected=reject/VBN/ROOT by/IN/agent<11 Wei/NNP/pobj<12 ././punct<11"
    )
    assert disputes(text) == pairs


def test_who_is_denied_a_way_out_is_not_told_that_there_is_none() -> None:
    said = "Silva/NNP/nsubj<2 said=say/VBD/ROOT they/PRP/nsubj<4 have/VBP/ccomp<2 a/DT/det<6 path/NN/dobj<4 ././punct<2"
    withheld = "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT them/PRP/dobj<2 that/DT/det<5 path/NN/dobj<2 ././punct<2"
    assert disputes(f"{said} | {withheld}") == 0
