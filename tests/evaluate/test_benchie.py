"""`kg.evaluate.benchie`: exact wordings of facts."""

import pytest

from kg.evaluate.benchie import acceptable, benchie, right

SOLD = [["Ana [Silva]", "sold", "the pier"], ["Ana", "sold [the] pier", "in May"]]
LEFT = [["Ana", "left", "Port Novo"]]
GOLD = [{"id": "s1", "text": "In May Ana Silva sold the pier and left Port Novo", "facts": [SOLD, LEFT]}]


def scored(*triples):
    found = [{"subject": s, "relation": r, "objects": [o], "confidence": c} for s, r, o, c in triples]
    return benchie(GOLD, {"s1": {"id": "s1", "triples": found}})


@pytest.mark.parametrize(
    ("slot", "words", "fits"),
    [
        ("the [old harbour] master", " the master", True),
        ("the [old harbour] master", " the old harbour master", True),
        ("the [old harbour] master", " the harbour master", False),  # a group goes as one
        ("the [old] [harbour] master", " the harbour master", True),
        ("Port Novo", " Port", False),
        ("Port Novo", " port novo", False),
        ("(U.S.)", " (U.S.)", True),
        ("[now]", "", True),
    ],
)
def test_acceptable_words_may_leave_out_a_group(slot, words, fits):
    assert bool(acceptable(slot).fullmatch(words)) is fits


def test_benchie_counts_a_fact_once():
    result = scored(
        ("Ana Silva", "sold", "the pier", 0.9), ("Ana", "sold pier", "in May", 0.5), ("Ana", "left", "Port", 0.5)
    )
    # Two wordings of one fact, which is one hit of two facts; one triple is wrong. P = 1/2, R = 1/2.
    assert (result.p, result.r, result.headline) == (0.5, 0.5, 0.5)
    low, high = result.curve
    assert (low.threshold, low.score, low.predicted) == (0.5, result.score, 3)
    assert (high.threshold, high.score.p, high.score.r, high.predicted) == (0.9, 1, 0.5, 1)


def test_benchie_takes_no_slot_from_another_wording():
    result = scored(("Ana Silva", "sold", "in May", 1))
    assert result.headline == 0


def test_benchie_joins_all_objects():
    found = {"s1": {"id": "s1", "triples": [{"subject": "Ana", "relation": "sold", "objects": ["the", "pier"]}]}}
    assert benchie(GOLD, found).p == 1


def test_benchie_says_which_slot_is_wrong():
    result = scored(
        ("Berg", "left", "Port Novo", 1),
        ("Ana", "left Port", "Novo", 1),
        ("Ana", "has left", "Port Novo", 1),
        ("Ana", "left", "it", 1),
        ("Berg", "saw", "it", 1),
    )
    wrong = {one.kind: one.count for one in result.mistakes if one.group == "wrong"}
    assert wrong == {
        "the subject only": 1,
        "the relation only": 1,
        "the object only": 1,
        "relation and object cut elsewhere": 1,
        "two slots or more": 1,
    }
    missed = {one.kind: one.count for one in result.mistakes if one.group == "missed"}
    assert missed == {"a triple has two of its slots": 1, "no triple is near": 1}


def test_right_says_of_each_triple_whether_it_states_a_fact():
    rows = [
        {"subject": "Ana", "relation": "has left", "objects": ["Port Novo"]},
        {"subject": "Ana", "relation": "left", "objects": ["it"]},
    ]
    gold = {"id": "s", "text": "", "facts": [[["Ana", "[has] left", "Port Novo"]]]}
    assert right(gold, rows) == [1.0, 0.0]
