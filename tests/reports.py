"""The sayings of a parse built by hand, and their parts in words."""

from __future__ import annotations

from kg.lexicon import lexicon
from kg.syntax.attribution import sayings
from kg.syntax.frames import frames
from kg.syntax.saying import Saying
from tests.parses import parsed


def said(text: str, entities: dict[str, str] | None = None) -> dict[str, Saying]:
    """The sayings of a parse by the word of their cue."""
    tree = parsed(text, entities)
    return {s.cue.text: s for s in sayings(tree, frames(tree), lexicon())}


def words(saying: Saying) -> str:
    """The words of a content, one blank between them."""
    doc = saying.cue.doc
    return " ".join(doc[i].text for i in sorted(saying.content))


def source(saying: Saying) -> str:
    """The words of a source."""
    return " ".join(t.text for t in saying.source_tokens)
