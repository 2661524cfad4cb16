"""Replies: claims that answer another one in words of their own ("no clearance was given", "ruled out a fault").

A proposition joins two claims when predicate and arguments agree. A reply often says less, or says it in other words:
it takes one thing up that somebody else has put forward, and turns it round. Here every clause that takes the other
side is held against the clauses of others around it: the word it turns on must come again there, as the same word, one
made from it, one of its family or property, or its opposite (`kg.extract.senses`); and nothing may speak against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.alignment import GENERAL, under
from kg.extract.senses import EMPTY, Senses, pos_of
from kg.extract.units import LIGHT, InOrder, Unit, Units, identifies, is_open, whom
from kg.extract.whose import each_their_own, is_body, plans_of_others
from kg.extract.wordings import is_due
from kg.lexicon import Lexicon
from kg.model import ACTORS, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

REACH = 150
"""Tokens between a claim and the reply to it."""
BEFORE = 60
"""Tokens by which a denial may come before what it denies."""
NEAR = 30
"""Tokens between a claim and a reply that repeats nothing but its predicate."""

_EXCLUDING = frozenset("deny denial rule_out exclude dispute refute disprove discount".split())
"""Denials of things; others reject what somebody said or offered."""
_REFUSALS = frozenset(("Refusal", "Intention", "Desire", "Hope"))
"""Kinds of reports that say what somebody will not do, which denies nothing."""
_TELLING = frozenset("Statement Finding Appearance Knowledge Belief Opinion Judgement Question Announcement".split())
"""Kinds of verbs whose being said or shown is seldom what is in dispute."""
_ACTORS = ACTORS | {"City", "Place"}
_GOING_ON = frozenset("way place progress force record circumstance".split())
"""Nouns under a preposition that say of a thing that there is one: "talks are under way"."""
_PARTLY = frozenset("just only merely simply necessarily yet always all every entirely solely much".split())
_MODIFIERS = frozenset(("amod", "compound", "nummod", "nmod"))
_HEAVY = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
_SENDING = frozenset(("give", "arrive", "carry"))
_GETTING = frozenset(("have", "get", "receive"))
_ONE_PERSON = frozenset(("i", "he", "she", "him", "her"))
_ENOUGH = 2
"""Arguments that must agree where the predicates only share a property."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Two clauses that cannot both be true, by different people or one who says otherwise later, and why."""

    claim: Unit
    reply: Unit
    rule: str


