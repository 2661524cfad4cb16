"""Predications: a frame or an event noun, read through the lexicon.

A predication has a property of the ontology, or an open one, and its arguments by role, as tokens. "They held talks",
"the talks between them" and "they talked" come out alike. Relations, events and propositions are all made from these.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import EventRow, Lexicon, Participation
from kg.resolve.namespans import NUMERIC
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

PLACE_PREPS = frozenset("in at near outside inside within throughout across around off aboard".split())
_PLACES = frozenset(("Country", "City", "Place"))
_OCCASION_PREPS = frozenset(("at", "during", "on", "in", "after", "before", "on_the_sidelines_of"))
_TALK = frozenset(("about", "on", "over", "regarding", "concerning"))
_MODIFIERS = frozenset(("compound", "npadvmod", "amod", "nmod", "quantmod"))
_SIDELINES = frozenset(("sideline", "margin", "fringe"))
"""Nouns after which "of" names the occasion of a meeting."""
_SECOND = ("patient", "recipient", "topic", "place")


@dataclass(slots=True, eq=False)
class Predication:
    """A predicate with its arguments.

    `predicate` is a CURIE; `cls` the event class, if the lexicon has one; `roles` pairs of role and head token;
    `frame` the verbal frame it stands in (that of the support verb, where a noun carries the meaning).
    """

    head: Token
    predicate: str
    cls: str | None
    roles: tuple[tuple[str, Token], ...]
    rule: str
    frame: Frame | None
    symmetric: bool = False
    times: tuple[Token, ...] = ()
    places: tuple[Token, ...] = ()
    occasions: tuple[Token, ...] = ()
    support: Participation | None = None
    words: str = ""
    ends: tuple[tuple[Token, ...], tuple[Token, ...]] | None = None
    further: tuple[tuple[str, tuple[Token, ...], tuple[Token, ...]], ...] = ()
    """More properties that hold: of rows of the same class that fit too, with what each relates."""

    def of(self, role: str) -> list[Token]:
        """The heads in one role."""
        return [t for r, t in self.roles if r == role]


class Predications:
    """The predications of a document, by the number of their head token; a support verb leads to its noun.

    `cues` are the tokens that report a content: a verb that does carries no event noun ("denied interference").
    """

    def __init__(
        self, tree: Tree, frames: list[Frame], found: Resolution, lexicon: Lexicon, cues: Collection[int] = ()
    ) -> None:
        self._tree, self._found, self._lexicon = tree, found, lexicon
        self.frames = {f.predicate.i: f for f in frames}
        self.nouns: dict[int, Predication] = {}
        self.verbs: dict[int, Predication] = {}
        for token in tree.tokens:
            if (
                token.pos_ == "NOUN"
                and token.dep_ not in _MODIFIERS
                and tree.read(token)
                and (rows := lexicon.events(token.lemma_.lower(), "noun"))
            ):
                self.nouns[token.i] = self._noun(token, rows)
        for frame in frames:
            made = (None if frame.predicate.i in cues else self._supported(frame)) or self._verb(frame)
            if made is not None:
                self.verbs[frame.predicate.i] = made
        for token_i, made in list(self.nouns.items()):
            self._complete(token_i, made)

    def at(self, token: Token) -> Predication | None:
        """The predication a token heads, or carries as a support verb."""
        return self.verbs.get(token.i) or self.nouns.get(token.i)

    def literal(self, token: Token) -> Predication | None:
        """What the verb itself says where its noun carries the meaning: "no warning was given" is a giving."""
        frame = self.frames.get(token.i)
        return None if frame is None else self._verb(frame, open_only=True)

    # -------------------------------------------------------------- verbs

    def _verb(self, frame: Frame, *, open_only: bool = False) -> Predication | None:
        if frame.lemma in ("be", "have", "do") and not (frame.objects or frame.acomp or _state(frame)):
            if frame.lemma != "be" or not frame.obliques:
                return None
        rows = () if open_only else self._lexicon.events(frame.lemma, "verb")
        row = next((r for r in rows if r.fits(lambda slot: self._fillers(self._slot(frame, slot)))), None)
        roles: list[tuple[str, Token]] = []
        if row is not None:
            for slot, role in row.args:
                roles += [(role, t) for t in self._slot(frame, slot)]
            predicate, cls, rule = "kg:" + row.property, row.cls, f"verb {frame.lemma}"
        else:
            predicate, cls, rule = self._open(frame, roles), None, "open verb"
        if frame.passive and not frame.agents and row is not None and not any(r != "agent" for r, _ in roles):
            return None
        times, places, occasions = self._circumstances(frame.predicate, frame)
        symmetric = row is not None and sum(role == "agent" for _, role in row.args) > 1
        taken = {t.i for _, t in roles}
        return Predication(
            frame.predicate,
            predicate,
            cls,
            tuple(roles),
            rule,
            frame,
            symmetric,
            times,
            tuple(t for t in places if t.i not in taken),
            tuple(t for t in occasions if t.i not in taken),
            words=_words(frame),
            ends=self._ends(row, lambda slot: self._slot(frame, slot)),
            further=self._further(frame, row, rows),
        )

    def _further(
        self, frame: Frame, row: EventRow | None, rows: tuple[EventRow, ...]
    ) -> tuple[tuple[str, tuple[Token, ...], tuple[Token, ...]], ...]:
        """ "signed the contract with Brehme" is signed with, and signed."""
        found: list[tuple[str, tuple[Token, ...], tuple[Token, ...]]] = []
        for other in rows:
            same = row is not None and other is not row and other.cls == row.cls and other.property != row.property
            if same and other.fits(lambda slot: self._fillers(self._slot(frame, slot))):
                ends = self._ends(other, lambda slot: self._slot(frame, slot)) or (
                    frame.logical_subjects,
                    frame.logical_objects,
                )
                if ends[0] and ends[1] and other.property not in [p for p, _, _ in found]:
                    found.append((other.property, *ends))
        return tuple(("kg:" + p, a, b) for p, a, b in found)

    def _fillers(self, tokens: Iterable[Token]) -> Iterator[tuple[str, str]]:
        """The lemma and the class of each argument, as the lexicon's requirements ask for them."""
        for token in tokens:
            candidate = self._found.candidate(token)
            yield token.lemma_.lower(), self._found.clusters.type(candidate) if candidate is not None else ""

    def _slot(self, frame: Frame, slot: str) -> tuple[Token, ...]:
        if slot == "subj":
            return frame.logical_subjects
        if slot == "obj":
            return frame.logical_objects
        if slot == "iobj":
            return frame.recipients
        if slot in ("inf", "that"):
            return tuple(c.head for c in frame.complements if c.form == ("to" if slot == "inf" else "that"))
        return tuple(
            t for t in frame.to(slot) if t.ent_type_ not in ("DATE", "TIME") and t.lemma_.lower() not in _SIDELINES
        )

    def _open(self, frame: Frame, roles: list[tuple[str, Token]]) -> str:
        """An open predicate: the verb, with its first preposition where it has no object."""
        roles += [("agent", t) for t in frame.logical_subjects]
        name = frame.lemma
        if frame.acomp is not None:
            name += "_" + frame.acomp.lemma_.lower()
        elif frame.lemma == "be" and (state := _state(frame)) is not None and not frame.objects:
            name += "_" + state.lower_
        if frame.logical_objects:
            roles += [("patient", t) for t in frame.logical_objects]
            roles += [("recipient", t) for t in frame.recipients]
        else:
            for oblique in frame.obliques:
                if oblique.heads[0].ent_type_ in ("DATE", "TIME") or oblique.prep in ("as_of",):
                    continue
                name += "_" + oblique.prep
                roles += [("patient", t) for t in oblique.heads]
                break
        return "rel:" + name

    # -------------------------------------------------------------- nouns

    def _noun(self, noun: Token, rows: tuple[EventRow, ...]) -> Predication:
        tree = self._tree
        slots = self._noun_slots(noun)
        row = next((r for r in rows if r.fits(lambda slot: self._fillers(slots.get(slot, ())))), rows[-1])
        roles = [(role, t) for slot, role in row.args for t in slots.get(slot, ())]
        symmetric = ("between", "agent") in row.args or ("with", "agent") in row.args
        agents = [t for r, t in roles if r == "agent"]
        for t in agents:  # "talks between A and B"
            roles += [("agent", n) for n in tree.nouns(t) if n.i != t.i and ("agent", n) not in roles]
        times, places, occasions = self._circumstances(noun, None)
        taken = {t.i for _, t in roles}
        return Predication(
            noun,
            "kg:" + row.property,
            row.cls,
            tuple(dict.fromkeys(roles)),
            f"noun {noun.lemma_.lower()}",
            None,
            symmetric,
            times,
            tuple(t for t in places if t.i not in taken),
            tuple(t for t in occasions if t.i not in taken),
            words=noun.text,
            ends=self._ends(row, lambda slot: tuple(slots.get(slot, ()))),
        )

    def _ends(
        self, row: EventRow | None, slot: Callable[[str], tuple[Token, ...]]
    ) -> tuple[tuple[Token, ...], tuple[Token, ...]] | None:
        """What the property holds between, where the row names two slots."""
        if row is None or row.relates is None:
            return None
        first, second = (slot(s) for s in row.relates)
        return (first, second) if first and second else None

    def _noun_slots(self, noun: Token) -> dict[str, list[Token]]:
        tree = self._tree
        slots: dict[str, list[Token]] = {}
        for kid in tree.kids(noun):
            if kid.dep_ == "poss":
                slots.setdefault("poss", []).append(kid)
            elif (
                kid.dep_ in ("compound", "amod", "nmod")
                and kid.i < noun.i
                and (kid.ent_type_ not in NUMERIC)
                and (kid.pos_ in ("PROPN", "NOUN") or kid.i in self._found.by_head)
            ):
                slots.setdefault("mod", []).append(kid)
            elif kid.dep_ == "prep":
                for held in tree.kids(kid):
                    if (
                        held.dep_ == "pobj"
                        and held.ent_type_ not in ("DATE", "TIME")
                        and held.lemma_.lower() not in _SIDELINES
                    ):
                        slots.setdefault(kid.lower_, []).extend(tree.nouns(held))
        return slots

    # -------------------------------------------------------------- support verbs

    def _supported(self, frame: Frame) -> Predication | None:
        """ "They held talks", "she emerged from a meeting": the noun carries the meaning, the verb adds its subject."""
        for row in self._lexicon.participation(frame.lemma):
            heads = (
                frame.logical_objects
                if row.slot == "obj"
                else frame.subjects
                if row.slot == "subj"
                else frame.to(row.slot)
            )
            for head in heads:
                noun = self.nouns.get(head.i)
                if noun is None:
                    continue
                if row.who != "none":
                    role = "agent" if row.who == "participant" else row.who
                    subjects = frame.logical_subjects
                    added = [(role, s) for s in subjects if (role, s) not in noun.roles]
                    noun.roles = (*added, *noun.roles)
                    noun.roles += tuple(
                        ("agent", t) for t in frame.to("with") if noun.symmetric and ("agent", t) not in noun.roles
                    )
                    noun.roles += tuple(
                        ("topic", t)
                        for p in _TALK
                        for t in frame.to(p)
                        if noun.symmetric
                        and ("topic", t) not in noun.roles
                        and t.ent_type_ not in NUMERIC
                        and t.lemma_.lower() not in _SIDELINES
                    )
                if noun.frame is None:
                    noun.frame, noun.support = frame, row
                times, places, occasions = self._circumstances(frame.predicate, frame)
                noun.times += times
                noun.places += places
                noun.occasions += tuple(t for t in occasions if t.i != head.i)
                return noun
        return None

    def _complete(self, token_i: int, made: Predication) -> None:
        """A noun that is the object of a plain verb has the verb's frame for its status."""
        token = self._tree.tokens[token_i]
        head = token.head
        if made.frame is None and token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and head.i in self.frames:
            made.frame = self.frames[head.i]

    # -------------------------------------------------------------- circumstances

    def _circumstances(
        self, head: Token, frame: Frame | None
    ) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]:
        times: list[Token] = list(frame.times) if frame else []
        places: list[Token] = []
        occasions: list[Token] = []
        stack = [k for k in self._tree.kids(head) if k.dep_ == "prep"]
        if frame is not None and not frame.relativised and frame.object_dep == "dobj" and not frame.passive:
            for target in frame.objects:  # what hangs on the object may well belong to the verb
                stack += [k for k in self._tree.kids(target) if k.dep_ == "prep" and self._is_time(k)]
        if frame is not None and frame.acomp is not None:
            stack += [k for k in self._tree.kids(frame.acomp) if k.dep_ == "prep"]
        for prep in stack:
            for held in self._tree.kids(prep):
                if held.dep_ != "pobj":
                    continue
                if held.ent_type_ in ("DATE", "TIME"):
                    if prep.lower_ not in ("since", "until", "by", "for"):
                        times.append(held)
                    continue
                for noun in self._tree.nouns(held):
                    candidate = self._found.candidate(noun)
                    if candidate is None:
                        continue
                    kind = self._found.clusters.type(candidate)
                    if kind in _PLACES and prep.lower_ in PLACE_PREPS:
                        places.append(noun)
                    elif (
                        kind == "Event"
                        and prep.lower_ in _OCCASION_PREPS
                        and prep.lower_ not in ("after", "before")
                        and candidate.head.i != head.i
                    ):
                        occasions.append(noun)
        times += [
            k
            for k in self._tree.kids(head)
            if k.dep_ in ("npadvmod", "compound", "nummod", "amod")
            and k.ent_type_ in ("DATE", "TIME")
            and k not in times
        ]
        return tuple(times), tuple(places), tuple(occasions)

    def _is_time(self, prep: Token) -> bool:
        return any(h.dep_ == "pobj" and h.ent_type_ in ("DATE", "TIME") for h in self._tree.kids(prep))


def _state(frame: Frame) -> Token | None:
    """The adverb that a form of "be" is completed by: "was offside", "is over"."""
    late = [a for a in frame.adverbs if a.i > frame.predicate.i]
    return late[0] if frame.lemma == "be" and late else None


def _words(frame: Frame) -> str:
    """The verb's words for a label: without negation and auxiliaries, particles kept."""
    return " ".join([frame.predicate.text, *(p.text for p in frame.particles)])


def first_of(predication: Predication) -> tuple[list[Token], list[Token]]:
    """The two arguments of the binary statement: agents, and what they do it to; a symmetric one's further agents."""
    if predication.ends is not None:
        return list(predication.ends[0]), list(predication.ends[1])
    agents = predication.of("agent")
    for role in _SECOND:
        others = predication.of(role)
        if others and not (predication.symmetric and len(agents) > 1):
            return agents, others
    return agents, []
