"""Where a name begins and ends inside of what the model marked as an entity.

Determiners, possessive marks, prefixes and the common words around a name are none of it; a name that the model cut at
its hyphen goes on.
"""

from __future__ import annotations

from spacy.tokens import Span as Entity

from kg.lexicon import Lexicon
from kg.syntax.tree import Tree

_PREFIXES = frozenset("anti pro non un post pre ex neo pan trans mid inter".split())
_LONGEST_SYLLABLE = 5
_SYLLABLES = frozenset("in un il eun hee hye jin ho woo yun wan chi".split())
"""Second halves of Korean and Chinese given names."""
_PARTICLES = frozenset(
    "al el ul ur von van der den de del della da di bin ibn abu la le du dos das ter ten zu af".split()
)
"""Words in lower case that names begin with: "de Gaulle"."""
_BEFORE = frozenset(("NOUN", "ADJ", "VERB", "ADP", "ADV", "SCONJ", "CCONJ", "PRON", "AUX", "NUM"))
_WHERE = frozenset(("PERSON", "GPE", "LOC"))


def trimmed(tree: Tree, entity: Entity, lexicon: Lexicon) -> tuple[int, int]:
    """The model's entity without determiner, possessive mark and the words around a name: its first token and end."""
    tokens = tree.tokens
    start, end = entity.start, entity.end
    for i in range(start, end):  # never across a line break
        if tokens[i].is_space and "\n" in tokens[i].text:
            end = i
            break
    while start < end and _before_name(tree, start, end, entity.label_, lexicon):
        start += 1
    while end > start and _after_name(tree, start, end):
        end -= 1
    while _hyphen_goes_on(tree, start, end, entity.label_):
        end += 2
    return _without_prefix(tree, start, end), end


def _before_name(tree: Tree, start: int, end: int, label: str, lexicon: Lexicon) -> bool:
    """Whether the first token of [start, end) stands before a name and is none of it.

    A determiner, unless a city is called so ("The Hague"); what is written small ("veteran politicians Ada Berg"), but
    for particles ("de Gaulle"); and the preposition that opens a sentence ("Towards Riga").
    """
    token = tree.tokens[start]
    if (
        token.lower_ == "the"
        and lexicon.city(f"The {tree.tokens[start + 1].text}" if end - start == 2 else "") is not None
    ):
        return False
    if (
        token.pos_ == "DET"
        or token.tag_ == "PRP$"
        or token.is_space
        or token.lower_ in ("the", "a", "an")
        or (token.is_punct and token.text != "(")
    ):
        return True
    if end - start < 2 or not tree.tokens[start + 1].text[:1].isalpha():
        return False
    if token.is_lower and token.is_alpha:
        return (
            token.pos_ in _BEFORE
            and token.text not in _PARTICLES
            and any(t.text[:1].isupper() for t in tree.tokens[start + 1 : end])
        )
    return label in _WHERE and token.pos_ in ("ADP", "SCONJ") and bool(token.is_sent_start)


def _hyphen_goes_on(tree: Tree, start: int, end: int, label: str) -> bool:
    """Whether the model cut a name at its hyphen: "Rhine-Ruhr", "Han Seo-yun".

    In a text that comes as tokens a hyphen may stand alone; there the words on its sides must hang together.
    """
    tokens = tree.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "-" or end == start:
        return False
    before, after = tokens[end - 1], tokens[end + 1]
    tight = not before.whitespace_ and not tokens[end].whitespace_
    if not tight and tree.document.tokens is None:
        return False
    if after.pos_ == "PROPN" and after.text[:1].isupper():
        return tight or after.i in (before.head.i, end - 1) or before.head.i == after.head.i or after.head.i == before.i
    last = end + 2 >= len(tokens) or tokens[end + 2].text != "-"
    given = label == "PERSON" and end - start > 1 and after.is_lower and after.is_alpha and last
    return given and (len(after) <= _LONGEST_SYLLABLE if tight else after.text in _SYLLABLES)


def _after_name(tree: Tree, start: int, end: int) -> bool:
    """Whether the last token of [start, end) follows a name and is none of it.

    A possessive mark, punctuation, "OMV of", and the common noun in "Paktika province", which says what the name is of.
    """
    token = tree.tokens[end - 1]
    if (
        token.tag_ == "POS"
        or token.is_space
        or (token.is_punct and not token.text[0].isalnum())
        or token.text in ("'s", "’s", "'", "’")
    ):
        return True
    return (
        end - start > 1
        and token.is_lower
        and token.is_alpha
        and (token.pos_ in ("ADP", "CCONJ", "DET", "ADV", "SCONJ") or token.tag_ in ("NN", "NNS"))
        and any(t.text[:1].isupper() for t in tree.tokens[start : end - 1])
    )


def _without_prefix(tree: Tree, start: int, end: int) -> int:
    """Where the name begins in "anti-Islam", "non - British"."""
    tokens = tree.tokens
    people = any(t.ent_type_ == "NORP" for t in tokens[start:end])
    if (
        end - start > 2
        and tokens[start + 1].text == "-"
        and tokens[start + 2].text[:1].isupper()
        and tokens[start].lower_ in _PREFIXES
        and (tokens[start].is_lower or people or tokens[start].lower_ == "ex")
    ):
        return start + 2
    return start


def parts(tree: Tree, start: int, end: int) -> list[tuple[int, int]]:
    """A name and its short form in brackets are two: "Bank for Reconstruction ( BfR"."""
    opening = next((i for i in range(start + 1, end) if tree.tokens[i].text == "("), end)
    if opening == end:
        return [(start, end)]
    closing = next((i for i in range(opening, end) if tree.tokens[i].text == ")"), end)
    return [(start, opening), (opening + 1, closing)]
