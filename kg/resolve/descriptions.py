"""Which descriptions stand for something already mentioned: appositions, offices, and repeated heads.

"Ana Silva, Lusia's foreign minister" is one person; so is "the foreign minister" a paragraph later, when only
one person of the article holds that office; and "the strike" after "a missile strike" is that strike.
"""

from __future__ import annotations

from collections import defaultdict

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.epithets import join_ages, join_copulas
from kg.resolve.generic import PLACES, generic_nouns, names_in_nouns, words_of_names
from kg.resolve.mentions import Candidate
from kg.resolve.namespans import NUMERIC
from kg.resolve.titles import Titled
from kg.resolve.types import noun_before
from kg.syntax.tree import Tree

_INDEFINITE = frozenset(("a", "an", "any", "some", "no", "every", "each", "another", "many", "several", "few", "other"))
_POINTING = frozenset(("the", "this", "that", "these", "those", "both", "such"))
_DEMONSTRATIVE = frozenset(("this", "that", "these", "those"))
_YEAR_LENGTH = 4


def join_descriptions(tree: Tree, clusters: Clusters) -> None:
    """Join nominal mentions to what they describe, from precise to loose."""
    by_head = {c.head.i: c for c in clusters.candidates}
    _before_names(tree, clusters, by_head)
    _appositions(tree, clusters, by_head)
    join_copulas(tree, clusters)
    join_ages(tree, clusters)
    _offices(tree, clusters, by_head)
    names_in_nouns(tree, clusters, by_head)
    words_of_names(tree, clusters)
    _heads(clusters)
    generic_nouns(tree, clusters)


def _before_names(tree: Tree, clusters: Clusters, by_head: dict[int, Candidate]) -> None:
    """ "the bank Norrsund", "German carmaker Varnholm": the noun and the name are one thing."""
    for c in clusters.candidates:
        if c.kind is not Kind.NAMED or not c.name:
            continue
        noun = noun_before(tree, c.start, c.end)
        a = by_head.get(noun.i) if noun is not None else None
        if a is not None and a.kind is Kind.NOMINAL and a.end == c.start and _same_sort(a.type, c.type):
            clusters.join(a, c, "noun before the name")
    for c in clusters.candidates:
        if c.kind is Kind.NOMINAL and c.number == "sg" and c.head.lemma_.lower() in PLACES:
            of = next(tree.under(c.head, ("of",)), None)
            named = by_head.get(of.i) if of is not None else None
            if named is not None and named.kind is Kind.NAMED and named.type in ("City", "Place", "Country", "Concept"):
                clusters.join(c, named, "place of that name")


def _appositions(tree: Tree, clusters: Clusters, by_head: dict[int, Candidate]) -> None:
    """ "Ana Silva, the foreign minister", "the President (Berg)", "his counterpart Jon Berg"."""
    for c in clusters.candidates:
        if (whom := _described(tree, c, by_head)) is not None:
            clusters.join(whom, c, "apposition")
            continue
        if c.head.dep_ != "appos" or c.head.head.i not in by_head:
            continue
        a = by_head[c.head.head.i]
        if a is c or Kind.PRONOUN in (a.kind, c.kind) or a.number != c.number:
            continue
        if c.head.ent_type_ in NUMERIC or a.head.ent_type_ in NUMERIC:
            continue
        if a.kind is c.kind is Kind.NAMED:
            bracket = tree.tokens[c.start - 1].text == "(" if c.start else False
            if not bracket or a.type in ("City", "Country", "Place") or len(c.key) == len(a.key):
                continue
        if not _same_sort(a.type, c.type):
            continue
        if any(k.dep_ in ("conj", "cc") for k in tree.kids(c.head)):
            continue
        clusters.join(a, c, "apposition")


def _described(tree: Tree, c: Candidate, by_head: dict[int, Candidate]) -> Candidate | None:
    """ "The mayor of Norrsund, Ada Berg, …", "the wife of Jon Lind, Ada Berg, …": who is named after a description.

    The parser may hang the name on the name under "of", which is a town's or somebody else's.
    """
    tokens = tree.tokens
    if c.kind is not Kind.NAMED or c.type != "Person" or c.head.dep_ not in ("appos", "conj") or c.start == 0:
        return None
    after = tokens[c.end] if c.end < len(tokens) else None
    other = by_head.get(c.head.head.i)
    if tokens[c.start - 1].text != "," or after is None or after.text != "," or other is None:
        return None
    if other.kind is not Kind.NAMED or other.end != c.start - 1 or other.head.dep_ != "pobj":
        return None
    if other.type == "Person" and (len(other.key) < 2 or len(c.key) < 2 or other.key[0] == c.key[0]):
        return None
    whom = by_head.get(other.head.head.head.i)
    if whom is None or whom.kind is not Kind.NOMINAL or whom.type != "Person" or whom.number != "sg":
        return None
    return whom if whom.definite in ("", "the", "poss") and whom.end <= other.head.head.i else None


def _same_sort(a: str, b: str) -> bool:
    """Whether two classes may be of one thing in an apposition, where nothing else vouches for it."""
    places, bodies = {"City", "Country", "Place"}, {"Organization", "Group", "Product"}
    return a == b or {a, b} <= places or {a, b} <= bodies or ("Concept" in (a, b) and not {"Event", "Person"} & {a, b})


def office_of(titled: Titled, clusters: Clusters, by_head: dict[int, Candidate]) -> Candidate | None:
    """The mention of what a title is of: the country, party or company."""
    return by_head.get(titled.of.i) if titled.of is not None else None


