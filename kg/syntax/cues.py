"""Cues and what they take: the patterns by which a verb, noun, adjective or adverb reports a content.

Each pattern is a small function that yields the sayings of one frame or word; which words it is for stands in
``reporting.tsv``. The classes of pattern follow the attribution literature (Pareti 2016; PolNeAR, Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.model import Certainty
from kg.syntax.frames import Complement, Frame
from kg.syntax.saying import Saying, clause_tokens, noun_phrase, phrase_tokens, trimmed
from kg.syntax.tree import Tree

_NOUN_CLAUSES = frozenset(("acl", "ccomp", "relcl"))
_SOURCE_PREPS = frozenset(("by", "from", "of", "among"))
_TOPICS = frozenset(("Question",))
_HEARSAY = frozenset(("Rumour", "Accusation", "Statement", "Suspicion", "Belief"))
"""Kinds of modifiers by which a text passes on what somebody claims; the others only weaken."""
_LIGHT = frozenset("make give issue have express offer voice repeat reject deny face release put set hold level bring spread".split())


def verb_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """What one verbal frame reports."""
    verb = frame.predicate
    rows = lexicon.reporting(frame.lemma, "verb") or (lexicon.reporting(verb.lemma_.lower(), "verb") if frame.particles else ())
    if frame.passive:
        yield from _passive(tree, frame, rows)
        return
    sources = frame.subjects
    for clause in frame.complements:
        found = list(_clausal(tree, frame, clause, rows, sources, lexicon))
        if found:
            yield found[0]
            return
    if (row := _row(rows, "answer")) and not (frame.complements or frame.objects or frame.obliques or frame.datives) and sources:
        yield _made(tree, frame, row, "answer", sources, frozenset(), ())
    elif rows and not any(c.form in ("that", "to", "wh", "ing") for c in frame.complements):
        yield from _nominal_objects(tree, frame, rows, sources, lexicon)


def _row(rows: tuple[Reporting, ...], *frames: str) -> Reporting | None:
    """The first row that takes one of these frames, in the order of the frames."""
    for wanted in frames:
        for row in rows:
            if wanted in row.frames:
                return row
    return None


def _made(
    tree: Tree, frame: Frame, row: Reporting, pattern: str, sources: tuple[Token, ...], content: frozenset[int],
    heads: tuple[Token, ...], cue: Token | None = None, extra: tuple[Token, ...] = (),
) -> Saying:  # fmt: skip
    cue = cue or frame.predicate
    source = sources[0] if sources else None
    words = noun_phrase(tree, source, frame.predicate) if source is not None else ()
    tokens = sorted({frame.predicate, *frame.particles, *_near(frame), *extra, cue}, key=lambda t: t.i)
    covered = {t.i for t in (*words, *tokens)}
    return Saying(
        cue, tuple(tokens), pattern, row, source, words, trimmed(tree, content - covered), heads,
        addressees=_addressees(frame), negated=frame.negated, frame=frame,
    )  # fmt: skip


def _near(frame: Frame) -> list[Token]:
    return [a for a in frame.auxiliaries if abs(a.i - frame.predicate.i) < 5]


def _addressees(frame: Frame) -> tuple[Token, ...]:
    told = tuple(t for t in (*frame.datives, *frame.objects) if t.i > frame.predicate.i or not frame.relativised)
    if frame.complements and told:
        return told
    return frame.to("to", "with")


def _clausal(
    tree: Tree, frame: Frame, clause: Complement, rows: tuple[Reporting, ...], sources: tuple[Token, ...], lexicon: Lexicon
) -> Iterator[Saying]:
    if frame.acomp is not None and clause.head in tree.conjuncts(clause.head) and _below(clause.head, frame.acomp):
        adjective = lexicon.reporting(frame.acomp.lemma_.lower(), "adjective")
        wanted = {"that": ("that",), "wh": ("whether", "wh", "that"), "to": ("to",)}.get(clause.form, ("that",))
        if row := _row(adjective, *wanted):
            pleonastic = bool(sources) and sources[0].lower_ == "it"
            tokens = clause_tokens(tree, clause.head, frame.acomp, ())
            yield _made(tree, frame, row, f"adjective {clause.form}", () if pleonastic else sources, tokens, (clause.head,), extra=(frame.acomp,))
        return
    if not rows:
        return
    objects = [t for t in (*frame.objects, *frame.datives) if t.i < clause.head.i and not frame.relativised]
    if clause.form in ("that", "bare") and clause.head.dep_ != "xcomp":
        wanted = ("that", "quote")
    elif clause.form == "wh":
        wanted = ("wh",)
    elif clause.form == "to":
        wanted = ("obj_to",) if objects else ("to",)
    elif clause.head.dep_ == "pcomp":
        wanted = ("prep:" + clause.head.head.lower_,)
    elif clause.form == "ing":
        wanted = ("ing",)
    else:
        wanted = ("raising", "obj_to", "obj_adj")
    row = _row(rows, *wanted)
    raising = _row(rows, "raising")
    if clause.form == "to" and raising and not objects:
        content = phrase_tokens(tree, clause.head) | frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
        yield _made(tree, frame, raising, "raising", (), content, (clause.head,))
        return
    if row is None:
        return
    source_words = noun_phrase(tree, sources[0], frame.predicate) if sources else ()
    content = clause_tokens(tree, clause.head, frame.predicate, source_words)
    if "obj_to" in wanted and row and objects:
        content |= phrase_tokens(tree, objects[0])
    heads: tuple[Token, ...] = (clause.head,)
    if clause.form == "that":
        heads = tuple(c.head for c in frame.complements if c.form == "that")
        for other in heads[1:]:
            content |= clause_tokens(tree, other, frame.predicate, source_words)
    for raised in frame.raised:
        content -= frozenset(range(raised.left_edge.i, raised.right_edge.i + 1))
    yield _made(tree, frame, row, f"verb {clause.form}", sources, content, heads)


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
    objects = tuple(t for t in frame.objects if frame.object_dep in ("dobj", "oprd", "attr") and not frame.relativised and t.i > frame.predicate.i)
    direct = tuple(t for t in objects if t.dep_ != "oprd" and t.pos_ != "PRON") or tuple(t for t in objects if t.dep_ != "oprd")
    complement = next((t for t in objects if t.dep_ == "oprd"), frame.acomp)
    if complement is not None and (row := _row(rows, "obj_adj")):
        yield _made(tree, frame, row, "verb object complement", sources, phrase_tokens(tree, *direct, complement), (*direct, complement)[:1])
        return
    as_phrase = next((o for o in frame.obliques if o.prep == "as"), None)
    if as_phrase and direct and (row := _row(rows, "as")):
        yield _made(tree, frame, row, "verb as", sources, phrase_tokens(tree, *direct, as_phrase.preps[0]), direct)
        return
    for oblique in frame.obliques:
        if row := _row(rows, "prep:" + oblique.preps[0].lower_):
            heads = (*direct, *oblique.heads) if oblique.preps[0].lower_ == "of" and direct else oblique.heads
            yield _made(tree, frame, row, "verb " + oblique.preps[0].lower_, sources, phrase_tokens(tree, *heads), oblique.heads, extra=oblique.preps)
            return
    if direct and (row := _row(rows, "claim")) and _is_claim(direct[0], lexicon):
        yield _made(tree, frame, row, "verb object", sources, phrase_tokens(tree, *direct), direct)
        return
    if direct and (row := _row(rows, "np")):
        yield _made(tree, frame, row, "verb object", sources, phrase_tokens(tree, *direct), direct)


def _passive(tree: Tree, frame: Frame, rows: tuple[Reporting, ...]) -> Iterator[Saying]:
    """ "It was claimed that …", "she is said to …", "the allegations were denied by …"."""
    if not rows:
        return
    agents = frame.agents
    for clause in frame.complements:
        if clause.form == "that" and (row := _row(rows, "that")):
            yield _made(tree, frame, row, "passive that", agents, clause_tokens(tree, clause.head, frame.predicate, ()), (clause.head,))
            return
        if clause.form == "to":
            subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
            if row := _row(rows, "passive_to"):
                yield _made(tree, frame, row, "passive to", agents, phrase_tokens(tree, clause.head) | subject, (clause.head,))
                return
            if row := _row(rows, "obj_to"):
                yield _made(tree, frame, row, "passive to", agents, phrase_tokens(tree, clause.head) | subject, (clause.head,))
                return
    if frame.subject_by == "own" and frame.subjects and (row := _row(rows, "np", "as", "claim")):
        subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
        rest = frozenset(i for o in frame.obliques if o.prep in ("as", "of", "for") for i in phrase_tokens(tree, o.preps[0]))
        if agents or rest:
            yield _made(tree, frame, row, "passive object", agents, subject | rest, frame.subjects)


def noun_sayings(tree: Tree, noun: Token, lexicon: Lexicon) -> Iterator[Saying]:
    """ "Putin's assurances that …", "allegations of …", "his denial", "a claim by X that …"."""
    rows = lexicon.reporting(noun.lemma_.lower(), "noun")
    if not rows:
        return
    kids = tree.kids(noun)
    possessor = next((k for k in kids if k.dep_ == "poss"), None)
    by = next(
        (p for k in kids if k.dep_ == "prep" and k.lower_ in _SOURCE_PREPS for p in tree.kids(k) if p.dep_ == "pobj" and ((k.lower_ in ("by", "from") and p.ent_type_ not in ("DATE", "TIME")) or _animate(p, lexicon))),
        None,
    )
    modifier = next((k for k in kids if k.dep_ in ("compound", "amod", "nmod") and k.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")), None)
    clause = next((k for k in kids if k.dep_ in _NOUN_CLAUSES and k.i > noun.i and _clause_form(tree, k)), None)
    if clause is not None:
        form = _clause_form(tree, clause) or ""
        row = _row(rows, form)
        source = possessor or by or modifier or _light_subject(tree, noun)
        if row:
            yield _noun_saying(tree, noun, row, f"noun {form}", source, phrase_tokens(tree, clause), (clause,))
        return
    for kid in kids:
        if kid.dep_ != "prep" or kid.i < noun.i:
            continue
        row = _row(rows, "prep:to" if kid.lower_ == "to" else kid.lower_)
        held = [p for p in tree.kids(kid) if p.dep_ in ("pobj", "pcomp")]
        if row and row.kind not in _TOPICS and held and not (kid.lower_ in _SOURCE_PREPS and _animate(held[0], lexicon)):
            source = possessor or modifier or (by if by is not None and by.i != held[0].i else None) or _light_subject(tree, noun)
            yield _noun_saying(tree, noun, row, f"noun {kid.lower_}", source, phrase_tokens(tree, *held), tuple(held))
            return
    if possessor is not None:
        yield _noun_saying(tree, noun, rows[0], "noun alone", possessor, frozenset(), ())


def _animate(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun may be somebody who says things."""
    row = lexicon.noun(token.lemma_.lower())
    return token.ent_type_ in ("PERSON", "ORG", "NORP") or (row is not None and row.type in ("Person", "Group", "Organization"))


