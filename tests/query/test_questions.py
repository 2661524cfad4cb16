"""What each named query answers about the articles of tests/data/harbour.ttl; the rows are written by hand."""

from __future__ import annotations

import pytest
from rdflib import Graph, URIRef

from kg.query import Engine, Loaded, Table, named_queries, query, rendered
from kg.validate import validate

HARBOUR, CRANE = "Minister and union at odds over quay", "Authority sold crane"
CLOSED, SOLD = "Norvania closed the north quay", "the Harbour Authority sold Crane Nine"
BOYCOTT, SCRAPPED = "the Dockers' League boycotted the Coastal Forum", "Crane Nine was scrapped"
REJECTED = "Mara Lindqvist rejected Tomas Erhardt's claim"
VISIT = "Mara Lindqvist will visit the Dockers' League in May"
HID = "official of the Harbour Authority says: the Harbour Authority hid a report"
TOLD = "Tomas Erhardt says: the Harbour Authority sold Crane Nine"
MARA, TOMAS, IDA, OTTO = "Mara Lindqvist", "Tomas Erhardt", "Ida Brenner", "Otto Weiss"
OFFICIAL, AUTHORITY, LEAGUE = "official of the Harbour Authority", "Harbour Authority", "Dockers' League"
MEETING, FINE = "meeting of Mara Lindqvist and Tomas Erhardt", "fine for the Dockers' League"

