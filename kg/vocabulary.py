"""What the ontology says of its own terms: labels, and the PLOVER class of an event class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.resources import ontology_dir

_KG = "https://w3id.org/newskg/ns#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_SYMMETRIC = "http://www.w3.org/2002/07/owl#SymmetricProperty"
_PLOVER = _KG + "ploverCode"
_INTENT = _KG + "intentCode"

_PREPOSITIONS = frozenset("about against at by for from in into of on over to toward with".split())


@dataclass(frozen=True)
class Vocabulary:
    """Labels and PLOVER codes by the local name of a term.

    `intent` has PLOVER's code for saying that one will do a thing, by the code for doing it: to announce bread is to
    agree to something, to announce an attack is to threaten. `symmetric` are the properties that hold both ways.
    """

    labels: Mapping[str, str]
    plover: Mapping[str, str]
    intent: Mapping[str, str]
    symmetric: frozenset[str]

    def words(self, predicate: str, *, alone: bool = False) -> str:
        """A predicate in plain words: the ontology's label, or the words an open predicate is made of.

        `alone`, with nothing behind it, it ends in no preposition.

        >>> vocabulary().words("rel:pose_for"), vocabulary().words("rel:pose_for", alone=True)
        ('pose for', 'pose')
        """
        prefix, _, local = predicate.partition(":")
        words = self.labels.get(local, local) if prefix == "kg" else local.replace("_", " ")
        first, _, last = words.rpartition(" ")
        return first if alone and first and last in _PREPOSITIONS else words


@cache
def vocabulary() -> Vocabulary:
    """The terms of `kg.ttl`."""
    labels: dict[str, str] = {}
    plover: dict[str, str] = {}
    intent: dict[str, str] = {}
    symmetric: set[str] = set()
    for quad in ox.parse(path=ontology_dir() / "kg.ttl", format=ox.RdfFormat.TURTLE):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.Triple):
            continue
        local = subject.value.rpartition("#")[2]
        if value.value == _SYMMETRIC:
            symmetric.add(local)
        if not isinstance(value, ox.Literal):
            continue
        if predicate == _INTENT:
            intent[local] = value.value
        elif subject.value.startswith(_KG) and predicate in (_LABEL, _PLOVER):
            (labels if predicate == _LABEL else plover)[local] = value.value
    return Vocabulary(labels, plover, intent, frozenset(symmetric))
