"""Clause frames on parses built by hand."""

from __future__ import annotations

import pytest

from kg.syntax.frames import Frame, frames
from tests.parses import parsed


def frame(text: str, predicate: str) -> Frame:
    return next(f for f in frames(parsed(text)) if f.predicate.text == predicate)


def texts(tokens: tuple) -> list[str]:
    return [t.text for t in tokens]


def test_frames_passive_turns_agent_and_object_around() -> None:
    found = frame(
        "She/PRP/nsubjpass<3 was/VBD/auxpass<3 accompanied=accompany/VBN/ROOT by/IN/agent<3 Berg/NNP/pobj<4",
        "accompanied",
    )
    assert texts(found.logical_subjects) == ["Berg"]
    assert texts(found.logical_objects) == ["She"]
    assert texts(found.subjects) == ["She"]


def test_frames_passive_of_two_objects_makes_the_subject_the_recipient() -> None:
    found = frame("She/PRP/nsubjpass<3 was/VBD/auxpass<3 given=give/VBN/ROOT prizes=prize/NNS/dobj<3", "given")
    assert texts(found.recipients) == ["She"]
    assert texts(found.logical_objects) == ["prizes"]


def test_frames_subject_and_auxiliary_are_shared_by_coordination() -> None:
    text = "He/PRP/nsubjpass<3 was/VBD/auxpass<3 arrested=arrest/VBN/ROOT and/CC/cc<3 charged=charge/VBN/conj<3"
    found = frame(text, "charged")
    assert texts(found.subjects) == ["He"]
    assert found.subject_by == "conj"
    assert found.passive
    assert texts(found.logical_objects) == ["He"]


def test_frames_coordinated_subjects_are_all_there() -> None:
    found = frame("Berg/NNP/nsubj<4 and/CC/cc<1 Wei/NNP/conj<1 met=meet/VBD/ROOT", "met")
    assert texts(found.subjects) == ["Berg", "Wei"]


@pytest.mark.parametrize(
    ("text", "predicate", "subject"),
    [
        ("She/PRP/nsubj<2 promised=promise/VBD/ROOT to/TO/aux<4 resign/VB/xcomp<2", "resign", "She"),
        ("She/PRP/nsubj<2 told=tell/VBD/ROOT him/PRP/dobj<2 to/TO/aux<5 go/VB/xcomp<2", "go", "him"),
        ("man/NN/nsubj<4 who/WP/nsubj<3 left=leave/VBD/relcl<1 slept=sleep/VBD/ROOT", "left", "man"),
        ("deal/NN/ROOT signed=sign/VBN/acl<1 yesterday/NN/npadvmod<2", "signed", "deal"),
        ("She/PRP/nsubj<2 left=leave/VBD/ROOT saying=say/VBG/advcl<2 nothing/NN/dobj<3", "saying", "She"),
    ],
)
def test_frames_subject_comes_from_control_antecedent_or_main_clause(text: str, predicate: str, subject: str) -> None:
    assert texts(frame(text, predicate).subjects) == [subject]


def test_frames_object_of_a_relative_clause_is_its_antecedent() -> None:
    found = frame("strike/NN/ROOT that/WDT/dobj<4 she/PRP/nsubj<4 ordered=order/VBD/relcl<1", "ordered")
    assert texts(found.objects) == ["strike"]
    assert found.relativised


def test_frames_relative_clause_with_a_stranded_preposition_has_no_object() -> None:
    found = frame("man/NN/ROOT that/WDT/pobj<5 she/PRP/nsubj<4 spoke=speak/VBD/relcl<1 to/IN/prep<4", "spoke")
    assert found.objects == ()


@pytest.mark.parametrize(
    "text",
    [
        "She/PRP/nsubj<4 did/VBD/aux<4 not/RB/neg<4 leave/VB/ROOT",
        "Nobody/NN/nsubj<2 leave/VBD/ROOT",
        "No/DT/det<2 minister/NN/nsubj<3 leave/VBD/ROOT",
        "She/PRP/nsubj<3 never/RB/neg<3 leave/VBD/ROOT",
    ],
)
def test_frames_negation_may_stand_on_the_verb_or_an_argument(text: str) -> None:
    assert frame(text, "leave").negated


def test_frames_complements_know_their_form() -> None:
    text = (
        "She/PRP/nsubj<2 asked=ask/VBD/ROOT whether/IN/mark<5 he/PRP/nsubj<5 knew=know/VBD/ccomp<2 "
        "that/IN/mark<8 it/PRP/nsubj<8 failed=fail/VBD/ccomp<5"
    )
    assert [c.form for c in frame(text, "asked").complements] == ["wh"]
    assert [c.form for c in frame(text, "knew").complements] == ["that"]


def test_frames_know_the_frame_they_are_embedded_in() -> None:
    text = "She/PRP/nsubj<2 said=say/VBD/ROOT he/PRP/nsubj<4 left=leave/VBD/ccomp<2 and/CC/cc<4 she/PRP/nsubj<7 stayed=stay/VBD/conj<4"
    assert frame(text, "left").inside is not None
    stayed = frame(text, "stayed")
    assert stayed.inside is not None
    assert stayed.inside.predicate.text == "said"


def test_frames_particle_belongs_to_the_lemma() -> None:
    assert (
        frame("They/PRP/nsubj<2 called=call/VBD/ROOT off/RP/prt<2 talks=talk/NNS/dobj<2", "called").lemma == "call_off"
    )


def test_frames_obliques_keep_the_chain_of_prepositions() -> None:
    found = frame("It/PRP/nsubj<2 came=come/VBD/ROOT out/IN/prep<2 of/IN/prep<3 Berlin/NNP/pobj<4", "came")
    assert [(o.prep, texts(o.heads)) for o in found.obliques] == [("out_of", ["Berlin"])]
