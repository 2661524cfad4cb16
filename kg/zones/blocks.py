"""Headlines, bylines and paragraphs as the lay-out shows them: blank lines, line breaks and hard wraps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Span

_WRAPPED = range(40, 101)  # the widths at which mail programs, agencies and editors break lines
_RAGGED = 0.75  # of the width is filled, at least, where lines were broken by hand
_FIRST_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it; `indent` counts the white space before it."""

    begin: int
    end: int
    indent: int

    @property
    def width(self) -> int:
        return self.indent + self.end - self.begin


def blocks(text: str, *, furniture: Callable[[str], bool], opens: Callable[[str], bool]) -> Iterator[Span]:
    """Yield each block of `text` in order: lines that were one line before somebody wrapped them.

    Blank lines part blocks. Of lines without a blank line between them each is a block, unless it goes on with
    the line before. A line of `furniture` stands by itself, and one that `opens` an article begins a block.
    """
    groups = list(_groups(text))
    width = _wrap_width(text, groups)
    top = groups[0][0] if groups else None
    for group in groups:
        first = last = group[0]
        for line in group[1:]:
            before, after = text[last.begin : last.end], text[line.begin : line.end]
            may_end = last is top or ends_sentence(before)
            if not _goes_on(text, last, line, width, may_end=may_end) or (
                # Within a sentence "print" may fill a line and be no button.
                furniture(before) or opens(after) or (may_end and furniture(after))
            ):
                yield Span(first.begin, last.end)
                first = line
            last = line
        yield Span(first.begin, last.end)


def ends_sentence(words: str) -> bool:
    """Whether the last mark is one that ends sentences; quotation marks and brackets after it do not count.

    >>> ends_sentence("“We won.”"), ends_sentence("We won")
    (True, False)
    """
    return words[-8:].rstrip("\"'’”»)] ").endswith((".", "!", "?", "…"))


def _groups(text: str) -> Iterator[list[_Line]]:
    """Lines that follow one another without a blank line."""
    group: list[_Line] = []
    begin = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip())
            group.append(_Line(begin + indent, begin + indent + len(words), indent))
        elif group:
            yield group
            group = []
        begin += len(line)
    if group:
        yield group


def _wrap_width(text: str, groups: list[list[_Line]]) -> int:
    """The column at which the text was wrapped by hand or program, or 0.

    It was if no line is long and somewhere a line goes on in lower case in the middle of a sentence.
    """
    width = max((line.width for group in groups for line in group if _has_gap(text, line)), default=0)
    pairs = (pair for group in groups for pair in pairwise(group))
    return width if width in _WRAPPED and any(_in_mid_sentence(text, *pair) for pair in pairs) else 0


def _has_gap(text: str, line: _Line) -> bool:
    """Whether the line could have been broken; an address of a page could not."""
    return text.find(" ", line.begin, line.end) >= 0


def _goes_on(text: str, before: _Line, after: _Line, width: int, *, may_end: bool) -> bool:
    """Whether `after` continues `before`: in mid-sentence, or where its first word did not fit any more.

    Where `before` can hardly be the end of a paragraph, it may have been wrapped with less care.
    """
    if after.indent > before.indent:
        return False
    filled = width if may_end else _RAGGED * width
    return _in_mid_sentence(text, before, after) or 0 < filled < before.width + 1 + len(_word(text, after))


def _in_mid_sentence(text: str, before: _Line, after: _Line) -> bool:
    return _word(text, after).islower() and not ends_sentence(text[max(before.begin, before.end - 8) : before.end])


def _word(text: str, line: _Line) -> str:
    found = _FIRST_WORD.match(text, line.begin, line.end)
    return found.group() if found else ""
