"""What is wrong with a query, in one line: Oxigraph's own message names every token that could have come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def complaint(text: str, message: str, place: Sequence[int] | None, prefixes: Iterable[str]) -> str:
    r"""Where the query stops being SPARQL and why, from Oxigraph's message and the line and column where rdflib stops.

    >>> complaint("SELECT ?a\nWHRE { ?a ?b ?c }", "error at 2:6: expected one of DISTINCT, WHERE", (2, 1), [])
    'line 2, column 1: not SPARQL: "WHRE { ?a ?b ?c }"'
    >>> complaint("DELETE WHERE { ?a ?b ?c }", "error at 1:10: expected CONSTRUCT", (1, 1), [])
    'DELETE changes a graph, and a query only reads it: use SELECT, ASK, CONSTRUCT or DESCRIBE'
    """
    if update := _UPDATE.match(text):
        return f"{update[1].upper()} changes a graph, and a query only reads it: use SELECT, ASK, CONSTRUCT or DESCRIBE"
    found = re.match(r"error at (\d+):(\d+): (?:expected )?(?:one of )?(.*)", message, re.DOTALL)
    if not found:
        return f"not SPARQL: {message}"
    line, column, wanted = int(found[1]), int(found[2]), found[3]
    before = _before(text, line, column)
    if re.search(r"service\S*\s*$", before, re.IGNORECASE):
        return (
            f"{_at(before)}: SERVICE is not allowed: a query reads the graph it is given, and nothing from the network"
        )
    name = re.search(r"([\w.-]*):[\w.-]*\s*$", before)
    if "Prefix not found" in wanted and name:
        known = ", ".join(sorted(prefixes))
        return (
            f"{_at(before[: name.start()])}: no prefix {name[1]}: here; declare it with PREFIX, or use one of {known}"
        )
    # Oxigraph explains in words what the grammar does not say, such as a variable that is not grouped.
    if reason := re.search(r"[A-Z][A-Za-z]+(?: [a-zA-Z]+){2,}", wanted):
        return f"{_at(before)}: {reason[0]}"
    if place:
        before = _before(text, *place)
    rest = " ".join(text[len(before) :].split())
    return (
        f'{_at(before)}: not SPARQL: "{rest[:40]}{"…" * (len(rest) > 40)}"' if rest else f"{_at(before)}: not complete"
    )


_UPDATE = re.compile(
    r"(?:\s+|#[^\n]*\n|BASE\s*<[^>\s]*>|PREFIX\s+[^\s:]*:\s*<[^>\s]*>)*"
    r"(LOAD|INSERT|DELETE|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)


def _before(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]])


def _at(before: str) -> str:
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"
