"""An *it* that stands for nothing, on parses built by hand."""

from __future__ import annotations

import pytest

from kg.resolve.pleonastic import pleonastic
from tests.parses import parsed


@pytest.mark.parametrize(
    "text",
    [
        "It/PRP/nsubj<2 rained=rain/VBD/ROOT ././punct<2",
        "It/PRP/nsubj<2 is/VBZ/ROOT clear/JJ/acomp<2 that/IN/mark<6 boats=boat/NNS/nsubj<6 sank=sink/VBD/ccomp<2 ././punct<2",
        "It/PRP/nsubj<2 remains=remain/VBZ/ROOT unclear/JJ/acomp<2 why/WRB/advmod<6 boats=boat/NNS/nsubj<6 "
        "sank=sink/VBD/ccomp<3 ././punct<2",
        "It/PRP/nsubj<2 is/VBZ/ROOT time/NN/attr<2 to/TO/aux<5 go/VB/relcl<3 ././punct<2",
        "It/PRP/nsubj<2 seems=seem/VBZ/ROOT that/IN/mark<5 boats=boat/NNS/nsubj<5 sank=sink/VBD/ccomp<2 ././punct<2",
        "It/PRP/nsubjpass<3 was/VBD/auxpass<3 agreed=agree/VBN/ROOT that/IN/mark<6 boats=boat/NNS/nsubj<6 "
        "sank=sink/VBD/ccomp<3 ././punct<3",
        "It/PRP/nsubj<2 was/VBD/ROOT Lindqvist/NNP/attr<2 who/WP/nsubj<5 left=leave/VBD/relcl<3 ././punct<2",
        "Fees=fee/NNS/nsubj<2 make/VBP/ROOT it/PRP/nsubj<4 easier=easy/JJR/ccomp<2 to/TO/aux<6 pay/VB/xcomp<4 ././punct<2",
    ],
    ids=["weather", "clear that", "unclear why", "time to", "seems that", "agreed that", "cleft", "make it easier"],
)
def test_it_fills_a_place(text: str) -> None:
    tree = parsed(text, {"Lindqvist": "PERSON"})
    assert pleonastic(tree, next(t for t in tree.tokens if t.lower_ == "it"))


@pytest.mark.parametrize(
    "text",
    [
        "It/PRP/nsubj<2 sank=sink/VBD/ROOT ././punct<2",
        "It/PRP/nsubj<2 is/VBZ/ROOT large/JJ/acomp<2 ././punct<2",
        "It/PRP/nsubj<2 is/VBZ/ROOT a/DT/det<4 company/NN/attr<2 that/WDT/nsubj<6 builds=build/VBZ/relcl<4 boats=boat/NNS/dobj<6 "
        "././punct<2",
        "It/PRP/nsubj<2 happened=happen/VBD/ROOT yesterday/NN/npadvmod<2 ././punct<2",
        "Norrsund/NNP/nsubj<2 made=make/VBD/ROOT it/PRP/dobj<2 ././punct<2",
    ],
    ids=["sank", "large", "a company that", "happened", "made it"],
)
def test_it_stands_for_something(text: str) -> None:
    tree = parsed(text, {"Norrsund": "ORG"})
    assert not pleonastic(tree, next(t for t in tree.tokens if t.lower_ == "it"))
