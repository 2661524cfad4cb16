"""Identity across articles: which entities of a batch have one IRI.

Countries go by the table's name, whatever the article calls them; a surname alone goes to the one full name of the
batch that ends in it; everything else by its own label. Two entities of one article never share an IRI.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.lexicon import Lexicon
from kg.model import Entity, Ref
from kg.names import BASE, slug

_READABLE = frozenset(("Person", "Organization", "Country", "City", "Place", "Product", "CreativeWork"))


def identities(articles: Sequence[Sequence[Entity]], lexicon: Lexicon, *, base: str = BASE) -> list[dict[Ref, str]]:
    """For each article the IRIs that differ from what the article alone would give its entities, by local id."""
    by_surname: dict[str, set[str]] = defaultdict(set)
    for things in articles:
        for thing in things:
            words = thing.label.split()
            if thing.type == "Person" and thing.named and len(words) > 1:
                by_surname[words[-1].lower()].add(thing.label)
    out = []
    for things in articles:
        wanted = {
            thing.id: _name(thing, lexicon, by_surname) for thing in things if thing.named and thing.type in _READABLE
        }
        out.append(_unshared(wanted, {thing.id: thing.label for thing in things}, base))
    return out


def _name(thing: Entity, lexicon: Lexicon, by_surname: Mapping[str, set[str]]) -> str:
    if thing.type == "Country":
        country = next((c for name in (thing.label, *thing.names) if (c := lexicon.country(name)) is not None), None)
        return country.name if country is not None else thing.label
    if thing.type == "Person" and len(thing.label.split()) == 1:
        full = by_surname.get(thing.label.lower(), set())
        return next(iter(full)) if len(full) == 1 else thing.label
    return thing.label


def _unshared(wanted: Mapping[Ref, str], labels: Mapping[Ref, str], base: str) -> dict[Ref, str]:
    uses = Counter(slug(name) for name in wanted.values())
    return {ref: base + slug(name) for ref, name in wanted.items() if name != labels[ref] and uses[slug(name)] == 1}
