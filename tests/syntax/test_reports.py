"""Clauses and sources of reports that parsers hang elsewhere."""

from __future__ import annotations

import pytest

from tests.parses import parsed
from tests.reports import said, source, words


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (  # on the notice
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT in/IN/prep<2 its/PRP$/poss<5 notice/NN/pobj<3 that/IN/mark<8 "
            "mines/NNS/nsubj<8 flooded=flood/VBD/acl<5 ././punct<2",
            "said",
            "that mines flooded",
        ),
        (  # on a noun inside the phrase
            "Berg/NNP/nsubj<2 maintained=maintain/VBD/ROOT to/IN/prep<2 the/DT/det<5 end/NN/pobj<3 of/IN/prep<5 "
            "his/PRP$/poss<8 life/NN/pobj<6 that/WDT/mark<11 he/PRP/nsubj<11 paid=pay/VBD/relcl<8 ././punct<2",
            "maintained",
            "that he paid",
        ),
        (  # on those who are told
            "Berg/NNP/nsubj<2 told=tell/VBD/ROOT the/DT/det<4 inquiry/NN/dobj<2 that/IN/mark<7 he/PRP/nsubj<7 "
            "paid=pay/VBD/relcl<4 ././punct<2",
            "told",
            "that he paid",
        ),
        (  # on those who are told, with "that" for the object of a verb that has none
            "Berg/NNP/nsubj<2 told=tell/VBD/ROOT the/DT/det<4 crowd/NN/dobj<2 that/WDT/dobj<7 he/PRP/nsubj<7 "
            "stayed=stay/VBD/relcl<4 with/IN/prep<7 Wei/NNP/pobj<8 ././punct<2",
            "told",
            "that he stayed with Wei",
        ),
        (  # with "that" for the object of a verb that says what became of something
            "Berg/NNP/nsubj<2 wrote=write/VBD/ROOT in/IN/prep<2 a/DT/det<5 letter/NN/pobj<3 that/WDT/dobj<8 "
            "canals/NNS/nsubj<8 ran=run/VBD/relcl<5 dry/JJ/oprd<8 ././punct<2",
            "wrote",
            "that canals ran dry",
        ),
        (  # where "that" is taken for the article of the subject
            "Berg/NNP/nsubj<2 wrote=write/VBD/ROOT on/IN/prep<2 Friday/NNP/pobj<3 that/DT/det<6 part/NN/nsubj<7 "
            "sank=sink/VBD/relcl<4 ././punct<2",
            "wrote",
            "that part sank",
        ),
        (  # on who has seen the letter
            "Berg/NNP/nsubj<2 wrote=write/VBD/ROOT in/IN/prep<2 a/DT/det<5 letter/NN/pobj<3 seen=see/VBN/acl<5 "
            "by/IN/agent<6 Wei/NNP/pobj<7 that/IN/mark<11 he/PRP/nsubj<11 paid=pay/VBD/ccomp<6 ././punct<2",
            "wrote",
            "that he paid",
        ),
        (  # on what went on meanwhile
            "Berg/NNP/nsubj<2 conceded=concede/VBD/ROOT under/IN/prep<2 questioning=question/VBG/pcomp<3 that/IN/mark<7 "
            "he/PRP/nsubj<7 paid=pay/VBD/ccomp<4 ././punct<2",
            "conceded",
            "that he paid",
        ),
        (  # where "that" is taken for an adverb
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT at/IN/prep<2 the/DT/det<5 time/NN/pobj<3 that/WDT/advmod<8 "
            "he/PRP/nsubj<8 paid=pay/VBD/relcl<5 ././punct<2",
            "said",
            "that he paid",
        ),
        (  # inside another report's circumstance
            "Berg/NNP/nsubj<2 began=begin/VBD/ROOT by/IN/prep<2 assuring=assure/VBG/pcomp<3 members/NNS/dobj<4 "
            "that/IN/mark<8 he/PRP/nsubj<8 paid=pay/VBD/relcl<5 ././punct<2",
            "assuring",
            "that he paid",
        ),
        (  # as a circumstance, with no "that"
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT after/IN/prep<8 the/DT/det<5 talks/NNS/pobj<3 he/PRP/nsubj<8 "
            "would/MD/aux<8 pay/VB/advcl<2 ././punct<2",
            "said",
            "he would pay",
        ),
        (  # with the day on which it was said
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT on/IN/prep<6 Friday/NNP/pobj<3 he/PRP/nsubj<6 paid=pay/VBD/ccomp<2 "
            "././punct<2",
            "said",
            "he paid",
        ),
        (  # as a circumstance
            "Berg/NNP/nsubj<2 assured=assure/VBD/ROOT them/PRP/dobj<2 ,/,/punct<2 again/RB/advmod<2 ,/,/punct<2 "
            "that/IN/mark<9 it/PRP/nsubj<9 held=hold/VBD/advcl<2 ././punct<2",
            "assured",
            "that it held",
        ),
    ],
)
def test_the_clause_of_a_report_goes_back_to_its_verb(text: str, cue: str, content: str) -> None:
    found = said(text, {"Friday": "DATE"})
    assert words(found[cue]) == content
    assert list(found) == [cue]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (  # a noun that reports, and is no place where something is said
            "Berg/NNP/nsubj<2 testified=testify/VBD/ROOT to/IN/prep<2 the/DT/det<5 claim/NN/pobj<3 that/IN/mark<8 "
            "he/PRP/nsubj<8 paid=pay/VBD/acl<5 ././punct<2",
            "claim",
        ),
        (  # a day on which something happened
            "Berg/NNP/nsubj<2 wrote=write/VBD/ROOT on/IN/prep<2 the/DT/det<5 day/NN/pobj<3 that/WDT/mark<8 "
            "he/PRP/nsubj<8 died=die/VBD/relcl<5 ././punct<2",
            "day",
        ),
        (  # a relative clause: "that" is its object
            "Berg/NNP/nsubj<2 said=say/VBD/ROOT on/IN/prep<2 the/DT/det<5 channel/NN/pobj<3 that/WDT/dobj<8 "
            "she/PRP/nsubj<8 runs=run/VBZ/relcl<5 ././punct<2",
            "channel",
        ),
        (  # something else is said already
            "It/PRP/nsubj<2 sank=sink/VBD/ccomp<5 ,/,/punct<5 Berg/NNP/nsubj<5 said=say/VBD/ROOT it/PRP/dobj<5 "
            "on/IN/prep<5 evidence/NN/pobj<7 that/IN/mark<11 it/PRP/nsubj<11 leaked=leak/VBD/acl<8 ././punct<5",
            "evidence",
        ),
        (  # a consequence
            "Berg/NNP/nsubj<2 spoke=say/VBD/ROOT so/RB/advmod<4 softly/RB/advmod<2 that/IN/mark<7 nobody/NN/nsubj<7 "
            "heard=hear/VBD/advcl<2 ././punct<2",
            "spoke",
        ),
    ],
)
def test_a_clause_of_a_noun_stays_with_it(text: str, head: str) -> None:
    tree = parsed(text)
    clause = next(t for t in tree.tokens if t.dep_ in ("acl", "relcl", "advcl"))
    assert clause.head.text == head


