"""Passives whose subject is who thinks or says it, figures, roles of antecedents, and nouns for quotations."""

from __future__ import annotations

import pytest

from kg.model import Polarity
from tests.parses import extracted
from tests.reports import said, source, words

_NOT = "Berg/NNP/nsubjpass<4 was=be/VBD/auxpass<4 not/RB/neg<4 "


def test_who_is_convinced_holds_it() -> None:
    found = said(_NOT + "convinced=convince/VBN/ROOT that/IN/mark<7 it/PRP/nsubj<7 sank=sink/VBD/ccomp<4 ././punct<4")
    assert (source(found["convinced"]), words(found["convinced"])) == ("Berg", "that it sank")


def test_who_is_not_persuaded_by_it_doubts_it() -> None:
    found = said(_NOT + "persuaded=persuade/VBN/ROOT by/IN/agent<4 the/DT/det<7 claim/NN/pobj<5 ././punct<4")
    assert (source(found["persuaded"]), words(found["persuaded"])) == ("Berg", "the claim")


@pytest.mark.parametrize("about", ["the/DT/det<7 price/NN/pobj<5", "that/DT/det<7 price/NN/pobj<5"])
def test_who_would_not_be_drawn_takes_no_side(about: str) -> None:
    found = extracted(_NOT + f"drawn=draw/VBN/ROOT on/IN/prep<4 {about} ././punct<4", {"Berg": "PERSON"})
    assert [c.polarity for c in found.claims] == [Polarity.UNDERSPECIFIED]


def test_lots_that_are_drawn_tell_nobodys_mind() -> None:
    assert not said(
        "Lots/NNS/nsubjpass<3 were=be/VBD/auxpass<3 drawn=draw/VBN/ROOT on/IN/prep<3 deck/NN/pobj<4 ././punct<3"
    )


def test_who_is_accused_holds_nothing() -> None:
    found = said(
        "Berg/NNP/nsubjpass<3 was=be/VBD/auxpass<3 accused=accuse/VBN/ROOT of/IN/prep<3 theft/NN/pobj<4 ././punct<3"
    )
    assert source(found["accused"]) == ""


def test_a_figure_is_put_and_a_book_is_not() -> None:
    figure = "Berg/NNP/nsubj<2 put/VBD/ROOT the/DT/det<4 toll/NN/dobj<2 at/IN/prep<2 19/CD/pobj<5 ././punct<2"
    assert words(said(figure)["put"]) == "the toll at 19"
    assert not said(figure.replace("19/CD", "home/NN"))
    plates = figure.replace("19/CD/pobj<5", "12/CD/nummod<7 {}/NNS/pobj<5")
    assert said(plates.format("people=person"))
    assert not said(plates.format("plates=plate"))


def test_an_antecedent_is_what_it_is_condemned_as() -> None:
    found = said(
        "It/PRP/nsubj<2 issued=issue/VBD/ROOT a/DT/det<4 verdict/NN/dobj<2 he/PRP/nsubj<6 condemned=condemn/VBD/relcl<4 "
        "as/IN/prep<6 a/DT/det<9 disgrace/NN/pobj<7 ././punct<2"
    )
    assert (source(found["condemned"]), words(found["condemned"])) == ("he", "a verdict as a disgrace")


def test_what_was_suggested_is_not_what_was_rejected() -> None:
    found = said(
        "Berg/NNP/nsubj<2 rejected=reject/VBD/ROOT suggestions=suggestion/NNS/dobj<2 ,/,/punct<3 made=make/VBN/acl<3 by/IN/agent<5 "
        "Wei/NNP/pobj<6 ,/,/punct<3 that/IN/mark<11 it/PRP/nsubj<11 sank=sink/VBD/ccomp<2 ././punct<2",
        {"Berg": "PERSON", "Wei": "PERSON"},
    )
    assert (source(found["suggestions"]), words(found["suggestions"])) == ("Wei", "that it sank")
    assert words(found["rejected"]).startswith("suggestions")


def test_a_quotation_may_be_said_to_be_an_answer() -> None:
    found = said(
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<4 sank=sink/VBD/ccomp<2 ././punct<2 ¶ "
        "“/``/punct<3 Complete/JJ/amod<3 rubbish/NN/nsubj<6 ,/,/punct<6 ”/''/punct<6 was=be/VBD/ROOT Berg/NNP/poss<9 "
        "'s/POS/case<7 answer/NN/attr<6 ././punct<6"
    )
    assert (source(found["answer"]), words(found["answer"])) == ("Berg", "“ Complete rubbish , ”")


def test_what_somebody_was_promised_is_told_by_nobody_named() -> None:
    found = said(
        "We/PRP/nsubjpass<3 were=be/VBD/auxpass<3 promised=promise/VBN/ROOT six/CD/nummod<5 months/NNS/dobj<3 ././punct<3"
    )
    assert (source(found["promised"]), words(found["promised"])) == ("", "six months")
