"""`kg.evaluate.carb`: the words that a tuple shares with the gold."""

import pytest

from kg.errors import InputError
from kg.evaluate.carb import agreement, carb, precisions, slots

GOLD = [
    {
        "id": "s1",
        "text": "Ana sold the pier in May",
        "gold": [["Ana", "sold", "the pier"], ["Ana", "sold", "the pier", "in May"]],
    }
]


def triple(subject, relation, *objects, confidence=None):
    return {"subject": subject, "relation": relation, "objects": list(objects), "confidence": confidence}


def layer(*triples):
    return {"s1": {"id": "s1", "triples": list(triples)}}


SURE = triple("Ana", "sold", "the pier", confidence=0.9)
UNSURE = triple("Berg", "sold", "boats", confidence=0.4)


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        (["Ana", "sold", "the pier"], ["Ana", "bought", "the pier"], (0, 0)),  # no word of the relation
        (["Ana", "sold", "the pier"], ["Ana", "sold"], (0, 0)),  # an argument is missing altogether
        (["Ana", "left"], ["Ana", "left", "at once"], (1, 1)),  # the gold has none, so that one is free
        (["Ana", "sold", "the pier"], ["Ana Silva", "sold", "a pier"], (3 / 5, 3 / 4)),
        (["Ana", "sold", "the pier", "in May"], ["Ana", "sold", "the pier"], (1, 4 / 6)),
        (["Ana", "is mayor of", "Port"], ["Ana", "be mayor of", "Port"], (1, 1)),
        (["It was late", "said", "Ana"], ["Ana", "said", "It was late"], (1, 1)),  # what was said may come first
        (["It was late", "thought", "Ana"], ["Ana", "thought", "It was late"], (1 / 5, 1 / 5)),
        (["the the the", "is", "a"], ["the", "is", "a"], (1, 3 / 5)),  # words are counted, not only looked for
    ],
)
def test_agreement_counts_shared_words_by_slot(gold, predicted, expected):
    assert agreement(slots(gold), slots(predicted)) == pytest.approx(expected)


def test_slots_without_a_relation_are_refused():
    with pytest.raises(InputError, match="a tuple of CaRB"):
        slots(["Ana"])


def test_carb_takes_the_best_threshold():
    result = carb(GOLD, layer(SURE, UNSURE))
    # From .4 on both count. Recall: the first has all of one gold tuple and 4 of 6 words of the other, 5/6 in the mean.
    # Precision, one to one: 1 for the first, and 1 word of 3 of the second: 2/3 in the mean. F1 = 20/27.
    # From .9 on only the first: recall is the same, precision 1, F1 = 10/11.
    low, high = result.curve
    assert (low.threshold, low.predicted, low.score.p, low.score.r) == pytest.approx((0.4, 2, 2 / 3, 5 / 6))
    assert low.score.f1 == pytest.approx(20 / 27)
    assert (high.threshold, high.predicted, high.score.f1) == pytest.approx((0.9, 1, 10 / 11))
    assert result.headline == result.f1 == high.score.f1
    assert result.parts == {"threshold": 0.9, "predicted": 1}


def test_carb_lets_no_two_predictions_share_a_gold_tuple():
    result = carb([{**GOLD[0], "gold": [["Ana", "sold", "the pier"]]}], layer(SURE, SURE))
    # Both are all right, but there is one gold tuple: precision 1/2, recall 1.
    assert (result.p, result.r) == (0.5, 1)


def test_carb_counts_sentences_without_predictions():
    result = carb([*GOLD, {**GOLD[0], "id": "s2"}], layer(SURE))
    assert result.r == pytest.approx(5 / 12)  # as above, and nothing of two more
    assert result.p == 1


def test_carb_counts_what_is_missed_and_what_is_wrong():
    gold = [{"id": "s1", "text": "Mayor Ana sold it", "gold": [["Ana", "is", "Mayor"], ["Ana", "sold", "it"]]}]
    found = [
        triple("Ana", "left", "it"),
        triple("Ana the Mayor", "sold by the quay", "it all"),
        triple("Ana", "sold", "it"),
    ]
    kinds = {(one.group, one.kind): one.count for one in carb(gold, layer(*found)).mistakes}
    assert kinds == {
        ("missed", "relation with words that the sentence does not have"): 1,
        ("wrong", "no such relation"): 1,
        ("wrong", "too many words"): 1,
    }


def test_precisions_are_those_that_each_triple_earns_alone():
    gold = {"id": "s", "text": "", "gold": [["Ana", "sold", "the pier"]]}
    rows = [
        {"subject": "Ana", "relation": "sold", "objects": ["the pier"]},
        {"subject": "Ana", "relation": "sold", "objects": ["the pier", "in May"]},
        {"subject": "Ana", "relation": "saw", "objects": ["the pier"]},
    ]
    assert precisions(gold, rows) == [1.0, 0.0, 0.0]
