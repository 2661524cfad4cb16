"""Mentions: every stretch of words that may stand for an entity, before anybody knows for which.

Named mentions start from the model's named entities and are corrected: titles, determiners and possessive
marks stand outside of the name, a name the model missed in one place is found by its other places, and a
type is voted on by the whole document. Nominal mentions are noun phrases, from their first modifier to their
head; pronouns stand alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span as Entity
from spacy.tokens import Token

from kg.lexicon import Country, Lexicon, Title
from kg.model import Kind, Span
from kg.resolve.titles import Titled, titled
from kg.resolve.types import ORGANISATION, Name, classes, head_of
from kg.syntax.tree import Tree

NUMERIC = frozenset(("CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY", "TIME", "DATE", "LANGUAGE"))
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

_INSIDE = frozenset(("det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet", "advmod", "case", "neg", "npadvmod", "punct"))
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
    members: tuple[Candidate, ...] = ()
    order: int = field(default=0)

    @property
    def key(self) -> tuple[str, ...]:
        """The name in lower case, dots left out."""
        return tuple(w.lower().replace(".", "") or w for w in self.name)

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
    for token in tree.tokens:
        if token.i in taken or token.i in found or not tree.read(token):
            continue
        if token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET", "ADJ", "PROPN", "NOUN") and (token.tag_ in ("PRP", "PRP$") or token.lower_ != "us"):
            found[token.i] = _pronoun(token)
        elif token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in NUMERIC:
            nominal = _nominal(tree, token, lexicon, taken)
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


# ------------------------------------------------------------------ names


def _named(tree: Tree, lexicon: Lexicon) -> list[Candidate]:
    spans = _name_spans(tree, lexicon)
    types = classes(tree, spans, lexicon)
    found: list[Candidate] = []
    for name in spans:
        country = lexicon.country(name.text)
        cls = types[name.key]
        if country and cls != "Person":
            cls = "Group" if name.people else "Country"
        else:
            country = None
        head = head_of(tree, name.start, name.end)
        start = min([name.start, *(t.start for t in name.titles)])
        gender = next((t.title.gender for t in name.titles if t.title.gender in ("m", "f")), "")
        plural = head.tag_ in ("NNS", "NNPS") and cls in ("Group", "Person")
        found.append(
            Candidate(
                start, name.end, head, Kind.NAMED, cls, name.words, "pl" if plural else "sg", gender,
                titles=tuple(name.titles), country=country, weak=name.label == "",
                definite=tree.tokens[start - 1].lower_ if start else "",
            )
        )  # fmt: skip
    return found


def _name_spans(tree: Tree, lexicon: Lexicon) -> list[Name]:
    """The names of the document: the model's, trimmed; demonyms; and runs of proper nouns that it missed."""
    tokens = tree.tokens
    names: list[Name] = []
    taken: set[int] = set()
    for entity in tree.doc.ents:
        if entity.label_ not in NUMERIC and tree.read(entity[0]):
            names += _trimmed(tree, entity, lexicon)
    names = _outside_titles(_completed(tree, names, lexicon))
    for name in names:
        taken.update(range(name.start, name.end))
        taken.update(i for t in name.titles for i in range(t.start, t.end))
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if i in taken or not tree.read(token) or token.is_punct or token.is_space:
            i += 1
            continue
        country = lexicon.country(token.text) if token.text[:1].isupper() else None
        if country and token.pos_ in ("ADJ", "PROPN", "NOUN"):
            names.append(_name(tree, i, i + 1, "NORP", lexicon))
            i += 1
            continue
        end = i
        while end < len(tokens) and end not in taken and _in_run(tree, end):
            end += 1
        if end > i:
            names += _run(tree, i, end, lexicon)
        i = max(end, i + 1)
    return _outside_titles(sorted(names, key=lambda n: (n.start, -n.end)))


