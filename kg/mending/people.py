"""People behind "who": "said a councillor familiar with the talks, *who* added …" tells of her, not of the talks."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import SOMEBODY

_STEPS = 6
_THINGS = frozenset("DATE EVENT FAC GPE LAW LOC ORG PRODUCT TIME WORK_OF_ART".split())
"""Kinds of names that are nobody's."""
_BELOW = frozenset("acl amod appos compound conj dobj nmod pcomp pobj prep".split())
"""How what stands behind a person hangs from them."""


def whoever(clause: Token, words: Lexicon) -> None:
    """ "an aide in Oslo, *who said* …", "a nurse in charge of the ward who *left*": the last person before it."""
    who = next((k for k in clause.lefts if k.dep_ == "nsubj" and k.lower_ == "who"), None)
    if who is None or clause.head.i > who.i or not _thing(clause.head, words):
        return
    at = clause.head
    for _ in range(_STEPS):
        if at.dep_ not in _BELOW or at.head.i > at.i:
            return
        at = at.head
        if at.pos_ in ("NOUN", "PROPN") and _person(at, words):
            clause.head = at
            return


def _thing(noun: Token, words: Lexicon) -> bool:
    if noun.ent_type_:
        return noun.ent_type_ in _THINGS
    row = words.noun(noun.lemma_.lower())
    if row is not None or noun.pos_ != "NOUN":
        return row is not None and row.type not in SOMEBODY
    lemma = noun.lemma_.lower()
    return bool(words.reporting(lemma, "noun") or words.events(lemma, "noun"))


def _person(noun: Token, words: Lexicon) -> bool:
    row = words.noun(noun.lemma_.lower())
    return noun.ent_type_ in ("PERSON", "NORP") or (row is not None and row.type == "Person")
