"""Stances: what reports say, clause by clause, in a form in which two of them can be held against each other.

A clause is told by its content words: the entities that they stand for, and their senses (`kg.extract.senses`). A word
weighs the more, the fewer sentences of the article have it, as in the search for passages (Spärck Jones 1972).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.senses import BLANKET, EMPTY, Senses
from kg.extract.units import Unit, Units
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

FIGURES = frozenset("DATE TIME CARDINAL MONEY PERCENT QUANTITY".split())
"""What entities of numbers are called."""
NAMING, WORDS = 15, 60
"""Words of a source, and of what is said, that are held against those of another."""
_TELLING = frozenset("NOUN PROPN VERB ADJ NUM".split())
_NAMING = frozenset(("NOUN", "PROPN", "PRON"))
_SLIGHT = EMPTY | BLANKET | frozenset("say tell then when where how now also only just not never here ever".split())
"""Words by which no two clauses are told apart."""
_SPEAKING = frozenset(("kg:spokespersonFor", "kg:represents", "kg:leads", "kg:founded"))
_FORMER = frozenset(("former", "ex", "then", "previous"))
_MOST = 60
"""Words of a report that are looked at."""
_SMALL = 2.0
"""What is added to the weight of a clause, so that one shared word of a short one is not all of it."""


Feature = tuple[str, float]
"""What is told of two reports: its name, and how much of it there is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a clause: its lemma, what it stands for and comes to, and how much it tells."""

    token: Token
    lemma: str
    root: int | None
    senses: Mapping[str, bool]
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One clause of a report: the side that is taken, its words, and the unit that it comes from, if there is one."""

    polarity: Polarity
    words: tuple[Word, ...]
    unit: Unit | None
    core: tuple[Token, ...]
    roots: frozenset[int]
    subjects: frozenset[int]
    objects: frozenset[int]
    lemmas: frozenset[str]
    senses: Mapping[str, bool]
    weight: float
    first: bool
    """Whether it is what the report says in the first place."""

    def has(self, lemma: str, root: int | None, senses: Mapping[str, bool]) -> bool:
        """Whether a word comes again here: the same entity, the same sense and not its opposite, or the same word."""
        if root is not None and root in self.roots:
            return True
        for sense, opposite in senses.items():
            if sense in self.senses:
                return self.senses[sense] == opposite
        return lemma in self.lemmas


