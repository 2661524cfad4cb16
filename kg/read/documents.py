"""Sources to documents.

A text file is one document. What is known about it may stand beside it: for ``storm.txt`` in
``storm.meta.json``, an object with any of `title`, `date`, `publisher`, `url`, `author` and `id`.
JSON Lines (``.jsonl``, ``.ndjson``) hold one object a line, with the same keys, its `text`, and `tokens`
where the text is already tokenised. Options win over both, and keys we do not know are ignored.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.read.records import About, about, check_text, json_object, kind
from kg.read.sources import BOM, Source, check_encoding, content, decoded, lines, opened, path_of
from kg.zones import zones

MAX_CHARS = 1_000_000
"""The longest text, in code points: a book, not an article. A longer one is refused before it is parsed."""
_MAX_BYTES = 4 * MAX_CHARS + 4
_JSON_LINES = frozenset((".jsonl", ".ndjson"))


def read(
    *sources: Source,
    encoding: str = "utf-8",
    jsonl: bool | None = None,
    title: str | None = None,
    date: str | dt.date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    author: str | None = None,
    id: str | None = None,
) -> Iterator[Document]:
    """Yield the documents of `sources` in order, each when it is asked for.

    `jsonl` says whether the sources are JSON Lines; left out, the suffix of each does. `date` is ISO 8601, and
    of a datetime the date is kept. Line ends stay as they are; a byte order mark that begins a file is no text.

    Raises:
        InputError: at once for an option that makes no sense; on the way for a file, line or record that
            cannot be read, an id that comes twice, or a `title`, `url` or `id` said of more than one document.
    """
    options = about(
        {"id": id, "title": title, "date": date, "publisher": publisher, "url": url, "author": author}, "options"
    )
    check_encoding(encoding)
    return _checked(_documents(sources, encoding, jsonl, options), options)


def document(
    text: str,
    *,
    tokens: tuple[str, ...] | None = None,
    title: str | None = None,
    date: str | dt.date | None = None,
    publisher: str | None = None,
    url: str | None = None,
    author: str | None = None,
    id: str | None = None,
) -> Document:
    """The document of a string, with its zones; raises InputError as `read` does.

    >>> d = document("LONDON (Reuters) - It rained.", date="2024-05-01T08:30:00Z")
    >>> d.date, [(zone.kind.value, d[zone.span]) for zone in d.zones]
    (datetime.date(2024, 5, 1), [('dateline', 'LONDON (Reuters) -'), ('paragraph', 'It rained.')])
    """
    known = about(
        {"id": id, "title": title, "date": date, "publisher": publisher, "url": url, "author": author}, "document"
    )
    return _document(text, tokens, known, "document")


def _checked(documents: Iterator[tuple[Document, str]], options: About) -> Iterator[Document]:
    """The documents without their places, as long as they are told apart."""
    single = [key for key in ("id", "title", "url") if getattr(options, key)]
    first: dict[str, str] = {}
    for count, (found, where) in enumerate(documents):
        if count and single:
            raise InputError(f"{where}: a second document, but {single[0]} belongs to one; read them one by one")
        if found.id is not None:
            if found.id in first:
                raise InputError(f"{where}: id {found.id!r} again, first at {first[found.id]}; give each its own")
            first[found.id] = where
        yield found


def _documents(
    sources: tuple[Source, ...], encoding: str, jsonl: bool | None, options: About
) -> Iterator[tuple[Document, str]]:
    """Each document, and where it was found."""
    for source in sources:
        path = path_of(source)
        by_suffix = path is not None and path.suffix.lower() in _JSON_LINES
        with opened(source) as (stream, name):
            if by_suffix if jsonl is None else jsonl:
                empty = True
                for number, line in lines(stream, name, encoding):
                    empty = False
                    yield _from_json(line, options, f"{name}:{number}"), f"{name}:{number}"
                if empty:
                    raise InputError(f"{name}: no document in it")
            else:
                text = decoded(content(stream, name, _MAX_BYTES), encoding, name).removeprefix(BOM)
                yield _document(text, None, options.over(_sidecar(path)), name), name


def _from_json(line: str, options: About, where: str) -> Document:
    record = json_object(line, where)
    text, tokens = record.get("text"), record.get("tokens")
    if not isinstance(text, str):
        what = f"text is {kind(text)}, not a string" if "text" in record else 'no "text" in the object'
        raise InputError(f"{where}: {what}")
    words = [token for token in tokens if isinstance(token, str)] if isinstance(tokens, list) else []
    fits = isinstance(tokens, list) and len(words) == len(tokens)
    return _document(text, tuple(words) if words and fits else None, options.over(about(record, where)), where)


def _sidecar(path: Path | None) -> About:
    """What ``<stem>.meta.json`` says; nothing where there is none."""
    beside = path and path.with_name(path.stem + ".meta.json")
    if not beside or not os.path.exists(beside):
        return About()
    with opened(beside) as (stream, name):
        data = content(stream, name, _MAX_BYTES)
    return about(json_object(decoded(data, "utf-8", name).removeprefix(BOM), name), name)


def _document(text: str, tokens: tuple[str, ...] | None, known: About, where: str) -> Document:
    if len(text) > MAX_CHARS:
        raise InputError(f"{where}: longer than {MAX_CHARS} characters; split it into articles")
    if not text or text.isspace():
        raise InputError(f"{where}: no text in it")
    check_text(text, where)
    return Document(
        text=text,
        id=known.id,
        title=known.title,
        date=known.date,
        publisher=known.publisher,
        url=known.url,
        author=known.author,
        tokens=tokens,
        zones=zones(text, known.title),
    )
