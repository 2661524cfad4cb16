"""What the things of a finished graph are called: one label each, and claims in words."""

from __future__ import annotations

from collections import defaultdict
from textwrap import shorten
from typing import Final

from rdflib import RDF, RDFS, SKOS, Graph, Literal
from rdflib.term import Node

from kg.names import KG
from kg.wording import DEEPEST, UNATTRIBUTED, verb

_LONGEST: Final = 140
"""How many letters of a quotation stand for a claim that has no proposition."""


def keep_one_label(graph: Graph) -> None:
    """Make the shorter labels of each thing its other names."""
    labels: dict[Node, list[Node]] = defaultdict(list)
    for thing, label in graph.subject_objects(RDFS.label):
        labels[thing].append(label)
    for thing, several in labels.items():
        fullest, *others = sorted(several, key=lambda label: (-len(str(label)), str(label)))
        for label in others:
            graph.remove((thing, RDFS.label, label))
            graph.add((thing, SKOS.altLabel, label))
        graph.remove((thing, SKOS.altLabel, fullest))


def label_claims(graph: Graph) -> None:
    """Label each claim with who does what with which content: "Ana Silva denies: Ben Okafor says: the mill leaks"."""
    claims = set(graph.subjects(RDF.type, KG.Claim))
    labels = {claim: _in_words(graph, claim, DEEPEST) for claim in claims}
    for claim, label in labels.items():
        graph.add((claim, RDFS.label, Literal(label)))


def _in_words(graph: Graph, claim: Node, room: int) -> str:
    who = _label(graph, graph.value(claim, KG.claimant)) or UNATTRIBUTED
    mode, polarity = (str(graph.value(claim, part) or "").removeprefix(str(KG)) for part in (KG.mode, KG.polarity))
    kinds = (str(kind).removeprefix(str(KG)) for kind in graph.objects(claim, RDF.type))
    return f"{who} {verb(mode, polarity, kinds)}: {_content(graph, claim, room)}"


def _content(graph: Graph, claim: Node, room: int) -> str:
    content = graph.value(claim, KG.content)
    if content is not None:
        if (content, RDF.type, KG.Claim) not in graph:
            return _label(graph, content)
        return _in_words(graph, content, room - 1) if room else "…"
    quoted = " … ".join(sorted(map(str, graph.objects(claim, KG.quotation))))
    about = sorted(filter(None, (_label(graph, thing) for thing in graph.objects(claim, KG.about))))
    return shorten(quoted, _LONGEST, placeholder=" …") or ", ".join(about)


def _label(graph: Graph, thing: Node | None) -> str:
    return str(graph.value(thing, RDFS.label) or "") if thing is not None else ""
