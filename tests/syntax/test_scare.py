"""Scare quotes: what the article calls so and does not mean."""

from __future__ import annotations

import pytest

from tests.reports import said, words


@pytest.mark.parametrize(
    "text",
    [
        "The/DT/det<3 “/``/punct<3 reform/NN/nsubj<5 ”/''/punct<3 angered=anger/VBD/ROOT Berg/NNP/dobj<5 ././punct<5",
        "Wei/NNP/poss<4 's/POS/case<1 “/``/punct<4 cure/NN/nsubj<6 ”/''/punct<4 failed=fail/VBD/ROOT ././punct<6",
    ],
)
def test_a_noun_in_marks_behind_its_article_is_somebody_elses_word(text: str) -> None:
    (saying,) = [s for s in said(text).values() if s.pattern == "scare quotes"]
    assert words(saying) in ("reform", "cure")
    assert saying.source is None
    assert saying.row is not None
    assert saying.row.mode == "judged"


@pytest.mark.parametrize(
    "text",
    [
        "The/DT/det<3 “/``/punct<3 Reform/NNP/nsubj<5 ”/''/punct<3 angered=anger/VBD/ROOT Berg/NNP/dobj<5 ././punct<5",
        "Berg/NNP/nsubj<2 denied=deny/VBD/ROOT the/DT/det<5 “/``/punct<5 fraud/NN/dobj<2 ”/''/punct<5 ././punct<2",
        "She/PRP/nsubj<2 shouted=shout/VBD/ROOT “/``/punct<4 shame/NN/dobj<2 ”/''/punct<4 ././punct<2",
    ],
)
def test_names_and_what_a_verb_reports_are_no_scare_quotes(text: str) -> None:
    assert all(s.pattern != "scare quotes" for s in said(text).values())
