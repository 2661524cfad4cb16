"""What stands beside a verb: "the Greens lost seats in the 2011 election" ties the party to the election.

The binary statement of a predication holds between its subject and what it is done to. Under a further preposition
there may be another name: subject and name are tied by an open predicate of the verb and the preposition; a noun
without a name that comes between is taken into it ("served on the board of"). Where the clause tells its occasion, an
event, its other arguments are involved in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.facts import Fact
from kg.extract.factuality import Factuality, Status
from kg.extract.nominal import EXAMPLES
from kg.extract.predications import Predications
from kg.extract.slots import SIDELINES
from kg.model import Kind, Span
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_MOST = 8
_PARTIES = frozenset(("Person", "Organization", "Country", "Group", "Concept"))
_ENDS = _PARTIES | frozenset(("City", "Place", "Product", "CreativeWork", "Event"))
_OPEN, _INVOLVED = 0.5, 0.45
_DEEPEST, _CLIMB = 2, 8
_PLAIN = frozenset(("be", "have", "become"))
_SIDES = frozenset(("as", "with", "against", "by", "behind", "over", "for", "to", "alongside", "under", "until"))
"""Prepositions of who takes part in an occasion beside the subject; those of where and when it is are left out."""
_ATTACHED = frozenset(("of", "for", "in", "with", "to", "from", "against", "at", "on", "by"))

_NUMBERED = re.compile(r"\d{4}(\D|$)|\d+(st|nd|rd|th)$", re.I)
"""A year, or a number in a series."""


class Beside:
    """Reads the clauses of one document. `facts` gives its ties in the order of the text."""

    def __init__(self, tree: Tree, preds: Predications, found: Resolution, status: Factuality) -> None:
        self._tree, self._preds, self._found, self._status = tree, preds, found, status
        self._dated: dict[int, list[Token]] = {}

    def facts(self) -> Iterator[Fact]:
        """The ties of all clauses."""
        self._dated = self._dates()
        for frame in self._preds.frames.values():
            state = self._status.status(frame.predicate)
            if frame.predicate.i not in self._preds.cues:  # of saying, where and to whom is told elsewhere
                bearers = [t for subject in frame.subjects for t in self._bearers(subject)][:_MOST]
                for words, held, kind in self._beside(frame):
                    for subject in bearers:
                        yield from self._tied(frame, state, subject, held, f"rel:{words}", kind, _OPEN)
            yield from self._occasions(frame, state)

    def _beside(self, frame: Frame) -> Iterator[tuple[str, Token, str]]:
        """The nouns under the objects and prepositions of a verb, with the words of the predicate."""
        verb = frame.predicate.lower_ if frame.passive else frame.lemma
        for target in frame.objects[:_MOST]:
            first, *more = self._listed(target)
            if frame.lemma not in _PLAIN:
                yield verb, first, "beside"
            for noun in more:  # "had two mayors, Ana Berg and Jo Lind"
                yield f"{verb}_{target.lemma_.lower()}" if frame.lemma in _PLAIN else verb, noun, "listed"
            yield from self._folded(verb, target)
        for kid in self._tree.kids(frame.predicate):
            if kid.dep_ == "npadvmod" and kid.pos_ == "PROPN":  # where the parse has lost a preposition
                for noun in self._tree.nouns(kid)[:_MOST]:
                    yield verb, noun, "loose"
        for agent in frame.agents[:_MOST]:
            for noun in self._listed(agent):
                yield f"{verb}_by", noun, "beside"
            yield from self._folded(f"{verb}_by", agent)
        for oblique in frame.obliques:
            for head in oblique.heads:
                if head.lemma_.lower() in SIDELINES:  # what is beside them is the occasion
                    continue
                for noun in self._listed(head):
                    yield f"{verb}_{oblique.prep}", noun, "beside"
                    yield from self._folded(f"{verb}_{oblique.prep}", noun)

    def _listed(self, head: Token) -> list[Token]:
        """A noun, and what follows it after a comma as one more of its kind, coordinated or not."""
        found = [head]
        for kid in self._tree.kids(head):
            if kid.dep_ == "appos":
                found += [t for t in self._tree.nouns(kid) if not self._described(t)]
        return found[:_MOST]

    def _described(self, noun: Token) -> bool:
        """ "Berg, a Democrat": a description, and no further name."""
        return any(k.dep_ == "det" and k.lower_ in ("a", "an") for k in self._tree.kids(noun))

    def _folded(self, words: str, head: Token, depth: int = 1) -> Iterator[tuple[str, Token, str]]:
        """ "served on the boards of Norrsund Bank and Varnholm": the noun in between becomes part of the predicate.

        So do its examples: "think tanks including Varnholm".
        """
        if not self._nameless(head):
            return
        noun = f"{words}_{head.lemma_.lower()}"
        for kid in self._tree.kids(head):
            if kid.i < head.i:
                continue
            if kid.dep_ == "prep" and kid.lower_ in _ATTACHED:
                for held in self._tree.kids(kid):
                    for one in self._tree.nouns(held)[:_MOST] if held.dep_ == "pobj" else ():
                        for name in self._listed(one):
                            yield f"{noun}_{kid.lower_}", name, "folded"
                        if depth < _DEEPEST:
                            yield from self._folded(f"{noun}_{kid.lower_}", one, depth + 1)
            elif kid.dep_ == "prep" and kid.lower_ in EXAMPLES:
                for one in self._examples(kid):
                    yield noun, one, "listed"

    def _nameless(self, head: Token) -> bool:
        """Whether a noun is a common one that stands for nothing with a name."""
        candidate = self._found.candidate(head)
        return head.pos_ == "NOUN" and (candidate is None or not self._found.clusters.named(candidate))

    def _examples(self, prep: Token) -> Iterator[Token]:
        """What stands under "including" or "like"."""
        for held in self._tree.kids(prep):
            if held.dep_ == "pobj":
                yield from self._tree.nouns(held)[:_MOST]

    def _bearers(self, subject: Token) -> list[Token]:
        """Who a subject stands for: itself, or those that a common noun lists ("the mayors Ana Berg and Jo Lind")."""
        found = [subject]
        if self._nameless(subject):
            for kid in self._tree.kids(subject):
                if kid.dep_ == "appos" and kid.i > subject.i:
                    found += self._tree.nouns(kid)
                elif kid.dep_ == "prep" and kid.lower_ in EXAMPLES:
                    found += self._examples(kid)
        return found[:_MOST]

    def _occasions(self, frame: Frame, state: Status) -> Iterator[Fact]:
        """ "In the 2011 election the Greens supported Berg": both are involved in it."""
        occasions = self._dated.get(frame.predicate.i) or self._inherited(frame)
        if not occasions:
            return
        held = [n for o in frame.obliques if o.preps[-1].lower_ in _SIDES for h in o.heads for n in self._listed(h)]
        if frame.lemma == "be":  # "was a candidate for the Greens in the 2011 election"
            held += [n for o in frame.objects for c in self._complements(o) for n in self._listed(c)]
        subjects = [t for subject in frame.subjects for t in self._bearers(subject)]
        others = [*subjects, *frame.objects, *frame.agents, *(h for h in held if h not in occasions)]
        for occasion in occasions[:_MOST]:
            for other in others[:_MOST]:
                before = self._before(other) if other in held else ()
                for named in (other, *self._complements(other), *before):
                    yield from self._tied(frame, state, named, occasion, "kg:involvedIn", "involved", _INVOLVED)

    def _inherited(self, frame: Frame) -> list[Token]:
        """ "In the 2011 election Berg ran in Porto, losing to Lind": the occasion of the clause it goes on."""
        verb = frame.predicate
        return self._dated.get(verb.head.i, []) if verb.dep_ in ("advcl", "xcomp") else []

    def _dates(self) -> dict[int, list[Token]]:
        """The occasions of each clause, by its predicate: below it, or told more of by it ("the 2011 vote, when …")."""
        found: dict[int, list[Token]] = {}
        for c in self._found.clusters.candidates:
            if c.type != "Event" or not any(self._occasion(r) for r in self._found.actors(c.head)):
                continue
            for verb in (*self._above(c.head), *self._when(c.head)):
                found.setdefault(verb.i, []).append(c.head)
        return found

    def _above(self, noun: Token) -> Iterator[Token]:
        """The predicate that a noun hangs below, by a few nouns and prepositions; none of which it is the subject."""
        for _ in range(_CLIMB):
            if noun.dep_ in ("nsubj", "nsubjpass", "ROOT") or (noun.dep_ == "attr" and noun.head.lemma_ == "be"):
                return
            noun = noun.head
            if noun.i in self._preds.frames:
                yield noun
                return

    def _when(self, noun: Token) -> Iterator[Token]:
        """ "the 2011 election, when the Greens won": the clause with "when" that tells more of it."""
        for kid in self._tree.kids(noun):
            if kid.dep_ == "relcl" and any(k.lower_ in ("when", "where") for k in self._tree.kids(kid)):
                yield kid

    def _complements(self, head: Token) -> Iterator[Token]:
        """The nouns under the prepositions of a noun ("votes for the Greens")."""
        for prep in self._tree.kids(head):
            if prep.dep_ == "prep" and prep.i > head.i and prep.lower_ in _ATTACHED:
                for held in self._tree.kids(prep):
                    if held.dep_ == "pobj":
                        yield from self._tree.nouns(held)[:_MOST]

    def _before(self, head: Token) -> Iterator[Token]:
        """The name before a common noun ("Greens members", "the Greens' candidate")."""
        if self._nameless(head):
            for kid in self._tree.kids(head):
                if kid.i < head.i and kid.dep_ in ("compound", "nmod", "amod", "poss"):
                    yield kid

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
        """Whether an entity is an event with a name or a year or number in its description ("the 2011 election").

        "491,667 votes" are counted, and no occasion.
        """
        found = self._found
        return found.type(root) == "Event" and (
            found.named(root)
            or any(
                m.kind is Kind.NOMINAL and any(_NUMBERED.match(w) for w in m.modifiers)
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
