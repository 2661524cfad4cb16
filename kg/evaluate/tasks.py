"""The tasks: for each benchmark its score, and what has to be in its gold and in the layers that it scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kg.evaluate import attribution, benchie, carb, claims, coref, crossdoc, crossre, dwie, gap, leaks, plover
from kg.evaluate.score import Result
from kg.evaluate.shape import SPAN, SPANS, Shape

_CLAIM: Shape = {
    "source": SPANS,
    "cue": SPANS,
    "content": SPANS,
    "mode?": str,
    "polarity?": str,
    "certainty?": str,
    "parent?": int,
}
LAYERS: Mapping[str, Shape] = {
    "mentions": {
        "id": str,
        "mentions": [{"begin": int, "end": int, "kind?": str, "entity": str}],
        "entities?": [{"entity": str, "label": str, "type?": str, "iri?": str}],
    },
    "triples": {"id": str, "triples": [{"subject": str, "relation": str, "objects": [str], "confidence?": float}]},
    "relations": {
        "id": str,
        "relations": [
            {
                "subject": str,
                "predicate": str,
                "object": str,
                "asserted?": bool,
                "inferred?": bool,
                "presupposed?": bool,
                "evidence?": SPANS,
            }
        ],
    },
    "events": {
        "id": str,
        "events": [
            {
                "class?": str,
                "plover?": str,
                "trigger": SPAN,
                "roles": {"agent?": [str], "patient?": [str]},
                "negated?": bool,
                "asserted?": bool,
            }
        ],
    },
    "claims": {"id": str, "claims": [_CLAIM], "contradictions?": [(int, int)]},
}
"""What the scores read of each layer."""


@dataclass(frozen=True, slots=True)
class Task:
    """A benchmark: its score, the shape of its gold, and the layers that it scores, in this order."""

    score: Callable[..., Result]
    gold: Shape
    layers: tuple[str, ...]
    nary: bool = False
    flat: bool = False


TASKS: Final[Mapping[str, Task]] = MappingProxyType(
    {
        "carb": Task(carb.carb, carb.GOLD, ("triples",), nary=True),
        "benchie": Task(benchie.benchie, benchie.GOLD, ("triples",)),
        "attribution": Task(attribution.attribution, attribution.GOLD, ("claims",), flat=True),
        "coref": Task(coref.coref, coref.GOLD, ("mentions",)),
        "gap": Task(gap.gap, gap.GOLD, ("mentions",)),
        "crossdoc": Task(crossdoc.crossdoc, crossdoc.GOLD, ("mentions",)),
        "dwie": Task(dwie.dwie, dwie.GOLD, ("mentions", "relations")),
        "crossre": Task(crossre.crossre, crossre.GOLD, ("mentions", "relations")),
        "plover": Task(plover.plover, plover.GOLD, ("events", "mentions")),
        "claims": Task(claims.claims, claims.GOLD, ("claims",)),
        "leaks": Task(leaks.leaks, leaks.GOLD, ("relations", "events", "claims")),
    }
)
"""The tasks by name."""
