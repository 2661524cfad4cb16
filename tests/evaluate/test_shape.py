"""`kg.evaluate.shape`: what a line of JSON has to look like."""

import pytest

from kg.evaluate.shape import SPANS, misfit

SHAPE = {"id": str, "spans": SPANS, "sure?": float, "named?": bool}


@pytest.mark.parametrize(
    "value",
    [
        {"id": "a", "spans": []},
        {"id": "a", "spans": [[0, 1]], "sure": 1, "named": False, "more": None},
        {"id": "a", "spans": [], "sure": None},
    ],
)
def test_misfit_finds_nothing_where_all_is_there(value):
    assert misfit(value, SHAPE) is None


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ([], "the line is not an object"),
        ({"id": "a"}, 'the line has no "spans"'),
        ({"id": None, "spans": []}, "id is not a string"),
        ({"id": "a", "spans": {}}, "spans is not a list"),
        ({"id": "a", "spans": [[0]]}, "spans[0] has 1 items, not 2"),
        ({"id": "a", "spans": [[0, 1], [0, 1.5]]}, "spans[1][1] is not a whole number"),
        ({"id": "a", "spans": [[0, True]]}, "spans[0][1] is not a whole number"),
        ({"id": "a", "spans": [], "sure": "yes"}, "sure is not a number"),
        ({"id": "a", "spans": [], "named": 1}, "named is not true or false"),
    ],
)
def test_misfit_names_the_first_place(value, problem):
    assert misfit(value, SHAPE) == problem


def test_misfit_names_places_inside_objects():
    assert misfit({"a": [{"b": {}}]}, {"a": [{"b": {"c": str}}]}) == 'a[0].b has no "c"'
