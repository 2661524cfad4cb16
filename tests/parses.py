"""Parses built by hand: the sentence we mean, whatever a model would make of it.

    parsed("Berg/NNP/nsubj<2 denied=deny/VBD/ROOT it/PRP/dobj<2 ././punct<2", {"Berg": "PERSON"})

A token is ``word[=lemma]/TAG/dep[<head]``, heads counted from 1 inside the sentence; the root names none. ``|`` ends a
sentence, ``¶`` a paragraph. Tags are those of the Penn Treebank, labels those of spaCy's English models.
"""

from __future__ import annotations

from functools import cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.lexicon import lexicon
from kg.mending import mended
from kg.model import Document, Extraction, Polarity, Provenance, Zone, ZoneKind
from kg.model import Span as Characters
from kg.pipeline import extraction
from kg.positions import contradictions, positions
from kg.syntax.tree import Tree

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV",
    "RBR": "ADV",
    "IN": "ADP", "TO": "PART", "DT": "DET", "PRP": "PRON", "PRP$": "PRON", "CC": "CCONJ", "CD": "NUM", "MD": "AUX",
    "WDT": "PRON",
    "WP": "PRON", "WRB": "SCONJ", "POS": "PART", "RP": "ADP", "HYPH": "PUNCT", "EX": "PRON", "UH": "INTJ",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:?!)'”") | {"'s", "n't"}
_NO_SPACE_AFTER = frozenset("(“")


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


def _split(item: str) -> tuple[str, str, str, str, int]:
    word, tag, dep = item.rsplit("/", 2)
    surface, _, lemma = word.partition("=") if word != "=" else (word, "", "")
    label, _, head = dep.partition("<")
    return surface, lemma or surface.lower(), tag, label, int(head or 0)


def _pos(tag: str, dep: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in ("aux", "auxpass") else "VERB"
    return _POS.get(tag, "PUNCT")


def parsed(text: str, entities: dict[str, str] | None = None, **about: object) -> Tree:
    """The tree of a text written as above; `entities` gives the label of each named stretch, wherever it stands."""
    words: list[str] = []
    lemmas, tags, deps, pos = [], [], [], []
    heads: list[int] = []
    starts: list[int] = []
    breaks: set[int] = set()
    for paragraph in text.split("¶"):
        for sentence in paragraph.split(" | "):
            first = len(words)
            starts.append(first)
            for n, item in enumerate(sentence.split()):
                surface, lemma, tag, dep, head = _split(item)
                words.append(surface)
                lemmas.append("be" if lemma in ("is", "was", "are", "were", "been", "be") else lemma)
                tags.append(tag)
                deps.append(dep)
                pos.append("AUX" if lemmas[-1] == "be" and tag.startswith("VB") else _pos(tag, dep))
                heads.append(first + (head - 1 if head else n))
        breaks.add(len(words))
    spaces = [_spaced(words, i) for i in range(len(words))]
    doc = Doc(_vocab(), words=words, spaces=spaces, lemmas=lemmas, tags=tags, deps=deps, pos=pos, heads=heads,
              sent_starts=[i in starts for i in range(len(words))])  # fmt: skip
    doc.ents = _entities(doc, entities or {})
    zones, begin = [], 0
    for end in sorted(breaks):
        last = doc[end - 1]
        zones.append(Zone(Characters(doc[begin].idx, last.idx + len(last)), ZoneKind.PARAGRAPH))
        begin = end
    return Tree(mended(doc), Document(doc.text, zones=tuple(zones), **about))  # type: ignore[arg-type]


def _spaced(words: list[str], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else ""
    return bool(after) and after not in _NO_SPACE_BEFORE and words[i] not in _NO_SPACE_AFTER


def _entities(doc: Doc, entities: dict[str, str]) -> list[Span]:
    found: list[Span] = []
    for name, label in sorted(entities.items(), key=lambda item: -len(item[0])):
        parts = name.split()
        for i in range(len(doc) - len(parts) + 1):
            span = Span(doc, i, i + len(parts), label=label)
            if [t.text for t in span] == parts and not any(span.start < f.end and f.start < span.end for f in found):
                found.append(span)
    return found


def extracted(text: str, entities: dict[str, str] | None = None, **about: object) -> Extraction:
    """What is read out of a parse built by hand."""
    tree = parsed(text, entities, **about)
    return extraction(tree.document, tree.doc, lexicon(), Provenance("0", "none", "0", "0", "0"))


def opposed(text: str, entities: dict[str, str]) -> int:
    """How many pairs of claims of a text contradict each other."""
    return len(contradictions(positions(extracted(text, entities))))


def label(found: Extraction, ref: str | None) -> str | None:
    """What a reference of an extraction is called."""
    names = {e.id: e.label for e in found.entities} | {p.id: p.label for p in found.propositions}
    return names.get(ref or "", ref)


def told(found: Extraction) -> list[tuple[str | None, str, str | None]]:
    """The claims as claimant, polarity and content."""
    return [(label(found, c.claimant), c.polarity.value, label(found, c.content)) for c in found.claims]


def plain(found: Extraction) -> list[tuple[str | None, str, str | None]]:
    """The relations that the text asserts, as subject, predicate and object."""
    return [
        (label(found, r.subject), r.predicate, label(found, r.object))
        for r in found.relations
        if r.asserted and r.polarity is Polarity.POSITIVE and not r.inferred
    ]
