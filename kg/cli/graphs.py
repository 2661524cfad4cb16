"""Commands that ask graphs: query, why, stats, export, draw, validate."""

from __future__ import annotations

import os
import shutil
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import GraphFile, GraphFiles, Out, Title, app
from kg.errors import GraphError, InputError, QueryError

if TYPE_CHECKING:
    from rdflib import Graph

    from kg.query import Loaded


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
    from kg.query import named_queries, rendered
    from kg.query import query as answered

    if list_:
        for name, one in named_queries().items():
            print(f"{name:22}{one.question}", *(f"{'':22}-p {known}" for known in one.parameters), sep="\n")
        return
    if not arguments or len(arguments) < 2:
        raise typer.BadParameter("give a graph and a query; kg query --list names them", param_hint="GRAPH QUERY")
    *graphs, asked = arguments
    source = _ours(graphs) if asked in named_queries() else _asked(graphs)
    answer = answered(source, asked, params=_params(param or []), timeout=timeout)
    text = rendered(answer, format_, width=_width())
    _deliver(text, output)


def _params(given: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    for name, sign, _ in pairs:
        if not name or not sign:
            raise typer.BadParameter(f"{name!r} is not name=value", param_hint="--param")
    return {name: value for name, _, value in pairs}


def _width() -> int | None:
    """The width of the terminal, or nothing where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _deliver(text: str, output: Path | None) -> None:
    """Write a text to a file, whole or not at all, or else to stdout."""
    from kg.save import save

    if output is not None:
        save(output, text)
    else:
        sys.stdout.write(text)


@app.command()
def why(
    arguments: Annotated[
        list[str],
        typer.Argument(metavar="GRAPH... TERM", help='Graphs, and a name, an IRI or a triple: "Anna Berg met Li Wei".'),
    ],
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    output: Out = None,
) -> None:
    """Show the words behind an entity, a triple or a claim.

    On a terminal the words are coloured; elsewhere they are marked «so», and the content of a claim ‹so›.
    """
    from kg.why import why as explained

    if len(arguments) < 2:
        raise typer.BadParameter("give a graph, and a name, an IRI or a triple in words", param_hint="GRAPH TERM")
    if format_ not in ("text", "json"):
        raise typer.BadParameter(f"{format_!r} is not text or json", param_hint="--format")
    *names, term = arguments
    found = explained(_ours(names), term)
    colour = output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    text = found.json() if format_ == "json" else found.text(width=_width() if output is None else None, colour=colour)
    _deliver(text, output)


@app.command()
def stats(
    graphs: GraphFiles,
    format_: Annotated[str, typer.Option("--format", help="table, json or md.")] = "table",
    top: Annotated[int, typer.Option(min=1, help="How many claimants, disputes and actors to show.")] = 10,
    output: Out = None,
) -> None:
    """Count what a graph has: entities, events, claims by claimant, what is disputed, who is central."""
    from kg.stats import stats as counted

    if format_ not in ("table", "json", "md"):
        raise typer.BadParameter(f"{format_!r} is not table, json or md", param_hint="--format")
    found = counted(_ours(graphs), top=top)
    if format_ == "table":
        text = found.text(width=_width() if output is None else None)
    else:
        text = found.json() if format_ == "json" else found.markdown()
    _deliver(text, output)


@app.command()
def export(
    graphs: GraphFiles,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write; the suffix tells the format.")],
    view: Annotated[str, typer.Option(help="Of a network: actors, claims or all.")] = "all",
    table: Annotated[str | None, typer.Option(help="Of .csv, one table: entities, relations or claims.")] = None,
) -> None:
    """Write a graph for other programs: .graphml, .gexf, .json (node-link), .csv, or a format of RDF.

    Without --table, .csv writes three files: NAME.entities.csv, NAME.relations.csv and NAME.claims.csv.
    """
    from kg.export import OTHERS
    from kg.export import export as exported

    # RDF may be anybody's, and keeps its named graphs; all else is made of what newskg has written.
    source: Path | Loaded
    if output.suffix.lower() in OTHERS:
        source = _ours(graphs)
    else:
        source = _existing(graphs[0]) if len(graphs) == 1 and graphs[0] != "-" else _asked(graphs)
    for file in exported(source, output, view=view, table=table):
        print(f"written: {file}")


@app.command()
def draw(
    graph: GraphFile,
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the page.")],
    title: Title = None,
    theme: Annotated[str, typer.Option(help="auto, light or dark.")] = "auto",
    select: Annotated[str | None, typer.Option(help="Draw a part: SPARQL that constructs it, or its .rq file.")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Draw a graph as one HTML page that works offline.

    For example: kg draw graph.ttl -o page.html --select 'CONSTRUCT WHERE { ?who kg:holds ?office }'
    """
    from kg.draw import draw as drawn

    part = _graph(graph) if select is None else _part(graph, select)
    drawn(part, title=title, theme=theme).save(output)
    print(f"page: {output}")
    if open_ and not webbrowser.open(output.resolve().as_uri()):
        print(f"kg: no browser opens {output}; open it by hand", file=sys.stderr)


def _part(name: str, select: str) -> Graph:
    """What a CONSTRUCT or DESCRIBE query makes of a graph."""
    from rdflib import Graph

    from kg.query import query as answered

    found = answered(_asked([name]), select)
    if not isinstance(found, Graph):
        raise QueryError("--select needs a query that answers with a graph: CONSTRUCT or DESCRIBE")
    return found


@app.command()
def validate(graph: GraphFile) -> None:
    """Check a graph against the shapes of the model; exit with 1 where it breaks one."""
    from kg.validate import validate as report

    found = report(_graph(graph))
    print(found)
    if not found.conforms:
        raise typer.Exit(1)


def _asked(names: list[str]) -> Loaded:
    """The union of graphs, ready for questions."""
    from kg.query import united

    return united(sys.stdin.buffer.read() if name == "-" else _existing(name) for name in names)


def _ours(names: list[str]) -> Loaded:
    """The union of graphs, one of which newskg has written."""
    from kg.query import is_ours

    source = _asked(names)
    if not is_ours(source):
        raise GraphError(
            f"{', '.join(names)}: no article of newskg in this graph; kg build makes one, and SPARQL asks any"
        )
    return source


def _existing(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise InputError(f"{name}: no such file")
    return path


def _graph(name: str) -> Graph:
    from kg.serialize import parsed

    if name == "-":
        return parsed(sys.stdin.buffer.read(), "turtle")
    return parsed(_existing(name))
