"""Mentions that stand for several entities at once: "the two leaders", "both countries", "he and Merkel"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Mapping

from kg.lexicon import Group, Lexicon, Title
from kg.model import ACTORS, Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import TWO, Candidate
from kg.resolve.names import NUMBERS
from kg.syntax.tree import Tree

_PAIRS = frozenset(("pair", "duo", "couple"))
_POINTS = frozenset(("the", "these", "those"))
_REACH, _PAIR_WINDOW = 300, 2
_PLURAL = frozenset(("Group", "Organization", "Country", "City", "Concept"))
_ACTORS = ACTORS | {"City"}


def coordinations(tree: Tree, candidates: list[Candidate]) -> list[tuple[Candidate, ...]]:
    """The actors that stand coordinated as one argument ("he and Merkel"), in the order of the text."""
    by_head = {c.head.i: c for c in candidates}
    found = []
    for c in candidates:
        if c.head.dep_ == "conj" or c.type not in _ACTORS:
            continue
        heads = tree.conjuncts(c.head)
        if len(heads) > 1 and not any(
            k.dep_ == "cc" and k.lower_ in ("or", "nor") for h in heads for k in tree.kids(h)
        ):
            members = tuple(by_head[h.i] for h in heads if h.i in by_head and by_head[h.i].type in _ACTORS)
            if len(members) == len(heads):
                found.append((_holder(members, by_head), *members[1:]))
    return found


def _holder(members: tuple[Candidate, ...], by_head: Mapping[int, Candidate]) -> Candidate:
    """ "Berg of the Harvest Party and Silva of the Bay Party": the parser hangs Silva on the party, not on Berg."""
    first, *others = members
    before = first.head.head
    if first.head.dep_ != "pobj" or before.dep_ != "prep" or before.head.i not in by_head:
        return first
    holder = by_head[before.head.i]
    strange = all(m.type == holder.type != first.type for m in others)
    return holder if strange and holder.number == first.number else first


def join_groups(tree: Tree, clusters: Clusters, lexicon: Lexicon) -> None:
    """Give plural descriptions of two their members, and join those with the same members."""
    known: dict[frozenset[int], Candidate] = {}
    clusters.coordinations = coordinations(tree, clusters.candidates)
    pairs: list[tuple[Candidate, ...]] = [members for members in clusters.coordinations if len(members) == 2]
    _named_apart(clusters)
    before = _Before(clusters)
    for c in clusters.candidates:
        if c.kind is Kind.NOMINAL and not c.members and _of_two(tree, c):
            row = lexicon.group(c.head.lemma_.lower())
            row, sure = (row, True) if row is not None else (_people(c, lexicon), False)
            members = _two(before, c, row, pairs, sure, lexicon) if row is not None else ()
            if len(members) == 2:
                c.members = members
                key = frozenset(clusters.root(m) for m in members)
                first = known.setdefault(key, c)
                if first is not c:
                    clusters.join(first, c, "same members")
        before.add(c)


def _of_two(tree: Tree, c: Candidate) -> bool:
    """ "The two mayors", "both countries", "the pair": named before; not "two mayors", "his two sons"."""
    if c.number == "sg":
        return (
            c.definite == "the" and c.head.lemma_.lower() in _PAIRS and not c.modifiers and not tree.kid(c.head, "prep")
        )
    return c.definite == "both" or (c.definite in _POINTS and bool(c.modifiers & TWO))


def _people(c: Candidate, lexicon: Lexicon) -> Group | None:
    """A noun for people, of a trade or of any sort: "the two surgeons"."""
    lemma = c.head.lemma_.lower()
    return Group(lemma, "Person", "", "") if lexicon.somebody(lemma) else None


def _named_apart(clusters: Clusters) -> None:
    """ "Two councillors, Berg and Silva, resigned", "the councillors Berg and Silva": whom a description stands for."""
    by_head = {c.head.i: c for c in clusters.candidates}
    for members in clusters.coordinations:
        first = members[0]
        beside = first.head.head.i if first.head.dep_ in ("appos", "dep") else first.start - 1
        plural = by_head.get(beside)
        if (
            plural is not None
            and plural.kind is Kind.NOMINAL
            and plural.number == "pl"
            and plural.order < first.order
            and plural.type in _PLURAL
            and all(m.kind is Kind.NAMED for m in members)
            and not (_counted(plural) - {len(members)})
        ):
            plural.members = members


def _counted(c: Candidate) -> set[int]:
    """How many a description says there are: 26 of "the 26 member states"."""
    return {int(w) if w.isdecimal() else NUMBERS[w] for w in c.modifiers if w.isdecimal() or w in NUMBERS}


class _Before:
    """The named entities of the text so far: how often each is mentioned, and those of the last mentions."""

    def __init__(self, clusters: Clusters) -> None:
        self.clusters = clusters
        self.count: Counter[int] = Counter()
        self._last: deque[Candidate] = deque(maxlen=_REACH)
        self._titles: dict[int, list[Title]] = {}

    def add(self, c: Candidate) -> None:
        """Go on by one mention."""
        self.count[self.clusters.root(c)] += 1
        if c.kind is Kind.NAMED:
            self._last.append(c)

    def named(self) -> dict[int, Candidate]:
        """The entities that the last names stand for, each with its first one there."""
        found: dict[int, Candidate] = {}
        for c in self._last:
            found.setdefault(self.clusters.root(c), c)
        return found

    def titles(self, root: int) -> list[Title]:
        """The titles of an entity."""
        if root not in self._titles:
            self._titles[root] = [t.title for m in self.clusters.by_root(root) for t in m.titles]
        return self._titles[root]


def _two(
    before: _Before, c: Candidate, row: Group, pairs: list[tuple[Candidate, ...]], sure: bool, lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """The two entities meant: those of the right kind that the text before it speaks of most.

    Where the noun is not `sure` to be said of any two, only a pair, or the only two that there are.
    """
    root_of = before.clusters.root
    noun = lexicon.noun(c.head.lemma_.lower())
    gender = noun.gender if noun is not None and noun.gender in ("m", "f") else ""
    fits = {
        root: a
        for root, a in before.named().items()
        if _is_one(before, root, a, c, row) and not (gender and _sex(before.clusters, a, lexicon) not in ("", gender))
    }
    if len(fits) < 2:
        return ()
    for n in range(bisect_left(pairs, c.order, key=lambda pair: pair[-1].order) - 1, -1, -1):
        if c.sentence - pairs[n][-1].sentence > _PAIR_WINDOW:
            break
        roots = [root_of(m) for m in pairs[n]]
        if all(r in fits for r in roots):
            return tuple(fits[r] for r in roots)
    if not sure and len(fits) > 2:
        return ()
    best = sorted(fits, key=lambda r: (-before.count[r], r))[:2]
    return tuple(fits[r] for r in sorted(best))


def _sex(clusters: Clusters, a: Candidate, lexicon: Lexicon) -> str:
    """Whether somebody is a woman or a man, by the text or else by the given name."""
    row = lexicon.first_name(a.name[0]) if len(a.name) > 1 else None
    return clusters.gender(a) or (row.gender if row is not None else "")


def _is_one(before: _Before, root: int, a: Candidate, c: Candidate, row: Group) -> bool:
    """Whether the entity of `a` may be one of the group that `c` describes."""
    if row.member not in ("", "Any") and before.clusters.type(a) != row.member:
        return False
    titles = before.titles(root)
    if row.rank == "same":
        return any(t.title == c.head.lemma_.lower() or t.title.endswith(" " + c.head.lemma_.lower()) for t in titles)
    return not row.rank or any(t.rank == row.rank for t in titles)
