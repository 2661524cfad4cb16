"""Antecedents: which earlier claim "it", "that", "the accusation" or "Wei's account" stands for.

The nearest report decides, even where it cannot be read: what stands behind it is not what is meant, and an answer
without an antecedent is better than one with the wrong antecedent.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from spacy.tokens import Token

from kg.extract.answering import WISHES, is_wish, turns_down
from kg.extract.clarity import beside_another, near, opens, says_which
from kg.extract.parties import CHARGING
from kg.extract.position import Content, Position
from kg.extract.propositions import Node, Propositions
from kg.extract.wordings import is_due
from kg.lexicon import Lexicon
from kg.model import ACTORS, SOMEBODY, Certainty, Mode, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

ANAPHORS = frozenset(("it", "this", "that", "so", "these", "those", "them"))
GENERAL = frozenset(("Statement", "Announcement", "Finding"))
"""Kinds of nouns that may stand for any claim: "the statement", "that report"."""
NEAR = 80
"""How many tokens back a pronoun may look; a noun looks twice as far."""

CLAIMED = GENERAL | frozenset(
    "Accusation Admission Belief Denial Finding Prediction Rumour Speculation Suspicion Threat Warning".split()
)
"""Kinds of what is put forward as true, so that one can call it false; a proposal or a demand is not."""
_SHOWN = frozenset("Appearance Knowledge Intention Promise Offer Threat".split())
"""Kinds of reports that nobody calls false: "they seemed intended to …", "promised to leave"."""
_TAKEN_BACK = frozenset("backtrack recant retract walk_back".split())
"""Denials of what one has said oneself."""
_OPEN = frozenset(("something", "which"))
"""Words by which a clause takes up what stands before it: "… — something she denies"."""
_CLOSE = 30
"""How many tokens a noun for one kind of claim may look back for a claim of another kind."""
_POINTERS = frozenset("the this that these those such any all both".split())
_BESIDE = frozenset(("cc", "conj"))
"""What may stand with a bare plural that points back."""
_TOPICAL = frozenset(("noun about", "verb about"))
_BEFORE = frozenset(("compound", "nmod"))
_NAMES = frozenset(("ORG", "PERSON"))
_PLURAL = frozenset(("them", "these", "those"))
_ACCUSERS = frozenset(
    "prosecutor prosecution indictment lawsuit suit complaint plaintiff victim accuser police investigator detective "
    "inspector auditor witness".split()
)
"""Whose statements are charges, whatever the verb."""
STORIES = frozenset("account version story testimony evidence narrative".split())
"""Nouns for all that somebody said in one go."""
_THESES = frozenset("contention hypothesis idea notion proposition suggestion theory thesis".split())
"""Nouns for what somebody holds, rather than for what they were last heard to say."""
_REACH = 40
"""How many sayings back an answer may look for what it answers."""
_BEHIND = 5
"""How many sayings behind one are looked at."""


class Reports(Protocol):
    """What is known so far of who said what."""

    positions: list[Position]
    propositions: Propositions

    def of(self, saying: Saying) -> list[int]:
        """The positions that a saying reports, by number."""

    def claimant(self, saying: Saying) -> int | None:
        """The cluster of the source."""


class Antecedents:
    """Finds the claims that words stand for, among the sayings before them."""

    def __init__(
        self, reports: Reports, sayings: Sequence[Saying], tree: Tree, found: Resolution, lexicon: Lexicon
    ) -> None:
        self._reports, self._sayings, self._tree = reports, sayings, tree
        self._found, self._lexicon = found, lexicon
        self._cues = [s.cue.i for s in sayings]

    def before(self, token: Token) -> Iterator[Saying]:
        """The sayings before a token, nearest first, as far as an answer may look."""
        at = bisect_left(self._cues, token.i)
        yield from self._sayings[max(0, at - _REACH) : at][::-1]

    def after(self, saying: Saying) -> Saying | None:
        """The first saying behind one, of which neither stands in the other."""
        at = bisect_right(self._cues, saying.cue.i)
        return next((s for s in self._sayings[at : at + _BEHIND] if s.apart(saying)), None)

    def at(self, cue: Token) -> Saying | None:
        """The saying with this cue."""
        at = bisect_left(self._cues, cue.i)
        return self._sayings[at] if at < len(self._cues) and self._cues[at] == cue.i else None

    def meant(self, saying: Saying, head: Token | None) -> list[Content]:
        """The contents that "it", "that", "the accusation" or "Wei's account" stands for inside a report."""
        if head is None or (head.lower_ in ANAPHORS and head.tag_ != "WDT"):
            return [] if head is not None and self._people(head) else self.last(saying, pronoun=head or saying.cue)
        if self.taken_up(head, saying.cue):
            return self.last(saying, reach=saying.cue.i - head.sent.start, at=head)
        rows = self._lexicon.reporting(head.lemma_.lower(), "noun") if head.pos_ == "NOUN" else ()
        story = head.lemma_.lower() in STORIES
        known = story or any(r.kind in CLAIMED for r in rows)
        if not known or not (self._definite(head) or self._maker(head) is not None):
            return []
        kinds = {r.kind for r in rows} - GENERAL
        owner = self._tree.kid(head, "poss") or self._maker(head) or self._named_after(head)
        whose = self._found.root(owner) if owner is not None else None
        of_one = head.lemma_.lower() in _THESES and any(k.lower_ == "of" for k in self._tree.kids(head))
        if of_one or says_which(self._tree, head, self._lexicon):
            return []  # "his earlier remarks"
        if whose is not None and whose != self._reports.claimant(saying):  # nobody rejects what they say themselves
            said = self.said_by(whose, saying.cue, kinds, story=story)
            return [side for side in said if not self._no_to_wish(saying, side[0])]
        if head.lemma_.lower() in _THESES and (thesis := self._thesis(saying)):
            return thesis
        return self.last(saying, kinds, story=story, reach=2 * NEAR)

    def _thesis(self, saying: Saying) -> list[Content]:
        """ "Wei says sloths made them. “Sloths walk so,” says Silva. Berg dismisses *the idea*": what Wei said.

        Nothing where the last that was said is no quotation, so that it is meant itself.
        """
        who = self._reports.claimant(saying)
        passed = False
        for earlier in self.before(saying.cue):
            if saying.cue.i in earlier.content or not (position := self._stated(earlier)):
                continue
            if saying.cue.i - earlier.cue.i > 2 * NEAR or position.claimant == who:
                break
            if earlier.quotes:
                passed = True
                continue
            plain = earlier.parent is None and self._claims(earlier) and position.mode is Mode.STATED
            return [self._side_answered(position, who)] if passed and plain else []
        return []

    def _people(self, anaphor: Token) -> bool:
        """ "Called *them* a cartel": people, not what they said."""
        whose = self._found.root(anaphor) if anaphor.lower_ in _PLURAL else None
        return whose is not None and self._found.type(whose) in SOMEBODY

    def accused(self, saying: Saying, whose: int | None) -> list[Content]:
        """What somebody, or who they speak for, was last said by others to have done."""
        who = self._reports.claimant(saying)
        source = saying.source
        owners = [k for k in self._tree.kids(source) if k.dep_ == "poss"] if source is not None else []
        owners += list(self._tree.under(source, ("for", "of"))) if source is not None else []
        parties = self._found.roots(owners) | ({whose, who} - {None})
        near = [
            s for s in self.before(saying.cue) if saying.cue.i not in s.content and saying.cue.i - s.cue.i <= 2 * NEAR
        ]
        for earlier in sorted(filter(self._accuses, near), key=lambda s: not self._charges(s)):
            for number in self._reports.of(earlier):
                position = self._reports.positions[number]
                if not position.taken or position.content is None or position.claimant == who:
                    continue
                kind, at = position.content
                doer = self._reports.propositions.made[at].subject if kind == "p" else None
                if doer is None or doer[1] not in parties or position.polarity is not Polarity.POSITIVE:
                    continue
                return [(position.content, Polarity.POSITIVE, Certainty.CERTAIN)]
        return []

    def _accuses(self, earlier: Saying) -> bool:
        """Whether a report says that somebody is to blame: an accusation, or the word of those who bring charges."""
        by = earlier.source is not None and earlier.source.lemma_.lower() in _ACCUSERS
        return by or self._charges(earlier)

    def _charges(self, earlier: Saying) -> bool:
        """Whether a report is an accusation by its own word, so that it comes before whatever police say."""
        return earlier.row is not None and earlier.row.kind in CHARGING

    def taken_up(self, head: Token, cue: Token) -> bool:
        """Whether a clause hangs from a word for a claim: "… an allegation he denies", "— something he denies"."""
        if head.lower_ in _OPEN:
            return True
        rows = self._lexicon.reporting(head.lemma_.lower(), "noun") if head.pos_ == "NOUN" else ()
        hung = cue.dep_ in ("relcl", "acl") and cue.head.i == head.i
        fronted = head.dep_ == "dobj" and head.head.i == cue.i and head.i < cue.i  # "…, a charge the firm denies"
        return (hung or fronted) and any(r.kind in CLAIMED for r in rows)

    def _maker(self, noun: Token) -> Token | None:
        """Who made a claim: "accusations *by the firm*", "claims *from the firm*"."""
        by = next((k for k in self._tree.kids(noun) if k.lower_ in ("by", "from")), None)
        return self._tree.kid(by, "pobj") if by is not None else None

    def _named_after(self, noun: Token) -> Token | None:
        """ "The *Courier* report", which is of nobody else."""
        return next((k for k in self._tree.kids(noun) if k.dep_ in _BEFORE and k.ent_type_ in _NAMES), None)

    def _definite(self, noun: Token) -> bool:
        """Whether a noun points back: "the claim", "her account", "those allegations", and bare "allegations"."""
        kids = self._tree.kids(noun)
        if noun.tag_ == "NNS" and all(k.is_punct or k.dep_ in _BESIDE for k in kids):
            return True
        return any(k.dep_ == "poss" or (k.dep_ == "det" and k.lower_ in _POINTERS) for k in kids)

    # -------------------------------------------------------------- the last that was said

    def last(
        self,
        saying: Saying,
        kinds: Collection[str] = (),
        *,
        story: bool = False,
        reach: int = NEAR,
        at: Token | None = None,
        pronoun: Token | None = None,
    ) -> list[Content]:
        """What was put forward last, of these kinds if any are given, by somebody else than who answers.

        Where the last of these kinds is far away, another kind close by is rather meant. A pronoun reaches less far.
        """
        if pronoun is not None and not opens(self._tree, pronoun):
            return []
        ranges = ((kinds, NEAR), ((), _CLOSE), (kinds, reach)) if kinds else ((kinds, reach),)
        tried = (self._last(saying, some, story, far, at, pronoun) for some, far in ranges)
        found = next((found for found in tried if found is not None), [])
        return [c for c in found if c[1] is Polarity.POSITIVE] if CHARGING.issuperset(kinds) and kinds else found

    def _last(
        self,
        saying: Saying,
        kinds: Collection[str],
        story: bool,
        reach: int,
        at: Token | None,
        pronoun: Token | None,
    ) -> list[Content] | None:
        """The last of some kinds within reach, empty where it cannot be read, None where there is none.

        What one denied oneself a moment ago is denied again.
        """
        who, cue = self._reports.claimant(saying), saying.cue
        owners = self._owners(saying.source)
        back = saying.row is not None and saying.row.lemma in _TAKEN_BACK
        for earlier in self.before(at or cue):
            if cue.i in earlier.content and at is None:
                continue
            if cue.i - earlier.cue.i > reach:
                break
            if earlier.row is not None and (earlier.row.kind in _SHOWN or (kinds and earlier.row.kind not in kinds)):
                continue
            if pronoun is not None and not near(self._tree, earlier, pronoun):
                break
            if pronoun is not None and (asked := self.asked(earlier, pronoun)):
                return asked
            own = self._reports.claimant(earlier) == who
            if own and not back and denies(saying) and denies(earlier) and (again := self._stated(earlier)):
                return [(again.content, Polarity.POSITIVE, Certainty.CERTAIN)]
            if own != back or self._reports.claimant(earlier) in owners:
                continue
            if denies(saying) and denies(earlier) and not kinds:
                continue  # "B denied it": what A said, not what C denied
            if earlier.pattern in _TOPICAL:
                continue  # "wrote about the visit": of what, and not what
            if not self._claims(earlier):
                if turns_down(saying) and is_wish(earlier):
                    return []  # "proposed a debate"; "rejected the idea"
                continue
            position = self._stated(earlier)
            if position is None and earlier.parent is not None and earlier.pattern == "verb object":
                continue  # "said he had warned them": what is said is that he did
            if position is None or position.content is None or self._no_to_wish(saying, position.content):
                return []
            if beside_another(self._tree, saying, earlier):
                return []
            if story and position.claimant is not None:
                return self.said_by(position.claimant, cue, story=True)
            return [self._side_answered(position, who)]
        return None

    def _owners(self, source: Token | None) -> set[int]:
        """ "*Berg's* plan pushes back on that": nothing of Berg's answers what Berg said; who speaks for Berg may."""
        root = self._found.root(source) if source is not None and source.pos_ == "NOUN" else None
        if source is None or root is None or self._found.type(root) in ACTORS:
            return set()
        return self._found.roots(k for k in self._tree.kids(source) if k.dep_ == "poss")

    def denied_before(self, saying: Saying) -> list[Content]:
        """ "Wei denied it. The paper stood by its report": what somebody else has just denied is so."""
        for earlier in self.before(saying.cue):
            if not near(self._tree, earlier, saying.cue):
                break
            position = self._stated(earlier)
            if position is not None and position.polarity is Polarity.NEGATIVE and denies(earlier):
                if position.claimant != self._reports.claimant(saying):
                    return [(position.content, Polarity.POSITIVE, Certainty.CERTAIN)]
        return []

    def asked(self, earlier: Saying, at: Token) -> list[Content]:
        """ "Asked whether he had left, Wei denied it": what the same sentence says that he was asked."""
        if earlier.row is None or earlier.row.kind != "Question":
            return []
        if self._tree.sentence_of[earlier.cue.i] != self._tree.sentence_of[at.i]:
            return []
        asked = (self._reports.positions[n].content for n in self._reports.of(earlier))
        first: Node | None = next((content for content in asked if content is not None), None)
        return [(first, Polarity.POSITIVE, Certainty.CERTAIN)] if first is not None else []

    def _no_to_wish(self, saying: Saying, content: Node | None) -> bool:
        """ "Said that he wanted a ban": who rejects that does not say that he does not want it, unless it is he."""
        if content is None or not turns_down(saying):
            return False
        if content[0] != "c":  # "said that it should be sold": who rejects that would keep it
            frame = self._reports.propositions.made[content[1]].wordings[0].made.frame
            return is_due(frame) and frame is not None and not any(a.lemma_ == "have" for a in frame.auxiliaries)
        position = self._reports.positions[content[1]]
        return position.mode in WISHES and position.claimant != self._reports.claimant(saying)

    def _claims(self, earlier: Saying) -> bool:
        """Whether a report puts something forward as true, be it legible or not."""
        if earlier.row is not None and earlier.row.mode is not Mode.STATED:
            return False
        numbers = self._reports.of(earlier)
        return bool(earlier.content) and (
            not numbers or any(self._reports.positions[n].mode is Mode.STATED for n in numbers)
        )

    def _stated(self, earlier: Saying) -> Position | None:
        """The first position that a report takes in the name of somebody who is known."""
        stated = (p for n in self._reports.of(earlier) if (p := self._reports.positions[n]).taken)
        return next(stated, None)

    def _side_answered(self, position: Position, who: int | None) -> Content:
        """ "B denied it. C called it a lie, too.": what C means is what B denied, not the denial.

        Unless C said it first: then C rejects the denial.
        """
        if position.polarity is Polarity.NEGATIVE and any(
            other.content == position.content and other.polarity is Polarity.POSITIVE and other.claimant != who
            for other in self._reports.positions
        ):
            return (position.content, Polarity.POSITIVE, Certainty.CERTAIN)
        return _side(position)

    def said_by(
        self, who: int, cue: Token, kinds: Collection[str] = (), *, story: bool = False, near_by: bool = False
    ) -> list[Content]:
        """What somebody said last; a story is all that they said without somebody else between.

        A noun for one kind of claim is another kind's only close by. Who is called a liar has said it just before.
        """
        out: list[Content] = []
        for earlier in self.before(cue):
            if cue.i in earlier.content:
                continue
            apart = cue.i - earlier.cue.i
            if not out and (apart > 2 * NEAR or (near_by and not near(self._tree, earlier, cue))):
                break
            kind = earlier.row.kind if earlier.row is not None else ""
            taken = [p for n in self._reports.of(earlier) if (p := self._reports.positions[n]).taken]
            mine = [p for p in taken if p.claimant == who and (not kinds or kind in kinds or apart <= NEAR)]
            if mine and (not out or spoken(earlier)):
                out += [side for side in [_side(mine[0])] if side not in out]
            if (out and not story) or (out and taken and not mine and earlier.parent is None):
                break
        return out


def denies(saying: Saying) -> bool:
    """Whether a report is a denial by its own word."""
    return saying.row is not None and saying.row.polarity is Polarity.NEGATIVE


def spoken(saying: Saying) -> bool:
    """Whether a report is of words, not of a thought or feeling."""
    return saying.row is None or "quote" in saying.row.frames


def _side(position: Position) -> Content:
    return (position.content, position.polarity, Certainty.CERTAIN)
