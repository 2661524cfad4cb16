"""`kg.evaluate.attribution`: whole attributions by the words that they share."""

import pytest

from kg.evaluate.attribution import attribution, jaccard, words

TEXT = 'Ana Silva said the port is closed. "It is open," Berg said. Reportedly, nobody knew.'


def at(part):
    begin = TEXT.index(part)
    return [begin, begin + len(part)]


def spoken(source, cue, content, form=None):
    return {
        "source": [at(source)] if source else [],
        "cue": [at(cue)] if cue else [],
        "content": [at(content)],
        "form": form,
    }


SILVA = spoken("Ana Silva", "said", "the port is closed", "indirect")
BERG = spoken("Berg", "said.", '"It is open,"', "direct")
NOBODY = spoken("", "Reportedly", "nobody knew", "indirect")


def scored(*claims, gold=(SILVA, BERG, NOBODY), discard=()):
    rows = [{"id": "a", "text": TEXT, "attributions": list(gold), "discard": list(discard)}]
    return attribution(rows, {"a": {"id": "a", "claims": list(claims)}})


def kinds(result):
    return {(one.group, one.kind): one.count for one in result.mistakes}


def test_words_are_those_inside_the_spans_without_punctuation():
    assert words([at('"It is open,"')], TEXT) == {at("It is")[0], at("is open")[0], at("open")[0]}


def test_jaccard_of_nothing_and_nothing_is_one():
    assert jaccard(frozenset(), frozenset()) == 1
    assert jaccard(frozenset(), frozenset((1,))) == 0


@pytest.mark.parametrize(
    ("source", "content", "right"),
    [
        ("Ana Silva", "the port is closed", True),
        ("Silva", "the port", True),  # 1 of 2 words, 2 of 4
        ("Ana Silva", "port", False),  # 1 of 4
        ("Ana Silva", 'the port is closed. "It is open', True),  # 4 of 7
        ("Ana Silva", 'the port is closed. "It is open," Berg said', False),  # 4 of 9
        ("Berg", "the port is closed", False),
        ("", "the port is closed", False),
    ],
)
def test_attribution_needs_half_of_source_and_content(source, content, right):
    result = scored(spoken(source, "said", content), gold=[SILVA])
    assert result.headline == (1 if right else 0)


def test_attribution_without_a_source_is_right_where_the_text_names_none():
    # Of three attributions the first and the last are found, and of three predictions those two are right.
    result = scored(SILVA, NOBODY, spoken("Ana Silva", "said", "nobody knew"))
    assert (result.p, result.r) == pytest.approx((2 / 3, 2 / 3))


def test_attribution_lets_the_best_pair_go_first():
    result = scored(spoken("Ana Silva", "said", "the port is"), SILVA, gold=[SILVA])
    assert (result.p, result.r) == (0.5, 1)


def test_attribution_scores_the_parts_by_words():
    result = scored(spoken("Silva", "said", "the port"), gold=[SILVA])
    source, content = result.parts["source"], result.parts["content"]
    assert (source.p, source.r, content.p, content.r) == (1, 0.5, 1, 0.5)
    assert result.parts["whole"] == result.score


def test_attribution_passes_over_what_was_not_annotated():
    result = scored(SILVA, NOBODY, gold=[SILVA], discard=[at("Reportedly, nobody knew.")])
    assert result.headline == 1


def test_attribution_says_how_spans_are_wrong():
    result = scored(
        spoken("Berg", "said", "the port is closed"),
        spoken("Berg", "said.", "It"),
        spoken("", "knew", "Reportedly"),
    )
    assert kinds(result) == {
        ("span", "source elsewhere"): 1,
        ("span", "content too short"): 1,
        ("missed", "no source"): 1,
        ("spurious", "knew"): 1,
    }


def test_attribution_says_what_form_the_missed_ones_have():
    assert kinds(scored()) == {("missed", "direct"): 1, ("missed", "indirect"): 1, ("missed", "no source"): 1}
