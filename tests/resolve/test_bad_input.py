"""Names that nobody expects: offsets still point to the words, and identifiers stay valid and stable."""

from __future__ import annotations

import unicodedata

import pytest

from kg.lexicon import lexicon
from kg.model import Document, Kind
from kg.names import iris
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate, mentions
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


def crowd(size: int, word: str = "Lind") -> str:
    """So many people of one surname, each named once, a pair of whom is spoken of."""
    given = [f"{a}{b}{c}" for a in "BDFGHKLMNP" for b in "aeiou" for c in ("ro", "ra", "ni", "tu", "le", "sa", "mo")]
    return " | ".join(
        f"{n}/NNP/compound<2 {word}/NNP/nsubj<3 met=meet/VBD/ROOT Berg/NNP/dobj<3 ././punct<3"
        f" | Both/DT/nsubj<2 left=leave/VBD/ROOT ././punct<2 | {word}/NNP/nsubj<2 spoke=speak/VBD/ROOT ././punct<2"
        for n in [n for n in given if lexicon().city(n) is None][:size]
    )


def test_people_of_one_surname_cost_work_in_proportion(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    really = Clusters.compatible

    def counted(self: Clusters, a: Candidate, b: Candidate) -> bool:
        nonlocal calls
        calls += 1
        return really(self, a, b)

    monkeypatch.setattr(Clusters, "compatible", counted)
    counts = []
    for size in (75, 150, 300):
        calls = 0
        extracted(crowd(size), {"Lind": "PERSON", "Berg": "PERSON"})
        counts.append(calls)
    assert counts[2] - counts[1] <= 3 * (counts[1] - counts[0])


def test_three_hundred_people_of_one_surname_have_an_iri_each_which_stays() -> None:
    found = extracted(crowd(300), {"Lind": "PERSON", "Berg": "PERSON"})
    people = [e for e in found.entities if e.label.endswith(" Lind")]
    assert len({iris(found)[e.id] for e in people}) == len(people) == 300
    assert iris(found) == iris(extracted(crowd(300), {"Lind": "PERSON", "Berg": "PERSON"}))


@pytest.mark.parametrize("name", ["Zoe\u0301", "A\u030angstro\u0308m", "\u1112\u1161\u11ab"])
def test_a_name_has_one_iri_however_its_marks_are_written(name: str) -> None:
    sentence = "{}/NNP/nsubj<2 met=meet/VBD/ROOT Berg/NNP/dobj<2 ././punct<2"
    names = {}
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, name)
        found = extracted(sentence.format(written), {written: "PERSON", "Berg": "PERSON"})
        (one,) = [e for e in found.entities if e.label != "Berg"]
        assert [found.document[m.span] for m in found.mentions if m.entity == one.id] == [written]
        names[form] = iris(found)[one.id]
    assert names["NFC"] == names["NFD"]


def test_words_in_the_other_direction_do_not_move_the_offsets_behind_them() -> None:
    name = "\u2067\u05e9\u05dc\u05d5\u05dd\u2069"
    sentence = (
        f"{name}/NNP/nsubj<4 and/CC/cc<1 Berg/NNP/conj<1 met=meet/VBD/ROOT \u202eVale\u202c/NNP/dobj<4 ././punct<4"
    )
    found = extracted(sentence, {name: "PERSON", "Berg": "PERSON", "\u202eVale\u202c": "PERSON"})
    words = {found.document[m.span] for m in found.mentions}
    assert {name, "Berg", "\u202eVale\u202c"} <= words
    assert all(not set(str(iri)) & set("\u2067\u2069\u202e\u202c") for iri in iris(found).values())


def test_two_of_one_surname_side_by_side_are_two() -> None:
    found = extracted(
        "President/NNP/compound<2 Lind/NNP/nsubj<7 and/CC/cc<2 Ms/NNP/compound<6 Mila/NNP/compound<6 Lind/NNP/conj<2 "
        "left=leave/VBD/ROOT ././punct<7",
        {"Lind": "PERSON", "Mila Lind": "PERSON"},
    )
    assert len({m.entity for m in found.mentions if m.kind is Kind.NAMED}) == 2


def test_a_document_without_words_has_no_mentions() -> None:
    assert Document("…").text == "…"
    assert mentions(parsed("…/./ROOT"), lexicon()) == []
