"""What a name stands for in a graph: the IRIs that somebody means who types a label, a title or a CURIE."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, SKOS, Literal, URIRef

from kg.errors import QueryError
from kg.names import KG, SCHEMA
from kg.query.loaded import Loaded
from kg.query.named import Kind, Parameter
from kg.query.run import Engine, rows
from kg.query.terms import Term
from kg.vocabulary import vocabulary


def values(data: Loaded, parameter: Parameter, value: str, engine: Engine) -> tuple[Term, ...]:
    """The terms that the value of a parameter may mean, in the order of their IRIs.

    Raises:
        QueryError: it means nothing in this graph; the message has the nearest names.
    """
    if parameter.kind is Kind.DATE:
        return (_date(parameter, value),)
    if iri := iri_of(data, value):
        if not len(rows(data, _OCCURS.replace("IRI", str(iri)), engine)):
            raise QueryError(f"{parameter.name}: nothing in this graph has the IRI {iri}")
        return (URIRef(iri.value),)
    known = relations(data, engine) if parameter.kind is Kind.RELATION else names(data, engine)
    found = _called(value, known)
    if not found and parameter.kind is Kind.THING:
        offices = names(data, engine, titles=True)
        found, known = _called(value, offices), {**offices, **known}
    if not found:
        raise QueryError(f"{parameter.name}: nothing in this graph is called {value!r}{near(value, known)}")
    return tuple(sorted(found))


_OCCURS: Final = "SELECT * { { SELECT * { IRI ?p ?o } LIMIT 1 } UNION { SELECT * { ?s ?p IRI } LIMIT 1 } }"
_LABEL: Final = RDFS.label.n3()
_NAMES: Final = f"SELECT ?thing ?name {{ ?thing {_LABEL}|{SKOS.altLabel.n3()} ?name }}"
_TITLES: Final = f"SELECT ?thing ?name {{ ?thing {SCHEMA.jobTitle.n3()} ?name }}"
_RELATIONS: Final = (
    f"SELECT DISTINCT ?thing ?name {{ ?s {RDF.predicate.n3()} ?thing OPTIONAL {{ ?thing {_LABEL} ?name }} }}"
)


def names(data: Loaded, engine: Engine = Engine.OXIGRAPH, *, titles: bool = False) -> dict[str, set[URIRef]]:
    """What each label or other name of the graph stands for; or, with `titles`, each title of an office."""
    query = _TITLES if titles else _NAMES
    return _by_name((thing, str(name)) for thing, name in rows(data, query, engine) if name is not None)


def relations(data: Loaded, engine: Engine = Engine.OXIGRAPH) -> dict[str, set[URIRef]]:
    """What each name of a property stands for, of those that something is stated or claimed with."""
    pairs = []
    for thing, name in rows(data, _RELATIONS, engine):
        local = re.split("[/#]", str(thing))[-1]
        pairs += [(thing, local), (thing, local.replace("_", " "))]
        if str(thing).startswith(str(KG)):
            pairs.append((thing, vocabulary().labels.get(local, local)))
        if name is not None:
            pairs.append((thing, str(name)))
    return _by_name(pairs)


def _by_name(pairs: Iterable[tuple[Term | None, str]]) -> dict[str, set[URIRef]]:
    found = defaultdict(set)
    for thing, name in pairs:
        if isinstance(thing, URIRef):
            found[name].add(thing)
    return dict(found)


def _called(name: str, known: Mapping[str, set[URIRef]]) -> set[URIRef]:
    wanted = key(name)
    return {thing for other, things in known.items() if key(other) == wanted for thing in things}


def key(name: str) -> str:
    """What makes two spellings one name: neither case nor spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def iri_of(data: Loaded, value: str) -> ox.NamedNode | None:
    """The IRI that a value is written as: ``<…>``, an absolute one, or a CURIE with a prefix that is known."""
    prefix, colon, local = value.partition(":")
    if value.startswith("<") and value.endswith(">"):
        text = value[1:-1]
    elif colon and prefix in data.prefixes and not local.startswith((" ", "//")):
        text = data.prefixes[prefix] + local
    elif re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", value):
        text = value
    else:
        return None
    try:
        return ox.NamedNode(text)
    except ValueError as error:
        raise QueryError(f"{value!r} is no valid IRI: {error}") from error


def _date(parameter: Parameter, value: str) -> Literal:
    whole = value + "-01-01"[len(value) - 4 :] if re.fullmatch(r"\d{4}(-\d\d){0,2}", value, re.ASCII) else ""
    try:
        date.fromisoformat(whole)
    except ValueError as error:
        raise QueryError(f"{parameter.name}: {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from error
    return Literal(value)


def near(name: str, known: Iterable[str]) -> str:
    """The known names that hold this one, then those that are spelt like it."""
    keys = {key(other): other for other in sorted(known)}
    wanted = key(name)
    holding = sorted((other for other in keys if wanted and wanted in other), key=lambda other: (len(other), other))
    found = dict.fromkeys([*holding[:3], *difflib.get_close_matches(wanted, keys, n=3)])
    return f"; did you mean {', '.join([keys[other] for other in found][:4])}?" if found else ""
