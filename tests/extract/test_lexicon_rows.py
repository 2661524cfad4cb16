"""A row added to a table changes what is read, and no Python does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.lexicon import lexicon
from kg.model import Provenance
from kg.pipeline import extraction
from kg.resources import ontology_dir
from tests.parses import parsed

NAMES = {"Berg": "PERSON", "Wei": "PERSON"}
ORIGIN = Provenance("0", "none", "0", "0", "0")


def told(text: str, folder: Path) -> list[tuple[str, bool, list[str]]]:
    """Class, whether it is told as a fact, and the roles of each event."""
    tree = parsed(text, NAMES)
    found = extraction(tree.document, tree.doc, lexicon(folder), ORIGIN)
    return [(e.cls, e.asserted, [role for role, _ in e.roles]) for e in found.events]


@pytest.mark.parametrize(
    ("table", "row", "text", "before", "after"),
    [
        (
            "events",
            "wug\tverb\tMeeting\tmet\t\tobj=agent\t\town",
            "Berg/NNP/nsubj<2 wugged=wug/VBD/ROOT Wei/NNP/dobj<2",
            [],
            [("Meeting", True, ["agent", "agent"])],
        ),
        (
            "events",
            "wug\tnoun\tMeeting\tmet\t\twith=agent\t\town",
            "Berg/NNP/nsubj<2 held=hold/VBD/ROOT a/DT/det<4 wug/NN/dobj<2 with/IN/prep<4 Wei/NNP/pobj<5",
            [],
            [("Meeting", True, ["agent", "agent"])],
        ),
        (
            "events",
            "wugful\tadjective\tSupport\tsupports\tsubj>of\tof=patient\tof\town",
            "Berg/NNP/nsubj<2 is/VBZ/ROOT wugful/JJ/acomp<2 of/IN/prep<3 Wei/NNP/pobj<4",
            [],
            [("Support", True, ["agent", "patient"])],
        ),
        (
            "events",
            "wug_up\tverb\tRescue\trescued\t\t\t\town",
            "Berg/NNP/nsubj<2 wugged=wug/VBD/ROOT up/RP/prt<2 Wei/NNP/dobj<2",
            [],
            [("Rescue", True, ["agent", "patient"])],
        ),
        (
            "participation",
            "wug\tobj\tagent\tyes\town",
            "Berg/NNP/nsubj<2 wugged=wug/VBD/ROOT talks=talk/NNS/dobj<2",
            [("Talk", False, [])],
            [("Talk", True, ["agent"])],
        ),
        (
            "participation",
            "wug\tobj\tagent\tno\town",
            "Berg/NNP/nsubj<2 wugged=wug/VBD/ROOT talks=talk/NNS/dobj<2",
            [("Talk", False, [])],
            [("Talk", False, ["agent"])],
        ),
        (
            "modals",
            "wug\tpossible\tno\tpossible\town",
            "Berg/NNP/nsubj<3 wug/MD/aux<3 phone/VB/ROOT Wei/NNP/dobj<3",
            [("Talk", True, ["agent", "agent"])],
            [("Talk", False, ["agent", "agent"])],
        ),
        (
            "subordinators",
            "wug\ttime\tyes\town",
            "Wug/IN/mark<3 Berg/NNP/nsubj<3 phoned=phone/VBD/advcl<6 Wei/NNP/dobj<3 it/PRP/nsubj<6 rained=rain/VBD/ROOT",
            [("Talk", False, ["agent", "agent"])],
            [("Talk", True, ["agent", "agent"])],
        ),
    ],
)
def test_a_row_changes_what_is_read(
    tmp_path: Path,
    table: str,
    row: str,
    text: str,
    before: list[tuple[str, bool, list[str]]],
    after: list[tuple[str, bool, list[str]]],
) -> None:
    shutil.copytree(ontology_dir() / "lexicon", tmp_path / "tables")
    path = tmp_path / "tables" / f"{table}.tsv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    rows = sorted([*rows, row], key=lambda line: line.split("\t")[0])
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    assert told(text, ontology_dir() / "lexicon") == before
    assert told(text, tmp_path / "tables") == after
