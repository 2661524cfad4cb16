"""The same actors across the articles of a story (NewsWCL50; Hamborg et al., 2019; Zhukova et al., 2021).

The mentions are given: each gold mention takes the entity of the predicted mention that it shares most with, by the
`iri` that is the same in all articles. The headline is B-cubed, since the chains of the gold mix institutions with
their people, and scores of links reward lumping. Needs scipy, for the other two figures.

Gold: ``{"id", "topic", "text", "mentions": [{"chain", "start", "end", "kind"} …]}``; those of the kind ACTOR count.
Layer: `mentions` of all articles together, with `entities`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.evaluate.chains import Chain, Mention, chains, conll, lost_links
from kg.evaluate.score import Mistake, Result, Row, excerpt, mistake_kinds
from kg.evaluate.shape import Shape

GOLD: Shape = {
    "id": str,
    "topic": str,
    "text": str,
    "mentions": [{"chain": str, "start": int, "end": int, "kind": str}],
}

_ACTOR = "ACTOR"


@dataclass(slots=True)
class _Story:
    """The mentions of one topic, each by article and number, in gold chains and in predicted ones."""

    gold: list[tuple[object, Mention]] = field(default_factory=list)
    mine: list[tuple[object, Mention]] = field(default_factory=list)
    words: dict[Mention, str] = field(default_factory=dict)

    @property
    def sides(self) -> tuple[list[Chain], list[Chain]]:
        """The gold chains and the predicted ones; a chain of one counts too."""
        return chains(self.gold, least=1), chains(self.mine, least=1)


def crossdoc(gold: Sequence[Row], mentions: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `mentions` layer, by document."""
    stories: dict[str, _Story] = {}
    for row in gold:
        story = stories.setdefault(row["topic"], _Story())
        found = mentions.get(row["id"], {"mentions": [], "entities": []})
        names = {e["entity"]: e.get("iri") for e in found.get("entities") or ()}
        for number, actor in enumerate(row["mentions"]):
            if actor["kind"] == _ACTOR:
                at = row["id"], number
                entity = _entity(actor, found["mentions"])
                # An entity without an IRI is one of its article alone, a mention that was not found is alone.
                own = at if entity is None else names.get(entity) or (row["id"], entity)
                story.gold.append((actor["chain"], at))
                story.mine.append((own, at))
                story.words[at] = row["text"][actor["start"] : actor["end"]]
    found_chains = conll([story.sides for story in stories.values()])
    parts = {"muc": found_chains.muc, "b3": found_chains.b3, "ceafe": found_chains.ceafe}
    wrong = (mistake for story in stories.values() for mistake in _mistakes(story))
    return Result("crossdoc", parts["b3"].f1, parts["b3"], parts, mistakes=mistake_kinds(wrong, examples))


def _entity(actor: Row, found: Sequence[Row]) -> str | None:
    """The entity of the mention that shares the largest part with this one; of equals the first."""
    begin, end = actor["start"], actor["end"]

    def likeness(m: Row) -> float:
        shared = min(end, m["end"]) - max(begin, m["begin"])
        return float(shared / (max(end, m["end"]) - min(begin, m["begin"])))

    over = [m for m in found if m["begin"] < end and begin < m["end"]]
    return str(max(over, key=likeness)["entity"]) if over else None


def _mistakes(story: _Story) -> Iterator[Mistake]:
    key, response = story.sides
    alone = {mention for own, mention in story.mine if own == mention}
    for at, before, _ in lost_links(key, response):
        kind = "not found" if at in alone else _reach(at, before)
        yield Mistake("missed link", kind, _shown(story, at, before))
    for at, before, _ in lost_links(response, key):
        yield Mistake("false link", _reach(at, before), _shown(story, at, before))


def _reach(at: Mention, before: Sequence[Mention]) -> str:
    return "within an article" if any(other[0] == at[0] for other in before) else "across articles"


def _shown(story: _Story, at: Mention, before: Sequence[Mention]) -> str:
    other = before[-1]
    return f"{excerpt(story.words[other], 32)} ({other[0]}) ← {excerpt(story.words[at], 32)} ({at[0]})"
