"""Labelled speech: "Pollsters: Turnout May Halve" in a headline, "BERG: We tried." in a transcript.

What stands before the colon must be somebody who speaks or something that is read: a name, an institution, "study",
"police". Words in capitals are a name where the article has them as one; any word is that labels several paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import ZoneKind
from kg.syntax.saying import Saying, is_document, may_speak, trimmed
from kg.syntax.tree import Tree

_LONGEST = 8
_CLOSING = 4
"""The words of the longest name behind a headline; the headline itself has at least as many."""
_NOTES = frozenset("caption clarification correction credit disclosure note photo picture source update".split())
"""Labels of what a paper says itself: "Editor's *note*: …"."""
_OPENING = frozenset(('"', "“", "''", "``", "-", "–", "—"))


def label_sayings(tree: Tree, lexicon: Lexicon) -> Iterator[Saying]:
    """What each labelled paragraph or headline says."""
    found = [(_named(words), colon, last) for words, colon, last in _labels(tree)]
    labels = {t.i for words, _, _ in found for t in words}
    known = {t.text for t in tree.tokens if t.pos_ == "PROPN" and not t.is_upper and t.i not in labels}
    times: dict[str, int] = {}
    for words, _, _ in found:
        times[words[-1].text] = times.get(words[-1].text, 0) + 1
    for words, colon, last in found:
        head = _head(words)
        capitals = all(t.is_upper for t in words if t.is_alpha)
        often = times[words[-1].text] > 2 and words[-1].text[:1].isupper()
        named = words[-1].text.capitalize() in known or often
        if (capitals and not named) or head.lemma_.lower() in _NOTES:
            continue
        if not (capitals or often or may_speak(head, lexicon) or is_document(head, lexicon) or head.text in known):
            continue
        content = trimmed(tree, range(colon.i + 1, last + 1))
        if content:
            yield Saying(colon, (colon,), "label", None, head, tuple(words), content, spoken_heads(tree, set(content)))


def closing_labels(tree: Tree, lexicon: Lexicon) -> Iterator[Saying]:
    """Who says what a headline says, behind a colon at its end: "Hotel fire was arson: police"."""
    zones = enumerate(tree.document.zones)
    headlines: dict[int, list[Token]] = {n: [] for n, zone in zones if zone.kind is ZoneKind.HEADLINE}
    for token in tree.tokens if headlines else ():
        if tree.zone_of[token.i] in headlines and not token.is_space:
            headlines[tree.zone_of[token.i]].append(token)
    for tokens in headlines.values():
        colons = [n for n, t in enumerate(tokens) if t.text == ":"]
        if len(colons) != 1 or not 0 < len(tokens) - colons[0] - 1 <= _CLOSING or colons[0] < _CLOSING:
            continue
        before, words = tokens[: colons[0]], tokens[colons[0] + 1 :]
        head = _head(words)
        if any(t.pos_ in ("VERB", "AUX") for t in words) or not (
            may_speak(head, lexicon) or is_document(head, lexicon)
        ):
            continue
        content = trimmed(tree, (t.i for t in before))
        heads = spoken_heads(tree, set(content))
        if heads:
            colon = tokens[colons[0]]
            yield Saying(colon, (colon,), "label", None, head, tuple(words), content, heads)


def _labels(tree: Tree) -> Iterator[tuple[list[Token], Token, int]]:
    """The words of each label, its colon, and the last token of its paragraph."""
    start = 0
    for i, token in enumerate(tree.tokens):
        last = i + 1 == len(tree.tokens) or tree.zone_of[i + 1] != tree.zone_of[i]
        if not last:
            continue
        if tree.read(token) and tree.zone_of[i] >= 0:
            words: list[Token] = []
            for at in tree.tokens[start : min(i, start + _LONGEST)]:
                if at.text == ":":
                    if words and at.i < i:
                        yield words, at, i
                    break
                if at.is_space or (not words and at.text in _OPENING):
                    continue
                if (at.is_punct and at.text not in (".", "-", "&", ",")) or at.like_num or at.pos_ in ("VERB", "AUX"):
                    break
                words.append(at)
        start = i + 1


def _named(words: list[Token]) -> list[Token]:
    """A label without what somebody does or whom they talk to: "*Berg* Slams Council: …", "*Berg* to farmers: …".

    Parsers take the verbs of headlines for nouns, so that a person's name ends where the person does.
    """
    last = next((n for n, t in enumerate(words) if n and t.pos_ == "ADP" and t.lower_ != "of"), len(words))
    if words[0].ent_type_ == "PERSON":
        ends = next((n for n, t in enumerate(words) if t.ent_type_ != "PERSON"), len(words))
        last = min(last, ends) if ends < len(words) and words[ends].text != "," else last
    return words[:last]


def _head(words: list[Token]) -> Token:
    """The head of the label, before any "on …": "Berg on the floods: …"."""
    inside = {t.i for t in words}
    tops = [t for t in words if t.head.i not in inside or t.head.i == t.i]
    return next((t for t in tops if t.pos_ in ("NOUN", "PROPN", "PRON")), words[0])


def spoken_heads(tree: Tree, inside: set[int]) -> tuple[Token, ...]:
    """The predicates that head the sentences of what is spoken, and those coordinated with them."""
    found = []
    for i in sorted(inside):
        token = tree.tokens[i]
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            if token.head.i == token.i or token.head.i not in inside or tree.quote_of[token.head.i] != tree.quote_of[i]:
                found += [c for c in tree.conjuncts(token) if c.pos_ in ("VERB", "AUX") and c.i in inside]
    return tuple(sorted(set(found), key=lambda t: t.i))
