"""Other names that the text gives somebody: Anna "Annie" Berg; "Petrov, known as the Fox"; "Holm, alias Frost"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.quotednames import CLOSES, OPENS
from kg.syntax.tree import Tree

RULE = "nickname"
_AS = frozenset(("know",))
_NAMING = frozenset(("nickname", "dub", "call"))
_ALIAS = frozenset(("alias", "aka", "a.k.a."))
_BEARERS = frozenset(("Person", "Organization", "Concept"))


def join_nicknames(tree: Tree, clusters: Clusters) -> None:
    """Join a nickname to its bearer, and with it wherever the text uses it alone."""
    by_head = {c.head.i: c for c in clusters.candidates}
    same: dict[tuple[str, ...], list[Candidate]] = {}
    pairs = [*_inside(tree, clusters), *_told(tree, clusters, by_head)]
    if not pairs:
        return
    for c in clusters.candidates:
        if c.kind is Kind.NAMED:
            same.setdefault(c.key, []).append(c)
    for bearer, key in pairs:
        cls = clusters.type(bearer)
        others = [c for c in same.get(key, ()) if c.key != bearer.key and not clusters.one(bearer, c)]
        if any(m.titles or m.key not in ((), key) for c in others for m in clusters.members(c)):
            continue  # who has a fuller name or a title is somebody else
        for c in others:  # all of them first: what one place said of a class or surname speaks against the bearer
            c.alias = True
            clusters.retype(c, "Person" if cls == "Concept" else cls)
        for c in others:
            clusters.join(bearer, c, RULE)


def _inside(tree: Tree, clusters: Clusters) -> Iterator[tuple[Candidate, tuple[str, ...]]]:
    """Anna "Annie" Berg: the words between the marks."""
    for c in clusters.candidates:
        if c.kind is not Kind.NAMED or c.type != "Person" or c.end - c.start < 5:
            continue
        words = tree.tokens[c.start : c.end]
        opening = next((n for n, t in enumerate(words) if n and t.text in OPENS), None)
        if opening is None:
            continue
        inner = []
        for token in words[opening + 1 :]:
            if token.text in CLOSES:
                break
            inner.append(token.lower_.replace(".", ""))
        yield c, tuple(w for w in inner if w != "the")


def _told(tree: Tree, clusters: Clusters, by_head: dict[int, Candidate]) -> Iterator[tuple[Candidate, tuple[str, ...]]]:
    """ "Petrov, known as the Fox", "Lopez, nicknamed La Reina", "Holm, alias Frost"."""
    for c in clusters.candidates:
        if c.kind is not Kind.NAMED or not c.key:
            continue
        holder = _holder(tree, c.head)
        bearer = by_head.get(holder.i) if holder is not None else None
        if bearer is not None and bearer.kind is Kind.NAMED and clusters.type(bearer) in _BEARERS and bearer is not c:
            yield bearer, c.key


def _holder(tree: Tree, name: Token) -> Token | None:
    """The noun that a nickname is told of, given the nickname's head."""
    if name.dep_ == "appos" and name.i and tree.tokens[name.i - 1].lower_ in _ALIAS:
        return name.head
    known_as = name.dep_ == "pobj" and name.head.lower_ == "as"
    verb = name.head.head if known_as else name.head
    wanted = _AS if known_as else _NAMING if name.dep_ == "oprd" else frozenset()
    if verb.lemma_.lower() not in wanted or verb.tag_ != "VBN" or tree.quote_of[verb.i] >= 0:
        return None
    if verb.dep_ == "acl":
        return verb.head
    kids = tree.kids(verb)
    if any(k.dep_ == "neg" or k.tag_ == "MD" for k in kids) or verb.dep_ not in ("ROOT", "conj"):
        return None
    return next((k for k in kids if k.dep_ == "nsubjpass"), None)
