"""What each phrase stands for: the answer of the whole room, asked by token.

Entities are numbered only at the end, when it is known which of them anything is said about: `entities` gives the
named ones, those spoken of more than once, and those that a statement uses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Entity, Evidence, Kind, Mention, Ref, Role, Span, Timex
from kg.resolve.clusters import Clusters
from kg.resolve.descriptions import join_descriptions, office_of
from kg.resolve.groups import join_groups
from kg.resolve.mentions import Candidate, mentions
from kg.resolve.metonyms import Metonyms, metonyms
from kg.resolve.names import join_names
from kg.resolve.pronouns import join_pronouns
from kg.resolve.sites import relative
from kg.resolve.times import timexes
from kg.syntax.subjects import RELATIVE
from kg.syntax.tree import Tree

_CUT = frozenset(("relcl", "acl", "advcl", "appos", "parataxis", "ccomp", "xcomp"))
_LONGEST_LABEL = 12
_TRANSPARENT = frozenset(
    "sideline margin edge start beginning end eve scene course middle midst wake aftermath outskirts heart city town "
    "village state island province group number range series set pair couple lot host handful dozen hundred thousand "
    "million rest majority part kind type sort".split()
)
_SOURCE_PREPS = frozenset(("from", "at", "of", "with", "in", "for"))


@dataclass(slots=True)
class Resolution:
    """The entities of one document: `clusters` of mentions, `times`, and how metonyms are read."""

    tree: Tree
    lexicon: Lexicon
    clusters: Clusters
    times: list[Timex]
    metonyms: Metonyms
    by_head: dict[int, Candidate]
    _labels: dict[int, str] = field(default_factory=dict)
    _groups: dict[int, Candidate | None] = field(default_factory=dict)
    _candidates: dict[int, Candidate | None] = field(default_factory=dict)

    def candidate(self, token: Token) -> Candidate | None:
        """The mention headed by a token; a transparent head ("the sidelines of X") gives that of X."""
        if token.i not in self._candidates:
            self._candidates[token.i] = self._candidate(token)
        return self._candidates[token.i]

    def _candidate(self, token: Token) -> Candidate | None:
        if token.tag_ in RELATIVE:
            stands = relative(self.tree, token)
            return self.candidate(stands) if stands is not None else None
        found = self.by_head.get(token.i)
        if found is None or (found.kind is Kind.NOMINAL and token.lemma_.lower() in _TRANSPARENT):
            of = next(
                (
                    p
                    for k in self.tree.kids(token)
                    if k.dep_ == "prep" and k.lower_ == "of"
                    for p in self.tree.kids(k)
                    if p.dep_ == "pobj"
                ),
                None,
            )
            if of is not None:
                return self.candidate(of) or found
        return found

    def root(self, token: Token) -> int | None:
        """The cluster a phrase stands for, metonyms read ("Moscow did not meddle": Russia)."""
        found = self.candidate(token)
        if found is None:
            return None
        if found.kind is Kind.PRONOUN and all(m.kind is Kind.PRONOUN for m in self.clusters.members(found)):
            return self.clusters.root(found.members[0]) if len(found.members) == 1 else None
        stands = self.metonyms.stands_for(found)
        return self.clusters.root(stands if stands is not None else found)

    def actors(self, token: Token) -> list[int]:
        """The clusters a phrase stands for: the members of a group that are known, else itself."""
        found = self.candidate(token)
        if found is None:
            return []
        group = found if found.members else self._group(found)
        if group is not None:
            return [self.clusters.root(self.metonyms.stands_for(m) or m) for m in group.members]
        root = self.root(token)
        return [] if root is None else [root]

    def type(self, root: int) -> str:
        """The class of a cluster."""
        return self.clusters.type(self.clusters.by_root(root)[0])

    def named(self, root: int) -> bool:
        """Whether a cluster has a name."""
        return self.clusters.named(self.clusters.by_root(root)[0])

    def phrase(self, token: Token) -> str:
        """What a phrase is called inside a sentence: a name as it is, a description with its determiner."""
        found = self.by_head.get(token.i)
        if found is None:
            return token.text
        if self.clusters.named(found):
            root = self.clusters.root(found)
            if root not in self._labels:
                self._labels[root] = next(iter(_names(self, self.clusters.members(found))), "")
            return self._labels[root] or token.text
        return _phrase(self, found, determiner=True)

    def _group(self, found: Candidate) -> Candidate | None:
        """The mention of an entity that has members, if one has."""
        root = self.clusters.root(found)
        if root not in self._groups:
            self._groups[root] = next((m for m in self.clusters.by_root(root) if m.members), None)
        return self._groups[root]

    def time_at(self, tokens: Iterable[Token]) -> Timex | None:
        """The time expression that one of these phrases is or begins."""
        for token in tokens:
            begin, end = token.idx, token.idx + len(token)
            for time in self.times:
                if time.span.begin <= begin and end <= time.span.end:
                    return time
        return None


def resolution(
    tree: Tree,
    lexicon: Lexicon,
    speakers: Mapping[int, Token],
    sources: Collection[int],
    agents: Collection[int],
    addressees: Mapping[int, Token] | None = None,
) -> Resolution:
    """Resolve the mentions of a document.

    `speakers` has the head of the source of each quotation, by its number, `addressees` that of the one who is told;
    `sources` are the heads of all sources, `agents` the tokens that do something only people and institutions do: there
    a capital stands for its country.
    """
    clusters = described(tree, lexicon)
    join_pronouns(tree, clusters, lexicon, speakers, sources, addressees)
    by_head = {c.head.i: c for c in clusters.candidates}
    return Resolution(
        tree, lexicon, clusters, timexes(tree), metonyms(tree, clusters, lexicon, by_head, agents), by_head
    )


def described(tree: Tree, lexicon: Lexicon) -> Clusters:
    """The names and descriptions of a document in clusters; its pronouns are still alone."""
    clusters = Clusters(mentions(tree, lexicon))
    join_names(clusters)
    join_descriptions(tree, clusters)
    join_groups(tree, clusters, lexicon)
    return clusters


# ------------------------------------------------------------------ entities of the model


def entities(
    found: Resolution, used: Collection[int]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], dict[int, Ref]]:
    """The entities worth a node, their mentions, and each cluster's id; `used` are clusters that statements need."""
    clusters = found.clusters
    keep = _kept(found, used)
    ids = {root: f"e{n}" for n, root in enumerate(keep, 1)}
    out, spans = [], []
    for root in keep:
        members = clusters.by_root(root)
        out.append(_entity(found, root, members, ids))
        for c in members:
            if found.by_head.get(c.head.i) is c and not found.metonyms.is_metonym(c):
                spans.append(
                    Mention(
                        c.span(found.tree),
                        c.kind,
                        _type(found, root),
                        ids[root],
                        c.rule if c.order != root else "first mention",
                    )
                )
    for c, country in found.metonyms.extra(ids):
        spans.append(Mention(c.span(found.tree), c.kind, _type(found, country), ids[country], "metonym"))
    spans.sort(key=lambda m: (m.span, m.entity))
    return tuple(out), tuple(spans), ids


