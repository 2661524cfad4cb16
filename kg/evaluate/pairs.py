"""What the two benchmarks of related pairs share: the words that tell of a relation, and a pair as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.evaluate.score import Row, excerpt

Span = tuple[int, int]
Pair = frozenset[int]

_NEAR = 4


def between(text: str, one: Iterable[Span], other: Iterable[Span]) -> str:
    """The words between the two mentions that are nearest to each other, "…" where they are many or in the same place.

    >>> between("Ana of Port Novo met Jon.", [(0, 3)], [(7, 16)])
    'of'
    """
    sides = list(other)
    gaps = [(max(a[0], b[0]) - min(a[1], b[1]), min(a[1], b[1]), max(a[0], b[0])) for a in one for b in sides]
    apart, begin, end = min((gap for gap in gaps if gap[0] >= 0), default=(-1, 0, 0))
    words = text[begin:end].split()
    return "…" if apart < 0 or len(words) > _NEAR else " ".join(words).lower() or "nothing"


def evidence(text: str, relation: Row, mentions: Sequence[Row]) -> str:
    """The words that a relation rests on, without the mentions of what it relates."""
    ends = {(m["begin"], m["end"]) for m in mentions if m["entity"] in (relation["subject"], relation["object"])}
    spans = [(begin, end) for begin, end in relation.get("evidence") or () if (begin, end) not in ends]
    return excerpt(" ".join(text[begin:end] for begin, end in spans).lower(), 32) or "no words"


def predicate(relation: Row) -> str:
    """The local name of a relation's predicate, with a mark where it was not read in the text.

    >>> predicate({"predicate": "https://w3id.org/newskg/ns#affiliation", "inferred": True})
    'affiliation (inferred)'
    """
    name = re.split(r"[#/]", relation["predicate"])[-1]
    return f"{name} (inferred)" if relation.get("inferred") else name


def shown(row: Row, pair: Pair, names: Mapping[int, str], words: str) -> str:
    """A pair of entities, by their numbers, and the words about it."""
    one, other = sorted(pair)
    return f"{row['id']}: {excerpt(names[one], 32)} – {excerpt(names[other], 32)} “{words}”"
