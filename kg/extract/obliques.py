"""What stands beside a verb: "the Greens lost seats in the 2011 election" ties the party to the election.

The binary statement of a predication holds between its subject and what it is done to. Under a further preposition there
may be another name: subject and name are tied by an open predicate of the verb and the preposition.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.facts import Fact
from kg.extract.factuality import Factuality
from kg.extract.predications import Predications
from kg.lexicon import Lexicon
from kg.model import Kind, Span
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_MOST = 6
_ENDS = frozenset(("Person", "Organization", "Country", "City", "Place", "Product", "CreativeWork", "Event", "Group"))
_CONFIDENCE = 0.5


def beside(
    tree: Tree, preds: Predications, found: Resolution, status: Factuality, lexicon: Lexicon
) -> Iterator[Fact]:
    """The ties between the subject of each verb and the names under its prepositions, in the order of the text."""
    for frame in preds.frames.values():
        if lexicon.reporting(frame.lemma, "verb") or not frame.obliques:
            continue
        state = status.status(frame.predicate)
        for subject in frame.logical_subjects[:_MOST]:
            for root in found.actors(subject)[:_MOST]:
                if not found.named(root) or found.type(root) not in _ENDS:
                    continue
                for prep, held in _held(frame):
                    for other in found.actors(held):
                        if other != root and _telling(found, other):
                            spans = [
                                Span(frame.predicate.idx, frame.predicate.idx + len(frame.predicate)),
                                *_words(found, tree, subject),
                                *_words(found, tree, held),
                            ]
                            yield Fact(
                                root,
                                f"rel:{frame.lemma}_{prep}",
                                ("e", other),
                                state.polarity,
                                state.asserted,
                                f"beside: {found.type(root)}>{found.type(other)}",
                                _CONFIDENCE,
                                frame.predicate.i,
                                spans=sorted(set(spans)),
                            )


def _held(frame: Frame) -> Iterator[tuple[str, Token]]:
    """The nouns under the prepositions of a verb, times left out."""
    for oblique in frame.obliques:
        for head in oblique.heads[:_MOST]:
            if head.ent_type_ not in ("DATE", "TIME") or head.pos_ in ("NOUN", "PROPN"):
                yield oblique.prep, head


def _words(found: Resolution, tree: Tree, token: Token) -> list[Span]:
    candidate = found.by_head.get(token.i)
    return [candidate.span(tree)] if candidate is not None else []


def _telling(found: Resolution, root: int) -> bool:
    """A name, or an event with a name or a figure in its description ("the 2011 election")."""
    kind = found.type(root)
    if found.named(root):
        return kind in _ENDS
    return kind == "Event" and any(
        m.kind is Kind.NOMINAL and any(w[:1].isdigit() for w in m.modifiers) for m in found.clusters.by_root(root)
    )
