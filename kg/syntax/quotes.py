"""Quotations by their marks, read from the text alone.

Marks are paired inside a paragraph; a straight one opens or closes by what stands beside it, and where that
does not tell, in turn. One that never closes ends with its paragraph; a paragraph that opens with a mark again
continues it. A closing mark too many stretches the quotation before it, if its sentence has not ended.

Single marks quote where no double ones are around them and nothing says that they are apostrophes: a closing one is
the first that ends a word behind a comma or full stop, or else the last of a few words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from kg.model import Document, Span, ZoneKind

_MARK = re.compile(r"[“”„\"«»]|``|''")
_SINGLE = re.compile(
    r"(?<![^\s([—–])(?:‘(?=[\w£$€])(?:[^‘“”\"\n]{0,600}?[,.?!…—–-]’(?!\w)|[^‘“”\"\n,.;:?!]{1,80}?(?<![s\s])’(?!\w))"
    r"|'(?=[A-Z])[^“”\"\n]{0,600}?[,.?!…]'(?!\w)"
    r"|'(?=[a-z])(?!(?:em|til|cause|tis|twas|round|bout|cos|n)\b)[^'‘’“”\"\n,.;:?!]{2,60}?(?<![s\s])'(?!\w))"
)
"""A quotation in single marks; straight ones close behind a comma or a full stop if they open with a capital, and hold
but a few words without a mark if not."""
_OPENS, _CLOSES = frozenset("“„«") | {"``"}, frozenset("”»")
_LOOSE_BEFORE = frozenset(" \t\n\r\u00a0([{-–—/:")
_SENTENCE_END = re.compile(r"[.!?][”\"']?\s+[A-Z\"“]|[.!?][”\"']$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks. `goes_on`: it was left open, and the next one continues it."""

    span: Span
    closed: bool = True
    goes_on: bool = False


def quotes(document: Document) -> tuple[Quote, ...]:
    """The quotations of the paragraphs, in order, disjoint.

    >>> from kg.model import Zone
    >>> text = 'She said "yes" and left.'
    >>> document = Document(text, zones=(Zone(Span(0, len(text)), ZoneKind.PARAGRAPH),))
    >>> [document[q.span] for q in quotes(document)]
    ['"yes"']
    """
    found: list[Quote] = []
    spans = [z.span for z in document.zones if z.kind in (ZoneKind.PARAGRAPH, ZoneKind.HEADLINE)]
    for n, zone in enumerate(spans):
        part = _paired(document.text, zone)
        if part and not part[-1].closed and n + 1 < len(spans):
            following = document.text[spans[n + 1].begin : spans[n + 1].begin + 2]
            if _MARK.match(following):
                part[-1] = Quote(part[-1].span, closed=False, goes_on=True)
        found += part
    return tuple(found)


def _paired(text: str, zone: Span) -> list[Quote]:
    found: list[Quote] = []
    opened, depth = -1, 0
    for mark in _MARK.finditer(text, zone.begin, zone.end):
        begin, end = mark.start(), mark.end()
        way = _way(text, zone, mark) or ("closes" if depth else "opens")
        if way == "opens":
            opened = opened if depth else begin
            depth += 1
        elif depth:
            depth -= 1
            if not depth and end - opened > 2:
                found.append(Quote(Span(opened, end)))
        elif found and not _SENTENCE_END.search(text, found[-1].span.end - 2, begin):
            found[-1] = Quote(Span(found[-1].span.begin, end))
    if depth:
        found.append(Quote(Span(opened, zone.end), closed=False))
    return sorted([*found, *_single(text, zone, found)], key=lambda q: q.span.begin)


def _single(text: str, zone: Span, doubles: list[Quote]) -> list[Quote]:
    """The quotations in single marks that stand in none in double ones."""
    spans = [Span(m.start(), m.end()) for m in _SINGLE.finditer(text, zone.begin, zone.end)]
    starts = [q.span.begin for q in doubles]
    return [
        Quote(s)
        for s in spans
        if not (at := bisect_right(starts, s.begin)) or doubles[at - 1].span.end <= s.begin
        if at == len(starts) or starts[at] >= s.end
    ]


def _way(text: str, zone: Span, mark: re.Match[str]) -> str | None:
    """Whether a mark opens or closes, by its form and its neighbours; None where they do not tell."""
    if mark.group() in _OPENS:
        return "closes" if mark.group() == "“" and _glued(text, zone, mark) else "opens"
    if mark.group() in _CLOSES:
        return "closes"
    before = mark.start() <= zone.begin or text[mark.start() - 1] in _LOOSE_BEFORE
    after = mark.end() >= zone.end or not (text[mark.end()].isalnum() or text[mark.end()] in "$£€'([<#@.…-")
    return None if before == after else "opens" if before else "closes"


def _glued(text: str, zone: Span, mark: re.Match[str]) -> bool:
    """ "“They sank,“ he said": an opening mark that stands behind its word, and a blank behind it, was to close."""
    at, end = mark.start(), mark.end()
    return at > zone.begin and text[at - 1] not in _LOOSE_BEFORE and (end >= zone.end or text[end].isspace())
