from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import OWL, PROV, RDF, RDFS, SKOS, TIME, XSD, Dataset, Graph, Literal, URIRef

from kg.errors import GraphError, InputError
from kg.graph import entity_iris, from_graph, to_dataset, to_graph
from kg.model import (
    Certainty,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Modality,
    Mode,
    Polarity,
    Proposition,
    Relation,
    Role,
    Span,
    Timex,
)
from kg.names import BASE, KG, NIF, SCHEMA, SEM, article_iri, iris, mention_iri, web_iri
from kg.serialize import Format, parsed, serialized
from kg.validate import validate
from tests.samples import PROVENANCE, TEXT, evidence, fair, pier, span, stated

ARTICLE = URIRef(f"{BASE}article-fair-1")
SILVA, BERG, NOVO, LEAGUE = (URIRef(BASE + name) for name in ("Ana_Silva", "Jon_Berg", "Port_Novo", "League"))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return to_graph([fair()])


@pytest.fixture(scope="module")
def names() -> dict[str, URIRef]:
    return iris(fair())


def words(graph, thing, predicate):
    """The words that a thing points to."""
    return {str(graph.value(mention, NIF.anchorOf)) for mention in graph.objects(thing, predicate)}


def assertions(graph, subject, predicate, object):
    return [
        node
        for node in graph.subjects(RDF.type, KG.Assertion)
        if (graph.value(node, RDF.subject), graph.value(node, RDF.predicate), graph.value(node, RDF.object))
        == (subject, predicate, object)
    ]


def found(text="Ana Silva met Jon Berg.", **parts):
    return Extraction(Document(text, id="a"), PROVENANCE, **parts)


# The text layer


def test_article_says_where_and_when_it_appeared_and_what_its_text_is(graph):
    assert set(graph.objects(ARTICLE, RDF.type)) == {SCHEMA.NewsArticle, NIF.Context}
    assert graph.value(ARTICLE, SCHEMA.headline) == Literal("Mayor and harbour master at odds")
    assert graph.value(ARTICLE, SCHEMA.datePublished) == Literal("2017-07-08", datatype=XSD.date)
    assert graph.value(ARTICLE, SCHEMA.publisher) == Literal("The Port Novo Post")
    assert graph.value(ARTICLE, SCHEMA.author) == Literal("I. Writer")
    assert graph.value(ARTICLE, SCHEMA.url) == URIRef("https://news.example/fair?id=1")
    assert graph.value(ARTICLE, NIF.beginIndex) == Literal(0)
    assert graph.value(ARTICLE, NIF.endIndex) == Literal(len(TEXT))
    assert graph.value(ARTICLE, NIF.isString) == Literal(TEXT)
    # sha256sum of the text
    assert str(graph.value(ARTICLE, KG.sha256)).startswith("dca65317aaf4")


def test_every_mention_gives_the_words_at_its_offsets(graph):
    mentions = list(graph.subjects(RDF.type, KG.Mention))
    assert len(mentions) > 30
    for mention in mentions:
        begin, end = (int(graph.value(mention, place)) for place in (NIF.beginIndex, NIF.endIndex))
        assert str(mention) == f"{ARTICLE}#char={begin},{end}"
        assert str(graph.value(mention, NIF.anchorOf)) == TEXT[begin:end]
        assert graph.value(mention, NIF.referenceContext) == ARTICLE


def test_text_can_be_left_out_while_the_words_of_mentions_stay(graph):
    bare = to_graph([fair()], text=False)
    assert set(graph) - set(bare) == {(ARTICLE, NIF.isString, Literal(TEXT))}


def test_offsets_count_code_points():
    text = "👩‍👧 met Zoë Łęcka."
    place = Span(text.index("Zoë"), text.index("."))
    entity = Entity("e1", "Zoë Łęcka", "Person", True)
    graph = to_graph([found(text, entities=(entity,), mentions=(Mention(place, Kind.NAMED, "Person", "e1", "r"),))])
    assert words(graph, URIRef(f"{BASE}Zoë_Łęcka"), KG.mentionedIn) == {"Zoë Łęcka"}
    assert validate(graph).conforms


# The world layer


