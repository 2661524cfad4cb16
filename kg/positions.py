"""Who affirms what, who disputes it, and which positions contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.model import Extraction, Mode, Polarity, Ref

ARTICLE_VOICE: Final = ""
"""The claimant of what an article says itself: it differs from everybody, and never from another article."""

Content = tuple[str, str, str]
"""The subject, predicate and object that a proposition or an assertion is about."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A claim, or an assertion of the article's own, that puts a content forward as true or as false."""

    content: str
    claimant: str
    claim: str
    polarity: Polarity
    of_claim: bool = False
    """Whether the content is somebody's claim, not a proposition."""


def positions(extraction: Extraction, names: Mapping[Ref, str] | None = None) -> Iterator[Position]:
    """Yield the claims that take a side on a content, in the order of the text.

    These are the presented claims of mode stated with a known claimant. The content is a proposition, or somebody's
    claim: "Berg said that Wei had promised it", "Silva denied that he had said so". `names` replaces local ids, so
    that positions of several articles can be compared.
    """
    claims = {claim.id for claim in extraction.claims}
    for claim in extraction.claims:
        if claim.mode is not Mode.STATED or not claim.presented or claim.polarity is Polarity.UNDERSPECIFIED:
            continue
        if claim.claimant is not None and claim.content is not None:
            content, claimant, own = (names[ref] if names else ref for ref in (claim.content, claim.claimant, claim.id))
            yield Position(content, claimant, own, claim.polarity, claim.content in claims)


def voices(contents: Mapping[str, Content], assertions: Mapping[str, tuple[Content, Polarity]]) -> Iterator[Position]:
    """Yield the article's own position on each proposition whose content an assertion states or negates.

    `contents` has the propositions that are about what is or was, by id; `assertions` the assertions, by id.
    """
    proposed = defaultdict(list)
    for proposition, content in contents.items():
        proposed[content].append(proposition)
    for assertion, (content, polarity) in assertions.items():
        if polarity is not Polarity.UNDERSPECIFIED:
            for proposition in proposed.get(content, ()):
                yield Position(proposition, ARTICLE_VOICE, assertion, polarity)


def affirmed(taken: Iterable[Position]) -> set[tuple[str, str]]:
    """The pairs of claimant and proposition in which the claimant is reported to hold it true."""
    return _held(taken, Polarity.POSITIVE)


def disputed(taken: Iterable[Position]) -> set[tuple[str, str]]:
    """The pairs of claimant and proposition in which the claimant is reported to hold it false."""
    return _held(taken, Polarity.NEGATIVE)


def _held(taken: Iterable[Position], polarity: Polarity) -> set[tuple[str, str]]:
    return {
        (position.claimant, position.content)
        for position in taken
        if position.polarity is polarity and position.claimant != ARTICLE_VOICE and not position.of_claim
    }


def contradictions(taken: Iterable[Position]) -> set[tuple[str, str]]:
    """The pairs of claims, the positive one first, of one content with opposite polarity and different claimants.

    The work grows with the positions and the pairs that are found, never with the pairs that are not.
    """
    sides: dict[str, dict[Polarity, dict[str, set[str]]]] = {}
    for position in taken:
        side = sides.setdefault(position.content, {Polarity.POSITIVE: {}, Polarity.NEGATIVE: {}})
        side[position.polarity].setdefault(position.claimant, set()).add(position.claim)
    return {
        (claim, other)
        for side in sides.values()
        for claimant, claims in side[Polarity.POSITIVE].items()
        for opponent, others in side[Polarity.NEGATIVE].items()
        if claimant != opponent
        for claim in claims
        for other in others
    }
