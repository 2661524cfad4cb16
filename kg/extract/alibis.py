"""Alibis: who was not there, or had nothing to do with it, denies what is said to have been done there.

"The guard was nowhere near the vault" answers "the guard robbed the vault"; "denied any part in the raid" answers
"accused them of raiding the port". The thing, the place or the deed must come again in the charge, and it must be
whoever was charged, or who speaks for them, that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.replies import Replies, Reply
from kg.extract.units import InOrder, Unit
from kg.model import Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree

REACH = 100
"""Tokens between a charge and the alibi."""
NEAR = 30
"""Tokens between a charge and an alibi that only says "it"."""

_WHERE = frozenset("near at in on inside outside around by close_to within there".split())
_SCENE = frozenset("area scene vicinity spot premises neighbourhood neighborhood time".split())
"""Nouns for wherever it was."""
_PART = frozenset("responsibility blame involvement part role hand link connection complicity participation".split())
"""What those deny who say that they had nothing to do with it."""
_OF = frozenset("for in to with of over".split())
_OWNERS = frozenset(("poss", "compound", "nmod"))
_DOERS = frozenset(("nsubj", "nsubjpass", "pobj", "dobj"))


def alibis(units: Sequence[Unit], tree: Tree, found: Resolution, replies: Replies) -> Iterator[Reply]:
    """Pairs of a charge and the alibi of those charged."""
    order = InOrder(units)
    for alibi in order.units:
        things = _there(tree, alibi) or _no_part(tree, alibi) if alibi.polarity is Polarity.NEGATIVE else ()
        passive = alibi.polarity is Polarity.NEGATIVE and alibi.frame is not None and alibi.frame.passive
        if not things and not passive:
            continue
        for charge in order.around(alibi, REACH):
            if charge.claimant == alibi.claimant or charge.polarity is not Polarity.POSITIVE or charge.frame is None:
                continue
            near = alibi.head.i - charge.head.i <= NEAR
            if _meets(things, charge, replies, near) and _charged(alibi, charge, tree, found):
                yield Reply(charge, alibi, "an alibi")
            elif passive and replies.undone(alibi, charge) and _accused(alibi, charge, tree, found):
                yield Reply(charge, alibi, "an alibi: it was not done")


def _there(tree: Tree, unit: Unit) -> tuple[Token, ...]:
    """ "Was nowhere near *the vault*", "was not in *Oslo*": where somebody was not."""
    frame = unit.frame
    if frame is None or frame.lemma != "be" or frame.acomp is not None or frame.objects or frame.modal is not None:
        return ()
    far = [k for a in frame.adverbs for k in tree.kids(a) if k.dep_ == "prep"]  # "nowhere near the vault"
    held = frame.to(*_WHERE)
    return tuple(h for h in (*held, *(h for k in far for h in tree.kids(k))) if _is_named(h))


def _is_named(token: Token) -> bool:
    """Whether a word names the place itself, or stands for it: not a day."""
    return (token.pos_ in ("NOUN", "PROPN") or token.lower_ == "it") and token.ent_type_ not in ("DATE", "TIME")


def _no_part(tree: Tree, unit: Unit) -> tuple[Token, ...]:
    """ "Denied any part in *the raid*", "had no hand in *it*": what somebody had nothing to do with."""
    nouns = (unit.head,) if unit.frame is None else unit.frame.objects if unit.frame.lemma in ("have", "play") else ()
    held = [k for noun in nouns if noun.lemma_.lower() in _PART for k in (*tree.kids(noun), *tree.kids(noun.head))]
    return tuple(
        t
        for k in held
        if k.dep_ == "prep" and k.lower_ in _OF
        for t in tree.kids(k)
        if _is_named(t) or t.dep_ == "pcomp"
    )


def _meets(things: Sequence[Token], charge: Unit, replies: Replies, near: bool) -> bool:
    """Whether one of the things comes again in the charge; the scene is wherever it was, and "it" is near by."""
    return any(
        t.lemma_.lower() in _SCENE or (near if t.pos_ == "PRON" else replies.match(t, charge) is not None)
        for t in things
    )


def _charged(alibi: Unit, charge: Unit, tree: Tree, found: Resolution) -> bool:
    """Whether the alibi is for somebody whom the charge names: themselves, their people, or those they speak for."""
    doers = alibi.frame.subjects if alibi.frame is not None else ()
    owners = [k for t in doers for k in tree.kids(t) if k.dep_ == "poss"]
    mine = found.roots((*doers, *owners))
    if not doers or owners:
        mine.add(alibi.claimant)
    return not mine.isdisjoint(found.roots(t for t in (*charge.words, *_blamed(charge)) if t.dep_ in _DOERS))


def _accused(denial: Unit, charge: Unit, tree: Tree, found: Resolution) -> bool:
    """Whether who denies an act, or who they speak for, is said to have done it."""
    source = denial.saying.source
    mine = {denial.claimant}
    if source is not None:
        owners = [k for k in tree.kids(source) if k.dep_ in _OWNERS]
        mine |= found.roots((*owners, *tree.under(source, ("for", "of"))))
    doers = charge.frame.logical_subjects if charge.frame is not None else ()
    return not mine.isdisjoint(found.roots((*doers, *_blamed(charge))))


def _blamed(charge: Unit) -> tuple[Token, ...]:
    """Whom the charge is brought against: "accused *Ostrel* of it"."""
    frame = charge.saying.frame
    subjects = charge.frame.subjects if charge.frame is not None else ()
    return (*subjects, *(frame.objects if frame is not None else ()))
