"""Text that means ill, in every field that a graph has and a page shows."""

from __future__ import annotations

from rdflib import OWL, PROV, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import TIME, XSD

from kg.names import KG, NIF, SCHEMA, SEM

ID = Namespace("https://example.org/newskg/id/")
CORPUS = (
    "<img src=x onerror=alert('FIELD')>",
    "</script><script>alert('FIELD')</script>",
    "<a href=\"javascript:alert('FIELD')\">href</a>",
    "\"'><svg onload=alert('FIELD')>",
    "<!--<script>FIELD",
    "</title></style></textarea></noscript><style>*{display:none}</style>FIELD",
    "<iframe srcdoc=\"<script>alert('FIELD')</script>\"></iframe>",
    '<meta http-equiv=refresh content="0;url=https://evil.example/FIELD">',
    "<link rel=stylesheet href=https://evil.example/FIELD><base href=https://evil.example/>",
    "{{7*7}}{% raw %}{# FIELD",
    "${alert('FIELD')}`FIELD",
    "a\u2028FIELD\u2029b\x00\x07\ufffe",
    "\u202egnp.exe FIELD \u2066",
    "__proto__",
    "constructor",
    "=cmd|' /C calc'!A0 FIELD",
    "]]>&lt;script&gt;alert('FIELD')&amp;",
)
ADDRESSES = (
    "javascript:alert('FIELD')",
    "JaVaScRiPt:alert('FIELD')",
    "java\tscript:alert('FIELD')",
    " javascript:alert('FIELD')",
    "data:text/html,<script>alert('FIELD')</script>",
    "vbscript:alert('FIELD')",
    "file:///etc/FIELD",
    "//evil.example/FIELD",
    "https://user:secret@evil.example/FIELD",
    "https://evil.example/\"onmouseover=alert('FIELD')",
    "https://evil.example/<script>FIELD",
    "https://evil.example\\@good.example/FIELD",
)
"""Where a link may not lead, or not as it stands."""


def names(graph: Graph, number: int, text: str) -> None:
    """What things are called: their names, kinds and offices, and what else is told of them."""
    it = _person(graph, number)
    graph.remove((it, RDFS.label, None))
    graph.add((it, RDFS.label, Literal(_of(text, "label"), lang="de" if number % 2 else None)))
    graph.add((it, SKOS.altLabel, Literal(_of(text, "alternative-name"))))
    graph.add((it, RDFS.comment, Literal(_of(text, "comment"))))
    graph.add((ID[f"council{number}"], SCHEMA.jobTitle, Literal(_of(text, "job"))))
    graph.add((it, ID.code, Literal(_of(text, "typed"), datatype=URIRef(_iri(text, "datatype")))))
    graph.add((it, RDF.type, ID[f"class{number}"]))
    graph.add((ID[f"class{number}"], RDFS.label, Literal(_of(text, "class-name"))))
    role, council = ID[f"role{number}"], ID[f"council{number}"]
    graph.add((it, KG.holds, role))
    graph.add((role, RDF.type, KG.Role))
    graph.add((role, KG.title, Literal(_of(text, "office"))))
    graph.add((role, KG.of, council))
    graph.add((council, RDFS.label, Literal(_of(text, "office-of"))))


def terms(graph: Graph, number: int, text: str) -> None:
    """The IRIs of things, properties and classes, what properties are called, and what a statement cites."""
    it, odd, link = _person(graph, number), URIRef(_iri(text, "thing")), URIRef(_iri(text, "property"))
    graph.add((odd, RDF.type, URIRef(_iri(text, "class"))))
    graph.add((it, link, odd))
    graph.add((odd, ID[f"prop{number}"], it))
    graph.add((ID[f"prop{number}"], RDFS.label, Literal(_of(text, "property-name"))))
    said = ID[f"assertion{number}"]
    graph.add((said, RDF.type, KG.Assertion))
    for prop, value in ((RDF.subject, it), (RDF.predicate, link), (RDF.object, odd)):
        graph.add((said, prop, value))
    graph.add((said, KG.rule, Literal(_of(text, "rule"))))
    graph.add((said, KG.confidence, Literal(_of(text, "confidence"))))
    graph.add((said, PROV.wasDerivedFrom, _mention(graph, f"said{number}", _of(text, "evidence"))))


def claims(graph: Graph, number: int, text: str) -> None:
    """Claims: their words, positions, chains and addressees."""
    claim, proposition = ID[f"claim{number}"], ID[f"proposition{number}"]
    graph.add((claim, RDF.type, KG.Claim))
    graph.add((claim, KG.claimant, _named(graph, f"claimant{number}", _of(text, "claimant"))))
    graph.add((claim, KG.reportedBy, _named(graph, f"reporter{number}", _of(text, "reporter"))))
    graph.add((claim, KG.addressee, _named(graph, f"addressee{number}", _of(text, "addressee"))))
    graph.add((claim, KG.content, proposition))
    graph.add((claim, KG.mode, KG.Stated))
    graph.add((claim, KG.polarity, KG.Positive if number % 2 else KG.Negative))
    graph.add((claim, KG.certainty, URIRef(_iri(text, "certainty"))))
    graph.add((claim, KG.quotation, Literal(_of(text, "quotation"))))
    graph.add((claim, KG.cueSpan, _mention(graph, f"cue{number}", _of(text, "cue-words"))))
    graph.add((proposition, RDF.type, KG.Proposition))
    graph.add((proposition, RDFS.label, Literal(_of(text, "proposition"))))
    graph.add((proposition, KG.modality, URIRef(_iri(text, "modality"))))
    judged = ID[f"judged{number}"]
    graph.add((judged, RDF.type, KG.Claim))
    graph.add((judged, KG.mode, URIRef(_iri(text, "mode"))))
    graph.add((judged, KG.claimant, ID[f"claimant{number}"]))
    graph.add((judged, KG.about, _named(graph, f"target{number}", _of(text, "target"))))
    graph.add((judged, KG.cue, Literal(_of(text, "cue"))))


