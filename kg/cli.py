"""The command ``kg``: parses, calls and prints.

Heavy parts are imported inside each command, so that ``kg --help`` answers at once. Results go to stdout, everything
else to stderr; the exit code is 0, 1 for an error of the input, 2 for an error of the command line.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import __version__
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.model import Document

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


def main() -> None:
    """Run the command line; a `KgError` is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
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


@app.command()
def query(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="GRAPH... QUERY", help="Graphs, and the name, file or text of a query."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the named queries and what they ask.")] = False,
    param: Annotated[list[str] | None, typer.Option("-p", "--param", help="A parameter, as name=value.")] = None,
    format_: Annotated[str | None, typer.Option("--format", help="table, csv, tsv, json, md or ttl.")] = None,
    timeout: Annotated[float, typer.Option(help="Seconds after which a query is stopped.")] = 30.0,
    output: Out = None,
) -> None:
    """Ask a graph: a named query, a .rq file, or SPARQL.

    For example: kg query graph.ttl said-by -p who="Ana Silva"
    """
    from kg.query import is_ours, loaded, named_queries, rendered
    from kg.query import query as answered
    from kg.save import save

    if list_:
        for name, one in named_queries().items():
            known = "  ".join(str(p) for p in one.parameters)
            print(f"{name:22}{one.question}" + (f"\n{'':22}{known}" if known else ""))
        return
    if not arguments or len(arguments) < 2:
        raise typer.BadParameter("give a graph and a query; kg query --list names them", param_hint="GRAPH QUERY")
    *graphs, asked = arguments
    source = loaded(_union(graphs))
    answer = answered(source, asked, params=_params(param or []), timeout=timeout)
    if asked in named_queries() and not is_ours(source):
        print("kg: no article of newskg in this graph, so the named queries find nothing", file=sys.stderr)
    text = rendered(answer, format_, width=_width())
    if output is not None:
        save(output, text)
    else:
        sys.stdout.write(text)


def _params(given: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    for name, sign, _ in pairs:
        if not name or not sign:
            raise typer.BadParameter(f"{name!r} is not name=value", param_hint="--param")
    return {name: value for name, _, value in pairs}


def _width() -> int | None:
    """The width of the terminal, or nothing where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _union(names: list[str]) -> Graph:
    first, *others = [_graph(name) for name in names]
    for other in others:
        first += other
    return first


@app.command()
def draw(
    graph: GraphFile,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the page.")],
    title: Title = None,
    theme: Annotated[str, typer.Option(help="auto, light or dark.")] = "auto",
) -> None:
    """Draw a graph as one HTML page that works offline."""
    from kg.draw import draw as drawn

    drawn(_graph(graph), title=title, theme=theme).save(output)
    print(f"page: {output}")


@app.command()
def validate(graph: GraphFile) -> None:
    """Check a graph against the shapes of the model; exit with 1 where it breaks one."""
    from kg.validate import validate as report

    found = report(_graph(graph))
    print(found)
    if not found.conforms:
        raise typer.Exit(1)


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


def _graph(name: str) -> Graph:
    from kg.serialize import parsed

    if name == "-":
        return parsed(sys.stdin.buffer.read(), "turtle")
    path = Path(name)
    if not path.is_file():
        raise InputError(f"{name}: no such file")
    return parsed(path)


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
