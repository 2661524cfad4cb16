"""Where capitals do not make a name: headlines, the first word of a sentence, and the credits below an article.

"Labour Market Opens To Newcomers" is written in capitals because it is a headline. There a name is only what the
running text or a gazetteer knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.resolve.types import Name
from kg.syntax.tree import Tree

_LEAST_WORDS, _SHARE, _LONGEST_HEADLINE = 4, 0.75, 20
_SHORT = 3
_BRIEF = 3
_CREDITS = frozenset(("author", "authors", "editor", "editors", "reporting", "writing", "editing"))
_LONGEST_CREDIT = 40
_OPENING = frozenset(('"', "“", "'", "‘", ":", "-"))


def headline_tokens(tree: Tree) -> set[int]:
    """The tokens of lines in title case: "Rain Delays Start Of Harvest"."""
    found: set[int] = set()
    for line in _lines(tree):
        words = [t for t in line if t.text[0].isalpha() and len(t) > _SHORT]
        capital = sum(t.text[0].isupper() for t in words)
        if (
            len(words) >= _LEAST_WORDS
            and len(line) <= _LONGEST_HEADLINE
            and capital >= _SHARE * len(words)
            and line[-1].text != "."
        ):
            found.update(t.i for t in line)
    return found


def _lines(tree: Tree) -> Iterator[list[Token]]:
    """The tokens between two line breaks."""
    line: list[Token] = []
    zone = -1
    for token in tree.tokens:
        breaks = token.is_space and "\n" in token.text
        if breaks or tree.zone_of[token.i] != zone:
            if line:
                yield line
            line, zone = [], tree.zone_of[token.i]
        if not token.is_space:
            line.append(token)
    if line:
        yield line


def credits(tree: Tree) -> int:
    """The first token of what signs an article off: "kb/tz (Reuters, AFP)", "Author: Mo Lind Editor: Ada Roth".

    Where nothing does, the number of tokens.
    """
    tokens = [t for t in tree.tokens if not t.is_space]
    end = len(tree.tokens)
    if not tokens:
        return end
    tail = tokens[-_LONGEST_CREDIT:]
    for n, token in enumerate(tail):
        if token.lower_ in _CREDITS and n + 1 < len(tail) and tail[n + 1].text == ":" and token.text[0].isupper():
            return token.i
    if tail[-1].text == ")":
        opening = next((n for n in range(len(tail) - 1, -1, -1) if tail[n].text == "("), 0)
        inside = tail[opening + 1 : -1]
        start = opening
        while start > 0 and _initials(tail[start - 1]):
            start -= 1
        signed = any(t.text == "/" or "/" in t.text for t in tail[start:opening])
        if inside and signed and (start == 0 or not tail[start - 1].text[0].isalnum()):
            return tail[start].i
    return end


def _initials(token: Token) -> bool:
    """A part of "kb/tz"."""
    return token.text == "/" or (token.is_lower and len(token) <= _SHORT)


def real_names(tree: Tree, names: list[Name], lexicon: Lexicon, whole: set[int]) -> list[Name]:
    """Leave out what only a headline or the start of a sentence writes with a capital; `whole` are headline tokens."""
    running = [n for n in names if n.start not in whole]
    known = {n.key for n in running if n.label or len(n.key) > 1 or not _opens(tree, n) or _acts(tree, n, lexicon)}
    known |= {(part,) for key in known if len(key) > 1 for part in (key[0], key[-1])}
    known |= {key for key, count in Counter(n.key for n in running).items() if count > 1}
    lower = {t.lower_ for t in tree.tokens if t.is_lower}
    out: list[Name] = []
    for name in names:
        if name.start in whole:
            out += _in_headline(tree, name, known, lexicon, lower)
        elif name.key in known or name.titles or _listed(name.words, lexicon):
            out.append(name)
    return out


def _opens(tree: Tree, name: Name) -> bool:
    """Whether a name begins a sentence, a line or a quotation, and nothing shows that it is one.

    A title in quotation marks ("Troy") and who is told more of ("Wolfsberg, who lost") are names.
    """
    token = tree.tokens[name.start]
    after = tree.tokens[name.end] if name.end < len(tree.tokens) else None
    if after is not None and (after.text in ('"', "”", "'", "’") or after.tag_ == "POS"):
        return False
    if any(w.tag_ == "WP" for k in tree.kids(tree.tokens[name.end - 1]) if k.dep_ == "relcl" for w in tree.kids(k)):
        return False
    before = tree.tokens[name.start - 1] if name.start else None
    return bool(token.is_sent_start) or before is None or before.is_space or before.text in _OPENING


def _acts(tree: Tree, name: Name, lexicon: Lexicon) -> bool:
    """ "Berg ran for mayor", "Berg was elected": a singular without an article that does what people do.

    Only in a brief text: a longer one brings everybody in by more than such a word.
    """
    token = tree.tokens[name.start]
    if tree.sentence_of[-1] > _BRIEF or len(name.words) > 1 or token.tag_ != "NNP" or token.n_lefts:
        return False
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head
    known = lexicon.events(verb.lemma_, "verb") or lexicon.reporting(verb.lemma_, "verb")
    return bool(known) or _is_somebody(tree, verb, lexicon)


def _is_somebody(tree: Tree, verb: Token, lexicon: Lexicon) -> bool:
    """ "Berg was a candidate", "Berg became mayor"."""
    said = tree.kid(verb, "attr") if verb.lemma_ in ("be", "become", "remain") else None
    if said is None:
        return False
    return lexicon.somebody(said.lemma_.lower())


def _in_headline(
    tree: Tree, name: Name, known: set[tuple[str, ...]], lexicon: Lexicon, lower: set[str]
) -> Iterator[Name]:
    """The name, where the text below knows it; else the parts of it that the text knows."""
    if name.key in known or _listed(name.words, lexicon):
        yield name
        return
    starts = [t.i for t in tree.tokens[name.start : name.end] if not t.is_space]
    at, found = 0, False
    while at < len(starts):
        for size in range(min(4, len(starts) - at), 0, -1):
            words = tuple(tree.tokens[i].text for i in starts[at : at + size])
            key = tuple(w.lower().replace(".", "") or w for w in words)
            if size < len(starts) and (key in known or _listed(words, lexicon)):
                yield Name(starts[at], starts[at + size - 1] + 1, name.label if name.label != "ORG" else "", words, [])
                at, found = at + size - 1, True
                break
        at += 1
    if not found and name.label in ("PERSON", "GPE") and not any(w in lower for w in name.key):
        yield name


def _listed(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    text = " ".join(words)
    return bool(lexicon.country(text) or lexicon.city(text) or lexicon.capital(text) or lexicon.metonym(text))
