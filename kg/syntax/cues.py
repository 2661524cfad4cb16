"""Verbs that report, and the clauses that they take, with or without an adjective.

Objects and the passive are in `objects`, reports set between commas in `asides`.

Each pattern is a small function that yields the sayings of one frame; which verbs it is for stands in
``reporting.tsv``. The classes of pattern follow the attribution literature (Pareti 2016; PolNeAR, Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.syntax.dissent import denying_words, dissent
from kg.syntax.frames import Complement, Frame
from kg.syntax.loose import loose_sayings
from kg.syntax.making import made, source_phrase
from kg.syntax.minds import mind_sayings
from kg.syntax.objects import ADDRESSED, filled, object_sayings, passive_sayings
from kg.syntax.saying import (
    Saying,
    clause_tokens,
    may_speak,
    phrase_tokens,
    row_for,
    understood,
)
from kg.syntax.tree import Tree

_STATES = frozenset(("Appearance", "Belief", "Knowledge", "Desire", "Hope", "Fear", "Expectation", "Finding"))
_FILLERS = frozenset(("know", "see", "bet", "mean"))
"""What speakers say *you* do without reporting anything: "you know", "you see"."""
_ABOUT = frozenset(("about", "on"))
_COPULAS = frozenset("be remain become seem appear feel get stay".split())
_TOLD = frozenset(("on", "upon", "for"))
"""Prepositions of those who are to do something: "called *on* both sides to wait"."""


def verb_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """What one verbal frame reports; "not" may make another verb of it: who has not ruled it out thinks it possible."""
    left_open = lexicon.reporting("not_" + frame.lemma, "verb") if frame.negated else ()
    for saying in _reports(tree, frame, left_open, lexicon):
        saying.negated = saying.negated and not left_open
        yield saying


def _reports(tree: Tree, frame: Frame, left_open: tuple[Reporting, ...], lexicon: Lexicon) -> Iterator[Saying]:
    verb = frame.predicate
    rows = (
        left_open
        or lexicon.reporting(frame.lemma, "verb")
        or (lexicon.reporting(verb.lemma_.lower(), "verb") if frame.particles else ())
    )
    if frame.passive:
        told = any(c.form == "to" for c in frame.complements)  # "encouraged by teachers to read": they encourage
        minds = () if told else mind_sayings(tree, frame, left_open, lexicon)
        yield from islice(chain(minds, passive_sayings(tree, frame, rows, lexicon)), 1)
        return
    sources = frame.subjects or understood(tree, frame, lexicon)
    if sources and sources[0].lower_ == "you" and frame.lemma in _FILLERS and frame.tense == "present":
        return
    rows, beside = _idiom(tree, frame, rows, lexicon)
    if beside and (held := _held(tree, frame, beside[-1], rows)):
        idiom, prep, heads = held
        content = phrase_tokens(tree, prep)
        plea = made(tree, frame, idiom, f"verb {prep.lower_}", sources, content, heads, extra=beside)
        plea.negated = plea.negated and beside[0].dep_ != "neg"
        yield plea
        return
    if beside and sources and (row := row_for(rows, "answer")) and not _of_own(tree, beside[-1]):
        retort = made(tree, frame, row, "answer", sources, frozenset(), (), extra=beside)
        retort.negated = retort.negated and not any(t.dep_ == "neg" for t in beside)
        yield retort
        return
    for clause in frame.complements:
        if (first := next(_clausal(tree, frame, clause, rows, sources, lexicon), None)) is not None:
            yield _with_idiom(tree, first, beside)
            return
    if rows and (missed := next(loose_sayings(tree, frame, rows, sources), None)) is not None:
        yield missed
        return
    if frame.acomp is not None and sources and may_speak(sources[0], lexicon):
        yield from _adjectival(tree, frame, frame.acomp, sources, lexicon)
    if (
        (row := row_for(rows, "answer"))
        and not (frame.complements or frame.objects or frame.obliques or frame.datives)
        and sources
    ):
        yield made(tree, frame, row, "answer", sources, frozenset(), ())
    elif sources and (unlike := dissent(tree, frame, rows, lexicon)) is not None:
        row, other = unlike
        sources = tuple(t for t in sources if t.i != other.i) or sources
        things = tuple(t for t in frame.objects if not may_speak(t, lexicon))  # "told *reporters* otherwise"
        beside = denying_words(tree, other) if things else ()  # "*remembers* it *differently*"
        content = phrase_tokens(tree, *(things or (other,)))
        yield made(tree, frame, row, "verb object", sources, content, (other,), extra=beside)
    elif rows and not any(_embedded(c) for c in frame.complements):
        yield from object_sayings(tree, frame, rows, sources, lexicon)


def _embedded(clause: Complement) -> bool:
    """Whether a clause leaves no room for an object: not "announced the deal *after meeting Berg*"."""
    return clause.form in ("that", "to", "wh", "ing") and clause.head.dep_ != "pcomp"


def _idiom(
    tree: Tree, frame: Frame, rows: tuple[Reporting, ...], lexicon: Lexicon
) -> tuple[tuple[Reporting, ...], tuple[Token, ...]]:
    """The rows of a verb with words that belong to it: `put_it`, `plead_not_guilty`, `tell_different_story`."""
    verb = frame.predicate
    near = (a for a in frame.adverbs if a.i == verb.i + 1)  # "pushed *back* against it", where it is no particle
    acomp = (frame.acomp,) if frame.acomp is not None else ()
    small = tuple(k for k in tree.kids(verb) if k.pos_ == "ADJ" and k.dep_ in ("ccomp", "oprd") and k.i > verb.i)
    infinitives = (c.head for c in frame.complements if c.form == "to")  # "begs *to differ*"
    for word in (*frame.objects, *acomp, *small, *infinitives, *near):
        kids = (*tree.kids(word), *tree.kids(verb))
        nots = tuple(k for k in kids if k.dep_ == "neg" and verb.i < k.i < word.i)
        name = "_".join((frame.lemma, *("not" for _ in nots[:1]), word.lower_))
        if found := lexicon.reporting(name, "verb"):
            return found, (*nots, word)
        for kid in tree.kids(word):
            if kid.i < word.i and kid.dep_ in ("amod", "det"):
                if found := lexicon.reporting(f"{frame.lemma}_{kid.lower_}_{word.lower_}", "verb"):
                    return found, (kid, word)
    return rows, ()


def _of_own(tree: Tree, word: Token) -> bool:
    """ "Told a different story *about his dog*": it is of something else, and no answer."""
    return any(k.dep_ == "prep" and k.lower_ in _ABOUT for k in tree.kids(word))


def _with_idiom(tree: Tree, saying: Saying, beside: tuple[Token, ...]) -> Saying:
    """ "made *it clear* that …": the words of an idiom belong to its cue, with the "it" before them."""
    if beside and beside[-1].i > saying.cue.i:
        own = [t for t in tree.tokens[saying.cue.i + 1 : beside[-1].i + 1] if t in beside or t.lower_ == "it"]
        saying.cue_tokens = tuple(sorted({*saying.cue_tokens, *own}, key=lambda t: t.i))
        saying.content -= {t.i for t in own}
        saying.heads = tuple(h for h in saying.heads if h not in own)
    return saying


def _held(
    tree: Tree, frame: Frame, word: Token, rows: tuple[Reporting, ...]
) -> tuple[Reporting, Token, tuple[Token, ...]] | None:
    """ "pleaded guilty *to theft*": the preposition of an idiom's row, and what it holds."""
    for prep in (*tree.kids(word), *tree.kids(frame.predicate)):
        row = row_for(rows, "prep:" + prep.lower_) if prep.dep_ == "prep" else None
        heads = tuple(n for p in tree.kids(prep) for n in ((p,) if p.dep_ == "pcomp" else tree.nouns(p)))
        if row is not None and heads:
            return row, prep, heads
    return None


