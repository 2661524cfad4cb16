"""The parts of an article: headline, byline, dateline, paragraphs, and what a page puts around them.

Zones are disjoint and in order, have no white space at their ends, and together hold every other character.
When in doubt a block is a paragraph: what is not read cannot be found.
"""

from __future__ import annotations

from kg.model import Span, Zone, ZoneKind
from kg.zones.blocks import blocks, ends_sentence
from kg.zones.datelines import dateline_length
from kg.zones.lexicon import Patterns, patterns

__all__ = ["Patterns", "patterns", "zones"]

_HEADLINE = 130  # code points; longer ones are leads without a full stop
_FOLD = str.maketrans("‘’“”«»\u00a0", '\'\'"""" ')


def zones(text: str, title: str | None = None, *, table: Patterns | None = None) -> tuple[Zone, ...]:
    r"""The zones of `text`; `title`, where known, tells which line is the headline.

    Raises:
        LexiconError: the ontology's table of boilerplate is missing or broken.

    >>> [zone.kind.value for zone in zones("Rain in Spain\n\nBy Jane Doe\n\nIt rained.\n\nADVERTISEMENT")]
    ['headline', 'byline', 'paragraph', 'boilerplate']
    """
    table = table or patterns()
    spans = tuple(
        blocks(
            text,
            furniture=lambda line: table.kind(line) is not None,
            opens=lambda line: dateline_length(line, table, leading=False) > 0,
        )
    )
    words = tuple(text[span.begin : span.end] for span in spans)
    kinds = [table.kind(block) for block in words]
    headline = _headline(words, kinds, title, table)
    found: list[Zone] = []
    leading = True
    for index, (span, kind) in enumerate(zip(spans, kinds, strict=True)):
        if index == headline:
            found.append(Zone(span, ZoneKind.HEADLINE))
        elif kind is ZoneKind.BYLINE and not (leading or index >= len(spans) - 2):
            # "By George Street" between two paragraphs is a heading, not a byline.
            found.append(Zone(span, ZoneKind.PARAGRAPH))
        elif kind:
            found.append(Zone(span, kind))
        else:
            length = dateline_length(words[index], table, leading=leading)
            begin = span.begin + length
            if length:
                found.append(Zone(Span(span.begin, begin), ZoneKind.DATELINE))
            while begin < span.end and text[begin].isspace():
                begin += 1
            if begin < span.end:
                found.append(Zone(Span(begin, span.end), ZoneKind.PARAGRAPH))
                leading = False
    return tuple(found)


def _headline(words: tuple[str, ...], kinds: list[ZoneKind | None], title: str | None, table: Patterns) -> int | None:
    """The index of the headline: the block that repeats the title, else a first block that looks like one."""
    if title:
        for index, block in enumerate(words[:8]):
            if len(block) <= 2 * len(title) + 8 and _folded(block) == _folded(title):
                return index
    content = [index for index, kind in enumerate(kinds[:12]) if kind is None]
    if not content or dateline_length(words[content[0]], table, leading=True):
        return None
    first = words[content[0]]
    apart = any(ends_sentence(words[index]) for index in content[1:4])
    short = len(first) <= _HEADLINE and len(first.split()) > 1
    sound = first[-1].isalnum() or first[-1] in "'\"’”)%"
    return content[0] if apart and short and sound and not ends_sentence(first) else None


def _folded(words: str) -> str:
    """The words without regard to case, spacing, the shape of quotation marks and a mark at the end."""
    return " ".join(words.translate(_FOLD).casefold().split()).rstrip(" .")
