"""How fast articles are read out, as a ratio to bare spaCy on the same texts in the same run.

    python benchmarks/speed.py [FILE ...] [--documents 100] [--growth] [--model NAME]

Bare spaCy is the pipeline as it comes, on the plain texts. Ours is everything from the text to all layers; a layer
alone is the parse and what that layer needs. Both read the same ten documents in turn, so that a busy machine slows
both, and processor time is what counts. Without files, the articles of this repository are read again and again.
`--growth` reads 10, 100 and 500 documents, each in a process of its own, and says how time and memory grow.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc

from kg.annotate import DEFAULT_MODEL, annotated
from kg.entailment import entailment
from kg.model import Document
from kg.pipeline import agents, extracted, loaded, provenance, speakers
from kg.read import read
from kg.resolve.resolution import resolution
from kg.syntax.attribution import sayings
from kg.syntax.frames import frames
from kg.syntax.tree import Tree
from kg.syntax.triples import triples

ROOT = Path(__file__).parents[1]
OWN = ("data/*.txt", "data/articles/*.txt", "tests/data/claims/dev/*.txt")
CHUNK = 10
SIZES = (10, 100, 500)

Stage = Callable[[Document, Doc], object]


def texts(files: Iterable[str], number: int) -> list[Document]:
    """`number` documents from the files, else from the articles of this repository, over again as often as needed."""
    paths = list(files) or [str(p) for pattern in OWN for p in sorted(ROOT.glob(pattern))]
    known = [document for path in paths for document in read(path)]
    return [replace(d, id=f"{n}") for n, d in enumerate(itertools.islice(itertools.cycle(known), number))]


def stages() -> dict[str, Stage]:
    """What is done with a parse, by the name of what comes out."""
    nlp, words = loaded()
    entailment()  # loaded beforehand, as spaCy's pipeline is
    origin = provenance(nlp, words)

    def open_triples(document: Document, doc: Doc) -> object:
        tree = Tree(doc, document)
        return triples(tree, frames(tree), False)

    def attributions(document: Document, doc: Doc) -> object:
        tree = Tree(doc, document)
        return sayings(tree, frames(tree), words)

    def entities(document: Document, doc: Doc) -> object:
        tree = Tree(doc, document)
        clauses = frames(tree)
        said = sayings(tree, clauses, words)
        sources = {s.source.i for s in said if s.source is not None}
        return resolution(tree, words, speakers(said), sources, agents(clauses, said, words))

    def everything(document: Document, doc: Doc) -> object:
        tree = Tree(doc, document)
        clauses = frames(tree)
        return extracted(tree, clauses, words, origin), triples(tree, clauses, False)

    return {
        "open triples": open_triples,
        "attributions": attributions,
        "attributions, mentions, coreference": entities,
        "all layers": everything,
    }


def chunks(documents: list[Document]) -> Iterator[list[Document]]:
    for start in range(0, len(documents), CHUNK):
        yield documents[start : start + CHUNK]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(documents: list[Document], model: str | None) -> tuple[Counter[str], int]:
    """Processor seconds of bare spaCy, of the parse and of each stage; and how many words were read."""
    bare, ours, work = spacy.load(model or DEFAULT_MODEL), loaded(model)[0], stages()
    spent: Counter[str] = Counter()
    words = 0
    for warm, chunk in itertools.chain([(True, documents[:CHUNK])], ((False, c) for c in chunks(documents))):
        plain: list[Doc] = []
        parsed: list[tuple[Document, Doc]] = []
        took = {
            "bare": seconds(lambda: plain.extend(bare.pipe([d.text for d in chunk]))),  # noqa: B023
            "parse": seconds(lambda: parsed.extend(annotated(chunk, ours))),  # noqa: B023
        }
        for name, stage in work.items():
            took[name] = seconds(lambda: [stage(*pair) for pair in parsed])  # noqa: B023
        if not warm:
            spent.update(took)
            words += sum(not t.is_space and not t.is_punct for doc in plain for t in doc)
    return spent, words


def report(documents: list[Document], model: str | None) -> None:
    spent, words = measure(documents, model)
    table = Table("what", "seconds", "documents/s", "words/s", "× bare spaCy")
    rows = {"bare spaCy": spent["bare"], "our parse alone": spent["parse"]}
    rows |= {f"{name}": spent["parse"] + spent[name] for name in stages()}
    for name, took in rows.items():
        table.add_row(
            name, f"{took:.1f}", f"{len(documents) / took:.1f}", f"{words / took:.0f}", f"{spent['bare'] / took:.2f}"
        )
    Console().print(f"{len(documents)} documents, {words} words, one core", table)


def growth(arguments: list[str]) -> None:
    table = Table("documents", "seconds", "milliseconds a document", "peak memory, MB")
    for size in SIZES:
        command = [sys.executable, __file__, *arguments, "--documents", str(size), "--once"]
        took, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        table.add_row(str(size), f"{float(took):.1f}", f"{1000 * float(took) / size:.0f}", peak)
    Console().print(table)


def once(documents: list[Document], model: str | None) -> None:
    """Read the documents one after another and keep nothing; print processor seconds and peak memory in MB."""
    nlp, everything = loaded(model)[0], stages()["all layers"]
    took = seconds(lambda: [everything(*pair) is None for pair in annotated(documents, nlp)])
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--model")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.growth:
        growth([*options.files, *(["--model", options.model] if options.model else [])])
        return
    documents = texts(options.files, options.documents)
    (once if options.once else report)(documents, options.model)


if __name__ == "__main__":
    main()
