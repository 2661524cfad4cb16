"""Where names stand, and which names stand inside of others."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.capitals import credits, headline_tokens
from kg.resolve.mentions import mentions
from kg.resolve.namespans import name_spans
from kg.syntax.tree import Tree
from tests.parses import parsed


def names(tree: Tree) -> list[str]:
    """The names of a document, as words."""
    return [name.text for name in name_spans(tree, lexicon())]


def named(tree: Tree) -> list[str]:
    """The words of all named mentions, titles included."""
    found = [m for m in mentions(tree, lexicon()) if m.name]
    return [tree.doc[m.start : m.end].text for m in found]


def test_a_short_form_in_brackets_is_a_name_of_its_own() -> None:
    tree = parsed(
        "The/DT/det<3 Harvest/NNP/compound<3 Bank/NNP/nsubj<7 (/-LRB-/punct<3 HBK/NNP/appos<3 )/-RRB-/punct<3 "
        "lent=lend/VBD/ROOT money/NN/dobj<7 ././punct<7",
        {"Harvest Bank (HBK": "ORG"},
    )
    assert names(tree) == ["Harvest Bank", "HBK"]


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("Tarvik/NNP/compound<2 province/NN/nsubj<3", "GPE", "Tarvik"),
        ("Norrsund/NNP/nsubj<3 of/IN/prep<1", "ORG", "Norrsund"),
    ],
)
def test_the_words_around_a_name_are_none_of_it(words: str, label: str, name: str) -> None:
    text = " ".join(w.split("/")[0] for w in words.split())
    tree = parsed(f"{words} voted=vote/VBD/ROOT ././punct<3", {text: label})
    assert names(tree) == [name]


def test_a_prefix_is_none_of_the_name() -> None:
    tree = parsed(
        "A/DT/det<5 pro/NN/compound<4 -/HYPH/punct<4 Tarvik/NNP/compound<5 rally/NN/nsubj<6 began=begin/VBD/ROOT "
        "././punct<6",
        {"pro - Tarvik": "NORP"},
    )
    assert names(tree) == ["Tarvik"]


@pytest.mark.parametrize(("first", "whole"), [("Ingrid", ["Ingrid Vale"]), ("Deutsche", ["Vale"]), ("Paris", ["Vale"])])
def test_a_given_name_that_opens_the_text_is_part_of_the_name(first: str, whole: list[str]) -> None:
    tree = parsed(f"{first}/NNP/compound<2 Vale/NNP/nsubj<3 slept=sleep/VBD/ROOT ././punct<3", {"Vale": "ORG"})
    found = [m for m in mentions(tree, lexicon()) if m.name]
    assert [" ".join(m.name) for m in found if "Vale" in m.name] == whole
    assert ("Person" in {m.type for m in found}) == (first == "Ingrid")


@pytest.mark.parametrize(
    ("short", "found"), [("TBC", ["Tarvik Bridge Company", "TBC"]), ("TV", ["Tarvik Bridge Company"])]
)
def test_initials_of_a_name_are_a_name_whatever_the_tagger_says(short: str, found: list[str]) -> None:
    tree = parsed(
        f"Tarvik/NNP/compound<3 Bridge/NNP/compound<3 Company/NNP/nsubj<4 closed=close/VBD/ROOT {short}/NN/dobj<4 ././punct<4",
        {"Tarvik Bridge Company": "ORG"},
    )
    assert names(tree) == found


@pytest.mark.parametrize(
    ("first", "label", "found"),
    [("Tarvik", "GPE", ["Tarvik Herald"]), ("Norway", "GPE", ["Norway", "Herald"])],
)
def test_two_names_behind_one_article_are_one(first: str, label: str, found: list[str]) -> None:
    tree = parsed(
        f"The/DT/det<3 {first}/NNP/compound<3 Herald/NNP/nsubj<4 closed=close/VBD/ROOT ././punct<4",
        {first: label, "Herald": "PRODUCT"},
    )
    assert names(tree) == found


@pytest.mark.parametrize(("first", "found"), [("LA", ["LA"]), ("State", []), ("Deputy", [])])
def test_the_name_that_an_office_is_of_is_one(first: str, found: list[str]) -> None:
    tree = parsed(
        f"The/DT/det<3 {first}/NNP/compound<3 Sheriff/NNP/poss<5 's/POS/case<3 office/NN/nsubj<6 closed=close/VBD/ROOT"
        " ././punct<6"
    )
    assert names(tree) == found


def test_the_party_letter_before_a_state_is_no_name() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<7 ,/,/punct<1 R/NNP/compound<5 -/HYPH/punct<5 Ohio/NNP/appos<1 ,/,/punct<1 left=leave/VBD/ROOT"
        " ././punct<7",
        {"Berg": "PERSON", "Ohio": "GPE"},
    )
    assert names(tree) == ["Berg", "Ohio"]


def test_where_somebody_is_based_is_a_place() -> None:
    tree = parsed(
        "Tarvik/NNP/npadvmod<3 -/HYPH/punct<3 based/VBN/amod<5 miner/NN/compound<5 Norrsund/NNP/nsubj<6 "
        "closed=close/VBD/ROOT ././punct<6",
        {"Tarvik": "ORG", "Norrsund": "ORG"},
    )
    assert {" ".join(m.name): m.type for m in mentions(tree, lexicon()) if m.name}["Tarvik"] == "City"


def test_an_adjective_that_opens_a_name_belongs_to_it() -> None:
    tree = parsed(
        "The/DT/det<4 High/JJ/amod<4 Harvest/NNP/compound<4 Council/NNP/nsubj<5 met=meet/VBD/ROOT ././punct<5",
        {"Harvest Council": "ORG"},
    )
    assert names(tree) == ["High Harvest Council"]


def test_what_belongs_to_the_title_after_a_name_is_none_of_it() -> None:
    tree = parsed(
        "EU/NNP/compound<5 Harvest/NNP/compound<3 Commissioner/NNP/compound<5 Ada/NNP/compound<5 Berg/NNP/nsubj<6 "
        "spoke=speak/VBD/ROOT ././punct<6",
        {"EU Harvest": "ORG", "Ada Berg": "PERSON"},
    )
    assert names(tree)[0] == "EU"


def test_a_short_quotation_in_capitals_is_a_work() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 starred=star/VBD/ROOT in/IN/prep<2 the/DT/det<5 film/NN/pobj<3 “/``/punct<7 "
        "Keeper/NNP/appos<5 of/IN/prep<7 Bees/NNPS/pobj<8 ”/''/punct<7 ././punct<2",
        {"Berg": "PERSON", "Bees": "ORG"},
    )
    assert names(tree) == ["Berg", "Keeper of Bees"]


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    tree = parsed("Memory/NNP/nsubj<2 fades=fade/VBZ/ROOT ././punct<2")
    assert names(tree) == []


def test_a_surname_that_opens_a_sentence_is_a_name_when_the_text_has_the_full_one() -> None:
    tree = parsed(
        "Then/RB/advmod<4 Ada/NNP/compound<3 Talavik/NNP/nsubj<4 spoke=speak/VBD/ROOT ././punct<4 | "
        "Talavik/NNP/nsubj<2 left=leave/VBD/ROOT ././punct<2",
        {"Ada Talavik": "PERSON"},
    )
    assert names(tree) == ["Ada Talavik", "Talavik"]


def test_in_a_headline_only_what_the_text_knows_is_a_name() -> None:
    tree = parsed(
        "Talavik/NNP/compound<2 Verdict/NNP/nsubj<3 Delayed=delay/VBD/ROOT Amid/IN/prep<3 Fresh/NNP/compound<6 "
        "Testimony/NNP/pobj<4 ¶ The/DT/det<2 court/NN/nsubj<3 freed=free/VBD/ROOT Ada/NNP/compound<5 "
        "Talavik/NNP/dobj<3 ././punct<3 | It/PRP/nsubj<2 let/VBD/ROOT Talavik/NNP/dobj<2 go/VB/ccomp<2 ././punct<2",
        {"Talavik Verdict": "PERSON", "Ada Talavik": "PERSON"},
    )
    assert headline_tokens(tree) == set(range(6))
    assert names(tree) == ["Talavik", "Ada Talavik", "Talavik"]


def test_credits_sign_an_article_off() -> None:
    tree = parsed(
        "It/PRP/nsubj<2 rained=rain/VBD/ROOT ././punct<2 | kb/NN/nmod<5 //SYM/punct<5 tz/NN/nmod<5 (/-LRB-/punct<5 "
        "Reuters/NNP/ROOT )/-RRB-/punct<5",
        {"Reuters": "ORG"},
    )
    assert credits(tree) == 3
    assert names(tree) == []


def test_a_source_in_brackets_at_the_end_of_a_sentence_is_no_credit() -> None:
    tree = parsed(
        "Prices/NNS/nsubj<2 rose=rise/VBD/ROOT in/IN/prep<2 the/DT/det<5 region/NN/pobj<3 (/-LRB-/punct<5 "
        "Tarvik/NNP/appos<5 )/-RRB-/punct<5",
        {"Tarvik": "GPE"},
    )
    assert names(tree) == ["Tarvik"]


def test_a_country_inside_a_name_is_a_mention_of_its_own() -> None:
    tree = parsed(
        "The/DT/det<4 Norway/NNP/compound<4 Harvest/NNP/compound<4 Council/NNP/nsubj<5 met=meet/VBD/ROOT ././punct<5",
        {"Norway Harvest Council": "ORG"},
    )
    assert named(tree) == ["Norway Harvest Council", "Norway"]


def test_a_demonym_inside_a_name_is_none() -> None:
    tree = parsed(
        "The/DT/det<3 Norwegian/NNP/compound<3 Council/NNP/nsubj<4 met=meet/VBD/ROOT ././punct<4",
        {"Norwegian Council": "ORG"},
    )
    assert named(tree) == ["Norwegian Council"]


@pytest.mark.parametrize(
    ("determiner", "found"),
    [("The/DT/det<4 ", ["Ada Berg"]), ("Yesterday/NN/npadvmod<5 ", ["Mayor Ada Berg"])],
)
def test_a_title_with_an_article_stands_beside_the_name(determiner: str, found: list[str]) -> None:
    tree = parsed(
        f"{determiner}Mayor/NNP/compound<4 Ada/NNP/compound<4 Berg/NNP/nsubj<5 spoke=speak/VBD/ROOT ././punct<5",
        {"Ada Berg": "PERSON"},
    )
    assert named(tree) == found


def test_what_is_written_small_before_a_name_is_none_of_it() -> None:
    tree = parsed(
        "Two/CD/nummod<3 stubborn/JJ/amod<3 potters=potter/NNS/nsubj<6 Dagny/NNP/compound<5 Ekdal/NNP/appos<3 "
        "slept=sleep/VBD/ROOT ././punct<6",
        {"stubborn potters Dagny Ekdal": "PERSON"},
    )
    assert names(tree) == ["Dagny Ekdal"]


def test_a_particle_written_small_belongs_to_the_name() -> None:
    tree = parsed(
        "Then/RB/advmod<4 van/NNP/compound<3 Ekdal/NNP/nsubj<4 slept=sleep/VBD/ROOT ././punct<4",
        {"van Ekdal": "PERSON"},
    )
    assert names(tree) == ["van Ekdal"]


def test_the_preposition_that_opens_a_sentence_is_no_name() -> None:
    tree = parsed(
        "Towards/IN/prep<4 Tarvik/NNP/pobj<1 they/PRP/nsubj<4 rode=ride/VBD/ROOT ././punct<4",
        {"Towards Tarvik": "PERSON"},
    )
    assert names(tree) == ["Tarvik"]


def test_a_city_keeps_its_article() -> None:
    tree = parsed(
        "In/IN/prep<5 The/DT/det<3 Hague/NNP/pobj<1 they/PRP/nsubj<5 slept=sleep/VBD/ROOT ././punct<5",
        {"The Hague": "GPE"},
    )
    assert names(tree) == ["The Hague"]


def test_a_given_name_that_the_model_left_alone_opens_the_name() -> None:
    tree = parsed(
        "Then/RB/advmod<5 Anders/NNP/compound<4 Vale/NNP/compound<4 Ekdal/NNP/nsubj<5 slept=sleep/VBD/ROOT ././punct<5",
        {"Vale Ekdal": "PERSON"},
    )
    assert names(tree) == ["Anders Vale Ekdal"]


def test_a_title_in_the_plural_stands_outside_with_all_before_it() -> None:
    tree = parsed(
        "Two/CD/nummod<3 veteran/JJ/amod<3 politicians=politician/NNS/nsubj<6 Dagny/NNP/compound<5 Ekdal/NNP/appos<3 "
        "slept=sleep/VBD/ROOT ././punct<6",
        {"Dagny Ekdal": "PERSON"},
    )
    assert named(tree) == ["Dagny Ekdal"]


def test_a_titled_first_word_goes_on_with_the_name() -> None:
    tree = parsed(
        "Prime/NNP/compound<5 Minister/NNP/compound<5 Anders/NNP/compound<5 Vale/NNP/compound<5 Ekdal/NNP/nsubj<6 "
        "slept=sleep/VBD/ROOT ././punct<6",
        {"Vale Ekdal": "PERSON"},
    )
    assert named(tree) == ["Prime Minister Anders Vale Ekdal"]


@pytest.mark.parametrize(
    "text",
    [
        "Oduya/NNP/nsubjpass<3 was=be/VBD/auxpass<3 elected=elect/VBN/ROOT ././punct<3",
        "Oduya/NNP/nsubj<2 was=be/VBD/ROOT a/DT/det<4 candidate/NN/attr<2 ././punct<2",
    ],
)
def test_the_first_word_of_a_sentence_is_a_name_where_it_does_what_people_do(text: str) -> None:
    assert names(parsed(text)) == ["Oduya"]
