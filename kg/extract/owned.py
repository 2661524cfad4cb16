"""Owned claims: a noun for what somebody claims says that they do, and what is said of it is said against them.

"Denied Wei's accusations of fraud" opposes the two, though fraud is no clause that could be true; "contrary to Wei's
claims, police say he never got in" tells what Wei claims by what police say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.answering import is_given, turns_down
from kg.extract.antecedents import CLAIMED
from kg.extract.ledger import Ledger
from kg.extract.propositions import Node
from kg.extract.units import DENIALS
from kg.model import Mode, Polarity
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

DENIED = "somebody's claim is denied"
CONTRARY = "contrary to somebody's claim"

_PUT = frozenset("Accusation Finding Rumour Suspicion".split())
"""Kinds of nouns for what is put forward as true; "his claim" may be a title, or a demand for damages."""
_GIVEN = frozenset(("verb object", "passive object", "verb against", "verb to", "verb with"))
"""Patterns of denials that are given to a noun."""
_STEPS = 3


@dataclass(frozen=True, slots=True)
class Side:
    """A side that a report takes on a content without saying it, and why."""

    saying: Saying
    polarity: Polarity
    node: Node
    rule: str


def owned(ledger: Ledger, sayings: Sequence[Saying], tree: Tree) -> Iterator[Side]:
    """The sides that those take whose claims are spoken of by a noun, and those who deny them."""
    by_cue = {s.cue.i: s for s in sayings}
    for noun in sayings:
        who = ledger.claimant(noun)
        if who is None or noun.cue.pos_ != "NOUN" or noun.row is None or noun.row.kind not in CLAIMED or noun.negated:
            continue
        above = next((s for s in noun.around() if noun.cue in s.heads), None)
        if above is not None and ledger.claimant(above) not in (None, who) and _denies(ledger, above, noun, tree):
            node: Node = ("p", ledger.propositions.claimed(noun.cue, who))
            yield Side(above, Polarity.NEGATIVE, node, DENIED)
            yield Side(noun, Polarity.POSITIVE, node, DENIED)
        elif (against := _against(noun, by_cue)) is not None and ledger.claimant(against) not in (None, who):
            yield from _turned(ledger, noun, against)


def _denies(ledger: Ledger, saying: Saying, noun: Saying, tree: Tree) -> bool:
    """Whether a report denies the noun and no clause that can be read: not "rejected her *remarks on* pay"."""
    row = saying.row
    if row is None or row.kind not in DENIALS or saying.pattern not in _GIVEN or len(saying.heads) != 1:
        return False
    put = noun.row is not None and (
        noun.row.kind in _PUT
        or (noun.row.kind == "Statement" and any(k.lower_ == "of" for k in tree.kids(noun.cue)))  # "her account of it"
    )
    if noun.row is None or not put or not is_given(saying):
        return False
    if "on" in noun.row.frames and turns_down(saying):  # "stance", "position", "comment": said on something
        return False
    mode, side, _ = ledger.sides.get(id(saying), (None, None, None))
    said = (ledger.positions[n].content for n in ledger.made.get(id(saying), []))
    return mode is Mode.STATED and side is Polarity.NEGATIVE and all(node is None for node in said)


def _against(noun: Saying, by_cue: dict[int, Saying]) -> Saying | None:
    """ "*Contrary to Wei's claims*, police *say* …": the report that begins or ends so, or in which a clause does."""
    to = noun.cue.head
    if noun.cue.dep_ != "pobj" or to.lower_ != "to" or to.head.lower_ != "contrary":
        return None
    at = to.head
    for _ in range(_STEPS):
        at = at.head
        if (found := by_cue.get(at.i)) is not None and found is not noun:
            return found
        if at.pos_ in ("VERB", "AUX"):
            break
    return noun.parent


def _turned(ledger: Ledger, noun: Saying, against: Saying) -> Iterator[Side]:
    """The other side of the first thing that a report says."""
    for number in ledger.made.get(id(against), [])[:1]:
        position = ledger.positions[number]
        if position.taken and position.content is not None and position.polarity is not Polarity.UNDERSPECIFIED:
            yield Side(noun, position.polarity.opposite, position.content, CONTRARY)
