"""Where and when, at the beginning of a paragraph: "HAMBURG, July 7 (Reuters) -", "(AP) —", "14:05 –"."""

from __future__ import annotations

import re

from kg.zones.lexicon import Patterns

_WINDOW = 120
_DASH = re.compile(r"\s*(?:—|–|--?|:)(?=\s|$|[\"“‘'])|\s*—")
_MARK = re.compile(r"\s*—\s*|\s+(?:–|--?)(?:\s+|$)|\s*--\s*|(?<=\))\s*[-–]\s*|\s*:(?:\s+|$)")
_AFTER_CLOCK = re.compile(r"\s*(?:—|–|--?|:|\|)(?=\s)")
_BRACKET = re.compile(r"\s*\([^()]{2,40}\)$")
_WORD = re.compile(r"[^\s,;]+")
_PARTICLES = frozenset("de del da do dos di du la le el al the of and upon am an der den in on sur les".split())


def dateline_length(words: str, table: Patterns, *, leading: bool) -> int:
    """How many characters of a paragraph are its dateline, 0 if it has none.

    `leading` says that no paragraph comes before: only there is a name in capitals before a dash a place.

    >>> from kg.zones.lexicon import patterns
    >>> dateline_length("LONDON (Reuters) - It rained.", patterns(), leading=False)
    18
    """
    window = words[:_WINDOW]
    return _signed(window, table) or _timed(window, table) or _placed(window, table, leading)


def _signed(window: str, table: Patterns) -> int:
    """A place, a date or nothing, and a known agency in brackets: "Paris (AFP) —", "(AP) —", "(CNN)The"."""
    agency = table.agency.search(window)
    if not agency or not _names_places(window[: agency.start()]):
        return 0
    head = window[: agency.start()]
    dash = _DASH.match(window, agency.end())
    end = dash.end() if dash else agency.end()
    rest = window[end:]
    # "Jane Roe (Reuters) asked" is a sentence: without a dash the place is in capitals, or the text hugs the bracket.
    if not dash and rest and not (head.isupper() or not head.strip() or rest[0].isupper()):
        return 0
    return end if not rest or _opens(rest.lstrip()) else 0


def _timed(window: str, table: Patterns) -> int:
    """The clock of a live blog: "14:05 –", "10.32am:"."""
    clock = table.time.match(window)
    dash = clock and _AFTER_CLOCK.match(window, clock.end())
    if not dash:
        return 0
    rest = window[dash.end() :].lstrip()
    return dash.end() if _opens(rest) and not rest[0].isdigit() else 0


def _placed(window: str, table: Patterns, leading: bool) -> int:
    """A place in capitals, perhaps a region and a date, and a dash: "HAMBURG, July 7 —", "ST. LOUIS, Mo. —"."""
    mark = _MARK.search(window)
    if not mark:
        return 0
    head, rest = window[: mark.start()], window[mark.end() :]
    bracket = _BRACKET.search(head)
    place, *others = (part.strip() for part in (head[: bracket.start()] if bracket else head).split(","))
    dated = any(table.date.fullmatch(part) for part in others)
    if not place.isupper() or any(char.isdigit() for char in place) or len(place.split()) > 5 or len(others) > 3:
        return 0
    if not all(_names_places(part) and len(part.split()) < 5 for part in others):
        return 0
    # "NATO — the alliance — said", "SMITH: I do": a bare word in capitals must open the article and be no acronym.
    if not dated and (not leading or ":" in mark.group() or sum(map(str.isalpha, place)) < 4):
        return 0
    if rest and not (_opens(rest) and any(char.islower() for char in rest)):
        return 0
    return len(window[: mark.end()].rstrip())


def _names_places(head: str) -> bool:
    """Whether nothing but words with capitals, their particles and numbers are here."""
    words = _WORD.findall(head)
    return (
        len(words) <= 10
        and not set(head) & set('()"“”?!')
        and all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES or not word[0].isalnum() for word in words)
    )


def _opens(rest: str) -> bool:
    """Whether a sentence could begin here."""
    first = rest[:1]
    return first.isdigit() or (first.isalpha() and not first.islower()) or (first != "" and first in "\"“‘'([«")
