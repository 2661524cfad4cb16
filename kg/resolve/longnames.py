"""Names that the model cuts at a small word: "Social Democratic and Labour Party", "Party for the Sea".

The parse tells where such a name goes on: what stands before the "and" hangs on the noun after it, and what stands
under "of" or "for" on a noun with a capital that says what the body is.
"""

from __future__ import annotations

from kg.resolve.types import ORGANISATION, Name, head_of
from kg.syntax.tree import Tree

_BODY = ORGANISATION | frozenset(
    "movement alliance front organisation organization coalition congress assembly society network forum".split()
)
_UNDER = frozenset(("of", "for"))
_FOREIGN = frozenset(
    "de des du la le les del della dei di da dos das el los las y et pour para für und der von vom zum voor van".split()
)
"""Small words of other languages inside names; none of them is an English word."""
_PLACES = frozenset(("GPE", "LOC", "NORP", ""))


def whole_names(tree: Tree, names: list[Name]) -> list[Name]:
    """The names, in the order of the text, those put together that are one."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and (_coordinated(tree, before, name) or _under(tree, before, name)):
            name = _joined(tree, out.pop(), name, "ORG")
        elif before is not None and _foreign(tree, before, name):
            name = _joined(tree, out.pop(), name, before.label or name.label)
        out.append(name)
    return out


def _joined(tree: Tree, before: Name, name: Name, label: str) -> Name:
    words = tuple(t.text for t in tree.tokens[before.start : name.end] if not t.is_space)
    return Name(before.start, name.end, label, words, before.titles)


def _foreign(tree: Tree, before: Name, name: Name) -> bool:
    """ "Mouvement" pour la "Mer", "Bund" für "Seefahrt": nothing stands between but small words of another language."""
    gap = tree.tokens[before.end : name.start]
    return 1 <= len(gap) <= 3 and all(t.text in _FOREIGN for t in gap) and not name.titles


def _coordinated(tree: Tree, before: Name, name: Name) -> bool:
    """ "Social Democratic" and "Labour Party": the first hangs on the noun of the second, and says not what it is.

    Not "University of Tarvik" and "Norrsund College".
    """
    if name.start != before.end + 1 or tree.tokens[before.end].lower_ not in ("and", "&"):
        return False
    head = head_of(tree, before.start, before.end)
    return (
        name.key[-1] in _BODY
        and not _BODY & set(before.key)
        and before.label not in ("PERSON", "GPE")
        and head.dep_ in ("nmod", "amod", "compound")
        and name.start <= head.head.i < name.end
    )


def _under(tree: Tree, before: Name, name: Name) -> bool:
    """ "Workers' Party" of "Norrsund", "Party" for the "Sea"."""
    tokens = tree.tokens
    gap = tokens[before.end : name.start]
    if not 1 <= len(gap) <= 2 or gap[0].lower_ not in _UNDER or (len(gap) == 2 and gap[1].lower_ != "the"):
        return False
    noun, head = tokens[before.end - 1], head_of(tree, name.start, name.end)
    return (
        before.key[-1] in _BODY
        and noun.text[:1].isupper()
        and not name.titles
        and name.label in _PLACES
        and gap[0].head.i == noun.i
        and head.head.i == gap[0].i
    )
