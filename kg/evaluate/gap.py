"""GAP: which of two names a pronoun means, and whether women are read as well as men (Webster et al., 2018).

The layer says that the pronoun means a name if both are mentions of one entity; of several mentions that overlap a
name or the pronoun, the one with the largest overlap counts, then the shortest. A pronoun that is given both names
earns nothing for either. `bias` is F1 of feminine over F1 of masculine pronouns. https://aclanthology.org/Q18-1042/

Gold: ``{"id", "text", "pronoun": {"start", "end"}, "a": {"start", "end", "coref"}, "b": {…}, "gender": "F" or "M"}``.
Layer: `mentions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.evaluate.score import Figure, Mistake, Result, Row, Score, excerpt, mistake_kinds
from kg.evaluate.shape import Shape

_NAME: Shape = {"start": int, "end": int, "coref": bool}
GOLD: Shape = {"id": str, "text": str, "pronoun": {"start": int, "end": int}, "a": _NAME, "b": _NAME, "gender": str}


def gap(gold: Sequence[Row], mentions: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `mentions` layer, by document."""
    counts: dict[str, Counter[str]] = {}
    wrong: list[Mistake] = []
    for row in gold:
        found = mentions.get(row["id"], {"mentions": []})["mentions"]
        pronoun = _entity(row["pronoun"], found)
        given = [side for side in "ab" if pronoun is not None and _entity(row[side], found) == pronoun]
        meant = [side for side in "ab" if row[side]["coref"]]
        hits = len(given) if len(given) == 1 and given[0] in meant else 0
        count = counts.setdefault(row["gender"], Counter())
        count.update(hits=hits, predicted=len(given), gold=len(meant))
        wrong += _mistakes(row, given, meant, pronoun)
    each = {gender: Score.of(c["hits"], c["predicted"], c["gold"]) for gender, c in sorted(counts.items())}
    total = sum(counts.values(), Counter[str]())
    score = Score.of(total["hits"], total["predicted"], total["gold"])
    parts: dict[str, Figure] = {"bias": _bias(each), **each}
    return Result("gap", score.f1, score, parts, mistakes=mistake_kinds(wrong, examples))


def _entity(at: Row, found: Sequence[Row]) -> str | None:
    """The entity of the mention that stands there."""
    over = [
        (shared, m["begin"] - m["end"], m["entity"])
        for m in found
        if (shared := min(m["end"], at["end"]) - max(m["begin"], at["start"])) > 0
    ]
    return str(max(over)[2]) if over else None


def _bias(each: Mapping[str, Score]) -> float | None:
    if "F" not in each or "M" not in each or not each["M"].f1:
        return None
    return each["F"].f1 / each["M"].f1


def _mistakes(row: Row, given: Sequence[str], meant: Sequence[str], pronoun: str | None) -> Iterator[Mistake]:
    if given == meant or (len(given) == 1 and given[0] in meant):
        return
    if len(given) == 2:
        kind = "both names"
    elif not given:
        kind = "neither name, but another entity" if pronoun is not None else "pronoun not resolved"
    else:
        kind = "the wrong name" if meant else "a name where neither is meant"
    at = row["pronoun"]
    around = excerpt(row["text"][max(0, at["start"] - 40) : at["end"] + 24], 80)
    names = " / ".join(row["text"][row[side]["start"] : row[side]["end"]] for side in "ab")
    yield Mistake(f"gender {row['gender']}", kind, f"{row['id']}: {around} ({names})")
