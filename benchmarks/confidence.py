"""Fit the weights in `ontology/confidence.tsv`: how far to trust an open triple.

    python benchmarks/confidence.py CARB_GOLD BENCHIE_GOLD            # scores by cross-validation
    python benchmarks/confidence.py CARB_GOLD BENCHIE_GOLD --write    # and writes the table

A ridge-penalised logistic regression by rendering: on BenchIE a triple is right or wrong, on CaRB it is as right as the
share of its words. Ten folds of sentences; each sentence is scored with weights that were fitted on the other nine.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import kg.annotate
from kg.evaluate.benchie import benchie, right
from kg.evaluate.carb import carb, precisions
from kg.evaluate.evaluation import rows
from kg.evaluate.score import Result
from kg.read import read
from kg.resources import ontology_dir
from kg.syntax.frames import frames
from kg.syntax.quality import features
from kg.syntax.tree import Tree
from kg.syntax.triples import LEAST, candidates, triple

FOLDS = 10
PENALTY = 3.0
RARE = 8
"""A feature that holds of fewer triples gets no weight."""

Example = tuple[list[str], float, dict[str, Any]]

SOURCE = "fitted to BenchIE dev (binary, CC BY 4.0) and CaRB dev (n-ary, MIT)"


def examples(path: Path, nary: bool) -> tuple[list[Mapping[str, Any]], list[list[Example]]]:
    """The gold rows, and of each its distinct triples: features, how right it is, and its words."""
    gold = rows(path, "carb" if nary else "benchie")
    out = []
    for row, (document, doc) in zip(gold, kg.annotate.annotated(read(path), kg.annotate.pipeline(None)), strict=True):
        tree = Tree(doc, document)
        made: dict[tuple[Any, ...], tuple[list[str], dict[str, Any]]] = {}
        for candidate in candidates(tree, frames(tree), nary):
            found = triple(tree, candidate, nary)
            if found is not None:
                plain = {"subject": found.subject, "relation": found.relation, "objects": list(found.objects)}
                made.setdefault((found.subject, found.relation, found.objects), (list(features(candidate)), plain))
        every = [plain for _, plain in made.values()]
        values = precisions(row, every) if nary else right(row, every)
        out.append([(names, v, plain) for (names, plain), v in zip(made.values(), values, strict=True)])
    return gold, out


def fitted(data: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """The weights, by Newton's method."""
    x = np.array([[name in set(found) for name in names] for found, _, _ in data], dtype=float)
    y = np.array([value for _, value, _ in data])
    weights = np.zeros(len(names))
    penalty = PENALTY * np.eye(len(names))
    penalty[names.index("always"), names.index("always")] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, x.T @ (y - p) - penalty @ weights)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def known(sentences: Sequence[Sequence[Example]]) -> list[str]:
    """The features that are not rare, by name."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for found, _, _ in sentence:
            for name in found:
                counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= RARE)


def validated(
    gold: Sequence[Mapping[str, Any]], sentences: list[list[Example]], names: list[str], nary: bool
) -> Result:
    """The score with confidences that no sentence had a part in."""
    layer: dict[str, dict[str, Any]] = {}
    for fold in range(FOLDS):
        train = [e for n, sentence in enumerate(sentences) if n % FOLDS != fold for e in sentence]
        weights = dict(zip(names, fitted(train, names), strict=True))
        for row, sentence in list(zip(gold, sentences, strict=True))[fold::FOLDS]:
            kept = []
            for found, _, plain in sentence:
                score = sum(weights.get(name, 0.0) for name in found)
                plain = plain | {"confidence": round(float(1 / (1 + np.exp(-score))), 3)}
                if plain["confidence"] >= LEAST:
                    kept.append(plain)
            layer[row["id"]] = {"id": row["id"], "triples": kept}
    return (carb if nary else benchie)(gold, layer)


def main(arguments: Sequence[str]) -> None:
    """Print the scores; write the table with ``--write``."""
    paths = [Path(a) for a in arguments if a != "--write"]
    if len(paths) != 2:
        raise SystemExit(__doc__)
    columns: list[dict[str, float]] = []
    for path, nary in ((paths[1], False), (paths[0], True)):
        gold, sentences = examples(path, nary)
        names = known(sentences)
        result = validated(gold, sentences, names, nary)
        print(f"{'carb' if nary else 'benchie'}: F1 {result.headline:.3f}, P {result.p:.3f}, R {result.r:.3f}")
        columns.append(dict(zip(names, fitted([e for s in sentences for e in s], names), strict=True)))
    if "--write" in arguments:
        binary, nary_ = columns
        lines = ["feature\tbinary\tnary\tsource"]
        lines += [
            f"{n}\t{binary.get(n, 0.0):.2f}\t{nary_.get(n, 0.0):.2f}\t{SOURCE}" for n in sorted({*binary, *nary_})
        ]
        (ontology_dir() / "confidence.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
