"""Open triples in both renderings, on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Triple
from kg.syntax.frames import frames
from kg.syntax.triples import triples
from tests.parses import parsed

HARBOUR = (
    "Berg/NNP/nsubj<2 opened=open/VBD/ROOT the/DT/det<4 harbour/NN/dobj<2 of/IN/prep<4 Ulm/NNP/pobj<5 "
    "on/IN/prep<2 Friday/NNP/pobj<7"
)
SEIZED = (
    "Boats/NNS/nsubjpass<3 were/VBD/auxpass<3 seized=seize/VBN/ROOT by/IN/agent<3 customs/NNS/pobj<4 "
    "in/IN/prep<3 Ulm/NNP/pobj<6"
)


def made(text: str, *, nary: bool = False, entities: dict[str, str] | None = None) -> list[Triple]:
    tree = parsed(text, entities)
    return triples(tree, frames(tree), nary)


def shown(text: str, *, nary: bool = False, entities: dict[str, str] | None = None) -> list[str]:
    return [" | ".join((t.subject, t.relation, *t.objects)) for t in made(text, nary=nary, entities=entities)]


def test_triples_binary_folds_object_and_prepositions_into_the_relation() -> None:
    assert set(shown(HARBOUR)) == {
        "Berg | opened | the harbour of Ulm",
        "Berg | opened the harbour of | Ulm",
        "Berg | opened the harbour on | Friday",
    }


def test_triples_nary_keeps_the_adjuncts_as_objects() -> None:
    assert shown(HARBOUR, nary=True) == ["Berg | opened | the harbour of Ulm | on Friday"]


def test_triples_name_the_agent_of_a_passive() -> None:
    assert "Boats | were seized by | customs" in shown(SEIZED)
    assert shown(SEIZED, nary=True) == ["Boats | were seized by | customs | in Ulm"]


def test_triples_binary_tells_coordinated_subjects_and_objects_apart() -> None:
    text = (
        "Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 sold=sell/VBD/ROOT boats=boat/NNS/dobj<4 and/CC/cc<5 "
        "nets=net/NNS/conj<5"
    )
    assert set(shown(text)) == {
        "Berg | sold | boats",
        "Berg | sold | nets",
        "Wei | sold | boats",
        "Wei | sold | nets",
    }


def test_triples_nary_keeps_coordinated_subjects_together() -> None:
    text = "Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 sold=sell/VBD/ROOT boats=boat/NNS/dobj<4"
    assert shown(text, nary=True) == ["Berg and Wei | sold | boats"]


def test_triples_what_an_adjective_governs_is_an_argument() -> None:
    text = "They/PRP/nsubj<2 are/VBP/ROOT aware/JJ/acomp<2 of/IN/prep<3 the/DT/det<6 leak/NN/pobj<4"
    assert "They | are aware of | the leak" in shown(text)
    assert shown(text, nary=True) == ["They | are aware of | the leak"]


@pytest.mark.parametrize("nary", [False, True])
def test_triples_fixed_preposition_is_one(nary: bool) -> None:
    text = (
        "They/PRP/nsubj<2 argued=argue/VBD/ROOT in/IN/prep<2 relation/NN/pobj<3 to/IN/prep<4 the/DT/det<7 "
        "lease/NN/pobj<5"
    )
    assert shown(text, nary=nary) == ["They | argued in relation to | the lease"]


def test_triples_object_complement_stands_with_its_object() -> None:
    text = "They/PRP/nsubj<2 named=name/VBD/ROOT Berg/NNP/dobj<2 chair/NN/oprd<2"
    assert "They | named Berg | chair" in shown(text)
    assert "They | named | chair" not in shown(text)
    text = "They/PRP/nsubj<2 kept=keep/VBD/ROOT the/DT/det<4 nets=net/NNS/dobj<2 dry/JJ/oprd<2"
    assert shown(text) == ["They | kept | the nets dry"]


def test_triples_reported_clause_may_come_first() -> None:
    text = (
        "The/DT/det<2 pier/NN/nsubj<3 sank=sink/VBD/ccomp<7 ,/,/punct<7 the/DT/det<6 mayor/NN/nsubj<7 said=say/VBD/ROOT"
    )
    assert "the mayor | said | The pier sank" in shown(text)
    assert "the mayor | said | The pier sank" in shown(text, nary=True)


def test_triples_binary_reports_coordinated_clauses_one_by_one() -> None:
    text = (
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 it/PRP/nsubj<5 rained=rain/VBD/ccomp<2 and/CC/cc<5 "
        "that/IN/mark<9 boats=boat/NNS/nsubj<9 sank=sink/VBD/conj<5"
    )
    assert {"Berg | said that | it rained", "Berg | said that | boats sank"} <= set(shown(text))
    assert shown(text, nary=True)[0] == "Berg | said that | it rained and that boats sank"


def test_triples_inserted_copula_is_marked_implicit() -> None:
    text = "Berg/NNP/nsubj<8 ,/,/punct<1 the/DT/det<4 mayor/NN/appos<1 of/IN/prep<4 Ulm/NNP/pobj<5 ,/,/punct<1 left=leave/VBD/ROOT"
    (found,) = made(text, nary=True, entities={"Berg": "PERSON"})
    assert (found.subject, found.relation, found.objects) == ("Berg", "is", ("the mayor of Ulm",))
    assert found.implicit
    assert made(text) == []


def test_triples_title_before_a_name_says_what_somebody_is() -> None:
    text = "Mayor/NNP/compound<3 Ana/NNP/compound<3 Berg/NNP/nsubj<4 slept=sleep/VBD/ROOT"
    assert shown(text, nary=True, entities={"Ana Berg": "PERSON"}) == ["Ana Berg | is | Mayor"]
    assert shown(text, nary=True) == []


@pytest.mark.parametrize(
    ("text", "certainty", "negated"),
    [
        ("She/PRP/nsubj<2 sold=sell/VBD/ROOT boats=boat/NNS/dobj<2", "certain", False),
        ("She/PRP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 sell/VB/ROOT boats=boat/NNS/dobj<4", "certain", True),
        ("She/PRP/nsubj<3 may/MD/aux<3 sell/VB/ROOT boats=boat/NNS/dobj<3", "possible", False),
        ("She/PRP/nsubj<3 should/MD/aux<3 sell/VB/ROOT boats=boat/NNS/dobj<3", "probable", False),
        ("Did/VBD/aux<3 she/PRP/nsubj<3 sell/VB/ROOT boats=boat/NNS/dobj<3 ?/./punct<3", "possible", False),
        (
            "He/PRP/nsubj<2 slept=sleep/VBD/ROOT if/IN/mark<5 she/PRP/nsubj<5 sold=sell/VBD/advcl<2 boats=boat/NNS/dobj<5",
            "possible",
            False,
        ),
    ],
)
def test_triples_keep_negation_and_say_how_sure_the_text_is(text: str, certainty: str, negated: bool) -> None:
    (found,) = [t for t in made(text) if t.objects == ("boats",)]
    assert found.certainty.value == certainty
    assert found.negated is negated


def test_triples_slots_are_words_of_the_sentence() -> None:
    for text in (HARBOUR, SEIZED):
        tree = parsed(text)
        for nary in (False, True):
            for found in triples(tree, frames(tree), nary):
                words = tree.document.text[found.span.begin : found.span.end].split()
                assert set(" ".join((found.subject, found.relation, *found.objects)).split()) <= set(words)


def test_triples_nary_keeps_what_is_coordinated_inside_an_argument() -> None:
    text = (
        "Berg/NNP/nsubj<2 met=meet/VBD/ROOT the/DT/det<4 mayors=mayor/NNS/dobj<2 of/IN/prep<4 Ulm/NNP/pobj<5 "
        "and/CC/cc<6 Bonn/NNP/conj<6"
    )
    assert shown(text, nary=True) == ["Berg | met | the mayors of Ulm and Bonn"]
    assert {"Berg | met the mayors of | Ulm", "Berg | met the mayors of | Bonn"} <= set(shown(text))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ulm/NNP", "Germany/NNP", False),  # a place inside another
        ("boats=boat/NNS", "nets=net/NNS", False),  # a list
        ("Berg/NNP", "mayor/NN", True),
    ],
)
def test_triples_apposition_needs_a_name_and_no_two_places(one: str, other: str, found: bool) -> None:
    text = f"She/PRP/nsubj<2 saw=see/VBD/ROOT {one}/dobj<2 ,/,/punct<3 {other}/appos<3"
    places = {"Ulm": "GPE", "Germany": "GPE", "Berg": "PERSON"}
    assert any(t.implicit for t in made(text, nary=True, entities=places)) is found


def test_triples_measures_are_arguments_and_other_adverbial_nouns_are_not() -> None:
    text = "She/PRP/nsubj<2 swam=swim/VBD/ROOT two/CD/nummod<4 miles=mile/NNS/npadvmod<2"
    assert shown(text, nary=True) == ["She | swam | two miles"]
    text = "She/PRP/nsubj<2 swam=swim/VBD/ROOT a/DT/det<4 feat/NN/npadvmod<2"
    assert shown(text, nary=True) == []
