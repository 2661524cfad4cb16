"""Names with a nickname in quotation marks, which the model cuts in three: Anna "Annie" Berg is called Anna Berg."""

from __future__ import annotations

from kg.resolve.types import Name
from kg.syntax.tree import Tree

OPENS, CLOSES = frozenset('"“‘‟'), frozenset('"”’')
_PEOPLE = frozenset(("PERSON", "WORK_OF_ART", "ORG", ""))
_LONGEST = 3


def with_nicknames(tree: Tree, names: list[Name]) -> list[Name]:
    """The names, those around a nickname made whole; the nickname is none of their words."""
    out = names
    for opening in [t.i for t in tree.tokens if t.text in OPENS]:
        closing = _closing(tree, opening)
        if closing is None:
            continue
        first = next((n for n in out if n.start < opening <= n.end), None)
        last = next((n for n in out if n.start <= closing + 1 < n.end), None)
        labels = [n.label for n in (last, first) if n is not None and n.label]
        if not labels or labels[0] not in _PEOPLE:
            continue
        start = first.start if first is not None else opening - 1
        end = last.end if last is not None else closing + 2
        words = tuple(t.text for t in tree.tokens[start:end] if not opening <= t.i <= closing and not t.is_space)
        whole = Name(start, end, "PERSON", words, first.titles if first is not None else [])
        out = sorted([*(n for n in out if n.end <= start or n.start >= end), whole], key=lambda n: (n.start, -n.end))
    return out


def _closing(tree: Tree, opening: int) -> int | None:
    """The mark that closes a nickname between two words of one name; none if it is something else."""
    tokens = tree.tokens
    last = min(opening + 2 + _LONGEST, len(tokens) - 1)
    closing = next((i for i in range(opening + 1, last) if tokens[i].text in CLOSES), None)
    if closing is None or not opening or closing == opening + 1:
        return None
    before, after = tokens[opening - 1], tokens[closing + 1]
    capitals = all(t.text[:1].isupper() or t.lower_ == "the" for t in tokens[opening + 1 : closing])
    one = before.dep_ in ("compound", "nmod", "amod") and before.head.i > opening
    names = all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in (before, after))
    return closing if capitals and one and names else None
