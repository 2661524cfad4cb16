"""Direct speech: which quotation belongs to which verb of saying.

The verb stands outside of the quotation: after it, before it, or in the sentence before; a quotation with no verb of
its own goes on with what was said last in its paragraph, and a paragraph that is nothing but quotation with the
paragraph before.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.syntax.frames import Frame
from kg.syntax.tree import Tree

_LEAST = 4
_LONGEST_TITLE = 7
_REACH = 16
_TAG = 8
"""How many tokens behind a quotation its verb stands, if it is none of saying."""
_STOPS = frozenset(".!?")
_REPLIES = frozenset(
    "Statement Denial Dissent Assent Admission Judgement Belief Finding Criticism Praise Warning".split()
)
"""Kinds of nouns for what is said in a quotation."""
_GENERIC = frozenset("continue begin go go_on read post shout scream conclude finish".split())


@dataclass(slots=True, eq=False)
class Speech:
    """A verb of saying and the quotations it introduces, by number, in the order of the text."""

    frame: Frame
    quotes: list[int] = field(default_factory=list)


def speeches(tree: Tree, frames: list[Frame], lexicon: Lexicon) -> list[Speech]:
    """Every quotation that is long enough to be speech, with the verb that introduces it."""
    by_verb = {f.predicate.i: f for f in frames}
    found: dict[int, Speech] = {}
    taken: set[int] = set()
    last: Speech | None = None
    last_zone = -2
    for number, inside in enumerate(tree.quote_tokens):
        if not inside:
            continue
        zone = tree.zone_of[inside[0]]
        if not _speech_like(tree, inside):
            continue
        verb = _verb(tree, inside, by_verb, lexicon)
        if verb is not None and _names(verb, inside[0], lexicon):
            continue
        if verb is not None:
            last = found.setdefault(verb.predicate.i, Speech(verb))
            last.quotes += [*_left_open(tree, number, taken), number]
            taken.update(last.quotes[-1:])
            last_zone = zone
        elif last is not None and (zone == last_zone or (zone == last_zone + 1 and _only_quote(tree, inside, zone))):
            if _starts_sentence(tree, inside):
                last.quotes.append(number)
                taken.add(number)
                last_zone = zone
    return [found[i] for i in sorted(found)]


def _left_open(tree: Tree, number: int, taken: set[int]) -> list[int]:
    """The quotations before one that were left open for it to go on, if no verb has them."""
    first = number
    while first and tree.quotes[first - 1].goes_on and first - 1 not in taken:
        first -= 1
    return list(range(first, number))


def _speech_like(tree: Tree, inside: list[int]) -> bool:
    words = [i for i in inside if not tree.tokens[i].is_punct and not tree.tokens[i].is_space]
    closed = tree.quotes[tree.quote_of[inside[0]]].closed
    before_mark = tree.tokens[inside[-2 if closed else -1]].text if len(inside) > 1 else ""
    after = tree.tokens[inside[-1] + 1].text if inside[-1] + 1 < len(tree.tokens) else ""
    first = tree.tokens[words[0]] if words else None
    lead = tree.tokens[inside[0] - 1] if inside[0] else None
    if first is not None and first.is_lower and lead is not None and not lead.is_punct and lead.pos_ != "VERB":
        return False  # a few words of the source inside the reporter's own sentence
    if _title_like(tree, words, lead):
        return False
    return len(words) >= _LEAST or (bool(words) and (before_mark in (",", ".", "?", "!") or after == ","))


def _title_like(tree: Tree, words: list[int], lead: Token | None) -> bool:
    """The name of a programme or a book: "on *"Morning in Oslo"*"; a verb or a mark before it would make it speech."""
    named = [tree.tokens[i] for i in words if len(tree.tokens[i]) > 3]
    after = lead is not None and (lead.is_alpha or lead.text in ("'s", "’s")) and lead.pos_ not in ("VERB", "AUX")
    return after and len(words) <= _LONGEST_TITLE and bool(named) and all(t.text[:1].isupper() for t in named)


def _starts_sentence(tree: Tree, inside: list[int]) -> bool:
    first = next((tree.tokens[i] for i in inside if tree.tokens[i].is_alpha), None)
    return first is not None and first.text[:1].isupper()


def _only_quote(tree: Tree, inside: list[int], zone: int) -> bool:
    """Whether the paragraph opens with this quotation."""
    before = inside[0] - 1
    return before < 0 or tree.zone_of[before] != zone


def _verb(tree: Tree, inside: list[int], by_verb: dict[int, Frame], lexicon: Lexicon) -> Frame | None:
    first, last = inside[0], inside[-1]
    zone = tree.zone_of[first]
    number = tree.quote_of[first]
    # the parser's own link: the quotation's predicate is the complement of a verb outside
    for i in inside:
        token = tree.tokens[i]
        head = token.head
        if (
            token.dep_ in ("ccomp", "parataxis", "dep", "advcl")
            and tree.quote_of[head.i] != number
            and tree.quote_of[head.i] < 0
        ):
            frame = by_verb.get(head.i)
            if frame is not None and _says(frame, lexicon) and tree.zone_of[head.i] == zone:
                return frame
    if (reply := _replied(tree, inside, by_verb, lexicon)) is not None:
        return reply
    ended = last >= 1 and tree.tokens[last - 1].text in _STOPS and tree.tokens[last - 1].text == "."
    after = [] if ended else _stretch(tree, last + 1, 1, zone)
    before = _stretch(tree, first - 1, -1, zone)
    for side in (after, before):
        for strict in (True, False):
            for i in side:
                frame = by_verb.get(i)
                if (
                    frame is not None
                    and (_says(frame, lexicon) if strict else _generic(frame) or _certain(tree, first, frame, lexicon))
                    and _has_source(tree, frame)
                ):
                    return frame
        if side is after and tree.tokens[last - 1].text == ",":
            return _tagged(tree, after, by_verb)
    return _announcing(tree, first, by_verb, lexicon)


def _replied(tree: Tree, inside: list[int], by_verb: dict[int, Frame], lexicon: Lexicon) -> Frame | None:
    """ "“Nonsense,” *was Berg's answer*.": the verb that says what a quotation was."""
    frame = by_verb.get(inside[-1] + 1)
    return frame if frame is not None and replied(tree, frame, lexicon) is not None else None


def replied(tree: Tree, frame: Frame, lexicon: Lexicon) -> Token | None:
    """The noun of a verb that says what a quotation was: "“Nonsense,” was Berg's *answer*"."""
    noun = frame.objects[0] if frame.lemma == "be" and frame.objects else None
    if noun is None or tree.kid(noun, "poss") is None or tree.quote_of[frame.predicate.i - 1] < 0:
        return None
    rows = lexicon.reporting(noun.lemma_.lower(), "noun")
    return noun if any(row.kind in _REPLIES for row in rows) else None


def _announcing(tree: Tree, first: int, by_verb: dict[int, Frame], lexicon: Lexicon) -> Frame | None:
    """ "Berg continued: ¶ “They sank.”": the colon at the end of the paragraph before opens the quotation's own."""
    i = tree.past_space(first - 1, -1)
    if i < 0 or tree.tokens[i].text != ":" or tree.zone_of[i] == tree.zone_of[first]:
        return None
    frames = [by_verb[j] for j in _stretch(tree, i - 1, -1, tree.zone_of[i]) if j in by_verb]
    for strict in (True, False):
        for frame in frames:
            if (_says(frame, lexicon) if strict else _generic(frame)) and _has_source(tree, frame):
                return frame
    return None


