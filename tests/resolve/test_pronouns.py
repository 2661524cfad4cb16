"""Whom and what pronouns stand for, on parses built by hand."""

from __future__ import annotations

from collections.abc import Mapping

from kg.lexicon import lexicon
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.ranker import Ranker
from kg.resolve.resolution import Resolution, described, resolution
from kg.resolve.speakers import goes_on
from kg.syntax.tree import Tree
from tests.parses import parsed


def resolved(tree: Tree, speakers: Mapping[int, int] | None = None) -> Resolution:
    """The document's entities; `speakers` gives the token of each quotation's speaker."""
    who = {number: tree.tokens[i] for number, i in (speakers or {}).items()}
    return resolution(tree, lexicon(), who, (), ())


def means(tree: Tree, pronoun: str, nth: int = 1, speakers: Mapping[int, int] | None = None) -> str | None:
    """What the nth occurrence of a pronoun stands for: the longest other words of its entity."""
    found = resolved(tree, speakers)
    at = [t for t in tree.tokens if t.lower_ == pronoun][nth - 1]
    others = [m for m in found.clusters.members(found.by_head[at.i]) if m.person == 3 and m.head.tag_[:3] != "PRP"]
    return max((tree.document[m.span(tree)] for m in others), key=len, default=None)


def ranker_of(tree: Tree, weights: Mapping[str, float] | None = None) -> tuple[Ranker, Clusters]:
    """A ranker before it has resolved anything."""
    clusters = described(tree, lexicon())
    of_each = dict.fromkeys(("subject", "object", "possessive"), weights or {})
    return Ranker(tree, clusters, lexicon(), {}, (), of_each), clusters


def features(tree: Tree, pronoun: str, name: str) -> set[str]:
    """The features of a name as the antecedent of a pronoun."""
    ranker, clusters = ranker_of(tree)
    (c,) = (m for m in clusters.candidates if m.head.lower_ == pronoun)
    return next((set(f) for a, f in ranker.ranked(c) if a.head.text == name), set())


def mention(clusters: Clusters, word: str) -> Candidate:
    """The mention with this head."""
    return next(c for c in clusters.candidates if c.head.text == word)


BOTH = {"Lindqvist": "PERSON", "Ekdal": "PERSON", "Ostrava": "GPE"}


def test_a_possessive_looks_to_the_subject_of_its_clause() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<2 met=meet/VBD/ROOT Ekdal/NNP/dobj<2 on/IN/prep<2 his/PRP$/poss<6 boat/NN/pobj<4 ././punct<2",
        BOTH,
    )
    assert means(tree, "his") == "Lindqvist"
    assert "subject 0 above" in features(tree, "his", "Lindqvist")


def test_an_object_is_not_the_subject_of_its_own_verb() -> None:
    tree = parsed("Lindqvist/NNP/nsubj<2 thanked=thank/VBD/ROOT him/PRP/dobj<2 ././punct<2", BOTH)
    assert means(tree, "him") is None


def test_who_is_unable_to_see_him_is_not_him() -> None:
    tree = parsed(
        "Ekdal/NNP/nsubj<2 called=call/VBD/ROOT ././punct<2 | Lindqvist/NNP/nsubj<2 refused=refuse/VBD/ROOT to/TO/aux<4 "
        "see/VB/xcomp<2 him/PRP/dobj<4 ././punct<2",
        BOTH,
    )
    ranker, clusters = ranker_of(tree)
    assert {a.head.text for a, _ in ranker.ranked(mention(clusters, "him"))} == {"Ekdal"}


def test_who_is_asked_to_see_him_is_not_him() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<2 asked=ask/VBD/ROOT Ekdal/NNP/dobj<2 to/TO/aux<5 see/VB/xcomp<2 him/PRP/dobj<5 ././punct<2",
        BOTH,
    )
    ranker, clusters = ranker_of(tree)
    assert {a.head.text for a, _ in ranker.ranked(mention(clusters, "him"))} == {"Lindqvist"}


def test_a_reflexive_is_the_subject_of_its_own_verb() -> None:
    tree = parsed(
        "Ekdal/NNP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2 | "
        "Lindqvist/NNP/nsubj<2 blamed=blame/VBD/ROOT himself/PRP/dobj<2 ././punct<2",
        BOTH,
    )
    assert means(tree, "himself") == "Lindqvist"


def test_a_possessor_is_not_what_it_possesses() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<2 called=call/VBD/ROOT ././punct<2 | "
        "His/PRP$/poss<3 brother/NN/compound<3 Ekdal/NNP/nsubj<4 answered=answer/VBD/ROOT ././punct<4",
        BOTH,
    )
    assert means(tree, "his") == "Lindqvist"


