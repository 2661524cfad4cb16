"""How far contents reach, and what is none of theirs, on parses made by hand."""

from __future__ import annotations

import pytest

from tests.syntax.test_attribution import read, words


def told(text: str) -> list[tuple[str, str, str]]:
    tree, found = read(text)
    return [words(tree, s) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Berg/NNP/nsubj<2 described=describe/VBD/ROOT the/DT/det<4 flood/NN/dobj<2 as/IN/prep<2 "
            "being=be/VBG/pcomp<5 over/JJ/acomp<6",
            ("Berg", "described", "the flood as being over"),
            id="a clause behind as",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 criticised=criticise/VBD/ROOT what/WP/dobj<5 Wei/NNP/nsubj<5 did=do/VBD/ccomp<2",
            ("Berg", "criticised", "what Wei did"),
            id="a free relative clause is an object",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 denounced=denounce/VBD/ROOT Wei/NNP/dobj<2 ,/,/punct<3 the/DT/det<6 "
            "pilot/NN/appos<3 ././punct<2",
            ("Berg", "denounced", "Wei"),
            id="an apposition behind a comma is the reporter's",
        ),
        pytest.param(
            "Wei/NNP/nsubjpass<3 was=be/VBD/auxpass<3 accused=accuse/VBN/ROOT of/IN/prep<3 hiding=hide/VBG/pcomp<4 "
            "nets=net/NNS/dobj<5",
            ("", "accused", "Wei of hiding nets"),
            id="the passive of an accusation",
        ),
        pytest.param(
            "Wei/NNP/nsubj<2 received=receive/VBD/ROOT assurances=assurance/NNS/dobj<2 from/IN/prep<2 Berg/NNP/pobj<4 "
            "that/IN/mark<8 Silva/NNP/nsubj<8 left=leave/VBD/ccomp<2",
            ("Berg", "assurances", "that Silva left"),
            id="a noun's clause that hangs from the verb",
        ),
        pytest.param(
            "Allegedly/RB/advmod<4 ,/,/punct<4 Berg/NNP/nsubj<4 slept=sleep/VBD/ROOT ././punct<4",
            ("", "Allegedly", "Berg slept"),
            id="an adverb before a comma",
        ),
        pytest.param(
            "The/DT/det<2 mill/NN/nsubj<3 closed=close/VBD/ccomp<6 and/CC/cc<3 Wei/NNP/nsubj<6 left=leave/VBD/ROOT "
            ",/,/punct<6 according=accord/VBG/prep<6 to/IN/prep<8 Berg/NNP/pobj<9 ././punct<6",
            ("Berg", "according", "The mill closed and Wei left"),
            id="according to covers the sentence before it",
        ),
        pytest.param(
            "Berg/NNP/nsubj<6 ,/,/punct<1 clad=clothe/VBN/acl<1 in/IN/prep<3 red/NN/pobj<4 said=say/VBD/ROOT "
            "Wei/NNP/nsubj<8 left=leave/VBD/ccomp<6",
            ("Berg , clad in red", "said", "Wei left"),
            id="what a named source wears",
        ),
        pytest.param(
            "Berg/NNP/nsubj<7 ,/,/punct<7 reached=reach/VBN/advcl<7 by/IN/prep<3 telephone/NN/pobj<4 ,/,/punct<7 "
            "said=say/VBD/ROOT Wei/NNP/nsubj<9 left=leave/VBD/ccomp<7",
            ("Berg , reached by telephone", "said", "Wei left"),
            id="a participle between commas that hangs from the verb",
        ),
        pytest.param(
            "Berg/NNP/nsubj<5 ,/,/punct<5 smiling=smile/VBG/advcl<5 nervously/RB/advmod<3 said=say/VBD/ROOT "
            "Wei/NNP/nsubj<7 left=leave/VBD/ccomp<5",
            ("Berg", "said", "Wei left"),
            id="a participle that no comma closes",
        ),
        pytest.param(
            "One/CD/nsubj<6 ,/,/punct<1 speaking=speak/VBG/acl<1 in/IN/prep<3 private/JJ/pobj<4 said=say/VBD/ROOT "
            "Wei/NNP/nsubj<8 left=leave/VBD/ccomp<6",
            ("One , speaking in private", "said", "Wei left"),
            id="what tells who an unnamed source is",
        ),
    ],
)
def test_content_and_source_reach(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_content_is_the_relative_pronoun_of_what_is_criticised() -> None:
    text = (
        "The/DT/det<2 plans=plan/NNS/nsubj<7 ,/,/punct<2 which/WDT/dobj<6 Berg/NNP/nsubj<6 criticises=criticise/VBZ/relcl<2 "
        "stand=stand/VBP/ROOT ././punct<7"
    )
    tree, found = read(text)
    assert [words(tree, s) for s in found] == [("Berg", "criticises", "which")]
    assert [t.text for t in found[0].heads] == ["plans"]


def test_who_denies_allegations_has_not_made_them() -> None:
    text = (
        "Berg/NNP/nsubj<2 denied=deny/VBD/ROOT allegations=allegation/NNS/dobj<2 that/IN/mark<6 Wei/NNP/nsubj<6 "
        "slept=sleep/VBD/acl<3"
    )
    assert ("", "allegations", "that Wei slept") in told(text)


def test_a_name_in_quotation_marks_is_no_speech() -> None:
    text = (
        "Berg/NNP/nsubj<2 led=lead/VBD/ROOT a/DT/det<4 group/NN/dobj<2 called=call/VBN/acl<4 “/``/punct<7 "
        "Mothers/NNS/oprd<5 for/IN/prep<7 clean/JJ/amod<10 air/NN/pobj<8 now/RB/advmod<7 ”/''/punct<7"
    )
    _, found = read(text)
    assert all(s.pattern != "quotation" for s in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hotel fire was arson: police\n\nA hotel burned down in Bruges.", ("police", "Hotel fire was arson")),
        ("Hotel fire was arson: it burned\n\nA hotel burned down in Bruges.", None),
    ],
)
def test_headline_that_ends_in_its_speaker(text: str, expected: tuple[str, str] | None) -> None:
    from kg.annotate import annotated, pipeline
    from kg.lexicon import lexicon
    from kg.model import Document
    from kg.syntax.attribution import sayings
    from kg.syntax.frames import frames
    from kg.syntax.tree import Tree
    from kg.zones import zones

    ((document, doc),) = annotated([Document(text, zones=zones(text))], pipeline(None))
    tree = Tree(doc, document)
    labels = [s for s in sayings(tree, frames(tree), lexicon()) if s.pattern == "label"]
    found = [(words(tree, s)[0], words(tree, s)[2]) for s in labels]
    assert found == ([expected] if expected else [])
