"""*Both* and *the two* without a noun: "Berg and Silva met. Both smiled", "Two men left. The two were seen in Oslo"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import TWO, Candidate

_RULE = "the two"
_BACK = 2
"""How many sentences back the two may be named."""
_REACH = 80
_PLAIN = frozenset(("Person", "Country"))


def join_pair(clusters: Clusters, c: Candidate, pairs: Mapping[int, list[tuple[Candidate, ...]]]) -> None:
    """Give such a word its two members, or join it to the nearest description of two.

    `pairs` are the coordinations of the document by their sentence.
    """
    reach = clusters.candidates[max(0, c.order - _REACH) : c.order]
    for sentence in range(c.sentence, c.sentence - _BACK - 1, -1):
        near = [a for a in reach if a.sentence == sentence]
        for a in reversed(near):
            if _is_two(a) and clusters.join(a, c, _RULE):
                return
        members = _coordinated(pairs.get(sentence, ()), c) or (_met(clusters, near) if sentence < c.sentence else ())
        if members:
            c.members = members
            c.rule = _RULE
            same = next((a for a in reversed(reach) if a.members == members), None)
            if same is not None:
                clusters.join(same, c, _RULE)
            return


def _is_two(a: Candidate) -> bool:
    """A description of two, "the two mayors", or a pronoun for a pair."""
    if len(a.members) == 2 and a.kind is not Kind.NAMED:
        return True
    return a.kind is Kind.NOMINAL and a.number == "pl" and a.type != "Concept" and bool(a.modifiers & TWO)


def _coordinated(pairs: Sequence[tuple[Candidate, ...]], c: Candidate) -> tuple[Candidate, ...]:
    """The last pair that a sentence names with "and" before the word."""
    fits = (m for m in reversed(pairs) if len(m) == 2 and m[-1].order < c.order)
    return next((m for m in fits if m[0].head.head.i != c.head.head.i), ())


def _met(clusters: Clusters, near: list[Candidate]) -> tuple[Candidate, ...]:
    """ "Berg met Silva": the only two of one kind that a sentence names, one of them its subject."""
    named: dict[int, Candidate] = {}
    for a in near:
        if a.kind is Kind.NAMED and clusters.type(a) in _PLAIN:
            named.setdefault(clusters.root(a), a)
    found = tuple(named.values())
    one_kind = len({clusters.type(a) for a in found}) == 1
    return found if len(found) == 2 and one_kind and any(a.subject for a in found) else ()
