"""Tables of entities, relations and claims, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from kg.records import Claim, Entity, Reader, Statement, Words
from kg.records.claims import chains, content, person


class Rows(StrEnum):
    """What has a table."""

    ENTITIES = "entities"
    RELATIONS = "relations"
    CLAIMS = "claims"


_COLUMNS: Final = {
    Rows.ENTITIES: "iri label type classes names unnamed same_as mentions",
    Rows.RELATIONS: "iri subject subject_iri predicate predicate_iri object object_iri polarity inferred confidence "
    "rule words evidence",
    Rows.CLAIMS: "iri claimant claimant_iri kinds mode polarity certainty claim content_iri addressees "
    "against chain presented cue quotation contradicts confidence rule source_words cue_words content_words evidence",
}


def table(reader: Reader, rows: Rows) -> str:
    """One of the tables, as CSV with a line of names; lists are joined by "; ", words by " … ".

    Cells stand as they are: one that begins with ``=`` stays so, and a spreadsheet should import the columns as text.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS[rows].split())
    if rows is Rows.ENTITIES:
        writer.writerows(_entity(one) for one in reader.entities())
    elif rows is Rows.RELATIONS:
        writer.writerows(_relation(reader, one) for one in reader.statements())
    else:
        writer.writerows(_claim(reader, one) for one in reader.claims())
    return out.getvalue()


def _entity(one: Entity) -> Iterator[object]:
    yield from (one.iri, one.label, one.type, _list(one.classes), _list(one.names))
    yield from (_yes(one.unnamed), _list(one.same_as), len(one.mentions))


def _relation(reader: Reader, one: Statement) -> Iterator[object]:
    yield one.iri
    for iri in (one.subject, one.predicate, one.object):
        yield from (reader.label(iri), iri)
    yield from (one.polarity, _yes(one.inferred), one.confidence, _list(one.rules))
    yield from (_said(one.words), _places(one.words))


def _claim(reader: Reader, one: Claim) -> Iterator[object]:
    yield from (one.iri, person(reader, one.claimant), one.claimant or "", _list(one.kinds))
    yield from (one.mode, one.polarity, one.certainty, content(reader, one), one.content or "")
    yield from (_list(map(reader.label, whom)) for whom in (one.addressees, one.against))
    yield from (_list(" ← ".join(chain) for chain in chains(reader, one)), _yes(one.presented))
    yield from (_list(one.cues), " … ".join(one.quotations), _list(one.contradicts), one.confidence, _list(one.rules))
    yield from (_said(w for w in one.words if w.part == part) for part in ("source", "cue", "content"))
    yield _places(one.words)


def _list(values: Iterable[str]) -> str:
    return "; ".join(values)


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _said(words: Iterable[Words]) -> str:
    return " … ".join(dict.fromkeys(word.text for word in words))


def _places(words: Iterable[Words]) -> str:
    return _list(dict.fromkeys(f"{word.article}#char={word.begin},{word.end}" for word in words))