def test_entities_have_classes_labels_other_names_and_links(graph):
    assert set(graph.objects(SILVA, RDF.type)) == {SCHEMA.Person}
    assert graph.value(SILVA, RDFS.label) == Literal("Ana Silva")
    assert set(graph.objects(SILVA, SKOS.altLabel)) == {Literal("Silva")}
    assert set(graph.objects(SILVA, OWL.sameAs)) == {URIRef("https://www.wikidata.org/entity/Q1")}
    assert words(graph, SILVA, KG.mentionedIn) == {"Ana Silva", "Silva", "she"}


def test_offices_have_a_role_and_short_cuts_unless_they_are_former(graph):
    role = graph.value(SILVA, KG.holds)
    assert graph.value(role, KG.title) == Literal("Mayor")
    assert graph.value(role, KG.of) == NOVO
    assert set(graph.objects(SILVA, SCHEMA.jobTitle)) == {Literal("Mayor")}
    assert (SILVA, KG.affiliation, NOVO) in graph
    assert {str(graph.value(role, KG.title)) for role in graph.objects(BERG, KG.holds)} == {"harbour master", "speaker"}
    assert set(graph.objects(BERG, SCHEMA.jobTitle)) == {Literal("speaker")}
    assert (BERG, KG.affiliation, NOVO) not in graph
    former = next(role for role in graph.objects(BERG, KG.holds) if (role, KG.of, NOVO) in graph)
    assert graph.value(former, KG.former) == Literal(True)


def test_one_office_in_two_articles_is_one_role():
    other = replace(fair(), document=replace(fair().document, id="other"))
    assert len(set(to_graph([fair(), other]).objects(SILVA, KG.holds))) == 1


def test_groups_and_unnamed_sources_say_whom_they_stand_for(graph, names):
    assert set(graph.objects(names["e11"], KG.member)) == {SILVA, BERG}
    assert (names["e10"], KG.unnamed, Literal(True)) in graph
    assert (names["e10"], KG.affiliation, names["e8"]) in graph
    assert (SILVA, KG.unnamed, None) not in graph


def test_a_noun_that_names_an_event_is_the_event(graph, names):
    meeting = names["e5"]
    assert set(graph.objects(meeting, RDF.type)) == {SEM.Event, KG.Meeting}
    assert set(graph.objects(meeting, KG.agent)) == {SILVA, BERG}
    assert graph.value(meeting, SEM.hasPlace) == NOVO
    assert graph.value(meeting, KG.at) == names["e4"]
    assert graph.value(meeting, KG.duration) == Literal("PT2H")
    assert words(graph, meeting, KG.mentionedIn) == {"The meeting"}
    assert words(graph, meeting, KG.triggerSpan) == {"met"}


def test_a_verb_makes_an_event_of_its_own(graph, names):
    assert set(graph.objects(names["v1"], RDF.type)) == {SEM.Event, KG.Travel}
    assert graph.value(names["v1"], RDFS.label) == Literal("posing")
    assert words(graph, names["v1"], KG.mentionedIn) == {"posed"}


@pytest.mark.parametrize(
    "others", [{"asserted": False}, {"polarity": Polarity.NEGATIVE}, {"polarity": Polarity.UNDERSPECIFIED}]
)
def test_what_did_not_happen_by_the_articles_voice_is_a_concept_and_has_no_roles(others):
    base = fair()
    changed = replace(base, events=tuple(replace(event, **others) for event in base.events))
    graph, names = to_graph([changed]), iris(changed)
    assert set(graph.objects(names["e5"], RDF.type)) == {KG.Concept}
    assert (names["e5"], KG.agent, None) not in graph
    assert (None, KG.describes, None) not in graph
    # The fair is an event that no record denies.
    assert set(graph.subjects(RDF.type, SEM.Event)) == {names["e4"]}


def test_a_verb_that_did_not_happen_is_described_only_where_something_points_to_it(graph, names):
    assert set(graph.objects(names["v2"], RDF.type)) == {KG.Concept}
    assert words(graph, names["v2"], KG.mentionedIn) == {"visit"}
    alone = to_graph([replace(fair(), propositions=(), claims=())])
    assert (names["v2"], None, None) not in alone


