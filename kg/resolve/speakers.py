"""I, we and you in quotations: who speaks, the speaker's side, and to whom."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree


def join_speech(
    tree: Tree, clusters: Clusters, speakers: Mapping[int, Token], addressees: Mapping[int, Token] | None = None
) -> None:
    """ "I" is the speaker of its quotation, "we" the speaker's side, "you" the one who is spoken to.

    `speakers` and `addressees` have the head of a phrase for the number of each quotation. The same speaker's "we" are
    one; whom the text does not name is left alone, as is "you" where several are told.
    """
    by_head = {c.head.i: c for c in clusters.candidates}
    sides: dict[int, Candidate] = {}
    for c in clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.person == 3:
            continue
        of_quote = speakers if c.person == 1 else addressees or {}
        head = of_quote.get(tree.quote_of[c.head.i])
        who = by_head.get(head.i) if head is not None else None
        if who is None:
            continue
        if c.person == 2:
            if who.number == "sg":
                clusters.join(who, c, "addressee")
        elif c.number == "sg":
            clusters.join(who, c, "speaker")
        else:
            c.members = (who,)
            first = sides.setdefault(clusters.root(who), c)
            if first is not c:
                clusters.join(first, c, "speaker's side")
