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
    one_tense,
)
from kg.extract.antecedents import ANAPHORS, NEAR, Antecedents, Reports, spoken
from kg.extract.clarity import was_asked
from kg.extract.position import Content, taken_up
from kg.extract.verdicts import Verdicts
from kg.lexicon import Lexicon
from kg.model import ACTORS, Certainty, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_SIDES = frozenset("Denial Dissent Assent Admission Doubt".split())
"""Kinds of reports that take a side on what was said; "promised a report" and "discussed the claim" do not."""
_SECONDING = frozenset("affirm confirm corroborate reaffirm verify".split())
"""Other reports by which one says that somebody is right."""
_CLOSE = 30
"""How many tokens after a claim its verb may be left out."""
_KINDS = frozenset("kind sort such".split())
_TO_PEOPLE = frozenset(("contradict", "rebut", "refute"))
"""Denials that one gives to people: who dismisses a person denies nothing."""
_DIFFERENTLY = frozenset(("otherwise", "differently"))
_NEXT = 1
"""Sentences behind "gave a different account" in which it is given."""
_OBJECTS = frozenset(("verb object", "passive object", "answer", "verb as", "verb object complement"))
_HELD = frozenset(("verb against", "verb at", "verb on", "verb to", "verb with"))
"""Patterns of denials that are given to what a preposition holds: "pushed back *against* the report"."""
_HAPPENING = frozenset(("happen", "occur"))
_BLANKET = frozenset(("none", "nobody", "neither", "nothing", "one", "some", "any", "all"))
_ANYTHING = frozenset("anything nothing anybody nobody anyone".split())
_AUXILIARIES = frozenset("be have do will would can could may might shall should must".split())


class Answers:
    """Finds what a report answers, among the sayings before it."""

    def __init__(self, reports: Reports, back: Antecedents, tree: Tree, found: Resolution, lexicon: Lexicon) -> None:
        self._reports, self._back, self._tree = reports, back, tree
        self._found, self._lexicon = found, lexicon
        self.verdicts = Verdicts(reports, back, tree, found, lexicon)

    # -------------------------------------------------------------- what is meant

    def to(self, saying: Saying) -> list[Content]:
        """What a report without a content of its own is about: "Brehme denied it", "he rejects her account"."""
        row = saying.row
        if row is None or self._reports.claimant(saying) is None or not is_given(saying) or not in_words(saying):
            return []
        if self._told_next(saying):
            return []
        head = saying.heads[0] if len(saying.heads) == 1 else None
        if head is not None and (word := self.verdicts.in_a_word(saying, head)) is not None:
            return taken_up(self._back.meant(saying, None), word)
        if saying.quotes and saying.pattern == "quotation":
            return []  # "“He speaks well,” she echoed": the words themselves are the content
        if (charged := self.verdicts.charge(saying)) is not None:
            return charged
        personal = row.kind in ("Dissent", "Assent") or row.lemma in _TO_PEOPLE
        claim = head is not None and bool(self._lexicon.reporting(head.lemma_.lower(), "noun"))
        if personal and head is not None and head.lower_ not in ANAPHORS and not claim:
            whose = self._found.root(head)  # "Berg contradicted Wei", "Berg agreed with Wei"
            if any(self._reports.claimant(above) == whose for above in saying.around()):
                return []  # "they agree with me"
            if whose is not None and (said := self._back.said_by(whose, saying.cue)):
                return said
            if whose is not None and self._found.type(whose) in ACTORS:
                return []
        if (
            not (row.kind in _SIDES or row.lemma in _SECONDING)
            or not (saying.pattern in _OBJECTS or (saying.pattern in _HELD and row.kind in ("Denial", "Dissent")))
            or len(saying.heads) != (saying.pattern != "answer")
        ):
            return []
        return self._back.meant(saying, head)

    def _told_next(self, saying: Saying) -> bool:
        """ "Wei gave a different account. She had rung twice, she said": what is told next says what is denied."""
        whole = saying.pattern == "answer" and saying.row is not None and saying.row.kind == "Dissent"
        if not whole and not any(t.lower_ in _DIFFERENTLY for t in saying.cue_tokens):
            return False
        after = self._back.after(saying)
        return (
            after is not None
            and bool(after.content)
            and self._tree.sentence_of[after.cue.i] - self._tree.sentence_of[saying.cue.i] <= _NEXT
            and self._reports.claimant(after) == self._reports.claimant(saying)
        )

    # -------------------------------------------------------------- clauses that point back

    def clause(self, saying: Saying, frame: Frame) -> list[Content]:
        """What a clause inside a report says of an earlier claim, if it says nothing else."""
        if self._reports.claimant(saying) is None or asks_for_a_thing(self._tree, saying):
            return []
        return (
            self.verdicts.clause(saying, frame)
            or self._happened(saying, frame)
            or self._said_so(saying, frame)
            or self._done(saying, frame)
            or self._elided(saying, frame)
            or self.verdicts.untold(saying, frame)
        )

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
        return taken_up(said, Polarity.NEGATIVE)

    def _said_so(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "she never said so", "he had said nothing of the kind": the claim that was reported of them."""
        speaks = frame.lemma != "read" and any(
            "quote" in r.frames for r in self._lexicon.reporting(frame.lemma, "verb")
        )  # one may read in silence
        if not speaks or not _bare(frame) or not frame.subjects:
            return []
        so = any(a.lower_ == "so" for a in frame.adverbs)
        back = len(frame.objects) == 1 and self._points_back(frame.objects[0])
        if not so and not back and not (frame.negated and self._says_nothing(frame)):
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

    def _says_nothing(self, frame: Frame) -> bool:
        """ "promised nobody anything", "had never promised anything": whatever it was, it was not said."""
        return bool(frame.objects) and all(t.lower_ in _ANYTHING for t in (*frame.objects, *frame.datives))

    def _done(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "She had found no such thing", "they sold nothing of the kind": the same verb of the same doer, denied."""
        pointing = [t for t in frame.objects if t.lower_ not in ANAPHORS and self._points_back(t)]
        if not frame.negated or len(frame.objects) != 1 or not pointing or len(frame.subjects) != 1 or frame.modal:
            return []
        doer, who = self._found.root(frame.subjects[0]), self._reports.claimant(saying)
        for earlier in self._back.before(saying.cue):
            if doer is None or saying.cue.i - earlier.cue.i > NEAR:
                break
            for number in self._reports.of(earlier):
                position = self._reports.positions[number]
                if not position.taken or position.content is None or position.claimant == who:
                    continue
                kind, at = position.content
                if kind != "p":
                    continue
                prop = self._reports.propositions.made[at]
                before = prop.wordings[0].made.frame
                same = prop.subject == ("e", doer) or self._by_office(prop.wordings[0].subject, saying)
                if before is not None and before.lemma == frame.lemma and same:
                    return [(position.content, Polarity.NEGATIVE, Certainty.CERTAIN)]
        return []

    def _by_office(self, before: Token | None, saying: Saying) -> bool:
        """ "A surveyor found it", and then "the surveyor, Wei, said she had found no such thing"."""
        source = saying.source
        return source is not None and before is not None and before.pos_ == "NOUN" and before.lemma_ == source.lemma_

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
