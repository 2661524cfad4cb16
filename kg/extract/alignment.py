"""When two wordings are one proposition: paraphrases meet, and what a reply leaves open is filled from what it answers.

Two predications can meet when their predicates are of one family. Then each argument is compared: the *same* thing
(one entity, or one description: "herring", "the letter of resignation" and "no letter"); *open* (left out, or a
pronoun or quantifier that could stand for it); *like* (a description that could be the other's); or another thing,
which ends it. Less sameness asks for more nearness, and for somebody else who takes the other side: an answer
repeats in fewer words what it denies. A wrong merge is worse than a missed one.
"""

from __future__ import annotations

from enum import IntEnum

from spacy.tokens import Token

from kg.extract.predications import Predication
from kg.extract.wordings import (
    Wording,
    crossed,
    dates_meet,
    in_one_breath,
    is_generic,
    is_party,
    same_time_to_come,
    same_verb,
)
from kg.lexicon import Lexicon
from kg.model import Kind
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree

NEAR = 60
"""Tokens between a claim and a reply that repeats no argument of it in its own words."""
REACH = 200
"""Tokens between a claim and a reply that repeats one argument and leaves the other open."""

_BLANKET = frozenset(
    "anybody anyone anything nobody no-one none nothing neither one any some somebody someone something such".split()
)
_LEAST = frozenset("penny cent dime dollar euro pound peso rupee word thing finger bit shred jot iota".split())
"""Nouns for the least there is: "not a penny"."""
_THINGS = frozenset(("it", "this", "that", "these", "those"))
_PEOPLE = frozenset(("he", "she", "him", "her", "his", "hers"))
_SPEAKERS = frozenset(("i", "me", "my", "you", "your"))
_BODIES = frozenset(("we", "us", "our", "they", "them", "their"))
_OURS = frozenset(("we", "us", "our"))


class Likeness(IntEnum):
    """How far two arguments agree."""

    OTHER = 0
    LIKE = 1
    OPEN = 2
    SAME = 3


