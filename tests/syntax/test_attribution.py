"""Who says what, on parses made by hand."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.syntax.attribution import firm, sayings
from kg.syntax.frames import frames
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree
from tests.parses import extracted, parsed

PEOPLE = {"Berg": "PERSON", "Wei": "PERSON", "Silva": "PERSON", "Oslo": "GPE", "Norway": "GPE"}


def read(text: str) -> tuple[Tree, list[Saying]]:
    tree = parsed(text, PEOPLE)
    return tree, sayings(tree, frames(tree), lexicon())


def words(tree: Tree, saying: Saying) -> tuple[str, str, str]:
    """Source, cue and content, each as its words."""
    content = " ".join(tree.tokens[i].text for i in sorted(saying.content))
    return " ".join(t.text for t in saying.source_tokens), saying.cue.text, content


def only(text: str) -> tuple[str, str, str]:
    tree, found = read(text)
    assert len(found) == 1, [words(tree, s) for s in found]
    return words(tree, found[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Berg/NNP/nsubj<2 accused=accuse/VBD/ROOT Wei/NNP/dobj<2 of/IN/prep<2 theft/NN/pobj<4",
            ("Berg", "accused", "Wei of theft"),
            id="whom it is about belongs to an accusation",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 warned=warn/VBD/ROOT Wei/NNP/dobj<2 of/IN/prep<2 theft/NN/pobj<4",
            ("Berg", "warned", "theft"),
            id="who is told does not belong to a warning",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 called=call/VBD/ROOT the/DT/det<4 vote/NN/dobj<2 in/IN/prep<2 Oslo/NNP/pobj<5 "
            "a/DT/det<8 mistake/NN/oprd<2",
            ("Berg", "called", "the vote in Oslo a mistake"),
            id="what stands between object and complement",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 wants=want/VBZ/ROOT to/TO/aux<4 cut=cut/VB/xcomp<2 taxes/NNS/dobj<4 and/CC/cc<2 "
            "close=close/VB/conj<2 ports/NNS/dobj<7",
            ("Berg", "wants", "to cut taxes close ports"),
            id="a bare form that the parse joins to the cue",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 called=call/VBD/ROOT on/IN/prep<2 Wei/NNP/pobj<3 to/TO/aux<6 wait=wait/VB/xcomp<2",
            ("Berg", "called", "Wei to wait"),
            id="called on somebody to do something",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 was=be/VBD/ROOT critical/JJ/acomp<2 of/IN/prep<3 Wei/NNP/pobj<4",
            ("Berg", "was", "Wei"),
            id="an adjective with a preposition",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 issued=issue/VBD/ROOT a/DT/det<4 statement/NN/dobj<2",
            ("Berg", "issued", "a statement"),
            id="documents are issued",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 accused=accuse/VBD/ROOT his/PRP$/poss<4 rival/NN/dobj<2 of/IN/prep<4 "
            "hiding=hide/VBG/pcomp<5 boats/NNS/dobj<6",
            ("Berg", "accused", "his rival of hiding boats"),
            id="an accusation that the parse hangs from the accused",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 put=put/VBD/ROOT it/PRP/dobj<2 to/IN/prep<2 Wei/NNP/pobj<4 that/IN/mark<8 "
            "boats/NNS/nsubj<8 sank=sink/VBD/ccomp<2",
            ("Berg", "put", "that boats sank"),
            id="what is put to somebody",
        ),
        pytest.param(
            "Berg/NNP/nsubj<2 pleaded=plead/VBD/ROOT not/RB/neg<4 guilty/JJ/acomp<2 to/IN/prep<4 theft/NN/pobj<5",
            ("Berg", "pleaded", "to theft"),
            id="a plea",
        ),
    ],
)
def test_sayings_content_is_the_whole_content(text: str, expected: tuple[str, str, str]) -> None:
    assert only(text) == expected


def test_sayings_only_documents_are_issued_in_words() -> None:
    assert read("Berg/NNP/nsubj<2 issued=issue/VBD/ROOT blankets/NNS/dobj<2")[1] == []


def test_sayings_the_source_in_a_relative_clause_is_its_pronoun_and_stands_for_the_noun() -> None:
    tree, found = read(
        "Berg/NNP/nsubj<7 ,/,/punct<1 who/WP/nsubj<4 denied=deny/VBD/relcl<1 theft/NN/dobj<4 ,/,/punct<1 left=leave/VBD/ROOT"
    )
    assert [words(tree, s) for s in found] == [("who", "denied", "theft")]
    assert found[0].source is not None
    assert found[0].source.text == "Berg"


def test_sayings_a_noun_finds_its_source_past_the_verb_that_carries_it() -> None:
    assert only(
        "Berg/NNP/nsubj<2 raised=raise/VBD/ROOT concerns=concern/NNS/dobj<2 about/IN/prep<3 theft/NN/pobj<4"
    ) == ("Berg", "concerns", "theft")
    _tree, found = read("Berg/NNP/nsubj<2 faced=face/VBD/ROOT criticism/NN/dobj<2 for/IN/prep<3 theft/NN/pobj<4")
    assert [s.source for s in found] == [None]


def test_sayings_a_verb_without_a_subject_has_the_one_above() -> None:
    assert only(
        "Silva/NNP/nsubj<2 left=leave/VBD/ROOT after/IN/prep<2 accusing=accuse/VBG/pcomp<3 Wei/NNP/dobj<4 "
        "of/IN/prep<4 theft/NN/pobj<6"
    ) == ("Silva", "accusing", "Wei of theft")


def test_sayings_it_seems_so_to_nobody() -> None:
    _tree, found = read(
        "It/PRP/nsubj<2 seems=seem/VBZ/ROOT that/IN/mark<5 Wei/NNP/nsubj<5 lied=lie/VBD/ccomp<2 ././punct<2"
    )
    assert found[0].source is None


def test_firm_is_no_active_verb_or_noun_without_a_source() -> None:
    tree, found = read("The/DT/det<2 plan/NN/nsubj<5 to/TO/aux<4 close=close/VB/acl<2 failed=fail/VBD/ROOT")
    assert [firm(tree, s) for s in found] == [False]
    tree, found = read(
        "Berg/NNP/poss<3 's/POS/case<1 plan/NN/nsubj<6 to/TO/aux<5 close=close/VB/acl<3 failed=fail/VBD/ROOT"
    )
    assert [firm(tree, s) for s in found] == [True]


# ---------------------------------------------------------------- labels


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Berg/NNP/nsubj<4 :/:/punct<1 Taxes/NNS/nsubj<4 Fall=fall/VBP/ROOT ¶ Berg/NNP/nsubj<2 left=leave/VBD/ROOT",
            "Berg",
        ),
        ("Study/NN/dep<4 :/:/punct<1 Taxes/NNS/nsubj<4 Fall=fall/VBP/ROOT", "Study"),
        (
            "BERG/NNP/dep<4 :/:/punct<1 Taxes/NNS/nsubj<4 fall=fall/VBP/ROOT ¶ Berg/NNP/nsubj<2 left=leave/VBD/ROOT",
            "BERG",
        ),
    ],
)
def test_label_says_the_rest_of_its_paragraph(text: str, label: str) -> None:
    tree, found = read(text)
    assert [words(tree, s)[0] for s in found] == [label]
    assert words(tree, found[0])[2].lower() == "taxes fall"


@pytest.mark.parametrize(
    "text",
    [
        "Update/NN/dep<4 :/:/punct<1 Taxes/NNS/nsubj<4 fall=fall/VBP/ROOT",
        "WATCH/NNP/dep<4 :/:/punct<1 Taxes/NNS/nsubj<4 fall=fall/VBP/ROOT",
        "The/DT/dep<4 :/:/punct<1 Taxes/NNS/nsubj<4 fall=fall/VBP/ROOT",
    ],
)
def test_label_that_names_nobody_says_nothing(text: str) -> None:
    assert read(text)[1] == []


# ---------------------------------------------------------------- quotations


def test_a_quotation_that_ends_an_indirect_report_belongs_to_it() -> None:
    tree, found = read(
        "Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 had=have/VBD/ccomp<2 it/PRP/dobj<4 :/:/punct<2 "
        "“/``/punct<8 Patience/NN/dep<2 and/CC/cc<8 much/JJ/amod<11 luck/NN/conj<8 ”/''/punct<2 ././punct<2"
    )
    assert words(tree, found[0]) == ("Berg", "said", "Wei had it “ Patience and much luck ”")


def test_a_title_in_quotation_marks_is_no_speech() -> None:
    tree, found = read(
        'Berg/NNP/nsubj<2 said=say/VBD/ROOT on/IN/prep<2 "/``/punct<6 Oslo/NNP/compound<6 Morning/NNP/pobj<3 '
        "Live/NNP/appos<6 Show/NNP/appos<6 \"/''/punct<6 Wei/NNP/nsubj<11 lied=lie/VBD/ccomp<2"
    )
    assert [words(tree, s) for s in found] == [("Berg", "said", "Wei lied")]


# ---------------------------------------------------------------- pleas, quoted as saying, labels, tags


@pytest.mark.parametrize("above", [2, 4])
def test_a_plea_is_one_cue_and_its_not_is_no_negation_of_it(above: int) -> None:
    _, (plea,) = read(
        f"Berg/NNP/nsubj<2 pleaded=plead/VBD/ROOT not/RB/neg<{above} guilty/JJ/acomp<2 to/IN/prep<4 theft/NN/pobj<5"
    )
    assert " ".join(t.text for t in plea.cue_tokens) == "pleaded not guilty"
    assert plea.row is not None
    assert (plea.row.kind, plea.negated) == ("Denial", False)


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "Silva/NNP/nsubj<2 quoted=quote/VBD/ROOT Berg/NNP/dobj<2 as/IN/prep<2 saying=say/VBG/pcomp<4 "
            "Wei/NNP/nsubj<7 left=leave/VBD/ccomp<5",
            ("Silva", "quoted", "Berg as saying Wei left"),
            ("Berg", "saying", "Wei left"),
        ),
        (  # as parsers often have it
            "Berg/NNP/nsubjpass<3 was/VBD/auxpass<3 quoted=quote/VBN/ROOT as/IN/mark<7 saying=say/VBG/pcomp<4 "
            "Wei/NNP/nsubj<7 left=leave/VBD/advcl<3",
            ("", "quoted", "Berg as saying Wei left"),
            ("Berg", "saying", "Wei left"),
        ),
    ],
)
def test_quoted_as_saying_is_two_reports(text: str, outer: tuple[str, str, str], inner: tuple[str, str, str]) -> None:
    tree, found = read(text)
    assert [words(tree, s) for s in found] == [outer, inner]
    assert found[1].parent is found[0]


def test_left_as_saying_is_no_quotation_of_anybody() -> None:
    _, found = read(
        "Silva/NNP/nsubj<2 left=leave/VBD/ROOT Oslo/NNP/dobj<2 as/IN/prep<2 saying=say/VBG/pcomp<4 nothing/NN/dobj<5"
    )
    assert "left" not in [s.cue.text for s in found]


def test_a_label_that_comes_often_is_one_and_does_nothing() -> None:
    line = (
        "Courier/NN/nsubj<4 :/:/punct<1 Wei/NNP/nsubj<4 claims=claim/VBZ/ROOT Berg/NNP/nsubj<6 left=leave/VBD/ccomp<4"
    )
    tree, found = read(" ¶ ".join([line] * 3))
    assert [words(tree, s)[:2] for s in found] == [("Courier", ":"), ("Wei", "claims")] * 3


def test_a_verb_that_follows_the_comma_of_a_quotation_voices_it() -> None:
    tree, found = read(
        "Silva/NNP/nsubj<2 said=say/VBD/ROOT boats/NNS/nsubj<4 sank=sink/VBD/ccomp<2 ././punct<2"
        " | “/``/punct<5 They/PRP/nsubj<3 sank=sink/VBD/ccomp<7 ,/,/punct<7 ”/''/punct<7 Berg/NNP/nsubj<7 shrugged=shrug/VBD/ROOT ././punct<7"
    )
    assert [words(tree, s)[:2] for s in found] == [("Silva", "said"), ("Berg", "shrugged")]


# ---------------------------------------------------------------- bad input


def nested(levels: int) -> str:
    """ "Berg said Wei said Berg said … Wei left", each the complement of the one before."""
    words = []
    for n in range(levels):
        verb = 2 * n + 2
        words += [f"{('Berg', 'Wei')[n % 2]}/NNP/nsubj<{verb}"]
        words += [f"said=say/VBD/{'ROOT' if n == 0 else f'ccomp<{verb - 2}'}"]
    last = 2 * levels + 2
    return " ".join([*words, f"Wei/NNP/nsubj<{last}", f"left=leave/VBD/ccomp<{last - 2}"])


def depth(saying: Saying) -> int:
    return 0 if saying.parent is None else 1 + depth(saying.parent)


def test_sayings_ten_deep_are_all_kept_each_in_the_one_before() -> None:
    _, found = read(nested(10))
    assert [depth(s) for s in found] == list(range(10))


def test_sayings_of_a_hopeless_depth_are_kept_as_far_as_can_be_read() -> None:
    _, found = read(nested(400))
    assert 10 <= max(depth(s) for s in found) == len(found) - 1 < 20


def test_an_extraction_of_a_hopeless_depth_ends() -> None:
    assert 10 <= len(extracted(nested(400), PEOPLE).claims) < 30


OPEN = "“/``/punct<3 Wei/NNP/nsubj<3 left=leave/VBD/ROOT ././punct<3"
SOUND = "Berg/NNP/nsubj<2 said=say/VBD/ROOT Wei/NNP/nsubj<4 lied=lie/VBD/ccomp<2 ././punct<2"


def test_a_quotation_that_never_closes_costs_only_its_paragraph() -> None:
    tree, found = read(f"{OPEN} ¶ {SOUND}")
    assert [words(tree, s) for s in found] == [("Berg", "said", "Wei lied")]


def test_an_article_in_quotation_marks_asserts_nothing() -> None:
    found = extracted("“/``/punct<3 Berg/NNP/nsubj<3 met=meet/VBD/ROOT Wei/NNP/dobj<3 ././punct<3 ”/''/punct<3", PEOPLE)
    assert [r for r in found.relations if r.asserted] == []
    assert [e for e in found.events if e.asserted] == []


def test_ten_thousand_quotation_marks_leave_the_rest_readable() -> None:
    tree, found = read(" ".join('"/``/punct<1' for _ in range(10_000)).replace("punct<1", "ROOT", 1) + f" ¶ {SOUND}")
    assert [words(tree, s) for s in found] == [("Berg", "said", "Wei lied")]


def test_attribution_you_know_reports_nothing() -> None:
    _, found = read("You/PRP/nsubj<2 know/VBP/ROOT it/PRP/nsubj<4 closed=close/VBD/ccomp<2 ././punct<2")
    assert found == []


@pytest.mark.parametrize(
    ("thing", "told"), [("Wei/NNP/dobj<2", 0), ("striker/NN/dobj<2", 0), ("claim/NN/dobj<2", 1), ("theft/NN/dobj<2", 1)]
)
def test_somebody_is_dismissed_and_something_denied(thing: str, told: int) -> None:
    text = f"Berg/NNP/nsubj<2 dismissed=dismiss/VBD/ROOT {thing} ././punct<2"
    tree = parsed(text, {"Berg": "PERSON", "Wei": "PERSON"})
    assert len([s for s in sayings(tree, frames(tree), lexicon()) if s.cue.text == "dismissed"]) == told


def test_what_is_the_subject_of_a_clause_is_said_by_anybody() -> None:
    text = (
        "To/TO/aux<2 say/VB/csubj<6 Wei/NNP/nsubj<4 lied=lie/VBD/ccomp<2 here/RB/advmod<4 is=be/VBZ/ccomp<10 "
        "wrong/JJ/acomp<6 ,/,/punct<10 Berg/NNP/nsubj<10 said=say/VBD/ROOT ././punct<10"
    )
    _, found = read(text)
    assert {(s.cue.text, s.source.text if s.source is not None else "") for s in found} == {
        ("say", ""),
        ("said", "Berg"),
    }
