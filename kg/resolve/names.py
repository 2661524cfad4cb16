"""Which names are one: exact, short and full forms, acronyms, and the names of a country.

The sieves go from precise to loose (Raghunathan et al. 2010). Look-ups go through indexes, so that three hundred
people of one surname cost time in proportion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.types import ORGANISATION

_SUFFIX = frozenset(
    "inc incorporated corp corporation ltd limited plc llc co company group holdings party ag gmbh sa nv se ab oyj spa "
    "university foundation".split()
)
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "&"))
NUMBERS = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
"""Words for numbers."""
_LATE, _AT_HOME = 2, 3
_PARTICLES = frozenset("al el von van der den de del da di bin ibn la le du dos".split())


def join_names(clusters: Clusters, lexicon: Lexicon) -> None:
    """Join the named mentions of one entity."""
    named = [c for c in clusters.candidates if c.kind is Kind.NAMED and c.key]
    _countries(clusters, named)
    _exact(clusters, [c for c in named if not c.country])
    _people(clusters, [c for c in named if c.type == "Person"])
    others = [c for c in named if c.type not in ("Person", "Group") and not c.country]
    _others(clusters, others)
    _of_countries(clusters, others, lexicon)


def _countries(clusters: Clusters, named: list[Candidate]) -> None:
    first: dict[tuple[str, str], Candidate] = {}
    for c in named:
        if c.country:
            a = first.setdefault((c.country.name, c.type), c)
            clusters.join(a, c, "country")


def _exact(clusters: Clusters, named: list[Candidate]) -> None:
    first: dict[tuple[str, ...], Candidate] = {}
    for c in named:
        if c.type == "Person" and len(c.key) == 1:
            continue  # a bare surname waits for the full names
        a = first.setdefault(c.key, c)
        if a is not c:
            clusters.join(a, c, "same name")


def _people(clusters: Clusters, people: list[Candidate]) -> None:
    full = [c for c in people if len(c.key) > 1]
    by_last: dict[str, list[Candidate]] = defaultdict(list)
    for c in full:
        for a in by_last[c.key[-1]]:
            if _same_person(a.key, c.key) and clusters.join(a, c, "full name"):
                break
        if not any(clusters.one(a, c) and a.key == c.key for a in by_last[c.key[-1]]):
            by_last[c.key[-1]].append(c)
    by_part: dict[str, list[Candidate]] = defaultdict(list)
    for group in by_last.values():
        for c in group:
            for part in dict.fromkeys((c.key[-1], c.key[0], *(_surname(c.key)))):
                by_part[part].append(c)
    bare: dict[str, list[Candidate]] = defaultdict(list)
    for c in people:
        if len(c.key) == 1:
            bare[c.key[0]].append(c)
    beside: dict[int, list[Candidate]] = defaultdict(list)
    for c in full:
        if c.head.dep_ == "conj" and c.head.i > c.head.head.i:
            beside[c.head.head.i].append(c)
    at = {c.head.i: c for c in full}
    for c in people:
        if c.head.dep_ == "conj" and c.head.head.i in at:
            beside[c.head.i].append(at[c.head.head.i])
    for word, group in bare.items():
        _bare(clusters, group, by_part.get(word, []), beside)


def _surname(key: tuple[str, ...]) -> list[str]:
    """A surname with its particle ("al-assad"), joined as one word, and what follows the particle."""
    out = []
    for n, word in enumerate(key):
        if "-" in word:
            out += [p for p in word.split("-") if len(p) > 2]
        if word in _PARTICLES and n + 1 < len(key):
            out.append(key[-1])
    return out


def _bare(
    clusters: Clusters, group: list[Candidate], full: list[Candidate], beside: Mapping[int, list[Candidate]]
) -> None:
    """Surnames that stand alone: to the one full name they fit, the most written-about where there are several.

    Not to one it is coordinated with: "Mr Lind and Ada Lind" are two. `beside` are the full names beside a head.
    """
    choices = [a for a in {clusters.root(a): a for a in full}.values() if not _late(clusters, group, a)]
    unfit: list[Candidate] = []
    counts: dict[int, int] = defaultdict(int)
    for c in group:
        others = {clusters.root(a) for a in beside.get(c.head.i, ())}
        fits = [a for a in choices if clusters.root(a) not in others and clusters.compatible(a, c)]
        if not fits:
            if not any(clusters.join(a, c, "same name") for a in unfit):
                unfit.append(c)
            continue
        same = [a for a in fits if c.gender and clusters.gender(a) == c.gender]
        surname = [a for a in same or fits if a.key[-1] == c.key[0]] or same or fits
        best = max(surname, key=lambda a: (counts[clusters.root(a)], -a.order))
        clusters.join(best, c, "short name")
        counts[clusters.root(best)] += 1


def _late(clusters: Clusters, group: list[Candidate], full: Candidate) -> bool:
    """Whether a full name comes up only once, long after its surname alone was at home in the text.

    Whom an article is about it introduces by the full name; a relative is named in full when the other goes by the
    surname: "Berg said … Berg … his wife, Ada Berg, …".
    """
    first = clusters.members(full)[0]
    before = [c for c in group if c.sentence > 0 and c.sentence < first.sentence - _LATE]
    return len(before) >= _AT_HOME and sum(m.key == full.key for m in clusters.members(full)) == 1


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names with one surname: first names alike and middle names not apart, or one name inside the other."""
    if a == b:
        return True
    if _alike(a[0], b[0]):
        return _middles_fit(a[1:-1], b[1:-1])
    short, long = sorted((a, b), key=len)
    return len(short) >= 2 and long[-len(short) :] == short


