"""What is put right in a parse before anybody reads it: branches on the wrong tree, verbs without their last letter."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.lexicon import Lexicon, lexicon
from kg.mending.grafts import graft
from kg.mending.lemmas import mend


def mended(doc: Doc, words: Lexicon | None = None) -> Doc:
    """The same document with its parse mended, in place; branches first, as they may turn a verb into a noun.

    `words` tells which verbs and nouns report: by default the ontology's own lexicon.
    """
    graft(doc, words or lexicon())
    verb = doc.vocab.strings["VERB"]
    for token in doc:
        if token.pos == verb:
            mend(token)
    return doc
