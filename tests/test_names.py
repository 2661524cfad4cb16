import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.errors import GraphError, InputError
from kg.model import Certainty, Claim, Document, Entity, Evidence, Extraction, Mode, Polarity, Proposition, Span, Timex
from kg.names import BASE, KG, article_iri, curie, digest, expand, iris, mention_iri, prefixes, slug, span_of, web_iri
from tests.samples import PROVENANCE, fair, pier, stated

WORDS = Evidence((Span(0, 1),), "rule")


def extraction(*, text="Words.", entities=(), propositions=(), claims=(), document=None):
    document = document or Document(text, id="a")
    return Extraction(document, PROVENANCE, entities=entities, propositions=propositions, claims=claims)


def person(ref, label="Ana Silva", **more):
    return Entity(ref, label, "Person", more.pop("named", True), **more)


def test_kg_is_closed_and_a_typo_names_the_term_that_was_meant():
    with pytest.raises(AttributeError, match=r"no term Clain in https://w3id.org/newskg/ns#; did you mean Claim\?"):
        _ = KG.Clain


def test_kg_terms_are_not_hidden_by_methods_of_strings():
    assert str(KG.title) == "https://w3id.org/newskg/ns#title"


@given(st.text())
@example("\ud800")
@example("नई दिल्ली")
def test_slug_has_letters_digits_and_marks_only_and_is_its_own_slug(label):
    name = slug(label)
    assert 0 < len(name) <= 80
    assert all(char == "_" or unicodedata.category(char)[0] in "LMN" for char in name)
    assert unicodedata.is_normalized("NFC", name)
    assert slug(name) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ana Silva", "Ana_Silva"),
        ("  O'Brien-Łęcka, Zoë ", "O_Brien_Łęcka_Zoë"),
        ("E\u0301va", "Éva"),
        ("नई दिल्ली", "नई_दिल्ली"),
        ("習近平", "習近平"),
        ("G20 summit", "G20_summit"),
    ],
)
def test_slug_keeps_names_readable_in_any_script(label, name):
    assert slug(label) == name


def test_slug_tells_long_labels_apart_after_their_common_beginning():
    assert slug("council " * 20 + "one") != slug("council " * 20 + "two")


def test_slug_of_signs_alone_is_not_empty_and_tells_them_apart():
    assert slug("???") != slug("!!!")


@given(st.lists(st.text()), st.lists(st.text()))
def test_digest_depends_on_every_part_and_where_it_ends(one, other):
    one, other = ([part.replace("\ufffd", "") for part in parts] for parts in (one, other))
    one, other = ([part.encode("utf-8", "ignore").decode() for part in parts] for parts in (one, other))
    assert (digest(*one) == digest(*other)) == (one == other)


def test_digest_is_the_same_for_ever():
    assert digest("a", "b") == "7lg546v7d2wfwmas"  # base 32 of the first 80 bits of sha256("1:a1:b")


def test_expand_fails_at_once_on_a_term_that_the_ontology_does_not_have():
    with pytest.raises(GraphError, match=r"kg:agnet.*did you mean agent"):
        expand("kg:agnet")
    with pytest.raises(GraphError, match="none of the prefixes"):
        expand("foaf:knows")


def test_expand_makes_a_slug_of_an_open_predicate():
    assert expand("rel:pose for <b>", "https://a.example/") == expand("rel:pose_for_b", "https://a.example/")


@pytest.mark.parametrize("name", ["kg:agent", "rel:pose_for", "schema:spouse", "sem:hasPlace"])
def test_curie_is_the_inverse_of_expand(name):
    base = "https://a.example/x/"
    assert curie(expand(name, base), base) == name


def test_curie_refuses_a_foreign_namespace():
    with pytest.raises(GraphError, match="none of the namespaces"):
        curie("https://elsewhere.example/p")


@pytest.mark.parametrize(
    "base", ["", "https://a.example", "https://a.example/#", "a/", "https://a b/", "http://\ud800/"]
)
def test_prefixes_refuse_a_base_that_makes_no_iris(base):
    with pytest.raises(InputError, match="must be an absolute IRI that ends in a slash"):
        prefixes(base)


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "http://", "https:///x", "http://a b/", "http://a/\\", "x", "", "http://\ud800"]
)
def test_web_iri_refuses_what_is_no_link(text):
    assert web_iri(text) is None


def test_article_iri_takes_the_id_first_then_the_url_then_the_text():
    full = Document("text", id="a1", url="https://a.example/1")
    assert str(article_iri(full)) == f"{BASE}article-a1"
    by_url = article_iri(replace(full, id=None))
    assert by_url == article_iri(replace(full, id=None, text="corrected"))
    by_text = article_iri(Document("text"))
    assert len({by_url, by_text, article_iri(Document("other"))}) == 3


@pytest.mark.parametrize("given_id", ["2017-07-08.g20", "über_uns"])
def test_article_iri_keeps_a_plain_id(given_id):
    assert str(article_iri(Document("t", id=given_id))) == f"{BASE}article-{given_id}"


def test_article_iri_sanitises_other_ids_and_keeps_them_apart():
    slashes, spaces = (article_iri(Document("t", id=given_id)) for given_id in ("a/b", "a b"))
    assert slashes != spaces
    assert slashes.startswith(f"{BASE}article-a_b_")


def test_mention_iri_and_span_of_are_inverse():
    article = article_iri(Document("t", id="a"))
    assert str(mention_iri(article, Span(3, 14))) == f"{article}#char=3,14"
    assert span_of(mention_iri(article, Span(3, 14)), article) == Span(3, 14)
    assert span_of(mention_iri(f"{article}b", Span(3, 14)), article) is None


