import socket
from dataclasses import replace

import pytest
from rdflib import OWL, PROV, RDF, RDFS, TIME, XSD, Dataset, Graph, Literal, URIRef

from kg.graph import to_dataset, to_graph
from kg.model import Polarity
from kg.names import BASE, KG, NIF, SCHEMA, SEM, iris
from kg.validate import Finding, Report, validate
from tests.samples import fair, pier, stated

ARTICLE = URIRef(f"{BASE}article-fair-1")
SILVA, BERG, NOVO, LEAGUE = (URIRef(BASE + name) for name in ("Ana_Silva", "Jon_Berg", "Port_Novo", "League"))
NAMES = iris(fair())
SALE, TOLD, DENIAL, MEETING = (NAMES[ref] for ref in ("p1", "c1", "c2", "e5"))
WORDS = URIRef(f"{ARTICLE}#char=6,15")


def some(graph: Graph, kind: URIRef, *, predicate: URIRef = KG.polarity, value: URIRef | None = None) -> URIRef:
    """The first node of a class, perhaps only one with a certain value."""
    nodes = (node for node in graph.subjects(RDF.type, kind) if value is None or (node, predicate, value) in graph)
    return min(node for node in nodes if isinstance(node, URIRef))


def change(graph, subject, predicate, *values):
    graph.remove((subject, predicate, None))
    for value in values:
        graph.add((subject, predicate, value))


def test_good_graphs_conform_and_stay_as_they_are():
    graph = to_graph([fair(), pier()])
    before = set(graph)
    report = validate(graph)
    assert report == Report(True, ())
    assert str(report) == "The graph keeps all rules."
    assert set(graph) == before


def test_datasets_are_checked_as_one_graph():
    dataset = to_dataset([fair(), pier()])
    assert validate(dataset).conforms
    dataset.graph(ARTICLE).remove((ARTICLE, KG.sha256, None))
    assert not validate(dataset).conforms


def test_empty_graphs_conform():
    assert validate(Graph()).conforms
    assert validate(Dataset()).conforms


def test_graphs_without_text_conform():
    assert validate(to_graph([fair()], text=False)).conforms


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    graph = to_graph([fair()])
    graph.add((URIRef(BASE), OWL.imports, URIRef("http://a.example/ontology")))
    assert validate(graph).conforms


