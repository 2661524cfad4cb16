"""The words for things: namespaces, the names of terms, and text that is safe to show."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from rdflib import Literal, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, RDFS, SKOS
from rdflib.term import Node

from kg.draw.index import Index
from kg.names import SCHEMA
from kg.resources import ontology_dir
from kg.serialize import parsed

# Some graphs write schema.org with http; both are in use.
_NAMES = (
    RDFS.label,
    SKOS.prefLabel,
    SCHEMA.name,
    URIRef("http://schema.org/name"),
    FOAF.name,
    DCTERMS.title,
    DC.title,
    SCHEMA.headline,
)
LABELLING = frozenset((*_NAMES, SKOS.altLabel, SCHEMA.alternateName))
"""Properties whose values are names of their subject."""

_LONGEST_NAME = 2_000
# Control characters, halves of letters, and the marks that make text run backwards through its surroundings.
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_WORD = re.compile(r"[a-z0-9]+|[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[^\W_a-zA-Z0-9]+")


def shown(text: str) -> str:
    r"""`text` with what XML or a screen cannot show replaced, so that offsets stay as they are.

    >>> shown("a\x00b")
    'a�b'
    """
    return _ODD.sub("\ufffd", text)


def name(text: str) -> str:
    r"""`text` on one line, as a name is shown.

    >>> name("  the \n minister ")
    'the minister'
    """
    return " ".join(shown(text[:_LONGEST_NAME]).split())


@lru_cache(maxsize=1 << 16)
def local_name(iri: str) -> str:
    """The last part of an IRI.

    >>> local_name("https://w3id.org/newskg/ns#meddledIn"), local_name("https://example.org/a/b/")
    ('meddledIn', 'b')
    """
    return re.split(r"[#/:]", iri.rstrip("#/:"))[-1] or iri


def in_words(iri: str) -> str:
    """An IRI's last part in plain words, for terms that have no label.

    >>> in_words("https://w3id.org/newskg/ns#meddledIn"), in_words("https://example.org/id/rel/pose_for")
    ('meddled in', 'pose for')
    >>> in_words("https://example.org/id/Anna_Berg")
    'Anna Berg'
    """
    last = unquote(local_name(iri))
    if "_" in last or "-" in last or " " in last:
        return name(re.sub(r"[_\s]+", " ", last)) or iri
    words = _WORD.findall(last)
    if not words or "".join(words) != last:
        return name(last) or iri
    lowered = [word if word.isupper() and len(word) > 1 else word.lower() for word in words]
    return name(" ".join(lowered if last[:1].islower() else [words[0], *lowered[1:]]))


def ordered(nodes: Iterable[Node]) -> list[Node]:
    """`nodes` in the order of their text, blank nodes and addresses before literals."""
    return sorted(nodes, key=lambda node: (isinstance(node, Literal), str(node)))


def web_address(value: Node) -> str | None:
    """`value` if it is an address that a page may link to: http or https and nothing else.

    >>> web_address(URIRef("https://example.org/")), web_address(URIRef("javascript:alert(1)"))
    ('https://example.org/', None)
    """
    text = str(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or _ODD.search(text) or " " in text:
        return None
    return text


def folded(text: str) -> str:
    """`text` for comparing: no case and no accents.

    >>> folded("Café ÉTÉ")
    'cafe ete'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def language_tag(text: str) -> str:
    """`text` if it has the form of a language tag, else nothing.

    >>> language_tag("pt-BR"), language_tag("x onload=alert(1)")
    ('pt-BR', '')
    """
    return text if re.fullmatch(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", text, re.ASCII) else ""


def leftwards(text: str) -> bool:
    """Whether `text` begins in a script that is written from right to left.

    >>> leftwards("2031: خبر"), leftwards("news خبر")
    (True, False)
    """
    return (
        next((found for letter in text if (found := unicodedata.bidirectional(letter)) in ("L", "R", "AL")), "L") != "L"
    )


class Labels:
    """Looks up what a graph calls its terms; the ontology's labels stand in for terms the graph does not name.

    Of several names, the one in the language that most names of the graph are in is taken.
    """

    def __init__(self, graph: Index) -> None:
        self._graph = graph
        self._known: dict[Node, str] = {}
        self._found: dict[Node, Node | None] = {}
        tags = Counter(tag for prop in _NAMES for _, value in graph.subject_objects(prop) if (tag := _main(value)))
        self._language = min(tags, key=lambda tag: (-tags[tag], tag != "en", tag), default="en")

    def __getitem__(self, term: Node) -> str:
        if term not in self._known:
            self._known[term] = self._label(term)
        return self._known[term]

    def others(self, term: Node) -> tuple[str, ...]:
        """The other names of `term`, without its label."""
        values = {name(str(value)) for prop in LABELLING for value in self._graph.objects(term, prop)}
        return tuple(sorted(values - {self[term], ""}))

    def given(self, term: Node) -> str | None:
        """The label that the graph or the ontology gives `term`, if any."""
        best = self._best(term)
        return None if best is None else name(str(best)) or "?"

    def language(self, term: Node) -> str:
        """The language tag of a term's label; empty where it has none."""
        best = self._best(term)
        tag = best.language if isinstance(best, Literal) else None
        return language_tag(tag or "")

    def _best(self, term: Node) -> Node | None:
        if term not in self._found:
            self._found[term] = self._sought(term)
        return self._found[term]

    def _sought(self, term: Node) -> Node | None:
        for graph in (self._graph, _ontology()):
            for prop in _NAMES:
                found = min(graph.objects(term, prop), key=self._rank, default=None)
                if found is not None:
                    return found
        return None

    def _rank(self, value: Node) -> tuple[int, str]:
        order = (self._language, "", "en")
        text, tag = name(str(value)), _main(value)
        return (4 if not text else order.index(tag) if tag in order else 3), text

    def _label(self, term: Node) -> str:
        if isinstance(term, Literal):
            return name(str(term))
        return self.given(term) or (in_words(str(term)) if isinstance(term, URIRef) else "no name")


def _main(value: Node) -> str:
    """The language of a name without its region: "pt" of "pt-BR"."""
    tag = value.language if isinstance(value, Literal) else None
    return tag.partition("-")[0].lower() if tag else ""


@cache
def _ontology() -> Index:
    path = ontology_dir() / "kg.ttl"
    return Index(parsed(path) if path.is_file() else ())
