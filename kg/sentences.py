"""Where the sentences of a text begin and end, near enough for showing words in their surroundings."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

# A sentence ends at a stop before a capital, a digit or an opening quote, and at the end of a line.
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])|\n+")
_SHORT = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Prof|Jr|Sr|No|vs|[A-Z]\.[A-Z])\.$"
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    r"""The spans of the sentences of `text`, near enough for showing words in their surroundings.

    >>> t = 'Dr. Reed left. "Why?" she asked.\nNobody knew.'
    >>> [t[begin:end] for begin, end in sentences(t)]
    ['Dr. Reed left.', '"Why?" she asked.', 'Nobody knew.']
    """
    cuts = [0]
    for stop in _STOP.finditer(text):
        if "\n" in stop.group() or not _SHORT.search(text[max(0, stop.start() - 12) : stop.start() + 1]):
            cuts.append(stop.end())
    cuts.append(len(text))
    spans = []
    for begin, end in pairwise(cuts):
        piece = text[begin:end]
        if piece.strip():
            spans.append((begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())))
    return tuple(spans)


def sentence_at(spans: tuple[tuple[int, int], ...], offset: int) -> int:
    """The number of the sentence that holds `offset`, or the one before it."""
    return max(0, bisect_right(spans, (offset, 1 << 60)) - 1)
