"""Titles and offices where they stand: "Russian Foreign Minister" before a name, "the US President" alone.

A title is a row of ``titles.tsv``; what it is of (a country, an organisation) is the demonym, possessor or
"of" phrase that stands with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.lexicon import Lexicon, Title
from kg.syntax.tree import Tree

FORMER = frozenset(("former", "ex", "ex-", "then", "late", "one-time", "onetime", "outgoing", "past"))
OVER = frozenset(("until", "till"))
"""Prepositions of a time that ends an office."""
_BETWEEN = frozenset(
    ("acting", "interim", "deputy", "vice", "incoming", "incumbent", "newly", "elected", "current", "new")
)
_LONGEST = 6
_LONGEST_PLACE = 3
_YEAR = r"(?:1[2-9]|20)[0-9][0-9]"
YEARS = re.compile(rf"\s*({_YEAR})\s?[-–—]\s?((?:\d\d)?\d\d)\s*")
"""Two years: "2001–2006", "2001-06"."""
_LONGEST_YEARS = 16
_OF = frozenset(("of", "at", "for"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that"))


@dataclass(frozen=True, slots=True)
class Titled:
    """A title in the text, from token `start` to `end`, and the head token of what it is of."""

    title: Title
    start: int
    end: int
    of: Token | None = None
    former: bool = False


def titled(
    tree: Tree, start: int, end: int, lexicon: Lexicon, nominal: bool = False, inside: bool = True
) -> list[Titled]:
    """The titles of a name at tokens [start, end), or the title that a noun phrase [start, end) is headed by.

    A name's titles stand directly before it, or make up its first words ("Lady" in a name the model cut wrongly);
    there may be two ("President Dr"). `inside` says whether to look for the latter.
    """
    if nominal:
        found = _ending_at(tree, end, start, lexicon)
        return [found] if found else []
    out: list[Titled] = []
    inner = start
    for cut in range(end - 1, start if inside else end, -1):  # the longest stretch of first words that ends a title
        if tree.tokens[cut - 1].is_title or tree.tokens[cut - 1].text.isupper():
            found = _ending_at(tree, cut, max(0, start - _LONGEST), lexicon, reach=start)
            if found:
                out.append(found)
                inner = found.start
                break
    at = min(inner, start)
    while len(out) < 3:
        found = _ending_at(tree, at, max(0, at - _LONGEST - 1), lexicon)
        if not found:
            break
        out.append(found)
        at = found.start
    return out


def office_of_place(tree: Tree, start: int, lexicon: Lexicon) -> list[Titled]:
    """ "President of Norway" before the name at token `start`: one office, with what it is of."""
    at = start - 1
    while at > 0 and start - at <= _LONGEST_PLACE and tree.tokens[at].text[:1].isupper():
        at -= 1
    if at <= 0 or at == start - 1 or tree.tokens[at].lower_ != "of":
        return []
    found = _ending_at(tree, at, max(0, at - _LONGEST), lexicon)
    return [replace(found, of=tree.tokens[start - 1])] if found is not None else []


def apart(tree: Tree, title: Titled, head: Token) -> bool:
    """Whether a title before a name is a phrase of its own: "the mayor Ada Berg", "mayors A and B".

    `head` is the head token of the name.
    """
    last = tree.tokens[title.end - 1]
    if title.title.kind == "honorific":
        return False
    above = [head, *([last] if head.head.i == last.i else [])]  # the parser may take the name for an apposition
    return last.tag_ in ("NNS", "NNPS") or any(
        k.i < title.start and (k.dep_ == "poss" or k.lower_ in _DETERMINERS) for top in above for k in tree.kids(top)
    )


def _ending_at(tree: Tree, end: int, floor: int, lexicon: Lexicon, reach: int | None = None) -> Titled | None:
    """The longest title that ends at token `end`, does not begin before `floor`, and takes in token `reach`."""
    tokens = tree.tokens
    last = tokens[end - 1] if end > 0 else None
    if last is None or not {last.lower_, last.lemma_.lower()} & lexicon.title_ends:
        return None
    for begin in range(max(floor, end - _LONGEST), end):
        if reach is not None and begin > reach:
            break
        words = tokens[begin:end]
        if any(t.is_space or (t.is_punct and t.text not in ("-", ".", "&")) for t in words):
            continue
        if row := lexicon.title(_joined(words)):
            of, former = _of(tree, begin, end)
            return Titled(row, begin, end, of, former)
    return None


def _joined(words: list[Token]) -> str:
    """The words as the table writes them: lower case, singular head, hyphens closed up."""
    parts = [t.lower_ for t in words]
    if words[-1].tag_ in ("NNS", "NNPS"):
        parts[-1] = words[-1].lemma_.lower()
    return " ".join(parts).replace(" - ", "-")


def _of(tree: Tree, begin: int, end: int) -> tuple[Token | None, bool]:
    """What the title at [begin, end) is of, and whether it is a former one."""
    tokens = tree.tokens
    at = begin - 1
    former = years_behind(tree, tokens[end - 1]) is not None
    while at >= 0 and (tokens[at].lower_ in FORMER or tokens[at].lower_ in _BETWEEN or tokens[at].text == "-"):
        former = former or tokens[at].lower_ in FORMER
        at -= 1
    head = tokens[end - 1]
    noun = next((n for n in tree.under(head, _OF) if n.head.i >= end), None)
    if noun is not None:
        return noun, former
    if at >= 0:
        before = tokens[at]
        if before.tag_ == "POS" and at > 0:
            return tokens[at - 1], former
        if before.tag_ in ("PRP$", "WP$"):
            return before, former
        if (
            before.pos_ in ("PROPN", "ADJ")
            and before.text[:1].isupper()
            and before.dep_
            in ("amod", "compound", "nmod", "poss", "npadvmod", "nsubj", "pobj", "appos", "ROOT", "dobj")
        ):
            return before, former or _former_before(tree, at)
    return None, former


def _former_before(tree: Tree, at: int) -> bool:
    """ "former Kenyan prime minister", "then South African president": whether what it is of follows such a word."""
    for token in reversed(tree.tokens[max(0, at - _LONGEST) : at]):
        if token.lower_ in FORMER:
            return True
        if token.pos_ not in ("PROPN", "ADJ"):
            return False
    return False


def year_before(tree: Tree, noun: Token) -> Token | None:
    """ "Finance minister in 2008 and foreign minister until 2011": the year before the "and".

    The parser reads "2008 and foreign minister" as one phrase under "in".
    """
    if noun.dep_ != "pobj":
        return None
    year = next((k for k in tree.kids(noun) if k.dep_ == "nummod" and is_year(k.text)), None)
    if year is None or year.i + 1 >= noun.i or tree.tokens[year.i + 1].dep_ != "cc" or tree.kid(year, "conj"):
        return None
    return year


def years_behind(tree: Tree, title: Token) -> re.Match[str] | None:
    """ "Mayor of Norrsund (2001–2006)": the two years in brackets behind an office and what it is of."""
    of = next(iter(tree.under(title, _OF)), title)
    at = of.i + 1
    if at >= len(tree.tokens) or tree.tokens[at].text != "(":
        return None
    begin = tree.tokens[at].idx + 1
    end = tree.document.text.find(")", begin, begin + _LONGEST_YEARS)
    return YEARS.fullmatch(tree.document.text, begin, end) if end > 0 else None


def is_year(text: str) -> bool:
    """Whether a figure may be a year of our time: 1200 to 2099."""
    return re.fullmatch(_YEAR, text) is not None
