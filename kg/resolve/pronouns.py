"""Pronouns: I and we by who speaks, he and she by the ranker, it and they by a score over what stands before them.

The score adds up readable weights for nearness, grammatical role and parallelism (the factors of Lappin and Leass
1994); binding and agreement rule candidates out beforehand. The window is a few sentences, so time grows with the
length of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import ACTORS, Kind
from kg.resolve.binding import around, barred, free
from kg.resolve.clusters import Clusters
from kg.resolve.impersonal import RULE as AT_LARGE
from kg.resolve.impersonal import impersonal
from kg.resolve.mentions import Candidate
from kg.resolve.namespans import NUMERIC
from kg.resolve.pairs import join_pair
from kg.resolve.pleonastic import pleonastic
from kg.resolve.ranker import Ranker
from kg.resolve.speakers import goes_on, join_speech
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
    "frequent": 0.15,
    "body": 0.5,
    "quote": -0.5,
    "group": 1.0,
    "speaker": 1.5,
    "people": 0.8,
}
LEAST = -3.5
FILLER = "fills a place"
"""The rule of an *it* that stands for nothing."""
_WINDOW = 2
_REACH = 80
"""So many sentences, and so many mentions, back."""
_BODIES = frozenset(("Organization", "Country", "City", "Product", "CreativeWork", "Event", "Concept", "Place"))
_TALKING = ACTORS | {"City", "CreativeWork"}
"""What *it* may be that says, knows or fears something: no valve and no delay."""
_MINDS = frozenset(("Knowledge", "Belief", "Hope", "Fear", "Desire", "Intention"))
_TEXTS = frozenset(("CreativeWork",))
_HAPPENING = frozenset(("happen", "occur"))
_THINGS = frozenset(("Concept", "CreativeWork", "Event", "Product"))
_SOMEBODY = frozenset("someone somebody anyone anybody everyone everybody nobody whoever".split())


def join_pronouns(
    tree: Tree,
    clusters: Clusters,
    lexicon: Lexicon,
    speakers: Mapping[int, Token],
    sources: Collection[int],
    addressees: Mapping[int, Token] | None = None,
) -> None:
    """Join pronouns to what they stand for.

    `speakers` has the head of the source for each quotation's number, `addressees` that of who is told; `sources` are
    the heads of all sources of sayings.
    """
    join_speech(tree, clusters, lexicon, speakers, addressees)
    pairs: dict[int, list[tuple[Candidate, ...]]] = {}
    for members in clusters.coordinations:
        pairs.setdefault(members[0].sentence, []).append(members)
    written = _written(tree, clusters, speakers)
    ranker = Ranker(tree, clusters, lexicon, speakers, sources)
    for c in clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.person != 3 or c.type == "Event":
            continue
        if c.definite:
            join_pair(clusters, c, pairs)
        elif c.gender:
            ranker.join(c, goes_on(tree, clusters, c, sources))
        elif c.head.lower_ == "it" and pleonastic(tree, c.head):
            c.rule = FILLER
        elif c.number == "pl" and impersonal(tree, clusters, c):
            c.rule = AT_LARGE
        else:
            _third_person(tree, clusters, lexicon, c, pairs, sources, text=c.head.i in written)


def _written(tree: Tree, clusters: Clusters, speakers: Mapping[int, Token]) -> set[int]:
    """ "“I signed nothing,” *it* said": an *it* that says "I" is a text, as bodies say "we"; by its token."""
    mine = (c for c in clusters.candidates if c.kind is Kind.PRONOUN and c.person == 1 and c.number == "sg")
    heads = (speakers.get(tree.quote_of[c.head.i]) for c in mine)
    return {head.i for head in heads if head is not None and head.lower_ == "it"}


def _third_person(
    tree: Tree,
    clusters: Clusters,
    lexicon: Lexicon,
    c: Candidate,
    pairs: Mapping[int, list[tuple[Candidate, ...]]],
    sources: Collection[int],
    text: bool,
) -> None:
    """It and they: the best of the mentions before, or for they a coordination ("Berg and Silva")."""
    if c.number == "pl" and _of_somebody(tree, c):
        return
    best: Candidate | tuple[Candidate, ...] | None = None
    top = LEAST
    says = c.subject and (c.head.i in sources or _minded(tree, lexicon, c.head.head))
    claimed = c.head.dep_ == "dobj" and bool(lexicon.reporting(c.head.head.lemma_, "verb"))
    allowed = _THINGS if claimed and c.number == "sg" else None
    if says:
        allowed = _TEXTS if text else ACTORS if c.number == "pl" else _TALKING
    if c.subject and c.number == "sg" and c.head.head.lemma_ in _HAPPENING:
        allowed = frozenset(("Event",))
    people = c.subject and c.number == "pl" and c.head.head.lemma_ == "say" and c.head.head.tag_ == "VBP"
    excluded, within = barred(tree, clusters, c), around(c)
    for a in reversed(clusters.candidates[max(0, c.order - _REACH) : c.order]):
        if c.sentence - a.sentence > _WINDOW:
            break
        if a.head.i in within or clusters.root(a) in excluded:
            continue
        if allowed and (text or a.kind is not Kind.PRONOUN) and clusters.type(a) not in allowed:
            continue
        if people and a.number != "pl":
            continue  # "they say it will rain": people do, not the council before
        value = _score(tree, clusters, lexicon, c, a)
        if value is not None and c.subject and c.head.i in sources and a.head.i in sources:
            value += WEIGHTS["speaker"]  # "they said" goes on with who spoke before
        if value is not None and value > top:
            best, top = a, value
    if c.number == "pl":
        for sentence in range(c.sentence, c.sentence - _WINDOW - 1, -1):
            for members in pairs.get(sentence, ()):
                if members[-1].order < c.order and members[0].head.head.i != c.head.head.i:
                    value = _place(tree, c, members[0]) + WEIGHTS["group"]
                    if value > top:
                        best, top = members, value
    if isinstance(best, tuple):
        c.members = best
        c.rule = "coordination"
        near = clusters.candidates[max(0, c.order - _REACH) : c.order]
        same = next((a for a in reversed(near) if a.members == best), None)
        if same is not None:
            clusters.join(same, c, "coordination")
    elif best is not None:
        clusters.join(best, c, "pronoun")


def _score(tree: Tree, clusters: Clusters, lexicon: Lexicon, c: Candidate, a: Candidate) -> float | None:
    """How well `a` fits as the antecedent of the pronoun `c`; None where it cannot be."""
    if a.end >= c.end and a.start <= c.start:
        return None
    if not _agrees(clusters, lexicon, c, a) or not free(c, a):
        return None
    value = _place(tree, c, a)
    if a.kind is Kind.NAMED:
        value += WEIGHTS["name"]
    elif a.kind is Kind.PRONOUN:
        value += WEIGHTS["pronoun"]
    kind = clusters.type(a)
    if c.number == "pl":
        value += WEIGHTS["people"] if kind in ("Person", "Group", "Organization") else 0.0
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


def _agrees(clusters: Clusters, lexicon: Lexicon, c: Candidate, a: Candidate) -> bool:
    """Whether number and class allow it."""
    if a.kind is Kind.PRONOUN:
        return (
            a.person == 3
            and not a.gender
            and a.number == c.number
            and a.rule not in (FILLER, AT_LARGE)
            and a.type != "Event"
        )
    if a.head.ent_type_ in NUMERIC and a.kind is not Kind.NAMED:
        return False
    kind = clusters.type(a)
    if c.number == "sg":
        person = a.kind is Kind.NAMED and kind == "Concept" and lexicon.first_name(a.name[0]) is not None
        return a.number == "sg" and kind in _BODIES and not person
    return a.number == "pl" or (kind in ("Organization", "Group") and not _coordinated(a))


def _coordinated(a: Candidate) -> bool:
    """ "the school and the police … they": not one of the two."""
    return a.head.dep_ == "conj" or any(k.dep_ == "conj" and k.pos_ in ("NOUN", "PROPN") for k in a.head.rights)


def _minded(tree: Tree, lexicon: Lexicon, verb: Token) -> bool:
    """Whether a verb, or the adjective behind it, is of speech or thought: "says", "is unaware"."""
    adjective = tree.kid(verb, "acomp")
    if adjective is not None:
        return any(row.kind in _MINDS for row in lexicon.reporting(adjective.lemma_.lower(), "adjective"))
    return bool(lexicon.reporting(verb.lemma_, "verb"))


def _of_somebody(tree: Tree, c: Candidate) -> bool:
    """ "If someone arrives, they …": the *they* of one unknown person, named before it in the sentence."""
    for token in reversed(tree.tokens[max(0, c.head.i - _REACH) : c.head.i]):
        if token.lower_ in _SOMEBODY:
            return token.dep_ in ("nsubj", "nsubjpass")
        if token.is_sent_start:
            break
    return False
