"""What class a name is of, voted on by every place where the document uses it.

The model labels each place by itself and errs on names it has never seen. What stands around a name knows better: a
title, the noun before it ("the bank Norrsund"), an apposition ("Valadim, the former mayor"), "the town of".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.resolve.titles import Titled
from kg.syntax.tree import Tree

CLASS = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "City",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "EVENT": "Event",
    "PRODUCT": "Product",
    "WORK_OF_ART": "CreativeWork",
    "LAW": "CreativeWork",
    "MISC": "Concept",
}
"""spaCy's labels (OntoNotes 5, and the four of CoNLL 2003) as classes of the ontology."""

ORGANISATION = frozenset(
    "inc inc. corp corp. ltd ltd. plc llc co co. university college school committee party company group bank "
    "association council ministry department agency commission court federation institute foundation union "
    "league times post tribune news airlines motors research holdings partners".split()
)


_SORTS = frozenset(("Person", "Organization", "City", "Country", "Place", "Product", "CreativeWork", "Event"))
_MODEL, _NOUN, _APPOSITION, _TITLE, _WHO, _KNOWN, _AGAINST = 3.0, 4.0, 4.0, 5.0, 2.0, 3.2, 3.5
_OF = frozenset(("of",))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ACT = frozenset(("PERSON", "ORG"))
_BODY_TITLES = frozenset(("business", "sport"))
"""Kinds of titles that are of an organisation: the coach, the chief executive of X."""
_MAY_BE_PERSONS = frozenset(("", "ORG", "PRODUCT", "WORK_OF_ART"))
"""Labels that the model gives to persons now and then."""


@dataclass(slots=True)
class Name:
    """A name where it stands: token offsets without titles, the model's label, and the titles around it."""

    start: int
    end: int
    label: str
    words: tuple[str, ...]
    titles: list[Titled]
    people: bool = False

    @property
    def text(self) -> str:
        """The words joined by spaces."""
        return " ".join(self.words)

    key: tuple[str, ...] = field(init=False)
    """The words in lower case, dots left out."""

    def __post_init__(self) -> None:
        self.key = tuple(w.lower().replace(".", "") or w for w in self.words)


def classes(tree: Tree, names: list[Name], lexicon: Lexicon) -> dict[tuple[str, ...], str]:
    """A class for every name of the document, by its key.

    A full name of a person votes for its last word too, so that one place where the model calls it something else
    follows the others.
    """
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    labelled = Counter(n.key for n in names if n.label)
    for name in names:
        if name.label:
            votes[name.key][CLASS.get(name.label, "Concept")] += _MODEL / labelled[name.key]
        if name.titles and name.label == "PERSON":
            votes[name.key]["Person"] += _TITLE
        if lexicon.capital(name.text) is not None or lexicon.city(name.text) is not None:
            votes[name.key]["City"] += _KNOWN
        if sort := _listed(name, lexicon):
            votes[name.key][sort] += _TITLE
        for sort, weight in _around(tree, name, lexicon):
            votes[name.key][sort] += weight
    keys = {n.key for n in names if not _in_capitals(n)}
    for key in [k for k, v in votes.items() if len(k) > 1 and "of" not in k and _best(v) == "Person"]:
        for short in (key[-1:], key[:1]):
            if short in keys and not (short == key[:1] and votes[short] and _best(votes[short]) != "Person"):
                votes[short]["Person"] += 1 + votes[key]["Person"]
    return {name.key: _class(name, votes.get(name.key)) for name in names}


def _listed(name: Name, lexicon: Lexicon) -> str:
    """The class of a name that the tables know: a bloc or an institution; somebody with a given name and a surname."""
    metonym = lexicon.metonym(name.text)
    if metonym is not None and metonym.kind in ("bloc", "institution"):
        return "Organization"
    return "Person" if name.label in _MAY_BE_PERSONS and called_like_a_person(name, lexicon) else ""


def called_like_a_person(name: Name, lexicon: Lexicon) -> bool:
    """ "Dagny Vestergaard": a given name of one sex and one or two words that are no common nouns."""
    first, last = name.words[0], name.words[-1].lower()
    row = lexicon.first_name(first) if len(name.words) in (2, 3) and not name.people else None
    return (
        row is not None
        and row.gender != ""
        and all(w[:1].isupper() and w.isalpha() for w in name.words)
        and not first.isupper()
        and not any(
            known(text) for text in (first, name.text) for known in (lexicon.city, lexicon.country, lexicon.capital)
        )
        and not (last in ORGANISATION or lexicon.noun(last) or lexicon.events(last, "noun"))
    )


def _best(votes: Mapping[str, float]) -> str:
    return max(votes, key=lambda c: (votes[c], c))


def _class(name: Name, votes: Mapping[str, float] | None) -> str:
    organisation = len(name.key) > 1 and name.key[-1] in ORGANISATION
    if not votes:
        return "Organization" if name.key[-1] in ORGANISATION else "Concept"
    best = _best(votes)
    return "Organization" if organisation and best in ("Person", "City") else best


