"""The notebooks run and are stored with the outputs of that run; the page of the ontology is of this ontology."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import nbformat
import pytest
from nbformat import NotebookNode

ROOT = Path(__file__).parents[1]
BOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(book: NotebookNode) -> list[str]:
    """What the cells print and answer; pictures and the page may differ with a font or a library."""
    outputs = [output for cell in book.cells for output in cell.get("outputs", ())]
    return [output.get("text") or output["data"]["text/plain"] for output in outputs]


def test_there_is_a_notebook_for_each_thing_to_do() -> None:
    assert [book.stem for book in BOOKS] == ["claims", "networkx", "quickstart", "sparql"]


@pytest.mark.model
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::RuntimeWarning")
@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_notebook_runs_and_is_stored_with_its_outputs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    stored = nbformat.read(path, as_version=4)
    assert texts(script("notebooks").executed(path)) == texts(stored), "the stored outputs are old: make docs"


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_every_cell_has_run_in_order_and_without_an_error(path: Path) -> None:
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert not [output for cell in cells for output in cell.outputs if output.output_type == "error"]
    assert str(ROOT) not in path.read_text(encoding="utf-8")


def test_page_of_the_ontology_is_that_of_the_ontology(tmp_path: Path) -> None:
    fresh = tmp_path / "ontology.html"
    command = [sys.executable, ROOT / "scripts" / "ontology.py", fresh]
    subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    assert fresh.read_bytes() == (ROOT / "docs" / "ontology.html").read_bytes(), "the page is old: make docs"
