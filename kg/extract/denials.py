"""Denials beside a statement: what somebody says is not so in a clause that states something else.

"It was a query and not a warning", "to charity rather than to him", "a shell with no staff": each says, besides, that
something is not so. Who said that it is will be contradicted there. The report itself stays what it is, positive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.syntax.frames import Frame
from kg.syntax.negation import adds
from kg.syntax.tree import Tree

_MOST = 120
"""Words of a report that are looked at."""
_NOT = frozenset(("not", "never"))
_CONTRASTED = frozenset(("conj", "dep", "appos", "npadvmod", "oprd", "ROOT"))
_OPEN = frozenset(("if", "or", "whether", "why"))
"""Words before "not" that leave it open: "or not", "if not"."""
_SOME = frozenset(
    "all always every everyone everybody everything necessarily much many entirely yet exactly quite".split()
)
"""Words behind "not" that some of it may get past: "some, not all"."""
_RATHER = frozenset((("rather", "than"), ("instead", "of")))
_NONE = frozenset(("no", "zero"))
_SURE = frozenset("doubt question fail exception delay wonder way means time longer matter".split())
"""Nouns that nothing is denied by: "without doubt", "by no means"."""
_OTHER = frozenset(("ccomp", "csubj", "csubjpass", "acl"))
"""Clauses that may be somebody else's."""
_FIRST = frozenset(("i", "we"))


@dataclass(frozen=True, slots=True)
class Denied:
    """What is not so: the head of its words, what it is said of, and the words that say no, which are no part of it."""

    head: Token
    by: frozenset[int] = frozenset()
    of: tuple[Token, ...] = ()


class Denials:
    """Finds what the statements of one document deny besides."""

    def __init__(self, tree: Tree, frames: Mapping[int, Frame]) -> None:
        self._tree, self._frames = tree, frames

    def beside(self, heads: Sequence[Token], content: frozenset[int]) -> Iterator[Denied]:
        """What is denied in clauses that state something, in the order of the text, each once."""
        tops = {head.i: head for head in heads if self._states(head)}
        seen = set(tops)
        for i in sorted(content)[:_MOST]:
            token = self._tree.tokens[i]
            for denied in self._at(token):
                if denied.head.i in content and denied.head.i not in seen and self._own(denied.head, tops, content):
                    seen.add(denied.head.i)
                    yield denied if denied.of else replace(denied, of=self._of(denied.head))

    def _of(self, denied: Token) -> tuple[Token, ...]:
        """What it is said of: the subject of the clause."""
        own = self._frames.get(denied.i)
        above = next((f for t in self._tree.ancestors(denied) if (f := self._frames.get(t.i)) is not None), None)
        frame = own if own is not None and own.subjects else above
        return frame.subjects if frame is not None else ()

    def _states(self, head: Token) -> bool:
        """Whether a clause says that something is or was: "it *should* be a query and not a warning" does not."""
        frame = self._frames.get(head.i)
        return frame is None or (frame.mood == "statement" and frame.modal is None and not frame.negated)

    def _own(self, denied: Token, tops: Mapping[int, Token], content: frozenset[int]) -> bool:
        """Whether the way up from what is denied leads to a clause that is stated, through nobody else's words."""
        at = denied
        while at.i not in tops:
            if at.dep_ in _OTHER and not self._feared(at):
                return False
            if at.head.i == at.i or at.head.i not in content:
                return bool(tops) and at.i not in self._frames  # "No police, no cones." beside a whole sentence
            at = at.head
            frame = self._frames.get(at.i)
            if frame is not None and at is not denied and (frame.negated or frame.modal is not None):
                return False
        return True

    def _at(self, token: Token) -> Iterator[Denied]:
        if token.lower_ in _NOT:
            yield from self._contrast(token)
        elif token.i and (self._tree.tokens[token.i - 1].lower_, token.lower_) in _RATHER:
            yield from self._rather(token)
        elif token.lower_ in _NONE and token.dep_ in ("det", "nummod", "neg"):
            yield from self._none_of(token)
        elif (frame := self._frames.get(token.i)) is not None and frame.negated:
            yield from self._clause(frame)

    def _contrast(self, no: Token) -> Iterator[Denied]:
        """ "A query and *not a warning*", "consolidated, *not closed*", "about buses and *not about her*"."""
        tokens, head = self._tree.tokens, no.head
        before = tokens[no.i - 1].lower_ if no.i else ""
        after = tokens[no.i + 1].lower_ if no.i + 1 < len(tokens) else ""
        if head.dep_ == "pobj" and head.head.i == no.i + 1:  # "not *about* her"
            head = head.head
        if before in _OPEN or after in _SOME or adds(self._tree, no) or head.i < no.i:
            return
        if head.dep_ in _CONTRASTED and (head.i not in self._frames or head.dep_ != "conj"):
            held = self._tree.kid(head, "pobj") if head.pos_ == "ADP" else head
            if held is not None:
                yield Denied(held, frozenset((no.i,)))

    def _rather(self, than: Token) -> Iterator[Denied]:
        """ "A query *rather than a warning*", "to charity *instead of to him*"."""
        word = self._tree.tokens[min(than.i + 1, len(self._tree.tokens) - 1)]
        under = self._tree.kid(than, "pobj", "pcomp") or (
            self._tree.kid(word, "pobj") if word.pos_ == "ADP" else word if word.pos_ == "VERB" else None
        )
        if under is not None:
            yield Denied(under, frozenset((than.i, than.i - 1)))

    def _none_of(self, no: Token) -> Iterator[Denied]:
        """ "A shell *with no staff*", "let go *for no money*", "*No police*, *no cones*"."""
        noun = no.head
        under = noun.dep_ == "pobj" or noun.dep_ in ("conj", "dep", "ROOT", "appos")
        if under and noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in _SURE:
            yield Denied(noun, frozenset((no.i,)))

    def _clause(self, frame: Frame) -> Iterator[Denied]:
        """ "I'm afraid *it hasn't*"."""
        if frame.modal is None and self._feared(frame.predicate):
            yield Denied(frame.predicate)

    def _feared(self, verb: Token) -> bool:
        """ "*I'm afraid* it hasn't": a way of saying so."""
        above = self._frames.get(verb.head.head.i)
        return (
            verb.dep_ == "ccomp"
            and verb.head.lower_ == "afraid"
            and above is not None
            and any(t.lower_ in _FIRST for t in above.subjects)
        )