ANSWERS = [
    (
        "met",
        {},
        [
            (IDA, OTTO, "", "", "", ""),
            ("the dockers", "", "", "", "", "event-35e5"),
            (MARA, TOMAS, "Port Ellin", "2021-03-03", "Coastal Forum", "event-31e1"),
        ],
    ),
    ("met", {"who": "Erhardt"}, [(TOMAS, MARA, "Port Ellin", "2021-03-03", "Coastal Forum", "event-31e1")]),
    ("met", {"who": "the dockers"}, [("the dockers", "", "", "", "", "event-35e5")]),
    (
        "who-says-what",
        {},
        [
            (IDA, "Stated", "Positive", f"{IDA} says: {REJECTED}", HARBOUR, "claim-04c4"),
            (IDA, "Stated", "Negative", f"{IDA} denies: {SOLD}", HARBOUR, "claim-07c7"),
            (IDA, "Stated", "Positive", f"{IDA} says: {SOLD}", CRANE, "claim-15c5"),
            (IDA, "Stated", "Negative", f"{IDA} denies: {HID}", HARBOUR, "claim-16c6"),
            (MARA, "Stated", "Negative", f"{MARA} denies: {CLOSED}", HARBOUR, "claim-02c2"),
            (MARA, "Stated", "Positive", f"{MARA} says: The quay is open.", HARBOUR, "claim-03c3"),
            (MARA, "Stated", "Positive", f"{MARA} says: {VISIT}", HARBOUR, "claim-10c0"),
            (MARA, "Judged", "Negative", f"{MARA} criticises: blockade", HARBOUR, "claim-13c3"),
            (MARA, "Stated", "Positive", f"{MARA} says: {CLOSED}", HARBOUR, "claim-14c4"),
            (TOMAS, "Stated", "Positive", f"{TOMAS} says: {CLOSED}", HARBOUR, "claim-01c1"),
            (TOMAS, "Stated", "Positive", f"{TOMAS} says: {SOLD}", OFFICIAL, "claim-06c6"),
            (TOMAS, "Stated", "Positive", f"{TOMAS} says: {BOYCOTT}", HARBOUR, "claim-08c8"),
            (TOMAS, "Demanded", "Positive", f"{TOMAS} demands: Norvania reopens the north quay", HARBOUR, "claim-09c9"),
            (TOMAS, "Asked", "Underspecified", f"{TOMAS} asks whether: {SOLD}", HARBOUR, "claim-11c1"),
            (TOMAS, "Stated", "Positive", f"{TOMAS} says: the Dockers' League is ready", HARBOUR, "claim-18c8"),
            (OFFICIAL, "Stated", "Positive", f"{OFFICIAL} says: {TOLD}", HARBOUR, "claim-05c5"),
            ("", "Stated", "Positive", f"Source not named says: {SCRAPPED}", HARBOUR, "claim-12c2"),
        ],
    ),
    (
        "disputed",
        {},
        [
            (
                CLOSED,
                TOMAS,
                "said … Norvania had closed the north quay … Erhardt's claim",
                MARA,
                "denied … Norvania had closed the quay",
                "claim-01c1",
                "claim-02c2",
            ),
            (
                BOYCOTT,
                TOMAS,
                "claimed … the league had boycotted the forum",
                "the article",
                "did not boycott",
                "claim-08c8",
                "assertion-57s7",
            ),
            (SOLD, TOMAS, "claimed … the authority sold Crane Nine", IDA, "denied … it.", "claim-06c6", "claim-07c7"),
        ],
    ),
    ("reported-by", {}, [(OFFICIAL, TOMAS, "Stated", "Positive", SOLD, "claim-06c6")]),
    ("reported-by", {"who": "Brenner"}, []),
    ("ages", {}, []),
    (
        "offices",
        {},
        [
            (IDA, "spokeswoman", AUTHORITY, "", "", "Ida_Brenner"),
            (MARA, "Harbour Minister", "Norvania", "", "", "Mara_Lindqvist"),
            (OTTO, "harbour minister", "", "true", "", "Otto_Weiss"),
            (TOMAS, "union leader", "", "", "", "Tomas_Erhardt"),
        ],
    ),
    ("offices", {"who": "id:Otto_Weiss"}, [(OTTO, "harbour minister", "", "true", "", "Otto_Weiss")]),
    (
        "said-by",
        {"who": "Brenner"},
        [
            (
                *("Stated", "Positive", "Certain", REJECTED, "", HARBOUR),
                *("said … Lindqvist had rejected Erhardt's claim", "claim-04c4"),
            ),
            (
                *("Stated", "Negative", "Certain", HID, "", HARBOUR),
                *("denied … an official had said the authority hid a report", "claim-16c6"),
            ),
            ("Stated", "Negative", "Certain", SOLD, "", HARBOUR, "denied … it.", "claim-07c7"),
            (
                *("Stated", "Positive", "Certain", SOLD, TOMAS, CRANE),
                *("The Harbour Authority sold Crane Nine … said … told", "claim-15c5"),
            ),
        ],
    ),
    (
        "said-by",
        {"who": "official of the Harbour Authority", "about": "Crane Nine"},
        [
            (
                *("Stated", "Positive", "Certain", TOLD, "", HARBOUR),
                *("said … Erhardt had claimed that the authority sold Crane Nine", "claim-05c5"),
            ),
        ],
    ),
    ("said-by", {"who": "Brenner", "about": "blockade"}, []),
    (
        "said-about",
        {"about": "north quay"},
        [
            (
                IDA,
                "Stated",
                "Positive",
                REJECTED,
                HARBOUR,
                "said … Lindqvist had rejected Erhardt's claim",
                "claim-04c4",
            ),
            (MARA, "Stated", "Negative", CLOSED, HARBOUR, "denied … Norvania had closed the quay", "claim-02c2"),
            (MARA, "Stated", "Positive", CLOSED, HARBOUR, "admitted … Norvania had closed the quay", "claim-14c4"),
            (MARA, "Stated", "Positive", "The quay is open.", HARBOUR, "told … The quay is open.", "claim-03c3"),
            (
                *(TOMAS, "Stated", "Positive", CLOSED, HARBOUR),
                *("said … Norvania had closed the north quay … Erhardt's claim", "claim-01c1"),
            ),
            (
                *(TOMAS, "Demanded", "Positive", "Norvania reopens the north quay", HARBOUR),
                *("demanded … Norvania reopen the quay", "claim-09c9"),
            ),
        ],
    ),
    (
        "unattributed",
        {},
        [
            (
                *("Unattributed", "", "Stated", "Positive", "Probable", SCRAPPED),
                *("Crane Nine was … reportedly … scrapped", "claim-12c2"),
            ),
            (
                *(OFFICIAL, AUTHORITY, "Stated", "Positive", "Certain", TOLD),
                *("said … Erhardt had claimed that the authority sold Crane Nine", "claim-05c5"),
            ),
        ],
    ),
    (
        "who-denied",
        {},
        [
            (IDA, HID, "Certain", HARBOUR, "denied … an official had said the authority hid a report", "claim-16c6"),
            (IDA, SOLD, "Certain", HARBOUR, "denied … it.", "claim-07c7"),
            (MARA, CLOSED, "Certain", HARBOUR, "denied … Norvania had closed the quay", "claim-02c2"),
        ],
    ),
    ("who-denied", {"who": "Erhardt"}, []),
    (
        "demands-and-promises",
        {},
        [
            (MARA, "promise", "Positive", VISIT, "", "claim-10c0"),
            (TOMAS, "demand", "Positive", "Norvania reopens the north quay", "", "claim-09c9"),
        ],
    ),
    (
        "happened",
        {},
        [
            ("meeting of the dockers", "the dockers", "", "", "", "event-35e5"),
            (FINE, "Dockers' League, Harbour Authority", "Port Ellin", "2021-02", "", "event-32e2"),
            (MEETING, "Mara Lindqvist, Tomas Erhardt", "Port Ellin", "2021-03-03", "Coastal Forum", "event-31e1"),
            ("rally", LEAGUE, "", "XXXX-WXX-5", "", "event-33e3"),
        ],
    ),
    (
        "happened",
        {"place": "Norvania", "from": "2021-03"},
        [(MEETING, "Mara Lindqvist, Tomas Erhardt", "Port Ellin", "2021-03-03", "Coastal Forum", "event-31e1")],
    ),
    (
        "happened",
        {"from": "2021-02-15", "to": "2021-03-02"},
        [(FINE, "Dockers' League, Harbour Authority", "Port Ellin", "2021-02", "", "event-32e2")],
    ),
    (
        "evidence",
        {"subject": "Dockers' League"},
        [
            (
                *(LEAGUE, "rel/be_ready", "", TOMAS, "Positive"),
                *("said … the league was ready", "", "article-harbour", "claim-18c8"),
            ),
            (
                *(LEAGUE, "rel/boycott", "Coastal Forum", TOMAS, "Positive"),
                *("claimed … the league had boycotted the forum", "", "article-harbour", "claim-08c8"),
            ),
            (
                *(LEAGUE, "rel/boycott", "Coastal Forum", "the article", "Negative"),
                *("did not boycott", "clause", "article-harbour", "assertion-57s7"),
            ),
        ],
    ),
    (
        "evidence",
        {"subject": "Lindqvist", "predicate": "met", "object": "Erhardt"},
        [
            (
                *(MARA, "met", TOMAS, "the article", "Positive"),
                *("Mara Lindqvist … met … Tomas Erhardt", "event", "article-harbour", "assertion-51s1"),
            ),
        ],
    ),
    (
        "connections",
        {},
        [
            (AUTHORITY, "rel/fine", LEAGUE, "Harbour_Authority", "Dockers_League"),
            (IDA, "affiliation", AUTHORITY, "Ida_Brenner", "Harbour_Authority"),
            (IDA, "met", OTTO, "Ida_Brenner", "Otto_Weiss"),
            (MARA, "affiliation", "Norvania", "Mara_Lindqvist", "Norvania"),
            (MARA, "met", TOMAS, "Mara_Lindqvist", "Tomas_Erhardt"),
            (OTTO, "rel/pose_with", TOMAS, "Otto_Weiss", "Tomas_Erhardt"),
            (OFFICIAL, "affiliation", AUTHORITY, "official-21b1", "Harbour_Authority"),
        ],
    ),
    (
        "connections",
        {"who": "Erhardt"},
        [
            (MARA, "met", TOMAS, "Mara_Lindqvist", "Tomas_Erhardt"),
            (OTTO, "rel/pose_with", TOMAS, "Otto_Weiss", "Tomas_Erhardt"),
        ],
    ),
    (
        "asserted-about",
        {"about": "Port Ellin"},
        [
            ("Port Ellin", "locatedIn", "Norvania", "Positive", "true", "Port Ellin", "assertion-58s8"),
            (FINE, "sem:hasPlace", "Port Ellin", "Positive", "", "fined", "assertion-74s0"),
            (MEETING, "sem:hasPlace", "Port Ellin", "Positive", "", "met", "assertion-69s0"),
        ],
    ),
    (
        "asserted-about",
        {"about": "Coastal Forum"},
        [
            (LEAGUE, "rel/boycott", "Coastal Forum", "Negative", "", "did not boycott", "assertion-57s7"),
            (MEETING, "at", "Coastal Forum", "Positive", "", "met", "assertion-70s0"),
        ],
    ),
    (
        "quotations",
        {},
        [
            (IDA, TOMAS, "We sold Crane Nine in January,", "article-crane", "claim-15c5"),
            (MARA, "reporters", "The quay is open.", "article-harbour", "claim-03c3"),
        ],
    ),
    (
        "changed-position",
        {},
        [
            (
                *(IDA, SOLD, "The Harbour Authority sold Crane Nine … said … told", "article-crane"),
                *("denied … it.", "article-harbour", "claim-15c5", "claim-07c7"),
            ),
            (
                *(MARA, CLOSED, "admitted … Norvania had closed the quay", "article-harbour"),
                *("denied … Norvania had closed the quay", "article-harbour", "claim-14c4", "claim-02c2"),
            ),
        ],
    ),
    (
        "position-of",
        {"who": "Brenner", "on": "Crane Nine"},
        [
            (SOLD, "Negative", "Stated", "Certain", HARBOUR, "denied … it.", "claim-07c7"),
            (
                *(SOLD, "Positive", "Stated", "Certain", CRANE),
                *("The Harbour Authority sold Crane Nine … said … told", "claim-15c5"),
            ),
        ],
    ),
    # The official passes on what somebody else says, and Erhardt only asks once: neither is a position.
    ("position-of", {"who": "id:official-21b1", "on": "Crane Nine"}, []),
    (
        "position-of",
        {"who": "Erhardt", "on": SOLD},
        [(SOLD, "Positive", "Stated", "Certain", OFFICIAL, "claimed … the authority sold Crane Nine", "claim-06c6")],
    ),
    (
        "timeline",
        {},
        [
            ("2021-02", FINE, "Dockers' League, Harbour Authority", "happened", "event-32e2"),
            ("2021-03-03", MEETING, "Mara Lindqvist, Tomas Erhardt", "happened", "event-31e1"),
            ("XXXX-05", VISIT, MARA, "claimed", "prop-07p7"),
            ("XXXX-WXX-5", "rally", LEAGUE, "happened", "event-33e3"),
        ],
    ),
    (
        "sources",
        {},
        [
            (TOMAS, "", "6", "Tomas_Erhardt"),
            (MARA, "", "5", "Mara_Lindqvist"),
            (IDA, "", "4", "Ida_Brenner"),
            ("Unattributed", "", "1", "Unattributed"),
            (OFFICIAL, "true", "1", "official-21b1"),
        ],
    ),
]


