"""Mentions: every stretch of words that may stand for an entity, before anybody knows for which.

Named mentions are names with the titles before them, of a class that the whole document votes on. Nominal mentions are
noun phrases, from their first modifier to their head; pronouns stand alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Token

from kg.lexicon import Country, Lexicon, Title
from kg.model import Kind, Span
from kg.resolve.aged import year_old
from kg.resolve.counted import counted, surname
from kg.resolve.inhabitants import opens_at
from kg.resolve.namespans import NUMERIC, name_spans
from kg.resolve.nested import nested_names
from kg.resolve.occasions import is_occasion
from kg.resolve.titles import Titled, apart, titled, year_before
from kg.resolve.types import Name, classes, head_of
from kg.syntax.tree import Tree

PRONOUNS: dict[str, tuple[int, str, str]] = {
    word: (person, number, gender)
    for person, number, gender, words in (
        (1, "sg", "", "i me my mine myself"),
        (1, "pl", "", "we us our ours ourselves"),
        (2, "", "", "you your yours yourself yourselves"),
        (3, "sg", "m", "he him his himself"),
        (3, "sg", "f", "she her hers herself"),
        (3, "sg", "n", "it its itself"),
        (3, "pl", "", "they them their theirs themselves"),
    )
    for word in words.split()
}
"""Person, number and gender of the personal pronouns."""

TWO = frozenset(("two", "2", "both"))
"""Words for two."""
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent"))
_INSIDE = frozenset("det amod compound nummod nmod poss quantmod predet advmod case neg npadvmod punct".split())


@dataclass(slots=True, eq=False)
class Candidate:
    """A mention in the making. `start` and `end` are token offsets of the mention, `name` its bare name's words."""

    start: int
    end: int
    head: Token
    kind: Kind
    type: str
    name: tuple[str, ...] = ()
    number: str = "sg"
    gender: str = ""
    person: int = 3
    definite: str = ""
    modifiers: frozenset[str] = frozenset()
    titles: tuple[Titled, ...] = ()
    country: Country | None = None
    rule: str = "alone"
    sentence: int = 0
    quoted: bool = False
    weak: bool = False
    alias: bool = False
    """A nickname, whose words are no surname."""
    members: tuple[Candidate, ...] = ()
    order: int = field(default=0)

    key: tuple[str, ...] = field(init=False)
    """The name in lower case, dots left out."""

    def __post_init__(self) -> None:
        self.key = tuple(w.lower().replace(".", "") or w for w in self.name)

    @property
    def subject(self) -> bool:
        """Whether it is a subject."""
        return self.head.dep_ in ("nsubj", "nsubjpass")

    def span(self, tree: Tree) -> Span:
        """Its characters."""
        last = tree.tokens[self.end - 1]
        return Span(tree.tokens[self.start].idx, last.idx + len(last))


def mentions(tree: Tree, lexicon: Lexicon) -> list[Candidate]:
    """All candidates of the parts of the document that are read, in the order of the text, no two with one head."""
    named = _named(tree, lexicon)
    taken = {i for c in named for i in range(c.start, c.end)}
    found = {c.head.i: c for c in named}
    own = {t.end - 1 for c in named for t in c.titles if t.end <= c.start}  # "the mayor" in "the mayor Ada Berg"
    called = {c.key[-1] for c in named if c.type == "Person" and len(c.key) > 1}
    for token in tree.tokens:
        if token.i in taken or token.i in found or not tree.read(token):
            continue
        word = token.lower_
        if (
            word in PRONOUNS
            and token.pos_ in ("PRON", "DET", "ADJ", "PROPN", "NOUN")
            and (token.tag_ in ("PRP", "PRP$") or word != "us")
        ):
            found[token.i] = _pronoun(token)
        elif word in ("both", "two") and _stands_for_two(tree, token):
            found[token.i] = _the_two(tree, token)
        elif points(token):
            found[token.i] = Candidate(token.i, token.i + 1, token, Kind.PRONOUN, "Event")
        elif word == "old" and (aged := _year_old(tree, token.i)) is not None:
            found[token.i] = aged
        elif number := counted(tree, token, lexicon):
            found[token.i] = _counted(tree, token, number)
        elif word in called and surname(token, lexicon):
            found[token.i] = Candidate(token.i, token.i + 1, token, Kind.NAMED, "Person", (token.text,))
        elif token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in NUMERIC:
            nominal = _nominal(tree, token, lexicon, own)
            if nominal:
                found[token.i] = nominal
    out = sorted(found.values(), key=lambda c: (c.start, -c.end, c.head.i))
    sentence_of = _sentences(tree)
    for n, candidate in enumerate(out):
        candidate.order = n
        candidate.sentence = sentence_of[candidate.head.i]
        candidate.quoted = tree.quote_of[candidate.head.i] >= 0
    return out


