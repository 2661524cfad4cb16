"""What the article says in its own voice, and what it does not; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Polarity
from tests.parses import extracted, plain

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Oslo": "GPE", "Silva": "PERSON"}
BOUGHT = ("Berg", "kg:acquired", "Oslo")


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<3 may/MD/aux<3 visit=visit/VB/ROOT Oslo/NNP/dobj<3",
        "Berg/NNP/nsubj<3 will/MD/aux<3 visit/VB/ROOT Oslo/NNP/dobj<3",
        "If/IN/mark<3 Berg/NNP/nsubj<3 visits=visit/VBZ/advcl<6 Oslo/NNP/dobj<3 Wei/NNP/nsubj<6 leaves=leave/VBZ/ROOT",
        "Berg/NNP/nsubj<2 tried=try/VBD/ROOT to/TO/aux<4 visit/VB/xcomp<2 Oslo/NNP/dobj<4",
        "Did/VBD/aux<3 Berg/NNP/nsubj<3 visit/VB/ROOT Oslo/NNP/dobj<3 ?/./punct<3",
        "Berg/NNP/nsubj<2 came=come/VBD/ROOT to/TO/aux<4 visit/VB/advcl<2 Oslo/NNP/dobj<4",
        "Berg/NNP/nsubj<3 possibly/RB/advmod<3 visited=visit/VBD/ROOT Oslo/NNP/dobj<3",
        "Visit/VB/ROOT Oslo/NNP/dobj<1 !/./punct<1",
        "Berg/NNP/nsubj<3 “/``/punct<3 visited=visit/VBD/ROOT ”/''/punct<3 Oslo/NNP/dobj<3",
        "Wei/NNP/nsubj<2 spoke=speak/VBD/ROOT as/IN/mark<6 though/IN/mark<6 Berg/NNP/nsubj<6 visited=visit/VBD/advcl<2 "
        "Oslo/NNP/dobj<6",
        "In/IN/prep<5 the/DT/det<3 novel/NN/pobj<1 Berg/NNP/nsubj<5 visits=visit/VBZ/ROOT Oslo/NNP/dobj<5",
        "In/IN/prep<5 the/DT/det<3 scenario/NN/pobj<1 Berg/NNP/nsubj<5 wins=win/VBZ/ROOT and/CC/cc<5 visits=visit/VBZ/conj<5 "
        "Oslo/NNP/dobj<7",
    ],
)
def test_plans_conditions_questions_and_hedges_are_not_asserted(text: str) -> None:
    assert not [t for t in plain(extracted(text, PEOPLE)) if t[1] == "kg:visited"]


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<2 visited=visit/VBD/ROOT Oslo/NNP/dobj<2",
        "Wei/NNP/nsubj<2 left=leave/VBD/ROOT though/IN/mark<5 Berg/NNP/nsubj<5 visited=visit/VBD/advcl<2 Oslo/NNP/dobj<5",
        "In/IN/prep<5 the/DT/det<3 summer/NN/pobj<1 Berg/NNP/nsubj<5 visited=visit/VBD/ROOT Oslo/NNP/dobj<5",
        "Berg/NNP/nsubj<2 visits=visit/VBZ/ROOT Oslo/NNP/dobj<2 in/IN/prep<2 the/DT/det<6 film/NN/pobj<4",
        "In/IN/prep<5 the/DT/det<3 film/NN/pobj<1 Berg/NNP/nsubj<5 visited=visit/VBD/ROOT Oslo/NNP/dobj<5",
        "In/IN/prep<9 the/DT/det<3 novel/NN/pobj<1 Berg/NNP/nsubj<9 who/WP/nsubj<6 visited=visit/VBD/relcl<4 "
        "Oslo/NNP/dobj<6 ,/,/punct<9 dies=die/VBZ/ROOT",
        "“/``/punct<4 Berg/NNP/nsubj<4 ”/''/punct<4 visited=visit/VBD/ROOT “/``/punct<6 Oslo/NNP/dobj<4 ”/''/punct<6",
        "Berg/NNP/nsubj<2 managed=manage/VBD/ROOT to/TO/aux<4 visit/VB/xcomp<2 Oslo/NNP/dobj<4",
        "After/IN/mark<3 Berg/NNP/nsubj<3 visited=visit/VBD/advcl<6 Oslo/NNP/dobj<3 Wei/NNP/nsubj<6 left=leave/VBD/ROOT",
        "Berg/NNP/nsubj<5 who/WP/nsubj<3 visited=visit/VBD/relcl<1 Oslo/NNP/dobj<3 left=leave/VBD/ROOT",
        "Wei/NNP/nsubj<3 may/MD/aux<3 leave/VB/ROOT because/IN/mark<6 Berg/NNP/nsubj<6 visited=visit/VBD/advcl<3 Oslo/NNP/dobj<6",
    ],
)
def test_what_is_told_implied_or_presupposed_is_asserted(text: str) -> None:
    assert ("Berg", "kg:visited", "Oslo") in plain(extracted(text, PEOPLE))


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 visit/VB/ROOT Oslo/NNP/dobj<4",
        "Berg/NNP/nsubj<2 failed=fail/VBD/ROOT to/TO/aux<4 visit/VB/xcomp<2 Oslo/NNP/dobj<4",
    ],
)
def test_what_did_not_happen_is_asserted_as_negative(text: str) -> None:
    found = extracted(text, PEOPLE)
    visits = [r for r in found.relations if r.predicate == "kg:visited"]
    assert [(r.asserted, r.polarity) for r in visits] == [(True, Polarity.NEGATIVE)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody/NN/nsubj<2 visited=visit/VBD/ROOT Oslo/NNP/dobj<2",
        "Nobody/NN/nsubj<2 managed=manage/VBD/ROOT to/TO/aux<4 visit/VB/xcomp<2 Oslo/NNP/dobj<4",
        "Nobody/NN/nsubj<2 tried=try/VBD/ROOT to/TO/aux<4 visit/VB/xcomp<2 Oslo/NNP/dobj<4",
        "Nobody/NN/nsubj<2 came=come/VBD/ROOT or/CC/cc<2 visited=visit/VBD/conj<2 Oslo/NNP/dobj<4",
        "They/PRP/nsubj<4 did=do/VBD/aux<4 not/RB/neg<4 come/VB/ROOT or/CC/cc<4 visit/VB/conj<4 Oslo/NNP/dobj<6",
        "They/PRP/nsubj<3 neither/CC/preconj<3 came=come/VBD/ROOT nor/CC/cc<3 visited=visit/VBD/conj<3 Oslo/NNP/dobj<5",
        "Nobody/NN/nsubj<2 came=come/VBD/ROOT ,/,/punct<2 rang=ring/VBD/conj<2 or/CC/cc<4 visited=visit/VBD/conj<4 "
        "Oslo/NNP/dobj<6",
    ],
)
def test_one_negation_is_counted_once_for_all_verbs_that_share_it(text: str) -> None:
    (visit,) = (e for e in extracted(text, PEOPLE).events if e.cls == "Visit")
    assert (visit.asserted, visit.polarity) == (True, Polarity.NEGATIVE)


@pytest.mark.parametrize(
    "text",
    [
        "There/EX/expl<2 is=be/VBZ/ROOT no/DT/det<4 sign/NN/attr<2 that/IN/mark<7 Berg/NNP/nsubj<7 "
        "visited=visit/VBD/acl<4 Oslo/NNP/dobj<7",
        "Nobody/NN/nsubj<5 who/WP/nsubj<3 visited=visit/VBD/relcl<1 Oslo/NNP/dobj<3 left=leave/VBD/ROOT",
        "Not/RB/neg<2 one/CD/nummod<3 guest/NN/nsubj<7 who/WP/nsubj<5 visited=visit/VBD/relcl<3 Oslo/NNP/dobj<5 "
        "left=leave/VBD/ROOT",
        "Neither/DT/nsubj<2 was=be/VBD/ROOT a/DT/det<4 guest/NN/attr<2 who/WP/nsubj<6 visited=visit/VBD/relcl<4 "
        "Oslo/NNP/dobj<6",
    ],
)
def test_what_hangs_from_a_denied_noun_is_not_asserted(text: str) -> None:
    assert [e.asserted for e in extracted(text, PEOPLE).events if e.cls == "Visit"] == [False]


def test_negation_does_not_reach_a_coordinated_clause_with_its_own_subject() -> None:
    text = "Wei/NNP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 leave/VB/ROOT and/CC/cc<4 Berg/NNP/nsubj<7 visited=visit/VBD/conj<4 Oslo/NNP/dobj<7"
    assert ("Berg", "kg:visited", "Oslo") in plain(extracted(text, PEOPLE))


def test_quoted_words_are_never_the_articles_own() -> None:
    found = extracted(
        "\"/``/punct<3 Berg/NNP/nsubj<3 visited=visit/VBD/ROOT Oslo/NNP/dobj<3 now/RB/advmod<3 ././punct<3 \"/''/punct<3",
        PEOPLE,
    )
    assert plain(found) == []


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Berg/NNP/poss<3 's/POS/case<1 visit/NN/nsubj<6 to/IN/prep<3 Oslo/NNP/pobj<4 ended=end/VBD/ROOT", True),
        ("Wei/NNP/nsubj<2 cancelled=cancel/VBD/ROOT a/DT/det<4 visit/NN/dobj<2 to/IN/prep<4 Oslo/NNP/pobj<5", False),
        ("Wei/NNP/nsubj<2 paid=pay/VBD/ROOT a/DT/det<4 visit/NN/dobj<2 to/IN/prep<4 Oslo/NNP/pobj<5", True),
        ("Wei/NNP/nsubj<2 wants=want/VBZ/ROOT a/DT/det<4 visit/NN/dobj<2 to/IN/prep<4 Oslo/NNP/pobj<5", False),
    ],
)
def test_an_event_that_a_noun_names_happened_where_it_is_presupposed_or_carried_out(text: str, asserted: bool) -> None:
    visits = [e for e in extracted(text, PEOPLE).events if e.cls == "Visit"]
    assert [e.asserted for e in visits] == [asserted]


@pytest.mark.parametrize(
    "text",
    [
        "Did/VBD/aux<3 Berg/NNP/nsubj<3 visit/VB/ROOT Oslo/NNP/dobj<3 or/CC/cc<3 leave/VB/conj<3 ?/./punct<6",
        "Wei/NNP/nsubj<2 left=leave/VBD/ROOT ,/,/punct<2 or/CC/cc<2 had/VBD/aux<7 Berg/NNP/nsubj<7 visited=visit/VBN/conj<2 Oslo/NNP/dobj<7 ?/./punct<7",
    ],
)
def test_a_question_mark_counts_wherever_the_parse_hangs_it(text: str) -> None:
    assert not [t for t in plain(extracted(text, PEOPLE)) if t[1] == "kg:visited"]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("Anyone/NN/nsubj<5", False),
        ("Any/DT/det<2 guest/NN/nsubj<6", False),
        ("The/DT/det<2 guest/NN/nsubj<6", True),
    ],
)
def test_there_need_be_nobody_who_is_meant_by_anyone(who: str, told: bool) -> None:
    at = who.count(" ") + 1
    verbs = f"who/WP/nsubj<{at + 2} visited=visit/VBD/relcl<{at} Oslo/NNP/dobj<{at + 2} left=leave/VBD/ROOT"
    found = extracted(f"{who} {verbs}", PEOPLE)
    assert any(e.cls == "Visit" and e.asserted for e in found.events) is told


@pytest.mark.parametrize(
    ("noun", "clause", "told"),
    [
        ("possibility", "that/IN/mark<5 Berg/NNP/nsubj<5 visited=visit/VBD/acl<2", False),
        ("fact", "that/IN/mark<5 Berg/NNP/nsubj<5 visited=visit/VBD/acl<2", True),
        ("rumour", "that/WDT/dobj<5 Berg/NNP/nsubj<5 visited=visit/VBD/relcl<2", False),
        ("day", "that/WDT/dobj<5 Berg/NNP/nsubj<5 visited=visit/VBD/relcl<2", True),
    ],
)
def test_what_is_only_thought_of_is_not_asserted(noun: str, clause: str, told: bool) -> None:
    text = f"The/DT/det<2 {noun}/NN/nsubj<7 {clause} Oslo/NNP/dobj<5 pleased=please/VBD/ROOT Wei/NNP/dobj<7"
    assert any(e.cls == "Visit" and e.asserted for e in extracted(text, PEOPLE).events) is told


@pytest.mark.parametrize(("first", "told"), [("Had/VBD/aux<3", False), ("So/RB/advmod<3", True)])
def test_an_inverted_condition_is_not_asserted(first: str, told: bool) -> None:
    text = f"{first} Berg/NNP/nsubj<3 visited=visit/VBD/advcl<6 Oslo/NNP/dobj<3 Wei/NNP/nsubj<6 left=leave/VBD/ROOT ././punct<6"
    assert any(e.cls == "Visit" and e.asserted for e in extracted(text, PEOPLE).events) is told