def test_symmetric_relations_stand_in_both_directions_each_with_its_assertion(graph, names):
    for one, other in ((SILVA, BERG), (BERG, SILVA)):
        assert (one, KG.met, other) in graph
        (assertion,) = assertions(graph, one, KG.met, other)
        assert words(graph, assertion, PROV.wasDerivedFrom) == {"Ana Silva met Jon Berg"}
        assert graph.value(assertion, KG.describes) == names["e5"]


def test_negated_relations_have_an_assertion_and_no_plain_triple(graph):
    assert (BERG, KG.supports, LEAGUE) not in graph
    (assertion,) = assertions(graph, BERG, KG.supports, LEAGUE)
    assert graph.value(assertion, KG.polarity) == KG.Negative


def test_relations_inside_claims_are_not_in_the_graph(graph, names):
    assert (names["e8"], KG.supports, None) not in graph
    assert assertions(graph, names["e8"], KG.supports, names["e9"]) == []


def test_what_a_gazetteer_adds_is_marked_and_cites_words_and_table(graph, names):
    (assertion,) = assertions(graph, NOVO, SCHEMA.containedInPlace, names["e8"])
    assert graph.value(assertion, KG.inferred) == Literal(True)
    assert graph.value(assertion, KG.table) == Literal("cities")
    assert words(graph, assertion, PROV.wasDerivedFrom) == {"Port Novo"}
    assert graph.value(assertion, KG.confidence) == Literal("0.8", datatype=XSD.decimal)


def test_open_predicates_are_declared(graph):
    for name, label in (("pose_for", "pose for"), ("sell", "sell")):
        predicate = URIRef(f"{BASE}rel/{name}")
        assert set(graph.predicate_objects(predicate)) == {
            (RDF.type, RDF.Property),
            (RDFS.label, Literal(label)),
            (RDFS.subPropertyOf, KG.relatedTo),
        }


def test_evidence_for_one_statement_is_gathered_in_one_assertion():
    first = Relation("e1", "kg:supports", "e6", evidence("Ana Silva", rule="one", confidence=0.4), inferred=True)
    again = Relation("e1", "kg:supports", "e6", evidence("the League", rule="two", confidence=0.7))
    graph = to_graph([replace(fair(), relations=(first, again))])
    (assertion,) = assertions(graph, SILVA, KG.supports, LEAGUE)
    assert words(graph, assertion, PROV.wasDerivedFrom) == {"Ana Silva", "the League"}
    assert set(graph.objects(assertion, KG.rule)) == {Literal("one"), Literal("two")}
    assert set(graph.objects(assertion, KG.confidence)) == {Literal("0.7", datatype=XSD.decimal)}
    assert (assertion, KG.inferred, None) not in graph


@pytest.mark.parametrize(
    ("value", "predicate", "datatype"),
    [
        ("2017-07-07", TIME.inXSDDate, XSD.date),
        ("2017-07", TIME.inXSDgYearMonth, XSD.gYearMonth),
        ("2017", TIME.inXSDgYear, XSD.gYear),
    ],
)
def test_times_that_are_resolved_have_their_place_in_the_calendar(value, predicate, datatype):
    graph = to_graph([with_time(value)])
    time = graph.value(graph.value(None, RDF.type, KG.Travel), SEM.hasTime)
    assert set(graph.objects(time, RDF.type)) == {TIME.TemporalEntity, TIME.Instant}
    assert [str(literal) for literal in graph.objects(time, predicate)] == [value]
    assert graph.value(time, predicate).datatype == datatype
    assert words(graph, time, KG.mentionedIn) == {"Ana"}


@pytest.mark.parametrize("value", ["XXXX-WXX-5", "2017-W27", "2017-SU", "2017-13", "2017-02-30", "PRESENT_REF", "17"])
def test_times_that_are_open_stay_open(value):
    graph = to_graph([with_time(value)])
    time = graph.value(graph.value(None, RDF.type, KG.Travel), SEM.hasTime)
    assert set(graph.predicate_objects(time)) == {
        (RDF.type, TIME.TemporalEntity),
        (KG.timex, Literal(value)),
        (KG.mentionedIn, mention_iri(article_iri(Document("", id="a")), Span(0, 3))),
    }


def with_time(value):
    time = Timex(value, Span(0, 3))
    return found(events=(Event("v1", "Travel", "trip", Span(10, 13), Evidence((Span(0, 9),), "r"), time=time),))