def _alike(one: str, other: str) -> bool:
    """Whether two given names are one, or one is the initial of the other."""
    x, y = one.strip("."), other.strip(".")
    return x == y or ((len(x) == 1 or len(y) == 1) and x[:1] == y[:1])


def _middles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names between first and last may be of one person: left out, or the same in order.

    "Ana Maria Berg" is not "Ana Lara Berg", and initials count from the first: "George H. W." is not "George W.".
    """
    short, long = sorted((one, other), key=len)
    if all(len(w.strip(".")) == 1 for w in (*short, *long)):
        return long[: len(short)] == short
    left = iter(long)
    return all(any(_alike(word, other) for other in left) for word in short)


def _others(clusters: Clusters, named: list[Candidate]) -> None:
    by_core: dict[tuple[str, ...], Candidate] = {}
    by_acronym: dict[str, Candidate] = {}
    by_first: dict[str, list[Candidate]] = defaultdict(list)
    by_last: dict[str, list[Candidate]] = defaultdict(list)
    for c in named:
        core = _core(c.key)
        a = by_core.setdefault(core, c) if c.type in ("Organization", "Product", "Concept") else c
        if a is not c:
            clusters.join(a, c, "name without its suffix")
        for short in acronyms(c.name):
            by_acronym.setdefault(short, c)
        if len(c.key) > 1 and c.type == "Organization":
            by_first[c.key[0]].append(c)
            if c.key[-1] not in ORGANISATION:
                by_last[c.key[-1]].append(c)
    for c in named:
        if len(c.name) == 1 and _acronym_like(c.name[0]):
            full = by_acronym.get(_squeezed(c.name[0]))
            if full is not None and full is not c:
                clusters.join(*((full, c) if full.order < c.order else (c, full)), "acronym")
        elif len(c.key) == 1 and c.type == "Organization":
            roots = {clusters.root(a): a for a in by_first.get(c.key[0], ())}
            if len(roots) == 1:
                a = next(iter(roots.values()))
                if a.order < c.order:
                    clusters.join(a, c, "first word of the name")
            ends = {clusters.root(a): a for a in by_last.get(c.key[0], ())}
            if len(ends) == 1 and not roots:
                clusters.join(next(iter(ends.values())), c, "last word of the name")


def _of_countries(clusters: Clusters, named: list[Candidate], lexicon: Lexicon) -> None:
    """ "Kenyan Tea Board", "Tea Board of Kenya": the "Tea Board", where the text speaks of one country's alone."""
    bare: dict[tuple[str, ...], Candidate] = {}
    national: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for c in named:
        bare.setdefault(c.key, c)
        size = _country_at(c, lexicon)
        if size:
            national[c.key[size:] if size > 0 else c.key[:size]].append(c)
    for key, group in national.items():
        a = bare.get(key)
        if a is not None and len({clusters.root(c) for c in group}) == 1:
            clusters.join(*((a, group[0]) if a.order < group[0].order else (group[0], a)), "name without its country")


def _country_at(c: Candidate, lexicon: Lexicon) -> int:
    """How many words of a name say whose it is: those that open it, or with a minus those that end it; two are left."""
    for size in range(1, min(3, len(c.name) - 2) + 1):
        if lexicon.country(" ".join(c.name[:size])) is not None:
            return size
        if size > 1 and c.name[-size] == "of" and lexicon.country(" ".join(c.name[1 - size :])) is not None:
            return -size
    return 0


def _core(key: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(w for w in key if w not in ("the",))
    while len(words) > 1 and words[-1].strip(".,") in _SUFFIX:
        words = words[:-1]
    return words


def _acronym_like(word: str) -> bool:
    letters = [ch for ch in word if ch.isalpha()]
    return len(word) >= 2 and bool(letters) and all(ch.isupper() for ch in letters)


def _squeezed(word: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", word).upper()


def acronyms(name: tuple[str, ...]) -> set[str]:
    """The short forms that a name's initials make, a number word counting as its figure.

    >>> sorted(acronyms(("Group", "of", "Seven")))
    ['G7', 'GO7', 'GOS', 'GS']
    """
    words = [p for w in name for p in re.split(r"[-/]", w) if p and p[0].isalnum()]
    if len(words) < 2:
        return set()
    out = set()
    for kept in (words, [w for w in words if w.lower() not in _SMALL]):
        if len(kept) < 2:
            continue
        out.add("".join(w[0] for w in kept).upper())
        if kept[-1].lower() in NUMBERS:
            out.add("".join(w[0] for w in kept[:-1]).upper() + str(NUMBERS[kept[-1].lower()]))
    return {a for a in out if len(a) >= 2}