def test_in_a_relative_clause_who_is_the_noun_before() -> None:
    tree = parsed(
        "Ekdal/NNP/nsubj<2 met=meet/VBD/ROOT Lindqvist/NNP/dobj<2 ,/,/punct<3 who/WP/nsubj<6 lost=lose/VBD/relcl<3 "
        "his/PRP$/poss<8 keys/NNS/dobj<6 ././punct<2",
        BOTH,
    )
    assert "subject 0 above" in features(tree, "his", "Lindqvist")
    assert means(tree, "his") == "Lindqvist"


def test_a_fronted_clause_may_have_its_pronoun_before_the_name() -> None:
    tree = parsed(
        "After/IN/mark<3 he/PRP/nsubj<3 resigned=resign/VBD/advcl<6 ,/,/punct<6 Lindqvist/NNP/nsubj<6 "
        "travelled=travel/VBD/ROOT ././punct<6",
        BOTH,
    )
    assert "fronted" in features(tree, "he", "Lindqvist")
    assert means(tree, "he") == "Lindqvist"


def test_whoever_is_called_she_is_a_person_whatever_the_model_said() -> None:
    tree = parsed(
        "Tindra/NNP/nsubj<2 won=win/VBD/ROOT ././punct<2 | She/PRP/nsubj<2 smiled=smile/VBD/ROOT ././punct<2",
        {"Tindra": "GPE"},
    )
    found = resolved(tree)
    assert means(tree, "she") == "Tindra"
    assert found.clusters.type(mention(found.clusters, "Tindra")) == "Person"


def test_a_subject_is_nobody_named_below_its_verb() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<2 spoke=speak/VBD/ROOT ././punct<2 | "
        "He/PRP/nsubj<2 said=say/VBD/ROOT Ekdal/NNP/nsubj<4 lied=lie/VBD/ccomp<2 and/CC/cc<2 Holm/NNP/nsubj<7 "
        "left=leave/VBD/conj<2 ././punct<2",
        BOTH | {"Holm": "PERSON"},
    )
    ranker, clusters = ranker_of(tree)
    reach = {a.head.text for a, _ in ranker.ranked(mention(clusters, "He"))}
    assert reach == {"Lindqvist", "Holm"}


def test_a_country_is_never_she() -> None:
    tree = parsed(
        "Norway/NNP/nsubj<2 won=win/VBD/ROOT ././punct<2 | She/PRP/nsubj<2 smiled=smile/VBD/ROOT ././punct<2",
        {"Norway": "GPE"},
    )
    assert means(tree, "she") is None


def test_a_first_name_speaks_where_the_text_is_silent() -> None:
    text = (
        "{}/NNP/compound<2 Quist/NNP/nsubj<3 won=win/VBD/ROOT ././punct<3 | "
        "She/PRP/nsubj<2 smiled=smile/VBD/ROOT ././punct<2"
    )
    agrees = parsed(text.format("Ingrid"), {"Ingrid Quist": "PERSON"})
    either = parsed(text.format("Robin"), {"Robin Quist": "PERSON"})
    assert "first name of either, of a full name" in features(either, "she", "Quist")
    assert "first name agrees, of a full name" in features(agrees, "she", "Quist")


def test_no_gender_is_guessed_from_an_occupation() -> None:
    tree = parsed(
        "The/DT/det<2 nurse/NN/nsubj<3 left=leave/VBD/ROOT ././punct<3 | "
        "He/PRP/nsubj<2 smiled=smile/VBD/ROOT ././punct<2"
    )
    assert means(tree, "he") == "The nurse"


def test_an_entity_takes_the_sum_of_its_mentions() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2 | Lindqvist/NNP/nsubj<2 woke=wake/VBD/ROOT ././punct<2 "
        "| Ekdal/NNP/nsubj<2 laughed=laugh/VBD/ROOT ././punct<2 | He/PRP/nsubj<2 sang=sing/VBD/ROOT ././punct<2",
        BOTH,
    )
    ranker, clusters = ranker_of(tree, {"form named": 1.0})
    he = mention(clusters, "He")
    best = ranker.antecedent(he, ranker.ranked(he))
    assert best is not None
    assert best.head.text == "Lindqvist"


def test_nobody_is_chosen_where_nobody_is_likelier() -> None:
    tree = parsed(
        "Ekdal/NNP/nsubj<2 laughed=laugh/VBD/ROOT ././punct<2 | He/PRP/nsubj<2 sang=sing/VBD/ROOT ././punct<2", BOTH
    )
    ranker, clusters = ranker_of(tree, {"nobody here": 1.0})
    he = mention(clusters, "He")
    assert ranker.antecedent(he, ranker.ranked(he)) is None


