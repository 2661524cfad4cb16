"""Shells: "the truth is that the mill closed" says that the mill closed, and so does "what happened is that …"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_WHAT = frozenset("be do find happen know mean say see tell".split())
"""Verbs of what is so: "what *happened* is that …"; not "what I *want* is that …"."""
_ENDS = "line"
"""The bottom one, which is a shell."""
_BEFORE = frozenset(("mark", "neg", "aux"))


def unshelled(tree: Tree, sayings: list[Saying], lexicon: Lexicon) -> None:
    """Let reports be headed by the clauses that say something, not by the shells around them."""
    for saying in sayings:
        if any(head.lemma_ == "be" for head in saying.heads):
            saying.heads = tuple(_inner(tree, head, lexicon) or head for head in saying.heads)


def _inner(tree: Tree, verb: Token, lexicon: Lexicon) -> Token | None:
    """ "The truth *is* that we never *signed*": the verb of the clause that a shell is."""
    if verb.lemma_ != "be":
        return None
    kids = tree.kids(verb)
    if any(k.dep_ in ("neg", "aux") for k in kids):  # "the point is not that it closed"
        return None
    clause = next((k for k in kids if k.i > verb.i and k.dep_ == "ccomp" and k.pos_ in ("VERB", "AUX")), None)
    if clause is None or any(k.dep_ == "mark" and k.lower_ != "that" for k in tree.kids(clause)):
        return None
    if any(
        k.tag_ in ("WP", "WRB", "WDT") and k.i < clause.i for k in tree.kids(clause)
    ):  # "the point is why it closed"
        return None
    before = (k for k in kids if k.i < verb.i and k.dep_ in ("nsubj", "csubj"))
    subject = next(before, None)
    return clause if subject is not None and _is_shell(tree, subject, lexicon) else None


def _is_shell(tree: Tree, subject: Token, lexicon: Lexicon) -> bool:
    """Whether a subject says no more than that something is so: "the truth", "my point", "what happened"."""
    if subject.dep_ == "csubj" or subject.lemma_.lower() in _WHAT:
        free = any(k.lower_ == "what" for k in tree.kids(subject))
        return free and subject.lemma_.lower() in _WHAT
    word = subject.lemma_.lower()
    if word == _ENDS:
        word = next((f"{word}_{k.lower_}" for k in tree.kids(subject) if k.dep_ == "amod"), word)
    return lexicon.verdict(word, "shell") is not None
