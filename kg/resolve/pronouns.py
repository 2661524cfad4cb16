"""Pronouns: I and we by who speaks, he, she, it and they by a score over what stands before them.

The score adds up readable weights for nearness, grammatical role and parallelism (the factors of Lappin and Leass
1994); binding and agreement rule candidates out beforehand. The window is a few sentences, so time grows with the
length of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.groups import coordinations
from kg.resolve.mentions import Candidate
from kg.resolve.namespans import NUMERIC
from kg.syntax.tree import Tree

WEIGHTS = {
    "sentence": -1.0,
    "token": -0.01,
    "subject": 1.2,
    "object": 0.5,
    "possessor": 0.2,
    "low": -0.5,
    "parallel": 0.5,
    "local": 0.8,
    "command": 0.5,
    "name": 0.4,
    "pronoun": 0.8,
    "animate": 0.5,
    "gender": 1.0,
    "after": -2.5,
    "frequent": 0.15,
    "body": 0.5,
    "quote": -0.5,
    "weak": -1.5,
    "group": 1.0,
    "speaker": 1.5,
    "people": 0.8,
    "fronted": 1.0,
}
LEAST = -3.5
_WINDOW = {"m": 3, "f": 3, "": 2}
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
_BODIES = frozenset(("Organization", "Country", "City", "Product", "CreativeWork", "Event", "Concept", "Place"))
_WEATHER = frozenset(("seem", "appear", "happen", "rain", "snow", "turn"))


def join_pronouns(tree: Tree, clusters: Clusters, speakers: Mapping[int, Token], sources: Collection[int]) -> None:
    """Join pronouns to what they stand for.

    `speakers` has the head of the source for each quotation's number, `sources` the heads of all sources of sayings.
    """
    by_head = {c.head.i: c for c in clusters.candidates}
    _first_person(tree, clusters, speakers, by_head)
    _genders(clusters)
    pairs: dict[int, list[tuple[Candidate, ...]]] = {}
    for members in coordinations(tree, clusters.candidates):
        pairs.setdefault(members[0].sentence, []).append(members)
    for c in clusters.candidates:
        if c.kind is Kind.PRONOUN and c.person == 3 and not (c.head.lower_ == "it" and pleonastic(tree, c.head)):
            _third_person(tree, clusters, c, pairs, speakers, sources)


def _first_person(
    tree: Tree, clusters: Clusters, speakers: Mapping[int, Token], by_head: Mapping[int, Candidate]
) -> None:
    """ "I" in a quotation is its speaker; "we" are the same "we" for one speaker."""
    sides: dict[int, Candidate] = {}
    for c in clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.person != 1:
            continue
        head = speakers.get(tree.quote_of[c.head.i])
        speaker = by_head.get(head.i) if head is not None else None
        if speaker is None:
            continue
        if c.number == "sg":
            clusters.join(speaker, c, "speaker")
        else:
            c.members = (speaker,)
            first = sides.setdefault(clusters.root(speaker), c)
            if first is not c:
                clusters.join(first, c, "speaker's side")


def _genders(clusters: Clusters) -> None:
    """A person's gender from the text: he or she in a sentence that has named nobody else so far."""
    votes: dict[int, dict[str, int]] = {}
    people: list[int] = []
    sentence = -1
    for c in clusters.candidates:
        if c.sentence != sentence:
            people, sentence = [], c.sentence
        if clusters.type(c) == "Person" and c.kind is not Kind.PRONOUN:
            people = [*people, clusters.root(c)]
        elif c.kind is Kind.PRONOUN and c.gender and len(set(people)) == 1:
            of = votes.setdefault(people[0], {})
            of[c.gender] = of.get(c.gender, 0) + 1
    for root, of in votes.items():
        first = clusters.by_root(root)[0]
        if not clusters.gender(first) and (len(of) == 1 or max(of.values()) > 2 * min(of.values())):
            first.gender = max(of, key=lambda g: of[g])