def _clause_form(tree: Tree, clause: Token) -> str | None:
    kids = tree.kids(clause)
    if any(k.dep_ == "mark" and k.lower_ == "that" for k in kids):
        return "that"
    if clause.dep_ == "ccomp":
        return "that"
    if clause.dep_ in ("acl", "relcl") and clause.tag_ == "VB" and any(k.dep_ == "aux" and k.lower_ == "to" for k in kids):
        return "to"
    return None


def _light_subject(tree: Tree, noun: Token) -> Token | None:
    """The subject of the verb that carries a reporting noun: "she made the claim that …"."""
    verb = noun.head
    if noun.dep_ in ("dobj", "attr") and verb.lemma_.lower() in _LIGHT:
        return next((k for k in tree.kids(verb) if k.dep_ == "nsubj"), None)
    return None


def _noun_saying(
    tree: Tree, noun: Token, row: Reporting, pattern: str, source: Token | None, content: frozenset[int], heads: tuple[Token, ...]
) -> Saying:
    words = noun_phrase(tree, source, noun) if source is not None else ()
    words = tuple(t for t in words if t.tag_ != "POS")
    kept = trimmed(tree, content - {t.i for t in words})
    negated = any(k.dep_ in ("det", "neg") and k.lower_ in ("no", "not") for k in tree.kids(noun))
    return Saying(noun, (noun,), pattern, row, source, words, kept, heads, negated=negated)


