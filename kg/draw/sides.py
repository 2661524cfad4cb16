"""Several articles side by side: what each of them tells of a claim, where they agree and where they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.draw.parts import Kind, Link, Node, Position, SideRow

_TAKEN = (Kind.AFFIRMS, Kind.DISPUTES, Kind.OTHER)


def side_rows(nodes: Iterable[Node], links: Iterable[Link]) -> tuple[SideRow, ...]:
    """A row for every claim that two articles or more tell of; those told in most articles first.

    A position belongs to the articles its words stand in. `opposed` is a row of which one article tells that somebody
    says so and another that somebody denies it; in an `agreed` one every article that tells of it has one who says so,
    or every one has one who denies it, and none the other.
    """
    by_iri = {node.iri: node for node in nodes}
    told: dict[str, dict[int, set[Position]]] = defaultdict(lambda: defaultdict(set))
    for link in links:
        for statement in link.statements:
            if statement.kind not in _TAKEN:
                continue
            box, who = (link.source, link.target) if by_iri[link.source].status else (link.target, link.source)
            if by_iri[box].status:
                for article in {mark.article for mark in statement.marks}:
                    told[box][article].add(Position(statement.kind, by_iri[who].label, who, statement.label))
    rows = [_row(by_iri[box], cells) for box, cells in told.items() if len(cells) > 1]
    return tuple(sorted(rows, key=lambda row: (-len(row.cells), not row.opposed, row.label, row.node)))


def _row(box: Node, cells: dict[int, set[Position]]) -> SideRow:
    taken = [{position.kind for position in cell} & {Kind.AFFIRMS, Kind.DISPUTES} for cell in cells.values()]
    yes, no = ([kinds for kinds in taken if kind in kinds] for kind in (Kind.AFFIRMS, Kind.DISPUTES))
    return SideRow(
        node=box.iri,
        label=box.label,
        cells=tuple((article, tuple(sorted(cells[article]))) for article in sorted(cells)),
        agreed=all(len(kinds) == 1 for kinds in taken) and not (yes and no),
        opposed=any(one is not other for one in yes for other in no),
    )
