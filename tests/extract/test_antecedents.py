"""Which earlier claim a denial is of, and which it is not; on parses built by hand."""

from __future__ import annotations

from kg.positions import contradictions, positions
from tests.parses import extracted, told

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4"
DENIED = " | Berg/NNP/nsubj<2 denied=deny/VBD/ROOT the/DT/det<4 report/NN/dobj<2 ././punct<2"


def test_the_nearest_claim_is_meant_even_where_nobody_is_named_for_it() -> None:
    rumour = " | Rumours=rumour/NNS/nsubj<6 that/IN/mark<4 Berg/NNP/nsubj<4 resigned=resign/VBD/acl<1 still/RB/advmod<6 spread=spread/VBP/ROOT ././punct<6"
    assert len(contradictions(positions(extracted(LEFT + " ././punct<2" + DENIED, PEOPLE)))) == 1
    assert contradictions(positions(extracted(LEFT + " ././punct<2" + rumour + DENIED, PEOPLE))) == set()


def test_a_claim_that_is_discussed_is_not_repeated() -> None:
    found = extracted(
        LEFT + " ././punct<2 | Wei/NNP/nsubj<2 discussed=discuss/VBD/ROOT the/DT/det<4 report/NN/dobj<2 ././punct<2",
        PEOPLE,
    )
    assert [who for who, _, content in told(found) if content == told(found)[0][2]] == ["Silva"]


def test_what_is_taken_back_is_ones_own_claim() -> None:
    found = extracted(
        LEFT + " ././punct<2 | Silva/NNP/nsubj<2 retracted=retract/VBD/ROOT the/DT/det<4 claim/NN/dobj<2 ././punct<2",
        PEOPLE,
    )
    assert [(who, side) for who, side, _ in told(found)] == [("Silva", "positive"), ("Silva", "negative")]


def test_a_relative_clause_denies_what_stands_before_it_and_is_no_part_of_it() -> None:
    found = extracted(
        LEFT + " ,/,/punct<5 an/DT/det<8 allegation/NN/appos<5 he/PRP/nsubj<10 denies=deny/VBZ/relcl<8 ././punct<2",
        PEOPLE,
    )
    assert [(side, content) for _, side, content in told(found)] == [
        ("positive", told(found)[0][2]),
        ("negative", told(found)[0][2]),
    ]
    contents = [found.document.text[s.begin : s.end] for c in found.claims for s in c.content_spans]
    assert "Berg left Oslo" in contents


def test_a_noun_and_the_verb_that_hangs_from_it_do_not_read_each_other_for_ever() -> None:
    found = extracted(
        LEFT
        + " ,/,/punct<5 a/DT/det<8 claim/NN/dobj<4 that/IN/mark<11 Wei/NNP/nsubj<11 denied=deny/VBD/acl<8 ././punct<2",
        PEOPLE,
    )
    assert ("Silva", "positive") in {(who, side) for who, side, _ in told(found)}


def test_who_is_accused_in_the_passive_is_accused_by_somebody_of_something() -> None:
    found = extracted(
        "Berg/NNP/nsubjpass<3 was=be/VBD/auxpass<3 accused=accuse/VBN/ROOT by/IN/agent<3 Wei/NNP/pobj<4 of/IN/prep<3 leaving=leave/VBG/pcomp<6 Oslo/NNP/dobj<7 ././punct<3",
        PEOPLE,
    )
    (claim,) = found.claims
    (said,) = [p for p in found.propositions if p.id == claim.content]
    names = {e.id: e.label for e in found.entities}
    assert (names[claim.claimant or ""], names[said.subject or ""], [names[a] for a in claim.against]) == (
        "Wei",
        "Berg",
        ["Berg"],
    )
