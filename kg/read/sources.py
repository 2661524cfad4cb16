"""Files, standard input and streams to text: opened, bounded and decoded, with errors that say where."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError

MAX_LINE = 32 * 1024 * 1024
"""The longest line of JSON Lines, in bytes: room for the longest text, its tokens and other keys."""
BOM = "\ufeff"

Source = str | os.PathLike[str] | BinaryIO
"""A path, ``"-"`` for standard input, or an open binary stream."""


def path_of(source: Source) -> Path | None:
    """The path of a source that is a file by name."""
    return Path(source) if isinstance(source, str | os.PathLike) and source != "-" else None


@contextmanager
def opened(source: Source) -> Iterator[tuple[BinaryIO, str]]:
    """The source as a binary stream, and its name for messages. Only what was opened here is closed again."""
    if isinstance(source, str | os.PathLike):
        path = path_of(source)
        if path is None:
            stdin: BinaryIO | None = getattr(sys.stdin, "buffer", None)
            if stdin is None:
                raise InputError("standard input: closed; name a file instead")
            yield stdin, "standard input"
            return
        try:
            stream = path.open("rb")
        except (OSError, ValueError) as error:
            raise InputError(f"{path}: {reason(error)}") from error
        with stream:
            yield stream, str(path)
    else:
        yield source, str(getattr(source, "name", "stream"))


def content(stream: BinaryIO, name: str, limit: int) -> bytes:
    """All bytes, if they are at most `limit`; the size of a file is looked at before it is read."""
    try:
        size = os.fstat(stream.fileno()).st_size
    except OSError:  # a stream in memory has no file behind it
        size = 0
    try:
        data = stream.read(limit + 1) if size <= limit else b""
    except OSError as error:
        raise InputError(f"{name}: {reason(error)}") from error
    if max(size, len(data)) > limit:
        raise InputError(f"{name}: larger than {limit} bytes; split it into articles")
    return data


def lines(stream: BinaryIO, name: str, encoding: str) -> Iterator[tuple[int, str]]:
    """Each line that is not blank, with its number; one line at a time is in memory, and a line is bounded."""
    encoding = "utf-8" if encoding.lower().replace("_", "-") == "utf-8-sig" else encoding
    if "\n".encode(encoding) != b"\n":
        raise InputError(f"{name}: JSON Lines cannot be read as {encoding}; convert them to UTF-8")
    offset = number = 0
    while data := _line(stream, name, number + 1):
        number += 1
        line = decoded(data, encoding, name, line=number, offset=offset)
        offset += len(data)
        if number == 1:
            line = line.removeprefix(BOM)
        if line.strip():
            yield number, line


def decoded(data: bytes, encoding: str, name: str, *, line: int | None = None, offset: int = 0) -> str:
    """The text of `data`, which begins at byte `offset` of its file; a byte order mark stays."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = line or 1 + data.count(b"\n", 0, error.start)
        likely = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "cp1252"
        raise InputError(
            f"{name}:{line}: byte 0x{data[error.start]:02x} at offset {offset + error.start} is not {encoding}; "
            f"name the encoding of the file, for instance {likely}"
        ) from error
    except UnicodeError as error:
        raise InputError(f"{name}: not {encoding} ({error}); name the encoding of the file") from error


def check_encoding(name: str) -> None:
    """Raise InputError unless Python knows an encoding of text by this name."""
    try:
        b"a".decode(name)
    except UnicodeDecodeError:  # one byte is no character of UTF-16, which is a good encoding all the same
        pass
    except (LookupError, ValueError) as error:
        raise InputError(f"unknown encoding {name!r}; use one like utf-8, latin-1, cp1252 or utf-16") from error


def reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read, in plain words."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "a folder; name the files in it"
        case PermissionError():
            return "no permission to read it"
        case OSError():
            return error.strerror or str(error)
    return str(error)


def _line(stream: BinaryIO, name: str, number: int) -> bytes:
    try:
        data = stream.readline(MAX_LINE + 1)
    except OSError as error:
        raise InputError(f"{name}: {reason(error)}") from error
    if len(data) > MAX_LINE:
        raise InputError(f"{name}:{number}: a line longer than {MAX_LINE} bytes; split the document")
    return data