@pytest.mark.parametrize(
    ("text", "cue", "who", "content"),
    [
        (  # an object behind the quotation
            "“/``/punct<5 They/PRP/nsubj<3 sank=sink/VBD/ccomp<6 ,/,/punct<6 ”/''/punct<6 snapped=snap/VBD/ROOT "
            "Ana/NNP/compound<8 Berg/NNP/dobj<6 ././punct<6",
            "snapped",
            "Ana Berg",
            "“ They sank , ”",
        ),
        (  # a participle that the parse makes a clause
            "Residents/NNS/nsubj<2 wrapped=wrap/VBD/ccomp<5 in/IN/prep<2 blankets/NNS/pobj<3 said=say/VBD/ROOT "
            "it/PRP/nsubj<7 sank=sink/VBD/ccomp<5 ././punct<5",
            "said",
            "Residents wrapped in blankets",
            "it sank",
        ),
        (
            "Berg/NNP/nsubj<3 ,/,/punct<1 asked=ask/VBD/advcl<7 about/IN/prep<3 it/PRP/pobj<4 ,/,/punct<7 "
            "said=say/VBD/ROOT it/PRP/nsubj<9 sank=sink/VBD/ccomp<7 ././punct<7",
            "said",
            "Berg , asked about it",
            "it sank",
        ),
        (  # somebody "whose …"
            "Berg/NNP/nsubj<5 ,/,/punct<1 whose/WP$/poss<4 son/NN/appos<1 has=have/VBZ/ccomp<8 mumps/NNS/dobj<5 "
            ",/,/punct<8 said=say/VBD/ROOT it/PRP/nsubj<10 sank=sink/VBD/ccomp<8 ././punct<8",
            "said",
            "Berg , whose son has mumps",
            "it sank",
        ),
        (  # a name at the end, with what she is
            "It/PRP/nsubj<2 sank=sink/VBD/ccomp<12 before/IN/prep<2 dawn/NN/pobj<3 ,/,/punct<4 the/DT/det<7 "
            "mate/NN/appos<4 ,/,/punct<2 Ana/NNP/compound<10 Berg/NNP/npadvmod<2 ,/,/punct<2 said=say/VBD/ROOT "
            "././punct<12",
            "said",
            "the mate , Ana Berg",
            "It sank before dawn",
        ),
        *(
            (  # a name with an office, behind what its bearer did meanwhile
                f"Speaking=speak/VBG/{dep}<8 there/RB/advmod<1 ,/,/punct<1 Berg/NNP/npadvmod<1 ,/,/punct<4 "
                "QC/NNP/appos<4 ,/,/punct<4 said=say/VBD/ROOT it/PRP/nsubj<10 sank=sink/VBD/ccomp<8 ././punct<8",
                "said",
                "Berg , QC",
                "it sank",
            )
            for dep in ("advcl", "nsubj")
        ),
        (  # a name with a title, taken for a place's
            "In/IN/prep<9 notes/NNS/pobj<1 from/IN/prep<2 Oslo/NNP/pobj<3 ,/,/punct<4 former/JJ/amod<7 mate/NN/appos<4 "
            "Berg/NNP/appos<4 stated=state/VBD/ROOT that/IN/mark<12 it/PRP/nsubj<12 sank=sink/VBD/ccomp<9 ././punct<9",
            "stated",
            "former mate Berg",
            "that it sank",
        ),
        (  # a verb taken for a participle
            "Ana/NNP/compound<2 Berg/NNP/ROOT ,/,/punct<2 a/DT/det<5 mate/NN/appos<2 ,/,/punct<2 "
            "alleged=allege/VBN/acl<2 that/IN/mark<10 it/PRP/nsubj<10 sank=sink/VBD/ccomp<7 ././punct<2",
            "alleged",
            "Ana Berg , a mate",
            "that it sank",
        ),
        (  # a verb taken for an adjective
            "“/``/punct<3 They/PRP/nsubj<3 sank=sink/VBD/ccomp<6 ,/,/punct<6 ”/''/punct<6 shouted=shout/VBD/amod<7 "
            "mate/NN/compound<8 Berg/NNP/ROOT ././punct<8",
            "shouted",
            "mate Berg",
            "“ They sank , ”",
        ),
    ],
)
def test_who_speaks_is_found_beside_the_verb(text: str, cue: str, who: str, content: str) -> None:
    saying = said(text, {"Ana Berg": "PERSON", "Berg": "PERSON", "Oslo": "GPE", "QC": "ORG"})[cue]
    assert (source(saying), words(saying)) == (who, content)


