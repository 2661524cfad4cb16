"""What is denied beside a statement: contrasts, and things there were none of; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.extract.units import Unit, Units
from kg.lexicon import lexicon
from kg.model import Polarity
from kg.pipeline import reading
from kg.syntax.frames import frames
from tests.parses import parsed

BERG = "Berg/NNP/nsubj<2 said=say/VBD/ROOT "
PEOPLE = {"Berg": "PERSON", "Wei": "PERSON"}


def units(text: str) -> list[Unit]:
    """The clauses of the first report of a text."""
    tree = parsed(text, PEOPLE)
    held = frames(tree)
    sayings, *_, claims = reading(tree, held, lexicon())
    first = sayings[0]
    parts = Units(tree, lexicon(), {f.predicate.i: f for f in held})
    return list(parts.of(first, 0, claims.clauses[id(first)]))


def asides(text: str) -> list[str]:
    """The words that are denied besides."""
    return [" ".join(t.text for t in u.words) for u in units(text) if u.aside]


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        (
            BERG
            + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 drill/NN/attr<4 and/CC/cc<6 not/RB/neg<10 an/DT/det<10 "
            "alarm/NN/conj<6 ././punct<2",
            "it an alarm",
        ),
        (
            BERG + "the/DT/det<4 shop/NN/nsubjpass<6 was=be/VBD/auxpass<6 moved=move/VBN/ccomp<2 ,/,/punct<6 "
            "not/RB/neg<9 closed/JJ/dep<6 ././punct<2",
            "the shop closed",
        ),
        (
            BERG + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 about/IN/prep<4 tea/NN/pobj<5 and/CC/cc<5 not/RB/neg<11 "
            "about/IN/conj<5 the/DT/det<11 vicar/NN/pobj<9 ././punct<2",
            "it the vicar",
        ),
        (
            BERG + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 drill/NN/attr<4 rather/RB/advmod<8 than/IN/cc<6 "
            "an/DT/det<10 alarm/NN/pobj<8 ././punct<2",
            "it an alarm",
        ),
        (
            BERG + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 school/NN/attr<4 with/IN/prep<6 no/DT/det<9 "
            "pupils=pupil/NNS/pobj<7 ././punct<2",
            "it pupils",
        ),
    ],
)
def test_a_statement_denies_something_besides(said: str, denied: str) -> None:
    assert asides(said) == [denied]
    assert [u.polarity for u in units(said) if not u.aside] == [Polarity.POSITIVE]


@pytest.mark.parametrize(
    "said",
    [
        BERG + "some/DT/nsubj<4 left=leave/VBD/ccomp<2 but/CC/cc<4 not/RB/neg<7 all/DT/conj<3 ././punct<2",
        BERG + "the/DT/det<4 door/NN/nsubj<5 was=be/VBD/ccomp<2 closed/JJ/acomp<5 ././punct<2",
        BERG + "it/PRP/nsubj<5 should/MD/aux<5 be/VB/ccomp<2 a/DT/det<7 drill/NN/attr<5 and/CC/cc<7 not/RB/neg<10 "
        "an/DT/det<10 alarm/NN/conj<7 ././punct<2",
        BERG + "the/DT/det<4 path/NN/nsubj<5 was=be/VBD/ccomp<2 unmarked/JJ/acomp<5 ././punct<2",
        BERG + "drawers=drawer/NNS/nsubj<4 held=hold/VBD/ccomp<2 bills=bill/NNS/dobj<4 that/WDT/nsubjpass<9 "
        "were=be/VBD/auxpass<9 never/RB/neg<9 paid=pay/VBN/relcl<5 ././punct<2",
        BERG.replace("said=say", "denied=deny") + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 school/NN/attr<4 "
        "with/IN/prep<6 no/DT/det<9 pupils=pupil/NNS/pobj<7 ././punct<2",
    ],
)
def test_some_of_it_a_wish_an_opposite_an_aside_or_a_denial_denies_nothing_besides(said: str) -> None:
    assert asides(said) == []


@pytest.mark.parametrize(
    ("opening", "side"),
    [
        ("Not/RB/neg<3 us/PRP/ROOT", Polarity.NEGATIVE),
        ("Not/RB/neg<3 bad/JJ/ROOT", Polarity.POSITIVE),
        ("Not/RB/neg<3 only/RB/ROOT", Polarity.POSITIVE),
    ],
)
def test_a_quotation_that_opens_with_a_no_denies_before_it_states(opening: str, side: Polarity) -> None:
    text = (
        f"“/``/punct<3 {opening} ././punct<3 | They/PRP/nsubj<2 stayed=stay/VBD/ccomp<5 ,/,/punct<5 ”/''/punct<5 "
        "said=say/VBD/ROOT Wei/NNP/nsubj<5 ././punct<5"
    )
    assert next(u for u in units(text) if not u.aside).polarity is side
