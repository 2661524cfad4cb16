"""The lines between nodes and what is said along each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from rdflib import RDF, Literal
from rdflib.namespace import PROV
from rdflib.term import Node as Term

from kg.draw.articles import Mark
from kg.draw.claims import Claim
from kg.draw.parts import Fact, Kind, Link, Statement
from kg.draw.terms import name, ordered
from kg.draw.things import Reading, roles
from kg.names import KG, SEM

_PLACES = {SEM.hasPlace, KG.place}
_PARTS = {SEM.hasActor, KG.agent, KG.patient, KG.recipient, KG.instrument}

Said = tuple[Term, Term, Statement]
"""A statement and the two nodes it is about, in its own direction."""


def links(reading: Reading, triples: Iterable[tuple[Term, Term, Term]], shown: set[Term]) -> tuple[Link, ...]:
    """One link for each two nodes that anything links, with all statements about the two."""
    between: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    claimed = chain(_claimed(reading), _about(reading), _shortcuts(reading), _opposed(reading))
    for s, o, statement in chain(claimed, _plain(reading, triples)):
        if s == o or s not in shown or o not in shown:
            continue
        first, second = sorted((str(s), str(o)))
        forward = None if statement.forward is None else str(s) == first
        between[first, second].append(replace(statement, forward=forward))
    return tuple(Link(first, second, _in_order(said)) for (first, second), said in sorted(between.items()))


def _in_order(said: list[Statement]) -> tuple[Statement, ...]:
    order = list(Kind)
    once = list(set(said))
    return tuple(once if len(once) == 1 else sorted(once, key=lambda st: (order.index(st.kind), st.words, repr(st))))


def claim_kind(claim: Claim, *, of_claim: bool) -> Kind:
    """What line a claim draws; `of_claim` is whether its content is another claim."""
    if claim.mode != "Stated" or claim.polarity not in ("Positive", "Negative"):
        return Kind.OTHER
    if claim.polarity == "Negative":
        return Kind.DISPUTES
    return Kind.REPORTS if of_claim else Kind.AFFIRMS


def certainty(claim: Claim) -> str:
    """A claimant's certainty in a word, empty where they are certain."""
    return "" if claim.certainty in ("", "Certain") else claim.certainty.lower()


def _claimed(reading: Reading) -> Iterator[Said]:
    claims = reading.claims
    for claim in claims.all.values():
        if not claim.presented:
            continue
        target = claims.box(claim)
        kind = claim_kind(claim, of_claim=claim.content in claims.all)
        label = " ".join(filter(None, (claim.verb, f"({certainty(claim)})" if certainty(claim) else "")))
        if kind is Kind.REPORTS:
            label = "reports"
        facts = _claim_facts(claim, reading)
        yield claim.claimant, target, Statement(kind, label, claims.words(claim.node), True, facts, claim.marks)
        around = claims.around(claim)
        for reporter in claims.reporters(claim):
            if reporter not in around and reporter not in reading.articles.index:
                words = f"{claims.person(reporter)} reports: {claims.words(claim.node)}"
                yield reporter, target, Statement(Kind.REPORTS, "reports", words, True, (), claim.marks)


def _claim_facts(claim: Claim, reading: Reading) -> tuple[Fact, ...]:
    claims, labels = reading.claims, reading.labels
    facts = [Fact("Said", f"“{text.strip()}”") for text in claim.quotations]
    facts += [Fact("Certainty", certainty(claim))] if certainty(claim) else []
    facts += [Fact("Told to", labels[who], str(who)) for who in claim.addressees]
    facts += [Fact("Said of", labels[who], str(who)) for who in claim.accused]
    facts += [Fact("Reported", chain) for chain in claims.chains(claim)]
    facts += [Fact("Words for it", ", ".join(claim.cues))] if claim.cues else []
    facts += [Fact("Against", words) for words in _against(claim, reading)]
    return (*facts, *_rule_facts([claim.node], reading))


def _against(claim: Claim, reading: Reading) -> list[str]:
    graph, claims = reading.graph, reading.claims
    found = set()
    for other in claim.against:
        if other in claims.all:
            found.add(claims.words(other))
        else:
            spoken = [graph.value(other, prop) for prop in (RDF.subject, RDF.predicate, RDF.object)]
            found.add("the article itself: " + " ".join(reading.labels[term] for term in spoken if term is not None))
    return sorted(found)


def _about(reading: Reading) -> Iterator[Said]:
    graph, claims, labels = reading.graph, reading.claims, reading.labels
    for node in (*claims.propositions, *ordered(claims.boxed)):
        for thing in dict.fromkeys(thing for _, thing in roles(graph, node)):
            topic = claims.words(thing) if thing in claims.all else labels[thing]
            words = f"“{claims.words(node)}” is about {topic}"
            yield node, claims.stand_in(thing), Statement(Kind.ABOUT, "about", words)
        claim = claims.all.get(node)
        if claim is not None and not claim.presented:
            words = f"The position of {claims.person(claim.claimant)} in “{claims.words(node)}”"
            yield node, claim.claimant, Statement(Kind.ABOUT, "position of", words)
            if claim.content is not None:
                content = Statement(Kind.ABOUT, "content", claims.words(claim.content))
                yield node, claims.stand_in(claim.content), content