def test_a_verb_of_no_report_takes_no_name_from_beside_it() -> None:
    tree = parsed(
        "In/IN/prep<6 Oslo/NNP/pobj<1 ,/,/punct<2 Berg/NNP/npadvmod<2 ,/,/punct<2 fell=fall/VBD/ROOT ././punct<6",
        {"Berg": "PERSON"},
    )
    assert tree.tokens[3].dep_ == "npadvmod"


@pytest.mark.parametrize(
    ("text", "cue", "who", "content"),
    [
        (  # a verb taken for a noun
            "Oslo/NNP/compound<2 minister/NN/compound<3 rejects=reject/NNS/nsubj<4 claim/VBP/ROOT she/PRP/nsubj<6 "
            "lied=lie/VBD/ccomp<4",
            "rejects",
            "Oslo minister",
            "claim she lied",
        ),
        (  # a verb taken for the subject of another
            "Oslo/NNP/nsubj<2 denies=deny/VBZ/nsubj<3 report/VBP/ROOT she/PRP/nsubj<5 lied=lie/VBD/ccomp<3",
            "denies",
            "Oslo",
            "report she lied",
        ),
        (  # a noun taken for a bare verb
            "Oslo/NNP/nsubj<2 denies=deny/VBZ/ROOT claim/VB/xcomp<2 she/PRP/nsubj<5 lied=lie/VBD/ccomp<3",
            "denies",
            "Oslo",
            "claim she lied",
        ),
        (  # a colon that hangs from the verb before it
            "Berg/NNP/nsubj<2 tells=tell/VBZ/ccomp<6 inquiry/NN/dobj<2 :/:/punct<2 I/PRP/nsubj<6 lied=lie/VBD/ROOT",
            "tells",
            "Berg",
            "I lied",
        ),
        (  # a colon that ends the sentence
            "Berg/NNP/nsubj<2 tells=tell/VBZ/ROOT court/NN/dobj<2 :/:/punct<2 | Wei/NNP/nsubj<2 lied=lie/VBD/ROOT",
            "tells",
            "Berg",
            "Wei lied",
        ),
        (  # a participle taken for a verb
            "Oslo/NNP/nsubj<2 says=say/VBZ/ROOT expelled=expel/VBN/xcomp<2 envoy/NN/nsubj<5 spied=spy/VBD/ccomp<3",
            "says",
            "Oslo",
            "expelled envoy spied",
        ),
        (  # a colon
            "Berg/NNP/nsubj<2 tells=tell/VBZ/ccomp<7 mine/NN/compound<4 inquiry/NN/dobj<2 :/:/punct<7 I/PRP/nsubj<7 "
            "lied=lie/VBD/ROOT",
            "tells",
            "Berg",
            "I lied",
        ),
        (  # a verb that the parse takes for a place, before who says so
            "Strike/NN/dep<9 at/IN/prep<1 the/DT/det<5 jail/NN/compound<5 enters=enter/VBZ/pobj<2 May/NNP/npadvmod<1 "
            ",/,/punct<9 families/NNS/nsubj<9 say/VBP/ROOT",
            "say",
            "families",
            "Strike at the jail enters May",
        ),
        (  # a noun that has a subject
            "Berg/NNP/nsubj<2 texts=text/NNS/ROOT :/:/punct<2 “/``/punct<6 They/PRP/nsubj<6 sank=sink/VBD/ccomp<2 "
            "early/RB/advmod<6 ././punct<6 ”/''/punct<6",
            "texts",
            "Berg",
            "“ They sank early . ”",
        ),
        (  # a noun that ends the sentence
            "They/PRP/nsubj<2 left=leave/VBD/ROOT Oslo/NNP/dobj<2 ,/,/punct<3 the/DT/det<7 manifesto/NN/compound<7 "
            "states=state/NNS/appos<3 ././punct<2",
            "states",
            "the manifesto",
            "They left Oslo",
        ),
        (  # a name taken for a part of its verb
            "Norland/NNP/compound<2 states=state/VBZ/ROOT in/IN/prep<2 May/NNP/pobj<3 that/IN/mark<7 they/PRP/nsubj<7 "
            "sank=sink/VBD/ccomp<2 ././punct<2",
            "states",
            "Norland",
            "that they sank",
        ),
        (  # a participle taken for the subject
            "Envoys/NNS/nsubj<2 freed=free/VBD/nsubj<4 have/VBP/aux<4 said=say/VBN/ROOT they/PRP/nsubj<6 "
            "spied=spy/VBD/ccomp<4 ././punct<4",
            "said",
            "Envoys freed",
            "they spied",
        ),
        (  # an article that does not agree
            "Berg/NNP/nsubj<2 wrote=write/VBD/ROOT that/DT/det<4 managers/NNS/dobj<2 had/VBD/aux<6 left=leave/VBN/conj<2 "
            "././punct<2",
            "wrote",
            "Berg",
            "that managers had left",
        ),
    ],
)
def test_terse_words_report_too(text: str, cue: str, who: str, content: str) -> None:
    saying = said(text)[cue]
    assert (source(saying), words(saying)) == (who, content)


