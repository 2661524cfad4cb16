"""The queries of `ontology/queries/`: the question each one answers, its parameters, and how these are bound."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from kg.errors import QueryError
from kg.query.terms import Term, to_oxigraph
from kg.resources import ontology_dir


class Kind(StrEnum):
    """What the value of a parameter stands for: a thing or a property, by name or IRI, or a date."""

    THING = "thing"
    RELATION = "relation"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a query leaves open."""

    name: str
    meaning: str
    kind: Kind
    required: bool

    def __str__(self) -> str:
        return f"{self.name}: {self.meaning} ({'required' if self.required else 'optional'})"


@dataclass(frozen=True, slots=True)
class Query:
    """A query in SPARQL, and what its first comments say about it.

    A parameter is declared as ``# param who: a person, by name or IRI (required)``; after ``required`` or ``optional``
    may come ``date`` or ``relation``. Its place is ``VALUES ?_who { UNDEF }``, with which the query runs as it is and
    the parameter is open.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str

    def bound(self, values: Mapping[str, Sequence[Term]]) -> str:
        """The query with each parameter bound to any of its values; one without values stays open.

        Values are terms, and written as the engine writes terms: nothing that a user types becomes SPARQL.
        """

        def block(place: re.Match[str]) -> str:
            names = [name.removeprefix("?_") for name in place[1].split()]
            if not any(name in values for name in names):
                return ""
            choices = ([str(to_oxigraph(term)) for term in values[n]] if n in values else ["UNDEF"] for n in names)
            rows = " ".join(f"({' '.join(row)})" for row in itertools.product(*choices))
            return f"VALUES ({place[1]}) {{ {rows} }}"

        return _PLACE.sub(block, self.text)


_PLACE: Final = re.compile(r"VALUES\s+\(?((?:\?_\w+\s*)+)\)?\s*\{\s*\(?(?:\s*UNDEF\s*)+\)?\s*\}")
_PARAMETER: Final = re.compile(r"# param (\w+): (.+) \((required|optional)(?: (date|relation))?\)")


def parsed(name: str, text: str) -> Query:
    r"""The query with its question and its parameters, as its comments declare them.

    Raises:
        QueryError: a parameter is declared in another form, or has no place in the query.

    >>> parsed("mine", "# Who?\n# param who: a person (required)\nSELECT * { VALUES ?_who { UNDEF } }").parameters[0]
    Parameter(name='who', meaning='a person', kind=<Kind.THING: 'thing'>, required=True)
    """
    lines = text.splitlines()
    question = lines[0].removeprefix("#").strip() if lines and lines[0].startswith("#") else name
    parameters = []
    for number, line in enumerate(lines, 1):
        if line.startswith("# param"):
            found = _PARAMETER.fullmatch(line.rstrip())
            if not found:
                form = "# param NAME: MEANING (required), or (optional), with date or relation after it"
                raise QueryError(f"{name}, line {number}: {line!r} declares no parameter; write {form}")
            kind = Kind(found[4]) if found[4] else Kind.THING
            parameters.append(Parameter(found[1], found[2], kind, found[3] == "required"))
    places = {variable for place in _PLACE.finditer(text) for variable in place[1].split()}
    for parameter in parameters:
        if f"?_{parameter.name}" not in places:
            place = f"VALUES ?_{parameter.name} {{ UNDEF }}"
            raise QueryError(f"{name}: parameter {parameter.name} has no place in the query; put {place} there")
    return Query(name, question, tuple(parameters), text)


@cache
def named_queries() -> Mapping[str, Query]:
    """The named queries, by name, in the order of the alphabet.

    >>> named_queries()["met"].question
    'Who met whom, where and when?'
    """
    files = sorted((ontology_dir() / "queries").glob("*.rq"))
    return {file.stem: parsed(file.stem, file.read_text(encoding="utf-8")) for file in files}


def named(name: str) -> Query:
    """The named query.

    Raises:
        QueryError: there is none of that name; the message has the nearest ones.
    """
    known = named_queries()
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5) or list(known)
    raise QueryError(f"no query {name!r}; did you mean {', '.join(near)}?")
