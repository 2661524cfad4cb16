"""Rereading: pairs of reports that features leave in doubt are read whole by a pretrained network.

What it makes of the words of both (`kg.entailment`), beside what the features weighed, gives the pair its last weight:
`ontology/lexicon/rereading.tsv`, made with the other weights by `scripts/train_clashes.py`. Reading takes long, so it
is done only where it may change something, and for the likeliest claim of each denial.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from kg.entailment import entailment
from kg.extract.bearing import ALWAYS
from kg.extract.stances import Feature, Stance
from kg.syntax.tree import Tree

FROM, TO = 0.0, 3.5
"""Between these weights a pair is in doubt."""
_PLAINLY = 2.0
"""From what the network tells on a contradiction is plain."""


def in_doubt(denials: Sequence[int], weights: Sequence[float], known: Sequence[bool]) -> list[int]:
    """Which pairs are read, by their places: each denial's heaviest of those that may be either."""
    return sorted(pairs[0] for pairs in _doubted(denials, weights, known))


def _doubted(denials: Sequence[int], weights: Sequence[float], known: Sequence[bool]) -> list[list[int]]:
    """The pairs that may be either, by their places: those of each denial, the heaviest first."""
    held: dict[int, list[tuple[float, int]]] = {}
    for n, (denial, weight, found) in enumerate(zip(denials, weights, known, strict=True)):
        if not found and FROM < weight < TO:
            held.setdefault(denial, []).append((-weight, n))
    return [[n for _, n in sorted(pairs)] for pairs in held.values()]


def features(weight: float, seen: float) -> tuple[Feature, ...]:
    """What tells of a pair that was read whether it is one: what it weighed, and how far a contradiction was seen."""
    return ((ALWAYS, 1.0), ("weighed", weight), ("read", seen), ("read: plainly", max(0.0, seen - _PLAINLY)))


def reread(
    denials: Sequence[int],
    weights: Sequence[float],
    known: Sequence[bool],
    seen: Callable[[int], float],
    worth: Mapping[str, float],
) -> dict[int, float]:
    """The last weights of the pairs in doubt, by place; `seen` reads one pair.

    One that is not read, as another of its denial was likelier, weighs no more than that.
    """
    last: dict[int, float] = {}
    for first, *rest in _doubted(denials, weights, known):
        told = features(weights[first], seen(first))
        last[first] = math.fsum([worth.get(name, 0.0) * value for name, value in told])
        last.update((n, min(weights[n], last[first])) for n in rest)
    return last


def contradiction(denial: Stance, claim: Stance, tree: Tree) -> float:
    """How far the network sees that a denial contradicts a claim."""
    return entailment().contradiction(told(claim, tree), told(denial, tree))


def told(stance: Stance, tree: Tree) -> str:
    """A report in the words of the article: source, cue and content."""
    source, content = stance.told(tree)
    cue = "".join(t.text_with_ws for t in stance.saying.cue_tokens)
    return " ".join(part for part in map(str.strip, (source, cue, content)) if part)
