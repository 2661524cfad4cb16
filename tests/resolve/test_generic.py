"""Common nouns for what has been named."""

from __future__ import annotations

import pytest

from kg.lexicon import lexicon
from kg.resolve.clusters import Clusters
from kg.resolve.descriptions import join_descriptions
from kg.resolve.mentions import mentions
from kg.resolve.names import join_names
from kg.syntax.tree import Tree
from tests.parses import parsed


def resolved(tree: Tree) -> dict[str, str]:
    """Each description with the first name of its cluster."""
    clusters = Clusters(mentions(tree, lexicon()))
    join_names(clusters, lexicon())
    join_descriptions(tree, clusters)
    out = {}
    for c in clusters.candidates:
        names = [" ".join(m.name) for m in clusters.members(c) if m.name]
        if not c.name and names:
            out[tree.doc[c.start : c.end].text] = names[0]
    return out


@pytest.mark.parametrize(
    ("name", "label", "noun"),
    [
        ("High/NNP/compound<3 Court/NNP/nsubj<4", "ORG", "court"),
        ("Amber/NNP/compound<3 Mosque/NNP/nsubj<4", "FAC", "mosque"),
    ],
)
def test_the_noun_that_a_name_ends_in_stands_for_it(name: str, label: str, noun: str) -> None:
    text = " ".join(w.split("/")[0] for w in name.split())
    tree = parsed(
        f"The/DT/det<3 {name} closed=close/VBD/ROOT ././punct<4 | Nobody/NN/nsubj<2 entered=enter/VBD/ROOT "
        f"the/DT/det<4 {noun}/NN/dobj<2 ././punct<2",
        {text: label},
    )
    assert resolved(tree) == {f"the {noun}": text}


def test_the_noun_after_a_name_is_what_it_names() -> None:
    tree = parsed(
        "The/DT/det<3 Tarvik/NNP/compound<3 region/NN/nsubj<4 voted=vote/VBD/ROOT ././punct<4", {"Tarvik": "GPE"}
    )
    assert resolved(tree) == {"The Tarvik region": "Tarvik"}


def test_a_city_with_its_demonym_is_no_country() -> None:
    tree = parsed(
        "The/DT/det<3 Norwegian/JJ/amod<3 city/NN/nsubj<4 voted=vote/VBD/ROOT ././punct<4", {"Norwegian": "NORP"}
    )
    assert resolved(tree) == {}


def test_the_country_is_the_last_one_named() -> None:
    tree = parsed(
        "Norway/NNP/nsubj<2 voted=vote/VBD/ROOT ././punct<2 | The/DT/det<2 country/NN/nsubj<3 chose=choose/VBD/ROOT "
        "well/RB/advmod<3 ././punct<3",
        {"Norway": "GPE"},
    )
    assert resolved(tree) == {"The country": "Norway"}


def test_the_company_is_not_the_union_that_speaks_of_it() -> None:
    """The Tarvik Union voted and Varg closed. The union said the company had paid."""
    tree = parsed(
        "The/DT/det<3 Tarvik/NNP/compound<3 Union/NNP/nsubj<4 voted=vote/VBD/ROOT and/CC/cc<4 Varg/NNP/nsubj<7 "
        "closed=close/VBD/conj<4 ././punct<4 | "
        "The/DT/det<2 union/NN/nsubj<3 said=say/VBD/ROOT the/DT/det<5 company/NN/nsubj<6 paid=pay/VBD/ccomp<3 ././punct<3",
        {"Varg": "ORG", "Tarvik Union": "ORG"},
    )
    assert resolved(tree) == {"The union": "Tarvik Union", "the company": "Varg"}


def test_a_name_of_no_class_is_found_again_by_what_it_is() -> None:
    tree = parsed(
        "Tarvik/NNP/nsubj<2 fired=fire/VBD/ROOT 90/CD/nummod<4 people/NNS/dobj<2 ././punct<2 | The/DT/det<2 "
        "bank/NN/nsubj<3 slept=sleep/VBD/ROOT ././punct<3"
    )
    assert resolved(tree) == {"The bank": "Tarvik"}


def test_who_has_its_own_is_a_body() -> None:
    words = "Tarvik/NNP/nsubj<2 cut/VBD/ROOT {}/PRP$/poss<4 forecast/NN/dobj<2 ././punct<2"
    sorts = {
        owner: [m.type for m in mentions(parsed(words.format(owner), {"Tarvik": "PERSON"}), lexicon()) if m.name]
        for owner in ("its", "his")
    }
    assert sorts == {"its": ["Organization"], "his": ["Person"]}
