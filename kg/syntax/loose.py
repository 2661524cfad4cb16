"""What belongs to a verb that reports although the parse hangs it elsewhere, or knows no name for it.

"called *for the mayor to resign*", "called the plan *“reckless”*", "portrayed the vote *as a triumph*", "accused the
clerk *of fraud*": the words stand where they must for the verb to have all that it takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Reporting
from kg.syntax.frames import Frame
from kg.syntax.making import made
from kg.syntax.objects import hung_acts
from kg.syntax.saying import Saying, clause_tokens, phrase_tokens, row_for
from kg.syntax.tree import Tree

_ARTICLES = frozenset(("a", "an"))


def loose_sayings(
    tree: Tree, frame: Frame, rows: tuple[Reporting, ...], sources: tuple[Token, ...]
) -> Iterator[Saying]:
    """What a verb reports with the help of words that the parse does not give it."""
    if frame.relativised:
        return
    if (row := row_for(rows, "wh")) and (left := _left_out(tree, frame)) is not None:
        yield made(tree, frame, row, "verb wh", sources, frozenset((left.i,)), (left,))
        return
    if (row := row_for(rows, "prep:for")) and (wished := _wished(tree, frame)) is not None:
        content = clause_tokens(tree, wished, frame.predicate, ())
        yield made(tree, frame, row, "verb for", sources, content, (wished,))
        return
    direct = tuple(t for t in frame.objects if t.dep_ == "dobj" and t.i > frame.predicate.i)
    if not direct or frame.object_dep != "dobj":
        return
    whom = direct[0]
    if (row := row_for(rows, "obj_adj")) and (named := _named(tree, frame, whom)):
        yield made(tree, frame, row, "verb object complement", sources, named, (whom,))
        return
    if (row := row_for(rows, "as")) and any(k.dep_ == "prep" and k.lower_ == "as" for k in tree.kids(whom)):
        yield made(tree, frame, row, "verb as", sources, phrase_tokens(tree, whom), (whom,))
        return
    if row_for(rows, "np", "obj_to") or any(hung_acts(tree, whom)):
        return
    for prep in tree.kids(whom):
        if prep.dep_ == "prep" and prep.i > whom.i and (row := row_for(rows, "prep:" + prep.lower_)):
            blamed = row.kind == "Accusation"
            content = phrase_tokens(tree, whom) if blamed else phrase_tokens(tree, prep) - {prep.i}
            held = tuple(p for p in tree.kids(prep) if p.dep_ == "pobj")
            if content and held:
                yield made(tree, frame, row, f"verb {prep.lower_}", sources, content, held)
                return


def _left_out(tree: Tree, frame: Frame) -> Token | None:
    """ "did not say *why*": a question that the sentence before has asked, of which one word is left."""
    for kid in tree.kids(frame.predicate):
        if kid.i == frame.predicate.i + 1 and kid.tag_ in ("WRB", "WP") and not tree.kids(kid):
            following = tree.tokens[kid.i + 1] if kid.i + 1 < len(tree.tokens) else None
            if following is None or following.is_punct or following.dep_ == "cc":
                return kid
    return None


def _wished(tree: Tree, frame: Frame) -> Token | None:
    """ "called *for the mayor to resign*", which looks like a purpose: the infinitive with "for" and a subject."""
    for kid in tree.kids(frame.predicate):
        if kid.dep_ == "advcl" and kid.i > frame.predicate.i and kid.tag_ == "VB":
            if tree.marked(kid, ("for",)) and tree.kid(kid, "nsubj", "nsubjpass") is not None:
                return kid
    return None


def _named(tree: Tree, frame: Frame, whom: Token) -> frozenset[int]:
    """The object with what it is called: a second object, a quotation, or an apposition with "a"."""
    after = [k for k in tree.kids(frame.predicate) if k.dep_ == "dobj" and k.i > whom.i]
    if after:
        return phrase_tokens(tree, whom, after[0])
    last = max(_own(tree, whom))
    following = tree.past_space(last + 1)
    if following >= len(tree.tokens) or tree.zone_of[following] != tree.zone_of[whom.i]:
        return frozenset()
    quote = tree.quote_of[following]
    if quote >= 0 and quote != tree.quote_of[whom.i]:
        return frozenset(range(whom.left_edge.i, max(tree.quote_tokens[quote]) + 1))
    appositions = (k for k in tree.kids(whom) if k.dep_ == "appos" and k.left_edge.i == following)
    for name in appositions:
        if tree.tokens[following].lower_ in _ARTICLES:
            return phrase_tokens(tree, whom, name)
    return frozenset()


def _own(tree: Tree, noun: Token) -> set[int]:
    """A noun with what stands before it and its "of": not what is said of it behind."""
    own = {noun.i}
    for kid in tree.kids(noun):
        if kid.i < noun.i or (kid.dep_ == "prep" and tree.quote_of[kid.right_edge.i] == tree.quote_of[noun.i]):
            own.update(range(kid.left_edge.i, kid.right_edge.i + 1))
    return own
