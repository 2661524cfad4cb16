"""`kg.evaluate.claims`: what claims mean."""

import pytest

from kg.errors import InputError
from kg.evaluate.claims import claims

TEXT = "Silva said Berg denied the port was closed. Berg said it was open. Lund hoped so."


def at(part):
    begin = TEXT.index(part)
    return [begin, begin + len(part)]


def claim(source, cue, content, polarity="positive", parent=None, mode="stated"):
    return {
        "source": [at(source)], "cue": [at(cue)], "content": [at(content)],
        "mode": mode, "polarity": polarity, "certainty": "certain", "parent": parent,
    }  # fmt: skip


SILVA = claim("Silva", "said", "Berg denied the port was closed")
DENIAL = claim("Berg", "denied", "the port was closed", "negative", parent=0)
BERG = claim("Berg", "said it", "it was open")
LUND = claim("Lund", "hoped", "so", mode="hoped")
GOLD = {"id": "a", "text": TEXT, "claims": [SILVA, DENIAL, BERG, LUND], "contradictions": [[0, 1], [1, 2]]}


def scored(*found, pairs=None):
    layer = {"id": "a", "claims": list(found)} | ({} if pairs is None else {"contradictions": pairs})
    return claims([GOLD], {"a": layer})


def kinds(result):
    return {(one.group, one.kind): one.count for one in result.mistakes}


def test_claims_compares_values_of_those_that_match():
    result = scored(SILVA, DENIAL | {"polarity": "positive", "parent": None}, LUND | {"mode": "stated"})
    # Three of four claims are found. Of these two have the right polarity, two the right nesting, two the right mode.
    # Polarity and nesting are both right for two: P = 2/3, R = 2/4, F1 = 4/7.
    assert (result.parts["whole"].p, result.parts["whole"].r) == (1, 3 / 4)
    assert (result.parts["polarity"], result.parts["nesting"], result.parts["mode"]) == pytest.approx((2 / 3,) * 3)
    assert result.parts["certainty"] == 1
    assert result.headline == pytest.approx(4 / 7)
    assert kinds(result) == {
        ("missed", "stated"): 1,
        ("polarity", "negative → positive"): 1,
        ("nesting", "lies in a claim"): 1,
        ("mode", "hoped → stated"): 1,
    }


def test_claims_follows_parents_by_what_they_match():
    # The order of the layer is another, and the number of the parent with it.
    assert scored(LUND, DENIAL | {"parent": 2}, SILVA, BERG).parts["nesting"] == 1
    assert kinds(scored(SILVA, DENIAL | {"parent": 2}, BERG, LUND)) == {("nesting", "lies in another claim"): 1}
    assert kinds(scored(SILVA, DENIAL, BERG | {"parent": 0}, LUND)) == {("nesting", "lies in no claim"): 1}


def test_claims_wants_the_parent_to_be_found():
    # The denial lies in something that is no claim of the gold.
    other = claim("Lund", "hoped", "Lund hoped so")
    assert scored(other, DENIAL).parts["nesting"] == 0


def test_claims_scores_contradictions():
    # The layer has the gold's 1–2 as 2–0, once in each direction, and one pair that the gold has not.
    result = scored(BERG, LUND, DENIAL | {"parent": None}, pairs=[[2, 0], [0, 2], [0, 1]])
    pairs = result.parts["contradictions"]
    assert (pairs.p, pairs.r) == (1 / 2, 1 / 2)
    assert {kind: n for kind, n in kinds(result).items() if "contradiction" in kind[0]} == {
        ("missed contradiction", "a claim was not found"): 1,
        ("false contradiction", "of two claims of the gold"): 1,
    }


def test_claims_counts_a_contradiction_of_something_else_as_false():
    other = claim("Lund", "hoped", "Berg said it was open")
    result = scored(SILVA, DENIAL, other, pairs=[[0, 1], [1, 2]])
    assert result.parts["contradictions"].p == 1 / 2
    assert kinds(result)["false contradiction", "of a claim that is none in the gold"] == 1


def test_claims_does_not_measure_contradictions_that_the_layer_does_not_say():
    assert scored(SILVA, DENIAL).parts["contradictions"] is None
    assert scored(SILVA, DENIAL, pairs=[]).parts["contradictions"].f1 == 0


def test_claims_has_no_shares_where_nothing_matches():
    assert scored().parts["polarity"] is None


@pytest.mark.parametrize(
    "layer", [{"claims": [SILVA | {"parent": 1}]}, {"claims": [SILVA], "contradictions": [[0, -1]]}]
)
def test_claims_refuses_a_number_that_is_no_claim(layer):
    with pytest.raises(InputError, match=r"a: claim -?1 is meant, but there are 1"):
        claims([GOLD], {"a": {"id": "a", **layer}})
