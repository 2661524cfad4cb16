"""Claims with what they mean: polarity, nesting and contradictions, on articles of our own.

A predicted claim is the gold claim that it shares source and content with, by the rule of `kg.evaluate.attribution`.
Among those, `polarity`, `mode` and `certainty` are the shares with the value of the gold, and `nesting` is the share
whose enclosing claim is the one that was found for the enclosing claim of the gold, or that has none like the gold.
`contradictions` scores pairs of claims; it is None if the layer does not say which those are. `whole` is F1 of claims
whatever they mean, and the headline F1 of claims with the right polarity and nesting.

Gold: a folder as `kg.evaluate.gold` describes it, or its rows as JSON Lines: ``{"id", "text", "claims": [{"source":
spans, "cue": spans, "content": spans, "mode", "polarity", "certainty", "parent"?} …], "contradictions": [[i, j] …]}``;
`parent`, `i` and `j` count the claims from 0. Layer: `claims`, not flat, with ``"contradictions"`` likewise, which may
be left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.errors import InputError
from kg.evaluate.attribution import Said, matches, said, shown, unmatched
from kg.evaluate.score import Figure, Mistake, Result, Row, Score, mistake_kinds
from kg.evaluate.shape import SPANS, Shape

GOLD: Shape = {
    "id": str,
    "text": str,
    "claims": [
        {
            "source": SPANS,
            "cue": SPANS,
            "content": SPANS,
            "mode": str,
            "polarity": str,
            "certainty": str,
            "parent?": int,
        }
    ],
    "contradictions": [(int, int)],
}

_VALUES = ("polarity", "mode", "certainty")
_NOTHING: Row = {"claims": [], "contradictions": []}

Pairs = set[frozenset[int]]


def claims(gold: Sequence[Row], found: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `claims` layer, by document."""
    count: Counter[str] = Counter()
    wrong: list[Mistake] = []
    named = any(row.get("contradictions") is not None for row in found.values())
    for row in gold:
        layer = found.get(row["id"], _NOTHING)
        theirs, mine = said(row["claims"], row["text"]), said(layer["claims"], row["text"])
        _checked(row, f"{row['id']} of the gold")
        _checked(layer, row["id"])
        same = matches(theirs, mine)
        count.update(matched=len(same), predicted=len(mine), gold=len(theirs))
        for i, j in same.items():
            agreed = {value: theirs[i].row[value] == mine[j].row.get(value) for value in _VALUES}
            nested = _nested(theirs[i].row.get("parent"), mine[j].row.get("parent"), same)
            count.update(agreed)
            count.update(nesting=nested, right=nested and agreed["polarity"])
        right, pairs = _pairs(row), _pairs(layer)
        known = {frozenset(same[i] for i in pair) for pair in right if all(i in same for i in pair)}
        count.update(pair_hits=len(known & pairs), pair_predicted=len(pairs), pair_gold=len(right))
        wrong += unmatched(row, theirs, mine, same)
        wrong += _misread(row, theirs, mine, same)
        if named:
            wrong += _mispaired(row, (theirs, right), (mine, pairs), same)
    score = Score.of(count["right"], count["predicted"], count["gold"])
    parts: dict[str, Figure] = {"whole": Score.of(count["matched"], count["predicted"], count["gold"])}
    parts |= {value: _share(count[value], count["matched"]) for value in (*_VALUES, "nesting")}
    pair_score = Score.of(count["pair_hits"], count["pair_predicted"], count["pair_gold"])
    parts["contradictions"] = pair_score if named else None
    return Result("claims", score.f1, score, parts, mistakes=mistake_kinds(wrong, examples))


def _share(hits: int, of: int) -> float | None:
    return hits / of if of else None


def _checked(row: Row, where: str) -> None:
    """Raise InputError where a number stands for no claim."""
    size = len(row["claims"])
    numbers = [claim["parent"] for claim in row["claims"] if claim.get("parent") is not None]
    numbers += [number for pair in row.get("contradictions") or () for number in pair]
    if beyond := [number for number in numbers if not 0 <= number < size]:
        raise InputError(f"{where}: claim {beyond[0]} is meant, but there are {size}, counted from 0")


def _nested(gold: int | None, mine: int | None, same: Mapping[int, int]) -> bool:
    return mine is None if gold is None else mine is not None and same.get(gold) == mine


def _pairs(row: Row) -> Pairs:
    """The pairs that contradict each other, in no order; a claim cannot contradict itself."""
    return {frozenset(pair) for pair in row.get("contradictions") or () if pair[0] != pair[1]}


def _misread(row: Row, theirs: Sequence[Said], mine: Sequence[Said], same: Mapping[int, int]) -> Iterator[Mistake]:
    """Claims that were found, but mean something else."""
    for i, j in sorted(same.items()):
        for value in _VALUES:
            right, given = theirs[i].row[value], mine[j].row.get(value)
            if right != given:
                yield Mistake(value, f"{right} → {given}", shown(row, theirs[i]))
        outer, given = theirs[i].row.get("parent"), mine[j].row.get("parent")
        if not _nested(outer, given, same):
            kind = (
                "lies in no claim" if outer is None else "lies in a claim" if given is None else "lies in another claim"
            )
            yield Mistake("nesting", kind, shown(row, theirs[i]))


def _mispaired(
    row: Row, gold: tuple[Sequence[Said], Pairs], layer: tuple[Sequence[Said], Pairs], same: Mapping[int, int]
) -> Iterator[Mistake]:
    """Contradictions that are missed, and those that are none."""
    (theirs, right), (mine, pairs) = gold, layer
    back = {j: i for i, j in same.items()}
    for pair in sorted(right, key=sorted):
        if not all(i in same for i in pair):
            yield Mistake("missed contradiction", "a claim was not found", _both(row, theirs, pair))
        elif frozenset(same[i] for i in pair) not in pairs:
            yield Mistake("missed contradiction", "both claims were found", _both(row, theirs, pair))
    for pair in sorted(pairs, key=sorted):
        if not all(j in back for j in pair):
            yield Mistake("false contradiction", "of a claim that is none in the gold", _both(row, mine, pair))
        elif frozenset(back[j] for j in pair) not in right:
            yield Mistake("false contradiction", "of two claims of the gold", _both(row, mine, pair))


def _both(row: Row, said: Sequence[Said], pair: frozenset[int]) -> str:
    one, other = sorted(pair)
    return f"{shown(row, said[one])}  ↔  {shown(row, said[other], False)}"
