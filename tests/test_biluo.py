"""`kg.biluo`: decoded together, the entities are those that spaCy decodes one after another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from kg.annotate import DEFAULT_MODEL, pipeline
from kg.biluo import NAME, Entities, quicken
from kg.products import with_numpy

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.txt"))
ODD = (
    "",
    "Oslo",
    "\n\n",
    "Oslo \n and \n\n Bergen",
    "On Monday the Bergen Line ",
    "Anna Berg",
    "BERGEN LINE TO CLOSE 24 Dec 2019 EUR 4,000,000 A B C D E F G",
    "The ‘Harbour  of   Bergen’ opened at 9.30 p.m. on 4 July 1999 in Bergen, Norway's second city. " * 3,
)


def trained(labels: tuple[str, ...], seed: int) -> Language:
    """A recogniser that knows nothing: its weights are random, so that it finds entities of all kinds and lengths."""
    nlp = spacy.blank("en")
    recognizer = nlp.add_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    for label in labels:
        recognizer.add_label(label)
    nlp.initialize()
    numbers = np.random.default_rng(seed)
    model: Model[object, object]
    for model in recognizer.model.walk():
        for name in model.param_names:
            if model.has_param(name):
                shape = model.get_param(name).shape
                model.set_param(name, numbers.normal(0, 0.5, shape).astype("f"))
    recognizer.model.attrs["unseen_classes"] = set()
    return nlp


def found(docs: list[Doc]) -> list[list[tuple[int, int, str]]]:
    return [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs]


@pytest.mark.parametrize("seed", range(8))
def test_random_weights_give_the_entities_of_spacy(seed: int) -> None:
    nlp = trained(("THING", "PLACE", "DAY"), seed)
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)

    def read() -> list[Doc]:
        docs = [nlp.make_doc(text) for text in ODD]
        for doc in docs:
            for token in list(doc)[1:]:
                token.is_sent_start = token.i % 7 == 0
        return docs

    theirs, ours = list(recognizer.pipe(read())), list(Entities(recognizer).pipe(read(), batch_size=3))
    assert found(ours) == found(theirs)
    assert [[t.ent_iob_ for t in doc] for doc in ours] == [[t.ent_iob_ for t in doc] for doc in theirs]
    assert sum(map(len, found(ours))) > 5


@pytest.mark.model
def test_the_packaged_pipeline_finds_what_bare_spacy_finds() -> None:
    ours, bare = pipeline(), with_numpy(spacy.load(DEFAULT_MODEL))
    assert NAME in ours.pipe_names
    assert "ner" not in ours.pipe_names
    texts = [*ODD, *(path.read_text(encoding="utf-8") for path in ARTICLES)]
    assert found(list(ours.pipe(texts))) == found(list(bare.pipe(texts)))


def test_a_recogniser_of_another_make_stays() -> None:
    searching = trained(("THING",), 0)
    recognizer = searching.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    recognizer.cfg["beam_width"] = 4
    assert quicken(searching).pipe_names == ["ner"]
    ruled = trained(("THING",), 0)
    ruled.add_pipe("entity_ruler", first=True)
    assert quicken(ruled).pipe_names == ["entity_ruler", "ner"]


def test_matrix_products_are_those_that_the_pipeline_was_given() -> None:
    nlp = quicken(with_numpy(trained(("THING",), 0)))
    assert nlp.pipe_names == [NAME]
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    assert not [n for n in recognizer.model.walk() if isinstance(n.ops, NumpyOps) and n.ops.use_blis]
