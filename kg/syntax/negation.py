"""Negation without *not*: words on an argument, an adverb or an occasion that deny their whole clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.syntax.tree import Tree

NEGATIVE = frozenset(("no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere"))
"""Words that deny."""
_NOBODY = frozenset(("nothing", "nobody", "none"))
_ONLY = frozenset(("only", "just", "merely", "simply", "least"))
_RANKS = frozenset(("only", "first", "last"))
_NEARLY = frozenset(("almost", "nearly"))
_BEING = frozenset(("be", "been", "being"))
_EXCEPT = frozenset(("but", "except", "save"))
_ARGUMENTS = frozenset(("dobj", "dative", "nsubj", "nsubjpass"))
_OCCASIONS = frozenset(
    "time point stage moment occasion instance way manner respect account circumstance condition case event sense "
    "mean means stretch".split()
)
"""Nouns that *no* goes before to deny a whole clause: "at no time", "in no way", "by no means"."""
_SOME = frozenset(("small", "little", "mean"))
"""Adjectives of such a noun that the *no* belongs to: "in no *small* way"."""
_SEEKING = frozenset(
    "account apologise apologize apply ask beg call care hope look press search settle stand vote wait wish".split()
)
"""Verbs that *for* belongs to, so that *for nothing* denies them: "asked for nothing", but not "died for nothing"."""
_WHAT = frozenset(("of", "to", "about", "into"))
"""Prepositions of what belongs to a verb, so that *no* behind them denies it."""
_STATE = frozenset(("in", "of", "under"))
_SURE = frozenset(("doubt", "time"))
_ASKING = frozenset(("WRB", "WP", "WP$", "WDT"))
_NAMES = frozenset(("NOUN", "PRON", "PROPN"))
_COMMAS = frozenset((",", "—", "–"))
_STILL = frozenset(("yet", "still"))
_EVER = frozenset(("once", "ever", "anywhere"))
"""Adverbs whose own *not* denies the clause: "not once did she call"; not of "not surprisingly", "not far away"."""


def denied(
    tree: Tree, verb: Token, arguments: Iterable[Token], under: Iterable[Token], adverbs: Iterable[Token]
) -> bool:
    """Whether a clause is denied by one of its subjects or objects, by what stands `under` a preposition, or otherwise.

    "no one came", "not one cent was paid", "agreed to nothing", "a gift of nothing", "at no time", "nowhere near it",
    "not once did he call", "have yet to pay", "neither sent nor received", "almost died", "it was not she who left".
    """
    return (
        any(_no_argument(tree, verb, token) for token in arguments)
        or any(_nobody(tree, verb, noun) or _no_occasion(tree, noun) or _not_one(tree, noun) for noun in under)
        or any(_no_adverb(tree, adverb) for adverb in adverbs)
        or _all_but(tree, verb)
        or _yet(tree, verb)
        or _neither(tree, verb)
        or _cleft(tree, verb)
    )


def _no_argument(tree: Tree, verb: Token, token: Token) -> bool:
    if token.head.i != verb.i and token.dep_ not in _ARGUMENTS:
        return False
    kids = tree.kids(token)
    if any(k.lower_ in _EXCEPT and k.pos_ != "VERB" for k in kids):  # "nobody but her came", but "no law to save it"
        return token.lower_ == "anything"  # "it was anything but a drill"
    before = (k for k in kids if k.i < token.i)  # "an accident, not arson" is an accident
    denies = (k for k in before if k.dep_ in ("det", "neg", "preconj") and k.lower_ in NEGATIVE)
    return (
        token.lower_ in NEGATIVE
        or any(not adds(tree, k) for k in denies)
        or _not_one(tree, token)
        or _of_nothing(tree, token)
    )


def _nobody(tree: Tree, verb: Token, noun: Token) -> bool:
    """ "agreed to *nothing*", "spoke to *no one*", but "died *for nothing*", "cost *next to nothing*"."""
    if noun.dep_ == "conj":
        return False  # "it was about pay and nothing else"
    if noun.lower_ != "nothing":
        return noun.lower_ in _NOBODY or _no_thing(tree, verb, noun)
    if noun.head.lower_ == "for":
        return verb.lemma_ in _SEEKING
    return noun.head.lower_ != "to" or noun.head.head.lower_ != "next"


def _no_thing(tree: Tree, verb: Token, noun: Token) -> bool:
    """ "knew *of no loss*", "spoke *to no one*", "is *in no hurry*", but "mended *at no cost*"."""
    prep, kids = noun.head, tree.kids(noun)
    if not any(k.lower_ == "no" and k.i < noun.i for k in kids) or any(k.lower_ in (*_SOME, *_EXCEPT) for k in kids):
        return False
    state = verb.lemma_ == "be" and prep.lower_ in _STATE and noun.lower_ not in _SURE
    return prep.head.i == verb.i and (state or prep.lower_ in _WHAT)


def no_such(tree: Tree, noun: Token) -> bool:
    """ "*No sign* that it leaked", "*nobody* hurt": what hangs from such a noun is not said to be so."""
    return (
        noun.lower_ in _NOBODY
        or any(k.lower_ == "no" and k.i < noun.i for k in tree.kids(noun))
        or _not_one(tree, noun)
    )


def _not_one(tree: Tree, noun: Token) -> bool:
    """ "*Not one* guest had called", "in *not a single* case"; "not one guest but two" counts them, and denies none."""
    kids = tree.kids(noun)
    if any(k.lower_ == "but" for k in kids):
        return False
    if any(k.lower_ == "single" for k in kids):
        return any(k.lower_ == "not" for k in kids)
    ones = (tree.kids(k) for k in kids if k.lower_ == "one" and k.dep_ in ("nummod", "det"))
    return any(
        any(k.lower_ == "not" and not adds(tree, k) for k in held) and all(k.lower_ != "but" for k in held)
        for held in ones
    )


def _of_nothing(tree: Tree, noun: Token) -> bool:
    """ "The letter makes a gift *of nothing*"."""
    return noun.dep_ in ("dobj", "attr") and any(t.lower_ in _NOBODY for t in tree.under(noun, ("of",)))


def adds(tree: Tree, negative: Token) -> bool:
    """ "Sold not only the mine, but the port too", "some were real, and others *not*": no denial of the verb."""
    after = tree.tokens[negative.i + 1] if negative.i + 1 < len(tree.tokens) else negative
    before = tree.tokens[negative.i - 1] if negative.i else negative
    if after.lower_ in _ONLY:
        return True
    if negative.i < negative.head.i or before.i <= negative.head.i:
        return False
    others = before.dep_ == "conj" and before.pos_ in _NAMES and (after.is_punct or after is negative)
    return others or (before.text in _COMMAS and after.pos_ in _NAMES | {"DET", "ADP"})  # "he did it, not me"


def _neither(tree: Tree, verb: Token) -> bool:
    """ "*neither* sent *nor* received it", "Nor did she reply"."""
    if any(k.dep_ in ("preconj", "cc") and k.lower_ in ("neither", "nor") and k.i < verb.i for k in tree.kids(verb)):
        return True
    return verb.dep_ == "conj" and any(k.lower_ == "nor" and k.i < verb.i for k in tree.kids(verb.head))


def rather(tree: Tree, noun: Token) -> bool:
    """ "It was not a bite *but a scratch*": that is what it was."""
    above = tree.kids(noun.head) if noun.dep_ == "conj" else []
    return any(k.lower_ == "but" and k.dep_ == "cc" and k.i < noun.i for k in above)


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
    """ "She had at *no point* called", "under *no pretext* did she call", but "in no small way"."""
    words = {k.lower_ for k in tree.kids(noun)}
    if "no" not in words or not words.isdisjoint(_SOME):
        return False
    if noun.lower_ == "time" and noun.head.lower_ == "in":
        return False  # "In no time the army took the town"
    return noun.lemma_.lower() in _OCCASIONS or _turns_round(tree, noun)


def _turns_round(tree: Tree, noun: Token) -> bool:
    """Whether a phrase in front brings the helping verb before the subject, as only a negative one does.

    Questions do so too: "With no proof, *how* did they convict her?"
    """
    kids = tree.kids(noun.head.head)
    helping = next((k.i for k in kids if k.dep_ in ("aux", "auxpass")), None)
    subject = next((k.i for k in kids if k.dep_ in ("nsubj", "nsubjpass")), None)
    if helping is None or subject is None or not noun.i < helping < subject:
        return False
    return all(t.tag_ not in _ASKING for t in tree.tokens[noun.right_edge.i + 1 : helping])


def _no_adverb(tree: Tree, adverb: Token) -> bool:
    """ "Never", "almost", "*no longer* sells it", "*not once* did she call", "*far from* safe"."""
    words = {k.lower_ for k in tree.kids(adverb)}
    return (
        adverb.lower_ in NEGATIVE
        or adverb.lower_ in _NEARLY
        or (adverb.lower_ == "longer" and "no" in words)
        or (adverb.lower_ == "far" and _far_from(tree, adverb))
        or (adverb.lower_ in _EVER and "not" in words and "but" not in words)  # "not once but twice"
    )


def _all_but(tree: Tree, verb: Token) -> bool:
    """ "The bank *all but* collapsed", "has all but been destroyed", whatever the parse hangs the two words from."""
    at = verb.i - 1
    while at > 1 and tree.tokens[at].lower_ in _BEING:
        at -= 1
    before = [t.lower_ for t in tree.tokens[max(0, at - 1) : at + 1]]
    return before == ["all", "but"] and verb.tag_.startswith("VB") and verb.dep_ != "amod"


def _far_from(tree: Tree, far: Token) -> bool:
    """ "*Is far from* safe", "far from being safe"; who is far from home may be there soon.

    In front it denies what it goes with alone: "*far from* apologising, she praised them".
    """
    below = (k for k in tree.kids(far) if k.lower_ == "from")
    return far.i > far.head.i and any(g.dep_ in ("amod", "pcomp") for k in below for g in tree.kids(k))


def _yet(tree: Tree, verb: Token) -> bool:
    """ "has yet *to be paid*", "had still *to reply*", "the reply *is* yet to come"."""
    if verb.lemma_ == "be":
        return to_come(tree, verb, next((k for k in tree.kids(verb) if k.dep_ == "xcomp"), None))
    return verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "be") and to_come(tree, verb.head, verb)


def to_come(tree: Tree, above: Token, infinitive: Token | None) -> bool:
    """Whether something is yet to be: "they *have yet* to be paid"."""
    return infinitive is not None and any(k.lower_ in _STILL and above.i < k.i < infinitive.i for k in tree.kids(above))