def pleonastic(tree: Tree, token: Token) -> bool:
    """ "It is clear that …", "it seems", "it rained": an *it* that stands for nothing."""
    verb = token.head
    if token.dep_ == "expl":
        return True
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    kids = tree.kids(verb)
    if verb.lemma_ in _WEATHER or (token.dep_ == "nsubjpass" and any(k.dep_ == "ccomp" for k in kids)):
        return True
    if verb.lemma_ == "be":
        adjectives = [k for k in kids if k.dep_ in ("acomp", "attr")]
        below = [g for k in adjectives for g in tree.kids(k)] + kids
        return bool(adjectives) and any(
            g.dep_ in ("ccomp", "xcomp", "csubj") or (g.dep_ == "advcl" and g.tag_ == "VB") for g in below
        )
    return False


def _third_person(
    tree: Tree,
    clusters: Clusters,
    c: Candidate,
    pairs: Mapping[int, list[tuple[Candidate, ...]]],
    speakers: Mapping[int, Token],
    sources: Collection[int],
) -> None:
    best: Candidate | tuple[Candidate, ...] | None = None
    top = LEAST
    window = _WINDOW[c.gender]
    barred = _barred(clusters, c)
    for n in range(c.order - 1, -1, -1):
        a = clusters.candidates[n]
        if c.sentence - a.sentence > window:
            break
        if clusters.root(a) in barred:
            continue
        value = _score(tree, clusters, c, a, speakers)
        if value is not None and c.subject and c.head.i in sources and a.head.i in sources:
            value += WEIGHTS["speaker"]  # "he said" goes on with who spoke before
        if value is not None and value > top:
            best, top = a, value
    if c.gender:
        for a in clusters.candidates[c.order + 1 :]:
            if a.sentence != c.sentence:
                break
            if a.kind is Kind.NAMED and clusters.root(a) not in barred:
                value = _score(tree, clusters, c, a, speakers)
                late = WEIGHTS["fronted"] if _fronted(tree, c.head, a.head) else WEIGHTS["after"]
                if value is not None and value + late > top:
                    best, top = a, value + late
    if c.number == "pl":
        for sentence in range(c.sentence, c.sentence - window - 1, -1):
            for members in pairs.get(sentence, ()):
                if members[-1].order < c.order and not _same_clause(members[0].head, c.head):
                    value = _place(tree, c, members[0]) + WEIGHTS["group"]
                    if value > top:
                        best, top = members, value
    if isinstance(best, tuple):
        c.members = best
        c.rule = "coordination"
    elif best is not None:
        clusters.join(best, c, "pronoun")


def _fronted(tree: Tree, pronoun: Token, name: Token) -> bool:
    """ "In his own briefing, Berg said": a possessive before the subject of the clause that it is fronted in."""
    if pronoun.dep_ != "poss" or name.dep_ not in ("nsubj", "nsubjpass"):
        return False
    top = next((t for t in tree.ancestors(pronoun) if t.dep_ == "prep"), None)
    return top is not None and top.head.i == name.head.i and top.i < name.i


def _barred(clusters: Clusters, c: Candidate) -> set[int]:
    """The clusters of the other arguments of the pronoun's verb, which it cannot be (principle B)."""
    if c.head.lower_ in _REFLEXIVE or c.head.dep_ == "poss":
        return set()
    verb = c.head.head.head.i if c.head.dep_ == "pobj" else c.head.head.i
    out = set()
    for a in reversed(clusters.candidates[: c.order]):
        if a.sentence != c.sentence:
            break
        if a.head.head.i == verb and a.head.dep_ in ("nsubj", "nsubjpass", "dobj", "dative"):
            out.add(clusters.root(a))
    clause = c.head.head
    if c.head.dep_ == "nsubj" and clause.tag_ in ("VB", "VBG") and clause.dep_ in ("ccomp", "xcomp"):
        # "Berg wants her to go": the subject of an infinitive is not that of the verb above it
        out.update(
            clusters.root(a)
            for a in clusters.candidates[: c.order]
            if a.sentence == c.sentence and a.subject and a.head.head.i == clause.head.i
        )
    return out


def _same_clause(a: Token, c: Token) -> bool:
    return a.head.i == c.head.i


