import re

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg.names import KG, symmetric
from kg.resources import ontology_dir
from kg.serialize import parsed

ONTOLOGY = URIRef("https://w3id.org/newskg/ns")

FIXED = """
    Mention Assertion Proposition Claim Role Group Concept Unattributed Positive Negative Underspecified Certain
    Probable Possible Stated Asked Demanded Hoped Judged Future Conditional mentionedIn sourceSpan cueSpan
    contentSpan sha256 holds title of former at duration agent patient recipient topic instrument place time
    relatedTo inferred confidence rule polarity describes timex member unnamed affiliation claimant addressee
    content about mode certainty cue reportedBy quotation affirms disputes contradicts modality
""".split()


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return parsed(ontology_dir() / "kg.ttl")


@pytest.mark.parametrize("term", FIXED)
def test_ontology_has_every_term_of_the_model(term):
    assert KG[term] == URIRef(f"https://w3id.org/newskg/ns#{term}")


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition, SKOS.example])
def test_ontology_labels_defines_and_exemplifies_every_term(ontology, predicate):
    assert [term for term in KG if (term, predicate, None) not in ontology] == []


def test_ontology_says_what_every_term_is(ontology):
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual}
    assert [term for term in KG if not kinds & set(ontology.objects(term, RDF.type))] == []


def test_ontology_defines_every_term_that_it_uses(ontology):
    used = {term for triple in ontology for term in triple if isinstance(term, URIRef) and term.startswith(str(KG))}
    assert {term for term in used if term not in KG} == set()


def test_ontology_describes_itself(ontology):
    about = {predicate.rpartition("/")[2].rpartition("#")[2]: str(value) for predicate, value in ontology[ONTOLOGY]}
    assert about["versionInfo"] == "0.1.0"
    assert about["creator"] == "newskg"
    assert about["preferredNamespacePrefix"] == "kg"
    assert about["preferredNamespaceUri"] == str(KG)
    assert "not registered" in about["comment"]
    assert about["title"]
    assert about["description"]
    assert about["license"]


def test_ontology_keeps_propositions_and_assertions_apart(ontology):
    assert (KG.Proposition, OWL.disjointWith, KG.Assertion) in ontology
    assert {KG.Proposition, KG.Assertion} <= set(ontology.subjects(RDFS.subClassOf, RDF.Statement))


def test_ontology_gives_roles_no_domain_so_that_propositions_have_them_too(ontology):
    roles = (KG.agent, KG.patient, KG.recipient, KG.topic, KG.instrument, KG.place, KG.time)
    assert [role for role in roles if (role, RDFS.domain, None) in ontology] == []


def test_symmetric_properties_come_from_the_ontology(ontology):
    assert KG.contradicts in symmetric()
    assert symmetric() == set(ontology.subjects(RDF.type, OWL.SymmetricProperty))


def test_shapes_speak_only_of_terms_that_exist():
    text = (ontology_dir() / "shapes.ttl").read_text(encoding="utf-8")
    terms = set(re.findall(r"\bkg:(\w+)", text))
    assert len(terms) > 30
    assert {term for term in terms if URIRef(f"{KG}{term}") not in KG} == set()
