"""Propositions: what can be true or false, kept once each, so that paraphrases meet.

The key is predicate, subject, object and modality, with coreference and metonymy resolved and verbs, nouns and
adjectives of one family sharing a property; `kg.extract.alignment` says when other wordings are the same proposition.
The label is the words of the first place, put positively.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Token

from kg.extract.agreement import third_person
from kg.extract.alignment import REACH, Alignment, Likeness
from kg.extract.mutual import mutual
from kg.extract.predications import Predication, first_of
from kg.extract.wordings import Wording, same_time_to_come
from kg.lexicon import Lexicon
from kg.model import Modality, Span, Timex
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree
from kg.vocabulary import vocabulary

Node = tuple[str, int]
"""A provisional reference: ("e", cluster), ("c", claim) or ("p", proposition)."""

VERDICT = "a verdict"
"""The rule by which a clause that only calls something false says that it is not true."""

_K = TypeVar("_K")

ClaimOf = Callable[[Predication, Token], int | None]
"""The number of the claim that an argument is, if it is one."""

Slot = tuple[Node | None, Token | None]
"""An argument: what it stands for, and its head."""

Meant = tuple[int, bool]
"""A proposition's number, and whether the words say its opposite."""

_VAGUE = frozenset(("be", "do", "get", "have", "make"))
"""Verbs that say too little to be one act because their arguments are the same: "did more to hurt it", "to help it"."""
_MOST = 3
_FURTHEST = 40
"""How many propositions of one family a wording is compared with."""
_LONGEST = 18
_LEFT_OUT = frozenset(("mark", "neg", "cc", "preconj", "parataxis", "intj", "discourse", "advcl"))
_DO = frozenset(("do", "does", "did"))
_SPELT_OUT = {
    "'s": "is",
    "’s": "is",
    "'re": "are",
    "’re": "are",
    "'ve": "have",
    "’ve": "have",
    "'ll": "will",
    "’ll": "will",
    "'d": "would",
    "’d": "would",
    "ca": "can",
    "wo": "will",
}
_ANY = {
    "nothing": "anything",
    "nobody": "anybody",
    "no one": "anyone",
    "none": "any",
    "neither": "either",
    "nowhere": "anywhere",
}
"""What a negative word is in a label, which says everything positively."""
_SINGLE = frozenset(("Person", "Organization", "Country", "City"))
_NEGATIVE = frozenset(("not", "n't", "n’t", "never", "no"))


@dataclass(slots=True)
class Prop:
    """A proposition in the making. Its label is that of `lead`, then `words`; or what predicate and arguments make."""

    predicate: str
    subject: Node | None
    object: Node | None
    roles: tuple[tuple[str, Node], ...]
    modality: Modality | None
    time: Timex | None
    words: str = ""
    lead: Node | None = None
    spans: dict[Span, None] = field(default_factory=dict)
    wordings: list[Wording] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    entails: list[int] = field(default_factory=list)


