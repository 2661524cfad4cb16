"""Relations that no verb states, on parses built by hand."""

from __future__ import annotations

import pytest

from tests.parses import extracted, label, plain


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        (  # a title before the name
            "Norwegian/JJ/amod<4 Finance/NNP/compound<3 Minister/NNP/compound<4 Solveig/NNP/compound<5"
            " Aasen/NNP/nsubj<6 left=leave/VBD/ROOT ././punct<6",
            {"Solveig Aasen": "PERSON", "Norwegian": "NORP"},
            ("Solveig Aasen", "kg:officeIn", "Norway"),
        ),
        (  # a trade of somebody's is no office: where they come from
            "Kenyan/JJ/amod<3 runner/NN/compound<3 Oduya/NNP/nsubj<4 won=win/VBD/ROOT ././punct<4",
            {"Oduya": "PERSON", "Kenyan": "NORP"},
            ("Oduya", "kg:citizenOf", "Kenya"),
        ),
        (
            "Varnholm/NNP/compound<2 striker/NN/compound<3 Oduya/NNP/nsubj<4 scored=score/VBD/ROOT ././punct<4",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:playedFor", "Varnholm"),
        ),
        (
            "Oduya/NNP/nsubj<9 ,/,/punct<1 a/DT/det<4 member/NN/appos<1 of/IN/prep<4 the/DT/det<7 Senate/NNP/pobj<5"
            " ,/,/punct<1 left=leave/VBD/ROOT ././punct<9",
            {"Oduya": "PERSON", "Senate": "ORG"},
            ("Oduya", "kg:memberOf", "Senate"),
        ),
        (
            "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT the/DT/det<4 coach/NN/attr<2 of/IN/prep<4 Varnholm/NNP/pobj<5"
            " ././punct<2",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:coaches", "Varnholm"),
        ),
        (
            "Oduya/NNP/nsubj<5 (/-LRB-/punct<1 Greens/NNPS/appos<1 )/-RRB-/punct<1 won=win/VBD/ROOT ././punct<5",
            {"Oduya": "PERSON", "Greens": "ORG"},
            ("Oduya", "kg:affiliation", "Greens"),
        ),
        (  # the title before the name, what it is of behind it
            "Striker/NNP/compound<2 Oduya/NNP/nsubj<5 of/IN/prep<2 Varnholm/NNP/pobj<3 scored=score/VBD/ROOT ././punct<5",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:playedFor", "Varnholm"),
        ),
        (
            "Porto/NNP/npadvmod<3 -/HYPH/punct<3 based=base/VBN/amod<4 Varnholm/NNP/nsubj<5 grew=grow/VBD/ROOT ././punct<5",
            {"Varnholm": "ORG", "Porto": "GPE"},
            ("Varnholm", "kg:basedIn", "Porto"),
        ),
        (
            "Oduya/NNP/poss<3 's/POS/case<1 wife/NN/nsubj<5 Ana/NNP/appos<3 left=leave/VBD/ROOT ././punct<5",
            {"Oduya": "PERSON", "Ana": "PERSON"},
            ("Ana", "schema:spouse", "Oduya"),
        ),
        (
            "Oduya/NNP/nsubj<9 ,/,/punct<1 the/DT/det<5 former/JJ/amod<5 mayor/NN/appos<1 of/IN/prep<5 Porto/NNP/pobj<6"
            " ,/,/punct<1 left=leave/VBD/ROOT ././punct<9",
            {"Oduya": "PERSON", "Porto": "GPE"},
            ("Oduya", "kg:formerlyWith", "Porto"),
        ),
        (  # the clause turned round
            "The/DT/det<2 coach/NN/nsubj<5 of/IN/prep<2 Varnholm/NNP/pobj<3 is=be/VBZ/ROOT Oduya/NNP/attr<5 ././punct<5",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:coaches", "Varnholm"),
        ),
        (
            "Oduya/NNP/nsubjpass<3 was=be/VBD/auxpass<3 named=name/VBN/ROOT coach/NN/oprd<3 of/IN/prep<4"
            " Varnholm/NNP/pobj<5 ././punct<3",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:coaches", "Varnholm"),
        ),
    ],
)
def test_nominal_reads_a_phrase(text, names, wanted):
    assert wanted in plain(extracted(text, names))


