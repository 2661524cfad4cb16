"""`kg.products`: other matrix products, the same parse."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info

from kg.annotate import DEFAULT_MODEL, pipeline
from kg.products import one_thread, with_numpy

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))


@pytest.mark.model
def test_parses_are_those_of_the_bare_pipeline() -> None:
    ours, bare = with_numpy(spacy.load(DEFAULT_MODEL)), spacy.load(DEFAULT_MODEL)
    for path in ARTICLES:
        text = path.read_text(encoding="utf-8")
        assert ours(text).to_bytes(exclude=["tensor"]) == bare(text).to_bytes(exclude=["tensor"]), path.name


def test_all_models_of_the_pipeline_compute_with_numpy() -> None:
    models = [pipe.model for _, pipe in pipeline().pipeline if getattr(pipe, "model", None) is not None]
    assert models
    used = [node.ops for model in models for node in model.walk()]
    assert not [ops for ops in used if isinstance(ops, NumpyOps) and ops.use_blis]


def test_a_pipeline_without_models_stays_as_it_is() -> None:
    blank = spacy.blank("en")
    assert with_numpy(blank)("Two words")[1].text == "words"


def test_threads_are_one_inside_and_what_they_were_after() -> None:
    def threads() -> list[int]:
        # scipy brings a BLAS of its own, which no model computes with.
        blas = [
            pool for pool in threadpool_info() if pool["user_api"] == "blas" and "scipy.libs" not in pool["filepath"]
        ]
        return [pool["num_threads"] for pool in blas]

    before = threads()
    with one_thread():
        assert set(threads()) <= {1}
    assert threads() == before
