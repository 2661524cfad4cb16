"""Clashes: a report that denies and one that claims, weighed as to whether they contradict each other.

Where no rule can tell (`kg.extract.replies`), everything that speaks for and against it is added up: a log-linear model
over the pairs in reach, whose features `kg.extract.bearing` tells. The weights are a table that people can read,
`ontology/lexicon/clashes.tsv`; `scripts/train_clashes.py` makes it from articles of our own. Pairs that are left in
doubt are read again (`kg.extract.rereading`); what only rules speak for may be none (`kg.extract.disbelief`).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.bearing import ALWAYS, Bearing
from kg.extract.disbelief import disbelieved
from kg.extract.ledger import Ledger
from kg.extract.likeness import article, compared, ruled_out
from kg.extract.occasions import changed
from kg.extract.propositions import Node
from kg.extract.replies import Replies
from kg.extract.rereading import contradiction, reread
from kg.extract.stances import Feature, Shared, Stance, Stances, shared
from kg.extract.units import Unit, Units
from kg.inference import Statement, inference
from kg.lexicon import Lexicon
from kg.model import Mode, Polarity
from kg.products import one_thread
from kg.resolve.resolution import Resolution
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

REACH = 600
"""Tokens between two reports."""
FEWEST = 6
"""Reports that a text must have, for the weights are those of whole articles; rules alone read a shorter one."""
MOST = 40
"""Claims that one denial is held against: the nearest."""
NEAR = 3
"""Sentences between two reports that share no word."""
ENOUGH = 1.75
"""The weight from which a pair is taken: the logarithm of its odds."""
CLOSE = 1.0
"""How much lighter than its heaviest claim another one may be that a denial is taken to contradict."""
_SHOWN = 3
"""Features that a pair's rule names: those that speak for it most."""

