"""Passives whose subject is who thinks or says it: "*Berg* was not persuaded by it", "would not be drawn on it".

Parsers make a passive of many an adjective ("is convinced that"), and a passive has its subject for what is told of.
Which participles are meant stands in ``reporting.tsv``, as adjectives, or as verbs behind "not".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.syntax.frames import Frame
from kg.syntax.making import made
from kg.syntax.saying import Saying, clause_tokens, may_speak, noun_phrase, phrase_tokens, row_for
from kg.syntax.tree import Tree

_MINDS = frozenset("Belief Fear Judgement Criticism Praise Hope Knowledge Doubt Regret Refusal".split())
_DATED = frozenset(("DATE", "TIME"))
_LED = frozenset(("prep", "agent"))


def mind_sayings(tree: Tree, frame: Frame, left_open: tuple[Reporting, ...], lexicon: Lexicon) -> Iterator[Saying]:
    """What the subject of a passive holds; `left_open` are the rows of the verb behind "not"."""
    verb = frame.predicate
    rows = left_open or tuple(r for r in lexicon.reporting(verb.lower_, "adjective") if r.kind in _MINDS)
    if not rows or frame.subject_by == "antecedent" or not any(_holds(t, lexicon) for t in frame.subjects[:1]):
        return
    for clause in frame.complements:
        row = row_for(rows, clause.form) if clause.form == "that" else None
        if row is not None and clause.head.i > verb.i:
            content = clause_tokens(tree, clause.head, verb, ())
            yield made(tree, frame, row, "adjective that", frame.subjects, content, (clause.head,))
            return
    for prep in tree.kids(verb):
        row = row_for(rows, prep.lower_, "prep:" + prep.lower_) if prep.dep_ in _LED and prep.i > verb.i else None
        held = tuple(p for p in tree.kids(prep) if p.dep_ in ("pobj", "pcomp") and p.ent_type_ not in _DATED)
        if row is not None and held:
            content = phrase_tokens(tree, *held)
            held_by = made(tree, frame, row, f"adjective {prep.lower_}", frame.subjects, content, held, extra=(prep,))
            held_by.source_tokens, held_by.content = noun_phrase(tree, frame.subjects[0], verb), content
            yield held_by
            return


def _holds(subject: Token, lexicon: Lexicon) -> bool:
    """Whether a subject is somebody: "the plan was drawn on paper" tells nobody's mind."""
    return may_speak(subject, lexicon) or subject.pos_ == "PROPN" or subject.tag_ in ("CD", "WP")
