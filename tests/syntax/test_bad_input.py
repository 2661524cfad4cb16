"""Frames and open triples of text that is no prose, and of parses that make no sense."""

from __future__ import annotations

import pytest

from kg.model import Document, Triple
from kg.pipeline import open_triples
from kg.syntax.frames import frames
from kg.syntax.phrases import LONGEST
from kg.syntax.triples import triples
from tests.parses import parsed

SILENT = {
    "no verb": "A quiet morning in Ulm. Three boats, two nets, one captain.",
    "list": "Needed:\n\n- two nets\n- one boat\n- rope (10 m)",
    "table": "Town\tBoats\tNets\nUlm\t12\t40\nBonn\t7\t22\nTotal\t19\t62",
    "row": "Ulm 12 40 3.5 % Bonn 7 22 1.2 % Celle 3 9 0.4 %",
    "scores": "Ulm 3-1 Bonn; Celle 0-0 Jena (aet, 4-3 on penalties); Berg 12', 44'",
    "foreign": "Der Bürgermeister eröffnete am Freitag den Hafen. 市長は金曜日に港を開いた。 Мэр открыл гавань.",
    "emoji": "🚢 🚢 🚢 🎉!",
    "marks": ') ( -- " : ; ] .. , , [',
    "nothing": "   \n\n ",
}
LOUD = {
    "capitals": "MAYOR BERG OPENED THE HARBOUR OF ULM ON FRIDAY.",
    "emoji": "The mayor 🎉 opened the harbour 🚢🚢 on Friday 😀. 🚢 🚢",
    "long": "The mayor opened the harbour, "
    + "sold the boats, the nets and the ropes of the town, " * 40
    + "and slept.",
    "nested": "The mayor said that " * 120 + "the harbour sank.",
    "broken": 'the mayor [ said -- "that ) the : boats ; ] sank .. , , and which of to by',
}


def read_out(text: str) -> list[Triple]:
    return [t for nary in (False, True) for _, found in open_triples([Document(text)], nary=nary) for t in found]


@pytest.mark.model
@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_triples_of_what_is_no_clause_are_none(text: str) -> None:
    assert read_out(text) == []


@pytest.mark.model
@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD.keys())
def test_triples_of_bad_text_have_its_words_and_no_others(text: str) -> None:
    for found in read_out(text):
        spoken = "".join(text[found.span.begin : found.span.end].split())
        for slot in (found.subject, *found.objects, *([] if found.implicit else [found.relation])):
            assert all(word in spoken for word in slot.split())
            assert len(slot.split()) <= 3 * LONGEST


@pytest.mark.model
def test_triples_of_capitals_are_trusted_less() -> None:
    best = {
        text: max(t.confidence for t in read_out(text))
        for text in ("MAYOR BERG OPENED THE HARBOUR", "Mayor Berg opened the harbour")
    }
    assert best["MAYOR BERG OPENED THE HARBOUR"] < best["Mayor Berg opened the harbour"]


BROKEN = {
    "all depend on themselves": " ".join("go/VB/ROOT" for _ in range(50)),
    "no label is known": "Berg/NNP/dep<2 sold/VBD/dep<3 it/PRP/dep<3",
    "verbs below nouns below verbs": "a/VB/relcl<2 b/NN/dobj<3 c/VB/relcl<4 d/NN/dobj<5 e/VB/acl<6 f/NN/ROOT",
    "a preposition alone": "of/IN/ROOT",
    "auxiliaries only": "has/VBZ/ROOT been/VBN/aux<1 being/VBG/aux<1",
    "a verb is its own phrase": "who/WP/nsubj<2 sold/VBD/relcl<3 what/WP/ROOT",
    "a subject that holds the verb": "Berg/NNP/ROOT sold/VBD/relcl<1 boats/NNS/dobj<2 Berg/NNP/nsubj<2",
    "a clause without a verb": "Berg/NNP/ccomp<2 said/VBD/ROOT that/IN/mark<1",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_triples_of_a_broken_parse_are_words_of_the_text(text: str) -> None:
    tree = parsed(text)
    every = [t for nary in (False, True) for t in triples(tree, frames(tree), nary)]
    spoken = tree.document.text.split()
    assert all(w in spoken for t in every for s in (t.subject, t.relation, *t.objects) for w in s.split())


def test_triples_grow_with_the_text_and_not_with_its_square() -> None:
    """Each of n nested reports would hold all that are below it; what is too long for a slot is left out."""

    def size(n: int) -> int:
        items = []
        for k in range(n):
            report = f"ccomp<{2 * k}" if k else "ROOT"
            items += [f"Berg/NNP/nsubj<{2 * k + 2}", f"said=say/VBD/{report}"]
        tree = parsed(" ".join(items))
        found = triples(tree, frames(tree))
        return sum(len(" ".join((t.subject, t.relation, *t.objects))) for t in found)

    assert size(250) == size(500) > 0


def test_triples_of_a_noun_phrase_that_never_ends_are_none() -> None:
    text = "Berg/NNP/nsubj<2 saw=see/VBD/ROOT " + "red/JJ/amod<503 " * 500 + "boats=boat/NNS/dobj<2"
    tree = parsed(text)
    assert triples(tree, frames(tree)) == []


@pytest.mark.parametrize("nary", [False, True])
def test_triples_of_a_coordination_that_never_ends_are_none(nary: bool) -> None:
    """Each name hangs on the one before, and carries more words than a phrase has."""
    names = "".join(
        f"red/JJ/amod<{502 + 501 * k} " * 500 + f"Berg/NNP/{'conj' if k else 'nsubj'}<{1 + 501 * k} " for k in range(2)
    )
    tree = parsed("sold=sell/VBD/ROOT " + names + "boats=boat/NNS/dobj<1")
    assert triples(tree, frames(tree), nary) == []


def test_triples_of_unbalanced_brackets_are_none() -> None:
    text = "Berg/NNP/nsubj<2 sold=sell/VBD/ROOT boats=boat/NNS/dobj<2 )/-RRB-/punct<3 nets=net/NNS/appos<3"
    assert [t.objects for t in triples(parsed(text), frames(parsed(text)))] == [("boats",)]
    text = "Berg/NNP/nsubj<2 sold=sell/VBD/ROOT )/-RRB-/punct<4 boats=boat/NNS/dobj<2"
    tree = parsed(text)
    assert triples(tree, frames(tree)) == []