def test_provenance_is_one_activity_for_one_configuration():
    other = replace(pier(), provenance=replace(PROVENANCE, lexicon_checksum="changed"))
    same, two = to_graph([fair(), pier()]), to_graph([fair(), other])
    (run,) = same.subjects(RDF.type, PROV.Activity)
    assert len(set(same.objects(run, PROV.used))) == 2
    assert len(set(two.subjects(RDF.type, PROV.Activity))) == 2
    for kind in (KG.Assertion, KG.Claim):
        assert {same.value(node, PROV.wasGeneratedBy) for node in same.subjects(RDF.type, kind)} == {run}


# The claim layer


def test_claims_say_who_holds_what_how_and_in_which_words(graph, names):
    claim = names["c1"]
    assert {predicate: graph.value(claim, predicate) for predicate in (KG.claimant, KG.addressee, KG.content)} == {
        KG.claimant: SILVA,
        KG.addressee: names["e7"],
        KG.content: names["p1"],
    }
    assert graph.value(claim, KG.mode) == KG.Stated
    assert graph.value(claim, KG.polarity) == KG.Positive
    assert graph.value(claim, KG.certainty) == KG.Certain
    assert graph.value(claim, KG.cue) == Literal("told")
    assert set(graph.objects(claim, KG.reportedBy)) == {names["e10"], ARTICLE}
    assert words(graph, claim, KG.sourceSpan) == {"Silva"}
    assert words(graph, claim, KG.cueSpan) == {"told"}
    assert words(graph, claim, KG.contentSpan) == {"the council had sold the pier"}


def test_claims_of_nobody_are_unattributed(graph, names):
    assert graph.value(names["c6"], KG.claimant) == KG.Unattributed


def test_claims_without_a_proposition_are_about_something(graph, names):
    assert graph.value(names["c5"], KG.about) == names["e12"]
    assert graph.value(names["c5"], KG.quotation) == Literal("A disgrace,")
    assert (names["c5"], KG.content, None) not in graph


def test_claims_are_labelled_with_who_does_what_with_which_content(graph):
    labels = {str(graph.value(claim, RDFS.label)) for claim in graph.subjects(RDF.type, KG.Claim)}
    assert labels >= {
        "Ana Silva says: the council sold the pier",
        "Jon Berg objects to: A disgrace,",
        "Source not named says: the council sold the pier",
        "official from the council leaves open: Jon Berg denies: the council sold the pier",
    }


def test_propositions_are_described_and_not_asserted(graph, names):
    sale = names["p1"]
    assert graph.value(sale, RDFS.label) == Literal("the council sold the pier")
    triple = tuple(graph.value(sale, part) for part in (RDF.subject, RDF.predicate, RDF.object))
    assert triple == (names["e8"], URIRef(f"{BASE}rel/sell"), names["e9"])
    assert triple not in graph
    assert (graph.value(sale, KG.agent), graph.value(sale, KG.patient)) == (names["e8"], names["e9"])
    assert graph.value(names["p3"], KG.modality) == KG.Future
    assert graph.value(graph.value(names["p3"], KG.time), KG.timex) == Literal("XXXX-WXX-5")
    accepted = (BERG, KG.accepted, names["c1"])
    assert accepted not in graph
    assert graph.value(names["p2"], RDF.object) == names["c1"]


def test_short_cuts_come_from_positions(graph, names):
    assert set(graph.subject_objects(KG.disputes)) == {(BERG, names["p1"])}
    assert (SILVA, KG.affirms, names["p1"]) in graph
    # Nobody is reported to have said it.
    assert (None, KG.affirms, names["p5"]) not in graph
    assert graph.value(names["c9"], KG.presented) == Literal(False)


def test_contradictions_join_claims_and_assertions_in_both_directions(graph, names):
    (negated,) = assertions(graph, BERG, KG.supports, LEAGUE)
    pairs = {(names["c1"], names["c2"]), (names["c7"], negated)}
    assert set(graph.subject_objects(KG.contradicts)) == pairs | {(other, one) for one, other in pairs}