def _completed(tree: Tree, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Names that the parse goes on with: "Rosa Quispe" + "Talavera", "Riga" + "Harbour" are one compound each."""
    starts = {n.start: n for n in names}
    gone: set[int] = set()
    out: list[Name] = []
    for name in names:
        if name.start in gone:
            continue
        label, end = name.label, name.end
        while end < len(tree.tokens) and _goes_on(tree, end, lexicon):
            follower = starts.get(end)
            if follower is not None and follower.label != label or (label not in ("PERSON", "ORG", "FAC") and follower is None and label != "GPE"):
                break
            if follower is None and label == "GPE":
                label = ""
            gone.add(end)
            end = follower.end if follower is not None else end + 1
        out.append(name if end == name.end else _name(tree, name.start, end, label, lexicon))
    return out


def _goes_on(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether token `i` is the head, or a further compound, of the compound that the token before it belongs to."""
    before, token = tree.tokens[i - 1], tree.tokens[i]
    if token.pos_ != "PROPN" or not token.text[:1].isupper() and token.dep_ != "compound" or before.dep_ not in ("compound", "nmod"):
        return False
    if lexicon.title(token.lower_) is not None or lexicon.noun(token.lower_) is not None and lexicon.noun(token.lower_).type == "Person":  # type: ignore[union-attr]
        return False
    return before.head.i >= i and all(t.pos_ == "PROPN" for t in tree.tokens[i : before.head.i + 1])


def _in_run(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.text == "-":
        return 0 < i < len(tree.tokens) - 1 and not token.whitespace_ and not tree.tokens[i - 1].whitespace_ and tree.tokens[i + 1].pos_ == "PROPN"
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _trimmed(tree: Tree, entity: Entity, lexicon: Lexicon) -> list[Name]:
    tokens = tree.tokens
    start, end = entity.start, entity.end
    for i in range(start, end):  # never across a line break
        if tokens[i].is_space and "\n" in tokens[i].text:
            end = i
            break
    while start < end and (tokens[start].pos_ == "DET" or tokens[start].tag_ == "PRP$" or tokens[start].is_space or tokens[start].lower_ in ("the", "a", "an")
                           or (tokens[start].is_punct and tokens[start].text != "(")):  # fmt: skip
        start += 1
    while end > start and (tokens[end - 1].tag_ == "POS" or tokens[end - 1].is_space or (tokens[end - 1].is_punct and not tokens[end - 1].text[0].isalnum())
                           or tokens[end - 1].text in ("'s", "’s", "'", "’")):  # fmt: skip
        end -= 1
    while end + 1 < len(tokens) and tokens[end].text == "-" and not tokens[end].whitespace_ and not tokens[end - 1].whitespace_ and tokens[end + 1].pos_ == "PROPN":
        end += 2  # a name with a hyphen that the model cut
    if start >= end or not any(t.is_alpha or t.text[:1].isalnum() for t in tokens[start:end]):
        return []
    if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens[start:end]) and entity.label_ in ("PERSON", "ORG", "GPE", "NORP"):
        if any(t.text.isascii() for t in tokens[start:end]):
            return []
    return [_name(tree, start, end, entity.label_, lexicon)]


def _name(tree: Tree, start: int, end: int, label: str, lexicon: Lexicon) -> Name:
    titles = titled(tree, start, end, lexicon, inside=label in ("PERSON", "PER", ""))
    inner = max([start, *(t.end for t in titles if t.end < end)])
    words = tuple(t.text for t in tree.tokens[inner:end] if not t.is_space)
    if titles and any(t.title.kind != "kinship" for t in titles):
        label = "PERSON" if label in ("", "ORG", "GPE", "PRODUCT", "WORK_OF_ART", "FAC", "LOC", "NORP") and _may_be_person(words, lexicon) else label
    people = tree.tokens[end - 1].tag_ in ("NNS", "NNPS")
    return Name(inner, end, label, words, titles, people)


def _may_be_person(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    return len(words) <= 4 and lexicon.country(" ".join(words)) is None and words[-1].lower() not in ORGANISATION


def _run(tree: Tree, start: int, end: int, lexicon: Lexicon) -> list[Name]:
    """A run of proper nouns that the model gave no label."""
    name = _name(tree, start, end, "", lexicon)
    whole = " ".join(t.lower_ for t in tree.tokens[start:end])
    if lexicon.title(whole) or lexicon.noun(whole) or not any(t.is_alpha for t in tree.tokens[name.start : end]):
        return []
    last = tree.tokens[end - 1]
    if lexicon.noun(last.lemma_.lower()) and lexicon.title(last.lower_):
        return []
    return [name]


def _outside_titles(names: list[Name]) -> list[Name]:
    """Leave out names that stand inside another's title ("State" in "Secretary of State Rex …"), and doubles."""
    covered = {i for n in names for t in n.titles for i in range(t.start, t.end)}
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if all(i in covered for i in range(name.start, name.end)):
            continue
        if out and name.start < out[-1].end:
            continue
        out.append(name)
    return out


# ------------------------------------------------------------------ descriptions and pronouns


def _nominal(tree: Tree, token: Token, lexicon: Lexicon, taken: set[int]) -> Candidate | None:
    if token.dep_ in ("compound", "nmod", "amod", "npadvmod", "nummod") and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i:
        return None
    if token.is_punct or not any(c.isalpha() for c in token.text):
        return None
    lemma = _lemma(token, lexicon)
    row = lexicon.noun(lemma)
    if row is not None and row.type == "Stop":
        return None
    start = _left_edge(tree, token)
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
    definite = "poss" if poss and first.tag_ != "PRP$" else first.lower_ if first.pos_ in ("DET", "PRON") or first.tag_ == "PRP$" else ""
    modifiers = frozenset(t.lower_ for t in inner if t.i != token.i and t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB"))
    return Candidate(
        start, token.i + 1, token, Kind.NOMINAL, cls, number="pl" if plural else "sg", gender=gender if gender in ("m", "f") else "",
        definite=definite, modifiers=modifiers, titles=tuple(titles),
    )  # fmt: skip


def _lemma(token: Token, lexicon: Lexicon) -> str:
    """The lemma; of a plural at the head of a sentence, which the model may take for a name, the singular."""
    lemma = token.lemma_.lower()
    if lemma.endswith("s") and lexicon.noun(lemma) is None and lexicon.noun(lemma[:-1]) is not None:
        return lemma[:-1]
    return lemma


def _left_edge(tree: Tree, token: Token) -> int:
    """The first token of a noun phrase's own words, up to its head."""
    start = token.i
    stack = [k for k in tree.kids(token) if k.i < token.i and k.dep_ in _INSIDE]
    while stack:
        kid = stack.pop()
        start = min(start, kid.i)
        stack.extend(k for k in tree.kids(kid) if k.i < token.i)
    while start < token.i and (tree.tokens[start].is_punct or tree.tokens[start].is_space):
        start += 1
    return start


def _pronoun(token: Token) -> Candidate:
    person, number, gender = PRONOUNS[token.lower_]
    return Candidate(
        token.i, token.i + 1, token, Kind.PRONOUN, "Person" if gender in ("m", "f") or person in (1, 2) else "Concept",
        number=number or "sg", gender=gender if gender in ("m", "f") else "", person=person,
    )  # fmt: skip


def title_rows(candidate: Candidate) -> tuple[Title, ...]:
    """The titles that stand with a mention."""
    return tuple(t.title for t in candidate.titles)
