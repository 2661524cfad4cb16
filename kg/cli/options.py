"""The options that several commands share, and the application that the commands belong to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="kg",
    help="News articles become a knowledge graph that keeps claims apart from facts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help="Text files or JSON Lines; - is stdin.")]
GraphFile = Annotated[str, typer.Argument(metavar="GRAPH", help="A graph in any RDF format; - is Turtle on stdin.")]
GraphFiles = Annotated[list[str], typer.Argument(metavar="GRAPH...", help="Graphs in any RDF format; - is stdin.")]
Model = Annotated[str | None, typer.Option(envvar="KG_MODEL", help="The spaCy pipeline; any installed one.")]
Base = Annotated[str | None, typer.Option(help="Where the IRIs of the graph begin.")]
Encoding = Annotated[str, typer.Option(help="The encoding of text files.")]
Title = Annotated[str | None, typer.Option(help="The headline.")]
Date = Annotated[str | None, typer.Option(help="The day of publication, such as 2017-07-08.")]
Publisher = Annotated[str | None, typer.Option(help="Who published it.")]
Url = Annotated[str | None, typer.Option(help="Where it stands on the web.")]
Author = Annotated[str | None, typer.Option(help="Who wrote it.")]
Id = Annotated[str | None, typer.Option("--id", help="The article's id; its IRI is made from it.")]
Out = Annotated[Path | None, typer.Option("-o", "--output", help="Where to write; the suffix tells the format.")]
