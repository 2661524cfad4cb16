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


def test_obliques_ties_the_subject_to_the_examples_of_a_common_noun():
    found = extracted(
        "Oduya/NNP/nsubj<2 had=have/VBD/ROOT two/CD/nummod<4 deputies=deputy/NNS/dobj<2 ,/,/punct<4 Berg/NNP/appos<4"
        " and/CC/cc<6 Lind/NNP/conj<6 ././punct<2",
        {"Oduya": "PERSON", "Berg": "PERSON", "Lind": "PERSON"},
    )
    assert {("Oduya", "rel:have_deputy", "Berg"), ("Oduya", "rel:have_deputy", "Lind")} <= set(plain(found))


def test_obliques_gives_those_whom_a_subject_lists_what_is_said_of_it():
    found = extracted(
        "The/DT/det<2 deputies/NNS/nsubjpass<7 Berg/NNP/appos<2 and/CC/cc<3 Lind/NNP/conj<3 were=be/VBD/auxpass<7"
        " replaced=replace/VBN/ROOT by/IN/agent<7 Oduya/NNP/pobj<8 ././punct<7",
        {"Oduya": "PERSON", "Berg": "PERSON", "Lind": "PERSON"},
    )
    assert {("Berg", "rel:replaced_by", "Oduya"), ("Lind", "rel:replaced_by", "Oduya")} <= set(plain(found))


def test_obliques_takes_two_nouns_in_between_into_the_predicate():
    found = extracted(
        "Oduya/NNP/nsubj<2 led=lead/VBD/ROOT talks=talk/NNS/dobj<2 on/IN/prep<3 the/DT/det<6 debts=debt/NNS/pobj<4 of/IN/prep<6"
        " Varnholm/NNP/pobj<7 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG"},
    )
    assert ("Oduya", "rel:lead_talk_on_debt_of", "Varnholm") in plain(found)


def test_obliques_gives_an_occasion_to_the_clause_it_hangs_below():
    found = extracted(
        "Oduya/NNP/nsubjpass<3 was=be/VBD/auxpass<3 elected=elect/VBN/ROOT to/IN/prep<3 the/DT/det<6 council/NN/pobj<4"
        " in/IN/prep<6 the/DT/det<11 2011/CD/nummod<11 Norrsund/NNP/compound<11 election/NN/pobj<7 ././punct<3",
        {"Oduya": "PERSON", "Norrsund": "GPE", "2011": "DATE"},
    )
    assert ("Oduya", "kg:involvedIn", "2011 Norrsund election") in plain(found)


def test_obliques_reads_a_clause_with_when_as_part_of_the_occasion():
    found = extracted(
        "Berg/NNP/nsubj<2 left=leave/VBD/ROOT after/IN/prep<2 the/DT/det<7 2011/CD/nummod<7 Norrsund/NNP/compound<7"
        " election/NN/pobj<3 ,/,/punct<7 when/WRB/advmod<12 the/DT/det<11 Greens/NNPS/nsubj<12 lost=lose/VBD/relcl<7"
        " ././punct<2",
        {"Berg": "PERSON", "Norrsund": "GPE", "2011": "DATE", "Greens": "ORG"},
    )
    assert ("Greens", "kg:involvedIn", "2011 Norrsund election") in plain(found)


def test_obliques_carries_an_occasion_on_into_the_participle():
    found = extracted(
        "In/IN/prep<7 the/DT/det<5 2011/CD/nummod<5 Norrsund/NNP/compound<5 election/NN/pobj<1 Oduya/NNP/nsubj<7"
        " ran=run/VBD/ROOT ,/,/punct<7 losing=lose/VBG/advcl<7 to/IN/prep<9 Berg/NNP/pobj<10 ././punct<7",
        {"Oduya": "PERSON", "Berg": "PERSON", "Norrsund": "GPE", "2011": "DATE"},
    )
    assert ("Berg", "kg:involvedIn", "2011 Norrsund election") in plain(found)


def test_obliques_leaves_out_where_and_when_an_occasion_was():
    found = extracted(
        "In/IN/prep<7 the/DT/det<5 2011/CD/nummod<5 Norrsund/NNP/compound<5 election/NN/pobj<1 Oduya/NNP/nsubj<7"
        " ran=run/VBD/ROOT in/IN/prep<7 Varnholm/NNP/pobj<8 against/IN/prep<7 Berg/NNP/pobj<10 ././punct<7",
        {"Oduya": "PERSON", "Berg": "PERSON", "Norrsund": "GPE", "Varnholm": "ORG", "2011": "DATE"},
    )
    involved = {s for s, p, _ in plain(found) if p == "kg:involvedIn"}
    assert involved == {"Oduya", "Berg"}


def test_obliques_ties_a_verb_of_saying_only_where_it_reports_nothing():
    names = {"Oduya": "PERSON", "Porto": "GPE", "Berg": "PERSON"}
    tied = extracted("Oduya/NNP/nsubj<2 spoke=speak/VBD/ROOT in/IN/prep<2 Porto/NNP/pobj<3 ././punct<2", names)
    reported = extracted(
        "Oduya/NNP/nsubj<2 said=say/VBD/ROOT in/IN/prep<2 Porto/NNP/pobj<3 that/IN/mark<7 Berg/NNP/nsubj<7"
        " lied=lie/VBD/ccomp<2 ././punct<2",
        names,
    )
    assert ("Oduya", "rel:speak_in", "Porto") in plain(tied)
    assert not [p for _, p, o in plain(reported) if o == "Porto"]


def test_obliques_reads_a_name_whose_preposition_the_parse_has_lost():
    found = extracted(
        "Oduya/NNP/nsubj<2 argued=argue/VBD/ROOT Varnholm/NNP/npadvmod<2 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG"},
    )
    assert ("Oduya", "rel:argue", "Varnholm") in plain(found)


def test_obliques_tells_once_what_stands_under_a_noun_that_says_nothing_itself():
    found = extracted(
        "Oduya/NNP/nsubj<2 waited=wait/VBD/ROOT on/IN/prep<2 the/DT/det<5 outskirts/NNS/pobj<3 of/IN/prep<5"
        " Porto/NNP/pobj<6 ././punct<2",
        {"Oduya": "PERSON", "Porto": "GPE"},
    )
    assert [p for s, p, o in plain(found) if (s, o) == ("Oduya", "Porto")] == ["rel:wait_on"]