def test_iris_name_a_named_entity_by_its_slug_whatever_the_article():
    assert iris(fair())["e1"] == iris(pier())["e2"] == URIRef(f"{BASE}Ana_Silva")


@pytest.mark.parametrize("ref", ["e4", "e7", "e9", "e10"])
def test_iris_hash_events_groups_concepts_and_the_unnamed(ref):
    other = replace(fair(), document=replace(fair().document, id="another"))
    assert iris(fair())[ref] != iris(other)[ref]
    assert iris(fair())[ref].startswith(f"{BASE}{slug(next(e.label for e in fair().entities if e.id == ref))}-")


def test_iris_hash_both_of_two_entities_with_one_slug():
    # Neither has a mention, so only the labels tell them apart.
    names = iris(extraction(entities=(person("e1"), person("e2", "Ana Silva."), person("e3", "Jon Berg"))))
    assert names["e3"] == URIRef(f"{BASE}Jon_Berg")
    assert names["e1"] != names["e2"]
    assert URIRef(f"{BASE}Ana_Silva") not in names.values()


def test_iris_let_the_caller_settle_identity():
    canonical = "https://example.org/newskg/id/The_Council"
    before, after = iris(fair()), iris(fair(), entities={"e8": canonical})
    assert str(after["e8"]) == canonical
    assert after["p1"] != before["p1"]
    with pytest.raises(GraphError, match=r"'not an iri'.*e8"):
        iris(fair(), entities={"e8": "not an iri"})


def test_iris_let_paraphrases_of_two_articles_meet_in_one_proposition():
    def article(name, label, *, predicate="rel:sell", time=None, of="e2"):
        item = Proposition("p1", label, predicate, "e1", of, roles=(("agent", "e1"),), time=time)
        people = (person("e1"), person("e2", "Jon Berg"))
        return extraction(document=Document("t", id=name), entities=people, propositions=(item,))

    first = iris(article("a", "Ana Silva sold it"))["p1"]
    assert iris(article("b", "it was sold by Silva"))["p1"] == first
    # Where an argument is open, only the same words are the same proposition.
    unsold = iris(article("a", "Ana Silva sold some", of=None))["p1"]
    assert iris(article("b", "Ana Silva sold some", of=None))["p1"] == unsold
    assert iris(article("b", "Ana Silva sold none of them", of=None))["p1"] != unsold
    assert iris(article("b", "Ana Silva sold it", predicate="rel:buy"))["p1"] != first
    day, friday = Timex("2017-07-07", Span(0, 1)), Timex("XXXX-WXX-5", Span(0, 1))
    assert iris(article("a", "x", time=day))["p1"] == iris(article("b", "y", time=day))["p1"] != first
    # "Friday" without a date is another Friday in another article.
    assert iris(article("a", "x", time=friday))["p1"] != iris(article("b", "x", time=friday))["p1"]


def test_iris_of_one_position_are_one_and_of_two_articles_two():
    first = stated("c1", "e1", "p1", Polarity.POSITIVE, "said")
    again = stated("c2", "e1", "p1", Polarity.POSITIVE, "told")
    denied = stated("c3", "e1", "p1", Polarity.NEGATIVE, "denied")
    item = Proposition("p1", "it rains", "rel:rain", None)

    def article(name):
        claims = (first, again, denied)
        return extraction(
            document=Document("t", id=name), entities=(person("e1"),), propositions=(item,), claims=claims
        )

    a, b = iris(article("a")), iris(article("b"))
    assert a["c1"] == a["c2"] != a["c3"]
    assert a["c1"] != b["c1"]


def test_iris_of_claims_without_content_go_by_what_they_are_about_or_by_their_words():
    def judged(ref, about=(), spans=(), quotations=()):
        return Claim(
            ref, "e1", Mode.JUDGED, Polarity.NEGATIVE, Certainty.CERTAIN, WORDS,
            about=about, content_spans=spans, quotations=quotations,
        )  # fmt: skip

    claims = (
        judged("c1", about=("e1",)),
        judged("c2", about=("e1",), spans=(Span(0, 1),)),
        judged("c3", spans=(Span(0, 1),)),
        judged("c4", spans=(Span(1, 2),)),
        judged("c5", quotations=("Never!",)),
    )
    names = iris(extraction(entities=(person("e1"),), claims=claims))
    assert names["c1"] == names["c2"]
    assert len({names[f"c{number}"] for number in range(1, 6)}) == 4


def test_iris_follow_claims_nested_deeper_than_python_can_recurse():
    depth = 5000
    chain = [stated(f"c{n}", None, f"c{n + 1}", Polarity.POSITIVE, "said") for n in range(depth)]
    last = stated(f"c{depth}", None, "p1", Polarity.POSITIVE, "said")
    found = extraction(propositions=(Proposition("p1", "it rains", "rel:rain", None),), claims=(*chain, last))
    assert len(set(iris(found).values())) == depth + 2


def test_iris_end_where_claims_contain_each_other():
    item = Proposition("p1", "c2 is so", "rel:be", "c2")
    claims = (
        stated("c1", None, "p1", Polarity.POSITIVE, "said"),
        stated("c2", None, "c1", Polarity.POSITIVE, "said"),
        stated("c3", None, "c3", Polarity.POSITIVE, "said"),
    )
    found = extraction(propositions=(item,), claims=claims)
    assert iris(found) == iris(found)
    assert len(set(iris(found).values())) == 4


def test_iris_complain_about_a_record_that_is_not_there():
    with pytest.raises(GraphError, match="c1 points to p9"):
        iris(extraction(claims=(stated("c1", None, "p9", Polarity.POSITIVE, "said"),)))