class Replies:
    """Holds the clauses of one document against each other."""

    def __init__(self, tree: Tree, found: Resolution, lexicon: Lexicon, parts: Units) -> None:
        self._tree, self._found, self._lexicon, self._parts = tree, found, lexicon, parts
        self.senses = Senses(lexicon)
        self._roots: dict[Unit, dict[int, Token]] = {}

    def replies(self, units: Sequence[Unit]) -> Iterator[Reply]:
        """Pairs of clauses by different people that take opposite sides in other words."""
        for reply, claim in InOrder(u for u in units if self.speaks(u)).pairs(REACH):
            apart = reply.head.i - claim.head.i
            if claim.claimant == reply.claimant and not self._takes_back(reply, claim):
                continue
            rule = self.rule(reply, claim, apart)
            if rule is None and apart <= BEFORE:
                rule = self.rule(claim, reply, apart)
            if rule is not None:
                yield Reply(claim, reply, rule)

    def rule(self, reply: Unit, claim: Unit, apart: int) -> str | None:
        """Why one clause says that another, so many tokens away, is not so; None where it does not."""
        if reply.polarity is Polarity.NEGATIVE and claim.polarity is Polarity.POSITIVE:
            if (thing := self._parts.thing(reply)) is not None:
                return self._none_of(thing, reply, claim)
        if claim.polarity is Polarity.POSITIVE and (only := self._nothing_but(reply, claim, apart)):
            return only
        return self._not_so(reply, claim, apart)

    def _nothing_but(self, reply: Unit, claim: Unit, apart: int) -> str | None:
        """ "Gave him a pill"; "gave him nothing but water": one act, of another thing than the only one."""
        one, other = reply.frame, claim.frame
        if one is None or other is None or apart > NEAR or not other.logical_objects:
            return None
        only = [h for t in one.objects if t.lower_ == "nothing" for h in self._tree.under(t, ("but", "except"))]
        if not only or not self.when(reply, claim):
            return None
        there, turned = self.senses.same(one.predicate, (other.predicate,))
        if there is None or turned or not self.senses.akin(one.predicate, there):
            return None
        if any(self.match(t, claim) is not None for t in only) or not all(t.pos_ == "NOUN" for t in only):
            return None
        doers = [self.match(t, claim) in other.logical_subjects for t in one.logical_subjects]
        given = [self.match(t, claim) in other.recipients for t in one.recipients]
        return "a reply: nothing but" if doers and all((*doers, *given)) else None

    def _takes_back(self, reply: Unit, claim: Unit) -> bool:
        """Whether somebody says the opposite in another report: "It was paid", and later "it is unpaid"."""
        mine, theirs = self._parts.core(reply), self._parts.core(claim)
        whole = reply.frame is not None and claim.frame is not None and reply.saying is not claim.saying
        if not whole or not mine or not theirs or reply.content[0] == claim.content[0]:
            return False
        there, _ = self.senses.same(mine[0], theirs)
        return there is not None and self.senses.akin(mine[0], there) and bool(self.agreed(reply, claim))

    def match(self, token: Token, claim: Unit) -> Token | None:
        """The word of a claim that stands for the same thing."""
        root = self._found.root(token)
        if root is not None and (same := self._by_root(claim).get(root)) is not None:
            return same
        there, turned = self.senses.same(token, claim.words)
        if there is None and token.lemma_ == "money":
            there = next((t for t in claim.words if t.ent_type_ == "MONEY"), None)
        return None if turned else there

    def _by_root(self, claim: Unit) -> dict[int, Token]:
        """The first word of a claim for each entity that it speaks of; many clauses are held to one."""
        known = self._roots.get(claim)
        if known is None:
            known = self._roots[claim] = {}
            for word in claim.words:
                if word.tag_ != "PRP$" and (root := self._found.root(word)) is not None:
                    known.setdefault(root, word)
        return known

    def undone(self, denial: Unit, charge: Unit) -> bool:
        """Whether a passive says of nobody in particular that the act of a charge was not done: "no shot was fired"."""
        frame = denial.frame
        if (
            frame is None
            or not frame.passive
            or frame.agents
            or len(frame.subjects) != 1
            or not self.when(denial, charge)
        ):
            return False
        mine, thing = self._parts.core(denial), frame.subjects[0]
        there, turned = self.senses.same(frame.predicate, self._parts.core(charge))
        if there is None or turned or thing.pos_ not in ("NOUN", "PROPN"):
            return False
        held = [h for o in frame.obliques if o.prep != "from" for h in o.heads if h.ent_type_ not in ("DATE", "TIME")]
        if any(self.match(h, charge) is None for h in held):
            return False  # "no shot was fired in the capital"
        return thing in mine or self.match(thing, charge) is not None

    def heavy(self, token: Token) -> bool:
        """Whether a word tells two contents apart."""
        return token.pos_ in _HEAVY and token.lemma_.lower() not in EMPTY

    # -------------------------------------------------------------- what takes a side

    def speaks(self, unit: Unit) -> bool:
        """Whether a clause takes a whole side on something that is or was."""
        if unit.polarity is Polarity.UNDERSPECIFIED or (unit.polarity is Polarity.NEGATIVE and self._partly(unit)):
            return False
        if unit.saying.row is not None and unit.saying.row.kind in _REFUSALS:
            return False
        frame = unit.frame
        if frame is None:
            return True
        ordered = frame.predicate.tag_ == "VB" and not frame.subjects  # "do not moan"
        coming = frame.lemma == "go" and bool(frame.complements)  # "it is going to happen"
        return frame.mood == "statement" and not ordered and not coming

    def _partly(self, unit: Unit) -> bool:
        """ "not just", "not yet", "not necessarily": less than a denial."""
        frame = unit.frame
        return frame is not None and any(
            k.lower_ in _PARTLY for t in (frame.predicate, *frame.objects, *frame.subjects) for k in self._tree.kids(t)
        )

    # -------------------------------------------------------------- there is no such thing

    def _none_of(self, thing: Token, reply: Unit, claim: Unit) -> str | None:
        """ "There was no fault", "no clearance was given", "ruled out a fault": the thing is what was claimed of."""
        if (
            self._actor(thing)
            or plans_of_others(thing, reply, claim, self._found, self._lexicon)
            or (reply.frame is None and not self._of_things(reply, claim))
        ):
            return None
        if reply.frame is not None and self._parts.comes(reply.frame) and not self._sent(claim):
            return None
        if is_due(claim.frame) and not is_due(reply.frame):
            return None
        there, turned = self.senses.same(thing, (*self._parts.core(claim), *self._parts.arguments(claim)))
        if there is None or turned or self.differ(thing, there):
            return None
        for token in self._parts.rest(reply, (thing,)) if not identifies(claim, there) else ():
            if token.lemma_.lower() not in _GOING_ON and not is_open(token) and self.match(token, claim) is None:
                return None
        if not self._same_thing(thing, there, claim) or self._of_another(thing, reply, claim):
            return None
        return f"a reply: no {thing.lemma_.lower()}"

    def _sent(self, claim: Unit) -> bool:
        """Whether a claim is of something that is on its way: "sent a letter", "the letter came"."""
        return claim.frame is not None and not _SENDING.isdisjoint(self._lexicon.acts(claim.frame.lemma, "verb"))

    def _same_thing(self, thing: Token, there: Token, claim: Unit) -> bool:
        """Whether what stands under a noun comes again: "no meeting in Bonn", "no plan to sell it" are of something."""
        kids = self._tree.kids(thing)
        held = [h for k in kids if k.dep_ == "prep" for h in self._tree.kids(k) if h.ent_type_ != "DATE"]
        held += [k for k in kids if k.dep_ in ("acl", "relcl") and k.pos_ == "VERB"]
        more = under(self._tree, there) or (claim.frame is not None and claim.frame.obliques)
        loose = not more and thing.lemma_ == there.lemma_ and there.pos_ == thing.pos_
        return loose or all(is_open(t) or self.match(t, claim) is not None for t in held)

    def _of_another(self, thing: Token, reply: Unit, claim: Unit) -> bool:
        """ "The cook had no permit": somebody of whom the claim says nothing, and who does not reply."""
        subjects = reply.frame.subjects if reply.frame is not None else ()
        return any(
            t.pos_ in ("NOUN", "PROPN")
            and t is not thing
            and self._found.root(t) != reply.claimant
            and self.match(t, claim) is None
            for t in subjects
        )

    def _of_things(self, reply: Unit, claim: Unit) -> bool:
        """ "ruled out a fault", "denied theft": a thing is denied, a claim is rejected; bare "theft" is one's own."""
        if reply.saying.row is None or reply.saying.row.lemma not in _EXCLUDING:
            return not reply.denies
        if any(k.dep_ in ("det", "poss", "prep") for k in self._tree.kids(reply.head)):
            return True
        return any(self._found.root(self._tree.tokens[i]) == reply.claimant for i in claim.saying.content)

    def _actor(self, token: Token) -> bool:
        root = self._found.root(token)
        return root is not None and self._found.type(root) in _ACTORS

    # -------------------------------------------------------------- it is not so

    def _not_so(self, reply: Unit, claim: Unit, apart: int) -> str | None:
        """ "They did not describe it as dry", "it is still unpaid": one predicate of the same things, turned round."""
        mine, theirs = self._parts.core(reply), self._parts.core(claim)
        if not mine or not theirs or not self.when(reply, claim):
            return None
        there, turned = self.senses.same(mine[0], theirs)
        if there is not None and there.pos_ == "NOUN" and self.differ(mine[0], there):
            return None
        if mine[0].lemma_.lower() in LIGHT and [t.lower_ for t in mine[1:]] != [t.lower_ for t in theirs[1:]]:
            return None  # "took out a scene" is not "took them seriously"
        elided = there is None and self._left_out(reply, claim)
        opposed = (reply.polarity is not claim.polarity) != turned
        if turned and each_their_own(reply, claim):
            return None
        if there is None and not elided:
            both = reply.denies and opposed and self._tells(mine[0]) and self._tells(theirs[0])
            return self._told_otherwise(reply, claim) if both else None
        agreed = self.agreed(reply, claim) if opposed else None
        if agreed is None or (not agreed and apart > NEAR):
            return None
        answers = reply.denies or self._points_back(reply) or (agreed and apart <= NEAR)
        if self._tells(mine[0]) and not answers:
            return None
        if there is not None and agreed < _ENOUGH and not self.senses.akin(mine[0], there):
            told = reply.denies or self._all_said(reply, claim)
            return f"a reply: {mine[0].lemma_.lower()}" if told and apart <= NEAR else None
        return f"a reply: {mine[0].lemma_.lower()}"

    def _all_said(self, reply: Unit, claim: Unit) -> bool:
        """ "He fired", "he never shot"; "they froze the account", "it was not blocked": nothing else is said of it."""
        one, other = reply.frame, claim.frame
        if one is None or other is None:
            return False
        if self.senses.shared(one.predicate, other.predicate, "kg:~give"):
            if one.logical_objects and all(is_open(t) for t in one.logical_objects) and not one.recipients:
                got = (*other.recipients, *other.logical_objects, *other.to("to"))
                return any(self.match(t, claim) in got for t in one.subjects)  # "they have not had a penny"
            return any(self.match(t, claim) in other.logical_objects for t in one.logical_objects)
        if one.passive and not one.agents and len(one.subjects) == 1:
            return self.match(one.subjects[0], claim) in other.logical_objects
        if one.logical_objects and any(self._tree.kid(t, "poss") is not None for t in one.subjects):
            return any(self.match(t, claim) in other.logical_objects for t in one.logical_objects)
        if not (one.logical_objects[1:] or one.obliques or one.complements or other.logical_objects):
            idiom = all(t in self._parts.core(reply) for t in one.logical_objects)
            if idiom and reply.polarity is Polarity.NEGATIVE and len(one.subjects) == 1:
                return self.match(one.subjects[0], claim) in other.logical_subjects  # "I did not raise my voice"
        held = [h for f in (one, other) for o in f.obliques for h in o.heads if h.ent_type_ not in ("DATE", "TIME")]
        bare = not held and not any(f.logical_objects or f.complements for f in (one, other))
        return bare and len(one.subjects) == 1 and self.match(one.subjects[0], claim) in other.logical_subjects

    def _left_out(self, reply: Unit, claim: Unit) -> bool:
        """ "It has no permit." "It has one.": the noun is left out after the same verb."""
        one, other = reply.frame, claim.frame
        if one is None or other is None or len(one.objects) != 1 or not other.logical_objects:
            return False
        got = one.lemma in _GETTING and "give" in self._lexicon.acts(other.lemma, "verb")
        same = one.lemma == other.lemma or got  # "was given no map": "it has had one since May"
        return same and one.objects[0].lower_ in ("one", "none") and other.logical_objects[0].pos_ == "NOUN"

    def _told_otherwise(self, reply: Unit, claim: Unit) -> str | None:
        """ "They told her that it was dry"; denied, that they "described the runway as dry"."""
        theirs = self._parts.told(claim)
        for token in self._parts.told(reply):
            there, turned = self.senses.same(token, theirs)
            if there is not None and not turned:
                return f"a reply: {token.lemma_.lower()}"
        return None

    def _tells(self, token: Token) -> bool:
        return any(r.kind in _TELLING for r in self._lexicon.reporting(token.lemma_.lower(), pos_of(token)))

    def _points_back(self, unit: Unit) -> bool:
        """ "denied that he had said so", "I was never told that": what was said is left out."""
        frame = unit.frame
        return frame is not None and all(is_open(t) for t in (*frame.objects, *(c.head for c in frame.complements)))

    def when(self, one: Unit, other: Unit) -> bool:
        """Whether two clauses may be of one time: "on Monday" is not "on Sunday", "was" not "will be"."""
        if one.frame is not None and other.frame is not None:
            if self._unreal(one.frame) != self._unreal(other.frame) or is_due(one.frame) != is_due(other.frame):
                return False
        mine, theirs = self._parts.dates(one), self._parts.dates(other)
        return not mine or not theirs or bool(mine & theirs)

    def _unreal(self, frame: Frame) -> bool:
        """Whether a clause is of what will, would or should be, not of what is or may be."""
        return frame.modal is not None and self._lexicon.modality(frame.modal.lower_)[0] is not None

    # -------------------------------------------------------------- of the same things

    def agreed(self, reply: Unit, claim: Unit) -> int | None:
        """How many arguments of a reply come again in the claim; None where one is something else."""
        agreed = 0
        for token in self._parts.rest(reply, self._parts.core(reply)):
            there = self.match(token, claim)
            if there is not None:
                if self.differ(token, there):
                    return None
                agreed += 1
            elif not is_open(token) and not (
                reply.denies and claim.frame is not None and not claim.frame.logical_objects
            ):
                return None
        mine, theirs = (whom(u.frame) for u in (reply, claim))
        if mine and theirs and is_open(mine[0]) and self.others(mine[0], theirs[0]):
            return None  # "she was told nothing" is not "the patients were told"
        one, other = (u.frame.logical_subjects[:1] if u.frame is not None else () for u in (reply, claim))
        one = tuple(self._spoken_for(reply, t) for t in one)
        if one and (there := self.match(one[0], claim)) is not None:
            return None if self.differ(one[0], there) else agreed + 1
        source = reply.saying.source
        if one and other and source is not None and one[0].lower_ in _ONE_PERSON:
            if other[0].pos_ == source.pos_ == "NOUN" and other[0].lemma_ == source.lemma_:
                return agreed + 1  # "a clerk found it", "the clerk said she found none"
        if one and other and (self.others(one[0], other[0]) or not (self._any(one[0]) or self._any(other[0]))):
            return None
        return agreed

    def _spoken_for(self, reply: Unit, doer: Token) -> Token:
        """ "The guard's lawyer said he had not fired": *he* is the guard, whatever else was read into it."""
        source = reply.saying.source
        if source is None or doer.pos_ != "PRON" or self._found.root(doer) != reply.claimant:
            return doer
        return self._tree.kid(source, "poss") or doer

    def _any(self, token: Token) -> bool:
        """A word that may be meant for another: a pronoun, "his vessel", a noun of a headline: "maker" for a name."""
        general = token.lemma_.lower() in GENERAL
        return is_open(token) or (token.pos_ == "NOUN" and (general or self._tree.headline(token)))

    def others(self, one: Token, other: Token) -> bool:
        """Whether two arguments are known to be different: "we" of one firm, "it" of another; a prince and "she"."""
        if any(a.lower_ in _ONE_PERSON and b.tag_ == "NNS" for a, b in ((one, other), (other, one))):
            return True
        if any(a.lower_ in _ONE_PERSON and is_body(b, self._lexicon) for a, b in ((one, other), (other, one))):
            return True
        clusters = self._found.clusters
        found = [c for t in (one, other) if (c := self._found.candidate(t)) is not None]
        if len({clusters.gender(c) for c in found} - {""}) > 1:
            return True
        first, second = self._found.root(one), self._found.root(other)
        if first is None or second is None or first == second:
            return False
        return self._found.named(first) and self._found.named(second)

    def differ(self, one: Token, other: Token) -> bool:
        """Whether what stands before two nouns speaks against one thing: "a brake fault", "two other faults"."""
        root = self._found.root(one)
        if root is not None and root == self._found.root(other):
            return False
        mine, theirs = ({k.lemma_.lower() for k in self._tree.kids(t) if k.dep_ in _MODIFIERS} for t in (one, other))
        if mine - theirs and theirs - mine:
            return True
        nouns = one.pos_ == other.pos_ == "NOUN"
        beside, along = (under(self._tree, t) for t in (one, other))
        return nouns and bool(beside) and bool(along) and not beside & along
