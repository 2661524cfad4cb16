"""Noun phrases as words: which tokens of a subtree belong to an argument slot."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from kg.syntax.subjects import SUBJECTS
from kg.syntax.tree import Tree

CLAUSES = frozenset(
    ("relcl", "advcl", "appos", "parataxis", "conj", "cc", "preconj", "acl", "discourse", "intj", "ccomp")
)
LONGEST = 80
"""The tokens of the longest phrase or clause that is one slot of a triple."""
_COORDINATION = frozenset(("conj", "cc", "preconj"))
_BREAKS = frozenset(("(", "--", "—", "–", ":", ";", "-LRB-", ".", "!", "?"))
_EDGES = frozenset((",", ";", ":", "--", "-", "—", "–", "(", ".", "?", "!", "...", "-LRB-", "-RRB-"))
_OPENING, _CLOSING = frozenset(("``", '"', "“", "(", "[")), frozenset(("''", '"', "”", ")", "]"))


def phrase(
    tree: Tree,
    head: Token,
    preps: str | bool = True,
    cut: Collection[str] = CLAUSES,
    skip: Collection[Token] = (),
    together: bool = False,
) -> list[Token]:
    """The tokens of the phrase that `head` heads, in order.

    `preps` says which prepositional phrases stay: all, none, or those of one preposition ("of"). Clauses are left out,
    and so is what is coordinated with the head, or inside the phrase unless that is kept `together`. The phrase ends
    at a bracket, dash or colon. One of more than `LONGEST` tokens is none: no noun phrase is so long, but tables and
    broken parses are.
    """
    found: list[Token] = []
    stack = [head]
    while stack:
        if len(found) + len(stack) > LONGEST:
            return []
        token = stack.pop()
        found.append(token)
        for kid in tree.kids(token):
            if kid in skip or kid.is_space:
                continue
            if kid.dep_ in cut and not (together and token is not head and kid.dep_ in _COORDINATION):
                continue
            if kid.dep_ in ("prep", "agent") and preps is not True and kid.text != preps:
                continue
            if token is head and (kid.dep_ in ("mark", "neg") or kid.dep_ in SUBJECTS):
                continue
            if kid.tag_ == "CC" and kid.dep_ == "det":  # "both the mayor and …" where only the mayor is meant
                continue
            stack.append(kid)
    found.sort(key=lambda t: t.i)
    return _trimmed(_stretch(found, head), head)


def _stretch(found: list[Token], head: Token) -> list[Token]:
    low = high = found.index(head)
    while low > 0 and found[low - 1].text not in _BREAKS:
        low -= 1
    while high + 1 < len(found) and found[high + 1].text not in _BREAKS:
        high += 1
    return found[low : high + 1]


def _trimmed(found: list[Token], head: Token) -> list[Token]:
    found = [t for n, t in enumerate(found) if t.text != "," or n == 0 or found[n - 1].text != ","]
    while len(found) > 1 and found[-1] is not head and found[-1].text in _EDGES:
        found = found[:-1]
    while len(found) > 1 and found[0] is not head and found[0].text in _EDGES:
        found = found[1:]
    words = [t.text for t in found]
    if len(found) > 1 and words[-1] in _CLOSING and not _OPENING & set(words[:-1]):
        found = found[:-1]
    if len(found) > 1 and words[0] in _OPENING and not _CLOSING & set(words[1:]):
        found = found[1:]
    if len(found) > 2 and words[-1] in _CLOSING and found[-2].text == ",":
        del found[-2]
    return found


def clause(tree: Tree, head: Token, alone: bool = False) -> list[Token]:
    """A whole clause without the punctuation at its ends; `alone`: without the clauses coordinated with it."""
    found = [t for t in tree.subtree(head, LONGEST) if not t.is_space]
    if alone:
        others = [k for k in tree.kids(head) if k.dep_ == "conj" and k.pos_ in ("VERB", "AUX")]
        if others:
            left_out = {t for k in (*others, *(c for c in tree.kids(head) if c.dep_ == "cc")) for t in tree.subtree(k)}
            found = [t for t in found if t not in left_out]
    while len(found) > 1 and found[0].text in _EDGES:
        found = found[1:]
    while len(found) > 1 and found[-1].text in _EDGES:
        found = found[:-1]
    return found


def words(tokens: list[Token]) -> str:
    """The tokens joined by one space, as the `triples` layer writes them."""
    return " ".join(t.text for t in tokens)
