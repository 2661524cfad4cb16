"""Mentions that stand for several at once."""

from __future__ import annotations

from tests.parses import extracted, label

BOTH = {"Ekdal": "PERSON", "Lindqvist": "PERSON", "Kenya": "GPE", "Nairobi": "GPE"}


def test_two_pronouns_for_two_are_one_group() -> None:
    found = extracted(
        "Ekdal/NNP/nsubj<4 and/CC/cc<1 Lindqvist/NNP/conj<1 slept=sleep/VBD/ROOT ././punct<4 | "
        "They/PRP/nsubj<2 snored=snore/VBD/ROOT ././punct<2 | Their/PRP$/poss<2 dogs=dog/NNS/nsubj<3 barked=bark/VBD/ROOT "
        "././punct<3",
        BOTH,
    )
    of = {found.document[m.span]: m.entity for m in found.passing}
    assert of["They"] == of["Their"] == of["Ekdal and Lindqvist"]


def test_a_capital_in_a_group_stands_for_its_country() -> None:
    found = extracted(
        "Kenya/NNP/nsubj<2 waited=wait/VBD/ROOT ././punct<2 | "
        "Nairobi/NNP/nsubj<4 and/CC/cc<1 Ekdal/NNP/conj<1 talked=talk/VBD/ROOT ././punct<4 | "
        "They/PRP/nsubj<2 met=meet/VBD/ROOT on/IN/prep<2 Friday/NNP/pobj<3 ././punct<2",
        BOTH,
    )
    (meeting,) = (e for e in found.events if found.document[e.trigger] == "met")
    assert {label(found, who) for role, who in meeting.roles} == {"Kenya", "Ekdal"}
    assert meeting.label == "Kenya met Ekdal"
