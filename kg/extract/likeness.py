"""How much two reports share, how that compares with the other pairs of the article, and how much is disputed there."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from kg.extract.stances import FIGURES, Clause, Feature, Shared, Stance
from kg.extract.units import DENIALS
from kg.model import Polarity

_GAP = 4.0
"""The most that one pair counts to be ahead of another, or behind it."""
_MANY = 60
"""Reports of an article beyond which a longer one tells no more of how rare contradictions are."""


def words(both: Shared) -> Iterator[Feature]:
    """How much is shared, of how much."""
    weight, mine, theirs = both.weight, both.denied.weight, both.claimed.weight
    heaviest = sorted((w.weight for w in both.words), reverse=True)
    yield ("likeness", both.likeness)
    yield ("shared", math.log1p(weight))
    yield ("shared words", min(len(both.words), 6) / 3)
    entities = sum([w.root is not None and w.root in both.claimed.roots for w in both.words])
    yield ("shared entities", min(entities, 4) / 2)
    yield ("shared rarest", heaviest[0] if heaviest else 0.0)
    yield ("shared two rarest", sum(heaviest[:2]))
    yield ("denied alone", math.log1p(mine - weight))
    yield ("claimed alone", math.log1p(max(0.0, theirs - weight)))
    yield ("share of the denial", weight / (mine + 1))
    yield ("share of the claim", weight / (theirs + 1))
    for name, parts in (("nouns", ("NOUN", "PROPN")), ("verbs", ("VERB",))):
        again = {w.lemma for w in both.denied.words if w.token.pos_ in parts}
        again &= {w.lemma for w in both.claimed.words if w.token.pos_ in parts}
        yield (f"shared {name}", float(min(len(again), 3)))
    one, other = (_figures(c) for c in (both.denied, both.claimed))
    if one or other:
        shares = "same figure" if one & other else "other figures" if one and other else None
        yield (shares or ("figure denied" if one else "figure claimed"), 1.0)


def _figures(clause: Clause) -> set[str]:
    words = clause.unit.words if clause.unit is not None else ()
    return {t.lower_ for t in words if t.ent_type_ in FIGURES and t.pos_ in ("NUM", "PROPN")}


def compared(pairs: Sequence[tuple[Stance, Stance, Shared]]) -> list[list[Feature]]:
    """The features that compare each pair with others of the same denial and of the same claim."""
    likenesses: dict[int, list[float]] = {}
    back: dict[int, list[float]] = {}
    places: dict[int, list[int]] = {}
    for denial, claim, both in pairs:
        insort(likenesses.setdefault(denial.number, []), both.likeness)
        insort(back.setdefault(claim.number, []), both.likeness)
        insort(places.setdefault(denial.number, []), claim.at)
    out = []
    for denial, claim, both in pairs:
        liker, liker_back = (_above(k, both.likeness) for k in (likenesses[denial.number], back[claim.number]))
        held = places[denial.number]
        apart = abs(claim.at - denial.at)
        nearer = max(0, bisect_left(held, denial.at) - bisect_right(held, denial.at - apart))
        nearest = not nearer and claim.at < denial.at
        likest, likest_back = not liker and both.likeness > 0, not liker_back and both.likeness > 0
        found = [("liker claims", math.log1p(liker)), ("liker denials", math.log1p(liker_back))]
        found.append(("nearer claims", math.log1p(nearer)))
        for name, holds in (
            ("likest claim", likest),
            ("likest denial", likest_back),
            ("likest both ways", likest and likest_back),
            ("nearest before", nearest),
            ("bare, nearest before", not both.denied.words and nearest),
        ):
            if holds:
                found.append((name, 1.0))
        if nearest:
            found.append(("nearest before: likeness", both.likeness))
        out.append(found)
    return out


def ruled_out(pairs: Sequence[tuple[Stance, Stance, Shared]], weights: Sequence[float]) -> list[list[Feature]]:
    """How far the words of each pair exclude each other, by itself and beside others of its denial and its claim."""
    by_denial: dict[int, list[float]] = {}
    by_claim: dict[int, list[float]] = {}
    for (denial, claim, _), weight in zip(pairs, weights, strict=True):
        insort(by_denial.setdefault(denial.number, []), weight)
        insort(by_claim.setdefault(claim.number, []), weight)
    out = []
    for (denial, claim, _), weight in zip(pairs, weights, strict=True):
        others, back = by_denial[denial.number], by_claim[claim.number]
        most, most_back = weight == others[-1], weight == back[-1]
        found = [
            ("inferred", weight),
            ("inferred: likely", max(0.0, weight + 1)),
            ("inferred: ahead", ahead(weight, others)),
        ]
        flags = (("of the denial", most), ("of the claim", most_back), ("both ways", most and most_back))
        found += [(f"inferred: most {name}", 1.0) for name, holds in flags if holds]
        out.append(found)
    return out


def ahead(weight: float, ordered: Sequence[float]) -> float:
    """How far a weight is ahead of the heaviest other one of several in order, or behind it, as far as that counts."""
    rival = ordered[-2 if weight == ordered[-1] else -1] if len(ordered) > 1 else weight
    return max(-_GAP, min(_GAP, weight - rival))


def _above(ordered: Sequence[float], value: float) -> int:
    return len(ordered) - bisect_right(ordered, value)


def article(stances: Sequence[Stance], known: int) -> Iterator[Feature]:
    """How much is disputed here: the shares of denials, charges and negative reports, and what rules found."""
    reports = len(stances)
    yield ("article: reports", math.log1p(min(reports, _MANY)))
    yield ("article: denials", sum([s.kind in DENIALS for s in stances]) / reports)
    yield ("article: accusations", sum([s.kind == "Accusation" for s in stances]) / reports)
    yield ("article: negative", sum([s.polarity is Polarity.NEGATIVE for s in stances]) / reports)
    yield ("article: disputes", math.log1p(known))
