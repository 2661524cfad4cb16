"""The arrows of ARCHITECTURE.md: which room may import which."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BASE = {"model", "errors", "resources", "tables", "rows", "naming", "families", "ties", "lexicon", "vocabulary"}
ALLOWED = {
    "model": set(),
    "errors": set(),
    "resources": set(),
    "tables": {"errors"},
    "families": {"model", "tables"},
    "rows": {"model", "tables", "vocabulary"},
    "naming": {"rows", "tables"},
    "ties": {"tables"},
    "lexicon": {"errors", "families", "model", "naming", "resources", "rows", "tables", "ties", "vocabulary"},
    "vocabulary": {"resources"},
    "zones": BASE,
    "save": {"errors"},
    "read": BASE | {"zones"},
    "attributes": set(),
    "biluo": set(),
    "products": set(),
    "mending": BASE,
    "annotate": BASE | {"attributes", "biluo", "mending", "products"},
    "syntax": BASE | {"mending"},
    "resolve": BASE | {"syntax"},
    "inference": {"errors", "resources"},
    "entailment": {"errors", "resources"},
    "extract": BASE | {"entailment", "inference", "products", "syntax", "resolve"},
    "pipeline": BASE | {"annotate", "syntax", "resolve", "extract"},
    "names": BASE,
    "identity": BASE | {"names"},
    "positions": BASE,
    "wording": set(),
    "graph": BASE | {"names", "positions", "wording"},
    "blanks": BASE,
    "jsonld": BASE | {"names"},
    "serialize": BASE | {"names", "blanks", "jsonld"},
    "validate": BASE | {"names", "serialize"},
    "query": BASE | {"names", "serialize"},
    "sentences": set(),
    "records": BASE | {"names", "query", "wording"},
    "why": BASE | {"names", "query", "records", "sentences"},
    "networks": BASE | {"names", "query", "records", "wording"},
    "stats": BASE | {"names", "networks", "query", "records"},
    "export": BASE | {"names", "networks", "query", "records", "save", "serialize"},
    "draw": BASE | {"names", "serialize", "save", "blanks", "sentences", "wording"},
    "summary": BASE | {"positions"},
    "layers": BASE | {"identity", "names", "pipeline", "positions"},
    "evaluate": BASE | {"inference", "read", "layers"},
}
LIBRARIES = {
    "spacy": {"annotate", "attributes", "biluo", "mending", "products", "syntax", "resolve", "extract", "pipeline"},
    "onnx": {"entailment"},
    "onnxruntime": {"entailment"},
    "pyvis": {"draw"},
    "sentencepiece": {"entailment"},
    "typer": {"cli"},
}


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" if node.module == "kg" else node.module for alias in node.names}
    return found


def room(path: Path) -> str:
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


MODULES = sorted((ROOT / "kg").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_from_upstream(path: Path) -> None:
    here = room(path)
    if here not in ALLOWED:
        assert here in {"__init__", "api", "cli"}
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("kg.")} - {"__version__", here}
    assert used <= ALLOWED[here], f"{here} imports {sorted(used - ALLOWED[here])}"


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_a_library_stays_in_its_rooms(library: str) -> None:
    users = {room(path) for path in MODULES if any(name.split(".")[0] == library for name in imports(path))}
    assert users <= LIBRARIES[library]


def test_every_room_is_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"kg/(\w+)", text))
    assert {room(p) for p in MODULES} - {"__init__"} <= named