def test_contradictions_between_articles_are_in_the_graph_and_not_in_the_dataset():
    # One article says that the two met; in the other, somebody denies it.
    graph, dataset = to_graph([fair(), pier()]), to_dataset([fair(), pier()])
    denial = iris(pier())["c1"]
    (said,) = assertions(to_graph([fair()]), BERG, KG.met, SILVA)
    assert (denial, KG.contradicts, said) in graph
    assert all((denial, KG.contradicts, said) not in one for one in dataset.graphs())


def test_later_words_for_one_position_make_no_second_claim():
    again = stated("c10", "e2", "p1", Polarity.NEGATIVE, "Nobody said")
    graph = to_graph([replace(fair(), claims=(*fair().claims, again))])
    (denial,) = (
        claim for claim in graph.subjects(KG.claimant, BERG) if (claim, KG.content, iris(fair())["p1"]) in graph
    )
    assert set(graph.objects(denial, KG.cue)) == {Literal("denied"), Literal("Nobody said")}
    assert len(set(graph.objects(denial, KG.confidence))) == 1


# One graph, several articles


def test_every_graph_keeps_the_rules_of_the_ontology():
    assert str(validate(to_graph([fair(), pier()]))) == "The graph keeps all rules."


def test_graph_of_several_articles_does_not_depend_on_their_order():
    assert set(to_graph([fair(), pier()])) == set(to_graph([pier(), fair()]))


def test_a_thing_with_several_labels_keeps_the_longest():
    renamed = replace(pier(), entities=(replace(pier().entities[0], label="Port Novo council", named=True),))
    renamed = replace(renamed, relations=(), propositions=(), claims=(), mentions=())
    settled = [{"e8": f"{BASE}The_Council"}, {"e1": f"{BASE}The_Council"}]
    graph = to_graph([fair(), renamed], entities=settled)
    council = URIRef(f"{BASE}The_Council")
    assert set(graph.objects(council, RDFS.label)) == {Literal("Port Novo council")}
    assert set(graph.objects(council, SKOS.altLabel)) == {Literal("council")}


def test_a_proposition_that_two_articles_put_in_other_words_keeps_both():
    def article(name, label):
        item = Proposition("p1", label, "rel:sell", "e1", "e2", modality=Modality.FUTURE)
        things = (Entity("e1", "Harbour Trust", "Organization", True), Entity("e2", "Pier", "Place", True))
        return replace(found(entities=things, propositions=(item,)), document=Document("It will be sold.", id=name))

    graph = to_graph([article("a", "it will be sold"), article("b", "the pier will be sold")])
    (proposition,) = graph.subjects(RDF.type, KG.Proposition)
    assert graph.value(proposition, RDFS.label) == Literal("the pier will be sold")
    assert graph.value(proposition, SKOS.altLabel) == Literal("it will be sold")
    assert set(to_graph(from_graph(graph))) == set(graph)


def test_dataset_has_one_named_graph_an_article_that_does_not_depend_on_the_others():
    both, alone = to_dataset([fair(), pier()]), to_dataset([fair()])
    assert {str(graph.identifier) for graph in both.graphs() if len(graph)} == {
        str(article_iri(extraction.document)) for extraction in (fair(), pier())
    }
    assert set(both.graph(ARTICLE)) == set(alone.graph(ARTICLE)) == set(to_graph([fair()]))


def test_base_is_where_all_names_begin():
    base = "https://a.example/kg/"
    graph = to_graph([fair()], base=base)
    assert not [term for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(BASE)]
    assert (URIRef(f"{base}Ana_Silva"), KG.met, URIRef(f"{base}Jon_Berg")) in graph
    with pytest.raises(InputError, match="base"):
        to_graph([fair()], base="somewhere")


# Input that nobody can trust


def test_links_that_are_no_web_addresses_are_no_iris():
    document = Document("x", id="a", url="javascript:alert(1)")
    entity = Entity("e1", "Ana", "Person", True, same_as=("file:///etc/passwd", "http://a b/", "https://a.example/1"))
    graph = to_graph([Extraction(document, PROVENANCE, entities=(entity,))])
    assert graph.value(article_iri(document), SCHEMA.url) == Literal("javascript:alert(1)")
    assert set(graph.objects(None, OWL.sameAs)) == {URIRef("https://a.example/1")}
    assert serialized(graph)


