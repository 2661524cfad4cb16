"""Units: the clauses of what somebody says, each with the side that they take on it, and what it is made of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.alignment import blanket
from kg.extract.denials import Denials, Denied
from kg.extract.position import Content
from kg.extract.senses import BLANKET, EMPTY
from kg.extract.slots import idioms_of
from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

LIGHT = EMPTY | frozenset("make take give get hold".split())
"""Verbs that may say little beside their noun: "made a request"."""
_HAPPENS = frozenset("go_ahead happen occur take_place".split())
_COMING = frozenset("arrive come reach show_up turn_up".split())
DENIALS = frozenset(("Denial", "Dissent"))
"""Kinds of reports that deny by their cue."""
_CLAUSES = frozenset(("advcl", "relcl", "parataxis", "conj", "cc", "mark"))
_HELD = frozenset(("in", "for", "with"))
"""Prepositions under which something is that an act has to do with: "brought them in vans", "asked for a recheck"."""
_WHEN = frozenset(("DATE", "TIME"))
_MOST = 60
"""Words of a clause that are looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One clause, or noun, of what somebody says: its head, the side they take on it, and its words."""

    saying: Saying
    head: Token
    frame: Frame | None
    content: Content
    claimant: int
    words: tuple[Token, ...]
    aside: bool = False
    """Denied besides, in a clause that states something else (`kg.extract.denials`)."""

    @property
    def denies(self) -> bool:
        """Whether the report itself is a denial ("rejected", "ruled out")."""
        return self.saying.row is not None and self.saying.row.kind in DENIALS

    @property
    def polarity(self) -> Polarity:
        """The side that is taken."""
        return self.content[1]


class InOrder:
    """Clauses in the order of the text, and those within reach of one: comparing them stays linear in the text."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = sorted(units, key=lambda u: u.head.i)
        self._at = [u.head.i for u in self.units]

    def around(self, unit: Unit, before: int, after: int = 0) -> list[Unit]:
        """Those from so many tokens before a clause to so many after it, the clause itself among them."""
        at = unit.head.i
        return self.units[bisect_left(self._at, at - before) : bisect_right(self._at, at + after)]

    def pairs(self, reach: int) -> Iterator[tuple[Unit, Unit]]:
        """Each clause with those that come before it, as far as `reach` tokens back."""
        for n, unit in enumerate(self.units):
            for earlier in self.units[bisect_left(self._at, self._at[n] - reach) : n]:
                yield unit, earlier


