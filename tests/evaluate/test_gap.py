"""`kg.evaluate.gap`: one pronoun, two names."""

import pytest

from kg.evaluate.gap import gap

TEXT = "Ana met Eva when she left."
NAMES = {"a": (0, 3), "b": (8, 11), "pronoun": (17, 20)}


def row(number, gender, a, b):
    def side(name):
        return {"start": NAMES[name][0], "end": NAMES[name][1]}

    return {
        "id": number, "text": TEXT, "pronoun": side("pronoun"), "gender": gender,
        "a": side("a") | {"coref": a}, "b": side("b") | {"coref": b},
    }  # fmt: skip


def layer(number, a, b, pronoun):
    spans = zip(NAMES.values(), (a, b, pronoun), strict=True)
    return {"id": number, "mentions": [{"begin": s[0], "end": s[1], "entity": e} for s, e in spans if e]}


def scored(*cases):
    gold = [row(str(n), gender, *meant) for n, (gender, meant, _) in enumerate(cases)]
    return gap(gold, {str(n): layer(str(n), *found) for n, (_, _, found) in enumerate(cases)})


A, B, NEITHER = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("meant", "found", "score"),
    [
        (A, ("e1", "e2", "e1"), (1, 1)),
        (A, ("e1", "e2", "e2"), (0, 0)),
        (A, ("e1", "e1", "e1"), (0, 0)),  # both names earn nothing
        (A, ("e1", "e2", "e3"), (0, 0)),
        (A, ("e1", "e2", None), (0, 0)),
        (A, (None, "e2", "e1"), (0, 0)),
        (NEITHER, ("e1", "e2", "e3"), (0, 0)),
    ],
)
def test_gap_wants_one_name(meant, found, score):
    result = scored(("F", meant, found))
    assert (result.p, result.r) == score


def test_gap_counts_by_gender():
    right, wrong, both = ("e1", "e2", "e1"), ("e1", "e2", "e2"), ("e1", "e1", "e1")
    result = scored(("F", A, right), ("F", A, wrong), ("M", A, right), ("M", A, both))
    # F: 1 hit of 2 given and 2 meant, F1 1/2. M: 1 hit of 1 + 2 given and 2 meant, P 1/3, R 1/2, F1 .4.
    assert result.parts["F"].f1 == pytest.approx(1 / 2)
    assert result.parts["M"].f1 == pytest.approx(0.4)
    assert result.parts["bias"] == pytest.approx(1.25)
    assert (result.p, result.r) == pytest.approx((2 / 5, 2 / 4))
    assert [(one.group, one.kind) for one in result.mistakes] == [
        ("gender F", "the wrong name"),
        ("gender M", "both names"),
    ]


def test_gap_has_no_bias_without_a_masculine_pronoun_that_is_right():
    assert scored(("F", A, ("e1", "e2", "e1"))).parts["bias"] is None
    assert scored(("F", A, ("e1", "e2", "e1")), ("M", A, ("e1", "e2", None))).parts["bias"] is None


def test_gap_takes_the_mention_that_covers_most_and_then_the_shortest():
    found = layer("0", "e1", "e2", "e1")
    long = {"begin": 0, "end": 25, "entity": "e9"}
    part = {"begin": 0, "end": 2, "entity": "e8"}
    assert gap([row("0", "F", *A)], {"0": {**found, "mentions": [long, part, *found["mentions"]]}}).headline == 1
