"""What the gazetteers add is inferred, and names its table."""

from __future__ import annotations

from tests.parses import extracted, label, plain

_IN_NORWAY = " | Norway/NNP/nsubj<2 waited=wait/VBD/ROOT ././punct<2"


def _inferred(found):
    return [
        (label(found, r.subject), r.predicate, label(found, r.object), r.evidence.table)
        for r in found.relations
        if r.inferred
    ]


def test_places_gives_a_city_its_country():
    found = extracted(
        "Bergen/NNP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2" + _IN_NORWAY, {"Bergen": "GPE", "Norway": "GPE"}
    )
    assert [(s, p, o) for s, p, o, _ in _inferred(found)] == [("Bergen", "kg:locatedIn", "Norway")]
    assert _inferred(found)[0][3] in ("cities.tsv", "seats.tsv")


def test_places_says_nothing_of_a_country_that_the_article_does_not_mention():
    found = extracted("Bergen/NNP/nsubj<2 slept=sleep/VBD/ROOT ././punct<2", {"Bergen": "GPE"})
    assert _inferred(found) == []


def test_places_follows_an_office_to_the_country_of_its_city():
    found = extracted(
        "Aasen/NNP/nsubj<8 ,/,/punct<1 the/DT/det<4 mayor/NN/appos<1 of/IN/prep<4 Bergen/NNP/pobj<5 ,/,/punct<1"
        " left=leave/VBD/ROOT ././punct<8" + _IN_NORWAY,
        {"Bergen": "GPE", "Norway": "GPE", "Aasen": "PERSON"},
    )
    assert ("Aasen", "kg:leads", "Bergen") in plain(found)
    assert ("Aasen", "kg:activeIn", "Norway") in [(s, p, o) for s, p, o, _ in _inferred(found)]


def test_places_reads_the_country_in_a_name():
    found = extracted(
        "The/DT/det<4 Norwegian/NNP/compound<4 Herring/NNP/compound<4 Union/NNP/nsubj<5 met=meet/VBD/ROOT"
        " ././punct<5" + _IN_NORWAY,
        {"Norwegian Herring Union": "ORG", "Norway": "GPE"},
    )
    assert ("Norwegian Herring Union", "kg:basedIn", "Norway", "countries.tsv") in _inferred(found)


def test_places_leaves_open_which_of_two_countries_a_shared_name_belongs_to():
    text = (
        "Labour/NNP/nsubj<2 won=win/VBD/ROOT ././punct<2 | Norway/NNP/nsubj<4 and/CC/cc<1 Ireland/NNP/conj<1"
        " waited=wait/VBD/ROOT ././punct<4"
    )
    found = extracted(text.replace("Labour/", "Labour=Labour/"), {"Labour": "ORG", "Norway": "GPE", "Ireland": "GPE"})
    assert _inferred(found) == []
