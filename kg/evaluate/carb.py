"""CaRB: open triples by the words they share with what crowd workers extracted (Bhardwaj et al., 2019).

A predicted tuple has the precision and the recall of its words against a gold tuple, slot by slot; the relations must
share a word. For recall every gold tuple takes its best prediction, so that one prediction may serve many; for
precision gold and predictions go one to one, the best pair first. Case and punctuation count. The headline is F1 at
the best threshold of confidence. https://aclanthology.org/D19-1651/

Gold: ``{"id", "text", "tokens": […], "gold": [[first argument, relation, other argument …] …]}``, all of them words
joined by blanks. Layer: `triples`, best with the n-ary rendering.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.evaluate.score import Mistake, Point, Result, Row, Score, excerpt, mistake_kinds
from kg.evaluate.shape import Shape

GOLD: Shape = {"id": str, "text": str, "gold": [[str]]}

_BE = frozenset(("be", "is", "am", "are", "was", "were", "been", "being"))
_SAID = ("said", "told", "added", "adds", "says")
_FAIR = 0.5
"""A tuple with less than half of its words matched counts among the mistakes."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The words of a tuple: first argument, relation, and all other arguments together."""

    first: tuple[str, ...]
    relation: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def turned(self) -> Slots:
        """The same with its arguments exchanged."""
        return Slots(self.rest, self.relation, self.first)

    def __len__(self) -> int:
        return len(self.first) + len(self.relation) + len(self.rest)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the confidence of each prediction, and its precision and recall against each gold tuple."""

    confidences: tuple[float, ...]
    table: tuple[tuple[tuple[float, float], ...], ...]

    def kept(self, threshold: float) -> list[int]:
        """The predictions that are at least so confident."""
        return [n for n, confidence in enumerate(self.confidences) if confidence >= threshold]

    def pairs(self, kept: Sequence[int]) -> dict[int, tuple[int, float]]:
        """Which prediction serves which gold tuple, one to one, the highest precision first; with that precision."""
        ranked = sorted((-line[n][0], g, n) for g, line in enumerate(self.table) for n in kept)
        out: dict[int, tuple[int, float]] = {}
        used: set[int] = set()
        for negative, g, n in ranked:
            if negative and g not in out and n not in used:
                out[g] = (n, -negative)
                used.add(n)
        return out

    def recalls(self, kept: Sequence[int]) -> list[float]:
        """How much of each gold tuple its best prediction has."""
        return [max((line[n][1] for n in kept), default=0.0) for line in self.table]


def slots(parts: Sequence[str]) -> Slots:
    """The words of a tuple's parts; raises InputError where it has no relation."""
    if len(parts) < 2:
        raise InputError(f"a tuple of CaRB is an argument, a relation and further arguments, not {list(parts)}")
    return Slots(tuple(parts[0].split()), tuple(parts[1].split()), tuple(" ".join(parts[2:]).split()))


def agreement(gold: Slots, predicted: Slots) -> tuple[float, float]:
    """Precision and recall of a prediction's words; none where the relations or a whole argument have nothing to share.

    A form of "be" that a prediction adds as "be" is no mistake. The gold sometimes has what was said before
    the verb of saying, so there both directions count.

    >>> agreement(slots(["Ana", "sold", "the pier"]), slots(["Ana", "has sold", "pier"]))
    (0.75, 0.75)
    """
    best = _agreement(gold, predicted)
    if predicted.rest and any(word in " ".join(gold.relation) for word in _SAID):
        best = max(best, _agreement(gold, predicted.turned))
    return best


def _agreement(gold: Slots, predicted: Slots) -> tuple[float, float]:
    relation = _shared(gold.relation, predicted.relation)
    if predicted.relation.count("be") > gold.relation.count("be") and not _BE.isdisjoint(gold.relation):
        relation += 1
    if not relation or (gold.rest and not predicted.rest):
        return 0.0, 0.0
    same = relation + _shared(gold.first, predicted.first) + _shared(gold.rest, predicted.rest)
    # Where the gold has one argument only, the words of a second one are not held against the prediction.
    size = len(predicted) if gold.rest else len(predicted.first) + len(predicted.relation)
    return same / size, same / len(gold)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return (Counter(one) & Counter(other)).total()


