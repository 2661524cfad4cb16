"""Passives that a negative word turns round: what was never done must not be read as done."""

from __future__ import annotations

import pytest

from kg.syntax.frames import Frame, frames
from tests.parses import parsed


def _frames(text: str) -> dict[str, Frame]:
    return {f.predicate.text: f for f in frames(parsed(text))}


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (  # the participle hung from what was not: "was a tram (that was) sold"
            "At/IN/prep<4 no/DT/det<3 point/NN/pobj<1 was=be/VBD/ROOT a/DT/det<6 tram/NN/attr<4 sold=sell/VBN/acl<6 "
            "././punct<4",
            "sold",
            "tram",
        ),
        ("Nor/CC/cc<2 were=be/VBD/ROOT trams/NNS/nsubj<2 sold=sell/VBN/acl<3 ././punct<2", "sold", "trams"),
        ("Never/RB/neg<2 were=be/VBD/ROOT guards/NNS/nsubj<4 told=tell/VBD/ccomp<2", "told", "guards"),
        ("Neither/DT/nsubj<2 were=be/VBD/ROOT guards/NNS/attr<2 told=tell/VBN/acl<3", "told", "guards"),
        (  # inside a report, with a clause mark of its own
            "She/PRP/nsubj<2 said=say/VBD/ROOT that/IN/mark<7 at/IN/prep<7 no/DT/det<6 time/NN/pobj<4 "
            "was=be/VBD/ccomp<2 ore/NN/attr<7 shipped=ship/VBN/acl<8",
            "shipped",
            "ore",
        ),
        ("Never/RB/neg<2 was=be/VBD/auxpass<4 ore/NN/nsubj<4 shipped=ship/VBD/ROOT", "shipped", "ore"),
        (  # "not once" hung from the auxiliary
            "Not/RB/neg<2 once/RB/advmod<3 was=be/VBD/aux<5 ore/NN/nsubj<5 shipped=ship/VBN/ROOT",
            "shipped",
            "ore",
        ),
    ],
)
def test_inversions_make_the_participle_the_denied_verb(text: str, verb: str, subject: str) -> None:
    found = _frames(text)
    assert not {"was", "were"} & set(found)
    assert found[verb].negated
    assert found[verb].passive
    assert [t.text for t in found[verb].subjects] == [subject]


def test_inversions_keep_a_report_around_its_clause() -> None:
    found = _frames(
        "At/IN/prep<4 no/DT/det<3 point/NN/pobj<1 was=be/VBD/ccomp<9 ore/NN/attr<4 shipped=ship/VBN/acl<5 "
        ",/,/punct<9 she/PRP/nsubj<9 said=say/VBD/ROOT ././punct<9"
    )
    assert [c.head.text for c in found["said"].complements] == ["shipped"]


@pytest.mark.parametrize(
    "text",
    [
        # nothing negative opens the clause: a tower stood in the square
        "In/IN/prep<4 the/DT/det<3 square/NN/pobj<1 was=be/VBD/ROOT a/DT/det<6 tower/NN/attr<4 built=build/VBN/acl<6",
        # "at no time was the road closed in May safe": what was not is behind the participle
        "Never/RB/neg<2 were=be/VBD/ROOT roads/NNS/nsubj<2 closed=close/VBN/acl<3 safe/JJ/acomp<2",
        # one of two, of whom it is said what they were not
        "Neither/DT/nsubj<2 was=be/VBD/ROOT a/DT/det<4 guard/NN/attr<2 hired=hire/VBN/acl<4",
        "Neither/DT/nsubj<4 of/IN/prep<1 them/PRP/pobj<2 were=be/VBD/ROOT guards/NNS/attr<4 hired=hire/VBN/acl<5",
        "Never/RB/neg<2 was=be/VBD/ROOT there/EX/expl<2 a/DT/det<5 tram/NN/attr<2 sold=sell/VBN/acl<5",
    ],
)
def test_inversions_leave_other_clauses_alone(text: str) -> None:
    assert {"was", "were"} & set(_frames(text))
