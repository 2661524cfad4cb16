"""Offices that clauses and appositions give, and their time."""

from __future__ import annotations

import pytest

from tests.parses import extracted, label


def _offices(found, who):
    (person,) = [e for e in found.entities if e.label == who]
    return [(r.title, label(found, r.of), r.former, r.time.value if r.time else None) for r in person.roles]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Oduya/NNP/nsubj<2 became=become/VBD/ROOT chair/NN/attr<2 of/IN/prep<3 Varnholm/NNP/pobj<4 in/IN/prep<2"
            " 2013/CD/pobj<6 ././punct<2",
            ("Chair", "Varnholm", False, "2013"),
        ),
        (
            "Oduya/NNP/nsubj<2 was=be/VBD/ROOT chair/NN/attr<2 of/IN/prep<3 Varnholm/NNP/pobj<4 until/IN/prep<2"
            " 2013/CD/pobj<6 ././punct<2",
            ("Chair", "Varnholm", True, "2013"),
        ),
        (
            "Oduya/NNP/nsubj<2 served=serve/VBD/ROOT as/IN/prep<2 chair/NN/pobj<3 of/IN/prep<4 Varnholm/NNP/pobj<5"
            " ././punct<2",
            ("Chair", "Varnholm", False, None),
        ),
        (
            "Oduya/NNP/nsubj<9 ,/,/punct<1 chair/NN/appos<1 of/IN/prep<3 Varnholm/NNP/pobj<4 since/IN/prep<3"
            " 2013/CD/pobj<6 ,/,/punct<1 left=leave/VBD/ROOT ././punct<9",
            ("Chair", "Varnholm", False, "2013"),
        ),
    ],
)
def test_offices_come_with_what_they_are_of_and_their_time(text, wanted):
    found = extracted(text, {"Oduya": "PERSON", "Varnholm": "ORG", "2013": "DATE"})
    assert _offices(found, "Oduya") == [wanted]


WULF = {"Wulf": "PERSON", "Ulm": "GPE"}
MAYOR = "Wulf/NNP/nsubj<2 was=be/VBD/ROOT mayor/NN/attr<2 of/IN/prep<3 Ulm/NNP/pobj<4 "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            MAYOR + "from/IN/prep<2 2001/CD/pobj<6 to/IN/prep<6 2006/CD/pobj<8 and/CC/cc<6 again/RB/advmod<12"
            " since/IN/conj<6 2015/CD/pobj<12 ././punct<2",
            [("Mayor", "Ulm", False, "2015"), ("Mayor", "Ulm", True, "2001/2006")],
        ),
        (
            MAYOR + "between/IN/prep<3 2001/CD/pobj<6 and/CC/cc<7 2006/CD/conj<7 and/CC/cc<2 then/RB/advmod<12"
            " again/RB/conj<2 from/IN/prep<12 2015/CD/pobj<13 to/IN/prep<13 2019/CD/pobj<15 ././punct<2",
            [("Mayor", "Ulm", True, "2001/2006"), ("Mayor", "Ulm", True, "2015/2019")],
        ),
        (
            MAYOR
            + "from/IN/prep<2 May/NNP/pobj<6 2001/CD/nummod<7 to/IN/prep<6 June/NNP/pobj<9 2006/CD/nummod<10 ././punct<2",
            [("Mayor", "Ulm", True, "2001-05/2006-06")],
        ),
        (
            MAYOR + "from/IN/prep<2 2001/CD/pobj<6 until/IN/prep<2 his/PRP$/poss<10 death/NN/pobj<8 in/IN/prep<10"
            " 2006/CD/pobj<11 ././punct<2",
            [("Mayor", "Ulm", True, "2001/2006")],
        ),
        (
            "Wulf/NNP/nsubj<10 ,/,/punct<1 mayor/NN/appos<1 of/IN/prep<3 Ulm/NNP/pobj<4 (/-LRB-/punct<7"
            " 2001–06/CD/appos<3 )/-RRB-/punct<7 ,/,/punct<1 slept=sleep/VBD/ROOT ././punct<10",
            [("Mayor", "Ulm", True, "2001/2006")],
        ),
    ],
)
def test_an_office_held_twice_has_two_terms(text, wanted):
    found = extracted(text, {**WULF, "May 2001 to June 2006": "DATE"})
    assert _offices(found, "Wulf") == wanted
    held = {r.predicate for r in found.relations if r.asserted and label(found, r.object) == "Ulm"}
    assert ("kg:leads" in held) == any(not over for _, _, over, _ in wanted)