def test_i_is_the_speaker_and_you_the_one_who_is_told() -> None:
    tree = parsed(
        "“/``/punct<3 I/PRP/nsubj<3 trust/VBP/ccomp<8 you/PRP/dobj<3 ,/,/punct<8 ”/''/punct<8 Lindqvist/NNP/nsubj<8 "
        "told=tell/VBD/ROOT Ekdal/NNP/dobj<8 ././punct<8",
        BOTH,
    )
    told = tree.tokens[8]
    assert tree.quote_of[1] == 0
    found = resolution(tree, lexicon(), {0: tree.tokens[6]}, (), (), {0: told})
    assert found.clusters.one(found.by_head[1], mention(found.clusters, "Lindqvist"))
    assert found.clusters.one(found.by_head[3], mention(found.clusters, "Ekdal"))


def test_a_speaker_is_nobody_whom_the_quotation_names() -> None:
    """Lindqvist waited. “Ekdal lied,” he said: the nearer name is inside of what he said."""
    tree = parsed(
        "Lindqvist/NNP/nsubj<2 waited=wait/VBD/ROOT ././punct<2 | “/``/punct<7 Ekdal/NNP/nsubj<3 lied=lie/VBD/ccomp<7 "
        ",/,/punct<7 ”/''/punct<7 he/PRP/nsubj<7 said=say/VBD/ROOT ././punct<7",
        BOTH,
    )
    said = next(t.i for t in tree.tokens if t.lower_ == "he")
    assert means(tree, "he", speakers={0: said}) == "Lindqvist"
    assert means(tree, "he") == "Ekdal"


def test_we_are_the_speakers_side_and_the_same_twice() -> None:
    tree = parsed(
        "“/``/punct<3 We/PRP/nsubj<3 won=win/VBD/ccomp<7 ,/,/punct<7 ”/''/punct<7 Lindqvist/NNP/nsubj<7 said=say/VBD/ROOT "
        "././punct<7 | “/``/punct<3 We/PRP/nsubj<3 celebrate/VBP/ROOT ././punct<3 ”/''/punct<3",
        BOTH,
    )
    speaker = tree.tokens[5]
    found = resolution(tree, lexicon(), {0: speaker, 1: speaker}, (), ())
    first, second = found.by_head[1], found.by_head[9]
    assert found.clusters.one(first, second)
    assert [m.head.text for m in first.members] == ["Lindqvist"]


def test_who_and_whose_are_the_noun_before() -> None:
    tree = parsed(
        "Lindqvist/NNP/nsubj<8 ,/,/punct<1 whose/WP$/poss<4 boat/NN/nsubj<5 sank=sink/VBD/relcl<1 ,/,/punct<1 then/RB/advmod<8 "
        "left=leave/VBD/ROOT ././punct<8",
        BOTH,
    )
    found = resolved(tree)
    assert found.candidate(tree.tokens[2]) is mention(found.clusters, "Lindqvist")


def test_who_in_a_question_is_nobody() -> None:
    tree = parsed("Who/WP/nsubj<2 left=leave/VBD/ROOT ?/./punct<2")
    assert resolved(tree).candidate(tree.tokens[0]) is None


def test_a_claim_that_is_accepted_is_no_town() -> None:
    town = "Ostrava/NNP/nsubj<2 voted=vote/VBD/ROOT ././punct<2 | "
    accepted = parsed(town + "Lindqvist/NNP/nsubj<2 accepted=accept/VBD/ROOT it/PRP/dobj<2 ././punct<2", BOTH)
    left = parsed(town + "Lindqvist/NNP/nsubj<2 left=leave/VBD/ROOT it/PRP/dobj<2 ././punct<2", BOTH)
    assert means(accepted, "it") is None
    assert means(left, "it") == "Ostrava"


def test_only_an_event_happens() -> None:
    tree = parsed(
        "The/DT/det<2 explosion/NN/nsubj<3 shook=shake/VBD/ROOT Ostrava/NNP/dobj<3 ././punct<3 | "
        "It/PRP/nsubj<2 happened=happen/VBD/ROOT at/IN/prep<2 night/NN/pobj<3 ././punct<2",
        BOTH,
    )
    assert means(tree, "it") == "The explosion"


def test_they_who_say_something_are_people() -> None:
    tree = parsed(
        "Doctors=doctor/NNS/nsubj<2 published=publish/VBD/ROOT the/DT/det<4 results=result/NNS/dobj<2 ././punct<2 | "
        "They/PRP/nsubj<2 say/VBP/ROOT little/RB/advmod<2 ././punct<2"
    )
    assert means(tree, "they") == "Doctors"


