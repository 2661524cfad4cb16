"""Claims and propositions: what is claimed, by whom, with which polarity, inside which other claim.

A saying of the text makes one claim for each proposition of its content. Propositions are kept once, so that
paraphrases meet; a later mention of a position ("his denial") is further evidence for the claim it repeats.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Token

from kg.extract.factuality import Factuality
from kg.extract.predications import Predication, Predications, first_of
from kg.lexicon import Lexicon, Reporting
from kg.model import Certainty, Kind, Modality, Mode, Polarity, Span, Timex
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

OVER_CLAIMS = frozenset(("Acceptance",))
"""Event classes whose object may be somebody's claim: "she accepted his assurances"."""

_ANAPHORS = frozenset(("it", "this", "that", "so"))
_GENERAL = frozenset(("Statement", "Announcement", "Finding"))
_BELIEFS = frozenset(("Belief", "Hope", "Expectation", "Intention", "Desire", "Prediction", "Opinion", "Judgement"))
_MOST_SUBJECTS = 3

_T = TypeVar("_T")

Node = tuple[str, int]
"""A provisional reference: ("e", cluster), ("c", claim) or ("p", proposition)."""


@dataclass(slots=True)
class Prop:
    """A proposition in the making, kept once by `key`."""

    key: tuple[object, ...]
    predicate: str
    subject: Node | None
    object: Node | None
    roles: tuple[tuple[str, Node], ...]
    modality: Modality | None
    time: Timex | None
    words: str
    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Position:
    """A claim in the making, with all places where it is reported."""

    claimant: int | None
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    content: Node | None
    about: tuple[int, ...]
    quotations: list[str] = field(default_factory=list)
    addressees: list[int] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    sources: list[Span] = field(default_factory=list)
    cue_spans: list[Span] = field(default_factory=list)
    contents: list[Span] = field(default_factory=list)
    rule: str = ""
    article_voice: bool = False
    presented: bool = False


