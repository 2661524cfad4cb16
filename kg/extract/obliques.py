"""What stands beside a verb: "the Greens lost seats in the 2011 election" ties the party to the election.

The binary statement of a predication holds between its subject and what it is done to. Under a further preposition
there may be another name: subject and name are tied by an open predicate of the verb and the preposition; a noun
without a name that comes between is taken into it ("served on the board of"). Where the clause tells its occasion, an
event, its other arguments are involved in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.facts import Fact
from kg.extract.factuality import Factuality, Status
from kg.extract.predications import Predications
from kg.lexicon import Lexicon
from kg.model import Kind, Span
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_MOST = 8
_PARTIES = frozenset(("Person", "Organization", "Country", "Group", "Concept"))
_ENDS = _PARTIES | frozenset(("City", "Place", "Product", "CreativeWork", "Event"))
_OPEN, _INVOLVED = 0.5, 0.45
_ATTACHED = frozenset(("of", "for", "in", "with", "to", "from", "against", "at", "on", "by"))


class Beside:
    """Reads the clauses of one document. `facts` gives its ties in the order of the text."""

    def __init__(
        self, tree: Tree, preds: Predications, found: Resolution, status: Factuality, lexicon: Lexicon
    ) -> None:
        self._tree, self._preds, self._found, self._status, self._lexicon = tree, preds, found, status, lexicon

    def facts(self) -> Iterator[Fact]:
        """The ties of all clauses."""
        for frame in self._preds.frames.values():
            state = self._status.status(frame.predicate)
            if not self._speaks(frame):
                for words, held, kind in self._beside(frame):
                    for subject in frame.subjects[:_MOST]:
                        yield from self._tied(frame, state, subject, held, f"rel:{words}", kind, _OPEN)
            yield from self._occasions(frame, state)

    def _speaks(self, frame: Frame) -> bool:
        """Whether the verb is one of saying, whose prepositions tell where and to whom it was said."""
        rows = self._lexicon.reporting(frame.lemma, "verb")
        return any("that" in row.frames or "quote" in row.frames for row in rows)

    def _beside(self, frame: Frame) -> Iterator[tuple[str, Token, str]]:
        """The nouns under the prepositions of a verb, with the words of the predicate."""
        verb = frame.predicate.lower_ if frame.passive else frame.lemma
        for target in frame.objects[:_MOST]:
            yield from self._folded(verb, target)
        for oblique in frame.obliques:
            for head in self._listed(oblique.heads):
                yield f"{verb}_{oblique.prep}", head, "beside"
                yield from self._folded(f"{verb}_{oblique.prep}", head)

    def _listed(self, heads: Iterable[Token]) -> list[Token]:
        """The heads, and what follows each after a comma as one more of its kind."""
        found = [t for head in heads for t in (head, *(k for k in self._tree.kids(head) if k.dep_ == "appos"))]
        return found[:_MOST]

    def _folded(self, words: str, head: Token) -> Iterator[tuple[str, Token, str]]:
        """ "served on the boards of Norrsund Bank and Varnholm": the noun in between becomes part of the predicate."""
        candidate = self._found.by_head.get(head.i)
        if head.pos_ != "NOUN" or (candidate is not None and self._found.clusters.named(candidate)):
            return
        for prep in self._tree.kids(head):
            if prep.dep_ == "prep" and prep.i > head.i and prep.lower_ in _ATTACHED:
                for held in self._tree.kids(prep):
                    if held.dep_ == "pobj":
                        for noun in self._tree.nouns(held)[:_MOST]:
                            yield f"{words}_{head.lemma_.lower()}_{prep.lower_}", noun, "folded"

    def _occasions(self, frame: Frame, state: Status) -> Iterator[Fact]:
        """ "In the 2011 election the Greens supported Berg": both are involved in it."""
        held = [h for o in frame.obliques for h in self._listed(o.heads)]
        if frame.lemma == "be":  # "was a candidate in the 2011 election"
            held += [h for o in frame.objects for h in self._listed(self._complements(o))]
        occasions = [h for h in held if any(self._occasion(r) for r in self._found.actors(h))]
        if not occasions:
            return
        others = [*frame.subjects, *frame.objects, *frame.agents, *(h for h in held if h not in occasions)]
        for occasion in occasions[:_MOST]:
            for other in others[:_MOST]:
                for named in (other, *self._complements(other)):
                    yield from self._tied(frame, state, named, occasion, "kg:involvedIn", "involved", _INVOLVED)

    def _complements(self, head: Token) -> Iterator[Token]:
        """The nouns under the prepositions of a noun ("votes for the Greens")."""
        for prep in self._tree.kids(head):
            if prep.dep_ == "prep" and prep.i > head.i and prep.lower_ in _ATTACHED:
                for held in self._tree.kids(prep):
                    if held.dep_ == "pobj":
                        yield from self._tree.nouns(held)[:_MOST]

    def _tied(
        self, frame: Frame, state: Status, subject: Token, held: Token, predicate: str, kind: str, confidence: float
    ) -> Iterator[Fact]:
        found = self._found
        ends = _PARTIES if predicate == "kg:involvedIn" else _ENDS
        for root in found.actors(subject)[:_MOST]:
            if not found.named(root) or found.type(root) not in ends:
                continue
            for other in found.actors(held)[:_MOST]:
                if other != root and (self._occasion(other) or (found.named(other) and found.type(other) in _ENDS)):
                    yield Fact(
                        root,
                        predicate,
                        ("e", other),
                        state.polarity,
                        state.asserted,
                        f"{kind}: {found.type(root)}>{found.type(other)}",
                        confidence,
                        frame.predicate.i,
                        spans=self._spans(frame, subject, held),
                    )

    def _occasion(self, root: int) -> bool:
        """Whether an entity is an event with a name or a figure in its description ("the 2011 election")."""
        found = self._found
        return found.type(root) == "Event" and (
            found.named(root)
            or any(
                m.kind is Kind.NOMINAL and any(w[:1].isdigit() for w in m.modifiers)
                for m in found.clusters.by_root(root)
            )
        )

    def _spans(self, frame: Frame, *tokens: Token) -> list[Span]:
        spans = {Span(frame.predicate.idx, frame.predicate.idx + len(frame.predicate))}
        for token in tokens:
            candidate = self._found.by_head.get(token.i)
            if candidate is not None:
                spans.add(candidate.span(self._tree))
        return sorted(spans)
