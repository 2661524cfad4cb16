"""The golden graph of the first article: what a change means is in its diff."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.serialize import serialized

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.model
def test_the_golden_graph_is_what_the_article_gives() -> None:
    graph = kg.build(kg.read(DATA / "putin-trump-g20.txt", date="2017-07-08"))
    golden = (DATA / "putin-trump-g20.ttl").read_bytes()
    assert serialized(graph, "turtle") == golden, "rebuild it with: make golden, and read the diff"
