"""Which answers that rules found are taken back, and what is left of the reports; on parses built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract import clashes
from kg.extract.disbelief import FAR, LIGHT, disbelieved
from kg.extract.stances import Stance
from kg.lexicon import lexicon
from kg.model import Extraction, Polarity, Provenance
from kg.pipeline import extracted
from kg.positions import contradictions, positions
from kg.syntax.frames import frames
from kg.syntax.tree import Tree
from tests.extract.test_clashes import CLAIM, PEOPLE, REST, text
from tests.extract.test_clashes import OTHER as BESIDE
from tests.parses import parsed

ONE, OTHER = ("p", 1), ("p", 2)
DENIED = "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT {it}/{tag}/dobj<2 ././punct<2"
OWN = (
    "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 crew/NN/nsubj<7 had/VBD/aux<7 not/RB/neg<7 "
    "left=leave/VBN/ccomp<2 early/RB/advmod<7 ././punct<2"
)


def test_an_answer_is_none_where_neither_features_nor_the_network_speak_for_it() -> None:
    pairs = [frozenset((ONE,)), frozenset((OTHER,)), frozenset[tuple[str, int]]()]
    assert disbelieved(pairs, [LIGHT - 1, LIGHT + 1, LIGHT - 1], lambda _: FAR - 1) == {ONE: [0]}
    assert disbelieved(pairs, [LIGHT - 1] * 3, lambda n: FAR + n - 0.5) == {ONE: [0]}


def test_what_one_pair_speaks_for_is_left_to_all_that_are_about_it() -> None:
    pairs = [frozenset((ONE,)), frozenset((ONE, OTHER))]
    assert disbelieved(pairs, [LIGHT - 1, LIGHT + 1], lambda _: FAR - 1) == {}
    assert disbelieved(pairs, [LIGHT - 1] * 2, lambda n: FAR - 1 if n else FAR + 1) == {OTHER: [1]}


def test_only_what_is_light_is_read() -> None:
    asked: list[int] = []
    disbelieved([frozenset((ONE,)), frozenset((OTHER,))], [LIGHT + 1, LIGHT - 1], lambda n: asked.append(n) or 0.0)
    assert asked == [1]


def read(said: str, seen: float, monkeypatch: pytest.MonkeyPatch) -> Extraction:
    def network(denial: Stance, claim: Stance, tree: Tree) -> float:
        return seen

    monkeypatch.setattr(clashes, "contradiction", network)
    tree = parsed(said, PEOPLE)
    words = replace(lexicon(), clash_weights={"always": LIGHT - 1}, reading_weights={})
    return extracted(tree, frames(tree), words, Provenance("0", "none", "0", "0", "0"))


@pytest.mark.parametrize(("seen", "pairs"), [(FAR + 1, 1), (FAR - 1, 0)])
def test_who_denied_it_denied_something_else(seen: float, pairs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(text(CLAIM, DENIED.format(it="it", tag="PRP"), BESIDE, *REST), seen, monkeypatch)
    assert len(contradictions(positions(found))) == pairs
    (denial,) = [claim for claim in found.claims if claim.polarity is Polarity.NEGATIVE]
    assert (denial.content is not None) == bool(pairs)
    assert denial.cues == ("denied",)


def test_who_says_so_in_words_of_their_own_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = read(text(CLAIM, OWN, BESIDE, *REST), FAR - 1, monkeypatch)
    assert len(contradictions(positions(found))) == 1
