"""What stands in the slots that the lexicon names: `subj`, `obj`, a preposition of a verb; `poss`, `mod` of a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from spacy.tokens import Token

from kg.lexicon import EventRow, Lexicon
from kg.model import Kind
from kg.resolve.namespans import NUMERIC
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

SIDELINES = frozenset(("sideline", "margin", "fringe"))
"""Nouns after which "of" names the occasion of a meeting."""
_NOT_TOLD = frozenset("i we it there this that one".split())
_MODIFIERS = ("compound", "amod", "nmod")
_TIMES = ("DATE", "TIME")
_THINGS = frozenset(("Concept", "Event"))
_NOBODY = frozenset(("Concept", "Event", "Product", "CreativeWork", "Place", ""))
_PLURAL = ("NNS", "NNPS")


class Slots:
    """Reads the slots of the frames and nouns of a document."""

    def __init__(self, tree: Tree, frames: Mapping[int, Frame], found: Resolution, lexicon: Lexicon) -> None:
        self._tree, self._frames, self._found, self._lexicon = tree, frames, found, lexicon

    def fillers(self, tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
        """The lemma and the class of each argument, as the lexicon's requirements ask for them.

        What a measure is of counts too: "tonnes of grain" are grain.
        """
        for token in tokens:
            candidate = self._found.candidate(token)
            kind = self._found.clusters.type(candidate) if candidate is not None else ""
            yield token.lemma_.lower(), kind
            if candidate is not None and candidate.head.i > token.i:
                yield candidate.head.lemma_.lower(), kind

    def type(self, token: Token) -> str:
        """The class of an argument; empty where it is no mention."""
        candidate = self._found.candidate(token)
        return self._found.clusters.type(candidate) if candidate is not None else ""

    def suits(self, row: EventRow, slot: Callable[[str], Iterable[Token]]) -> bool:
        """Whether those in the roles of a row can act, where its class asks for it ("the analysis chastened him")."""
        for name, role in row.args:
            if (row.cls or "", role) in self._lexicon.casts:
                held = list(slot(name))
                if held and all(self.is_thing(t) or (role == "patient" and self.type(t) == "Product") for t in held):
                    return False
        return True

    def is_thing(self, token: Token) -> bool:
        """Whether a common noun stands for a thing, an idea or an event: nobody who can act or be met."""
        candidate = self._found.candidate(token)
        if candidate is None or candidate.head.pos_ == "PROPN" or self._found.clusters.named(candidate):
            return False
        if self._found.clusters.type(candidate) not in _THINGS:
            return False
        if candidate.kind is Kind.PRONOUN and all(
            m.kind is Kind.PRONOUN for m in self._found.clusters.members(candidate)
        ):
            return False
        row = self._lexicon.noun(candidate.head.lemma_.lower())
        if row is not None and row.note == "body":
            return False
        return not any(self.type(t) not in _NOBODY for t in self._tree.under(candidate.head, ("of",)))

    def _by_later(self, frame: Frame) -> tuple[Token, ...]:
        """ "Was sued and fined by Norway": the agent of the passive that goes on from this one."""
        if frame.obliques:
            return ()
        for kid in self._tree.kids(frame.predicate):
            later = self._frames.get(kid.i) if kid.dep_ == "conj" else None
            if later is not None and later.passive and later.subject_by == "conj" and not frame.times:
                return later.agents
        return ()

    def _means(self, agent: Token) -> bool:
        """ "Removed by force", "sent by mail": a bare noun for a thing says how."""
        if any(k.dep_ == "nummod" for k in self._tree.kids(agent)) and self.is_thing(agent):
            return True  # "was beaten by 120 votes"
        return agent.tag_ == "NN" and not self._tree.kids(agent) and (agent.lower_ == "force" or self.is_thing(agent))

    def of_verb(self, frame: Frame, slot: str, row: EventRow | None) -> tuple[Token, ...]:
        """The heads in a slot of a verb, or of the adjective that the row is of."""
        stative = row is not None and row.pos == "adjective"
        if slot == "subj":
            if stative or not frame.passive:
                return frame.subjects
            return tuple(t for t in frame.agents or self._by_later(frame) if not self._means(t))
        if slot == "obj":
            objects = () if stative else frame.logical_objects or tuple(self._told_to(frame, "to"))
            words = row.lemma.split("_")[1:] if row is not None else ()
            return tuple(t for t in objects if t.dep_ != "oprd" and t.lemma_.lower() not in words)
        if slot == "oprd":
            return tuple(t for t in frame.objects if t.dep_ == "oprd")
        if slot == "iobj":
            return frame.recipients
        if slot in ("inf", "that"):
            return tuple(c.head for c in frame.complements if c.form == ("to" if slot == "inf" else "that"))
        if slot in ("thatsubj", "must"):
            return tuple(self._told_to(frame, "that", necessary=slot == "must"))
        held = frame.to(slot)
        if not held and frame.acomp is not None:
            held = tuple(self.of_noun(frame.acomp).get(slot, ()))
        return tuple(t for t in held if t.ent_type_ not in _TIMES and t.lemma_.lower() not in SIDELINES)

    def _told_to(self, frame: Frame, form: str, *, necessary: bool = False) -> Iterator[Token]:
        """ "She said that the two sides must talk", "let them talk": who somebody else wants to do something."""
        own = {self._found.root(t) for t in frame.subjects}
        for complement in frame.complements:
            inner = self._frames.get(complement.head.i)
            if complement.form != form or inner is None or inner.subject_by != "own":
                continue
            if necessary and not (
                any(self._lexicon.necessary(a.lower_) for a in inner.auxiliaries) or self._wished(inner)
            ):
                continue
            for token in inner.subjects:
                if token.lower_ not in _NOT_TOLD and self._found.root(token) not in own:
                    yield token

    def _wished(self, frame: Frame) -> bool:
        """ "They insist that Chad leave": a subjunctive, which one sees in the third person singular."""
        first = min((*frame.auxiliaries, frame.predicate), key=lambda t: t.i)
        bare = first.lower_ == "be" or (first is frame.predicate and first.tag_ in ("VB", "VBP"))
        return (
            bare
            and len(frame.subjects) == 1
            and frame.subjects[0].pos_ in ("NOUN", "PROPN")
            and frame.subjects[0].tag_ not in _PLURAL
        )

    def of_noun(self, noun: Token) -> dict[str, list[Token]]:
        """The words in each slot of a noun (or of an adjective that a copula leads to)."""
        tree = self._tree
        slots: dict[str, list[Token]] = {}
        if (above := noun.head.head if noun.dep_ == "pobj" else noun.head).pos_ == "VERB":
            slots["verb"] = [above]
        for kid in tree.kids(noun):
            if kid.dep_ == "amod":
                slots.setdefault("adj", []).append(kid)
            if kid.dep_ == "poss":
                slots.setdefault("poss", []).append(kid)
            elif (
                kid.dep_ in _MODIFIERS
                and kid.i < noun.i
                and (kid.ent_type_ not in NUMERIC)
                and (kid.pos_ in ("PROPN", "NOUN") or kid.i in self._found.by_head)
            ):
                slots.setdefault("mod", []).append(kid)
                if (country := self._lexicon.country(kid.text)) is not None and country.is_adjective(kid.text):
                    slots.setdefault("demonym", []).append(kid)
            elif kid.dep_ == "prep":
                for held in tree.kids(kid):
                    if held.dep_ == "pobj" and held.ent_type_ not in _TIMES and held.lemma_.lower() not in SIDELINES:
                        slots.setdefault(kid.lower_, []).extend(tree.nouns(held))
        return slots


def idioms_of(frame: Frame) -> Iterator[str]:
    """The verb with a word that may belong to it: "took part", "set free", "came back", as `take_part` and so on."""
    near = [a for a in frame.adverbs if a.i > frame.predicate.i][:1]
    for token in (*frame.objects, *near, *((frame.acomp,) if frame.acomp is not None else ())):
        yield f"{frame.predicate.lemma_.lower()}_{token.lemma_.lower()}"
