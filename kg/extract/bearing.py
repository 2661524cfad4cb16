"""What speaks for two reports contradicting each other, and what against it: features of a denial and a claim.

Each can be read off the text by a person; what it is worth stands in `ontology/lexicon/clashes.tsv`. Contradiction is
told by what is shared and what is negated (de Marneffe, Rafferty and Manning 2008), and in news by who answers whom,
and where.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Token

from kg.extract.likeness import words
from kg.extract.replies import Replies
from kg.extract.stances import FIGURES, Clause, Feature, Shared, Stance
from kg.extract.units import DENIALS, Unit
from kg.lexicon import Lexicon
from kg.syntax.tree import Tree

ALWAYS = "always"
"""The feature that every pair has."""

SAME = "same predicate"
_CONTRAST = frozenset("but however though although while whereas yet still instead".split())
_NEGATIVE = frozenset("never no nobody nothing any ever".split())
_MODALS = {
    "would": "would",
    "'d": "would",
    "’d": "would",
    "will": "will",
    "wo": "will",
    "'ll": "will",
    "’ll": "will",
    "shall": "will",
    "can": "can",
    "ca": "can",
    "could": "can",
    "may": "may",
    "might": "may",
}
_FIRST, _THIRD, _IT = frozenset(("i", "we")), frozenset(("he", "she", "they")), frozenset(("it", "that", "this"))
_ASIDE = frozenset(("advcl", "relcl", "acl"))
_SHORT, _FAR, _MOST_SENTENCES = 3, 6, 12


class Bearing:
    """Tells the features of pairs of reports of one document."""

    def __init__(self, tree: Tree, lexicon: Lexicon, replies: Replies) -> None:
        self._tree, self._lexicon, self._replies = tree, lexicon, replies
        self._known: dict[tuple[str, int], list[Feature]] = {}
        self._contrasts: dict[int, bool] = {}

    def features(self, denial: Stance, claim: Stance, both: Shared, between: Sequence[Stance]) -> Iterator[Feature]:
        """The features of a pair by itself; `between` are the reports that stand between the two."""
        yield (ALWAYS, 1.0)
        yield from self._place(denial, claim, between)
        yield from self._form(denial, claim, both)
        yield from _people(denial, claim, both)
        yield from words(both)
        if both.denied.unit is not None and both.claimed.unit is not None:
            heads = list(self._heads(both))
            yield from heads
            same = (SAME, 1.0) in heads
            for feature in self._apart(both.denied.unit, both.claimed.unit):
                yield (feature, 1.0)
                if same:
                    yield (f"{SAME}, {feature}", 1.0)
        yield from self._grammatical("denial", both.denied)
        yield from self._grammatical("claim", both.claimed)

    # -------------------------------------------------------------- where they stand

    def _place(self, denial: Stance, claim: Stance, between: Sequence[Stance]) -> Iterator[Feature]:
        tokens, sentences = denial.at - claim.at, denial.sentence - claim.sentence
        paragraphs = abs(denial.zone - claim.zone)
        distance, apart = math.log1p(abs(tokens)), abs(sentences)
        yield ("distance", distance)
        if tokens < 0:
            yield ("before", 1.0)
            yield ("before: distance", distance)
        yield ("sentences", min(apart, _MOST_SENTENCES) / _MOST_SENTENCES)
        if apart <= 2:
            yield (("same sentence", "next sentence", "two sentences")[apart], 1.0)
        elif apart > _FAR:
            yield ("far", 1.0)
        if paragraphs <= 1:
            yield (("same paragraph", "next paragraph")[paragraphs], 1.0)
        if self._tree.headline(denial.saying.cue) or self._tree.headline(claim.saying.cue):
            yield ("headline", 1.0)
        yield ("reports between", math.log1p(len(between)))
        asserted = sum(s.polarity is claim.polarity and s.claimant != denial.claimant for s in between)
        yield ("claims between", math.log1p(asserted))
        yield ("speakers between", math.log1p(len({s.claimant for s in between} - {denial.claimant, claim.claimant})))
        if self._contrast(denial):
            yield ("contrast", 1.0)
            if 0 <= sentences <= 1:
                yield ("contrast nearby", 1.0)

    def _contrast(self, stance: Stance) -> bool:
        """Whether its sentence has a word of contrast: "but", "however"."""
        known = self._contrasts.get(stance.number)
        if known is None:
            known = self._contrasts[stance.number] = any(t.lower_ in _CONTRAST for t in stance.saying.cue.sent)
        return known

    # -------------------------------------------------------------- how they are worded

    def _form(self, denial: Stance, claim: Stance, both: Shared) -> Iterator[Feature]:
        denies, bare = denial.kind in DENIALS, not both.denied.words
        for name, holds in (
            ("denial", denies),
            ("bare", bare),
            ("bare denial", denies and bare),
            ("short", len(both.denied.words) <= _SHORT),
            ("negated cue", denial.saying.negated),
            ("denial inside another report", denial.saying.parent is not None),
            ("claim inside another report", claim.saying.parent is not None),
            ("denial beside a statement", both.denied.unit is not None and both.denied.unit.aside),
            ("denial first", both.denied.first),
            ("claim first", both.claimed.first),
            ("denial without a clause", both.denied.unit is None),
            ("claim without a clause", both.claimed.unit is None),
        ):
            if holds:
                yield (name, 1.0)
        yield (f"denial: {denial.kind}", 1.0)
        yield (f"claim: {claim.kind}", 1.0)
        yield (f"denial: pattern {denial.saying.pattern}", 1.0)
        yield (f"claim: pattern {claim.saying.pattern}", 1.0)
        yield ("denial: clauses", math.log1p(len(denial.clauses)))
        yield ("claim: clauses", math.log1p(len(claim.clauses)))

    def _grammatical(self, side: str, clause: Clause) -> list[Feature]:
        """Features of one clause, which many others are held against."""
        known = self._known.get((side, id(clause)))
        if known is None:
            known = self._known[side, id(clause)] = [(f"{side}: {name}", 1.0) for name in self._grammar(clause)]
        return known

    def _grammar(self, clause: Clause) -> Iterator[str]:
        """Features of one clause: its verb, tense, subject and what follows."""
        if clause.unit is None or clause.unit.frame is None:
            yield "no verb"
            return
        frame = clause.unit.frame
        modal = frame.modal
        yield f"tense {frame.tense or 'none'}" if modal is None else f"modal {_MODALS.get(modal.lower_, 'should')}"
        subjects = {t.lower_ for t in frame.subjects}
        for name, holds in (
            ("negative word", any(t.lower_ in _NEGATIVE for t in clause.unit.words)),
            ("be", frame.lemma == "be"),
            ("there", self._tree.kid(frame.predicate, "expl") is not None),
            ("passive", frame.passive),
            ("adjective", frame.acomp is not None),
            ("first person", bool(subjects & _FIRST)),
            ("third person", bool(subjects & _THIRD)),
            ("it", bool(subjects & _IT)),
            ("complement", bool(frame.complements)),
            ("nothing more", not (frame.logical_objects or frame.obliques or frame.complements or frame.acomp)),
            ("aside", clause.unit.head.dep_ in _ASIDE),
            ("no event", not self._lexicon.events(frame.lemma, "verb")),
        ):
            if holds:
                yield name
        for kind in sorted({row.kind for row in self._lexicon.reporting(frame.lemma, "verb")}):
            yield f"verb of {kind}"

    # -------------------------------------------------------------- the same words

    def _heads(self, both: Shared) -> Iterator[Feature]:
        """Whether predicate and arguments come again, and in the same place."""
        denied, claimed = both.denied, both.claimed
        one, other = (c.unit.frame if c.unit is not None else None for c in (denied, claimed))
        if any(self._same(t, claimed.core) for t in denied.core):
            yield (SAME, 1.0)
        lemmas = {t.lemma_.lower() for t in claimed.core}
        if any(w.token in denied.core and w.lemma in lemmas for w in denied.words):
            yield ("same verb", 1.0)
        if self._again(denied.core, claimed) or self._again(claimed.core, denied):
            yield ("predicate again", 1.0)
        if one is None or other is None:
            return
        if one.tense and one.tense == other.tense:
            yield ("same tense", 1.0)
        if denied.objects & claimed.objects:
            yield ("same object", 1.0)
        if self._again(one.logical_objects, claimed):
            yield ("object again", 1.0)
        if any(t.pos_ == "PRON" for t in one.subjects):
            yield ("denied of a pronoun", 1.0)

    def _apart(self, denied: Unit, claimed: Unit) -> Iterator[str]:
        """Whether two clauses are of other things, people or times, as the rules of replies tell it."""
        replies = self._replies
        if not replies.speaks(denied):
            yield "denied in part, or asked"
        if not replies.speaks(claimed):
            yield "claimed in part, or asked"
        agreed = replies.agreed(denied, claimed)
        yield "other arguments" if agreed is None else f"arguments agree: {min(agreed, 2)}"
        frame, other = denied.frame, claimed.frame
        doers = [f.logical_subjects if f is not None else () for f in (frame, other)]
        if all(doers) and replies.others(doers[0][0], doers[1][0]):
            yield "other doers"
        matched = [(t, there) for t in denied.words if t.pos_ == "NOUN" and (there := replies.match(t, claimed))]
        if any(replies.differ(t, there) for t, there in matched):
            yield "other kind of thing"
        objects = frame.logical_objects if frame is not None else ()
        if objects and all(replies.match(t, claimed) is None for t in objects):
            yield "other object"
        held = [h for o in frame.obliques for h in o.heads] if frame is not None else []
        again = sum([replies.match(t, claimed) is not None for t in held])
        if held:
            yield "place again" if again == len(held) else "some places again" if again else "another place"
        names = [
            {t.lower_ for t in u.words if t.pos_ == "PROPN" and t.ent_type_ not in FIGURES} for u in (denied, claimed)
        ]
        if all(names) and not names[0] & names[1]:
            yield "other names"

    def _same(self, token: Token, others: Collection[Token]) -> bool:
        there, opposite = self._replies.senses.same(token, others)
        return there is not None and not opposite

    def _again(self, tokens: Collection[Token], clause: Clause) -> bool:
        """Whether a clause has one of these words, or its opposite."""
        return any(sense in clause.senses for t in tokens for sense in self._replies.senses.of(t))


def _people(denial: Stance, claim: Stance, both: Shared) -> Iterator[Feature]:
    """Who speaks of whom."""
    who, other = denial.claimant, claim.claimant
    for name, holds in (
        ("denier spoken of", who in claim.named),
        ("denier in the claim", who in both.claimed.roots),
        ("denier is the doer", who in both.claimed.subjects),
        ("denier speaks for whom the claim speaks of", bool(denial.beside & claim.named)),
        ("claimant spoken of", other in denial.named),
        ("claimant addressed", other in denial.addressed),
        ("one person", who == other),
        ("one side", bool(denial.beside & claim.beside) or who in claim.beside or other in denial.beside),
        ("same subject", bool(both.denied.subjects & both.claimed.subjects)),
        (
            "other subject",
            bool(both.denied.subjects and both.claimed.subjects and not both.denied.subjects & both.claimed.subjects),
        ),
    ):
        if holds:
            yield (name, 1.0)
