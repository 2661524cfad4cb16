"""Who speaks: I, we and you in quotations, and the "he" of a "he said" that goes on reporting somebody."""

from __future__ import annotations

from collections.abc import Collection, Mapping

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
    one; so are, inside of one quotation, the "I", "we" and "you" of somebody whom the text does not name.
    """
    by_head = {c.head.i: c for c in clusters.candidates}
    sides: dict[int, Candidate] = {}
    unknown: dict[tuple[int, int, str], Candidate] = {}
    for c in clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.person == 3:
            continue
        of_quote = speakers if c.person == 1 else addressees or {}
        head = of_quote.get(tree.quote_of[c.head.i])
        who = by_head.get(head.i) if head is not None else None
        if who is None:
            number = tree.quote_of[c.head.i]
            same = unknown.setdefault((number, c.person, c.number), c)
            if number >= 0 and same is not c:
                clusters.join(same, c, "same speech")
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


def goes_on(tree: Tree, clusters: Clusters, c: Candidate, sources: Collection[int]) -> Candidate | None:
    """ "Ada Roth said that Berg had left. She said …": a report that opens with a pronoun has the last one's source.

    In news a report in a sentence of its own goes on with the source of the sentence before: the one whose verb stands
    highest there, as those further down are themselves reported.
    """
    if c.head.i not in sources or not c.subject or c.head.head.dep_ != "ROOT":
        return None
    fitting: list[tuple[int, int, Candidate]] = []
    for a in reversed(clusters.candidates[: c.order]):
        if a.sentence < c.sentence - 1:
            break
        if a.sentence == c.sentence - 1 and a.head.i in sources and a.subject and not a.quoted:
            depth = sum(1 for _ in tree.ancestors(a.head))
            fitting.append((depth, a.order, a))
    people = [item for item in fitting if clusters.type(item[2]) == "Person" and item[2].number == "sg"]
    if not people:
        return None
    found = min(people)[2]
    return found if clusters.gender(found) in ("", c.gender) else None