def test_they_are_both_of_two_and_not_the_nearer() -> None:
    tree = parsed(
        "Norrsund/NNP/nsubj<4 and/CC/cc<1 Varnholm/NNP/conj<1 merged=merge/VBD/ROOT ././punct<4 | "
        "They/PRP/nsubj<2 cut/VBD/ROOT jobs=job/NNS/dobj<2 ././punct<2",
        {"Norrsund": "ORG", "Varnholm": "ORG"},
    )
    found = resolved(tree)
    assert [m.head.text for m in found.by_head[5].members] == ["Norrsund", "Varnholm"]


def test_the_they_of_somebody_unknown_is_nobody_known() -> None:
    tree = parsed(
        "Guards=guard/NNS/nsubj<2 left=leave/VBD/ROOT ././punct<2 | If/IN/mark<3 someone/NN/nsubj<3 calls=call/VBZ/advcl<6 "
        ",/,/punct<6 they/PRP/nsubj<6 wait/VBP/ROOT ././punct<6"
    )
    assert means(tree, "they") is None


def test_its_is_not_the_phrase_that_it_is_part_of() -> None:
    tree = parsed(
        "Norrsund/NNP/nsubj<2 published=publish/VBD/ROOT a/DT/det<4 review/NN/dobj<2 of/IN/prep<4 its/PRP$/poss<7 yard/NN/pobj<5 "
        "././punct<2",
        {"Norrsund": "ORG"},
    )
    assert means(tree, "its") == "Norrsund"


def test_an_it_that_stands_for_nothing_is_no_antecedent() -> None:
    tree = parsed(
        "Norrsund/NNP/nsubj<2 grew=grow/VBD/ROOT ././punct<2 | It/PRP/nsubj<2 rained=rain/VBD/ROOT ././punct<2 | "
        "It/PRP/nsubj<2 shrank=shrink/VBD/ROOT ././punct<2",
        {"Norrsund": "ORG"},
    )
    found = resolved(tree)
    assert means(tree, "it", 2) == "Norrsund"
    assert not found.clusters.one(found.by_head[3], found.by_head[6])


REPORT = (
    "After/IN/mark<3 Ekdal/NNP/nsubj<3 spoke=speak/VBD/advcl<5 Lindqvist/NNP/nsubj<5 said=say/VBD/ROOT"
    " Roth/NNP/nsubj<7 lied=lie/VBD/ccomp<5 ././punct<5 | "
)
NEWS = BOTH | {"Roth": "PERSON"}


def goes_on_with(sentence: str, *sources: str) -> str | None:
    tree = parsed(REPORT + sentence, NEWS)
    at = {t.i for t in tree.tokens if t.text in sources}
    clusters = described(tree, lexicon())
    (c,) = (m for m in clusters.candidates if m.head.lower_ == "he")
    found = goes_on(tree, clusters, c, at)
    return found.head.text if found is not None else None


def test_a_report_that_opens_with_he_goes_on_with_the_highest_source_before() -> None:
    said = "He/PRP/nsubj<2 said=say/VBD/ROOT Wick/NNP/nsubj<4 knew=know/VBD/ccomp<2 ././punct<2"
    assert goes_on_with(said, "Ekdal", "Lindqvist", "He") == "Lindqvist"
    assert goes_on_with(said, "Ekdal", "Lindqvist") is None


def test_he_who_does_something_else_need_not_be_who_spoke_last() -> None:
    left = "Wick/NNP/nsubj<2 knew=know/VBD/ROOT that/IN/mark<5 he/PRP/nsubj<5 said=say/VBD/ccomp<2 so/RB/advmod<5 ././punct<2"
    assert goes_on_with(left, "Lindqvist", "he") is None


def test_you_and_your_in_one_quotation_are_one() -> None:
    tree = parsed(
        "“/``/punct<3 You/PRP/nsubj<3 guard/VBP/ROOT your/PRP$/poss<5 bees/NNS/dobj<3 ././punct<3 ”/''/punct<3 | "
        "You/PRP/nsubj<2 wait/VBP/ROOT ././punct<2"
    )
    found = resolved(tree)
    first, second, outside = (found.by_head[t.i] for t in tree.tokens if t.lower_ in ("you", "your"))
    assert found.clusters.one(first, second)
    assert not found.clusters.one(first, outside)


def test_what_is_unaware_or_says_something_is_no_thing() -> None:
    words = (
        "Norrsund/NNP/nsubj<2 lost=lose/VBD/ROOT money/NN/dobj<2 ././punct<2 | The/DT/det<2 valve/NN/nsubj<3 "
        "leaked=leak/VBD/ROOT ././punct<3 | It/PRP/nsubj<2 was=be/VBD/ROOT {}/JJ/acomp<2 of/IN/prep<3 rust/NN/pobj<4 "
        "././punct<2"
    )
    assert means(parsed(words.format("unaware"), {"Norrsund": "ORG"}), "it") == "Norrsund"
    assert means(parsed(words.format("full"), {"Norrsund": "ORG"}), "it") == "The valve"
