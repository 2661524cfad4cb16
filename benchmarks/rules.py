"""What each rule of names and coreference is worth: every rule is switched off in turn, and the scores taken again.

    python benchmarks/rules.py TASK=GOLD[:EVERY] … [--only WORD]

TASK is a task of `kg eval` that reads mentions: coref, gap, dwie or crossdoc; `:EVERY` takes every so many-th document.
A line gives a rule and by how much a score falls without it, in thousandths: what is positive, the rule brings. The
rules that join mentions are known by the name that `kg why` shows, and a rule that is off joins nothing; those that
put the model's names right are functions, and hand back what they were given. Texts are parsed once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from spacy.tokens import Doc

import kg.layers
from kg.annotate import annotated
from kg.evaluate.evaluation import rows
from kg.evaluate.score import Figure, Row, Score
from kg.evaluate.tasks import TASKS
from kg.model import Document
from kg.pipeline import extraction, loaded, provenance
from kg.read import read
from kg.resolve import mentions, namespans, types
from kg.resolve.clusters import Clusters

FIGURES = {
    "coref": ("all", "named_recall"),
    "gap": ("all", "bias"),
    "dwie": ("all", "entity"),
    "crossdoc": ("all",),
}
"""The figures of each task; `all` is its headline."""


def _names(_tree: object, found: Any, *_: object) -> Any:
    return found


def _none(*_: object) -> list[Any]:
    return []


def _never(*_: object) -> bool:
    return False


CORRECTIONS: Mapping[str, tuple[object, str, Callable[..., Any]]] = {
    "names: edges trimmed": (namespans, "trimmed", lambda _tree, entity, _words: (entity.start, entity.end)),
    "names: cut at what joins two": (namespans, "parts", lambda _tree, start, end: [(start, end)]),
    "names: go on in the compound": (namespans, "_completed", _names),
    "names: word they open with": (namespans, "_opened", _names),
    "names: titles of works": (namespans, "_quoted", _names),
    "names: not in headlines": (namespans, "real_names", _names),
    "names: of, and, for": (namespans, "whole_names", _names),
    "names: occasions": (namespans, "with_occasions", _names),
    "names: cut before a title": (namespans, "_before_titles", _names),
    "names: initials": (namespans, "_initials", _none),
    "names: runs of proper nouns": (namespans, "_run", _none),
    "names: inside names": (mentions, "nested_names", _none),
    "names: adjectives of countries": (mentions, "_demonym", _never),
    "class: tables": (types, "_listed", lambda *_: ""),
    "class: words around": (types, "_around", _none),
    "class: against persons": (types, "_no_person", lambda *_: ""),
    "class: given name": (types, "called_like_a_person", _never),
    "class: what stands beside it": (types, "_with", lambda *_: ""),
    "class: has its own": (types, "_has_its_own", _never),
}
"""The rules that put the model's names right: where each is called from, and what stands in for it."""


@contextmanager
def noted(into: dict[str, None]) -> Iterator[None]:
    """The program as it is; the names of the rules that join mentions are kept, in the order in which they come."""
    join = Clusters.join

    def other(self: Clusters, a: Any, b: Any, name: str) -> bool:
        into[name] = None
        return join(self, a, b, name)

    with patch.object(Clusters, "join", other):
        yield


@contextmanager
def without(rule: str) -> Iterator[None]:
    """The program with one rule off."""
    join = Clusters.join

    def other(self: Clusters, a: Any, b: Any, name: str) -> bool:
        return self.one(a, b) if name == rule else join(self, a, b, name)

    with ExitStack() as stack:
        if rule in CORRECTIONS:
            stack.enter_context(patch.object(*CORRECTIONS[rule]))
        else:
            stack.enter_context(patch.object(Clusters, "join", other))
        yield


class Gold:
    """The texts of one task's gold, parsed once."""

    def __init__(self, task: str, path: Path, every: int) -> None:
        nlp, _ = loaded()
        self.task = task
        self.rows: list[Row] = rows(path, task)[::every]
        self.parsed: list[tuple[Document, Doc]] = list(annotated(list(read(path))[::every], nlp))

    def figures(self) -> list[float]:
        """The scores with the rules that are on now."""
        nlp, words = loaded()
        origin = provenance(nlp, words)
        found = [extraction(document, doc, words, origin) for document, doc in self.parsed]
        task = TASKS[self.task]
        with patch.object(kg.layers, "extractions", lambda *_, **__: iter(found)):
            layers = [{row["id"]: row for row in kg.layers.layer((), name)} for name in task.layers]
        result = task.score(self.rows, *layers, examples=0)
        return [result.headline if name == "all" else _plain(result.parts[name]) for name in FIGURES[self.task]]


def _plain(figure: Figure) -> float:
    return figure.f1 if isinstance(figure, Score) else float(figure or 0)


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", nargs="+", metavar="TASK=GOLD[:EVERY]")
    parser.add_argument("--only", default="", metavar="WORD", help="only the rules with this word in their name")
    options = parser.parse_args(None if arguments is None else list(arguments))
    golds = []
    for each in options.gold:
        task, _, rest = each.partition("=")
        path, _, every = rest.partition(":")
        if task not in FIGURES:
            parser.error(f"{each}: no such task; use one of {', '.join(FIGURES)}")
        golds.append(Gold(task, Path(path), int(every or 1)))
    joins: dict[str, None] = {}
    with noted(joins):
        whole = [g.figures() for g in golds]
    print("| rule |", " | ".join(f"{g.task} {name}" for g in golds for name in FIGURES[g.task]), "|")
    print("| --- |" + " --- |" * sum(map(len, whole)))
    print("| (all) |", " | ".join(f"{value:.3f}" for values in whole for value in values), "|", flush=True)
    for rule in (r for r in (*sorted(joins), *CORRECTIONS) if options.only in r):
        with without(rule):
            fallen = [
                a - b for g, values in zip(golds, whole, strict=True) for a, b in zip(values, g.figures(), strict=True)
            ]
        print(f"| {rule} |", " | ".join(f"{1000 * value:+.1f}" for value in fallen), "|", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