def test_two_offices_with_a_year_each_are_two_though_the_parser_joins_year_and_office():
    found = extracted(
        "Wulf/NNP/nsubj<2 was=be/VBD/ROOT finance/NN/compound<4 minister/NN/attr<2 in/IN/prep<4 2008/CD/nummod<9"
        " and/CC/cc<6 foreign/JJ/amod<9 minister/NN/pobj<5 until/IN/prep<2 2011/CD/pobj<10 ././punct<2",
        WULF,
    )
    wanted = [("Finance Minister", None, False, "2008"), ("Foreign Minister", None, True, "2011")]
    assert _offices(found, "Wulf") == wanted


def test_an_office_with_its_place_before_a_name_is_held_there():
    found = extracted(
        "Mayor/NN/compound<5 of/IN/prep<1 Ulm/NNP/compound<5 Ingrid/NNP/compound<5 Wulf/NNP/nsubj<6"
        " slept=sleep/VBD/ROOT ././punct<6",
        {"Ulm Ingrid Wulf": "PERSON"},
    )
    assert _offices(found, "Ingrid Wulf") == [("Mayor", "Ulm", False, None)]


@pytest.mark.parametrize(
    ("words", "dep", "of", "role"),
    [
        ("mayor/NN/nsubj<8", "appos", "Ulm", [("Mayor", "Ulm", False, None)]),
        ("mayor/NN/nsubj<8", "conj", "Ulm", [("Mayor", "Ulm", False, None)]),
        ("wife/NN/nsubj<8", "appos", "Oduya", []),
    ],
)
def test_who_is_named_after_a_description_is_not_what_it_is_of(words, dep, of, role):
    found = extracted(
        f"The/DT/det<2 {words} of/IN/prep<2 {of}/NNP/pobj<3 ,/,/punct<4 Wulf/NNP/{dep}<4 ,/,/punct<4"
        " slept=sleep/VBD/ROOT ././punct<8",
        {**WULF, "Oduya": "ORG"},
    )
    of_words = {found.document[m.span]: m.entity for m in found.mentions}
    assert of_words[f"The {words.split('/')[0]}"] == of_words["Wulf"]
    assert _offices(found, "Wulf") == role


def test_offices_that_somebody_only_claims_are_not_held():
    found = extracted(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT Oduya/NNP/nsubj<4 is=be/VBZ/ccomp<2 chair/NN/attr<4 of/IN/prep<5"
        " Varnholm/NNP/pobj<6 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG", "Berg": "PERSON"},
    )
    assert _offices(found, "Oduya") == []


def test_offices_that_are_denied_are_not_held():
    found = extracted(
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT not/RB/neg<2 chair/NN/attr<2 of/IN/prep<4 Varnholm/NNP/pobj<5 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG"},
    )
    assert _offices(found, "Oduya") == []


def test_a_former_office_is_former_when_its_country_stands_between():
    found = extracted(
        "Former/JJ/amod<5 Kenyan/JJ/amod<5 prime/JJ/amod<4 minister/NN/compound<5 Oduya/NNP/nsubj<6 left=leave/VBD/ROOT"
        " ././punct<6",
        {"Oduya": "PERSON", "Kenyan": "NORP"},
    )
    assert _offices(found, "Oduya") == [("Prime Minister", "Kenya", True, None)]
    assert "kg:leads" not in {r.predicate for r in found.relations}


SAID = "Berg/NNP/nsubj<2 said=say/VBD/ROOT "
NAMED = {"Oduya": "PERSON", "Berg": "PERSON", "Kenyan": "NORP"}


def test_a_title_before_a_name_in_indirect_speech_is_presupposed_and_held():
    found = extracted(
        SAID + "Kenyan/JJ/amod<5 president/NN/compound<5 Oduya/NNP/nsubj<6 lied=lie/VBD/ccomp<2 ././punct<2", NAMED
    )
    assert _offices(found, "Oduya") == [("President", "Kenya", False, None)]


