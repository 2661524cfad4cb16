"""Nouns, adjectives and adverbs that report: "his denial", "the allegations that …", "alleged", "according to".

Which words do stands in ``reporting.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.model import Certainty, Polarity
from kg.syntax.extent import followed
from kg.syntax.labels import spoken_heads
from kg.syntax.saying import Saying, may_speak, noun_phrase, phrase_tokens, row_for, trimmed
from kg.syntax.tree import Tree

_NOUN_CLAUSES = frozenset(("acl", "ccomp", "relcl"))
_SOURCE_PREPS = frozenset(("by", "from", "of", "among"))
_TOPICS = frozenset(("Question",))
ACCORDING = {"according": ("to",), "in": ("the", "words", "of")}
_HEARSAY = frozenset(("Rumour", "Accusation", "Statement", "Suspicion", "Belief"))
"""Kinds of modifiers by which a text passes on what somebody claims; the others only weaken."""
_NAMES = frozenset(("ORG", "PERSON"))
_JUDGING = frozenset(("as", "obj_adj", "claim"))
"""Frames of verbs that say what a claim is like, or that it is not so."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_LIGHT = frozenset("make give issue have express offer voice repeat release put set hold level bring spread".split())


_PASSIVE_SENSE = frozenset(
    "face draw receive get hear read see win spark prompt cause trigger earn answer attract suffer fuel await "
    "gain lose need seek want build garner enjoy avoid escape ignore expect invite "
    "accept believe deny reject dismiss refute rebut dispute counter".split()
)
"""Verbs whose subject is not the one who says what their object names: "she faced questions about …"."""


