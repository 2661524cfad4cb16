"""What words come to, so that different ones can be compared: base, family, property, and the opposite of each.

"Clearance" comes from "clear" (``derivations.tsv``), "unpaid" is the opposite of "paid" (``families.tsv``, or its
prefix), "killed" and "death" share a property (``events.tsv``), "asked" and "request" are one act of speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon

EMPTY = frozenset(("be", "have", "do", "exist", "happen", "occur"))
"""Verbs that mean nothing by themselves."""
BLANKET = frozenset(
    "anybody anyone anything nobody no-one none nothing neither one any some somebody someone something such it this "
    "that there so more most less least much many few little lot all both".split()
)
"""Words that stand for whatever was spoken of, or for some of it."""
_ACTS = frozenset("Promise Threat Offer Apology Request Warning".split())
"""Kinds of speech acts whose words are as good as each other: "asked", "made a request"."""
_VIOLENCE = frozenset("Assault Attack Bombing MilitaryAttack Shooting".split())
_CLOSE = _VIOLENCE | frozenset(
    "Arrest Ban Cancellation Closure Detention Destruction Dismissal Expulsion Fraud Injury Killing Layoff Meddling "
    "Payment Release Resignation Retreat Sale Seizure Theft Visit".split()
)
"""Classes of events whose words are as good as each other, of the same things."""
_NOT = ("un", "non-", "non", "in", "im", "ir", "il", "dis")
"""Prefixes that turn an adjective round: "playable", "unplayable"."""
_THINGS = frozenset(("dobj", "nsubjpass"))
_STEM = 4
"""The letters that must be left when a prefix is taken off."""
_POS = {"NOUN": "noun", "ADJ": "adjective", "VERB": "verb", "AUX": "verb"}
_WHOLE = frozenset(("ADV", "ADP", "PROPN", "NUM"))
"""Parts of speech that are only what they are."""


def pos_of(token: Token) -> str:
    """The part of speech as the lexicon calls it, empty where it has none."""
    return _POS.get(token.pos_, "")


class Senses:
    """What the words of one document come to: each sense with whether the word is its opposite."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[int, dict[str, bool]] = {}

    def of(self, token: Token) -> dict[str, bool]:
        """The senses of a word, with their signs; nothing for words that mean nothing by themselves."""
        known = self._known.get(token.i)
        if known is None:
            known = self._known[token.i] = self._of(token)
        return known

    def same(self, token: Token, others: Iterable[Token]) -> tuple[Token | None, bool]:
        """The first of several words that comes to the same as a word, or to its opposite, and which of the two."""
        mine = self.of(token)
        for other in others if mine else ():
            theirs = self.of(other)
            for sense, sign in mine.items():
                if sense in theirs:
                    return other, theirs[sense] != sign
        return None, False

    def shared(self, one: Token, other: Token, sense: str) -> bool:
        """Whether two words have a sense in common that is named."""
        return sense in self.of(one) and sense in self.of(other)

    def akin(self, one: Token, other: Token) -> bool:
        """Whether two words are one, or one is made from the other: more than a property that they share."""
        theirs = self.of(other)
        return any(sense in theirs for sense in self.of(one) if not sense.startswith("kg:"))

    def _of(self, token: Token) -> dict[str, bool]:
        pos, lemma, lexicon = pos_of(token), token.lemma_.lower(), self._lexicon
        if token.is_punct or not pos or lemma in EMPTY or lemma in BLANKET:
            return {lemma: False} if token.pos_ in _WHOLE else {}
        senses = {lemma: False}
        stative = token.tag_ == "VBN"
        for pair in ((lemma, pos), (token.lower_, "adjective")) if stative else ((lemma, pos),):
            if (row := lexicon.family(*pair)) is not None:
                senses.setdefault(row.family, row.opposite)
        for word, sign in list(senses.items()):
            for kind in ("noun", "adjective"):
                if (base := lexicon.derived_from(word, kind)) is not None:
                    senses.setdefault(base, sign)
        if pos == "adjective" or stative:
            whole = token.lower_
            senses |= {whole[len(p) :]: True for p in _NOT if whole.startswith(p) and len(whole) >= len(p) + _STEM}
            senses.setdefault(whole, False)
        senses |= {r.kind: False for r in lexicon.reporting(lemma, pos) if r.kind in _ACTS}
        if pos != "adjective":
            senses |= {"kg:" + event.property: False for event in lexicon.events(lemma, pos)}
        return senses | dict.fromkeys(self._acts(token, lemma, pos), False)

    def _acts(self, token: Token, lemma: str, pos: str) -> Iterator[str]:
        """What is done by a verb or noun, from whatever side it is told: "given", "received"; "shelled", "hit"."""
        lexicon = self._lexicon
        verb, kind = lemma, pos
        if pos == "verb" and (particle := next((k for k in token.rights if k.dep_ == "prt"), None)) is not None:
            verb = f"{lemma}_{particle.lower_}"
        elif pos == "verb" and (thing := next((k for k in token.children if k.dep_ in _THINGS), None)) is not None:
            idiom = f"{lemma}_{thing.lemma_.lower()}"  # "raised his voice", "no shots were fired"
            yield from ("kg:~" + act for act in lexicon.acts(idiom, "verb"))
        elif pos == "noun" and (base := lexicon.derived_from(lemma, "noun")) is not None:
            verb, kind = base, "verb"
        yield from ("kg:~" + act for act in (*lexicon.acts(verb, kind), *lexicon.acts(token.lower_, "adjective")))
        if pos != "adjective":
            classes = {event.cls for event in lexicon.events(verb if kind == pos else lemma, pos)}
            yield from ("kg:/" + ("Attack" if cls in _VIOLENCE else cls) for cls in classes if cls and cls in _CLOSE)
