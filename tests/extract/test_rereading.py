"""Which pairs of reports are read again, and what that makes of their weights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import clashes, rereading
from kg.extract.clashes import ENOUGH
from kg.extract.rereading import FROM, PAIRS, TO, contradiction, features, in_doubt, reread
from kg.extract.stances import Stance
from kg.lexicon import lexicon
from kg.model import Provenance
from kg.pipeline import extracted, reading
from kg.positions import contradictions, positions
from kg.syntax.frames import frames
from kg.syntax.tree import Tree
from tests.extract.test_clashes import ARTICLE, PEOPLE
from tests.parses import parsed

SURE = TO + 1
MIDDLE = (FROM + TO) / 2


def test_pairs_that_may_be_either_are_in_doubt() -> None:
    assert in_doubt([1, 2, 3, 4], [FROM - 1, MIDDLE, TO + 1, MIDDLE], [False, False, False, True]) == [1]


def test_of_one_denial_only_the_heaviest_are_read() -> None:
    weights = [FROM + 0.1 * n for n in range(1, PAIRS + 3)]
    assert in_doubt([7] * len(weights), weights, [False] * len(weights)) == [len(weights) - PAIRS, len(weights) - 1]


def test_what_is_read_stands_beside_the_other_claims_of_the_denial() -> None:
    told = features([5, 5, 6], [1.0, 0.5, 0.2], {0: 4.5, 1: 3.0, 2: -3.0})
    assert dict(told[0]) == {
        "always": 1.0,
        "weighed": 1.0,
        "read": 4.5,
        "read: plainly": 2.5,
        "read: ahead": 1.5,
        "read: most of the denial": 1.0,
    }
    assert dict(told[1])["read: ahead"] == -1.5
    assert "read: most of the denial" not in dict(told[1])
    alone = dict(told[2])
    assert (alone["read: plainly"], alone["read: ahead"], alone["read: most of the denial"]) == (0.0, 0.0, 1.0)


def test_only_pairs_in_doubt_get_another_weight() -> None:
    asked: list[int] = []

    def read(n: int) -> float:
        asked.append(n)
        return 3.0

    worth = {"weighed": 2.0, "read": 0.5, "always": -1.0}
    assert reread([1, 2, 3], [SURE, 1.0, FROM - 1], [False] * 3, read, worth) == {1: 2.5}
    assert asked == [1]


def test_a_pair_that_is_not_read_weighs_no_more_than_likelier_ones_of_its_denial() -> None:
    weights = [TO - 0.1 * n for n in range(1, PAIRS + 2)]
    assert reread([1] * len(weights), weights, [False] * len(weights), lambda n: -n, {"read": 1.0}) == {
        **{n: float(-n) for n in range(PAIRS)},
        PAIRS: 1.0 - PAIRS,
    }


def test_to_be_far_ahead_counts_no_more_than_a_little() -> None:
    told = features([5, 5], [1.0, 0.5], {0: 5.0, 1: -5.0})
    assert (dict(told[0])["read: ahead"], dict(told[1])["read: ahead"]) == (4.0, -4.0)


@pytest.mark.parametrize(("seen", "pairs"), [(4.0, 1), (-3.0, 0)])
def test_a_pair_in_doubt_is_what_the_network_makes_of_it(
    monkeypatch: pytest.MonkeyPatch, seen: float, pairs: int
) -> None:
    def read(denial: Stance, claim: Stance, tree: Tree) -> float:
        return seen if claim.saying.source_tokens[0].text == "Berg" else -3.0

    monkeypatch.setattr(clashes, "contradiction", read)
    weights = {"always": MIDDLE - 1, "shared nouns": 1.0}
    words = replace(lexicon(), clash_weights=weights, reading_weights={"read": ENOUGH / 4})
    tree = parsed(ARTICLE, PEOPLE)
    found = extracted(tree, frames(tree), words, Provenance("0", "none", "0", "0", "0"))
    assert len(contradictions(positions(found))) == pairs
    rules = {c.evidence.rule for c in found.claims if c.evidence.rule.startswith("weighed")}
    assert rules == ({"weighed and read: shared nouns"} if pairs else set())


def test_two_reports_are_read_in_the_words_of_the_article_the_claim_first(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []

    class Fake:
        def contradiction(self, premise: str, hypothesis: str) -> float:
            told.append((premise, hypothesis))
            return 0.0

    monkeypatch.setattr(rereading, "entailment", Fake)
    tree = parsed(ARTICLE, PEOPLE)
    *_, claims = reading(tree, frames(tree), lexicon())
    pair = next(p for p in claims.weighed if p.claim.saying.source_tokens[0].text == "Berg")
    told.clear()
    assert contradiction(pair.denial, pair.claim, tree) == 0.0
    assert told == [("Berg said the crew left early", "Wei said nobody from the crew had slept")]
