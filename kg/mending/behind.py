"""Subjects behind their verbs, and verbs in a row: "…, *conceded the mayor*, …", "says it sank, *says* it was old".

Parsers make an object of who stands behind the verb, and a complement of the first of two reports.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.mending.reports import FINITE, SUBJECTS, lacks_subject, reports
from kg.model import SOMEBODY

_ACTORS = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_OF_PEOPLE = frozenset(
    "tell inform advise warn assure remind notify persuade convince ask alert show teach recall describe announce "
    "report reveal remember identify cite quote know see hear find believe call name accuse blame praise answer "
    "mention recommend propose suggest confirm prove choose prefer elect".split()
)
"""Verbs whose object may well be a person, and then is none who speaks."""
_PAUSES = frozenset((",", ".", ";", "–", "—", "--"))
_MARKS = frozenset(('"', "”", "''", "’", "'"))
_BEFORE = frozenset(("compound", "det", "amod", "poss", "nmod"))
_HELD = frozenset(("ccomp", "xcomp"))


def inverted(verb: Token, words: Lexicon) -> None:
    """ "It had sunk, *conceded the mayor's spokesman*, and …", "That, *argues Ana Berg*, is why it sank".

    No verb between commas that says something has people for its object.
    """
    if verb.tag_ not in FINITE or verb.lemma_ in _OF_PEOPLE or not reports(words, verb.lemma_):
        return
    if not verb.i or verb.doc[verb.i - 1].text != ",":
        return
    kids = list(verb.children)
    if any(k.dep_ in ("cc", "mark") for k in kids if k.i < verb.i):
        return
    who = next((k for k in kids if k.dep_ in ("dobj", "nsubj") and k.left_edge.i == verb.i + 1), None)
    after = who.right_edge.i + 1 if who is not None else 0
    if who is None or not _somebody(who, words) or after >= len(verb.doc) or verb.doc[after].text not in _PAUSES:
        return
    others = [k for k in kids if k.dep_ in SUBJECTS and k.i != who.i]
    above = verb.head
    if above.i == verb.i or any(k.i >= verb.i - 1 for k in others):
        return
    if others and any(k.dep_ in SUBJECTS for k in above.children):
        return
    for kid in (*others, *(k for k in kids if k.i > who.i and k.dep_ in ("conj", "cc"))):
        kid.head = above
    who.dep_ = "nsubj"
    verb.dep_ = "parataxis"


def _somebody(noun: Token, words: Lexicon) -> bool:
    row = words.noun(noun.lemma_.lower())
    return noun.ent_type_ in _ACTORS or (noun.pos_ == "NOUN" and row is not None and row.type in SOMEBODY)


def speaker(verb: Token, words: Lexicon) -> None:
    """ "“It sank,” said *Ana Berg*, a clerk with a flag round her neck": the parse makes her do what follows."""
    if not verb.i or not reports(words, verb.lemma_) or verb.doc[verb.i - 1].text not in _MARKS:
        return
    if not lacks_subject(verb) or verb.i + 1 >= verb.sent.end:
        return
    who = verb.doc[verb.i + 1]
    while who.dep_ in _BEFORE and who.head.i > who.i:
        who = who.head
    clause = who.head
    if who.dep_ != "nsubj" or who.pos_ not in ("PROPN", "NOUN") or clause.head.i != verb.i or clause.i < who.i:
        return
    who.head = verb
    clause.head, clause.dep_ = who, "acl"


def series(verb: Token, words: Lexicon) -> None:
    """ "She accepted that it sank, *agreed* that it was old and denied it": the first of several has their subject."""
    if not reports(words, verb.lemma_) or not lacks_subject(verb):
        return
    first = next((k for k in verb.lefts if k.dep_ in ("ccomp", "advcl") and k.tag_ == verb.tag_), None)
    if first is None or not reports(words, first.lemma_) or any(k.dep_ in ("mark", "aux") for k in first.lefts):
        return
    if not any(k.dep_ == "nsubj" for k in first.lefts) or not any(k.dep_ in _HELD for k in first.rights):
        return
    if verb.doc[verb.i - 1].text != "," or not any(k.dep_ in _HELD for k in verb.rights):
        return
    for kid in [k for k in verb.lefts if k.i < first.i]:
        kid.head = first
    first.head, first.dep_ = first, "ROOT"
    verb.head, verb.dep_ = first, "conj"


def called(verb: Token, words: Lexicon) -> None:
    """ "*Prior* told reporters it sank": a word that opens the sentence and is elsewhere a name, and no adverb."""
    if not reports(words, verb.lemma_) or not lacks_subject(verb):
        return
    first = verb.doc[verb.sent.start]
    if first.dep_ not in ("advmod", "npadvmod", "intj", "amod") or first.head.i != verb.i or not first.is_title:
        return
    if any(t.pos_ == "PROPN" and t.text == first.text and t.i != first.i for t in verb.doc):
        first.dep_, first.tag_, first.pos_ = "nsubj", "NNP", "PROPN"
