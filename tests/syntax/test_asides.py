"""Reports that stand beside what they report, and beside each other."""

from __future__ import annotations

import pytest

from tests.reports import said, source, words


def test_a_clause_behind_a_comma_is_a_report_where_the_parse_makes_it_a_relative_clause() -> None:
    found = said(
        "Herons/NNS/nsubj<2 kept=keep/VBD/ROOT a/DT/det<4 nest/NN/dobj<2 ,/,/punct<4 the/DT/det<7 survey/NN/nsubj<8 "
        "found=find/VBD/relcl<4 ././punct<2"
    )
    assert words(found["found"]) == "Herons kept a nest"
    assert source(found["found"]) == "the survey"


def test_a_relative_clause_with_its_pronoun_reports_no_more_than_its_object() -> None:
    found = said(
        "Herons/NNS/nsubj<2 kept=keep/VBD/ROOT a/DT/det<4 nest/NN/dobj<2 ,/,/punct<4 which/WDT/dobj<9 the/DT/det<8 "
        "survey/NN/nsubj<9 found=find/VBD/relcl<4 ././punct<2"
    )
    assert "found" not in found or "Herons" not in words(found["found"])


def test_the_one_told_is_no_bar_to_a_report_behind_a_comma() -> None:
    found = said(
        "Ferries/NNS/nsubj<3 would/MD/aux<3 stop/VB/ROOT ,/,/punct<3 Wei/NNP/nsubj<6 told=tell/VBD/conj<3 the/DT/det<8 "
        "Courier/NNP/dobj<6 ././punct<3"
    )
    assert words(found["told"]) == "Ferries would stop"


def test_a_verb_of_the_same_line_is_a_report_of_its_own() -> None:
    found = said(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 dam/NN/nsubj<5 was=be/VBD/ccomp<2 safe/JJ/acomp<5 and/CC/cc<5 "
        "urged=urge/VBD/conj<5 calm/NN/dobj<8 ././punct<2"
    )
    assert words(found["said"]) == "the dam was safe"
    assert source(found["urged"]) == "Berg"
    assert words(found["urged"]) == "calm"


def test_a_coordinated_state_of_mind_stays_in_what_is_told() -> None:
    found = said(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<4 was=be/VBD/ccomp<2 tired/JJ/acomp<4 and/CC/cc<4 "
        "wanted=want/VBD/conj<4 rest/NN/dobj<7 ././punct<2"
    )
    assert words(found["said"]) == "he was tired and wanted rest"


def test_a_participle_behind_a_comma_is_the_first_ones_next_report() -> None:
    found = said(
        "Berg/NNP/nsubj<2 insisted=insist/VBD/ROOT that/IN/mark<6 the/DT/det<5 dam/NN/nsubj<6 held=hold/VBD/ccomp<2 "
        ",/,/punct<6 claiming=claim/VBG/advcl<6 that/IN/mark<11 nobody/NN/nsubj<11 drowned=drown/VBD/ccomp<8 ././punct<2"
    )
    assert words(found["insisted"]) == "that the dam held"
    assert source(found["claiming"]) == "Berg"


@pytest.mark.parametrize(("mark", "inside"), [(",", "that the dam held"), (None, "that the dam held claiming fees")])
def test_without_a_comma_a_participle_is_part_of_what_is_told(mark: str | None, inside: str) -> None:
    comma, shift = (",/,/punct<6 ", 1) if mark else ("", 0)
    found = said(
        "Berg/NNP/nsubj<2 insisted=insist/VBD/ROOT that/IN/mark<6 the/DT/det<5 dam/NN/nsubj<6 held=hold/VBD/ccomp<2 "
        f"{comma}claiming=claim/VBG/advcl<6 fees/NNS/dobj<{7 + shift} ././punct<2"
    )
    assert words(found["insisted"]) == inside


DAM = "Berg/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 dam/NN/nsubj<5 held=hold/VBD/ccomp<2 ,/,/punct<5 "
INSISTED = "{mark}/IN/mark<9 {who}<9 insisted=insist/{tag}/advcl<5 it/PRP/nsubj<11 leaked=leak/VBD/ccomp<9 ././punct<2"


@pytest.mark.parametrize("mark", ["while", "whereas"])
def test_what_the_article_sets_against_a_report_is_no_part_of_it(mark: str) -> None:
    found = said(DAM + INSISTED.format(mark=mark, who="Wei/NNP/nsubj", tag="VBD"))
    assert words(found["said"]) == "the dam held"
    assert source(found["insisted"]) == "Wei"


@pytest.mark.parametrize(
    ("mark", "who", "tag"),
    [
        ("because", "Wei/NNP/nsubj", "VBD"),
        ("while", "he/PRP/nsubj", "VBD"),
        ("while", "Wei/NNP/nsubj", "VBZ"),
        ("while", "then/RB/advmod", "VBD"),
    ],
    ids=["a reason", "somebody told of there", "another tense", "nobody"],
)
def test_what_may_be_part_of_what_is_told_stays_in_it(mark: str, who: str, tag: str) -> None:
    found = said(DAM + INSISTED.format(mark=mark, who=who, tag=tag))
    assert words(found["said"]).endswith("insisted it leaked")


