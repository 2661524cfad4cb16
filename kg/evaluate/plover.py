"""PLOVER's gold standard records: the class of a sentence's event, and who does it to whom (Halterman et al., 2023).

Each sentence has one event, whose words are marked; predicted events elsewhere, or without a class of PLOVER, are
neither right nor wrong. `source` and `target` are the shares of the gold actors that are an agent or a patient of an
event of the right class; actors that the text does not name are left out. https://github.com/openeventdata/PLOVER

Gold: ``{"id", "text", "event": class, "markup": the sentence with "(EVT: …)" around the words of the event, "source":
[{"start"?, "end"?} …], "target": […]}``. Layers: `events`, `mentions`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.evaluate.score import Figure, Mistake, Result, Row, Score, excerpt, mistake_kinds
from kg.evaluate.shape import Shape

_ACTOR: Shape = {"start?": int, "end?": int}
GOLD: Shape = {"id": str, "text": str, "event": str, "markup?": str, "source": [_ACTOR], "target": [_ACTOR]}

_ROLES = {"source": "agent", "target": "patient"}

Span = tuple[int, int]


def marks(row: Row) -> list[Span]:
    """Where the marked words of the event stand in the text.

    >>> marks({"text": "They agreed to it.", "markup": "(SRC: They) (EVT: agreed) to it."})
    [(5, 11)]
    """
    out: list[Span] = []
    end = 0
    for marked in re.findall(r"\(EVT:\s*([^)]*)\)", row.get("markup") or ""):
        words = marked.strip()
        begin = row["text"].find(words, end)
        if begin >= 0:
            end = begin + len(words)
            out.append((begin, end))
    return out


def plover(gold: Sequence[Row], events: Mapping[str, Row], mentions: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `events` and `mentions` layers, by document."""
    count: Counter[str] = Counter()
    wrong: list[Mistake] = []
    for row in gold:
        found = _marked(row, events.get(row["id"], {"events": []})["events"])
        classes = {event["plover"].upper() for event in found}
        count.update(hits=row["event"] in classes, predicted=len(classes), gold=1)
        wrong += _mistakes(row, classes)
        right = [event for event in found if event["plover"].upper() == row["event"]]
        where: dict[str, list[Span]] = {}
        for mention in mentions.get(row["id"], {"mentions": []})["mentions"]:
            where.setdefault(mention["entity"], []).append((mention["begin"], mention["end"]))
        for side, role in _ROLES.items():
            for actor in row[side]:
                if actor.get("start") is not None:
                    met = any(_plays(event, role, actor, where) for event in right)
                    count.update({f"{side}_hits": met, f"{side}_gold": 1})
                    if right and not met:
                        name = row["text"][actor["start"] : actor["end"]]
                        wrong.append(Mistake("missed actor", side, f"{row['id']}: {name} of {_words(row)}"))
    score = Score.of(count["hits"], count["predicted"], count["gold"])
    parts: dict[str, Figure] = {side: count[f"{side}_hits"] / max(1, count[f"{side}_gold"]) for side in _ROLES}
    return Result("plover", score.f1, score, parts, mistakes=mistake_kinds(wrong, examples))


def _marked(row: Row, events: Sequence[Row]) -> list[Row]:
    """The classed events whose trigger is part of the marked words."""
    spans = marks(row)
    return [
        event
        for event in events
        if event.get("plover")
        and any(event["trigger"][0] < end and begin < event["trigger"][1] for begin, end in spans)
    ]


def _plays(event: Row, role: str, actor: Row, where: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a participant in this role is mentioned where the actor stands."""
    spans = (span for entity in event["roles"].get(role, ()) for span in where.get(entity, ()))
    return any(begin < actor["end"] and actor["start"] < end for begin, end in spans)


def _mistakes(row: Row, classes: set[str]) -> Iterator[Mistake]:
    right = row["event"]
    if not classes:
        yield Mistake("confusion", f"{right} → none", f"{row['id']}: {_words(row)}")
    for other in sorted(classes - {right}):
        kind = f"{right} and {other}" if right in classes else f"{right} → {other}"
        yield Mistake("confusion", kind, f"{row['id']}: {_words(row)}")


def _words(row: Row) -> str:
    shown = " … ".join(row["text"][begin:end] for begin, end in marks(row))
    return f"“{excerpt(shown)}”"
