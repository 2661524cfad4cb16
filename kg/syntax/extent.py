"""How far the content of a report reaches: what follows it and belongs to it, and what the reporter adds at its end.

Parsers hang the last phrase of a sentence from the verb that reports as readily as from what is reported; where it
stands right behind the content, it is most often part of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.syntax.tree import Tree

_JOINED = frozenset(("as", "to", "for", "with", "about"))
"""Prepositions behind an object: "called on the council *to* …", "referred to the islets *as* islands"."""
_BY_THEN = frozenset(("by", "before", "until", "within"))
"""Prepositions of when a thing is to come that is hoped for or demanded: "predicts empty shelves *by Friday*"."""
_COORDINATING = frozenset(("and", "but", "or"))
_CONDITIONS = frozenset(("if", "unless"))
_TIMES = frozenset(("DATE", "TIME"))
_MARKS = frozenset(('"', "“", "”", "''", "’", "'"))
_STRAY = frozenset(("advcl", "ccomp", "parataxis", "dep"))


def followed(tree: Tree, content: frozenset[int], cue: Token, *, clause: bool, ahead: bool = False) -> frozenset[int]:
    """The content with what goes on right behind it in the sentence of the cue.

    A clause goes on with another "that" or a condition ("said it would close *and that nobody was told*"), a phrase
    with a preposition ("described the islets *as islands*"), unless that tells the time; but what is `ahead` has a time
    of its own.
    """
    last = max(content, default=-1)
    if last < cue.i or min(content) < cue.i or tree.quote_of[cue.i] >= 0:
        return content
    zone = tree.zone_of[cue.i]
    end = min(cue.sent.end, len(tree.tokens))
    after = [i for i in range(last + 1, min(end, last + 4)) if not tree.tokens[i].is_space and tree.zone_of[i] == zone]
    if not after:
        return content
    first = tree.tokens[after[0]]
    if clause:
        words = [tree.tokens[i].lower_ for i in after]
        words = words[1:] if words[0] == "," else words
        goes_on = words[:1] and words[0] in _COORDINATING and words[1:2] == ["that"]
        rest = range(last + 1, end) if goes_on or first.lower_ in _CONDITIONS else range(0)
    else:
        timed = any(k.ent_type_ in _TIMES for k in tree.kids(first))
        joined = first.lower_ in _JOINED and first.right_edge.i > first.i and not timed
        joined = joined or (ahead and first.lower_ in _BY_THEN and first.right_edge.i > first.i)
        rest = range(last + 1, min(end, first.right_edge.i + 1)) if joined else range(0)
    return content | {i for i in rest if tree.zone_of[i] == zone}


def without_additions(tree: Tree, content: frozenset[int], heads: Sequence[Token]) -> frozenset[int]:
    """The content without the relative clause or apposition behind a comma that ends it: the reporter explains.

    "denounced “fast tracks,” *which he had once proposed*", "praised Berg, *the harbour master*".
    """
    if not content or not heads:
        return content
    last, first = max(content), heads[0].i
    for i in sorted(content):
        token = tree.tokens[i]
        if token.dep_ not in ("relcl", "appos") or token.left_edge.i <= first or token.right_edge.i < last:
            continue
        if tree.quote_of[i] < 0 and _behind_comma(tree, token.left_edge.i):
            return content - set(range(token.left_edge.i, last + 1))
    return content


def without_meanwhile(tree: Tree, content: frozenset[int], cue: Token) -> frozenset[int]:
    """The content of a headline without what happens meanwhile: "Operator denies overloading *as toll rises*"."""
    if not content or not tree.headline(cue):
        return content
    for i in sorted(content):
        token = tree.tokens[i]
        if token.lower_ == "as" and token.dep_ == "mark" and i > min(content) and token.head.dep_ == "advcl":
            return frozenset(j for j in content if j < i)
    return content


def _behind_comma(tree: Tree, i: int) -> bool:
    before = i - 1
    while before > 0 and (tree.tokens[before].is_space or tree.tokens[before].text in _MARKS):
        before -= 1
    return before >= 0 and tree.tokens[before].text == ","


def beside(tree: Tree, token: Token) -> bool:
    """Whether a clause inside a noun phrase tells nothing of who it is: a stray one, "Berg, *clad in red*, said".

    A participle is part of the phrase, as they tell who read it: "one of them, *speaking in private*, said".
    """
    return token.dep_ in _STRAY and token.head.pos_ not in ("VERB", "AUX")


def with_participle(tree: Tree, last: int) -> int:
    """The last word of a source with the participle between commas behind it: "Berg, *reached by telephone*, said".

    Parsers hang it from the verb that reports as readily as from who does.
    """
    if last + 2 >= len(tree.tokens) or tree.tokens[last + 1].text != ",":
        return last
    for token in tree.tokens[last + 2 : last + 5]:
        end = token.right_edge.i + 1
        if token.tag_ in ("VBN", "VBG") and token.dep_ in ("advcl", "acl") and token.left_edge.i == last + 2:
            closed = end < len(tree.tokens) and tree.tokens[end].text == ","
            return end - 1 if closed and tree.zone_of[end] == tree.zone_of[last] else last
    return last
