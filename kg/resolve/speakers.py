"""Who speaks: I, we and you in quotations, and the "he" of a "he said" that goes on reporting somebody."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.syntax.tree import Tree

_ADDS = frozenset("add continue conclude".split())
"""Verbs of who goes on speaking: "go on" is seen by who it is."""
_NEXT = 2
"""How many sentences may lie between two quotations of one talk."""


def join_speech(
    tree: Tree,
    clusters: Clusters,
    lexicon: Lexicon,
    speakers: Mapping[int, Token],
    addressees: Mapping[int, Token] | None = None,
) -> None:
    """ "I" is the speaker of its quotation, "we" the speaker's side, "you" the one who is spoken to.

    `speakers` and `addressees` have the head of a phrase for the number of each quotation. The same speaker's "we" are
    one; so are, inside of one quotation, the "I", "we" and "you" of somebody whom the text does not name.
    """
    by_head = {c.head.i: c for c in clusters.candidates}
    told = _told(tree, clusters, by_head, speakers, addressees or {}, lexicon)
    sides: dict[int, Candidate] = {}
    unknown: dict[tuple[int, int, str], Candidate] = {}
    for c in clusters.candidates:
        if c.kind is not Kind.PRONOUN or c.person == 3:
            continue
        number = tree.quote_of[c.head.i]
        head = speakers.get(number)
        who = told.get(number) if c.person == 2 else by_head.get(head.i) if head is not None else None
        if who is None:
            same = unknown.setdefault((number, c.person, c.number), c)
            if number >= 0 and same is not c:
                clusters.join(same, c, "same speech")
            continue
        if c.person == 2:
            if who.number == "sg":
                clusters.join(who, c, "addressee")
        elif c.number == "sg":
            if who.head.lower_ != "it":  # "“I never signed it,” *it* read": a statement says so of its author
                clusters.join(who, c, "speaker")
        else:
            c.members = (who,)
            first = sides.setdefault(clusters.root(who), c)
            if first is not c:
                clusters.join(first, c, "speaker's side")


def _told(
    tree: Tree,
    clusters: Clusters,
    by_head: Mapping[int, Candidate],
    speakers: Mapping[int, Token],
    addressees: Mapping[int, Token],
    lexicon: Lexicon,
) -> dict[int, Candidate]:
    """Who is spoken to in each quotation: who is told it, or those of the quotation just before.

    "…," Ana told Jon. "…," she added: still Jon. "…," he replied: now Ana.
    """
    out: dict[int, Candidate] = {}
    last: tuple[Candidate, Candidate] | None = None
    at = -1
    for number, inside in enumerate(tree.quote_tokens):
        if not inside:
            continue
        head, other = speakers.get(number), addressees.get(number)
        who = by_head.get(head.i) if head is not None else None
        heard = by_head.get(other.i) if other is not None else None
        sentence = tree.sentence_of[inside[0]]
        if heard is None and who is not None and last is not None and sentence - at <= _NEXT:
            turned = _turn(clusters, who, last, lexicon)
            last = (last[1], last[0]) if turned else last if turned is False else None
            heard = last[1] if last is not None else None
        elif who is not None:
            last = (who, heard) if heard is not None else None
        if heard is not None:
            out[number] = heard
        at = tree.sentence_of[inside[-1]]
    return out


def _turn(clusters: Clusters, who: Candidate, last: tuple[Candidate, Candidate], lexicon: Lexicon) -> bool | None:
    """Whether somebody answers (True) or goes on (False) after one spoke to another; None where it may be both."""
    spoke, heard = last
    if who.kind is not Kind.PRONOUN:
        return False if clusters.one(who, spoke) else True if clusters.one(who, heard) else None
    if who.person != 3 or who.number != "sg" or not who.gender:
        return None
    a, b = _sex(clusters, spoke, lexicon), _sex(clusters, heard, lexicon)
    if a and a != who.gender:
        return True if b in ("", who.gender) else None
    if who.head.head.lemma_.lower() in _ADDS or (b and b != who.gender):
        return False
    return None


def _sex(clusters: Clusters, c: Candidate, lexicon: Lexicon) -> str:
    """Whether somebody is a woman or a man, by what the text says or else by the given name; may be unknown."""
    if gender := clusters.gender(c):
        return gender
    full = next((m.name for m in clusters.members(c) if m.kind is Kind.NAMED and len(m.name) > 1), ())
    row = lexicon.first_name(full[0]) if full else None
    return row.gender if row is not None else ""


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
