"""Commands that read articles: build, extract, and eval."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Author, Base, Date, Encoding, Id, Inputs, Model, Out, Publisher, Title, Url, app

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.model import Document


@app.command()
def build(
    inputs: Inputs,
    output: Out = None,
    html: Annotated[Path | None, typer.Option(help="Where to write the interactive page.")] = None,
    title: Title = None,
    date: Date = None,
    publisher: Publisher = None,
    url: Url = None,
    author: Author = None,
    id_: Id = None,
    encoding: Encoding = "utf-8",
    base: Base = None,
    model: Model = None,
    format_: Annotated[str | None, typer.Option("--format", help="turtle, trig, nt, nquads or json-ld.")] = None,
    text: Annotated[bool, typer.Option("--text/--no-text", help="Whether the graph holds the articles' text.")] = True,
) -> None:
    """Read articles and write their knowledge graph, and a page that shows it.

    Without -o the graph goes to stdout and the summary to stderr.
    """
    from kg.api import graph_of
    from kg.graph import spoken_of, to_dataset
    from kg.identity import identities
    from kg.lexicon import lexicon
    from kg.names import BASE, prefixes
    from kg.pipeline import extractions
    from kg.read import read
    from kg.save import save
    from kg.serialize import Format, format_of, serialized
    from kg.summary import summary

    base = base or BASE
    prefixes(base)
    chosen = format_of(format_) if format_ else format_of(output) if output else Format.TURTLE
    documents = read(
        *inputs, encoding=encoding, title=title, date=date, publisher=publisher, url=url, author=author, id=id_
    )
    found = list(extractions(_followed(documents), model=model))
    graph = graph_of(found, base=base, include_text=text)
    whole: Graph = graph
    if chosen in (Format.TRIG, Format.NQUADS):
        told = [spoken_of(e) for e in found]
        across = identities([e.entities for e in told], lexicon(), base=base)
        whole = to_dataset(told, base=base, text=text, entities=across)
    data = serialized(whole, chosen)
    page = None
    if html is not None:
        from kg.draw import draw as drawn

        page = drawn(graph, title=title)
    lines = list(summary(found))
    if output is not None:
        save(output, data)
        lines.append(f"graph: {output}")
    else:
        sys.stdout.buffer.write(data)
    if html is not None and page is not None:
        page.save(html)
        lines.append(f"page:  {html}")
    print("\n".join(lines), file=sys.stdout if output is not None else sys.stderr)


@app.command()
def extract(
    inputs: Inputs,
    layer: Annotated[str, typer.Option(help="mentions, triples, relations, events or claims.")] = "claims",
    nary: Annotated[bool, typer.Option("--nary", help="Triples with all their objects.")] = False,
    flat: Annotated[bool, typer.Option("--flat", help="Claims without those inside another's content.")] = False,
    output: Out = None,
    date: Date = None,
    encoding: Encoding = "utf-8",
    base: Base = None,
    model: Model = None,
) -> None:
    """Write what was read out of articles, before it becomes RDF: one JSON object a line for each."""
    from kg.layers import LAYERS
    from kg.layers import layer as rows
    from kg.names import BASE
    from kg.read import read
    from kg.save import save

    if layer not in LAYERS:
        raise typer.BadParameter(f"{layer!r} is not one of {', '.join(LAYERS)}", param_hint="--layer")
    found = rows(
        _followed(read(*inputs, encoding=encoding, date=date)),
        layer,
        model=model,
        nary=nary,
        flat=flat,
        base=base or BASE,
    )
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    if output is not None:
        save(output, "".join(lines))
    else:
        sys.stdout.writelines(lines)


@app.command("eval")
def eval_(
    task: Annotated[
        str, typer.Argument(help="What to measure: carb, benchie, attribution, coref, gap, crossdoc, dwie, ….")
    ],
    gold: Annotated[str, typer.Argument(help="The gold data, as JSON Lines.")],
    predictions: Annotated[
        list[str] | None, typer.Argument(help="Layers of kg extract; without them, kg reads the gold's texts.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
    examples: Annotated[int, typer.Option(help="How many examples of each kind of error to show.")] = 3,
    model: Model = None,
) -> None:
    """Measure what is read out against gold data."""
    from kg.evaluate import evaluate, rendered

    print(rendered(evaluate(task, gold, predictions, model=model, examples=examples), format_), end="")


def _followed(documents: Iterator[Document]) -> Iterator[Document]:
    """The documents, with a count on the terminal while there are many."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield from documents
        return
    with Progress(
        SpinnerColumn(), TextColumn("{task.completed} articles"), console=console, transient=True
    ) as progress:
        task = progress.add_task("read")
        for document in documents:
            yield document
            progress.advance(task)
