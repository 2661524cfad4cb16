"""Contacts: who says that they were never told answers who says that they told them, from whatever side it is put.

"The lodge was never warned", "it heard nothing from the agency", "no letter ever reached it" answer "the agency wrote
to the lodge in May", "it had alerted the lodge three times". Those who were told must be the same, and nothing that is
said of the teller or the topic may speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.replies import Replies, Reply
from kg.extract.senses import BLANKET
from kg.extract.units import InOrder, Unit
from kg.lexicon import Lexicon
from kg.model import Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

REACH = 80
"""Tokens between the two."""

_TELLING = frozenset(("tell", "speak", "write"))
"""Acts by which one gets in touch with somebody."""
_LEARNING = frozenset("hear know learn be".split())
"""Verbs of the act whose subject is told."""
_MESSAGES = frozenset(
    "letter e-mail email message text call fax note word warning notice notification complaint invitation memo "
    "reminder alert request".split()
)
"""What one gets from somebody who gets in touch."""
_GETTING = frozenset(("receive", "get", "have", "obtain", "see"))
_COMING = frozenset(("reach", "arrive", "come"))
_TO = ("to", "with")
_ABOUT = frozenset(("about", "of", "on", "over", "regarding"))
_OURSELVES = frozenset("i we me us my our it they them".split())
_BODIES = frozenset(("Organization", "Place"))
_WORDS = 25


@dataclass(frozen=True, slots=True)
class Contact:
    """Who gets in touch with whom about what, by the heads of their phrases."""

    tellers: tuple[Token, ...]
    told: tuple[Token, ...]
    about: frozenset[str]
    """The lemmas of what it is about."""
    late: bool = False
    """Whether they were not told before: "first learned of it in May", "knew nothing of it until May"."""


class Contacts:
    """Finds who is said to have told somebody, and who denies that they were."""

    def __init__(self, tree: Tree, found: Resolution, lexicon: Lexicon, replies: Replies) -> None:
        self._tree, self._found, self._lexicon, self._replies = tree, found, lexicon, replies

    def replies(self, units: Sequence[Unit]) -> Iterator[Reply]:
        """Pairs of a contact and its denial by somebody else, in either order."""
        read = ((u, c) for u in units if self._replies.speaks(u) and (c := self.contact(u)) is not None)
        contacts = dict(read)
        order = InOrder(contacts)
        for denial in order.units:
            none = contacts[denial]
            if denial.polarity is not Polarity.NEGATIVE and not none.late:
                continue
            for claim in order.around(denial, REACH, REACH):
                one = contacts[claim]
                if claim.polarity is Polarity.POSITIVE and not one.late and claim.claimant != denial.claimant:
                    if self._meets(denial, none, claim, one):
                        yield Reply(claim, denial, "a reply: who was told")

    def contact(self, unit: Unit) -> Contact | None:
        """What a clause says of who got in touch with whom; None where it says no such thing."""
        frame = unit.frame
        if frame is None or frame.modal is not None or any(c.form not in ("that", "") for c in frame.complements):
            return None
        message = next((t for t in (*frame.objects, *frame.subjects) if t.lemma_.lower() in _MESSAGES), None)
        if message is None and _TELLING.isdisjoint(self._lexicon.acts(frame.lemma, "verb")):
            return None
        about = self._about(frame)
        if message is not None:
            return self._message(frame, message, about)
        if about and self._late(frame):
            return Contact((), frame.subjects, about, late=True)
        if frame.lemma in _LEARNING:
            heard = frame.lemma == "hear" and (frame.to("from") or any(t.lower_ in BLANKET for t in frame.objects))
            return Contact(frame.to("from"), frame.subjects, about) if heard else None
        whom = (*frame.recipients, *frame.to(*_TO)) or frame.logical_objects
        return Contact(frame.logical_subjects, whom, about) if whom else None

    def _late(self, frame: Frame) -> bool:
        """ "*First* learned of it in May", "knew nothing of it *until* May"."""
        first = any(a.lower_ in ("first", "only") and a.i < frame.predicate.i for a in frame.adverbs)
        until = frame.negated and bool(frame.to("until", "till", "before"))
        return frame.lemma in _LEARNING and (first or until)

    def _message(self, frame: Frame, message: Token, about: frozenset[str]) -> Contact | None:
        """ "Received no warning from the agency", "sent the lodge a letter", "no letter ever reached it"."""
        held = [h for k in self._tree.kids(message) if k.lower_ in _ABOUT for h in self._tree.kids(k)]
        about |= self._lemmas(t for h in held for t in self._tree.subtree(h, _WORDS))
        sender = tuple(h for k in self._tree.kids(message) if k.lower_ == "from" for h in self._tree.kids(k))
        if frame.lemma in _COMING and message in frame.subjects:
            return Contact((*sender, *frame.to("from")), (*frame.objects, *frame.to("to")), about)
        if message not in frame.logical_objects:
            return None
        if frame.lemma in _GETTING and not frame.passive:
            return Contact((*sender, *frame.to("from")), frame.subjects, about)
        if "give" in self._lexicon.acts(frame.lemma, "verb"):
            return Contact(frame.logical_subjects, (*frame.recipients, *frame.to("to")), about)
        return None

    def _about(self, frame: Frame) -> frozenset[str]:
        """What it is about: "warned of *mould*", "told that *the walls were damp*", "wrote to say that *…*"."""
        clauses = [c.head for c in frame.complements]
        clauses += [k for k in self._tree.kids(frame.predicate) if k.dep_ == "advcl" and k.lemma_ in ("say", "warn")]
        held = [h for h in frame.to(*_ABOUT) if h.ent_type_ not in ("DATE", "TIME")]
        return self._lemmas(t for top in (*held, *clauses) for t in self._tree.subtree(top, _WORDS))

    def _lemmas(self, tokens: Iterable[Token]) -> frozenset[str]:
        return frozenset(t.lemma_.lower() for t in tokens if self._replies.heavy(t))

    def _meets(self, denial: Unit, none: Contact, claim: Unit, one: Contact) -> bool:
        """Whether a denial is of that contact."""
        if not (self._earlier(claim, denial) if none.late else self._replies.when(denial, claim)):
            return False
        shared = bool(one.about & none.about)
        if one.about and none.about and not shared:
            return False
        if not self._same(denial, none.told, claim, one.told) and not (shared and self._called(none.told, one.told)):
            return False
        if not none.tellers or not one.tellers or any(t.lower_ in BLANKET for t in none.tellers):
            return True
        return self._same(denial, none.tellers, claim, one.tellers)

    def _earlier(self, one: Unit, other: Unit) -> bool:
        """Whether both are dated, and one comes first: "told them in March" before "first heard of it in May"."""
        first, then = (self._found.time_at(tuple(t for t in u.words if t.ent_type_ == "DATE")) for u in (one, other))
        return first is not None and then is not None and first.value < then.value

    def _same(self, denial: Unit, mine: Sequence[Token], claim: Unit, theirs: Sequence[Token]) -> bool:
        """Whether two arguments may be the same party: one entity, one noun, or who denies it and is called by name."""
        here, there = self._parties(denial, mine), self._parties(claim, theirs)
        if here & there:
            return True
        return not self._nouns(mine).isdisjoint(self._nouns(theirs))

    def _called(self, mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
        """Whether "a hotel" may be the Tolmar Lodge: only where the topic is the same as well."""
        here, there = ([r for t in side if (r := self._found.root(t)) is not None] for side in (mine, theirs))
        if not here or not there or any(self._found.type(r) not in _BODIES for r in (*here, *there)):
            return False
        return not any(self._proper(r) for r in here) and all(self._proper(r) for r in there)

    def _proper(self, root: int) -> bool:
        return any(c.head.pos_ == "PROPN" for c in self._found.clusters.by_root(root))

    def _nouns(self, tokens: Sequence[Token]) -> set[str]:
        """What an argument is called: "they" are the residents whom it stands for."""
        roots = self._found.roots(t for t in tokens if t.pos_ == "PRON")
        heads = [c.head for r in roots for c in self._found.clusters.by_root(r)]
        return {t.lemma_.lower() for t in (*tokens, *heads) if t.pos_ == "NOUN"}

    def _parties(self, unit: Unit, tokens: Sequence[Token]) -> set[int]:
        """The entities of an argument; who speaks of "us", or leaves it out, speaks of those they speak for."""
        found = self._found.roots(tokens)
        ours = all(t.lower_ in _OURSELVES for t in tokens)
        if ours or unit.claimant in found:
            found.add(unit.claimant)
            source = unit.saying.source
            owners = [k for k in self._tree.kids(source) if k.dep_ == "poss"] if source is not None else []
            found |= self._found.roots(owners)
        return found
