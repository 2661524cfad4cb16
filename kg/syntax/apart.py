"""Reports that stand beside another one, though the parse hangs them inside: "said it would close *and urged* calm".

Parsers coordinate the second verb with the nearest clause, and hang a trailing participle ("…, *claiming* that …") from
it. Somebody who tells several things in one sentence says so in one line of verbs: of the same tense as the first, or
participles behind a comma. Such a report has the source of the first, and is no part of what that one tells. What
the article sets against a report ("said no offer had been made, *while the ambassador refused* to comment") is no part
of it either, and keeps the source that it has.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.saying import Saying, trimmed
from kg.syntax.tree import Tree

_SILENT = frozenset(
    "Appearance Belief Knowledge Desire Hope Fear Expectation Finding Intention Judgement Praise Offer".split()
)
"""Kinds of reports that tell a state of mind or an act rather than words."""
_SPOKEN = frozenset(("that", "quote", "prep:of"))
_FURTHEST = 6
"""So many verbs lie between such a verb and the clause that it hangs from."""
_AGAINST = frozenset(("while", "whereas"))


def set_apart(tree: Tree, found: Sequence[Saying], lexicon: Lexicon) -> None:
    """Take each report that stands beside another out of that one's content.

    It gets the same source, but for one that is set against the other.
    """
    cues = {saying.cue.i for saying in found}
    told: dict[int, Saying] = {}
    later: list[Saying] = []
    for saying in found:
        if saying.frame is None or saying.source is None or not saying.content:
            continue
        if saying.pattern.startswith("verb") or saying.pattern == "quotation":
            if saying.cue.i < min(saying.content):
                told.update((head.i, saying) for head in saying.heads)
            if _governor(saying).dep_ in ("conj", "advcl") and _speaks(tree, saying, lexicon):
                later.append(saying)
    for saying in later:
        outer = _coordinated(tree, saying, told) if _governor(saying).dep_ == "conj" else _trailing(tree, saying, told)
        against = _set_against(tree, saying)
        if outer is None or (against and not _is_the_articles(saying, outer, cues)):
            continue
        _take_out(tree, saying, outer)
        if not against:
            saying.source, saying.source_tokens = outer.source, outer.source_tokens


def _speaks(tree: Tree, saying: Saying, lexicon: Lexicon) -> bool:
    rows = lexicon.reporting(saying.cue.lemma_.lower(), "verb")
    if _set_against(tree, saying) and any(r.kind == "Refusal" for r in rows):
        return True
    return any(r.kind not in _SILENT and not _SPOKEN.isdisjoint(r.frames) for r in rows)


def _coordinated(tree: Tree, saying: Saying, told: dict[int, Saying]) -> Saying | None:
    """ "said the plan was sound and *urged* calm": a verb without subject and helpers, in the form of the first cue."""
    verb = _governor(saying)
    outer = told.get(verb.head.i)
    if outer is None or outer is saying or outer.cue.tag_ != verb.tag_ or verb.i not in outer.content:
        return None
    if tree.kid(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return None
    return outer if tree.quote_of[verb.i] == tree.quote_of[outer.cue.i] else None


def _trailing(tree: Tree, saying: Saying, told: dict[int, Saying]) -> Saying | None:
    """Behind a comma, at the end of what is told: a participle ("…, *claiming* that …"), or what is set against it."""
    verb = _governor(saying)
    begin = verb.left_edge.i
    if begin < 2 or tree.quote_of[verb.i] >= 0 or not (verb.tag_ == "VBG" or _set_against(tree, saying)):
        return None
    before = begin - 1
    while before > 0 and tree.tokens[before].is_quote:
        before -= 1
    if tree.tokens[before].text != ",":
        return None
    above = verb
    for _ in range(_FURTHEST):
        if above.head.i == above.i:
            return None
        above = above.head
        if (outer := told.get(above.i)) is not None and outer is not saying and verb.i in outer.content:
            return outer if verb.right_edge.i + 2 >= max(outer.content) else None
    return None


def _set_against(tree: Tree, saying: Saying) -> bool:
    """ "…, *while the ambassador refused* to comment": another one's report, by the clock or in contrast."""
    verb = _governor(saying)
    mark = tree.kid(verb, "mark")
    return mark is not None and mark.lower_ in _AGAINST and tree.kid(verb, "nsubj", "nsubjpass") is not None


def _is_the_articles(saying: Saying, outer: Saying, cues: Collection[int]) -> bool:
    """Whether the article sets a report against the outer one, and not the source of that one within what it tells.

    It does so in the tense of the outer cue, of somebody told by a name and not by a pronoun, and against no report in
    there: "testified that Wei *told* her he loved her, while he told his wife …".
    """
    verb = _governor(saying)
    if verb.tag_ != outer.cue.tag_ or any(t.tag_ in ("PRP", "PRP$") for t in saying.source_tokens):
        return False
    heads, above = {head.i for head in outer.heads}, verb.head
    while above.i not in cues and above.i not in heads and above.head.i != above.i:
        above = above.head
    return above.i not in cues


def _governor(saying: Saying) -> Token:
    """The verb that a cue hangs from the rest of the sentence by: "*refused* to say"."""
    cue = saying.cue
    return cue.head if cue.dep_ == "xcomp" and cue.head in saying.cue_tokens else cue


def _take_out(tree: Tree, saying: Saying, outer: Saying) -> None:
    verb = _governor(saying)
    begin = verb.left_edge.i
    while begin > 0 and (tree.tokens[begin - 1].dep_ == "cc" or tree.tokens[begin - 1].is_space):
        begin -= 1
    last = max(verb.right_edge.i, *saying.content)
    outer.content = trimmed(tree, (i for i in outer.content if not begin <= i <= last))
    outer.heads = tuple(h for h in outer.heads if not begin <= h.i <= last)
