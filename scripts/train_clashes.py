r"""Fit the weights of contradictions (`clashes.tsv` and `rereading.tsv`) to articles whose contradictions are marked.

    python scripts/train_clashes.py tests/data/claims/dev tests/data/claims/disputes \
        --unread tests/data/claims/disputes/unread -o ontology/lexicon

Folders hold articles with `NAME.claims.toml` or `NAME.pairs.toml` beside them (`tests/data/claims/README.md`): a pair
of reports is right where the two cues are those of a marked pair. A log-linear model (logistic regression), held small
by the squares of its weights; features of fewer than `RARE` pairs are left out. What is read again (`kg.extract.
rereading`) is weighed by a second such model, over the weights that articles have when the first is fitted to others;
of what the network was trained on it knows too much, so this model is fitted to the `--unread` folders alone.
Ten-fold cross-validation by article says what to expect of new ones: precision and recall of all pairs in reach that
are found, and what is added to what rules find, for several thresholds. `--held FOLDER` is only measured, with the
weights that come out. Needs numpy and scipy; takes three minutes.
"""

from __future__ import annotations

import argparse
import math
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from kg.annotate import annotated, pipeline
from kg.entailment import entailment
from kg.evaluate.gold import articles, span
from kg.extract.bearing import ALWAYS
from kg.extract.clashes import Pair, heavy
from kg.extract.rereading import features, in_doubt, reread, told
from kg.lexicon import lexicon
from kg.model import Document
from kg.pipeline import reading
from kg.read import read
from kg.syntax.frames import frames
from kg.syntax.tree import Tree

SQUARES, SQUARES_READ = 45.0, 5.0
"""How strongly the squares of the weights, in standard deviations of their features, are held down."""
RARE = 5
FOLDS = 10
HEAD = """\
# What a feature of two reports is worth to their contradicting each other: see kg/extract/{files}.
# Made by scripts/train_clashes.py: change the features or the articles there, not single weights here.
"""
THRESHOLDS = (0.0, 0.5, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5)

Span = tuple[int, int]
Marks = list[tuple[list[Span], list[Span]]]
"""The cues of each marked pair."""
See = Callable[[str, str], float]
"""How far the second text contradicts the first."""


@dataclass(frozen=True)
class Article:
    """The pairs of one article: features, both texts, which are right, which rules found, how many are marked."""

    name: str
    features: list[dict[str, float]]
    texts: list[tuple[str, str]]
    denials: list[int]
    right: list[bool]
    known: list[bool]
    marked: int


def marked(folder: Path) -> Iterator[tuple[Document, Marks]]:
    """The articles of a folder with the cues of each marked pair."""
    if any(folder.glob("*.claims.toml")):
        for document, row in articles(folder):
            cues = [[(begin, end) for begin, end in claim["cue"]] for claim in row["claims"]]
            yield document, [(cues[i], cues[j]) for i, j in row["contradictions"]]
    for table in sorted(folder.glob("*.pairs.toml")):
        name = table.name.removesuffix(".pairs.toml")
        (document,) = read(table.with_name(f"{name}.txt"), id=name)
        rows = tomllib.loads(table.read_text(encoding="utf-8"))["pair"]
        yield document, [(_cue(document, row["a"]), _cue(document, row["b"])) for row in rows]


def _cue(document: Document, side: dict[str, object]) -> list[Span]:
    begin, end = span({"text": side["cue"], "nth": side["nth"]}, document.text, document.id)
    return [(begin, end)]


def examples(folders: Sequence[Path]) -> list[Article]:
    """What the articles of some folders have to learn from."""
    words = lexicon()
    gold = [one for folder in folders for one in marked(folder)]
    out = []
    for (document, doc), (_, cues) in zip(annotated([d for d, _ in gold], pipeline(None)), gold, strict=True):
        tree = Tree(doc, document)
        *_, claims = reading(tree, frames(tree), words)
        weighed = claims.weighed
        right = [any(_is(pair, a, b) or _is(pair, b, a) for a, b in cues) for pair in weighed]
        worth, denials = [dict(pair.features) for pair in weighed], [pair.denial.number for pair in weighed]
        texts = [(told(pair.claim, tree), told(pair.denial, tree)) for pair in weighed]
        out.append(Article(document.id, worth, texts, denials, right, [pair.known for pair in weighed], len(cues)))
    return out


def _is(pair: Pair, denial: list[Span], claim: list[Span]) -> bool:
    return all(
        any(t.idx < end and t.idx + len(t) > begin for t in stance.saying.cue_tokens for begin, end in cue)
        for stance, cue in ((pair.denial, denial), (pair.claim, claim))
    )


class Model:
    """Weights fitted to some pairs, by feature."""

    def __init__(self, pairs: Sequence[Mapping[str, float]], hits: Sequence[bool], held_down: float) -> None:
        counts = Counter(name for pair in pairs for name in pair)
        self.names = sorted(name for name, count in counts.items() if count >= RARE)
        self._column = {name: n for n, name in enumerate(self.names)}
        matrix, right = self._matrix(pairs), np.array(hits, dtype=float)
        scale = matrix.std(axis=0)
        scale[scale == 0] = 1.0
        matrix /= scale

        squares = np.array([0.0 if name == ALWAYS else held_down for name in self.names])

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            odds = matrix @ weights
            chance = 1 / (1 + np.exp(-odds))
            value = (np.logaddexp(0, odds) - right * odds).sum() + (squares * weights) @ weights / 2
            return float(value), matrix.T @ (chance - right) + squares * weights

        self.weights = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x / scale

    def _matrix(self, pairs: Sequence[Mapping[str, float]]) -> np.ndarray:
        rows = np.zeros((len(pairs), len(self.names)))
        for n, pair in enumerate(pairs):
            for name, value in pair.items():
                if name in self._column:
                    rows[n, self._column[name]] = value
        return rows

    def odds(self, pairs: Sequence[Mapping[str, float]]) -> list[float]:
        """The weight of each pair."""
        return [float(x) for x in self._matrix(pairs) @ self.weights]