def test_states_behind_a_comma_are_an_apposition_where_they_are_no_words() -> None:
    tree = parsed(
        "They/PRP/nsubj<2 left=leave/VBD/ROOT Oslo/NNP/dobj<2 ,/,/punct<3 the/DT/det<7 member/NN/compound<7 "
        "states=state/NNS/appos<3 ././punct<2"
    )
    assert tree.tokens[6].dep_ == "appos"


def test_what_comes_last_for_its_weight_is_what_is_dismissed() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT as/IN/prep<2 nonsense/NN/compound<5 reports=report/NNS/pobj<3 "
        "that/IN/mark<8 she/PRP/nsubj<8 lied=lie/VBD/acl<5 ././punct<2"
    )
    assert [(t.dep_, t.head.text) for t in tree.tokens[3:5]] == [("pobj", "as"), ("dobj", "dismissed")]


def test_who_tells_people_otherwise_says_it_was_not_so() -> None:
    found = said(
        "Players/NNS/nsubj<2 told=tell/VBD/ROOT reporters=reporter/NNS/dobj<2 otherwise/RB/advmod<2 ././punct<2",
    )
    assert words(found["told"]) == "otherwise"


def test_a_question_word_before_a_clause_stays_with_it() -> None:
    found = said(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT at/IN/prep<7 what/WDT/det<5 hour/NN/pobj<3 they/PRP/nsubj<7 "
        "paid=pay/VBD/ccomp<2 ././punct<2",
        {"hour": "TIME"},
    )
    assert words(found["said"]) == "at what hour they paid"


