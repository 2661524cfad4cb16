"""Verbs of headlines that parsers take for nouns, because every word has a capital, or none has an article.

"Safety Chief *Tells* Panel He Left", "Spa *denies* blame", "maker *disputes* link": nothing but the words tells which
one is the verb. What ends in "s" like a verb of reporting and is no noun besides is one.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.mending.reports import denies
from kg.model import SOMEBODY

_LONGEST = 30
"""Tokens of a headline."""
_STOPS = frozenset('.!?”"')
_NOUNS = frozenset(("NOUN", "PROPN"))
_ONE = frozenset(("NN", "NNP"))
_PLURALS = frozenset(("NNS", "NNPS", "VBZ"))
_TAKEN_FOR = frozenset(("compound", "nmod", "amod", "nsubj"))
_BEFORE = frozenset(("compound", "nmod", "amod", "det", "poss", "nummod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
_CLAUSES = frozenset(("ccomp", "advcl"))
_HISSING = ("sses", "shes", "ches", "xes")


def unseen(word: Token, words: Lexicon) -> None:
    """ "Safety Chief *Tells* Panel He Left", "ace Berg *fumes* at bosses", "as spa *denies* blame".

    Denials have nouns beside them ("disputes"), and are verbs where somebody stands before them.
    """
    if word.tag_ not in _PLURALS or not word.i:
        return
    lemma = _singular(word.lower_)
    if not words.reporting(lemma, "verb"):
        return
    who = word.doc[word.i - 1]
    if who.tag_ not in _ONE or who.dep_ not in _TAKEN_FOR or who.head.i not in (word.i, word.head.i):
        return
    if (word.tag_ == "VBZ" and who.dep_ == "nsubj") or not _bannered(word):
        return
    if word.head.tag_ in ("VBP", "VBZ") and words.reporting(word.head.lemma_.lower(), "noun"):
        return  # "rejects claims she lied" is read with the claims
    denial, noun = denies(words, lemma), words.noun(lemma) is not None or bool(words.reporting(lemma, "noun"))
    row = words.noun(who.lemma_.lower())
    if noun and (not denial or (who.ent_type_ != "PERSON" and (row is None or row.type not in SOMEBODY))):
        return
    behind = _behind(word)
    if not denial and not (_opens(word, behind[-1]) if behind else any(k.dep_ == "prep" for k in word.rights)):
        return
    word.lemma_ = lemma
    _become(word, who, behind)


def _opens(word: Token, top: Token) -> bool:
    """ "tells panel *he left*", "admits *seeing* it": a clause behind a noun would be none of its own."""
    return top.tag_ == "VBG" or any(k.dep_ in _SUBJECTS and k.i > word.i for k in top.lefts)


def _behind(word: Token) -> list[Token]:
    """The words behind one that it hangs from, from the nearest."""
    behind: list[Token] = []
    at = word
    while at.head.i > at.i and at.dep_ not in _CLAUSES:
        at = at.head
        behind.append(at)
    return behind


def _singular(word: str) -> str:
    """ "denies" → "deny", "dismisses" → "dismiss", "tells" → "tell"."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]


def _bannered(word: Token) -> bool:
    """Whether a word stands in a headline: a short line without a full stop."""
    sentence = word.sent
    last = next((t for t in reversed(sentence) if not t.is_space), word)
    return len(sentence) <= _LONGEST and last.text not in _STOPS


def _become(word: Token, who: Token, behind: list[Token]) -> None:
    """Make a word the verb, what stands before it its subject, and what stands behind it its own."""
    for noun in (word, *behind):
        for kid in [k for k in noun.lefts if k.i < word.i and k.i != who.i]:
            near = kid.dep_ in _BEFORE and not any(t.is_punct and t.text != "-" for t in word.doc[kid.i : who.i])
            kid.head = who if near else word
            if kid.dep_ in ("ccomp", "advcl", "nsubj") and not near:
                kid.dep_ = "dep"
    _place(word, behind[-1] if behind else None)
    word.tag_, word.pos_ = "VBZ", "VERB"
    who.head, who.dep_ = word, "nsubj"
    if behind:
        _hold(word, behind[0], behind[-1])


def _place(word: Token, top: Token | None) -> None:
    """The verb is the root, or the clause that an "as" opens, which the parse takes for a preposition."""
    link = top.head if top is not None and top.dep_ == "pobj" and top.head.lower_ == "as" else None
    if link is None:
        word.head, word.dep_ = word, "ROOT"
        return
    main = link.head
    while main.pos_ not in ("VERB", "AUX") and main.head.i != main.i:
        main = main.head
    word.head, word.dep_ = main, "advcl"
    link.head, link.dep_ = word, "mark"


def _hold(word: Token, first: Token, top: Token) -> None:
    """What the verb says, or says something of, and whom it tells."""
    if top.pos_ in ("VERB", "AUX") and _opens(word, top):
        top.dep_ = "ccomp" if any(k.dep_ in _SUBJECTS for k in top.lefts) else "xcomp"
        if first.i != top.i and first.dep_ == "npadvmod":
            first.head, first.dep_ = word, "dobj"
    else:
        top.dep_ = "dobj"
        if top.pos_ not in _NOUNS:
            top.tag_, top.pos_ = "NN", "NOUN"
    top.head = word
