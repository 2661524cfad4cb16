"""Paraphrases meet in one proposition, and what only looks alike does not; on parses built by hand."""

from __future__ import annotations

import pytest

from kg.positions import contradictions, positions
from tests.parses import extracted

PEOPLE = {
    "Berg": "PERSON",
    "Wei": "PERSON",
    "Silva": "PERSON",
    "Olsen": "PERSON",
    "Oslo": "GPE",
    "Monday": "DATE",
    "Friday": "DATE",
}
SAYS = "Silva/NNP/nsubj<2 said=say/VBD/ROOT "
NEXT = " ././punct<2 | Wei/NNP/nsubj<2 said=say/VBD/ROOT "


def opposed(first: str, second: str) -> bool:
    """Whether what Silva said contradicts what Wei said."""
    return bool(contradictions(positions(extracted(SAYS + first + NEXT + second, PEOPLE))))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # one description, at first without a determiner
            "herring/NN/nsubjpass<6 would/MD/aux<6 be/VB/auxpass<6 served=serve/VBN/ccomp<2",
            "herring/NN/nsubjpass<7 would/MD/aux<7 not/RB/neg<7 be/VB/auxpass<7 served=serve/VBN/ccomp<2",
        ),
        (  # the opposite in one family of adjectives
            "the/DT/det<4 ferry/NN/nsubj<5 was=be/VBD/ccomp<2 unsafe/JJ/acomp<5",
            "the/DT/det<4 ferry/NN/nsubj<5 was=be/VBD/ccomp<2 safe/JJ/acomp<5",
        ),
        (  # nobody at all
            "the/DT/det<4 clerk/NN/nsubj<5 sold=sell/VBD/ccomp<2 the/DT/det<7 paper/NN/dobj<5",
            "nobody/NN/nsubj<4 sold=sell/VBD/ccomp<2 the/DT/det<6 paper/NN/dobj<4",
        ),
        (  # what was signed exists
            "Berg/NNP/nsubj<4 signed=sign/VBD/ccomp<2 a/DT/det<6 contract/NN/dobj<4",
            "there/EX/expl<4 was=be/VBD/ccomp<2 no/DT/det<6 contract/NN/attr<4",
        ),
        (  # what it was done with exists
            "Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 in/IN/prep<4 a/DT/det<7 van/NN/pobj<5",
            "there/EX/expl<4 was=be/VBD/ccomp<2 no/DT/det<6 van/NN/attr<4",
        ),
        (  # it exists, and does not
            "there/EX/expl<4 is=be/VBZ/ccomp<2 a/DT/det<6 contract/NN/attr<4",
            "there/EX/expl<4 is=be/VBZ/ccomp<2 no/DT/det<6 contract/NN/attr<4",
        ),
        (  # who speaks for a body says "we"
            "the/DT/det<4 bank/NN/nsubj<5 sold=sell/VBD/ccomp<2 the/DT/det<7 paper/NN/dobj<5",
            "we/PRP/nsubj<5 never/RB/neg<5 sold=sell/VBD/ccomp<2 the/DT/det<7 paper/NN/dobj<5",
        ),
    ],
)
def test_an_answer_in_other_words_contradicts(first: str, second: str) -> None:
    assert opposed(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # two people who are called by other nouns
            "the/DT/det<4 clerk/NN/nsubjpass<6 was/VBD/auxpass<6 dismissed=dismiss/VBN/ccomp<2",
            "the/DT/det<4 bank/NN/nsubj<6 never/RB/neg<6 dismissed=dismiss/VBD/ccomp<2 the/DT/det<8 cook/NN/dobj<6",
        ),
        (  # two bodies
            "the/DT/det<4 council/NN/nsubj<5 sold=sell/VBD/ccomp<2 papers=paper/NNS/dobj<5",
            "the/DT/det<4 ministry/NN/nsubj<6 never/RB/neg<6 sold=sell/VBD/ccomp<2 papers=paper/NNS/dobj<6",
        ),
        (  # what it was for
            "Berg/NNP/nsubjpass<5 was/VBD/auxpass<5 paid=pay/VBN/ccomp<2 for/IN/prep<5 Monday/NNP/pobj<6",
            "Berg/NNP/nsubjpass<6 was/VBD/auxpass<6 never/RB/neg<6 paid=pay/VBN/ccomp<2 for/IN/prep<6 Friday/NNP/pobj<7",
        ),
        (  # what stands under the preposition of a noun
            "Berg/NNP/nsubj<4 raised=raise/VBD/ccomp<2 a/DT/det<6 tax/NN/dobj<4 on/IN/prep<6 salt/NN/pobj<7",
            "Berg/NNP/nsubj<5 never/RB/neg<5 raised=raise/VBD/ccomp<2 a/DT/det<7 tax/NN/dobj<5 on/IN/prep<7 oil/NN/pobj<8",
        ),
        (  # more of one thing, and more of another
            "Berg/NNP/nsubj<4 did=do/VBD/ccomp<2 more/JJR/dobj<4 to/TO/aux<7 hurt/VB/advcl<4 it/PRP/dobj<7",
            "Berg/NNP/nsubj<5 never/RB/neg<5 did=do/VBD/ccomp<2 more/JJR/dobj<5 to/TO/aux<8 help/VB/advcl<5 it/PRP/dobj<8",
        ),
        (  # two numbers
            "Berg/NNP/nsubj<4 sold=sell/VBD/ccomp<2 two/CD/nummod<6 boats=boat/NNS/dobj<4",
            "Berg/NNP/nsubj<5 never/RB/neg<5 sold=sell/VBD/ccomp<2 five/CD/nummod<7 boats=boat/NNS/dobj<5",
        ),
        (  # two things of one kind
            "the/DT/det<5 first/JJ/amod<5 report/NN/nsubj<6 came=come/VBD/ccomp<2 late/RB/advmod<6",
            "the/DT/det<5 second/JJ/amod<5 report/NN/nsubj<8 did/VBD/aux<8 not/RB/neg<8 come/VB/ccomp<2 late/RB/advmod<8",
        ),
        (  # two contracts
            "there/EX/expl<4 is=be/VBZ/ccomp<2 an/DT/det<7 old/JJ/amod<7 contract/NN/attr<4",
            "there/EX/expl<4 is=be/VBZ/ccomp<2 no/DT/det<7 new/JJ/amod<7 contract/NN/attr<4",
        ),
        (  # two people
            "Berg/NNP/nsubj<4 left=leave/VBD/ccomp<2 Oslo/NNP/dobj<4",
            "Silva/NNP/nsubj<6 had/VBD/aux<6 not/RB/neg<6 left=leave/VBN/ccomp<2 Oslo/NNP/dobj<6",
        ),
        (  # what was, and what is to come
            "herring/NN/nsubjpass<5 was/VBD/auxpass<5 served=serve/VBN/ccomp<2",
            "herring/NN/nsubjpass<7 will/MD/aux<7 not/RB/neg<7 be/VB/auxpass<7 served=serve/VBN/ccomp<2",
        ),
    ],
)
def test_what_speaks_of_something_else_contradicts_nothing(first: str, second: str) -> None:
    assert not opposed(first, second)


