"""Verbs that report, and what they take: clauses, objects, prepositions; active, passive and between commas.

Each pattern is a small function that yields the sayings of one frame; which verbs it is for stands in
``reporting.tsv``. The classes of pattern follow the attribution literature (Pareti 2016; PolNeAR, Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.syntax.frames import Complement, Frame
from kg.syntax.saying import (
    Saying,
    clause_tokens,
    is_document,
    may_speak,
    noun_phrase,
    phrase_tokens,
    row_for,
    source_words,
    trimmed,
    understood,
)
from kg.syntax.tree import Tree

_REACHING = frozenset("for with as by to against over about of from toward towards in".split())
_STATES = frozenset(("Appearance", "Belief", "Knowledge", "Desire", "Hope", "Fear", "Expectation", "Finding"))
_TOLD = frozenset(("on", "upon", "for"))
"""Prepositions of those who are to do something: "called *on* both sides to wait"."""
_ADDRESSED = frozenset(("Statement", "Announcement", "Question", "Warning", "Proposal", "Demand", "Request", "Promise"))
"""Kinds of reports whose object is the one told: "warned them of the flood"; of the others it is what they are about:
"accused them of theft", "praised her for the rescue"."""


def verb_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """What one verbal frame reports."""
    verb = frame.predicate
    rows = lexicon.reporting(frame.lemma, "verb") or (
        lexicon.reporting(verb.lemma_.lower(), "verb") if frame.particles else ()
    )
    if frame.passive:
        yield from _passive(tree, frame, rows)
        return
    sources = frame.subjects or understood(tree, frame, lexicon)
    rows, beside = _idiom(tree, frame, rows, lexicon)
    if beside and (held := _held(tree, frame, beside[-1], rows)):
        idiom, prep, heads = held
        content = phrase_tokens(tree, prep)
        made = _made(tree, frame, idiom, f"verb {prep.lower_}", sources, content, heads, extra=beside)
        made.negated = made.negated and beside[0].dep_ != "neg"
        yield made
        return
    for clause in frame.complements:
        found = list(_clausal(tree, frame, clause, rows, sources, lexicon))
        if found:
            yield found[0]
            return
    if frame.acomp is not None and sources and may_speak(sources[0], lexicon):
        yield from _adjectival(tree, frame, frame.acomp, sources, lexicon)
    if (
        (row := row_for(rows, "answer"))
        and not (frame.complements or frame.objects or frame.obliques or frame.datives)
        and sources
    ):
        yield _made(tree, frame, row, "answer", sources, frozenset(), ())
    elif rows and not any(c.form in ("that", "to", "wh", "ing") for c in frame.complements):
        yield from _nominal_objects(tree, frame, rows, sources, lexicon)


def _idiom(
    tree: Tree, frame: Frame, rows: tuple[Reporting, ...], lexicon: Lexicon
) -> tuple[tuple[Reporting, ...], tuple[Token, ...]]:
    """The rows of a verb with a word that belongs to it, as `put_it` and `plead_not_guilty`, and these words."""
    verb = frame.predicate
    for word in (*frame.objects, *((frame.acomp,) if frame.acomp is not None else ())):
        kids = (*tree.kids(word), *tree.kids(verb))
        nots = tuple(k for k in kids if k.dep_ == "neg" and verb.i < k.i < word.i)
        name = "_".join((frame.lemma, *("not" for _ in nots[:1]), word.lower_))
        if found := lexicon.reporting(name, "verb"):
            return found, (*nots, word)
    return rows, ()


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


def _made(
    tree: Tree,
    frame: Frame,
    row: Reporting,
    pattern: str,
    sources: tuple[Token, ...],
    content: frozenset[int],
    heads: tuple[Token, ...],
    cue: Token | None = None,
    extra: tuple[Token, ...] = (),
) -> Saying:
    cue = cue or frame.predicate
    source = sources[0] if sources else None
    words = _words(tree, frame, source)
    tokens = sorted({frame.predicate, *frame.particles, *_near(frame), *extra, cue}, key=lambda t: t.i)
    covered = {t.i for t in (*words, *tokens)}
    return Saying(
        cue,
        tuple(tokens),
        pattern,
        row,
        source,
        words,
        trimmed(tree, content - covered),
        heads,
        addressees=_addressees(frame),
        negated=frame.negated,
        frame=frame,
    )


def _words(tree: Tree, frame: Frame, source: Token | None) -> tuple[Token, ...]:
    if source is None:
        return ()
    if frame.subjects and source.i == frame.subjects[0].i:
        return source_words(tree, frame)
    return tuple(t for t in noun_phrase(tree, source, frame.predicate) if t.tag_ != "POS")


def _near(frame: Frame) -> list[Token]:
    return [a for a in frame.auxiliaries if abs(a.i - frame.predicate.i) < 5]


def _addressees(frame: Frame) -> tuple[Token, ...]:
    told = tuple(t for t in (*frame.datives, *frame.objects) if t.i > frame.predicate.i or not frame.relativised)
    if frame.complements and told:
        return told
    return frame.to("to", "with")


def _clausal(
    tree: Tree,
    frame: Frame,
    clause: Complement,
    rows: tuple[Reporting, ...],
    sources: tuple[Token, ...],
    lexicon: Lexicon,
) -> Iterator[Saying]:
    if frame.acomp is not None and clause.head in tree.conjuncts(clause.head) and _below(clause.head, frame.acomp):
        adjective = lexicon.reporting(frame.acomp.lemma_.lower(), "adjective")
        wanted = {"that": ("that",), "wh": ("whether", "wh", "that"), "to": ("to",)}.get(clause.form, ("that",))
        if row := row_for(adjective, *wanted):
            pleonastic = bool(sources) and sources[0].lower_ == "it"
            tokens = clause_tokens(tree, clause.head, frame.acomp, ())
            yield _made(
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
    if clause.form in ("that", "bare") and clause.head.dep_ != "xcomp":
        wanted = ("that", "quote")
    elif clause.form == "wh":
        wanted = ("wh", "prep:" + clause.head.head.lower_) if clause.head.dep_ == "pcomp" else ("wh",)
    elif clause.form == "to":
        called = next((o.heads[0] for o in frame.obliques if o.prep in _TOLD and o.heads[0].i < clause.head.i), None)
        objects = objects or ([called] if called is not None and row_for(rows, "obj_to") else [])
        wanted = ("obj_to",) if objects else ("to",)
    elif clause.head.dep_ == "pcomp":
        wanted = ("prep:" + clause.head.head.lower_,)
    elif clause.form == "ing":
        wanted = ("ing",)
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
        yield _made(tree, frame, raising, "raising", (), content, (clause.head,))
        return
    if row is None:
        return
    words = _words(tree, frame, sources[0] if sources else None)
    content = clause_tokens(tree, clause.head, frame.predicate, words)
    if objects and ("obj_to" in wanted or (clause.head.dep_ == "pcomp" and row.kind not in _ADDRESSED)):
        content = _filled(tree, content | phrase_tokens(tree, objects[0]))
    if sources and sources[0].lower_ == "it" and row.kind == "Appearance":
        sources = ()  # "it seems that …" says so of nobody
    heads: tuple[Token, ...] = (clause.head,)
    if clause.form in ("that", "to", "ing"):
        heads = tuple(c.head for c in frame.complements if c.form == clause.form)
        for other in heads[1:]:
            content |= clause_tokens(tree, other, frame.predicate, words)
    for raised in frame.raised:
        content -= frozenset(range(raised.left_edge.i, raised.right_edge.i + 1))
    it = tuple(t for t in frame.objects if t.lower_ == "it" and clause.form == "that" and t.i < clause.head.left_edge.i)
    yield _made(tree, frame, row, f"verb {clause.form}", sources, content, heads, extra=it)


def _filled(tree: Tree, numbers: frozenset[int]) -> frozenset[int]:
    """The tokens and those between them in the same paragraph: "called *the vote* in May *a mistake*"."""
    if not numbers:
        return numbers
    zone = tree.zone_of[min(numbers)]
    return frozenset(i for i in range(min(numbers), max(numbers) + 1) if tree.zone_of[i] == zone)


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
            yield _made(
                tree, frame, row, f"adjective {prep.lower_}", sources, content, tuple(held), extra=(adjective, prep)
            )
            return


def _below(token: Token, above: Token) -> bool:
    while token.head.i != token.i:
        token = token.head
        if token.i == above.i:
            return True
    return False


def _is_claim(token: Token, lexicon: Lexicon) -> bool:
    """Whether an object is somebody's claim: "rejected it", "dismissed the allegations"."""
    return token.lower_ in ("it", "this", "that") or bool(lexicon.reporting(token.lemma_.lower(), "noun"))


