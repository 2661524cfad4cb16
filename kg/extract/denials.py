"""Denials beside a statement: what somebody says is not so in a clause that states something else.

"It was a query and not a warning", "a shell with no staff", "drawers full of letters that were never sent", "missed the
vote", "accused her of making up the meeting": each says, besides, that something is not so. Who said that it is will
be contradicted there. The report itself stays what it is, positive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Polarity
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
_BESIDE = frozenset(("relcl", "advcl"))
_UN = ("un", "in", "im", "ir", "il", "dis", "non")
_DONE = ("ed", "en", "able", "ible")
"""Endings of adjectives that are made from verbs, so that "un" before them denies: "unmarked", not "unique"."""
_FIRST = frozenset(("i", "we"))


@dataclass(frozen=True, slots=True)
class Denied:
    """What is not so: the head of its words, what it is said of, and the words that say no, which are no part of it."""

    head: Token
    by: frozenset[int] = frozenset()
    of: tuple[Token, ...] = ()


class Denials:
    """Finds what the statements of one document deny besides."""

    def __init__(self, tree: Tree, lexicon: Lexicon, frames: Mapping[int, Frame]) -> None:
        self._tree, self._lexicon, self._frames = tree, lexicon, frames

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
        """What it is said of: the subject of the clause, or what a relative clause hangs from."""
        if denied.dep_ == "relcl":
            return (denied.head,)
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
        elif (frame := self._frames.get(token.i)) is not None and not frame.negated:
            yield from self._undone(frame)
            yield from self._turned(frame)
        elif frame is not None:
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
        """ "Letters *that were never sent*", "in May, *when there had been no vote*", "I'm afraid *it hasn't*"."""
        verb = frame.predicate
        if frame.modal is not None or not (verb.dep_ in _BESIDE or self._feared(verb)):
            return
        if frame.mark is not None and self._lexicon.subordinator(frame.mark.lower_) != "yes":
            return
        yield Denied(verb)

    def _feared(self, verb: Token) -> bool:
        """ "*I'm afraid* it hasn't": a way of saying so."""
        above = self._frames.get(verb.head.head.i)
        return (
            verb.dep_ == "ccomp"
            and verb.head.lower_ == "afraid"
            and above is not None
            and any(t.lower_ in _FIRST for t in above.subjects)
        )

    def _undone(self, frame: Frame) -> Iterator[Denied]:
        """ "*Missed* the vote", "*held* their *fire*", "*made up* the meeting", "*kept* him *from* leaving"."""
        verb, lexicon = frame.predicate, self._lexicon
        for thing in frame.logical_objects[:1]:
            names = (frame.lemma, f"{frame.lemma}_{thing.lemma_.lower()}")
            if thing.pos_ in ("NOUN", "PROPN") and any(lexicon.verdict(name, "thing") for name in names):
                yield Denied(thing, frozenset((verb.i,)))
        for clause in frame.complements:
            above = clause.head.head
            if clause.head.dep_ == "pcomp" and above.lower_ == "from":
                if lexicon.implies(frame.lemma, "verb", "obj_from", negated=False) == "false":
                    yield Denied(clause.head, frozenset((verb.i,)))

    def _turned(self, frame: Frame) -> Iterator[Denied]:
        """ "The road was *unlit*", "the belts were *missing*", "left it *unanswered*", "the talks were a *myth*"."""
        said = [frame.acomp] if frame.acomp is not None else []
        if frame.lemma in ("be", "become"):
            said += [k for t in frame.objects for k in self._tree.kids(t) if k.dep_ == "amod"]
            myth = any(self._lexicon.verdict(t.lemma_.lower(), "noun") is Polarity.NEGATIVE for t in frame.objects)
            yield from (
                Denied(t, frozenset((frame.predicate.i,)), (t,)) for t in frame.subjects if myth and t.pos_ == "NOUN"
            )
        yield from (Denied(word, frozenset((word.i,))) for word in said if self._negative(word))
        if not frame.objects and not frame.complements and self._missing(frame):
            yield from (Denied(t, frozenset((frame.predicate.i,)), (t,)) for t in frame.subjects if t.pos_ == "NOUN")
        left = (k for k in self._tree.kids(frame.predicate) if k.dep_ in ("oprd", "advcl") and k.pos_ == "ADJ")
        of = frame.logical_objects or frame.subjects
        yield from (Denied(word, frozenset((word.i,)), of) for word in left if self._negative(word))

    def _missing(self, frame: Frame) -> bool:
        """ "The belts have been *missing*", "the liner *failed*"."""
        gone = frame.predicate.tag_ == "VBG" and self._lexicon.verdict(frame.predicate.lower_, "thing") is not None
        return gone or "fail" in self._lexicon.acts(frame.lemma, "verb")

    def _negative(self, word: Token) -> bool:
        """Whether an adjective is worded as the opposite of another: "unarmed", "illegal"; not "closed" or "dead"."""
        whole = word.lower_
        if self._lexicon.verdict(whole, "thing") is not None:
            return True
        if whole.startswith("un") and whole.endswith(_DONE):
            return len(whole) > 6
        row = self._lexicon.family(whole, "adjective")
        return row is not None and row.opposite and whole.startswith(_UN)
