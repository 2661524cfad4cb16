"""What is around an article, as `ontology/lexicon/boilerplate.tsv` says it.

Columns: `kind`; `pattern`, a regular expression for a whole line or paragraph, compared without regard to case and
with straight quotation marks; `note`; `source`. The kinds are

* ``boilerplate``, ``byline``, ``dateline``: what a line is that the pattern matches from end to end;
* ``agency``: what may stand in the brackets of a dateline, as "LONDON (Reuters) -";
* ``let:NAME``: a part that patterns call ``{NAME}``; `date` and `time` serve the datelines of paragraphs too.

A pattern has no capturing group and repeats a group at most nine times, and a long paragraph is never looked at:
so the time is linear in the length of the article, whatever is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.model import ZoneKind
from kg.resources import ontology_dir
from kg.tables import Line, lines

MAX_LENGTH = 400
"""The longest line, in code points, that can be anything but a paragraph."""

_COLUMNS = ("kind", "pattern", "note", "source")
_LINES = (ZoneKind.BOILERPLATE, ZoneKind.BYLINE, ZoneKind.DATELINE)
_KIND = re.compile(r"boilerplate|byline|dateline|agency|let:[a-z]+")
_REFERENCE = re.compile(r"\{([a-z]+)\}")
_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
_LOOSE = re.compile(r"\)(?:[*+]|\{\d*,\}|\{(?:\d*,)?\d\d+\})")  # a group repeated often or without end
_NOTHING = r"(?!)"  # never matches
_STRAIGHT = str.maketrans("‘’“”«»", '\'\'""""')


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled table."""

    lines: re.Pattern[str]
    agency: re.Pattern[str]
    date: re.Pattern[str]
    time: re.Pattern[str]

    def kind(self, line: str) -> ZoneKind | None:
        """What a line or paragraph is, if it is no part of the article.

        >>> patterns().kind("ADVERTISEMENT"), patterns().kind("Advertisement is a trade, she said.")
        (<ZoneKind.BOILERPLATE: 'boilerplate'>, None)
        """
        if len(line) > MAX_LENGTH:
            return None
        found = self.lines.fullmatch(" ".join(line.translate(_STRAIGHT).split()))
        return ZoneKind(found.lastgroup) if found and found.lastgroup else None


@cache
def patterns(path: Path | None = None) -> Patterns:
    """The table at `path`, else the ontology's own.

    Raises:
        LexiconError: the file is not there, or a row makes no sense.
    """
    rows = list(lines(path or ontology_dir() / "lexicon" / "boilerplate.tsv", _COLUMNS))
    parts = {row.cells[0].removeprefix("let:"): row for row in rows if row.cells[0].startswith("let:")}
    found: dict[str, list[str]] = {}
    for row in rows:
        kind = row.cells[0]
        if not _KIND.fullmatch(kind):
            raise row.error(f"no kind {kind!r}; use agency, boilerplate, byline, dateline or let:name")
        pattern = _expanded(row, parts, ())
        _check(pattern, row)
        found.setdefault(kind, []).append(pattern)

    def any_of(kind: str) -> str:
        return f"(?:{'|'.join(found.get(kind, [_NOTHING]))})"

    agency = any_of("agency")
    return Patterns(
        lines=_compiled("|".join(f"(?P<{kind}>{any_of(kind)})" for kind in _LINES)),
        agency=_compiled(rf"\s*(?:[(\[]\s*{agency}(?:\s*[/,&]\s*{agency}){{0,3}}\s*[)\]]|/{agency}/\.?)"),
        date=_compiled(any_of("let:date")),
        time=_compiled(any_of("let:time")),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _expanded(row: Line, parts: dict[str, Line], inside: tuple[str, ...]) -> str:
    """The row's pattern with the parts it names put in."""

    def part(found: re.Match[str]) -> str:
        name = found[1]
        if name in inside:
            raise row.error(f"{{{name}}} names itself")
        if name not in parts:
            raise row.error(f"no part {{{name}}}; add a row let:{name}")
        return _expanded(parts[name], parts, (*inside, name))

    return f"(?:{_REFERENCE.sub(part, row.cells[1])})"


def _check(pattern: str, row: Line) -> None:
    try:
        compiled = _compiled(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise row.error(f"not a regular expression: {error}") from error
    if compiled.groups:
        raise row.error("a capturing group; write (?:...)")
    if _LOOSE.search(_ATOM.sub("x", pattern)):
        raise row.error("a group may repeat at most nine times; write a bound such as {0,5}")
    if compiled.fullmatch(""):
        raise row.error("matches an empty line")
