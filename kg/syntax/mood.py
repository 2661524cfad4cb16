"""What a clause does: state, ask, command, or set a condition."""

from __future__ import annotations

from spacy.tokens import Token

from kg.syntax.tree import Tree

_CONDITIONS = frozenset(("if", "unless", "whether", "lest", "provided", "assuming", "supposing"))
_INVERTED = frozenset(("had", "should", "were"))
_CONTINUING = frozenset(("conj", "xcomp", "pcomp", "acomp"))
_DEEPEST = 20


def mood(tree: Tree, verb: Token) -> str:
    """The mood of the clause that a verb heads or continues: statement, question, imperative or condition.

    "if it rains and they stay" makes both verbs a condition, "should it rain" too; a clause that stands under a verb
    of its own ("she asked when it rains") is judged by itself.
    """
    for _ in range(_DEEPEST):
        if _condition(tree, verb):
            return "condition"
        if verb.dep_ == "ROOT" or verb.head.i == verb.i:
            return _of_sentence(tree, verb)
        if verb.dep_ not in _CONTINUING:
            break
        verb = verb.head
    return "statement"


def _condition(tree: Tree, verb: Token) -> bool:
    """ "if it rains", "should it rain"."""
    kids = tree.kids(verb)
    if tree.marked(verb, _CONDITIONS):
        return True
    if verb.dep_ != "advcl" or any(k.dep_ == "mark" for k in kids):
        return False
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    return subject is not None and any(
        k.lower_ in _INVERTED and k.dep_ in ("aux", "auxpass") and k.i < subject.i for k in kids
    )


def _of_sentence(tree: Tree, root: Token) -> str:
    """ "Did she resign?" asks, "Resign!" commands."""
    kids = tree.kids(root)
    if any(k.text == "?" for k in kids):
        return "question"
    subject = tree.kid(root, "nsubj", "nsubjpass", "csubj", "expl")
    helped = any(k.dep_ in ("aux", "auxpass") and k.lower_ != "do" for k in kids)
    if root.tag_ == "VB" and subject is None and not helped:
        return "imperative"
    return "statement"
