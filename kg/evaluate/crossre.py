"""CrossRE: which of the entities of a sentence about politics are related at all (Bassignana and Plank, 2022).

The entities are given: each mention of the layer is the gold entity that it shares most with, of equals the shortest,
so that an entity of the layer can stand for several. Direction and type are left out, and a claimed relation counts
like an asserted one. `without_inferred` is F1 from relations that the text itself states.
https://aclanthology.org/2022.findings-emnlp.263/

Gold: ``{"id", "text", "tokens": […], "entities": [{"id", "start", "end"} …], "relations": [{"head", "tail", "type"}
…]}`` with ids of entities as head and tail. Layers: `mentions`, `relations`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.evaluate.pairs import Pair, between, evidence, predicate, shown
from kg.evaluate.score import Mistake, Result, Row, Score, mistake_kinds
from kg.evaluate.shape import Shape

GOLD: Shape = {
    "id": str,
    "text": str,
    "entities": [{"id": int, "start": int, "end": int}],
    "relations": [{"head": int, "tail": int, "type": str}],
}


def crossre(
    gold: Sequence[Row], mentions: Mapping[str, Row], relations: Mapping[str, Row], *, examples: int = 3
) -> Result:
    """Score the `mentions` and `relations` layers, by document."""
    count: Counter[str] = Counter()
    wrong: list[Mistake] = []
    for row in gold:
        found = mentions.get(row["id"], {"mentions": []})["mentions"]
        mine = _pairs(_entities(row, found), relations.get(row["id"], {"relations": []})["relations"])
        right = {frozenset((one["head"], one["tail"])): one["type"] for one in row["relations"]}
        stated = {pair for pair, why in mine.items() if not all(relation.get("inferred") for relation in why)}
        count.update(hits=len(mine.keys() & right.keys()), predicted=len(mine), gold=len(right))
        count.update(stated_hits=len(stated & right.keys()), stated=len(stated))
        wrong += _mistakes(row, found, mine, right)
    score = Score.of(count["hits"], count["predicted"], count["gold"])
    parts = {"without_inferred": Score.of(count["stated_hits"], count["stated"], count["gold"])}
    return Result("crossre", score.f1, score, parts, mistakes=mistake_kinds(wrong, examples))


def _entities(row: Row, found: Sequence[Row]) -> dict[str, set[int]]:
    """The gold entities that each entity of the layer stands for."""
    out: dict[str, set[int]] = {}
    for mention in found:
        over = [
            (shared, one["start"] - one["end"], one["id"])
            for one in row["entities"]
            if (shared := min(mention["end"], one["end"]) - max(mention["begin"], one["start"])) > 0
        ]
        if over:
            out.setdefault(mention["entity"], set()).add(max(over)[2])
    return out


def _pairs(entities: Mapping[str, set[int]], relations: Sequence[Row]) -> dict[Pair, list[Row]]:
    """The pairs of gold entities that the relations of the layer relate."""
    out: dict[Pair, list[Row]] = {}
    for relation in relations:
        for one in sorted(entities.get(relation["subject"], ())):
            for other in sorted(entities.get(relation["object"], ())):
                if one != other:
                    out.setdefault(frozenset((one, other)), []).append(relation)
    return out


def _mistakes(
    row: Row, found: Sequence[Row], mine: Mapping[Pair, Sequence[Row]], right: Mapping[Pair, str]
) -> Iterator[Mistake]:
    at = {one["id"]: (one["start"], one["end"]) for one in row["entities"]}
    names = {number: row["text"][begin:end] for number, (begin, end) in at.items()}
    for pair, kind in right.items():
        if pair not in mine and len(pair) == 2:
            words = between(row["text"], *([at[number]] for number in sorted(pair)))
            yield Mistake("missed pair, by relation", kind, shown(row, pair, names, words))
            yield Mistake("missed pair, by the words between", words, shown(row, pair, names, kind))
    for pair, why in mine.items():
        if pair not in right:
            words = evidence(row["text"], why[0], found)
            yield Mistake("wrong pair, by predicate", predicate(why[0]), shown(row, pair, names, words))
            yield Mistake("wrong pair, by its words", words, shown(row, pair, names, predicate(why[0])))
