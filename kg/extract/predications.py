"""Predications: a frame or an event noun, read through the lexicon.

A predication has a property of the ontology, or an open one, and its arguments by role, as tokens. "They held talks",
"the talks between them" and "they talked" come out alike. Relations, events and propositions are all made from these.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial

from spacy.tokens import Token

from kg.extract.circumstances import circumstances
from kg.extract.slots import SIDELINES, Slots, idioms_of
from kg.lexicon import EventRow, Lexicon, Participation
from kg.resolve.namespans import NUMERIC
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree
from kg.vocabulary import vocabulary

_TALK = frozenset(("about", "on", "over", "regarding", "concerning"))
_MODIFIERS = frozenset(("compound", "npadvmod", "amod", "nmod", "quantmod"))
_COPULAS = frozenset(("be", "remain", "stay", "stand", "seem", "appear", "become"))
_LIGHT_SLOTS = frozenset(("obj", "subj", "with", "out", "place", "under"))
"""Where a verb that says of an event that it happens means little else: "held talks", "talks began"."""
_AIMS = frozenset("against for into on over to towards with".split())
"""Prepositions of a noun that the parse may give to the verb that carries it."""
_BODIES = frozenset(("Group", "Organization", "Person"))
_HELD = frozenset(("adj", "mod", "demonym", "poss", "verb", "of", "in", "at", "from"))
_NO_DOERS = frozenset(("Event", "Concept"))
"""What takes no part in the event that a verb carries: "the plan followed the attacks"."""
Ends = tuple[tuple[Token, ...], tuple[Token, ...]]
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
    ends: Ends | None = None
    further: tuple[tuple[str, tuple[Token, ...], tuple[Token, ...]], ...] = ()
    """More properties that hold: of rows of the same class that fit too, with what each relates."""
    rows: tuple[EventRow, ...] = ()
    """The rows of the lexicon that were read: that of the class first. None for an open predicate."""

    def of(self, role: str) -> list[Token]:
        """The heads in one role."""
        return [t for r, t in self.roles if r == role]

    @property
    def reciprocal(self) -> bool:
        """Whether the statement joins the agents to each other: "the two met", but not "the two signed the treaty"."""
        return self.symmetric and self.predicate.removeprefix("kg:") in vocabulary().symmetric


class Predications:
    """The predications of a document, by the number of their head token; a support verb leads to its noun.

    `cues` are the tokens that report a content: a verb that does carries no event noun ("denied interference").
    """

    def __init__(
        self, tree: Tree, frames: list[Frame], found: Resolution, lexicon: Lexicon, cues: Collection[int] = ()
    ) -> None:
        self._tree, self._found, self._lexicon = tree, found, lexicon
        self.frames = {f.predicate.i: f for f in frames}
        self._slots = Slots(tree, self.frames, found, lexicon)
        self.cues = cues
        self.nouns: dict[int, Predication] = {}
        self.verbs: dict[int, Predication] = {}
        for token in tree.tokens:
            if (
                token.pos_ == "NOUN"
                and token.dep_ not in _MODIFIERS
                and tree.read(token)
                and (rows := lexicon.events(token.lemma_.lower(), "noun"))
            ):
                made = self._noun(token, rows)
                if made is not None:
                    self.nouns[token.i] = made
        for frame in frames:
            self._steer(frame)
            if _compounded(tree, frame.predicate):
                continue
            if (read := self._supported(frame) or self._verb(frame)) is not None:
                self.verbs[frame.predicate.i] = read
        for token_i, made in list(self.nouns.items()):
            self._complete(token_i, made)

    def at(self, token: Token) -> Predication | None:
        """The predication a token heads, or carries as a support verb."""
        return self.verbs.get(token.i) or self.nouns.get(token.i)

    def literal(self, token: Token) -> Predication | None:
        """What the verb itself says where its noun carries the meaning: "no warning was given" is a giving."""
        frame = self.frames.get(token.i)
        return None if frame is None else self._verb(frame, open_only=True)

    def _steer(self, frame: Frame) -> None:
        """ "They fired rubber bullets to end the rally": a thing does nothing, unless the verb makes it do so."""
        if frame.subject_by != "control" or frame.inside is None or not frame.subjects:
            return
        above = frame.inside
        if above.lemma == "promise" and above.subjects and not above.passive:
            frame.subjects = above.subjects  # "promised her to come"
            return
        makes = above.lemma != "use" and (
            self._lexicon.steers(above.lemma)
            or any("obj_to" in r.frames for r in self._lexicon.reporting(above.lemma, "verb"))
        )
        if above.passive or makes or not set(frame.subjects) <= set(above.objects):
            return
        if above.subjects and all(self._slots.is_thing(t) for t in frame.subjects):
            frame.subjects = above.subjects

    # -------------------------------------------------------------- verbs

    def _verb(self, frame: Frame, *, open_only: bool = False) -> Predication | None:
        if frame.lemma in ("be", "have", "do") and not (frame.objects or frame.acomp or _state(frame)):
            if frame.lemma != "be" or not frame.obliques:
                return None
        head, lemma, row = frame.predicate, frame.lemma, None if open_only else self._row(frame)
        roles: list[tuple[str, Token]] = []
        if row is not None:
            if row.pos == "adjective" and frame.acomp is not None:
                head, lemma = frame.acomp, row.lemma
            for slot, role in row.args:
                held = self._slots.of_verb(frame, slot, row)
                if role == "instrument" and slot == "with":  # "killed with his brother"
                    held = tuple(t for t in held if self._slots.type(t) not in _BODIES)
                roles += [(role, t) for t in held]
            predicate, cls, rule = "kg:" + row.property, row.cls, f"{row.pos} {lemma}"
        else:
            predicate, cls, rule = self._open(frame, roles), None, "open verb"
        if frame.passive and not frame.agents and row is not None and not any(r != "agent" for r, _ in roles):
            return None
        times, places, occasions = circumstances(self._tree, self._found, frame.predicate, frame)
        symmetric = row is not None and sum(role == "agent" for _, role in row.args) > 1
        taken = {t.i for _, t in roles}
        more = self._further(frame, row)
        return Predication(
            head,
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
            ends=self._ends(row, partial(self._slots.of_verb, frame, row=row)),
            further=tuple(("kg:" + r.property, a, b) for r, (a, b) in more),
            rows=() if row is None else (row, *(r for r, _ in more)),
        )

    def _row(self, frame: Frame) -> EventRow | None:
        """The first row of the verb that fits, or of the adjective that a copula leads to ("is ready to help")."""
        idioms = (row for name in idioms_of(frame) for row in self._lexicon.events(name, "verb"))
        rows = (*self._adjective(frame), *idioms, *self._lexicon.events(frame.lemma, "verb"))
        return next((r for r in rows if self._fits(frame, r)), None)

    def _fits(self, frame: Frame, row: EventRow) -> bool:
        held = partial(self._slots.of_verb, frame, row=row)
        return row.fits(lambda slot: self._slots.fillers(held(slot))) and self._slots.suits(row, held)

    def _adjective(self, frame: Frame) -> tuple[EventRow, ...]:
        """The rows of an adjective, or of a participle that is one: "is willing to", "is committed to"."""
        if frame.acomp is not None and frame.lemma in _COPULAS:
            return self._lexicon.events(frame.acomp.lemma_.lower(), "adjective")
        stative = frame.passive and not frame.agents and frame.subject_by == "own"
        return self._lexicon.events(frame.predicate.lower_, "adjective") if stative else ()

    def _further(self, frame: Frame, row: EventRow | None) -> list[tuple[EventRow, Ends]]:
        """ "signed the contract with Brehme" is signed with, and signed: further rows of the class, with their ends."""
        found: list[tuple[EventRow, Ends]] = []
        for other in self._lexicon.events(frame.lemma, "verb"):
            same = row is not None and other is not row and other.cls == row.cls and other.property != row.property
            if same and self._fits(frame, other):
                ends = self._ends(other, partial(self._slots.of_verb, frame, row=other))
                ends = ends or (frame.logical_subjects, frame.logical_objects)
                if ends[0] and ends[1] and other.property not in [r.property for r, _ in found]:
                    found.append((other, ends))
        return found

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

    def _noun(self, noun: Token, rows: tuple[EventRow, ...]) -> Predication | None:
        tree = self._tree
        slots = self._slots.of_noun(noun)
        row = next((r for r in rows if r.fits(lambda slot: self._slots.fillers(slots.get(slot, ())))), None)
        if row is None or self._is_body(noun, frozenset(slots)):
            return None
        towns = [t for t in slots.get("mod", ()) if self._slots.type(t) in ("City", "Place")]  # "the Paris attacks"
        towns += self._hosts(row, slots.get("mod", []))
        roles = [(role, t) for slot, role in row.args for t in slots.get(slot, ()) if slot != "mod" or t not in towns]
        symmetric = ("between", "agent") in row.args or ("with", "agent") in row.args
        agents = [t for r, t in roles if r == "agent"]
        for t in agents:  # "talks between A and B"
            roles += [("agent", n) for n in tree.nouns(t) if n.i != t.i and ("agent", n) not in roles]
        times, places, occasions = circumstances(self._tree, self._found, noun, None)
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
            tuple(t for t in (*places, *towns) if t.i not in taken and self._slots.type(t) != "Organization"),
            tuple(t for t in occasions if t.i not in taken),
            words=noun.text,
            ends=self._ends(row, lambda slot: tuple(slots.get(slot, ()))),
            rows=(row,),
        )

    def _hosts(self, row: EventRow, before: list[Token]) -> list[Token]:
        """ "The OPEC summit": who holds a meeting alone does not meet there; in "the Berg-Silva meeting" both do."""
        meets = row.property in vocabulary().symmetric
        return before if meets and len(before) == 1 and self._slots.type(before[0]) == "Organization" else []

    def _is_body(self, noun: Token, slots: frozenset[str]) -> bool:
        """ "The opposition wants a vote": people, where nothing says towards whom or over what."""
        return self._slots.type(noun) in _BODIES and not slots - _HELD

    def _ends(self, row: EventRow | None, slot: Callable[[str], tuple[Token, ...]]) -> Ends | None:
        """What the property holds between, where the row names two slots: nothing, if one of them is empty."""
        if row is None or row.relates is None:
            return None
        first, second = (slot(s) for s in row.relates)
        return (first, second) if first and second else ((), ())

    # -------------------------------------------------------------- support verbs

    def _supported(self, frame: Frame) -> Predication | None:
        """ "They held talks", "she emerged from a meeting": the noun carries the meaning, the verb adds its subject.

        None if no noun does, or if the verb means something of its own beside it ("cancelled the visit"). A verb that
        reports a content carries none, but its object has its agent all the same ("voiced support for the strike").
        """
        reports = frame.predicate.i in self.cues
        for row in self._carriers(frame):
            if reports and not (row.slot == "obj" and row.who == "agent" and row.asserted):
                continue
            for head in self._carried(frame, row.slot):
                noun = self.nouns.get(head.i)
                if noun is None:
                    continue
                if row.who != "none":
                    role = "agent" if row.who == "participant" else row.who
                    subjects = [t for t in frame.logical_subjects if self._slots.type(t) not in _NO_DOERS]
                    if not row.asserted and noun.of(role) and not noun.reciprocal:
                        subjects = []  # "cancelled Berg's visit": it is not theirs
                    added = [(role, s) for s in subjects if (role, s) not in noun.roles]
                    noun.roles = (*added, *noun.roles, *self._lent(frame, row, noun))
                if reports:
                    return None
                if noun.frame is None:
                    noun.frame, noun.support = frame, row
                times, places, occasions = circumstances(self._tree, self._found, frame.predicate, frame)
                noun.times += times
                noun.places += places
                noun.occasions += tuple(t for t in occasions if t.i != head.i)
                return None if self._means_more(frame, row, head) else noun
        return None

    def _carriers(self, frame: Frame) -> list[Participation]:
        """The rows of a verb around event nouns: its object first ("launched an inquiry into the massacre")."""
        rows = [r for name in (*idioms_of(frame), frame.lemma) for r in self._lexicon.participation(name)]
        return sorted(rows, key=lambda r: r.slot != "obj")

    @staticmethod
    def _carried(frame: Frame, slot: str) -> tuple[Token, ...]:
        if slot == "obj":
            return frame.logical_objects
        return frame.subjects if slot == "subj" else frame.to(slot)

    def _lent(self, frame: Frame, row: Participation, noun: Predication) -> Iterator[tuple[str, Token]]:
        """ "Held talks on Friday with Brehme", "imposed a ban on imports": what is said with the noun, or the verb."""
        own = self._slots.of_noun(noun.head)
        known = {t.i for _, t in noun.roles} | {noun.head.i}
        light = row.slot in _LIGHT_SLOTS
        topics = dict.fromkeys(_TALK, "topic") if noun.symmetric else {}
        for slot, role in (topics | dict(noun.rows[0].args)).items():
            talk = noun.symmetric and (slot == "with" or slot in _TALK)
            if slot in own or not (talk or (light and slot in _AIMS)):
                continue
            for token in frame.to(slot):
                timed = token.ent_type_ in NUMERIC or token.lemma_.lower() in SIDELINES
                if token.i not in known and not (timed and role == "topic"):
                    yield role, token

    def _means_more(self, frame: Frame, row: Participation, noun: Token) -> bool:
        """Whether a verb is an event beside the one its noun names: "killed in an attack", "lifted the blockade"."""
        own = self._row(frame)
        if own is None or own.cls is None:
            return False
        named = any(noun.lemma_.lower() in r.lemmas for r in own.requires)
        return named or not row.asserted or row.slot not in _LIGHT_SLOTS

    def _complete(self, token_i: int, made: Predication) -> None:
        """A noun that is the object of a plain verb has the verb's frame for its status."""
        token = self._tree.tokens[token_i]
        head = token.head
        if made.frame is None and token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and head.i in self.frames:
            made.frame = self.frames[head.i]


def _compounded(tree: Tree, verb: Token) -> bool:
    """ "Cutting-edge research": the first part of a word that is no verb."""
    after = verb.i + 1
    return verb.tag_ == "VBG" and after < len(tree.tokens) and tree.tokens[after].tag_ == "HYPH"


def _state(frame: Frame) -> Token | None:
    """The adverb that a form of "be" is completed by: "was offside", "is over"."""
    late = [a for a in frame.adverbs if a.i > frame.predicate.i]
    return late[0] if frame.lemma == "be" and late else None


def _words(frame: Frame) -> str:
    """The verb's words for a label: without negation and auxiliaries, particles kept."""
    return " ".join([frame.predicate.text, *(p.text for p in frame.particles)])


def first_of(predication: Predication) -> tuple[list[Token], list[Token]]:
    """The two arguments of the binary statement: agents, and what they do it to; a reciprocal one's further agents."""
    if predication.ends is not None:
        return list(predication.ends[0]), list(predication.ends[1])
    agents = predication.of("agent")
    for role in _SECOND:
        others = predication.of(role)
        if others and not (predication.reciprocal and len(agents) > 1):
            return agents, others
    return agents, []
