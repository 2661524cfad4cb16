"""What speaks for a mention as that which *he* or *she* stands for: named features that a table weighs.

Each is true or not, can be read off the text by a person, and has its weight in `ontology/lexicon/pronouns.tsv`: place
and role (Lappin and Leass 1994), nearness, who is being talked about (Grosz, Joshi and Weinstein 1995), and what is
known of sex and class.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.sites import Site, site
from kg.syntax.tree import Tree

_DETERMINERS = {"": "none", "a": "a", "an": "a", "the": "the", "poss": "possessor"}
_SOME = 8
_PREPOSITIONS = frozenset("about against as at between by for from in into of on than to with".split())
_NEAR = ((4, "4"), (9, "9"), (16, "16"), (30, "30"))


class Salience:
    """The features of one document's mentions. What depends on a mention alone is worked out once."""

    def __init__(self, tree: Tree, clusters: Clusters, lexicon: Lexicon, sources: Collection[int]) -> None:
        self.tree = tree
        self.clusters = clusters
        self.lexicon = lexicon
        self.sources = sources
        self._sites: dict[int, Site] = {}
        self._own: dict[int, tuple[str, ...]] = {}
        self._known: dict[tuple[int, int, str], tuple[str, ...]] = {}
        self._sexes: dict[tuple[int, int], str] = {}
        self.last: dict[str, Candidate] = {}
        """The pronoun of each gender that was resolved last."""
        people = [c for c in clusters.candidates if c.kind is Kind.NAMED and c.type == "Person"]
        self._opening: dict[int, int] = {}
        for c in reversed(people):
            self._opening[c.sentence] = c.order
        self._first = clusters.root(people[0]) if people else -1

    def site(self, c: Candidate) -> Site:
        """The place of a mention."""
        found = self._sites.get(c.order)
        if found is None:
            found = self._sites[c.order] = site(self.tree, c.head)
        return found

    def features(self, c: Candidate, a: Candidate, rank: int) -> list[str]:
        """What is so of mention `a`, seen from the pronoun `c`; `rank` entities stand nearer."""
        found = [*self._alone(a), *self._entity(c, a), f"rank {min(rank, 4)}"]
        found += self._place(c, a)
        return found

    def _alone(self, a: Candidate) -> tuple[str, ...]:
        known = self._own.get(a.order)
        if known is None:
            known = self._own[a.order] = tuple(self._form(a))
        return known

    def _form(self, a: Candidate) -> list[str]:
        """Features of the mention's own words."""
        out = [f"form {a.kind.value}"]
        if a.kind is Kind.NAMED:
            out.append("full name" if len(a.key) > 1 else "one word")
            if a.titles:
                out.append("titled")
            if a.definite in ("the", "a", "an"):
                out.append("name with an article")
            if len(a.name) == 1 and len(a.name[0]) > 1 and a.name[0].isupper():
                out.append("name in capitals")
            if self.lexicon.city(" ".join(a.name)) or self.lexicon.capital(" ".join(a.name)):
                out.append("name of a city")
        elif a.kind is Kind.NOMINAL:
            out.append(f"determiner {_DETERMINERS.get(a.definite, 'other')}")
        s = self.site(a)
        if s.coordinated:
            out.append("coordinated")
        if s.main and s.role == "subject":
            out.append("main subject")
        if s.preposition:
            out.append(f"after {s.preposition if s.preposition in _PREPOSITIONS else 'another preposition'}")
        if self._opening.get(a.sentence) == a.order:
            out.append("first person of its sentence")
        before = self.tree.tokens[a.start - 1].text if a.start else ""
        if before in ("(", "["):
            out.append("in brackets")
        return out

    def _entity(self, c: Candidate, a: Candidate) -> list[str]:
        """Features of everything that is known of the entity."""
        members = self.clusters.members(a)
        key = (self.clusters.root(a), len(members), c.gender)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._knowledge(a, members, c.gender)
        out = [*known, f"mentions before {sum(m.order < c.order for m in members[:4])}"]
        last = self.last.get(c.gender)
        if last is not None:
            here = last.sentence == c.sentence
            if self.clusters.one(last, a):
                out.append("whom the pronoun before means" + (" in the sentence" if here else ""))
            elif here:
                out.append("not whom the pronoun before in the sentence means")
        return out

    def _knowledge(self, a: Candidate, members: list[Candidate], gender: str) -> tuple[str, ...]:
        """What does not depend on the place of the pronoun: sex, class, how often the text speaks of it."""
        kind = self.clusters.type(a)
        out = [
            "gender known" if self.clusters.gender(a) == gender else self._by_name(gender, members),
            "person" if kind == "Person" else f"taken for {kind}",
            f"mentions {min(len(members), 5)}",
        ]
        if self.clusters.root(a) == self._first:
            out.append("first person of the text")
        return tuple(out)

    def sex(self, a: Candidate) -> str:
        """m or f where a name leaves no doubt, or nothing.

        The first name of a full name does; alone, it may be a surname. Those come from men's names ("James"), hardly
        from women's.
        """
        members = self.clusters.members(a)
        key = (self.clusters.root(a), len(members))
        known = self._sexes.get(key)
        if known is None:
            known = ""
            for m in members[:_SOME]:
                row = self.lexicon.first_name(m.name[0]) if m.kind is Kind.NAMED and m.name else None
                if row is not None and (len(m.name) > 1 or row.gender == "f"):
                    known = row.gender
                    break
            self._sexes[key] = known
        return known

    def _by_name(self, gender: str, members: list[Candidate]) -> str:
        """What the first name says, where the text itself says nothing of the sex."""
        said = ""
        for m in members:
            row = self.lexicon.first_name(m.name[0]) if m.kind is Kind.NAMED and m.name else None
            if row is not None:
                whole = "of a full name" if len(m.name) > 1 else "alone"
                if row.gender:
                    return f"first name {'agrees' if row.gender == gender else 'disagrees'}, {whole}"
                said = f"first name of either, {whole}"
        return said or "gender unknown"

    def _place(self, c: Candidate, a: Candidate) -> list[str]:
        """Features of the two places."""
        pronoun, other = self.site(c), self.site(a)
        apart = abs(c.sentence - a.sentence)
        after = a.order > c.order
        where = "after" if after else "same sentence" if not apart else "sentence before" if apart == 1 else "further"
        out = [f"{other.role}, {where}"]
        if not after:
            out.append(f"sentences {min(apart, 4)}")
        if not apart:
            tokens = abs(c.start - a.start)
            out.append("tokens " + next((name for limit, name in _NEAR if tokens <= limit), "more"))
            out += self._same_sentence(c, a, pronoun, other, after)
        elif other.role == pronoun.role:
            out.append(f"parallel {where}")
        if a.quoted != c.quoted:
            out.append("one of them quoted")
        if c.head.i in self.sources and a.head.i in self.sources:
            out.append("both say something")
        return out

    def _same_sentence(self, c: Candidate, a: Candidate, pronoun: Site, other: Site, after: bool) -> list[str]:
        out = []
        side = " after" if after else ""
        if a.head.i in pronoun.subjects:
            level = list(pronoun.subjects).index(a.head.i)
            out.append(f"subject {min(level, 2)} above{side}")
            out.append(f"subject above, {pronoun.subjects[a.head.i]}{side}")
        elif other.coordinated and any(self._conjoined(a.head, s) for s in pronoun.subjects):
            out.append("in the subject above")
        if a.head.i in pronoun.above:
            out.append(f"noun above{side}")
        elif other.governor in pronoun.above:
            near = "own" if other.governor == pronoun.governor or pronoun.above[:1] == (other.governor,) else "high"
            out.append(f"commands {near} {other.role}{side}")
        if other.role == pronoun.role:
            out.append(f"parallel same sentence{side}")
        if after and fronted(self.tree, c.head, a.head):
            out.append("fronted")
        noun = c.head.head
        if c.head.dep_ == "poss":
            if noun.dep_ == "conj" and noun.head.i == a.head.i:
                out.append("conjoined with its noun")
            if noun.dep_ == "attr" and other.governor == noun.head.i and other.role == "subject":
                out.append("is its noun")
            if a.head.dep_ == "appos" and a.head.head.i == noun.i:
                out.append("names its noun")
            if noun.dep_ == "appos" and noun.head.i == a.head.i:
                out.append("its noun describes")
        return out

    def _conjoined(self, token: Token, subject: int) -> bool:
        while token.dep_ == "conj":
            token = token.head
            if token.i == subject:
                return True
        return False


def fronted(tree: Tree, pronoun: Token, name: Token) -> bool:
    """ "In his own briefing, Berg said", "After he left, Berg spoke": inside what is fronted in the name's clause."""
    if name.dep_ not in ("nsubj", "nsubjpass"):
        return False
    top = next((t for t in tree.ancestors(pronoun) if t.head.i == name.head.i), None)
    return top is not None and top.dep_ in ("prep", "advcl") and top.i < name.i
