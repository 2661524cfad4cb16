"""`kg.evaluate.coref`: chains of one article."""

import pytest

from kg.errors import InputError
from kg.evaluate.coref import aligned, coref

TEXT = "The mayor Ana Silva said she left Port Novo . The city missed the storm and her . It was strong ."
WORDS = TEXT.split()
OFFSETS = [len(" ".join(WORDS[:n])) + bool(n) for n in range(len(WORDS))]
HEADS = {0: 1, 2: 1, 3: 2, 7: 8}  # The → mayor, Ana → mayor, Silva → Ana, Port → Novo; all others on "said"


def tokens():
    return [
        {"start": begin, "end": begin + len(word), "head": HEADS.get(n, -1 if n == 4 else 4)}
        for n, (word, begin) in enumerate(zip(WORDS, OFFSETS, strict=True))
    ]


def gold(entity, type_, first, last, named=False, pron=False):
    begin, end = OFFSETS[first], OFFSETS[last] + len(WORDS[last])
    return {
        "entity": entity, "type": type_, "tok": [first, last], "start": begin, "end": end, "named": named, "pron": pron,
    }  # fmt: skip


def found(entity, first, last, kind="named"):
    return {"begin": OFFSETS[first], "end": OFFSETS[last] + len(WORDS[last]), "entity": entity, "kind": kind}


ROW = {
    "id": "a",
    "text": TEXT,
    "tokens": tokens(),
    "mentions": [
        gold("1", "person", 0, 3, named=True),
        gold("1", "person", 5, 5, pron=True),
        gold("2", "place", 7, 8, named=True),
        gold("2", "place", 10, 11),
        gold("1", "person", 16, 16, pron=True),
        gold("3", "event", 13, 14),
        gold("3", "event", 18, 18, pron=True),
    ],
}


def scored(*mentions):
    return coref([ROW], {"a": {"id": "a", "mentions": list(mentions)}})


def places(*mentions):
    return {TEXT[begin:end]: m["entity"] for (begin, end), m in aligned(ROW, mentions).items()}


def test_aligned_takes_the_part_with_the_head_for_the_mention():
    assert places(found("e1", 1, 3)) == {"The mayor Ana Silva": "e1"}  # has the head, "mayor"
    assert places(found("e1", 2, 3)) == {"Ana Silva": "e1"}  # has not
    assert places(found("e1", 0, 4)) == {"The mayor Ana Silva said": "e1"}  # reaches beyond


def test_aligned_gives_a_mention_to_the_longest_only():
    assert places(found("e2", 1, 1), found("e1", 0, 1)) == {"The mayor Ana Silva": "e1", "mayor": "e2"}


def test_coref_scores_chains():
    # Gold chains of people and places: {Silva, she, her}, {Port Novo, The city}. Found: {Silva, she}, {Port Novo, her}.
    result = scored(found("e1", 0, 3), found("e1", 5, 5, "pronoun"), found("e2", 7, 8), found("e2", 16, 16, "pronoun"))
    # MUC: 1 of 3 gold links; 1 of 2 found ones. R = 1/3, P = 1/2, F1 = .4.
    # B-cubed: recall (2/3 + 2/3 + 1/3 + 1/2 + 0) / 5 = 13/30; precision (1 + 1 + 1/2 + 1/2) / 4 = 3/4. F1 = 39/71.
    # CEAF-e: 2*2/5 and 2*1/4 = 1.3 of two and two: .65.
    assert result.parts["muc"].f1 == pytest.approx(0.4)
    assert result.parts["b3"].f1 == pytest.approx(39 / 71)
    assert result.parts["ceafe"].f1 == pytest.approx(0.65)
    assert result.headline == pytest.approx((0.4 + 39 / 71 + 0.65) / 3)
    assert result.parts["named_recall"] == 1


def test_coref_leaves_other_kinds_to_a_figure_of_their_own():
    everything = [found(m["entity"], *m["tok"]) for m in ROW["mentions"]]
    people_and_places = [m for m in everything if m["entity"] != "3"]
    assert scored(*everything).headline == scored(*people_and_places).headline == 1
    assert scored(*everything).parts["all_kinds"] == 1
    assert scored(*people_and_places).parts["all_kinds"] < 1


def test_coref_says_which_links_are_missed_and_which_are_false():
    result = scored(found("e1", 0, 3), found("e1", 7, 8), found("e2", 5, 5, "pronoun"))
    kinds = {(one.group, one.kind): one.count for one in result.mistakes}
    assert kinds == {
        ("missed link", "pronoun, not linked"): 1,  # she
        ("missed link", "pronoun, not found"): 1,  # her
        ("missed link", "nominal, not found"): 1,  # The city
        ("false link", "named, of another entity"): 1,  # Port Novo
    }


def test_coref_refuses_a_mention_beyond_the_tokens():
    row = {**ROW, "mentions": [{**ROW["mentions"][0], "tok": [0, 99]}]}
    with pytest.raises(InputError, match="a: mention of tokens 0 to 99"):
        coref([row], {})
