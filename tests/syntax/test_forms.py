"""The forms in which news reports what people say, each on a parse made by hand or a text of its own."""

from __future__ import annotations

import pytest

from tests.parses import extracted
from tests.syntax.test_attribution import PEOPLE, read, words

MET = "Wei/NNP/nsubj<2 met=meet/VBD/ROOT Silva/NNP/dobj<2 ././punct<2"


def told(text: str) -> list[tuple[str, str, str]]:
    tree, found = read(text)
    return [words(tree, s) for s in found]


def asserted(text: str) -> list[str]:
    found = extracted(text, PEOPLE)
    return [e.cls for e in found.events if e.asserted]


# ---------------------------------------------------------------- dashes


TAGGED = "—/:/punct<5 We/PRP/nsubj<5 will/MD/aux<5 not/RB/neg<5 sell/VB/ccomp<7 ,/,/punct<7 said=say/VBD/ROOT Berg/NNP/nsubj<7 ././punct<7"


def test_dialogue_goes_on_behind_its_tag() -> None:
    assert told(f"{TAGGED} | —/:/punct<3 {MET.replace('<2', '<3')}") == [
        ("Berg", "said", "We will not sell Wei met Silva")
    ]


def test_dialogue_next_to_a_tagged_line_is_nobodys_and_asserts_nothing() -> None:
    line = f"—/:/punct<3 {MET.replace('<2', '<3')}"
    assert told(f"{TAGGED} ¶ {line}") == [("Berg", "said", "We will not sell"), ("", "—", "Wei met Silva")]
    assert asserted(f"{TAGGED} ¶ {line}") == []


def test_dialogue_a_tag_behind_a_question_that_the_parse_turns_round() -> None:
    text = "—/:/punct<2 When/WRB/ROOT ?/./punct<2 | asked=ask/VBD/ROOT Berg/NNP/dobj<1 ././punct<1"
    assert told(text) == [("Berg", "asked", "When")]


def test_a_list_of_things_behind_dashes_is_no_dialogue() -> None:
    line = f"—/:/punct<3 {MET.replace('<2', '<3')}"
    assert told(f"{line} ¶ —/:/ROOT two/CD/nummod<3 nets=net/NNS/dep<1") == []
    assert asserted(line) == ["Meeting"]


# ---------------------------------------------------------------- headlines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wei/NNP/nsubj<2 Accepted=accept/VBD/ccomp<5 Offer/NN/dobj<2 ,/,/punct<5 Says=say/VBZ/ROOT Berg/NNP/nsubj<5",
            ("Berg", "Says", "Wei Accepted Offer"),
        ),
        (
            "Mill/NN/nsubj<3 to/TO/aux<3 Close=close/VB/ccomp<5 ,/,/punct<5 Says=say/VBZ/ROOT Berg/NNP/nsubj<5",
            ("Berg", "Says", "Mill to Close"),
        ),
    ],
)
def test_a_headline_says_first_what_is_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


# ---------------------------------------------------------------- sources that are not named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A/DT/det<2 person/NN/nsubj<6 familiar/JJ/amod<2 with/IN/prep<3 it/PRP/pobj<4 said=say/VBD/ROOT Wei/NNP/nsubj<8 "
            "left=leave/VBD/ccomp<6",
            ("A person familiar with it", "said", "Wei left"),
        ),
        (
            "It/PRP/nsubjpass<3 was/VBD/auxpass<3 claimed=claim/VBN/ROOT that/IN/mark<6 Wei/NNP/nsubj<6 left=leave/VBD/ccomp<3",
            ("", "claimed", "that Wei left"),
        ),
        (
            "Wei/NNP/nsubjpass<3 is/VBZ/auxpass<3 said=say/VBN/ROOT to/TO/aux<6 have/VB/aux<6 left=leave/VBN/xcomp<3",
            ("", "said", "Wei to have left"),
        ),
        (
            "Asked=ask/VBN/advcl<6 whether/IN/mark<4 Wei/NNP/nsubj<4 left=leave/VBD/ccomp<1 ,/,/punct<6 smiled=smile/VBD/ROOT",
            ("", "Asked", "whether Wei left"),
        ),
        (
            "Wei/NNP/nsubj<3 reportedly/RB/advmod<3 left=leave/VBD/ROOT Oslo/NNP/dobj<3",
            ("", "reportedly", "Wei left Oslo"),
        ),
    ],
)
def test_what_nobody_in_particular_says(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]
    assert asserted(text) == []


