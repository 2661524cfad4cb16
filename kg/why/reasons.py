"""What stands behind a thing of a graph, and the passages of the articles where it is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rdflib import PROV, RDF, URIRef

from kg.names import KG
from kg.records import Article, Claim, Entity, Reader, Statement, Words
from kg.records.claims import chains, words
from kg.records.terms import in_words, short
from kg.sentences import sentence_at, sentences

_STATING: Final = (KG.Assertion, KG.Claim, KG.Proposition)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of an article, ``[begin, end)`` of its text, and the words in them that count."""

    article: str
    title: str
    begin: int
    end: int
    text: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """What stands behind one thing: what it says in plain words, what is known of it, and where it is said.

    `kind` is entity, statement or claim, `facts` are pairs of a name and a value.
    """

    kind: str
    iri: str
    says: str
    facts: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]


def reasons(reader: Reader, iri: str) -> Iterator[Reason]:
    """Yield what stands behind a thing: itself, or the statements and claims that it is part of."""
    types = reader[iri].iris(RDF.type)
    if str(KG.Assertion) in types:
        yield _of_statement(reader, reader.statement(iri))
    elif str(KG.Claim) in types:
        yield _of_claim(reader, reader.claim(iri))
    elif str(KG.Proposition) in types:
        yield from (_of_claim(reader, reader.claim(claim)) for claim in reader.pointing(KG.content, iri))
        yield from (_of_statement(reader, statement) for statement in _same(reader, iri))
    elif reader.entity(iri).mentions:
        yield _of_entity(reader, reader.entity(iri))
    else:
        # An office, a time, a property, or the words themselves: what is said with them.
        nodes = {n for part in (RDF.subject, RDF.predicate, RDF.object) for n in reader.pointing(part, iri)}
        nodes |= {n for part in (PROV.wasDerivedFrom, KG.mentionedIn) for n in reader.pointing(part, iri)}
        for node in sorted(nodes - {iri}):
            if {*map(str, _STATING)} & {*reader[node].iris(RDF.type)} or reader.entity(node).mentions:
                yield from reasons(reader, node)


def _of_entity(reader: Reader, entity: Entity) -> Reason:
    kind = " ".join(dict.fromkeys([*entity.classes, entity.type])).strip()
    facts = [("also called", name) for name in entity.names]
    facts += [("age", _age(reader, age)) for age in reader[entity.iri].iris(KG.hasAge)]
    facts += [("same as", other) for other in entity.same_as]
    if entity.unnamed:
        facts.append(("name", "not given in the text"))
    found = list(entity.mentions)
    if entity.type == "Event":
        # An event is a statement itself: that it happened, with whom, where and when.
        stated = [reader.statement(node) for node in _stating(reader, entity.iri, RDF.subject)]
        facts += sorted((_named(reader, one.predicate), _told(reader, one)) for one in stated)
        seen = {(word.article, word.begin, word.end) for word in found}
        others = {w for one in stated for w in one.words if (w.article, w.begin, w.end) not in seen}
        # They mention something else, so how that was found is not told here.
        found += [replace(word, kind="", rules=()) for word in others]
    return Reason("entity", entity.iri, f"{entity.label} ({kind})", tuple(facts), tuple(passages(reader, found)))


def _age(reader: Reader, age: str) -> str:
    """ "45 on 2017-07-08"."""
    return " on ".join(filter(None, (reader[age].text(KG.years), reader[age].text(KG.asOf))))


def _told(reader: Reader, one: Statement) -> str:
    negated = "not " if one.polarity == "Negative" else ""
    return f"{negated}{_named(reader, one.object)} ({', '.join(one.rules)}, confidence {one.confidence:g})"


def _of_statement(reader: Reader, statement: Statement) -> Reason:
    subject, predicate, object = (
        _named(reader, iri) for iri in (statement.subject, statement.predicate, statement.object)
    )
    negated = "not: " if statement.polarity == "Negative" else ""
    facts = [("voice", "inferred, not said in these words" if statement.inferred else "the article itself")]
    facts += _how(reader, statement)
    return Reason(
        "statement",
        statement.iri,
        f"{negated}{subject} | {predicate} | {object}",
        tuple(facts),
        tuple(passages(reader, statement.words)),
    )


