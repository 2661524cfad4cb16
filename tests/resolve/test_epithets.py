"""What somebody is called by age or in a copula."""

from __future__ import annotations

import pytest

from tests.parses import extracted

OLD = (
    " | The/DT/det<6 45/CD/nummod<4 -/HYPH/punct<4 year/NN/npadvmod<6 -/HYPH/punct<6 old/JJ/nsubj<7"
    " left=leave/VBD/ROOT Porto/NNP/dobj<7 ././punct<7"
)
NAMES = {"Ada Berg": "PERSON", "Li Wei": "PERSON", "45": "DATE", "45-year-old": "DATE", "Porto": "GPE"}
CHIEF = " | The/DT/det<2 chief/NN/nsubj<3 left=leave/VBD/ROOT Porto/NNP/dobj<3 ././punct<3"


def _words(found, who):
    (entity,) = [e.id for e in found.entities if e.label == who]
    return [found.document[m.span] for m in found.mentions if m.entity == entity]


@pytest.mark.parametrize(
    "age", [",/,/punct<2 45/CD/appos<2 ,/,/punct<2", "(/-LRB-/punct<2 45/CD/appos<2 )/-RRB-/punct<2"]
)
def test_the_year_old_is_who_is_of_that_age(age):
    found = extracted(
        f"Ada/NNP/compound<2 Berg/NNP/nsubj<6 {age} met=meet/VBD/ROOT Li/NNP/compound<8 Wei/NNP/dobj<6 ././punct<6"
        " | Li/NNP/compound<2 Wei/NNP/nsubj<3 smiled=smile/VBD/ROOT ././punct<3" + OLD,
        NAMES,
    )
    assert "The 45 - year - old" in _words(found, "Ada Berg")
    assert {e.label: [a.years for a in e.ages] for e in found.entities if e.type == "Person"} == {
        "Ada Berg": [45],
        "Li Wei": [],
    }


def test_the_year_old_whose_age_is_not_told_is_the_last_who_did_something():
    found = extracted("Li/NNP/compound<2 Wei/NNP/nsubj<3 smiled=smile/VBD/ROOT ././punct<3" + OLD, NAMES)
    assert "The 45 - year - old" in _words(found, "Li Wei")


def test_a_number_in_brackets_after_a_surname_alone_is_no_age():
    found = extracted(
        "Berg/NNP/nsubj<5 (/-LRB-/punct<1 45/CD/appos<1 )/-RRB-/punct<1 scored=score/VBD/ROOT ././punct<5",
        {"Berg": "PERSON", "45": "CARDINAL"},
    )
    assert [e.ages for e in found.entities] == [()]


def test_who_is_said_to_be_the_chief_is_the_chief_from_then_on():
    found = extracted(
        "Ada/NNP/compound<2 Berg/NNP/nsubj<3 is=be/VBZ/ROOT the/DT/det<5 chief/NN/attr<3 of/IN/prep<5 Porto/NNP/pobj<6"
        " ././punct<3" + CHIEF,
        NAMES,
    )
    assert _words(found, "Ada Berg") == ["Ada Berg", "the chief", "The chief"]


@pytest.mark.parametrize(
    "copula",
    [
        "is=be/VBZ/ROOT not/RB/neg<3 the/DT/det<6 chief/NN/attr<3",
        "may/MD/aux<4 be/VB/ROOT the/DT/det<6 chief/NN/attr<4",
        "is=be/VBZ/ROOT a/DT/det<5 chief/NN/attr<3",
    ],
)
def test_who_is_not_said_to_be_the_chief_is_not(copula):
    root = "3" if "VBZ" in copula else "4"
    found = extracted(f"Ada/NNP/compound<2 Berg/NNP/nsubj<{root} {copula}" + CHIEF, NAMES)
    assert _words(found, "Ada Berg") == ["Ada Berg"]


def test_an_age_is_nobody_whose_age_is_another():
    found = extracted(
        "Oduya/NNP/nsubj<5 ,/,/punct<1 45/CD/appos<1 ,/,/punct<1 won=win/VBD/ROOT ././punct<5 | "
        "The/DT/det<6 52/CD/nummod<4 -/HYPH/punct<4 year/NN/npadvmod<6 -/HYPH/punct<6 old/JJ/nsubj<7 left=leave/VBD/ROOT"
        " ././punct<7",
        {"Oduya": "PERSON"},
    )
    (person,) = [e for e in found.entities if e.named]
    assert [found.document[m.span] for m in found.mentions if m.entity == person.id] == ["Oduya"]


def test_a_name_of_no_class_is_the_person_that_a_copula_says():
    found = extracted("Oduya/NNP/nsubj<2 is=be/VBZ/ROOT the/DT/det<4 chief/NN/attr<2 ././punct<2")
    (person,) = [e for e in found.entities if e.named]
    assert (person.type, len([m for m in found.mentions if m.entity == person.id])) == ("Person", 2)
