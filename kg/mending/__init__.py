"""What is put right in a parse before anybody reads it: branches on the wrong tree, verbs without their last letter."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.lexicon import lexicon
from kg.mending.grafts import graft
from kg.mending.lemmas import mend


def mended(doc: Doc) -> Doc:
    """The same document with its parse mended, in place; branches first, as they may turn a verb into a noun."""
    graft(doc, lexicon())
    verb = doc.vocab.strings["VERB"]
    for token in doc:
        if token.pos == verb:
            mend(token)
    return doc
