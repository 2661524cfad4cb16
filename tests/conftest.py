"""What all tests share: the markers that set slow tests apart."""

import pytest
from hypothesis import settings

# The time of one example says more about the machine than about the code.
settings.register_profile("newskg", deadline=None)
settings.load_profile("newskg")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "model: needs the spaCy pipeline, which takes seconds to load")
    config.addinivalue_line("markers", "browser: needs /usr/bin/chromium")
