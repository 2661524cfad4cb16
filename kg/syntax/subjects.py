"""Where the subject of a verb stands: its own, shared by coordination, by control, or by the noun that it modifies."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mending.grafts import BLAMING
from kg.syntax.tree import Tree

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "DET")
_RANKS = frozenset("first second third fourth fifth last latest only".split())
_DEEPEST = 20
_STEPS = 4


def subjects(tree: Tree, verb: Token, depth: int = 0) -> tuple[list[Token], str]:
    """The heads of a verb's subject, and where it came from; see `Frame.subject_by`."""
    own = [k for k in tree.kids(verb) if k.dep_ in SUBJECTS and not k.is_punct]
    if len(own) > 1 and own[0].i + 1 < len(tree.tokens) and tree.tokens[own[0].i + 1].text in (":", "."):
        own = own[1:]  # "Berg: The council left": the label does nothing; nor does "Capt. Berg" without his name
    if own:
        if own[0].tag_ in RELATIVE and own[0].lower_ in ("which", "who", "that", "whom"):
            return antecedent(tree, verb), "antecedent"
        return [n for s in own for n in tree.nouns(s)], "own"
    head = verb.head
    if depth > _DEEPEST or head.i == verb.i:
        return [], "none"
    dep = verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        found, by = subjects(tree, head, depth + 1)
        return found, "conj" if by == "own" else by
    if dep == "xcomp":
        above = head.head if head.pos_ == "ADJ" else head
        if above.lemma_ == "use" and (above.tag_ == "VBN" or tree.kid(above, "nsubjpass") is not None):
            return [], "none"  # "the crane was used to build it": built it by nobody who is named
        if called := [n for k in tree.kids(above) if _calls_on(above, k) for p in tree.kids(k) for n in tree.nouns(p)]:
            return called, "control"
        objects = [k for k in tree.kids(above) if k.dep_ in ("dobj", "dative") and k.pos_ != "ADP" and k.i < verb.i]
        found = [n for o in objects for n in tree.nouns(o)] or subjects(tree, above, depth + 1)[0]
        return found, "control"
    if dep in ("acl", "relcl") and did_first(tree, verb):
        copula = head.head if head.dep_ == "attr" and head.head.lemma_ == "be" else None
        return (subjects(tree, copula, depth + 1)[0] if copula is not None else [head]), "antecedent"
    if dep in ("acl", "relcl") and head.pos_ in _NOUNS:
        if dep == "relcl" or verb.tag_ in ("VBN", "VBG", "VBD"):
            return [head], "antecedent"
        return [], "none"
    if dep == "advcl" and head.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBG", "VBN", "VB"):
        return subjects(tree, head, depth + 1)[0], "adverbial"
    if dep == "pcomp" and verb.tag_ == "VBG" and head.head.pos_ in ("VERB", "AUX"):
        objects = [k for k in tree.kids(head.head) if k.dep_ == "dobj" and k.i < verb.i]
        if head.lower_ in ("of", "from", "for", "into", "as") and objects:
            return [n for o in objects for n in tree.nouns(o)], "control"
        return subjects(tree, head.head, depth + 1)[0], "adverbial"
    if dep == "pcomp" and verb.tag_ == "VBG" and head.lower_ == "of" and (blamed := _blamed(tree, head.head)):
        return blamed, "control"
    return [], "none"


def _calls_on(verb: Token, prep: Token) -> bool:
    """ "called *on them* to resign": they are to do it, not who calls."""
    if verb.lemma_ not in ("call", "rely", "count") or prep.dep_ != "prep":
        return False
    dated = any(k.ent_type_ in ("DATE", "TIME") for k in prep.children)
    return not dated and prep.lower_ in (("on", "upon", "for") if verb.lemma_ == "call" else ("on", "upon"))


def _blamed(tree: Tree, noun: Token) -> list[Token]:
    """Who is accused, where the parse hangs the act from another noun: "accused by two *guards* of stealing it"."""
    for _ in range(_STEPS):
        above = noun.head
        if noun.dep_ == "dobj" and above.lemma_ in BLAMING:
            return tree.nouns(noun)
        if noun.dep_ != "pobj":
            return []
        verb = above.head
        if above.dep_ == "agent":
            return [k for k in tree.kids(verb) if k.dep_ == "nsubjpass"] if verb.lemma_ in BLAMING else []
        noun = verb
    return []


def did_first(tree: Tree, verb: Token) -> bool:
    """ "She was the first to accuse them", "the only delegation to visit": who did it, and that it was done."""
    if verb.tag_ != "VB" or not any(k.dep_ == "aux" and k.lower_ == "to" for k in tree.kids(verb)):
        return False
    return any(t.lower_ in _RANKS for t in (verb.head, *tree.kids(verb.head)) if t.i < verb.i)


def antecedent(tree: Tree, verb: Token) -> list[Token]:
    """The noun that the clause of a verb modifies."""
    top = verb
    while top.dep_ in ("conj", "xcomp", "ccomp") and top.head.i != top.i:
        top = top.head
    head = top.head
    if top.dep_ in ("relcl", "acl") and head.pos_ in (*_NOUNS, "ADJ"):
        return [head]
    return []
