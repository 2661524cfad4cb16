"""Claims as people annotate them: an article, and beside it a table of the claims that it reports.

``storm.txt`` has its claims in ``storm.claims.toml``::

    [[claim]]
    id = "closed"
    source = ["the harbour master"]
    cue = [{ text = "said", nth = 2 }]
    content = ["the port", "would stay closed"]
    mode = "stated"
    polarity = "positive"
    certainty = "certain"
    parent = "told"             # the claim that this one lies in; none at the top
    claimant = "Ana Silva"      # for people who read the table; not scored

    [[contradiction]]
    claims = ["closed", "open"]

Each string is copied from the text. One that occurs there more than once says which is meant: `nth` counts from 1.
`source` is empty where the text names nobody. The values are those of `kg.model.Mode`, `Polarity` and `Certainty`.
Contradictions are all pairs of claims that contradict each other, in either order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.score import Row
from kg.model import Certainty, Document, Mode, Polarity
from kg.read import read

_SUFFIX = ".claims.toml"
_PARTS = ("source", "cue", "content")
_VALUES: dict[str, type[StrEnum]] = {"mode": Mode, "polarity": Polarity, "certainty": Certainty}
_KEYS = frozenset(("id", *_PARTS, *_VALUES, "parent", "claimant"))


def articles(path: Path) -> Iterator[tuple[Document, Row]]:
    """Yield the articles of a folder by name, or that of one table, each with its gold row for `kg.evaluate.claims`.

    The id of an article is the name of its file.

    Raises:
        InputError: there is no table, or one that makes no sense: the file, the claim and the reason.
    """
    tables = [path] if path.name.endswith(_SUFFIX) else sorted(path.glob(f"*{_SUFFIX}"))
    if not tables:
        raise InputError(f"{path}: no *{_SUFFIX} in it")
    for table in tables:
        name = table.name.removesuffix(_SUFFIX)
        (document,) = read(table.with_name(f"{name}.txt"), id=name)
        yield document, gold_row(table, document)


def gold_row(path: Path, document: Document) -> Row:
    """The claims of one article with their offsets; raises InputError as `articles` does."""
    table = _table(path)
    tables = {"claim": _list(table.get("claim", []), path, "claim")}
    tables["contradiction"] = _list(table.get("contradiction", []), path, "contradiction")
    if unknown := sorted(table.keys() - tables.keys()):
        raise InputError(f"{path}: no {unknown[0]!r} in such a table; it has [[claim]] and [[contradiction]]")
    number: dict[str, int] = {}
    for entry in tables["claim"]:
        own = entry.get("id")
        if not isinstance(own, str) or not own:
            raise InputError(f"{path}: claim {len(number) + 1} has no id; give it a string of its own")
        if own in number:
            raise InputError(f"{path}: claim {own!r} comes twice; give each its own id")
        number[own] = len(number)
    claims = [_claim(entry, document.text, number, f"{path}: claim {entry['id']!r}") for entry in tables["claim"]]
    _check_nesting(claims, list(number), path)
    pairs = [_pair(entry, number, path) for entry in tables["contradiction"]]
    return {"id": document.id, "text": document.text, "claims": claims, "contradictions": pairs}


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: not TOML: {error}") from error


def _list(value: object, path: Path, name: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise InputError(f"{path}: {name} is not a list of tables; write [[{name}]]")
    return value


def _claim(entry: dict[str, Any], text: str, number: dict[str, int], where: str) -> dict[str, Any]:
    if unknown := sorted(entry.keys() - _KEYS):
        raise InputError(f"{where}: no {unknown[0]!r} in a claim; it has {', '.join(sorted(_KEYS))}")
    out: dict[str, Any] = {"id": entry["id"]}
    for part in _PARTS:
        words = entry.get(part)
        if not isinstance(words, list):
            raise InputError(f"{where}: {part} is not a list of strings")
        out[part] = sorted(span(one, text, f"{where}: {part}") for one in words)
    if not out["content"]:
        raise InputError(f"{where}: no content; a claim has some")
    for name, values in _VALUES.items():
        if entry.get(name) not in list(values):
            raise InputError(f"{where}: no {name} {entry.get(name)!r}; use one of {', '.join(values)}")
        out[name] = entry[name]
    parent = entry.get("parent")
    out["parent"] = None if parent is None else _number(parent, number, f"{where}: parent")
    out["claimant"] = entry.get("claimant")
    return out


def span(words: object, text: str, where: str) -> list[int]:
    """The offsets of words, or of ``{text, nth}``; raises InputError where they are not, or not only there."""
    nth: object = None
    if isinstance(words, dict):
        if words.keys() != {"text", "nth"}:
            raise InputError(f"{where}: {words} is neither a string nor {{ text = …, nth = … }}")
        nth = words["nth"]
        words = words["text"]
    if not isinstance(words, str) or not words.strip():
        raise InputError(f"{where}: {words!r} is not a string of the text")
    found = [at for at in range(len(text)) if text.startswith(words, at)]
    if not found:
        raise InputError(f"{where}: {words!r} does not occur in the text; copy it from there")
    if nth is None and len(found) > 1:
        raise InputError(f"{where}: {words!r} occurs {len(found)} times; write {{ text = {words!r}, nth = … }}")
    if nth is not None and (not isinstance(nth, int) or not 1 <= nth <= len(found)):
        raise InputError(f"{where}: nth = {nth!r} of {words!r}, which occurs {len(found)} times")
    begin = found[nth - 1 if isinstance(nth, int) else 0]
    return [begin, begin + len(words)]


def _number(name: object, number: dict[str, int], where: str) -> int:
    if not isinstance(name, str) or name not in number:
        raise InputError(f"{where}: no claim {name!r} in the table")
    return number[name]


def _check_nesting(claims: list[dict[str, Any]], names: list[str], path: Path) -> None:
    for start, name in enumerate(names):
        outer, seen = claims[start]["parent"], {start}
        while outer is not None:
            if outer in seen:
                raise InputError(f"{path}: claim {name!r} lies in itself, by way of its parents")
            seen.add(outer)
            outer = claims[outer]["parent"]


def _pair(entry: dict[str, Any], number: dict[str, int], path: Path) -> list[int]:
    pair = entry.get("claims")
    if entry.keys() != {"claims"} or not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
        raise InputError(f'{path}: contradiction {entry} is not claims = ["one", "other"]')
    return [_number(name, number, f"{path}: contradiction {pair}") for name in pair]
