"""Verbs of reporting that parsers lose inside a noun phrase, so that the sentence has no verb, or one subject too many.

"The trust that runs the choir *maintains* that it closed": many a verb looks like a noun, and only its number, and the
clause behind it, tell which it is.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.mending.reports import FINITE, SUBJECTS, reports

_REACH = 40
"""Tokens between a subject and its verb."""
_NOUNS = frozenset(("NOUN", "PROPN"))
_SWALLOWED = frozenset(("pobj", "dobj", "appos", "conj"))
_CLAUSES = frozenset(("relcl", "acl", "ccomp"))
_FULL = frozenset(("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd"))
_ONE, _SEVERAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS"))
_RELATIVE = frozenset(("WDT", "WP"))
_HELPERS = frozenset(("mark", "aux", "auxpass", "neg"))
_VERBS = frozenset(("VB", "VBP", "VBZ"))
_ADDRESSED = frozenset("tell inform advise warn assure remind notify persuade convince ask alert show teach".split())
"""Verbs that are told to somebody, so that their participle may have a clause: "a man *told* that he was free"."""
_SPOKEN_TO = _ADDRESSED | frozenset("question press quiz challenge urge accuse".split())


def swallowed(root: Token, words: Lexicon) -> None:
    """ "The trust that runs the choir *maintains* that it closed", "Records she shared with a reporter *show* it did".

    A noun has no such number beside its sentence's first, and no such clause behind it.
    """
    if root.pos_ in _NOUNS:
        verb = next((t for t in _after(root) if _verblike(t, root, words) and _clause(t) is not None), None)
        clause = _clause(verb) if verb is not None else None
        subject = root
    else:
        subjects = [k for k in root.lefts if k.dep_ in SUBJECTS]
        if len(subjects) < 2 or subjects[0].pos_ not in _NOUNS:
            return
        subject, clause = subjects[0], root
        verb = root.doc[subjects[1].left_edge.i - 1]
        if not subject.is_ancestor(verb) or not _verblike(verb, subject, words):
            return
    if verb is None or clause is None:
        return
    stolen = next((k for k in verb.lefts if k.dep_ == "compound" and k.i == verb.i - 1), None)
    if stolen is None:
        return
    for kid in [k for k in verb.lefts if k.i != stolen.i]:
        kid.head = stolen
    stolen.head, stolen.dep_ = verb.head, verb.dep_
    beyond = [k for k in subject.rights if k.i > verb.i] if subject.i == root.i else []
    beyond += [k for k in root.rights if k.is_punct] if subject.i != root.i else []
    verb.tag_, verb.pos_ = "VBZ" if subject.tag_ in _ONE else "VBP", "VERB"
    verb.head, verb.dep_ = verb, "ROOT"
    for kid in beyond:
        kid.head = verb
    subject.head, subject.dep_ = verb, "nsubj"
    clause.head, clause.dep_ = verb, "ccomp"
    that = next((k for k in clause.lefts if k.i == verb.i + 1), None)
    if that is not None and that.lower_ == "that":
        that.dep_ = "mark"


def _after(root: Token) -> list[Token]:
    return [t for t in root.doc[root.i + 1 : min(root.sent.end, root.i + _REACH)] if t.dep_ in _SWALLOWED]


def _verblike(noun: Token, subject: Token, words: Lexicon) -> bool:
    """Whether a noun could be the verb of a subject: it reports, and ends in "s" where the subject does not."""
    agrees = noun.tag_ == "NNS" if subject.tag_ in _ONE else noun.tag_ == "NN" and subject.tag_ in _SEVERAL
    return agrees and noun.is_lower and reports(words, noun.lemma_)


def _clause(noun: Token) -> Token | None:
    """The finite clause that begins right behind a word, and lacks nothing that the word could be in it."""
    for clause in (k for above in (noun, *noun.ancestors) for k in above.rights if k.dep_ in _CLAUSES):
        if clause.left_edge.i != noun.i + 1 or not _finite(clause):
            continue
        that = noun.doc[noun.i + 1]
        if not any(k.dep_ in SUBJECTS and k.i != that.i and k.tag_ not in _RELATIVE for k in clause.lefts):
            continue
        if that.lower_ == "that" and that.dep_ == "mark":
            return clause
        if any(k.dep_ in _FULL or (k.dep_ == "prep" and k.lower_ == "of") for k in clause.rights):
            return clause
    return None


def _finite(verb: Token) -> bool:
    helpers = [k for k in verb.lefts if k.dep_ in ("aux", "auxpass")]
    if any(k.lower_ == "to" for k in helpers):
        return False
    return verb.tag_ in FINITE or any(k.tag_ in FINITE or k.tag_ == "MD" for k in helpers)


def owned(verb: Token, words: Lexicon) -> None:
    """ "A friend of Berg's *insists* that he left": no preposition governs a finite verb, but the owner before it."""
    prep = verb.head
    if verb.tag_ not in FINITE or prep.dep_ != "prep" or not reports(words, verb.lemma_):
        return
    owner = next((k for k in verb.lefts if k.dep_ in ("poss", "compound") and k.head.i == verb.i), None)
    noun = prep.head
    if owner is None or noun.pos_ not in _NOUNS or noun.dep_ != "ROOT" or owner.i < prep.i:
        return
    beyond = [k for k in noun.rights if k.i > verb.i]
    owner.head, owner.dep_ = prep, "pobj"
    verb.head, verb.dep_ = verb, "ROOT"
    for kid in beyond:
        kid.head = verb
        if kid.dep_ in ("relcl", "acl"):
            kid.dep_ = "ccomp"
    noun.head, noun.dep_ = verb, "nsubj"


def governed(noun: Token) -> None:
    """ "fell after *its auditor* claimed it was cheated": what opens a clause governs no noun, but its verb has one."""
    mark = noun.head
    verb = mark.head
    if mark.dep_ != "mark" or not mark.i < noun.i < verb.i or verb.pos_ not in ("VERB", "AUX"):
        return
    if any(k.dep_ in SUBJECTS for k in verb.lefts) or not _finite(verb):
        return
    noun.head, noun.dep_ = verb, "nsubj"
    for kid in [k for k in verb.lefts if k.i < mark.i and k.dep_ in ("npadvmod", "advmod")]:
        if verb.head.i < kid.i:  # "*9 percent* after its auditor claimed": how much the other verb is of
            kid.head = verb.head


def active(participle: Token, words: Lexicon) -> None:
    """ "A blog popular with diggers *reported* last week that it was closed": what has such a clause is no participle.

    But "a man *told* that he was free" is one, and "the claim made in May that …" has the clause of a noun.
    """
    if participle.tag_ not in ("VBN", "VBD") or participle.lemma_ in _ADDRESSED:
        return
    if not reports(words, participle.lemma_):
        return
    clause = next((k for k in participle.rights if k.dep_ == "ccomp"), None)
    if clause is None or not any(k.dep_ == "mark" and k.lower_ == "that" for k in clause.lefts):
        return
    noun = participle.head
    while noun.dep_ != "ROOT" and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ != "ROOT" or noun.pos_ not in _NOUNS or not noun.i < participle.i:
        return
    if any(t.dep_ == "punct" and t.text == "," for t in participle.lefts):
        return
    beyond = [k for k in noun.rights if k.i > participle.i]
    participle.head, participle.dep_ = participle, "ROOT"
    participle.tag_, participle.pos_ = "VBD", "VERB"
    for kid in beyond:
        kid.head = participle
    noun.head, noun.dep_ = participle, "nsubj"


def titled(root: Token, words: Lexicon) -> None:
    """ "*Scales supervisor* Ana Berg, who was there, said it sank": no finite verb is the subject of another."""
    verb = next((k for k in root.lefts if k.dep_ == "nsubj" and k.tag_ in _VERBS), None)
    if verb is None or not reports(words, root.lemma_):
        return
    if any(k.dep_ in _HELPERS or k.tag_ in _RELATIVE or k.is_punct for k in verb.lefts):
        return
    held = [*verb.rights, *(k for k in root.lefts if k.i > verb.i and k.dep_ == "nsubj")]
    name = next((k for k in held if k.dep_ in ("dobj", "attr", "nsubj") and k.pos_ in _NOUNS), None)
    plural = verb.tag_ == "VBZ" and verb.lower_.endswith("s")
    if name is not None:
        for kid in [k for k in verb.children if k.i != name.i]:
            kid.head = name
            if kid.dep_ in ("nsubj", "dobj"):
                kid.dep_ = "compound"
        name.head, name.dep_ = root, "nsubj"
        verb.head, verb.dep_ = name, "compound"
    verb.tag_, verb.pos_ = "NNS" if plural else "NN", "NOUN"


def addressed(verb: Token) -> None:
    """ "*Asked* about it, Berg said no", "Berg, *asked* twice, said no": without a subject no verb tells the past."""
    if verb.tag_ == "VBD" and not any(k.dep_ in SUBJECTS or k.dep_ in _HELPERS or k.dep_ == "cc" for k in verb.lefts):
        if verb.head.i != verb.i and verb.lemma_ in _SPOKEN_TO:
            verb.tag_ = "VBN"


def beside(noun: Token, words: Lexicon) -> None:
    """ "She was not asked, and *wonders* why": what has no word of its own before it goes on with the verb before."""
    verb = noun.head
    if noun.tag_ != "NNS" or verb.tag_ not in ("VBZ", "VBP") or not words.reporting(noun.lemma_.lower(), "verb"):
        return
    if noun.doc[noun.i - 1].dep_ == "cc" and not any(True for _ in noun.lefts):
        noun.tag_, noun.pos_ = "VBZ", "VERB"


def shared(noun: Token, words: Lexicon) -> None:
    """ "demands an end to it and *a raise*": a noun goes on with what is demanded, not with the verb."""
    verb = noun.head
    if noun.pos_ not in _NOUNS or verb.pos_ != "VERB" or noun.i < verb.i or noun.doc[noun.left_edge.i - 1].dep_ != "cc":
        return
    if any(k.dep_ in SUBJECTS for k in noun.children) or not words.reporting(verb.lemma_.lower(), "verb"):
        return
    held = [k for k in verb.rights if k.i < noun.i and k.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "oprd")]
    if len(held) == 1 and held[0].dep_ == "dobj" and held[0].pos_ in _NOUNS:
        for kid in [k for k in verb.rights if held[0].i < k.i < noun.i and k.dep_ == "cc"]:
            kid.head = held[0]
        noun.head = held[0]
