"""A few lines that say what an extraction found, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.model import Extraction
from kg.positions import affirmed, contradictions, disputed, positions


def summary(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Yield lines: how many entities, events and claims, and what is disputed by whom."""
    kinds: Counter[str] = Counter()
    happened = claims = 0
    disputes: list[str] = []
    for extraction in extractions:
        kinds.update(e.type for e in extraction.entities)
        happened += sum(e.asserted and e.polarity.value == "positive" for e in extraction.events)
        claims += len(extraction.claims)
        disputes += _disputes(extraction)
    things = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    yield f"{sum(kinds.values())} entities ({things})" if kinds else "0 entities"
    yield f"{happened} events, {claims} claims"
    yield f"{len(disputes)} disputed" + (":" if disputes else "")
    yield from disputes


def _disputes(extraction: Extraction) -> list[str]:
    label = {e.id: e.label for e in extraction.entities}
    taken = list(positions(extraction))
    opposed = {claim for pair in contradictions(taken) for claim in pair}
    contested = {p.content for p in taken if p.claim in opposed}
    yes, no = affirmed(taken), disputed(taken)
    out = []
    for proposition in extraction.propositions:
        against = sorted(label[who] for who, what in no if what == proposition.id)
        if not against:
            continue
        for_it = sorted(label[who] for who, what in yes if what == proposition.id)
        mark = "≠" if proposition.id in contested else "✗"
        voices = [f"affirmed by {', '.join(for_it)}"] if for_it else []
        out.append(f"  {mark} {proposition.label}: {'; '.join([*voices, 'disputed by ' + ', '.join(against)])}")
    return out
