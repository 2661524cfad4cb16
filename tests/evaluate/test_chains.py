"""`kg.evaluate.chains`: MUC, B-cubed and CEAF-e."""

import sys
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import MissingExtraError
from kg.evaluate.chains import b_cubed, ceaf_e, chains, conll, lost_links, muc


def of(*groups):
    """Chains of mentions that are numbers."""
    return [frozenset((n,) for n in group) for group in groups]


KEY = of([1, 2, 3, 4], [5, 6])
SPLIT = of([1, 2], [3, 4], [5, 6])

PARTITIONS = st.lists(st.integers(0, 4), max_size=9).map(
    lambda entities: chains(((entity, (n,)) for n, entity in enumerate(entities)), least=1)
)


def test_chains_keeps_those_that_are_long_enough():
    pairs = [("a", (1,)), ("b", (2,)), ("a", (3,))]
    assert chains(pairs, least=2) == of([1, 3])
    assert chains(pairs, least=1) == of([1, 3], [2])


def test_muc_counts_links():
    # The key has 3 + 1 links; one is lost where the response cuts the first chain. All links of the response are right.
    assert muc(KEY, SPLIT) == (3, 4)
    assert muc(SPLIT, KEY) == (3, 3)


def test_muc_takes_an_unknown_mention_for_a_chain_of_its_own():
    # 1 and 2 are together, 3 and 4 are nowhere: three parts, so one link of three.
    assert muc(of([1, 2, 3, 4]), of([1, 2])) == (1, 3)


def test_b_cubed_counts_for_each_mention_what_it_meets():
    # Recall: four mentions meet 2 of 4, two meet all: 4 = 4 * 1/2 + 2, of 6. Precision: all six meet all.
    assert b_cubed(KEY, SPLIT) == (4, 6)
    assert b_cubed(SPLIT, KEY) == (6, 6)


def test_ceaf_e_aligns_one_to_one():
    # Of the two halves only one can be the first chain: 2*2 / (4+2) = 2/3; the other chain is whole.
    assert ceaf_e(KEY, SPLIT) == pytest.approx(5 / 3)
    assert ceaf_e(KEY, []) == 0


def test_ceaf_e_is_the_best_alignment_and_no_greedy_one():
    # {1,2,3} and {1,2,3,4} alone have 6/7, but leave {4,5,6} and {2,3,8}, which share nothing. The other way round
    # {1,2,3} and {2,3,8} have 4/6, and {4,5,6} and {1,2,3,4} have 2/7: 20/21 together.
    key, response = of([1, 2, 3], [4, 5, 6]), of([1, 2, 3, 4], [2, 3, 8])
    assert ceaf_e(key, response) == pytest.approx(4 / 6 + 2 / 7)


def test_conll_adds_up_documents_before_it_divides():
    found = conll([(KEY, SPLIT), (of([1, 2]), of([1, 2]))])
    assert (found.muc.r, found.muc.p) == (4 / 5, 1)
    assert (found.b3.r, found.b3.p) == (6 / 8, 1)
    # CEAF-e: 5/3 + 1 = 8/3, of 3 chains in the key and 4 in the response.
    assert (found.ceafe.r, found.ceafe.p) == pytest.approx((8 / 9, 2 / 3))
    assert found.mean.f1 == pytest.approx((8 / 9 + 6 / 7 + 16 / 21) / 3)


def test_conll_of_nothing_is_zero():
    assert conll([]).mean.f1 == 0
    assert conll([([], [])]).mean.f1 == 0


def test_ceaf_e_names_the_extra_that_it_needs(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(MissingExtraError, match=r"pip install newskg\[dev\]"):
        ceaf_e(KEY, SPLIT)


def test_lost_links_names_mentions_without_their_antecedent():
    assert list(lost_links(KEY, SPLIT)) == [((3,), ((1,), (2,)), True)]
    assert list(lost_links(KEY, of([1, 2, 3], [5, 6]))) == [((4,), ((1,), (2,), (3,)), False)]
    assert list(lost_links(SPLIT, KEY)) == []


@given(PARTITIONS.filter(bool))
def test_conll_of_the_same_chains_is_one(key):
    found = conll([(key, list(reversed(key)))])
    assert found.b3.f1 == pytest.approx(1)
    assert found.ceafe.f1 == pytest.approx(1)
    assert found.muc.f1 == (1 if any(len(chain) > 1 for chain in key) else 0)


@given(PARTITIONS, PARTITIONS)
def test_conll_exchanges_precision_and_recall_with_its_sides(one, other):
    there, back = conll([(one, other)]), conll([(other, one)])
    for score, mirrored in ((there.muc, back.muc), (there.b3, back.b3), (there.ceafe, back.ceafe)):
        assert (score.p, score.r) == pytest.approx((mirrored.r, mirrored.p))
        assert -1e-9 <= score.f1 <= 1 + 1e-9


@given(PARTITIONS, PARTITIONS)
def test_ceaf_e_is_what_trying_all_alignments_finds(one, other):
    short, long = sorted((one, other), key=len)
    best = max(
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(short, tried, strict=False))
        for tried in permutations(long)
    )
    assert ceaf_e(one, other) == pytest.approx(best)