class Alignment:
    """Compares wordings of one document."""

    def __init__(self, tree: Tree, found: Resolution, lexicon: Lexicon) -> None:
        self._tree, self._found, self._lexicon = tree, found, lexicon

    def family(self, made: Predication) -> tuple[str, bool]:
        """The family of a predicate, and whether it is the opposite in it: ("rel:be_safe", True) for "was unsafe"."""
        frame = made.frame
        if made.predicate.startswith("rel:") and frame is not None:
            adjective = frame.acomp
            word, pos = (adjective.lemma_.lower(), "adjective") if adjective is not None else (frame.lemma, "verb")
            if row := self._lexicon.family(word, pos):
                return made.predicate.replace(word, row.family, 1), row.opposite
        return made.predicate, False

    def compatible(self, one: Wording, other: Wording) -> bool:
        """Whether nothing in two wordings of one family speaks against one proposition."""
        if not same_time_to_come(one, other) or not self._clauses(one, other) or not self._circumstances(one, other):
            return False
        if in_one_breath(one, other):
            return False
        return Likeness.OTHER not in self._pairs(one, other)

    def rule(self, one: Wording, other: Wording) -> str | None:
        """The name of the rule by which two compatible wordings are one proposition, None where none lets them."""
        filled = self._pairs(one, other)
        same, like = filled.count(Likeness.SAME), filled.count(Likeness.LIKE)
        apart = abs(one.made.head.i - other.made.head.i)
        if apart > REACH:
            return None
        opposed = one.speaker != other.speaker and one.denied != other.denied
        if opposed and self.existing(one.made) and self.existing(other.made):
            return "an answer: that it exists, and that it does not" if filled == [Likeness.SAME] else None
        generic = is_generic(one) or is_generic(other)
        if generic and not opposed and not self._one_description(one.object, other.object):
            return None  # "has time", "has a hard time": little is the same but a verb that says little
        if filled and same == len(filled) and (same == 2 or not generic):
            return "the same arguments"
        if generic or not opposed:
            return None
        named = one.made.cls is not None
        if not named and not same_verb(one, other):
            return None
        if same and not like:
            return "an answer: one argument the same, the other left open"
        if same and apart <= NEAR * 2:
            return "an answer: one argument the same, the other described"
        if (like == 1 and apart <= NEAR) or (like == 2 and named and apart <= NEAR // 2):
            return "an answer: arguments described or named by pronouns"
        if named and (is_party(one, other) or is_party(other, one)):
            return "an answer: one of those concerned, arguments left out"
        if not filled and named and apart <= NEAR:
            return "an answer: arguments left out"
        return None

    def _one_description(self, a: Token | None, b: Token | None) -> bool:
        """Whether two objects are described alike, or are one thing by name."""
        if a is None or b is None or a.lemma_ != b.lemma_:
            return True
        return _modifiers(self._tree, a) == _modifiers(self._tree, b)

    def existing(self, made: Predication) -> Token | None:
        """What "there was a letter" says to exist."""
        frame = made.frame
        if frame is None or made.head.i != frame.predicate.i or frame.lemma != "be" or len(frame.objects) != 1:
            return None
        return frame.objects[0] if self._tree.kid(frame.predicate, "expl") is not None else None

    def _pairs(self, one: Wording, other: Wording) -> list[Likeness]:
        """How far subjects and objects agree, without what neither has."""
        left, right = (other.subject, other.subject_root), (other.object, other.object_root)
        if one.made.reciprocal and other.made.reciprocal and crossed(one, other):
            left, right = right, left
        pairs = (
            (one.subject, left[0], one.subject_root, left[1]),
            (one.object, right[0], one.object_root, right[1]),
        )
        return [
            Likeness.LIKE if self._unsure(one, other, a, b) else self.likeness(a, b, r, q)
            for a, b, r, q in pairs
            if a is not None or b is not None
        ]

    def _unsure(self, one: Wording, other: Wording, a: Token | None, b: Token | None) -> bool:
        """ "Berg said that Wei had paid her. “He never paid me,” Silva said.": *he* is Wei, though Berg spoke last."""
        earlier, later, named, said = (one, other, a, b) if one.made.head.i < other.made.head.i else (other, one, b, a)
        if named is None or said is None or said.lower_ not in _PEOPLE or earlier.speaker is None:
            return False
        whose, root = self._found.root(said), self._found.root(named)
        return whose == earlier.speaker and root != whose and later.speaker != whose and self._fits(said, named)

    def _clauses(self, one: Wording, other: Wording) -> bool:
        """Whether the clauses below the verbs agree: "helps us talk" is not "helps them understand".

        Nor is "did more to hurt it" "did more to help it".
        """
        mine, theirs = (
            {c.head.lemma_.lower() for c in frame.complements}
            | {k.lemma_.lower() for t in frame.logical_objects for k in self._tree.kids(t) if k.dep_ == "acl"}
            | {k.lemma_.lower() for k in self._tree.kids(frame.predicate) if k.dep_ == "advcl" and k.tag_ == "VB"}
            if (frame := w.made.frame) is not None
            else set()
            for w in (one, other)
        )
        return not mine or not theirs or bool(mine & theirs)

    def _circumstances(self, one: Wording, other: Wording) -> bool:
        """Whether time and place speak against it: "met on Monday" is not "met on Tuesday"."""
        if one.time is not None and other.time is not None and one.time.value != other.time.value:
            return False
        if not self._beside(one, other) or not dates_meet(one, other):
            return False
        here, there = (self._found.roots(w.made.places) for w in (one, other))
        if here and there and not here & there:
            return False
        mine, theirs = (
            {r: t for r, t in w.made.roles if r in ("recipient", "topic", "instrument") and t is not w.object}
            for w in (one, other)
        )
        return all(
            self.likeness(mine[r], theirs[r], self._found.root(mine[r]), self._found.root(theirs[r]))
            for r in mine.keys() & theirs.keys()
        )

    def _beside(self, one: Wording, other: Wording) -> bool:
        """Whether the prepositional phrases agree: "made on a platform" is not "made in a letter"."""
        mine, theirs = (
            [
                t
                for o in (w.made.frame.obliques if w.made.frame is not None else ())
                for t in o.heads
                if t not in (w.subject, w.object) and t not in w.made.times and t.ent_type_ not in ("DATE", "TIME")
            ]
            for w in (one, other)
        )
        return (
            not mine
            or not theirs
            or any(self.likeness(a, b, self._found.root(a), self._found.root(b)) for a in mine for b in theirs)
        )

    # -------------------------------------------------------------- arguments

    def likeness(self, a: Token | None, b: Token | None, root_a: int | None, root_b: int | None) -> Likeness:
        """How far two arguments agree."""
        if a is None or b is None:
            return Likeness.OPEN
        if root_a is not None and root_a == root_b:
            return Likeness.SAME
        if blanket(a) or blanket(b):
            return Likeness.OPEN
        if self._speaks_for(a, root_b) or self._speaks_for(b, root_a):
            return Likeness.LIKE
        if root_a is not None and root_b is not None and self._found.named(root_a) and self._found.named(root_b):
            return Likeness.OTHER
        a, b = self._named_by(a, root_a, b), self._named_by(b, root_b, a)
        for one, other, root in ((a, b, root_b), (b, a, root_a)):
            if one.pos_ == "PRON" or one.tag_ in ("PRP", "PRP$"):
                return self._pronoun(one, other, root)
        if a.pos_ == "PROPN" and b.pos_ == "PROPN":
            return Likeness.OTHER
        if a.lemma_.lower() == b.lemma_.lower():
            return self._same_noun(a, b)
        return self._described(a, b)

    def _named_by(self, token: Token, root: int | None, other: Token) -> Token:
        """The noun that "he" or "she" was used for: "the teacher"; with a name, only the one the other is called by."""
        if root is None or token.lower_ not in _PEOPLE:
            return token
        nouns = (c.head for c in self._found.clusters.by_root(root))
        called = [t for t in nouns if t.pos_ == "NOUN"]
        if self._found.named(root):
            called = [t for t in called if t.lemma_ == other.lemma_]
        return called[0] if called else token

    def _speaks_for(self, pronoun: Token, root: int | None) -> bool:
        """ "We paid nobody", says the manager: the company did not."""
        return pronoun.lower_ in _OURS and root is not None and self._found.type(root) in _INSTITUTIONS

    def _pronoun(self, pronoun: Token, other: Token, root: int | None) -> Likeness:
        """A pronoun that was not resolved to the same thing could still be meant for it, if person and number agree."""
        word = pronoun.lower_
        kind = self._found.type(root) if root is not None else ""
        if other.pos_ == "PRON":
            alike = any(word in group and other.lower_ in group for group in (_THINGS, _PEOPLE, _SPEAKERS, _BODIES))
            return Likeness.LIKE if alike else Likeness.OTHER
        if word in _PEOPLE or word in _SPEAKERS:
            good = kind in ("Person", "")
        elif word in _BODIES:
            good = kind in ("Organization", "Group", "Country", "City") or other.tag_ in ("NNS", "NNPS")
        else:
            good = kind not in ("Person", "Group") and word in _THINGS
        if not good or (word in _PEOPLE and not self._fits(pronoun, other)):
            return Likeness.OTHER
        return Likeness.LIKE

    def _fits(self, a: Token, b: Token) -> bool:
        one, other = self._found.candidate(a), self._found.candidate(b)
        if one is None or other is None:
            return True
        genders = {self._found.clusters.gender(other), one.gender} - {""}
        return len(genders) < 2

    def _same_noun(self, a: Token, b: Token) -> Likeness:
        """Whether two phrases of one noun may describe one thing: nothing in one speaks against the other."""
        if a.tag_ != b.tag_:
            return Likeness.OTHER
        if a.pos_ not in ("NOUN", "PROPN"):  # "does more to hurt it", "does more to help it"
            return Likeness.OPEN
        beside, along = (under(self._tree, t) for t in (a, b))
        if beside and along and not beside & along:
            return Likeness.OTHER  # "a tax on sugar", "a tax on land"
        mine, theirs = (_modifiers(self._tree, t) for t in (a, b))
        numbers, others = ({m for m in side if m[0].isdigit() or m in _COUNTS} for side in (mine, theirs))
        if numbers and others and numbers != others:
            return Likeness.OTHER
        one, other = mine - numbers, theirs - others
        owners = [self._owner(t) for t in (a, b)]
        if not (one <= other or other <= one) or (None not in owners and owners[0] != owners[1]):
            return Likeness.OTHER
        return Likeness.SAME if numbers == others and bool(beside) == bool(along) else Likeness.LIKE

    def _owner(self, noun: Token) -> int | None:
        owner = self._tree.kid(noun, "poss")
        return self._found.root(owner) if owner is not None else None

    def _described(self, a: Token, b: Token) -> Likeness:
        """ "the coach" could be Duarte, and "the product" the weedkiller: a definite description of the same class."""
        one, other = self._found.candidate(a), self._found.candidate(b)
        if one is None or other is None or not self._open_to(one, other):
            return Likeness.OTHER
        if not self._found.clusters.compatible(one, other):
            return Likeness.OTHER
        kinds = {self._found.clusters.type(one), self._found.clusters.type(other)}
        named = self._found.clusters.named(one) or self._found.clusters.named(other)
        if not named and max(a, b, key=lambda t: t.i).lemma_.lower() not in GENERAL:
            return Likeness.OTHER  # the ward is not the car park, and the teacher not the cook
        return Likeness.LIKE if len(kinds - {"Concept", ""}) <= 1 or kinds <= _INSTITUTIONS else Likeness.OTHER

    def _open_to(self, one: Candidate, other: Candidate) -> bool:
        named = [self._found.clusters.named(c) for c in (one, other)]
        if all(named):
            return False
        later, earlier = (one, other) if one.head.i > other.head.i else (other, one)
        plain = later if not self._found.clusters.named(later) else earlier
        return plain.kind is Kind.NOMINAL and plain.definite in ("the", "this", "that", "these", "those")


GENERAL = frozenset(
    "product device machine vehicle craft vessel substance material animal building site facility object item document "
    "thing person man woman boy girl official company firm group organisation organization agency body authority "
    "institution team club party government".split()
)
"""Nouns by which a thing is called again that had a closer word before."""
_INSTITUTIONS = frozenset(("Organization", "Group"))
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten first second third last next other another half both".split()
)


def under(tree: Tree, noun: Token) -> set[str]:
    """What stands under the prepositions of a noun: "the letter of resignation"."""
    return {h.lemma_.lower() for k in tree.kids(noun) if k.dep_ == "prep" for h in tree.kids(k)}


def _modifiers(tree: Tree, noun: Token) -> set[str]:
    return {
        k.lemma_.lower()
        for k in tree.kids(noun)
        if k.dep_ in ("amod", "compound", "nummod", "nmod") or k.lower_ in _COUNTS
        if k.lower_ not in _BLANKET and k.i < noun.i
    }


def blanket(token: Token) -> bool:
    """ "nobody", "anything", "a penny": a word that stands for all there are."""
    if token.lower_ not in _LEAST:
        return token.lower_ in _BLANKET
    return token.tag_ in ("NN", "NNP") or (token.i > 0 and token.nbor(-1).lower_ in ("a", "one", "single"))
