"""Labels in boxes: wrapped and measured before any browser sees them.

The page is drawn in Arial or a face of its width. Its real advances, widened a little, keep a wrapped line inside its
box in every usual sans serif; the page squeezes a line that is still too long, so that no box ever grows.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

SIZE = 13
"""Of a label's letters, in units of the drawing."""
LINE = 17
NOTE_SIZE = 11.5
NOTE_LINE = 15
ICON = 24
"""Room at the left of a label for its sign."""
PAD_X, PAD_Y = 8, 7

_SAFETY = 1.05
_BOLD = 1.08
# Advances in thousandths of the letter size, from the metrics of Helvetica and Arial.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys(" tfI!.,:;/\\[]‘’·", 278),
    **dict.fromkeys("r()-{}“”`", 345),
    **dict.fromkeys("csvxyzkJ", 500),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("wCDHNRU", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM%", 860),
    **dict.fromkeys("W@…—", 1015),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A label in its box: the size, the lines, and a smaller last line."""

    width: int
    height: int
    lines: tuple[str, ...]
    note: str = ""


def text_width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide `text` is at most, in units of the drawing.

    >>> text_width("iii") < text_width("nnn") < text_width("漢漢漢")
    True
    """
    return sum(map(_advance, text)) / 1000 * size * _SAFETY * (_BOLD if bold else 1)


def wrapped(text: str, width: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines that fit `width`, at most `most` of them; what is left out is marked by "…".

    >>> wrapped("The ministry ordered the closure", 110, 2)
    ('The ministry', 'ordered the …')
    """
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width, bold=bold):
        longer = f"{line} {word}" if line else word
        if text_width(longer, bold=bold) <= width:
            line = longer
            continue
        if len(lines) == most - 1:
            lines.append(_cut(longer, width, bold=bold))
            return tuple(lines)
        lines.append(line)
        line = word
    return (*lines, line) if line else tuple(lines)


def box(text: str, width: int, *, most: int = 3, note: str = "", bold: bool = False, tight: bool = False) -> Box:
    """A box of `width` for `text`; a `tight` one is no wider than its longest line."""
    room = width - ICON - PAD_X
    lines = wrapped(text, room, most, bold=bold) or ("",)
    note = _cut(note, room, size=NOTE_SIZE) if text_width(note, NOTE_SIZE) > room else note
    if tight:
        longest = max([text_width(line, bold=bold) for line in lines] + [text_width(note, NOTE_SIZE)])
        width = min(width, ICON + PAD_X + round(longest) + 1)
    height = 2 * PAD_Y + LINE * len(lines) + (NOTE_LINE if note else 0)
    return Box(width, height, lines, note)


@cache
def _advance(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1010 if unicodedata.category(letter).startswith("L") else 1400
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and base in _WIDTHS:
        return _WIDTHS[base]
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return 640
    return 560 if letter.isascii() or base.isascii() else 760


def _pieces(text: str, width: float, *, bold: bool) -> list[str]:
    """The words of `text`, those that are too long for a line cut in pieces."""
    pieces = []
    for word in text.split():
        piece = ""
        for letter in word:
            if piece and text_width(piece + letter, bold=bold) > width:
                pieces.append(piece)
                piece = ""
            piece += letter
        pieces.append(piece)
    return pieces


def _cut(text: str, width: float, *, size: float = SIZE, bold: bool = False) -> str:
    while text and text_width(text + " …", size, bold=bold) > width:
        shorter = text.rpartition(" ")[0]
        text = shorter if len(shorter) > len(text) // 2 else text[:-1]
    return text.rstrip() + " …"
