"""Verbs of headlines that parsers take for nouns."""

from __future__ import annotations

from tests.parses import parsed
from tests.reports import said, source, words


def test_what_is_told_in_a_headline_of_capitals() -> None:
    found = said(
        "Port/NNP/compound<2 Chief/NNP/compound<4 Tells/NNPS/compound<4 Panel/NNP/npadvmod<6 He/PRP/nsubj<6 "
        "Left=leave/VBD/ROOT"
    )
    assert source(found["Tells"]) == "Port Chief"
    assert words(found["Tells"]) == "He Left"


def test_what_is_denied_behind_a_semicolon() -> None:
    found = said(
        "Growers/NNS/nsubj<2 blame/VBP/ccomp<7 spray/NN/dobj<2 ;/:/punct<7 farmer/NN/compound<6 disputes=dispute/NNS/"
        "nsubj<7 link/VBP/ROOT"
    )
    assert source(found["disputes"]) == "farmer"
    assert words(found["disputes"]) == "link"


def test_the_clause_of_an_as_in_capitals() -> None:
    found = said(
        "CASES/NNS/nsubj<2 RISE=rise/VBP/ROOT AS/IN/prep<2 SPA/NNP/compound<6 DENIES/VBZ/compound<6 BLAME/NN/pobj<3"
    )
    assert (source(found["DENIES"]), words(found["DENIES"])) == ("SPA", "BLAME")


def test_shares_of_a_firm_are_no_report() -> None:
    tree = parsed("Varn/NNP/compound<2 shares=share/NNS/nsubj<3 jump/VBP/ROOT")
    assert tree.tokens[1].pos_ == "NOUN"


def test_disputes_of_nobody_stay_nouns() -> None:
    tree = parsed("Border/NN/compound<2 disputes=dispute/NNS/nsubj<3 flare/VBP/ROOT")
    assert tree.tokens[1].pos_ == "NOUN"


def test_a_sentence_with_a_full_stop_is_no_headline() -> None:
    tree = parsed(
        "Port/NNP/compound<2 Chief/NNP/compound<4 Tells/NNPS/compound<4 Panel/NNP/nsubj<5 met=meet/VBD/ROOT ././punct<5"
    )
    assert tree.tokens[2].dep_ == "compound"


def test_plural_claims_are_rejected_too() -> None:
    found = said(
        "Minister/NN/compound<2 rejects=reject/NNS/nsubj<3 claims=claim/VBZ/ROOT she/PRP/nsubj<5 lied=lie/VBD/ccomp<3"
    )
    assert source(found["rejects"]) == "Minister"
    assert "Minister rejects" not in {source(s) for s in found.values()}
