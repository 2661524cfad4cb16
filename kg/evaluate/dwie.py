"""DWIE: which of the entities of an article are related at all (Zaporojets et al., 2021).

An entity of the layer is the gold entity that one of its names belongs to: its label, or the words of one of its
`named` mentions, without case, article and punctuation. A demonym is its country, as it would be in a graph. Direction
and type of a relation are left out, and what is only claimed does not count. The headline is F1 over pairs of entities
that are in the gold; `pair` also holds against the prediction its other entities, `without_inferred` is the headline
from relations that the text itself states. https://arxiv.org/abs/2009.12626

Gold: ``{"id", "text", "entities": [{"name", "names": […], "type", "mentions": [[first, end] …]} …], "relations":
[[head, type, tail] …]}``; mentions count tokens of the text between blanks, `head` and `tail` entities, and a type
that begins with "gpe" ties a demonym to its country. Layers: `mentions`, `relations`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.errors import InputError
from kg.evaluate.pairs import Pair, Span, between, evidence, predicate, shown
from kg.evaluate.score import Mistake, Result, Row, Score, mistake_kinds
from kg.evaluate.shape import SPAN, Shape

GOLD: Shape = {
    "id": str,
    "text": str,
    "entities": [{"name": str, "names": [str], "type": str, "mentions": [SPAN]}],
    "relations": [(int, str, int)],
}

_VALUES = frozenset(("time", "money", "value", "role"))
"""Types that are no entities of a graph, and so do not count among those to be found."""


@dataclass(frozen=True)
class _Article:
    """One article. Gold entities go by number, a demonym by that of its country; others have numbers below 0."""

    row: Row
    mentions: Row
    relations: Sequence[Row]

    @cached_property
    def node(self) -> list[int]:
        """The number each gold entity goes by."""
        size = len(self.row["entities"])
        for head, _, tail in self.row["relations"]:
            if not (0 <= head < size and 0 <= tail < size):
                raise InputError(f"{self.row['id']}: relation between entities {head} and {tail}, but there are {size}")
        country = {head: tail for head, kind, tail in self.row["relations"] if kind.startswith("gpe")}
        return [country.get(number, number) for number in range(size)]

    @cached_property
    def gold_pairs(self) -> dict[Pair, str]:
        """The related gold entities, with the type of their first relation."""
        out: dict[Pair, str] = {}
        for head, kind, tail in self.row["relations"]:
            if self.node[head] != self.node[tail]:
                out.setdefault(frozenset((self.node[head], self.node[tail])), kind)
        return out

    @cached_property
    def known(self) -> dict[str, int]:
        """The number of each name; where two share it, the one that is mentioned more has it."""
        out: dict[str, int] = {}
        entities = self.row["entities"]
        for number, entity in enumerate(entities):
            for name in map(squeezed, entity["names"]):
                if name not in out or len(entities[out[name]]["mentions"]) < len(entity["mentions"]):
                    out[name] = number
        return {name: self.node[number] for name, number in out.items()}

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """What each entity of the layer is called."""
        out: dict[str, list[str]] = {}
        for entity in self.mentions.get("entities") or ():
            out.setdefault(entity["entity"], []).append(entity["label"])
        for mention in self.mentions["mentions"]:
            if mention.get("kind") == "named":
                words = self.row["text"][mention["begin"] : mention["end"]]
                out.setdefault(mention["entity"], []).append(words)
        return out

    @cached_property
    def where(self) -> dict[str, int]:
        """The number of each entity of the layer."""
        return {
            own: next((self.known[name] for name in map(squeezed, called) if name in self.known), -other)
            for other, (own, called) in enumerate(self.names.items(), 1)
        }

    @cached_property
    def wanted(self) -> set[int]:
        """The gold entities that should be found."""
        entities = zip(self.row["entities"], self.node, strict=True)
        return {node for entity, node in entities if entity["type"] not in _VALUES}

    @cached_property
    def tokens(self) -> list[Span]:
        """Where the tokens of the text stand."""
        return [found.span() for found in re.finditer(r"\S+", self.row["text"])]

    def pairs(self, *, inferred: bool = True) -> dict[Pair, list[Row]]:
        """What the relations of the layer relate."""
        out: dict[Pair, list[Row]] = {}
        for relation in self.relations:
            ends = [self.where.get(relation[end]) for end in ("subject", "object")]
            pair = frozenset(end for end in ends if end is not None)
            if len(pair) == 2 and relation.get("asserted", True) and (inferred or not relation.get("inferred")):
                out.setdefault(pair, []).append(relation)
        return out

    def spans(self, number: int) -> Iterator[Span]:
        """Where a gold entity stands in the text, as offsets."""
        tokens = self.tokens
        for entity, node in zip(self.row["entities"], self.node, strict=True):
            if node == number:
                yield from (
                    (tokens[i][0], tokens[j - 1][1]) for i, j in entity["mentions"] if 0 <= i < j <= len(tokens)
                )


def squeezed(name: str) -> str:
    """A name without case, article and punctuation.

    >>> squeezed("The U.S. Congress")
    'uscongress'
    """
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"^(the|a|an)\s+", "", name.lower()))


def dwie(
    gold: Sequence[Row], mentions: Mapping[str, Row], relations: Mapping[str, Row], *, examples: int = 3
) -> Result:
    """Score the `mentions` and `relations` layers, by document."""
    count: Counter[str] = Counter()
    wrong: list[Mistake] = []
    for row in gold:
        found = relations.get(row["id"], {"relations": []})["relations"]
        article = _Article(row, mentions.get(row["id"], {"mentions": []}), found)
        right, mine = set(article.gold_pairs), set(article.pairs())
        among = {pair for pair in mine if min(pair) >= 0}
        stated = {pair for pair in article.pairs(inferred=False) if min(pair) >= 0}
        count.update(hits=len(mine & right), stated_hits=len(stated & right), gold=len(right))
        count.update(predicted=len(mine), among=len(among), stated=len(stated))
        every = set(article.where.values())
        count.update(entities=len(article.wanted), entities_met=len(article.wanted & every))
        count.update(entities_predicted=len(every), entities_right=sum(one >= 0 for one in every))
        wrong += _mistakes(article)
    headline = Score.of(count["hits"], count["among"], count["gold"])
    entity = Score.of(
        count["entities_right"], count["entities_predicted"], count["entities"], recalled=count["entities_met"]
    )
    parts = {
        "entity": entity,
        "pair": Score.of(count["hits"], count["predicted"], count["gold"]),
        "pair_known": headline,
        "without_inferred": Score.of(count["stated_hits"], count["stated"], count["gold"]),
    }
    return Result("dwie", headline.f1, headline, parts, mistakes=mistake_kinds(wrong, examples))


def _mistakes(article: _Article) -> Iterator[Mistake]:
    row, found = article.row, set(article.where.values())
    text, names = row["text"], {number: entity["name"] for number, entity in enumerate(row["entities"])}
    mine = article.pairs()
    for pair, kind in article.gold_pairs.items():
        if pair not in mine:
            one, other = sorted(pair)
            words = between(text, article.spans(one), article.spans(other))
            group = "missed pair" if pair <= found else "missed pair with an entity that was not found"
            yield Mistake(f"{group}, by relation", kind, shown(row, pair, names, words))
            if pair <= found:
                yield Mistake("missed pair, by the words between", words, shown(row, pair, names, kind))
    for pair, why in mine.items():
        if min(pair) >= 0 and pair not in article.gold_pairs:
            words = evidence(text, why[0], article.mentions["mentions"])
            yield Mistake("wrong pair, by predicate", predicate(why[0]), shown(row, pair, names, words))
            yield Mistake("wrong pair, by its words", words, shown(row, pair, names, predicate(why[0])))
    for number in sorted(article.wanted - found):
        yield Mistake("missed entity", row["entities"][number]["type"], f"{row['id']}: {names[number]}")
    types = {entity["entity"]: entity["type"] for entity in article.mentions.get("entities") or ()}
    for own, number in article.where.items():
        if number < 0:
            yield Mistake("wrong entity", types.get(own, "no type"), f"{row['id']}: {article.names[own][0]}")
