"""Chains of frames on parses built by hand."""

from __future__ import annotations

import pytest

from kg.syntax.chains import Chain, chains
from kg.syntax.frames import frames
from tests.parses import parsed


def found(text: str) -> list[Chain]:
    tree = parsed(text)
    every = frames(tree)
    by_verb = {f.predicate.i: f for f in every}
    return [chain for frame in every for chain in chains(tree, frame, by_verb)]


def shown(text: str) -> list[str]:
    return [f"{c.subjects[0].text}: {' '.join(t.text for t in c.relation)}" for c in found(text)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They/PRP/nsubj<2 agreed=agree/VBD/ROOT to/TO/aux<4 sell/VB/xcomp<2", "They: agreed to sell"),
        (
            "They/PRP/nsubj<2 agreed=agree/VBD/ROOT to/TO/aux<4 try/VB/xcomp<2 to/TO/aux<6 sell/VB/xcomp<4",
            "They: agreed to try to sell",
        ),
        (
            "They/PRP/nsubj<2 were/VBD/ROOT able/JJ/acomp<2 to/TO/aux<5 win/VB/xcomp<3",
            "They: were able to win",
        ),
        (
            "They/PRP/nsubj<2 accused=accuse/VBD/ROOT him/PRP/dobj<2 of/IN/prep<2 lying=lie/VBG/pcomp<4",
            "They: accused him of lying",
        ),
        (
            "They/PRP/nsubj<2 took=take/VBD/ROOT a/DT/det<4 loan/NN/dobj<2 to/TO/aux<6 build/VB/advcl<2",
            "They: took a loan to build",
        ),
        (
            "They/PRP/nsubj<2 led=lead/VBD/ROOT the/DT/det<4 work/NN/dobj<2 of/IN/prep<4 drying=dry/VBG/pcomp<5",
            "They: led the work of drying",
        ),
        (
            "They/PRP/nsubj<2 helped=help/VBD/ROOT her/PRP/nsubj<4 win/VB/ccomp<2",
            "They: helped her win",
        ),
        (
            "They/PRP/nsubj<2 began=begin/VBD/ROOT to/TO/aux<4 sow/VB/xcomp<2 and/CC/cc<4 reap/VB/conj<4",
            "They: began to reap",
        ),
    ],
)
def test_chains_go_on_through_what_the_verb_governs(text: str, last: str) -> None:
    assert last in shown(text)


def test_chains_do_not_begin_at_a_verb_that_goes_on_another() -> None:
    text = "They/PRP/nsubj<2 agreed=agree/VBD/ROOT to/TO/aux<4 sell/VB/xcomp<2"
    assert shown(text) == ["They: agreed", "They: agreed to sell"]


def test_chains_of_an_object_begin_anew() -> None:
    text = "They/PRP/nsubj<2 told=tell/VBD/ROOT her/PRP/dobj<2 to/TO/aux<5 sell/VB/xcomp<2"
    assert "her: to sell" in shown(text)


def test_chains_relative_clause_on_a_predicate_noun_belongs_to_the_subject() -> None:
    text = (
        "Berg/NNP/nsubj<2 is/VBZ/ROOT a/DT/det<4 lawyer/NN/attr<2 who/WP/nsubj<6 defends=defend/VBZ/relcl<4 "
        "squatters=squatter/NNS/dobj<6"
    )
    assert "Berg: defends" in shown(text)
    assert "lawyer: defends" not in shown(text)


def test_chains_relative_clause_on_a_denied_predicate_noun_stays_with_the_noun() -> None:
    text = (
        "Berg/NNP/nsubj<2 is/VBZ/ROOT not/RB/neg<2 a/DT/det<5 lawyer/NN/attr<2 who/WP/nsubj<7 "
        "defends=defend/VBZ/relcl<5 squatters=squatter/NNS/dobj<7"
    )
    assert "Berg: defends" not in shown(text)


def test_chains_relative_clause_on_an_apposition_belongs_to_the_name() -> None:
    text = (
        "Berg/NNP/nsubj<8 ,/,/punct<1 a/DT/det<4 lawyer/NN/appos<1 who/WP/nsubj<6 drinks=drink/VBZ/relcl<4 "
        ",/,/punct<1 left=leave/VBD/ROOT"
    )
    assert "Berg: drinks" in shown(text)


def test_chains_keep_the_negation_above() -> None:
    text = "They/PRP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 agree/VB/ROOT to/TO/aux<6 sell/VB/xcomp<4 boats=boat/NNS/dobj<6"
    assert [c.negated for c in found(text) if c.frame.lemma == "sell"] == [True]


def test_chains_there_is_a_subject_where_nothing_else_is() -> None:
    assert shown("There/EX/expl<2 are/VBP/ROOT seals=seal/NNS/attr<2") == ["There: are"]
