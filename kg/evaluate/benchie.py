"""BenchIE: binary triples against complete sets of facts (Gashteovski et al., 2022).

Each fact of a sentence is listed with all its acceptable wordings. A triple is right if its three slots are exactly
those of one wording, words in square brackets being optional as a group. Another wording of a fact that has been
found is neither right nor wrong. https://aclanthology.org/2022.acl-long.307/

Gold: ``{"id", "text", "tokens": […], "facts": [[[subject, relation, object] …] …]}``, one list of wordings a fact.
Layer: `triples`, binary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.score import Mistake, Point, Result, Row, Score, excerpt, mistake_kinds
from kg.evaluate.shape import Shape

GOLD: Shape = {"id": str, "text": str, "facts": [[(str, str, str)]]}

_NAMES = ("subject", "relation", "object")
# A group opens where a word would begin; a bracket inside a word belongs to that word.
_PIECE = re.compile(r"\[([^\]]*)\]|\S+")

Words = tuple[str, str, str]
Wording = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence: its facts, its triples with their confidence, and the fact that each states, if any."""

    row: Row
    triples: tuple[Words, ...]
    confidences: tuple[float, ...]
    facts: tuple[tuple[Wording, ...], ...]
    states: tuple[int | None, ...]


def acceptable(slot: str) -> re.Pattern[str]:
    """What a slot may read like, each word with a blank before it.

    >>> pattern = acceptable("has [now] left [the old]")
    >>> [bool(pattern.fullmatch(words)) for words in (" has left", " has now left the old", " has left the")]
    [True, True, False]
    """
    pieces = (
        re.escape(" " + piece.group()) if piece[1] is None else f"(?:{re.escape(' ' + piece[1])})?"
        for piece in _PIECE.finditer(slot)
    )
    return re.compile("".join(pieces))


def benchie(gold: Sequence[Row], triples: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `triples` layer, by document."""
    sentences = [_sentence(row, triples.get(row["id"], {"triples": []})["triples"]) for row in gold]
    thresholds = sorted({confidence for sentence in sentences for confidence in sentence.confidences})
    curve = tuple(_point(sentences, threshold) for threshold in thresholds)
    score = _point(sentences, float("-inf")).score
    wrong = (mistake for sentence in sentences for mistake in _mistakes(sentence))
    return Result("benchie", score.f1, score, curve=curve, mistakes=mistake_kinds(wrong, examples))


def right(row: Row, triples: Sequence[Row]) -> list[float]:
    """Whether each triple of a sentence states a fact: 1 or 0."""
    return [float(state is not None) for state in _sentence(row, triples).states]


def _sentence(row: Row, triples: Sequence[Row]) -> _Sentence:
    facts = tuple(
        tuple((acceptable(subject), acceptable(relation), acceptable(other)) for subject, relation, other in fact)
        for fact in row["facts"]
    )
    slots = tuple((_words(t["subject"]), _words(t["relation"]), _words(" ".join(t["objects"]))) for t in triples)
    confidences = tuple(1.0 if t.get("confidence") is None else float(t["confidence"]) for t in triples)
    return _Sentence(row, slots, confidences, facts, tuple(_stated(words, facts) for words in slots))


def _words(slot: str) -> str:
    return "".join(" " + word for word in slot.split())


def _stated(words: Words, facts: Sequence[Sequence[Wording]]) -> int | None:
    """The first fact of which this is a wording."""
    return next((n for n, fact in enumerate(facts) if any(all(_fits(wording, words)) for wording in fact)), None)


def _fits(wording: Wording, words: Words) -> tuple[bool, ...]:
    return tuple(pattern.fullmatch(slot) is not None for pattern, slot in zip(wording, words, strict=True))


def _point(sentences: Sequence[_Sentence], threshold: float) -> Point:
    found = wrong = total = count = 0
    for sentence in sentences:
        kept = [s for s, sure in zip(sentence.states, sentence.confidences, strict=True) if sure >= threshold]
        found += len({fact for fact in kept if fact is not None})
        wrong += kept.count(None)
        count += len(kept)
        total += len(sentence.facts)
    return Point(threshold, Score.of(found, found + wrong, total), count)


def _mistakes(sentence: _Sentence) -> Iterator[Mistake]:
    row = sentence.row
    for n, fact in enumerate(sentence.facts):
        if n not in sentence.states:
            near = max((sum(_fits(wording, words)) for wording in fact for words in sentence.triples), default=0)
            kind = "a triple has two of its slots" if near == 2 else "no triple is near"
            yield Mistake("missed", kind, f"{row['id']}: {excerpt(' | '.join(row['facts'][n][0]))}")
    for words, state in zip(sentence.triples, sentence.states, strict=True):
        if state is None:
            shown = " | ".join(slot.strip() for slot in words)
            yield Mistake("wrong", _fault(words, sentence.facts), f"{row['id']}: {excerpt(shown)}")


def _fault(words: Words, facts: Sequence[Sequence[Wording]]) -> str:
    """What is wrong with a triple, against the wording that is nearest to it."""
    wordings = [wording for fact in facts for wording in fact]
    best = max((_fits(wording, words) for wording in wordings), key=sum, default=(False,) * 3)
    if sum(best) == 2:
        return f"the {_NAMES[best.index(False)]} only"
    joined = words[1] + words[2]
    for subject, relation, other in wordings:
        if subject.fullmatch(words[0]) and re.fullmatch(relation.pattern + other.pattern, joined):
            return "relation and object cut elsewhere"
    return "two slots or more"
