"""Who claims what, with which polarity, inside which other claim; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.model import Mode, Polarity
from kg.positions import contradictions, disputed, positions
from tests.parses import extracted, label, plain, told

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Oslo": "GPE", "Norway": "GPE", "Silva": "PERSON"}
MET = "Berg/NNP/nsubj<2 met=meet/VBD/{dep} Wei/NNP/dobj<2"


def test_what_is_denied_in_a_quotation_does_not_deny_that_it_was_said() -> None:
    text = (
        "“/``/punct<3 I/PRP/nsubj<3 fed=feed/VBD/ROOT it/PRP/dobj<3 ././punct<3 | Not/RB/neg<3 the/DT/det<3 "
        "cat/NN/nsubj<6 ,/,/punct<6 ”/''/punct<6 said=say/VBD/ROOT Wei/NNP/nsubj<6 ././punct<6"
    )
    (claim,) = extracted(text, {"Wei": "PERSON"}).claims
    assert claim.polarity is Polarity.POSITIVE


@pytest.mark.parametrize(("verb", "presented"), [("apologised=apologise", True), ("hoped=hope", False)])
def test_who_apologises_for_saying_it_has_said_it(verb: str, presented: bool) -> None:
    text = (
        f"Berg/NNP/nsubj<2 {verb}/VBD/ROOT for/IN/prep<2 saying=say/VBG/pcomp<3 that/IN/mark<7 Wei/NNP/nsubj<7 "
        "lied=lie/VBD/ccomp<4 ././punct<2"
    )
    said = next(c for c in extracted(text, PEOPLE).claims if c.cues == ("saying",))
    assert said.presented is presented


def test_claim_of_a_reporting_verb_is_no_plain_triple() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 met=meet/VBD/ccomp<2 Wei/NNP/dobj<4 ././punct<2", PEOPLE
    )
    assert told(found) == [("Silva", "positive", "Berg met Wei")]
    assert plain(found) == []
    assert not any(e.asserted for e in found.events)


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        (
            "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 with/IN/prep<4 no/DT/det<7 "
            "warning/NN/pobj<5 ././punct<2",
            ("Silva", "positive", "Berg left with no warning"),
        ),
        (
            "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<6 had=have/VBD/aux<6 never/RB/neg<6 "
            "called=call/VBN/ccomp<2 from/IN/prep<6 Oslo/NNP/pobj<7 ././punct<2",
            ("Silva", "negative", "Berg had called from Oslo"),
        ),
        (
            "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 called=call/VBD/ccomp<2 a/DT/det<6 man/NN/dobj<4 "
            "who/WP/nsubj<9 never/RB/neg<9 slept=sleep/VBD/relcl<6 ././punct<2",
            ("Silva", "positive", "Berg called a man who never slept"),
        ),
    ],
)
def test_words_of_a_proposition_leave_out_its_own_negation_and_no_other(
    text: str, told_as: tuple[str, str, str]
) -> None:
    assert told_as in told(extracted(text, PEOPLE))


def test_what_two_do_is_told_of_each_in_the_singular() -> None:
    text = (
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<6 and/CC/cc<3 Wei/NNP/conj<3 supply/VBP/ccomp<2 "
        "Oslo/NNP/dobj<6 ././punct<2"
    )
    assert {what for _, _, what in told(extracted(text, PEOPLE))} == {"Berg supplies Oslo", "Wei supplies Oslo"}


@pytest.mark.parametrize(
    ("report", "polarity"),
    [
        ("doubted=doubt/VBD/ROOT", "underspecified"),
        ("did=do/VBD/aux<4 not/RB/neg<4 doubt/VB/ROOT", "positive"),
        ("did=do/VBD/aux<4 not/RB/neg<4 say/VB/ROOT", "underspecified"),
        ("did=do/VBD/aux<4 not/RB/neg<4 think/VB/ROOT", "negative"),
    ],
)
def test_who_doubts_takes_no_position_and_who_does_not_doubt_holds_it(report: str, polarity: str) -> None:
    verb = len(report.split()) + 1
    clause = f"that/IN/mark<{verb + 3} Berg/NNP/nsubj<{verb + 3} left=leave/VBD/ccomp<{verb} ././punct<{verb}"
    found = extracted(f"Silva/NNP/nsubj<{verb} {report} {clause}", PEOPLE)
    assert told(found) == [("Silva", polarity, "Berg left")]


def test_that_nobody_was_told_is_a_claim_though_nothing_is_told() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT nobody/NN/nsubjpass<6 had/VBD/aux<6 been/VBN/auxpass<6 told=tell/VBN/ccomp<2 "
        "to/TO/aux<8 wait/VB/xcomp<6 outside/RB/advmod<8 ././punct<2",
        PEOPLE,
    )
    assert ("Silva", "negative") in [(who, side) for who, side, _ in told(found)]


def test_what_is_said_of_nobody_and_nothing_is_a_claim_too() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT no/DT/det<4 one/NN/nsubjpass<6 was/VBD/auxpass<6 hurt/VBN/ccomp<2 ././punct<2 "
        "Wei/NNP/nsubj<9 said=say/VBD/ROOT it/PRP/nsubj<11 rained=rain/VBD/ccomp<9 ././punct<9",
        PEOPLE,
    )
    assert told(found) == [("Silva", "negative", "anyone was hurt"), ("Wei", "positive", "it rained")]


def test_who_is_told_to_do_something_gets_an_order() -> None:
    found = extracted(
        "Berg/NNP/nsubjpass<3 was/VBD/auxpass<3 told=tell/VBN/ROOT to/TO/aux<5 wait/VB/xcomp<3 ././punct<3", PEOPLE
    )
    assert [(c.mode, c.kinds) for c in found.claims] == [(Mode.DEMANDED, ("Demand",))]


def test_without_a_report_the_article_says_it_itself() -> None:
    found = extracted("Berg/NNP/nsubj<2 met=meet/VBD/ROOT Wei/NNP/dobj<2 ././punct<2", PEOPLE)
    assert plain(found) == [("Berg", "kg:met", "Wei")]
    assert found.claims == ()


@pytest.mark.parametrize(
    ("verb", "negation", "polarity"),
    [
        ("said=say", "", "positive"),
        ("said=say", "not", "negative"),
        ("denied=deny", "", "negative"),
        ("denied=deny", "not", "positive"),
    ],
)
def test_polarity_counts_negation_in_cue_and_content(verb: str, negation: str, polarity: str) -> None:
    no = "had/VBD/aux<6 not/RB/neg<6 " if negation else ""
    n = 6 if negation else 4
    found = extracted(
        f"Silva/NNP/nsubj<2 {verb}/VBD/ROOT Berg/NNP/nsubj<{n} {no}met=meet/VBN/ccomp<2 Wei/NNP/dobj<{n}", PEOPLE
    )
    assert [p for _, p, _ in told(found)] == [polarity]


def test_negated_saying_takes_no_position_but_negated_belief_denies() -> None:
    text = "Silva/NNP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 {verb}/VB/ROOT Berg/NNP/nsubj<6 met=meet/VBD/ccomp<4 Wei/NNP/dobj<6"
    assert [p for _, p, _ in told(extracted(text.format(verb="say"), PEOPLE))] == ["underspecified"]
    assert [p for _, p, _ in told(extracted(text.format(verb="believe"), PEOPLE))] == ["negative"]


def test_nested_claims_keep_their_own_holders_and_polarities() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 denied=deny/VBD/ccomp<2 that/IN/mark<7 Wei/NNP/nsubj<7 left=leave/VBD/ccomp<4 Oslo/NNP/dobj<7",
        PEOPLE,
    )
    outer, inner = (next(c for c in found.claims if label(found, c.claimant) == who) for who in ("Silva", "Berg"))
    assert outer.content == inner.id
    assert (outer.polarity, inner.polarity) == (Polarity.POSITIVE, Polarity.NEGATIVE)
    assert inner.parents == (outer.id,)
    assert [label(found, r) for r in inner.reporters] == ["Silva"]
    assert outer.article_voice
    assert not inner.article_voice
    assert [label(found, who) for who, _ in disputed(positions(found))] == ["Berg"]


def test_a_denied_denial_makes_nobody_dispute() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 denied=deny/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 denied=deny/VBD/ccomp<2 that/IN/mark<8 Wei/NNP/nsubj<8 left=leave/VBD/ccomp<5 Oslo/NNP/dobj<8",
        PEOPLE,
    )
    assert disputed(positions(found)) == set()


def test_two_who_hold_the_opposite_contradict_each_other() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"
        " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<5 ././punct<2",
        PEOPLE,
    )
    assert len({c.content for c in found.claims}) == 1
    assert len(contradictions(positions(found))) == 1


def test_a_noun_and_a_verb_of_one_family_meet_in_one_proposition() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Norway/NNP/nsubj<4 meddled=meddle/VBD/ccomp<2 in/IN/prep<4 Oslo/NNP/pobj<5 ././punct<2"
        " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT Norwegian/JJ/amod<4 interference/NN/dobj<2 in/IN/prep<4 Oslo/NNP/pobj<5 ././punct<2",
        PEOPLE | {"Norwegian": "NORP"},
    )
    assert told(found)[0][2] == told(found)[1][2]
    assert [p for _, p, _ in told(found)] == ["positive", "negative"]


def test_a_denial_of_it_answers_what_was_said_before() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4 ././punct<2"
        " | Wei/NNP/nsubj<2 denied=deny/VBD/ROOT it/PRP/dobj<2 ././punct<2",
        PEOPLE,
    )
    assert told(found)[1] == ("Wei", "negative", told(found)[0][2])


def test_a_later_noun_is_evidence_for_the_position_it_names() -> None:
    found = extracted(
        "Berg/NNP/nsubj<2 denied=deny/VBD/ROOT that/IN/mark<5 Wei/NNP/nsubj<5 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<5 ././punct<2"
        " | Berg/NNP/poss<3 's/POS/case<1 denial/NN/nsubj<4 surprised=surprise/VBD/ROOT Silva/NNP/dobj<4 ././punct<4",
        PEOPLE,
    )
    assert [c.cues for c in found.claims if label(found, c.claimant) == "Berg"] == [("denied", "denial")]


def test_taking_a_stand_on_a_claim_is_a_proposition_over_it() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 accepted=accept/VBD/ccomp<2 Berg/NNP/poss<7 's/POS/case<5 assurance/NN/dobj<4 "
        "that/IN/mark<10 Norway/NNP/nsubj<10 left=leave/VBD/acl<7 Oslo/NNP/dobj<10",
        PEOPLE,
    )
    accepted = next(p for p in found.propositions if p.predicate == "kg:accepted")
    claim = next(c for c in found.claims if c.id == accepted.object)
    assert label(found, claim.claimant) == "Berg"
    assert plain(found) == []


@pytest.mark.parametrize(
    ("verb", "mode"), [("said=say", Mode.STATED), ("hoped=hope", Mode.HOPED), ("demanded=demand", Mode.DEMANDED)]
)
def test_mode_is_what_the_cue_does_with_its_content(verb: str, mode: Mode) -> None:
    found = extracted(
        f"Silva/NNP/nsubj<2 {verb}/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<5",
        PEOPLE,
    )
    assert [c.mode for c in found.claims] == [mode]


def test_a_clause_that_names_the_addressee_again_stands_beside_the_report() -> None:
    found = extracted(
        "Berg/NNP/nsubj<2 told=tell/VBD/ccomp<13 Wei/NNP/dobj<2 that/IN/mark<6 Norway/NNP/nsubj<6 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<6 and/CC/cc<6 "
        "Wei/NNP/nsubj<10 accepted=accept/VBD/conj<6 it/PRP/dobj<10 ,/,/punct<13 claimed=claim/VBD/ROOT Silva/NNP/nsubj<13",
        PEOPLE,
    )
    assert {label(found, c.claimant) for c in found.claims} == {"Berg", "Silva"}
    accepted = next(p for p in found.propositions if p.predicate == "kg:accepted")
    holders = [label(found, c.claimant) for c in found.claims if c.content == accepted.id]
    assert holders == ["Silva"]


def test_an_unnamed_source_is_unnamed() -> None:
    found = extracted(
        "Officials=official/NNS/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4",
        PEOPLE,
    )
    who = next(e for e in found.entities if e.label == "Officials")
    assert who.unnamed


def test_what_is_alleged_has_no_claimant() -> None:
    found = extracted(
        "Alleged/JJ/amod<3 Norwegian/JJ/amod<3 meddling/NN/nsubj<6 in/IN/prep<3 Oslo/NNP/pobj<4 ended=end/VBD/ROOT",
        PEOPLE | {"Norwegian": "NORP"},
    )
    assert [c.claimant for c in found.claims] == [None]
    assert not any(r.asserted for r in found.relations if r.predicate == "kg:meddledIn")


@pytest.mark.parametrize(
    "words",
    [
        "Berg/NNP/nsubj<2 threatened=threaten/VBD/ROOT Wei/NNP/dobj<2 with/IN/prep<2 prison/NN/pobj<4",
        "Berg/NNP/poss<3 's/POS/case<1 threat/NN/nsubj<10 to/IN/prep<3 Wei/NNP/pobj<4 that/IN/mark<9 he/PRP/nsubj<9 "
        "would/MD/aux<9 sue/VB/acl<3 stands=stand/VBZ/ROOT",
    ],
)
def test_a_threat_has_those_it_is_meant_for(words: str) -> None:
    found = extracted(words, PEOPLE)
    threats = [c for c in found.claims if "Threat" in c.kinds]
    assert [[label(found, a) for a in c.addressees] for c in threats] == [["Wei"]]


def test_reports_that_are_one_anothers_content_end() -> None:
    found = extracted(
        "He/PRP/nsubj<2 sold=sell/VBD/ROOT mackerel/NN/dobj<2 ,/,/punct<3 an/DT/det<6 accusation/NN/appos<3 "
        "that/IN/mark<9 Wei/NNP/nsubj<9 rejected=reject/VBD/relcl<6 ././punct<2",
        PEOPLE,
    )
    assert "Wei" in {label(found, claim.claimant) for claim in found.claims if claim.claimant}


def test_who_is_promised_a_thing_is_the_promise_s_addressee() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 promised=promise/VBD/ROOT Wei/NNP/dative<2 a/DT/det<5 refund/NN/dobj<2 ././punct<2",
        {"Silva": "PERSON", "Wei": "PERSON"},
    )
    names = {e.id: e.label for e in found.entities}
    assert [[names[a] for a in c.addressees] for c in found.claims] == [["Wei"]]


def test_a_claim_is_reported_by_everybody_around_it_and_the_article_only_reports_the_outermost() -> None:
    found = extracted(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT that/IN/mark<5 Berg/NNP/nsubj<5 claimed=claim/VBD/ccomp<2 that/IN/mark<8 "
        "Ode/NNP/nsubj<8 denied=deny/VBD/ccomp<5 that/IN/mark<11 Wei/NNP/nsubj<11 left=leave/VBD/ccomp<8 Oslo/NNP/dobj<11",
        {**PEOPLE, "Ode": "PERSON"},
    )
    reporters = {label(found, c.claimant): sorted(label(found, r) for r in c.reporters) for c in found.claims}
    assert reporters == {"Silva": [], "Berg": ["Silva"], "Ode": ["Berg", "Silva"]}
    assert [label(found, c.claimant) for c in found.claims if c.article_voice] == ["Silva"]


def test_who_stops_short_of_saying_it_says_nothing() -> None:
    text = (
        "Wei/NNP/nsubj<2 stopped=stop/VBD/ROOT short/RB/advmod<2 of/IN/prep<2 saying=say/VBG/pcomp<4 that/IN/mark<8 "
        "Berg/NNP/nsubj<8 left=leave/VBD/ccomp<5 ././punct<2"
    )
    (claim,) = extracted(text, {"Wei": "PERSON", "Berg": "PERSON"}).claims
    assert claim.polarity is Polarity.UNDERSPECIFIED


@pytest.mark.parametrize(
    ("verb", "polarity"), [("liked=like", Polarity.NEGATIVE), ("praised=praise", Polarity.UNDERSPECIFIED)]
)
def test_who_never_liked_it_disliked_it_but_who_never_praised_it_did_not_speak(verb: str, polarity: Polarity) -> None:
    text = f"Wei/NNP/nsubj<3 never/RB/neg<3 {verb}/VBD/ROOT Berg/NNP/dobj<3 ././punct<3"
    (claim,) = extracted(text, {"Wei": "PERSON", "Berg": "PERSON"}).claims
    assert claim.polarity is polarity


@pytest.mark.parametrize(("how", "polarity"), [("happier/JJR", Polarity.POSITIVE), ("happy/JJ", Polarity.NEGATIVE)])
def test_who_could_not_be_happier_is_happy(how: str, polarity: Polarity) -> None:
    text = f"Wei/NNP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<6 could/MD/aux<6 not/RB/neg<6 be/VB/ccomp<2 {how}/acomp<6 ././punct<2"
    (claim,) = extracted(text, {"Wei": "PERSON"}).claims
    assert claim.polarity is polarity


def test_who_does_not_accept_that_it_is_so_denies_it() -> None:
    text = "Wei/NNP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 accept/VB/ROOT that/IN/mark<7 Berg/NNP/nsubj<7 left=leave/VBD/ccomp<4"
    (claim,) = extracted(text, {"Wei": "PERSON", "Berg": "PERSON"}).claims
    assert claim.polarity is Polarity.NEGATIVE


def test_who_has_no_doubt_of_it_holds_it() -> None:
    text = (
        "Wei/NNP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<4 had=have/VBD/ccomp<2 no/DT/det<6 doubt/NN/dobj<4 that/IN/mark<9 "
        "Berg/NNP/nsubj<9 left=leave/VBD/acl<6 ././punct<2"
    )
    assert {c.polarity for c in extracted(text, {"Wei": "PERSON", "Berg": "PERSON"}).claims} == {Polarity.POSITIVE}
