"""Who says what: the claims of a graph, where the line of each ends, and how they read in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rdflib import RDF, Literal
from rdflib.term import Node

from kg.draw.articles import SOURCE, Articles, Mark
from kg.draw.index import Index
from kg.draw.terms import Labels, local_name, name, ordered, shown
from kg.names import KG
from kg.wording import DEEPEST, UNATTRIBUTED, verb

_LONGEST_SHORT = 140
"""How many letters of the text stand for a claim that has no proposition."""


class Status(StrEnum):
    """What the article's speakers make of a claim."""

    DISPUTED = "disputed"
    DENIED = "denied"
    AFFIRMED = "affirmed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Claim:
    """A position somebody takes, as the graph describes it; `claimant` is `kg:Unattributed` where nobody is named.

    `presented` is false where every way to the claim runs through one that is denied, asked, demanded, hoped or judged.
    """

    node: Node
    claimant: Node
    kinds: tuple[str, ...]
    mode: str
    polarity: str
    certainty: str
    content: Node | None
    about: tuple[Node, ...]
    addressees: tuple[Node, ...]
    accused: tuple[Node, ...]
    reporters: tuple[Node, ...]
    parents: tuple[Node, ...]
    against: tuple[Node, ...]
    cues: tuple[str, ...]
    quotations: tuple[str, ...]
    marks: tuple[Mark, ...]
    presented: bool

    @property
    def put_forward(self) -> bool:
        """Whether the claimant puts the content forward as true."""
        return self.mode == "Stated" and self.polarity == "Positive"

    @property
    def verb(self) -> str:
        """What the claimant does with the content, in a word or a few."""
        return verb(self.mode, self.polarity, self.kinds)