def test_a_title_in_a_quotation_is_not_held():
    found = extracted(
        SAID
        + "“/``/punct<7 Kenyan/JJ/amod<6 president/NN/compound<6 Oduya/NNP/nsubj<7 lied=lie/VBD/ccomp<2 ././punct<7"
        " ”/''/punct<7",
        NAMED,
    )
    assert _offices(found, "Oduya") == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The/DT/det<3 Kenyan/JJ/amod<3 president/NN/nsubj<7 ,/,/punct<3 Oduya/NNP/appos<3 ,/,/punct<3"
            " lied=lie/VBD/ROOT ././punct<7",
            [("President", "Kenya", False, None)],
        ),
        (
            SAID + "the/DT/det<5 Kenyan/JJ/amod<5 president/NN/nsubj<9 ,/,/punct<5 Oduya/NNP/appos<5 ,/,/punct<5"
            " lied=lie/VBD/ccomp<2 ././punct<2",
            [],
        ),
    ],
)
def test_a_description_in_indirect_speech_is_no_office_that_the_article_gives(text, held):
    assert _offices(extracted(text, NAMED), "Oduya") == held


@pytest.mark.parametrize(
    ("words", "former"),
    [
        ("former/JJ/amod<3 mayor/NN/compound<3", True),
        ("then/RB/advmod<2 mayor/NN/compound<3", True),
        ("longtime/JJ/amod<3 mayor/NN/compound<3", False),
    ],
)
def test_offices_before_a_name_are_over_where_the_words_say_so(words, former):
    found = extracted(f"{words} Oduya/NNP/nsubj<4 left=leave/VBD/ROOT ././punct<4", {"Oduya": "PERSON"})
    assert [(title, over) for title, _, over, _ in _offices(found, "Oduya")] == [("Mayor", former)]


TERM = (
    "Oduya/NNP/nsubj<2 was=be/VBD/ROOT mayor/NN/attr<2 of/IN/prep<3 Varnholm/NNP/pobj<4 from/IN/prep<2 2009/CD/pobj<6"
)
YEARS = {"Oduya": "PERSON", "Varnholm": "GPE", "Lusia": "GPE"} | dict.fromkeys(("2009", "2012", "2020"), "DATE")


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        (
            " to/IN/prep<6 2012/CD/pobj<8 and/CC/cc<6 again/RB/conj<6 since/IN/prep<2 2020/CD/pobj<12 ././punct<2",
            [("Mayor", "Varnholm", False, "2020"), ("Mayor", "Varnholm", True, "2009/2012")],
        ),
        (
            " until/IN/prep<2 2012/CD/pobj<8 ././punct<2",
            [("Mayor", "Varnholm", True, "2009/2012")],
        ),
        (
            " to/IN/prep<6 2012/CD/pobj<8 and/CC/cc<2 governor/NN/conj<2 of/IN/prep<11 Lusia/NNP/pobj<12"
            " since/IN/prep<2 2020/CD/pobj<14 ././punct<2",
            [("Governor", "Lusia", False, "2020"), ("Mayor", "Varnholm", True, "2009/2012")],
        ),
    ],
)
def test_each_term_of_an_office_is_held_by_itself(rest, wanted):
    assert _offices(extracted(TERM + rest, YEARS), "Oduya") == wanted


def test_between_two_years_is_one_term():
    found = extracted(
        "Oduya/NNP/nsubj<2 served=serve/VBD/ROOT as/IN/prep<2 mayor/NN/pobj<3 between/IN/prep<4 2009/CD/pobj<5"
        " and/CC/cc<6 2012/CD/conj<6 ././punct<2",
        {"Oduya": "PERSON", "between 2009 and 2012": "DATE"},
    )
    assert _offices(found, "Oduya") == [("Mayor", None, True, "2009/2012")]
    (person,) = [e for e in found.entities if e.label == "Oduya"]
    words = found.document.text[person.roles[0].time.span.begin : person.roles[0].time.span.end]
    assert words == "between 2009 and 2012"


def test_a_time_under_the_name_before_an_apposition_is_the_office_s():
    found = extracted(
        "Oduya/NNP/nsubj<9 ,/,/punct<1 mayor/NN/appos<1 of/IN/prep<3 Varnholm/NNP/pobj<4 since/IN/prep<1 2009/CD/pobj<6"
        " ,/,/punct<1 left=leave/VBD/ROOT ././punct<9",
        YEARS,
    )
    assert _offices(found, "Oduya") == [("Mayor", "Varnholm", False, "2009")]