def carb(gold: Sequence[Row], triples: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `triples` layer, by document."""
    sentences = [_sentence(row, triples.get(row["id"], {"triples": []})["triples"]) for row in gold]
    curve = _curve(sentences)
    # The figures are printed with four decimals; of thresholds that are equal to those, the lowest is taken.
    best = max(curve, key=lambda point: round(point.score.f1, 4), default=Point(0.0, Score(0.0, 0.0, 0.0), 0))
    wrong = (m for row, one in zip(gold, sentences, strict=True) for m in _mistakes(row, one, best.threshold, triples))
    parts = {"threshold": best.threshold, "predicted": best.predicted}
    return Result("carb", best.score.f1, best.score, parts, curve, mistake_kinds(wrong, examples))


def precisions(row: Row, triples: Sequence[Row]) -> list[float]:
    """How right each triple of a sentence is: the precision it earns one to one with the gold."""
    sentence = _sentence(row, triples)
    served = dict(sentence.pairs(range(len(triples))).values())
    return [served.get(n, 0.0) for n in range(len(triples))]


def _parts(triple: Row) -> list[str]:
    return [triple["subject"], triple["relation"], *triple["objects"]]


def _confidence(triple: Row) -> float:
    return 1.0 if triple.get("confidence") is None else float(triple["confidence"])


def _sentence(row: Row, triples: Sequence[Row]) -> Sentence:
    predicted = [slots(_parts(triple)) for triple in triples]
    table = (tuple(agreement(slots(parts), one) for one in predicted) for parts in row["gold"])
    return Sentence(tuple(_confidence(triple) for triple in triples), tuple(table))


def _curve(sentences: Sequence[Sentence]) -> tuple[Point, ...]:
    """The score at each confidence that occurs, lowest first."""
    total = sum(len(sentence.table) for sentence in sentences)
    known: dict[tuple[int, int], tuple[float, float]] = {}  # a sentence's sums depend on how many predictions it keeps

    def sums(number: int, kept: Sequence[int]) -> tuple[float, float]:
        key = number, len(kept)
        if key not in known:
            sentence = sentences[number]
            known[key] = sum(p for _, p in sentence.pairs(kept).values()), sum(sentence.recalls(kept))
        return known[key]

    out = []
    for threshold in sorted({confidence for sentence in sentences for confidence in sentence.confidences}):
        keeps = [sentence.kept(threshold) for sentence in sentences]
        found = [sums(number, kept) for number, kept in enumerate(keeps)]
        count = sum(map(len, keeps))
        score = Score.of(sum(p for p, _ in found), count, total, recalled=sum(r for _, r in found))
        out.append(Point(threshold, score, count))
    return tuple(out)


def _mistakes(row: Row, sentence: Sentence, threshold: float, triples: Mapping[str, Row]) -> Iterator[Mistake]:
    kept = sentence.kept(threshold)
    words = set(row["text"].split())
    for parts, recall in zip(row["gold"], sentence.recalls(kept), strict=True):
        if recall < _FAIR:
            yield Mistake("missed", _gold_kind(parts, words), f"{row['id']}: {excerpt(' | '.join(parts))}")
    served = dict(sentence.pairs(kept).values())
    for n in kept:
        if served.get(n, 0.0) < _FAIR:
            best = max((line[n][0] for line in sentence.table), default=0.0)
            kind = "another prediction is nearer" if best >= _FAIR else "too many words" if best else "no such relation"
            shown = " | ".join(_parts(triples[row["id"]]["triples"][n]))
            yield Mistake("wrong", kind, f"{row['id']}: {excerpt(shown)}")


def _gold_kind(parts: Sequence[str], words: set[str]) -> str:
    """What makes a gold tuple hard: a relation that the sentence does not spell out, or many arguments."""
    if not words.issuperset(parts[1].split()):
        return "relation with words that the sentence does not have"
    return {2: "one argument", 3: "two arguments"}.get(len(parts), "three arguments or more")