def test_nominal_cites_both_names_and_the_noun_between():
    found = extracted(
        "Varnholm/NNP/compound<2 striker/NN/compound<3 Oduya/NNP/nsubj<4 scored=score/VBD/ROOT ././punct<4",
        {"Oduya": "PERSON", "Varnholm": "ORG"},
    )
    (relation,) = [r for r in found.relations if r.predicate == "kg:playedFor"]
    assert [found.document[s] for s in relation.evidence.spans] == ["Varnholm", "striker", "striker Oduya"]
    assert not relation.inferred


def test_nominal_only_reports_what_a_phrase_inside_a_claim_says():
    found = extracted(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<6 Varnholm/NNP/compound<5 striker/NN/compound<6"
        " Oduya/NNP/nsubj<7 lied=lie/VBD/ccomp<2 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG", "Berg": "PERSON"},
    )
    told = [(label(found, r.subject), r.predicate, r.asserted) for r in found.relations]
    assert ("Oduya", "kg:playedFor", False) in told


def test_nominal_asserts_nothing_that_stands_in_a_quotation():
    found = extracted(
        "“/``/punct<5 Varnholm/NNP/compound<3 striker/NN/compound<4 Oduya/NNP/nsubj<5 lied=lie/VBD/ccomp<8"
        " ”/''/punct<5 Berg/NNP/nsubj<8 said=say/VBD/ROOT ././punct<8",
        {"Oduya": "PERSON", "Varnholm": "ORG", "Berg": "PERSON"},
    )
    told = [(label(found, r.subject), r.predicate, r.asserted) for r in found.relations]
    assert ("Oduya", "kg:playedFor", False) in told


def test_nominal_asserts_no_copula_inside_a_claim():
    found = extracted(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT Oduya/NNP/nsubj<4 is=be/VBZ/ccomp<2 the/DT/det<6 coach/NN/attr<4"
        " of/IN/prep<6 Varnholm/NNP/pobj<7 ././punct<2",
        {"Oduya": "PERSON", "Varnholm": "ORG", "Berg": "PERSON"},
    )
    assert [r for r in plain(found) if r[1] == "kg:coaches"] == []


def test_nominal_leaves_an_alleged_office_unasserted():
    found = extracted(
        "Oduya/NNP/nsubj<10 ,/,/punct<1 the/DT/det<5 alleged/JJ/amod<5 leader/NN/appos<1 of/IN/prep<5 the/DT/det<8"
        " Hornets/NNP/pobj<6 ,/,/punct<1 fled=flee/VBD/ROOT ././punct<10",
        {"Oduya": "PERSON", "Hornets": "ORG"},
    )
    assert [r for r in plain(found) if r[1] == "kg:leads"] == []


def test_nominal_takes_no_town_of_a_list_for_the_place_of_the_one_before():
    found = extracted(
        "Bergen/NNP/nsubj<7 ,/,/punct<1 Oslo/NNP/conj<1 ,/,/punct<3 Porto/NNP/conj<3 all/DT/appos<1 waited=wait/VBD/ROOT"
        " ././punct<7",
        {"Bergen": "GPE", "Oslo": "GPE", "Porto": "GPE"},
    )
    assert [r for r in plain(found) if r[1] == "kg:locatedIn"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Oduya/NNP/nsubj<6 ,/,/punct<1 a/DT/det<4 Sunni/NNP/appos<1 ,/,/punct<1 left=leave/VBD/ROOT ././punct<6",
        "Oduya/NNP/nsubj<2 is=be/VBZ/ROOT a/DT/det<4 Sunni/NNP/attr<2 ././punct<2",
        "Oduya/NNP/nsubj<9 ,/,/punct<1 a/DT/det<4 lawyer/NN/appos<1 and/CC/cc<4 a/DT/det<7 Sunni/NNP/conj<4 ,/,/punct<1"
        " left=leave/VBD/ROOT ././punct<9",
        "Sunni/NNP/compound<2 Oduya/NNP/nsubj<3 left=leave/VBD/ROOT ././punct<3",
    ],
)
def test_nominal_tells_of_whom_somebody_is_one(text):
    found = extracted(text, {"Oduya": "PERSON", "Sunni": "NORP"})
    assert ("Oduya", "kg:affiliation", "Sunni") in plain(found)


