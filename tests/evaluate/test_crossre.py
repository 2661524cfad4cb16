"""`kg.evaluate.crossre`: related pairs of the entities of a sentence."""

from kg.evaluate.crossre import crossre

TEXT = "The Harbour League of Port Novo elected Ana Silva in May ."
PARTS = ["Harbour League of Port Novo", "Port Novo", "Ana Silva", "May"]
GOLD = {
    "id": "a",
    "text": TEXT,
    "entities": [
        {"id": n, "start": TEXT.index(part), "end": TEXT.index(part) + len(part)} for n, part in enumerate(PARTS)
    ],
    "relations": [
        {"head": 0, "tail": 1, "type": "physical"},
        {"head": 2, "tail": 0, "type": "role"},
        {"head": 0, "tail": 2, "type": "win-defeat"},
    ],
}


def scored(mentions, *relations):
    found = [
        {"begin": TEXT.index(words), "end": TEXT.index(words) + len(words), "entity": entity}
        for words, entity in mentions
    ]
    rows = [
        {
            "subject": s,
            "object": o,
            "predicate": "urn:x#led",
            "inferred": inferred,
            "asserted": False,
            "evidence": [[32, 39]],
        }
        for s, o, inferred in relations
    ]
    return crossre([GOLD], {"a": {"id": "a", "mentions": found}}, {"a": {"id": "a", "relations": rows}})


MENTIONS = [("The Harbour League of Port Novo", "e1"), ("Port Novo", "e2"), ("Silva", "e3"), ("May", "e4")]


def test_crossre_counts_pairs_in_no_direction():
    # Gold pairs: League–Port Novo and League–Silva, the latter twice. One is found, and one that is none.
    result = scored(MENTIONS, ("e1", "e3", False), ("e3", "e1", False), ("e3", "e4", True))
    assert (result.p, result.r, result.headline) == (1 / 2, 1 / 2, 1 / 2)
    assert (result.parts["without_inferred"].p, result.parts["without_inferred"].r) == (1, 1 / 2)


def test_crossre_gives_a_mention_to_the_shortest_entity_that_it_shares_most_with():
    assert scored(MENTIONS, ("e1", "e2", False)).headline == 2 / 3  # 1 of 1 and 1 of 2: Port Novo is not the League


def test_crossre_lets_an_entity_stand_for_several():
    mentions = [("Harbour League of Port Novo", "e1"), ("Port Novo", "e2"), ("Ana Silva", "e2")]
    result = scored(mentions, ("e1", "e2", False))
    assert (result.p, result.r) == (1, 1)


def test_crossre_says_what_is_missed_and_what_is_wrong():
    result = scored(MENTIONS, ("e3", "e4", True), ("e1", "e2", False))
    assert [(one.group, one.kind, one.examples) for one in result.mistakes] == [
        ("missed pair, by relation", "win-defeat", ("a: Harbour League of Port Novo – Ana Silva “elected”",)),
        ("missed pair, by the words between", "elected", ("a: Harbour League of Port Novo – Ana Silva “win-defeat”",)),
        ("wrong pair, by predicate", "led (inferred)", ("a: Ana Silva – May “elected”",)),
        ("wrong pair, by its words", "elected", ("a: Ana Silva – May “led (inferred)”",)),
    ]
