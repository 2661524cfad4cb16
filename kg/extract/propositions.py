"""Propositions: what can be true or false, kept once each, so that paraphrases meet.

The key is predicate, subject, object and modality, with coreference and metonymy resolved and verbs, nouns and
adjectives of one family sharing a property; the label is the words of the first place, put positively.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.predications import Predication, first_of
from kg.model import Modality, Span, Timex
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree
from kg.vocabulary import vocabulary

Node = tuple[str, int]
"""A provisional reference: ("e", cluster), ("c", claim) or ("p", proposition)."""

ClaimOf = Callable[[Predication, Token], int | None]
"""The number of the claim that an argument is, if it is one."""

_MOST = 3
_LONGEST = 18
_LEFT_OUT = frozenset(("mark", "neg", "cc", "parataxis", "intj", "discourse", "advcl"))
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
    spans: list[Span] = field(default_factory=list)


class Propositions:
    """The propositions of a document, by number in the order in which they are met."""

    def __init__(self, tree: Tree, found: Resolution, claim_of: ClaimOf) -> None:
        self._tree, self._found, self._claim_of = tree, found, claim_of
        self.made: list[Prop] = []
        self._number_of: dict[tuple[object, ...], int] = {}

    def of(self, made: Predication, modality: Modality | None) -> list[int]:
        """Those of a predication: one for each subject of a plain verb, one for a reciprocal."""
        agents, others = first_of(made)
        subjects = list(dict.fromkeys(r for t in agents for r in self._found.actors(t)))
        objects = list(dict.fromkeys(o for t in others if (o := self.argument(made, t)) is not None))
        if made.symmetric and len(subjects) > 1:
            first, second = sorted(subjects[:2])
            return [self._number(made, ("e", first), ("e", second), modality)]
        doers: list[int | None] = [*subjects[:_MOST]] or [None]
        targets: list[Node | None] = [*objects[:_MOST]] or [None]
        return [
            self._number(made, None if subject is None else ("e", subject), target, modality)
            for subject in doers
            for target in targets
            if subject is not None or target is not None
        ]

    def argument(self, made: Predication, token: Token) -> Node | None:
        """What an argument is: a claim, where the verb takes a stand on one, else an entity."""
        claim = self._claim_of(made, token)
        if claim is not None:
            return ("c", claim)
        root = self._found.root(token)
        return None if root is None else ("e", root)

    def _number(self, made: Predication, subject: Node | None, target: Node | None, modality: Modality | None) -> int:
        key = (made.predicate, subject, target, modality)
        number = self._number_of.get(key)
        if number is None:
            number = self._number_of[key] = len(self.made)
            time = self._found.time_at(made.times)
            prop = Prop(made.predicate, subject, target, self._roles(made, subject, target), modality, time)
            self._worded(made, prop, first_of(made)[1])
            self.made.append(prop)
        span = Span(made.head.idx, made.head.idx + len(made.head))
        if span not in self.made[number].spans:
            self.made[number].spans.append(span)
        return number

    def _roles(self, made: Predication, subject: Node | None, target: Node | None) -> tuple[tuple[str, Node], ...]:
        pairs = [(role, t) for role, t in made.roles if role != "agent"] + [("place", t) for t in made.places]
        nodes = [(role, ("e", root)) for role, t in pairs if (root := self._found.root(t)) is not None]
        return tuple(dict.fromkeys((role, node) for role, node in nodes if node not in (subject, target)))

    # -------------------------------------------------------------- labels

    def _worded(self, made: Predication, prop: Prop, others: list[Token]) -> None:
        """Word a proposition: the clause's own words behind its subject where they can be had, negation left out."""
        frame = made.frame
        if prop.object is not None and prop.object[0] == "c":
            return
        if frame is None or not self._carries(made, frame) or frame.subject_by not in ("own", "conj") or _has_do(frame):
            if len(others) == 1 and prop.object is not None:
                prop.words = f"{vocabulary().words(made.predicate)} {self._found.phrase(others[0])}"
                prop.lead = prop.subject
            return
        prop.words = self._clause(frame)
        prop.lead = prop.object if frame.passive and not frame.datives_passive else prop.subject
        if prop.lead is None and frame.subjects:
            prop.words = f"{self._found.phrase(frame.subjects[0])} {prop.words}"

    def _carries(self, made: Predication, frame: Frame) -> bool:
        """Whether the predication is that of the frame's verb or adjective, or of a noun that the verb supports."""
        return made.head in (frame.predicate, frame.acomp) or made.support is not None

    def _clause(self, frame: Frame) -> str:
        tree, verb = self._tree, frame.predicate
        gone: set[int] = set()
        for kid in tree.kids(verb):
            subject = kid.dep_ in ("nsubj", "csubj", "expl", "nsubjpass", "csubjpass")
            beside = kid.dep_ == "conj" and kid.pos_ in ("VERB", "AUX")
            if subject or beside or kid.dep_ in _LEFT_OUT:
                gone.update(t.i for t in tree.subtree(kid))
        first = min((a.i for a in frame.auxiliaries), default=verb.i)
        kept = [
            t
            for t in tree.subtree(verb)
            if t.i >= first and t.i not in gone and not t.is_space and not t.is_quote and t.lower_ not in _NEGATIVE
        ]
        while kept and kept[-1].is_punct:
            kept.pop()
        text = "".join(
            " " * (t.lower_ in _SPELT_OUT and t.pos_ == "AUX") + self._spelt(t) + t.whitespace_ for t in kept[:_LONGEST]
        )
        return " ".join(text.split()) + (" …" if len(kept) > _LONGEST else "")

    @staticmethod
    def _spelt(token: Token) -> str:
        return _SPELT_OUT.get(token.lower_, token.text) if token.pos_ == "AUX" else token.text


def _has_do(frame: Frame) -> bool:
    return any(a.lower_ in _DO for a in frame.auxiliaries)
