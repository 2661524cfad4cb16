"""What words come to, so that different ones can be compared."""

from __future__ import annotations

import pytest

from kg.extract.senses import Senses
from kg.lexicon import lexicon
from tests.parses import parsed


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        ("clearance/NN", "cleared=clear/VBN", False),
        ("unpaid/JJ", "paid=pay/VBD", True),
        ("unplayable/JJ", "playable/JJ", True),
        ("asleep/JJ", "awake/JJ", True),
        ("request/NN", "asked=ask/VBD", False),
        ("murder/NN", "murdered=murder/VBD", False),
    ],
)
def test_words_that_come_to_the_same_or_to_the_opposite(one: str, other: str, *, turned: bool) -> None:
    first, second = parsed(f"{one}/dep<2 {other}/ROOT").tokens
    assert Senses(lexicon()).same(first, [second]) == (second, turned)


@pytest.mark.parametrize(("one", "other"), [("clearance/NN", "closed=close/VBN"), ("was=be/VBD", "is=be/VBZ")])
def test_words_that_have_nothing_in_common(one: str, other: str) -> None:
    first, second = parsed(f"{one}/dep<2 {other}/ROOT").tokens
    assert Senses(lexicon()).same(first, [second]) == (None, False)


def test_a_property_that_two_words_share_makes_them_not_akin() -> None:
    killed, death, kill = parsed("killed=kill/VBD/dep<2 murder/NN/ROOT kill/NN/dep<2").tokens
    senses = Senses(lexicon())
    assert senses.akin(killed, kill)
    assert not senses.akin(killed, death)
