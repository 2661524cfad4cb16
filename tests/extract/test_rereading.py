"""Which pairs of reports are read again, and what that makes of their weights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import clashes, rereading
from kg.extract.clashes import ENOUGH
from kg.extract.rereading import FROM, TO, contradiction, features, in_doubt, reread
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


def test_of_one_denial_only_the_heaviest_is_read() -> None:
    assert in_doubt([7, 7, 7, 8], [MIDDLE, TO - 0.1, TO + 1, MIDDLE], [False] * 4) == [1, 3]


def test_what_is_read_stands_beside_what_was_weighed() -> None:
    assert dict(features(1.5, 4.5)) == {"always": 1.0, "weighed": 1.5, "read": 4.5, "read: plainly": 2.5}
    assert dict(features(1.5, -3.0))["read: plainly"] == 0.0


def test_only_pairs_in_doubt_get_another_weight() -> None:
    asked: list[int] = []

    def read(n: int) -> float:
        asked.append(n)
        return 3.0

    worth = {"weighed": 2.0, "read": 0.5, "always": -1.0}
    assert reread([1, 2, 3], [SURE, 1.0, FROM - 1], [False] * 3, read, worth) == {1: 2.5}
    assert asked == [1]


def test_a_pair_that_is_not_read_weighs_no_more_than_a_likelier_one_of_its_denial() -> None:
    weights = [TO - 0.1, TO - 0.2, FROM + 0.1]
    last = reread([1, 1, 1], weights, [False] * 3, lambda n: 2.0 if n == 0 else -9.0, {"read": 1.0})
    assert last == {0: 2.0, 1: 2.0, 2: FROM + 0.1}


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