def _kept(found: Resolution, used: Collection[int]) -> list[int]:
    clusters = found.clusters
    keep = set(used)
    for root in clusters.roots():
        members = clusters.by_root(root)
        if any(m.kind is Kind.NAMED for m in members) or (
            len(members) > 1 and any(m.kind is Kind.NOMINAL for m in members)
        ):
            keep.add(root)
    keep -= found.metonyms.emptied
    grown = True
    while grown:  # what offices and groups point to
        more: set[int] = set()
        for root in keep:
            for c in clusters.by_root(root):
                more.update(clusters.root(m) for m in c.members)
                if c.kind is Kind.NAMED or clusters.named(c):
                    for t in c.titles:
                        of = office_of(t, clusters, found.by_head)
                        if of is not None:
                            more.add(clusters.root(of))
        grown = not more <= keep
        keep |= more
    return sorted(keep)


def _type(found: Resolution, root: int) -> str:
    kind = found.type(root)
    return kind or "Concept"


def _entity(found: Resolution, root: int, members: list[Candidate], ids: Mapping[int, Ref]) -> Entity:
    kind = _type(found, root)
    names = _names(found, members)
    label = names[0] if names else _description(found, members)
    parts = [m for m in members if m.members]
    who = tuple(sorted({ids[found.clusters.root(m)] for p in parts[:1] for m in p.members}, key=_number))
    people = kind in ("Person", "Group")
    unnamed = not names and people and not who
    roles = _roles(found, members, ids) if names else ()
    affiliation = next((r.of for r in roles if r.of and not r.former), None)
    if affiliation is None and not names and kind in ("Person", "Group", "Organization"):
        affiliation = _affiliation(found, members, ids)
    return Entity(
        ids[root],
        label,
        kind,
        bool(names),
        tuple(names[1:]),
        unnamed=unnamed,
        members=who,
        affiliation=affiliation or found.metonyms.institution_of(root, ids),
        same_as=_links(found, kind, label, members),
        roles=roles,
    )


