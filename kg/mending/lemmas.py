"""Lemmas of verbs whose stem ends in *e*, where the lemmatiser takes another: "fined" is not *fin*, nor "hoped" *hop*.

A short verb doubles its last consonant before *-ed* and *-ing* ("hopped"): one that does not has lost its *e*.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Token

_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtv]")
_ENDS = ("ed", "ing", "es")


def mend(token: Token) -> None:
    """Give a verb the stem that its spelling tells."""
    if stem := stem_of(token.lower_, token.lemma_):
        token.lemma_ = stem


@lru_cache(maxsize=10_000)
def stem_of(form: str, lemma: str) -> str:
    """The lemma that a form has if it is not the one given; empty where that is right.

    >>> stem_of("fined", "fin"), stem_of("hoping", "hop"), stem_of("stages", "stag")
    ('fine', 'hope', 'stage')
    >>> stem_of("planned", "plan"), stem_of("visited", "visit"), stem_of("put", "put")
    ('', '', '')
    """
    if form[: len(lemma)] != lemma or form[len(lemma) :] not in _ENDS or not _SHORT.fullmatch(lemma):
        return ""
    return lemma + "e"