def test_an_elided_source_is_the_subject_that_is_shared() -> None:
    text = "Berg/NNP/nsubj<2 left=leave/VBD/ROOT and/CC/cc<2 said=say/VBD/conj<2 Wei/NNP/nsubj<6 lied=lie/VBD/ccomp<4 ././punct<2"
    assert told(text) == [("Berg", "said", "Wei lied")]


# ---------------------------------------------------------------- words held at arm's length


ATTACK = "{} attack/NN/nsubj<{n} on/IN/prep<{a} Wei/NNP/pobj<{p} shocked=shock/VBD/ROOT Oslo/NNP/dobj<{n} ././punct<{n}"


@pytest.mark.parametrize(
    ("words_before", "happened"),
    [
        ("The/DT/det<2", True),
        ("The/DT/det<3 alleged/JJ/amod<3", False),
        ("The/DT/det<5 so/RB/advmod<4 -/HYPH/punct<4 called=call/VBN/amod<5", False),
        ("The/DT/det<4 “/``/punct<4 ”/''/punct<4", True),
    ],
)
def test_an_alleged_or_so_called_attack_is_none_that_the_article_tells(words_before: str, happened: bool) -> None:
    n = len(words_before.split())
    text = ATTACK.format(words_before, n=n + 4, a=n + 1, p=n + 2).replace(" - ", "-")
    assert ("Attack" in asserted(text)) is happened


def test_scare_quotes_are_nobodys_words_and_leave_the_event_to_the_article() -> None:
    text = (
        "Berg/NNP/nsubj<2 closed=close/VBD/ROOT the/DT/det<6 “/``/punct<6 failing/JJ/amod<6 school/NN/dobj<2 ”/''/punct<6 "
        "in/IN/prep<2 Oslo/NNP/pobj<8 ././punct<2"
    )
    assert told(text) == [("", "“", "failing school")]
    assert asserted(text) == ["Closure"]


# ---------------------------------------------------------------- marks


def test_a_quotation_left_open_goes_to_the_verb_of_the_one_that_continues_it() -> None:
    tree, found = read(
        "“/``/punct<3 We/PRP/nsubj<3 tried=try/VBD/ROOT hard/RB/advmod<3 ././punct<3 ¶ "
        "“/``/punct<3 We/PRP/nsubj<3 failed=fail/VBD/ccomp<6 ,/,/punct<6 ”/''/punct<6 said=say/VBD/ROOT Berg/NNP/nsubj<6"
    )
    assert words(tree, found[0]) == ("Berg", "said", "“ We tried hard . “ We failed , ”")


def test_a_quotation_opens_behind_a_colon_that_ends_a_paragraph() -> None:
    tree, found = read(
        "Berg/NNP/nsubj<2 continued=continue/VBD/ROOT :/:/punct<2 ¶ "
        "“/``/punct<3 We/PRP/nsubj<3 tried=try/VBD/ROOT hard/RB/advmod<3 ././punct<3 ”/''/punct<3"
    )
    assert words(tree, found[0]) == ("Berg", "continued", "“ We tried hard . ”")


def test_a_mark_that_the_parse_takes_for_a_subject_is_no_source() -> None:
    tree, found = read(
        "«/``/punct<7 We/PRP/nsubj<3 tried=try/VBD/ccomp<7 hard/RB/advmod<3 ,/,/punct<7 »/''/nsubj<7 said=say/VBD/ROOT "
        "Berg/NNP/nsubj<7"
    )
    assert words(tree, found[0]) == ("Berg", "said", "« We tried hard , »")


@pytest.mark.parametrize("inner", ["( the/DT/det<4 council/NN/appos<2 )", "[ the/DT/det<4 council/NN/appos<2 ]"])
def test_brackets_inside_a_quotation_are_part_of_it(inner: str) -> None:
    opening, *middle, closing = inner.split()
    text = (
        f"“/``/punct<7 We/PRP/nsubj<7 {opening}/-LRB-/punct<5 {' '.join(middle).replace('<4', '<5')} {closing}/-RRB-/punct<5 "
        "left=leave/VBD/ccomp<10 ,/,/punct<10 ”/''/punct<10 said=say/VBD/ROOT Berg/NNP/nsubj<10"
    )
    tree, found = read(text)
    assert words(tree, found[0]) == ("Berg", "said", f"“ We {opening} the council {closing} left , ”")


