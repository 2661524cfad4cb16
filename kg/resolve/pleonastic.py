"""An *it* that stands for nothing: "it is clear that …", "it rained", "it is time to go"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.syntax.tree import Tree

_WEATHER = frozenset("rain snow hail thunder drizzle freeze thaw".split())
_SEEMING = frozenset("seem appear happen turn transpire emerge follow".split())
_LINKING = frozenset("be remain become seem appear get".split())
_TIMES = frozenset(("DATE", "TIME"))
_MAKING = frozenset("make find consider think deem render believe".split())
_WILLING = frozenset(
    "willing unwilling ready prepared eager keen reluctant able unable determined committed hesitant poised".split()
)
"""Adjectives of those who act: "it is willing to talk" is about somebody."""
_CLAUSES = frozenset(("ccomp", "xcomp", "csubj", "acl", "relcl"))
_CLAUSE_BELOW = frozenset(("ccomp", "xcomp", "csubj"))


def pleonastic(tree: Tree, token: Token) -> bool:
    """Whether this *it* only fills a place."""
    verb = token.head
    if token.dep_ == "expl":
        return True
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in _MAKING and token.dep_ == "nsubj" and verb.pos_ == "ADJ":
        return _waits(tree, verb)  # "making it easier to stay"
    if token.dep_ == "dobj" and verb.lemma_ in _MAKING:
        return any(
            k.dep_ in ("oprd", "ccomp", "acomp") and k.pos_ == "ADJ" and _waits(tree, k) for k in tree.kids(verb)
        )
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    kids = tree.kids(verb)
    clause = any(k.dep_ == "ccomp" for k in kids)
    if token.dep_ == "nsubjpass":
        return clause  # "it was agreed that …"
    if verb.lemma_ in _WEATHER:
        return not any(k.dep_ == "dobj" for k in kids)
    if verb.lemma_ in _SEEMING and any(k.dep_ in _CLAUSE_BELOW or k.lower_ in ("as", "like") for k in kids):
        return True
    if verb.lemma_ == "take" and any(k.dep_ == "dobj" and k.ent_type_ in _TIMES for k in kids):
        return any(k.dep_ in ("advcl", "xcomp", "ccomp") for k in kids)  # "it took two years to build"
    return verb.lemma_ in _LINKING and _predicated(tree, kids)


def _predicated(tree: Tree, kids: list[Token]) -> bool:
    """ "It is clear that", "it was Berg who", "it is time to": a predicate with a clause of its own; or a time."""
    for predicate in kids:
        if predicate.dep_ not in ("acomp", "attr", "oprd"):
            continue
        below = tree.kids(predicate)
        if predicate.lower_ in _WILLING:
            return False
        if predicate.dep_ == "attr":
            if predicate.ent_type_ in _TIMES or predicate.lower_ == "time":
                return True
            if any(k.dep_ == "relcl" and any(w.tag_ in ("WP", "WDT") for w in tree.kids(k)) for k in below):
                return predicate.pos_ in ("PROPN", "PRON")
        if any(k.dep_ in _CLAUSE_BELOW for k in (*below, *kids)):
            return True
        if any(k.dep_ == "advcl" and k.tag_ == "VB" for k in (*below, *kids)):
            return True
    return False


def _waits(tree: Tree, adjective: Token) -> bool:
    """ "easier to stay", "clear that he left", "easier for some to stay": an adjective with a clause or *for* below."""
    around = (*tree.kids(adjective), *tree.kids(adjective.head))
    return any((k.dep_ in _CLAUSES or k.dep_ == "advcl" or k.lower_ == "for") and k.i > adjective.i for k in around)