def _clausal(
    tree: Tree,
    frame: Frame,
    clause: Complement,
    rows: tuple[Reporting, ...],
    sources: tuple[Token, ...],
    lexicon: Lexicon,
) -> Iterator[Saying]:
    adjective = lexicon.reporting(frame.acomp.lemma_.lower(), "adjective") if frame.acomp is not None else ()
    if frame.acomp is not None and (_below(clause.head, frame.acomp) or (adjective and _behind(frame, clause))):
        wanted = {"that": ("that",), "wh": ("whether", "wh", "that"), "to": ("to",)}.get(clause.form, ("that",))
        if row := row_for(adjective, *wanted):
            pleonastic = bool(sources) and sources[0].lower_ == "it"
            tokens = clause_tokens(tree, clause.head, frame.acomp, ())
            yield made(
                tree,
                frame,
                row,
                f"adjective {clause.form}",
                () if pleonastic else sources,
                tokens,
                (clause.head,),
                extra=(frame.acomp,),
            )
        return
    if not rows:
        return
    objects = [t for t in (*frame.objects, *frame.datives) if t.i < clause.head.i and not frame.relativised]
    headline = clause.form == "to" and clause.head.i < frame.predicate.i  # "Mill to close, says Berg"
    if headline or (clause.form in ("that", "bare") and clause.head.dep_ != "xcomp"):
        wanted = ("that", "quote")
    elif clause.form == "wh" and _relative(tree, clause, frame.predicate):
        wanted = ("that",)
    elif clause.form == "wh":
        prep = "prep:" + clause.head.head.lower_
        wanted = ("wh", prep) if clause.head.dep_ == "pcomp" else ("wh", "np")  # "condemned what he called a coup"
    elif clause.form == "to":
        called = next((t for o in frame.obliques if o.prep in _TOLD for t in o.heads[:1] if _called(t, clause)), None)
        objects = objects or ([called] if called is not None and row_for(rows, "obj_to") else [])
        wanted = ("obj_to",) if objects else ("to",)
    elif clause.head.dep_ == "pcomp":
        prep = clause.head.head.lower_
        wanted = ("prep:" + prep, prep) if prep == "as" else ("prep:" + prep,)  # "described it as being closed"
    elif clause.form == "ing":  # "said *closing it would be hard*", "found *support falling*"
        wanted = ("ing", "that")
    else:
        wanted = ("raising", "obj_to", "obj_adj")
    row = row_for(rows, *wanted)
    raising = row_for(rows, "raising")
    if raising and not objects and (clause.form in ("to", "ing") or clause.head.dep_ == "xcomp"):
        if _reports_itself(clause.head, lexicon):
            return
        content = phrase_tokens(tree, clause.head) | frozenset(
            i for s in frame.subjects for i in phrase_tokens(tree, s)
        )
        yield made(tree, frame, raising, "raising", (), content, (clause.head,))
        return
    if row is None:
        return
    words = source_phrase(tree, frame, sources[0] if sources else None)
    content = clause_tokens(tree, clause.head, frame.predicate, words)
    if objects and (
        "obj_to" in wanted or (clause.head.dep_ == "pcomp" and (row.kind not in ADDRESSED or wanted[-1] == "as"))
    ):
        content = filled(tree, content | phrase_tokens(tree, objects[0]))
    if sources and sources[0].lower_ == "it" and row.kind == "Appearance":
        sources = ()  # "it seems that …" says so of nobody
    heads: tuple[Token, ...] = (clause.head,)
    if clause.form in ("that", "to", "ing"):
        heads = tuple(c.head for c in frame.complements if c.form == clause.form)
        for other in heads[1:]:
            content |= clause_tokens(tree, other, frame.predicate, words)
    for raised in frame.raised:
        begin = raised.left_edge.i
        begin -= tree.tokens[begin - 1].dep_ == "cc"
        content -= frozenset(range(begin, raised.right_edge.i + 1))
    it = tuple(t for t in frame.objects if t.lower_ == "it" and clause.form == "that" and t.i < clause.head.left_edge.i)
    yield made(tree, frame, row, f"verb {clause.form}", sources, content, heads, extra=it)


