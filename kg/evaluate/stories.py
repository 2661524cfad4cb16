"""Stories: invented statements of one article, and which of them contradict each other.

Blank lines stand between stories. A line `# …` says what a story is about, a numbered one what somebody says, and the
last lists the pairs that contradict each other; every other pair does not::

    # a ferry ran aground
    1 prosecutors | the captain had drunk rum before she sailed
    2 the captain | “I have not touched a drop in eleven years”
    3 the harbour master | nobody could say why she had left the channel
    x 1-2
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.errors import InputError
from kg.inference import Inference

_STATEMENT = re.compile(r"(\d{1,3})\s+(.+?)\s+\|\s+(.+)")
_PAIR = re.compile(r"(\d{1,3})-(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Story:
    """What is said, as speaker and content, and the pairs of places in it that contradict each other."""

    said: tuple[tuple[str, str], ...]
    against: frozenset[tuple[int, int]]

    def pairs(self) -> Iterator[tuple[int, int, bool]]:
        """Every two statements, by their places, and whether they contradict each other."""
        for one, other in combinations(range(len(self.said)), 2):
            yield one, other, (one, other) in self.against


def stories(path: Path) -> Iterator[Story]:
    """The stories of a file.

    Raises:
        InputError: it cannot be read, or a line is none of a story's.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    for block in re.split(r"\n\s*\n", text.strip()):
        yield _story([line for line in block.split("\n") if not line.startswith("#")], path)


def _story(lines: Sequence[str], path: Path) -> Story:
    said: dict[str, tuple[str, str]] = {}
    for line in lines[:-1]:
        told = _STATEMENT.fullmatch(line.strip())
        if told is None or told[1] in said:
            raise InputError(f"{path}: {line!r}; use NUMBER SPEAKER | CONTENT, each number once")
        said[told[1]] = (told[2], told[3])
    places = {number: place for place, number in enumerate(said)}
    mark, *pairs = (lines[-1] if lines else "").split() or [""]
    told_pairs = [_PAIR.fullmatch(pair) for pair in pairs]
    against = {tuple(sorted(places.get(n, -1) for n in pair.groups())) for pair in told_pairs if pair is not None}
    if mark != "x" or None in told_pairs or not all(-1 < one < other for one, other in against):
        raise InputError(f"{path}: {lines[-1:]}; use x and NUMBER-NUMBER for each pair of two of its statements")
    return Story(tuple(said.values()), frozenset((one, other) for one, other in against))


def ranked(network: Inference, told: Sequence[Story]) -> tuple[float, float]:
    """How a network weighs the pairs of stories: the share of (contradicting, other) in order, average precision."""
    weighed: list[tuple[float, bool]] = []
    for story in told:
        read = [network.statement(*one) for one in story.said]
        weighed += [(network.weight(read[one], read[other]), right) for one, other, right in story.pairs()]
    order = [right for _, right in sorted(weighed, key=lambda pair: (-pair[0], pair[1]))]
    hits = above = 0
    for right in order:
        hits += right
        above += 0 if right else hits
    return above / (hits * (len(order) - hits)), average_precision(order)


def average_precision(order: Sequence[bool]) -> float:
    """The mean precision down to each pair that is right, of pairs from the likeliest on.

    >>> average_precision([True, False, True])
    0.8333333333333333
    """
    hits = 0
    precision = 0.0
    for place, right in enumerate(order, 1):
        hits += right
        precision += hits / place if right else 0.0
    return precision / hits
