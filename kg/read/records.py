"""What is known about a document beside its text, from options, a sidecar or a line of JSON: checked, then typed."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import InputError

_UNFIT = re.compile("[\0\ud800-\udfff]")  # no syntax of RDF can write NUL, and UTF-8 has no surrogates
_NAMES = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a document beside its text."""

    id: str | None = None
    title: str | None = None
    date: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None

    def over(self, other: About) -> About:
        """Both together; where they disagree, this one wins."""
        return About(
            self.id or other.id,
            self.title or other.title,
            self.date or other.date,
            self.publisher or other.publisher,
            self.url or other.url,
            self.author or other.author,
        )


def about(record: Mapping[str, object], where: str) -> About:
    """The keys of `record` that we know; `where` begins the message of an InputError. Empty strings say nothing.

    >>> about({"id": 7, "title": "", "section": "World"}, "a.jsonl:1")
    About(id='7', title=None, date=None, publisher=None, url=None, author=None)
    """
    number = record.get("id")
    if isinstance(number, int | float) and not isinstance(number, bool):
        record = {**record, "id": str(number)}
    return About(
        id=_string(record, "id", where),
        title=_string(record, "title", where),
        date=_date(record.get("date"), where),
        publisher=_string(record, "publisher", where),
        url=_string(record, "url", where),
        author=_string(record, "author", where),
    )


def json_object(text: str, where: str) -> Mapping[str, object]:
    """The JSON object that `text` is, or an InputError."""
    try:
        value = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise InputError(f"{where}: JSON nested too deeply to be a document") from error
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}") from error
    if not isinstance(value, dict):
        raise InputError(f"{where}: {kind(value)}, not a JSON object")
    return value


def check_text(text: str, where: str) -> None:
    """Raise InputError if a character of `text` cannot be written out again."""
    if found := _UNFIT.search(text):
        if found.group() == "\0":
            what = f"NUL at character {found.start()}: a binary file, or UTF-16 (then name the encoding)"
        else:
            what = f"lone surrogate U+{ord(found.group()):04X} at character {found.start()}, which UTF-8 cannot write"
        raise InputError(f"{where}: {what}")


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    return _NAMES.get(type(value), "a number")


def _string(record: Mapping[str, object], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"{where}: {key} is {kind(value)}, not a string")
    check_text(value, f"{where}: {key}")
    return value.strip() or None


def _date(value: object, where: str) -> dt.date | None:
    """The date of an ISO 8601 date or datetime, as it is written there: no time zone is applied."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value).date()
        except ValueError as error:
            raise InputError(f"{where}: date {value!r} is not ISO 8601; write it like 2017-07-07") from error
    raise InputError(f"{where}: date is {kind(value)}, not a string like 2017-07-07")


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is not a number of JSON")