@pytest.mark.parametrize("character", ["\ud800", "\x00", "\x07", "\u2028", "\ufffe", '"', "\\", "\r"])
def test_odd_characters_do_no_harm(character):
    text = f"Ana{character} Silva met <b>."
    extraction = Extraction(
        Document(text, id=f"i{character}", title=text, publisher=text, url=text, author=text),
        PROVENANCE,
        entities=(Entity("e1", f"Ana{character} Silva", "Person", True, names=(text,)),),
        mentions=(Mention(Span(0, 10), Kind.NAMED, "Person", "e1", text),),
    )
    graph = to_graph([extraction])
    for format in Format:
        assert parsed(serialized(graph, format), format)
    assert set(to_graph(from_graph(graph))) == set(graph)
    assert validate(graph).conforms


def test_lone_surrogates_become_replacement_characters_one_for_one():
    graph = to_graph([found("a\ud800\udc00b")])
    assert set(graph.objects(None, NIF.isString)) == {Literal("a\ufffd\ufffdb")}


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"entities": (Entity("e1", "x", "Spaceship", True),)}, "'Spaceship'; use one of Person"),
        ({"relations": (Relation("e1", "kg:met", "e9", evidence("Ana")),)}, "points to e1"),
        ({"claims": (stated("c1", "e1", "p1", Polarity.POSITIVE, "told"),)}, "c1 points to e1"),
        ({"propositions": (Proposition("p1", "x", "kg:mett", None),)}, "kg:mett: no term mett"),
    ],
)
def test_extractions_that_make_no_sense_are_refused_with_a_reason(parts, message):
    with pytest.raises(GraphError, match=message):
        to_graph([found(**parts)])


# The model back


def test_from_graph_gives_the_model_back():
    (back,) = from_graph(to_graph([fair()]))
    assert back.document == fair().document
    assert back.provenance == PROVENANCE
    labels = {entity.id: entity.label for entity in back.entities}
    silva = next(entity for entity in back.entities if entity.label == "Ana Silva")
    assert replace(silva, id="", roles=()) == replace(fair().entities[0], id="", roles=())
    assert [(role.title, labels[role.of], role.former) for role in silva.roles] == [("Mayor", "Port Novo", False)]
    meeting = next(event for event in back.events if event.cls == "Meeting")
    assert [labels[who] for role, who in meeting.roles] == ["Ana Silva", "Jon Berg"]
    assert (meeting.time, labels[meeting.occasion]) == (
        Timex("2017-07-07", span("Friday, 7 July 2017")),
        "harvest fair",
    )
    assert sorted((labels[one.subject], one.predicate, one.polarity.value, one.inferred) for one in back.relations) == [
        ("Ana Silva", "kg:met", "positive", False),
        ("Ana Silva", "rel:pose_for", "positive", False),
        ("Jon Berg", "kg:supports", "negative", False),
        ("Port Novo", "schema:containedInPlace", "positive", True),
    ]
    assert {item.label for item in back.propositions} == {item.label for item in fair().propositions}
    told = next(claim for claim in back.claims if claim.cues == ("told",))
    said = next(claim for claim in back.claims if claim.cues == ("said",))
    assert (told.parents, labels[told.reporters[0]]) == ((said.id,), "official from the council")
    assert [claim.cues for claim in back.claims if not claim.presented] == [("Nobody said",)]
    assert {mention.kind for mention in back.mentions} == set(Kind)


def test_from_graph_numbers_things_in_the_order_of_the_text():
    (back,) = from_graph(to_graph([fair()]))
    first = {}
    for mention in back.mentions:
        first.setdefault(mention.entity, mention.span)
    assert sorted(first.values()) == [first[f"e{number}"] for number in range(1, len(first) + 1)]


@pytest.mark.parametrize("base", [BASE, "https://a.example/article-9/"])
def test_from_graph_and_to_graph_are_inverse(base):
    graph = to_graph([fair(), pier()], base=base)
    assert set(to_graph(from_graph(graph), base=base)) == set(graph)


def test_from_graph_of_a_dataset_makes_the_same_dataset_again():
    dataset = to_dataset([fair(), pier()])
    assert serialized(to_dataset(from_graph(dataset)), "nquads") == serialized(dataset, "nquads")


