"""Branches that parsers hang on the wrong tree, put back where they must grow, before anybody reads the tree.

Only where the words leave no choice: "On Friday Berg denied it" has a subject, and in "accused Norrland on Wednesday of
spying" there is no Wednesday of spying.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.mending.banners import unseen
from kg.mending.behind import called, inverted, series, speaker
from kg.mending.headlines import agrees, announce, denied, participle, rejects, states, texts
from kg.mending.inversions import helped, whose_clause
from kg.mending.lost import active, addressed, beside, governed, owned, shared, swallowed, titled
from kg.mending.people import whoever
from kg.mending.reports import accused, given, insert, lacks_subject, plain, rejoin, weighed
from kg.mending.sources import grow, source, voiced

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DATES = _DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)
_WHEN = frozenset(("on", "in"))
_LAST = frozenset(("last", "next", "this"))
_ON = frozenset(("at", "in", "under", "on", "by"))
"""Prepositions of an occasion that a clause may open with: "*on* no account"."""
_WHERE = frozenset("in at on near outside from".split())
_ACTORS = frozenset(("PERSON", "ORG", "NORP"))
BLAMING = frozenset(("accuse", "acquit", "convict", "suspect"))
"""Verbs of an act, behind "of", that parsers hang from the noun before it."""
_NOBODY = frozenset(("nobody", "none"))
_STEPS = 4
_LATER = frozenset(("advcl", "ccomp"))
_VERBLIKE = frozenset(("claim", "charge", "report", "estimate"))
"""Nouns for claims that parsers take for verbs."""


def graft(doc: Doc, words: Lexicon) -> None:
    """Mend the parse of a document in place."""
    number = doc.vocab.strings.add
    rules = {number(dep): rule for dep, rule in _RULES.items()}
    reported = {number(dep): rule for dep, rule in _REPORTS.items()}
    for token in doc:
        dep = token.dep
        if (rule := rules.get(dep)) is not None:
            rule(token)
            dep = token.dep
        if (report := reported.get(dep)) is not None:
            report(token, words)


def _dated(day: Token) -> None:
    """ "On *Friday Berg* denied it": the day is none of the name's, and the name is who denied it."""
    name, doc = day.head, day.doc
    if day.lower_ not in _DATES or name.pos_ != "PROPN" or name.i < day.i or name.lower_ in _DATES or not day.i:
        return
    before = doc[day.i - 1]
    if before.dep_ == "prep" and before.lower_ in _WHEN:
        verb = before.head
        if name.dep_ == "pobj" and name.head.i == before.i and verb.i > name.i and lacks_subject(verb):
            grow(name, verb, "nsubj")
            grow(day, before, "pobj")
        elif name.dep_ == "nsubj" and verb.i == name.head.i and not any(True for _ in before.children):
            grow(day, before, "pobj")
    elif before.lower_ in _LAST and before.head.i == name.i and name.dep_ == "nsubj" and day.lower_ in _DAYS:
        grow(day, name.head, "npadvmod")
        grow(before, day, "amod")


def _placed(name: Token) -> None:
    """ "In Oslo, *Ana Berg*, the mayor, said …": somebody is no apposition of a place whose verb has no subject."""
    place, doc = name.head, name.doc
    if place.dep_ != "pobj" or name.i < place.i or name.pos_ != "PROPN" or place.ent_type_ == "PERSON":
        return
    if name.ent_type_ not in _ACTORS and not any(k.dep_ == "appos" for k in name.children):
        return
    prep = place.head
    verb = prep.head
    if prep.lower_ not in _WHERE or prep.i != name.sent.start or verb.i < name.i:
        return
    if doc[name.left_edge.i - 1].text == "," and lacks_subject(verb):
        grow(name, verb, "nsubj")


def _taken_up(noun: Token) -> None:
    """ "The ferry was late, *a charge* its captain rejected": the first of two subjects is the object."""
    verb, doc = noun.head, noun.doc
    begin = noun.left_edge.i
    if noun.pos_ != "NOUN" or not begin or doc[begin - 1].text != "," or doc[begin].lower_ not in ("a", "an"):
        return
    kids = list(verb.children)
    second = any(k.dep_ == "nsubj" and noun.i < k.i < verb.i for k in kids)
    if second and any(k.dep_ == "ccomp" and k.i < noun.i for k in kids):
        noun.dep_ = "dobj"


