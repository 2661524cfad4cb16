"""`kg.evaluate.crossdoc`: one identity across articles."""

import pytest

from kg.evaluate.crossdoc import crossdoc

TEXT = "Ana Silva met Berg."
SILVA, BERG = (0, 9), (14, 18)


def row(name, topic="storm", *, chains=("silva", "berg"), kind="ACTOR"):
    spans = zip(chains, (SILVA, BERG), strict=True)
    mentions = [{"chain": chain, "start": at[0], "end": at[1], "kind": kind} for chain, at in spans]
    return {"id": name, "topic": topic, "text": TEXT, "mentions": mentions}


def layer(name, silva, berg):
    """A layer with the two mentions, and an IRI for each that is not empty."""
    return {
        "id": name,
        "mentions": [
            {"begin": SILVA[0] + 4, "end": SILVA[1], "entity": "e1"},
            {"begin": BERG[0], "end": BERG[1], "entity": "e2"},
        ],
        "entities": [{"entity": e, "label": "", "iri": iri} for e, iri in (("e1", silva), ("e2", berg)) if iri],
    }


def scored(gold, *layers):
    return crossdoc(gold, {one["id"]: one for one in layers})


def test_crossdoc_joins_by_iri():
    assert scored([row("x"), row("y")], layer("x", "id:S", "id:B"), layer("y", "id:S", "id:B")).headline == 1


def test_crossdoc_keeps_entities_without_an_iri_to_their_article():
    result = scored([row("x"), row("y")], layer("x", "id:S", None), layer("y", "id:S", None))
    # Silva's two mentions meet all, Berg's two meet one of two: recall 3/4, precision 1.
    assert (result.p, result.r, result.headline) == pytest.approx((1, 3 / 4, 6 / 7))
    assert [(one.group, one.kind, one.count) for one in result.mistakes] == [("missed link", "across articles", 1)]


def test_crossdoc_takes_a_mention_that_was_not_found_as_alone():
    result = scored([row("x"), row("y")], layer("x", "id:S", "id:B"))
    assert result.r == pytest.approx(1 / 2)  # each mention of x and y meets only itself, one of two
    assert {one.kind for one in result.mistakes} == {"not found"}


def test_crossdoc_counts_lumping():
    result = scored([row("x")], layer("x", "id:S", "id:S"))
    assert (result.p, result.r) == (1 / 2, 1)
    assert [(one.group, one.kind) for one in result.mistakes] == [("false link", "within an article")]


def test_crossdoc_keeps_stories_apart():
    gold = [row("x"), row("y", "flood", chains=("silva2", "berg2"))]
    assert scored(gold, layer("x", "id:S", "id:B"), layer("y", "id:S", "id:B")).headline == 1


def test_crossdoc_passes_over_what_is_no_actor():
    gold = [row("x"), row("y", kind="COUNTRY")]
    assert scored(gold, layer("x", "id:S", "id:B")).headline == 1
