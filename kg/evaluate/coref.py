"""Coreference within an article, over chains of two mentions and more (GUM's news; Zeldes, 2017).

A predicted mention is the gold mention it lies in if it covers that one's head; of several only the longest is. The
headline is the CoNLL score over people, organisations and places; `all_kinds` is that of all chains, `named_recall`
the share of gold mentions with a name that were found. Needs scipy.

Gold: ``{"id", "text", "tokens": [{"start", "end", "head"} …], "mentions": [{"entity", "type", "tok": [first, last],
"start", "end", "named", "pron"} …]}``; `head` is the number of a token, -1 for the root. Layer: `mentions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.evaluate.chains import Chain, Mention, chains, conll, lost_links
from kg.evaluate.score import Figure, Mistake, Result, Row, excerpt, mistake_kinds
from kg.evaluate.shape import Shape

GOLD: Shape = {
    "id": str,
    "text": str,
    "tokens": [{"start": int, "end": int, "head": int}],
    "mentions": [
        {"entity": str, "type": str, "tok": (int, int), "start": int, "end": int, "named": bool, "pron?": bool}
    ],
}

_NEWS = frozenset(("person", "organization", "place"))

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Article:
    """One article: what each gold and each predicted mention is, by offsets, and both ways to sort them."""

    row: Row
    gold: Mapping[Offsets, Row]
    mine: Mapping[Offsets, Row]

    def key(self, kinds: frozenset[str] | None) -> list[Chain]:
        """The gold chains of mentions of these kinds, or of all."""
        found = ((m["entity"], (m["start"], m["end"])) for m in self.row["mentions"])
        return chains(((entity, at) for entity, at in found if self._is(at, kinds)), least=2)

    def response(self, kinds: frozenset[str] | None) -> list[Chain]:
        """The predicted chains; a mention that is none in the gold may be of any kind."""
        return chains(((m["entity"], at) for at, m in self.mine.items() if self._is(at, kinds)), least=2)

    def _is(self, at: Offsets, kinds: frozenset[str] | None) -> bool:
        return kinds is None or at not in self.gold or self.gold[at]["type"] in kinds


def aligned(row: Row, found: Sequence[Row]) -> dict[Offsets, Row]:
    """The predicted mentions by their offsets, those that are a gold mention by that one's.

    The longest chooses first: the gold mention with the same offsets, else the shortest that it lies in.
    """
    gold = [(m["start"], m["end"], *_head(row, m)) for m in row["mentions"]]
    unique = {(m["begin"], m["end"]): m for m in found}
    out: dict[Offsets, Row] = {}
    for (begin, end), mention in sorted(unique.items(), key=lambda item: item[0][0] - item[0][1]):
        fits = [
            (start, stop)
            for start, stop, first, last in gold
            if start <= begin <= first and last <= end <= stop and (start, stop) not in out
        ]
        exact = (begin, end) in fits or not fits
        out[(begin, end) if exact else min(fits, key=lambda at: at[1] - at[0])] = mention
    return out


def _head(row: Row, mention: Row) -> Offsets:
    """The token of a gold mention whose own head lies outside of it."""
    first, last = mention["tok"]
    if not 0 <= first <= last < len(row["tokens"]):
        raise InputError(f"{row['id']}: mention of tokens {first} to {last}, but there are {len(row['tokens'])}")
    inside = row["tokens"][first : last + 1]
    top = next((token for token in inside if not first <= token["head"] <= last), inside[-1])
    return top["start"], top["end"]


def coref(gold: Sequence[Row], mentions: Mapping[str, Row], *, examples: int = 3) -> Result:
    """Score the `mentions` layer, by document."""
    articles = [
        _Article(
            row,
            {(m["start"], m["end"]): m for m in row["mentions"]},
            aligned(row, mentions.get(row["id"], {"mentions": []})["mentions"]),
        )
        for row in gold
    ]
    news = conll([(article.key(_NEWS), article.response(_NEWS)) for article in articles])
    every = conll([(article.key(None), article.response(None)) for article in articles])
    named = [at in article.mine for article in articles for at, m in article.gold.items() if m["named"]]
    parts: dict[str, Figure] = {
        "muc": news.muc,
        "b3": news.b3,
        "ceafe": news.ceafe,
        "all_kinds": every.mean.f1,
        "named_recall": sum(named) / max(1, len(named)),
    }
    wrong = (mistake for article in articles for mistake in _mistakes(article))
    return Result("coref", news.mean.f1, news.mean, parts, mistakes=mistake_kinds(wrong, examples))


def _mistakes(article: _Article) -> Iterator[Mistake]:
    key, response = article.key(_NEWS), article.response(_NEWS)
    for at, before, chained in lost_links(key, response):
        reason = "linked elsewhere" if chained else "not linked" if at in article.mine else "not found"
        kind = f"{_gold_kind(article.gold[at])}, {reason}"
        yield Mistake("missed link", kind, _shown(article, at, before))
    for at, before, _ in lost_links(response, key):
        kind = str(article.mine[at].get("kind") or "mention")
        reason = "of another entity" if at in article.gold else "no mention in the gold"
        yield Mistake("false link", f"{kind}, {reason}", _shown(article, at, before))


def _gold_kind(mention: Row) -> str:
    return "named" if mention["named"] else "pronoun" if mention.get("pron") else "nominal"


def _shown(article: _Article, at: Mention, before: Sequence[Mention]) -> str:
    text = article.row["text"]
    (begin, end), (start, stop) = at, before[-1]
    return f"{article.row['id']}: {excerpt(text[start:stop], 32)} ← {excerpt(text[begin:end], 32)} @{begin}"
