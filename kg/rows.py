"""The rows of the lexicon for words that predicate: one frozen type a table, and how each is read from its cells.

A row that makes no sense raises `LexiconError` with its file, its line and what to use instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from kg.model import Certainty, Modality, Mode, Polarity
from kg.tables import Line, several
from kg.vocabulary import vocabulary

FRAMES = frozenset(
    "answer claim doc that to obj_to obj_from wh quote np ing as obj_adj passive_to raising mod whether".split()
)
"""How a cue takes its content; besides these, a preposition: ``prep:of``, of nouns and adjectives also ``of``, and one
that holds a figure: ``figure:at`` ("put the toll at 19")."""
ROLES = frozenset("agent patient recipient topic instrument place occasion".split())
TYPES = ("Person Group Organization Place City Country Product CreativeWork Event Concept Stop").split()
VERB_SLOTS = {"subj": "agent", "obj": "patient", "iobj": "recipient", "about": "topic"}
"""The roles of a verb's slots where its row does not say otherwise."""
NOUN_SLOTS = {"poss": "agent", "by": "agent", "between": "agent", "of": "patient", "against": "patient"}
"""The roles of a noun's slots where its row does not say otherwise."""

Fillers = Callable[[str], Iterable[tuple[str, str]]]
"""What fills a slot: the lemma and the type (local name of the class, or empty) of each head."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """A word that introduces somebody's claim. `implies`: whether it commits the article to the content."""

    lemma: str
    pos: str
    frames: tuple[str, ...]
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    implies: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Embedding:
    """A word that takes a clause but is nobody's claim, and what it says of it when affirmed and when negated.

    A noun with the frame *in* is a world that a clause behind it is set in ("in this scenario"), with *in_present* one
    that is told of in the present ("in the novel").
    """

    lemma: str
    pos: str
    frame: str
    positive: str
    negative: str
    certainty: Certainty
    source: str


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal verb: what kind of happening it makes of its clause."""

    lemma: str
    modality: str
    asserted: bool
    certainty: Certainty
    source: str


@dataclass(frozen=True, slots=True)
class Subordinator:
    """A conjunction, and whether the clause it opens is presupposed: yes, no or unknown."""

    lemma: str
    relation: str
    asserted: str
    source: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """A slot that must be filled: by anything, by one of some types, or by one of some words."""

    slot: str
    types: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()

    def met(self, fillers: Iterable[tuple[str, str]]) -> bool:
        """Whether one of the fillers, each a lemma and a type, will do.

        >>> [Requirement("obj", lemmas=frozenset(["troop"])).met([(word, "")]) for word in ("troop", "offer")]
        [True, False]
        """
        if self.lemmas:
            return any(lemma in self.lemmas for lemma, _ in fillers)
        return any(not self.types or type_ in self.types for _, type_ in fillers)


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a verb or noun says happened: an event class, or none for a state, and a property of the ontology.

    `args` has the role of every slot, defaults included. `relates` are the slots between which the property holds,
    where it is not from the agent to the first of patient, recipient, topic and place. Of the rows of one word the
    first that fits is the one; later rows of the same class that fit too each add their property.
    """

    lemma: str
    pos: str
    cls: str | None
    property: str
    relates: tuple[str, str] | None
    args: tuple[tuple[str, str], ...]
    requires: tuple[Requirement, ...]
    source: str

    def fits(self, fillers: Fillers) -> bool:
        """Whether everything the row requires is there."""
        return all(r.met(fillers(r.slot)) for r in self.requires)


@dataclass(frozen=True, slots=True)
class Participation:
    """A verb around an event noun in `slot`: what its subject is (`who`), and whether the event is said to happen."""

    lemma: str
    slot: str
    who: str
    asserted: bool
    source: str


_POS = ("verb", "noun", "adjective", "adverb")
_OUTCOMES = ("true", "false", "unknown")
_YES = ("yes", "no")
MODALITIES = {
    "future": Modality.FUTURE, "conditional": Modality.CONDITIONAL, "possible": None, "necessary": Modality.FUTURE,
}  # fmt: skip
_MODES = {str(m): m for m in Mode}
_POLARITIES = {str(p): p for p in Polarity}
_CERTAINTIES = {str(c): c for c in Certainty}


@cache
def _frames(cell: str, pos: str) -> tuple[str, ...] | None:
    found = tuple(cell.split(","))
    bare = pos in ("noun", "adjective")
    ok = (
        f in FRAMES or (f.startswith(("prep:", "figure:")) and f.partition(":")[2].isalpha()) or (bare and f.isalpha())
        for f in found
    )
    return found if all(ok) else None


