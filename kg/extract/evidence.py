"""Tokens to the spans and words that evidence is made of."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Span
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree


def runs(tree: Tree, numbers: Iterable[int]) -> list[Span]:
    """Unbroken stretches of tokens as spans; white space between two does not break one."""
    out: list[Span] = []
    last = -2
    for i in sorted(numbers):
        token = tree.tokens[i]
        if token.is_space:
            continue
        if out and (i == last + 1 or all(tree.tokens[j].is_space for j in range(last + 1, i))):
            out[-1] = Span(out[-1].begin, token.idx + len(token))
        else:
            out.append(Span(token.idx, token.idx + len(token)))
        last = i
    return out


def source_spans(tree: Tree, saying: Saying) -> list[Span]:
    """The source's words."""
    return runs(tree, (t.i for t in saying.source_tokens))


def cue_spans(tree: Tree, saying: Saying) -> list[Span]:
    """The cue's words."""
    return runs(tree, (t.i for t in saying.cue_tokens))


def content_spans(tree: Tree, saying: Saying) -> list[Span]:
    """The content's words, a span for each unbroken stretch."""
    return runs(tree, saying.content)


def cue_words(tree: Tree, saying: Saying) -> str:
    """The cue as the text has it: "had claimed", "his denial"."""
    source = saying.source
    if saying.cue.pos_ == "NOUN" and source is not None and source.dep_ == "poss":
        first = source if len(saying.source_tokens) == 1 and source.tag_ == "PRP$" else saying.cue
        return tree.document.text[first.idx : saying.cue.idx + len(saying.cue)]
    return " ".join(t.text for t in saying.cue_tokens)


def quotations(tree: Tree, saying: Saying) -> list[str]:
    """The quoted words of a saying: its direct speech, or what its content quotes whole."""
    numbers = list(saying.quotes)
    if not numbers and saying.parent is None:
        numbers = sorted({tree.quote_of[i] for i in saying.content} - {-1})
        numbers = [n for n in numbers if _within(tree, saying, n)]
    return [tree.document[tree.quotes[n].span].strip("\"“”„«»'` \n\r\t") for n in numbers]


def _within(tree: Tree, saying: Saying, quote: int) -> bool:
    tokens = (tree.tokens[i] for i in tree.quote_tokens[quote])
    return all(t.i in saying.content or t.is_punct or t.is_space for t in tokens)
