"""Claims in plain words: what is claimed, by whom, and through whom it came into the article."""

from __future__ import annotations

from typing import Final

from rdflib import RDF

from kg.names import KG
from kg.records.model import Claim
from kg.records.reader import Reader
from kg.wording import verb

NOBODY: Final = "somebody who is not named"
_DEEPEST: Final = 8


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
    if depth >= _DEEPEST:
        return "…"
    claim = reader.claim(iri)
    # Without a proposition the reporting words themselves say most: "condemned: the strike".
    says = (not claim.content and ", ".join(claim.cues)) or verb(claim.mode, claim.polarity)
    return f"{person(reader, claim.claimant)} {says}: {content(reader, claim, depth)}"


def chains(reader: Reader, claim: Claim, depth: int = 0) -> tuple[tuple[str, ...], ...]:
    """Each way by which a claim came into the article, the claimant first and the article or outlet last."""
    if depth >= _DEEPEST:
        return ((person(reader, claim.claimant), "…"),)
    parents = [reader.claim(parent) for parent in claim.parents]
    around = {parent.claimant for parent in parents}
    ways = {way for parent in parents for way in chains(reader, parent, depth + 1)}
    ways |= {(person(reader, who),) for who in claim.reporters if who not in around}
    who = person(reader, claim.claimant)
    # Who talks of their own words stands once: "Putin said he was happy".
    return tuple(sorted({way if way[:1] == (who,) else (who, *way) for way in ways or {()}}))
