"""newskg: news articles become a knowledge graph that keeps claims apart from facts.

>>> import kg
>>> graph = kg.build("Anna Berg met Li Wei in Oslo. Berg said that Wei had agreed.")
>>> bool(graph.query("ASK { ?a kg:met ?b . ?c kg:claimant ?a }"))
True
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import build, draw, export, extract, query, read, stats, to_networkx, validate, why

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "build",
    "draw",
    "export",
    "extract",
    "query",
    "read",
    "stats",
    "to_networkx",
    "validate",
    "why",
]


class _Package(ModuleType):
    """Rooms and functions share names (``kg.read``): importing the room must not hide the function."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    """The public functions, imported when they are first asked for, so that ``import kg`` is quick."""
    if name in __all__:
        from kg import api

        return getattr(api, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


sys.modules[__name__].__class__ = _Package
