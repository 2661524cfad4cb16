"""What stands as fact although somebody else says it."""

from __future__ import annotations

from typing import Any

from kg.evaluate.leaks import leaks

TEXT = "Berg said Wei sold Oslo Ltd. Wei owns a yacht."
GOLD = {"id": "a", "text": TEXT, "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 27]]}]}
INSIDE, OUTSIDE = [[10, 13], [19, 27]], [[29, 32], [40, 45]]


def scored(*relations: tuple[list[list[int]], bool], ours: list[list[int]] | None = None, **event: Any) -> Any:
    told = [
        {"subject": "e1", "predicate": "http://x/owns", "object": "e2", "asserted": plain, "evidence": spans}
        for spans, plain in relations
    ]
    events = [{"class": "Sale", "trigger": [14, 18], "roles": {}, **event}] if event else []
    claims = [{"source": [], "cue": [], "content": ours}] if ours else []
    return leaks(
        [GOLD],
        {"a": {"id": "a", "relations": told}},
        {"a": {"id": "a", "events": events}},
        {"a": {"id": "a", "claims": claims}},
    )


def test_leaks_is_the_share_of_plain_relations_inside_a_gold_content() -> None:
    result = scored((INSIDE, True), (OUTSIDE, True), (INSIDE, False))
    assert result.headline == 0.5
    assert result.parts["plain relations"] == 2
    assert [(m.group, m.kind, m.count) for m in result.mistakes] == [("leaked relation", "owns", 1)]


def test_leaks_is_none_where_a_word_stands_outside() -> None:
    assert scored(([[10, 13], [29, 32]], True)).headline == 0


def test_leaks_counts_what_stands_inside_a_content_of_our_own() -> None:
    result = scored((OUTSIDE, True), ours=[[29, 46]])
    assert (result.headline, result.parts["relations inside ours"]) == (0, 1)


def test_leaks_counts_events_by_their_triggers() -> None:
    assert scored(asserted=True).parts["events"] == 1
    assert scored(asserted=False).parts["events"] == 0
    assert scored(asserted=True, negated=True).parts["plain events"] == 0


def test_leaks_leaves_out_what_a_name_presupposes() -> None:
    office = {"subject": "e1", "predicate": "http://x/affiliation", "object": "e2", "asserted": True}
    row = {"id": "a", "relations": [office | {"evidence": INSIDE, "presupposed": True}]}
    result = leaks([GOLD], {"a": row}, {}, {"a": {"id": "a", "claims": [{"content": [[10, 27]]}]}})
    assert (result.parts["plain relations"], result.parts["presupposed relations"]) == (0, 1)
