"""What is neither said nor denied: possibilities left open, doubts there are none of, reports waved off."""

from __future__ import annotations

from kg.model import Certainty, Polarity
from tests.parses import extracted


def test_what_is_not_ruled_out_is_possible() -> None:
    found = extracted(
        "Berg/NNP/nsubj<4 has/VBZ/aux<4 not/RB/neg<4 ruled=rule/VBN/ROOT out/RP/prt<4 closing=close/VBG/xcomp<4 "
        "the/DT/det<8 mill/NN/dobj<6 ././punct<4",
        {"Berg": "PERSON"},
    )
    (claim,) = found.claims
    assert (claim.polarity, claim.certainty) == (Polarity.POSITIVE, Certainty.POSSIBLE)


def test_what_is_ruled_out_is_denied() -> None:
    found = extracted(
        "Berg/NNP/nsubj<3 has/VBZ/aux<3 ruled=rule/VBN/ROOT out/RP/prt<3 closing=close/VBG/xcomp<3 "
        "the/DT/det<7 mill/NN/dobj<5 ././punct<3",
        {"Berg": "PERSON"},
    )
    assert [c.polarity for c in found.claims] == [Polarity.NEGATIVE]


def test_where_there_is_no_doubt_the_matter_itself_is_said() -> None:
    found = extracted(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT there/EX/expl<4 was/VBD/ccomp<2 no/DT/det<6 doubt/NN/attr<4 that/IN/mark<10 "
        "the/DT/det<9 ship/NN/nsubj<10 sank=sink/VBD/acl<6 ././punct<2",
        {"Berg": "PERSON"},
    )
    assert {c.polarity for c in found.claims if c.claimant} == {Polarity.POSITIVE}


def test_a_report_dismissed_as_gossip_is_denied() -> None:
    found = extracted(
        "Berg/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT as/IN/prep<2 gossip/NN/pobj<3 the/DT/det<7 Courier/NNP/compound<7 "
        "report/NN/pobj<3 that/IN/mark<10 she/PRP/nsubj<10 fled=flee/VBD/acl<7 ././punct<2",
        {"Berg": "PERSON", "Courier": "ORG"},
    )
    denied = [c for c in found.claims if c.polarity is Polarity.NEGATIVE]
    said = [c for c in found.claims if c.polarity is Polarity.POSITIVE]
    assert [c.content for c in denied] == [c.content for c in said if c.claimant != denied[0].claimant]
    assert denied[0].content is not None