# ---------------------------------------------------------------- how far a content reaches


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Berg/NNP/nsubj<2 announced=announce/VBD/ROOT a/DT/det<4 plan/NN/dobj<2 for/IN/prep<2 Oslo/NNP/pobj<5 "
            "on/IN/prep<2 Friday/NNP/pobj<7",
            "a plan for Oslo",
        ),
        (
            "Berg/NNP/nsubj<2 praised=praise/VBD/ROOT Wei/NNP/dobj<2 ,/,/punct<3 who/WP/nsubj<6 left=leave/VBD/relcl<3",
            "Wei",
        ),
        (
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 left=leave/VBD/ccomp<2 —/:/punct<4 a/DT/det<7 lie/NN/appos<4",
            "Wei left",
        ),
        (
            "Berg/NNP/nsubj<2 apologised=apologise/VBD/ROOT to/IN/prep<2 Wei/NNP/pobj<3 for/IN/prep<2 theft/NN/pobj<5",
            "theft",
        ),
        (
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubjpass<6 was/VBD/aux<6 being/VBG/auxpass<6 sold=sell/VBN/ccomp<2",
            "Wei was being sold",
        ),
        (
            "Wei/NNP/nsubj<4 had/VBD/aux<4 “/``/punct<4 left=leave/VBN/ccomp<9 early/RB/advmod<4 ”/''/punct<4 again/RB/advmod<4 "
            ",/,/punct<9 said=say/VBD/ROOT Berg/NNP/nsubj<9",
            "Wei had “ left early ” again",
        ),
    ],
)
def test_a_content_reaches_as_far_as_what_is_said(text: str, content: str) -> None:
    assert [c for _, _, c in told(text)][:1] == [content]


@pytest.mark.parametrize(
    ("verbs", "content"),
    [
        ("would/MD/aux<5 run/VB/ccomp<2", "he would run"),
        ("had/VBD/aux<5 run=run/VBN/ccomp<2", "he had run and thanked Wei"),
    ],
)
def test_a_clause_in_the_tense_of_the_report_stands_beside_it(verbs: str, content: str) -> None:
    text = (
        f"Berg/NNP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<5 {verbs} and/CC/cc<5 thanked=thank/VBD/conj<5 Wei/NNP/dobj<7"
    )
    assert ("Berg", "said", content) in told(text)
    assert (("Berg", "thanked", "Wei") in told(text)) is (content == "he would run")


# ---------------------------------------------------------------- used to, and when she asks


def test_what_was_used_to_build_a_thing_did_not_build_it() -> None:
    used = "Berg/NNP/nsubjpass<3 was/VBD/auxpass<3 used=use/VBN/ROOT to/TO/aux<5 visit/VB/xcomp<3 Oslo/NNP/dobj<5"
    found = extracted(used, PEOPLE)
    assert [r for r in found.relations if r.predicate == "kg:visited"] == []


def test_used_to_say_reports_what_was_said() -> None:
    text = "Berg/NNP/nsubj<2 used=use/VBD/ROOT to/TO/aux<4 say/VB/xcomp<2 that/IN/mark<7 Wei/NNP/nsubj<7 lied=lie/VBD/ccomp<4"
    assert told(text) == [("Berg", "say", "that Wei lied")]


SAYS = "When/WRB/advmod<3 Berg/NNP/nsubj<3 {}/advcl<8 that/IN/mark<6 Wei/NNP/nsubj<6 lied=lie/VBD/ccomp<3 ,/,/punct<8 {}/ROOT"


@pytest.mark.parametrize(
    ("verbs", "presented"),
    [(("says=say/VBZ", "laughs=laugh/VBZ"), False), (("said=say/VBD", "laughed=laugh/VBD"), True)],
)
def test_a_report_that_is_a_habit_puts_nothing_forward(verbs: tuple[str, str], presented: bool) -> None:
    (claim,) = extracted(SAYS.format(*verbs), PEOPLE).claims
    assert claim.presented is presented
