"""Claims in plain words: what is claimed, by whom, and through whom it came into the article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from rdflib import RDF

from kg.names import KG
from kg.records.model import Claim
from kg.records.reader import Reader
from kg.wording import DEEPEST, verb

NOBODY: Final = "somebody who is not named"
_MOST: Final = 100
"""How many ways are followed: in a broken graph, claims may stand in each other in circles."""


def person(reader: Reader, iri: str | None) -> str:
    """The name of a claimant or reporter; an article is called by its publisher."""
    if iri is None:
        return NOBODY
    article = reader.articles.get(iri)
    return (article.publisher or "the article") if article else reader.label(iri)


def content(reader: Reader, claim: Claim, depth: int = 0) -> str:
    """What is claimed; without a proposition, what it is about or the words that are quoted."""
    if claim.content:
        return words(reader, claim.content, depth + 1)
    about = ", ".join(map(reader.label, claim.about))
    said = " … ".join(f"“{text.strip(' ,;')}”" for text in claim.quotations)
    return ": ".join(filter(None, (about, said))) or "something"


def words(reader: Reader, iri: str, depth: int = 0) -> str:
    """A proposition, or a claim with its claimant, as a short sentence."""
    if str(KG.Claim) not in reader[iri].iris(RDF.type):
        return reader.label(iri)
    if depth >= DEEPEST:
        return "…"
    claim = reader.claim(iri)
    # Without a proposition the reporting words themselves say most: "condemned: the strike".
    says = (not claim.content and ", ".join(claim.cues)) or verb(claim.mode, claim.polarity, claim.kinds)
    return f"{person(reader, claim.claimant)} {says}: {content(reader, claim, depth)}"


def chains(reader: Reader, claim: Claim) -> tuple[tuple[str, ...], ...]:
    """Each way by which a claim came into the article, the claimant first and the article or outlet last."""
    return tuple(sorted(set(islice(_ways(reader, claim, 0), _MOST))))


def _around(reader: Reader, claim: Claim) -> set[str | None]:
    """The claimants of all the claims that a claim lies in."""
    seen, above = {claim.iri}, list(claim.parents)
    who: set[str | None] = set()
    for iri in above:
        if iri not in seen:
            seen.add(iri)
            parent = reader.claim(iri)
            who.add(parent.claimant)
            above += parent.parents
    return who


def _ways(reader: Reader, claim: Claim, depth: int) -> Iterator[tuple[str, ...]]:
    who = person(reader, claim.claimant)
    if depth >= DEEPEST:
        yield who, "…"
        return
    parents = [reader.claim(parent) for parent in claim.parents]
    around = _around(reader, claim) if claim.reporters else set()
    told = (way for parent in parents for way in _ways(reader, parent, depth + 1))
    passed_on = ((person(reader, reporter),) for reporter in claim.reporters if reporter not in around)
    alone = True
    for way in chain(told, passed_on):
        alone = False
        # Who talks of their own words stands once: "Berg said he was happy".
        yield way if way[0] == who else (who, *way)
    if alone:
        yield (who,)