def test_nothing_at_all_does_not_make_one_of_what_differs() -> None:
    """Silva cut a rope, Wei cut two boats, Berg says he cut nothing: the rope is not the boats."""
    found = extracted(
        SAYS + "Wei/NNP/nsubj<4 sold=sell/VBD/ccomp<2 a/DT/det<6 rope/NN/dobj<4 ././punct<2"
        " | Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 sold=sell/VBD/ccomp<2 nothing/NN/dobj<4 ././punct<2"
        " | Silva/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 sold=sell/VBD/ccomp<2 two/CD/nummod<6 boats=boat/NNS/dobj<4",
        PEOPLE,
    )
    assert len({c.content for c in found.claims if c.claimant == found.claims[0].claimant}) == 2


def test_the_rule_of_a_merge_is_kept_and_the_label_is_positive() -> None:
    found = extracted(
        SAYS
        + "nobody/NN/nsubj<4 sold=sell/VBD/ccomp<2 the/DT/det<6 paper/NN/dobj<4"
        + NEXT
        + "the/DT/det<4 clerk/NN/nsubj<5 sold=sell/VBD/ccomp<2 the/DT/det<7 paper/NN/dobj<5",
        PEOPLE,
    )
    (proposition,) = found.propositions
    assert proposition.rules == ("an answer: one argument the same, the other left open",)
    assert proposition.label.startswith("anybody sold")


@pytest.mark.parametrize(("listener", "propositions"), [("Berg", 1), ("Silva", 2)])
def test_one_act_towards_two_people_is_two_propositions(listener: str, propositions: int) -> None:
    """Wei read a poem to Berg, Wei read a poem to Silva."""
    read = "Wei/NNP/nsubj<4 recited=recite/VBD/ccomp<2 a/DT/det<6 poem/NN/dobj<4 to/IN/prep<4 {}/NNP/pobj<7"
    found = extracted(SAYS + read.format("Berg") + NEXT + read.format(listener), PEOPLE)
    assert len(found.propositions) == propositions


CHARGE = SAYS + "Berg/NNP/nsubj<4 murdered=murder/VBD/ccomp<2 Wei/NNP/dobj<4 ././punct<2"


@pytest.mark.parametrize(("who", "disputes"), [("Berg", 1), ("Olsen", 0)])
@pytest.mark.parametrize("headline", [True, False])
def test_a_bare_noun_is_denied_by_whom_it_concerns(who: str, disputes: int, *, headline: bool) -> None:
    """Berg denies murder: his own, be it said before the charge or after, however far; nobody knows which Olsen denies."""
    denial = f"{who}/NNP/nsubj<2 denied=deny/VBD/ROOT murder/NN/dobj<2 ././punct<2"
    between = " | " + " | ".join(["Rain/NN/nsubj<2 fell=fall/VBD/ROOT ././punct<2"] * 30) + " | "
    found = extracted(denial + between + CHARGE if headline else CHARGE + between + denial, PEOPLE)
    assert len(contradictions(positions(found))) == disputes


def test_a_vague_verb_is_one_act_only_with_the_same_words_beside_it() -> None:
    def more(who: str, act: str) -> str:
        return (
            f"{who}/NNP/nsubj<2 said=say/VBD/ROOT Berg/NNP/nsubj<4 did=do/VBD/ccomp<2 more/JJR/dobj<4 "
            f"to/TO/aux<7 {act}/VB/acl<5 Oslo/NNP/dobj<7 ././punct<2"
        )

    people = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE"}
    apart = extracted(more("Silva", "hurt") + " | " + more("Wei", "help"), people)
    one = extracted(more("Silva", "hurt") + " | " + more("Wei", "hurt"), people)
    assert len({c.content for c in one.claims}) == 1
    assert len({c.content for c in apart.claims}) == 2


def test_an_act_of_nobody_in_no_words_of_its_own_is_no_proposition() -> None:
    """ "Silva denied change", "Wei denied change": nothing tells one from the other."""
    denied = "{}/NNP/nsubj<2 denied=deny/VBD/ROOT change/NN/dobj<2 ././punct<2"
    found = extracted(f"{denied.format('Silva')} | {denied.format('Wei')}", PEOPLE)
    assert [c.cues for c in found.claims] == [("denied",), ("denied",)]
    assert found.propositions == ()
