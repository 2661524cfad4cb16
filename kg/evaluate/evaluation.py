"""Evaluate a task: read the gold and the layers, or make the layers, and score them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.gold import articles
from kg.evaluate.score import Result, Row
from kg.evaluate.shape import Shape, misfit
from kg.evaluate.tasks import LAYERS, TASKS, Task
from kg.model import Document
from kg.read import read

Source = str | os.PathLike[str]


def evaluate(
    task: str,
    gold: Source,
    predictions: Sequence[Source] | None = None,
    *,
    model: str | None = None,
    examples: int = 3,
) -> Result:
    """Score the layers in the files `predictions`, in the order that the task names them, against a gold file.

    Without predictions the texts of the gold are read out first, with the spaCy pipeline `model`. A document that has
    no prediction counts as empty. `examples` is how many of each kind of mistake the result shows.

    Raises:
        InputError: no such task, a wrong number of files, or one that is not of the right shape.
        ModelError: the spaCy pipeline is not installed.
        MissingExtraError: the score needs scipy.
    """
    if task not in TASKS:
        raise InputError(f"no task {task!r}; use one of {', '.join(TASKS)}")
    chosen = TASKS[task]
    if predictions and len(predictions) != len(chosen.layers):
        raise InputError(f"{task} is scored by {len(chosen.layers)} files, the layers {' and '.join(chosen.layers)}")
    path = Path(gold)
    if task == "claims" and path.suffix != ".jsonl":
        known = list(articles(path))
        rows, documents = [row for _, row in known], [document for document, _ in known]
    else:
        rows, documents = _rows(path, chosen.gold, f"the gold of {task}"), []
    if predictions:
        layers = [_layer(Path(file), name, rows) for file, name in zip(predictions, chosen.layers, strict=True)]
    else:
        layers = _read_out(chosen, documents or list(read(path)), model)
    return chosen.score(rows, *layers, examples=examples)


def _read_out(task: Task, documents: Sequence[Document], model: str | None) -> list[dict[str, Row]]:
    from kg.layers import layer  # takes the seconds that spaCy takes

    made = (layer(documents, name, model=model, nary=task.nary, flat=task.flat) for name in task.layers)
    return [{row["id"]: row for row in rows} for rows in made]


def rows(path: Path, task: str) -> list[Row]:
    """The rows of a task's gold; raises InputError where they are not of its shape."""
    return _rows(path, TASKS[task].gold, f"the gold of {task}")


def _layer(path: Path, name: str, gold: Sequence[Row]) -> dict[str, Row]:
    """The rows of a file by document."""
    found = {row["id"]: row for row in _rows(path, LAYERS[name], f"the layer {name}")}
    if found and gold and not any(row["id"] in found for row in gold):
        raise InputError(f"{path}: none of its ids is in the gold, which begins with {gold[0]['id']!r}")
    return found


def _rows(path: Path, shape: Shape, what: str) -> list[Row]:
    """The lines of a file, each of the shape and with an id of its own."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {error}") from error
    out: list[Row] = []
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(f"{path}:{number}: not JSON: {error.msg} at column {error.colno}") from error
        if problem := misfit(row, shape):
            raise InputError(f"{path}:{number}: {problem}; this is not {what}")
        if row["id"] in first:
            raise InputError(f"{path}:{number}: id {row['id']!r} again, first in line {first[row['id']]}")
        first[row["id"]] = number
        out.append(row)
    return out