def _sentences(tree: Tree) -> list[int]:
    out, n = [], -1
    for token in tree.tokens:
        n += bool(token.is_sent_start) or token.i == 0
        out.append(n)
    return out


def _named(tree: Tree, lexicon: Lexicon) -> list[Candidate]:
    spans = name_spans(tree, lexicon)
    types = classes(tree, spans, lexicon)
    found = [_name(tree, name, types[name.key], lexicon) for name in spans]
    heads = {c.head.i for c in found}
    for name, cls in nested_names(tree, spans, types, lexicon):
        inner = _name(tree, name, cls, lexicon)
        if inner.head.i not in heads:
            found.append(inner)
    return found


def _name(tree: Tree, name: Name, cls: str, lexicon: Lexicon) -> Candidate:
    country = lexicon.country(name.text)
    head = head_of(tree, name.start, name.end)
    if country and (cls != "Person" or _demonym(name, head, country)):
        cls = "Group" if name.people else "Country"
    else:
        country = None
    if country is not None and (first := opens_at(tree, name, head, country)) is not None:
        words = tree.tokens[first : name.end]
        return Candidate(
            first,
            name.end,
            head,
            Kind.NOMINAL,
            "Person",
            definite="the",
            modifiers=frozenset(t.lower_ for t in words if not t.is_punct and t.lower_ != "the"),
        )
    titles = name.titles if cls in ("Person", "Concept") else []
    start = min([name.start, *(t.start for t in takewhile(lambda t: not apart(tree, t, head), titles))])
    gender = next((t.title.gender for t in titles if t.title.gender in ("m", "f")), "")
    definite = tree.tokens[start - 1].lower_ if start else ""
    several = cls == "Group" or (cls == "Person" and definite in ("the", "both"))  # "the Bergs", but "Ana Roberts"
    return Candidate(
        start,
        name.end,
        head,
        Kind.NAMED,
        cls,
        name.words,
        "pl" if several and head.tag_ in ("NNS", "NNPS") else "sg",
        gender,
        titles=tuple(titles),
        country=country,
        weak=name.label == "",
        definite=definite,
        modifiers=frozenset(name.key[:-1]) if is_occasion(name) else frozenset(),
    )


def _demonym(name: Name, head: Token, country: Country) -> bool:
    """Whether a name is the adjective of a country before a noun: "the Kenyan team", whomever the model sees in it."""
    before = head.dep_ in ("amod", "compound", "nmod") and head.head.i > head.i
    return before and not name.titles and country.is_adjective(name.text) and name.text != country.name


# ------------------------------------------------------------------ descriptions and pronouns


def _nominal(tree: Tree, token: Token, lexicon: Lexicon, own: set[int]) -> Candidate | None:
    if (
        token.i not in own
        and token.dep_ in ("compound", "nmod", "amod", "npadvmod", "nummod")
        and token.head.pos_ in ("NOUN", "PROPN")
        and token.head.i > token.i
    ):
        return None
    if token.is_punct or not any(c.isalpha() for c in token.text):
        return None
    lemma = _lemma(token, lexicon)
    row = lexicon.noun(lemma)
    if row is not None and row.type == "Stop":
        return None
    start = _left_edge(tree, token)
    if token.i in own and token.head.i > token.i:
        start = min(start, _left_edge(tree, token.head))
    inner = tree.tokens[start : token.i + 1]
    first = inner[0]
    plural = token.tag_ in ("NNS", "NNPS")
    titles = titled(tree, start, token.i + 1, lexicon, nominal=True)
    person = bool(titles) and titles[0].title.kind != "honorific"
    cls = "Person" if person else (row.type if row else "Event" if lexicon.events(lemma, "noun") else "Concept")
    gender = (titles[0].title.gender if titles else "") or (row.gender if row else "")
    if cls == "Person" and not plural and not titles and len(inner) == 1 and token.dep_ == "pobj":
        return None  # "in person"
    if plural and cls == "Person":
        cls, gender = "Group", ""
    poss = any(k.dep_ == "poss" for k in tree.kids(token))
    definite = (
        "poss"
        if poss and first.tag_ != "PRP$"
        else first.lower_
        if first.pos_ in ("DET", "PRON") or first.tag_ == "PRP$"
        else ""
    )
    modifiers = frozenset(
        t.lower_ for t in inner if t.i != token.i and t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
    )
    return Candidate(
        start,
        token.i + 1,
        token,
        Kind.NOMINAL,
        cls,
        number="pl" if plural else "sg",
        gender=gender if gender in ("m", "f") else "",
        definite=definite,
        modifiers=modifiers,
        titles=tuple(titles),
    )