BREACHES = {
    "article without checksum": (
        lambda g: change(g, ARTICLE, KG.sha256), ARTICLE, "an article has one SHA-256",
    ),
    "checksum that is none": (
        lambda g: change(g, ARTICLE, KG.sha256, Literal("abc")), ARTICLE, "an article has one SHA-256",
    ),
    "article that begins at 1": (
        lambda g: change(g, ARTICLE, NIF.beginIndex, Literal(1)), ARTICLE, "an article's text begins at 0",
    ),
    "mention with a begin that is no integer": (
        lambda g: change(g, WORDS, NIF.beginIndex, Literal("6")), WORDS, "one nif:beginIndex, an integer",
    ),
    "mention that ends before it begins": (
        lambda g: change(g, WORDS, NIF.endIndex, Literal(5)), WORDS, "a mention begins before it ends",
    ),
    "mention without words": (
        lambda g: change(g, WORDS, NIF.anchorOf), WORDS, "a mention gives its words once",
    ),
    "mention of no article": (
        lambda g: change(g, WORDS, NIF.referenceContext, SILVA), WORDS, "one nif:referenceContext, an article",
    ),
    "mention with other words than the text has": (
        lambda g: change(g, WORDS, NIF.anchorOf, Literal("Ana Sylva")), WORDS, "the words of a mention",
    ),
    "mention of an unknown kind": (
        lambda g: change(g, WORDS, KG.mentionKind, Literal("proper")), WORDS, "named, nominal or a pronoun",
    ),
    "thing that is mentioned in a thing": (
        lambda g: g.add((SILVA, KG.mentionedIn, BERG)), BERG, "what a thing is mentioned in is a mention",
    ),
    "entity without label": (
        lambda g: change(g, SILVA, RDFS.label), SILVA, "an entity has one rdfs:label",
    ),
    "entity with two labels": (
        lambda g: g.add((SILVA, RDFS.label, Literal("A. Silva"))), SILVA, "an entity has one rdfs:label",
    ),
    "entity without words": (
        lambda g: change(g, LEAGUE, KG.mentionedIn), LEAGUE, "points to its words",
    ),
    "entity that is the same as a word": (
        lambda g: g.add((SILVA, OWL.sameAs, Literal("Silva"))), SILVA, "owl:sameAs leads to an IRI",
    ),
    "role without title": (
        lambda g: change(g, g.value(SILVA, KG.holds), KG.title), "role-", "a role has one kg:title",
    ),
    "time without value": (
        lambda g: change(g, g.value(MEETING, SEM.hasTime), KG.timex), "time-", "a time has one TIMEX3 value",
    ),
    "date that is none": (
        lambda g: change(
            g, g.value(MEETING, SEM.hasTime), TIME.inXSDDate, Literal("2017-02-30", datatype=XSD.date, normalize=False)
        ),
        "time-", "time:inXSDDate is an xsd:date",
    ),
    "assertion without subject": (
        lambda g: change(g, some(g, KG.Assertion), RDF.subject), "assertion-", "an assertion has one rdf:subject",
    ),
    "assertion of two predicates": (
        lambda g: g.add((some(g, KG.Assertion), RDF.predicate, KG.met)), "assertion-", "one rdf:predicate",
    ),
    "assertion about a word": (
        lambda g: change(g, some(g, KG.Assertion), RDF.object, Literal("x")), "assertion-", "one rdf:object",
    ),
    "assertion without words": (
        lambda g: change(g, some(g, KG.Assertion), PROV.wasDerivedFrom), "assertion-", "the words it comes from",
    ),
    "assertion that comes from a person": (
        lambda g: g.add((some(g, KG.Assertion), PROV.wasDerivedFrom, SILVA)), "assertion-", "the words it comes from",
    ),
    "assertion without rule": (
        lambda g: change(g, some(g, KG.Assertion), KG.rule), "assertion-", "names its rule",
    ),
    "assertion that is too sure": (
        lambda g: change(g, some(g, KG.Assertion), KG.confidence, Literal("1.1", datatype=XSD.decimal)),
        "assertion-", "one confidence, a decimal from 0 to 1",
    ),
    "assertion without polarity": (
        lambda g: change(g, some(g, KG.Assertion, value=KG.Negative), KG.polarity), "assertion-", "one polarity",
    ),
    "assertion that is a proposition": (
        lambda g: g.add((some(g, KG.Assertion), RDF.type, KG.Proposition)),
        "assertion-", "an assertion is no proposition",
    ),
    "positive assertion without its triple": (
        lambda g: g.remove((SILVA, KG.met, BERG)), "assertion-", "a positive assertion has its plain triple",
    ),
    "negative assertion with its triple": (
        lambda g: g.add((BERG, KG.supports, LEAGUE)), "assertion-", "a triple that is only negated",
    ),
    "triple without assertion": (
        lambda g: g.add((SILVA, KG.supports, LEAGUE)), SILVA, f"unlike {KG.supports} {LEAGUE}",
    ),
    "event that has a place without assertion": (
        lambda g: g.add((MEETING, SEM.hasPlace, LEAGUE)), MEETING, f"unlike {SEM.hasPlace} {LEAGUE}",
    ),
    "proposition without label": (
        lambda g: change(g, SALE, RDFS.label), SALE, "a proposition has one rdfs:label",
    ),
    "proposition without predicate": (
        lambda g: change(g, SALE, RDF.predicate), SALE, "a proposition has one rdf:predicate",
    ),
    "proposition that is an event": (
        lambda g: g.add((SALE, RDF.type, SEM.Event)), SALE, "a proposition is no event",
    ),
    "proposition of an unknown modality": (
        lambda g: g.add((SALE, KG.modality, KG.Asked)), SALE, "the modality of a proposition",
    ),
    "claim of nobody": (
        lambda g: change(g, TOLD, KG.claimant), TOLD, "a claim has one claimant",
    ),
    "claim of two": (
        lambda g: g.add((TOLD, KG.claimant, BERG)), TOLD, "a claim has one claimant",
    ),
    "claim without mode": (
        lambda g: change(g, TOLD, KG.mode), TOLD, "a claim has one mode",
    ),
    "claim with a polarity of our own making": (
        lambda g: change(g, TOLD, KG.polarity, KG.Certain), TOLD, "a claim has one polarity",
    ),
    "claim without certainty": (
        lambda g: change(g, TOLD, KG.certainty), TOLD, "a claim has one certainty",
    ),
    "claim of nothing": (
        lambda g: change(g, NAMES["c8"], KG.content), NAMES["c8"], "a content, an about or a quotation",
    ),
    "claim of two things": (
        lambda g: g.add((TOLD, KG.content, NAMES["p2"])), TOLD, "the content of a claim is one proposition",
    ),
    "claim whose content is a person": (
        lambda g: change(g, NAMES["c8"], KG.content, SILVA), NAMES["c8"], "the content of a claim is one proposition",
    ),
    "claim without words": (
        lambda g: [change(g, DENIAL, predicate) for predicate in (PROV.wasDerivedFrom, KG.cueSpan)],
        DENIAL, "a claim names the words it comes from",
    ),
    "affirmed person": (
        lambda g: g.add((SILVA, KG.affirms, BERG)), BERG, "what somebody affirms or disputes is a proposition",
    ),
    "affirmed without a claim": (
        lambda g: g.add((BERG, KG.affirms, SALE)), BERG, f"a claim that states it, unlike {SALE}",
    ),
    "affirmed by a claim that nobody is reported to have made": (
        lambda g: g.add((SILVA, KG.affirms, NAMES["p5"])), SILVA, f"a claim that states it, unlike {NAMES['p5']}",
    ),
    "disputed without a claim": (
        lambda g: g.add((SILVA, KG.disputes, SALE)), SILVA, f"a claim that denies it, unlike {SALE}",
    ),
    "contradiction in one direction": (
        lambda g: g.remove((TOLD, KG.contradicts, DENIAL)), DENIAL, f"in both directions, unlike that of {TOLD}",
    ),
    "contradiction of a person": (
        lambda g: [g.add((SILVA, KG.contradicts, BERG)), g.add((BERG, KG.contradicts, SILVA))],
        SILVA, "only claims and assertions contradict",
    ),
}  # fmt: skip


