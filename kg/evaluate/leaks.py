"""Leaks: what stands as plain fact although somebody else says it.

A relation is plain if the article is taken to say it itself: asserted, and not only added by a table. It leaks if all
the words it rests on stand inside one gold content; an asserted event leaks if its trigger does. The headline is the
share of the plain relations that leak, so less is better. `own` is the share that stands inside a content that we
found ourselves; it has to be 0. What a name presupposes ("said that President Berg …": her office) is the article's own
way of naming somebody; it is counted apart and leaks nowhere. Gold: that of `attribution`. Layers: `relations`,
`events` and `claims`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.evaluate.attribution import GOLD as GOLD
from kg.evaluate.score import Mistake, Result, Row, Score, excerpt, mistake_kinds

Places = Sequence[Sequence[int]]
"""Spans as pairs of offsets."""


def leaks(
    gold: Sequence[Row],
    relations: Mapping[str, Row],
    events: Mapping[str, Row],
    claims: Mapping[str, Row],
    *,
    examples: int = 3,
) -> Result:
    """Count what is plain and stands inside a content."""
    count: Counter[str] = Counter()
    wrong: list[Mistake] = []
    for row in gold:
        theirs = [a["content"] for a in row["attributions"]]
        ours = [c["content"] for c in claims.get(row["id"], {"claims": []})["claims"]]
        for kind, name, words in _plain(relations.get(row["id"]), events.get(row["id"])):
            count[kind] += 1
            count[f"{kind} leaked"] += inside(words, theirs)
            count[f"{kind} own"] += inside(words, ours)
            for group, contents in (("leaked", theirs), ("own", ours)):
                if inside(words, contents):
                    wrong.append(Mistake(f"{group} {kind}", name, f"{row['id']}: {_shown(row, words)}"))
    share = _share(count, "relation", "leaked")
    parts = {
        "relations inside ours": _share(count, "relation", "own"),
        "events": _share(count, "event", "leaked"),
        "events inside ours": _share(count, "event", "own"),
        "presupposed relations": float(sum(map(_presupposed, relations.values()))),
        "plain relations": float(count["relation"]),
        "plain events": float(count["event"]),
    }
    score = Score.of(count["relation"] - count["relation leaked"], count["relation"], count["relation"])
    return Result("leaks", share, score, parts, mistakes=mistake_kinds(wrong, examples))


def inside(words: Places, contents: Sequence[Places]) -> bool:
    """Whether all the spans stand in one content, each in one stretch of it.

    >>> inside([(4, 6), (8, 9)], [[(0, 5)], [(3, 7), (8, 12)]])
    True
    """
    return bool(words) and any(
        all(any(begin <= b and e <= end for begin, end in content) for b, e in words) for content in contents
    )


def _plain(relations: Row | None, events: Row | None) -> Iterator[tuple[str, str, Places]]:
    """The plain relations and events of a document: which of both, its predicate or class, and its words."""
    for relation in (relations or {"relations": []})["relations"]:
        told = not relation.get("negated") and not relation.get("presupposed")
        if relation.get("asserted") and not relation.get("inferred") and told:
            name = relation["predicate"].rsplit("/", 1)[-1].rsplit("#", 1)[-1]
            yield "relation", name, relation.get("evidence") or ()
    for event in (events or {"events": []})["events"]:
        if event.get("asserted") and not event.get("negated"):
            yield "event", event.get("class") or "event", [event["trigger"]]


def _presupposed(row: Row) -> int:
    return sum(bool(relation.get("presupposed")) for relation in row["relations"])


def _share(count: Counter[str], kind: str, what: str) -> float:
    return count[f"{kind} {what}"] / count[kind] if count[kind] else 0.0


def _shown(row: Row, words: Places) -> str:
    begin, end = min(b for b, _ in words), max(e for _, e in words)
    return excerpt(row["text"][begin:end])
