"""Whom a claim is told to, against or in praise of; on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted, label

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON"}


@pytest.mark.parametrize(
    "words",
    [
        "Silva/NNP/nsubj<2 accused=accuse/VBD/ROOT Wei/NNP/dobj<2 of/IN/prep<2 lying=lie/VBG/pcomp<4 ././punct<2",
        "Wei/NNP/nsubjpass<3 was=be/VBD/auxpass<3 accused=accuse/VBN/ROOT by/IN/agent<3 Silva/NNP/pobj<4 of/IN/prep<3 "
        "lying=lie/VBG/pcomp<6 ././punct<3",
        "Silva/NNP/poss<3 's/POS/case<1 accusation/NN/nsubj<7 that/IN/mark<6 Wei/NNP/nsubj<6 lied=lie/VBD/acl<3 "
        "stands=stand/VBZ/ROOT ././punct<7",
        "Silva/NNP/nsubj<2 alleged=allege/VBD/ROOT that/IN/mark<5 Wei/NNP/nsubj<5 lied=lie/VBD/ccomp<2 ././punct<2",
    ],
)
def test_an_accusation_is_against_the_accused_and_told_to_nobody(words: str) -> None:
    found = extracted(words, PEOPLE)
    [claim] = found.claims
    assert (label(found, claim.claimant or ""), claim.kinds) == ("Silva", ("Accusation",))
    assert ([label(found, a) for a in claim.against], claim.addressees) == (["Wei"], ())


def test_who_criticises_a_deed_accuses_nobody() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 complained=complain/VBD/ROOT that/IN/mark<5 Wei/NNP/nsubj<5 snored=snore/VBD/ccomp<2 "
        "././punct<2",
        PEOPLE,
    )
    assert [claim.against for claim in found.claims] == [()]


def test_praise_is_about_who_is_praised_and_what_for() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 praised=praise/VBD/ROOT Wei/NNP/dobj<2 for/IN/prep<2 his/PRP$/poss<6 courage/NN/pobj<4 "
        "././punct<2",
        PEOPLE,
    )
    [claim] = found.claims
    assert {label(found, thing) for thing in claim.about} == {"Wei", "courage"}


def test_a_clause_that_is_promised_keeps_its_own_words() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 promised=promise/VBD/ROOT to/TO/aux<4 raise/VB/xcomp<2 wages=wage/NNS/dobj<4 ././punct<2",
        PEOPLE,
    )
    assert [p.label for p in found.propositions] == ["Silva to raise wages"]


def test_a_property_with_nothing_behind_it_ends_in_no_preposition() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 denied=deny/VBD/ROOT resigning=resign/VBG/xcomp<2 ././punct<2",
        PEOPLE,
    )
    assert [p.label for p in found.propositions] == ["Silva resigned"]


def test_an_event_without_an_agent_is_called_by_whom_it_was_done_to() -> None:
    found = extracted(
        "Silva/NNP/nsubjpass<3 was/VBD/auxpass<3 fined=fine/VBN/ROOT five/CD/nummod<5 crowns/NNS/dobj<3 ././punct<3",
        PEOPLE,
    )
    assert [e.label for e in found.events] == ["fined Silva"]


def test_each_of_two_sources_makes_the_claim() -> None:
    found = extracted(
        "Silva/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 said=say/VBD/ROOT Berg/NNP/nsubj<6 lied=lie/VBD/ccomp<4 ././punct<4",
        PEOPLE,
    )
    assert {(label(found, c.claimant or ""), label(found, c.content or "")) for c in found.claims} == {
        ("Silva", "Berg lied"),
        ("Wei", "Berg lied"),
    }


def test_an_apposition_is_no_second_source() -> None:
    found = extracted(
        "Silva/NNP/nsubj<6 ,/,/punct<1 the/DT/det<4 mayor/NN/appos<1 ,/,/punct<1 said=say/VBD/ROOT Berg/NNP/nsubj<8 "
        "lied=lie/VBD/ccomp<6 ././punct<6",
        PEOPLE,
    )
    assert [label(found, c.claimant or "") for c in found.claims] == ["Silva"]


def test_what_happens_to_its_subject_is_called_in_that_order() -> None:
    found = extracted("Prices/NNS/nsubj<2 fell=fall/VBD/ROOT in/IN/prep<2 May/NNP/pobj<3 ././punct<2", {"May": "DATE"})
    assert [e.label for e in found.events] == ["Prices fell"]


def test_the_day_behind_a_subject_is_that_of_the_verb() -> None:
    found = extracted(
        "A/DT/det<2 jury/NN/nsubj<5 on/IN/prep<2 Tuesday/NNP/pobj<3 acquitted=acquit/VBD/ROOT Silva/NNP/dobj<5 ././punct<5",
        PEOPLE | {"Tuesday": "DATE"},
    )
    assert [(e.label, e.time is not None) for e in found.events] == [("jury acquitted Silva", True)]
