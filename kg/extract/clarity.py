"""Whether it is clear what an answer answers: pronouns reach one sentence back, nouns that say which claim not at all.

An answer that may be of something else ("their latest remarks", "though Chad disputes this" of what the article says
itself) takes no side on an earlier claim.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_SHIFTED = frozenset(
    "earlier previous prior former past recent latest later new old older initial original repeated public similar "
    "other another several various many".split()
)
"""Adjectives by which a noun for a claim means another than the one just reported: "his *earlier* statements"."""
_OPEN_NOUNS = frozenset(("Statement", "Announcement", "Finding", "Question", "Judgement"))
"""Kinds of nouns that may stand for anything said; an adjective or a topic says which: "comments about Oslo"."""
_TOPICS = frozenset("about on regarding concerning".split())
_BACK = 1
"""Sentences that a pronoun may look back."""
_ASKED = frozenset(("ask", "press", "question", "quiz"))
_FOR = frozenset(("for", "of", "against"))


def near(tree: Tree, claim: Saying, at: Token) -> bool:
    """Whether a claim stands in the sentence of a pronoun that may stand for it, or in the one before."""
    last = max((*claim.content, claim.cue.i))
    if last > at.i:
        last = claim.cue.i
    return tree.sentence_of[at.i] - tree.sentence_of[last] <= _BACK


def opens(tree: Tree, at: Token) -> bool:
    """Whether a word stands in the first sentence of a quotation, or in none: later ones take up the speaker's own."""
    quote = tree.quote_of[at.i]
    if quote < 0:
        return True
    first = at.i
    while first > 0 and tree.quote_of[first - 1] == quote and tree.sentence_of[first - 1] == tree.sentence_of[at.i]:
        first -= 1
    while first > 0 and (tree.tokens[first - 1].is_space or tree.tokens[first - 1].is_quote):
        first -= 1
    return first == 0 or tree.quote_of[first - 1] != quote


def beside_another(tree: Tree, saying: Saying, claim: Saying) -> bool:
    """ "The isle is Chad's, although Silva disputes this": what stands before it in its own sentence is meant.

    Only where the claim stands in an earlier sentence, and the other clause has a subject of its own.
    """
    cue = saying.cue
    if tree.sentence_of[claim.cue.i] == tree.sentence_of[cue.i] or cue.dep_ not in ("advcl", "conj", "relcl"):
        return False
    if cue.head.i > cue.i or not any(k.dep_ in ("nsubj", "nsubjpass") for k in tree.kids(cue)):
        return False
    return cue.head.pos_ in ("VERB", "AUX")


def says_which(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun for a claim says itself which one it is: "the polls showing Wei ahead", "his latest comments"."""
    open_noun = all(r.kind in _OPEN_NOUNS for r in lexicon.reporting(noun.lemma_.lower(), "noun"))
    for kid in tree.kids(noun):
        hung = kid.dep_ in ("acl", "relcl") and kid.i > noun.i
        if (hung and tree.tokens[kid.left_edge.i - 1].text != ",") or kid.lower_ in _SHIFTED:
            return True
        if kid.dep_ == "amod" and open_noun and not lexicon.verdict(kid.lower_, "adjective"):
            return True
        if open_noun and kid.dep_ == "prep" and kid.lower_ in _TOPICS:
            return True
    return False


def of_something(tree: Tree, verdict: Token) -> bool:
    """ "propaganda *for* the rebels", "a lie *of* omission": more than a verdict."""
    return any(k.dep_ == "prep" and k.lower_ in _FOR for k in tree.kids(verdict))


def was_asked(tree: Tree, cue: Token) -> bool:
    """ "Asked by Wei if it was late, Berg said it was": the question is in the same sentence."""
    return any(k.dep_ == "advcl" and k.i < cue.i and k.lemma_.lower() in _ASKED for k in tree.kids(cue))
