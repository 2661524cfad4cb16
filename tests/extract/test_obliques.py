"""What stands beside a verb: ties by an open predicate, and who is involved in an occasion."""

from __future__ import annotations

from tests.parses import extracted, plain


def test_obliques_ties_the_subject_to_the_name_under_a_preposition():
    found = extracted(
        "The/DT/det<2 Greens/NNPS/nsubj<3 lost=lose/VBD/ROOT seats/NNS/dobj<3 in/IN/prep<3 Porto/NNP/pobj<5 ././punct<3",
        {"Greens": "ORG", "Porto": "GPE"},
    )
    assert ("Greens", "rel:lose_in", "Porto") in plain(found)


def test_obliques_takes_a_noun_in_between_into_the_predicate():
    found = extracted(
        "Oduya/NNP/nsubj<2 served=serve/VBD/ROOT on/IN/prep<2 the/DT/det<5 board/NN/pobj<3 of/IN/prep<5"
        " Varnholm/NNP/pobj<6 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG"},
    )
    assert ("Oduya", "rel:serve_on_board_of", "Varnholm") in plain(found)


def test_obliques_involves_both_sides_of_a_clause_in_its_occasion():
    found = extracted(
        "In/IN/prep<7 the/DT/det<4 2011/CD/nummod<4 election/NN/pobj<1 the/DT/det<6 Greens/NNPS/nsubj<7"
        " supported=support/VBD/ROOT Oduya/NNP/dobj<7 ././punct<7",
        {"Greens": "ORG", "Oduya": "PERSON", "2011": "DATE"},
    )
    involved = [(s, o) for s, p, o in plain(found) if p == "kg:involvedIn"]
    assert involved == [("Greens", "2011 election"), ("Oduya", "2011 election")]


def test_obliques_asserts_nothing_of_what_is_only_planned():
    found = extracted(
        "The/DT/det<2 Greens/NNPS/nsubj<3 hope=hope/VBP/ROOT to/TO/aux<5 win=win/VB/xcomp<3 in/IN/prep<5"
        " Porto/NNP/pobj<6 ././punct<3",
        {"Greens": "ORG", "Porto": "GPE"},
    )
    assert ("Greens", "rel:win_in", "Porto") not in plain(found)
