import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import OWL, PROV, RDF, RDFS, BNode, Dataset, Graph, Literal, URIRef

from kg.draw.layout import layout
from kg.draw.parts import Kind, Lane
from kg.draw.view import view
from kg.names import KG, NIF, SEM

ID = "https://example.org/newskg/id/"


@pytest.fixture(scope="module")
def harbour(graph):
    return view(graph("harbour"))


def node(shown, key):
    return next(node for node in shown.nodes if node.key == key)


def said(shown, one, two):
    ends = {ID + one, ID + two}
    return [st for link in shown.links if {link.source, link.target} == ends for st in link.statements]


def test_nodes_are_things_and_claims_but_no_bookkeeping(harbour):
    keys = {node.key.split("-")[0] for node in harbour.nodes}
    assert {"Ilse_Varn", "Velmora", "prop", "event", "Unattributed"} <= keys
    assert not keys & {"article", "role", "time", "assertion", "activity", "pose_with", "Stated", "gazetteer"}


@pytest.mark.parametrize(
    ("key", "lane", "type_"),
    [
        ("Odo_Prell", Lane.WHO, "person"),
        ("Coast_Herald", Lane.WHO, "organisation"),
        ("opposition-88bb", Lane.WHO, "group"),
        ("prop-27ac947265", Lane.CLAIM, "claim"),
        ("event-meet01", Lane.EVENT, "event"),
        ("bribery-31ad", Lane.TOPIC, "concept"),
        ("Merrow", Lane.PLACE, "country"),
        ("Corvane", Lane.ALSO, "organisation"),
    ],
)
def test_lanes_follow_type_and_speech(harbour, key, lane, type_):
    assert (node(harbour, key).lane, node(harbour, key).type) == (lane, type_)


def test_facts_tell_offices_times_and_addresses(harbour):
    assert [fact.value for fact in node(harbour, "Bram_Stell").facts] == ["Mayor of Velmora"]
    assert ("Lasted", "2 hours") in {(fact.term, fact.value) for fact in node(harbour, "event-meet01").facts}
    assert node(harbour, "event-meet01").when.label == "6 May 2031"
    assert node(harbour, "Velmora").facts[0].address == "https://places.example/velmora"
    assert node(harbour, "Ilse_Varn").names == ("Port Minister Ilse Varn", "Varn")


def test_marks_point_at_the_words(harbour):
    text = harbour.articles[0].text
    words = [text[mark.begin : mark.end] for mark in node(harbour, "Corvane").marks]
    assert words == ["Corvane", "Corvane", "the company", "Corvane"]


def test_links_carry_the_stance_of_each_speaker(harbour):
    order = "prop-27ac947265"
    assert [st.kind for st in said(harbour, "Ilse_Varn", order)] == [Kind.DISPUTES]
    assert [st.kind for st in said(harbour, "Tamsin_Oake", order)] == [Kind.AFFIRMS]
    assert [st.kind for st in said(harbour, "Odo_Prell", order)] == [Kind.REPORTS]
    (denial,) = said(harbour, "Ilse_Varn", order)
    assert denial.words.startswith("Ilse Varn denies: the Port Ministry ordered")
    assert ("Told to", "reporters") in {(fact.term, fact.value) for fact in denial.facts}
    assert {mark.part for mark in denial.marks} == {"source", "cue", "content"}


def test_links_never_turn_a_denied_claim_into_a_stance(harbour):
    """Stell denies that Oake accused Corvane: Oake must not be drawn as saying it."""
    assert said(harbour, "Tamsin_Oake", "prop-c8ce18a206") == []
    assert [st.kind for st in said(harbour, "Bram_Stell", "claim-874b2ddf8e")] == [Kind.DISPUTES]


def test_links_join_both_directions_of_a_symmetric_property(harbour):
    met = [st for st in said(harbour, "Ilse_Varn", "Tamsin_Oake") if st.label == "met"]
    assert [st.forward for st in met] == [None]
    assert [fact.value for fact in met[0].facts] == ["met (confidence 0.95)"]


def test_links_show_what_the_article_says_is_not_so(harbour):
    (negated,) = [st for st in said(harbour, "Ilse_Varn", "Tamsin_Oake") if st.kind is Kind.NEGATED]
    assert negated.words.startswith("The article says that this is not so: Tamsin Oake")


def test_links_name_the_table_that_inferred_them(harbour):
    (place,) = said(harbour, "Velmora_Harbour_Conference", "Velmora")
    assert ("Inferred", "from gazetteer") in {(fact.term, fact.value) for fact in place.facts}


def test_claim_rows_follow_the_text_and_name_the_other_side(harbour):
    rows = [row for row in harbour.claims if row.claimant.label == "Ilse Varn"]
    assert [(row.verb, row.words) for row in rows] == [
        ("denies", "the Port Ministry ordered the closure of the northern harbour gates"),
        ("hopes", "the northern harbour gates will reopen"),
    ]
    assert [person.label for person in rows[0].disputed_by] == ["Tamsin Oake"]
    assert [person.label for person in rows[0].reported_by] == ["Odo Prell"]
    assert len(harbour.claims) == 17


