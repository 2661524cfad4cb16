"""How long every named query takes on a large graph, with both engines, in seconds of one processor.

    python benchmarks/queries.py [--triples 100000]

The graph is made of synthetic articles, the same ones every time: about 2,700 triples each, in the proportions of a
news report of 800 words (many mentions, forty claims, thirty assertions), people and propositions shared.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from random import Random

from rdflib import PROV, RDF, RDFS, SKOS, TIME, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node
from rich.console import Console
from rich.table import Table as RichTable

from kg.query import Engine, Loaded, Query, Table, loaded, named_queries, query

ID = Namespace("https://example.org/newskg/id/")
KG = Namespace("https://w3id.org/newskg/ns#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
REL = Namespace("https://example.org/newskg/id/rel/")
SCHEMA = Namespace("https://schema.org/")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")

Triple = tuple[Node, Node, Node]
ARGUMENTS = {
    "who": "Person 7",
    "about": "Country 3",
    "on": "Country 3",
    "subject": "Person 7",
    "place": "Country 3",
    "from": "2020-03",
    "to": "2021-06",
}


class Article:
    """One synthetic article: every method yields triples, every draw comes from the article's own seed."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self.number = number
        self.iri = ID[f"article-{number:06d}"]
        self.position = 0
        self.people = [ID[f"Person_{n}"] for n in self.random.sample(range(200), 10)]
        self.countries = [ID[f"Country_{n}"] for n in self.random.sample(range(30), 5)]
        self.sources = [ID[f"official-{number:06d}-{n}"] for n in range(3)]
        self.entities = [*self.people, *self.countries, *self.sources]

    def mention(self, words: str) -> tuple[URIRef, list[Triple]]:
        begin, end = self.position, self.position + len(words)
        self.position = end + 1
        iri = URIRef(f"{self.iri}#char={begin},{end}")
        return iri, [
            (iri, RDF.type, KG.Mention),
            (iri, NIF.beginIndex, Literal(begin)),
            (iri, NIF.endIndex, Literal(end)),
            (iri, NIF.anchorOf, Literal(words)),
            (iri, NIF.referenceContext, self.iri),
        ]

    def mentioned(self, thing: URIRef, predicate: URIRef, words: str, times: int = 1) -> Iterator[Triple]:
        for _ in range(times):
            iri, triples = self.mention(words)
            yield thing, predicate, iri
            yield from triples

    def triples(self) -> Iterator[Triple]:
        yield self.iri, RDF.type, SCHEMA.NewsArticle
        yield self.iri, RDF.type, NIF.Context
        yield self.iri, SCHEMA.headline, Literal(f"Headline {self.number}")
        yield self.iri, KG.sha256, Literal(f"{self.number:064x}")
        yield from self.described()
        for number in range(10):
            yield from self.event(number)
        for number in range(30):
            yield from self.assertion(number)
        for number in range(40):
            yield from self.claim(number)

    def described(self) -> Iterator[Triple]:
        for person in self.people:
            name = person.removeprefix(ID).replace("_", " ")
            country = self.random.choice(self.countries)
            role = ID[f"role-{self.number:06d}-{name[7:]}"]
            yield person, RDF.type, SCHEMA.Person
            yield person, RDFS.label, Literal(name)
            yield person, SKOS.altLabel, Literal(f"Mx {name}")
            yield person, SCHEMA.jobTitle, Literal("Minister")
            yield person, KG.affiliation, country
            yield person, KG.holds, role
            yield role, RDF.type, KG.Role
            yield role, KG.title, Literal("Minister")
            yield role, KG.of, country
            yield from self.mentioned(person, KG.mentionedIn, name, 6)
        for country in self.countries:
            yield country, RDF.type, SCHEMA.Country
            yield country, RDFS.label, Literal(country.removeprefix(ID).replace("_", " "))
            yield from self.mentioned(country, KG.mentionedIn, country.removeprefix(ID), 4)
        for source in self.sources:
            yield source, RDF.type, SCHEMA.Person
            yield source, RDFS.label, Literal("official")
            yield source, KG.unnamed, Literal(True)
            yield source, KG.affiliation, self.random.choice(self.countries)
            yield from self.mentioned(source, KG.mentionedIn, "an official")

    def event(self, number: int) -> Iterator[Triple]:
        event, moment = ID[f"event-{self.number:06d}-{number}"], ID[f"time-{self.number:06d}-{number}"]
        day = f"20{self.random.randrange(18, 24)}-{self.random.randrange(1, 13):02d}-{self.random.randrange(1, 29):02d}"
        one, other = self.random.sample(self.people, 2)
        yield event, RDF.type, SEM.Event
        if number < 4:
            yield event, RDF.type, KG.Meeting
            for subject, object_ in ((one, other), (other, one)):
                yield subject, KG.met, object_
                assertion = ID[f"assertion-{self.number:06d}-m{number}{'ab'[subject == one]}"]
                yield from self.statement(assertion, subject, KG.met, object_, KG.Positive)
                yield assertion, KG.describes, event
        yield event, RDFS.label, Literal(f"event {number}")
        yield event, KG.agent, one
        yield event, KG.patient, other
        yield event, SEM.hasPlace, self.random.choice(self.countries)
        yield event, SEM.hasTime, moment
        yield moment, RDF.type, TIME.Instant
        yield moment, KG.timex, Literal(day)
        yield moment, TIME.inXSDDate, Literal(day, datatype=XSD.date)
        yield from self.mentioned(event, KG.mentionedIn, "the event", 2)

    def statement(self, iri: URIRef, subject: Node, predicate: Node, object_: Node, polarity: Node) -> Iterator[Triple]:
        yield iri, RDF.type, KG.Assertion
        yield iri, RDF.subject, subject
        yield iri, RDF.predicate, predicate
        yield iri, RDF.object, object_
        yield iri, KG.polarity, polarity
        yield iri, KG.rule, Literal("clause")
        yield iri, KG.confidence, Literal(0.8)
        yield from self.mentioned(iri, PROV.wasDerivedFrom, "did it", 2)

    def assertion(self, number: int) -> Iterator[Triple]:
        subject, object_ = self.random.sample(self.entities, 2)
        predicate = REL[f"verb_{self.random.randrange(60)}"]
        negative = self.random.random() < 0.1
        iri = ID[f"assertion-{self.number:06d}-{number}"]
        yield predicate, RDFS.label, Literal(predicate.removeprefix(REL).replace("_", " "))
        yield from self.statement(iri, subject, predicate, object_, KG.Negative if negative else KG.Positive)
        if not negative:
            yield subject, predicate, object_

    def proposition(self, topic: int) -> Iterator[Triple]:
        chosen = Random(topic)
        iri = ID[f"prop-{topic}"]
        yield iri, RDF.type, KG.Proposition
        yield iri, RDFS.label, Literal(f"proposition {topic}")
        yield iri, RDF.subject, ID[f"Country_{chosen.randrange(30)}"]
        yield iri, RDF.predicate, REL[f"verb_{chosen.randrange(60)}"]
        yield iri, RDF.object, ID[f"Country_{chosen.randrange(30)}"]
        if chosen.random() < 0.2:
            yield iri, KG.modality, KG.Future

    def claim(self, number: int) -> Iterator[Triple]:
        claim = ID[f"claim-{self.number:06d}-{number}"]
        claimant: URIRef = self.random.choice([*self.people, self.sources[0], KG.Unattributed])
        polarity = self.random.choice([KG.Positive, KG.Positive, KG.Positive, KG.Negative])
        mode = self.random.choice([KG.Stated, KG.Stated, KG.Stated, KG.Stated, KG.Demanded, KG.Asked, KG.Judged])
        topic = self.random.randrange(1500)
        if number % 10 in (4, 5):
            # A dispute: two claims, side by side, on one proposition.
            mode, polarity, topic = KG.Stated, (KG.Positive, KG.Negative)[number % 2], self.number * 7 + number // 10
        content: URIRef = ID[f"prop-{topic}"]
        reporter: URIRef = self.iri
        if number % 10 == 9:
            content = ID[f"claim-{self.number:06d}-{number - 1}"]
            yield content, KG.reportedBy, claimant
        else:
            yield from self.proposition(topic)
            if mode == KG.Stated and claimant != KG.Unattributed:
                yield claimant, KG.disputes if polarity == KG.Negative else KG.affirms, content
        yield claim, RDF.type, KG.Claim
        yield claim, RDFS.label, Literal(f"{claimant.removeprefix(ID)} says: {content.removeprefix(ID)}")
        yield claim, KG.claimant, claimant
        yield claim, KG.content, content
        yield claim, KG.mode, mode
        yield claim, KG.polarity, polarity
        yield claim, KG.certainty, KG.Certain
        yield claim, KG.cue, Literal("said")
        yield claim, KG.reportedBy, reporter
        if number % 4 == 0:
            yield claim, KG.addressee, self.random.choice(self.people)
            yield claim, KG.quotation, Literal(f"Quoted words {number}")
        if number % 10 == 4:
            other = ID[f"claim-{self.number:06d}-{number + 1}"]
            yield claim, KG.contradicts, other
            yield other, KG.contradicts, claim
        yield from self.mentioned(claim, KG.sourceSpan, "the source")
        yield from self.mentioned(claim, KG.cueSpan, "said")
        yield from self.mentioned(claim, KG.contentSpan, "that something had happened")