def _object(that: Token) -> None:
    """ "disputed *that*, telling reporters …": before a comma and a participle, "that" is what was disputed.

    "called *that* “a lie”": right behind its verb, "that" is what was called so.
    """
    clause, doc = that.head, that.doc
    if that.lower_ == "that" and clause.dep_ == "oprd" and that.i == clause.head.i + 1:
        grow(that, clause.head, "dobj")
        that.tag_, that.pos_ = "DT", "PRON"
        return
    if that.lower_ != "that" or not that.i or clause.tag_ != "VBG" or clause.dep_ not in _LATER:
        return
    verb = doc[that.i - 1]
    if verb.i == clause.head.i and verb.pos_ == "VERB" and doc[that.i + 1].text == ",":
        grow(that, verb, "dobj")
        that.tag_, that.pos_ = "DT", "PRON"
        clause.dep_ = "advcl"


def _clause(verb: Token) -> None:
    _noun(verb)
    _harmed(verb)
    whose_clause(verb)


def _harmed(verb: Token) -> None:
    """ "Nobody *hurt* in the crash sued": of two verbs behind it, with no comma, the second is its own."""
    above, doc = verb.head, verb.doc
    kids = list(verb.children)
    subject = next((k for k in kids if k.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in _NOBODY or verb.i != subject.right_edge.i + 1 or verb.tag_ != "VBD":
        return
    if any(k.dep_ not in ("nsubj", "prep") for k in kids) or not verb.i < above.i or above.tag_ != "VBD":
        return
    if any(k.dep_ in ("nsubj", "nsubjpass") for k in above.children):
        return
    if any(t.is_punct for t in doc[verb.i : above.i]):
        return
    grow(subject, above, "nsubj")
    grow(verb, subject, "acl")
    verb.tag_ = "VBN"


def _noun(verb: Token) -> None:
    """ "The firm rejects *that claim*": no singular "that" claims anything, nor does it end there."""
    that, above = verb.doc[verb.i - 1], verb.head
    if verb.tag_ != "VBP" or verb.lemma_ not in _VERBLIKE or [k.i for k in verb.children] != [that.i]:
        return
    if that.lower_ == "that" and above.i == that.i - 1 and above.pos_ == "VERB":
        grow(that, verb, "det")
        grow(verb, above, "dobj")
        that.tag_, that.pos_ = "DT", "DET"
        verb.tag_, verb.pos_ = "NN", "NOUN"


def _governed(prep: Token) -> None:
    if prep.lower_ in _ON and prep.i > prep.head.i:
        _opening(prep)
    _contrasted(prep)
    if prep.lower_ == "of":
        _blamed(prep)
    elif prep.lower_ == "as" and prep.head.pos_ == "VERB" and prep.head.i < prep.i:
        _shifted(prep)


def _opening(prep: Token) -> None:
    """ "said *at no time* had she sold it": what turns the words of a clause round belongs to it, not to "said"."""
    noun = next((k for k in prep.children if k.dep_ == "pobj"), None)
    if noun is None or not any(k.lower_ == "no" for k in noun.children):
        return
    helping = prep.doc[min(prep.right_edge.i + 1, len(prep.doc) - 1)]
    clause = helping.head
    if helping.dep_ in ("aux", "auxpass") and clause.dep_ == "ccomp" and clause.head.i == prep.head.i:
        if any(k.dep_ in ("nsubj", "nsubjpass") and helping.i < k.i < clause.i for k in clause.children):
            grow(prep, clause, "prep")


def _blamed(of: Token) -> None:
    """ "accused crews *of lying*", "them in a letter on Friday *of it*": what they are accused of, no Friday of it."""
    dated = of.head.ent_type_ in ("DATE", "TIME")
    act = any(k.dep_ == "pcomp" or k.tag_ == "VBG" for k in of.children)
    if of.head.pos_ not in ("NOUN", "PROPN") or not (dated or act):
        return
    above = of.head
    for _ in range(_STEPS):
        if above.dep_ not in ("pobj", "prep", "npadvmod"):
            break
        above = above.head
    if above.dep_ == "dobj" and above.i == of.head.i:
        above = above.head
    if above.pos_ == "VERB" and above.lemma_ in BLAMING and any(k.dep_ == "dobj" for k in above.children):
        grow(of, above, "prep")


def _shifted(as_: Token) -> None:
    """ "dismissed as “gossip” *the report that …*": the second noun under "as" is the object, last for its weight."""
    verb, doc = as_.head, as_.doc
    if any(k.dep_ in ("dobj", "nsubjpass") for k in verb.children):
        return
    held = [k for k in as_.children if k.dep_ in ("pobj", "amod")]
    if len(held) == 2 and held[1].dep_ == "pobj" and doc[held[1].left_edge.i].dep_ in ("det", "poss"):
        grow(held[1], verb, "dobj")
    elif len(held) == 1:
        before = [k for k in held[0].children if k.i < held[0].i]
        if len(before) > 1 and before[0].dep_ == "amod" and before[1].dep_ in ("det", "poss"):
            grow(held[0], verb, "dobj")
            grow(before[0], as_, "amod")


def _apposed(noun: Token) -> None:
    """ "A scratch, *not a bite*": no other name for it, but what it is not."""
    no = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    if no.lower_ == "not" and no.head.i == noun.head.i and no.i > noun.head.i:
        no.head = noun
        noun.dep_ = "conj"
    else:
        _placed(noun)


def _turned(adjective: Token) -> None:
    """ "It was *asleep*, not dead": the first is what it was."""
    last = adjective.head
    between = [t.lower_ for t in last.doc[adjective.i + 1 : last.i] if not t.is_punct]
    if last.dep_ == "acomp" and between == ["not"]:
        grow(adjective, last.head, "acomp")
        grow(last, adjective, "conj")


def _contrasted(prep: Token) -> None:
    """ "It went to her, *not to him*": another of the same kind, that is left out."""
    no = next((k for k in prep.children if k.lower_ == "not" and k.i < prep.i), None)
    before = no and next((k for k in prep.head.children if k.lower_ == prep.lower_ and k.i < no.i), None)
    if before is not None and before.i > prep.head.i:
        grow(prep, before, "conj")


_RULES = {
    "compound": _dated,
    "appos": _apposed,
    "amod": _turned,
    "conj": _placed,
    "mark": _object,
    "nsubj": _taken_up,
    "ccomp": _clause,
    "csubj": _harmed,
    "acl": whose_clause,
    "agent": _contrasted,
    "aux": helped,
    "auxpass": helped,
    "prep": _governed,
}


def _place(clause: Token, words: Lexicon) -> None:
    rejoin(clause, words)
    given(clause, words)
    accused(clause, words)
    insert(clause, words)
    announce(clause, words)
    participle(clause, words)
    plain(clause, words)


def _beside(clause: Token, words: Lexicon) -> None:
    addressed(clause)
    rejoin(clause, words)
    plain(clause, words)


def _related(clause: Token, words: Lexicon) -> None:
    rejoin(clause, words)
    accused(clause, words)
    whoever(clause, words)


def _coordinated(token: Token, words: Lexicon) -> None:
    beside(token, words)
    shared(token, words)
    inverted(token, words)


def _bare(verb: Token, words: Lexicon) -> None:
    participle(verb, words)
    denied(verb, words)


def _participle(clause: Token, words: Lexicon) -> None:
    active(clause, words)
    addressed(clause)
    rejoin(clause, words)


def _held(noun: Token, words: Lexicon) -> None:
    governed(noun)
    owned(noun, words)


def _first(root: Token, words: Lexicon) -> None:
    titled(root, words)
    swallowed(root, words)
    rejects(root, words)
    texts(root, words)
    unseen(root, words)
    speaker(root, words)
    called(root, words)
    series(root, words)
    source(root, words)


_REPORTS = {
    "acl": _participle,
    "relcl": _related,
    "ccomp": _place,
    "advcl": _beside,
    "prep": weighed,
    "compound": unseen,
    "nsubj": unseen,
    "npadvmod": unseen,
    "ROOT": _first,
    "xcomp": _bare,
    "pobj": _held,
    "dobj": agrees,
    "appos": states,
    "amod": voiced,
    "conj": _coordinated,
    "dep": inverted,
    "parataxis": inverted,
}