class Claims:
    """The positions and propositions of a document, and what each saying came to."""

    def __init__(
        self, tree: Tree, sayings: list[Saying], preds: Predications, found: Resolution, facts: Factuality, lexicon: Lexicon
    ) -> None:
        self._tree, self._preds, self._found, self._facts, self._lexicon = tree, preds, found, facts, lexicon
        self.props: list[Prop] = []
        self.positions: list[Position] = []
        self._prop_of: dict[tuple[object, ...], int] = {}
        self._position_of: dict[tuple[object, ...], int] = {}
        self._sayings = sayings
        self._by_cue: dict[int, Saying] = {s.cue.i: s for s in sayings}
        for saying in sayings:
            if saying.frame is not None and saying.frame.acomp is not None:
                self._by_cue.setdefault(saying.frame.acomp.i, saying)
        self.over = {id(s) for s in sayings if self._is_over(s)}
        self.made: dict[int, list[int]] = {}
        self._open: set[int] = set()
        ordered = sorted(sayings, key=_depth)
        for saying in ordered:
            self.of(saying)
        for saying in ordered:
            self._linked(saying)

    # -------------------------------------------------------------- one saying

    def of(self, saying: Saying) -> list[int]:
        """The positions that a saying reports, by number."""
        key = id(saying)
        if key in self.made:
            return self.made[key]
        if key in self._open or key in self.over:
            return []
        self._open.add(key)
        self.made[key] = self._restated(saying) if saying.pattern == "noun alone" else self._positions(saying)
        self._open.discard(key)
        return self.made[key]

    def _is_over(self, saying: Saying) -> bool:
        made = self._preds.verbs.get(saying.cue.i)
        return saying.pattern in ("verb object", "passive object") and made is not None and made.cls in OVER_CLAIMS

    def reports(self, frame: Frame) -> bool:
        """Whether a frame's verb is one that reports, so that its prepositions make no relation of their own."""
        return bool(self._lexicon.reporting(frame.lemma, "verb"))

    def claimant(self, saying: Saying) -> int | None:
        """The cluster of the source, None where nobody is named."""
        return self._found.root(saying.source) if saying.source is not None else None

    def parent(self, saying: Saying) -> Saying | None:
        """The saying that reports this one, past those that only take a stand on a claim."""
        above = saying.parent
        while above is not None and id(above) in self.over:
            above = above.parent
        return above

    def _positions(self, saying: Saying) -> list[int]:
        row = saying.row
        mode = row.mode if row else Mode.STATED
        out = [self._position(saying, mode, polarity, certainty, content, ()) for content, polarity, certainty in self._contents(saying, row)]
        if not out:
            about = self._about(saying)
            if about or saying.quotes:
                out.append(self._position(saying, mode, self._cue_polarity(saying, row), _certainty(row), None, about))
        return out

    def _position(
        self, saying: Saying, mode: Mode, polarity: Polarity, certainty: Certainty, content: Node | None,
        about: tuple[int, ...],
    ) -> int:  # fmt: skip
        who = self.claimant(saying)
        quotations = self._quotations(saying)
        key = (who, mode, polarity, certainty, content, about) if content else (who, mode, polarity, certainty, about, tuple(quotations))
        number = self._position_of.get(key)
        if number is None:
            number = self._position_of[key] = len(self.positions)
            self.positions.append(Position(who, mode, polarity, certainty, content, about, rule=saying.pattern))
        position = self.positions[number]
        _extend(position.quotations, quotations)
        for token in saying.addressees:
            _extend(position.addressees, [a for a in self._found.actors(token) if a != who and self._found.type(a) in ("Person", "Group", "Organization", "Country")])
        _extend(position.cues, [self._words(saying)])
        _extend(position.sources, self.source_spans(saying))
        _extend(position.cue_spans, self.cue_spans(saying))
        _extend(position.contents, self.content_spans(saying))
        return number

    def _linked(self, saying: Saying) -> None:
        """Say of a saying's positions which claims report them, and whether those put them forward."""
        above = self.parent(saying)
        parents = self.made.get(id(above), []) if above is not None else []
        for number in self.made.get(id(saying), []):
            position = self.positions[number]
            _extend(position.parents, [p for p in parents if p != number])
            position.article_voice = position.article_voice or above is None
            position.presented = position.presented or above is None or self._presents(saying, parents)

    def _presents(self, saying: Saying, parents: list[int]) -> bool:
        """Whether the enclosing claim puts this one forward: it states it, or presupposes it by a noun ("his denial")."""
        good = [p for p in parents if self.positions[p].mode is Mode.STATED and self.positions[p].presented]
        if saying.cue.pos_ == "NOUN":
            return bool(good)
        return any(self.positions[p].polarity is Polarity.POSITIVE for p in good)

    # -------------------------------------------------------------- contents

    def _contents(self, saying: Saying, row: Reporting | None) -> list[tuple[Node | None, Polarity, Certainty]]:
        turned = row is not None and row.polarity is Polarity.NEGATIVE
        vague = row is not None and row.polarity is Polarity.UNDERSPECIFIED
        out: list[tuple[Node | None, Polarity, Certainty]] = []
        negated = saying.negated and not self._negated_above(saying)
        contents = [item for head in self._heads(saying) for item in self._head(saying, head)] or self._antecedent(saying)
        for node, polarity, certainty in contents:
            if negated:
                polarity = self._under_negation(row, polarity)
            elif turned:
                polarity = polarity.opposite
            if vague:
                polarity = Polarity.UNDERSPECIFIED
            item = (node, polarity, _weaker(certainty, _certainty(row)))
            if item not in out:
                out.append(item)
        return out

    def _negated_above(self, saying: Saying) -> bool:
        """Whether the negation of a nested report belongs to the claim around it ("he said that they had not proved …")."""
        above = self.parent(saying)
        return above is not None and saying.cue in above.heads and not (saying.row is not None and saying.row.kind in _BELIEFS)

    def _antecedent(self, saying: Saying) -> list[tuple[Node, Polarity, Certainty]]:
        """What a report without a content of its own is about: "Brehme denied it", "he rejects the accusation"."""
        if saying.pattern not in ("verb object", "passive object") or len(saying.heads) != 1 or saying.row is None:
            return []
        head = saying.heads[0]
        rows = self._lexicon.reporting(head.lemma_.lower(), "noun") if head.pos_ == "NOUN" else ()
        if head.lower_ not in _ANAPHORS and not rows:
            return []
        kinds = {r.kind for r in rows} - _GENERAL
        who = self.claimant(saying)
        for earlier in reversed([s for s in self._sayings if s.cue.i < saying.cue.i and not s.content & {saying.cue.i}]):
            if kinds and (earlier.row is None or earlier.row.kind not in kinds):
                continue
            for number in self.of(earlier):
                position = self.positions[number]
                if position.content is not None and position.mode is Mode.STATED and position.claimant != who:
                    return [(position.content, position.polarity, Certainty.CERTAIN)]
        return []

    def _under_negation(self, row: Reporting | None, polarity: Polarity) -> Polarity:
        """ "did not think that p" denies p (neg-raising); "did not say that p" takes no position."""
        if row is not None and row.kind in _BELIEFS:
            return polarity.opposite
        return Polarity.UNDERSPECIFIED

    def _cue_polarity(self, saying: Saying, row: Reporting | None) -> Polarity:
        polarity = row.polarity if row else Polarity.POSITIVE
        return self._under_negation(row, polarity) if saying.negated else polarity

    def _heads(self, saying: Saying) -> list[Token]:
        if saying.pattern == "noun alone":
            return []
        return list(saying.heads)

    def _head(self, saying: Saying, head: Token) -> list[tuple[Node, Polarity, Certainty]]:
        inner = self._by_cue.get(head.i)
        if inner is not None and inner is not saying and id(inner) not in self.over and inner.pattern != "noun alone":
            if head.pos_ == "NOUN" and saying.pattern in ("verb object", "passive object"):
                return self._contents_of_noun(inner)
            if inner.row is not None and inner.row.kind == "Intention" and inner.pattern == "verb to" and not inner.negated:
                return [
                    (("p", n), Polarity.POSITIVE, Certainty.CERTAIN)
                    for t in inner.heads
                    if (plan := self._preds.at(t)) is not None
                    for n in self.propositions(plan, Modality.FUTURE)
                ]
            outer = Polarity.NEGATIVE if inner.negated and self._negated_above(inner) else Polarity.POSITIVE
            return [(("c", n), outer, Certainty.CERTAIN) for n in self.of(inner)]
        made = self._preds.at(head)
        frame = self._preds.frames.get(head.i)
        bare = head.pos_ == "NOUN" and saying.pattern in ("verb object", "passive object") and self._lexicon.reporting(head.lemma_.lower(), "noun")
        if made is None or bare:
            return []
        if head.pos_ == "NOUN" and not made.roles:
            return []
        modality, certainty = self._facts.modality(frame)
        negated = frame is not None and frame.negated
        polarity = Polarity.NEGATIVE if negated else Polarity.POSITIVE
        return [(("p", n), polarity, certainty) for n in self.propositions(made, modality)]

    def _contents_of_noun(self, inner: Saying) -> list[tuple[Node, Polarity, Certainty]]:
        """ "denied the allegations of meddling": the denial is of the meddling."""
        return [(node, polarity, certainty) for node, polarity, certainty in self._contents(inner, None) if node is not None]

    def _restated(self, saying: Saying) -> list[int]:
        """ "his denial": evidence for the last claim of that person with that polarity; makes none of its own."""
        who, row = self.claimant(saying), saying.row
        if who is None or row is None:
            return []
        for number in range(len(self.positions) - 1, -1, -1):
            position = self.positions[number]
            if position.claimant != who or position.polarity is not row.polarity or position.mode is not row.mode:
                continue
            if position.content is None or min(position.cue_spans).begin > saying.cue.idx:
                continue
            _extend(position.cues, [self._words(saying)])
            _extend(position.cue_spans, self.cue_spans(saying))
            _extend(position.sources, self.source_spans(saying))
            return [number]
        return []

    # -------------------------------------------------------------- propositions

    def propositions(self, made: Predication, modality: Modality | None) -> list[int]:
        """The propositions of a predication, by number: one for each subject of a plain verb, one for a reciprocal."""
        agents, others = first_of(made)
        subjects = list(dict.fromkeys(r for t in agents for r in self._found.actors(t)))
        objects = list(dict.fromkeys(o for t in others if (o := self._argument(made, t)) is not None))
        out: list[int] = []
        if made.symmetric and len(subjects) > 1:
            return [self._proposition(made, ("e", subjects[0]), ("e", subjects[1]), modality)]
        doers: list[int | None] = [*subjects[:_MOST_SUBJECTS]] or [None]
        targets: list[Node | None] = [*objects[:_MOST_SUBJECTS]] or [None]
        for subject in doers:
            for obj in targets:
                if subject is None and obj is None:
                    continue
                out.append(self._proposition(made, ("e", subject) if subject is not None else None, obj, modality))
        return out

    def _argument(self, made: Predication, token: Token) -> Node | None:
        """What an argument is: a claim, where the verb takes a stand on one, else an entity."""
        if made.cls in OVER_CLAIMS:
            claim = self._claim_argument(made, token)
            if claim is not None:
                return ("c", claim)
        root = self._found.root(token)
        return ("e", root) if root is not None else None

    def _claim_argument(self, made: Predication, token: Token) -> int | None:
        saying = self._by_cue.get(token.i)
        if saying is not None and saying.cue.i == token.i and token.pos_ == "NOUN":
            numbers = self.of(saying)
            return numbers[0] if numbers else None
        if token.lower_ not in _ANAPHORS:
            return None
        subjects = {r for t in made.of("agent") for r in self._found.actors(t)}
        for saying in reversed([s for s in self._sayings if s.cue.i < token.i]):
            if token.i in saying.content and saying.cue.i < token.i and saying.source is None:
                continue
            for number in self.of(saying):
                position = self.positions[number]
                if position.mode is Mode.STATED and position.content is not None and position.claimant not in subjects and position.claimant is not None:
                    if token.i not in saying.content:
                        return number
        return None

    def _proposition(self, made: Predication, subject: Node | None, obj: Node | None, modality: Modality | None) -> int:
        time = self._found.time_at(made.times)
        places = tuple(dict.fromkeys(("place", ("e", r)) for t in made.places if (r := self._found.root(t)) is not None))
        extra = tuple(
            dict.fromkeys(
                (role, ("e", r)) for role, t in made.roles if role != "agent" for r in [self._found.root(t)] if r is not None and ("e", r) not in (subject, obj)
            )
        )
        if made.symmetric and subject and obj and obj < subject:
            subject, obj = obj, subject
        key = (made.predicate, subject, obj, modality)
        number = self._prop_of.get(key)
        if number is None:
            number = self._prop_of[key] = len(self.props)
            self.props.append(Prop(key, made.predicate, subject, obj, (*extra, *places), modality, time, _words(made, modality)))
        span = Span(made.head.idx, made.head.idx + len(made.head))
        _extend(self.props[number].spans, [span])
        return number

    def _about(self, saying: Saying) -> tuple[int, ...]:
        """What a claim without a proposition is about: the entities its content is headed by."""
        roots = [r for head in saying.heads for r in [self._found.root(head)] if r is not None]
        if not roots:
            inside = [c for c in self._found.clusters.candidates if c.head.i in saying.content and c.kind is Kind.NAMED]
            roots = [self._found.clusters.root(c) for c in inside[:1]]
        who = self.claimant(saying)
        return tuple(dict.fromkeys(r for r in roots if r != who))[:_MOST_SUBJECTS]

    # -------------------------------------------------------------- words

    def _quotations(self, saying: Saying) -> list[str]:
        if saying.quotes:
            numbers = list(saying.quotes)
        else:
            numbers = sorted({self._tree.quote_of[i] for i in saying.content} - {-1})
            if saying.parent is not None or not all(self._within(saying, n) for n in numbers):
                return []
        return [self._tree.document[self._tree.quotes[n].span].strip("\"“”„«»'` \n") for n in numbers]

    def _within(self, saying: Saying, quote: int) -> bool:
        return all(i in saying.content or self._tree.tokens[i].is_punct or self._tree.tokens[i].is_space for i in self._tree.quote_tokens[quote])

    def _words(self, saying: Saying) -> str:
        if saying.cue.pos_ == "NOUN" and saying.source is not None and saying.source.dep_ == "poss":
            first = saying.source_tokens[0] if len(saying.source_tokens) == 1 and saying.source.tag_ == "PRP$" else saying.cue
            return self._tree.document.text[first.idx : saying.cue.idx + len(saying.cue)]
        return " ".join(t.text for t in saying.cue_tokens)

    def source_spans(self, saying: Saying) -> list[Span]:
        """The source's words."""
        return runs(self._tree, [t.i for t in saying.source_tokens])

    def cue_spans(self, saying: Saying) -> list[Span]:
        """The cue's words."""
        return runs(self._tree, [t.i for t in saying.cue_tokens])

    def content_spans(self, saying: Saying) -> list[Span]:
        """The content's words, a span for each unbroken stretch."""
        return runs(self._tree, sorted(saying.content))