def _tagged(tree: Tree, after: list[int], by_verb: dict[int, Frame]) -> Frame | None:
    """ "“They sank,” he shrugged": whatever verb follows a comma inside the marks, the quotation is what it voices."""
    frames = [by_verb[i] for i in after[:_TAG] if i in by_verb]
    return next((f for f in frames if f.subject_by == "own" and not f.objects and _has_source(tree, f)), None)


def _stretch(tree: Tree, start: int, step: int, zone: int) -> list[int]:
    """The tokens outside of quotations beside one, up to the end of the sentence."""
    out: list[int] = []
    i = start
    while 0 <= i < len(tree.tokens) and len(out) < _REACH and tree.zone_of[i] == zone and tree.quote_of[i] < 0:
        if tree.tokens[i].text in _STOPS and (step > 0 or i < start):
            break
        out.append(i)
        i += step
    return out


def _says(frame: Frame, lexicon: Lexicon) -> bool:
    rows, _ = voicing(frame, lexicon)
    return any("quote" in r.frames for r in rows)


def voicing(frame: Frame, lexicon: Lexicon) -> tuple[tuple[Reporting, ...], tuple[Token, ...]]:
    """The rows of a verb that may voice a quotation, with a word behind it that makes one of it: "hit *back*: …"."""
    rows = lexicon.reporting(frame.lemma, "verb")
    if not any("quote" in r.frames for r in rows):
        for word in frame.adverbs:
            if word.i == frame.predicate.i + 1 and (found := lexicon.reporting(f"{frame.lemma}_{word.lower_}", "verb")):
                return found, (word,)
    return rows, ()


def _certain(tree: Tree, first: int, frame: Frame, lexicon: Lexicon) -> bool:
    """ "Berg *was adamant*: “They sank.”": a colon opens what somebody is so sure of."""
    if frame.acomp is None or tree.tokens[first - 1].text != ":":
        return False
    return any("that" in row.frames for row in lexicon.reporting(frame.acomp.lower_, "adjective"))


def _names(frame: Frame, begin: int, lexicon: Lexicon) -> bool:
    """Whether a verb gives something the name in the quotation behind it: "a group called “Mothers for Clean Air”"."""
    named = any("obj_adj" in r.frames for r in lexicon.reporting(frame.lemma, "verb"))
    return named and begin > frame.predicate.i and (frame.passive or bool(frame.objects))


def _generic(frame: Frame) -> bool:
    return frame.lemma in _GENERIC


def _has_source(tree: Tree, frame: Frame) -> bool:
    return bool(voices(tree, frame))


def voices(tree: Tree, frame: Frame) -> tuple[Token, ...]:
    """Who voices a quotation: the subjects of its verb that stand outside, or else the noun between it and the verb.

    Parsers take a short quotation for a subject beside the speaker ("“Safety,” *said Wei*"), or the speaker of a long
    one for some part of it ("“All of them sank,” *Wei, 49, told* the Courier").
    """
    subjects: tuple[Token, ...] = frame.logical_subjects or frame.subjects
    outside = tuple(t for t in subjects if tree.quote_of[t.i] < 0)
    if outside or not subjects:
        return outside
    at = frame.predicate.i - 1
    zone = tree.zone_of[frame.predicate.i]
    between: list[Token] = []
    while at >= 0 and tree.quote_of[at] < 0 and tree.zone_of[at] == zone and len(between) <= _REACH:
        between.append(tree.tokens[at])
        at -= 1
    if at < 0 or tree.quote_of[at] < 0 or any(t.pos_ == "VERB" for t in between):
        return ()
    inside = {t.i for t in between}
    tops = (t for t in reversed(between) if t.pos_ in ("NOUN", "PROPN", "PRON") and t.head.i not in inside)
    return tuple(tops)[:1]
