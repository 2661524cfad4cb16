"""Answers: reports whose content is what somebody said before ("denied it", "that is not true", "he had not").

An answer points back by a pronoun, by a noun for a claim ("the accusation", "his account"), by a verdict ("a lie") or
by leaving its verb out. Each rule here finds the positions that are meant; the claim that answers takes its side on
their contents.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from kg.extract.answering import (
    asks_for_a_thing,
    in_words,
    is_elided,
    is_given,
    is_verdict,
    one_tense,
)
from kg.extract.antecedents import ANAPHORS, NEAR, Antecedents, Reports, spoken
from kg.extract.clarity import of_something, was_asked
from kg.extract.position import Content
from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.objects import contrary
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_SIDES = frozenset("Denial Dissent Assent Admission Doubt".split())
"""Kinds of reports that take a side on what was said; "promised a report" and "discussed the claim" do not."""
_SECONDING = frozenset("affirm confirm corroborate reaffirm verify".split())
"""Other reports by which one says that somebody is right."""
_BRIEF = 4
"""Words of a verdict that stands alone."""
_CLOSE = 30
"""How many tokens after a claim its verb may be left out."""
_KINDS = frozenset("kind sort such".split())
_TRUTH = frozenset("truth basis foundation substance merit evidence record".split())
"""What there is none of, or some, in a claim: "there is no truth in that"."""
_ACTORS = frozenset(("Person", "Group", "Organization", "Country"))
_TO_PEOPLE = frozenset(("contradict", "rebut", "refute"))
"""Denials that one gives to people: who dismisses a person denies nothing."""
_OBJECTS = frozenset(("verb object", "passive object", "answer", "verb as", "verb object complement"))
_HELD = frozenset(("verb against", "verb at", "verb on", "verb to", "verb with"))
"""Patterns of denials that are given to what a preposition holds: "pushed back *against* the report"."""
_HAPPENING = frozenset(("happen", "occur", "take_place"))
_BLANKET = frozenset(("none", "nobody", "neither", "nothing", "one", "some", "any", "all"))
_AUXILIARIES = frozenset("be have do will would can could may might shall should must".split())


class Answers:
    """Finds what a report answers, among the sayings before it."""

    def __init__(self, reports: Reports, back: Antecedents, tree: Tree, found: Resolution, lexicon: Lexicon) -> None:
        self._reports, self._back, self._tree = reports, back, tree
        self._found, self._lexicon = found, lexicon

    # -------------------------------------------------------------- what is meant

    def to(self, saying: Saying) -> list[Content]:
        """What a report without a content of its own is about: "Brehme denied it", "he rejects her account"."""
        row = saying.row
        if row is None or self._reports.claimant(saying) is None or not is_given(saying) or not in_words(saying):
            return []
        head = saying.heads[0] if len(saying.heads) == 1 else None
        if head is not None and contrary(self._tree, head):
            return [(node, side.opposite, c) for node, side, c in self._back.meant(saying, None)]
        if saying.quotes and saying.pattern == "quotation":
            return []  # "“He speaks well,” she echoed": the words themselves are the content
        if (charged := self.charge(saying)) is not None:
            return charged
        personal = row.kind in ("Dissent", "Assent") or row.lemma in _TO_PEOPLE
        claim = head is not None and bool(self._lexicon.reporting(head.lemma_.lower(), "noun"))
        if personal and head is not None and head.lower_ not in ANAPHORS and not claim:
            whose = self._found.root(head)  # "Berg contradicted Wei", "Berg agreed with Wei"
            if any(self._reports.claimant(above) == whose for above in saying.around()):
                return []  # "they agree with me"
            if whose is not None and (said := self._back.said_by(whose, saying.cue)):
                return said
            if whose is not None and self._found.type(whose) in _ACTORS:
                return []
        if (
            not (row.kind in _SIDES or row.lemma in _SECONDING)
            or not (saying.pattern in _OBJECTS or (saying.pattern in _HELD and row.kind in ("Denial", "Dissent")))
            or len(saying.heads) != (saying.pattern != "answer")
        ):
            return []
        return self._back.meant(saying, head)

    # -------------------------------------------------------------- clauses that point back

    def clause(self, saying: Saying, frame: Frame) -> list[Content]:
        """What a clause inside a report says of an earlier claim, if it says nothing else."""
        if self._reports.claimant(saying) is None or asks_for_a_thing(self._tree, saying):
            return []
        return (
            self._verdict(saying, frame)
            or self._truth(saying, frame)
            or self._innocent(saying, frame)
            or self._happened(saying, frame)
            or self._said_so(saying, frame)
            or self._elided(saying, frame)
        )

    def fragment(self, saying: Saying) -> list[Content]:
        """ "“Nonsense,” says the driver", "Not so, she said": a verdict, and nothing else."""
        words = [t for i in sorted(saying.content) if (t := self._tree.tokens[i]).is_alpha]
        if [t.lower_ for t in words[:1]] == ["so"] and len(words) > 1:
            return []  # "so far so good"
        side = next((s for t in words if (s := self._side_of(t)) is not None), None)
        first = bool(words) and words[-1].i < saying.cue.i
        if not spoken(saying) or self._reports.claimant(saying) is None:
            return []
        if side is None or not (saying.quotes or first) or len(words) > _BRIEF or any(t.pos_ == "VERB" for t in words):
            return []
        side = side.opposite if any(t.lower_ == "not" for t in words) else side
        return [(node, _turned(known, side), c) for node, known, c in self._back.meant(saying, None)]

    def charge(self, saying: Saying) -> list[Content] | None:
        """ "Berg pleaded not guilty", "maintained her innocence", "denied any wrongdoing": what she is accused of.

        None where the report is of no guilt.
        """
        if saying.row is None or saying.row.polarity is not Polarity.NEGATIVE:
            return None
        words = saying.cue_tokens if saying.pattern == "answer" else saying.heads[:1]
        if not any(self._lexicon.verdict(t.lemma_.lower(), "charge") for t in words):
            return None
        return self._back.accused(saying, self._found.root(saying.source) if saying.source is not None else None)

    def _innocent(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "said that her client was innocent", "he is not guilty": what he is accused of is not so."""
        side = self._lexicon.verdict(frame.acomp.lemma_.lower(), "charge") if frame.acomp is not None else None
        if side is None or len(frame.subjects) != 1 or frame.obliques or frame.complements:
            return []
        side = side.opposite if frame.negated else side
        return [(node, side, c) for node, _, c in self._back.accused(saying, self._found.root(frame.subjects[0]))]

    def _happened(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "It never happened", "no such thing took place", "nothing of the kind occurred"."""
        if frame.lemma not in _HAPPENING or not frame.negated or frame.modal is not None:
            return []
        if not _bare(frame) or len(frame.subjects) != 1:
            return []
        subject = frame.subjects[0]
        if not self._points_back(subject):
            return []
        said = self._back.meant(saying, subject if subject.lower_ in ANAPHORS else None)
        return [(node, _turned(side, Polarity.NEGATIVE), c) for node, side, c in said]

    def _truth(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "There is no truth in that", "the claim has no basis": as good as a verdict."""
        without = next((o for o in frame.obliques if o.prep == "without"), None)
        if without is not None and frame.lemma == "be" and len(frame.subjects) == 1:  # "is without foundation"
            empty = any(h.lemma_.lower() in _TRUTH for h in without.heads)
            said = self._back.meant(saying, frame.subjects[0]) if empty else []
            return [(n, side if frame.negated else side.opposite, c) for n, side, c in said]
        if (
            len(frame.objects) != 1
            or frame.objects[0].lemma_.lower() not in _TRUTH
            or frame.lemma not in ("be", "have")
        ):
            return []
        held = [t for k in self._tree.kids(frame.objects[0]) if k.dep_ == "prep" for t in self._tree.kids(k)]
        about = [
            *held,
            *(h for o in frame.obliques for h in o.heads),
            *(frame.subjects if frame.lemma == "have" else ()),
        ]
        turn = Polarity.NEGATIVE if frame.negated else Polarity.POSITIVE
        return [(node, _turned(side, turn), c) for t in about[:1] for node, side, c in self._back.meant(saying, t)]

    def _verdict(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "that is not true", "the claim was a lie", "called it nonsense", "she was wrong"."""
        if not is_verdict(frame):
            return []
        if person := self._person_judged(saying, frame):
            return person
        found = self._judged(frame)
        about = frame.subjects if frame.lemma in ("be", "seem", "sound") else frame.objects
        if found is None or len(about) != 1:
            return []
        polarity = found.opposite if frame.negated else found
        return [(node, _turned(side, polarity), c) for node, side, c in self._back.meant(saying, about[0])]

    def _person_judged(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "said she was wrong", "the mayor was lying": what somebody else said last is not so."""
        word = frame.acomp if frame.acomp is not None else frame.predicate
        told = frame.objects[0] if len(frame.objects) == 1 else None
        names = [word.lemma_.lower(), frame.lemma]
        if told is not None and told.lower_ not in ANAPHORS:  # "is telling the truth", "is a liar"
            names = [f"{frame.lemma}_{told.lemma_.lower()}", *([told.lemma_.lower()] if frame.lemma == "be" else [])]
        side = next((s for name in names if (s := self._lexicon.verdict(name, "person")) is not None), None)
        if side is None or len(frame.subjects) != 1 or len(frame.objects) > 1 or frame.obliques or frame.complements:
            return []
        if self._lexicon.reporting(frame.subjects[0].lemma_.lower(), "noun"):
            return []  # "the polls are wrong"
        whose = self._found.root(frame.subjects[0])
        if whose in (None, self._reports.claimant(saying)) or self._found.type(whose) not in _ACTORS:
            return []
        side = side.opposite if frame.negated else side
        return [
            (node, _turned(known, side), c) for node, known, c in self._back.said_by(whose, saying.cue, near_by=True)
        ]

    def verdict_on(self, saying: Saying) -> list[Content]:
        """ "called the claim a lie", "dismissed the report as fake": the side that the report itself takes."""
        frame = saying.frame
        if frame is None or saying.pattern not in ("verb object complement", "verb as") or not is_given(saying):
            return []
        held = [*(t for o in frame.obliques if o.prep == "as" for t in o.heads), *frame.objects]
        held += [t for k in self._tree.kids(frame.predicate) if k.lower_ == "as" for t in self._tree.kids(k)]
        held += [k for t in frame.objects for k in self._tree.kids(t) if k.dep_ == "appos"]
        sides = [s for t in held if (s := self._side_of(t)) is not None]
        sides += [s for s in [self._judged(frame)] if s is not None]
        about = [t for t in frame.objects if t.dep_ == "dobj" or t.dep_.startswith("nsubj")]
        about = list(saying.heads) if frame.relativised else about
        about = [k for t in held if t.dep_ == "oprd" for k in self._named(t)] if sides and not about else about
        if about and not sides and (side := self._person_side(held)) is not None:  # "called him a liar"
            whose = self._found.root(about[0])
            said = self._back.said_by(whose, saying.cue, near_by=True) if whose is not None else []
            return [(node, _turned(known, side), c) for node, known, c in said]
        if not sides or not about:
            return []
        return [(node, _turned(side, sides[0]), c) for node, side, c in self._back.meant(saying, about[0])]

    def _person_side(self, words: Sequence[Token]) -> Polarity | None:
        """The side of "a liar"; not of "a serial liar", who need not have lied this time."""
        plain = (t for t in words if self._tree.kid(t, "amod") is None)
        return next((s for t in plain if (s := self._lexicon.verdict(t.lemma_.lower(), "person")) is not None), None)

    def _named(self, verdict: Token) -> list[Token]:
        """ "called the report nonsense", where the parse takes both nouns for one."""
        kids = (k for k in self._tree.kids(verdict) if k.dep_ == "compound")
        return [k for k in kids if self._lexicon.reporting(k.lemma_.lower(), "noun")]

    def announces(self, frame: Frame) -> bool:
        """ "It is not true, that the mill closed": "it" stands for the clause that follows, which says all there is."""
        if len(frame.subjects) != 1 or frame.subjects[0].lower_ != "it" or self._judged(frame) is None:
            return False
        beside = frame.inside.complements if frame.inside is not None else ()
        return any(c.form == "that" and c.head.i > frame.predicate.i for c in beside)

    def _judged(self, frame: Frame) -> Polarity | None:
        words = [frame.acomp] if frame.acomp is not None else [t for t in frame.objects if t.dep_ in ("attr", "oprd")]
        return next((side for t in words if (side := self._side_of(t)) is not None), None)

    def _side_of(self, token: Token) -> Polarity | None:
        pos = "noun" if token.pos_ in ("NOUN", "PROPN") else "adjective"
        if pos == "noun" and of_something(self._tree, token):
            return None
        return self._lexicon.verdict(token.lemma_.lower(), pos) or self._lexicon.verdict(token.lower_, pos)

    def _said_so(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "she never said so", "he had said nothing of the kind": the claim that was reported of them."""
        speaks = frame.lemma != "read" and any(
            "quote" in r.frames for r in self._lexicon.reporting(frame.lemma, "verb")
        )  # one may read in silence
        if not speaks or not _bare(frame) or not frame.subjects:
            return []
        if not any(a.lower_ == "so" for a in frame.adverbs) and not (
            len(frame.objects) == 1 and self._points_back(frame.objects[0])
        ):
            return []
        polarity = Polarity.NEGATIVE if frame.negated else Polarity.POSITIVE
        whose = self._found.root(frame.subjects[0])
        named = whose is not None and self._found.named(whose)
        holder = self._reports.claimant(saying)
        for earlier in self._back.before(saying.cue):
            above = earlier.parent
            if above is None or not spoken(earlier) or self._reports.claimant(above) in (None, holder):
                continue
            who = self._reports.claimant(earlier)
            near = frame.predicate.i - earlier.cue.i <= NEAR
            if who is None or not (who == whose or (near and not named and frame.subjects[0].pos_ == "NOUN")):
                continue
            for number in (*self._reports.of(above), *self._reports.of(earlier)):
                content = self._reports.positions[number].content
                if content is not None and content[0] == "p" and number in self._reports.of(above):
                    return [(content, polarity, Certainty.CERTAIN)]  # "said that he had promised her a tour"
                if number in self._reports.of(earlier):
                    return [(("c", number), polarity, Certainty.CERTAIN)]
        return []

    def _points_back(self, token: Token) -> bool:
        kids = self._tree.kids(token)
        if token.lower_ in ("it", "that", "this"):
            return True
        if token.lower_ == "nothing":
            return any(k.lower_ == "of" and any(p.lemma_.lower() in _KINDS for p in self._tree.kids(k)) for k in kids)
        return any(k.lower_ == "such" for k in kids)

    def _elided(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "said it would not", "insisted that he had", "did no such thing": the verb of the last claim again."""
        if saying.cue.dep_ in ("advcl", "relcl"):  # "not as rich as he says he is"
            return []
        if (
            frame.lemma not in _AUXILIARIES
            or not _bare(frame)
            or not is_elided(self._tree, frame)
            or frame.complements
            or frame.acomp
        ):
            return []
        if self._tree.kid(frame.predicate, "expl") is not None:  # "there was none", "there had been one"
            if len(frame.objects) != 1 or frame.objects[0].lower_ not in _BLANKET:
                return []
            if any(k.lower_ == "no" or k.i > frame.objects[0].i for k in self._tree.kids(frame.objects[0])):
                return []  # "there is no one better at it"
            return self._repeated(saying, frame)
        subject = frame.subjects[0] if len(frame.subjects) == 1 else None
        of_kind = len(frame.objects) == 1 and frame.objects[0].lower_ not in ANAPHORS  # "nothing of the kind"
        if (
            frame.lemma == "do"
            and len(frame.objects) == 1
            and subject is not None
            and (subject.pos_ == "PRON" or of_kind)
        ):
            if frame.predicate.tag_ == "VBG":
                return []  # "we are not doing it"
            return self._repeated(saying, frame) if self._points_back(frame.objects[0]) else []
        if frame.objects or subject is None or (frame.adverbs and frame.lemma == "be"):
            return []
        if subject.pos_ != "PRON" and subject.lower_ not in _BLANKET:
            return []
        if frame.predicate.i != saying.heads[0].i:
            return []  # "said none was given and none would be"
        return self._repeated(saying, frame)

    def _repeated(self, saying: Saying, frame: Frame) -> list[Content]:
        """The last claim of somebody else, just before, with the side that the repeating words take on it."""
        who = self._reports.claimant(saying)
        side = Polarity.NEGATIVE if frame.negated else Polarity.POSITIVE
        on_question = was_asked(self._tree, saying.cue)
        for earlier in self._back.before(saying.cue):
            if not earlier.content or saying.cue.i in earlier.content:
                continue
            if asked := self._back.asked(earlier, saying.cue):
                return [(node, side, c) for node, _, c in asked]
            if on_question and earlier.cue.i < saying.cue.sent.start:
                return []
            if frame.predicate.i - max(earlier.content) > _CLOSE:
                return []
            doers = {self._found.root(t) for t in frame.subjects}
            for number in self._reports.of(earlier):
                position = self._reports.positions[number]
                if not position.taken or position.content is None or position.claimant == who:
                    continue
                if earlier.parent is not None and position.claimant in doers:
                    return [(("c", number), side, Certainty.CERTAIN)]  # "Wei said Berg promised it": "he had not"
                kind, at = position.content
                whose = self._reports.propositions.made[at].subject if kind == "p" else None
                own = whose == ("e", position.claimant)
                if whose is not None and whose[0] == "e" and self._unlike(whose[1], frame.subjects):
                    continue  # "she was too busy"; "I presume he won't"
                if kind == "p" and not one_tense(frame, self._reports.propositions.made[at].wordings[0].made.frame):
                    continue
                if kind == "p" and not (own and who in doers):
                    return [(position.content, side, Certainty.CERTAIN)]  # not "he was glad; she said she was not"
        return []

    def _unlike(self, root: int, subjects: Sequence[Token]) -> bool:
        """Whether a thing is of one sex, and the pronoun for it of the other."""
        clusters = self._found.clusters
        mentions = [clusters.by_root(root)[0], *(c for t in subjects if (c := self._found.candidate(t)) is not None)]
        return len({clusters.gender(c) for c in mentions} - {""}) > 1

    def claim_of(self, saying: Saying | None, token: Token, subjects: Collection[int]) -> int | None:
        """The claim that an argument is: "accepted the assurances that …", "accepted it"."""
        if saying is not None and token.pos_ == "NOUN":
            numbers = self._reports.of(saying)
            return numbers[0] if numbers else None
        if token.lower_ not in ANAPHORS:
            return None
        for earlier in self._back.before(token):
            if token.i in earlier.content:
                continue
            for number in self._reports.of(earlier):
                position = self._reports.positions[number]
                if position.taken and position.claimant not in subjects:
                    return number
        return None


def _bare(frame: Frame) -> bool:
    return not frame.obliques and not frame.datives and not any(c.form == "that" for c in frame.complements)


def _turned(polarity: Polarity, by: Polarity) -> Polarity:
    return polarity.opposite if by is Polarity.NEGATIVE else polarity
