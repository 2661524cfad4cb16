"""*This* and *that* for what has happened: "The two met in Oslo. This angered Moscow."

They stand for what the sentence before tells in its main clause, if that is an event which the article says happened.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.events import positive, status_of
from kg.extract.factuality import Factuality
from kg.extract.predications import Predications
from kg.model import Kind
from kg.resolve.mentions import points
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree

_RULE = "this for an event"


def point(tree: Tree, preds: Predications, found: Resolution, facts: Factuality) -> None:
    """Let each such word stand for its event: the noun that names it, where one does, else what the verb tells."""
    for c in found.clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.type != "Event" or not points(c.head) or tree.quote_of[c.head.i] >= 0:
            continue
        verb = _before(tree, c.head)
        made = preds.verbs.get(verb.i) if verb is not None else None
        if verb is None or made is None or made.cls is None or verb.i in preds.cues:
            continue
        if not positive(status_of(tree, made, found, facts)):
            continue
        noun = found.by_head.get(made.head.i)
        if noun is not None:
            found.clusters.join(noun, c, _RULE)
        elif made.head.i not in found.meant:
            found.meant[made.head.i] = found.clusters.root(c)


def _before(tree: Tree, word: Token) -> Token | None:
    """The verb of the main clause of the sentence before, if that is part of the article's text."""
    at = tree.past_space(word.sent.start - 1, -1)
    if at < 0:
        return None
    verb = tree.tokens[at].sent.root
    return verb if verb.pos_ == "VERB" and tree.read(verb) and tree.quote_of[verb.i] < 0 else None
