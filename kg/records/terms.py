"""IRIs in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from rdflib import RDF

from kg.names import KG, SEM
from kg.vocabulary import vocabulary

_WORDS: Final = {
    str(RDF.type): "is a",
    str(SEM.hasActor): "actor",
    str(SEM.hasPlace): "place",
    str(SEM.hasTime): "time",
}
"""Terms of others that our graphs state things with."""


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://w3id.org/newskg/ns#Stated"), local("https://example.org/newskg/id/rel/pose_for")
    ('Stated', 'pose_for')
    """
    return re.split("[#/]", iri)[-1]


def in_words(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI as people would say it: the ontology's label, the words it is made of, or its short form.

    >>> in_words("https://w3id.org/newskg/ns#meddledIn", {}), in_words("https://example.org/newskg/id/rel/pose_for", {})
    ('meddled in', 'pose for')
    """
    name = local(iri)
    if iri in _WORDS:
        return _WORDS[iri]
    if iri.startswith(str(KG)):
        return vocabulary().labels.get(name, name)
    return name.replace("_", " ") if "_" in name or "/rel/" in iri else short(iri, prefixes)


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI with the prefix that fits best.

    >>> short("https://example.org/newskg/id/Oslo", {"id": "https://example.org/newskg/id/"})
    'id:Oslo'
    """
    fitting = [(len(space), prefix) for prefix, space in prefixes.items() if space and iri.startswith(space)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"
