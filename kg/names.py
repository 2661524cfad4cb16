"""Namespaces, and the IRIs of everything in a graph: made from content, never from a counter or a clock."""

from __future__ import annotations

import base64
import difflib
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pyoxigraph as ox
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, URIRef

from kg.errors import GraphError, InputError
from kg.model import Age, Claim, Document, Entity, Event, Extraction, Polarity, Proposition, Ref, Role, Span, Timex
from kg.resources import ontology_dir

BASE: Final = "https://example.org/newskg/id/"
"""Where IRIs begin unless the caller says otherwise: a domain that is reserved for examples."""

_KG: Final = "https://w3id.org/newskg/ns#"
_SLUG_LIMIT: Final = 80


class ClosedNamespace:
    """A namespace with a fixed list of terms: ``KG.Claim`` is an IRI, ``KG.Clain`` fails at once.

    rdflib's class of that name is a `str`, whose methods (``index``, ``format``) would hide terms.

    >>> KG.Claim
    rdflib.term.URIRef('https://w3id.org/newskg/ns#Claim')
    >>> KG["Clain"]
    Traceback (most recent call last):
    KeyError: 'no term Clain in https://w3id.org/newskg/ns#; did you mean Claim?'
    """

    __slots__ = ("_iri", "_terms")

    def __init__(self, iri: str, terms: Iterable[str]) -> None:
        self._iri = iri
        self._terms = {term: URIRef(iri + term) for term in sorted(terms)}

    def __getitem__(self, term: str) -> URIRef:
        if term not in self._terms:
            near = difflib.get_close_matches(term, self._terms, n=1)
            raise KeyError(f"no term {term} in {self._iri}" + (f"; did you mean {near[0]}?" if near else ""))
        return self._terms[term]

    def __getattr__(self, term: str) -> URIRef:
        try:
            return self[term]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __contains__(self, iri: object) -> bool:
        return iri in self._terms.values()

    def __iter__(self) -> Iterator[URIRef]:
        return iter(self._terms.values())

    def __str__(self) -> str:
        return self._iri


@cache
def _ontology(path: Path) -> tuple[ox.Triple, ...]:
    try:
        return tuple(quad.triple for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise GraphError(f"{path}:{error.lineno}: {error.msg}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot read the ontology: {error.strerror}") from error


def _terms(path: Path) -> frozenset[str]:
    subjects = (triple.subject for triple in _ontology(path))
    names = (subject.value for subject in subjects if isinstance(subject, ox.NamedNode))
    return frozenset(name.removeprefix(_KG) for name in names if name.startswith(_KG)) - {""}


@cache
def symmetric() -> frozenset[URIRef]:
    """The properties of `kg.ttl` that are declared ``owl:SymmetricProperty``."""
    kind = ox.NamedNode(OWL.SymmetricProperty)
    return frozenset(
        URIRef(triple.subject.value)
        for triple in _ontology(ontology_dir() / "kg.ttl")
        if triple.object == kind and isinstance(triple.subject, ox.NamedNode)
    )


KG: Final = ClosedNamespace(_KG, _terms(ontology_dir() / "kg.ttl"))
SCHEMA: Final = SDO
SEM: Final = ClosedNamespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/", ["Event", "hasActor", "hasPlace", "hasTime", "subEventOf"]
)
NIF: Final = ClosedNamespace(
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    ["Context", "anchorOf", "beginIndex", "endIndex", "isString", "referenceContext"],
)

PREFIXES: Final[Mapping[str, str]] = {
    "kg": _KG,
    "nif": str(NIF),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sem": str(SEM),
    "skos": str(SKOS),
    "time": str(TIME),
    "xsd": str(XSD),
}
"""The prefixes that do not depend on the base."""

ENTITY_CLASSES: Final[Mapping[str, URIRef]] = {
    "Person": SCHEMA.Person,
    "Organization": SCHEMA.Organization,
    "Country": SCHEMA.Country,
    "City": SCHEMA.City,
    "Place": SCHEMA.Place,
    "Product": SCHEMA.Product,
    "CreativeWork": SCHEMA.CreativeWork,
    "Group": KG.Group,
    "Concept": KG.Concept,
    "Event": SEM.Event,
}
"""The class of an entity by its `Entity.type`."""

HASHED_TYPES: Final = frozenset({"Group", "Concept", "Event"})
"""The entity types whose IRI has a hash even where the text has a name."""


def prefixes(base: str = BASE) -> dict[str, str]:
    """All prefixes of a graph with this base.

    Raises `InputError` where the base is no absolute IRI that ends in a slash.
    """
    if not base.endswith("/") or "#" in base or "?" in base or not is_iri(base):
        raise InputError(f"base {base!r} must be an absolute IRI that ends in a slash, such as {BASE}")
    return {"id": base, "rel": f"{base}rel/", **PREFIXES}


