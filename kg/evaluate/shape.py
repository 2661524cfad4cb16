"""What a line of JSON has to look like, written down as the line itself with types for values.

``{"id": str, "gold": [[str]], "begin": int, "discard?": [(int, int)]}`` is an object with these keys (others are
ignored); a list with one item says what all items are, a tuple what each one is; a key with a question mark may be
left out or null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Shape: TypeAlias = "type | Sequence[Shape] | Mapping[str, Shape]"

SPAN: Shape = (int, int)
SPANS: Shape = [SPAN]

_NAMES = {str: "a string", int: "a whole number", float: "a number", bool: "true or false"}


def misfit(value: object, shape: Shape, at: str = "") -> str | None:
    """The first place where a value is not of the shape, in words; None where it fits.

    >>> misfit({"id": "a", "spans": [[1, 2], [3, "4"]]}, {"id": str, "spans": SPANS})
    'spans[1][1] is not a whole number'
    """
    if isinstance(shape, type):
        return None if _is(value, shape) else f"{at or 'the line'} is not {_NAMES[shape]}"
    if isinstance(shape, Mapping):
        return _object(value, shape, at)
    if not isinstance(value, list):
        return f"{at} is not a list"
    if isinstance(shape, tuple) and len(value) != len(shape):
        return f"{at} has {len(value)} items, not {len(shape)}"
    shapes = shape if isinstance(shape, tuple) else [shape[0]] * len(value)
    found = (misfit(item, one, f"{at}[{n}]") for n, (item, one) in enumerate(zip(value, shapes, strict=True)))
    return next((problem for problem in found if problem), None)


def _object(value: object, shape: Mapping[str, Shape], at: str) -> str | None:
    if not isinstance(value, dict):
        return f"{at or 'the line'} is not an object"
    for key, one in shape.items():
        name = key.removesuffix("?")
        if value.get(name) is None and key != name:
            continue
        if name not in value:
            return f'{at or "the line"} has no "{name}"'
        if problem := misfit(value[name], one, f"{at}.{name}" if at else name):
            return problem
    return None


def _is(value: object, kind: type) -> bool:
    if isinstance(value, bool):  # which Python counts among the numbers
        return kind is bool
    return isinstance(value, int | float if kind is float else kind)