def _called(whom: Token, clause: Complement) -> bool:
    """ "called on Monday for *the mayor* to resign": who is to do it, and not when it was asked."""
    return whom.i < clause.head.i and whom.ent_type_ not in ("DATE", "TIME")


def _relative(tree: Tree, clause: Complement, verb: Token) -> bool:
    """Whether a clause is what somebody says of an antecedent: "a levy *which* she says *hurts farms*"."""
    kids = (k for k in tree.kids(clause.head) if k.dep_ in ("nsubj", "nsubjpass"))
    return any(k.tag_ in ("WDT", "WP") and k.lower_ != "what" and k.i < verb.i < clause.head.i for k in kids)


def _reports_itself(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb under "seemed to" reports: then it is the cue ("she appeared to *suggest* that …")."""
    return any(
        r.kind not in _STATES and not {"that", "np", "quote"}.isdisjoint(r.frames)
        for r in lexicon.reporting(verb.lemma_.lower(), "verb")
    )


def _adjectival(
    tree: Tree, frame: Frame, adjective: Token, sources: tuple[Token, ...], lexicon: Lexicon
) -> Iterator[Saying]:
    """ "Berg was critical of the plan", "the union is angry about the delay"."""
    rows = lexicon.reporting(adjective.lower_, "adjective") or lexicon.reporting(adjective.lemma_.lower(), "adjective")
    for prep in tree.kids(adjective) if rows else ():
        row = row_for(rows, prep.lower_, "prep:" + prep.lower_)
        held = [p for p in tree.kids(prep) if p.dep_ in ("pobj", "pcomp")]
        if row and held and prep.dep_ == "prep":
            content = phrase_tokens(tree, *held)
            yield made(
                tree, frame, row, f"adjective {prep.lower_}", sources, content, tuple(held), extra=(adjective, prep)
            )
            return


def _behind(frame: Frame, clause: Complement) -> bool:
    """ "It is unclear *why the firm closed*": a clause behind the adjective, which the parse gives to the verb."""
    return frame.lemma in _COPULAS and frame.acomp is not None and frame.acomp.i < clause.head.left_edge.i


def _below(token: Token, above: Token) -> bool:
    while token.head.i != token.i:
        token = token.head
        if token.i == above.i:
            return True
    return False