def test_what_is_called_a_lie_by_the_word_that_is_no_conjunction() -> None:
    tree = parsed(
        "Berg/NNP/nsubj<2 called=call/VBD/ROOT that/IN/mark<5 a/DT/det<5 lie/NN/oprd<2 ././punct<2",
    )
    assert (tree.tokens[2].head.text, tree.tokens[2].dep_) == ("called", "dobj")


@pytest.mark.parametrize(
    "text",
    [
        "Berg/NNP/nsubj<2 brushed=brush/VBD/ROOT aside/RB/advmod<2 the/DT/det<5 claim/NN/dobj<2 ././punct<2",
        "Berg/NNP/nsubj<2 brushed=brush/VBD/ROOT the/DT/det<4 claim/NN/dobj<2 aside/RB/advmod<2 ././punct<2",
    ],
)
def test_a_verb_and_its_particle_are_one_on_either_side_of_the_object(text: str) -> None:
    assert "the claim" in words(said(text)["brushed"])


def test_who_takes_something_aside_in_a_room_brushes_nothing_aside() -> None:
    found = said(
        "Berg/NNP/nsubj<2 brushed=brush/VBD/ROOT the/DT/det<4 crumbs/NNS/dobj<2 on/IN/prep<2 it/PRP/pobj<5 "
        "aside/RB/advmod<2 ././punct<2"
    )
    assert "brushed" not in found


def test_a_colon_before_what_is_no_sentence_opens_no_report() -> None:
    found = said(
        "Berg/NNP/nsubj<2 tells=tell/VBZ/ROOT court/NN/dobj<2 :/:/punct<2 | No/DT/det<2 comment/NN/ROOT ././punct<2"
    )
    assert not any("comment" in words(saying) for saying in found.values())


def test_what_may_be_swept_up_is_not_denied() -> None:
    found = said("Berg/NNP/nsubj<2 brushed=brush/VBD/ROOT snow/NN/dobj<2 aside/RB/advmod<2 ././punct<2")
    assert "brushed" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Wei/NNP/nsubj<2 admitted=admit/VBD/ROOT to/IN/prep<2 the/DT/det<5 raid/NN/pobj<3 that/WDT/dobj<8 "
        "police/NNS/nsubj<8 charged=charge/VBD/relcl<5 Berg/NNP/dobj<8 for/IN/prep<8 ././punct<2",
        "Wei/NNP/nsubj<2 testified=testify/VBD/ROOT in/IN/prep<2 the/DT/det<5 case/NN/pobj<3 that/IN/mark<8 "
        "police/NNS/nsubj<8 charged=charge/VBD/acl<5 Berg/NNP/dobj<8 in/IN/prep<8 ././punct<2",
    ],
)
def test_what_a_preposition_lacks_is_no_conjunction(text: str) -> None:
    assert parsed(text).tokens[7].head.i == 4


def test_what_is_dismissed_as_rumours_is_the_reports_and_no_verb() -> None:
    tree = parsed(
        "Wei/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT as/IN/prep<2 rumours=rumour/NNS/nsubj<5 reports=report/VBZ/pobj<3 "
        "that/IN/mark<9 Berg/NNP/nsubj<9 had=have/VBD/aux<9 fled=flee/VBN/acl<5 ././punct<2"
    )
    assert [(t.head.text, t.dep_) for t in tree.tokens[3:5]] == [("as", "pobj"), ("dismissed", "dobj")]