def _shortcuts(reading: Reading) -> Iterator[Said]:
    """Positions that a graph gives only in short, without the claim."""
    claims = reading.claims
    told = {(claim.claimant, claim.content) for claim in claims.all.values() if claim.presented}
    for prop, kind, verb in ((KG.affirms, Kind.AFFIRMS, "says"), (KG.disputes, Kind.DISPUTES, "denies")):
        for who, proposition in sorted(reading.graph.subject_objects(prop)):
            if (who, proposition) not in told:
                words = f"{reading.labels[who]} {verb}: {claims.words(proposition)}"
                yield who, proposition, Statement(kind, verb, words)


def _opposed(reading: Reading) -> Iterator[Said]:
    """Contradictions between claims whose lines end in two boxes."""
    claims = reading.claims
    for claim in claims.all.values():
        for other in claim.against:
            if other in claims.all and str(claim.node) < str(other):
                words = f"{claims.words(claim.node)} ≠ {claims.words(other)}"
                marks = tuple(sorted(set(claim.marks) | set(claims.all[other].marks)))
                statement = Statement(Kind.CONTRADICTS, "contradicts", words, None, (), marks)
                yield claims.stand_in(claim.node), claims.stand_in(other), statement


def _plain(reading: Reading, triples: Iterable[tuple[Term, Term, Term]]) -> Iterator[Said]:
    labels = reading.labels
    behind, negated = _assertions(reading)
    triples = list(triples)
    known = set(triples)
    sharper = {(s, o) for s, p, o in known if p in _PARTS and p != SEM.hasActor}
    for s, p, o in triples:
        if p == SEM.hasActor and (s, o) in sharper:
            continue
        both = (o, p, s) in known
        if both and str(s) > str(o):
            continue
        cited = behind.get((s, p, o), []) + (behind.get((o, p, s), []) if both else [])
        marks = _cited(cited, reading)
        kind, label, words = _spoken(s, p, o, reading)
        yield s, o, Statement(kind, label, words, None if both else True, _rule_facts(cited, reading), marks)
    for (s, p, o), cited in sorted(negated.items()):
        words = f"The article says that this is not so: {labels[s]} {labels[p]} {labels[o]}"
        marks = _cited(cited, reading)
        yield s, o, Statement(Kind.NEGATED, f"not: {labels[p]}", words, True, _rule_facts(cited, reading), marks)


def _spoken(s: Term, p: Term, o: Term, reading: Reading) -> tuple[Kind, str, str]:
    """What line a plain triple draws, what stands on it, and the triple in words."""
    one, verb, other = (reading.labels[term] for term in (s, p, o))
    if p in _PLACES:
        return Kind.PLACE, "in", f"{one}: in {other}"
    if p in _PARTS:
        role = "" if p == SEM.hasActor else f" ({verb})"
        return Kind.PART, f"takes part{role}", f"{other} takes part in: {one}{role}"
    return (Kind.ABOUT if p == KG.topic else Kind.LINK), verb, f"{one} {verb} {other}"


def _assertions(reading: Reading) -> tuple[dict[tuple[Term, ...], list[Term]], dict[tuple[Term, ...], list[Term]]]:
    graph = reading.graph
    plain: dict[tuple[Term, ...], list[Term]] = defaultdict(list)
    negated: dict[tuple[Term, ...], list[Term]] = defaultdict(list)
    for node in ordered(graph.subjects(RDF.type, KG.Assertion)):
        spoken = tuple(graph.value(node, prop) for prop in (RDF.subject, RDF.predicate, RDF.object))
        if any(term is None or isinstance(term, Literal) for term in spoken):
            continue
        table = negated if (node, KG.polarity, KG.Negative) in graph else plain
        table[tuple(term for term in spoken if term is not None)].append(node)
    return plain, negated


def _cited(statements: Iterable[Term], reading: Reading) -> tuple[Mark, ...]:
    return tuple(sorted({m for node in statements for m in reading.articles.derived(node, PROV.wasDerivedFrom)}))


def _rule_facts(statements: Iterable[Term], reading: Reading) -> tuple[Fact, ...]:
    graph = reading.graph
    facts = set()
    for node in statements:
        confidence = sorted(str(value) for value in graph.objects(node, KG.confidence))
        trust = f" (confidence {name(confidence[0])})" if confidence else ""
        facts |= {Fact("Rule", name(str(rule)) + trust) for rule in graph.objects(node, KG.rule)}
        if (node, KG.inferred, Literal(True)) in graph:
            tables = sorted(name(str(table)) for table in graph.objects(node, KG.table))
            facts.add(Fact("Inferred", "from " + ", ".join(tables) if tables else "from the ontology"))
    return tuple(sorted(facts))