class Propositions:
    """The propositions of a document, by number in the order in which they are met."""

    def __init__(self, tree: Tree, found: Resolution, lexicon: Lexicon, claim_of: ClaimOf) -> None:
        self._tree, self._found, self._claim_of = tree, found, claim_of
        self._alignment = Alignment(tree, found, lexicon)
        self.made: list[Prop] = []
        self._number_of: dict[tuple[object, ...], int] = {}
        self._by_family: dict[str, list[int]] = {}

    def of(self, made: Predication, modality: Modality | None, speaker: int | None, *, denied: bool) -> list[Meant]:
        """Those that `speaker` words, to hold them true or false: one for each subject, one for a reciprocal.

        With each the sign: whether the words say the opposite of the proposition ("unsafe" of "safe").
        """
        agents, others = first_of(made)
        subjects = _unique([(r, t) for t in agents for r in self._found.actors(t)])
        objects = _unique([(o, t) for t in others if (o := self.argument(made, t)) is not None])
        if made.reciprocal and len(subjects) > 1:
            ways = [sorted((r, t) for t, r in pair) for pair in mutual(self._tree, [(t, r) for r, t in subjects])]
            return [
                meant
                for (first, a), (second, b) in ways[:_MOST]
                for meant in self._meant(made, (("e", first), a), (("e", second), b), modality, speaker, denied)
            ]
        doers: list[Slot] = [(("e", r), t) for r, t in subjects[:_MOST]] or [(None, agents[0] if agents else None)]
        targets: list[Slot] = [*objects[:_MOST]] or [(None, others[0] if others else None)]
        return [
            meant
            for subject in doers
            for target in targets
            for meant in self._meant(made, subject, target, modality, speaker, denied)
        ]

    def _meant(
        self,
        made: Predication,
        subject: Slot,
        target: Slot,
        modality: Modality | None,
        speaker: int | None,
        denied: bool,
    ) -> list[Meant]:
        """The proposition that a predication words: one that is known by these or other words, else a new one."""
        family, turned = self._alignment.family(made)
        doer, other = (n[1] if n is not None and n[0] == "e" else None for n in (subject[0], target[0]))
        time = self._found.time_at(made.times)
        wording = Wording(
            made, family, turned, subject[1], target[1], doer, other, modality, time, speaker, denied != turned
        )
        claim = target[0] is not None and target[0][0] == "c"
        key: tuple[object, ...] = (made.predicate, subject[0], target[0], modality)
        vague = made.frame is not None and made.frame.lemma in _VAGUE
        if vague or subject[0] is None or target[0] is None:
            key = (*key, _said_of(self._tree, wording))
        number = self._number_of.get(key)
        rule = "the same predicate and arguments"
        if number is not None and not self._at_one_time(number, time):
            number, key = None, (*key, time.value if time else "")
            number = self._number_of.get(key)
        if number is not None and not claim and not self._alignment.compatible(self.made[number].wordings[0], wording):
            return []  # one verb of one thing, but of what else is said differently: "listed 158 names", "listed 140"
        if number is None and not claim:
            number, rule = self._known(wording)
        if number is None:
            new = self._new(made, subject[0], target[0], modality, time)
            if subject[0] is None and target[0] is None and not new.words:
                return []  # "backed legislation": nothing tells it from any other
            number = self._number_of[key] = len(self.made)
            self.made.append(new)
            if not claim:
                self._by_family.setdefault(family, []).append(number)
        prop = self.made[number]
        first = prop.wordings[0] if prop.wordings else wording
        span = Span(made.head.idx, made.head.idx + len(made.head))
        if prop.wordings and span not in prop.spans and rule not in prop.rules:
            prop.rules.append(rule)
        prop.wordings.append(wording)
        prop.spans[span] = None
        return [(number, first.turned != turned)]

    def verdict(self, frame: Frame, subject: Token, speaker: int | None) -> int:
        """The proposition that "that is nonsense" denies: "that is true", of which no more is known.

        Each verdict has its own, for two may be of two things.
        """
        made = Predication(frame.predicate, "rel:be_true", None, (("agent", subject),), VERDICT, frame)
        return self._is_true(made, subject, self._spelt(frame.predicate, frame.predicate), speaker, not frame.negated)

    def claimed(self, noun: Token, speaker: int | None) -> int:
        """The proposition that who denies "her accusations of fraud" denies, and she holds: that they are true."""
        made = Predication(noun, "rel:be_true", None, (("agent", noun),), VERDICT, None)
        return self._is_true(made, noun, "are" if noun.tag_ == "NNS" else "is", speaker, True)

    def _is_true(self, made: Predication, subject: Token, copula: str, speaker: int | None, denied: bool) -> int:
        key: tuple[object, ...] = (VERDICT, made.head.i)
        if key not in self._number_of:
            root = self._found.root(subject)
            prop = Prop(made.predicate, None if root is None else ("e", root), None, (), None, None)
            prop.lead = prop.subject
            prop.words = f"{copula} true" if prop.lead else f"{self._found.phrase(subject)} {copula} true"
            prop.wordings.append(
                Wording(made, made.predicate, False, subject, None, root, None, None, None, speaker, denied)
            )
            prop.spans[Span(made.head.idx, made.head.idx + len(made.head))] = None
            self._number_of[key] = len(self.made)
            self.made.append(prop)
        return self._number_of[key]

    def _at_one_time(self, number: int, time: Timex | None) -> bool:
        known = self.made[number].time
        return known is None or time is None or known.value == time.value

    def _known(self, wording: Wording) -> tuple[int | None, str]:
        """The nearest proposition that other words have already said, and the rule that says so.

        None of its wordings may speak of something else, so that "cut nothing" does not join "cut a rope" and "cut
        two boats".
        """
        best: tuple[int, int, str] | None = None
        for number in self._by_family.get(wording.family, ())[-_FURTHEST:]:
            others = self.made[number].wordings
            if not all(self._alignment.compatible(other, wording) for other in others[:_MOST]):
                continue
            for other in others[:_MOST]:
                rule = self._alignment.rule(other, wording)
                apart = abs(other.made.head.i - wording.made.head.i)
                if rule is not None and (best is None or apart < best[0]):
                    best = (apart, number, rule)
        return (None, "") if best is None else best[1:]

    def entailed(self) -> None:
        """Say which propositions entail that a thing exists: "signed a contract" entails "there was a contract".

        Only what somebody else says within reach of that is looked at, so the work stays linear in the text.
        """
        for number, prop in enumerate(self.made):
            thing = self._alignment.existing(prop.wordings[0].made) if prop.wordings else None
            if thing is None:
                continue
            here = prop.wordings[0]
            for other in range(max(0, number - _FURTHEST), min(len(self.made), number + _FURTHEST)):
                if other != number and any(self._implies(w, here, thing) for w in self.made[other].wordings[:_MOST]):
                    self.made[other].entails.append(number)

    def _implies(self, wording: Wording, existing: Wording, thing: Token) -> bool:
        if wording.speaker == existing.speaker or self._alignment.existing(wording.made) is not None:
            return False
        if abs(wording.made.head.i - existing.made.head.i) > REACH or wording.modality is not existing.modality:
            return False
        if not same_time_to_come(wording, existing):
            return False
        arguments = [t for role, t in wording.made.roles if role != "agent"]
        frame = wording.made.frame
        if frame is not None:  # "brought them in vans" has vans in it, as "signed a letter" has a letter
            arguments += (*frame.logical_objects, *(t for o in frame.obliques for t in o.heads))
        return any(
            t.pos_ == "NOUN" and self._alignment.likeness(t, thing, None, None) is Likeness.SAME for t in arguments
        )

    def argument(self, made: Predication, token: Token) -> Node | None:
        """What an argument is: a claim, where the verb takes a stand on one, else an entity."""
        claim = self._claim_of(made, token)
        if claim is not None:
            return ("c", claim)
        root = self._found.root(token)
        return None if root is None else ("e", root)

    def _new(
        self,
        made: Predication,
        subject: Node | None,
        target: Node | None,
        modality: Modality | None,
        time: Timex | None,
    ) -> Prop:
        prop = Prop(made.predicate, subject, target, self._roles(made, subject, target), modality, time)
        self._worded(made, prop, first_of(made)[1])
        return prop

    def _roles(self, made: Predication, subject: Node | None, target: Node | None) -> tuple[tuple[str, Node], ...]:
        pairs = [(role, t) for role, t in made.roles if role not in ("agent", "occasion")] + [
            ("place", t) for t in made.places
        ]
        nodes = [(role, ("e", root)) for role, t in pairs if (root := self._found.root(t)) is not None]
        return tuple(dict.fromkeys((role, node) for role, node in nodes if node not in (subject, target)))

    # -------------------------------------------------------------- labels

    def _worded(self, made: Predication, prop: Prop, others: list[Token]) -> None:
        """Word a proposition: the clause's own words behind its subject where they can be had, negation left out."""
        frame = made.frame
        if prop.object is not None and prop.object[0] == "c":
            return
        if frame is not None and self._alignment.existing(made) is not None:
            prop.words = f"there {self._clause(frame)}"
            return
        if frame is None or not self._carries(made, frame) or not _worded_whole(frame):
            if len(others) == 1 and prop.object is not None:
                prop.words = f"{vocabulary().words(made.predicate)} {self._found.phrase(others[0])}"
                prop.lead = prop.subject
            return
        prop.lead = prop.object if frame.passive and not frame.datives_passive else prop.subject
        single = prop.lead is not None and prop.lead[0] == "e" and self._found.type(prop.lead[1]) in _SINGLE
        prop.words = self._clause(frame, single)
        if prop.lead is None and frame.subjects:
            subject = frame.subjects[0]
            none = subject.lower_ == "one" and any(k.lower_ == "no" for k in self._tree.kids(subject))
            phrase = "no one" if none else self._found.phrase(subject)
            prop.words = f"{_ANY.get(phrase.lower(), phrase.removeprefix('no ').removeprefix('No '))} {prop.words}"

    def _carries(self, made: Predication, frame: Frame) -> bool:
        """Whether the predication is that of the frame's verb or adjective, or of a noun that the verb supports."""
        return made.head in (frame.predicate, frame.acomp) or made.support is not None

    def _clause(self, frame: Frame, single: bool = False) -> str:
        tree, verb = self._tree, frame.predicate
        gone: set[int] = set()
        for kid in tree.kids(verb):
            subject = kid.dep_ in ("nsubj", "csubj", "expl", "nsubjpass", "csubjpass")
            beside = kid.dep_ == "conj" and kid.pos_ in ("VERB", "AUX")
            if subject or beside or kid.dep_ in _LEFT_OUT:
                gone.update(t.i for t in tree.subtree(kid))
        for beyond in tree.subtree(verb):  # "…, which he denies", "…, a claim he denies"
            if beyond.i > verb.i and beyond.dep_ in ("relcl", "appos") and _paused(tree, beyond):
                gone.update(t.i for t in tree.subtree(beyond))
        first = min((a.i for a in frame.auxiliaries), default=verb.i)
        kept = [
            t
            for t in tree.subtree(verb)
            if t.i >= first and t.i not in gone and not t.is_space and not t.is_quote
            if t.lower_ not in _NEGATIVE or not _of_clause(tree, t, verb)
        ]
        while kept and kept[-1].is_punct:
            kept.pop()
        text = "".join(
            " " * (t.lower_ in _SPELT_OUT and t.pos_ == "AUX")
            + (third_person(self._spelt(t, verb), t.tag_) if single and n == 0 else self._spelt(t, verb))
            + t.whitespace_
            for n, t in enumerate(kept[:_LONGEST])
        )
        return " ".join(text.split()) + (" …" if len(kept) > _LONGEST else "")

    def _spelt(self, token: Token, verb: Token) -> str:
        if token.lower_ in _ANY and _of_clause(self._tree, token, verb):
            if not any(k.lower_ in ("but", "except") for k in self._tree.kids(token)):  # "nothing but water"
                return _ANY[token.lower_]
        return _SPELT_OUT.get(token.lower_, token.text) if token.pos_ == "AUX" else token.text


