"""Times: TIMEX3 values for what the text says of when, against the article's date where it needs one.

Nothing is guessed: "Friday" without a date stays ``XXXX-WXX-5``. The value format is that of TimeML's TIMEX3
(ISO 8601 with X for what is unknown).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.model import Document, Span, Timex
from kg.syntax.coming import is_coming
from kg.syntax.tree import Tree

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_UNITS = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
    "decade": "P{}0Y",
}
_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_MONTH = "|".join(m[:3] + (f"(?:{m[3:]})?" if m[3:] else "") for m in MONTHS) + "|sept"
_DAY = "|".join(_DAYS)
_WEEKDAY = re.compile(rf"\b(?:(last|next|this)\s+)?({_DAY})\b", re.I)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b(?!\s*(?:%|percent|people))")
_DMY = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b\.?|({_MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b)(?:,?\s+(\d{{4}}))?",
    re.I,
)
_MY = re.compile(rf"\b(?:(last|next|this|early|late|mid)[\s-]+)?({_MONTH})\b\.?(?:,?\s+(?:of\s+)?(\d{{4}}))?", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_COUNT = r"(\d+|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_DURATION = re.compile(
    rf"\b(?:(?:over|about|around|nearly|almost|some|more\s+than|less\s+than|at\s+least|the\s+(?:last|past))\s+)*{_COUNT}[\s-]+(second|minute|hour|day|week|month|year|decade)s?\b",
    re.I,
)
_AGO = re.compile(rf"\b{_COUNT}\s+(day|week|month|year)s?\s+(ago|earlier|before|later)\b", re.I)
_DEICTIC = re.compile(
    r"\b(today|tonight|yesterday|tomorrow|(?:(?:last|next|this)\s+(?:week|month|year|night)))\b", re.I
)
_DECADE = re.compile(r"\b(?:the\s+)?(1[5-9]\d|20\d)0s\b", re.I)


def timexes(tree: Tree) -> list[Timex]:
    """The time expressions of the document, in order, disjoint."""
    found = []
    for entity in tree.doc.ents:
        if entity.label_ in ("DATE", "TIME") and (tree.read(entity[0]) or tree.dateline(entity[0])):
            text = entity.text
            if value := timex(text, tree.document, past=not is_coming(tree, entity.root)):
                found.append(Timex(value, Span(entity.start_char, entity.start_char + len(text.rstrip()))))
    return found


def timex(text: str, document: Document, past: bool = True) -> str | None:
    """The TIMEX3 value of an expression, or None where it is none.

    `past` resolves a bare weekday or month to the last one before the article's date.

    >>> timex("Friday", Document("", date=date(2017, 7, 8)))
    '2017-07-07'
    >>> timex("Friday", Document(""))
    'XXXX-WXX-5'
    >>> timex("over two hours", Document(""))
    'PT2H'
    """
    base = document.date
    for rule in (_iso, _day_of_month, _ago, _deictic, _decade, _duration, _weekday, _month, _year):
        value = rule(text, base, past)
        if value:
            return value
    return None


def _iso(text: str, base: date | None, past: bool) -> str | None:
    m = _ISO.search(text)
    return m.group() if m and _valid(int(m[1]), int(m[2]), int(m[3])) else None


def _day_of_month(text: str, base: date | None, past: bool) -> str | None:
    m = _DMY.search(text)
    if not m:
        return None
    day, month = int(m[1] or m[4]), _month_number(m[2] or m[3])
    if m[5]:
        return f"{m[5]}-{month:02}-{day:02}" if _valid(int(m[5]), month, day) else None
    if not 1 <= day <= 31:
        return None
    year = _YEAR.search(text)
    if year:
        return f"{year[1]}-{month:02}-{day:02}" if _valid(int(year[1]), month, day) else None
    if base is None or not _valid(base.year, month, day):
        return f"XXXX-{month:02}-{day:02}"
    then = date(base.year, month, day)
    if past and then > base + timedelta(days=183) and _valid(base.year - 1, month, day):
        then = date(base.year - 1, month, day)
    return then.isoformat()


def _ago(text: str, base: date | None, past: bool) -> str | None:
    m = _AGO.search(text)
    if not m:
        return None
    if base is None or m[3].lower() != "ago":
        return "PAST_REF" if m[3].lower() == "ago" else None
    n, unit = _number(m[1]), m[2].lower()
    shifts = {"day": _shifted(base, -n), "week": _week(base, -n), "month": _month_shift(base, -n)}
    return shifts.get(unit, f"{base.year - n:04}" if n < base.year else None) or "PAST_REF"


def _deictic(text: str, base: date | None, past: bool) -> str | None:
    m = _DEICTIC.search(text)
    if not m:
        return None
    words = m[1].lower().split()
    if base is None:
        return {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(words[-1], "XXXX-XX-XX")
    if len(words) == 1:
        return _shifted(base, {"yesterday": -1, "tomorrow": 1}.get(words[0], 0))
    step, unit = {"last": -1, "next": 1, "this": 0}[words[0]], words[1]
    if unit == "night":
        return _shifted(base, step if step < 0 else 0)
    if unit == "week":
        return _week(base, step)
    return _month_shift(base, step) if unit == "month" else f"{base.year + step:04}"


def _decade(text: str, base: date | None, past: bool) -> str | None:
    m = _DECADE.search(text)
    return m[1] if m else None


def _duration(text: str, base: date | None, past: bool) -> str | None:
    m = _DURATION.search(text)
    return _UNITS[m[2].lower()].format(_number(m[1])) if m else None


def _weekday(text: str, base: date | None, past: bool) -> str | None:
    m = _WEEKDAY.search(text)
    if not m:
        return None
    day = _DAYS.index(m[2].lower())
    if base is None:
        return f"XXXX-WXX-{day + 1}"
    way = (m[1] or "").lower()
    if way == "next":
        return _shifted(base, (day - base.weekday() - 1) % 7 + 1)
    if not past and way != "last":
        return _shifted(base, (day - base.weekday()) % 7)
    return _shifted(base, -((base.weekday() - day - (way == "last")) % 7 + (way == "last")))


def _month(text: str, base: date | None, past: bool) -> str | None:
    m = _MY.search(text)
    if not m:
        return None
    month = _month_number(m[2])
    if m[3] or (year := _YEAR.search(text)):
        return f"{m[3] or (year[1] if year else '')}-{month:02}"
    if base is None:
        return f"XXXX-{month:02}"
    year_of = base.year
    way = (m[1] or "").lower()
    if way == "next" or (not past and way != "last"):
        year_of += month <= base.month if way == "next" else month < base.month
    elif month > base.month or (way == "last" and month >= base.month):
        year_of -= 1
    return f"{year_of:04}-{month:02}"


def _year(text: str, base: date | None, past: bool) -> str | None:
    m = _YEAR.search(text)
    return m[1] if m else None


def _number(word: str) -> int:
    return int(word[:6]) if word.isdigit() else _NUMBERS[word.lower()]


def _month_number(word: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(word.lower()[:3]))


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _shifted(base: date, days: int) -> str | None:
    try:
        return (base + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _week(base: date, weeks: int) -> str | None:
    try:
        year, week, _ = (base + timedelta(weeks=weeks)).isocalendar()
    except OverflowError:
        return None
    return f"{year:04}-W{week:02}"


def _month_shift(base: date, months: int) -> str | None:
    total = base.year * 12 + base.month - 1 + months
    return f"{total // 12:04}-{total % 12 + 1:02}" if total >= 12 else None
