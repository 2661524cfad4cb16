"""Events: classes, roles, status and PLOVER codes; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction, Polarity
from tests.parses import extracted, label, plain

NAMES = {"Berg": "PERSON", "Wei": "PERSON", "Chad": "GPE", "Malta": "GPE", "Lisbon": "GPE"}

Told = tuple[str, str | None, bool]


def codes(text: str) -> list[Told]:
    """Class, PLOVER code and whether it is told as a fact, of each event."""
    return [(e.cls, e.plover, e.asserted and e.polarity is Polarity.POSITIVE) for e in extracted(text, NAMES).events]


def cast(found: Extraction, n: int = 0) -> set[tuple[str, str | None]]:
    """Who takes part in one event, and as what."""
    return {(role, label(found, who)) for role, who in found.events[n].roles}


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 met=meet/VBD/ROOT",
        "Berg/NNP/nsubj<2 met=meet/VBD/ROOT Wei/NNP/dobj<2",
        "Berg/NNP/nsubj<2 met=meet/VBD/ROOT with/IN/prep<2 Wei/NNP/pobj<3",
        "Berg/NNP/nsubj<2 held=hold/VBD/ROOT talks=talk/NNS/dobj<2 with/IN/prep<3 Wei/NNP/pobj<4",
        "The/DT/det<2 talks=talk/NNS/nsubj<7 between/IN/prep<2 Berg/NNP/pobj<3 and/CC/cc<4 Wei/NNP/conj<4 began=begin/VBD/ROOT",
    ],
)
def test_reciprocal_events_have_both_sides_as_agents(text: str) -> None:
    found = extracted(text, NAMES)
    (event,) = found.events
    assert (event.plover, event.asserted) == ("CONSULT", True)
    assert cast(found) >= {("agent", "Berg"), ("agent", "Wei")}


def test_what_two_do_together_with_a_third_thing_joins_them_to_that_and_not_to_each_other() -> None:
    text = "Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 discussed=discuss/VBD/ROOT Chad/NNP/dobj<4"
    assert plain(extracted(text, NAMES)) == [("Berg", "kg:discussed", "Chad"), ("Wei", "kg:discussed", "Chad")]


def test_the_two_who_met_are_those_named_before() -> None:
    text = (
        "Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 arrived=arrive/VBD/ROOT | "
        "The/DT/det<3 two/CD/nummod<3 men=man/NNS/nsubj<4 met=meet/VBD/ROOT"
    )
    found = extracted(text, NAMES)
    (meeting,) = [n for n, e in enumerate(found.events) if e.cls == "Meeting"]
    assert cast(found, meeting) == {("agent", "Berg"), ("agent", "Wei")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a threat to strike is a threat
            "Chad/NNP/nsubj<2 threatened=threaten/VBD/ROOT to/TO/aux<4 attack/VB/xcomp<2 Malta/NNP/dobj<4",
            [("ThreatAct", "THREATEN", True), ("Attack", None, False)],
        ),
        (  # what is refused did not happen, and is part of the refusal
            "Chad/NNP/nsubj<2 rejected=reject/VBD/ROOT an/DT/det<4 offer/NN/dobj<2 of/IN/prep<4 talks=talk/NNS/pobj<5",
            [("Rejection", "REJECT", True), ("PromiseAct", None, False), ("Talk", None, False)],
        ),
        (  # the verb that carries an event is that event, and stands in the agreement as a whole
            "Chad/NNP/nsubj<2 agreed=agree/VBD/ROOT to/TO/aux<4 hold/VB/xcomp<2 talks=talk/NNS/dobj<4",
            [("Agreement", "AGREE", True), ("Talk", None, False)],
        ),
        (  # an event on whose occasion something happens stands for itself
            "Berg/NNP/nsubj<2 wept=weep/VBD/ROOT after/IN/prep<2 an/DT/det<5 attack/NN/pobj<3",
            [("Attack", "ASSAULT", True)],
        ),
    ],
)
def test_what_an_event_is_about_has_no_code_of_its_own(text: str, expected: list[Told]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg/NNP/nsubj<2 cancelled=cancel/VBD/ROOT the/DT/det<4 visit/NN/dobj<2",
            [("Sanction", "SANCTION", True), ("Visit", None, False)],
        ),
        (
            "Rebels=rebel/NNS/nsubj<2 killed=kill/VBD/ROOT Berg/NNP/dobj<2 in/IN/prep<2 an/DT/det<6 attack/NN/pobj<4",
            [("Killing", "ASSAULT", True), ("Attack", "ASSAULT", True)],
        ),
        (
            "Rebels=rebel/NNS/nsubj<2 launched=launch/VBD/ROOT an/DT/det<4 attack/NN/dobj<2",
            [("Attack", "ASSAULT", True)],
        ),
    ],
)
def test_a_verb_that_means_more_than_its_noun_is_an_event_beside_it(text: str, expected: list[Told]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chad/NNP/nsubj<3 will/MD/aux<3 visit/VB/ROOT Malta/NNP/dobj<3", "AGREE"),
        ("Chad/NNP/nsubj<3 will/MD/aux<3 attack/VB/ROOT Malta/NNP/dobj<3", "THREATEN"),
        ("Chad/NNP/nsubj<3 may/MD/aux<3 attack/VB/ROOT Malta/NNP/dobj<3", "ASSAULT"),
        ("Chad/NNP/nsubj<4 will/MD/aux<4 not/RB/neg<4 attack/VB/ROOT Malta/NNP/dobj<4", "ASSAULT"),
    ],
)
def test_an_intent_has_the_code_of_saying_so_and_is_not_asserted(text: str, code: str) -> None:
    assert [(told[1], told[2]) for told in codes(text)] == [(code, False)]


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("Chad/NNP/nsubj<2 is/VBZ/ROOT willing/JJ/acomp<2 to/TO/aux<5 attend/VB/xcomp<3", True),
        ("Chad/NNP/nsubj<2 is/VBZ/ROOT not/RB/neg<2 willing/JJ/acomp<2 to/TO/aux<6 attend/VB/xcomp<4", False),
    ],
)
def test_an_adjective_can_be_what_happens(text: str, happened: bool) -> None:
    assert ("Willingness", "AGREE", happened) in codes(text)


@pytest.mark.parametrize(
    ("modal", "found"), [("must/MD/aux<5", True), ("should/MD/aux<5", True), ("may/MD/aux<5", False)]
)
def test_saying_what_others_must_do_is_a_demand(modal: str, found: bool) -> None:
    text = f"Berg/NNP/nsubj<2 said=say/VBD/ROOT Chad/NNP/nsubj<5 {modal} pay/VB/ccomp<2"
    extraction = extracted(text, NAMES)
    assert [e.cls for e in extraction.events if e.cls == "DemandAct"] == ["DemandAct"] * found
    assert not [t for t in plain(extraction) if t[1] == "kg:demanded"]


def test_saying_what_oneself_must_do_is_no_demand() -> None:
    text = "Chad/NNP/nsubj<2 said=say/VBD/ROOT Chad/NNP/nsubj<5 must/MD/aux<5 pay/VB/ccomp<2"
    assert not [e for e in extracted(text, NAMES).events if e.cls == "DemandAct"]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("Berg/NNP/nsubj<2 rejected=reject/VBD/ROOT Wei/NNP/poss<5 's/POS/case<3 offer/NN/dobj<2", ("patient", "Wei")),
        ("Malta/NNP/nsubj<2 halted=halt/VBD/ROOT aid/NN/dobj<2 to/IN/prep<3 Chad/NNP/pobj<4", ("recipient", "Chad")),
        (
            "Malta/NNP/nsubj<2 threatened=threaten/VBD/ROOT to/TO/aux<4 attack/VB/xcomp<2 Chad/NNP/dobj<4",
            ("patient", "Chad"),
        ),
        (
            "Malta/NNP/nsubj<2 demanded=demand/VBD/ROOT that/IN/mark<5 Chad/NNP/nsubj<5 pay/VB/ccomp<2",
            ("patient", "Chad"),
        ),
    ],
)
def test_whom_an_act_is_aimed_at_is_found_where_no_argument_names_them(text: str, aim: tuple[str, str]) -> None:
    assert aim in cast(extracted(text, NAMES))


def test_nobody_is_added_where_a_patient_is_named() -> None:
    text = "Berg/NNP/nsubj<2 attacked=attack/VBD/ROOT Chad/NNP/dobj<2 with/IN/prep<2 help/NN/pobj<4 from/IN/prep<5 Malta/NNP/pobj<6"
    assert {who for role, who in cast(extracted(text, NAMES)) if role == "patient"} == {"Chad"}


def test_a_nation_before_a_noun_is_its_agent() -> None:
    names = NAMES | {"Maltese": "NORP"}
    text = "A/DT/det<3 Maltese/JJ/amod<3 veto/NN/nsubj<4 angered=anger/VBD/ROOT Berg/NNP/dobj<4"
    found = extracted(text, names)
    (veto,) = [n for n, e in enumerate(found.events) if e.cls == "Rejection"]
    assert cast(found, veto) == {("agent", "Malta")}


def test_whoever_is_let_do_something_is_the_object_however_it_is_parsed() -> None:
    text = "Chad/NNP/nsubj<2 allowed=allow/VBD/ROOT Berg/NNP/nsubj<5 to/TO/aux<5 leave/VB/ccomp<2"
    found = extracted(text, NAMES)
    assert ("patient", "Berg") in cast(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 met=meet/VBD/ROOT", "Berg met Wei"),
        (
            "Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 left=leave/VBD/ROOT Lisbon/NNP/dobj<4",
            "Berg and Wei left Lisbon",
        ),
    ],
)
def test_an_event_is_called_after_who_does_what_to_whom(text: str, name: str) -> None:
    assert [e.label for e in extracted(text, NAMES).events] == [name]


@pytest.mark.parametrize(
    ("text", "cls", "roles"),
    [
        (  # the two sides of a fight
            "Chad/NNP/nsubj<2 fought=fight/VBD/ROOT against/IN/prep<2 Malta/NNP/pobj<3",
            "Battle",
            {("agent", "Chad"), ("agent", "Malta")},
        ),
        (  # nobody fights back
            "Chad/NNP/nsubj<2 fought=fight/VBD/ROOT against/IN/prep<2 poverty/NN/pobj<3",
            "Opposition",
            {("agent", "Chad"), ("patient", "poverty")},
        ),
        (  # a town before an attack is where it was, a country who made it
            "The/DT/det<3 Lisbon/NNP/compound<3 attacks=attack/NNS/nsubj<4 continued=continue/VBD/ROOT",
            "Attack",
            set(),
        ),
        (
            "The/DT/det<2 plan/NN/nsubj<3 followed=follow/VBD/ROOT the/DT/det<5 attacks=attack/NNS/dobj<3",
            "Attack",
            set(),
        ),
    ],
)
def test_who_takes_part_depends_on_what_they_are(text: str, cls: str, roles: set[tuple[str, str]]) -> None:
    found = extracted(text, NAMES)
    (event,) = found.events
    assert (event.cls, cast(found)) == (cls, roles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The/DT/det<2 division/NN/nsubj<3 grew=grow/VBD/ROOT of/IN/prep<2 Chad/NNP/pobj<4", ["Change", "Increase"]),
        ("The/DT/det<2 division/NN/nsubj<3 grew=grow/VBD/ROOT", ["Increase"]),
    ],
)
def test_a_noun_is_an_event_only_if_a_row_fits(text: str, expected: list[str]) -> None:
    assert [told[0] for told in codes(text)] == expected


def test_a_state_has_no_object_though_its_participle_is_passive() -> None:
    text = "Berg/NNP/nsubjpass<3 is/VBZ/auxpass<3 committed=commit/VBN/ROOT to/IN/prep<3 reform/NN/pobj<4"
    assert cast(extracted(text, NAMES)) == {("agent", "Berg"), ("topic", "reform")}


def test_calling_somebody_something_is_no_telephone_call() -> None:
    text = "Berg/NNP/nsubj<2 called=call/VBD/ROOT Wei/NNP/dobj<2 {}"
    assert codes(text.format("a/DT/det<5 fool/NN/oprd<2")) == [("Communication", None, True)]
    assert codes(text.format("yesterday/NN/npadvmod<2")) == [("Talk", "CONSULT", True)]


@pytest.mark.parametrize(
    ("text", "cls", "roles"),
    [
        (
            "Rebels=rebel/NNS/nsubj<2 set=set/VBD/ROOT fire/NN/dobj<2 to/IN/prep<2 Lisbon/NNP/pobj<4",
            "Destruction",
            {("agent", "Rebels"), ("patient", "Lisbon")},
        ),
        (
            "Berg/NNP/nsubj<2 set=set/VBD/ROOT Wei/NNP/dobj<2 free/JJ/oprd<2",
            "Release",
            {("agent", "Berg"), ("patient", "Wei")},
        ),
        (
            "Berg/NNP/nsubj<2 came=come/VBD/ROOT back/RB/advmod<2 from/IN/prep<2 Malta/NNP/pobj<4",
            "Arrival",
            {("agent", "Berg")},
        ),
    ],
)
def test_idioms_are_read_as_one_verb(text: str, cls: str, roles: set[tuple[str, str]]) -> None:
    found = extracted(text, NAMES)
    (event,) = found.events
    assert event.cls == cls
    assert cast(found) >= roles
    assert len(cast(found)) <= 2


@pytest.mark.parametrize(
    ("text", "cls", "role"),
    [
        ("Wei/NNP/nsubj<2 cleared=clear/VBD/ROOT Berg/NNP/dobj<2 of/IN/prep<2 fraud/NN/pobj<4", "Acquittal", "patient"),
        ("Berg/NNP/nsubj<2 survived=survive/VBD/ROOT the/DT/det<4 attack/NN/dobj<2", "Attack", "patient"),
    ],
)
def test_whom_it_befalls(text: str, cls: str, role: str) -> None:
    found = extracted(text, NAMES)
    (n,) = [n for n, e in enumerate(found.events) if e.cls == cls]
    assert (role, "Berg") in cast(found, n)
