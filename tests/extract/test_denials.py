"""What is denied beside a statement: contrasts, things there were none of, verbs that undo; on parses built by hand."""

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
        (
            BERG + "drawers=drawer/NNS/nsubj<4 held=hold/VBD/ccomp<2 bills=bill/NNS/dobj<4 that/WDT/nsubjpass<9 "
            "were=be/VBD/auxpass<9 never/RB/neg<9 paid=pay/VBN/relcl<5 ././punct<2",
            "bills that were never paid",
        ),
        (
            BERG + "Wei/NNP/nsubj<4 missed=miss/VBD/ccomp<2 the/DT/det<6 vote/NN/dobj<4 ././punct<2",
            "Wei the vote",
        ),
        (
            BERG + "the/DT/det<4 guards=guard/NNS/nsubj<5 held=hold/VBD/ccomp<2 their/PRP$/poss<7 fire/NN/dobj<5 "
            "././punct<2",
            "the guards their fire",
        ),
        (
            BERG + "the/DT/det<4 path/NN/nsubj<5 was=be/VBD/ccomp<2 unmarked/JJ/acomp<5 ././punct<2",
            "the path",
        ),
        (
            BERG + "Wei/NNP/nsubj<4 kept=keep/VBD/ccomp<2 the/DT/det<6 crew/NN/dobj<4 from/IN/prep<4 "
            "leaving=leave/VBG/pcomp<7 ././punct<2",
            "the crew leaving",
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
        BERG + "he/PRP/nsubj<4 was=be/VBD/ccomp<2 unarmed/JJ/acomp<4 ././punct<2",
        BERG.replace("said=say", "denied=deny") + "it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 school/NN/attr<4 "
        "with/IN/prep<6 no/DT/det<9 pupils=pupil/NNS/pobj<7 ././punct<2",
    ],
)
def test_some_of_it_a_wish_a_plain_opposite_or_a_denial_denies_nothing_besides(said: str) -> None:
    assert asides(said) == []


def test_what_is_missing_is_denied_of_its_subject() -> None:
    missing = (
        BERG
        + "the/DT/det<4 belts=belt/NNS/nsubj<7 had/VBD/aux<7 been=be/VBN/aux<7 missing=miss/VBG/ccomp<2 ././punct<2"
    )
    assert asides(missing) == ["the belts"]
    assert asides(missing.replace("missing=miss", "burning=burn")) == []


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