def synthetic(triples: int) -> Graph:
    """A graph of at least `triples` triples, always the same for the same number."""
    graph = Graph()
    graph.bind("id", ID)
    number = 0
    while len(graph) < triples:
        for triple in Article(number).triples():
            graph.add(triple)
        number += 1
    return graph


def cases(asked: Query) -> Iterator[dict[str, str]]:
    """The values to ask a query with: what it needs, and then whatever it takes."""
    needed = {parameter.name: ARGUMENTS[parameter.name] for parameter in asked.parameters if parameter.required}
    yield needed
    taken = {parameter.name: ARGUMENTS[parameter.name] for parameter in asked.parameters if parameter.name in ARGUMENTS}
    if taken != needed:
        yield taken


def measured(data: Loaded, asked: Query, values: dict[str, str]) -> tuple[str, ...]:
    """A row of the report: the query, its values, how many rows, and the seconds of each engine, the best of three."""
    answers, seconds = [], []
    for engine in Engine:
        taken = []
        for _ in range(3):
            begin = time.process_time()
            answer = query(data, asked.name, params=values, engine=engine)
            taken.append(time.process_time() - begin)
        assert isinstance(answer, Table)
        answers.append(answer)
        seconds.append(f"{min(taken):.2f}")
    same = "yes" if answers[0] == answers[1] else "no"
    given = ", ".join(f"{name}={value}" for name, value in values.items())
    return asked.name, given, str(len(answers[0])), *seconds, same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, default=100_000, help="how large the graph is (default: %(default)s)")
    graph = synthetic(parser.parse_args().triples)
    data = loaded(graph)
    begin = time.perf_counter()
    assert len(data.store) == len(graph)
    made_ready = time.perf_counter() - begin
    report = RichTable("query", "with", "rows", *(f"{engine} (s)" for engine in Engine), "same answer")
    for asked in named_queries().values():
        for values in cases(asked):
            report.add_row(*measured(data, asked, values))
    Console().print(report)
    print(f"{len(graph):,} triples; {made_ready:.1f} s to make them ready for Oxigraph", file=sys.stderr)


if __name__ == "__main__":
    main()
