"""Run the notebooks and store them with their outputs.

    python scripts/notebooks.py [NOTEBOOK...]

The same code gives the same file: no times, no names of machines, no versions but those of the notebook format.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(path: Path) -> NotebookNode:
    """The notebook with the outputs of a fresh run in its own folder; an error in a cell is raised."""
    book = nbformat.read(path, as_version=4)
    NotebookClient(
        book, timeout=300, record_timing=False, coalesce_streams=True, resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    book.metadata = NotebookNode(METADATA)
    for cell in book.cells:
        cell.metadata = NotebookNode()
        for output in cell.get("outputs", ()):
            if output.output_type in ("display_data", "execute_result"):
                output.metadata = NotebookNode()
    return book


def main() -> None:
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(executed(path), path)
        print(path)


if __name__ == "__main__":
    main()