def events(graph: Graph, number: int, text: str) -> None:
    """What happened, when and where."""
    event, moment = ID[f"event{number}"], ID[f"time{number}"]
    graph.add((event, RDF.type, SEM.Event))
    graph.add((event, RDFS.label, Literal(_of(text, "event"))))
    graph.add((event, KG.duration, Literal(_of(text, "duration"))))
    graph.add((event, SEM.hasTime, moment))
    graph.add((moment, RDF.type, TIME.Instant))
    graph.add((moment, KG.timex, Literal(_of(text, "time"))))
    graph.add((event, SEM.hasTime, Literal("2031-04", datatype=XSD.gYearMonth)))
    graph.add((event, SEM.hasPlace, _named(graph, f"place{number}", _of(text, "place"), SCHEMA.City)))


def articles(graph: Graph, number: int, text: str) -> None:
    """Articles: all that is known of one, and its text."""
    article, it = ID[f"article{number}"], _person(graph, number)
    graph.add((article, RDF.type, NIF.Context))
    graph.add((article, NIF.isString, Literal(f"{_of(text, 'text')}. Second sentence.")))
    for prop, field in (
        (SCHEMA.headline, "headline"),
        (SCHEMA.publisher, "publisher"),
        (SCHEMA.author, "author"),
        (SCHEMA.datePublished, "date"),
        (SCHEMA.inLanguage, "article-language"),
        (SCHEMA.url, "article-address"),
    ):
        graph.add((article, prop, Literal(_of(text, field))))
    mention = ID[f"mention{number}"]
    graph.add((it, KG.mentionedIn, mention))
    graph.add((mention, RDF.type, KG.Mention))
    graph.add((mention, NIF.referenceContext, article))
    graph.add((mention, NIF.beginIndex, Literal(0)))
    graph.add((mention, NIF.endIndex, Literal(3)))


def addresses(graph: Graph, number: int, text: str) -> None:
    """Links out: of things and of articles, as IRIs and as text."""
    it, article, address = _person(graph, number), ID[f"article{number}"], text.replace("FIELD", str(number))
    for prop in (OWL.sameAs, RDFS.seeAlso, SCHEMA.url, ID.homepage, ID.image):
        graph.add((it, prop, URIRef(address)))
        graph.add((it, prop, Literal(address)))
    graph.add((it, OWL.sameAs, URIRef(f"https://good.example/{number}")))
    graph.add((article, RDF.type, NIF.Context))
    graph.add((article, NIF.isString, Literal(f"Person {number} left.")))
    graph.add((article, SCHEMA.url, URIRef(address)))


GROUPS = {fill.__name__: fill for fill in (names, terms, claims, events, articles, addresses)}
UNSEEN = {
    *("datatype", "date", "article-language", "article-address", "certainty", "mode"),
}
"""Fields that a page does not show as they stand: cut, checked, or one of a few words."""


def hostile(group: str) -> Graph:
    """A graph whose fields of one group hold each text of the corpus in turn."""
    graph = Graph(bind_namespaces="none")
    for number, text in enumerate(ADDRESSES if group == "addresses" else CORPUS):
        GROUPS[group](graph, number, text)
    return graph


def _of(text: str, field: str) -> str:
    return text.replace("FIELD", field)


def _iri(text: str, field: str) -> str:
    """An IRI with the text in it as it stands, whatever IRIs may hold."""
    return f"https://example.org/x#{_of(text, field)}"


def _named(graph: Graph, key: str, label: str, kind: URIRef = SCHEMA.Person) -> URIRef:
    graph.add((ID[key], RDF.type, kind))
    graph.add((ID[key], RDFS.label, Literal(label)))
    return ID[key]


def _person(graph: Graph, number: int) -> URIRef:
    it = _named(graph, f"person{number}", f"Person {number}")
    graph.add((it, KG.knows, ID[f"person{number // 2}"]))
    return it


def _mention(graph: Graph, key: str, words: str) -> URIRef:
    """Words of an article whose text the graph leaves out."""
    mention = ID[key]
    graph.add((ID.article, RDF.type, NIF.Context))
    graph.add((mention, RDF.type, KG.Mention))
    graph.add((mention, NIF.referenceContext, ID.article))
    graph.add((mention, NIF.beginIndex, Literal(0)))
    graph.add((mention, NIF.endIndex, Literal(len(words))))
    graph.add((mention, NIF.anchorOf, Literal(words)))
    return mention
