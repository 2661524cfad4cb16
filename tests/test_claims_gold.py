"""The hand-marked claims under `tests/data/claims`: that the marks keep the format their README documents."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kg.model import Certainty, Mode, Polarity, Span

GOLD = Path(__file__).parent / "data" / "claims"
ARTICLES = sorted(p.with_name(f"{p.name.removesuffix('.claims.toml')}.txt") for p in GOLD.glob("*/*.claims.toml"))
PARTS = {"dev": 20, "test": 10, "check": 14, "press": 10, "fresh": 12, "counted": 12, "later": 12}
KEYS = {"id", "source", "cue", "content", "mode", "polarity", "certainty", "claimant"}
SPANS = ("source", "cue", "content")

Table = dict[str, Any]

each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")


def marks(path: Path) -> Table:
    return tomllib.loads(path.with_name(f"{path.stem}.claims.toml").read_text(encoding="utf-8"))


def contradictions(path: Path) -> list[list[str]]:
    return [table["claims"] for table in marks(path).get("contradiction", [])]


def starts(text: str, part: str) -> Iterator[int]:
    begin = text.find(part)
    while begin >= 0:
        yield begin
        begin = text.find(part, begin + 1)


def span(text: str, mark: str | Table) -> Span:
    """The place of one marked string: the only one, or the one that `nth` picks out of several."""
    part = mark if isinstance(mark, str) else mark["text"]
    found = list(starts(text, part))
    if isinstance(mark, str):
        assert len(found) == 1, f"{part!r} occurs {len(found)} times: give it an nth"
        return Span(found[0], found[0] + len(part))
    assert set(mark) == {"text", "nth"}
    assert len(found) > 1, f"{part!r} occurs {len(found)} times and needs no nth"
    assert 1 <= mark["nth"] <= len(found), f"{part!r} has no occurrence {mark['nth']}"
    begin = found[mark["nth"] - 1]
    return Span(begin, begin + len(part))


def spans(path: Path) -> dict[str, dict[str, list[Span]]]:
    text = path.read_text(encoding="utf-8")
    return {
        claim["id"]: {key: [span(text, mark) for mark in claim[key]] for key in SPANS} for claim in marks(path)["claim"]
    }


def within(inner: list[Span], outer: list[Span]) -> bool:
    return any(all(part.covers(piece) for piece in inner) for part in outer)


def test_claims_gold_has_its_parts() -> None:
    parts = [path.parent.name for path in ARTICLES]
    assert Counter(parts) == PARTS
    assert len({path.stem for path in ARTICLES}) == len(ARTICLES)
    assert sorted(GOLD.glob("*/*.claims.toml")) == [path.with_name(f"{path.stem}.claims.toml") for path in ARTICLES]


def test_claims_gold_has_enough_contradictions() -> None:
    counts = {path: len(contradictions(path)) for path in ARTICLES}
    assert sum(counts.values()) >= 40
    assert sum(count for path, count in counts.items() if path.parent.name == "test") >= 12
    assert sum(count for path, count in counts.items() if path.parent.name == "check") >= 40


def test_claims_gold_uses_every_value() -> None:
    claims = [claim for path in ARTICLES for claim in marks(path)["claim"]]
    for part in PARTS:
        of_part = [claim for path in ARTICLES if path.parent.name == part for claim in marks(path)["claim"]]
        assert {claim["mode"] for claim in of_part} == set(Mode)
        assert {claim["polarity"] for claim in of_part} == set(Polarity)
        assert {claim["certainty"] for claim in of_part} == set(Certainty)
        assert any("parent" in claim for claim in of_part)
    assert any(not claim["source"] for claim in claims)


@each_article
def test_article_is_short_and_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert 150 <= len(text.split()) <= (350 if path.parent.name in ("dev", "test") else 450)
    assert not set("{}\t\r") & set(text)
    assert all(line == line.strip() for line in text.split("\n"))


@each_article
def test_claim_has_the_documented_keys_and_values(path: Path) -> None:
    assert set(marks(path)) <= {"claim", "contradiction"}
    for number, claim in enumerate(marks(path)["claim"], start=1):
        assert KEYS <= set(claim) <= KEYS | {"parent"}, claim["id"]
        assert claim["id"] == str(number)
        assert claim["mode"] in set(Mode)
        assert claim["polarity"] in set(Polarity)
        assert claim["certainty"] in set(Certainty)
        assert claim["cue"], claim["id"]
        assert claim["content"], claim["id"]


@each_article
def test_claim_values_agree_with_its_mode(path: Path) -> None:
    for claim in marks(path)["claim"]:
        if claim["mode"] == Mode.ASKED:
            assert claim["polarity"] == Polarity.UNDERSPECIFIED, claim["id"]
        if claim["mode"] != Mode.STATED:
            assert claim["certainty"] == Certainty.CERTAIN, claim["id"]


@each_article
def test_claimant_stands_in_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8").casefold()
    for claim in marks(path)["claim"]:
        assert claim["claimant"].casefold() in text, claim["id"]
        assert claim["source"] or not claim["claimant"], f"{claim['id']} has a claimant and no source"


@each_article
def test_claim_spans_stand_in_order_and_apart(path: Path) -> None:
    for claim, parts in spans(path).items():
        for key in SPANS:
            assert all(left.end <= right.begin for left, right in pairwise(parts[key])), (claim, key)
        together = sorted(part for key in SPANS for part in parts[key])
        assert all(left.end <= right.begin for left, right in pairwise(together)), claim


@each_article
def test_claim_spans_begin_and_end_with_whole_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for claim, parts in spans(path).items():
        for part in (part for key in SPANS for part in parts[key]):
            assert text[part.begin : part.end] == text[part.begin : part.end].strip(), claim
            # A short form is a word of its own: "I | 'd like", "they | ’ll say".
            assert not (text[part.begin - 1 : part.begin].isalnum() and text[part.begin].isalnum()), claim
            assert not (text[part.end - 1].isalnum() and text[part.end : part.end + 1].isalnum()), claim


@each_article
def test_claims_follow_the_order_of_their_cues(path: Path) -> None:
    cues = [parts["cue"][0] for parts in spans(path).values()]
    assert cues == sorted(set(cues))


@each_article
def test_parent_is_the_innermost_content_that_holds_the_cue(path: Path) -> None:
    found = spans(path)
    for claim in marks(path)["claim"]:
        holders = [
            (sum(map(len, parts["content"])), other)
            for other, parts in found.items()
            if other != claim["id"] and within(found[claim["id"]]["cue"], parts["content"])
        ]
        assert claim.get("parent") == (min(holders)[1] if holders else None), claim["id"]


@each_article
def test_parents_have_no_cycles(path: Path) -> None:
    parent = {claim["id"]: claim.get("parent") for claim in marks(path)["claim"]}
    for claim in parent:
        above, at = [claim], parent[claim]
        while at is not None:
            assert at not in above, (claim, at)
            above.append(at)
            at = parent[at]


@each_article
def test_contradiction_joins_two_stated_claims_of_opposite_polarity(path: Path) -> None:
    claims = {claim["id"]: claim for claim in marks(path)["claim"]}
    for one, other in contradictions(path):
        pair = (claims[one], claims[other])
        assert {claim["polarity"] for claim in pair} == {Polarity.POSITIVE, Polarity.NEGATIVE}, (one, other)
        assert {claim["mode"] for claim in pair} == {Mode.STATED}, (one, other)
        assert all(claim["claimant"] for claim in pair), (one, other)
        assert len({claim["claimant"] for claim in pair}) == 2, (one, other)


@each_article
def test_contradictions_are_listed_once(path: Path) -> None:
    pairs = [tuple(pair) for pair in contradictions(path)]
    assert all(int(one) < int(other) for one, other in pairs)
    assert pairs == sorted(set(pairs), key=lambda pair: (int(pair[0]), int(pair[1])))


@each_article
def test_contradiction_lies_in_stated_positive_claims_or_a_noun_with_its_owner(path: Path) -> None:
    claims = {claim["id"]: claim for claim in marks(path)["claim"]}
    for pair in contradictions(path):
        for claim, other in (pair, reversed(pair)):
            at = claims[claim].get("parent")
            while at is not None:
                presented = (claims[at]["mode"], claims[at]["polarity"]) == (Mode.STATED, Polarity.POSITIVE)
                # "dismissed X's claim that P": the dismissal is the other side of the pair.
                assert presented or (at == other and claims[claim]["source"]), (claim, at)
                at = claims[at].get("parent")
