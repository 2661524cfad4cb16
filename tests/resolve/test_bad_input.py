"""Names that nobody expects: offsets still point to the words, and identifiers stay valid and stable."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.model import Document, Kind
from kg.names import iris
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import mentions
from kg.resolve.names import join_names
from tests.parses import extracted, parsed

SCRIPTS = ["Иван", "محمد", "毛泽东", "Ἀθηνᾶ", "Zoë́", "e\u0301lodie".title(), "\u202bשלום\u202c", "नरेन्द्र"]


def test_three_hundred_people_of_one_surname_stay_apart() -> None:
    first = [f"{a}{b}" for a in "BDFGHKLMNP" for b in "aeiouyáéíóúäöüâêîôûàèìòùā"][:240]
    text = " | ".join(f"{n}/NNP/compound<2 Lind/NNP/nsubj<3 spoke=speak/VBD/ROOT ././punct<3" for n in first)
    text += " | Lind/NNP/nsubj<2 left=leave/VBD/ROOT ././punct<2" * 60
    tree = parsed(text, {f"{n} Lind": "PERSON" for n in first} | {"Lind": "PERSON"})
    clusters = Clusters(mentions(tree, lexicon()))
    join_names(clusters, lexicon())
    people = {clusters.root(c) for c in clusters.candidates if len(c.key) > 1}
    assert len(people) == len(first)
    assert len({clusters.root(c) for c in clusters.candidates if len(c.key) == 1}) == 1


def test_a_name_of_two_hundred_words_is_one_mention_with_a_bounded_iri() -> None:
    words = ["Aldo", "Berta", "Carlo", "Dora"] * 50
    text = (
        " ".join(f"{w}/NNP/compound<200" for w in words[:-1]) + " Dora/NNP/nsubj<201 spoke=speak/VBD/ROOT ././punct<201"
    )
    found = extracted(text, {" ".join(words): "PERSON"})
    (name,) = [m for m in found.mentions if m.kind is Kind.NAMED]
    assert found.document[name.span] == " ".join(words)
    assert all(len(str(iri)) < 400 for iri in iris(found).values())


@pytest.mark.parametrize("name", SCRIPTS)
def test_names_in_any_script_keep_their_offsets_and_iris(name: str) -> None:
    sentence = f"{name}/NNP/nsubj<2 met=meet/VBD/ROOT Berg/NNP/dobj<2 ././punct<2"
    found = extracted(sentence, {name: "PERSON", "Berg": "PERSON"})
    again = extracted(sentence, {name: "PERSON", "Berg": "PERSON"})
    assert [found.document[m.span] for m in found.mentions] == [name, "Berg"]
    assert iris(found) == iris(again)
    assert all(not set(str(iri)) & set(' <>"{}|\\^`\u202b\u202c') for iri in iris(found).values())


def test_a_document_without_words_has_no_mentions() -> None:
    assert Document("…").text == "…"
    assert mentions(parsed("…/./ROOT"), lexicon()) == []
