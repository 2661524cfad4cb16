"""What lies ahead and what is over, by the verb that a day stands with; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.syntax.coming import is_coming
from tests.parses import extracted, parsed

DAY = "{} on/IN/prep<{} Friday/NNP/pobj<{} ././punct<{}"


@pytest.mark.parametrize(
    ("clause", "verb", "ahead"),
    [
        ("Berg/NNP/nsubj<2 met=meet/VBD/ROOT Wei/NNP/dobj<2", 2, False),
        ("Berg/NNP/nsubj<2 meets=meet/VBZ/ROOT Wei/NNP/dobj<2", 2, True),
        ("Berg/NNP/nsubj<3 will/MD/aux<3 meet/VB/ROOT", 3, True),
        ("Berg/NNP/nsubj<3 is=be/VBZ/aux<3 meeting=meet/VBG/ROOT Wei/NNP/dobj<3", 3, True),
        ("Berg/NNP/nsubj<3 was=be/VBD/aux<3 meeting=meet/VBG/ROOT Wei/NNP/dobj<3", 3, False),
        ("Berg/NNP/nsubj<3 has=have/VBZ/aux<3 met=meet/VBN/ROOT Wei/NNP/dobj<3", 3, False),
        ("Berg/NNP/nsubj<4 may/MD/aux<4 have/VB/aux<4 met=meet/VBN/ROOT", 4, False),
        ("Berg/NNP/nsubj<2 plans=plan/VBZ/ROOT to/TO/aux<4 leave/VB/xcomp<2", 4, True),
        ("Berg/NNP/nsubj<2 had=have/VBD/ROOT to/TO/aux<4 leave/VB/xcomp<2", 4, False),
    ],
)
def test_a_day_lies_ahead_by_its_verb(clause: str, verb: int, ahead: bool) -> None:
    n = len(clause.split())
    tree = parsed(DAY.format(clause, verb, n + 1, 2), {"Berg": "PERSON", "Wei": "PERSON", "Friday": "DATE"})
    assert is_coming(tree, next(t for t in tree.tokens if t.text == "Friday")) is ahead


@pytest.mark.parametrize(("verb", "told"), [("met=meet/VBD", True), ("meets=meet/VBZ", False)])
def test_what_is_planned_for_a_day_has_not_happened(verb: str, told: bool) -> None:
    found = extracted(
        f"Berg/NNP/nsubj<2 {verb}/ROOT Wei/NNP/dobj<2 on/IN/prep<2 Friday/NNP/pobj<4 ././punct<2",
        {"Berg": "PERSON", "Wei": "PERSON", "Friday": "DATE"},
    )
    assert [e.asserted for e in found.events] == [told]
