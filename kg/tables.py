"""Tab-separated tables, read strictly: a header, one row a line, `#` for a comment, sorted by the first column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import LexiconError


@dataclass(slots=True)
class Line:
    """The cells of one row and where it stands, for the messages of errors (not frozen, as thousands are made)."""

    path: Path
    number: int
    cells: list[str]

    def error(self, reason: str) -> LexiconError:
        """What is wrong with this row, as an exception to raise."""
        return LexiconError(f"{self.path}:{self.number}: {reason}")

    def one_of(self, column: int, name: str, allowed: Collection[str]) -> str:
        """The cell of a column.

        Raises:
            LexiconError: it is none of those allowed.
        """
        cell = self.cells[column]
        if cell not in allowed:
            raise self.error(f"{name} is {cell!r}; use one of {', '.join(a or '(empty)' for a in allowed)}")
        return cell


def lines(path: Path, columns: Sequence[str]) -> Iterator[Line]:
    """The rows of a table, in its order.

    Raises:
        LexiconError: the file cannot be read, or is not such a table.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read: {error}") from error
    header = False
    before = ""
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw or raw[0] == "#":
            continue
        line = Line(path, number, raw.split("\t"))
        cells = line.cells
        if not header:
            header = True
            if cells != list(columns):
                raise line.error(f"the header is {raw!r}; use {' '.join(columns)}, with tabs between")
            continue
        if len(cells) != len(columns):
            raise line.error(f"{len(cells)} cells; use {len(columns)}: {' '.join(columns)}")
        if not cells[0] or not cells[-1] or "\t " in raw or " \t" in raw or raw != raw.strip():
            raise line.error(
                f"an empty {columns[0]} or {columns[-1]}, or blanks around a cell; fill and trim the cells"
            )
        if cells[0] < before:
            raise line.error(f"{cells[0]!r} comes after {before!r}; keep the rows sorted by {columns[0]}")
        before = cells[0]
        yield line
    if not header:
        raise LexiconError(f"{path}: there is no header; begin with {' '.join(columns)}, with tabs between")


def several(cell: str) -> tuple[str, ...]:
    """The items of a cell, which have bars between them.

    >>> several("Dutch|Holland"), several("")
    (('Dutch', 'Holland'), ())
    """
    return tuple(cell.split("|")) if cell else ()
