"""The machine-readable layers: what was read out, as plain JSON objects, before anything becomes RDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from kg.identity import identities
from kg.lexicon import lexicon
from kg.model import Attribution, Claim, Document, Extraction, Kind, Polarity, Span, Triple, people
from kg.names import BASE, expand, iris
from kg.pipeline import extractions, open_triples
from kg.positions import contradictions, positions

LAYERS = ("mentions", "triples", "relations", "events", "claims")

Json = dict[str, Any]
_BRACKET = re.compile(r"\s*\(\s*")

_DAY_BEFORE_DATE = re.compile(r"((?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*,\s*(?=\S)", re.I)


def layer(
    documents: Iterable[Document],
    name: str,
    *,
    model: str | None = None,
    nary: bool = False,
    flat: bool = False,
    base: str = BASE,
) -> Iterator[Json]:
    """One object a document, in order; `name` is one of `LAYERS`.

    `mentions` is held back until all documents are read, since their identities are settled together; its `entities`
    are those that have a name, the others are told by their mentions alone.
    """
    if name == "triples":
        for document, found in open_triples(documents, model=model, nary=nary):
            yield {"id": document.id, "triples": [_triple(t) for t in found]}
        return
    read = extractions(documents, model=model)
    if name == "mentions":
        yield from _mentions(list(read), base)
        return
    for extraction in read:
        if name == "relations":
            yield {"id": extraction.document.id, "relations": _relations(extraction, base)}
        elif name == "events":
            yield {"id": extraction.document.id, "events": _events(extraction)}
        else:
            claims, contradictions = _claims(extraction, flat)
            yield {"id": extraction.document.id, "claims": claims, "contradictions": contradictions}


def _span(span: Span) -> list[int]:
    return [span.begin, span.end]


def _triple(t: Triple) -> Json:
    return {
        "subject": t.subject,
        "relation": t.relation,
        "objects": list(t.objects),
        "negated": t.negated,
        "certainty": t.certainty.value,
        "confidence": t.confidence,
        "implicit": t.implicit,
        "begin": t.span.begin,
        "end": t.span.end,
    }


def _mentions(read: Sequence[Extraction], base: str) -> Iterator[Json]:
    across = identities([e.entities for e in read], lexicon(), base=base)
    for extraction, known in zip(read, across, strict=True):
        names = iris(extraction, base=base, entities=known)
        text = extraction.document
        yield {
            "id": text.id,
            "mentions": [
                {
                    "begin": m.span.begin,
                    "end": m.span.end,
                    "text": text[m.span],
                    "kind": m.kind.value,
                    "type": m.type,
                    "entity": m.entity,
                }
                for m in sorted((*extraction.mentions, *extraction.passing), key=lambda m: (m.span, m.entity))
            ]
            + list(_times(extraction)),
            "entities": [
                {"entity": e.id, "label": e.label, "type": e.type, "iri": str(names[e.id]), "sameAs": list(e.same_as)}
                for e in extraction.entities
                if e.named
            ],
        }


def _times(extraction: Extraction) -> Iterator[Json]:
    """Points in time and stretches of the calendar, as mentions; two with one known value are one entity.

    The weekday before a date is a mention beside it: "Friday", "July 7".
    """
    known: dict[str, str] = {}
    for n, time in enumerate(extraction.times, 1):
        if time.value.startswith("P"):  # a duration is no time, and the past no particular one
            continue
        entity = known.setdefault(time.value, f"t{n}") if "X" not in time.value else f"t{n}"
        words = extraction.document[time.span]
        cut = _DAY_BEFORE_DATE.match(words)
        parts = [(0, cut.end(1)), (cut.end(), len(words))] if cut else [(0, len(words))]
        for begin, end in parts:
            yield {
                "begin": time.span.begin + begin,
                "end": time.span.begin + end,
                "text": words[begin:end],
                "kind": Kind.NOMINAL.value,
                "type": "TemporalEntity",
                "entity": entity,
            }


def _relations(extraction: Extraction, base: str) -> list[Json]:
    entities = {e.id for e in extraction.entities}
    persons = people(extraction.entities)
    offices = [
        {
            "subject": e.id,
            "predicate": str(expand("kg:formerlyWith" if role.former else "kg:affiliation", base)),
            "object": role.of,
            "asserted": True,
            "inferred": False,
            **_naming(extraction, role.evidence.spans),
        }
        for e in extraction.entities
        for role in e.roles
        if role.of is not None and role.of not in persons
    ]
    return (
        offices
        + _aliases(extraction)
        + [
            {
                "subject": r.subject,
                "predicate": str(expand(r.predicate, base)),
                "object": r.object,
                "asserted": r.asserted and r.polarity is not Polarity.NEGATIVE,
                "inferred": r.inferred,
                "evidence": [_span(s) for s in r.evidence.spans],
                **({"negated": True} if r.polarity is Polarity.NEGATIVE else {}),
            }
            for r in extraction.relations
            if r.object in entities
        ]
    )


def _naming(extraction: Extraction, spans: Sequence[Span]) -> Json:
    """The words of a title or a second name; in the content of one attribution it is presupposed, and not told."""
    told = any(all(any(c.covers(s) for c in a.content) for s in spans) for a in extraction.attributions)
    return {"evidence": [_span(s) for s in spans], **({"presupposed": True} if told else {})}


def _aliases(extraction: Extraction) -> list[Json]:
    """ "Norrsund Hill Mining (NHM)": the second name of a thing that the text gives in brackets, a tie to itself."""
    out: list[Json] = []
    text = extraction.document.text
    named = [m for m in extraction.mentions if m.kind is Kind.NAMED or text[m.span.begin : m.span.end].isupper()]
    for one, other in pairwise(named):
        if one.entity == other.entity and _BRACKET.fullmatch(text, one.span.end, other.span.begin):
            out.append(
                {
                    "subject": one.entity,
                    "predicate": str(expand("skos:altLabel")),
                    "object": one.entity,
                    "asserted": True,
                    "inferred": False,
                    **_naming(extraction, (one.span, other.span)),
                }
            )
    return out


def _events(extraction: Extraction) -> list[Json]:
    out = []
    for event in extraction.events:
        roles: dict[str, list[str]] = {}
        for role, who in event.roles:
            roles.setdefault(role, []).append(who)
        out.append(
            {
                "class": event.cls,
                "plover": event.plover,
                "trigger": _span(event.trigger),
                "roles": roles,
                "place": list(event.places),
                "time": event.time.value if event.time else None,
                "negated": event.polarity.value == "negative",
                "asserted": event.asserted,
            }
        )
    return out


def _claims(extraction: Extraction, flat: bool) -> tuple[list[Json], list[list[int]]]:
    """The attributions, and which of them report positions that contradict each other, by number.

    `flat` leaves out those that lie inside another's content, and those that are not firm.
    """
    every = extraction.attributions
    kept = [n for n, a in enumerate(every) if not flat or (a.parent is None and a.firm)]
    place = {n: i for i, n in enumerate(kept)}
    claims = [_claim(a, None if a.parent is None else place.get(a.parent)) for n, a in enumerate(every) if n in place]
    by_id = {claim.id: [n for n in _reports(extraction, claim) if n in place] for claim in extraction.claims}
    pairs = {
        (min(place[i], place[j]), max(place[i], place[j]))
        for one, other in contradictions(positions(extraction))
        for i in by_id[one]
        for j in by_id[other]
        if i != j
    }
    return claims, [list(pair) for pair in sorted(pairs)]


def _reports(extraction: Extraction, claim: Claim) -> list[int]:
    """The attributions that report a claim, by number."""
    cues, contents = set(claim.cue_spans), set(claim.content_spans)
    return [
        n
        for n, a in enumerate(extraction.attributions)
        if a.claimant == claim.claimant and set(a.cue) <= cues and set(a.content) <= contents
    ]


def _claim(a: Attribution, parent: int | None) -> Json:
    return {
        "source": [_span(s) for s in a.source],
        "cue": [_span(s) for s in a.cue],
        "content": [_span(s) for s in a.content],
        "claimant": a.claimant,
        "addressee": a.addressees[0] if a.addressees else None,
        "mode": a.mode.value,
        "polarity": a.polarity.value,
        "certainty": a.certainty.value,
        "parent": parent,
    }
