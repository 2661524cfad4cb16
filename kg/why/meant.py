"""What somebody means who asks why: a name, an IRI, or a triple in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rdflib import RDF, URIRef

from kg.errors import QueryError
from kg.names import KG
from kg.query.lookup import iri_of, key, names, near, relations
from kg.records import Reader

_LONGEST: Final = 60
"""How many words a triple in words may have."""

Index = Mapping[str, set[URIRef]]


def meant(reader: Reader, term: str) -> tuple[str, ...]:
    """The IRIs that a term stands for, sorted: things, or the statements and claims of a triple in words.

    Raises:
        QueryError: it stands for nothing; the message has the nearest names.
    """
    if iri := iri_of(reader.data, term):
        return (iri.value,)
    known = names(reader.data)
    index = _keyed(known)
    found = index.get(_bare(term)) or _keyed(names(reader.data, titles=True)).get(_bare(term))
    if found:
        return tuple(sorted(found))
    triples = set(_triples(reader, term.split(), index))
    if not triples:
        raise QueryError(f"nothing in this graph is called or says {term!r}{near(term, known)}")
    return tuple(sorted(triples))


def _keyed(known: Mapping[str, Iterable[URIRef]]) -> Index:
    found: defaultdict[str, set[URIRef]] = defaultdict(set)
    for name, things in known.items():
        found[_bare(name)].update(things)
    return found


def _bare(name: str) -> str:
    """A name for comparing: no case, no article.

    >>> _bare("The  White House")
    'white house'
    """
    text = key(name)
    return text.removeprefix("the ").removeprefix("an ").removeprefix("a ")


def _triples(reader: Reader, words: list[str], index: Index) -> Iterator[str]:
    """Yield the statements and propositions that the words are, and the claims of "X says that" a proposition.

    Each way to cut the words into subject, property and object is tried: "Berg | talked with | Wei".
    """
    words = words[:_LONGEST]
    called = _keyed(relations(reader.data))
    for cut in range(1, len(words)):
        for subject in index.get(_bare(" ".join(words[:cut])), ()):
            for end in range(cut + 1, len(words) + 1):
                objects = index.get(_bare(" ".join(words[end:])), set())
                if end == len(words) or objects:
                    for predicate in called.get(_bare(" ".join(words[cut:end])), ()):
                        yield from _stated(reader, subject, predicate, objects)
                rest = " ".join(words[end:]).removeprefix("that ")
                yield from _claimed(reader, subject, index.get(_bare(rest), set()))


def _stated(reader: Reader, subject: URIRef, predicate: URIRef, objects: set[URIRef]) -> Iterator[str]:
    for thing in reader.pointing(RDF.subject, subject):
        values = reader[thing]
        if values.iri_of(RDF.predicate) == str(predicate):
            if not objects or values.iri_of(RDF.object) in set(map(str, objects)):
                yield thing


def _claimed(reader: Reader, claimant: URIRef, contents: set[URIRef]) -> Iterator[str]:
    for content in contents:
        for claim in reader.pointing(KG.content, content):
            if reader[claim].iri_of(KG.claimant) == str(claimant):
                yield claim
