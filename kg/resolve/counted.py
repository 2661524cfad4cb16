"""People who speak and are only counted: "*Several* said …", "*four* of those I met told …", "*a third* denied it".

They have no noun, yet somebody says it: each is an unnamed person, or a group of them.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax.tree import Tree

_SINGLE = frozenset("one another third fourth fifth sixth other".split())
_SEVERAL = frozenset("several many some few most half others two-thirds percent cent".split())
_NOBODY = frozenset(("no", "no-", "any", "every", "each"))
_DETERMINED = frozenset(("det", "poss", "amod", "compound", "nummod"))
_VERBAL = frozenset(("VERB", "AUX"))


def counted(tree: Tree, token: Token, lexicon: Lexicon) -> str:
    """The number of those who are counted and speak, "sg" or "pl"; empty for any other token."""
    if token.dep_ != "nsubj" or token.head.pos_ not in _VERBAL or not token.is_alpha or token.tag_ == "PRP":
        return ""
    word = token.lower_
    if word not in _SINGLE and word not in _SEVERAL and token.tag_ != "CD":
        return ""
    if any(k.lower_ in _NOBODY or k.tag_ == "HYPH" for k in tree.kids(token)):
        return ""  # "no one"
    if not lexicon.reporting(token.head.lemma_.lower(), "verb"):
        return ""
    return "sg" if word in _SINGLE else "pl"


def surname(token: Token, lexicon: Lexicon) -> bool:
    """ "Prior denies it", where the text has named her: a subject with a capital, whatever else the word may mean."""
    if token.dep_ != "nsubj" or not token.is_title:
        return False
    if token.pos_ == "NOUN":
        bare = not any(k.dep_ in _DETERMINED for k in token.lefts)
        return bare and lexicon.noun(token.lower_) is None and lexicon.noun(token.lemma_.lower()) is None
    return token.pos_ in ("ADJ", "ADV", "VERB", "INTJ", "SCONJ")