def _lemma(token: Token, lexicon: Lexicon) -> str:
    """The lemma; of a plural at the head of a sentence, which the model may take for a name, the singular."""
    lemma = token.lemma_.lower()
    if lemma.endswith("s") and lexicon.noun(lemma) is None and lexicon.noun(lemma[:-1]) is not None:
        return lemma[:-1]
    return lemma


def _left_edge(tree: Tree, token: Token) -> int:
    """The first token of a noun phrase's own words, up to its head."""
    start = token.i
    year = year_before(tree, token)
    stack = [k for k in tree.kids(token) if k.i < token.i and k.dep_ in _INSIDE and k is not year]
    while stack:
        kid = stack.pop()
        start = min(start, kid.i)
        stack.extend(k for k in tree.kids(kid) if k.i < token.i)
    while start < token.i and (tree.tokens[start].is_punct or tree.tokens[start].is_space):
        start += 1
    return start


def _stands_for_two(tree: Tree, token: Token) -> bool:
    """ "Both smiled", "the two have met": a word for two that has no noun."""
    if token.dep_ not in _ARGUMENTS or token.pos_ in ("NOUN", "PROPN"):
        return False
    kids = tree.kids(token)
    if any(k.dep_ not in ("det", "advmod", "punct", "acl", "relcl") for k in kids):
        return False
    return token.lower_ == "both" or any(k.lower_ == "the" for k in kids)


def _the_two(tree: Tree, token: Token) -> Candidate:
    start = min([token.i, *(k.i for k in tree.kids(token) if k.dep_ == "det")])
    return Candidate(
        start, token.i + 1, token, Kind.PRONOUN, "Concept", number="pl", definite="the" if start < token.i else "both"
    )


def _counted(tree: Tree, token: Token, number: str) -> Candidate:
    """ "*A third* said hers was cold": unnamed, and never one of those before."""
    cls = "Person" if number == "sg" else "Group"
    return Candidate(_left_edge(tree, token), token.i + 1, token, Kind.NOMINAL, cls, number=number, definite="a")


def _pronoun(token: Token) -> Candidate:
    person, number, gender = PRONOUNS[token.lower_]
    return Candidate(
        token.i,
        token.i + 1,
        token,
        Kind.PRONOUN,
        "Person" if gender in ("m", "f") or person in (1, 2) else "Concept",
        number=number or "sg",
        gender=gender if gender in ("m", "f") else "",
        person=person,
    )


def _year_old(tree: Tree, i: int) -> Candidate | None:
    """ "The 45-year-old thanked her coach": somebody called by the age alone, whose last word is token `i`."""
    age = year_old(tree.tokens, i + 1)
    if age is None or not age.i or not age.text.isdecimal() or tree.tokens[age.i - 1].lower_ != "the":
        return None
    head = tree.tokens[i]
    if head.head.i > i and head.head.pos_ in ("NOUN", "PROPN") and head.dep_ in ("amod", "compound", "nmod"):
        return None
    return Candidate(
        age.i - 1,
        i + 1,
        head,
        Kind.NOMINAL,
        "Person",
        definite="the",
        modifiers=frozenset((age.text,)),
    )


def points(token: Token) -> bool:
    """ "This angered Moscow", "But that failed": a *this* or *that* opens a sentence, as the subject of its verb."""
    return (
        token.lower_ in ("this", "that")
        and token.tag_ == "DT"
        and token.dep_ in ("nsubj", "nsubjpass")
        and token.head.dep_ == "ROOT"
        and bool(token.is_sent_start or (token.i > 0 and token.nbor(-1).is_sent_start and token.nbor(-1).dep_ == "cc"))
    )


def title_rows(candidate: Candidate) -> tuple[Title, ...]:
    """The titles that stand with a mention."""
    return tuple(t.title for t in candidate.titles)
