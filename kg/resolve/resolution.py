"""What each phrase stands for: the answer of the whole room, asked by token."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Kind, Timex
from kg.resolve.clusters import Clusters
from kg.resolve.descriptions import join_descriptions
from kg.resolve.groups import join_groups
from kg.resolve.mentions import Candidate, mentions
from kg.resolve.metonyms import Metonyms, metonyms
from kg.resolve.names import join_names
from kg.resolve.nicknames import join_nicknames
from kg.resolve.pronouns import join_pronouns
from kg.resolve.sites import relative
from kg.resolve.times import timexes
from kg.resolve.wording import names, phrase
from kg.syntax.subjects import RELATIVE
from kg.syntax.tree import Tree

_TRANSPARENT = frozenset(
    "sideline margin edge start beginning end eve scene course middle midst wake aftermath outskirts heart city town "
    "village state island province group number range series set pair couple lot host handful dozen hundred thousand "
    "million rest majority part kind type sort".split()
)


@dataclass(slots=True)
class Resolution:
    """The entities of one document: `clusters` of mentions, `times`, and how metonyms are read."""

    tree: Tree
    lexicon: Lexicon
    clusters: Clusters
    times: list[Timex]
    metonyms: Metonyms
    by_head: dict[int, Candidate]
    meant: dict[int, int] = field(default_factory=dict)
    """The cluster of the *this* that stands for what a verb tells, by the verb's token."""
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
        if found is None:  # "Local 12 of the Union": the parse hangs the number below the first word of a name
            number = self.tree.tokens[min(token.i + 1, len(self.tree.tokens) - 1)]
            if number.dep_ == "nummod" and number.head.i == token.i < number.i and token.text[0].isupper():
                return self.candidate(number)
        if found is None and token.dep_ == "nsubj" and (named := self._named(token)) is not None:
            return named
        if found is None or (found.kind is Kind.NOMINAL and token.lemma_.lower() in _TRANSPARENT):
            of = next(self.tree.under(token, ("of",)), None)
            if of is not None:
                return self.candidate(of) or found
        return found

    def _named(self, token: Token) -> Candidate | None:
        """The name that a subject ends or is the title of, where the parse breaks the two apart.

        "Physio Grace. *Berg* said …", "*Leader* of the opposition Ana Berg said …".
        """
        if token.pos_ not in ("PROPN", "NOUN"):
            return None
        for c in self.clusters.candidates:
            if c.kind is Kind.NAMED and (c.end == token.i + 1 or any(t.start <= token.i < t.end for t in c.titles)):
                return c
        return None

    def root(self, token: Token) -> int | None:
        """The cluster a phrase stands for, metonyms read ("Moscow did not meddle": Russia)."""
        found = self.candidate(token)
        if found is None:
            return None
        if found.type == "Event" and self.clusters.root(found) in self.meant.values():
            return self.clusters.root(found)
        if found.kind is Kind.PRONOUN and all(m.kind is Kind.PRONOUN for m in self.clusters.members(found)):
            return self.clusters.root(found.members[0]) if len(found.members) == 1 else None
        stands = self.metonyms.stands_for(found)
        return self.clusters.root(stands if stands is not None else found)

    def roots(self, tokens: Iterable[Token]) -> set[int]:
        """The clusters that phrases stand for, of those that stand for one."""
        return {root for token in tokens if (root := self.root(token)) is not None}

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
                self._labels[root] = next(iter(names(self.tree, self.metonyms, self.clusters.members(found))), "")
            return self._labels[root] or token.text
        return phrase(self.tree, found, determiner=True)

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
    join_names(clusters, lexicon)
    join_nicknames(tree, clusters)
    join_descriptions(tree, clusters)
    join_groups(tree, clusters, lexicon)
    return clusters