@dataclass(frozen=True, slots=True, eq=False)
class Stance:
    """A report that takes a side: its clauses, who is behind it and whom it speaks of, and its place in the article."""

    saying: Saying
    number: int
    claimant: int
    polarity: Polarity
    clauses: tuple[Clause, ...]
    sentence: int
    zone: int
    """The zone of the article that it stands in: paragraph, headline, byline."""
    named: frozenset[int]
    """The entities that its content speaks of."""
    beside: frozenset[int]
    """The entities in the words of its source, besides the claimant: whom a spokesman speaks for."""
    addressed: frozenset[int]
    behind: frozenset[int]
    """For whom the claimant speaks by office: the company of a spokesman, the client of a lawyer; and the claimant."""

    @property
    def kind(self) -> str:
        """The kind of report, by its cue."""
        return self.saying.row.kind if self.saying.row is not None else "none"

    @property
    def at(self) -> int:
        """The place of its cue, in tokens."""
        return self.saying.cue.i

    def told(self, tree: Tree) -> tuple[str, str]:
        """Its source and its content in the words of the article, the first `NAMING` and `WORDS` of them."""
        content = (tree.tokens[i] for i in sorted(self.saying.content)[:WORDS])
        return (
            "".join(t.text_with_ws for t in self.saying.source_tokens[:NAMING]),
            "".join(t.text_with_ws for t in content),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """What a clause has in common with another: the words that come again there, what they weigh, and how alike it is.

    `likeness` is the weight of what is shared as a part of the clause that says less: from 0 to about 1.
    """

    denied: Clause
    claimed: Clause
    words: tuple[Word, ...]
    weight: float
    likeness: float


class Stances:
    """Takes the reports of one document apart."""

    def __init__(self, tree: Tree, found: Resolution, senses: Senses, lexicon: Lexicon, parts: Units) -> None:
        self._tree, self._found, self._senses, self._parts = tree, found, senses, parts
        self._weight = _weights(tree)
        self._lexicon = lexicon

    def of(self, number: int, saying: Saying, claimant: int, side: Polarity, units: Sequence[Unit]) -> Stance:
        """One report, with the place that it has among the others."""
        tree, found = self._tree, self._found
        inside = [tree.tokens[i] for i in sorted(saying.content)]
        beside = frozenset(found.roots(saying.source_tokens) - {claimant})
        speaks = any(self._speaks(t) for t in saying.source_tokens)
        stating = [u for u in units if u.frame is None or _states(u.frame)]
        clauses = tuple(self._clause(u.polarity, u.words, u) for u in stating)
        return Stance(
            saying,
            number,
            claimant,
            side,
            clauses if units else (self._clause(side, inside[:_MOST], None),),
            tree.sentence_of[saying.cue.i],
            tree.zone_of[saying.cue.i],
            frozenset(found.roots(t for t in inside if t.pos_ in _NAMING)),
            beside,
            frozenset(found.roots(saying.addressees)),
            beside | {claimant} if speaks else frozenset((claimant,)),
        )

    def _speaks(self, token: Token) -> bool:
        """Whether a noun is the office of somebody who speaks for another, and still does."""
        held = self._lexicon.ties.nouns.get(token.lemma_.lower(), ()) if token.pos_ in ("NOUN", "PROPN") else ()
        return any(row.property in _SPEAKING for row in held) and not any(k.lower_ in _FORMER for k in token.children)

    def _clause(self, polarity: Polarity, tokens: Iterable[Token], unit: Unit | None) -> Clause:
        found = self._found
        words = tuple(
            Word(t, lemma, found.root(t) if t.pos_ in _NAMING else None, self._senses.of(t), self._weight(lemma))
            for t in tokens
            if t.pos_ in _TELLING and not t.is_punct and (lemma := t.lemma_.lower()) not in _SLIGHT
        )
        senses: dict[str, bool] = {}
        for word in words:
            for sense, opposite in word.senses.items():
                senses.setdefault(sense, opposite)
        frame = unit.frame if unit is not None else None
        heads = unit.saying.heads if unit is not None else ()
        return Clause(
            polarity,
            words,
            unit,
            self._parts.core(unit) if unit is not None else (),
            frozenset(w.root for w in words if w.root is not None),
            frozenset(found.roots(frame.logical_subjects)) if frame is not None else frozenset(),
            frozenset(found.roots(frame.logical_objects)) if frame is not None else frozenset(),
            frozenset(w.lemma for w in words),
            senses,
            math.fsum(w.weight for w in words),
            unit is None or (bool(heads) and unit.head.i == heads[0].i),
        )


def shared(denial: Stance, claim: Stance) -> Shared | None:
    """The two clauses, one denied and one claimed, that are most alike; None where none is denied or none claimed."""
    best: Shared | None = None
    for mine in denial.clauses:
        for theirs in claim.clauses if mine.polarity is Polarity.NEGATIVE else ():
            if theirs.polarity is not Polarity.POSITIVE:
                continue
            both = _both(mine, theirs)
            if best is None or (both.likeness, both.weight) > (best.likeness, best.weight):
                best = both
    return best


def _both(denied: Clause, claimed: Clause) -> Shared:
    words = tuple(w for w in denied.words if claimed.has(w.lemma, w.root, w.senses))
    weight = math.fsum(w.weight for w in words)
    return Shared(denied, claimed, words, weight, weight / (min(denied.weight, claimed.weight) + _SMALL))


def _weights(tree: Tree) -> Callable[[str], float]:
    """How much a lemma tells in this article: the logarithm of the share of sentences that have it, turned round."""
    seen = {(tree.sentence_of[t.i], t.lemma_.lower()) for t in tree.tokens if t.pos_ in _TELLING}
    having = Counter(lemma for _, lemma in seen)
    sentences = tree.sentence_of[-1] + 1 if tree.sentence_of else 1
    return lambda lemma: math.log((sentences + 1) / (having[lemma] + 0.5))


def _states(frame: Frame) -> bool:
    """Whether a clause says that something is so; "do not moan to me" and "why did nobody come?" do not."""
    bare = frame.predicate.tag_ == "VB" and not frame.subjects
    return frame.mood == "statement" and not (bare and all(a.lower_ == "do" for a in frame.auxiliaries))
