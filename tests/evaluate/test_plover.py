"""`kg.evaluate.plover`: the class of the marked event and its actors."""

import pytest

from kg.evaluate.plover import marks, plover

TEXT = "Lusia asked and asked the League to stop the attack."


def at(words, start=0):
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


def row(event="DEMAND", markup="(SRC: Lusia) asked and (EVT: asked) the (TAR: League) (EVT: to stop) the attack."):
    source, target = at("Lusia"), at("League")
    return {
        "id": "a", "text": TEXT, "event": event, "markup": markup,
        "source": [{"start": source[0], "end": source[1]}],
        "target": [{"start": target[0], "end": target[1]}, {"start": None, "end": None}],
    }  # fmt: skip


STOP, ATTACK = at("stop"), at("attack")
MENTIONS = [
    {"begin": at("Lusia")[0], "end": at("Lusia")[1], "entity": "e1"},
    {"begin": at("the League")[0], "end": at("the League")[1], "entity": "e2"},
]


def event(plover, trigger, agent=(), patient=()):
    return {"plover": plover, "trigger": list(trigger), "roles": {"agent": list(agent), "patient": list(patient)}}


def scored(*events, gold=None):
    layers = {"a": {"id": "a", "events": list(events)}}, {"a": {"id": "a", "mentions": MENTIONS}}
    return plover([gold or row()], *layers)


def test_marks_are_found_again_in_order():
    # The first "asked" of the text is not marked, but words are looked for from the left: a known limit of such a mark.
    assert [TEXT[begin:end] for begin, end in marks(row())] == ["asked", "to stop"]
    assert marks({"text": TEXT, "markup": None}) == []


def test_plover_scores_the_class_of_the_marked_event():
    result = scored(event("DEMAND", (6, 11)))
    assert (result.p, result.r) == (1, 1)


def test_plover_counts_each_class_once_and_wrong_ones_against_precision():
    result = scored(event("demand", (6, 11)), event("DEMAND", STOP), event("REJECT", STOP))
    assert (result.p, result.r) == (1 / 2, 1)


def test_plover_passes_over_events_elsewhere_or_without_a_class():
    result = scored(event("ASSAULT", ATTACK), event(None, STOP))
    assert (result.p, result.r) == (0, 0)
    assert [(one.group, one.kind) for one in result.mistakes] == [("confusion", "DEMAND → none")]


def test_plover_looks_for_actors_in_events_of_the_right_class():
    right = event("DEMAND", STOP, ["e1"], [])
    wrong = event("REJECT", STOP, [], ["e2"])
    result = scored(right, wrong)
    assert (result.parts["source"], result.parts["target"]) == (1, 0)
    assert [(one.group, one.kind) for one in result.mistakes] == [
        ("confusion", "DEMAND and REJECT"),
        ("missed actor", "target"),
    ]


def test_plover_leaves_out_actors_that_the_text_does_not_name():
    assert scored(event("DEMAND", STOP, ["e1"], ["e2"])).parts["target"] == 1


@pytest.mark.parametrize("side", ["source", "target"])
def test_plover_has_zero_for_a_side_without_actors(side):
    gold = row() | {"source": [], "target": []}
    assert scored(event("DEMAND", STOP), gold=gold).parts[side] == 0
