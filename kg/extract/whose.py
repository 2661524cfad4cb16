"""Whose it is: two clauses that sound like opposites and are each of somebody else."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.units import Unit
from kg.lexicon import Lexicon
from kg.resolve.resolution import Resolution

_OURS = frozenset(("i", "we"))
_BODIES = frozenset(("Group", "Organization"))


def each_their_own(reply: Unit, claim: Unit) -> bool:
    """ "“We lost,” said Wei. “We won,” said Berg.": each of the speaker's own."""
    one, other = (u.frame.subjects if u.frame is not None else () for u in (reply, claim))
    both = [t.lower_ for t in (*one[:1], *other[:1])]
    return len(both) == 2 and _OURS.issuperset(both) and reply.claimant != claim.claimant


def plans_of_others(thing: Token, reply: Unit, claim: Unit, found: Resolution, lexicon: Lexicon) -> bool:
    """ "Wei plans to sell"; "we have no plans to buy": whose plans, who has them says."""
    one, other = reply.frame, claim.frame
    if one is None or other is None or one.lemma != "have" or thing not in one.objects:
        return False
    intends = any(r.kind == "Intention" for r in lexicon.reporting(thing.lemma_.lower(), "noun"))
    ours = {reply.claimant} if any(t.lower_ in _OURS for t in one.subjects) else set()
    mine, theirs = found.roots(one.subjects) | ours, found.roots(other.subjects)
    return intends and bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def is_body(token: Token, lexicon: Lexicon) -> bool:
    """ "Her *group*", which is no "he"."""
    row = lexicon.noun(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    return row is not None and row.type in _BODIES
