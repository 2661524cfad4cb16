"""How far to trust an open triple: a few features that one can name, weighed as `ontology/confidence.tsv` says.

The confidence is the logistic function of the sum of the weights of the features that hold, so it reads as the chance
that a reader would accept the triple. `benchmarks/confidence.py` fits the weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from spacy.tokens import Token

from kg.resources import ontology_dir
from kg.syntax.candidates import Candidate
from kg.syntax.chains import Chain
from kg.tables import lines

_VAGUE = frozenset(("it", "this", "that", "these", "those", "which", "what", "there", "one", "some", "who"))
_QUOTES = frozenset(("``", "''", '"', "“", "”"))
_BREAKS = frozenset((",", ";", ":", "--", "—", "–", "(", ")"))
_TEMPORAL = frozenset(("DATE", "TIME"))


def confidence(candidate: Candidate, *, nary: bool) -> float:
    """The confidence of a candidate in one of the renderings, from 0 to 1, with three decimals."""
    weights = _weights()[nary]
    score = sum([weights.get(name, 0.0) for name in features(candidate)])
    value = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
    return round(value / 2 if _capitals(candidate) else value, 3)


def _capitals(candidate: Candidate) -> bool:
    """Whether all words are in capitals, which parsers read badly ("COUNCIL REJECTS PLAN")."""
    every = [*candidate.subject, *(t for o in candidate.objects for t in o)]
    relation = [] if isinstance(candidate.relation, str) else candidate.relation
    return len(every) > 2 and bool(relation) and all(t.text == t.text.upper() for t in (*every, *relation))


def features(candidate: Candidate) -> Iterator[str]:
    """The names of the features that hold of a candidate."""
    yield "always"
    yield f"kind {candidate.kind}"
    relation = () if isinstance(candidate.relation, str) else candidate.relation
    yield from _subject(candidate)
    yield from _objects(candidate)
    if candidate.chain is not None:
        yield from _chain(candidate.chain, candidate, relation)
    every = [*candidate.subject, *relation, *(t for o in candidate.objects for t in o)]
    places = [t.i for t in every]
    left_out = max(places) - min(places) + 1 - len(set(places))
    yield from _at_least("words left out", left_out, 1, 4, 10, 20)
    yield from _at_least("words in the relation", len(relation), 4, 7, 10)
    if any(t.text in _QUOTES for t in every):
        yield "a quotation mark"


@cache
def _at_least(name: str, value: int, *steps: int) -> tuple[str, ...]:
    return tuple(f"{name}: {step} or more" for step in steps if value >= step)


def _subject(candidate: Candidate) -> Iterator[str]:
    subject = candidate.subject
    if len(subject) == 1 and subject[0].pos_ in ("PRON", "DET"):
        yield "subject says little" if subject[0].lower_ in _VAGUE else "subject is a pronoun"
    if subject[-1].pos_ == "PROPN":
        yield "subject ends in a name"
    yield from _at_least("words in the subject", len(subject), 4, 8)
    if any(t.text in _BREAKS for t in subject):
        yield "subject is broken by a comma"


def _objects(candidate: Candidate) -> Iterator[str]:
    first = candidate.objects[0]
    if len(first) == 1:
        yield "object is a pronoun" if first[0].pos_ == "PRON" else "object is one word"
    if first[-1].pos_ == "PROPN":
        yield "object ends in a name"
    if first[0].pos_ == "DET":
        yield "object begins with an article"
    yield from _at_least("words in the object", len(first), 4, 8, 15, 25)
    yield from _at_least("objects", len(candidate.objects), 2, 3)
    if any(t.text in _BREAKS for t in first):
        yield "object is broken by a comma"
    if candidate.kind == "time" and not any(t.ent_type_ in _TEMPORAL for t in first):
        yield "time is no known time"


def _chain(chain: Chain, candidate: Candidate, relation: tuple[Token, ...]) -> Iterator[str]:
    frame = chain.frame
    verb = frame.predicate
    yield f"subject by {chain.subject_by}"
    if chain.via:
        yield f"goes on by {chain.via}"
    if chain.depth > 1:
        yield "goes on twice"
    if relation[0].tag_ in ("VBG", "VBN"):
        yield f"begins with a participle {relation[0].tag_}"
    if relation[0].tag_ == "TO":
        yield "begins with to"
    if relation[-1].i < candidate.subject[0].i or any(t.i < verb.i and t.dep_ == "prep" for t in relation[-1:]):
        yield "preposition stands before the verb"
    if relation[-1].dep_ == "prep" and relation[-1].lower_ == "of":
        yield "relation ends in of"
    if candidate.kind == "folded" and relation[-1].lower_ != "of":
        yield "folded over another preposition than of"
    if frame.inside is not None:
        yield "inside a complement"
    if frame.negated or chain.negated:
        yield "negated"
    if frame.passive:
        yield "passive"
    if any(t.tag_ == "MD" for t in relation):
        yield "modal"
    if frame.mood != "statement":
        yield f"mood {frame.mood}"
    if frame.complements and candidate.kind in ("object", "preposition", "attribute"):
        yield "a complement is left out"
    if frame.obliques and candidate.kind in ("object", "attribute"):
        yield "a prepositional argument is left out"
    if verb.dep_ in ("advcl", "relcl", "acl", "conj", "parataxis", "dep"):
        yield f"clause {verb.dep_}"
    if frame.lemma == "be":
        yield "verb be"
    if frame.lemma == "have":
        yield "verb have"


@cache
def _weights() -> Mapping[bool, Mapping[str, float]]:
    """The weights by rendering, read once."""
    return MappingProxyType({nary: table(ontology_dir() / "confidence.tsv", nary) for nary in (False, True)})


def table(path: Path, nary: bool) -> dict[str, float]:
    """The weights of one rendering by feature.

    Raises:
        LexiconError: the table is malformed; file, line and reason.
    """
    out: dict[str, float] = {}
    for line in lines(path, ("feature", "binary", "nary", "source")):
        cell = line.cells[2 if nary else 1]
        try:
            out[line.cells[0]] = float(cell)
        except ValueError:
            raise line.error(f"{cell!r} is no number") from None
    return out
