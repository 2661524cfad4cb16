"""Where the ontology lives: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def ontology_dir() -> Path:
    """The folder with `kg.ttl`, `shapes.ttl`, `lexicon/` and `queries/`.

    A checkout's own folder wins over a copy in the package, so that an editable install never reads stale data.

    >>> (ontology_dir() / "kg.ttl").is_file()
    True
    """
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "ontology" / "kg.ttl").is_file():
        return checkout / "ontology"
    return package / "ontology"
