"""Reports whose clause or source parsers hang elsewhere: "said in its notice *that the mine had flooded*".

What may stand where is told by the verb: which verbs report, and which nouns, stands in ``reporting.tsv``.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon

_STEPS = 5
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
_BELOW = frozenset(("pobj", "prep", "dobj", "dative", "npadvmod", "acl", "pcomp"))
_HELD = frozenset(("ccomp", "xcomp", "dobj", "attr", "oprd", "acomp"))
_AT = frozenset("in on at to from by after before during since until for with under over through via near".split())
"""Prepositions of where, when, to whom and how it was said: "said *on* the radio that …"."""
_TELLING = frozenset(("Statement", "Announcement", "Warning", "Promise", "Proposal"))
_SHORT = 4
"""Tokens behind the verb of a report that is set between commas: those who are told."""
_BESIDE = frozenset(("compound", "nsubj"))
"""How parsers hang the first of two nouns behind "as"."""
_PHRASE = frozenset("amod appos compound conj det dobj nmod pobj poss".split())
_IN = frozenset(("in", "through", "via"))
_SO = frozenset(("so", "such"))
_RELATED = frozenset("fact idea possibility day morning evening night week month year way".split())
"""Nouns, besides those that report, that take a clause of their own: "on the day that it sank"."""
_INSTEAD = frozenset(("dobj", "oprd", "acomp"))
"""What a verb has in the place of an object that "that" might be: "that it had fallen *dry*"."""


def rejoin(clause: Token, words: Lexicon) -> None:
    """ "said in its notice *that the mine had flooded*": the clause is what was said, and tells nothing of a notice.

    "told the three judges *that it was so*", "maintained to the end of his life *that he had paid*".
    """
    that = next((k for k in clause.lefts if k.lower_ == "that"), clause.doc[clause.left_edge.i])
    if that.lower_ != "that" or not that.i or clause.head.i >= that.i or not _whole(clause, that, words):
        return
    noun = clause.head
    under = noun.dep_ == "pcomp" and not reports(words, noun.lemma_)  # "admitted under *questioning* that …"
    if (
        clause.dep_ == "ccomp" and not under and (noun.dep_, noun.tag_) != ("acl", "VBN")
    ):  # "in a note *seen by* Wei that"
        return
    verb, way = noun, [noun]
    while len(way) <= _STEPS and verb.dep_ in _BELOW and clause.dep_ != "advcl":
        if len(way) > 1 and verb.pos_ == "VERB" and reports(words, verb.lemma_):
            break
        verb = verb.head
        way.append(verb)
    if verb.pos_ != "VERB" or not reports(words, verb.lemma_) or verb.i > noun.i:
        return
    if verb.dep_ == "relcl" and not any(k.dep_ == "nsubj" and k.tag_ in ("WP", "WDT") for k in verb.children):
        return  # "records *she shared* with a reporter …"
    held = [k for k in verb.children if k.dep_ == "ccomp" or (k.i > verb.i and k.dep_ in _HELD)]
    if len(way) == 1:  # "assured the council, *as it noted*, that it was so"; but "said so softly that nobody heard"
        told = len(held) == 1 and held[0].dep_ == "dobj" and _is_told(held[0], verb, words)
        if (held and not told) or any(t.lower_ in _SO for t in verb.doc[verb.i : that.i]):
            return
    elif (below := way[-2]).dep_ in ("dobj", "dative"):
        if len(way) > 2 or any(k.i != below.i for k in held) or not _is_told(below, verb, words):
            return
    elif below.dep_ != "prep" or not _beside(below, noun, words):
        return
    elif held and not (len(held) == 1 and held[0].dep_ == "dobj" and _is_told(held[0], verb, words)):
        return  # but "told *them* in an interview that …"
    clause.head, clause.dep_ = verb, "ccomp"
    if that.dep_ != "det":
        that.dep_ = "mark"


def given(clause: Token, words: Lexicon) -> None:
    """ "rejected suggestions, made by Berg, *that it sank*": behind a comma, what was suggested, and not rejected."""
    that = clause.doc[clause.left_edge.i]
    if that.lower_ != "that" or not that.i or that.nbor(-1).text != "," or clause.head.i > that.i:
        return
    noun = next((k for k in clause.head.rights if k.dep_ == "dobj" and k.i < that.i), None)
    if noun is None or not any(k.dep_ == "acl" and k.tag_ == "VBN" for k in noun.rights):
        return
    if _takes_clause(noun, words):
        clause.head, clause.dep_ = noun, "acl"


def accused(clause: Token, words: Lexicon) -> None:
    """ "rebutted Berg's *accusation that it sank*": what is denied is a claim, and the clause says which.

    "published a letter disputing *claims* by Berg *that it sank*": nothing of the kind is published.
    """
    that, verb = clause.doc[clause.left_edge.i], clause.head
    if (
        that.lower_ != "that"
        or that.i <= verb.i
        or verb.pos_ not in ("VERB", "NOUN")
        or not _whole(clause, that, words)
    ):
        return
    at, by = that.nbor(-1), None
    while at.i > verb.i and at.dep_ not in ("prep", "agent") and at.dep_ in _PHRASE:
        if at.dep_ in ("dobj", "pobj") and _takes_clause(at, words):
            break
        at = at.head
    if at.lower_ in ("by", "from"):  # "claims *by Berg* that …"
        by, above = at, at.head
        at = above if above.pos_ == "NOUN" else next((k for k in above.rights if k.dep_ == "dobj" and k.i < by.i), at)
    if at.dep_ != "dobj" or not verb.i < at.i < that.i or not _takes_clause(at, words):
        return
    if denies(words, at.head.lemma_) and (at.head.i == verb.i or at.head.dep_ == "acl"):
        clause.head, clause.dep_ = at, "acl"
        if by is not None:
            by.head, by.dep_ = at, "prep"


def plain(clause: Token, words: Lexicon) -> None:
    """ "said after the talks *it would close*": a clause with nothing to link it is what is said, not a circumstance.

    "said *on Friday* they had left": what stands before its subject tells when it was said.
    """
    verb = clause.head
    if verb.i > clause.i or clause.i == verb.i + 1:
        return
    lefts = list(clause.lefts)
    subject = next((k for k in lefts if k.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or any(
        k.dep_ == "mark" or k.tag_ in ("WRB", "WDT", "WP", "IN") for k in lefts if k.dep_ != "prep"
    ):
        return
    if clause.tag_ not in FINITE and not any(k.tag_ in FINITE or k.tag_ == "MD" for k in lefts):
        return
    before = [k for k in lefts if k.right_edge.i < subject.left_edge.i]
    if not before or any(k.dep_ != "prep" for k in before) or not reports(words, verb.lemma_):
        return
    between = clause.doc[verb.i + 1 : subject.left_edge.i]
    if any(t.is_punct or t.tag_ in ("WDT", "WP", "WRB") for t in between) or before[0].left_edge.i != verb.i + 1:
        return
    if clause.dep_ == "advcl":
        if any(k.dep_ in _HELD and k.i != clause.i for k in verb.children if k.i > verb.i or k.dep_ == "ccomp"):
            return
        clause.dep_ = "ccomp"
    elif any(k.ent_type_ not in ("DATE", "TIME") for p in before for k in p.children):
        return
    for prep in before:
        prep.head = verb


def weighed(as_: Token, words: Lexicon) -> None:
    """ "dismissed as nonsense *reports that it had sunk*": two nouns, of which the second is what was dismissed."""
    if (
        as_.lower_ != "as"
        or (verb := as_.head).i != as_.i - 1
        or any(k.dep_ in ("dobj", "nsubjpass") for k in verb.children)
    ):
        return
    claims = next((k for k in as_.rights if k.dep_ == "pobj" and k.tag_ in ("NNS", "VBZ")), None)
    what = claims and next((k for k in claims.lefts if k.i == as_.i + 1 == claims.i - 1 and k.dep_ in _BESIDE), None)
    if claims is None or what is None or not _takes_clause(claims, words):
        return
    if denies(words, verb.lemma_):
        claims.head, claims.dep_ = verb, "dobj"
        claims.tag_, claims.pos_ = "NNS", "NOUN"
        what.head, what.dep_ = as_, "pobj"


def insert(verb: Token, words: Lexicon) -> None:
    """ "On Friday, *she testified*, he left": a report between commas is no complement of the verb behind it."""
    doc, above = verb.doc, verb.head
    subject = next((k for k in verb.lefts if k.dep_ == "nsubj"), None)
    if subject is None or verb.i > above.i or verb.right_edge.i > verb.i + _SHORT or not reports(words, verb.lemma_):
        return
    begin, after = subject.left_edge.i, verb.right_edge.i + 1
    if begin <= verb.sent.start or doc[begin - 1].text != "," or doc[after].text != ",":
        return
    if any(k.dep_ in _HELD and k.dep_ != "dobj" for k in verb.rights) or any(
        k.i > begin for k in verb.lefts if k != subject
    ):
        return
    verb.dep_ = "parataxis"
    for kid in [k for k in verb.lefts if k.i < begin]:
        kid.head = above


def _whole(clause: Token, that: Token, words: Lexicon) -> bool:
    """Whether a clause lacks nothing that "that" might stand for: it has a subject, and "that" is none of its own.

    "wrote to the board *that it had asked*": of people "that" says what, and not which. "the attack that they arrested
    him *for*": what a preposition lacks, "that" is. "told the hearing *that she stayed*": who is told is no part of it.
    """
    kids = list(clause.children)
    if not any(k.dep_ in SUBJECTS and k.i != that.i for k in kids):
        return False
    if any(k.dep_ == "prep" and k.i > clause.i and not any(True for _ in k.children) for k in kids):
        return False
    if that.dep_ != "dobj":
        return that.dep_ in ("mark", "det", "advmod")
    noun, above = clause.head, clause.head.head
    row = words.noun(noun.lemma_.lower())
    people = row is not None and row.type in ("Person", "Group", "Organization")
    return (
        (people and above.lower_ == "to")
        or (noun.dep_ == "dobj" and above.lemma_ == "tell" and _is_told(noun, above, words))
        or any(k.dep_ in _INSTEAD for k in kids if k.i != that.i)
    )


def _is_told(noun: Token, verb: Token, words: Lexicon) -> bool:
    """ "told *the judges* that …": of a verb of telling whose object can be no words, it is whom they are told."""
    rows = [row for row in words.reporting(verb.lemma_.lower(), "verb") if "that" in row.frames]
    if not all(row.kind in _TELLING and {"np", "doc"}.isdisjoint(row.frames) for row in rows):
        return False
    return not _takes_clause(noun, words)


def _beside(prep: Token, noun: Token, words: Lexicon) -> bool:
    """Whether a noun behind a preposition only tells where, when or to whom something is said."""
    if prep.lower_ not in _AT:
        return False
    if noun.lemma_.lower() in _RELATED:
        return False
    return prep.lower_ in _IN or noun.tag_ == "VBG" or not _takes_clause(noun, words)


def _takes_clause(noun: Token, words: Lexicon) -> bool:
    return any("that" in row.frames for row in words.reporting(noun.lemma_.lower(), "noun"))


def reports(words: Lexicon, lemma: str) -> bool:
    """Whether a verb takes a clause of what is said or thought."""
    return any("that" in row.frames for row in words.reporting(lemma.lower(), "verb"))


def denies(words: Lexicon, lemma: str) -> bool:
    """Whether a verb is one of denials."""
    return any(row.kind == "Denial" for row in words.reporting(lemma.lower(), "verb"))


def lacks_subject(verb: Token) -> bool:
    """Whether a finite verb stands without a subject."""
    kids = list(verb.children)
    if verb.pos_ not in ("VERB", "AUX") or any(k.dep_ in SUBJECTS for k in kids):
        return False
    return verb.dep_ == "ROOT" and (verb.tag_ in FINITE or any(k.dep_ == "aux" for k in kids))