class Claims:
    """The claims and propositions of a graph."""

    def __init__(self, graph: Index, labels: Labels, articles: Articles) -> None:
        self._graph = graph
        self._labels = labels
        self._articles = articles
        nodes = ordered(graph.subjects(RDF.type, KG.Claim))
        self._known = set(nodes)
        presented = self._presented(nodes)
        self.all = {node: self._claim(node, node in presented) for node in nodes}
        contents = {claim.content for claim in self.all.values() if claim.content is not None}
        typed = graph.subjects(RDF.type, KG.Proposition)
        self.propositions = tuple(ordered((typed | contents) - self._known))
        # A claim is a box of its own where no proposition can stand for it: it has none, or nobody is reported to hold
        # it ("X denied that Y had accused Z").
        self.boxed = {c.node for c in self.all.values() if c.content is None or not c.presented}
        self.boxed |= {c.content for c in self.all.values() if not c.put_forward and c.content in self._known}
        self._held: dict[Node, list[Claim]] = {}
        for claim in self.all.values():
            if claim.presented:
                self._held.setdefault(claim.content or claim.node, []).append(claim)

    def box(self, claim: Claim) -> Node:
        """The node where the claimant's line ends."""
        for _ in range(DEEPEST):
            inner = self.all.get(claim.content) if claim.content is not None else None
            if claim.content is None:
                return claim.node
            if inner is None or not claim.put_forward:
                return claim.content
            claim = inner
        return claim.node

    def stand_in(self, node: Node) -> Node:
        """The box that stands for a claim which something else is about."""
        claim = self.all.get(node)
        return node if claim is None else claim.node if not claim.presented else self.box(claim)

    def positions(self, box: Node) -> tuple[Claim, ...]:
        """The claims that somebody is reported to hold towards what is in a box."""
        return tuple(self._held.get(box, ()))

    def status(self, box: Node) -> Status:
        """What the speakers make of what is in a box."""
        held = [claim for claim in self.positions(box) if claim.mode == "Stated"]
        yes = any(claim.polarity == "Positive" for claim in held) or (None, KG.affirms, box) in self._graph
        no = any(claim.polarity == "Negative" for claim in held) or (None, KG.disputes, box) in self._graph
        if (yes and no) or any(claim.against for claim in held):
            return Status.DISPUTED
        return Status.AFFIRMED if yes else Status.DENIED if no else Status.OPEN

    def words(self, node: Node | None, depth: int = 0) -> str:
        """A proposition, or a claim with its claimant, as a short sentence."""
        if node is None:
            return ""
        claim = self.all.get(node)
        if claim is None:
            return self._labels.given(node) or self._spelled(node, depth)
        if depth == DEEPEST:
            return "…"
        return f"{self.person(claim.claimant)} {self.predicate(claim, depth)}"

    def predicate(self, claim: Claim, depth: int = 0) -> str:
        """What a claimant says or does, without the claimant: "denies: Russia meddled"."""
        content = self.content(claim, depth)
        return content if claim.content is None and claim.about else f"{claim.verb}: {content}"

    def content(self, claim: Claim, depth: int = 0) -> str:
        """What is claimed; without a proposition, what it is about or the words that are quoted."""
        if claim.content is not None:
            return self.words(claim.content, depth + 1)
        about = ", ".join(self._labels[thing] for thing in claim.about)
        said = " … ".join(f"“{text.strip(' ,;')}”" for text in claim.quotations)
        # Without a proposition the reporting words themselves say most: "condemned: the strike".
        verb = ", ".join(claim.cues) or claim.verb
        return ": ".join(filter(None, (f"{verb}: {about}" if about else "", said))) or "something"

    def short(self, claim: Claim) -> str:
        """What is claimed, as it stands in a box: the sentence of the text where there is no proposition.

        "The ministry supports the harbour plan" reads better than "supports: harbour plan".
        """
        if claim.content is None and not claim.quotations:
            whole = self._articles.passage(claim.marks, _LONGEST_SHORT)
            inner = self._articles.passage([mark for mark in claim.marks if mark.part != SOURCE], _LONGEST_SHORT)
            return whole or inner or self.content(claim)
        return self.content(claim)

    def person(self, node: Node) -> str:
        """The name of a claimant or reporter; an article is called by its publisher."""
        if node == KG.Unattributed:
            return UNATTRIBUTED
        if node in self._articles.index:
            return self._articles.all[self._articles.index[node]].publisher or "the article"
        return self._labels[node]

    def around(self, claim: Claim) -> set[Node]:
        """The claimants of all the claims that a claim lies in."""
        above, seen = list(claim.parents), {claim.node}
        who: set[Node] = set()
        for parent in above:
            if parent in self.all and parent not in seen:
                seen.add(parent)
                who.add(self.all[parent].claimant)
                above += self.all[parent].parents
        return who

    def reporters(self, claim: Claim) -> tuple[Node, ...]:
        """Who passes a claim on: those the graph names and the claimants around it."""
        around = self.around(claim)
        return tuple(sorted((set(claim.reporters) | around) - {claim.claimant}, key=self.person))

    def chains(self, claim: Claim, depth: int = 0) -> tuple[str, ...]:
        """Each way by which a claim came into the article, the claimant first."""
        links = [chain for parent in claim.parents if parent in self.all for chain in self._upward(parent, depth)]
        around = self.around(claim) if claim.reporters else set()
        links += [self.person(node) for node in claim.reporters if node not in around and node != claim.claimant]
        return tuple(sorted({f"{self.person(claim.claimant)} ← {link}" for link in links}))

    def _upward(self, parent: Node, depth: int) -> tuple[str, ...]:
        claim = self.all[parent]
        if depth == DEEPEST:
            return ("…",)
        return self.chains(claim, depth + 1) or (self.person(claim.claimant),)

    def _presented(self, nodes: list[Node]) -> set[Node]:
        """The claims that somebody is reported to hold, outermost first and then inward."""
        graph = self._graph
        within = {node: self._parents(node) for node in nodes}
        in_article = {n for n in nodes if any(r in self._articles.index for r in graph.objects(n, KG.reportedBy))}
        found = in_article | {n for n in nodes if not within[n]}
        waiting = set(nodes) - found
        while waiting:
            more = {n for n in waiting if any(p in found and self._carries(p) for p in within[n])}
            if not more:
                break
            found |= more
            waiting -= more
        return found

    def _parents(self, node: Node) -> tuple[Node, ...]:
        return tuple(ordered(p for p in self._graph.subjects(KG.content, node) if p in self._known and p != node))

    def _carries(self, node: Node) -> bool:
        return (node, KG.mode, KG.Stated) in self._graph and (node, KG.polarity, KG.Positive) in self._graph

    def _claim(self, node: Node, presented: bool) -> Claim:
        contents = self._things(node, KG.content)
        claimants = self._things(node, KG.claimant)
        marks = self._articles.marks(node)
        return Claim(
            node=node,
            claimant=claimants[0] if claimants else KG.Unattributed,
            kinds=tuple(sorted(local_name(str(kind)) for kind in self._graph.objects(node, RDF.type))),
            mode=self._value(node, KG.mode, "Stated"),
            polarity=self._value(node, KG.polarity, "Underspecified"),
            certainty=self._value(node, KG.certainty, ""),
            content=contents[0] if contents else None,
            about=self._things(node, KG.about),
            addressees=self._things(node, KG.addressee),
            accused=self._things(node, KG.against),
            reporters=self._things(node, KG.reportedBy),
            parents=self._parents(node),
            against=self._things(node, KG.contradicts),
            cues=tuple(sorted(map(name, self._texts(node, KG.cue)))),
            quotations=self._quotations(node, marks),
            marks=marks,
            presented=presented,
        )

    def _things(self, node: Node, prop: Node) -> tuple[Node, ...]:
        return tuple(ordered(value for value in self._graph.objects(node, prop) if not isinstance(value, Literal)))

    def _quotations(self, node: Node, marks: tuple[Mark, ...]) -> tuple[str, ...]:
        quoted = sorted(map(shown, self._texts(node, KG.quotation)))
        text = self._articles.all[marks[0].article].text if marks else ""
        return tuple(sorted(quoted, key=text.find))

    def _texts(self, node: Node, prop: Node) -> Iterable[str]:
        return (str(value) for value in self._graph.objects(node, prop) if isinstance(value, Literal))

    def _value(self, node: Node, prop: Node, otherwise: str) -> str:
        values = sorted(local_name(str(value)) for value in self._graph.objects(node, prop))
        return values[0] if values else otherwise

    def _spelled(self, node: Node, depth: int) -> str:
        if depth >= DEEPEST:
            return self._labels[node]
        parts = [self._graph.value(node, prop) for prop in (RDF.subject, RDF.predicate, RDF.object)]
        return (
            " ".join(self.words(part, max(depth + 1, DEEPEST - 1)) for part in parts if part is not None)
            or self._labels[node]
        )
