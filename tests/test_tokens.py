"""Tokens keep to the text, to the character, and nobody's text makes the tokeniser slow."""

from __future__ import annotations

import pytest
import spacy

from kg.annotate import tokenised


@pytest.mark.parametrize(
    "text",
    [
        "Berg said it. " + '"' * 3000 + " She left.",
        "x" * 1600,
        "a.b,c;" * 400 + " \n " + "“”" * 700,
        "Ünü\u0301" * 300,
        "Berg left.",
        "",
    ],
)
def test_tokens_are_the_text_and_no_long_stretch_is_read_at_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.blank("en")
    longest: list[int] = []
    make = nlp.make_doc

    def watched(part: str) -> spacy.tokens.Doc:
        longest.extend(map(len, part.split()))
        return make(part)

    monkeypatch.setattr(nlp, "make_doc", watched)
    doc = tokenised(text, nlp)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert max(longest, default=0) <= 500
