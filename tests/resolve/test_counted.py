"""People who speak by their number alone, and names that the parse takes for other words."""

from __future__ import annotations

import pytest

from kg.model import Kind
from tests.parses import extracted, label, told

_SAID = "said=say/VBD/ROOT it/PRP/nsubj<{} sank=sink/VBD/ccomp<{} ././punct<{}"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Several/JJ/nsubj<2 " + _SAID.format(4, 2, 2), "Several"),
        ("A/DT/det<2 third/NN/nsubj<3 " + _SAID.format(5, 3, 3), "third"),
        ("Four/CD/nsubj<4 of/IN/prep<1 those/DT/pobj<2 " + _SAID.format(6, 4, 4), "Four"),
    ],
)
def test_who_is_only_counted_is_a_claimant(text: str, who: str) -> None:
    found = extracted(text)
    assert [claimant for claimant, _, _ in told(found)] == [who]


def test_two_who_are_only_counted_are_not_one() -> None:
    text = "One/CD/nsubj<2 " + _SAID.format(4, 2, 2)
    found = extracted(text + " ¶ " + text)
    assert len({c.claimant for c in found.claims}) == 2


def test_nobody_is_no_claimant() -> None:
    found = extracted("No/DT/det<2 one/NN/nsubj<3 " + _SAID.format(5, 3, 3))
    assert {label(found, c.claimant) for c in found.claims} == {None}


def test_a_surname_that_looks_like_another_word_is_the_person() -> None:
    found = extracted(
        "Ana/NNP/compound<2 Prior/NNP/nsubj<3 left=leave/VBD/ROOT ././punct<3 ¶ Prior/RB/nsubj<2 "
        + _SAID.format(4, 2, 2),
        {"Ana Prior": "PERSON"},
    )
    assert {label(found, c.claimant) for c in found.claims} == {"Ana Prior"}


@pytest.mark.parametrize("dep", ["nsubj<7", "nmod<6"])
def test_a_title_apart_from_its_name_means_its_bearer(dep: str) -> None:
    found = extracted(
        f"Leader/NN/{dep} of/IN/prep<1 the/DT/det<4 opposition/NN/pobj<2 Ana/NNP/compound<6 Berg/NNP/nsubj<7 "
        + _SAID.format(9, 7, 7),
        {"Ana Berg": "PERSON"},
    )
    assert {label(found, c.claimant) for c in found.claims} == {"Ana Berg"}
    assert {m.kind for m in found.mentions} >= {Kind.NAMED}


def test_a_surname_that_looks_like_a_plural_is_one_person() -> None:
    found = extracted(
        "Ana/NNP/compound<2 Broers/NNPS/nsubj<3 left=leave/VBD/ROOT ././punct<3 ¶ She/PRP/nsubj<2 "
        + _SAID.format(4, 2, 2),
        {"Ana Broers": "PERSON"},
    )
    assert {label(found, c.claimant) for c in found.claims} == {"Ana Broers"}


def test_who_speaks_a_long_quotation_was_named_before_all_of_it() -> None:
    spoken = " | ".join(
        f"It/PRP/nsubj<2 {verb}/VBD/ROOT ././punct<2" for verb in ("sank", "rose", "sank", "rose", "sank")
    )
    found = extracted(
        "Ana/NNP/compound<2 Berg/NNP/nsubj<3 left=leave/VBD/ROOT ././punct<3 ¶ “/``/punct<3 "
        + spoken.replace("It/PRP/nsubj<2 sank/VBD/ROOT ././punct<2", "It/PRP/nsubj<3 sank/VBD/ROOT ././punct<3", 1)
        + " | It/PRP/nsubj<2 fell=fall/VBD/ccomp<6 ,/,/punct<6 ”/''/punct<6 she/PRP/nsubj<6 said=say/VBD/ROOT ././punct<6",
        {"Ana Berg": "PERSON"},
    )
    assert {label(found, c.claimant) for c in found.claims} == {"Ana Berg"}
