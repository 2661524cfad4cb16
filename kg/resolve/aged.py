"""The age in "the 45-year-old", "the 51-year-old driver": five tokens, as the tokeniser cuts them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

_TOKENS = 5


def year_old(tokens: Sequence[Token], end: int) -> Token | None:
    """The figure of "45-year-old", where that ends before token `end`."""
    words = tokens[max(0, end - _TOKENS) : end]
    return words[0] if [t.lower_ for t in words[1:]] == ["-", "year", "-", "old"] else None
