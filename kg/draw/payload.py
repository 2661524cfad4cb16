"""The view and its layout as the plain data that the page's script reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kg.draw.articles import Article, Mark
from kg.draw.claims import Status
from kg.draw.layout import Layout, Picture, sentence
from kg.draw.parts import Fact, Kind, Link, Node, Statement, View
from kg.draw.times import written

KINDS = (
    (Kind.AFFIRMS, "✓", "says so"),
    (Kind.DISPUTES, "✗", "denies it"),
    (Kind.OTHER, "?", "asks, hopes, judges …"),
    (Kind.REPORTS, "", "reports it"),
    (Kind.CONTRADICTS, "≠", "contradicts"),
    (Kind.ABOUT, "", "is about"),
    (Kind.PART, "", "takes part"),
    (Kind.PLACE, "", "is where it happened"),
    (Kind.LINK, "", "is linked to"),
    (Kind.NEGATED, "✗", "is said not to be"),
)
"""The lines of the legend: kind, sign, words."""

STATUSES = (
    (Status.DISPUTED, "≠", "disputed"),
    (Status.DENIED, "✗", "denied"),
    (Status.AFFIRMED, "✓", "affirmed"),
    (Status.OPEN, "?", "left open"),
)
"""What can be made of a claim: name, sign, words."""


def payload(view: View, layout: Layout) -> dict[str, Any]:
    """Everything the script needs, with nodes by their number."""
    numbers = {node.iri: number for number, node in enumerate(view.nodes)}
    types = {type_.id: number for number, type_ in enumerate(view.types)}
    order = list(Kind)
    spaces = _spaces(view.nodes)
    return {
        "articles": [_article(article) for article in view.articles],
        "communities": [
            {"size": community.size, "at": _spots(community.picture), "via": _passages(community.picture)}
            for community in layout.communities
        ],
        "heads": [[head.label, head.x, head.width] for head in layout.heads],
        "kinds": [{"id": kind, "sign": sign, "label": label, "rank": order.index(kind)} for kind, sign, label in KINDS],
        "links": [_link(link, numbers) for link in view.links],
        "nodes": [
            _node(number, node, layout, types, numbers) | _iri(node, spaces) for number, node in enumerate(view.nodes)
        ],
        "spaces": list(spaces),
        "statuses": [{"id": id_, "sign": sign, "label": label} for id_, sign, label in STATUSES],
        "via": _passages(layout.opening),
        "types": [{"id": t.id, "label": t.label, "tone": t.tone, "glyph": t.glyph} for t in view.types],
    }


def _spots(picture: Picture) -> list[list[int]]:
    """The nodes of a picture with their places in the columns and on the map."""
    return [[n, at.x, at.y, picture.map[n].x, picture.map[n].y] for n, at in sorted(picture.columns.items())]


def _passages(picture: Picture) -> list[list[int]]:
    """Lines that pass columns: the number of each, and at which heights it does."""
    return [[number, *way] for number, way in sorted(picture.passages.items())]


def _spaces(nodes: Iterable[Node]) -> dict[str, int]:
    """The beginnings of the nodes' IRIs, numbered: each is written once."""
    found = dict.fromkeys(_split(node.iri)[0] for node in nodes if ":" in node.iri)
    return {space: number for number, space in enumerate(found)}


def _iri(node: Node, spaces: Mapping[str, int]) -> dict[str, Any]:
    """The IRI by which a query finds a node, in two parts; nothing for a blank node."""
    if ":" not in node.iri:
        return {}
    space, local = _split(node.iri)
    return {"space": spaces[space]} | ({} if local == node.key else {"local": local})


def _split(iri: str) -> tuple[str, str]:
    cut = max(map(iri.rfind, "#/:")) + 1
    return iri[:cut], iri[cut:]


def _node(
    number: int, node: Node, layout: Layout, types: Mapping[str, int], numbers: Mapping[str, int]
) -> dict[str, Any]:
    box, small = layout.boxes[number], layout.small_boxes[number]
    column, spot = layout.opening.columns.get(number), layout.opening.map.get(number)
    found = {
        "key": node.key,
        "label": sentence(node.label),
        "lang": node.language or None,
        "type": types[node.type],
        "column": layout.column_of[number],
        "status": node.status,
        "names": node.names,
        "facts": [_fact(fact, numbers) for fact in node.facts],
        "marks": [_mark(mark) for mark in node.marks],
        "when": [node.when.label, node.when.key] if node.when else None,
        "box": [box.width, box.height, box.lines, box.note],
        "small": [small.width, small.height, small.lines],
        "at": [column.x, column.y, spot.x, spot.y] if column and spot else None,
    }
    return {key: value for key, value in found.items() if value not in (None, (), [])}


def _link(link: Link, numbers: Mapping[str, int]) -> dict[str, Any]:
    statements = [_statement(statement, numbers) for statement in link.statements]
    return {"source": numbers[link.source], "target": numbers[link.target], "statements": statements}


def _statement(statement: Statement, numbers: Mapping[str, int]) -> dict[str, Any]:
    found = {
        "kind": statement.kind,
        "label": statement.label,
        "words": sentence(statement.words),
        "forward": statement.forward,
        "facts": [_fact(fact, numbers) for fact in statement.facts],
        "marks": [_mark(mark) for mark in statement.marks],
    }
    return {key: value for key, value in found.items() if value != []}


def _fact(fact: Fact, numbers: Mapping[str, int]) -> list[Any]:
    node = numbers.get(fact.node) if fact.node else None
    return [fact.term, fact.value, node, fact.address] if node is not None or fact.address else [fact.term, fact.value]


def _mark(mark: Mark) -> list[Any]:
    found = [mark.article, mark.begin, mark.end, mark.part, mark.words]
    while found and found[-1] == "":
        found.pop()
    return found


def _article(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "text": article.text,
        "sentences": article.sentences,
        "date": written(article.date).label,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "lang": article.language or None,
    }