def expand(name: str, base: str = BASE) -> URIRef:
    """The IRI of a CURIE. What follows ``rel:`` is made a slug, and what follows ``kg:`` must be in the ontology.

    >>> expand("rel:pose_for")
    rdflib.term.URIRef('https://example.org/newskg/id/rel/pose_for')
    """
    prefix, colon, local = name.partition(":")
    known = prefixes(base)
    if not colon or prefix not in known:
        raise GraphError(f"{name!r} has none of the prefixes {', '.join(known)}")
    if prefix == "rel":
        return URIRef(known["rel"] + slug(local))
    if prefix == "kg":
        try:
            return KG[local]
        except KeyError as error:
            raise GraphError(f"{name}: {error.args[0]}") from error
    if not is_iri(known[prefix] + local):
        raise GraphError(f"{name!r} makes no valid IRI")
    return URIRef(known[prefix] + local)


def curie(iri: str, base: str = BASE) -> str:
    """The CURIE of an IRI, for the longest namespace that it begins with.

    Raises `GraphError` where no prefix fits.
    """
    for prefix, namespace in sorted(prefixes(base).items(), key=lambda item: (-len(item[1]), item)):
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    raise GraphError(f"<{iri}> lies in none of the namespaces of newskg, so it has no short name")


def scalar(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which neither UTF-8 nor RDF can hold; offsets stay."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def digest(*parts: str) -> str:
    """80 bits of SHA-256 as 16 letters and digits; they depend on every part and on where each one ends.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    framed = "".join(f"{len(part)}:{part}" for part in map(scalar, parts))
    return base64.b32encode(hashlib.sha256(framed.encode()).digest()[:10]).decode().lower()


def slug(label: str) -> str:
    """A readable local name: letters and digits of any script in NFC, joined by ``_``, at most 80 characters.

    A label that is longer, or has no letter and no digit, gets a hash. A slug is its own slug.

    >>> slug("  Zoë O'Neil-Łęcka ")
    'Zoë_O_Neil_Łęcka'
    """
    # A combining mark that NFC cannot compose (a vowel sign, say) is part of its letter, not a gap.
    words = (char if unicodedata.category(char)[0] in "LMN" else " " for char in unicodedata.normalize("NFC", label))
    name = "_".join("".join(words).split())
    if not any(char.isalnum() for char in name):
        return f"x_{digest(label)}"
    return name if len(name) <= _SLUG_LIMIT else f"{name[: _SLUG_LIMIT - 17].rstrip('_')}_{digest(label)}"


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI."""
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def web_iri(text: str) -> URIRef | None:
    """The text as an IRI if it is a valid http or https one with a host, else nothing.

    >>> web_iri("javascript:alert(1)") is None
    True
    """
    if not is_iri(text):
        return None
    parts = urlsplit(text)
    return URIRef(text) if parts.scheme in ("http", "https") and parts.hostname else None


def article_iri(document: Document, *, base: str = BASE) -> URIRef:
    """``article-`` and the document's id, or else a hash of its URL, or else of its text.

    An id with anything but letters, digits, ``_``, ``-`` and ``.`` becomes a slug with a hash of the id.
    """
    if document.id:
        plain = all(char.isalnum() or char in "_-." for char in document.id) and len(document.id) <= _SLUG_LIMIT
        kept = plain and unicodedata.is_normalized("NFC", document.id)
        local = document.id if kept else f"{slug(document.id)}_{digest(document.id)}"
    else:
        local = digest("url", document.url) if document.url else digest("text", document.text)
    return URIRef(f"{prefixes(base)['id']}article-{local}")


def mention_iri(article: str, span: Span) -> URIRef:
    """The words of a span, as an RFC 5147 fragment of the article."""
    return URIRef(f"{article}#char={span.begin},{span.end}")


def span_of(iri: str, article: str) -> Span | None:
    """The span of a mention of this article; nothing for any other IRI."""
    offsets = re.fullmatch(r"#char=(\d+),(\d+)", iri.removeprefix(article))
    return Span(int(offsets[1]), int(offsets[2])) if offsets else None


def time_iri(article: str, time: Timex, *, base: str = BASE) -> URIRef:
    """A time expression of an article: two Fridays in it need not be the same day, so the span counts."""
    return URIRef(f"{base}time-{digest(article, time.value, _offsets(time.span))}")


def event_iri(article: str, event: Event, *, base: str = BASE) -> URIRef:
    """An event that a verb names; one that a noun names has the IRI of the noun's entity."""
    return URIRef(f"{base}event-{digest(article, event.cls, event.label, _offsets(event.trigger))}")


def role_iri(holder: str, role: Role, of: str | None, *, base: str = BASE) -> URIRef:
    """An office that somebody holds; what two articles say of one office meets in one role."""
    return URIRef(f"{base}role-{digest(holder, role.title, of or '', str(role.former), _value(role.time))}")


def age_iri(holder: str, age: Age, day: date | None, *, base: str = BASE) -> URIRef:
    """How old somebody is on a day; what two articles say of one day meets in one age."""
    return URIRef(f"{base}age-{digest(holder, str(age.years), day.isoformat() if day else '')}")


def is_hashed(iri: str) -> bool:
    """Whether an IRI ends in a hash, as those of all but named things do."""
    return re.search("-[a-z2-7]{16}$", iri) is not None


def happened(event: Event) -> bool:
    """Whether the article's own voice says that the event took place; all others are objects of talk."""
    return event.asserted and event.polarity is Polarity.POSITIVE


def iris(extraction: Extraction, *, base: str = BASE, entities: Mapping[Ref, str] | None = None) -> dict[Ref, URIRef]:
    """The IRI of every entity, event, proposition and claim of an extraction.

    `entities` overrides IRIs by local id, for identities that were settled across articles. Equal content
    gives equal IRIs: two records of one claim meet. Claims that contain each other in a circle are cut
    open where the circle is met first. Raises `GraphError` where a record points to one that is not there.
    """
    article = article_iri(extraction.document, base=base)
    names = _thing_iris(extraction, article, base)
    for ref, iri in (entities or {}).items():
        if not is_iri(iri):
            raise GraphError(f"{article}: {iri!r}, the name given to {ref}, is no valid IRI")
        names[ref] = URIRef(iri)
    nested: dict[Ref, Proposition | Claim] = {item.id: item for item in extraction.propositions}
    nested.update((claim.id, claim) for claim in extraction.claims)
    for ref in nested:
        _resolve(ref, nested, names, article, base)
    return names


def _thing_iris(extraction: Extraction, article: str, base: str) -> dict[Ref, URIRef]:
    first: dict[Ref, Span] = {}
    for mention in extraction.mentions:
        first[mention.entity] = min(first.get(mention.entity, mention.span), mention.span)

    def hashed(label: str, span: Span | None) -> URIRef:
        return URIRef(f"{base}{slug(label)}-{digest(article, label, _offsets(span))}")

    def readable(entity: Entity) -> bool:
        return entity.named and entity.type not in HASHED_TYPES

    names = {}
    uses = Counter(slug(entity.label) for entity in extraction.entities if readable(entity))
    for entity in extraction.entities:
        unique = readable(entity) and uses[slug(entity.label)] == 1
        iri = URIRef(base + slug(entity.label)) if unique else hashed(entity.label, first.get(entity.id))
        names[entity.id] = iri
    for event in sorted(extraction.events, key=lambda event: not happened(event)):
        if event.id not in names:
            span = first.get(event.id, event.trigger)
            names[event.id] = event_iri(article, event, base=base) if happened(event) else hashed(event.label, span)
    return names


def _resolve(
    start: Ref, nested: Mapping[Ref, Proposition | Claim], names: dict[Ref, URIRef], article: str, base: str
) -> None:
    """Name what a proposition or claim contains before itself; a stack of our own, for there is no depth limit."""
    stack, entered = [start], set[Ref]()
    while stack:
        ref = stack[-1]
        if ref in names:
            stack.pop()
            continue
        entered.add(ref)
        item = nested[ref]
        inner = [part for part in _parts(item) if part in nested and part not in names and part not in entered]
        if inner:
            stack.append(inner[0])
            continue
        missing = [part for part in _parts(item) if part not in names and part not in nested]
        if missing:
            raise GraphError(f"{article}: {ref} points to {missing[0]}, which the extraction does not have")
        # Only a part that lies in a circle has no name yet.
        known = {part: str(names.get(part, part)) for part in _parts(item)}
        if isinstance(item, Proposition):
            names[ref] = URIRef(f"{base}prop-{digest(*_proposition_key(item, known, article, base))}")
        else:
            names[ref] = URIRef(f"{base}claim-{digest(article, *_claim_key(item, known))}")
        stack.pop()


def _parts(item: Proposition | Claim) -> list[Ref]:
    if isinstance(item, Claim):
        return [ref for ref in (item.claimant, item.content, *item.about) if ref is not None]
    return [ref for ref in (item.subject, item.object, *(ref for _, ref in item.roles)) if ref is not None]


def _proposition_key(item: Proposition, known: Mapping[Ref, str], article: str, base: str) -> list[str]:
    # The label is left out, so that paraphrases of different articles meet; where an argument is open, only the same
    # words do. An open time ("Friday") is its article's.
    time = [_value(item.time), "" if item.time is None or item.time.resolved else article]
    slots = [
        known[item.subject] if item.subject else "",
        expand(item.predicate, base),
        known.get(item.object or "", ""),
    ]
    roles = sorted({f"{role} {known[ref]}" for role, ref in item.roles})
    words = [] if item.subject and item.object else [item.label]
    return [*slots, *time, item.modality or "", *roles, *words]


def _claim_key(item: Claim, known: Mapping[Ref, str]) -> list[str]:
    key = [known[item.claimant] if item.claimant else "", item.mode, item.polarity, item.certainty]
    if item.content:
        return [*key, "content", known[item.content]]
    if item.about:
        return [*key, "about", *sorted({known[ref] for ref in item.about})]
    if item.content_spans or not item.quotations:
        return [*key, "span", *(_offsets(span) for span in sorted({*item.content_spans} or {*item.cue_spans}))]
    return [*key, "quotation", *sorted(set(item.quotations))]


def _offsets(span: Span | None) -> str:
    return "" if span is None else f"{span.begin},{span.end}"


def _value(time: Timex | None) -> str:
    return "" if time is None else time.value