@cache
def _args(cell: str, pos: str) -> tuple[tuple[str, str], ...] | None:
    """All slots of a row with their roles: the defaults, then what the cell says."""
    roles = dict(NOUN_SLOTS if pos == "noun" else VERB_SLOTS)
    for part in cell.split(",") if cell else ():
        slot, sign, role = part.partition("=")
        if not slot or not sign or role not in ROLES:
            return None
        roles[slot] = role
    return tuple(roles.items())


@cache
def _requirements(cell: str) -> tuple[Requirement, ...] | None:
    """``to``, ``obj:Person|Group`` (a type) or ``obj=troop|force`` (a word), with commas between."""
    found: list[Requirement] = []
    for part in cell.split(",") if cell else ():
        slot, colon, types = part.partition(":")
        slot, equals, lemmas = slot.partition("=")
        if not slot.isalpha() or (colon and not set(types.split("|")) <= set(TYPES)) or (equals and not lemmas):
            return None
        found.append(Requirement(slot, frozenset(several(types)), frozenset(several(lemmas))))
    return tuple(found)


def reporting_row(line: Line) -> Reporting:
    """Read a row of `reporting.tsv`."""
    lemma, pos, frames, mode, polarity, certainty, implies, kind, source = line.cells
    if (taken := _frames(frames, line.one_of(1, "pos", _POS))) is None:
        raise line.error(f"frames are {frames!r}; use one of {', '.join(sorted(FRAMES))}, prep:PREPOSITION")
    line.one_of(3, "mode", _MODES)
    line.one_of(4, "polarity", _POLARITIES)
    line.one_of(5, "certainty", _CERTAINTIES)
    line.one_of(6, "implies", ("yes", "no", "none"))
    return Reporting(
        lemma, pos, taken, _MODES[mode], _POLARITIES[polarity], _CERTAINTIES[certainty], implies, kind, source
    )


def event_row(line: Line) -> EventRow:
    """Read a row of `events.tsv`."""
    lemma, pos, cls, prop, relates, args, requires, source = line.cells
    roles = _args(args, line.one_of(1, "pos", _POS[:3]))
    if roles is None:
        raise line.error(f"args are {args!r}; use slot=role, the role one of {', '.join(sorted(ROLES))}")
    needed = _requirements(requires)
    if needed is None:
        raise line.error(f"requires is {requires!r}; use slot, slot:Type or slot=lemma|lemma")
    start, _, end = relates.partition(">")
    if not prop or (relates and not (start and end)):
        raise line.error(f"property is {prop!r} and relates {relates!r}; use a property and, if needed, slot>slot")
    for what, term in (("class", cls), ("property", prop)):
        if term and term not in vocabulary().labels:
            raise line.error(f"{what} is {term!r}, which is no term of kg.ttl; write its label and meaning there first")
    return EventRow(lemma, pos, cls or None, prop, (start, end) if relates else None, roles, needed, source)


def cast_row(line: Line) -> tuple[str, str]:
    """Read a row of `casts.tsv`: a class, and a role that only those who can act play in it."""
    cls = line.cells[0]
    if cls not in vocabulary().labels:
        raise line.error(f"class is {cls!r}, which is no term of kg.ttl; write its label and meaning there first")
    return cls, line.one_of(1, "role", ROLES)


def embedding_row(line: Line) -> Embedding:
    """Read a row of `factuality.tsv`."""
    lemma, pos, frame, positive, negative, certainty, source = line.cells
    line.one_of(1, "pos", _POS[:3])
    line.one_of(2, "frame", ("to", "obj_to", "ing", "obj_from", "np", "that", "in", "in_present"))
    line.one_of(3, "positive", _OUTCOMES)
    line.one_of(4, "negative", _OUTCOMES)
    line.one_of(5, "certainty", _CERTAINTIES)
    return Embedding(lemma, pos, frame, positive, negative, _CERTAINTIES[certainty], source)


def modal_row(line: Line) -> Modal:
    """Read a row of `modals.tsv`."""
    lemma, modality, _, certainty, source = line.cells
    line.one_of(1, "modality", MODALITIES)
    line.one_of(3, "certainty", _CERTAINTIES)
    return Modal(lemma, modality, line.one_of(2, "asserted", _YES) == "yes", _CERTAINTIES[certainty], source)


def subordinator_row(line: Line) -> Subordinator:
    """Read a row of `subordinators.tsv`."""
    lemma, relation, _, source = line.cells
    return Subordinator(lemma, relation, line.one_of(2, "asserted", (*_YES, "unknown")), source)


def participation_row(line: Line) -> Participation:
    """Read a row of `participation.tsv`."""
    lemma, slot, who, _, source = line.cells
    line.one_of(2, "who", ("agent", "participant", "patient", "place", "none"))
    return Participation(lemma, slot, who, line.one_of(3, "asserted", _YES) == "yes", source)