def test_entity_iris_keep_identities_that_were_settled_elsewhere():
    settled = [{"e1": f"{BASE}Mayor_of_Port_Novo", "e8": f"{BASE}Council"}, {"e1": f"{BASE}Council"}]
    graph = to_graph([fair(), pier()], entities=settled)
    assert set(to_graph(from_graph(graph), entities=entity_iris(graph))) == set(graph)
    scoped = [{entity.id: f"{ARTICLE}#{entity.id}" for entity in fair().entities}]
    dataset = to_dataset([fair()], entities=scoped)
    again = to_dataset(from_graph(dataset), entities=entity_iris(dataset))
    assert serialized(again, "nquads") == serialized(dataset, "nquads")


def test_from_graph_of_a_graph_without_text_has_the_words_in_their_places():
    (back,) = from_graph(to_graph([fair()], text=False))
    assert len(back.document.text) == len(TEXT)
    assert all(back.document[mention.span] == TEXT[mention.span.begin : mention.span.end] for mention in back.mentions)
    assert {claim.cues for claim in back.claims} == {claim.cues for claim in fair().claims}


@pytest.mark.parametrize(
    ("subject", "predicate", "message"),
    [
        (None, KG.mode, "has no kg:mode"),
        (None, KG.confidence, "has no kg:confidence"),
        (None, PROV.used, "no prov:Activity"),
        (SILVA, RDF.type, "none of the classes"),
        (NOVO, KG.mentionedIn, "does not describe"),
    ],
)
def test_from_graph_says_what_a_broken_graph_lacks(subject, predicate, message):
    graph = to_graph([fair()])
    graph.remove((subject, predicate, None))
    with pytest.raises(GraphError, match=message):
        from_graph(graph)


@pytest.mark.parametrize("length", [Literal("many"), Literal(10**15), Literal(-1)])
def test_from_graph_refuses_a_length_that_is_none(length):
    graph = to_graph([fair()], text=False)
    graph.set((ARTICLE, NIF.endIndex, length))
    with pytest.raises(GraphError, match="no length of an article"):
        from_graph(graph)


def test_from_graph_of_a_graph_without_articles_is_empty():
    assert from_graph(Graph()) == from_graph(Dataset()) == ()


SPANS = st.builds(lambda begin, size: Span(begin, begin + size), st.integers(0, 40), st.integers(1, 10))
EVIDENCE = st.builds(
    Evidence,
    st.lists(SPANS, max_size=2).map(tuple),
    st.sampled_from(["one rule", "another rule"]),
    st.sampled_from([0.25, 0.5, 1 / 3, 1.0]),
    st.sampled_from([None, "a table"]),
)
TIMES = st.none() | st.builds(Timex, st.sampled_from(["2017", "2017-07-07", "XXXX-WXX-5", "PT2H"]), SPANS)
ENTITY_REFS = st.sampled_from(["e0", "e1", "e2", "e3"])
CLAIM_REFS = st.sampled_from(["c0", "c1", "c2"])
ANY_REFS = ENTITY_REFS | st.sampled_from(["v0", "v1", "p0"]) | CLAIM_REFS
ROLES = st.lists(st.tuples(st.sampled_from(["agent", "patient", "topic"]), ANY_REFS), max_size=2, unique=True).map(
    tuple
)
POLARITIES, FLAGS = st.sampled_from(Polarity), st.booleans()


