"""Which things of a graph become nodes, what type each has, and what the details say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import OWL, RDF, BNode, Literal, URIRef
from rdflib.namespace import PROV, SKOS, TIME
from rdflib.term import Node as Term

from kg.draw import parts
from kg.draw.articles import Articles
from kg.draw.claims import Claims
from kg.draw.index import Index
from kg.draw.parts import Fact, Lane, Type
from kg.draw.terms import LABELLING, Labels, in_words, local_name, name, ordered, shown, web_address
from kg.draw.times import duration, when
from kg.names import KG, NIF, SCHEMA, SEM
from kg.wording import UNATTRIBUTED

# What the model writes beside the things of the world. It is shown in the details of those, never as a node.
_DETAILS = (
    *(KG.Assertion, KG.Mention, KG.Role, KG.Age, KG.Claim, KG.Proposition, NIF.Context, SCHEMA.NewsArticle),
    *(TIME.TemporalEntity, TIME.Instant, TIME.Interval, PROV.Activity, PROV.Agent, PROV.SoftwareAgent),
)
_VOCABULARY = (RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.SymmetricProperty)
_ADDRESSES = {"sameAs", "homepage", "page", "url", "seeAlso", "image", "depiction", "thumbnail", "isDefinedBy"}
_SPOKEN = {
    *(KG.holds, KG.hasAge, KG.affirms, KG.disputes, KG.contradicts, KG.describes),
    *(KG.mentionedIn, KG.triggerSpan, KG.sourceSpan, KG.cueSpan, KG.contentSpan),
    *(SEM.hasTime, KG.time, PROV.wasDerivedFrom, PROV.wasGeneratedBy),
    *(SKOS.closeMatch, SKOS.exactMatch, OWL.sameAs, RDF.type),
}
"""Properties of our model that are shown in words or not at all, never as a line."""

_MOST_FACTS = 14
_LONGEST_FACT = 400

CLAIM = Type("claim", "Claim", "claim", "claim")
_NOBODY = Type("unattributed", UNATTRIBUTED, "concept", "unattributed")
_TYPES = (
    (Type("event", "Event", "event", "event"), Lane.EVENT, "Event Meeting"),
    (Type("person", "Person", "person", "person"), Lane.ALSO, "Person"),
    (Type("country", "Country", "country", "country"), Lane.PLACE, "Country"),
    (Type("organisation", "Organisation", "organisation", "organisation"), Lane.ALSO, "Organization Organisation"),
    (Type("group", "Group", "group", "group"), Lane.ALSO, "Group"),
    (Type("place", "Place", "location", "place"), Lane.PLACE, "City Place AdministrativeArea Location"),
    (Type("work", "Work", "work", "work"), Lane.TOPIC, "CreativeWork Article Book Document"),
    (Type("product", "Product", "product", "product"), Lane.TOPIC, "Product"),
    (Type("concept", "Topic", "concept", "concept"), Lane.TOPIC, "Concept"),
)
_BY_NAME = {word: (type_, lane) for type_, lane, words in _TYPES for word in words.split()}
_PEOPLE = {"person", "organisation", "group"}
_OTHER_TONES = ("other-1", "other-2", "other-3", "other-4", "other-5", "other-6")


@dataclass(frozen=True, slots=True)
class Reading:
    """A graph and the ways to look things up in it."""

    graph: Index
    labels: Labels
    articles: Articles
    claims: Claims

    @classmethod
    def of(cls, graph: Index) -> Reading:
        """The reading of `graph`."""
        labels = Labels(graph)
        articles = Articles(graph, labels)
        return cls(graph, labels, articles, Claims(graph, labels, articles))


def world(reading: Reading) -> tuple[list[Term], list[tuple[Term, Term, Term]]]:
    """The things of the world, in order, and the plain triples between them."""
    graph, claims = reading.graph, reading.claims
    hidden = _hidden(graph, set(claims.propositions) | set(claims.all))
    triples = []
    things: set[Term] = graph.subjects() - hidden
    for s, p, o in graph:
        if s not in things or p in _SPOKEN or isinstance(o, Literal) or o in hidden:
            continue
        if local_name(str(p)) in _ADDRESSES and web_address(o):
            continue
        triples.append((s, p, o))
    things |= {o for _, _, o in triples}
    for claim in claims.all.values():
        # An article or outlet that only passes a claim on is named in the details.
        things |= {claim.claimant, *(who for who in claim.reporters if who not in reading.articles.index)}
    # A proposition's parts are things of the world even where the graph says nothing else of them.
    boxes = [*claims.propositions, *claims.boxed]
    parts_of = {value for box in boxes for _, value in roles(graph, box)} - set(claims.all) - set(claims.propositions)
    things |= {part for part in parts_of if part not in hidden}
    # Strings compare much faster than terms do.
    return ordered(things), sorted(triples, key=lambda triple: (*map(str, triple),))


def roles(graph: Index, box: Term) -> list[tuple[Term, Term]]:
    """What a proposition or claim is about: pairs of a role and a thing."""
    skipped = {RDF.type, RDF.predicate, KG.modality, KG.time, KG.mode, KG.polarity, KG.certainty, KG.claimant}
    skipped |= {KG.addressee, KG.content, KG.reportedBy, *_SPOKEN}
    return sorted((p, o) for p, o in graph.predicate_objects(box) if p not in skipped and isinstance(o, URIRef | BNode))


def _hidden(graph: Index, claimed: set[Term]) -> set[Term]:
    hidden: set[Term] = set(claimed)
    predicates: set[Term] = graph.predicates()
    hidden |= predicates | graph.values(RDF.type)
    if any((None, RDF.type, kind) in graph for kind in (KG.Claim, KG.Mention, KG.Assertion, NIF.Context)):
        hidden |= {node for kind in _DETAILS for node in graph.subjects(RDF.type, kind)}
        hidden |= {node for node in graph.values() if str(node).startswith(str(KG))}
    described = graph.subjects(RDF.type)
    vocabulary = {node for kind in _VOCABULARY for node in graph.subjects(RDF.type, kind)}
    # A graph that describes nothing but a vocabulary is drawn as one.
    return hidden | vocabulary if described - vocabulary - hidden else hidden - (vocabulary - predicates - claimed)


class Types:
    """The type of each thing; classes that the model does not know get a type of their own while colours last."""

    def __init__(self, reading: Reading, things: Iterable[Term]) -> None:
        self._reading = reading
        classes = {thing: ordered(reading.graph.objects(thing, RDF.type)) for thing in things}
        unknown = Counter(found[0] for found in classes.values() if found and not any(map(_known, found)))
        common = sorted(unknown, key=lambda cls: (-unknown[cls], cls))[: len(_OTHER_TONES)]
        self._own = {
            cls: Type(f"class-{number}", _capital(reading.labels[cls]), tone, "other")
            for number, (cls, tone) in enumerate(zip(common, _OTHER_TONES, strict=False), start=1)
        }
        self._classes = classes

    def __getitem__(self, thing: Term) -> tuple[Type, Lane]:
        if thing == KG.Unattributed:
            return _NOBODY, Lane.ALSO
        classes = self._classes.get(thing, [])
        if known := list(filter(None, map(_known, classes))):
            return min(known, key=lambda found: [row[0] for row in _TYPES].index(found[0]))
        own = [self._own[cls] for cls in classes if cls in self._own]
        return own[0] if own else Type("other", "Other", "concept", "other"), Lane.TOPIC

    def sharper(self, thing: Term) -> tuple[str, ...]:
        """The classes of a thing that say more than its type does."""
        classes = [cls for cls in self._classes.get(thing, []) if not _known(cls) and cls not in self._own]
        labels = {
            _capital(self._reading.labels[cls]) for cls in classes if not str(cls).startswith((str(SEM), str(OWL)))
        }
        return tuple(sorted(labels))


def entity(thing: Term, key: str, reading: Reading, types: Types, *, speaks: bool, claims: bool) -> parts.Node:
    """The node of a thing of the world. Who `speaks` stands first; where nothing is claimed, all people do."""
    type_, lane = types[thing]
    if speaks or (not claims and type_.id in _PEOPLE):
        lane = Lane.WHO
    time = _when(thing, reading)
    return parts.Node(
        iri=str(thing),
        key=key,
        label=UNATTRIBUTED if thing == KG.Unattributed else reading.labels[thing],
        type=type_.id,
        lane=lane,
        names=reading.labels.others(thing),
        facts=tuple(_facts(thing, reading, types)),
        marks=reading.articles.marks(thing),
        when=time,
        language=reading.labels.language(thing),
    )


def box(node: Term, key: str, reading: Reading) -> parts.Node:
    """The node of a proposition, or of a claim that no proposition stands for."""
    graph, claims = reading.graph, reading.claims
    claim = claims.all.get(node)
    label = claims.words(node)
    if claim is not None and claim.content is None:
        label = claims.short(claim)
    marks = {mark for held in claims.positions(node) for mark in held.marks} | set(reading.articles.marks(node))
    facts = [Fact("Talks of", in_words(str(value))) for value in ordered(graph.objects(node, KG.modality))]
    return parts.Node(
        iri=str(node),
        key=key,
        label=label,
        type=CLAIM.id,
        lane=Lane.CLAIM,
        status=claims.status(node),
        facts=tuple(facts),
        marks=tuple(sorted(marks | set(claim.marks if claim else ()))),
        when=_when(node, reading),
        language=reading.labels.language(node),
    )


def _when(thing: Term, reading: Reading) -> parts.When | None:
    times = [*reading.graph.objects(thing, SEM.hasTime), *reading.graph.objects(thing, KG.time)]
    found = [when(reading.graph, time, reading.labels, reading.articles) for time in times]
    return min(found, key=lambda time: (not time.key, time.key, time.label), default=None)


def _facts(thing: Term, reading: Reading, types: Types) -> list[Fact]:
    graph, labels = reading.graph, reading.labels
    facts = [Fact("Kind", label) for label in types.sharper(thing)]
    if (thing, KG.unnamed, Literal(True)) in graph:
        facts.append(Fact("Name", "not given in the text"))
    offices = sorted(filter(None, (_office(role, reading) for role in graph.objects(thing, KG.holds))))
    facts += [Fact("Office", office) for office in offices]
    facts += sorted(Fact("Lasted", duration(str(value))) for value in graph.objects(thing, KG.duration))
    told = {KG.unnamed, KG.duration, *LABELLING, *({SCHEMA.jobTitle} if offices else ())}
    others = []
    for prop, value in graph.predicate_objects(thing):
        address = web_address(value) if local_name(str(prop)) in _ADDRESSES else None
        if address:
            facts.append(Fact("Also at", name(address), address=address))
        elif isinstance(value, Literal) and prop not in told:
            others.append(Fact(_capital(labels[prop]), shown(str(value))[:_LONGEST_FACT]))
    return sorted(set(facts), key=facts.index) + sorted(set(others))[:_MOST_FACTS]


def _office(role: Term, reading: Reading) -> str:
    graph, labels = reading.graph, reading.labels
    titles = sorted(name(str(title)) for title in graph.objects(role, KG.title))
    of = sorted(labels[body] for body in graph.objects(role, KG.of))
    office = " of ".join(filter(None, (", ".join(titles), ", ".join(of))))
    times = [when(graph, time, reading.labels, reading.articles).label for time in graph.objects(role, SEM.hasTime)]
    if office and (role, KG.former, Literal(True)) in graph:
        office = f"formerly {office}"
    return ", ".join(filter(None, (office, *sorted(times))))


def _known(cls: Term) -> tuple[Type, Lane] | None:
    return _BY_NAME.get(local_name(str(cls)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