def _nominal_objects(
    tree: Tree, frame: Frame, rows: tuple[Reporting, ...], sources: tuple[Token, ...], lexicon: Lexicon
) -> Iterator[Saying]:
    objects = tuple(
        t
        for t in frame.objects
        if frame.object_dep in ("dobj", "oprd", "attr") and not frame.relativised and t.i > frame.predicate.i
    )
    direct = tuple(t for t in objects if t.dep_ != "oprd" and t.pos_ != "PRON") or tuple(
        t for t in objects if t.dep_ != "oprd"
    )
    complement = next((t for t in objects if t.dep_ == "oprd"), frame.acomp)
    if complement is not None and (row := row_for(rows, "obj_adj")):
        yield _made(
            tree,
            frame,
            row,
            "verb object complement",
            sources,
            _filled(tree, phrase_tokens(tree, *direct, complement)),
            (*direct, complement)[:1],
        )
        return
    as_phrase = next((o for o in frame.obliques if o.prep == "as"), None)
    if as_phrase and direct and (row := row_for(rows, "as")):
        yield _made(
            tree,
            frame,
            row,
            "verb as",
            sources,
            _filled(tree, phrase_tokens(tree, *direct, as_phrase.preps[0])),
            direct,
        )
        return
    for oblique in sorted(frame.obliques, key=lambda o: o.prep == "to"):  # "apologised to them for it": for what
        if row := row_for(rows, "prep:" + oblique.preps[0].lower_):
            told = bool(direct) and row.kind not in _ADDRESSED
            content = phrase_tokens(tree, *direct, *oblique.preps) if told else phrase_tokens(tree, *oblique.heads)
            yield _made(
                tree,
                frame,
                row,
                "verb " + oblique.preps[0].lower_,
                sources,
                _filled(tree, content) if told else content,
                oblique.heads,
                extra=() if told else oblique.preps,
            )
            return
    for whom in direct:  # "accused his rival of cheating", where the parse hangs the clause from the rival
        for prep in (k for k in tree.kids(whom) if k.dep_ == "prep"):
            acts = tuple(p for p in tree.kids(prep) if p.dep_ == "pcomp" and p.tag_ == "VBG")
            if acts and (row := row_for(rows, "prep:" + prep.lower_)) and row.kind not in _ADDRESSED:
                yield _made(tree, frame, row, f"verb {prep.lower_}", sources, phrase_tokens(tree, whom), acts)
                return
    if direct and (row := row_for(rows, "claim")) and _is_claim(direct[0], lexicon):
        yield _made(tree, frame, row, "verb object", sources, phrase_tokens(tree, *direct), direct)
        return
    if direct and (row := row_for(rows, "doc")) and not any(is_document(t, lexicon) for t in direct):
        return
    if direct and (row := row_for(rows, "np", "doc")):
        content = _reaching(tree, frame, phrase_tokens(tree, *direct), lexicon)
        yield _made(tree, frame, row, "verb object", sources, content, direct)


