"""Dialogue set with dashes: "— We will close the mill, said Berg. — Nobody asked us."

A paragraph that opens with a dash is somebody's words, up to what says whose they are. It counts as dialogue where it
has such a tag, or stands next to a paragraph that has one; a list of things behind dashes has none. Hyphens make lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.syntax.labels import spoken_heads
from kg.syntax.saying import Saying, noun_phrase, row_for, trimmed
from kg.syntax.tree import DASHES, Tree

_ASKED = frozenset("?!")
_ENDS = frozenset((".", "?", "!", "…"))
_TAGS = frozenset(("nsubj", "dobj"))


def dialogue(tree: Tree, found: list[Saying], lexicon: Lexicon) -> list[Saying]:
    """The sayings with those of dialogue: a tag takes the lines that go on behind it, other lines are nobody's."""
    paragraphs = dict(_paragraphs(tree))
    if not paragraphs:
        return found
    said: dict[int, list[Saying]] = {zone: [] for zone in paragraphs}
    for each in found:
        said.get(tree.zone_of[each.cue.i], []).append(each)
    tagged = {
        zone: saying
        for zone, tokens in paragraphs.items()
        if (saying := _tagging(tokens, said[zone]) or _inverted(tree, tokens, lexicon)) is not None
    }
    for zone, saying in tagged.items():
        lines = {i for i in _lines(tree, paragraphs[zone]) if i > max(*saying.content, saying.cue.i)}
        saying.content = saying.content | trimmed(tree, lines)
        saying.heads = tuple(sorted({*saying.heads, *spoken_heads(tree, lines)}, key=lambda t: t.i))
    cues = {saying.cue.i for saying in tagged.values()}
    out = [s for s in found if s.cue.i not in cues] + list(tagged.values())
    known = set(tagged)
    for zone, tokens in paragraphs.items():
        content = trimmed(tree, tokens[1:])
        if zone not in tagged and content and {zone - 1, zone + 1} & known:
            dash = tree.tokens[tokens[0]]
            heads = spoken_heads(tree, set(content))
            out.append(Saying(dash, (dash,), "dialogue", None, content=content, heads=heads))
            known.add(zone)
    return out


def _paragraphs(tree: Tree) -> Iterator[tuple[int, list[int]]]:
    """The paragraphs that open with a dash, each with its tokens from there on."""
    start = 0
    for i in range(1, len(tree.tokens) + 1):
        if i == len(tree.tokens) or tree.zone_of[i] != tree.zone_of[start]:
            first = tree.tokens[start]
            if first.text in DASHES and tree.zone_of[start] >= 0 and tree.read(first) and i - start > 2:
                yield tree.zone_of[start], list(range(start, i))
            start = i


def _tagging(tokens: list[int], found: list[Saying]) -> Saying | None:
    """ "— We will close it, *said Berg*": a verb whose content starts behind the dash."""
    for saying in found:
        if saying.pattern != "label" and min(saying.content, default=-1) in tokens[:2]:
            if saying.cue.i > min(saying.content):
                return saying
    return None


def _inverted(tree: Tree, tokens: list[int], lexicon: Lexicon) -> Saying | None:
    """ "— When? *asked a worker*.": a verb of saying in small letters behind a question, however it is parsed."""
    for i in tokens[2:]:
        verb = tree.tokens[i]
        if tree.tokens[i - 1].text in _ASKED and verb.is_lower and verb.tag_ in ("VBD", "VBZ"):
            row = row_for(lexicon.reporting(verb.lemma_.lower(), "verb"), "quote")
            source = next((k for k in tree.kids(verb) if k.dep_ in _TAGS and k.i > i), None)
            content = trimmed(tree, range(tokens[1], i))
            if row is not None and source is not None and content:
                words = noun_phrase(tree, source, verb)
                heads = spoken_heads(tree, set(content))
                return Saying(verb, (verb,), "dialogue", row, source, words, content, heads)
    return None


def _lines(tree: Tree, tokens: list[int]) -> Iterator[int]:
    """The tokens of the lines inside a paragraph: from a dash behind the end of a sentence on."""
    speaking = False
    for i in tokens[1:]:
        if tree.tokens[i].text in DASHES:
            speaking = tree.tokens[i - 1].text in _ENDS
        elif speaking:
            yield i