@pytest.mark.parametrize("breach", BREACHES)
def test_every_broken_rule_is_found_where_it_is_broken(breach):
    breaks, focus, message = BREACHES[breach]
    graph = to_graph([fair()])
    breaks(graph)
    report = validate(graph)
    assert not report.conforms
    hits = [one for one in report.findings if one.focus.startswith(str(focus)) or f"/{focus}" in one.focus]
    assert [one for one in hits if message in one.message]


def test_propositions_do_not_stand_behind_plain_triples():
    graph = to_graph([fair()])
    sold = tuple(graph.value(SALE, part) for part in (RDF.subject, RDF.predicate, RDF.object))
    graph.add(sold)
    (finding,) = validate(graph).findings
    assert finding.focus == str(NAMES["e8"])
    assert "a plain triple between things of the world has an assertion" in finding.message


def test_a_triple_that_one_article_states_and_another_negates_is_no_breach():
    graph = to_graph([fair(), pier()])
    negated = some(graph, KG.Assertion, value=KG.Negative)
    change(graph, negated, RDF.subject, SILVA)
    change(graph, negated, RDF.predicate, KG.met)
    change(graph, negated, RDF.object, BERG)
    assert validate(graph).conforms


def test_reports_say_how_many_rules_are_broken_where_and_why():
    graph = to_graph([fair()])
    change(graph, SILVA, RDFS.label)
    change(graph, ARTICLE, NIF.beginIndex, Literal(3))
    report = validate(graph)
    assert report.findings == tuple(sorted(report.findings))
    lines = str(report).splitlines()
    assert lines[0] == f"The graph breaks rules, {len(report.findings)} findings:"
    assert f"  {SILVA}: an entity has one rdfs:label" in lines
    assert str(Finding("focus", "message", "value")) == "focus: message (value)"


def test_foreign_graphs_are_none_of_our_business():
    graph = Graph()
    graph.add((URIRef("http://a.example/x"), SCHEMA.name, Literal("x")))
    assert validate(graph).conforms


def test_claims_on_claims_conform():
    deep = fair().claims + tuple(
        stated(f"c{number}", "e1" if number % 2 else "e2", f"c{number - 1}", Polarity.POSITIVE, "said")
        for number in range(10, 30)
    )
    assert validate(to_graph([replace(fair(), claims=deep)])).conforms