def _of_claim(reader: Reader, claim: Claim) -> Reason:
    facts = [(name, value) for name, value in (("mode", claim.mode), ("polarity", claim.polarity)) if value]
    facts += [("certainty", claim.certainty)] if claim.certainty else []
    facts += [("kind", kind.lower()) for kind in claim.kinds]
    facts += [("told to", reader.label(who)) for who in claim.addressees]
    facts += [("against", reader.label(who)) for who in claim.against]
    facts += [("chain", " ← ".join(chain)) for chain in chains(reader, claim)]
    if not claim.presented:
        facts.append(("presented", "no: nobody is reported to hold it"))
    facts += [("contradicts", _opposed(reader, other)) for other in claim.contradicts]
    facts += _how(reader, claim)
    return Reason("claim", claim.iri, words(reader, claim.iri), tuple(facts), tuple(passages(reader, claim.words)))


def _how(reader: Reader, found: Statement | Claim) -> list[tuple[str, str]]:
    facts = [("rule", rule) for rule in found.rules] + [("table", table) for table in found.tables]
    # A claim that was written by hand may have no confidence.
    facts += [("confidence", f"{found.confidence:g}")] if found.confidence else []
    return [*facts, ("IRI", short(found.iri, reader.data.prefixes))]


def _opposed(reader: Reader, iri: str) -> str:
    if str(KG.Claim) in reader[iri].iris(RDF.type):
        return words(reader, iri)
    return f"the article: {_of_statement(reader, reader.statement(iri)).says}"


def _named(reader: Reader, iri: str) -> str:
    return reader.label(iri) if reader[iri] else in_words(iri, reader.data.prefixes)


def _same(reader: Reader, proposition: str) -> list[Statement]:
    """What the articles themselves say or negate in the words of a proposition."""
    one = reader.proposition(proposition)
    if not (one.subject and one.predicate and one.object):
        return []
    found = (reader.statement(node) for node in _stating(reader, one.subject, RDF.subject))
    return [s for s in found if (s.predicate, s.object) == (one.predicate, one.object)]


def _stating(reader: Reader, iri: str, part: URIRef) -> list[str]:
    return [node for node in reader.pointing(part, iri) if str(KG.Assertion) in reader[node].iris(RDF.type)]


def passages(reader: Reader, found: Iterable[Words]) -> Iterator[Passage]:
    """Yield the sentences that hold some words, in order; sentences that words run across stay together.

    Of a graph without the articles' text, the words themselves.
    """
    by_article: defaultdict[str, list[Words]] = defaultdict(list)
    for one in found:
        by_article[one.article].append(one)
    nobody = Article("", "", "", "", "")
    for article, several in sorted(by_article.items()):
        about = reader.articles.get(article, nobody)
        title = about.title or _opening(about.text) or short(article, reader.data.prefixes)
        spans = _sentences(about.text)
        held: dict[tuple[int, int], list[Words]] = {}
        for one in sorted(several):
            begin, end = one.begin, one.end
            if about.text[begin:end] == one.text and spans:
                first, last = sentence_at(spans, begin), sentence_at(spans, max(begin, end - 1))
                begin, end = min(begin, spans[first][0]), max(end, spans[last][1])
            earlier = next(reversed(held), None)
            if earlier and begin < earlier[1]:
                held[earlier[0], max(end, earlier[1])] = [*held.pop(earlier), one]
            else:
                held[begin, end] = [one]
        for (begin, end), marked in held.items():
            text = about.text[begin:end] or " ".join(one.text for one in marked)
            yield Passage(article, title, begin, end, text, tuple(marked))


def _opening(text: str) -> str:
    """The first words of a text, for an article without a headline."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= 70 else line[:70].rpartition(" ")[0] + " …"


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return sentences(text)