def is_kin(titled: Titled, clusters: Clusters, by_head: dict[int, Candidate]) -> bool:
    """Whether a title says whose relative somebody is: "his father", "Berg's sister"; and no clergyman's."""
    if titled.title.kind == "kinship":
        return True
    if titled.title.kind != "clergy" or titled.of is None:
        return False
    of = by_head.get(titled.of.i)
    return titled.of.tag_ in ("PRP$", "WP$") or (of is not None and clusters.type(of) == "Person")


def _offices(tree: Tree, clusters: Clusters, by_head: dict[int, Candidate]) -> None:
    """ "the US President", "the foreign minister": to the person of the article who bears that title."""
    bearers: dict[str, list[tuple[Candidate, str]]] = defaultdict(list)
    left: dict[str, list[tuple[Candidate, str]]] = defaultdict(list)
    for c in clusters.candidates:
        for t in c.titles:
            if c.kind is Kind.NAMED or clusters.named(c):
                (left if t.former else bearers)[t.title.label].append((c, _of_name(t, clusters, by_head)))
    _counterparts(tree, clusters, by_head, bearers)
    short = _by_last_word(bearers)
    for c in clusters.candidates:
        if c.kind is not Kind.NOMINAL or c.number == "pl" or c.definite in _INDEFINITE or clusters.named(c):
            continue
        if c.definite in _DEMONSTRATIVE and c.type == "Person":
            _nearest_person(clusters, c)
            continue
        if not c.titles:
            continue
        label = c.titles[0].title.label
        known = left[label] if c.titles[0].former else bearers[label] or left[label] or short[label]
        wanted = _of_name(c.titles[0], clusters, by_head)
        if not (c.definite in ("the", "poss") or wanted or c.head.tag_ == "NNP"):
            continue
        fits = [(a, of) for a, of in known if not wanted or not of or of == wanted]
        fits = [(a, of) for a, of in fits if wanted == of] or fits
        before = [a for a, _ in fits if a.order < c.order]
        choice = (
            max(before, key=lambda a: a.order)
            if before
            else min((a for a, _ in fits), key=lambda a: a.order, default=None)
        )
        if choice is not None:
            clusters.join(choice, c, "office")


def _by_last_word(bearers: dict[str, list[tuple[Candidate, str]]]) -> dict[str, list[tuple[Candidate, str]]]:
    """ "Police Chief Berg … the chief": who bears a title of several words, by its last."""
    short: dict[str, list[tuple[Candidate, str]]] = defaultdict(list)
    for label, known in bearers.items():
        first, _, last = label.rpartition(" ")
        if first:
            short[last] += known
    return short


def _of_name(titled: Titled, clusters: Clusters, by_head: dict[int, Candidate]) -> str:
    of = office_of(titled, clusters, by_head)
    if of is None:
        return ""
    return of.country.name if of.country else str(clusters.root(of))


def _counterparts(
    tree: Tree, clusters: Clusters, by_head: dict[int, Candidate], bearers: dict[str, list[tuple[Candidate, str]]]
) -> None:
    """ "his US counterpart Jon Berg" bears the title of whoever "his" is: the subject before it."""
    for c in list(clusters.candidates):
        if c.head.lemma_.lower() != "counterpart" or not clusters.named(c):
            continue
        subject = next(
            (
                a
                for a in reversed(clusters.candidates[: c.order])
                if a.sentence == c.sentence and a.titles and a.kind is Kind.NAMED
            ),
            None,
        )
        of = next((k for k in tree.kids(c.head) if k.dep_ in ("compound", "amod", "nmod") and k.i in by_head), None)
        if subject is None or of is None:
            continue
        person = next(m for m in clusters.members(c) if m.kind is Kind.NAMED)
        lent = Titled(subject.titles[0].title, c.start, c.end, of)
        person.titles = (*person.titles, lent)
        bearers[lent.title.label].append((person, _of_name(lent, clusters, by_head)))


def _nearest_person(clusters: Clusters, c: Candidate) -> None:
    for a in reversed(clusters.candidates[: c.order]):
        if c.sentence - a.sentence > 1:
            return
        if a.kind is Kind.NAMED and a.type == "Person" and clusters.join(a, c, "demonstrative"):
            return


def _heads(clusters: Clusters) -> None:
    """ "a missile strike" … "the strike": the same head, nothing new in the modifiers."""
    earlier: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in clusters.candidates:
        named = c.kind is Kind.NAMED and c.modifiers  # "the 2011 Norrsund election", a name of such words
        if not (c.kind is Kind.NOMINAL or named) or c.head.ent_type_ in NUMERIC:
            continue
        lemma = c.head.lemma_.lower()
        number = "" if c.type == "Event" else c.number
        known = earlier[lemma, number]
        if c.definite not in _INDEFINITE and (c.definite or c.modifiers) and c.head.dep_ != "attr":
            for a in reversed(known[-12:]):
                if _repeats(a, c) and clusters.join(a, c, "same head"):
                    break
        known.append(c)


def _repeats(a: Candidate, c: Candidate) -> bool:
    extra = c.modifiers - a.modifiers
    if c.type == "Event":
        years_a, years_c = _years(a), _years(c)
        if years_a and years_c and years_a != years_c:
            return False
        extra = extra - years_c
        if extra or (a.number != c.number and not (c.definite in _POINTING or c.modifiers & a.modifiers)):
            return False
        return c.definite in _POINTING or bool(c.modifiers) or (a.modifiers == c.modifiers and a.definite == c.definite)
    if extra:
        return False
    if c.definite in _POINTING:
        return True
    return c.definite == a.definite and c.modifiers == a.modifiers and (c.definite == "poss" or bool(c.modifiers))


def _years(c: Candidate) -> frozenset[str]:
    return frozenset(m for m in c.modifiers if m.isdigit() and len(m) == _YEAR_LENGTH)
