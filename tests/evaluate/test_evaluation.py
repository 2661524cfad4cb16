"""`kg.evaluate`: what holds for every task, and what is done about files."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.evaluate import TASKS, evaluate, rendered

TEXT = "Ana Silva of Lusia said Berg had asked her to stop. She left."


def at(words, start=0):
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


def mention(words, entity, kind="named"):
    return {"begin": at(words)[0], "end": at(words)[1], "text": words, "kind": kind, "type": "Person", "entity": entity}


SILVA, LUSIA, BERG, SHE = at("Ana Silva"), at("Lusia"), at("Berg"), at("She")
MENTIONS = {
    "mentions": [
        mention("Ana Silva", "e1"), mention("Lusia", "e2"), mention("Berg", "e3"), mention("She", "e1", "pronoun"),
    ],
    "entities": [
        {"entity": entity, "label": label, "type": "Person", "iri": f"urn:{label}"}
        for entity, label in (("e1", "Silva"), ("e2", "Lusia"), ("e3", "Berg"))
    ],
}  # fmt: skip
RELATIONS = {
    "relations": [{"subject": "e1", "object": "e2", "predicate": "urn:of", "asserted": True, "inferred": False}]
}
EVENTS = {"events": [{"plover": "DEMAND", "trigger": list(at("asked")), "roles": {"agent": ["e3"], "patient": ["e1"]}}]}
TRIPLES = {
    "triples": [
        {"subject": "Ana Silva", "relation": "said", "objects": ["Berg had asked her"], "confidence": 0.5},
        {"subject": "She", "relation": "left", "objects": ["Lusia"], "confidence": 0.5},
    ]
}
SPANS = {"source": [list(SILVA)], "cue": [list(at("said"))], "content": [list(at("Berg had asked her to stop"))]}
INNER = {"source": [list(BERG)], "cue": [list(at("asked"))], "content": [list(at("her to stop"))]}
VALUES = {"mode": "stated", "polarity": "positive", "certainty": "certain"}
CLAIMS = {"claims": [SPANS | VALUES | {"parent": None}, INNER | VALUES | {"parent": 0}], "contradictions": [[0, 1]]}


def token(words, head):
    return {"start": at(words)[0], "end": at(words)[1], "head": head}


def person(name, first, last, entity, named):
    return {
        "entity": entity, "type": "person", "tok": [first, last], "start": at(name)[0], "end": at(name)[1],
        "named": named, "pron": not named,
    }  # fmt: skip


def name(words, coref=None):
    begin, end = at(words)
    return {"start": begin, "end": end} | ({} if coref is None else {"coref": coref})


def pairs(triples):
    return [[triple["subject"], triple["relation"], *triple["objects"]] for triple in triples]


# For each task the gold of one document, and the layers that say the same.
SAME = {
    "carb": ({"gold": pairs(TRIPLES["triples"])}, [TRIPLES]),
    "benchie": ({"facts": [[triple] for triple in pairs(TRIPLES["triples"])]}, [TRIPLES]),
    "attribution": ({"attributions": [SPANS, INNER]}, [CLAIMS]),
    "coref": (
        {
            "tokens": [token("Ana", 1), token("Silva", 2), token("said", -1), token("She", 4), token("left", -1)],
            "mentions": [person("Ana Silva", 0, 1, "1", True), person("She", 3, 3, "1", False)],
        },
        [MENTIONS],
    ),
    "gap": (
        {"pronoun": name("She"), "a": name("Ana Silva", True), "b": name("Berg", False), "gender": "F"}, [MENTIONS],
    ),
    "crossdoc": (
        {
            "topic": "storm",
            "mentions": [
                {"chain": chain, "start": begin, "end": end, "kind": "ACTOR"}
                for chain, (begin, end) in (("silva", SILVA), ("silva", SHE), ("berg", BERG))
            ],
        },
        [MENTIONS],
    ),
    "dwie": (
        {
            "entities": [
                {"name": words, "names": [words], "type": "person", "mentions": []}
                for words in ("Silva", "Lusia", "Berg")
            ],
            "relations": [[0, "citizen_of", 1]],
        },
        [MENTIONS, RELATIONS],
    ),
    "crossre": (
        {
            "entities": [{"id": n, **name(words)} for n, words in enumerate(("Ana Silva", "Lusia", "Berg"))],
            "relations": [{"head": 0, "tail": 1, "type": "role"}],
        },
        [MENTIONS, RELATIONS],
    ),
    "plover": (
        {"event": "DEMAND", "markup": "(EVT: asked)", "source": [name("Berg")], "target": [name("Ana Silva")]},
        [
            EVENTS,
            MENTIONS,
        ],
    ),
    "claims": (CLAIMS, [CLAIMS]),
}  # fmt: skip
GAINS = sorted(TASKS.keys() - {"leaks"})
"""The tasks where more is better; `test_leaks` has the other."""
IDS = ["d1", "d2", "d3"]


def rows(task, ids=IDS):
    """The gold of several documents that read the same."""
    return [{"id": i, "text": TEXT, **SAME[task][0]} for i in ids]


def layers(task, ids=IDS):
    return [{i: {"id": i, **layer} for i in ids} for layer in SAME[task][1]]


def lines(path: Path, objects):
    path.write_text("".join(json.dumps(one) + "\n" for one in objects), encoding="utf-8")
    return path


def test_every_task_has_its_sample():
    assert sorted(SAME) == GAINS


@pytest.mark.parametrize("task", GAINS)
def test_a_perfect_prediction_has_one(task):
    result = TASKS[task].score(rows(task), *layers(task))
    assert (result.headline, result.f1) == pytest.approx((1, 1))
    assert result.mistakes == ()


@pytest.mark.parametrize("task", GAINS)
@pytest.mark.parametrize("found", ["nothing", "empty layers"])
def test_no_prediction_has_zero(task, found):
    empty = [{i: {"id": i} | {key: [] for key in layer} for i in IDS} for layer in SAME[task][1]]
    result = TASKS[task].score(rows(task), *(empty if found == "empty layers" else [{} for _ in empty]))
    if task == "crossdoc":  # its mentions are given, and each of them alone is all right about itself
        assert (result.p, result.r) == pytest.approx((1, (2 * (1 / 6) * 3 + 3 * (1 / 3)) / 9))
        return
    assert (result.headline, result.p, result.r) == (0, 0, 0)
    assert result.mistakes


@pytest.mark.parametrize("task", GAINS)
@given(order=st.permutations(IDS), kept=st.sets(st.sampled_from(IDS)))
def test_the_order_of_documents_makes_no_difference(task, order, kept):
    found = [{i: row for i, row in layer.items() if i in kept} for layer in layers(task)]
    turned = [{i: layer[i] for i in order if i in layer} for layer in found]
    one, other = TASKS[task].score(rows(task), *found), TASKS[task].score(rows(task, order), *turned)
    assert (one.headline, one.p, one.r) == pytest.approx((other.headline, other.p, other.r))
    assert [(m.group, m.kind, m.count) for m in one.mistakes] == [(m.group, m.kind, m.count) for m in other.mistakes]


@pytest.mark.parametrize("task", GAINS)
def test_evaluate_reads_files(task, tmp_path):
    gold = lines(tmp_path / "gold.jsonl", rows(task))
    files = [lines(tmp_path / f"{n}.jsonl", layer.values()) for n, layer in enumerate(layers(task))]
    result = evaluate(task, gold, files)
    assert (result.task, result.headline) == (task, pytest.approx(1))
    assert json.loads(rendered(result, "json"))["task"] == task


@pytest.mark.parametrize("task", GAINS)
def test_evaluate_reads_the_texts_where_there_are_no_predictions(task, tmp_path, monkeypatch):
    asked = []

    def layer(documents, which, *, model, nary, flat):
        asked.append((which, model, nary, flat))
        return (
            {"id": document.id, **dict(zip(TASKS[task].layers, SAME[task][1], strict=True))[which]}
            for document in documents
        )

    monkeypatch.setattr("kg.layers.layer", layer)
    assert evaluate(task, lines(tmp_path / "gold.jsonl", rows(task)), model="some").headline == pytest.approx(1)
    assert asked == [(which, "some", task == "carb", task == "attribution") for which in TASKS[task].layers]


def test_evaluate_reads_a_folder_of_claims(tmp_path):
    table = '[[claim]]\nid = "a"\nsource = ["Ana Silva"]\ncue = ["said"]\ncontent = ["Berg had asked her to stop"]\n'
    values = "".join(f'{key} = "{value}"\n' for key, value in VALUES.items())
    (tmp_path / "d1.claims.toml").write_text(table + values, encoding="utf-8")
    (tmp_path / "d1.txt").write_text(TEXT, encoding="utf-8")
    found = lines(tmp_path / "claims.jsonl", [{"id": "d1", "claims": [SPANS | VALUES]}])
    assert evaluate("claims", tmp_path, [found]).headline == 1


def test_evaluate_shows_as_many_examples_as_it_is_asked_for(tmp_path):
    gold = lines(tmp_path / "gold.jsonl", rows("benchie"))
    found = lines(tmp_path / "none.jsonl", [{"id": "d1", "triples": []}])
    for examples in (0, 2):
        (missed,) = evaluate("benchie", gold, [found], examples=examples).mistakes
        assert (missed.count, len(missed.examples)) == (6, examples)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "d1"}', 'found.jsonl:2: the line has no "triples"; this is not the layer triples'),
        ('{"id": "d1", "triples": [{"subject": "Ana"}]}', 'triples[0] has no "relation"'),
        ('{"id": null, "triples": []}', "found.jsonl:2: id is not a string"),
        ('{"id": "d0", "triples": []}', "id 'd0' again, first in line 1"),
        ("{", "found.jsonl:2: not JSON"),
    ],
)
def test_evaluate_says_which_line_is_wrong(line, message, tmp_path):
    gold = lines(tmp_path / "gold.jsonl", rows("carb"))
    (tmp_path / "found.jsonl").write_text('{"id": "d0", "triples": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        evaluate("carb", gold, [tmp_path / "found.jsonl"])
    assert message in str(error.value)


def test_evaluate_refuses_what_does_not_belong_together(tmp_path):
    carb, dwie = (lines(tmp_path / f"{task}.jsonl", rows(task)) for task in ("carb", "dwie"))
    other = lines(tmp_path / "other.jsonl", [{"id": "elsewhere", "triples": []}])
    with pytest.raises(InputError, match="no task 'ner'; use one of carb"):
        evaluate("ner", carb, [other])
    with pytest.raises(InputError, match="dwie is scored by 2 files, the layers mentions and relations"):
        evaluate("dwie", dwie, [other])
    with pytest.raises(InputError, match='the line has no "facts"; this is not the gold of benchie'):
        evaluate("benchie", carb, [other])
    with pytest.raises(InputError, match="none of its ids is in the gold, which begins with 'd1'"):
        evaluate("carb", carb, [other])
    with pytest.raises(InputError, match=r"nowhere\.jsonl"):
        evaluate("carb", tmp_path / "nowhere.jsonl", [other])


@pytest.mark.model
def test_evaluate_runs_the_whole_way(tmp_path):
    document = {"id": "d1", "text": "Ana Silva sold the pier.", "gold": [["Ana Silva", "sold", "the pier"]]}
    assert evaluate("carb", lines(tmp_path / "gold.jsonl", [document])).headline >= 0.5
