"""Verbs that report and have no subject in the parse, though who speaks stands beside them.

"*Residents* wrapped in blankets said …", "“They sank,” snapped *harbour master Ana Berg*": parsers make a clause of the
first, and an object of the second.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.mending.reports import lacks_subject, reports

_ACTORS = frozenset(("PERSON", "ORG"))
_ASTRAY = frozenset(("npadvmod", "appos", "conj", "dep"))
"""How parsers hang a name that they cannot place."""
_CLAUSES = frozenset(("ccomp", "advcl", "csubj", "nsubj"))
_REACH = 16
"""Tokens between a verb and the name of who speaks."""
_MARKS = frozenset(('"', "”", "''", "’", "'"))
_LINKS = frozenset(("mark", "aux", "auxpass", "advmod"))
_HELD = frozenset(("ccomp", "dobj"))


def source(root: Token, words: Lexicon) -> None:
    """Give the first verb of a sentence the subject that it lacks."""
    if root.pos_ not in ("VERB", "AUX"):
        _finite(root, words)
    elif not reports(words, root.lemma_):
        return
    elif not lacks_subject(root):
        _doubled(root)
        _opening(root)
    elif not (_joined(root) or _inverted(root) or _reduced(root)):
        _trailing(root)


def grow(token: Token, head: Token, dep: str) -> None:
    """Hang a token from another."""
    token.head, token.dep_ = head, dep


def _doubled(verb: Token) -> None:
    """ "*An engineer* freed in May has said …": a participle that the parse makes the subject, with one of its own."""
    clause = next((k for k in verb.lefts if k.dep_ in ("nsubj", "csubj") and k.tag_ in ("VBD", "VBN")), None)
    whom = clause and next((k for k in clause.lefts if k.dep_ in ("nsubj", "nsubjpass")), None)
    if clause is None or whom is None or any(k.dep_ in _LINKS for k in clause.lefts):
        return
    grow(whom, verb, "nsubj")
    grow(clause, whom, "acl")


def _opening(verb: Token) -> None:
    """ "Speaking in her defence, *Ana Berg* said …": where the parse makes the first words the subject."""
    clause = next((k for k in verb.lefts if k.dep_ in ("nsubj", "csubj") and k.tag_ == "VBG"), None)
    if clause is None or clause.left_edge.i != verb.sent.start:
        return
    dep, clause.dep_ = clause.dep_, "advcl"
    _trailing(verb)
    if not any(k.dep_ == "nsubj" for k in verb.lefts):
        clause.dep_ = dep


def _joined(verb: Token) -> bool:
    """ "*Norland* states in its offer that …": a name right before a verb is no part of the verb."""
    name = next((k for k in verb.lefts if k.dep_ == "compound" and k.i == verb.i - 1), None)
    if name is None or name.pos_ not in ("PROPN", "NOUN"):
        return False
    name.dep_ = "nsubj"
    return True


def _inverted(verb: Token) -> bool:
    """ "“They sank,” snapped *harbour master Ana Berg*": behind a quotation, the object is who speaks."""
    before = verb.doc[verb.i - 1].text if verb.i else ""
    if before not in _MARKS and before != ",":
        return False
    kids = list(verb.children)
    told = [k for k in kids if k.dep_ == "dobj" and k.i > verb.i]
    if len(told) != 1 or not any(k.dep_ == "ccomp" and k.i < verb.i for k in kids):
        return False
    told[0].dep_ = "nsubj"
    return True


def _reduced(verb: Token) -> bool:
    """ "*Residents* wrapped in blankets said …", "*Berg*, asked about it, said …", "*Wei*, whose son was hurt, said …".

    The first of two clauses only tells who it was that said the second.
    """
    clause = next((k for k in verb.lefts if k.dep_ in _CLAUSES and k.pos_ in ("VERB", "AUX")), None)
    whom = clause and next((k for k in clause.lefts if k.dep_ in ("nsubj", "nsubjpass")), None)
    if clause is None or whom is None or whom.pos_ == "PRON":
        return False
    if not any(k.dep_ in _HELD and k.i > verb.i for k in verb.children):
        return False
    doc = verb.doc
    whose = next((t for t in doc[whom.i + 1 : clause.i] if t.tag_ == "WP$"), None)
    if whose is not None:
        owned = whose.head
        if owned.head.i == whom.i:
            grow(owned, clause, "nsubj")
        grow(clause, whom, "relcl")
    else:
        apart = doc[clause.i - 1].text == ","
        if clause.tag_ not in ("VBD", "VBN") or apart != (doc[verb.i - 1].text == ","):
            return False
        if any(k.dep_ in _LINKS for k in clause.lefts):
            return False
        grow(clause, whom, "acl")
    grow(whom, verb, "nsubj")
    return True


def _trailing(verb: Token) -> None:
    """ "They had sunk before dawn, *the harbour master, Ana Berg*, said", "Opening the case, *Ana Berg* said …".

    "In a letter from Oslo, *former master Ana Berg* stated …": of a name and what is said of it, the last before the
    verb.
    """
    doc = verb.doc
    names = [t for t in reversed(doc[max(verb.sent.start, verb.i - _REACH) : verb.i]) if _loose(t)]
    name = next((t for t in names if t.ent_type_ == "PERSON"), names[0] if names else None)
    if name is None:
        return
    gap = doc[name.right_edge.i + 1 : verb.i]
    if len(gap) and (gap[0].text != "," or gap[-1].text != ","):
        return
    before = name.left_edge.i - 1
    if before < verb.sent.start:
        return
    beside = doc[before].text == ","
    title = _title(name, before - beside)
    if title is not None and not beside:
        grow(title, name, "nmod")
    elif title is not None and title.dep_ == "appos" and doc[title.left_edge.i].dep_ == "det":
        grow(title, verb, "nsubj")
        grow(name, title, "appos")
        return
    elif not beside:
        return
    grow(name, verb, "nsubj")


def _loose(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ in _ASTRAY and token.ent_type_ in _ACTORS


def _title(name: Token, last: int) -> Token | None:
    """The noun phrase behind a comma that ends at a token: "*the harbour master*, Ana Berg"."""
    at = name.doc[last]
    while at.head.i != at.i and at.head.right_edge.i == last and at.dep_ != "appos":
        at = at.head
    begin = at.left_edge.i
    noun = at.pos_ == "NOUN" and at.right_edge.i == last and begin > 0
    return at if noun and name.doc[begin - 1].text == "," else None


def _finite(noun: Token, words: Lexicon) -> None:
    """ "Ana Berg, a former master, *alleged* that it sank": the parse makes a participle of the verb."""
    if noun.pos_ not in ("PROPN", "NOUN") or not any(k.dep_ == "appos" for k in noun.rights):
        return
    verb = next((k for k in noun.rights if k.dep_ == "acl" and k.tag_ in ("VBN", "VBD")), None)
    if verb is None or noun.doc[verb.left_edge.i - 1].text != "," or not reports(words, verb.lemma_):
        return
    if any(k.dep_ == "ccomp" and k.i > verb.i for k in verb.children):
        _lead(verb, noun)


def voiced(verb: Token, words: Lexicon) -> None:
    """ "“We got none,” *fumed* care worker Ana Berg": no adjective, but the verb that voices the quotation."""
    if verb.tag_ != "VBD" or verb.i < 2 or verb.head.i < verb.i:
        return
    if verb.doc[verb.i - 1].text not in _MARKS or verb.doc[verb.i - 2].text not in ",?!":
        return
    if not any("quote" in row.frames for row in words.reporting(verb.lemma_.lower(), "verb")):
        return
    noun = verb.head
    while noun.dep_ == "compound":
        noun = noun.head
    if noun.dep_ == "ROOT":
        _lead(verb, noun)


def _lead(verb: Token, noun: Token) -> None:
    """Make a verb the root of its sentence, the noun its subject, and give it what stands on its own side of both."""
    beyond = [k for k in noun.children if (k.i < verb.i < noun.i) or (noun.i < verb.i < k.i)]
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for token in beyond:
        token.head = verb
    grow(noun, verb, "nsubj")
