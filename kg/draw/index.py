"""The triples of a graph in plain dictionaries: a page looks up each many times, and rdflib's store takes its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from rdflib.term import Node

Triple = tuple[Node, Node, Node]


class Index:
    """Triples to look up, by the names that `rdflib.Graph` has for it.

    >>> from rdflib import RDFS, Literal, URIRef
    >>> index = Index([(URIRef("urn:a"), RDFS.label, Literal("A"))])
    >>> list(map(str, index.objects(URIRef("urn:a"), RDFS.label)))
    ['A']
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._about: dict[Node, dict[Node, list[Node]]] = {}
        self._with: dict[Node, dict[Node, list[Node]]] = {}
        for s, p, o in triples:
            self._about.setdefault(s, {}).setdefault(p, []).append(o)
            self._with.setdefault(p, {}).setdefault(o, []).append(s)

    def __iter__(self) -> Iterator[Triple]:
        return ((s, p, o) for s, said in self._about.items() for p, objects in said.items() for o in objects)

    def __contains__(self, triple: tuple[Node | None, Node, Node]) -> bool:
        s, p, o = triple
        return o in (self._with.get(p, {}) if s is None else self._about.get(s, {}).get(p, ()))

    def objects(self, s: Node, p: Node) -> Iterator[Node]:
        """What `s` has as its `p`."""
        return iter(self._about.get(s, {}).get(p, ()))

    def value(self, s: Node, p: Node) -> Node | None:
        """The first object in the order of text, the same whatever order the triples came in."""
        return min(self.objects(s, p), key=str, default=None)

    def values(self, p: Node | None = None) -> set[Node]:
        """The objects of `p`, or all there are."""
        return set(self._with.get(p, ()) if p is not None else chain.from_iterable(self._with.values()))

    def subjects(self, p: Node | None = None, o: Node | None = None) -> set[Node]:
        """What has `p`, and has it with `o` if that is given; all subjects without either."""
        if p is None:
            return set(self._about)
        found = self._with.get(p, {})
        return set(found.get(o, ()) if o is not None else chain.from_iterable(found.values()))

    def predicates(self) -> set[Node]:
        """The properties that are used."""
        return set(self._with)

    def subject_objects(self, p: Node) -> Iterator[tuple[Node, Node]]:
        """The pairs that `p` links."""
        return ((s, o) for o, subjects in self._with.get(p, {}).items() for s in subjects)

    def predicate_objects(self, s: Node) -> Iterator[tuple[Node, Node]]:
        """What is said of `s`."""
        return ((p, o) for p, objects in self._about.get(s, {}).items() for o in objects)