def noun_sayings(tree: Tree, noun: Token, lexicon: Lexicon) -> Iterator[Saying]:
    """ "Berg's assurances that …", "allegations of …", "his denial", "a claim by X that …"."""
    rows = lexicon.reporting(noun.lemma_.lower(), "noun")
    if not rows:
        return
    kids = tree.kids(noun)
    possessor = next((k for k in kids if k.dep_ == "poss"), None)
    by = next(
        (
            p
            for k in kids
            if k.dep_ == "prep" and k.lower_ in _SOURCE_PREPS
            for p in tree.kids(k)
            if p.dep_ == "pobj"
            and ((k.lower_ in ("by", "from") and p.ent_type_ not in ("DATE", "TIME")) or _animate(p, lexicon))
        ),
        None,
    )
    modifier = next(
        (k for k in kids if k.dep_ in ("compound", "amod", "nmod") and k.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")),
        None,
    )
    clause = next((k for k in kids if k.dep_ in _NOUN_CLAUSES and k.i > noun.i and _clause_form(tree, k)), None)
    if clause is None and (equated := _equated(tree, noun)) is not None and (possessor or by or modifier):
        clause = equated
    if clause is None and by is not None:  # "a report by the Courier *that he had left town*"
        clause = next((k for k in tree.kids(by) if k.dep_ in _NOUN_CLAUSES and _clause_form(tree, k) == "that"), None)
    if clause is None and (hung := _hung(tree, noun, lexicon)) is not None:
        clause, giver = hung
        by = by or giver
    if clause is not None:
        form = _clause_form(tree, clause) or "that"
        row = (row_for(rows, "to") if form == "that" and _subjunctive(tree, clause) else None) or row_for(rows, form)
        source = possessor or by or _giver(tree, noun) or modifier or _light_subject(tree, noun, lexicon)
        if row:
            yield _noun_saying(tree, noun, row, f"noun {form}", source, phrase_tokens(tree, clause), (clause,))
        return
    under_name = tree.kids(by) if by is not None and by.ent_type_ in _NAMES else ()  # "the accusation by Berg of fraud"
    for kid in (*kids, *(k for k in under_name if k.lower_ == "of")):
        if kid.dep_ != "prep" or kid.i < noun.i:
            continue
        row = row_for(rows, "prep:to" if kid.lower_ == "to" else kid.lower_)
        held = [p for p in tree.kids(kid) if p.dep_ in ("pobj", "pcomp") and p.ent_type_ not in ("DATE", "TIME")]
        if (
            row
            and row.kind not in _TOPICS
            and held
            and not (kid.lower_ in _SOURCE_PREPS and _animate(held[0], lexicon))
        ):
            source = (
                possessor
                or modifier
                or (by if by is not None and by.i != held[0].i else None)
                or _light_subject(tree, noun, lexicon)
            )
            yield _noun_saying(tree, noun, row, f"noun {kid.lower_}", source, phrase_tokens(tree, *held), tuple(held))
            return
    owner = possessor or (by if by is not None and by.head.lower_ == "by" and rows[0].kind in _HEARSAY else None)
    if owner is not None:
        yield _noun_saying(tree, noun, rows[0], "noun alone", owner, frozenset(), ())


def _giver(tree: Tree, noun: Token) -> Token | None:
    """ "suggestions made in a note *by the union* that …": who made them."""
    made = next((k for k in tree.kids(noun) if k.dep_ == "acl" and k.tag_ == "VBN" and k.lemma_ in _LIGHT), None)
    agents = (k for k in tree.kids(made) if k.dep_ == "agent") if made is not None else ()
    return next((p for k in agents for p in tree.kids(k) if p.dep_ == "pobj"), None)


def _equated(tree: Tree, noun: Token) -> Token | None:
    """ "Berg's view *is that* the firm failed", "their aim *was to* close it": what the noun is said to be."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or noun.i > verb.i:
        return None
    clauses = (
        k for k in tree.kids(verb) if k.i > verb.i and k.dep_ in ("ccomp", "xcomp") and k.pos_ in ("VERB", "AUX")
    )
    clause = next(clauses, None)
    return clause if clause is not None and _clause_form(tree, clause) is not None else None


def _subjunctive(tree: Tree, clause: Token) -> bool:
    """ "A suggestion that it *be* sold", "that he *leave*": what is wanted, as with "to"."""
    group = (clause, *(k for k in tree.kids(clause) if k.dep_ in ("aux", "auxpass")))
    return min(group, key=lambda t: t.i).tag_ == "VB" and any(k.dep_ in _SUBJECTS for k in tree.kids(clause))


def _hung(tree: Tree, noun: Token, lexicon: Lexicon) -> tuple[Token, Token | None] | None:
    """The clause of a noun that the parse hangs from what is above it, with who gives it.

        "received *assurances* from the mayor *that the school would stay*", "despite *claims that it failed*",
    "rejected *claims*, made in a note, *that it failed*".
    """
    above = noun.head
    if noun.dep_ not in ("dobj", "pobj") or above.i > noun.i:
        return None
    kids = tree.kids(above)
    own = row_for(lexicon.reporting(above.lemma_.lower(), "verb"), "that") is not None
    wanted = ["advcl"] if noun.dep_ == "dobj" else []  # none of its own begins with "that"
    if not own:
        wanted.append("pcomp" if noun.dep_ == "pobj" else "ccomp")
    clause = next((k for k in kids if k.dep_ in wanted and k.i > noun.i and tree.marked(k, ("that",))), None)
    if clause is None:
        return None
    made = (k for acl in tree.kids(noun) if acl.dep_ == "acl" for k in tree.kids(acl))  # "claims, made by Wei, that …"
    giver = (p for k in (*kids, *made) if k.lower_ in ("from", "by") and noun.i < k.i < clause.i for p in tree.kids(k))
    return clause, next((p for p in giver if p.dep_ == "pobj"), None)


def _animate(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun may be somebody who says things."""
    row = lexicon.noun(token.lemma_.lower())
    return token.ent_type_ in ("PERSON", "ORG", "NORP") or (
        row is not None and row.type in ("Person", "Group", "Organization")
    )


def _clause_form(tree: Tree, clause: Token) -> str | None:
    kids = tree.kids(clause)
    objects = [k for k in kids if k.dep_ == "dobj"]
    if tree.marked(clause, ("that",)) or (
        len(objects) > 1 and objects[0].lower_ == "that"
    ):  # "his denial that he took it"
        return "that"
    if clause.dep_ == "ccomp":
        return "that"
    if (
        clause.dep_ in ("acl", "relcl", "xcomp")
        and clause.tag_ == "VB"
        and any(k.dep_ == "aux" and k.lower_ == "to" for k in kids)
    ):
        return "to"
    return None


def _light_subject(tree: Tree, noun: Token, lexicon: Lexicon) -> Token | None:
    """The subject of the verb that carries a noun: "she made the claim that …", "answered with threats to …"."""
    verb, dep = noun.head, noun.dep_
    if dep == "pobj" and verb.lower_ in ("with", "in"):
        verb, dep = verb.head, "dobj"
    if dep not in ("dobj", "attr") or verb.pos_ not in ("VERB", "AUX") or verb.lemma_.lower() in _PASSIVE_SENSE:
        return None
    subject = next((k for k in tree.kids(verb) if k.dep_ == "nsubj"), None)
    particles = (k.lower_ for k in tree.kids(verb) if k.dep_ == "prt")
    rows = lexicon.reporting("_".join((verb.lemma_.lower(), *particles)), "verb")
    judged = any(r.polarity is Polarity.NEGATIVE or not _JUDGING.isdisjoint(r.frames) for r in rows)
    if subject is None or judged:  # "scotched rumours that …", "called absurd the claim that …"
        return None
    return subject if verb.lemma_.lower() in _LIGHT or may_speak(subject, lexicon) else None


def _noun_saying(
    tree: Tree,
    noun: Token,
    row: Reporting,
    pattern: str,
    source: Token | None,
    content: frozenset[int],
    heads: tuple[Token, ...],
) -> Saying:
    words = noun_phrase(tree, source, noun) if source is not None else ()
    words = tuple(t for t in words if t.tag_ != "POS")
    if source is not None and source.i not in content:  # "a report by *the Courier* that …"
        words = tuple(t for t in words if t.i not in content)
    kept = trimmed(tree, followed(tree, content, noun, clause=False) - {t.i for t in words})
    negated = any(k.dep_ in ("det", "neg") and k.lower_ in ("no", "not") for k in tree.kids(noun))
    return Saying(noun, (noun,), pattern, row, source, words, kept, heads, negated=negated)


def modifier_sayings(tree: Tree, token: Token, lexicon: Lexicon) -> Iterator[Saying]:
    """ "Moscow's alleged meddling", "a reported agreement", "he reportedly left": claimed by nobody who is named."""
    pos = "adverb" if token.dep_ == "advmod" else "adjective" if token.dep_ == "amod" else ""
    rows = (lexicon.reporting(token.lower_, pos) or lexicon.reporting(token.lemma_.lower(), pos)) if pos else ()
    row = row_for(rows, "mod")
    if row is None or row.kind not in _HEARSAY or row.certainty is Certainty.CERTAIN:
        return
    head = token.head
    if pos == "adjective" and head.pos_ in ("NOUN", "PROPN"):
        yield Saying(token, (token,), "adjective", row, None, (), phrase_tokens(tree, head) - {token.i}, (head,))
    elif pos == "adverb" and head.pos_ in ("VERB", "AUX"):
        own = trimmed(tree, phrase_tokens(tree, head) - {token.i})
        yield Saying(token, (token,), "adverb", row, None, (), own, (head,))


def according_sayings(tree: Tree, token: Token, lexicon: Lexicon) -> Iterator[Saying]:
    """ "According to police, …", "in the words of the mayor, …": the whole clause around it is the content."""
    words = ACCORDING[token.lower_]
    if tuple(t.lower_ for t in tree.tokens[token.i + 1 : token.i + 1 + len(words)]) != words:
        return
    to = tree.tokens[token.i + len(words)]
    held = next((p for p in tree.kids(to) if p.dep_ in ("pobj", "pcomp")), None)
    if held is None:
        return
    source = noun_phrase(tree, held, token)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    while (
        head.dep_ in ("conj", "ccomp", "advcl", "xcomp", "relcl", "acl")
        and head.head.i != head.i
        and token.i < head.left_edge.i
    ):
        head = head.head
    zone, quoted = tree.zone_of[token.i], tree.quote_of[token.i]
    phrase = set(range(token.i, max([to.i, *(t.i for t in source)]) + 1))
    tokens = {
        i
        for i in range(head.left_edge.i, head.right_edge.i + 1)
        if (tree.zone_of[i] == zone and tree.quote_of[i] == quoted) or (quoted < 0 and tree.zone_of[i] == zone)
    }
    heads: tuple[Token, ...] = (head,)
    if min(tokens - phrase, default=token.i) < token.i and not quoted >= 0:
        lead = {i for i in range(token.sent.start, token.i) if tree.zone_of[i] == zone}
        if not lead <= tokens:  # "the mill closed and the workers left, according to police"
            heads = spoken_heads(tree, lead | tokens - phrase) or heads
            tokens |= lead
    if words[0] != "to" and all(tree.quote_of[i] == quoted for i in tokens - phrase):
        return  # "in the words of the law" none need be quoted
    yield Saying(
        token,
        tuple(tree.tokens[token.i : to.i + 1]),
        "according to",
        None,
        held,
        source,
        trimmed(tree, tokens - phrase),
        heads,
    )