def _said_of(tree: Tree, wording: Wording) -> tuple[str, ...]:
    """The words that tell an act with an open argument from another: "won in Oslo", "did more to hurt than to help"."""
    frame = wording.made.frame
    tokens = [t for t in (wording.subject, wording.object) if t is not None and t.pos_ != "PRON"]
    if frame is not None:
        held = [*frame.logical_objects, *frame.datives, *(h for o in frame.obliques for h in o.heads)]
        tokens += [t for t in held if t.ent_type_ not in ("DATE", "TIME")]
        tokens += [c.head for c in frame.complements]
        tokens += [k for k in tree.kids(frame.predicate) if k.dep_ == "advcl" and k.tag_ == "VB"]
        tokens += [k for t in frame.logical_objects for k in tree.kids(t) if k.dep_ in ("acl", "relcl")]
    return tuple(sorted({t.lemma_.lower() for t in tokens}))


def _unique(pairs: list[tuple[_K, Token]]) -> list[tuple[_K, Token]]:
    """The pairs whose first part has not come before."""
    return [p for n, p in enumerate(pairs) if p[0] not in [q[0] for q in pairs[:n]]]


def _paused(tree: Tree, clause: Token) -> bool:
    """Whether a comma or dash stands before a clause or apposition: it says more than what is claimed."""
    first = clause.left_edge.i
    return first > 0 and tree.tokens[first - 1].is_punct and not tree.tokens[first - 1].is_quote


def _of_clause(tree: Tree, negative: Token, verb: Token) -> bool:
    """Whether a negative word negates this verb: not in "said that *nobody* came", "left with *no* warning"."""
    if negative.head.dep_ == "pobj" and negative.dep_ == "det":
        return False
    for above in tree.ancestors(negative):
        if above == verb:
            return True
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in ("aux", "auxpass"):
            return False
    return False


def _worded_whole(frame: Frame) -> bool:
    """Whether the clause's own words read well behind its subject: "Berg leaves", "Berg to leave"; not "did leave"."""
    if frame.subject_by == "control":
        return any(a.tag_ == "TO" for a in frame.auxiliaries)
    return frame.subject_by in ("own", "conj") and not any(a.lower_ in _DO for a in frame.auxiliaries)
