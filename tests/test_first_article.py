"""What the graph of the first article must and must not say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, URIRef

import kg
from kg.names import KG, NIF, PROV, SCHEMA, SEM

pytestmark = pytest.mark.model
ARTICLE = Path(__file__).parents[1] / "data" / "putin-trump-g20.txt"
PUTIN, TRUMP, LAVROV, TILLERSON, MELANIA = (
    "Vladimir Putin",
    "Donald Trump",
    "Sergey Lavrov",
    "Rex Tillerson",
    "Melania Trump",
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return kg.build(kg.read(ARTICLE, date="2017-07-08"))


@pytest.fixture(scope="module")
def undated() -> Graph:
    return kg.build(kg.read(ARTICLE))


def named(graph: Graph, label: str) -> URIRef:
    found = {s for s in graph.subjects(RDFS.label, None) if str(graph.value(s, RDFS.label)) == label}
    assert len(found) == 1, f"{label}: {sorted(found)}"
    return URIRef(found.pop())


def labels(graph: Graph, nodes: Iterable) -> list[str]:
    return sorted(str(graph.value(n, RDFS.label)) for n in nodes)


def meeting(graph: Graph) -> URIRef:
    found = [
        e
        for e in graph.subjects(RDF.type, KG.Meeting)
        if {PUTIN, TRUMP} <= set(labels(graph, graph.objects(e, KG.agent))) and list(graph.objects(e, SEM.hasPlace))
    ]
    assert len(found) == 1
    return URIRef(found[0])


def proposition(graph: Graph, subject: str, predicate: URIRef, words: str = "") -> URIRef:
    found = [
        p
        for p in graph.subjects(RDF.predicate, predicate)
        if (p, RDF.type, KG.Proposition) in graph
        and labels(graph, graph.objects(p, RDF.subject)) == [subject]
        and words in str(graph.value(p, RDFS.label))
        and graph.value(p, RDF.object) is not None
    ]
    assert len(found) == 1, [str(graph.value(p, RDFS.label)) for p in found]
    return URIRef(found[0])


def positions(graph: Graph, content: URIRef) -> dict[str, URIRef]:
    return {
        str(graph.value(graph.value(c, KG.claimant), RDFS.label)): graph.value(c, KG.polarity)
        for c in graph.subjects(KG.content, content)
    }


def test_they_met_in_hamburg_at_the_summit(graph: Graph) -> None:
    assert (named(graph, PUTIN), KG.met, named(graph, TRUMP)) in graph
    met = meeting(graph)
    assert labels(graph, graph.objects(met, SEM.hasPlace)) == ["Hamburg"]
    assert any("G20 summit" in label for label in labels(graph, graph.objects(met, KG.at)))
    assert str(graph.value(met, KG.duration)) == "PT2H"


def test_the_day_is_known_only_where_the_articles_date_is(graph: Graph, undated: Graph) -> None:
    timex = {
        g: [str(graph_.value(t, KG.timex)) for t in graph_.objects(meeting(graph_), SEM.hasTime)]
        for g, graph_ in (("dated", graph), ("undated", undated))
    }
    assert timex == {"dated": ["2017-07-07"], "undated": ["XXXX-WXX-5"]}


def test_whether_he_accepted_is_claimed_and_disputed(graph: Graph) -> None:
    accepted = proposition(graph, TRUMP, KG.accepted)
    taken = positions(graph, accepted)
    assert taken[LAVROV] == KG.Positive
    official = next(who for who in taken if "official" in who)
    assert taken[official] == KG.Negative
    assert "White House" in official
    assert (named(graph, LAVROV), KG.affirms, accepted) in graph
    assert (named(graph, official), KG.disputes, accepted) in graph
    claims = {graph.value(c, KG.claimant): c for c in graph.subjects(KG.content, accepted)}
    ours, theirs = claims[named(graph, LAVROV)], claims[named(graph, official)]
    assert (ours, KG.contradicts, theirs) in graph
    assert (theirs, KG.contradicts, ours) in graph


def test_what_he_accepted_is_a_claim(graph: Graph) -> None:
    accepted = proposition(graph, TRUMP, KG.accepted)
    claim = graph.value(accepted, RDF.object)
    assert (claim, RDF.type, KG.Claim) in graph
    assert labels(graph, graph.objects(claim, KG.claimant)) == [PUTIN]


def test_the_denial_is_his_as_others_tell_it(graph: Graph) -> None:
    meddled = proposition(graph, "Russia", KG.meddledIn)
    assert "election" in str(graph.value(graph.value(meddled, RDF.object), RDFS.label))
    assert (named(graph, PUTIN), KG.disputes, meddled) in graph
    claim = next(c for c in graph.subjects(KG.content, meddled) if graph.value(c, KG.claimant) == named(graph, PUTIN))
    assert graph.value(claim, KG.polarity) == KG.Negative
    assert LAVROV in labels(graph, graph.objects(claim, KG.reportedBy))
    assert {"told", "assurances"} <= {str(c) for c in graph.objects(claim, KG.cue)}


def test_paraphrases_of_the_meddling_meet_in_one_proposition(graph: Graph) -> None:
    meddled = proposition(graph, "Russia", KG.meddledIn)
    words = {str(graph.value(m, NIF.anchorOf)) for m in graph.objects(meddled, KG.mentionedIn)}
    assert {"meddle", "meddling", "interference"} <= words


def test_raising_the_issue_is_claimed_not_told(graph: Graph) -> None:
    raised = proposition(graph, TRUMP, KG.raised, "issue")
    assert positions(graph, raised) == {TILLERSON: KG.Positive}
    assert not list(graph.subject_objects(KG.raised))


@pytest.mark.parametrize("predicate", ["accepted", "meddledIn", "raised"])
def test_nothing_claimed_is_plain(graph: Graph, predicate: str) -> None:
    assert not list(graph.subject_objects(KG[predicate]))


PRESUPPOSED = {
    "title before a name", "office description", "affiliation of a source", "phrase of a name", "description",
    "apposition", "gazetteer", "place in the name",
}  # fmt: skip
"""Rules of noun phrases, which are the article's own words also where they stand inside what somebody says."""


