"""When an office is or was held: "since 2013", "from 2009 to 2012 and again since 2020", "between 2004 and 2008"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Span, Timex
from kg.resolve.mentions import Candidate
from kg.resolve.resolution import Resolution
from kg.resolve.times import timex
from kg.resolve.titles import OVER, YEARS, is_year, year_before, years_behind
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_WHEN = frozenset(("since", "from", "until", "till", "in", "between", "during", "for"))
_ENDS = OVER | {"to", "through"}
_AGAIN = frozenset(("again", "then", "later"))


@dataclass(frozen=True, slots=True)
class Term:
    """One time in office, and whether that is over."""

    time: Timex
    over: bool


def terms(tree: Tree, found: Resolution, c: Candidate, title: Token, frames: Mapping[int, Frame]) -> list[Term]:
    """The times at which the office of a mention was held, in the order of the text: under its title, or its verb.

    What follows another title under one verb is of that: "was mayor from 2009 to 2012 and governor since 2020".
    """
    preps = [p for holder in (title, *_above(tree, title, frames)) for p in _preps(tree, holder) if p.i > title.i]
    years = years_behind(tree, title)
    out = [_interval(years, Span(*years.span()))] if years is not None else []
    for prep in preps:
        told = out and prep.idx < out[-1].time.span.end  # the end of an interval
        if not told and not _of_another(found, c, title, prep) and (term := _term(tree, found, prep)):
            out.append(term)
    return out


def _above(tree: Tree, title: Token, frames: Mapping[int, Frame]) -> Iterator[Token]:
    """The verb that gives the office, "became chair in 2013", "served as chair from 2009"; the name before it."""
    above = title.head
    if year_before(tree, title) is not None:
        yield from (a for a in tree.ancestors(title) if a.i in frames)
        return
    if title.dep_ in ("attr", "oprd") or (title.dep_ == "conj" and above.i in frames):
        yield above
    elif title.dep_ == "pobj" and above.lower_ == "as" and above.head.i in frames:
        yield above.head
    elif title.dep_ == "appos" and above.i < title.i:
        yield above


def _preps(tree: Tree, holder: Token) -> Iterator[Token]:
    """The prepositions of time under a word, with those that go on after "and"."""
    for kid in tree.kids(holder):
        if kid.dep_ in ("prep", "conj") and kid.lower_ in _WHEN:
            yield kid
            yield from (k for k in tree.kids(kid) if k.dep_ in ("conj", "prep") and k.lower_ in _WHEN)
        elif kid.dep_ in ("conj", "advmod") and kid.lower_ in _AGAIN:  # "and then again from 2015"
            yield from (k for k in tree.kids(kid) if k.dep_ == "prep" and k.lower_ in _WHEN)


def _of_another(found: Resolution, c: Candidate, title: Token, prep: Token) -> bool:
    """Whether a title of somebody's, or a comma after an apposition, stands between an office and a time."""
    between = range(title.i + 1, prep.i)
    if title.dep_ == "appos" and any(found.tree.tokens[i].text == "," for i in between):
        return True
    others = (found.by_head.get(i) for i in between)
    return any(other is not None and other is not c and other.titles for other in others)


def _term(tree: Tree, found: Resolution, prep: Token) -> Term | None:
    """The time after a preposition; with its end, the interval from one to the other (ISO 8601: 2009/2012)."""
    first = _date(tree, found, prep)
    if first is None:
        return None
    token, time = first
    if whole := YEARS.fullmatch(tree.document.text[time.span.begin : time.span.end]):
        return _interval(whole, time.span)
    if prep.lower_ in ("from", "between"):
        last = _end(tree, found, prep, token)
        if last is not None:
            words = Span(min(time.span.begin, token.idx), max(time.span.end, last[1].span.end))
            return Term(Timex(f"{time.value}/{last[1].value}", words), True)
        if any(k.lower_ in OVER for top in (prep, prep.head) for k in tree.kids(top)):
            return Term(time, True)  # "from 2001 until his death"
    return Term(time, prep.lower_ in OVER)


def _interval(years: re.Match[str], span: Span) -> Term:
    """ "2001–2006", "2001-06"."""
    first, last = years[1], years[2]
    return Term(Timex(f"{first}/{first[: -len(last)]}{last}", span), True)


def _end(tree: Tree, found: Resolution, prep: Token, first: Token) -> tuple[Token, Timex] | None:
    """ "to 2012" after "from 2009", "and 2008" after "between 2004"."""
    if prep.lower_ == "between":
        other = tree.kid(first, "conj")
        return _at(tree, found, other) if other is not None else None
    tops = (first, prep, prep.head)
    beside = [k for top in tops for k in tree.kids(top) if first.i < k.i <= first.i + 2 and k.lower_ in _ENDS]
    for end in beside:
        noun = tree.kid(end, "pobj")
        inner = [k for k in tree.kids(noun) if k.lower_ == "in"] if noun is not None else []
        for holder in (end, *inner):  # "until his death in 2006"
            if date := _date(tree, found, holder):
                return date
    return None


def _date(tree: Tree, found: Resolution, prep: Token) -> tuple[Token, Timex] | None:
    """The time that a preposition has below it."""
    for held in tree.kids(prep):
        if held.dep_ in ("pobj", "pcomp") and (date := _at(tree, found, year_before(tree, held) or held)):
            return date
    return None


def _at(tree: Tree, found: Resolution, token: Token) -> tuple[Token, Timex] | None:
    """The time expression of a token; a year inside of a longer one, or in which the model sees no date, is itself."""
    time = found.time_at([token])
    if time is not None and (own := _own(tree, token, time.span)) is not None:
        time = own
    if is_year(token.text) and (time is None or (is_year(time.value) and time.value != token.text)):
        time = Timex(token.text, tree.span([token]))
    return (token, time) if time is not None else None


def _own(tree: Tree, token: Token, whole: Span) -> Timex | None:
    """ "May 2001" in "May 2001 to June 2006", which the model takes for one date."""
    words = [token, *(k for k in tree.kids(token) if k.dep_ in ("nummod", "compound", "amod", "npadvmod"))]
    span = tree.span(words)
    between = tree.document.text[whole.begin : whole.end].lower().split()
    if span.end - span.begin >= whole.end - whole.begin or not _ENDS & set(between):
        return None
    value = timex(tree.document.text[span.begin : span.end], tree.document)
    return Timex(value, span) if value is not None else None