def _around(tree: Tree, name: Name, lexicon: Lexicon) -> list[tuple[str, float]]:
    """What the words around one place of a name say of its class."""
    found: list[tuple[str, float]] = []
    noun = noun_before(tree, name.start, name.end)
    if noun is not None and (sort := _sort(noun, lexicon)):
        found.append((sort, _NOUN))
    head = head_of(tree, name.start, name.end)
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in _OF
        and head.head.head.pos_ == "NOUN"
        and (sort := _sort(head.head.head, lexicon))
    ):
        if sort in ("City", "Place") and head.head.head.i == head.head.i - 1:
            found.append((sort, _NOUN))
    if name.label == "PERSON" and (sort := _no_person(tree, name, head)):
        found.append((sort, _AGAINST))
    if not name.label and (sort := _with(tree, head)):
        found.append((sort, _WHO))
    if _is_home(tree, name):
        found.append(("City", _NOUN))
    if name.label in ("PERSON", "") and not name.titles and _has_its_own(tree, head):
        found.append(("Organization", _AGAINST))
    partners = [k for k in tree.kids(head) if k.dep_ == "appos" and k.i > head.i and k.pos_ == "NOUN"]
    if head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.i < head.i:
        partners.append(head.head)
    if (
        head.dep_ == "pobj"
        and head.head.lower_ == "of"
        and (title := lexicon.title(head.head.head.lemma_.lower())) is not None
        and title.kind in _BODY_TITLES
    ):
        found.append(("Organization", _WHO))
    if not name.label and _in_capitals(name) and head.dep_ == "pobj" and head.head.head.pos_ == "PROPN":
        found.append(("Organization", _WHO))  # "Ada Berg of NHM"
    relatives = {
        w.lower_ for k in tree.kids(head) if k.dep_ == "relcl" for w in tree.kids(k) if w.tag_ in ("WP", "WDT")
    }
    if relatives & {"who", "whom"}:
        found.append(("Person", _WHO))
    if name.label in ("PERSON", "") and not name.titles and "which" in relatives and head.dep_ in _SUBJECTS:
        found.append(("Organization", _AGAINST))  # "Norrsund, which owns the mine, …"
    for partner in partners:
        if partner.tag_ == "NN" and (sort := _sort(partner, lexicon)):
            found.append((sort, _APPOSITION))
    return found


def _no_person(tree: Tree, name: Name, head: Token) -> str:
    """What a name is that the model takes for a person's: "the Tarvik Courier", "NHM", "in Tarvik"."""
    before = tree.tokens[name.start - 1] if name.start else None
    if name.titles or before is None:
        return ""
    if _in_capitals(name) or (before.lower_ == "the" and before.head.i == head.i and not name.people):
        return "Organization"
    return "City" if head.dep_ == "pobj" and before.lower_ == "in" and before.i == head.head.i else ""


def _with(tree: Tree, head: Token) -> str:
    """ "Norrsund and Tessaro merged": a name that the model does not know is what it is coordinated with."""
    behind = (k for k in tree.kids(head) if k.dep_ == "conj" and k.i > head.i)
    other = head.head if head.dep_ == "conj" else next(behind, None)
    return CLASS.get(other.ent_type_, "") if other is not None and other.ent_type_ in _ACT else ""


def _is_home(tree: Tree, name: Name) -> bool:
    """ "Norrsund-based", "Tarvik-born"."""
    after = tree.tokens[name.end : name.end + 2]
    return len(after) == 2 and after[0].text == "-" and after[1].lower_ in ("based", "born")


def _has_its_own(tree: Tree, head: Token) -> bool:
    """ "Norrsund cut its forecast": who does something with what is "its" is a body, and nobody."""
    if head.dep_ != "nsubj" or head.tag_ != "NNP":
        return False
    objects = [k for k in tree.kids(head.head) if k.dep_ == "dobj" and k.i > head.i]
    return any(w.lower_ == "its" and w.dep_ == "poss" for o in objects for w in tree.kids(o)[:1])


def _in_capitals(name: Name) -> bool:
    """ "NHM"."""
    word = name.words[0]
    return len(name.words) == 1 and len(word) > 1 and word.isalpha() and word.isupper()


def noun_before(tree: Tree, start: int, end: int) -> Token | None:
    """The common noun that stands directly before a name in one phrase with it: "the bank Norrsund"."""
    if start == 0:
        return None
    noun, head = tree.tokens[start - 1], head_of(tree, start, end)
    if noun.tag_ != "NN" or noun.is_punct or noun.ent_type_ in ("DATE", "TIME"):
        return None
    if head.head.i == noun.i or noun.head.i == head.i:
        return noun
    if noun.head.i == head.head.i and noun.i != noun.head.i and head.i != head.head.i:
        return noun
    # "The newspaper Elbe Kurier reported …", read by the parser as a noun with a relative clause and no verb
    return noun if head.head.dep_ == "relcl" and head.head.head.i == noun.i and noun.dep_ == "ROOT" else None


def head_of(tree: Tree, start: int, end: int) -> Token:
    """The token of a span whose own head lies outside of it."""
    for token in tree.tokens[start:end]:
        if (not start <= token.head.i < end or token.head.i == token.i) and not token.is_punct:
            return token
    return tree.tokens[end - 1]


def _sort(noun: Token, lexicon: Lexicon) -> str:
    """The class of what a common noun names, where it says one."""
    lemma = noun.lemma_.lower()
    title = lexicon.title(lemma)
    if title is not None and title.kind not in ("honorific",):
        return "Person"
    row = lexicon.noun(lemma)
    if row is None:
        return ""
    return "Organization" if row.type == "Group" else row.type if row.type in _SORTS else ""