def _links(found: Resolution, kind: str, label: str, members: list[Candidate]) -> tuple[str, ...]:
    """The same thing elsewhere: a country at Wikidata, a large city at GeoNames."""
    country = next((c.country for c in members if c.country is not None), None)
    if kind == "Country" and country is not None and country.wikidata:
        return (f"http://www.wikidata.org/entity/{country.wikidata}",)
    city = found.lexicon.city(label) if kind == "City" else None
    return (f"https://sws.geonames.org/{city.geonames}/",) if city is not None else ()


def _number(ref: Ref) -> int:
    return int(ref[1:])


def _names(found: Resolution, members: list[Candidate]) -> list[str]:
    """The names of an entity, the fullest first: "Vladimir Putin", "Putin", "President Putin"."""
    text = found.tree.document
    bare: list[str] = []
    titled: list[str] = []
    for c in members:
        if c.kind is not Kind.NAMED or found.metonyms.is_metonym(c):
            continue
        if (
            c.country is not None
            and c.head.pos_ == "ADJ"
            and len(members) > 0
            and c.country.name.lower() != " ".join(c.name).lower()
        ):
            if c.country.is_adjective(" ".join(c.name)):
                continue
        span = c.span(found.tree)
        whole = " ".join(text[span].split())
        last = found.tree.tokens[c.end - 1]
        first = next(
            t for t in found.tree.tokens[c.start : c.end] if t.text == c.name[0] or c.name[0].startswith(t.text)
        )
        name = " ".join(text.text[first.idx : last.idx + len(last)].split()) if not c.titles else " ".join(c.name)
        bare.append(_joined(name))
        if whole != name:
            titled.append(whole)
    if not bare:
        country = next(
            (c.country for c in members if c.country and c.kind is Kind.NAMED and not found.metonyms.is_metonym(c)),
            None,
        )
        if country is not None:
            bare = [country.name]
        elif any(c.kind is Kind.NAMED for c in members):
            bare = [next(found.tree.document[c.span(found.tree)] for c in members if c.kind is Kind.NAMED)]
    order = sorted(dict.fromkeys(bare), key=lambda n: (-len(n.split()), -len(n), n))
    return list(dict.fromkeys([*order, *sorted(set(titled))]))


def _joined(name: str) -> str:
    return name.replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")


def _description(found: Resolution, members: list[Candidate]) -> str:
    best = next((c for c in members if c.kind is Kind.NOMINAL), members[0])
    fuller = [c for c in members if c.kind is Kind.NOMINAL]
    if fuller:
        best = max(fuller, key=lambda c: (len(_phrase(found, c).split()) <= _LONGEST_LABEL, len(c.modifiers), -c.order))
    return _phrase(found, best)


