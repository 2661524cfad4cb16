"""Claims: the positions that people take on propositions, and which of them report which.

A saying of the text makes one claim for each proposition of its content. A report without a content of its own takes
that of what it answers ("Brehme denied it"); a later mention of a position ("his denial") is further evidence for the
claim it repeats.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Token

from kg.extract.evidence import content_spans, cue_spans, cue_words, quotations, source_spans
from kg.extract.factuality import Factuality
from kg.extract.predications import Predication, Predications
from kg.extract.propositions import Node, Propositions
from kg.lexicon import Lexicon, Reporting
from kg.model import Certainty, Kind, Modality, Mode, Polarity, Span
from kg.resolve.resolution import Resolution
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

OVER_CLAIMS = frozenset(("Acceptance",))
"""Event classes whose object may be somebody's claim: "she accepted his assurances"."""

_T = TypeVar("_T")
Content = tuple[Node, Polarity, Certainty]

_ANAPHORS = frozenset(("it", "this", "that", "so"))
_BELIEFS = frozenset(("Belief", "Hope", "Expectation", "Intention", "Desire", "Prediction", "Opinion", "Judgement"))
_GENERAL = frozenset(("Statement", "Announcement", "Finding"))
_ACTORS = frozenset(("Person", "Group", "Organization", "Country"))
_OBJECTS = frozenset(("verb object", "passive object", "answer"))
_ANSWERS = frozenset(("Denial", "Dissent", "Assent"))
_BARE = frozenset(
    (
        "verb object",
        "passive object",
        "verb about",
        "verb of",
        "verb on",
        "verb for",
        "verb to",
        "verb against",
        "verb as",
    )
)
_MOST_ABOUT = 3
_REACH = 40
"""How many sayings back an answer may look for what it answers."""


@dataclass(slots=True)
class Position:
    """A claim in the making, with all places where it is reported."""

    claimant: int | None
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    content: Node | None
    about: tuple[int, ...]
    rule: str
    quotations: list[str] = field(default_factory=list)
    addressees: list[int] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    cue_spans: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    article_voice: bool = False
    presented: bool = False


