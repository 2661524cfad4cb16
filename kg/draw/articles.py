"""The text behind a graph: its articles, their sentences, and marks into them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import RDF, Literal
from rdflib.term import Node

from kg.draw.index import Index
from kg.draw.terms import Labels, language_tag, name, shown, web_address
from kg.names import KG, NIF, SCHEMA
from kg.sentences import sentences

SOURCE, CUE, CONTENT = "source", "cue", "content"
_PARTS = {KG.sourceSpan: SOURCE, KG.cueSpan: CUE, KG.contentSpan: CONTENT, KG.mentionedIn: "", KG.triggerSpan: ""}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words behind something: offsets in code points into the text of an article, counted from 0.

    `part` says what they are in a claim (source, cue, content). `words` holds the words themselves where the
    graph does not have the text to point into; then the offsets only order the marks.
    """

    article: int
    begin: int
    end: int
    part: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, with the spans of its sentences; `text` is empty where the graph was written without."""

    iri: str
    title: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    date: str = ""
    publisher: str = ""
    author: str = ""
    url: str | None = None
    language: str = ""


class Articles:
    """The articles of a graph and the way from a mention to its words."""

    def __init__(self, graph: Index, labels: Labels) -> None:
        self._graph = graph
        contexts: set[Node] = graph.subjects(RDF.type, NIF.Context)
        contexts |= graph.subjects(RDF.type, SCHEMA.NewsArticle) | graph.values(NIF.referenceContext)
        found = sorted((_literal(graph, node, SCHEMA.datePublished), str(node), node) for node in contexts)
        self.nodes = tuple(node for _, _, node in found)
        self.index = {node: number for number, node in enumerate(self.nodes)}
        self.all = tuple(_article(graph, node, labels) for node in self.nodes)

    def marks(self, thing: Node) -> tuple[Mark, ...]:
        """The words that `thing` is mentioned in or, for a claim, was read from."""
        found = {
            mark
            for prop, part in _PARTS.items()
            for mention in self._graph.objects(thing, prop)
            if (mark := self.mark(mention, part)) is not None
        }
        # `kg:mentionedIn` may repeat a span that one of its sub-properties names more sharply.
        sharp = {(m.article, m.begin, m.end) for m in found if m.part}
        return tuple(sorted(m for m in found if m.part or (m.article, m.begin, m.end) not in sharp))

    def passage(self, marks: Sequence[Mark], longest: int) -> str:
        """The text from the first to the last of `marks`, on one line; empty where it is no part of one sentence.

        It is also empty where it has more than `longest` letters, or where reporting words or content are missing.
        """
        if not {CUE, CONTENT} <= {mark.part for mark in marks} or len({mark.article for mark in marks}) > 1:
            return ""
        article = self.all[marks[0].article]
        begin, end = min(mark.begin for mark in marks), max(mark.end for mark in marks)
        if any(mark.words for mark in marks) or end - begin > longest:
            return ""
        within = any(first <= begin and end <= last for first, last in article.sentences)
        return name(article.text[begin:end]) if within else ""

    def derived(self, statement: Node, prop: Node) -> tuple[Mark, ...]:
        """The words that a statement cites with `prop`; sources that are not mentions are left out."""
        marks = (self.mark(mention) for mention in self._graph.objects(statement, prop))
        return tuple(sorted(mark for mark in marks if mark is not None))

    def mark(self, mention: Node, part: str = "") -> Mark | None:
        """The place of one mention, or None if it has neither a place nor words."""
        begin, end = _number(self._graph, mention, NIF.beginIndex), _number(self._graph, mention, NIF.endIndex)
        words = shown(_literal(self._graph, mention, NIF.anchorOf))
        context = self._graph.value(mention, NIF.referenceContext)
        article = self.index.get(context) if context is not None else None
        if article is None or begin is None or end is None:
            return None
        text = self.all[article].text
        if text and 0 <= begin < end <= len(text) and words in ("", text[begin:end]):
            return Mark(article, begin, end, part)
        return Mark(article, begin, end, part, words) if words else None


def _article(graph: Index, node: Node, labels: Labels) -> Article:
    text = shown(_literal(graph, node, NIF.isString))
    publishers = sorted(map(labels.__getitem__, graph.objects(node, SCHEMA.publisher)))
    authors = sorted(map(labels.__getitem__, graph.objects(node, SCHEMA.author)))
    addresses = sorted(filter(None, map(web_address, graph.objects(node, SCHEMA.url))))
    return Article(
        iri=str(node),
        title=name(_literal(graph, node, SCHEMA.headline)) or _opening(text) or labels[node],
        text=text,
        sentences=sentences(text),
        date=name(_literal(graph, node, SCHEMA.datePublished))[:10],
        publisher=", ".join(publishers),
        author=", ".join(authors),
        url=addresses[0] if addresses else None,
        language=language_tag(_literal(graph, node, SCHEMA.inLanguage)),
    )


def _opening(text: str) -> str:
    """The first words of a text, for an article without a headline."""
    line = text.strip().split("\n", 1)[0]
    return name(line if len(line) <= 90 else line[:90].rsplit(" ", 1)[0] + " …")


def _literal(graph: Index, node: Node, prop: Node) -> str:
    values = sorted(str(value) for value in graph.objects(node, prop) if isinstance(value, Literal))
    return values[0] if values else ""


def _number(graph: Index, node: Node, prop: Node) -> int | None:
    text = _literal(graph, node, prop)
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text, re.ASCII) else None
