"""How like two ways of sorting mentions into chains are: MUC, B-cubed, CEAF-e and their mean, the CoNLL score.

The mention can be anything hashable that sorts in the order of the text. Counts are added up over documents before
they are divided, as the reference scorer does. https://aclanthology.org/P14-2006/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import MissingExtraError
from kg.evaluate.score import Score

Mention = tuple[Any, ...]
Chain = frozenset[Mention]
Chains = Sequence[Chain]


@dataclass(frozen=True, slots=True)
class Conll:
    """The three scores."""

    muc: Score
    b3: Score
    ceafe: Score

    @property
    def mean(self) -> Score:
        """The mean of each figure; that of F1 is the CoNLL score."""
        three = (self.muc, self.b3, self.ceafe)
        return Score(sum(s.p for s in three) / 3, sum(s.r for s in three) / 3, sum(s.f1 for s in three) / 3)


def chains(mentions: Iterable[tuple[object, Mention]], *, least: int) -> list[Chain]:
    """The mentions of each entity that has at least so many, from pairs of entity and mention."""
    groups: dict[object, set[Mention]] = {}
    for entity, mention in mentions:
        groups.setdefault(entity, set()).add(mention)
    return [frozenset(group) for group in groups.values() if len(group) >= least]


def conll(documents: Sequence[tuple[Chains, Chains]]) -> Conll:
    """The scores of documents, each its gold chains and the predicted ones.

    Raises:
        MissingExtraError: scipy is not installed.
    """
    return Conll(
        _summed((muc(key, response), muc(response, key)) for key, response in documents),
        _summed((b_cubed(key, response), b_cubed(response, key)) for key, response in documents),
        _summed(
            ((total, len(key)), (total, len(response)))
            for key, response in documents
            for total in (ceaf_e(key, response),)
        ),
    )


def _summed(pairs: Iterable[tuple[tuple[float, float], tuple[float, float]]]) -> Score:
    """The score of recall and precision, each given as hits and the most there could be."""
    rows = [(*recall, *precision) for recall, precision in pairs]
    right, gold, hits, predicted = (sum(column) for column in zip(*rows, strict=True)) if rows else (0.0,) * 4
    return Score.of(hits, predicted, gold, recalled=right)


def muc(key: Chains, response: Chains) -> tuple[float, float]:
    """The links of the key that the response has, and all there are (Vilain et al., 1995)."""
    where = {mention: n for n, chain in enumerate(response) for mention in chain}
    kept = sum(len(chain) - len({where.get(mention, mention) for mention in chain}) for chain in key)
    return kept, sum(len(chain) - 1 for chain in key)


def b_cubed(key: Chains, response: Chains) -> tuple[float, float]:
    """For each mention of the key the share of its chain that it meets in the response (Bagga and Baldwin, 1998)."""
    where = {mention: chain for chain in response for mention in chain}
    nothing: Chain = frozenset()
    # Whole numbers are added up first: their sum does not depend on the order of a set.
    met = sum(sum(len(chain & where.get(mention, nothing)) for mention in chain) / len(chain) for chain in key)
    return met, sum(map(len, key))


def ceaf_e(key: Chains, response: Chains) -> float:
    """The likeness of chains in the best one-to-one alignment, by Dice's measure (Luo, 2005)."""
    if not key or not response:
        return 0.0
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError as error:
        raise MissingExtraError("this score needs scipy: pip install newskg[dev]") from error
    like = [[2 * len(one & other) / (len(one) + len(other)) for other in response] for one in key]
    rows, columns = linear_sum_assignment(like, maximize=True)
    return float(sum(like[row][column] for row, column in zip(rows, columns, strict=True)))


def lost_links(key: Chains, response: Chains) -> Iterator[tuple[Mention, tuple[Mention, ...], bool]]:
    """Yield mentions of the key that the response puts with none of those before them in their chain.

    With each go the mentions before it, and whether the response has it in a chain at all.
    """
    where = {mention: n for n, chain in enumerate(response) for mention in chain}
    for chain in key:
        ordered = sorted(chain)
        for n, mention in enumerate(ordered[1:], 1):
            before = tuple(ordered[:n])
            place = where.get(mention)
            if place is None or all(where.get(other) != place for other in before):
                yield mention, before, place is not None
