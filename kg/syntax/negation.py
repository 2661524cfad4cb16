"""Negation without *not*: words on an argument, an adverb or an occasion that deny their whole clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.syntax.tree import Tree

_NEGATIVE = frozenset(("no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere"))
_NOBODY = frozenset(("nothing", "nobody", "none"))
_ONLY = frozenset(("only", "just", "merely", "simply", "least"))
_RANKS = frozenset(("only", "first", "last"))
_NEARLY = frozenset(("almost", "nearly"))
_EXCEPT = frozenset(("but", "except"))
_ARGUMENTS = frozenset(("dobj", "dative", "nsubj", "nsubjpass"))
_OCCASIONS = frozenset("time point stage way account circumstance condition case event sense mean".split())
"""Nouns that *no* goes before to deny a whole clause: "at no time", "in no way", "by no means"."""


def denied(
    tree: Tree, verb: Token, arguments: Iterable[Token], under: Iterable[Token], adverbs: Iterable[Token]
) -> bool:
    """Whether a clause is denied by one of its subjects or objects, by what stands `under` a preposition, or otherwise.

    "no one came", "not a single fact", "agreed to nothing", "at no time", "nowhere near it", "have yet to pay",
    "neither sent nor received", "almost died", "it was not she who left".
    """
    return (
        any(_no_argument(tree, verb, token) for token in arguments)
        or any(noun.lower_ in _NOBODY or _no_occasion(tree, noun) for noun in under)
        or any(adverb.lower_ in _NEGATIVE or adverb.lower_ in _NEARLY or _no_longer(tree, adverb) for adverb in adverbs)
        or _yet(tree, verb)
        or _neither(tree, verb)
        or _cleft(tree, verb)
    )


def _no_argument(tree: Tree, verb: Token, token: Token) -> bool:
    if token.head.i != verb.i and token.dep_ not in _ARGUMENTS:
        return False
    if any(k.lower_ in _EXCEPT for k in tree.kids(token)):
        return False  # "nobody but her came"
    return token.lower_ in _NEGATIVE or any(
        k.dep_ in ("det", "neg", "preconj") and k.lower_ in _NEGATIVE and not adds(tree, k) for k in tree.kids(token)
    )


def adds(tree: Tree, negative: Token) -> bool:
    """ "Sold not only the mine, but the port too": that is no denial."""
    after = negative.i + 1
    return after < len(tree.tokens) and tree.tokens[after].lower_ in _ONLY


def _neither(tree: Tree, verb: Token) -> bool:
    """ "*neither* sent *nor* received it", "Nor did she reply"."""
    if any(k.dep_ in ("preconj", "cc") and k.lower_ in ("neither", "nor") and k.i < verb.i for k in tree.kids(verb)):
        return True
    return verb.dep_ == "conj" and any(k.lower_ == "nor" and k.i < verb.i for k in tree.kids(verb.head))


def either(tree: Tree, verb: Token) -> bool:
    """ "Did not hit *or kick* it": a verb that shares an auxiliary shares its *not* as well."""
    same = verb.tag_ == verb.head.tag_
    return same and any(k.dep_ == "cc" and k.lower_ in ("or", "nor") for t in (verb, verb.head) for k in tree.kids(t))


def _cleft(tree: Tree, verb: Token) -> bool:
    """ "It was *not* Berg who left", "It was Wei, *not* Berg, who left"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(k.lower_ in _RANKS for k in tree.kids(noun)):
        return False  # "It was not the only mine that closed"
    above, before = noun.head, tree.tokens[max(noun.left_edge.i - 1, 0)]
    if before.lower_ == "not" and before.head.pos_ in ("NOUN", "PROPN") and not adds(tree, before):
        return True
    cleft = (
        noun.dep_ == "attr"
        and above.lemma_ == "be"
        and any(k.lower_ == "it" and k.dep_ == "nsubj" for k in tree.kids(above))
    )
    places = (noun, above) if cleft else (noun,)
    return any(k.dep_ == "neg" and not adds(tree, k) for place in places for k in tree.kids(place))


def _no_occasion(tree: Tree, noun: Token) -> bool:
    return noun.lemma_.lower() in _OCCASIONS and any(k.lower_ == "no" for k in tree.kids(noun))


def _no_longer(tree: Tree, adverb: Token) -> bool:
    return adverb.lower_ == "longer" and any(k.lower_ == "no" for k in tree.kids(adverb))


def _yet(tree: Tree, verb: Token) -> bool:
    """ "has yet *to be paid*", "the reply *is* yet to come"."""
    if verb.lemma_ == "be":
        return _before(tree, verb, next((k for k in tree.kids(verb) if k.dep_ == "xcomp"), None))
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "be") and _before(tree, verb.head, verb)


def _before(tree: Tree, above: Token, infinitive: Token | None) -> bool:
    return infinitive is not None and any(k.lower_ == "yet" and above.i < k.i < infinitive.i for k in tree.kids(above))
