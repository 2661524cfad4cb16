"""The command ``kg``: parses, calls and prints.

Heavy parts are imported inside each command, so that ``kg --help`` answers at once. Results go to stdout, everything
else to stderr; the exit code is 0, 1 for an error of the input, 2 for an error of the command line.
"""

from __future__ import annotations

import sys
import warnings
from typing import Annotated

import typer

from kg import __version__
from kg.cli import graphs, texts
from kg.cli.options import app
from kg.errors import KgError

__all__ = ["app", "graphs", "main", "texts"]


def main() -> None:
    """Run the command line; a `KgError` or a warning is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    warnings.showwarning = lambda message, *_, **__: print(f"kg: {message}", file=sys.stderr)
    try:
        app()
    except KgError as error:
        print(f"kg: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _version(shown: bool) -> None:
    if shown:
        print(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """News articles become a knowledge graph that keeps claims apart from facts."""
