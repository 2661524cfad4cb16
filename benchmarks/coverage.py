"""How much of what texts say the typed lexicon knows, and which of its rows never fire.

    python benchmarks/coverage.py TEXTS… [--verbs 20] [--unfired]

TEXTS are articles, folders of articles, or JSON Lines with a `text` in each row: gold files will do. A verb token
counts when it has two arguments: a subject or an agent, and an object, a recipient or a prepositional one. It is
covered when a row of `events.tsv` gives it a property, or an event noun that it carries has one; a reporting verb
that a claim is made of is counted apart. With `--unfired`, the rows of `events.tsv` and `participation.tsv` that
fit nowhere in the texts are listed with their lines.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from kg.annotate import annotated, pipeline
from kg.extract.predications import Predications
from kg.lexicon import EventRow, Lexicon, Participation, lexicon
from kg.model import Document
from kg.pipeline import agents, speakers
from kg.read import read
from kg.resolve.resolution import resolution
from kg.resources import ontology_dir
from kg.syntax.attribution import sayings
from kg.syntax.frames import Frame, frames
from kg.syntax.tree import Tree

Row = EventRow | Participation


class Tally:
    """What was met so far: verb tokens by how they are read, the verbs nobody knows, and the rows that fired."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.read: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()
        self.fired: set[Row] = set()

    def add(self, document: Document, doc: Doc) -> None:
        """Count one document."""
        tree = Tree(doc, document)
        clauses = frames(tree)
        said = sayings(tree, clauses, self.words)
        sources = {s.source.i for s in said if s.source is not None}
        found = resolution(tree, self.words, speakers(said), sources, agents(clauses, said, self.words))
        cues = {s.cue.i for s in said}
        preds = Predications(tree, clauses, found, self.words, cues)
        for each in (*preds.verbs.values(), *preds.nouns.values()):
            self.fired.update(each.rows)
            if each.support is not None:
                self.fired.add(each.support)
        for frame in clauses:
            if frame.predicate.pos_ == "VERB" and has_two_arguments(frame):
                made = preds.verbs.get(frame.predicate.i)
                if made is not None and made.rows:
                    self.read["event or relation" if made.head.pos_ != "NOUN" else "carried noun"] += 1
                elif frame.predicate.i in cues:
                    self.read["report only"] += 1
                else:
                    self.read["unknown"] += 1
                    self.unknown[frame.lemma] += 1


def has_two_arguments(frame: Frame) -> bool:
    """Whether a verb has somebody who does it, or whom it is done to, and something besides."""
    sides = (frame.logical_subjects, frame.logical_objects, frame.recipients)
    nominal = sum(1 for side in sides if side)
    oblique = any(h.ent_type_ not in ("DATE", "TIME") for o in frame.obliques for h in o.heads)
    return bool(frame.subjects) and nominal + oblique >= 2


def unfired(words: Lexicon, fired: set[Row]) -> Iterator[str]:
    """The rows that fired nowhere, as file, line and content, in the order of the tables."""
    events = [r for several in words.event_rows.values() for r in several]
    support = [r for several in words.participation_rows.values() for r in several]
    for name, rows in (("events", events), ("participation", support)):
        table = (ontology_dir() / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
        # the tables are sorted by lemma but not by part of speech: find each row's own line
        left = list(enumerate(table, 2))
        for row in rows:
            if row not in fired:
                start = (row.lemma, row.pos) if isinstance(row, EventRow) else (row.lemma, row.slot)
                index = next(i for i, (_, line) in enumerate(left) if _is(row, line, start))
                number, line = left.pop(index)
                yield f"{name}.tsv:{number}: {line}"


def _is(row: Row, line: str, start: tuple[str, str]) -> bool:
    cells = line.split("\t")
    if tuple(cells[:2]) != start:
        return False
    if isinstance(row, Participation):
        return True
    needs = cells[6].split(",") if cells[6] else []
    slots = [need.partition(":")[0].partition("=")[0] for need in needs]
    words = [frozenset(n.partition("=")[2].split("|")) if "=" in n else frozenset() for n in needs]
    same = (cells[2] or None, cells[3]) == (row.cls, row.property)
    return same and slots == [r.slot for r in row.requires] and words == [r.lemmas for r in row.requires]


def main(texts: Iterable[Path], verbs: int, rows: bool) -> None:
    """Print the shares, the commonest verbs that are unknown, and the rows that never fire."""
    words = lexicon()
    tally = Tally(words)
    files = (file for path in texts for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path]))
    documents = (document for file in files for document in read(file))
    for document, doc in annotated(documents, pipeline(None)):
        tally.add(document, doc)
    total = sum(tally.read.values())
    print(f"{total} verb tokens with two arguments")
    for kind, count in tally.read.most_common():
        print(f"{count / total:7.1%}  {kind}")
    print(f"{(tally.read['event or relation'] + tally.read['carried noun']) / total:7.1%}  covered")
    print("unknown: " + ", ".join(f"{verb} {count}" for verb, count in tally.unknown.most_common(verbs)))
    if rows:
        never = list(unfired(words, tally.fired))
        print(f"{len(never)} rows never fire")
        print("\n".join(never))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--verbs", type=int, default=20, help="how many unknown verbs to show")
    parser.add_argument("--unfired", action="store_true", help="list the rows that never fire")
    given = parser.parse_args()
    main(given.texts, given.verbs, given.unfired)
