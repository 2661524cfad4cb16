"""What the gazetteers add: the country of a city, a region, an institution, and of whoever belongs there.

Everything here is inferred and names its table. A country must be mentioned in the article, and the words cited are
those of the name that the table knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.facts import Fact
from kg.model import Kind, Polarity, Span
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution

_HOME = {
    "Person": "kg:activeIn",
    "Organization": "kg:basedIn",
    "City": "kg:locatedIn",
    "Place": "kg:locatedIn",
    "Event": "kg:tookPlaceIn",
}
"""The property that ties a thing of a class to the country that it is at home in."""
_LEADS_HOME = frozenset(
    "kg:leads kg:officeIn kg:spokespersonFor kg:represents kg:memberOf kg:worksFor kg:affiliation kg:candidateOf "
    "kg:basedIn kg:locatedIn kg:agencyOf kg:partOf kg:capitalOf kg:activeIn kg:founded kg:tookPlaceIn kg:livesIn "
    "kg:coaches kg:playedFor kg:competedIn".split()
)
_HOPS = 3


@dataclass(frozen=True, slots=True)
class Home:
    """The country of a thing, the words that say so, the table that was asked, and how sure it is."""

    country: int
    spans: tuple[Span, ...]
    table: str
    rule: str
    confidence: float
    property: str = ""


def inferred(found: Resolution, stated: Iterable[Fact]) -> Iterator[Fact]:
    """The countries of cities, institutions and people of the document, where a table or another relation tells."""
    countries = _countries(found)
    if not countries:
        return
    stated = [f for f in stated if f.asserted and f.polarity is Polarity.POSITIVE and f.object[0] == "e"]
    homes: dict[int, Home] = {}
    settled = {f.subject for f in stated if f.object[1] in countries.values() and f.predicate in _LEADS_HOME}
    for root in found.clusters.roots():
        if root in found.metonyms.emptied or found.type(root) not in _HOME or not found.named(root):
            continue
        if (home := _known(found, root, countries)) is not None:
            homes[root] = home
    own = set(countries.values())
    for f in stated:
        if f.object[1] in own and f.predicate in _LEADS_HOME and f.subject not in homes:
            homes[f.subject] = Home(f.object[1], tuple(f.spans), "", "", f.confidence)
    for _ in range(_HOPS):
        for f in stated:
            home = homes.get(f.object[1])
            if f.predicate in _LEADS_HOME and home is not None and f.subject not in homes and f.subject not in own:
                spans = tuple(sorted({*f.spans, *home.spans}))
                homes[f.subject] = Home(
                    home.country, spans, home.table, "country of " + f.predicate, round(home.confidence * 0.9, 2)
                )
    for root, home in sorted(homes.items()):
        if home.rule and root not in settled and root != home.country and found.type(root) in _HOME:
            yield Fact(
                root,
                home.property or _HOME[found.type(root)],
                ("e", home.country),
                Polarity.POSITIVE,
                True,
                home.rule,
                home.confidence,
                inferred=True,
                table=home.table or None,
                spans=list(home.spans),
            )


def _countries(found: Resolution) -> dict[str, int]:
    """The countries that the document speaks of, by name: more than as a part of other names."""
    out: dict[str, int] = {}
    reach = 0
    for c in found.clusters.candidates:
        inside = c.end <= reach
        if c.kind is Kind.NAMED:
            reach = max(reach, c.end)
        if c.country is not None and c.type != "Group" and not inside and not _part_of_a_title(found, c):
            out.setdefault(c.country.name, found.clusters.root(c))
    return out


def _part_of_a_title(found: Resolution, c: Candidate) -> bool:
    """ "the 1997 Canadian election" is called so, and need not speak of Canada."""
    event = found.by_head.get(c.head.head.i)
    return (
        c.head.dep_ in ("amod", "compound", "nmod")
        and event is not None
        and event.type == "Event"
        and any(word[:1].isdigit() for word in event.modifiers)
    )


def _known(found: Resolution, root: int, countries: dict[str, int]) -> Home | None:
    """What the tables say of a name itself."""
    lexicon, kind = found.lexicon, found.type(root)
    if kind == "Person":
        return None
    for c in found.clusters.by_root(root):
        if c.kind is not Kind.NAMED:
            continue
        name = " ".join(c.name)
        span = (c.span(found.tree),)
        if (seat := lexicon.ties.seat(name, countries)) is not None:
            predicate = "kg:locatedIn" if seat.kind == "region" else "kg:basedIn"
            return Home(countries[seat.country], span, "seats.tsv", "gazetteer", 0.9, predicate)
        if kind in ("City", "Place") and (capital := lexicon.capital(name)) is not None and capital.name in countries:
            return Home(countries[capital.name], span, "countries.tsv", "gazetteer", 0.95)
        if kind in ("City", "Place") and (city := lexicon.city(name)) is not None and city.country in countries:
            return Home(countries[city.country], span, "cities.tsv", "gazetteer", 0.9)
        if (row := lexicon.metonym(name)) is not None and row.of in countries:
            return Home(countries[row.of], span, "metonyms.tsv", "gazetteer", 0.9)
        if (home := _inside(found, c, countries)) is not None:
            return home
    return None


def _inside(found: Resolution, c: Candidate, countries: dict[str, int]) -> Home | None:
    """ "the Norwegian Polar Institute", "Hamburg University": a country or a city inside the name."""
    if len(c.name) < 2:
        return None
    lexicon, span = found.lexicon, (c.span(found.tree),)
    for n, word in enumerate(c.name):
        for words in (" ".join(c.name[n : n + 2]), word):
            country = lexicon.country(words)
            if country is not None and country.name in countries:
                return Home(countries[country.name], span, "countries.tsv", "place in the name", 0.7)
            city = lexicon.city(words)
            if city is not None and city.country in countries and city.population > 300_000:
                return Home(countries[city.country], span, "cities.tsv", "place in the name", 0.65)
    return None
