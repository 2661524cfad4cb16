"""What an entity is called: its names, the fullest first, and the label of a description."""

from __future__ import annotations

from kg.model import SOMEBODY, Kind
from kg.resolve.mentions import Candidate
from kg.resolve.metonyms import Metonyms
from kg.syntax.tree import Tree

_CUT = frozenset(("relcl", "acl", "advcl", "appos", "parataxis", "ccomp", "xcomp"))
_LONGEST_LABEL = 12


def names(tree: Tree, metonyms: Metonyms, members: list[Candidate]) -> list[str]:
    """The names of an entity, the fullest first, nicknames after them: "Anna Berg", "Berg", "President Berg"."""
    text = tree.document
    bare: list[str] = []
    titled: list[str] = []
    nicknames: list[str] = []
    for c in members:
        if c.kind is not Kind.NAMED or metonyms.is_metonym(c):
            continue
        if c.country is not None and c.head.pos_ == "ADJ" and c.country.name.lower() != " ".join(c.name).lower():
            if c.country.is_adjective(" ".join(c.name)):
                continue
        span = c.span(tree)
        whole = " ".join(text[span].split())
        last = tree.tokens[c.end - 1]
        first = next(t for t in tree.tokens[c.start : c.end] if t.text == c.name[0] or c.name[0].startswith(t.text))
        words = [t for t in tree.tokens[first.i : c.end] if not t.is_space]
        nicknamed = len(words) > len(c.name)  # Anna "Annie" Berg
        plain = bool(c.titles) or nicknamed
        name = " ".join(c.name) if plain else " ".join(text.text[first.idx : last.idx + len(last)].split())
        (nicknames if c.alias else bare).append(_joined(name))
        if whole != name:
            titled.append(whole)
    if not bare and nicknames:
        bare, nicknames = nicknames, []
    if not bare:
        country = next(
            (c.country for c in members if c.country and c.kind is Kind.NAMED and not metonyms.is_metonym(c)), None
        )
        if country is not None:
            bare = [country.name]
        elif any(c.kind is Kind.NAMED for c in members):
            bare = [next(tree.document[c.span(tree)] for c in members if c.kind is Kind.NAMED)]
    order = sorted(dict.fromkeys(bare), key=lambda n: (-len(n.split()), -len(n), n))
    return list(dict.fromkeys([*order, *sorted(set(nicknames)), *sorted(set(titled))]))


def _joined(name: str) -> str:
    return name.replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")


def description(tree: Tree, members: list[Candidate]) -> str:
    """The label of an entity without a name: the fullest of its descriptions that is not too long."""
    fuller = [c for c in members if c.kind is Kind.NOMINAL]
    if not fuller:
        return phrase(tree, members[0])
    return phrase(
        tree,
        max(fuller, key=lambda c: (len(phrase(tree, c).split()) <= _LONGEST_LABEL, len(c.modifiers), -c.order)),
    )


def phrase(tree: Tree, c: Candidate, determiner: bool = False) -> str:
    """A noun phrase as a label: with its prepositional phrases, without clauses, and its determiner only if wanted."""
    tokens = tree.tokens
    first = c.start
    dropped = ("neg",) if determiner else ("neg", "det", "poss", "predet")
    while first < c.head.i and (
        tokens[first].is_punct
        or (tokens[first].dep_ in dropped and tokens[first].pos_ != "PROPN" and tokens[first].pos_ != "NOUN")
    ):
        first += 1
    last = c.head.i
    stack = [
        k for k in tree.kids(c.head) if k.i > c.head.i and k.dep_ not in _CUT and k.dep_ not in ("conj", "cc", "punct")
    ]
    keep = {c.head.i}
    while stack:
        kid = stack.pop()
        if kid.dep_ in _CUT or kid.is_space or kid.text in ('"', "“", "”", "(", ")", ";"):
            continue
        if (
            c.subject
            and kid.lower_ == "on"
            and c.type in SOMEBODY
            and any(k.ent_type_ == "DATE" for k in tree.kids(kid))
        ):
            continue
        keep.add(kid.i)
        stack.extend(tree.kids(kid))
    while last + 1 in keep and last - first < _LONGEST_LABEL:
        last += 1
    while last > c.head.i and (tokens[last].is_punct or tokens[last].pos_ in ("ADP", "DET", "CCONJ")):
        last -= 1
    begin, end = tokens[first].idx, tokens[last].idx + len(tokens[last])
    return " ".join(tree.document.text[begin:end].split())
