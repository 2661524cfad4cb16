"""Parts of speech and morphology from memory instead of a matcher: the same values in a fraction of the time.

spaCy's `AttributeRuler` tries all its patterns on every token, an eighth of the whole pipeline's time. But nearly all
patterns look at one token, and nothing they read of it goes beyond its tag, form, dependency label and whether it is
white space. So each such combination is matched once, and remembered; patterns of several tokens are matched as ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.pipeline.attributeruler import set_token_attrs  # type: ignore[attr-defined]
from spacy.tokens import Doc

NAME = "kg_tag_table"
_READS: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_MOST = 100_000

Key = tuple[int, ...]


class TagTable:
    """An `AttributeRuler` that remembers which of its rules hold for which token."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._rules: dict[Key, tuple[int, ...]] = {}
        self._merged: dict[tuple[int, ...], dict[Any, Any]] = {}
        self._longer = Matcher(ruler.vocab)
        for number, patterns in enumerate(_patterns(ruler)):
            longer = [pattern for pattern in patterns if len(pattern) > 1]
            if longer:
                self._longer.add(str(number), longer)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules say of each token; where several do, the later rule wins, as in spaCy."""
        keys: list[Key] = [tuple(row) for row in doc.to_array(_READS).tolist()]
        if new := set(keys) - self._rules.keys():
            self._learn(doc, sorted(new))
        further: defaultdict[int, set[int]] = defaultdict(set)
        for number, start, _ in self._matches(self._longer, doc):
            further[start + self._ruler.indices[number]].add(number)
        for token, key in zip(doc, keys, strict=True):
            numbers = self._rules[key]
            if token.i in further:
                numbers = tuple(sorted({*numbers, *further[token.i]}))
            if numbers:
                set_token_attrs(token, self._attributes(numbers))
        return doc

    def _matches(self, matcher: Matcher, doc: Doc) -> Iterable[tuple[int, int, int]]:
        """The matches as rule number, start and end."""
        strings = doc.vocab.strings
        if not len(matcher):
            return ()
        return ((int(strings[m]), start, end) for m, start, end in matcher(doc, allow_missing=True))

    def _learn(self, doc: Doc, keys: list[Key]) -> None:
        """Match tokens of these tags, forms and labels, one after another, in a document made of them."""
        if len(self._rules) > _MOST:
            self._rules.clear()
            keys = sorted({*keys, *(tuple(row) for row in doc.to_array(_READS).tolist())})
        strings = doc.vocab.strings
        tags, forms, labels = ([strings[key[column]] for key in keys] for column in (0, 1, 2))
        made = Doc(doc.vocab, words=forms, tags=tags, deps=labels, heads=list(range(len(keys))))
        found: defaultdict[int, set[int]] = defaultdict(set)
        for number, start, end in self._matches(self._ruler.matcher, made):
            if end - start == 1:
                found[start].add(number)
        for i, key in enumerate(keys):
            self._rules[key] = tuple(sorted(found[i]))

    def _attributes(self, numbers: tuple[int, ...]) -> dict[Any, Any]:
        """What these rules set together."""
        if numbers not in self._merged:
            self._merged[numbers] = {k: v for n in numbers for k, v in self._ruler.attrs[n].items()}
        return self._merged[numbers]


def quicken(nlp: Language) -> Language:
    """Put a `TagTable` in the place of the pipeline's attribute ruler, if its patterns read nothing else of a token."""
    if "attribute_ruler" in nlp.pipe_names:
        ruler = nlp.get_pipe("attribute_ruler")
        if isinstance(ruler, AttributeRuler) and _plain(ruler):
            nlp.add_pipe(NAME, after="attribute_ruler")
            nlp.disable_pipe("attribute_ruler")
    return nlp


def _plain(ruler: AttributeRuler) -> bool:
    tests = (test for patterns in _patterns(ruler) for pattern in patterns for test in pattern)
    return all(test.keys() <= set(_READS) for test in tests)


def _patterns(ruler: AttributeRuler) -> list[list[list[dict[str, Any]]]]:
    """The patterns of each rule: a list of tokens each, a token a dict of what is asked of it."""
    return [cast(list[list[dict[str, Any]]], rule["patterns"]) for rule in ruler.patterns]


@Language.factory(NAME)
def _tag_table(nlp: Language, name: str) -> TagTable:
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return TagTable(ruler)
