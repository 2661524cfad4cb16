"""`kg.evaluate.rendering`: results for people and for programs."""

import json

import pytest

from kg.errors import InputError
from kg.evaluate import MistakeKind, Point, Result, Score, rendered

SCORE = Score(0.51239, 0.25, 0.33604)
RESULT = Result(
    "carb",
    0.33604,
    SCORE,
    {"source": SCORE, "bias": 0.98765, "predicted": 7, "pairs": None},
    (Point(0.25, SCORE, 9), Point(0.5, SCORE, 7)),
    (
        MistakeKind("missed", "one argument", 3, ("s1: Ana | left",)),
        MistakeKind("missed", "two arguments", 1, ()),
        MistakeKind("wrong", "too many words", 2, ("s2: Ana | left | Port Novo",)),
    ),
)


def test_rendered_json_is_one_line_of_figures_without_any_text():
    text = rendered(RESULT, "json")
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert "Ana" not in text
    score = {"p": 0.5124, "r": 0.25, "f1": 0.336}
    assert json.loads(text) == {
        "task": "carb",
        **score,
        "source": score,
        "bias": 0.9877,
        "predicted": 7,
        "pairs": None,
        "headline": 0.336,
        "curve": [{"threshold": 0.25, **score, "predicted": 9}, {"threshold": 0.5, **score, "predicted": 7}],
        "mistakes": {"missed": {"one argument": 3, "two arguments": 1}, "wrong": {"too many words": 2}},
    }


def test_rendered_table_shows_figures_and_mistakes_with_examples():
    lines = rendered(RESULT).splitlines()
    assert lines[0] == "carb: 0.336"
    assert [line.split() for line in lines if line.startswith(("source", "bias", "predicted", "pairs"))] == [
        ["source", "0.512", "0.250", "0.336"],
        ["bias", "0.988"],
        ["predicted", "7"],
        ["pairs", "not", "measured"],
    ]
    assert lines[lines.index("missed: 4") :] == [
        "missed: 4",
        "     3  one argument",
        "          s1: Ana | left",
        "     1  two arguments",
        "",
        "wrong: 2",
        "     2  too many words",
        "          s2: Ana | left | Port Novo",
    ]


def test_rendered_table_sums_up_long_curves_and_lists():
    many = Result(
        "carb",
        0,
        SCORE,
        curve=tuple(Point(n / 100, SCORE, 100 - n) for n in range(100)),
        mistakes=tuple(MistakeKind("wrong", f"kind {n:02}", 1, ()) for n in range(20)),
    )
    lines = rendered(many).splitlines()
    kept = [int(line.split()[1]) for line in lines if line.strip().startswith("0.") and len(line.split()) == 5]
    assert (len(kept), kept[0], kept[-1]) == (10, 100, 1)
    assert sum("kind " in line for line in lines) == 8
    assert lines[-1] == "    12  of 12 more kinds"


def test_rendered_refuses_another_format():
    with pytest.raises(InputError, match="no format 'xml'; use table or json"):
        rendered(RESULT, "xml")
