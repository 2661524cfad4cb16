"""Blame and blows: "attacked the plan" tells what somebody thinks of it, "attacked the village" what they did to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.frames import Frame
from kg.syntax.saying import is_document, may_speak

BLAME = "Criticism"
"""The kind of reports whose verbs may tell of blows."""
_BLOWS = frozenset(("Attack", "MilitaryAttack", "CyberAttack", "Assault", "Disaster", "Accident"))
_HARM = frozenset(("Disaster", "Accident", "Bombing"))
"""What strikes without a mind: "the *storm* slammed the coast"."""
_GROUND = frozenset(("Place", "City", "Country", "Product"))
_TYPES = {
    "PERSON": "Person",
    "ORG": "Organization",
    "NORP": "Group",
    "GPE": "Country",
    "LOC": "Place",
    "FAC": "Place",
    "PRODUCT": "Product",
}


def tells_of_blows(frame: Frame, who: Sequence[Token], whom: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a verb of blame is meant bodily here, by who or what strikes, what is struck, or what with.

    The rows of the verb in ``events.tsv`` know both senses: the first that fits says which one it is. Where that is one
    for want of a better ("Berg attacked Wei"), what stands beside the verb has to make it sure.
    """
    if any(_strikes(t, lexicon) for t in who[:1]):
        return True

    def fillers(slot: str) -> Iterator[tuple[str, str]]:
        filled = who if slot == "subj" else whom if slot == "obj" else frame.to(slot)
        return ((t.lemma_.lower(), _type(t, lexicon)) for t in filled)

    row = next((r for r in lexicon.events(frame.lemma, "verb") if r.fits(fillers)), None)
    if row is None or row.cls not in _BLOWS:
        return False
    armed = any(_type(t, lexicon) == "Product" for t in frame.to("with"))
    dumb = any(_is_dumb(t, lexicon) for t in who[:1])
    return bool(row.requires) or armed or dumb or _takes_ground(who, whom, lexicon)


def _takes_ground(who: Sequence[Token], whom: Sequence[Token], lexicon: Lexicon) -> bool:
    """A country attacks another, gunmen a village; but ministers, or the opposition, blame a country."""
    if not who or not whom:
        return False
    land = _type(who[0], lexicon) == "Country"
    people = who[0].pos_ == "NOUN" and _type(who[0], lexicon) == "Person" and not lexicon.title(who[0].lemma_.lower())
    ground = _type(whom[0], lexicon) in _GROUND
    return ground and (land or (people and whom[0].pos_ == "NOUN"))


def _strikes(token: Token, lexicon: Lexicon) -> bool:
    """ "The *storm* slammed the coast"."""
    harm = any(r.cls in _HARM for r in lexicon.events(token.lemma_.lower(), "noun"))
    return harm and _is_meant(token) and not token.ent_type_


def _is_dumb(token: Token, lexicon: Lexicon) -> bool:
    """ "A *shark* attacked the swimmer"."""
    return _is_meant(token) and not (may_speak(token, lexicon) or is_document(token, lexicon))


def _is_meant(token: Token) -> bool:
    """Whether a common noun is itself who does it: not "a *wave* of critics", "a *storm* of protest"."""
    return token.pos_ == "NOUN" and not any(k.lower_ == "of" for k in token.children)


def _type(token: Token, lexicon: Lexicon) -> str:
    noun = lexicon.noun(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    return noun.type if noun is not None else _TYPES.get(token.ent_type_, "")