def _phrase(found: Resolution, c: Candidate, determiner: bool = False) -> str:
    """A noun phrase as a label: with its prepositional phrases, without clauses, and its determiner only if wanted."""
    tree = found.tree
    tokens = tree.tokens
    first = c.start
    dropped = ("neg",) if determiner else ("neg", "det", "poss", "predet")
    while first < c.head.i and (
        tokens[first].is_punct
        or (tokens[first].dep_ in dropped and tokens[first].pos_ != "PROPN" and tokens[first].pos_ != "NOUN")
    ):
        first += 1
    last = c.head.i
    stack = [
        k for k in tree.kids(c.head) if k.i > c.head.i and k.dep_ not in _CUT and k.dep_ not in ("conj", "cc", "punct")
    ]
    keep = {c.head.i}
    while stack:
        kid = stack.pop()
        if kid.dep_ in _CUT or kid.is_space or kid.text in ('"', "“", "”", "(", ")", ";"):
            continue
        keep.add(kid.i)
        stack.extend(tree.kids(kid))
    while last + 1 in keep and last - first < _LONGEST_LABEL:
        last += 1
    while last > c.head.i and (tokens[last].is_punct or tokens[last].pos_ in ("ADP", "DET", "CCONJ")):
        last -= 1
    begin, end = tokens[first].idx, tokens[last].idx + len(tokens[last])
    return " ".join(tree.document.text[begin:end].split())


def _roles(found: Resolution, members: list[Candidate], ids: Mapping[int, Ref]) -> tuple[Role, ...]:
    """The offices that an entity's mentions give it, each once, with what it is of where any mention says so.

    Also in indirect speech it is the article that names somebody by an office; inside quotation marks it is not.
    """
    best: dict[tuple[str, bool], tuple[Ref | None, list[Span], str]] = {}
    for c in members:
        for t in c.titles:
            if t.title.kind in ("honorific", "kinship") or found.tree.quote_of[t.start] >= 0:
                continue
            of = office_of(t, found.clusters, found.by_head)
            ref = ids.get(found.clusters.root(of)) if of is not None else None
            key = (t.title.label, t.former)
            known = best.setdefault(
                key, (ref, [], "title before a name" if c.kind is Kind.NAMED else "office description")
            )
            if known[0] is None and ref is not None:
                known = best[key] = (ref, known[1], known[2])
            begin = min(c.span(found.tree).begin, found.tree.tokens[t.start].idx)
            known[1].append(
                Span(
                    begin,
                    max(c.span(found.tree).end, found.tree.tokens[t.end - 1].idx + len(found.tree.tokens[t.end - 1])),
                )
            )
    return tuple(
        Role(label, ref, Evidence(tuple(sorted(set(spans))), rule, 0.9), former)
        for (label, former), (ref, spans, rule) in sorted(best.items())
    )


def _affiliation(found: Resolution, members: list[Candidate], ids: Mapping[int, Ref]) -> Ref | None:
    """ "an official from the White House", "White House officials": whom an unnamed source belongs to."""
    tree = found.tree
    for c in members:
        if c.kind is not Kind.NOMINAL:
            continue
        held = [
            p
            for k in tree.kids(c.head)
            if k.dep_ == "prep" and k.lower_ in _SOURCE_PREPS
            for p in tree.kids(k)
            if p.dep_ == "pobj"
        ]
        before = [k for k in tree.kids(c.head) if k.dep_ in ("compound", "amod", "nmod", "poss")]
        for token in (*held, *before):
            other = found.by_head.get(token.i)
            if (
                other is not None
                and found.clusters.named(other)
                and found.clusters.type(other) in ("Organization", "Country", "City")
            ):
                return ids.get(found.clusters.root(other))
    return None
