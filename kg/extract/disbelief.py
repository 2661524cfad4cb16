"""Disbelief: what a rule takes for an answer, though neither features nor the network see anything of one.

"Wei rejected her account", "Berg remembers it differently": a rule says which report is meant, and now and then it is
another one. Where little speaks for two reports contradicting each other, and the network that reads them sees that
they do not, the answer is not held against what it was taken for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.evidence import content_spans
from kg.extract.ledger import Ledger
from kg.extract.propositions import Node
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

LIGHT = -1.5
"""Below this weight of features (`kg.extract.clashes`) a pair of reports may be taken for no answer."""
FAR = -4.5
"""And below this one of the network (`kg.entailment`): it sees two things that have nothing to do with each other."""


def disbelieved(
    opposed: Sequence[frozenset[Node]], weights: Sequence[float], seen: Callable[[int], float]
) -> dict[Node, list[int]]:
    """The contents on which rules oppose reports that do not contradict each other, with the places of all such pairs.

    Args:
        opposed: of each pair, the contents on which rules have its reports on two sides.
        weights: of each pair, by its features.
        seen: reads one pair.
    """
    pairs: dict[Node, list[int]] = {}
    for n, contents in enumerate(opposed):
        for node in contents:
            pairs.setdefault(node, []).append(n)
    light = {node: at for node, at in pairs.items() if all(weights[n] < LIGHT for n in at)}
    return {node: at for node, at in sorted(light.items()) if all(seen(n) < FAR for n in at)}


def withdrawn(ledger: Ledger, tree: Tree, saying: Saying, node: Node) -> list[int]:
    """The positions of a saying on a content that its own words do not tell, which then are none.

    Those that another saying reports too stay as they are. One is left without a content where it is all that the
    saying came to, or somebody speaks of it; else it is dropped.
    """
    made = ledger.made.get(id(saying), [])
    gone = [] if _is_worded_by(ledger, tree, saying, node) else [n for n in made if ledger.positions[n].content == node]
    gone = [number for number in gone if sum(number in numbers for numbers in ledger.made.values()) == 1]
    for number in gone:
        ledger.positions[number].content = None
        if len(made) > 1 and all(p.content != ("c", number) for p in ledger.positions):
            ledger.positions[number].dropped = True
            made.remove(number)
    return gone


def _is_worded_by(ledger: Ledger, tree: Tree, saying: Saying, node: Node) -> bool:
    kind, number = node
    spans = ledger.propositions.made[number].spans if kind == "p" else ledger.positions[number].cue_spans
    inside = content_spans(tree, saying)
    return any(one.overlaps(other) for one in spans for other in inside)
