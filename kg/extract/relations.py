"""Relations: the binary statements that the article makes in its own voice, and those it only reports."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.bearers import Bearers
from kg.extract.claims import Claims
from kg.extract.events import status_of
from kg.extract.facts import Fact
from kg.extract.factuality import Factuality
from kg.extract.mutual import mutual
from kg.extract.nominal import Nominal
from kg.extract.obliques import Beside
from kg.extract.places import inferred
from kg.extract.predications import Predication, Predications, first_of
from kg.extract.propositions import Node
from kg.model import Kind, Polarity, Span
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree

_ACTORS = frozenset(("Person", "Organization", "Country", "City", "Group", "Place", "Product", "CreativeWork"))
_MOST = 6
_PLAIN = frozenset(("be", "have", "do", "get", "become", "seem"))


def facts(
    tree: Tree, preds: Predications, found: Resolution, status: Factuality, claims: Claims, bearers: Bearers
) -> list[Fact]:
    """The relations of the document, each pair and predicate once: of verbs, of phrases, and what follows."""
    out: dict[tuple[int, str, Node, Polarity, bool], Fact] = {}
    nominal = list(Nominal(tree, found, bearers, found.lexicon).facts())
    told = [*_stated(tree, preds, found, status, claims), *nominal]
    pairs = {_pair(fact) for fact in told}
    beside = Beside(tree, preds, found, status).facts()
    more = (fact for fact in beside if _pair(fact) not in pairs)  # the closer reading is enough
    for fact in (*told, *inferred(found, nominal), *more):
        key = (fact.subject, fact.predicate, fact.object, fact.polarity, fact.asserted)
        known = out.setdefault(key, fact)
        if known is not fact:
            known.spans += [s for s in fact.spans if s not in known.spans]
            known.confidence = max(known.confidence, fact.confidence)
    return list(out.values())


def _pair(fact: Fact) -> frozenset[Node]:
    return frozenset((("e", fact.subject), fact.object))


def _stated(tree: Tree, preds: Predications, found: Resolution, status: Factuality, claims: Claims) -> Iterator[Fact]:
    """The relations of all predications, in the order of the text."""
    seen: set[int] = set()
    for i in sorted({*preds.verbs, *preds.nouns}):
        predication = preds.nouns.get(i) or preds.verbs[i]
        if predication.head.i not in seen:
            seen.add(predication.head.i)
            yield from _of(tree, predication, found, status, claims)


def _of(tree: Tree, made: Predication, found: Resolution, status: Factuality, claims: Claims) -> list[Fact]:
    if made.cls is None and made.frame is not None and (made.frame.lemma in _PLAIN or claims.reports(made.frame.lemma)):
        return []
    state = status_of(tree, made, found, status)
    agents, others = first_of(made)
    subjects = [(t, r) for t in agents for r in found.actors(t)][:_MOST]
    pairs: list[tuple[int, Node, list[Span]]] = []
    head = Span(made.head.idx, made.head.idx + len(made.head))

    def words(*tokens: object) -> list[Span]:
        spans = [head]
        for token in tokens:
            candidate = found.by_head.get(token.i)  # type: ignore[attr-defined]
            spans.append(candidate.span(tree) if candidate is not None else head)
        return sorted(set(spans))

    if made.reciprocal and len({r for _, r in subjects}) > 1:
        pairs += [(r, ("e", q), words(t, u)) for (t, r), (u, q) in mutual(tree, subjects)]
    else:
        for token in others[:_MOST]:
            node = claims.propositions.argument(made, token)
            if node is None:
                continue
            pairs += [(r, node, words(t, token)) for t, r in subjects if ("e", r) != node]
    further = [
        (predicate, r, q, words(t, u))
        for predicate, starts, ends in made.further
        for t in starts
        for r in found.actors(t)
        for u in ends
        for q in found.actors(u)
        if q != r
    ]
    out = [
        Fact(
            r,
            predicate,
            ("e", q),
            state.polarity,
            state.asserted,
            made.rule,
            _confidence(made, r, ("e", q), found),
            made.head.i,
            spans=spans,
        )
        for predicate, r, q, spans in further[:_MOST]
    ]
    for subject, obj, spans in pairs:
        if found.type(subject) not in _ACTORS and made.cls is None and subject not in found.meant.values():
            continue
        if made.cls is None and obj[0] == "e" and not found.named(subject) and not found.named(obj[1]):
            continue
        out.append(
            Fact(
                subject,
                made.predicate,
                obj,
                state.polarity,
                state.asserted,
                made.rule,
                _confidence(made, subject, obj, found),
                made.head.i,
                spans=spans,
            )
        )
    return out


def _confidence(made: Predication, subject: int, obj: Node, found: Resolution) -> float:
    """How far to trust a relation: the lexicon over open verbs, names over descriptions, own over inherited."""
    value = 0.85 if made.cls is not None else 0.6
    if made.frame is not None and made.frame.subject_by not in ("own", "conj"):
        value -= 0.1
    if not found.named(subject):
        value -= 0.1
    if obj[0] == "e" and not found.named(obj[1]):
        value -= 0.05
    if any(c.kind is Kind.PRONOUN for c in found.clusters.by_root(subject)[:1]):
        value -= 0.05
    return round(value, 2)
