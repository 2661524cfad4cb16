"""What speaks for two reports contradicting each other, and which pairs are taken; on parses built by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.extract.clashes import CLOSE, ENOUGH, FEWEST, Pair
from kg.extract.likeness import ruled_out
from kg.extract.stances import Stance, shared
from kg.inference import inference
from kg.lexicon import Lexicon, lexicon
from kg.model import Extraction, Provenance
from kg.pipeline import extracted, reading
from kg.positions import contradictions, positions
from kg.syntax.frames import frames
from tests.parses import parsed

PEOPLE = dict.fromkeys(("Berg", "Wei", "Silva", "Olsen", "Dahl", "Ruiz"), "PERSON")
CLAIM = "Berg/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 crew/NN/nsubj<5 left=leave/VBD/ccomp<2 early/RB/advmod<5 ././punct<2"
OTHER = "Silva/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 lamp/NN/nsubj<5 shone=shine/VBD/ccomp<2 ././punct<2"
DENIAL = (
    "{who}/NNP/nsubj<2 said=say/VBD/ROOT nobody/NN/nsubj<5 from/IN/prep<3 the/DT/det<7 crew/NN/pobj<4 "
    "had/VBD/aux<8 slept=sleep/VBN/ccomp<2 ././punct<2"
).replace("nobody/NN/nsubj<5", "nobody/NN/nsubj<8")
REST = [
    OTHER.replace("Silva", who).replace("lamp", what)
    for who, what in (("Olsen", "moon"), ("Dahl", "sun"), ("Ruiz", "sea"))
]


def text(*sentences: str) -> str:
    return " | ".join(sentences)


def weighing(weights: Mapping[str, float]) -> Lexicon:
    """The weights of features; what is read of a pair in doubt changes nothing."""
    return replace(lexicon(), clash_weights=weights, reading_weights={"weighed": 1.0})


def read(said: str, weights: Mapping[str, float]) -> Extraction:
    tree = parsed(said, PEOPLE)
    return extracted(tree, frames(tree), weighing(weights), Provenance("0", "none", "0", "0", "0"))


def opposed(said: str, weights: Mapping[str, float]) -> int:
    return len(contradictions(positions(read(said, weights))))


def weighed(said: str) -> list[Pair]:
    tree = parsed(said, PEOPLE)
    *_, claims = reading(tree, frames(tree), lexicon())
    return claims.weighed


def pair(said: str, denier: str, claimant: str) -> Pair:
    (found,) = (
        p
        for p in weighed(said)
        if p.denial.saying.source_tokens[0].text == denier and p.claim.saying.source_tokens[0].text == claimant
    )
    return found


ARTICLE = text(CLAIM, OTHER, DENIAL.format(who="Wei"), *REST)


def test_what_weighs_enough_is_a_contradiction_and_says_why() -> None:
    weights = {"denial: negative word": ENOUGH, "shared nouns": 1.0, "always": -0.9}
    found = read(ARTICLE, weights)
    assert len(contradictions(positions(found))) == 1
    (claim,) = (c for c in found.claims if c.evidence.rule.startswith("weighed"))
    assert claim.evidence.rule == "weighed and read: denial: negative word, shared nouns"


def test_what_weighs_less_is_none() -> None:
    assert opposed(ARTICLE, {"denial: negative word": ENOUGH - 0.1}) == 0
    assert opposed(ARTICLE, {}) == 0


def test_of_several_claims_those_nearly_as_heavy_as_the_heaviest_are_meant() -> None:
    for difference, pairs in ((CLOSE + 0.5, 1), (CLOSE - 0.5, 5)):
        assert opposed(ARTICLE, {"always": ENOUGH + 1, "shared nouns": difference}) == pairs


def test_a_text_of_few_reports_is_left_to_the_rules() -> None:
    few = text(*ARTICLE.split(" | ")[: FEWEST - 1])
    assert opposed(few, {"always": ENOUGH + 1}) == 0
    assert opposed(ARTICLE, {"always": ENOUGH + 1}) > 0


BEFORE = (
    CLAIM.replace("said=say/VBD/ROOT", "had/VBD/aux<3 said=say/VBN/ROOT")
    .replace("<2", "<3")
    .replace(
        "det<4 crew/NN/nsubj<5 left=leave/VBD/ccomp<3 early/RB/advmod<5",
        "det<5 crew/NN/nsubj<6 left=leave/VBD/ccomp<3 early/RB/advmod<6",
    )
)
ADMITTED = DENIAL.format(who="Berg").replace("said=say", "admitted=admit")
OWN = text(BEFORE, OTHER, ADMITTED, *REST)


def test_who_says_the_opposite_of_what_they_had_said_has_changed_position_and_contradicts_nobody() -> None:
    weights = {"one person": ENOUGH, "shared nouns": 1.0, "always": -0.9}
    taken = [p for p in positions(read(OWN, weights)) if p.claimant == next(positions(read(OWN, weights))).claimant]
    contents = [p.content for p in taken]
    assert len(contents) == len(set(contents)) + 1
    assert opposed(OWN, weights) == 0


@pytest.mark.parametrize(
    ("then", "now", "pairs"),
    [(BEFORE, ADMITTED, 1), (CLAIM, ADMITTED, 0), (BEFORE, DENIAL.format(who="Berg"), 0)],
)
def test_only_who_admits_at_another_time_is_weighed_against_themselves(then: str, now: str, pairs: int) -> None:
    own = [p for p in weighed(text(then, OTHER, now, *REST)) if p.denial.claimant == p.claim.claimant]
    assert len(own) == pairs


@pytest.mark.parametrize(
    ("noun", "pairs"),
    [("spokesman", 0), ("lawyer", 0), ("chairman", 0), ("neighbour", 1), ("former/JJ/amod<3 lawyer", 1)],
)
def test_who_speaks_for_somebody_is_not_weighed_against_them(noun: str, pairs: int) -> None:
    more = noun.count(" ")
    whose = f"a/DT/det<{2 + more} {noun}/NN/nsubj<{5 + more} for/IN/prep<{2 + more} Berg/NNP/pobj<{3 + more}"
    says = (
        f"said=say/VBD/ROOT nobody/NN/nsubj<{11 + more} from/IN/prep<{6 + more} the/DT/det<{9 + more} "
        f"crew/NN/pobj<{7 + more} had/VBD/aux<{11 + more} slept=sleep/VBN/ccomp<{5 + more} ././punct<{5 + more}"
    )
    said = text(CLAIM, OTHER, f"{whose} {says}", *REST)
    cues = [p for p in weighed(said) if p.claim.saying.source_tokens[0].text == "Berg"]
    assert len([p for p in cues if p.denial.saying.source_tokens[0].text == "a"]) == pairs


def test_a_denial_is_not_held_against_what_it_reports_itself() -> None:
    nested = (
        "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT Berg/NNP/nsubj<4 said=say/VBD/ccomp<2 the/DT/det<6 crew/NN/nsubj<7 "
        "left=leave/VBD/ccomp<4 ././punct<2"
    )
    found = weighed(text(nested, OTHER, *REST, CLAIM.replace("Berg", "Silva")))
    claims = [p.claim.saying for p in found if p.denial.saying.cue.text == "denied"]
    assert "Silva" in [s.source_tokens[0].text for s in claims]
    assert not any(s.parent is not None for s in claims)


@pytest.mark.parametrize(("said", "pairs"), [("Do/VB/aux<4", 0), ("They/PRP/nsubj<4", 1)])
def test_what_is_asked_for_denies_nothing(said: str, pairs: int) -> None:
    quoted = (
        f"“/``/punct<4 {said} never/RB/neg<4 wake/VBP/ccomp<9 the/DT/det<6 crew/NN/dobj<4 ,/,/punct<9 ”/''/punct<9 "
        "said=say/VBD/ROOT Wei/NNP/nsubj<9 ././punct<9"
    ).replace("wake/VBP", "wake/VB" if said.startswith("Do") else "wake/VBP")
    found = weighed(text(CLAIM, OTHER, quoted, *REST))
    assert len([p for p in found if p.claim.saying.source_tokens[0].text == "Berg"]) == pairs


def test_what_is_of_two_times_is_not_weighed() -> None:
    dated = PEOPLE | {"Monday": "DATE", "Sunday": "DATE"}
    on = "{who}/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 crew/NN/nsubj<5 {verb} on/IN/prep<{n} {day}/NNP/pobj<{m} ././punct<2"
    claim = on.format(who="Berg", verb="left=leave/VBD/ccomp<2", n=5, day="Monday", m=6)
    for day, pairs in (("Sunday", 0), ("Monday", 1)):
        denial = on.format(who="Wei", verb="never/RB/neg<6 left=leave/VBD/ccomp<2", n=6, day=day, m=7).replace(
            "nsubj<5", "nsubj<6"
        )
        tree = parsed(text(claim, denial, OTHER, *REST), dated)
        *_, claims = reading(tree, frames(tree), lexicon())
        of_both = [
            p
            for p in claims.weighed
            if (p.denial.saying.source_tokens[0].text, p.claim.saying.source_tokens[0].text) == ("Wei", "Berg")
        ]
        assert len(of_both) == pairs


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("two sentences", True),
        ("next sentence", False),
        ("shared nouns", True),
        ("same predicate", False),
        ("denial: negative word", True),
        ("claim: tense past", True),
        ("likest claim", True),
        ("denier spoken of", False),
    ],
)
def test_features_are_what_a_reader_sees(name: str, holds: bool) -> None:
    assert bool(dict(pair(ARTICLE, "Wei", "Berg").features).get(name)) is holds


def test_who_is_spoken_of_and_answers() -> None:
    charge = (
        CLAIM.replace("the/DT/det<4 crew/NN/nsubj<5", "Wei/NNP/nsubj<4")
        .replace("<5", "<4")
        .replace("ccomp<4", "ccomp<2")
    )
    features = dict(pair(text(charge, OTHER, DENIAL.format(who="Wei"), *REST), "Wei", "Berg").features)
    assert features["denier spoken of"] == features["denier is the doer"] == 1.0


def test_a_word_in_every_sentence_tells_less() -> None:
    rare = pair(ARTICLE, "Wei", "Berg").both.weight
    common = ARTICLE.replace("lamp", "crew").replace("moon", "crew").replace("sun", "crew")
    assert pair(common, "Wei", "Berg").both.weight < rare


def test_an_opposite_is_not_the_same_word() -> None:
    safe = (
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 dam/NN/nsubj<5 was=be/VBD/ccomp<2 safe/JJ/acomp<5 ././punct<2"
    )
    claimed = pair(text(safe, OTHER, DENIAL.format(who="Wei"), *REST), "Wei", "Berg").both.claimed
    assert claimed.has("safe", None, {"safe": False})
    assert not claimed.has("unsafe", None, {"unsafe": False, "safe": True})


def test_shared_takes_the_clauses_that_are_most_alike() -> None:
    both = shared(pair(ARTICLE, "Wei", "Berg").denial, pair(ARTICLE, "Wei", "Berg").claim)
    assert both is not None
    assert [w.lemma for w in both.words] == ["crew"]
    assert 0 < both.likeness < 1


def test_how_far_words_exclude_each_other_counts_by_itself_and_beside_other_pairs() -> None:
    pairs = [(p.denial, p.claim, p.both) for p in weighed(ARTICLE)]
    assert len({denial.number for denial, *_ in pairs}) == 1
    first, second, *rest = (dict(found) for found in ruled_out(pairs, [3.0, 1.0, *[-9.0] * (len(pairs) - 2)]))
    assert (first["inferred"], first["inferred: likely"], first["inferred: ahead"]) == (3.0, 4.0, 2.0)
    assert (second["inferred: likely"], second["inferred: ahead"]) == (2.0, -2.0)
    assert all((found["inferred: likely"], found["inferred: ahead"]) == (0.0, -4.0) for found in rest)
    assert "inferred: most both ways" in first
    assert "inferred: most of the denial" not in second
    assert "inferred: most of the claim" in second


def test_the_words_of_two_reports_are_held_against_each_other() -> None:
    for p in weighed(ARTICLE):
        (denial, claim) = (inference().statement(s.saying.source_tokens[0].text, said(s)) for s in (p.denial, p.claim))
        assert dict(p.features)["inferred"] == inference().weight(denial, claim)


def said(stance: Stance) -> str:
    tokens = stance.saying.cue.doc
    return " ".join(tokens[i].text for i in sorted(stance.saying.content))
