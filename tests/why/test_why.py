"""Why: what a term means, what stands behind it, and how it is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef

from kg.errors import QueryError
from kg.names import KG, NIF
from kg.query import Loaded, loaded
from kg.why import Reason, why

HARBOUR = Path(__file__).parents[1] / "data" / "harbour.ttl"


@pytest.fixture(scope="module")
def harbour() -> Loaded:
    return loaded(HARBOUR)


def facts(reason: Reason, name: str) -> list[str]:
    return [value for key, value in reason.facts if key == name]


@pytest.mark.parametrize("term", ["Erhardt", "tomas erhardt", "union leader", "id:Tomas_Erhardt"])
def test_entity_has_its_mentions_by_any_of_its_names(harbour: Loaded, term: str) -> None:
    (reason,) = why(harbour, term).reasons
    assert (reason.kind, reason.says) == ("entity", "Tomas Erhardt (Person)")
    assert [word.text for passage in reason.passages for word in passage.words] == ["Tomas Erhardt"] * 2
    assert [passage.title for passage in reason.passages] == [
        "Authority sold crane",
        "Minister and union at odds over quay",
    ]


@pytest.mark.parametrize("term", ["Lindqvist met Erhardt", "mara lindqvist MET the Tomas Erhardt", "id:assertion-51s1"])
def test_triple_has_its_sentence_rule_and_confidence(harbour: Loaded, term: str) -> None:
    (reason,) = why(harbour, term).reasons
    assert (reason.kind, reason.iri[-4:]) == ("statement", "51s1")
    assert facts(reason, "voice") == ["the article itself"]
    assert facts(reason, "rule") == ["event"]
    assert facts(reason, "confidence") == ["0.9"]
    (passage,) = reason.passages
    assert passage.text.startswith("Harbour Minister Mara Lindqvist met union leader")
    assert passage.text.endswith("the Coastal Forum.")


def test_triple_in_words_finds_claims_and_what_the_article_says_against_them(harbour: Loaded) -> None:
    found = why(harbour, "Dockers' League boycott Coastal Forum").reasons
    assert [reason.kind for reason in found] == ["statement", "claim"]
    statement, claim = found
    assert statement.says == "not: Dockers' League | boycott | Coastal Forum"
    assert facts(claim, "chain") == ["Tomas Erhardt ← Ellin Courier"]
    assert facts(claim, "contradicts") == [f"the article: {statement.says}"]


def test_proposition_has_every_position_on_it(harbour: Loaded) -> None:
    said = [reason.says for reason in why(harbour, "Norvania closed the north quay").reasons]
    assert any(text.startswith("Tomas Erhardt says: ") for text in said)
    assert any(text.startswith("Mara Lindqvist denies: ") for text in said)


def test_claim_told_in_a_claim_has_its_chain(harbour: Loaded) -> None:
    (reason,) = why(harbour, "id:claim-06c6").reasons
    assert facts(reason, "chain") == ["Tomas Erhardt ← official of the Harbour Authority ← Ellin Courier"]


def test_inferred_statement_says_so_and_names_its_table(harbour: Loaded) -> None:
    (reason,) = why(harbour, "Port Ellin locatedIn Norvania").reasons
    assert facts(reason, "voice") == ["inferred, not said in these words"]
    assert facts(reason, "table") == ["cities"]


def test_event_has_what_is_stated_of_it_in_one_place(harbour: Loaded) -> None:
    (reason,) = why(harbour, "id:event-31e1").reasons
    assert reason.says == "meeting of Mara Lindqvist and Tomas Erhardt (Meeting Event)"
    assert facts(reason, "place") == ["Port Ellin (event, confidence 0.9)"]
    assert len(facts(reason, "agent")) == 2
    assert {word.text for passage in reason.passages for word in passage.words} >= {"met", "The meeting"}


def test_claim_says_of_which_kind_it_is_and_whom_it_is_against(harbour: Loaded) -> None:
    (reason,) = why(harbour, "id:claim-13c3").reasons
    assert (facts(reason, "kind"), facts(reason, "against")) == (["criticism"], ["Dockers' League"])


def test_words_and_offices_have_what_is_said_with_them(harbour: Loaded) -> None:
    held = why(harbour, "id:role-11a1").reasons
    assert {reason.says for reason in held} >= {"Mara Lindqvist | holds | Harbour Minister"}
    cited = why(harbour, "<https://example.org/newskg/id/article-harbour#char=537,552>").reasons
    assert [reason.says for reason in cited] == ["not: Dockers' League | boycott | Coastal Forum"]


def test_text_marks_the_words_and_colours_them_only_when_asked(harbour: Loaded) -> None:
    found = why(harbour, "id:claim-02c2")
    plain, coloured = found.text(), found.text(colour=True)
    assert "«denied» that ‹Norvania had closed the quay›" in plain
    assert plain.startswith("Mara Lindqvist denies: ")
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured
    assert "«" not in coloured
    assert str(found) == plain


def test_lines_are_broken_at_the_width_and_stay_beside_their_margin(harbour: Loaded) -> None:
    lines = why(harbour, "id:claim-02c2").text(width=60).splitlines()
    assert max(map(len, lines)) <= 60
    begin = next(number for number, line in enumerate(lines) if "[212," in line)
    assert lines[begin + 1].startswith(" " * len("    [212,"))


def test_json_gives_the_words_by_their_offsets(harbour: Loaded) -> None:
    (reason,) = json.loads(why(harbour, "Lindqvist met Erhardt").json())
    (passage,) = reason["passages"]
    assert reason["facts"]["rule"] == ["event"]
    for word in passage["words"]:
        begin, end = word["begin"] - passage["begin"], word["end"] - passage["begin"]
        assert passage["text"][begin:end] == word["text"]


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("Erhart", "did you mean Erhardt"),
        ("Erhardt adores Lindqvist", "called or says 'Erhardt adores Lindqvist'"),
        ("", "called or says ''"),
        ("id:Nobody", "no words of an article stand behind it"),
        ("<urn:a b>", "no valid IRI"),
        ('" } #', "called or says"),
    ],
)
def test_error_says_what_is_not_there(harbour: Loaded, term: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        why(harbour, term)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_graph_without_texts_shows_the_words_alone() -> None:
    graph = Graph().parse(HARBOUR)
    graph.remove((None, NIF.isString, None))
    (reason,) = why(graph, "Lindqvist met Erhardt").reasons
    assert " ".join(passage.text for passage in reason.passages) == "Mara Lindqvist met Tomas Erhardt"


def test_text_that_would_command_a_terminal_is_shown_as_blanks() -> None:
    graph = Graph().parse(
        data="""
        @prefix kg: <https://w3id.org/newskg/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
        <urn:a> a <https://schema.org/Person> ; rdfs:label "Eve\\u001B[2J" ; kg:mentionedIn <urn:t#char=0,7> .
        <urn:t> a <https://schema.org/NewsArticle> ; nif:isString "Eve\\u001B[2J left." .
        <urn:t#char=0,7> nif:beginIndex 0 ; nif:endIndex 7 ; nif:anchorOf "Eve\\u001B[2J" ;
            nif:referenceContext <urn:t> ."""
    )
    assert "\x1b[2J" not in why(graph, "<urn:a>").text(colour=True)


def test_claims_that_stand_in_each_other_in_circles_come_to_an_end() -> None:
    claims = [f"urn:claim:{number}" for number in range(6)]
    graph = Graph()
    for one in map(URIRef, claims):
        graph.add((one, RDF.type, KG.Claim))
        graph.add((one, KG.claimant, URIRef("urn:who")))
        for other in map(URIRef, claims):
            graph.add((one, KG.content, other))
    for one, other in (("urn:a", "urn:b"), ("urn:b", "urn:a")):
        graph.add((URIRef(one), RDF.subject, URIRef(other)))
    assert len(why(graph, "<urn:claim:1>").reasons) == 1
    with pytest.raises(QueryError, match="no words"):
        why(graph, "<urn:a>")
