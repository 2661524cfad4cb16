import pytest
from rdflib import URIRef

from kg.draw.claims import Status
from kg.draw.index import Index
from kg.draw.things import Reading

ID = "https://example.org/newskg/id/"
WORLD = """
id:ann a schema:Person ; rdfs:label "Ann" .
id:bob a schema:Person ; rdfs:label "Bob" .
id:cat a schema:Person ; rdfs:label "Cat" .
id:p a kg:Proposition ; rdfs:label "it rained" .
"""


def claim(name: str, who: str, content: str, mode: str = "Stated", polarity: str = "Positive") -> str:
    return (
        f"id:{name} a kg:Claim ; kg:claimant id:{who} ; kg:content id:{content} ; "
        f"kg:mode kg:{mode} ; kg:polarity kg:{polarity} ; kg:certainty kg:Certain .\n"
    )


@pytest.fixture
def claims(parsed):
    return lambda turtle: Reading.of(Index(parsed(WORLD + turtle))).claims


@pytest.mark.parametrize(
    ("turtle", "status"),
    [
        (claim("c", "ann", "p"), Status.AFFIRMED),
        (claim("c", "ann", "p", polarity="Negative"), Status.DENIED),
        (claim("c", "ann", "p") + claim("d", "bob", "p", polarity="Negative"), Status.DISPUTED),
        (claim("c", "ann", "p", mode="Asked"), Status.OPEN),
        (claim("c", "ann", "p", mode="Demanded", polarity="Negative"), Status.OPEN),
        (claim("c", "ann", "p", polarity="Underspecified"), Status.OPEN),
        (claim("c", "ann", "p") + "id:c kg:contradicts id:a . id:a a kg:Assertion .", Status.DISPUTED),
        ("id:ann kg:affirms id:p . id:bob kg:disputes id:p .", Status.DISPUTED),
    ],
)
def test_status_follows_what_is_put_forward(claims, turtle, status):
    assert claims(turtle).status(URIRef(ID + "p")) is status


def test_status_ignores_what_nobody_is_reported_to_hold(claims):
    inner = claim("inner", "bob", "p", polarity="Negative")
    denied = claims(inner + claim("outer", "ann", "inner", polarity="Negative"))
    assert denied.status(URIRef(ID + "p")) is Status.OPEN
    told = claims(inner + claim("outer", "ann", "inner"))
    assert told.status(URIRef(ID + "p")) is Status.DENIED


def test_presented_goes_through_every_level(claims):
    chain = claim("c1", "ann", "p") + claim("c2", "bob", "c1") + claim("c3", "cat", "c2", mode="Hoped")
    assert {c.node.removeprefix(ID): c.presented for c in claims(chain).all.values()} == {
        "c1": False,
        "c2": False,
        "c3": True,
    }


def test_presented_holds_where_the_article_reports_it_too(claims):
    found = claims(
        claim("c1", "ann", "p")
        + claim("c2", "bob", "c1", polarity="Negative")
        + "id:article-1 a nif:Context . id:c1 kg:reportedBy id:article-1 ."
    )
    assert found.all[URIRef(ID + "c1")].presented


def test_box_of_a_reported_claim_is_its_proposition(claims):
    found = claims(claim("c1", "ann", "p") + claim("c2", "bob", "c1"))
    assert found.box(found.all[URIRef(ID + "c2")]) == URIRef(ID + "p")
    assert not found.boxed


def test_box_of_a_denied_claim_is_that_claim(claims):
    found = claims(claim("c1", "ann", "p") + claim("c2", "bob", "c1", polarity="Negative"))
    assert found.box(found.all[URIRef(ID + "c2")]) == URIRef(ID + "c1")
    assert found.boxed == {URIRef(ID + "c1")}
    assert found.status(URIRef(ID + "c1")) is Status.DENIED


def test_words_nest_and_keep_each_polarity(claims):
    found = claims(claim("c1", "ann", "p", polarity="Negative") + claim("c2", "bob", "c1", mode="Asked"))
    assert found.words(URIRef(ID + "c2")) == "Bob asks whether: Ann denies: it rained"


def test_words_of_a_claim_about_something_are_those_of_the_text(claims):
    found = claims(
        'id:c a kg:Claim ; kg:claimant id:ann ; kg:about id:bob ; kg:mode kg:Judged ; kg:cue "slammed" ; '
        'kg:quotation "Shameful," .'
    )
    assert found.words(URIRef(ID + "c")) == "Ann slammed: Bob: “Shameful”"


def test_words_of_a_loop_end(claims):
    found = claims(claim("c", "ann", "c"))
    assert found.words(URIRef(ID + "c")).endswith("…")
    assert found.box(found.all[URIRef(ID + "c")]) == URIRef(ID + "c")


def test_words_of_a_proposition_about_itself_end(claims):
    found = claims("id:q a kg:Proposition ; rdf:subject id:q ; rdf:predicate kg:knows ; rdf:object id:ann .")
    assert found.words(URIRef(ID + "q")).endswith("Ann")


def test_chains_name_everybody_in_between(claims):
    found = claims(
        claim("c1", "ann", "p")
        + claim("c2", "bob", "c1")
        + 'id:article-1 a nif:Context ; schema:publisher "The Post" . id:c2 kg:reportedBy id:article-1 .'
        + "id:c1 kg:reportedBy id:bob ."
    )
    assert found.chains(found.all[URIRef(ID + "c1")]) == ("Ann ← Bob ← The Post",)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The guild backs the new pier.", "The guild backs the new pier"),
        ("The guild, said to be old, backs it. It wants the new pier.", "backs: Pier"),
        ("The guild " + "of the old harbour " * 9 + "backs the new pier.", "backs the new pier"),
    ],
)
def test_short_is_the_sentence_of_the_text(claims, text, label):
    spans = {
        part: text.index(word) for part, word in (("source", "The guild"), ("cue", "backs"), ("content", "the new"))
    }
    ends = {"source": len("The guild"), "cue": len("backs"), "content": len("the new pier")}
    mentions = "".join(
        f"id:c kg:{part}Span id:{part} . id:{part} a kg:Mention ; nif:referenceContext id:text ; "
        f"nif:beginIndex {begin} ; nif:endIndex {begin + ends[part]} ."
        for part, begin in spans.items()
    )
    found = claims(
        f'id:text a nif:Context ; nif:isString "{text}" . id:pier rdfs:label "Pier" .'
        f'id:c a kg:Claim ; kg:claimant id:guild ; kg:about id:pier ; kg:mode kg:Judged ; kg:cue "backs" . {mentions}'
    )
    assert found.short(found.all[URIRef(ID + "c")]) == label