def modifier_sayings(tree: Tree, token: Token, lexicon: Lexicon) -> Iterator[Saying]:
    """ "Moscow's alleged meddling", "a reported agreement", "he reportedly left": claimed by nobody who is named."""
    pos = "adverb" if token.dep_ == "advmod" else "adjective" if token.dep_ == "amod" else ""
    rows = (lexicon.reporting(token.lower_, pos) or lexicon.reporting(token.lemma_.lower(), pos)) if pos else ()
    row = _row(rows, "mod")
    if row is None or row.kind not in _HEARSAY or row.certainty is Certainty.CERTAIN:
        return
    head = token.head
    if pos == "adjective" and head.pos_ in ("NOUN", "PROPN"):
        yield Saying(token, (token,), "adjective", row, None, (), phrase_tokens(tree, head) - {token.i}, (head,))
    elif pos == "adverb" and head.pos_ in ("VERB", "AUX"):
        own = phrase_tokens(tree, head) - {token.i}
        yield Saying(token, (token,), "adverb", row, None, (), own, (head,))


def according_sayings(tree: Tree, token: Token, lexicon: Lexicon) -> Iterator[Saying]:
    """ "According to police, …", "…, according to the ministry": the whole clause around it is the content."""
    if token.lower_ != "according" or token.i + 1 >= len(tree.tokens) or tree.tokens[token.i + 1].lower_ != "to":
        return
    to = tree.tokens[token.i + 1]
    held = next((p for p in tree.kids(to) if p.dep_ in ("pobj", "pcomp")), None)
    if held is None:
        return
    source = noun_phrase(tree, held, token)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    while head.dep_ in ("conj", "ccomp", "advcl", "xcomp", "relcl", "acl") and head.head.i != head.i and token.i < head.left_edge.i:
        head = head.head
    zone, quoted = tree.zone_of[token.i], tree.quote_of[token.i]
    phrase = set(range(token.i, max([to.i, *(t.i for t in source)]) + 1))
    tokens = {i for i in range(head.left_edge.i, head.right_edge.i + 1) if tree.zone_of[i] == zone and tree.quote_of[i] == quoted or quoted < 0 and tree.zone_of[i] == zone}
    yield Saying(token, (token, to), "according to", None, held, source, trimmed(tree, tokens - phrase), (head,))


def as_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """ "As the minister said, …" and "…, she said, …" set between commas."""
    verb = frame.predicate
    rows = lexicon.reporting(frame.lemma, "verb")
    row = _row(rows, "that", "quote")
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