Said = Sequence[tuple[Saying, int, Sequence[Unit]]]
"""Reports with their claimants and clauses."""
Sides = set[tuple[Node, Polarity]]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A report that denies, one that claims, what they share, their features, and the contents that rules oppose."""

    denial: Stance
    claim: Stance
    both: Shared
    features: tuple[Feature, ...]
    opposed: frozenset[Node]

    @property
    def known(self) -> bool:
        """Whether rules oppose them."""
        return bool(self.opposed)


def stated(ledger: Ledger, sayings: Sequence[Saying], parts: Units) -> Said:
    """The reports of somebody that state something, and are put forward as having been made, with their clauses."""
    return [
        (saying, who, list(parts.of(saying, who, ledger.clauses.get(id(saying), []))))
        for saying in sayings
        if (who := ledger.claimant(saying)) is not None
        and id(saying) in ledger.sides
        and ledger.sides[id(saying)][0] is Mode.STATED
        and ledger.put_forward(saying)
    ]


def clashes(
    ledger: Ledger, said: Said, tree: Tree, found: Resolution, lexicon: Lexicon, parts: Units, replies: Replies
) -> list[Pair]:
    """Note that denials are of what others claim, where enough speaks for it and no rule has said so.

    Returns all pairs that were weighed.
    """
    if len(said) < FEWEST:
        return []
    weights = lexicon.clash_weights
    made = _pairs(ledger, said, tree, found, lexicon, parts, replies)
    weighed = [_weight(pair, weights) for pair in made]

    def seen(n: int) -> float:
        return contradiction(made[n].denial, made[n].claim, tree)

    for node, pairs in disbelieved([pair.opposed for pair in made], weighed, seen).items():
        for n in pairs:
            ledger.take_back(made[n].denial.saying, node)
            ledger.take_back(made[n].claim.saying, node)
            made[n] = replace(made[n], opposed=_opposed(_sides(ledger, made[n].denial), _sides(ledger, made[n].claim)))
    denials, known = [pair.denial.number for pair in made], [pair.known for pair in made]
    read = reread(denials, weighed, known, seen, lexicon.reading_weights)
    last = [read.get(n, weight) for n, weight in enumerate(weighed)]
    for n in sorted(heavy(denials, last, ENOUGH), key=lambda n: -last[n]):
        if not known[n]:
            _note(ledger, made[n], _rule(made[n], weights, n in read))
    return made


def heavy(denials: Sequence[int], weights: Sequence[float], enough: float) -> list[int]:
    """Which pairs weigh enough, in themselves and beside the heaviest of the same denial; by their places."""
    heaviest: dict[int, float] = {}
    for denial, weight in zip(denials, weights, strict=True):
        heaviest[denial] = max(weight, heaviest.get(denial, weight))
    both = enumerate(zip(denials, weights, strict=True))
    return [n for n, (denial, weight) in both if weight >= max(enough, heaviest[denial] - CLOSE)]


def _pairs(
    ledger: Ledger, said: Said, tree: Tree, found: Resolution, lexicon: Lexicon, parts: Units, replies: Replies
) -> list[Pair]:
    """Every pair that may contradict each other: in reach, neither in the other, of no two times."""
    maker, bearing = Stances(tree, found, replies.senses, lexicon, parts), Bearing(tree, lexicon, replies)
    in_order = sorted(said, key=lambda one: one[0].cue.i)
    order = [
        maker.of(number, saying, who, ledger.sides[id(saying)][1], clauses)
        for number, (saying, who, clauses) in enumerate(in_order)
    ]
    places = [s.at for s in order]
    held: list[tuple[Stance, Stance, Shared]] = []
    for denial in order:
        if not any(c.polarity is Polarity.NEGATIVE for c in denial.clauses):
            continue
        first, last = bisect_left(places, denial.at - REACH), bisect_right(places, denial.at + REACH)
        for claim in sorted(order[first:last], key=lambda s: abs(s.at - denial.at))[:MOST]:
            both = shared(denial, claim) if _are_apart(denial, claim) else None
            if both is not None and _may_be_meant(denial, claim, both, replies):
                held.append((denial, claim, both))
    sides = [_sides(ledger, stance) for stance in order]
    known = [_opposed(sides[denial.number], sides[claim.number]) for denial, claim, _ in held]
    common = tuple(article(order, sum(map(bool, known))))
    out = []
    told = ruled_out(held, _inferred(held, tree))
    for (denial, claim, both), more, meant, opposed in zip(held, compared(held), told, known, strict=True):
        one, other = sorted((denial.number, claim.number))
        found_here = bearing.features(denial, claim, both, order[one + 1 : other])
        out.append(Pair(denial, claim, both, (*found_here, *more, *meant, *common), opposed))
    return out


def _inferred(pairs: Sequence[tuple[Stance, Stance, Shared]], tree: Tree) -> list[float]:
    """How far the words of each pair exclude each other (`kg.inference`)."""
    network, read = inference(), dict[int, Statement]()

    def statement(stance: Stance) -> Statement:
        if stance.number not in read:
            read[stance.number] = network.statement(*stance.told(tree))
        return read[stance.number]

    with one_thread():
        return [network.weight(statement(denial), statement(claim)) for denial, claim, _ in pairs]


def _are_apart(denial: Stance, claim: Stance) -> bool:
    """Whether two reports are two, and neither stands in the other."""
    return (
        denial is not claim
        and denial.saying.apart(claim.saying)
        and (changed(denial, claim) if denial.claimant == claim.claimant else denial.behind.isdisjoint(claim.behind))
    )


def _may_be_meant(denial: Stance, claim: Stance, both: Shared, replies: Replies) -> bool:
    """Whether two clauses share a word, the denied one has none, or they stand near each other; of no two times."""
    denied, claimed = both.denied.unit, both.claimed.unit
    if denied is not None and claimed is not None and not replies.when(denied, claimed):
        return False
    return bool(both.words) or not both.denied.words or abs(denial.sentence - claim.sentence) <= NEAR


def _weight(pair: Pair, weights: Mapping[str, float]) -> float:
    return math.fsum([weights.get(name, 0.0) * value for name, value in pair.features])


def _rule(pair: Pair, weights: Mapping[str, float], read: bool) -> str:
    """The words in which `kg why` says what speaks for a pair."""
    worth = sorted((-weights.get(name, 0.0) * value, name) for name, value in pair.features if name != ALWAYS)
    how = "weighed and read" if read else "weighed"
    return f"{how}: {', '.join(name for weight, name in worth[:_SHOWN] if weight < 0) or 'all in all'}"


def _sides(ledger: Ledger, stance: Stance) -> Sides:
    """The contents that a report takes a side on already, with the side."""
    made = (ledger.positions[n] for n in ledger.made.get(id(stance.saying), []))
    taken = ((p.content, p.polarity) for p in made if p.taken and p.polarity is not Polarity.UNDERSPECIFIED)
    return {(content, side) for content, side in taken if content is not None}


def _opposed(one: Sides, other: Sides) -> frozenset[Node]:
    """The contents on which two reports take two sides."""
    return frozenset(content for content, side in one if (content, side.opposite) in other)


def _note(ledger: Ledger, pair: Pair, rule: str) -> None:
    """Say of the denial that it is of what is claimed, or of the claim that it is of what is denied."""
    denied, claimed = pair.both.denied.unit, pair.both.claimed.unit
    if claimed is not None and claimed.content[0] is not None:
        stance, unit, node, side = pair.denial, denied, claimed.content[0], Polarity.NEGATIVE
    elif denied is not None and denied.content[0] is not None:
        stance, unit, node, side = pair.claim, claimed, denied.content[0], denied.content[1].opposite
    else:
        return  # neither says what a proposition could be made of
    saying = stance.saying
    ledger.take(saying, side, unit.content[2] if unit is not None else ledger.sides[id(saying)][2], node, rule)
