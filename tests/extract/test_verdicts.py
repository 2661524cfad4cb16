"""Denials that say no more than that it was not so, and those that hang from what they deny; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Polarity
from tests.parses import extracted, opposed, told

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Courier": "ORG"}
LEFT = "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"
SOLD = (
    "Silva/NNP/nsubj<2 accused=accuse/VBD/ROOT Wei/NNP/dobj<2 of/IN/prep<2 selling=sell/VBG/pcomp<4 "
    "a/DT/det<7 boat/NN/dobj<5 ,/,/punct<2 "
)


def disputes(text: str) -> int:
    """How many pairs of claims contradict each other."""
    return opposed(text, PEOPLE)


@pytest.mark.parametrize(
    "answer",
    [
        "Wei/NNP/nsubj<2 remembers=remember/VBZ/ROOT it/PRP/dobj<2 differently/RB/advmod<2 ././punct<2",
        "That/DT/nsubj<2 is=be/VBZ/ROOT not/RB/neg<2 how/WRB/advmod<6 Wei/NNP/nsubj<6 remembers=remember/VBZ/ccomp<2 "
        "it/PRP/dobj<6 ././punct<2",
        "On/IN/prep<5 the/DT/det<3 contrary/NN/pobj<1 ,/,/punct<5 said=say/VBD/ROOT Wei/NNP/nsubj<5 ././punct<5",
        "No/UH/intj<3 ,/,/punct<3 says=say/VBZ/ROOT Wei/NNP/nsubj<3 ././punct<3",
        "“/``/punct<5 No/UH/intj<5 ,/,/punct<5 ”/''/punct<5 said=say/VBD/ROOT Wei/NNP/nsubj<5 ././punct<5",
        "On/IN/prep<6 the/DT/det<3 contrary/NN/pobj<1 ,/,/punct<6 Wei/NNP/nsubj<6 said=say/VBD/ROOT ././punct<6",
        "Nonsense/NN/nsubj<3 ,/,/punct<3 says=say/VBZ/ROOT Wei/NNP/nsubj<3 ././punct<3",
        "“/``/punct<5 Rubbish/NN/dep<5 ,/,/punct<5 ”/''/punct<5 said=say/VBD/ROOT Wei/NNP/nsubj<5 ././punct<5 | "
        "“/``/punct<3 They/PRP/nsubj<3 stayed=stay/VBD/ROOT ././punct<3 ”/''/punct<3",
        "Wei/NNP/nsubj<2 called=call/VBD/ROOT that/DT/dobj<2 a/DT/det<6 baseless/JJ/amod<6 rumour/NN/oprd<2 ././punct<2",
        "“/``/punct<2 Rubbish/NN/ROOT ././punct<2 | They/PRP/nsubj<2 stayed=stay/VBD/ccomp<5 ,/,/punct<5 ”/''/punct<5 "
        "said=say/VBD/ROOT Wei/NNP/nsubj<5 ././punct<5",
        "“/``/punct<7 Far/RB/advmod<7 from/IN/prep<2 it/PRP/pobj<3 ,/,/punct<7 ”/''/punct<7 said=say/VBD/ROOT "
        "Wei/NNP/nsubj<7 ././punct<7",
        "“/``/punct<6 That/DT/nsubj<3 is=be/VBZ/ccomp<9 simply/RB/advmod<3 not/RB/neg<3 so/RB/advmod<3 ,/,/punct<9 "
        "”/''/punct<9 said=say/VBD/ROOT Wei/NNP/nsubj<9 ././punct<9",
        "Wei/NNP/nsubj<2 called=call/VBD/ROOT the/DT/det<4 claim/NN/dobj<2 “/``/punct<8 false/JJ/amod<8 ,/,/punct<8 "
        "vile/JJ/oprd<2 ”/''/punct<2 ././punct<2",
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT the/DT/det<4 claim/NN/nsubj<5 was=be/VBD/ccomp<2 false/JJ/amod<8 "
        ",/,/punct<8 spiteful/JJ/acomp<5 ././punct<2",
        "Wei/NNP/nsubj<2 rejects=reject/VBZ/ROOT that/WDT/nsubj<4 claim/VBP/ccomp<2 ././punct<2",
        "Wei/NNP/nsubj<2 disputed=dispute/VBD/ROOT that/IN/mark<5 ,/,/punct<5 telling=tell/VBG/advcl<2 "
        "reporters=reporter/NNS/dobj<5 so/RB/advmod<5 ././punct<2",
    ],
)
def test_who_says_that_it_was_not_so_denies_what_was_said_last(answer: str) -> None:
    assert disputes(f"{LEFT} | {answer}") == 1


def test_who_has_the_wrong_end_of_the_stick_was_wrong_in_what_he_said() -> None:
    wrong = (
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT Silva/NNP/nsubj<4 had=have/VBD/ccomp<2 the/DT/det<7 wrong/JJ/amod<7 "
        "end/NN/dobj<4 of/IN/prep<7 the/DT/det<10 stick/NN/pobj<8 ././punct<2"
    )
    assert disputes(f"{LEFT} | {wrong}") == 1
    assert disputes(f"{LEFT} | {wrong.replace('wrong/', 'thin/')}") == 0


@pytest.mark.parametrize(
    ("verdict", "polarity"),
    [
        ("false/JJ/acomp<4", Polarity.NEGATIVE),
        ("myth/NN/attr<4", Polarity.NEGATIVE),
        ("true/JJ/acomp<4", Polarity.POSITIVE),
        ("no/DT/det<6 secret/NN/attr<4", Polarity.POSITIVE),
        ("no/DT/det<6 lamp/NN/attr<4", Polarity.NEGATIVE),
        ("odd/JJ/acomp<4", Polarity.POSITIVE),
    ],
)
def test_what_it_is_false_to_say_is_denied(verdict: str, polarity: Polarity) -> None:
    at = 5 + len(verdict.split())
    text = (
        f"Wei/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<4 was=be/VBD/ccomp<2 {verdict} that/IN/mark<{at + 2} "
        f"Berg/NNP/nsubj<{at + 2} left=leave/VBD/ccomp<{at - 1} ././punct<2"
    )
    claim = extracted(text, PEOPLE).claims[0]
    assert claim.polarity is polarity


@pytest.mark.parametrize(
    "answer",
    [
        "Sadly/RB/advmod<3 ,/,/punct<3 says=say/VBZ/ROOT Wei/NNP/nsubj<3 ././punct<3",
        "Wei/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT the/DT/det<4 idea/NN/dobj<2 of/IN/prep<4 a/DT/det<7 zoo/NN/pobj<5",
        "Wei/NNP/nsubj<2 did=do/VBD/ROOT it/PRP/dobj<2 differently/RB/advmod<2 ././punct<2",
        "Was=be/VBD/ROOT it/PRP/nsubj<1 late/JJ/acomp<1 ?/./punct<1 | "
        "No/UH/intj<3 ,/,/punct<3 says=say/VBZ/ROOT Wei/NNP/nsubj<3 ././punct<3",
    ],
)
def test_what_is_done_differently_or_asked_in_between_is_no_denial(answer: str) -> None:
    assert disputes(f"{LEFT} | {answer}") == 0


@pytest.mark.parametrize(
    "denial",
    [
        "accusations=accusation/NNS/conj<2 Wei/NNP/nsubj<11 rejects=reject/VBZ/relcl<9 ././punct<2",
        "a/DT/det<10 charge/NN/dobj<2 denied=deny/VBN/acl<10 by/IN/agent<11 Wei/NNP/pobj<12 ././punct<2",
    ],
)
def test_a_word_for_a_claim_behind_a_pause_takes_the_accusation_up(denial: str) -> None:
    assert disputes(SOLD + denial) == 1


def test_a_charge_that_the_parse_puts_before_its_denial_is_the_accusation() -> None:
    inverted = SOLD.replace("accused=accuse/VBD/ROOT", "accused=accuse/VBD/ccomp<12")
    assert disputes(inverted + "a/DT/det<10 charge/NN/dobj<12 Wei/NNP/nsubj<12 denies=deny/VBZ/ROOT ././punct<12") == 1


def test_a_thesis_is_what_was_argued_and_not_the_quotation_after_it() -> None:
    quoted = "“/``/punct<7 Birds=bird/NNS/nsubj<3 sing/VBP/ccomp<7 here/RB/advmod<3 ,/,/punct<7 ”/''/punct<7 "
    quoted += "says=say/VBZ/ROOT Courier/NNP/nsubj<7 ././punct<7"
    found = extracted(
        f"{LEFT} | {quoted} | Wei/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT the/DT/det<4 idea/NN/dobj<2", PEOPLE
    )
    left = told(found)[0][2]
    assert ("Wei", "negative", left) in told(found)


def test_a_report_that_is_called_gossip_before_it_is_named_is_denied() -> None:
    text = (
        "Wei/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT as/IN/prep<2 gossip/NN/pobj<3 Silva/NNP/poss<7 's/POS/case<5 "
        "claim/NN/pobj<3 that/IN/mark<10 Berg/NNP/nsubj<10 left=leave/VBD/acl<7 Oslo/NNP/dobj<10 ././punct<2"
    )
    assert disputes(text) == 1


def test_a_finder_who_found_no_such_thing_denies_the_find() -> None:
    text = (
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 found=find/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2 | "
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT she/PRP/nsubj<5 had/VBD/aux<5 found=find/VBN/ccomp<2 no/DT/det<8 "
        "such/JJ/amod<8 thing/NN/dobj<5 ././punct<2"
    )
    assert disputes(text) == 1
    assert disputes(text.replace("found=find/VBN", "lost=lose/VBN")) == 0


def test_a_paper_that_stands_by_its_report_says_it_again() -> None:
    again = " | The/DT/det<2 Courier/NNP/nsubj<3 stood=stand/VBD/ROOT by/IN/prep<3 its/PRP$/poss<6 report/NN/pobj<4"
    found = extracted(LEFT.replace("Silva", "Courier") + again, PEOPLE)
    assert [c.cues for c in found.claims] == [("said", "stood by")]


def test_a_note_of_the_editor_says_nothing_in_anybodys_name() -> None:
    note = "Editor/NN/poss<3 's/POS/case<1 note/NN/nsubj<6 :/:/punct<6 That/DT/nsubj<6 is=be/VBZ/ROOT false/JJ/acomp<6"
    assert disputes(f"{LEFT} ¶ {note}") == 0


@pytest.mark.parametrize(("thing", "pairs"), [("report", 1), ("captain", 0)])
def test_a_paper_that_has_not_been_heard_stands_by_what_was_denied(thing: str, pairs: int) -> None:
    denied = "Wei/NNP/nsubj<2 denied=deny/VBD/ROOT selling=sell/VBG/xcomp<2 Oslo/NNP/dobj<3 ././punct<2"
    again = f"The/DT/det<2 Courier/NNP/nsubj<3 stood=stand/VBD/ROOT by/IN/prep<3 its/PRP$/poss<6 {thing}/NN/pobj<4"
    assert disputes(f"{denied} | {again}") == pairs


@pytest.mark.parametrize(("who", "pairs"), [("Berg", 1), ("Wei", 0)])
def test_only_who_is_said_to_want_it_denies_wanting_it(who: str, pairs: int) -> None:
    wanted = (
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 wanted=want/VBD/ccomp<2 to/TO/aux<6 leave/VB/xcomp<4 "
        "Oslo/NNP/dobj<6 ././punct<2"
    )
    assert disputes(f"{wanted} | {who}/NNP/nsubj<2 rejected=reject/VBD/ROOT that/DT/dobj<2 ././punct<2") == pairs


def test_the_words_that_deny_belong_to_the_cue() -> None:
    text = (
        "That/DT/nsubj<2 is=be/VBZ/ROOT not/RB/neg<2 how/WRB/advmod<6 Wei/NNP/nsubj<6 remembers=remember/VBZ/ccomp<2 "
    )
    (claim,) = [c for c in extracted(f"{LEFT} | {text}it/PRP/dobj<6 ././punct<2", PEOPLE).claims if c.cues != ("said",)]
    assert claim.cues == ("not how remembers",)


@pytest.mark.parametrize(
    ("verdict", "label", "polarity"),
    [
        ("that/DT/nsubj<4 is=be/VBZ/ccomp<2 false/JJ/acomp<4", "that is true", "negative"),
        ("that/DT/nsubj<4 's=be/VBZ/ccomp<2 pure/JJ/amod<6 invention/NN/attr<4", "that is true", "negative"),
        (
            "the/DT/det<4 rumours=rumour/NNS/nsubj<5 were=be/VBD/ccomp<2 false/JJ/acomp<5",
            "rumours were true",
            "negative",
        ),
        ("that/DT/nsubj<4 is=be/VBZ/ccomp<2 not/RB/neg<4 false/JJ/acomp<4", "that is true", "positive"),
        ("that/DT/nsubj<4 is=be/VBZ/ccomp<2 not/RB/neg<4 true/JJ/acomp<4", "that is true", "negative"),
        ("the/DT/det<4 tram/NN/nsubj<5 was=be/VBD/ccomp<2 fake/JJ/acomp<5", "tram was fake", "positive"),
        (
            "it/PRP/nsubj<4 is=be/VBZ/ccomp<2 nonsense/NN/attr<4 to/TO/aux<7 wait/VB/xcomp<4",
            "it is nonsense to wait",
            "positive",
        ),
        ("it/PRP/nsubj<5 could/MD/aux<5 be/VB/ccomp<2 false/JJ/acomp<5", "it could be false", "positive"),
    ],
)
def test_a_verdict_on_nobody_knows_which_claim_denies_that_it_is_true(verdict: str, label: str, polarity: str) -> None:
    found = extracted(f"Wei/NNP/nsubj<2 said=say/VBD/ROOT {verdict} ././punct<2", PEOPLE)
    (claim,) = found.claims
    (proposition,) = found.propositions
    assert (proposition.label.removeprefix("the "), claim.polarity.value) == (label, polarity)


@pytest.mark.parametrize(
    ("second", "pairs"),
    [("false/JJ/acomp<4", 0), ("not/RB/neg<4 true/JJ/acomp<4", 0), ("true/JJ/acomp<4", 1)],
)
def test_a_verdict_after_a_verdict_is_on_the_same_thing(second: str, pairs: int) -> None:
    """Wei said that was untrue; Silva said it was false, too."""
    assert (
        disputes(
            "Wei/NNP/nsubj<2 said=say/VBD/ROOT that/DT/nsubj<4 was=be/VBD/ccomp<2 untrue/JJ/acomp<4 ././punct<2 | "
            f"Silva/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<4 was=be/VBD/ccomp<2 {second} ././punct<2"
        )
        == pairs
    )


def test_a_lie_that_will_have_consequences_announces_no_clause() -> None:
    """Wei said it was a lie and Silva would resign: the second clause is not what "it" stands for."""
    found = extracted(
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT it/PRP/nsubj<4 was=be/VBD/ccomp<2 a/DT/det<6 lie/NN/attr<4 and/CC/cc<4 "
        "Silva/NNP/nsubj<10 would/MD/aux<10 resign/VB/conj<4 ././punct<2",
        PEOPLE,
    )
    assert sorted(p for _, p, _ in told(found)) == ["negative", "positive"]


SOLD_IT = "that/IN/mark<{n} Silva/NNP/nsubj<{n} left=leave/VBD/{dep} Oslo/NNP/dobj<{n} ././punct<2"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        (
            "it/PRP/nsubj<4 is=be/VBZ/ccomp<2 absurd/JJ/acomp<4 to/TO/aux<7 claim/VB/xcomp<4 "
            + SOLD_IT.format(n=10, dep="ccomp<7"),
            "negative",
        ),
        (
            "it/PRP/nsubj<4 is=be/VBZ/ccomp<2 correct/JJ/acomp<4 to/TO/aux<7 claim/VB/xcomp<4 "
            + SOLD_IT.format(n=10, dep="ccomp<7"),
            "positive",
        ),
        ("it/PRP/nsubj<4 is=be/VBZ/ccomp<2 untrue/JJ/acomp<4 " + SOLD_IT.format(n=8, dep="ccomp<5"), "negative"),
        (
            "any/DT/det<4 claim/NN/nsubj<9 "
            + SOLD_IT.format(n=7, dep="acl<4").removesuffix(" ././punct<2")
            + " is=be/VBZ/ccomp<2 false/JJ/acomp<9 ././punct<2",
            "negative",
        ),
    ],
)
def test_a_verdict_on_a_claim_that_is_told_is_on_its_clause(text: str, polarity: str) -> None:
    found = extracted(f"Wei/NNP/nsubj<2 said=say/VBD/ROOT {text}", PEOPLE)
    mine = [(p, content) for who, p, content in told(found) if who == "Wei"]
    assert mine == [(polarity, "Silva left Oslo")]


def test_who_stands_by_it_says_again_what_they_said() -> None:
    said = "Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 left=leave/VBD/ccomp<2 ././punct<2"
    stood = " ¶ {}/NNP/nsubj<2 stood=stand/VBD/ROOT by/IN/prep<2 it/PRP/pobj<3 ././punct<2"
    people = {"Berg": "PERSON", "Wei": "PERSON", "Olsen": "PERSON"}
    assert [c.cues for c in extracted(said + stood.format("Berg"), people).claims] == [("said", "stood by")]
    others = extracted(said + stood.format("Olsen"), people).claims
    assert ("said", "stood by") not in [c.cues for c in others]


@pytest.mark.parametrize(
    "verdict",
    [
        "described=describe/VBD/ROOT as/IN/prep<2 absurd/JJ/amod<3 the/DT/det<6 claim/NN/dobj<2 that/IN/mark<9 "
        "Berg/NNP/nsubj<9 left=leave/VBD/acl<6",
        "did/VBD/aux<4 not/RB/neg<4 accept/VB/ROOT the/DT/det<6 claim/NN/dobj<4 that/IN/mark<9 Berg/NNP/nsubj<9 "
        "left=leave/VBD/acl<6",
        "rubbished=rubbish/VBD/ROOT the/DT/det<4 claim/NN/dobj<2 ,/,/punct<4 that/IN/mark<8 Berg/NNP/nsubj<8 "
        "left=leave/VBD/acl<4",
    ],
)
def test_who_judges_a_claim_does_not_make_it(verdict: str) -> None:
    found = extracted(f"Wei/NNP/nsubj<{4 if 'did/' in verdict else 2} {verdict}", PEOPLE)
    wei = next(e.id for e in found.entities if e.label == "Wei")
    assert not [c for c in found.claims if c.claimant == wei and c.polarity is Polarity.POSITIVE]
    assert [c for c in found.claims if c.claimant is None and c.polarity is Polarity.POSITIVE]


def test_who_calls_absurd_the_claim_that_it_is_so_denies_it() -> None:
    text = (
        "Wei/NNP/nsubj<2 described=describe/VBD/ROOT as/IN/prep<2 absurd/JJ/amod<3 the/DT/det<6 claim/NN/dobj<2 "
        "that/IN/mark<9 Berg/NNP/nsubj<9 left=leave/VBD/acl<6"
    )
    assert [c.polarity for c in extracted(text, PEOPLE).claims if c.claimant is not None] == [Polarity.NEGATIVE]
    before = "Silva/NNP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<4 paid=pay/VBD/ccomp<2 ././punct<2"
    assert disputes(f"{before} | {text}") == 0  # it is none of what was said before
