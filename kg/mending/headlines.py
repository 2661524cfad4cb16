"""Terse reports, as headlines have them: verbs taken for nouns, participles for verbs, and what follows a colon."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.mending.reports import denies, reports

_TAKEN_FOR = frozenset(("compound", "nmod", "amod", "nsubj"))


def rejects(claim: Token, words: Lexicon) -> None:
    """ "Minister *rejects* claim she lied", "… claims …": who rejects is one, and "claim" is what is rejected."""
    if claim.tag_ not in ("VBP", "VBZ") or not claim.i:
        return
    verb = claim.doc[claim.i - 1]
    if verb.tag_ not in ("NNS", "VBZ") or verb.dep_ != "nsubj" or verb.head.i != claim.i:
        return
    if not denies(words, verb.lemma_) or not words.reporting(claim.lemma_.lower(), "noun"):
        return
    who = next((k for k in verb.lefts if k.i == verb.i - 1 and k.dep_ in _TAKEN_FOR), None)
    clause = next((k for k in claim.rights if k.dep_ == "ccomp"), None)
    if who is None or clause is None or who.tag_ not in ("NN", "NNP"):
        return
    beyond = [k for k in claim.children if k.i not in (verb.i, clause.i)]
    for kid in [k for k in verb.lefts if k.i != who.i]:
        kid.head = who
    verb.head, verb.dep_ = verb, "ROOT"
    verb.tag_, verb.pos_ = "VBZ", "VERB"
    who.head, who.dep_ = verb, "nsubj"
    for kid in beyond:
        kid.head = verb
    claim.head, claim.dep_ = verb, "dobj"
    claim.tag_, claim.pos_ = "NN" if claim.tag_ == "VBP" else "NNS", "NOUN"
    clause.dep_ = "acl"


def denied(claim: Token, words: Lexicon) -> None:
    """ "Norland denies *claim* it lied": no bare verb goes with one who denies, but what is denied."""
    verb = claim.head
    if claim.tag_ != "VB" or verb.i != claim.i - 1 or any(True for _ in claim.lefts):
        return
    clause = next((k for k in claim.rights if k.dep_ == "ccomp"), None)
    if clause is None or not denies(words, verb.lemma_) or not words.reporting(claim.lemma_.lower(), "noun"):
        return
    for kid in [k for k in claim.rights if k.i != clause.i]:
        kid.head = verb
    claim.dep_, claim.tag_, claim.pos_ = "dobj", "NN", "NOUN"
    clause.dep_ = "acl"


def participle(token: Token, words: Lexicon) -> None:
    """ "Norland says *expelled* envoy was no spy": between a report and a subject, it belongs to the subject."""
    if token.tag_ not in ("VBN", "VBD") or (verb := token.head).i != token.i - 1 or not reports(words, verb.lemma_):
        return
    if any(True for _ in token.lefts):
        return
    clause = next((k for k in token.rights if k.dep_ == "ccomp"), None)
    subject = clause and next((k for k in clause.lefts if k.dep_.startswith("nsubj")), None)
    if clause is None or subject is None or subject.left_edge.i != token.i + 1 or subject.pos_ == "PRON":
        return
    if subject.left_edge.dep_ in ("det", "poss"):
        return
    for kid in [k for k in token.rights if k.i != clause.i]:
        kid.head = clause
    clause.head, clause.dep_ = verb, "ccomp"
    token.head, token.dep_ = subject, "amod"
    token.tag_, token.pos_ = "VBN", "VERB"


def texts(root: Token, words: Lexicon) -> None:
    """ "Ana Berg *texts*: “They sank”": what has a subject is a verb, however much it looks like a noun."""
    if root.tag_ != "NNS" or not reports(words, root.lemma_) or not any(k.dep_ == "nsubj" for k in root.lefts):
        return
    if any(k.dep_ in ("det", "poss", "amod", "nummod") for k in root.lefts):
        return
    root.tag_, root.pos_ = "VBZ", "VERB"


def states(noun: Token, words: Lexicon) -> None:
    """ "They had sunk, *the report states*.": no apposition, but who says so, at the end of the sentence."""
    if noun.tag_ != "NNS" or not reports(words, noun.lemma_):
        return
    doc = noun.doc
    if any(t.is_alpha for t in doc[noun.i + 1 : noun.sent.end]):
        return
    who = next((k for k in noun.lefts if k.dep_ == "compound" and k.i == noun.i - 1 and k.tag_ == "NN"), None)
    if who is None or doc[noun.left_edge.i - 1].text != "," or doc[noun.left_edge.i].dep_ not in ("det", "poss"):
        return
    row = words.noun(who.lemma_.lower())
    if not words.reporting(who.lemma_.lower(), "noun") and (row is None or row.type != "CreativeWork"):
        return
    beside = [k for k in noun.lefts if k.i != who.i]
    for kid in beside:
        kid.head = who
    noun.tag_, noun.pos_ = "VBZ", "VERB"
    noun.head, noun.dep_ = noun.sent.root, "parataxis"
    who.dep_ = "nsubj"


def agrees(noun: Token, words: Lexicon) -> None:
    """ "wrote *that branch managers* had left": no "that" goes with several; they are what the next verb is said of."""
    if noun.tag_ not in ("NNS", "NNPS") or noun.i < (verb := noun.head).i or not reports(words, verb.lemma_):
        return
    doc = noun.doc
    that = doc[noun.left_edge.i]
    after = noun.right_edge.i + 1
    if that.lower_ != "that" or that.head.i != noun.i or after >= noun.sent.end:
        return
    helper = doc[after]
    clause = helper.head if helper.dep_ in ("aux", "auxpass") else helper
    if clause.pos_ not in ("VERB", "AUX") or clause.is_ancestor(verb) or clause.i < after:
        return
    passive = any(k.dep_ == "auxpass" for k in clause.lefts)
    if any(k.dep_.startswith("nsubj") for k in clause.lefts):
        return
    clause.head, clause.dep_ = verb, "ccomp"
    noun.head, noun.dep_ = clause, "nsubjpass" if passive else "nsubj"
    that.head, that.dep_ = clause, "mark"


def announce(verb: Token, words: Lexicon) -> None:
    """ "Wei *tells inquiry*: I was sent back": the colon opens what is told, and what tells it is no part of that."""
    said, doc = verb.head, verb.doc
    if said.i < verb.i:
        return
    colon = verb.right_edge.i + (doc[verb.right_edge.i].text != ":")
    if said.i < colon or colon >= len(doc) or doc[colon].text != ":" or said.dep_ != "ROOT":
        return
    if not reports(words, verb.lemma_) or any(k.dep_ in ("ccomp", "xcomp") for k in verb.children):
        return
    if not any(k.dep_ == "nsubj" for k in verb.lefts):
        return
    beyond = [k for k in said.children if k.i <= colon and k.i != verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    for kid in beyond:
        kid.head = verb
    said.head, said.dep_ = verb, "ccomp"