def _reaching(tree: Tree, frame: Frame, content: frozenset[int], lexicon: Lexicon) -> frozenset[int]:
    """ "announced *his engagement to Wei*", wherever the parse hangs "to Wei": an object with what follows it.

    Not when, where and in which paper it was said.
    """
    if not content:
        return content
    last = max(content)
    for kid in tree.kids(frame.predicate):
        if kid.left_edge.i != last + 1 or kid.dep_ != "prep" or kid.lower_ not in _REACHING:
            continue
        if any(p.ent_type_ in ("DATE", "TIME") or is_document(p, lexicon) for p in tree.kids(kid)):
            continue
        content |= phrase_tokens(tree, kid)
        last = kid.right_edge.i
    return content


def _passive(tree: Tree, frame: Frame, rows: tuple[Reporting, ...]) -> Iterator[Saying]:
    """ "It was claimed that …", "she is said to …", "the allegations were denied by …"."""
    if not rows:
        return
    agents = frame.agents
    for clause in frame.complements:
        if clause.form == "that" and (row := row_for(rows, "that")):
            yield _made(
                tree,
                frame,
                row,
                "passive that",
                agents,
                clause_tokens(tree, clause.head, frame.predicate, ()),
                (clause.head,),
            )
            return
        if clause.form == "wh" and (row := row_for(rows, "wh")):
            content = clause_tokens(tree, clause.head, frame.predicate, ())
            yield _made(tree, frame, row, "passive wh", agents, content, (clause.head,))
            return
        if clause.form == "to":
            subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
            if row := row_for(rows, "passive_to"):
                yield _made(
                    tree, frame, row, "passive to", agents, phrase_tokens(tree, clause.head) | subject, (clause.head,)
                )
                return
            if row := row_for(rows, "obj_to"):
                yield _made(
                    tree, frame, row, "passive to", agents, phrase_tokens(tree, clause.head) | subject, (clause.head,)
                )
                return
    if frame.subject_by == "own" and frame.subjects and (row := row_for(rows, "np", "as", "claim")):
        subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
        rest = frozenset(
            i for o in frame.obliques if o.prep in ("as", "of", "for") for i in phrase_tokens(tree, o.preps[0])
        )
        if agents or rest:
            yield _made(tree, frame, row, "passive object", agents, subject | rest, frame.subjects)


def as_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """ "As the minister said, …" and "…, she said, …" set between commas."""
    verb = frame.predicate
    rows = lexicon.reporting(frame.lemma, "verb")
    row = row_for(rows, "that", "quote")
    if row is None or frame.complements or not frame.subjects or frame.subject_by != "own":
        return
    if verb.dep_ == "advcl" and frame.mark is not None and frame.mark.lower_ == "as" and not frame.objects:
        pattern = "as"
    elif verb.dep_ == "parataxis" and not frame.objects:
        pattern = "parenthesis"
    else:
        return
    head = verb.head
    own = set(range(verb.left_edge.i, verb.right_edge.i + 1))
    zone = tree.zone_of[verb.i]
    content = {i for i in range(head.left_edge.i, head.right_edge.i + 1) if tree.zone_of[i] == zone} - own
    yield _made(tree, frame, row, pattern, frame.subjects, trimmed(tree, content), (head,))
