"""Names inside of names: "United States" in "United States Navy", "Riga" in "Port of Riga".

Such a name is a mention of its own when a gazetteer has it as a country or the document uses it alone elsewhere, and
when it is not the head of the longer name. An occasion with its year ("the 2011 Norrsund state election") is called
after a place and does not speak of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.lexicon import Lexicon
from kg.resolve.occasions import is_occasion
from kg.resolve.types import Name, head_of
from kg.syntax.tree import Tree

_LONGEST = 3
_OUTER = frozenset(("Organization", "Place", "City", "Product", "CreativeWork", "Event", "Concept"))


def nested_names(
    tree: Tree, names: list[Name], types: Mapping[tuple[str, ...], str], lexicon: Lexicon
) -> Iterator[tuple[Name, str]]:
    """The names that stand inside of others, each with its class."""
    for name in names:
        if len(name.words) < 2 or types[name.key] not in _OUTER or is_occasion(name):
            continue
        tokens = [t for t in tree.tokens[name.start : name.end] if not t.is_space]
        outer = head_of(tree, name.start, name.end)
        at = 0
        while at < len(tokens):
            if not tokens[at].text[:1].isupper():
                at += 1
                continue
            for size in range(min(_LONGEST, len(tokens) - at, len(tokens) - 1), 0, -1):
                part = tokens[at : at + size]
                cls = _class(tuple(t.text for t in part), types, lexicon)
                start, end = part[0].i, part[-1].i + 1
                if cls and part[-1].pos_ == "PROPN" and head_of(tree, start, end).i != outer.i:
                    yield Name(start, end, name.label, tuple(t.text for t in part), []), cls
                    at += size - 1
                    break
            at += 1


def _class(words: tuple[str, ...], types: Mapping[tuple[str, ...], str], lexicon: Lexicon) -> str:
    """The class of a name that the document or the table of countries knows, or nothing."""
    text = " ".join(words)
    country = lexicon.country(text)
    if country is not None:  # "German" in "German Institute" is no name of its own
        return "Country" if text == country.name or text in country.aliases else ""
    known = types.get(tuple(w.lower().replace(".", "") or w for w in words), "")
    return known if known in ("Organization", "City", "Place", "Person", "Product") else ""
