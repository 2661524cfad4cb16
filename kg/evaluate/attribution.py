"""Attribution: who says what, as whole attributions of source and content (PolNeAR; Newell et al., 2018).

A predicted attribution is right if at least half of the words of both its source and its content are shared (Jaccard
over both together) with a gold one; they go one to one, the best pair first. Two sources that are both empty agree.
The parts are scored by words, each word once. https://aclanthology.org/L18-1524/

Gold: ``{"id", "text", "attributions": [{"source": spans, "cue": spans, "content": spans, "form"?} …], "discard"?:
spans}`` with spans ``[[begin, end] …]``; `form` is direct, indirect or mixed. What lies in `discard` was not
annotated: a claim whose content is all there does not count. Layer: `claims`, flat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.score import Mistake, Result, Row, Score, excerpt, mistake_kinds
from kg.evaluate.shape import SPANS, Shape

GOLD: Shape = {
    "id": str,
    "text": str,
    "attributions": [{"source": SPANS, "cue": SPANS, "content": SPANS, "form?": str}],
    "discard?": SPANS,
}

PARTS = ("source", "cue", "content")
_ENOUGH = 0.5

Words = frozenset[int]
"""Words by the offset where each begins."""


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution of one text: the words of its three parts, and the row that it comes from."""

    source: Words
    cue: Words
    content: Words
    row: Row


def words(spans: Iterable[Sequence[int]], text: str) -> Words:
    """The words inside the spans; punctuation is none."""
    return frozenset(begin + word.start() for begin, end in spans for word in re.finditer(r"\w+", text[begin:end]))


def said(rows: Iterable[Row], text: str) -> list[Said]:
    """The attributions of a text."""
    return [Said(words(row["source"], text), words(row["cue"], text), words(row["content"], text), row) for row in rows]


def jaccard(one: Words, other: Words) -> float:
    """The share of the words of both that each has; two that are empty agree.

    >>> jaccard(frozenset((1, 5)), frozenset((5, 9)))
    0.3333333333333333
    """
    return len(one & other) / len(one | other) if one or other else 1.0


def matches(gold: Sequence[Said], mine: Sequence[Said]) -> dict[int, int]:
    """Which prediction is which gold attribution, by their numbers."""
    ranked = sorted(
        (
            (min(jaccard(a.source, b.source), jaccard(a.content, b.content)), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(mine)
        ),
        reverse=True,
    )
    out: dict[int, int] = {}
    used: set[int] = set()
    for likeness, i, j in ranked:
        if likeness >= _ENOUGH and i not in out and j not in used:
            out[i] = j
            used.add(j)
    return out


def attribution(gold: Sequence[Row], claims: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `claims` layer, by document."""
    counts = {part: Counter[str]() for part in (*PARTS, "whole")}
    wrong: list[Mistake] = []
    for row in gold:
        text = row["text"]
        skipped = words(row.get("discard") or (), text)
        theirs = said(row["attributions"], text)
        mine = [s for s in said(claims.get(row["id"], {"claims": []})["claims"], text) if s.content - skipped]
        for part in PARTS:
            right, found = _union(theirs, part), _union(mine, part) - skipped
            counts[part].update(hits=len(right & found), predicted=len(found), gold=len(right))
        same = matches(theirs, mine)
        counts["whole"].update(hits=len(same), predicted=len(mine), gold=len(theirs))
        wrong += unmatched(row, theirs, mine, same)
    parts = {part: Score.of(c["hits"], c["predicted"], c["gold"]) for part, c in counts.items()}
    whole = parts["whole"]
    return Result("attribution", whole.f1, whole, parts, mistakes=mistake_kinds(wrong, examples))


def _union(attributions: Iterable[Said], part: str) -> Words:
    return frozenset().union(*(getattr(a, part) for a in attributions))


def unmatched(row: Row, gold: Sequence[Said], mine: Sequence[Said], same: Mapping[int, int]) -> Iterator[Mistake]:
    """The mistakes: wrong spans where a prediction is near, else missed attributions and spurious ones."""
    free = sorted(set(range(len(mine))) - set(same.values()))
    for i, one in enumerate(gold):
        if i in same:
            continue
        near = max(
            (j for j in free if _is_near(one, mine[j])), key=lambda j: jaccard(one.content, mine[j].content), default=-1
        )
        if near >= 0:
            free.remove(near)
            yield Mistake("span", _fault(one, mine[near]), f"{shown(row, one)}  ≠  {shown(row, mine[near], False)}")
        else:
            kind = "no source" if not one.source else str(one.row.get("form") or one.row.get("mode") or "any form")
            yield Mistake("missed", kind, shown(row, one))
    for j in free:
        cue = _text(row, mine[j], "cue").lower()
        yield Mistake("spurious", cue or "no cue", shown(row, mine[j]))


def _is_near(gold: Said, mine: Said) -> bool:
    """Whether a prediction is meant for a gold attribution: they share content, and source or content would do."""
    either = max(jaccard(gold.source, mine.source), jaccard(gold.content, mine.content))
    return bool(gold.content & mine.content) and either >= _ENOUGH


def _fault(gold: Said, mine: Said) -> str:
    """Which of the spans is wrong, and how."""
    faults = [
        f"{name} {_how(right, found)}"
        for name, right, found in (("source", gold.source, mine.source), ("content", gold.content, mine.content))
        if jaccard(right, found) < _ENOUGH
    ]
    return ", ".join(faults) or "another one serves both"


def _how(right: Words, found: Words) -> str:
    if not right or not found:
        return "where there is none" if found else "left out"
    if not right & found:
        return "elsewhere"
    return "too short" if found < right else "too long" if right < found else "shifted"


def shown(row: Row, one: Said, with_id: bool = True) -> str:
    """An attribution on one line."""
    parts = (excerpt(_text(row, one, part), width) or "–" for part, width in zip(PARTS, (24, 16, 48), strict=True))
    return (f"{row['id']}: " if with_id else "") + " | ".join(parts)


def _text(row: Row, one: Said, part: str) -> str:
    return " ".join(" ".join(row["text"][begin:end] for begin, end in one.row[part]).split())
