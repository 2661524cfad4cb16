"""Replies: claims that answer another one in words of their own ("no clearance was given", "ruled out a fault").

A proposition joins two claims when predicate and arguments agree. A reply often says less, or says it in other words:
it takes one thing up that somebody else has put forward, and turns it round. Here every clause that takes the other
side is held against the clauses of others around it: the word it turns on must come again there, as the same word, one
derived from it (``derivations.tsv``), one of its family or property, or its opposite; and nothing may speak against it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.position import Content
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

REACH = 150
"""Tokens between a claim and the reply to it."""
BEFORE = 60
"""Tokens by which a denial may come before what it denies."""
NEAR = 30
"""Tokens between a claim and a reply that repeats nothing but its predicate."""

_LIGHT = frozenset("be have do make take give get exist happen occur hold".split())
"""Verbs that say little: what they are said of counts."""
_GOING_ON = frozenset("way place progress force record circumstance".split())
"""Nouns under a preposition that say of a thing that there is one: "talks are under way"."""
_REFUSALS = frozenset(("Refusal", "Intention", "Desire", "Hope"))
"""Kinds of reports that say what somebody will not do, which denies nothing."""
_TELLING = frozenset("Statement Finding Appearance Knowledge Belief Opinion Judgement Question Announcement".split())
"""Kinds of verbs whose being said or shown is not what is in dispute."""
_ACTORS = frozenset("Person Group Organization Country City Place".split())
_DENIALS = frozenset(("Denial", "Dissent"))
_BLANKET = frozenset(
    "anybody anyone anything nobody no-one none nothing neither one any some somebody someone something such it this "
    "that there so".split()
)
_PARTLY = frozenset("just only merely simply necessarily yet always all every entirely solely much".split())
_CLAUSES = frozenset(("advcl", "relcl", "parataxis", "conj", "cc", "mark"))
_HELD = frozenset(("in", "for", "with"))
"""Prepositions under which something is that an act has to do with: "brought them in vans", "asked for a recheck"."""
_MODIFIERS = frozenset(("amod", "compound", "nummod", "nmod"))
_WHEN = frozenset(("DATE", "TIME"))
_POS = {"NOUN": "noun", "ADJ": "adjective", "VERB": "verb", "AUX": "verb"}
_MOST = 60

Senses = dict[str, bool]
"""What a word comes to: itself, its base, its family, its properties; and whether it is the opposite in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One clause, or noun, of what somebody says: its head, the side they take on it, and its words."""

    saying: Saying
    head: Token
    frame: Frame | None
    content: Content
    claimant: int
    words: tuple[Token, ...]

    @property
    def denies(self) -> bool:
        """Whether the report itself is a denial ("rejected", "ruled out")."""
        return self.saying.row is not None and self.saying.row.kind in _DENIALS

    @property
    def polarity(self) -> Polarity:
        """The side that is taken."""
        return self.content[1]


@dataclass(frozen=True, slots=True)
class Reply:
    """Two clauses by different people that cannot both be true, the earlier one first, and why."""

    claim: Unit
    reply: Unit
    rule: str


class Replies:
    """Holds the clauses of one document against each other."""

    def __init__(self, tree: Tree, found: Resolution, lexicon: Lexicon, frames: dict[int, Frame]) -> None:
        self._tree, self._found, self._lexicon, self._frames = tree, found, lexicon, frames
        self._senses: dict[int, Senses] = {}

    def units(self, saying: Saying, claimant: int, said: Sequence[tuple[Token, Content]]) -> Iterator[Unit]:
        """The clauses of one report."""
        heads = {head.i for head, _ in said}
        for head, content in said:
            words = tuple(t for t in self._clause(head, heads - {head.i}) if t.i in saying.content)
            yield Unit(saying, head, self._frames.get(head.i), content, claimant, words)

    def _clause(self, head: Token, others: set[int]) -> list[Token]:
        out, stack = [], [head]
        while stack and len(out) < _MOST:
            top = stack.pop()
            out.append(top)
            stack += [k for k in self._tree.kids(top) if k.i not in others and not (top is head and k.dep_ in _CLAUSES)]
        return sorted(out, key=lambda t: t.i)

    def replies(self, units: Sequence[Unit]) -> Iterator[Reply]:
        """Pairs of clauses by different people that take opposite sides in other words.

        Only clauses within reach of each other are compared, so the work stays linear in the text.
        """
        order = sorted((u for u in units if self._speaks(u)), key=lambda u: u.head.i)
        at = [u.head.i for u in order]
        for n, reply in enumerate(order):
            for claim in order[bisect_left(at, reply.head.i - REACH) : n]:
                apart = reply.head.i - claim.head.i
                if claim.claimant == reply.claimant:
                    continue
                if _within(reply.saying, claim.saying) or _within(claim.saying, reply.saying):
                    continue
                rule = self.rule(reply, claim, apart)
                if rule is None and apart <= BEFORE:
                    rule = self.rule(claim, reply, apart)
                if rule is not None:
                    yield Reply(claim, reply, rule)

    def _speaks(self, unit: Unit) -> bool:
        """Whether a clause takes a whole side on something that is or was, in words of its own."""
        if unit.polarity is Polarity.UNDERSPECIFIED or (unit.polarity is Polarity.NEGATIVE and self._partly(unit)):
            return False
        if unit.saying.row is not None and unit.saying.row.kind in _REFUSALS:
            return False
        frame = unit.frame
        if frame is None:
            return True
        ordered = frame.predicate.tag_ == "VB" and not frame.subjects
        return frame.mood == "statement" and frame.lemma != "go" and not ordered

    def _points_back(self, unit: Unit) -> bool:
        """ "denied that he had said so", "I was never told that": what was said is left out."""
        return unit.frame is not None and all(
            self._open(t) for t in (*unit.frame.objects, *(c.head for c in unit.frame.complements))
        )

    # -------------------------------------------------------------- one pair

    def rule(self, reply: Unit, claim: Unit, apart: int) -> str | None:
        """Why one clause says that another is not so; None where it does not."""
        negative = reply.polarity is Polarity.NEGATIVE
        if negative and claim.polarity is Polarity.POSITIVE and (thing := self._thing(reply)) is not None:
            return self._none_of(thing, reply, claim)
        return self._not_so(reply, claim, apart)

    def _none_of(self, thing: Token, reply: Unit, claim: Unit) -> str | None:
        """ "There was no fault", "no clearance was given", "ruled out a fault": the thing is what was claimed of."""
        if self._actor(thing):
            return None
        there, sign = self._same(thing, (*self.core(claim), *self._arguments(claim)))
        if there is None or sign or self._differ(thing, there):
            return None
        for token in self._rest(reply, (thing,)):
            if token.lemma_.lower() not in _GOING_ON and not self._open(token) and self._match(token, claim) is None:
                return None
        return f"a reply: no {thing.lemma_.lower()}"

    def _not_so(self, reply: Unit, claim: Unit, apart: int) -> str | None:
        """ "They did not describe it as dry", "it is still unpaid": one predicate of the same things, turned round."""
        mine, theirs = self.core(reply), self.core(claim)
        there, turned = self._same(mine[0], theirs) if mine else (None, False)
        if there is None and self._left_out(reply, claim):
            there = theirs[0]
        if there is None or (reply.polarity is claim.polarity) != turned or not self._when(reply, claim):
            return None
        if self._tells(mine[0]) and not (reply.denies or self._points_back(reply)):
            return None
        agreed = self._agreed(reply, claim)
        if agreed is None or (not agreed and apart > NEAR):
            return None
        if agreed < 2 and mine[0].pos_ != "PRON" and not self._akin(mine[0], there):
            return None
        return f"a reply: {mine[0].lemma_.lower()}"

    def _left_out(self, reply: Unit, claim: Unit) -> bool:
        """ "It has no permit." "It has one.": the noun is left out after the same verb."""
        one, other = reply.frame, claim.frame
        if one is None or other is None or one.lemma != other.lemma or len(one.objects) != 1 or not other.objects:
            return False
        return one.objects[0].lower_ in ("one", "none") and other.objects[0].pos_ == "NOUN"

    def _agreed(self, reply: Unit, claim: Unit) -> int | None:
        """How many arguments of a reply come again in the claim; None where one is something else."""
        agreed = 0
        for token in self._rest(reply, self.core(reply)):
            there = self._match(token, claim)
            if there is None and not self._open(token):
                if not (reply.denies and claim.frame is not None and not claim.frame.logical_objects):
                    return None
            elif there is not None:
                if self._differ(token, there):
                    return None
                agreed += 1
        one, other = (u.frame.logical_subjects[:1] if u.frame is not None else () for u in (reply, claim))
        if one and self._match(one[0], claim) is not None:
            return agreed + 1
        if one and other and not self._open(one[0]) and not self._open(other[0]):
            return None
        return agreed

    # -------------------------------------------------------------- parts of a clause

    def core(self, unit: Unit) -> tuple[Token, ...]:
        """The words that are the predicate: verb, adjective, what something is, the noun a light verb carries."""
        frame = unit.frame
        if frame is None:
            return (unit.head,)
        if frame.acomp is not None:
            return (frame.acomp,)
        if frame.lemma.split("_")[0] not in _LIGHT:
            return (frame.predicate, *frame.particles)
        late = [a for a in frame.adverbs if a.i > frame.predicate.i and frame.lemma == "be"]
        return (*(frame.objects if frame.lemma == "be" else frame.logical_objects), *frame.particles, *late)[:2]

    def _arguments(self, unit: Unit) -> tuple[Token, ...]:
        frame = unit.frame
        if frame is None:
            return ()
        return (*frame.subjects, *frame.objects, *(h for o in frame.obliques if o.prep in _HELD for h in o.heads))

    def _rest(self, unit: Unit, core: Sequence[Token]) -> list[Token]:
        """What else a clause says: objects, prepositional phrases, clauses; not its subject, and not when."""
        frame = unit.frame
        if frame is None:
            held = [p for k in self._tree.kids(unit.head) if k.dep_ == "prep" for p in self._tree.kids(k)]
        else:
            held = [*frame.logical_objects, *frame.datives, *(h for o in frame.obliques for h in o.heads)]
            held += [c.head for c in frame.complements]
        held = [t for t in held if t not in core and t.i in unit.saying.content]
        return [t for t in dict.fromkeys(held) if t.ent_type_ not in _WHEN and t.dep_ != "punct"]

    def _thing(self, unit: Unit) -> Token | None:
        """What is said not to be: the noun that is denied, or the one that "no" stands before."""
        frame = unit.frame
        if frame is None:
            return unit.head if unit.head.pos_ == "NOUN" else None
        if frame.lemma.split("_")[0] not in _LIGHT or frame.acomp is not None:
            return None
        existing = unit.denies and self._tree.kid(frame.predicate, "expl") is not None
        nouns = (*frame.logical_objects, *frame.subjects)
        return next((t for t in nouns if t.pos_ == "NOUN" and (existing or self._no(t))), None)

    def _no(self, noun: Token) -> bool:
        return any(k.lower_ in ("no", "any") and k.dep_ in ("det", "neg") for k in self._tree.kids(noun))

    def _partly(self, unit: Unit) -> bool:
        """ "not just", "not yet", "not necessarily": less than a denial."""
        frame = unit.frame
        return frame is not None and any(
            k.lower_ in _PARTLY for t in (frame.predicate, *frame.objects, *frame.subjects) for k in self._tree.kids(t)
        )

    def _when(self, one: Unit, other: Unit) -> bool:
        """Whether two clauses may be of one time: "on Monday" is not "on Sunday"."""
        mine, theirs = ({t.lower_ for t in u.words if t.ent_type_ == "DATE" and t.pos_ != "DET"} for u in (one, other))
        return not mine or not theirs or bool(mine & theirs)

    # -------------------------------------------------------------- one word

    def _open(self, token: Token) -> bool:
        return token.pos_ == "PRON" or token.lower_ in _BLANKET

    def _match(self, token: Token, claim: Unit) -> Token | None:
        """The word of a claim that stands for the same."""
        root = self._found.root(token)
        if root is not None:
            for other in claim.words:
                if self._found.root(other) == root:
                    return other
        there, turned = self._same(token, claim.words)
        return None if turned else there

    def _same(self, token: Token, others: Sequence[Token]) -> tuple[Token | None, bool]:
        """The first of several words that comes to the same as a word or to its opposite, and which of the two."""
        mine = self.senses(token)
        for other in others:
            if not other.is_punct:
                theirs = self.senses(other)
                for sense, sign in mine.items():
                    if sense in theirs:
                        return other, theirs[sense] != sign
        return None, False

    def _akin(self, one: Token, other: Token) -> bool:
        """Whether two words are one, or one is derived from the other: more than a property that they share."""
        mine, theirs = self.senses(one), self.senses(other)
        return any(sense in theirs for sense in mine if not sense.startswith("kg:"))

    def _tells(self, token: Token) -> bool:
        """ "said", "show": that something is said or shown is seldom what is in dispute."""
        return any(r.kind in _TELLING for r in self._lexicon.reporting(token.lemma_.lower(), _POS.get(token.pos_, "")))

    def _actor(self, token: Token) -> bool:
        root = self._found.root(token)
        return root is not None and self._found.type(root) in _ACTORS

    def _differ(self, one: Token, other: Token) -> bool:
        """Whether what stands before two nouns speaks against one thing: "a brake fault", "two other faults"."""
        mine, theirs = (
            {k.lemma_.lower() for k in self._tree.kids(t) if k.dep_ in _MODIFIERS} for t in (one, other)
        )
        return bool(mine - theirs) and bool(theirs - mine)

    def senses(self, token: Token) -> Senses:
        """What a word comes to, with its sign: "unpaid" is the opposite of "paid", "clearance" comes from "clear"."""
        known = self._senses.get(token.i)
        if known is None:
            known = self._senses[token.i] = self._senses_of(token)
        return known

    def _senses_of(self, token: Token) -> Senses:
        pos, lemma = _POS.get(token.pos_, ""), token.lemma_.lower()
        if not pos or lemma in _LIGHT or lemma in _BLANKET:
            return {lemma: False} if token.pos_ in ("ADV", "ADP", "PROPN", "NUM") else {}
        out = {lemma: False}
        words = [(lemma, pos), (token.lower_, "adjective")] if token.tag_ == "VBN" else [(lemma, pos)]
        for word in words:
            if (row := self._lexicon.family(*word)) is not None:
                out.setdefault(row.family, row.opposite)
        for word, sign in list(out.items()):
            for kind in ("noun", "adjective"):
                if (base := self._lexicon.derived_from(word, kind)) is not None:
                    out.setdefault(base, sign)
        if pos != "adjective":
            for event in self._lexicon.events(lemma, pos):
                out.setdefault("kg:" + event.property, False)
        return out


def _within(inner: Saying, outer: Saying) -> bool:
    above = inner.parent
    while above is not None:
        if above is outer:
            return True
        above = above.parent
    return False