@pytest.mark.parametrize(
    "rest",
    ["to/TO/aux<11 say/VB/xcomp<9 why/WRB/advmod<11", "to/TO/aux<11 comment/VB/xcomp<9"],
    ids=["to say", "to comment"],
)
def test_a_refusal_is_set_against_a_report_too(rest: str) -> None:
    found = said(f"{DAM}while/IN/mark<9 Wei/NNP/nsubj<9 refused=refuse/VBD/advcl<5 {rest} ././punct<2")
    assert words(found["said"]) == "the dam held"


def test_what_another_in_there_is_set_against_stays_there() -> None:
    found = said(
        "Berg/NNP/nsubj<2 testified=testify/VBD/ROOT Silva/NNP/nsubj<4 argued=argue/VBD/ccomp<2 it/PRP/nsubj<6 "
        "held=hold/VBD/ccomp<4 ,/,/punct<4 while/IN/mark<10 Wei/NNP/nsubj<10 insisted=insist/VBD/advcl<4 "
        "it/PRP/nsubj<12 leaked=leak/VBD/ccomp<10 ././punct<2"
    )
    assert words(found["testified"]) == "Silva argued it held , while Wei insisted it leaked"


def test_what_is_told_may_have_a_while_of_its_own() -> None:
    found = said(f"{DAM}while/IN/mark<9 levees/NNS/nsubj<9 broke=break/VBD/advcl<5 ././punct<2")
    assert words(found["said"]) == "the dam held , while levees broke"


@pytest.mark.parametrize(
    "text",
    [
        "“/``/punct<5 Safety/NN/nsubj<5 ,/,/punct<5 ”/''/punct<5 said=say/VBD/ROOT Wei/NNP/nsubj<5 ././punct<5",
        "“/``/punct<3 All/DT/nsubj<3 sank=sink/VBD/ROOT ,/,/punct<3 ”/''/punct<3 Wei/NNP/dep<3 ,/,/punct<6 49/CD/appos<6 "
        ",/,/punct<6 told=tell/VBD/conj<3 the/DT/det<12 Courier/NNP/dobj<10 ././punct<3",
    ],
)
def test_the_voice_of_a_quotation_stands_outside_of_it(text: str) -> None:
    quotation = next(s for s in said(text).values() if s.pattern == "quotation")
    assert source(quotation).startswith("Wei")


def test_a_label_ends_with_the_name_of_the_person() -> None:
    text = (
        "Berg/NNP/compound<3 slams/NNS/compound<3 Council/NNP/ROOT :/:/punct<3 The/DT/det<6 dam/NN/nsubj<7 "
        "held=hold/VBD/acl<3 ¶ Berg/NNP/nsubj<2 spoke=speak/VBD/ROOT ././punct<2"
    )
    assert source(said(text, {"Berg": "PERSON"})[":"]) == "Berg"


def test_a_report_between_commas_is_no_complement_of_the_verb_behind_it() -> None:
    found = said(
        "On/IN/prep<5 Friday/NNP/pobj<1 ,/,/punct<5 she/PRP/nsubj<5 testified=testify/VBD/ccomp<8 ,/,/punct<8 "
        "he/PRP/nsubj<8 left/VBD/ROOT ././punct<8"
    )
    assert words(found["testified"]) == "On Friday , , he left"
    assert source(found["testified"]) == "she"


def test_the_one_told_is_no_bar_to_a_report_between_commas() -> None:
    found = said(
        "Herons/NNS/nsubj<6 ,/,/punct<4 he/PRP/nsubj<4 told=tell/VBD/parataxis<6 me/PRP/dobj<4 nest=nest/VBP/ROOT "
        "early/RB/advmod<6 ././punct<6"
    )
    assert words(found["told"]) == "Herons nest early"


def test_a_report_that_the_parse_makes_a_complement_of_what_it_reports_goes_on_behind_a_comma() -> None:
    found = said(
        "A/DT/det<2 charge/NN/nsubj<3 caused=cause/VBD/ROOT it/PRP/dobj<3 ,/,/punct<7 Berg/NNP/nsubj<7 "
        "said=say/VBD/ccomp<3 on/IN/prep<7 Friday/NNP/pobj<8 ,/,/punct<7 as/IN/mark<13 prices/NNS/nsubj<13 "
        "fell=fall/VBD/advcl<7 ././punct<3"
    )
    assert words(found["said"]) == "A charge caused it"


def test_a_clause_of_time_is_not_what_the_sentence_reports() -> None:
    found = said(
        "Before/IN/mark<3 builders/NNS/nsubj<3 came=come/VBD/advcl<6 ,/,/punct<6 Berg/NNP/nsubj<6 wrote=write/VBD/ROOT "
        "././punct<6"
    )
    assert "wrote" not in found
