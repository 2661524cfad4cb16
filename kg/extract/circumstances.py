"""When, where and on what occasion: what hangs on a predicate beside its arguments."""

from __future__ import annotations

from spacy.tokens import Token

from kg.model import SOMEBODY
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_PLACE_PREPS = frozenset("in at near outside inside within throughout across around off aboard".split())
_PLACES = frozenset(("Country", "City", "Place"))
_OCCASION_PREPS = frozenset(("at", "during", "on", "in"))
_TIMES = ("DATE", "TIME")

Tokens = tuple[Token, ...]


def circumstances(tree: Tree, found: Resolution, head: Token, frame: Frame | None) -> tuple[Tokens, Tokens, Tokens]:
    """The times, the places and the occasions of a predicate: "they met on Friday in Lagos at the fair"."""
    times: list[Token] = list(frame.times) if frame else []
    places: list[Token] = []
    occasions: list[Token] = []
    stack = [k for k in tree.kids(head) if k.dep_ == "prep"]
    if frame is not None and not frame.relativised and frame.object_dep == "dobj" and not frame.passive:
        for target in frame.objects:  # what hangs on the object may well belong to the verb
            person = _is_person(found, target)
            stack += [k for k in tree.kids(target) if k.dep_ == "prep" and (person or _is_time(tree, k))]
    for target in frame.subjects if frame is not None else ():  # "A jury on Tuesday acquitted her"
        if _is_somebody(found, target):
            stack += [k for k in tree.kids(target) if k.lower_ == "on" and _is_time(tree, k)]
    if frame is not None and frame.acomp is not None:
        stack += [k for k in tree.kids(frame.acomp) if k.dep_ == "prep"]
    for prep in stack:
        for held in tree.kids(prep):
            if held.dep_ != "pobj":
                continue
            if held.ent_type_ in _TIMES:
                if prep.lower_ not in ("since", "until", "by", "for"):
                    times.append(held)
                continue
            for noun in tree.nouns(held):
                candidate = found.candidate(noun)
                if candidate is None:
                    continue
                kind = found.clusters.type(candidate)
                if kind in _PLACES and prep.lower_ in _PLACE_PREPS:
                    places.append(noun)
                elif kind == "Event" and prep.lower_ in _OCCASION_PREPS and candidate.head.i != head.i:
                    occasions.append(noun)  # and when that was: "at the fair on Monday"
                    times += [
                        t for p in tree.kids(noun) if p.dep_ == "prep" and p.lower_ == "on" for t in _times(tree, p)
                    ]
    times += [
        k
        for k in tree.kids(head)
        if k.dep_ in ("npadvmod", "compound", "nummod", "amod") and k.ent_type_ in _TIMES and k not in times
    ]
    return tuple(times), tuple(places), tuple(occasions)


def _is_person(found: Resolution, target: Token) -> bool:
    """ "Met Berg in Lagos": a name is nowhere, so that is where they met."""
    candidate = found.candidate(target) if target.pos_ in ("PROPN", "PRON") else None
    return candidate is not None and found.clusters.type(candidate) == "Person"


def _is_somebody(found: Resolution, target: Token) -> bool:
    candidate = found.by_head.get(target.i)
    return candidate is not None and found.clusters.type(candidate) in SOMEBODY


def _times(tree: Tree, prep: Token) -> list[Token]:
    return [h for h in tree.kids(prep) if h.dep_ == "pobj" and h.ent_type_ in _TIMES]


def _is_time(tree: Tree, prep: Token) -> bool:
    return bool(_times(tree, prep))