def _score(tree: Tree, clusters: Clusters, c: Candidate, a: Candidate, speakers: Mapping[int, Token]) -> float | None:
    """How well `a` fits as the antecedent of the pronoun `c`; None where it cannot be."""
    if a.kind is Kind.PRONOUN and a.person != 3:
        return None
    if a.end >= c.end and a.start <= c.start:
        return None
    if a.start <= c.start and a.end >= c.end:
        return None
    if not _agrees(clusters, c, a) or not _bound(tree, c, a):
        return None
    speaker = speakers.get(tree.quote_of[c.head.i])
    if speaker is not None and c.gender and any(m.head.i == speaker.i for m in clusters.members(a)):
        return None  # a speaker does not call themselves he or she
    value = _place(tree, c, a)
    if a.kind is Kind.NAMED:
        value += WEIGHTS["name"]
    elif a.kind is Kind.PRONOUN:
        value += WEIGHTS["pronoun"]
    kind = clusters.type(a)
    if c.gender:
        if kind == "Person":
            value += WEIGHTS["animate"]
        else:
            value += WEIGHTS["weak"]
        if clusters.gender(a) == c.gender:
            value += WEIGHTS["gender"]
    elif c.number == "pl" and kind in ("Person", "Group", "Organization"):
        value += WEIGHTS["people"]
    elif kind in ("Organization", "Country"):
        value += WEIGHTS["body"]
    return value + WEIGHTS["frequent"] * min(3, len(clusters.members(a)) - 1)


def _place(tree: Tree, c: Candidate, a: Candidate) -> float:
    """What the two positions in the text are worth."""
    value = WEIGHTS["sentence"] * max(0, c.sentence - a.sentence) + WEIGHTS["token"] * min(60, abs(c.start - a.start))
    dep = a.head.dep_
    if a.subject:
        value += WEIGHTS["subject"]
        if c.subject:
            value += WEIGHTS["parallel"]
    elif dep in ("dobj", "dative"):
        value += WEIGHTS["object"]
    elif dep == "poss":
        value += WEIGHTS["possessor"]
    elif dep in ("compound", "appos", "nmod"):
        value += WEIGHTS["low"]
    if a.sentence == c.sentence and a.order < c.order:
        above = [t.i for t in tree.ancestors(c.head)][:8]
        if a.head.head.i in above:
            value += WEIGHTS["command"]
            if a.subject and c.head.dep_ == "poss":
                value += WEIGHTS["local"]
    if a.quoted != c.quoted:
        value += WEIGHTS["quote"]
    return value


def _agrees(clusters: Clusters, c: Candidate, a: Candidate) -> bool:
    kind = clusters.type(a)
    if a.head.ent_type_ in NUMERIC and a.kind is not Kind.NAMED:
        return False
    if c.gender:
        if a.kind is Kind.PRONOUN:
            return a.gender == c.gender
        if a.number == "pl" or clusters.gender(a) not in ("", c.gender):
            return False
        return kind == "Person" or (a.kind is Kind.NAMED and a.weak and len(a.key) <= 2 and kind == "Concept")
    if c.number == "sg":  # it
        if a.kind is Kind.PRONOUN:
            return a.head.lower_ in ("it", "its", "itself")
        return a.number == "sg" and kind in _BODIES
    if a.kind is Kind.PRONOUN:
        return a.number == "pl"
    return a.number == "pl" or kind in ("Organization", "Group")


def _bound(tree: Tree, c: Candidate, a: Candidate) -> bool:
    """Binding: an object is not its verb's subject, unless reflexive (principle B); a reflexive is."""
    if c.head.lower_ in _REFLEXIVE:
        return a.sentence == c.sentence and a.order < c.order
    if a.sentence != c.sentence or c.head.dep_ == "poss":
        return True
    verb = c.head.head
    if c.head.dep_ == "pobj":
        verb = verb.head
    if a.head.dep_ == "conj":
        return True
    return not (
        a.head.head.i in (c.head.head.i, verb.i) and a.head.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
    )