@pytest.mark.parametrize("cue", ["including/VBG/prep<2", "such/JJ/amod<4 as/IN/prep<2"])
def test_nominal_reads_examples_as_parts(cue):
    last = 2 + len(cue.split())
    found = extracted(
        f"The/DT/det<2 Allies/NNPS/nsubj<{last + 2} {cue} Norway/NNP/pobj<{last} won=win/VBD/ROOT ././punct<{last + 2}",
        {"Allies": "ORG", "Norway": "GPE"},
    )
    assert ("Allies", "kg:includes", "Norway") in plain(found)


def test_nominal_tells_for_which_place_somebody_stands():
    found = extracted(
        "Oduya/NNP/nsubj<4 for/IN/prep<1 Porto/NNP/pobj<2 won=win/VBD/ROOT ././punct<4",
        {"Oduya": "PERSON", "Porto": "GPE"},
    )
    assert ("Oduya", "kg:represents", "Porto") in plain(found)


def test_nominal_tells_since_which_occasion_an_office_is_held():
    found = extracted(
        "Oduya/NNP/nsubj<11 ,/,/punct<1 the/DT/det<4 mayor/NN/appos<1 since/IN/prep<4 the/DT/det<9 2011/CD/nummod<9"
        " Norrsund/NNP/compound<9 election/NN/pobj<5 ,/,/punct<1 left=leave/VBD/ROOT ././punct<11",
        {"Oduya": "PERSON", "2011": "DATE", "Norrsund": "GPE"},
    )
    assert ("Oduya", "kg:involvedIn", "2011 Norrsund election") in plain(found)


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        (
            "Tarvik/NNP/nsubj<9 ,/,/punct<1 a/DT/det<4 subsidiary/NN/appos<1 of/IN/prep<4 Varnholm/NNP/pobj<5 ,/,/punct<1"
            " has/VBZ/aux<9 closed=close/VBN/ROOT ././punct<9",
            {"Tarvik": "ORG", "Varnholm": "ORG"},
            ("Tarvik", "kg:partOf", "Varnholm"),
        ),
        (
            "Varnholm/NNP/compound<2 spokesman/NN/compound<3 Oduya/NNP/nsubj<4 resigned=resign/VBD/ROOT ././punct<4",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:spokespersonFor", "Varnholm"),
        ),
        (
            "Oduya/NNP/poss<3 's/POS/case<1 wife/NN/compound<4 Lind/NNP/nsubj<5 left=leave/VBD/ROOT ././punct<5",
            {"Oduya": "PERSON", "Lind": "PERSON"},
            ("Lind", "schema:spouse", "Oduya"),
        ),
        (
            "Tarvik/NNP/nsubj<8 ,/,/punct<1 the/DT/det<4 agency/NN/appos<1 of/IN/prep<4 Norway/NNP/pobj<5 ,/,/punct<1"
            " warned=warn/VBD/ROOT ././punct<8",
            {"Tarvik": "ORG", "Norway": "GPE"},
            ("Tarvik", "kg:agencyOf", "Norway"),
        ),
        (
            "Oduya/NNP/nsubj<8 ,/,/punct<1 the/DT/det<4 head/NN/appos<1 of/IN/prep<4 Varnholm/NNP/pobj<5 ,/,/punct<1"
            " left=leave/VBD/ROOT ././punct<8",
            {"Oduya": "PERSON", "Varnholm": "ORG"},
            ("Oduya", "kg:leads", "Varnholm"),
        ),
    ],
)
def test_nominal_reads_what_the_noun_says_its_bearer_is(text, names, wanted):
    assert wanted in plain(extracted(text, names))