def fitted(known: Sequence[Article]) -> Model:
    """The weights of features."""
    return Model([f for a in known for f in a.features], [r for a in known for r in a.right], SQUARES)


def reader(known: Sequence[Article], first: Sequence[Sequence[float]], see: See) -> Model:
    """The weights of what is read where features leave doubt; `first` are those of features."""
    pairs, hits = [], []
    for article, odds in zip(known, first, strict=True):
        for n in in_doubt(article.denials, odds, article.known):
            pairs.append(dict(features(odds[n], see(*article.texts[n]))))
            hits.append(article.right[n])
    return Model(pairs, hits, SQUARES_READ)


def last(article: Article, first: Sequence[float], reading: Model, see: See) -> list[float]:
    """The last weight of each pair."""
    worth = dict(zip(reading.names, map(float, reading.weights), strict=True))
    read = reread(article.denials, first, article.known, lambda n: see(*article.texts[n]), worth)
    return [read.get(n, weight) for n, weight in enumerate(first)]


def others(known: Sequence[Article]) -> Iterator[tuple[list[int], list[int]]]:
    """The articles in `FOLDS` parts: the places of the others, and those of each part."""
    order = np.random.RandomState(0).permutation(len(known))
    for fold in range(FOLDS):
        out = set(order[fold::FOLDS].tolist())
        yield [n for n in range(len(known)) if n not in out], sorted(out)


def taken(article: Article, odds: Sequence[float], threshold: float) -> list[int]:
    """The pairs that are found: those of the rules, and those heavy enough in themselves and for their denial."""
    return sorted({*heavy(article.denials, odds, threshold), *(n for n, known in enumerate(article.known) if known)})


def report(title: str, known: Sequence[Article], odds: Sequence[Sequence[float]]) -> None:
    """Print precision and recall for each threshold, of all that is found and of what is added to the rules."""
    marked_pairs = sum(a.marked for a in known)
    print(f"{title}: {len(known)} articles, {marked_pairs} pairs, {sum(map(len, odds))} candidates")
    for threshold in (*THRESHOLDS, math.inf):
        found = hits = added = added_hits = 0
        for article, weights in zip(known, odds, strict=True):
            for n in taken(article, weights, threshold):
                found, hits = found + 1, hits + article.right[n]
                if not article.known[n]:
                    added, added_hits = added + 1, added_hits + article.right[n]
        precision, rest = hits / max(found, 1), added_hits / max(added, 1)
        recall = hits / max(marked_pairs, 1)
        print(f"  from {threshold:4}: P {precision:.3f} R {recall:.3f}   added {added:3} P {rest:.3f}")


def main() -> None:
    """Fit, cross-validate, and write the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", nargs="+", type=Path, help="folders of marked articles")
    asked.add_argument("--unread", nargs="*", type=Path, default=[], help="folders that the network was not trained on")
    asked.add_argument("--held", nargs="*", type=Path, default=[], help="folders that are only measured")
    asked.add_argument("-o", "--output", type=Path, help="folder of the tables; without it nothing is written")
    given = asked.parse_args()
    see = cache(entailment().contradiction)
    trained, unread = examples(given.folder), examples(given.unread)
    known = [*trained, *unread]
    first: list[list[float]] = [[] for _ in known]
    for rest, part in others(known):
        model = fitted([known[n] for n in rest])
        for n in part:
            first[n] = model.odds(known[n].features)
    report("cross-validated, features alone", known, first)
    fresh, begun = (unread, first[len(trained) :]) if unread else (known, first)
    odds: list[list[float]] = [[] for _ in fresh]
    for rest, part in others(fresh):
        again = reader([fresh[n] for n in rest], [begun[n] for n in rest], see)
        for n in part:
            odds[n] = last(fresh[n], begun[n], again, see)
    report("cross-validated, features alone, of what the network has not read", fresh, begun)
    report("cross-validated, of what the network has not read", fresh, odds)
    model, again = fitted(known), reader(fresh, begun, see)
    for folder in given.held:
        held = examples([folder])
        report(str(folder), held, [last(a, model.odds(a.features), again, see) for a in held])
    if given.output:
        source = f"fitted to {' and '.join(f.name for f in (*given.folder, *given.unread))} (own)"
        write(given.output / "clashes.tsv", model, "bearing.py, likeness.py", source)
        write(given.output / "rereading.tsv", again, "rereading.py", source)


def write(path: Path, model: Model, files: str, source: str) -> None:
    """A table of weights."""
    worth = zip(model.names, model.weights, strict=True)
    rows = [f"{name}\t{weight:.3f}\t{source}\n" for name, weight in worth]
    path.write_text(HEAD.format(files=files) + "feature\tweight\tsource\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
