"""What stands in the slots of a verb or noun, and who may play a role in an event; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.parses import extracted, label, plain

NAMES = {"Berg": "PERSON", "Chad": "GPE", "Malta": "GPE", "Lisbon": "GPE"}

Told = tuple[str, str | None, set[tuple[str, str | None]]]


def events(found: Extraction) -> list[Told]:
    """Class, PLOVER code and cast of each event."""
    return [(e.cls, e.plover, {(role, label(found, who)) for role, who in e.roles}) for e in found.events]


def test_the_object_carries_the_event_before_what_stands_under_a_preposition() -> None:
    text = "Chad/NNP/nsubj<2 launched=launch/VBD/ROOT an/DT/det<4 inquiry/NN/dobj<2 into/IN/prep<2 the/DT/det<7 massacre/NN/pobj<5"
    inquiry, massacre = events(extracted(text, NAMES))
    assert inquiry == ("Investigation", "INVESTIGATE", {("agent", "Chad"), ("patient", "massacre")})
    assert massacre[2] == set()


def test_who_brokers_a_truce_has_not_been_fighting() -> None:
    text = (
        "Berg/NNP/nsubj<2 brokered=broker/VBD/ROOT a/DT/det<4 truce/NN/dobj<2 "
        "between/IN/prep<4 Chad/NNP/pobj<5 and/CC/cc<6 Malta/NNP/conj<6"
    )
    assert [(c, cast) for c, _, cast in events(extracted(text, NAMES))] == [
        ("Mediation", {("agent", "Berg"), ("topic", "truce between Chad and Malta")}),
        ("Ceasefire", {("agent", "Chad"), ("agent", "Malta")}),
    ]


def test_who_voices_support_gives_it() -> None:
    text = "Berg/NNP/nsubj<2 expressed=express/VBD/ROOT solidarity/NN/dobj<2 with/IN/prep<3 Malta/NNP/pobj<4"
    assert ("agent", "Berg") in next(event for event in events(extracted(text, NAMES)) if event[0] == "Support")[2]


@pytest.mark.parametrize(
    ("verb", "demands"),
    [("withdraw/VBP", True), ("withdraws=withdraw/VBZ", False)],
)
def test_insisting_on_what_should_be_is_a_demand_and_on_what_is_none(verb: str, demands: bool) -> None:
    text = f"Chad/NNP/nsubj<2 insisted=insist/VBD/ROOT that/IN/mark<5 Malta/NNP/nsubj<5 {verb}/ccomp<2"
    assert ("DemandAct" in [cls for cls, *_ in events(extracted(text, NAMES))]) is demands


def test_a_measure_is_what_it_is_of() -> None:
    text = "Chad/NNP/nsubj<2 sent=send/VBD/ROOT tonnes=tonne/NNS/dobj<2 of/IN/prep<3 grain/NN/pobj<4 to/IN/prep<2 Malta/NNP/pobj<6"
    assert [(cls, plover) for cls, plover, _ in events(extracted(text, NAMES))] == [("Aid", "AID")]


@pytest.mark.parametrize(
    ("subject", "cls"),
    [("Berg/NNP", ["Support"]), ("teachers=teacher/NNS", ["Support"]), ("silence/NN", [])],
)
def test_only_who_can_act_supports(subject: str, cls: list[str]) -> None:
    text = f"{subject}/nsubj<2 inspired=inspire/VBD/ROOT Malta/NNP/dobj<2"
    assert [c for c, *_ in events(extracted(text, NAMES))] == cls


def test_a_group_of_those_who_act_acts() -> None:
    text = "A/DT/det<2 chorus/NN/nsubj<5 of/IN/prep<2 teachers=teacher/NNS/pobj<3 inspired=inspire/VBD/ROOT Malta/NNP/dobj<5"
    assert [c for c, *_ in events(extracted(text, NAMES))] == ["Support"]


def test_a_thing_does_not_do_what_it_is_used_for() -> None:
    text = (
        "Soldiers=soldier/NNS/nsubj<2 burned=burn/VBD/ROOT tyres=tyre/NNS/dobj<2 to/TO/aux<5 warn/VB/xcomp<2 "
        "Malta/NNP/dobj<5"
    )
    (warning,) = [e for e in events(extracted(text, NAMES)) if e[0] == "WarningAct"]
    assert {name for role, name in warning[2] if role == "agent"} == {"Soldiers"}


def test_force_is_a_means_and_nobody() -> None:
    text = "Berg/NNP/nsubjpass<3 was=be/VBD/auxpass<3 removed=remove/VBN/ROOT by/IN/agent<3 force/NN/pobj<4"
    assert all("agent" not in dict(cast) for _, _, cast in events(extracted(text, NAMES)))


def test_the_opposition_is_people_unless_it_is_to_something() -> None:
    people = "The/DT/det<2 opposition/NN/nsubj<3 left=leave/VBD/ROOT Lisbon/NNP/dobj<3"
    stance = "The/DT/det<2 opposition/NN/nsubj<5 to/IN/prep<2 Berg/NNP/pobj<3 grew=grow/VBD/ROOT"
    assert "Opposition" not in [cls for cls, *_ in events(extracted(people, NAMES))]
    assert "Opposition" in [cls for cls, *_ in events(extracted(stance, NAMES))]


def test_votes_that_are_counted_are_no_occasion() -> None:
    text = "Berg/NNP/nsubj<2 received=receive/VBD/ROOT 5,120/CD/nummod<4 votes=vote/NNS/dobj<2 in/IN/prep<2 Lisbon/NNP/pobj<5"
    assert not [fact for fact in plain(extracted(text, NAMES)) if fact[1] == "kg:involvedIn"]


def test_the_agent_of_the_last_passive_is_that_of_the_one_before() -> None:
    text = (
        "Malta/NNP/nsubjpass<3 was=be/VBD/auxpass<3 sued=sue/VBN/ROOT and/CC/cc<3 fined=fin/VBN/conj<3 "
        "by/IN/agent<5 Chad/NNP/pobj<6"
    )
    casts = [(cls, cast) for cls, _, cast in events(extracted(text, NAMES))]
    assert casts == [(cls, {("agent", "Chad"), ("patient", "Malta")}) for cls in ("Lawsuit", "Coercion")]


@pytest.mark.parametrize(("rank", "told"), [("first/JJ", True), ("man/NN", False)])
def test_who_was_the_first_to_do_something_did_it(rank: str, told: bool) -> None:
    text = f"Berg/NNP/nsubj<2 was=be/VBD/ROOT the/DT/det<4 {rank}/attr<2 to/TO/aux<6 accuse/VB/relcl<4 Malta/NNP/dobj<6"
    assert (("Berg", "kg:accused", "Malta") in plain(extracted(text, NAMES))) is told


def test_a_promise_is_about_who_gives_it() -> None:
    text = "Berg/NNP/nsubj<2 promised=promise/VBD/ROOT Wei/NNP/dobj<2 to/TO/aux<5 visit/VB/xcomp<2 Malta/NNP/dobj<5"
    (visit,) = [e for e in events(extracted(text, NAMES | {"Wei": "PERSON"})) if e[0] == "Visit"]
    assert ("agent", "Berg") in visit[2]


def test_who_calls_off_a_visit_of_others_does_not_make_it() -> None:
    text = (
        "Chad/NNP/nsubj<2 cancelled=cancel/VBD/ROOT the/DT/det<4 visit/NN/dobj<2 of/IN/prep<4 "
        "Berg/NNP/pobj<5 to/IN/prep<4 Malta/NNP/pobj<7"
    )
    (visit,) = [e for e in events(extracted(text, NAMES)) if e[0] == "Visit"]
    assert visit[2] == {("agent", "Berg"), ("place", "Malta")}


def test_where_one_meets_somebody_is_where_the_meeting_is() -> None:
    found = extracted(
        "Berg/NNP/nsubj<2 met=meet/VBD/ROOT Wei/NNP/dobj<2 in/IN/prep<3 Lisbon/NNP/pobj<4", NAMES | {"Wei": "PERSON"}
    )
    (meeting,) = found.events
    assert [label(found, place) for place in meeting.places] == ["Lisbon"]


@pytest.mark.parametrize(
    ("company", "roles"), [("brother/NN", {"agent", "patient"}), ("knife/NN", {"agent", "patient", "instrument"})]
)
def test_one_kills_with_things_and_not_with_people(company: str, roles: set[str]) -> None:
    text = f"Police/NNS/nsubj<2 killed=kill/VBD/ROOT Berg/NNP/dobj<2 with/IN/prep<2 a/DT/det<6 {company}/pobj<4"
    ((_, _, cast),) = events(extracted(text, NAMES))
    assert {role for role, _ in cast} == roles


def test_who_holds_a_summit_alone_meets_nobody_there() -> None:
    text = (
        "Berg/NNP/nsubj<2 attended=attend/VBD/ROOT the/DT/det<5 Opec/NNP/compound<5 summit/NN/dobj<2 "
        "in/IN/prep<5 Lisbon/NNP/pobj<6"
    )
    assert not [t for t in plain(extracted(text, NAMES | {"Opec": "ORG"})) if t[1] == "kg:met"]


def test_not_only_denies_nothing() -> None:
    text = "Chad/NNP/nsubj<2 attacked=attack/VBD/ROOT not/RB/preconj<5 only/RB/advmod<3 Malta/NNP/dobj<2"
    assert plain(extracted(text, NAMES)) == [("Chad", "kg:attacked", "Malta")]


def test_votes_beat_nobody() -> None:
    text = (
        "Berg/NNP/nsubjpass<3 was=be/VBD/auxpass<3 defeated=defeat/VBN/ROOT by/IN/agent<3 "
        "120/CD/nummod<6 votes=vote/NNS/pobj<4"
    )
    assert all("agent" not in dict(cast) for _, _, cast in events(extracted(text, NAMES)))


@pytest.mark.parametrize(("tail", "known"), [("of/IN/prep<5 talks=talk/NNS/pobj<6", True), ("", False)])
def test_in_the_end_nothing_ends(tail: str, known: bool) -> None:
    text = f"Berg/NNP/nsubj<2 resigned=resign/VBD/ROOT in/IN/prep<2 the/DT/det<5 end/NN/pobj<3 {tail}".strip()
    assert ("Ending" in [cls for cls, *_ in events(extracted(text, NAMES))]) is known


def test_cutting_edge_research_cuts_nothing() -> None:
    text = "Berg/NNP/nsubj<2 praised=praise/VBD/ROOT cutting=cut/VBG/amod<6 -/HYPH/punct<6 edge/NN/compound<6 hats=hat/NNS/dobj<2"
    assert [cls for cls, *_ in events(extracted(text, NAMES))] == ["PraiseAct"]
