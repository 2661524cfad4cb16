"""Common nouns for what has been named: "the M5 party", "the court", "the carmaker", "the country"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

PLACES = frozenset("city town village suburb state province region island county district port republic".split())
"""Nouns before "of" and the name of a place: "the city of Riga"."""

_BODIES = frozenset(
    "company firm group agency bank club team party airline carmaker automaker maker manufacturer retailer "
    "network broadcaster newspaper organization organisation charity corporation giant conglomerate startup "
    "union university carrier lender insurer brewer chipmaker drugmaker planemaker shipbuilder steelmaker telecom "
    "telco streamer chain operator wholesaler discounter grocer brokerage tabloid broadsheet supplier".split()
)
_NAMED_SO = frozenset(
    "party group newspaper daily magazine weekly company firm union movement network broadcaster channel bank airline "
    "agency".split()
)
"""Nouns after the name of a body, which they do not change: "the Norrsund bank"."""
_TRADES = frozenset(
    "media tech technology car energy oil gas drug pharmaceutical insurance software chip steel food news".split()
)
_DEFINITE = frozenset(("the", "this", "that"))
_WINDOW = 4
_WORD_WINDOW = 40
_MOST = 12
_DEEPEST = 8
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_KINDS = {"Organization": ("Organization",), "Country": ("Country",), "City": ("City",), "Place": ("Place", "City")}


def names_in_nouns(tree: Tree, clusters: Clusters, by_head: dict[int, Candidate]) -> None:
    """ "the Lombardy region", "the Norrsund bank": the noun says what the name before it is."""
    for c in clusters.candidates:
        if c.kind is not Kind.NOMINAL or c.number == "pl" or c.head.i == 0:
            continue
        name = by_head.get(c.head.i - 1)
        if name is None or name.kind is not Kind.NAMED or name.head.head.i != c.head.i or name.end != c.head.i:
            continue
        lemma = c.head.lemma_.lower()
        body = lemma in _NAMED_SO and name.type == "Organization"
        if body or (lemma in PLACES and name.type in ("City", "Place")):
            clusters.join(name, c, "name before its noun")


def words_of_names(tree: Tree, clusters: Clusters) -> None:
    """ "the court" after "Supreme Court", "the mosque" after "Grand Mosque": the last name that ends in the noun."""
    bearers: dict[str, Candidate] = {}
    for c in clusters.candidates:
        if c.kind is Kind.NAMED and c.type not in ("Person", "Group") and len(c.key) > 1:
            for word in _nouns(c):
                bearers[word] = c
        elif (
            c.kind is Kind.NOMINAL
            and c.number == "sg"
            and c.definite in _DEFINITE
            and not c.modifiers
            and not clusters.named(c)
            and not any(k.dep_ in ("prep", "relcl", "acl", "poss") for k in tree.kids(c.head))
        ):
            a = bearers.get(c.head.lower_)
            if a is not None and c.sentence - a.sentence <= _WORD_WINDOW:
                clusters.join(a, c, "word of the name")


def _nouns(c: Candidate) -> Iterator[str]:
    """What a name says its bearer is: its last word, and the one before "of"."""
    yield c.key[-1]
    if "of" in c.key[1:]:
        yield c.key[c.key.index("of", 1) - 1]


def generic_nouns(tree: Tree, clusters: Clusters) -> None:
    """ "the company", "the Swedish carmaker", "the country": what was named so before, else the last that may be."""
    named: dict[str, list[Candidate]] = defaultdict(list)
    by_head = {c.head.i: c for c in clusters.candidates}
    for c in clusters.candidates:
        if c.kind is Kind.NAMED and (c.country is None or c.head.pos_ != "ADJ"):
            for kind, classes in _KINDS.items():
                if clusters.type(c) in classes or (kind == "Organization" and _of_no_class(clusters, c)):
                    named[kind].append(c)
    for c in clusters.candidates:
        if (
            c.kind is not Kind.NOMINAL
            or c.type not in _KINDS
            or c.number == "pl"
            or c.definite not in _DEFINITE
            or clusters.named(c)
        ):
            continue
        if c.type == "Organization" and c.head.lemma_.lower() not in _BODIES:
            continue
        if c.type == "Place" and c.head.lemma_.lower() not in PLACES:
            continue
        if len(clusters.members(c)) > 1 and clusters.members(c)[0] is not c:
            continue
        if any(k.dep_ in ("prep", "relcl", "acl", "poss") for k in tree.kids(c.head)):
            continue
        nations = _nations(tree, c)
        if c.modifiers - nations - _TRADES:
            continue
        best = _best(clusters, named[c.type], c, nations, set(_doers(tree, clusters, by_head, c)))
        if best is not None:
            clusters.join(best, c, "generic noun")


def _of_no_class(clusters: Clusters, c: Candidate) -> bool:
    """ "Helvar fired 200 people … the bank": a name of one word that does something, of no known class."""
    return clusters.type(c) == "Concept" and len(c.key) == 1 and c.subject and c.number == "sg" and not c.titles


def _nations(tree: Tree, c: Candidate) -> set[str]:
    """The modifiers that are demonyms or places."""
    inside = tree.tokens[c.start : c.end]
    return {t.lower_ for t in inside if t.lower_ in c.modifiers and t.ent_type_ in ("NORP", "GPE")}


def _doers(tree: Tree, clusters: Clusters, by_head: dict[int, Candidate], c: Candidate) -> Iterator[int]:
    """ "The union said *the company* had paid": what another noun stands for, above it in the sentence, is another."""
    for above in islice(tree.ancestors(c.head), _DEEPEST):
        for kid in tree.kids(above):
            a = by_head.get(kid.i) if kid.dep_ in _SUBJECTS and kid.i < c.head.i else None
            if a is not None and a.kind is Kind.NOMINAL and a.head.lemma_ != c.head.lemma_:
                yield clusters.root(a)


def _best(
    clusters: Clusters, named: list[Candidate], c: Candidate, nations: set[str], doers: set[int]
) -> Candidate | None:
    best, top = None, 0.0
    seen: set[int] = set(doers)
    for n in range(bisect_left(named, c.order, key=lambda a: a.order) - 1, -1, -1):
        a = named[n]
        if c.sentence - a.sentence > _WINDOW or len(seen) > _MOST:
            break
        if clusters.root(a) in seen:
            continue
        seen.add(clusters.root(a))
        members = [m for m in clusters.members(a) if m.order < c.order]
        words = {m.head.lemma_.lower() for m in members if m.kind is Kind.NOMINAL} | {
            w for m in members for w in m.modifiers
        }
        if nations and not nations & words and any(m.kind is Kind.NOMINAL and m.modifiers for m in members):
            continue
        value = (
            3.0 * bool(nations & words)
            + 2.0 * (c.head.lemma_.lower() in words)
            - 0.5 * (c.sentence - a.sentence)
            + 0.3 * min(4, len(members))
            + 0.5 * a.subject
        )
        if value > top:
            best, top = a, value
    return best
