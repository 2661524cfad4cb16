"""Rereading: pairs of reports that features leave in doubt are read whole by a pretrained network.

What it makes of the words of both (`kg.entailment`), beside what the features weighed, gives the pair its last weight:
`ontology/lexicon/rereading.tsv`, made with the other weights by `scripts/train_clashes.py`. Reading takes long, so it
is done only where it may change something, and for the likeliest claims of each denial.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from kg.entailment import entailment
from kg.extract.bearing import ALWAYS
from kg.extract.likeness import ahead
from kg.extract.stances import Feature, Stance
from kg.syntax.tree import Tree

FROM, TO = 0.0, 2.5
"""Between these weights a pair is in doubt."""
PAIRS = 2
"""Pairs of one denial that are read."""
_PLAINLY = 2.0
"""From what the network tells on a contradiction is plain."""


def in_doubt(denials: Sequence[int], weights: Sequence[float], known: Sequence[bool]) -> list[int]:
    """Which pairs are read, by their places: each denial's `PAIRS` heaviest of those that may be either."""
    return sorted(n for pairs in _doubted(denials, weights, known) for n in pairs[:PAIRS])


def _doubted(denials: Sequence[int], weights: Sequence[float], known: Sequence[bool]) -> list[list[int]]:
    """The pairs that may be either, by their places: those of each denial, the heaviest first."""
    held: dict[int, list[tuple[float, int]]] = {}
    for n, (denial, weight, told) in enumerate(zip(denials, weights, known, strict=True)):
        if not told and FROM < weight < TO:
            held.setdefault(denial, []).append((-weight, n))
    return [[n for _, n in sorted(pairs)] for pairs in held.values()]


def features(
    denials: Sequence[int], weights: Sequence[float], read: Mapping[int, float]
) -> dict[int, tuple[Feature, ...]]:
    """What tells of each pair that was read whether it is one: what it weighed, what was read, and beside the others.

    `denials` and `weights` are of all pairs, `read` says by place how far the network sees a contradiction.
    """
    of_denial: dict[int, list[float]] = {}
    for n, seen in read.items():
        of_denial.setdefault(denials[n], []).append(seen)
    out = {}
    for n, seen in read.items():
        ordered = sorted(of_denial[denials[n]])
        out[n] = (
            (ALWAYS, 1.0),
            ("weighed", weights[n]),
            ("read", seen),
            ("read: plainly", max(0.0, seen - _PLAINLY)),
            ("read: ahead", ahead(seen, ordered)),
            *((("read: most of the denial", 1.0),) if seen == ordered[-1] else ()),
        )
    return out


def reread(
    denials: Sequence[int],
    weights: Sequence[float],
    known: Sequence[bool],
    seen: Callable[[int], float],
    worth: Mapping[str, float],
) -> dict[int, float]:
    """The last weights of the pairs in doubt, by place; `seen` reads one pair.

    One that is not read, as others of its denial were likelier, weighs no more than the lightest of these.
    """
    read = {n: seen(n) for n in in_doubt(denials, weights, known)}
    found = features(denials, weights, read)
    last = {n: math.fsum([worth.get(name, 0.0) * value for name, value in told]) for n, told in found.items()}
    for pairs in _doubted(denials, weights, known):
        lightest = min(last[n] for n in pairs[:PAIRS])
        last.update((n, min(weights[n], lightest)) for n in pairs[PAIRS:])
    return last


def contradiction(denial: Stance, claim: Stance, tree: Tree) -> float:
    """How far the network sees that a denial contradicts a claim."""
    return entailment().contradiction(_told(claim, tree), _told(denial, tree))


def _told(stance: Stance, tree: Tree) -> str:
    """A report in the words of the article: source, cue and content."""
    source, content = stance.told(tree)
    cue = "".join(t.text_with_ws for t in stance.saying.cue_tokens)
    return " ".join(part for part in map(str.strip, (source, cue, content)) if part)
