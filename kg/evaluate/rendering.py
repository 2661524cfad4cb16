"""A result as a table for people, or as one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kg.errors import InputError
from kg.evaluate.score import Figure, Point, Result, Score

_POINTS = 10
_KINDS = 8


def rendered(result: Result, format: str = "table") -> str:
    """The result as text that ends with a line break; `format` is table or json.

    The table shows the commonest mistakes with examples from the benchmark's text: it is for the terminal. JSON has
    counts only, so that it can be kept.

    Raises:
        InputError: no such format.
    """
    if format == "json":
        return json.dumps(_json(result), ensure_ascii=False) + "\n"
    if format != "table":
        raise InputError(f"no format {format!r}; use table or json")
    return "\n".join([*_figures(result), *_curve(result.curve), *_mistakes(result)]) + "\n"


def _json(result: Result) -> dict[str, Any]:
    counts: dict[str, dict[str, int]] = {}
    for one in result.mistakes:
        counts.setdefault(one.group, {})[one.kind] = one.count
    return {
        "task": result.task,
        **_plain(result.score),
        **{name: _plain(part) for name, part in result.parts.items()},
        "headline": round(result.headline, 4),
        "curve": [{"threshold": p.threshold, **_plain(p.score), "predicted": p.predicted} for p in result.curve],
        "mistakes": counts,
    }


def _plain(figure: Figure) -> Any:
    if isinstance(figure, Score):
        return {"p": round(figure.p, 4), "r": round(figure.r, 4), "f1": round(figure.f1, 4)}
    return round(figure, 4) if isinstance(figure, float) else figure


def _figures(result: Result) -> Iterator[str]:
    yield f"{result.task}: {result.headline:.3f}"
    yield ""
    width = max(map(len, ("all", *result.parts))) + 2
    scores = {"all": result.score} | {name: part for name, part in result.parts.items() if isinstance(part, Score)}
    yield f"{'':{width}} {'P':>6} {'R':>6} {'F1':>6}"
    for name, score in scores.items():
        yield f"{name:{width}} {_three(score)}"
    for name, part in result.parts.items():
        if not isinstance(part, Score):
            value = "not measured" if part is None else f"{part:.3f}" if isinstance(part, float) else str(part)
            yield f"{name:{width}} {value:>6}"


def _three(score: Score) -> str:
    return f"{score.p:6.3f} {score.r:6.3f} {score.f1:6.3f}"


def _curve(curve: tuple[Point, ...]) -> Iterator[str]:
    """Points that are spread evenly over the curve."""
    if len(curve) < 2:
        return
    yield ""
    yield f"{'confidence':>10} {'kept':>6} {'P':>6} {'R':>6} {'F1':>6}"
    steps = min(_POINTS, len(curve)) - 1
    for number in range(steps + 1):
        point = curve[number * (len(curve) - 1) // steps]
        yield f"{point.threshold:10.3f} {point.predicted:6} {_three(point.score)}"


def _mistakes(result: Result) -> Iterator[str]:
    for group, found in groupby(result.mistakes, key=lambda one: one.group):
        kinds = list(found)
        yield ""
        yield f"{group}: {sum(one.count for one in kinds)}"
        for one in kinds[:_KINDS]:
            yield f"{one.count:6}  {one.kind}"
            yield from (f"{'':10}{example}" for example in one.examples)
        if len(kinds) > _KINDS:
            yield f"{sum(one.count for one in kinds[_KINDS:]):6}  of {len(kinds) - _KINDS} more kinds"
