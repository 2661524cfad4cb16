"""Fit the weights of he and she (`ontology/lexicon/pronouns.tsv`) to GAP's examples of ambiguous pronouns.

    python scripts/train_pronouns.py gap_validation.jsonl --half gap_dev.jsonl -o ontology/lexicon/pronouns.tsv

All examples of the first files are used, of `--half` every other one; the rest of it is left to measure with
(`--rest FILE` writes it). A log-linear model maximises the share of the entity that is right; where neither name is, of
anything but the two. Two rounds, as the pronouns before the marked one are resolved by the weights so far. Weights are
held small by their squares, and what a use of the pronoun (subject, object, possessive) adds to the common weight
smaller still. Needs numpy and scipy. GAP: https://github.com/google-research-datasets/gap-coreference (Apache-2.0).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from kg.annotate import annotated, pipeline
from kg.lexicon import Lexicon, lexicon
from kg.model import Kind
from kg.pipeline import speakers
from kg.read import read
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.ranker import ABSTAIN, Ranker, use
from kg.resolve.resolution import described
from kg.resolve.speakers import join_speech
from kg.syntax.attribution import sayings
from kg.syntax.frames import frames
from kg.syntax.tree import Tree

USES = ("subject", "object", "possessive")
COMMON, EACH = 2.0, 4.0
"""How strongly the squares of the common weights, and of what each use adds, are held down."""
START = {"form pronoun": 0.5, "gender known": 1.0, "person": 1.0, "same sentence, subject": 1.0}
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Example:
    """A marked pronoun: its use, and the mentions in reach with their features, each right or not; the last: nobody."""

    use: str
    choices: list[tuple[bool, list[str]]]


def articles(path: Path) -> list[tuple[dict[str, Any], Tree]]:
    """The rows of a gold file, each with its parse."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    parsed = annotated(list(read(path)), pipeline(None))
    return [(row, Tree(doc, document)) for row, (document, doc) in zip(rows, parsed, strict=True)]


def example(row: dict[str, Any], tree: Tree, words: Lexicon, weights: Weights) -> Example | None:
    """The marked pronoun as the ranker meets it, the pronouns before it resolved by the weights so far."""
    said = sayings(tree, frames(tree), words)
    clusters = described(tree, words)
    names = [at(tree, clusters, row[side]) for side in "ab"]
    same = None not in names and clusters.one(*names)
    who, sources = speakers(said), {s.source.i for s in said if s.source is not None}
    join_speech(tree, clusters, who)
    ranker = Ranker(tree, clusters, words, who, sources, weights)
    for c in clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.person != 3 or not c.gender:
            continue
        if c.head.idx != row["pronoun"]["start"]:
            ranker.join(c)
            continue
        roots = [clusters.root(name) if name is not None else -1 for name in names]
        meant = [root for root, side in zip(roots, "ab", strict=True) if row[side]["coref"]]
        choices = [
            ((clusters.root(a) in meant) if meant else clusters.root(a) not in roots, features)
            for a, features in ranker.ranked(c)
        ]
        choices.append((not meant, [ABSTAIN]))
        return Example(use(c), choices) if any(right for right, _ in choices) and not (meant and same) else None
    return None


def at(tree: Tree, clusters: Clusters, where: dict[str, Any]) -> Candidate | None:
    """The mention that shares most with a stretch of text, the shorter of two."""
    best, found = (0, 0), None
    for c in clusters.candidates:
        span = c.span(tree)
        shared = min(span.end, where["end"]) - max(span.begin, where["start"])
        if shared > 0 and (shared, span.begin - span.end) > (best if found else (0, -(10**9))):
            best, found = (shared, span.begin - span.end), c
    return found


def fitted(examples: list[Example]) -> Weights:
    """The weights that make what is right likeliest, by use."""
    columns: dict[tuple[str, str], int] = {}
    row_of, column_of, right, first = [], [], [], []
    for e in examples:
        first.append(len(right))
        for good, features in e.choices:
            for f in features:
                for where in ("all", e.use):
                    row_of.append(len(right))
                    column_of.append(columns.setdefault((f, where), len(columns)))
            right.append(good)
    matrix = csr_matrix((np.ones(len(row_of)), (row_of, column_of)), shape=(len(right), len(columns)))
    good, starts = np.array(right), np.array(first)
    example_of = np.repeat(np.arange(len(first)), np.diff([*first, len(right)]))
    hold = np.array([COMMON if where == "all" else EACH for _, where in columns])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ w
        power = np.exp(score - np.maximum.reduceat(score, starts)[example_of])
        whole, hit = np.add.reduceat(power, starts), np.add.reduceat(power * good, starts)
        slope = matrix.T @ (power / whole[example_of] - power * good / hit[example_of]) + hold * w
        return float((np.log(whole) - np.log(hit)).sum() + 0.5 * (hold * w * w).sum()), slope

    w = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    named = {key: float(w[n]) for key, n in columns.items()}
    features = sorted({f for f, _ in columns})
    return {u: {f: named.get((f, "all"), 0.0) + named.get((f, u), 0.0) for f in features} for u in USES}


def table(weights: Weights, counts: Counter[str], source: str) -> str:
    """The weights as a table."""
    head = (
        "# What a feature of a mention is worth to he or she; kg/resolve/salience.py says when one holds.\n"
        "# Made by scripts/train_pronouns.py: change the features or the data there, not single weights here.\n"
        "feature\tsubject\tobject\tpossessive\tsource\n"
    )
    rows = [
        "\t".join([f, *(f"{weights[u][f]:.2f}" for u in USES), source])
        for f in sorted(weights["subject"])
        if counts[f] > 2
    ]
    return head + "\n".join(rows) + "\n"


def main() -> None:
    """Read, fit, write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("gold", nargs="+", type=Path)
    asked.add_argument("--half", type=Path)
    asked.add_argument("--rest", type=Path)
    asked.add_argument("-o", "--output", type=Path, required=True)
    given = asked.parse_args()
    known = [pair for path in given.gold for pair in articles(path)]
    source = f"fitted to {' and '.join(p.stem for p in given.gold)}"
    if given.half:
        both = articles(given.half)
        known += both[0::2]
        source += f" and half of {given.half.stem}"
        if given.rest:
            lines = "".join(json.dumps(row) + "\n" for row, _ in both[1::2])
            given.rest.write_text(lines, encoding="utf-8")
    words = lexicon()
    weights: Weights = dict.fromkeys(USES, START)
    for _ in range(2):
        examples = [e for row, tree in known if (e := example(row, tree, words, weights)) is not None]
        weights = fitted(examples)
    counts = Counter(f for e in examples for _, features in e.choices for f in features)
    given.output.write_text(table(weights, counts, source + " (Apache-2.0)"), encoding="utf-8")
    print(f"{len(examples)} of {len(known)} examples, {len(weights['subject'])} features")


if __name__ == "__main__":
    main()
