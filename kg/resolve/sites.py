"""Where a mention stands in its sentence: its role, its clause, and the subjects above it.

Each is read from the parse once and kept, as every pronoun after a mention asks for it again.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.syntax.subjects import RELATIVE, antecedent
from kg.syntax.tree import Tree

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "dative": "object",
    "oprd": "object",
    "pobj": "oblique",
    "poss": "possessor",
    "appos": "apposition",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
    "npadvmod": "modifier",
    "attr": "predicate",
}
_SHARING = frozenset(("xcomp", "conj", "aux", "auxpass"))
_HIGHEST = 12
"""How many heads above a mention are looked at: sentences of more levels than that are lists."""


@dataclass(frozen=True, slots=True)
class Site:
    """The place of a phrase, in token numbers.

    `role` is that of its first conjunct where it is coordinated; `governor` the token it depends on; `above` the heads
    over it, nearest first; `subjects` the subjects of the clauses that it stands in without being their subject,
    nearest first, a relative pronoun read as its antecedent, each with how the clause below hangs on ("own" for the
    phrase's own clause); `main` whether its clause is the main one; `preposition` the one before it.
    """

    role: str
    governor: int
    coordinated: bool
    above: tuple[int, ...]
    subjects: dict[int, str]
    main: bool
    preposition: str


def site(tree: Tree, head: Token) -> Site:
    """The place of the phrase with this head."""
    top, coordinated = head, head.dep_ == "conj"
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN", "PRON"):
        top = top.head
    coordinated = coordinated or any(k.dep_ == "conj" for k in tree.kids(head))
    role = _ROLES.get(top.dep_, "other")
    governor = top.head
    if role == "oblique" and governor.lower_ == "by" and governor.dep_ == "agent":
        role = "agent"
    above, subjects, main = _upwards(tree, top)
    before = governor.lower_ if top.dep_ == "pobj" else ""
    return Site(role, governor.i, coordinated, above, subjects, main, before)


def _upwards(tree: Tree, token: Token) -> tuple[tuple[int, ...], dict[int, str], bool]:
    """The heads above, the subjects of their clauses, and whether the first clause is the sentence's main one."""
    above: list[int] = []
    subjects: dict[int, str] = {}
    main, link = True, "own"
    below = token
    for head in tree.ancestors(token):
        above.append(head.i)
        if head.pos_ in ("VERB", "AUX"):
            subject = next((k for k in tree.kids(head) if k.dep_ in _SUBJECTS), None)
            if subject is not None and subject.i != below.i and subject.i != token.i:
                stands = relative(tree, subject) if subject.tag_ in RELATIVE else subject
                subjects.setdefault((stands or subject).i, link)
            if head.dep_ in ("acl", "relcl") and subject is None:
                subjects.setdefault(head.head.i, link)  # "Berg, born in Norway": who is born is the noun
            if subject is not None or head.dep_ not in _SHARING:
                link = head.dep_
            main = main and head.dep_ in ("ROOT", "conj")
        below = head
        if len(above) == _HIGHEST:
            break
    return tuple(above), subjects, main


def relative(tree: Tree, pronoun: Token) -> Token | None:
    """What "who", "which", "that" or "whose" stands for: the noun that its clause is about; of a question, nothing."""
    verb = next((t for t in tree.ancestors(pronoun) if t.pos_ in ("VERB", "AUX")), None)
    return next(iter(antecedent(tree, verb)), None) if verb is not None else None
