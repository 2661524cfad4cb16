from dataclasses import replace

import pytest

from kg.model import Mode, Polarity
from kg.positions import Position, affirmed, contradictions, disputed, positions, voices
from tests.samples import fair, stated

POSITIVE, NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE


def only(claim, **others):
    return replace(fair(), claims=(replace(claim, **others),))


def test_positions_are_taken_by_stated_claims_on_propositions():
    taken = list(positions(fair()))
    assert [(one.claimant, one.content, one.polarity) for one in taken] == [
        ("e1", "p1", POSITIVE),
        ("e2", "p1", NEGATIVE),
        ("e10", "p2", POSITIVE),
        ("e1", "p3", POSITIVE),
        ("e1", "p4", POSITIVE),
    ]


@pytest.mark.parametrize(
    "others",
    [
        {"mode": Mode.DEMANDED},
        {"mode": Mode.ASKED},
        {"mode": Mode.HOPED},
        {"mode": Mode.JUDGED},
        {"presented": False},
        {"claimant": None},
        {"polarity": Polarity.UNDERSPECIFIED},
        {"content": None},
    ],
)
def test_positions_are_not_taken_by_other_claims(others):
    claim = stated("c1", "e1", "p1", POSITIVE, "told")
    assert list(positions(only(claim)))
    assert not list(positions(only(claim, **others)))


def test_positions_use_the_names_they_are_given():
    names = {ref: f"https://a.example/{ref}" for ref in ("c1", "e1", "p1")}
    claim = stated("c1", "e1", "p1", POSITIVE, "told")
    assert list(positions(only(claim), names)) == [Position(names["p1"], names["e1"], names["c1"], POSITIVE)]


def test_affirmed_and_disputed_pair_claimants_with_propositions():
    taken = list(positions(fair()))
    assert ("e1", "p1") in affirmed(taken)
    assert disputed(taken) == {("e2", "p1")}


def test_contradictions_join_claims_of_one_content_from_two_sides():
    assert contradictions(positions(fair())) == {("c1", "c2")}


def test_contradictions_need_two_claimants():
    taken = [Position("p1", "e1", "c1", POSITIVE), Position("p1", "e1", "c2", NEGATIVE)]
    assert contradictions(taken) == set()


def test_contradictions_need_one_proposition():
    taken = [Position("p1", "e1", "c1", POSITIVE), Position("p2", "e2", "c2", NEGATIVE)]
    assert contradictions(taken) == set()


def test_contradictions_do_not_try_the_pairs_of_one_claimant():
    # 50,000 claims on each side: to try the pairs would take hours.
    taken = [Position("p1", "e1", f"c{number}", POSITIVE if number % 2 else NEGATIVE) for number in range(100_000)]
    assert contradictions(taken) == set()
    assert len(contradictions([*taken, Position("p1", "e2", "x", NEGATIVE)])) == 50_000


def test_voices_set_the_article_against_who_says_otherwise():
    about = ("e2", "kg:supports", "e6")
    spoken = list(voices({"p4": about, "p5": ("e2", "rel:sell", "e9")}, {"assertion": (about, NEGATIVE)}))
    taken = [*spoken, Position("p4", "e1", "c7", POSITIVE)]
    assert contradictions(taken) == {("c7", "assertion")}
    assert disputed(taken) == set()


def test_voices_of_two_articles_do_not_contradict_each_other():
    about = ("e2", "kg:supports", "e6")
    spoken = voices({"p4": about}, {"one": (about, NEGATIVE), "other": (about, POSITIVE)})
    assert contradictions(spoken) == set()


def test_voices_say_nothing_where_the_polarity_is_open():
    about = ("e2", "kg:supports", "e6")
    assert list(voices({"p4": about}, {"one": (about, Polarity.UNDERSPECIFIED)})) == []
