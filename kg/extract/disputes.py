"""Disputes: who takes the other side without saying the same words, so that their claims are of one proposition.

Claims contradict each other when they are of one content. Three things are said without being said: what a headline
says again in short; what a reply turns round in other words; and what follows, for who says that there is no letter
denies that it was signed. Each makes a position on the content that is meant, with the words that mean it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.extract.alibis import alibis
from kg.extract.clashes import Pair, clashes, stated
from kg.extract.contacts import Contacts
from kg.extract.headlines import restated
from kg.extract.ledger import Ledger
from kg.extract.opposites import opposites
from kg.extract.owned import owned
from kg.extract.propositions import Node
from kg.extract.replies import Replies
from kg.extract.units import Unit, Units
from kg.extract.visits import visits
from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

HEADLINE = "a headline"
FOLLOWS = "what follows from it"


def take_sides(
    ledger: Ledger, sayings: Sequence[Saying], tree: Tree, found: Resolution, lexicon: Lexicon, frames: dict[int, Frame]
) -> list[Pair]:
    """Add the positions that are taken on what others say, in other words; returns the pairs that were weighed."""
    for side in list(owned(ledger, sayings, tree)):
        ledger.take(side.saying, side.polarity, Certainty.CERTAIN, side.node, side.rule)
    parts = Units(tree, lexicon, frames)
    said = stated(ledger, sayings, parts)
    units = [unit for _, _, clauses in said for unit in clauses if not unit.aside]
    replies = Replies(tree, found, lexicon, parts)
    for headline, unit in restated(units, tree, found, replies):
        _on(ledger, headline, unit.content[0], headline.polarity, HEADLINE)
        _on(ledger, unit, headline.content[0], unit.polarity, HEADLINE)
    told = Contacts(tree, found, lexicon, replies).replies(units)
    answers = (
        *replies.replies(units),
        *alibis(units, tree, found, replies),
        *told,
        *visits(units, found, replies),
        *opposites(units, found, replies),
    )
    for reply in answers:
        if not reply.claim.saying.apart(reply.reply.saying):
            continue  # "the film says that she reminds us that it was not so"
        if reply.claim.content[0] is not None:
            _on(ledger, reply.reply, reply.claim.content[0], reply.claim.polarity.opposite, reply.rule)
        else:
            _on(ledger, reply.claim, reply.reply.content[0], reply.reply.polarity.opposite, reply.rule)
    weighed = clashes(ledger, said, tree, found, lexicon, parts, replies)
    _follow(ledger, sayings)
    return weighed


def _on(ledger: Ledger, unit: Unit, node: Node | None, polarity: Polarity, rule: str) -> None:
    if node is not None and node != unit.content[0]:
        ledger.take(unit.saying, polarity, unit.content[2], node, rule)


def _follow(ledger: Ledger, sayings: Sequence[Saying]) -> None:
    """Who denies what a proposition entails denies the proposition, where somebody else has put it forward."""
    entailing: dict[int, list[int]] = defaultdict(list)
    for number, prop in enumerate(ledger.propositions.made):
        for entailed in prop.entails:
            entailing[entailed].append(number)
    affirmed: dict[Node, set[int]] = defaultdict(set)
    for position in ledger.positions:
        if position.taken and position.polarity is Polarity.POSITIVE and position.presented:
            if position.content is not None and position.claimant is not None:
                affirmed[position.content].add(position.claimant)
    for saying in sayings if entailing else ():
        for number in list(ledger.made.get(id(saying), [])):
            position = ledger.positions[number]
            if not position.taken or position.polarity is not Polarity.NEGATIVE or position.content is None:
                continue
            kind, at = position.content
            for above in entailing.get(at, ()) if kind == "p" else ():
                if affirmed[("p", above)] - {position.claimant}:
                    ledger.take(saying, Polarity.NEGATIVE, position.certainty, ("p", above), FOLLOWS)
