"""Words that say the same or the opposite, and words that call a claim true or false: rows of two lexicon tables."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Polarity
from kg.tables import Line


@dataclass(frozen=True, slots=True)
class Family:
    """A verb or adjective and the word that stands for all of its meaning; `opposite`: it denies what that one says."""

    lemma: str
    pos: str
    family: str
    opposite: bool
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that calls a claim true or false ("correct", "a lie", "nonsense")."""

    lemma: str
    pos: str
    polarity: Polarity
    source: str


def family_row(line: Line) -> Family:
    """Read a row of `families.tsv`."""
    lemma, pos, family, _, source = line.cells
    line.one_of(1, "pos", ("verb", "adjective"))
    return Family(lemma, pos, family, line.one_of(3, "opposite", ("yes", "no")) == "yes", source)


def act_row(line: Line) -> tuple[str, str, str]:
    """Read a row of `acts.tsv`: a word, its part of speech, and an act that it tells, from whatever side."""
    lemma, pos, act, _ = line.cells
    line.one_of(1, "pos", ("verb", "adjective"))
    return lemma, pos, act


def verdict_row(line: Line) -> Verdict:
    """Read a row of `truth.tsv`: a "person" is right or wrong, by a "charge" somebody is guilty (positive) or not.

    A "mockery" is a verdict too, but not only on claims: "a *ridiculous* price". An "answer" is one that stands alone:
    "“*Far from it*,” said Wei". A "claim" does what a verb
    says: "it *holds up*". A "shell" says nothing but what the clause behind it does: "the *truth* is that she left".
    What is none of what is "granted" is so: "no *secret* that she left".
    """
    lemma, pos, _, source = line.cells
    kinds = ("noun", "adjective", "person", "charge", "mockery", "answer", "granted", "claim", "shell")
    line.one_of(1, "pos", kinds)
    return Verdict(lemma, pos, Polarity(line.one_of(2, "polarity", ("positive", "negative"))), source)


def derivation_row(line: Line) -> tuple[str, str, str]:
    """Read a row of `derivations.tsv`: a noun, its part of speech, and the verb or adjective it is made from."""
    lemma, pos, base, _ = line.cells
    line.one_of(1, "pos", ("noun", "verb", "adjective"))
    return lemma, pos, base