def shortened(table: Table) -> list[tuple[str, ...]]:
    spaces = {
        "https://example.org/newskg/id/": "",
        "https://w3id.org/newskg/ns#": "",
        "http://semanticweb.cs.vu.nl/2009/11/sem/": "sem:",
    }

    def short(value: object) -> str:
        text = "" if value is None else str(value)
        for space, prefix in spaces.items():
            if text.startswith(space):
                return prefix + text.removeprefix(space)
        return text

    return [tuple(map(short, row)) for row in table]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(("name", "params", "expected"), ANSWERS, ids=[f"{name}-{list(p)}" for name, p, _ in ANSWERS])
def test_named_query_answers(
    harbour: Loaded, engine: Engine, name: str, params: dict[str, str], expected: list[tuple[str, ...]]
) -> None:
    answer = query(harbour, name, params=params, engine=engine)
    assert isinstance(answer, Table)
    assert shortened(answer) == expected


def test_named_queries_are_all_answered_here() -> None:
    assert {name for name, _, _ in ANSWERS} == set(named_queries())
    assert len(named_queries()) >= 15


def test_claim_nobody_is_reported_to_make_is_in_no_answer(harbour: Loaded) -> None:
    # Brenner denied that an official had said so: the official is not reported to have said it.
    for name, params, _ in ANSWERS:
        assert "claim-17c7" not in rendered(query(harbour, name, params=params)), name


@pytest.mark.parametrize("engine", Engine)
def test_a_claim_is_listed_whatever_the_graph_leaves_out_about_it(engine: Engine) -> None:
    graph = Graph().parse(
        data="""@prefix kg: <https://w3id.org/newskg/ns#> . @prefix id: <https://example.org/newskg/id/> .
        id:claim-1 a kg:Claim ; kg:claimant id:Berg ; kg:mode kg:Stated ; kg:polarity kg:Positive ."""
    )
    answer = query(graph, "who-says-what", engine=engine)
    assert isinstance(answer, Table)
    assert [row[-1] for row in answer.rows] == [URIRef("https://example.org/newskg/id/claim-1")]


def test_fixture_keeps_the_rules_of_the_model(harbour: Loaded) -> None:
    assert validate(harbour.graph).conforms