@st.composite
def extractions(draw):
    """Extractions of all kinds of things that point at each other, but never in a circle."""
    roles = st.builds(Role, st.sampled_from(["Mayor", "Chair"]), st.none() | ENTITY_REFS, EVIDENCE, FLAGS, TIMES)
    labels = draw(st.permutations(["Ana", "Silva", "the two", "a quay", "Ana."]))
    entities = tuple(
        Entity(
            f"e{number}",
            labels[number],
            draw(st.sampled_from(["Person", "City", "Group", "Concept", "Event"])),
            draw(FLAGS),
            names=draw(st.sampled_from([(), ("A. S.",)])),
            unnamed=draw(FLAGS),
            members=draw(st.sampled_from([(), ("e0", "e3")])),
            affiliation=draw(st.none() | ENTITY_REFS),
            roles=draw(st.lists(roles, max_size=2, unique_by=lambda role: role.title).map(tuple)),
        )
        for number in range(4)
    )
    mentions = st.builds(
        Mention, SPANS, st.sampled_from(Kind), st.just("Person"), ENTITY_REFS, st.sampled_from(["name", "head"])
    )
    relations = st.builds(
        Relation,
        ANY_REFS,
        st.sampled_from(["kg:met", "kg:supports", "rel:pose for", "kg:affiliation", "kg:agent"]),
        ANY_REFS,
        EVIDENCE,
        POLARITIES,
        FLAGS,
        FLAGS,
        st.sampled_from([None, "v0", "e3"]),
    ).filter(lambda relation: (relation.subject, relation.predicate) != ("p0", "kg:agent"))
    events = tuple(
        Event(
            ref,
            draw(st.sampled_from(["Meeting", "Travel"])),
            f"event {ref}",
            draw(SPANS),
            draw(EVIDENCE),
            roles=draw(ROLES),
            places=draw(st.sampled_from([(), ("e0",)])),
            time=draw(TIMES),
            duration=draw(TIMES),
            occasion=draw(st.none() | ENTITY_REFS),
            polarity=draw(POLARITIES),
            asserted=draw(FLAGS),
        )
        for ref in ("v0", "v1", "e3")
    )
    propositions = (
        Proposition(
            "p0",
            "it is so",
            "rel:be",
            draw(st.none() | ENTITY_REFS),
            draw(st.none() | ENTITY_REFS),
            draw(st.lists(st.tuples(st.just("agent"), ENTITY_REFS), max_size=2).map(tuple)),
            draw(TIMES),
            draw(st.none() | st.sampled_from(Modality)),
            draw(st.lists(SPANS, max_size=2).map(tuple)),
        ),
        Proposition("p1", "it was accepted", "kg:accepted", draw(ENTITY_REFS), draw(CLAIM_REFS)),
    )
    contents = {"c0": [None, "p0"], "c1": [None, "p0", "c0"], "c2": [None, "p0", "c0", "c1"], "c3": ["p1", "c2"]}
    spans = st.lists(SPANS, max_size=2).map(tuple)
    claims = tuple(
        Claim(
            ref,
            draw(st.none() | ENTITY_REFS),
            draw(st.sampled_from(Mode)),
            draw(POLARITIES),
            draw(st.sampled_from(Certainty)),
            draw(EVIDENCE),
            content=draw(st.sampled_from(content)),
            about=draw(st.lists(ENTITY_REFS, max_size=2).map(tuple)),
            addressees=draw(st.lists(ENTITY_REFS, max_size=1).map(tuple)),
            cues=draw(st.sampled_from([(), ("said", "told")])),
            quotations=draw(st.sampled_from([(), ("Never!",)])),
            reporters=draw(st.lists(ENTITY_REFS, max_size=1).map(tuple)),
            article_voice=draw(FLAGS),
            presented=draw(FLAGS),
            source_spans=draw(spans),
            cue_spans=draw(spans),
            content_spans=draw(spans),
        )
        for ref, content in contents.items()
    )
    return Extraction(
        Document("Some sixty characters of text, with a ü, for spans to point into.", id=draw(st.sampled_from("ab"))),
        PROVENANCE,
        entities=entities,
        mentions=tuple(draw(st.lists(mentions, max_size=6))),
        relations=tuple(draw(st.lists(relations, max_size=4))),
        events=events,
        propositions=propositions,
        claims=claims,
    )


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(extractions())
def test_from_graph_and_to_graph_are_inverse_for_any_extraction(extraction):
    graph = to_graph([extraction])
    assert set(to_graph(from_graph(graph))) == set(graph)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(extractions(), min_size=2, max_size=2, unique_by=lambda one: one.document.id))
def test_graph_of_two_articles_has_all_that_each_has_alone(pair):
    both = set(to_graph(pair))
    labels = {RDFS.label, SKOS.altLabel}
    for one in pair:
        assert {triple for triple in to_graph([one]) if triple[1] not in labels} <= both


def test_web_iri_is_what_links_are_checked_with():
    assert web_iri("https://a.example/ü") == URIRef("https://a.example/ü")