def test_no_claimed_happening_is_an_event(graph: Graph) -> None:
    claimed = {m for c in graph.subjects(RDF.type, KG.Claim) for m in graph.objects(c, KG.contentSpan)}
    spans = [(int(graph.value(m, NIF.beginIndex)), int(graph.value(m, NIF.endIndex))) for m in claimed]
    for assertion in graph.subjects(RDF.type, KG.Assertion):
        if {rule.partition(":")[0] for rule in map(str, graph.objects(assertion, KG.rule))} & PRESUPPOSED:
            continue
        words = [
            (int(graph.value(m, NIF.beginIndex)), int(graph.value(m, NIF.endIndex)))
            for m in graph.objects(assertion, PROV.wasDerivedFrom)
        ]
        begin, end = min(b for b, _ in words), max(e for _, e in words)
        assert not any(b <= begin and end <= e for b, e in spans), [
            str(graph.value(assertion, p)) for p in (RDF.subject, RDF.predicate, RDF.object, KG.rule)
        ] + words


@pytest.mark.parametrize(
    ("person", "title", "of"),
    [
        (PUTIN, "President", "Russia"),
        (TRUMP, "President", "United States"),
        (LAVROV, "Foreign Minister", "Russia"),
        (TILLERSON, "Secretary of State", "United States"),
        (MELANIA, "First Lady", None),
    ],
)
def test_offices(graph: Graph, person: str, title: str, of: str | None) -> None:
    roles = {
        (str(graph.value(r, KG.title)), next(iter(labels(graph, graph.objects(r, KG.of))), None))
        for r in graph.objects(named(graph, person), KG.holds)
    }
    assert roles == {(title, of)}


def test_two_people_of_one_surname_are_two(graph: Graph) -> None:
    assert named(graph, MELANIA) != named(graph, TRUMP)
    assert (named(graph, MELANIA), KG.accompanied, named(graph, TRUMP)) in graph


def test_the_order_of_april(graph: Graph) -> None:
    strike = next(
        o for o in graph.objects(named(graph, TRUMP), KG.ordered) if "missile strike" in str(graph.value(o, RDFS.label))
    )
    assert "airbase" in str(graph.value(strike, RDFS.label))
    order = next(e for e in graph.subjects(RDF.type, KG.Order) if named(graph, TRUMP) in graph.objects(e, KG.agent))
    assert [str(graph.value(t, KG.timex)) for t in graph.objects(order, SEM.hasTime)] == ["2017-04"]


def test_russia_supports_the_regime(graph: Graph) -> None:
    assert any("Syrian regime" in label for label in labels(graph, graph.objects(named(graph, "Russia"), KG.supports)))


def test_the_group_is_known_by_both_names(graph: Graph) -> None:
    from rdflib import SKOS

    group = named(graph, "Group of Twenty")
    assert "G20" in {str(n) for n in graph.objects(group, SKOS.altLabel)}


def test_he_who_spoke_over_the_phone_is_the_speaker(graph: Graph) -> None:
    said = [
        c
        for c in graph.subjects(RDF.type, KG.Claim)
        if any("over the phone" in str(q) for q in graph.objects(c, KG.quotation))
    ]
    assert said
    assert {label for c in said for label in labels(graph, graph.objects(c, KG.claimant))} == {PUTIN}


def test_every_mention_is_its_words(graph: Graph) -> None:
    text = str(next(graph.objects(None, NIF.isString)))
    assert text == ARTICLE.read_text(encoding="utf-8")
    for mention in graph.subjects(RDF.type, KG.Mention):
        begin, end = int(graph.value(mention, NIF.beginIndex)), int(graph.value(mention, NIF.endIndex))
        assert text[begin:end] == str(graph.value(mention, NIF.anchorOf))


def test_boilerplate_is_not_read(graph: Graph) -> None:
    text = str(next(graph.objects(None, NIF.isString)))
    notice = text.index("(Only the headline")
    assert not any(int(graph.value(m, NIF.beginIndex)) >= notice for m in graph.subjects(RDF.type, KG.Mention))


def test_every_plain_triple_has_its_assertion_and_the_shapes_hold(graph: Graph) -> None:
    assert kg.validate(graph).conforms


def test_the_newspaper_that_reported_it_is_at_the_end_of_the_chain(graph: Graph) -> None:
    raised = proposition(graph, TRUMP, KG.raised, "issue")
    claim = graph.value(None, KG.content, raised)
    assert "Independent" in labels(
        graph, (r for r in graph.objects(claim, KG.reportedBy) if (r, RDF.type, SCHEMA.NewsArticle) not in graph)
    )
