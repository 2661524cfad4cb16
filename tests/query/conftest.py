"""The fictional articles of tests/data/harbour.ttl, loaded once."""

from pathlib import Path

import pytest

from kg.query import Loaded, loaded

HARBOUR = Path(__file__).parents[1] / "data" / "harbour.ttl"


@pytest.fixture(scope="session")
def harbour() -> Loaded:
    return loaded(HARBOUR)