def test_time_rows_put_dated_events_first(harbour):
    labels = [row.when.label if row.when else None for row in harbour.timeline]
    assert labels[:3] == ["April 2031", "6 May 2031", "2033"]
    assert "“Friday”" in labels[3:]


def test_text_left_out_still_gives_the_words(graph):
    bare = Graph()
    for triple in graph("harbour"):
        if not str(triple[1]).endswith("isString"):
            bare.add(triple)
    shown = view(bare)
    assert shown.articles[0].text == ""
    assert [mark.words for mark in node(shown, "Corvane").marks] == ["Corvane", "Corvane", "the company", "Corvane"]


def test_mentions_that_do_not_fit_the_text_show_their_own_words(parsed):
    shown = view(
        parsed(
            'id:article-1 a nif:Context ; nif:isString "Ann left." .'
            'id:m a kg:Mention ; nif:beginIndex 0 ; nif:endIndex 3 ; nif:anchorOf "Bob" ; '
            "nif:referenceContext id:article-1 . id:bob a schema:Person ; kg:mentionedIn id:m ."
        )
    )
    assert [mark.words for mark in node(shown, "bob").marks] == ["Bob"]


def test_short_cuts_without_claims_draw_a_line(parsed):
    shown = view(parsed('id:ann kg:disputes id:p . id:p a kg:Proposition ; rdfs:label "it rained" .'))
    assert [st.words for st in said(shown, "ann", "p")] == ["ann denies: it rained"]
    assert node(shown, "p").status == "denied"


def test_foreign_graphs_keep_their_own_types_and_labels(graph):
    shown = view(graph("foreign"))
    assert {type_.label for type_ in shown.types} == {"Person", "Village", "Shelf", "Work", "Other"}
    labels = {node.label for node in shown.nodes}
    assert {"Orlanda Quist", "The twelfth shelf", "Treatise on tides"} <= labels
    assert not any("homepage" in st.label for link in shown.links for st in link.statements)


def test_vocabularies_are_drawn_as_graphs(parsed):
    shown = view(parsed("id:Cat a owl:Class ; rdfs:subClassOf id:Animal . id:Animal a owl:Class ."))
    assert {node.key for node in shown.nodes} == {"Cat", "Animal"}


def test_keys_are_short_unless_two_would_meet(parsed):
    shown = view(parsed("<urn:a:x> rdfs:seeAlso <urn:b:x> ; rdfs:label 'x' . <urn:b:x> rdfs:seeAlso <urn:c:y> ."))
    assert {node.key for node in shown.nodes} == {"urn:a:x", "urn:b:x", "y"}


def test_datasets_are_drawn_as_one_graph():
    dataset = Dataset()
    for name in ("one", "two"):
        part = dataset.graph(URIRef(f"urn:{name}"))
        part.add((URIRef(f"urn:{name}:s"), URIRef("urn:p"), URIRef("urn:shared")))
    assert {node.key for node in view(dataset).nodes} == {"urn:one:s", "urn:two:s", "shared"}


TERMS = (
    *(KG.Claim, KG.Proposition, KG.Assertion, KG.Mention, KG.Role, KG.Stated, KG.Asked, KG.Positive, KG.Negative),
    *(SEM.Event, NIF.Context, KG.Unattributed, KG.met, RDF.Property),
)
THINGS = [URIRef(ID + letter) for letter in "abcdef"] + [BNode("x"), BNode("y")]
PROPERTIES = (
    *(RDF.type, RDF.subject, RDF.predicate, RDF.object, RDFS.label, OWL.sameAs, PROV.wasDerivedFrom),
    *(KG.claimant, KG.content, KG.about, KG.mode, KG.polarity, KG.certainty, KG.reportedBy, KG.contradicts, KG.affirms),
    *(KG.disputes, KG.met, KG.holds, KG.of, KG.sourceSpan, KG.mentionedIn, KG.quotation, KG.describes, KG.agent),
    *(SEM.hasTime, SEM.hasPlace, NIF.beginIndex, NIF.endIndex, NIF.isString, NIF.referenceContext, KG.timex),
)
LITERALS = [Literal(text) for text in ("", "word", "2017-07", "7", "P2D")] + [Literal(3), Literal("x", lang="en")]


@given(
    st.lists(
        st.tuples(st.sampled_from(THINGS), st.sampled_from(PROPERTIES), st.sampled_from([*THINGS, *TERMS, *LITERALS])),
        max_size=60,
    )
)
@example([(THINGS[0], RDF.type, KG.Claim), (THINGS[0], RDF.type, RDF.Property)])
def test_any_graph_of_the_models_terms_is_drawn(triples):
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    shown = view(graph)
    iris = {node.iri for node in shown.nodes}
    assert len(iris) == len({node.key for node in shown.nodes}) == len(shown.nodes)
    assert {end for link in shown.links for end in (link.source, link.target)} <= iris
    assert {row.node for row in (*shown.claims, *shown.timeline)} <= iris
    assert len(layout(shown).opening.columns) == len(shown.nodes)


def test_empty_graph_shows_nothing():
    shown = view(Graph())
    assert (shown.nodes, shown.links, shown.claims, shown.timeline, shown.articles) == ((), (), (), (), ())
