"""From documents to extractions: the rooms one after another, for one article at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg import __version__
from kg.annotate import annotated, checksum, pipeline
from kg.extract.ages import Ages
from kg.extract.assembly import assembled
from kg.extract.bearers import Bearers
from kg.extract.claims import Claims
from kg.extract.events import happenings
from kg.extract.factuality import Factuality
from kg.extract.offices import offices
from kg.extract.pointing import point
from kg.extract.predications import Predications
from kg.extract.relations import facts
from kg.lexicon import Lexicon, lexicon
from kg.model import Document, Extraction, Provenance, Triple
from kg.resolve.resolution import Resolution, resolution
from kg.syntax.attribution import sayings
from kg.syntax.frames import Frame, frames
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree
from kg.syntax.triples import triples


@cache
def loaded(model: str | None = None) -> tuple[Language, Lexicon]:
    """The spaCy pipeline and the lexicons, which stay as long as the process does.

    Their hundred thousand objects are taken out of garbage collection, whose rounds would else walk through them.

    Raises:
        ModelError: the spaCy pipeline is not installed.
    """
    both = pipeline(model), lexicon()
    gc.collect()
    gc.freeze()
    return both


def extractions(documents: Iterable[Document], *, model: str | None = None) -> Iterator[Extraction]:
    """Read out each document, in order.

    Raises:
        ModelError: the spaCy pipeline is not installed.
    """
    nlp, words = loaded(model)
    origin = provenance(nlp, words)
    for document, doc in annotated(documents, nlp):
        yield extraction(document, doc, words, origin)


def open_triples(
    documents: Iterable[Document], *, model: str | None = None, nary: bool = False
) -> Iterator[tuple[Document, list[Triple]]]:
    """Only the open triples of each document, which need no entities: the `triples` layer."""
    for document, doc in annotated(documents, pipeline(model)):
        tree = Tree(doc, document)
        yield document, triples(tree, frames(tree), nary)


def extraction(document: Document, doc: Doc, words: Lexicon, origin: Provenance) -> Extraction:
    """What one parsed document says."""
    tree = Tree(doc, document)
    return extracted(tree, frames(tree), words, origin)


def extracted(tree: Tree, clauses: list[Frame], words: Lexicon, origin: Provenance) -> Extraction:
    """What a document says whose clauses have been framed."""
    said, found, preds, status, claims = reading(tree, clauses, words)
    events = happenings(tree, preds, found, status)
    bearers = Bearers(tree, found, status, preds.frames, words)
    related = facts(tree, preds, found, status, claims, bearers)
    held = list(offices(tree, found, bearers, preds.frames))
    ages = list(Ages(tree, found, status, bearers, preds.frames).told())
    return assembled(tree.document, origin, found, claims, events, related, held, ages, said, ())


def reading(
    tree: Tree, clauses: list[Frame], words: Lexicon
) -> tuple[list[Saying], Resolution, Predications, Factuality, Claims]:
    """Who says what, who is who, what is predicated of them and held to be a fact, and what is claimed."""
    said = sayings(tree, clauses, words)
    found = resolution(
        tree,
        words,
        speakers(said),
        {s.source.i for s in said if s.source is not None},
        agents(clauses, said, words),
        addressees(said),
    )
    preds = Predications(tree, clauses, found, words, {s.cue.i for s in said})
    status = Factuality(tree, clauses, said, words)
    point(tree, preds, found, status)
    return said, found, preds, status, Claims(tree, said, preds, found, status, words)


def provenance(nlp: Language, words: Lexicon) -> Provenance:
    """The configuration, for the graph."""
    name, version = f"{nlp.lang}_{nlp.meta['name']}", str(nlp.meta["version"])
    return Provenance(__version__, name, version, checksum(nlp), words.checksum)


def speakers(said: list[Saying]) -> dict[int, Token]:
    """The head of the source of each quotation, by the quotation's number."""
    return {number: s.source for s in said if s.source is not None for number in s.quotes}


def addressees(said: list[Saying]) -> dict[int, Token]:
    """The head of the one who is told each quotation, by the quotation's number; not where several are."""
    return {number: s.addressees[0] for s in said if len(s.addressees) == 1 for number in s.quotes}


def agents(clauses: list[Frame], said: list[Saying], words: Lexicon) -> set[int]:
    """The tokens that do what people and institutions do: subjects of known events and reports, possessors."""
    out = {s.source.i for s in said if s.source is not None}
    for frame in clauses:
        if words.events(frame.lemma, "verb") or words.reporting(frame.lemma, "verb"):
            out.update(t.i for t in frame.logical_subjects)
        for target in (*frame.logical_objects, *(h for o in frame.obliques for h in o.heads)):
            out.update(_possessors(target, words))
        for subject in frame.subjects:
            out.update(_possessors(subject, words))
    return out


def _possessors(noun: Token, words: Lexicon) -> set[int]:
    found: set[int] = set()
    for token in noun.subtree if noun.n_lefts or noun.n_rights else ():
        if token.dep_ == "poss" and (
            words.events(token.head.lemma_.lower(), "noun") or words.reporting(token.head.lemma_.lower(), "noun")
        ):
            found.add(token.i)
    return found
