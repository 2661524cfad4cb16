"""How well newskg reads, measured on benchmarks that others made and on articles of our own.

A task is a gold file and a score of the layers that `kg extract --layer` writes. Each module scores one task, from rows
to a `Result`; its docstring says what is counted and which keys of the gold it reads. Gold files are JSON Lines, one
object a document, and also what `kg extract` takes as its input. No text of a benchmark is kept here.
"""

from kg.evaluate.evaluation import evaluate
from kg.evaluate.rendering import rendered
from kg.evaluate.score import MistakeKind, Point, Result, Score
from kg.evaluate.tasks import TASKS

__all__ = ["TASKS", "MistakeKind", "Point", "Result", "Score", "evaluate", "rendered"]