def runs(tree: Tree, numbers: list[int]) -> list[Span]:
    """Unbroken stretches of tokens as spans; white space between two does not break one."""
    out: list[Span] = []
    last = -2
    for i in sorted(numbers):
        token = tree.tokens[i]
        if token.is_space:
            continue
        gap = range(last + 1, i)
        if out and all(tree.tokens[j].is_space for j in gap):
            out[-1] = Span(out[-1].begin, token.idx + len(token))
        else:
            out.append(Span(token.idx, token.idx + len(token)))
        last = i
    return out


def _words(made: Predication, modality: Modality | None) -> str:
    """The predicate's words for a label; what is to come or conditional is worded so."""
    if modality is None or made.frame is None:
        return made.words
    verb = made.frame.lemma.replace("_", " ") if made.head.pos_ != "NOUN" else f"have {made.words}"
    return ("will " if modality is Modality.FUTURE else "would ") + verb


def _depth(saying: Saying) -> tuple[int, int]:
    depth, at = 0, saying
    while at.parent is not None:
        depth, at = depth + 1, at.parent
    return (depth, saying.cue.i)


def _extend(into: list[_T], values: list[_T]) -> None:
    into += [v for v in values if v not in into]


def _certainty(row: Reporting | None) -> Certainty:
    return row.certainty if row else Certainty.CERTAIN


_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def _weaker(a: Certainty, b: Certainty) -> Certainty:
    return max(a, b, key=_ORDER.index)