class Units:
    """Takes the clauses of one document apart."""

    def __init__(self, tree: Tree, lexicon: Lexicon, frames: dict[int, Frame]) -> None:
        self._tree, self._lexicon, self._frames = tree, lexicon, frames
        self._denials = Denials(tree, frames)
        self._cores: dict[int, tuple[Token, ...]] = {}
        self._dates: dict[Unit, frozenset[str]] = {}

    def of(self, saying: Saying, claimant: int, said: Sequence[tuple[Token, Content]]) -> Iterator[Unit]:
        """The clauses of one report."""
        beside = self._beside(saying, said)
        heads = {head.i for head, _ in said} | {denied.head.i for denied in beside}
        for denied in beside:
            content: Content = (None, Polarity.NEGATIVE, Certainty.CERTAIN)
            frame, left = self._frames.get(denied.head.i), self._aside(denied, saying, heads)
            yield Unit(saying, denied.head, frame, content, claimant, left, aside=True)
        for head, content in said:
            frame = self._frames.get(head.i)
            words = self._clause(head, heads - {head.i})
            if frame is not None:
                words += [t for s in frame.subjects for t in self._tree.subtree(s, _MOST)]
            elif len(said) == 1:
                words += [self._tree.tokens[i] for i in sorted(saying.content)[:_MOST]]
            kept = {t.i: t for t in words if t.i in saying.content}
            yield Unit(saying, head, frame, content, claimant, tuple(kept[i] for i in sorted(kept)))

    def _beside(self, saying: Saying, said: Sequence[tuple[Token, Content]]) -> list[Denied]:
        """What a report that states something denies besides; a denial states nothing."""
        if saying.negated or (saying.row is not None and saying.row.polarity is not Polarity.POSITIVE):
            return []
        stated = [head for head, content in said if content[1] is Polarity.POSITIVE]
        if stated:  # "had been consolidated, not closed": some predicates have no frame
            stated += [head for head in saying.heads if head.i not in self._frames]
        return list(self._denials.beside(stated, frozenset(saying.content)))

    def _aside(self, denied: Denied, saying: Saying, heads: set[int]) -> tuple[Token, ...]:
        """The words of what is denied besides, with those of whom."""
        held = self._clause(denied.head, heads - {denied.head.i})
        held += [t for s in denied.of for t in self._clause(s, heads) if t is s or t.dep_ not in _CLAUSES]
        kept = {t.i: t for t in held if t.i in saying.content and t.i not in denied.by}
        return tuple(kept[i] for i in sorted(kept))

    def _clause(self, head: Token, others: set[int]) -> list[Token]:
        out: list[Token] = []
        stack = [head]
        while stack and len(out) < _MOST:
            top = stack.pop()
            out.append(top)
            stack += [k for k in self._tree.kids(top) if k.i not in others and not (top is head and k.dep_ in _CLAUSES)]
        return out

    def dates(self, unit: Unit) -> frozenset[str]:
        """The words of a clause's dates, in lower case."""
        if unit not in self._dates:
            dated = (t for t in unit.words if t.ent_type_ == "DATE" and t.pos_ != "DET")
            self._dates[unit] = frozenset(t.lower_ for t in dated)
        return self._dates[unit]

    def core(self, unit: Unit) -> tuple[Token, ...]:
        """The words that are the predicate: verb, adjective, what something is, the noun a light verb carries."""
        found = self._cores.get(unit.head.i)  # every clause is held against many others
        if found is None:
            found = self._cores[unit.head.i] = self._core(unit)
        return found

    def _core(self, unit: Unit) -> tuple[Token, ...]:
        frame = unit.frame
        if frame is None:
            return (unit.head,)
        if frame.acomp is not None:
            return (frame.acomp,)
        if not self._carries(frame):
            told = [t for t in frame.logical_objects if self._lexicon.acts(f"{frame.lemma}_{t.lemma_.lower()}", "verb")]
            return (frame.predicate, *frame.particles, *told)
        if happening := self._happening(frame):
            return happening[:1]
        late = [a for a in frame.adverbs if a.i > frame.predicate.i and frame.lemma == "be"]
        return (*(frame.objects if frame.lemma == "be" else frame.logical_objects), *frame.particles, *late)[:2]

    def arguments(self, unit: Unit) -> tuple[Token, ...]:
        """Subjects and objects, and what stands under a preposition that makes it part of the act."""
        frame = unit.frame
        if frame is None:
            return ()
        counted = [t for t in frame.objects if any(k.dep_ == "nummod" for k in self._tree.kids(t))]
        measured = [h for t in counted for h in self._tree.under(t, ("of",))]  # "40 tonnes of flour"
        return (
            *frame.subjects,
            *frame.objects,
            *measured,
            *(h for o in frame.obliques if o.prep in _HELD for h in o.heads),
        )

    def rest(self, unit: Unit, core: Sequence[Token]) -> list[Token]:
        """What else a clause says: objects, prepositional phrases, clauses; not its subject, and not when."""
        frame = unit.frame
        if frame is None:
            held = [p for k in self._tree.kids(unit.head) if k.dep_ == "prep" for p in self._tree.kids(k)]
        else:
            held = [*frame.logical_objects, *frame.datives, *(h for o in frame.obliques for h in o.heads)]
            held += [c.head for c in frame.complements]
        return [
            t
            for t in dict.fromkeys(held)
            if t not in core and t.i in unit.saying.content and t.ent_type_ not in _WHEN and t.dep_ != "punct"
        ]

    def thing(self, unit: Unit) -> Token | None:
        """What is said not to be: the noun that is denied, or the one that "no" stands before."""
        frame = unit.frame
        if frame is None:
            row = unit.saying.row  # not "shared her belief that none of it was": what the belief is of is denied
            gone = unit.denies or unit.saying.negated or (row is not None and row.polarity is Polarity.NEGATIVE)
            return unit.head if unit.head.pos_ == "NOUN" and (gone or self._none(unit.head)) else None
        if frame.acomp is not None or not (self._carries(frame) or self.comes(frame)):
            return None
        existing = unit.denies and self._tree.kid(frame.predicate, "expl") is not None
        nouns = (*frame.logical_objects, *frame.subjects)
        return next((t for t in nouns if t.pos_ == "NOUN" and (existing or self._none(t))), None)

    def comes(self, frame: Frame) -> bool:
        """ "No flour ever arrived": of what is sent."""
        return frame.lemma in _COMING and not frame.passive

    def told(self, unit: Unit) -> list[Token]:
        """What is said in a report of speech: the predicate of its clause, or what stands after "as"."""
        out: list[Token] = []
        for kid in self._tree.kids(unit.head):
            if kid.dep_ == "prep" and kid.lower_ == "as":
                out += [k for k in self._tree.kids(kid) if k.pos_ in ("ADJ", "NOUN")]
            elif kid.dep_ == "ccomp" and (inner := self._frames.get(kid.i)) is not None:
                out.append(inner.predicate if inner.acomp is None else inner.acomp)
        return out

    def _carries(self, frame: Frame) -> bool:
        """Whether a verb says little beside its noun: "made a request", not "took the money"."""
        verb = frame.lemma.split("_")[0]
        if verb in EMPTY or self._happening(frame):
            return True
        light = verb in LIGHT or "give" in self._lexicon.acts(frame.lemma, "verb")
        return light and any(self._of_act(t) for t in frame.logical_objects)

    def _happening(self, frame: Frame) -> tuple[Token, ...]:
        """ "No search took place": the act that the subject names, where the verb says no more."""
        happens = not _HAPPENS.isdisjoint((frame.lemma, *idioms_of(frame)))
        return tuple(t for t in frame.subjects if happens and t.pos_ == "NOUN")

    def _of_act(self, noun: Token) -> bool:
        lemma, lexicon = noun.lemma_.lower(), self._lexicon
        known = lexicon.events(lemma, "noun") or lexicon.reporting(lemma, "noun")
        return bool(known) or lexicon.derived_from(lemma, "noun") is not None

    def _none(self, noun: Token) -> bool:
        return any(k.lower_ in ("no", "any") and k.dep_ in ("det", "neg") for k in self._tree.kids(noun))


def identifies(claim: Unit, thing: Token) -> bool:
    """ "It was a bomb": no bomb can have gone off then, wherever it was."""
    frame = claim.frame
    return (
        frame is not None
        and frame.lemma == "be"
        and thing in frame.objects
        and [t.lower_ for t in frame.subjects] in (["it"], ["this"], ["that"])
    )


def whom(frame: Frame | None) -> tuple[Token, ...]:
    """Who is told or given something, or else whom a thing is done to."""
    return () if frame is None else (frame.recipients or frame.logical_objects)[:1]


def is_open(token: Token) -> bool:
    """A pronoun, a number without its noun, "anybody", "no such thing": it may stand for whatever was spoken of."""
    such = token.lower_ == "thing" and any(k.lower_ == "such" for k in token.lefts)
    return such or token.pos_ in ("PRON", "NUM") or token.lower_ in BLANKET or blanket(token)