class Claims:
    """The positions of a document and the propositions they are about; `made` says what each saying came to."""

    def __init__(
        self,
        tree: Tree,
        sayings: list[Saying],
        preds: Predications,
        found: Resolution,
        facts: Factuality,
        lexicon: Lexicon,
    ) -> None:
        self._tree, self._preds, self._found, self._facts, self._lexicon = tree, preds, found, facts, lexicon
        self.propositions = Propositions(tree, found, self._claim_argument)
        self.positions: list[Position] = []
        self.made: dict[int, list[int]] = {}
        self._number_of: dict[tuple[object, ...], int] = {}
        self._sayings = sayings
        self._cues = [s.cue.i for s in sayings]
        self._by_cue: dict[int, Saying] = {s.cue.i: s for s in sayings}
        for saying in sayings:
            if saying.frame is not None and saying.frame.acomp is not None:
                self._by_cue.setdefault(saying.frame.acomp.i, saying)
        self._open: set[int] = set()
        ordered = sorted(sayings, key=_depth)
        for saying in ordered:
            self.of(saying)
        for saying in ordered:
            self._linked(saying)

    def reports(self, lemma: str) -> bool:
        """Whether a verb is one that reports, so that its prepositions make no relation of their own."""
        return bool(self._lexicon.reporting(lemma, "verb"))

    def claimant(self, saying: Saying) -> int | None:
        """The cluster of the source, None where nobody is named."""
        return self._found.root(saying.source) if saying.source is not None else None

    def of(self, saying: Saying) -> list[int]:
        """The positions that a saying reports, by number."""
        key = id(saying)
        if key not in self.made:
            if key in self._open:
                return []
            self._open.add(key)
            self.made[key] = self._restated(saying) if saying.pattern == "noun alone" else self._reported(saying)
        return self.made[key]

    # -------------------------------------------------------------- one saying

    def _reported(self, saying: Saying) -> list[int]:
        row = saying.row
        mode = row.mode if row else Mode.STATED
        out = [
            self._number(saying, mode, polarity, certainty, node, ())
            for node, polarity, certainty in self._contents(saying)
        ]
        if not out and ((about := self._about(saying)) or saying.quotes):
            polarity = row.polarity if row else Polarity.POSITIVE
            polarity = _under_negation(row, polarity) if saying.negated else polarity
            out.append(self._number(saying, mode, polarity, _certainty(row), None, about))
        return out

    def _number(
        self,
        saying: Saying,
        mode: Mode,
        polarity: Polarity,
        certainty: Certainty,
        content: Node | None,
        about: tuple[int, ...],
    ) -> int:
        who = self.claimant(saying)
        quoted = quotations(self._tree, saying)
        key = (who, mode, polarity, certainty, content, about, () if content or about else tuple(quoted))
        number = self._number_of.get(key)
        if number is None:
            number = self._number_of[key] = len(self.positions)
            self.positions.append(Position(who, mode, polarity, certainty, content, about, saying.pattern))
        position = self.positions[number]
        _extend(position.quotations, quoted)
        for token in saying.addressees:
            _extend(
                position.addressees,
                [a for a in self._found.actors(token) if a != who and self._found.type(a) in _ACTORS],
            )
        _extend(position.contents, content_spans(self._tree, saying))
        self._witness(position, saying)
        return number

    def _witness(self, position: Position, saying: Saying) -> None:
        _extend(position.cues, [cue_words(self._tree, saying)])
        _extend(position.sources, source_spans(self._tree, saying))
        _extend(position.cue_spans, cue_spans(self._tree, saying))

    def _restated(self, saying: Saying) -> list[int]:
        """ "his denial": evidence for the last claim of that person with that polarity; makes none of its own."""
        who, row = self.claimant(saying), saying.row
        if who is None or row is None or row.kind in _GENERAL:
            return []
        for earlier in self._before(saying.cue):
            for number in self.of(earlier):
                position = self.positions[number]
                same = position.claimant == who and position.polarity is row.polarity and position.mode is row.mode
                if same and position.content is not None:
                    self._witness(position, saying)
                    return [number]
        return []

    # -------------------------------------------------------------- who reports whom

    def _linked(self, saying: Saying) -> None:
        """Say of a saying's positions which claims report them, and whether those put them forward."""
        above = saying.parent
        parents = self.made.get(id(above), []) if above is not None else []
        for number in self.made.get(id(saying), []):
            position = self.positions[number]
            _extend(position.parents, [p for p in parents if p != number])
            position.article_voice = position.article_voice or above is None
            position.presented = position.presented or above is None or self._presents(saying, parents)

    def _presents(self, saying: Saying, parents: list[int]) -> bool:
        """Whether the enclosing claim puts this one forward: states it, or presupposes it ("his denial")."""
        good = [p for p in parents if self.positions[p].mode is Mode.STATED and self.positions[p].presented]
        if saying.cue.pos_ == "NOUN":
            return bool(good)
        return any(self.positions[p].polarity is Polarity.POSITIVE for p in good)

    # -------------------------------------------------------------- contents

    def _contents(self, saying: Saying) -> list[Content]:
        """What a saying is to the effect of, each with the polarity that the claimant holds it with."""
        row = saying.row
        negated = saying.negated and not self._negated_above(saying)
        out: list[Content] = []
        for node, polarity, certainty in self._told(saying):
            if row is not None and row.polarity is Polarity.UNDERSPECIFIED:
                polarity = Polarity.UNDERSPECIFIED
            elif negated:
                polarity = _under_negation(row, polarity)
            elif row is not None and row.polarity is Polarity.NEGATIVE:
                polarity = polarity.opposite
            _extend(out, [(node, polarity, max(certainty, _certainty(row), key=_ORDER.index))])
        return out

    def _told(self, saying: Saying) -> list[Content]:
        heads = () if saying.pattern == "noun alone" else saying.heads
        return [item for head in heads for item in self._head(saying, head)] or self._answered(saying)

    def _head(self, saying: Saying, head: Token) -> list[Content]:
        """What one predicate of a content says: another claim, or propositions."""
        inner = self._by_cue.get(head.i)
        nominal = head.pos_ == "NOUN" and saying.pattern in _OBJECTS
        if inner is not None and inner is not saying and inner.pattern != "noun alone":
            if self._names_no_content(inner):
                made = self._preds.at(head)
                return [] if made is None else [_certain("p", n) for n in self.propositions.of(made, None)]
            if nominal:  # "denied the allegations of meddling": the denial is of the meddling
                return self._contents(inner)
            if (
                inner.row is not None
                and inner.row.kind == "Intention"
                and inner.pattern == "verb to"
                and not inner.negated
            ):
                plans = [plan for t in inner.heads if (plan := self._preds.at(t)) is not None]
                return [_certain("p", n) for plan in plans for n in self.propositions.of(plan, Modality.FUTURE)]
            outer = Polarity.NEGATIVE if inner.negated and self._negated_above(inner) else Polarity.POSITIVE
            return [(("c", n), outer, Certainty.CERTAIN) for n in self.of(inner)]
        frame = self._preds.frames.get(head.i)
        through = self._facts.lets_through(frame) if frame is not None else None
        if through is not None:  # "managed to meet": what it comes to is a meeting
            clause, turned = through
            return [(n, p.opposite if turned else p, c) for n, p, c in self._head(saying, clause)]
        made = self._preds.at(head)
        if made is None or (head.pos_ == "NOUN" and not made.roles):
            return []
        if nominal and self._lexicon.reporting(head.lemma_.lower(), "noun"):
            return []
        modality, certainty = self._facts.modality(frame)
        polarity = Polarity.NEGATIVE if frame is not None and frame.negated else Polarity.POSITIVE
        return [(("p", n), polarity, certainty) for n in self.propositions.of(made, modality)]

    def _names_no_content(self, inner: Saying) -> bool:
        """A nested report without clause and content is a happening: "that the Treasury had warned the town"."""
        return inner.pattern in _BARE and inner.frame is not None and not self._contents(inner)

    def _negated_above(self, saying: Saying) -> bool:
        """Whether a nested report's negation belongs to the claim around it: "he said they had not proved …"."""
        above = saying.parent
        return (
            above is not None
            and saying.cue in above.heads
            and not (saying.row is not None and saying.row.kind in _BELIEFS)
        )

    def _answered(self, saying: Saying) -> list[Content]:
        """What a report without a content of its own is about: "Brehme denied it", "he rejects the accusation"."""
        if (
            saying.row is not None
            and saying.row.kind in _ANSWERS
            and len(saying.heads) == 1
            and saying.heads[0].lower_ not in _ANAPHORS
        ):
            whose = self._found.root(saying.heads[0])
            if whose is not None and self._found.type(whose) in _ACTORS:
                return self._last_of(whose, saying.cue)
        if saying.pattern not in _OBJECTS or saying.row is None or len(saying.heads) != (saying.pattern != "answer"):
            return []
        rows: tuple[Reporting, ...] = ()
        if saying.heads:
            head = saying.heads[0]
            rows = self._lexicon.reporting(head.lemma_.lower(), "noun") if head.pos_ == "NOUN" else ()
            if head.lower_ not in _ANAPHORS and not rows:
                return []
        kinds = {r.kind for r in rows} - _GENERAL
        who = self.claimant(saying)
        for earlier in self._before(saying.cue):
            if saying.cue.i in earlier.content or (kinds and (earlier.row is None or earlier.row.kind not in kinds)):
                continue
            for number in self.of(earlier):
                position = self.positions[number]
                if position.mode is Mode.STATED and position.claimant != who and position.claimant is not None:
                    return (
                        [] if position.content is None else [(position.content, position.polarity, Certainty.CERTAIN)]
                    )
        return []

    def _last_of(self, who: int, cue: Token) -> list[Content]:
        """ "Berg contradicted Wei", "Berg agreed with Wei": what Wei said last."""
        for earlier in self._before(cue):
            for number in self.of(earlier):
                position = self.positions[number]
                if position.claimant == who and position.mode is Mode.STATED and position.content is not None:
                    return [(position.content, position.polarity, Certainty.CERTAIN)]
        return []

    def _claim_argument(self, made: Predication, token: Token) -> int | None:
        """The claim that an argument is: "accepted the assurances that …", "accepted it"."""
        if made.cls not in OVER_CLAIMS:
            return None
        saying = self._by_cue.get(token.i)
        if saying is not None and token.pos_ == "NOUN":
            numbers = self.of(saying)
            return numbers[0] if numbers else None
        if token.lower_ not in _ANAPHORS:
            return None
        subjects = {r for t in made.of("agent") for r in self._found.actors(t)}
        for earlier in self._before(token):
            if token.i in earlier.content:
                continue
            for number in self.of(earlier):
                position = self.positions[number]
                stated = position.mode is Mode.STATED and position.content is not None and position.claimant is not None
                if stated and position.claimant not in subjects:
                    return number
        return None

    def _before(self, token: Token) -> Iterator[Saying]:
        """The sayings before a token, nearest first, as far as an answer may look."""
        at = bisect_left(self._cues, token.i)
        yield from self._sayings[max(0, at - _REACH) : at][::-1]

    def _about(self, saying: Saying) -> tuple[int, ...]:
        """What a claim without a proposition is about: the entities its content is headed by."""
        roots = [r for head in saying.heads for r in [self._found.root(head)] if r is not None]
        if not roots:
            inside = (c for c in self._found.clusters.candidates if c.kind is Kind.NAMED and c.head.i in saying.content)
            first = next(inside, None)
            roots = [self._found.clusters.root(first)] if first is not None else []
        who = self.claimant(saying)
        return tuple(dict.fromkeys(r for r in roots if r != who))[:_MOST_ABOUT]


_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def _certain(kind: str, number: int) -> Content:
    return ((kind, number), Polarity.POSITIVE, Certainty.CERTAIN)


def _under_negation(row: Reporting | None, polarity: Polarity) -> Polarity:
    """ "did not think that p" denies p (neg-raising); "did not say that p" takes no position."""
    return polarity.opposite if row is not None and row.kind in _BELIEFS else Polarity.UNDERSPECIFIED


def _depth(saying: Saying) -> tuple[int, int]:
    depth, at = 0, saying
    while at.parent is not None:
        depth, at = depth + 1, at.parent
    return (depth, saying.cue.i)


def _extend(into: list[_T], values: list[_T]) -> None:
    into += [v for v in values if v not in into]


def _certainty(row: Reporting | None) -> Certainty:
    return row.certainty if row else Certainty.CERTAIN
