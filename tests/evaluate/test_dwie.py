"""`kg.evaluate.dwie`: entities of an article by name, and which of them are related."""

import pytest

from kg.errors import InputError
from kg.evaluate.dwie import dwie

TEXT = "Ana Silva , the Lusian mayor of Port Novo , left Lusia for the Harbour League on Friday ."
ENTITIES = [
    ("Ana Silva", ["Ana Silva", "Silva"], "person", [[0, 2]]),
    ("Lusian", ["Lusian"], "location", [[4, 5]]),
    ("Port Novo", ["Port Novo"], "location", [[7, 9]]),
    ("Lusia", ["Lusia"], "location", [[11, 12]]),
    ("Harbour League", ["The Harbour League"], "organization", [[14, 16]]),
    ("Friday", ["Friday"], "time", [[17, 18]]),
]
GOLD = {
    "id": "a",
    "text": TEXT,
    "entities": [{"name": n, "names": ns, "type": t, "mentions": m} for n, ns, t, m in ENTITIES],
    "relations": [
        [1, "gpe0", 3],
        [0, "citizen_of-x", 1],
        [0, "citizen_of", 3],
        [2, "in0", 3],
        [0, "agent_of", 2],
    ],
}
LABELS = {"e1": "Silva", "e2": "Port Novo", "e3": "Lusia", "e4": "Harbour League", "e5": "Quay"}


def scored(*relations, labels=None, mentions=(), gold=GOLD):
    entities = [
        {"entity": e, "label": name, "type": "Place"} for e, name in (LABELS if labels is None else labels).items()
    ]
    found = [
        {"subject": s, "object": o, "predicate": "urn:x/near", "asserted": a, "inferred": i} for s, o, a, i in relations
    ]
    layer = {"id": "a", "mentions": list(mentions), "entities": entities}
    return dwie([gold], {"a": layer}, {"a": {"id": "a", "relations": found}})


def test_dwie_counts_pairs_of_known_entities():
    # Gold pairs, the demonym being its country: Silva–Lusia, Port Novo–Lusia, Silva–Port Novo. Found: two of them, one
    # that is no pair of the gold, and one with an entity that is not in the gold.
    result = scored(
        ("e3", "e1", True, False), ("e2", "e3", True, True), ("e1", "e4", True, False), ("e1", "e5", True, False)
    )
    assert result.headline == result.parts["pair_known"].f1 == pytest.approx(2 / 3)  # 2 of 3, 2 of 3
    assert (result.parts["pair"].p, result.parts["pair"].r) == pytest.approx((2 / 4, 2 / 3))
    without = result.parts["without_inferred"]
    assert (without.p, without.r) == pytest.approx((1 / 2, 1 / 3))


def test_dwie_leaves_out_claimed_relations_and_those_to_itself():
    assert scored(("e3", "e1", False, False), ("e1", "e1", True, False)).headline == 0


def test_dwie_finds_entities_by_their_names():
    # To be found: Silva, Port Novo, Lusia with its demonym, the League; Friday is a value. Found: all, and the quay.
    entity = scored().parts["entity"]
    assert (entity.p, entity.r) == (4 / 5, 1)


def test_dwie_takes_the_words_of_named_mentions_as_names():
    def mention(words, kind):
        begin = TEXT.index(words)
        return {"begin": begin, "end": begin + len(words), "kind": kind, "entity": "e1"}

    labels = {"e1": "somebody"}
    assert scored(labels=labels, mentions=[mention("Lusian", "named")]).parts["entity"].r == 1 / 4
    assert scored(labels=labels, mentions=[mention("Lusian", "nominal")]).parts["entity"].r == 0


def test_dwie_says_what_is_missed_and_what_is_wrong():
    result = scored(
        ("e1", "e4", True, False), labels={"e1": "Silva", "e3": "Lusia", "e4": "Harbour League", "e5": "Quay"}
    )
    kinds = {(one.group, one.kind): one.count for one in result.mistakes}
    assert kinds == {
        ("missed pair, by relation", "citizen_of-x"): 1,
        ("missed pair, by the words between", ", the"): 1,
        ("missed pair with an entity that was not found, by relation", "in0"): 1,
        ("missed pair with an entity that was not found, by relation", "agent_of"): 1,
        ("wrong pair, by predicate", "near"): 1,
        ("wrong pair, by its words", "no words"): 1,
        ("missed entity", "location"): 1,
        ("wrong entity", "Place"): 1,
    }


def test_dwie_refuses_a_relation_of_an_entity_that_is_not_there():
    with pytest.raises(InputError, match="a: relation between entities 0 and 6, but there are 6"):
        scored(gold={**GOLD, "relations": [[0, "in0", 6]]})
