"""`kg.attributes`: a remembered rule says what spaCy's matcher says."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.annotate import DEFAULT_MODEL, pipeline
from kg.attributes import NAME, TagTable, quicken

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))


def ruled(*rules: tuple[list[list[dict[str, object]]], dict[str, str], int]) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    for patterns, attributes, index in rules:
        ruler.add(patterns, attributes, index)
    return nlp


def table(nlp: Language) -> TagTable:
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return TagTable(ruler)


def doc(nlp: Language, *words: str, tags: str, deps: str = "") -> Doc:
    labels = deps.split() or ["dep"] * len(words)
    return Doc(nlp.vocab, words=list(words), tags=tags.split(), deps=labels, heads=[0] * len(words))


def test_table_reads_tag_form_and_label() -> None:
    nlp = ruled(
        ([[{"TAG": "IN"}]], {"POS": "ADP"}, 0),
        ([[{"TAG": "IN", "DEP": "mark"}]], {"POS": "SCONJ"}, 0),
        ([[{"LOWER": "they"}]], {"LEMMA": "they", "MORPH": "Number=Plur"}, 0),
    )
    found = table(nlp)(doc(nlp, "They", "of", "if", tags="PRP IN IN", deps="nsubj prep mark"))
    assert [t.pos_ for t in found] == ["", "ADP", "SCONJ"]
    assert (found[0].lemma_, str(found[0].morph)) == ("they", "Number=Plur")


def test_table_lets_the_later_rule_win_also_over_several_tokens() -> None:
    there = [[{"LOWER": "there"}, {"LOWER": "is"}]]
    last = ruled(([[{"TAG": "VBZ"}]], {"POS": "AUX"}, 0), (there, {"POS": "VERB"}, 1))
    first = ruled((there, {"POS": "VERB"}, 1), ([[{"TAG": "VBZ"}]], {"POS": "AUX"}, 0))
    assert table(last)(doc(last, "There", "is", tags="EX VBZ"))[1].pos_ == "VERB"
    assert table(first)(doc(first, "There", "is", tags="EX VBZ"))[1].pos_ == "AUX"
    assert table(last)(doc(last, "He", "is", tags="PRP VBZ"))[1].pos_ == "AUX"


def test_table_answers_the_same_when_it_has_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = ruled(([[{"TAG": "NN"}]], {"POS": "NOUN"}, 0), ([[{"TAG": "VB"}]], {"POS": "VERB"}, 0))
    found = table(nlp)
    monkeypatch.setattr("kg.attributes._MOST", 0)
    for _ in range(3):
        assert [t.pos_ for t in found(doc(nlp, "dogs", "bark", tags="NN VB"))] == ["NOUN", "VERB"]


def test_a_ruler_that_reads_more_of_a_token_stays() -> None:
    nlp = quicken(ruled(([[{"SHAPE": "dd"}]], {"POS": "NUM"}, 0)))
    assert nlp.pipe_names == ["attribute_ruler"]


@pytest.mark.model
def test_the_packaged_pipeline_sets_what_bare_spacy_sets() -> None:
    ours, bare = pipeline(), spacy.load(DEFAULT_MODEL)
    assert NAME in ours.pipe_names
    for path in ARTICLES:
        text = path.read_text(encoding="utf-8")
        for mine, theirs in zip(ours(text), bare(text), strict=True):
            assert (mine.pos_, mine.lemma_, mine.morph) == (theirs.pos_, theirs.lemma_, theirs.morph)
