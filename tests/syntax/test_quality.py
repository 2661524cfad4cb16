"""The confidence of open triples, and its table."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.resources import ontology_dir
from kg.syntax.candidates import Candidate
from kg.syntax.frames import frames
from kg.syntax.quality import confidence, features, table
from kg.syntax.triples import candidates
from tests.parses import parsed


def every(text: str, *, nary: bool = False) -> list[Candidate]:
    tree = parsed(text)
    return list(candidates(tree, frames(tree), nary))


def test_features_name_what_holds() -> None:
    (found,) = every("It/PRP/nsubj<3 may/MD/aux<3 sink/VB/ROOT Berg/NNP/dobj<3")
    names = set(features(found))
    assert {"kind object", "subject says little", "modal", "object ends in a name", "subject by own"} <= names
    assert "negated" not in names


def test_confidence_is_a_probability_that_tells_good_from_doubtful() -> None:
    (good,) = every("Berg/NNP/nsubj<2 sold=sell/VBD/ROOT the/DT/det<4 boats=boat/NNS/dobj<2")
    (vague,) = every("It/PRP/nsubj<2 sold=sell/VBD/ROOT them/PRP/dobj<2")
    for nary in (False, True):
        assert 0 < confidence(vague, nary=nary) < confidence(good, nary=nary) < 1


def test_confidence_counts_the_words_that_are_left_out() -> None:
    names = [
        n for n in features(every("Berg/NNP/nsubj<2 sold=sell/VBD/ROOT boats=boat/NNS/dobj<2")[0]) if "left out" in n
    ]
    assert names == []
    text = "Berg/NNP/nsubj<4 ,/,/punct<1 sadly/RB/advmod<4 sold=sell/VBD/ROOT boats=boat/NNS/dobj<4"
    names = [n for n in features(every(text)[0]) if "left out" in n]
    assert names == ["words left out: 1 or more"]


def test_confidence_table_is_read_by_rendering() -> None:
    path = ontology_dir() / "confidence.tsv"
    assert table(path, nary=False).keys() == table(path, nary=True).keys()
    assert table(path, nary=False)["kind folded"] != table(path, nary=True)["kind folded"] == 0


def test_confidence_table_refuses_what_is_no_number(tmp_path: Path) -> None:
    path = tmp_path / "confidence.tsv"
    path.write_text("feature\tbinary\tnary\tsource\nalways\t0.1\tmuch\town\n", encoding="utf-8")
    assert table(path, nary=False) == {"always": 0.1}
    with pytest.raises(LexiconError, match=r"confidence.tsv:2: 'much' is no number"):
        table(path, nary=True)
