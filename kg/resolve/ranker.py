"""Which person *he* or *she* is: the candidates, and a choice among them by weighed features.

A log-linear model over the mentions in reach (Durrett and Klein 2013): the weights of a mention's features add up, and
an entity's share is the sum over its mentions, so that whoever is spoken of more often is likelier. The weights are a
table that people can read, `ontology/lexicon/pronouns.tsv`; `scripts/train_pronouns.py` makes it. The reach is bounded,
so that time grows with the length of the text.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.resolve.binding import around, barred, commands, free
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Candidate
from kg.resolve.salience import Salience
from kg.resolve.types import ORGANISATION
from kg.syntax.tree import Tree

ABSTAIN = "nobody here"
"""The feature of the choice that the pronoun stands for none of the candidates."""
_SENTENCES, _BEFORE, _AFTER = 4, 80, 40
_LONGEST_NAME = 4
_SOME = 8
"""So many mentions of an entity are asked where they stand."""
_INSIDE = frozenset("in at into within inside near across throughout outside".split())
_SUBJECT = frozenset(("nsubj", "nsubjpass"))


class Ranker:
    """Resolves the singular personal pronouns of one document, in the order of the text."""

    def __init__(
        self,
        tree: Tree,
        clusters: Clusters,
        lexicon: Lexicon,
        speakers: Mapping[int, Token],
        sources: Collection[int],
        weights: Mapping[str, Mapping[str, float]] | None = None,
    ) -> None:
        self.tree = tree
        self.clusters = clusters
        self.lexicon = lexicon
        self.speakers = speakers
        self.salience = Salience(tree, clusters, lexicon, sources)
        self._by_head = {c.head.i: c for c in clusters.candidates}
        self._said: dict[int, list[int]] = {}
        """The quotations of a speaker, by the number of the speaker's head."""
        for number, head in speakers.items():
            if tree.quotes[number].closed or tree.quotes[number].goes_on:
                self._said.setdefault(head.i, []).append(number)
        self.weights = lexicon.pronoun_weights if weights is None else weights

    def join(self, c: Candidate, likely: Candidate | None = None) -> None:
        """Join the pronoun to whom it stands for, if that is somebody in reach: to `likely`, if it can be."""
        ranked = self.ranked(c)
        given = any(a is likely for a, _ in ranked)
        best = likely if given else self.antecedent(c, ranked)
        if best is None:
            return
        if self.clusters.type(best) != "Person":  # whoever is called he or she is a person, whatever the model said
            if best.kind is Kind.NOMINAL:
                best.kind, best.name = Kind.NAMED, (best.head.text,)
            for m in self.clusters.members(best):
                if m.kind is Kind.NAMED:
                    self.clusters.retype(m, "Person")
        if self.clusters.join(best, c, "speaker goes on" if given else "pronoun"):
            self.salience.last[c.gender] = c

    def antecedent(self, c: Candidate, ranked: list[tuple[Candidate, list[str]]]) -> Candidate | None:
        """The best mention of the likeliest entity; none where nobody is likelier than nobody."""
        weights = self.weights[use(c)]
        nobody = weights.get(ABSTAIN, 0.0)
        scores = [sum([weights.get(f, 0.0) for f in features]) for _, features in ranked]
        top = max([nobody, *scores])
        share: dict[int, float] = {}
        best: dict[int, tuple[float, Candidate]] = {}
        for (a, _), score in zip(ranked, scores, strict=True):
            root = self.clusters.root(a)
            share[root] = share.get(root, 0.0) + math.exp(score - top)
            if root not in best or score > best[root][0]:
                best[root] = (score, a)
        root = max(share, key=lambda r: (share[r], -r), default=-1)
        return best[root][1] if root >= 0 and share[root] > math.exp(nobody - top) else None

    def ranked(self, c: Candidate) -> list[tuple[Candidate, list[str]]]:
        """The mentions that the pronoun may stand for, nearest first, with their features."""
        rank: dict[int, int] = {}
        out = []
        for a in self._candidates(c):
            nearer = rank.setdefault(self.clusters.root(a), len(rank))
            out.append((a, self.salience.features(c, a, nearer)))
        return out

    def _candidates(self, c: Candidate) -> list[Candidate]:
        every = self.clusters.candidates
        excluded = barred(self.tree, self.clusters, c)
        source = self.speakers.get(self.tree.quote_of[c.head.i])
        speaker = self._by_head.get(source.i) if source is not None else None
        if speaker is not None:  # a speaker does not call themselves he or she
            excluded.add(self.clusters.root(speaker))
        excluded |= self._spoken_of(c)
        owned = self._by_head.get(c.head.head.i) if c.head.dep_ == "poss" else None
        if owned is not None:  # "his adviser Jon Berg": not Berg's own
            excluded.add(self.clusters.root(owned))
        out = []
        reach = _SENTENCES + self._spoken(c)
        for a in reversed(every[max(0, c.order - _BEFORE) : c.order]):
            if c.sentence - a.sentence > reach:
                break
            out.append(a)
        for a in every[c.order + 1 : c.order + _AFTER]:
            if a.sentence != c.sentence:
                break
            if a.kind is Kind.NAMED:
                out.append(a)
                if commands(self.tree, c, self.salience.site(a)):
                    excluded.add(self.clusters.root(a))
        within = around(c)
        return [
            a
            for a in out
            if a.head.i not in within and self.clusters.root(a) not in excluded and self._agrees(c, a) and free(c, a)
        ]

    def _spoken(self, c: Candidate) -> int:
        """How many sentences of its own quotations stand before "…," she said: who is meant stands before them all."""
        sentences = {self.tree.sentence_of[i] for n in self._said.get(c.head.i, ()) for i in self.tree.quote_tokens[n]}
        return sum(1 for sentence in sentences if sentence < c.sentence)

    def _spoken_of(self, c: Candidate) -> set[int]:
        """ "“I asked Mr Silva,” he said": whom speakers name or describe is somebody else.

        Not by words that may themselves be mistaken for the speaker's: pronouns, and "this gentleman".
        """
        inside = (i for number in self._said.get(c.head.i, ()) for i in self.tree.quote_tokens[number])
        held = (a for i in inside if (a := self._by_head.get(i)) is not None)
        told = (a for a in held if a.kind is not Kind.PRONOUN and a.rule != "demonstrative")
        return {self.clusters.root(a) for a in told}

    def _agrees(self, c: Candidate, a: Candidate) -> bool:
        """Whether number, gender and class allow it."""
        if a.kind is Kind.PRONOUN:
            return a.person == 3 and a.gender == c.gender
        if a.number == "pl" or self.clusters.gender(a) not in ("", c.gender):
            return False
        if not self.clusters.gender(a) and self.salience.sex(a) not in ("", c.gender):
            return False
        return self.clusters.type(a) == "Person" or self._may_be_person(a)

    def _may_be_person(self, a: Candidate) -> bool:
        """Whether a name that was not taken for a person's may be one.

        Not a country, a body by its last word, a large city (unless its name is given to people too), or what things
        happen in or at ("in Montana").
        """
        if a.kind is Kind.NOMINAL:
            return self._is_bare_capital(a)
        if a.kind is not Kind.NAMED or len(a.key) > _LONGEST_NAME or a.key[-1] in ORGANISATION:
            return False
        name = " ".join(a.name)
        if (self.lexicon.city(name) or self.lexicon.capital(name)) and not self.lexicon.first_name(name):
            return False
        some = self.clusters.members(a)[:_SOME]
        if any(m.country is not None for m in some):
            return False
        return not all(self.salience.site(m).preposition in _INSIDE for m in some)

    def _is_bare_capital(self, a: Candidate) -> bool:
        """ "Wickmark lost": a name that opens a sentence, which the model may take for a noun."""
        word = a.head
        return (
            a.type == "Concept"
            and a.end - a.start == 1
            and word.text.istitle()
            and word.tag_ == "NN"
            and not any(k.dep_ == "det" for k in self.tree.kids(word))
            and self.lexicon.noun(word.lower_) is None
        )


def use(c: Candidate) -> str:
    """How the pronoun is used: subject, object (or after a preposition), or possessive."""
    dep = c.head.dep_
    return "possessive" if dep == "poss" else "subject" if dep in _SUBJECT else "object"
