"""What people will not tell: "declined to say whether it sank" is one report, of somebody who takes no side."""

from __future__ import annotations

from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_AVOIDING = frozenset((("of", "short"), ("from", "refrain"), ("from", "abstain"), ("from", "shrink")))
_TELLING = frozenset(("Statement", "Finding"))


def withheld(tree: Tree, found: list[Saying]) -> list[Saying]:
    """The sayings, a refusal and the report that it is a refusal of in one: "*refused to confirm* that it sank"."""
    by_cue = {s.cue.i: s for s in found}
    dropped: set[int] = set()
    for saying in found:
        if _avoided(saying):
            saying.negated = True
        refusal = by_cue.get(saying.cue.head.i) if saying.cue.dep_ == "xcomp" else None
        if refusal is None or not saying.content or not _refuses(refusal) or not _tells(saying):
            continue
        first, last = refusal.cue_tokens[-1].i, saying.cue_tokens[0].i
        between = tree.tokens[first + 1 : last] if last - first <= 3 else []
        words = {*refusal.cue_tokens, *between, *saying.cue_tokens}
        saying.cue_tokens = tuple(sorted(words, key=lambda t: t.i))
        saying.source, saying.source_tokens = refusal.source, refusal.source_tokens
        saying.negated = True
        dropped.add(refusal.cue.i)
    return [s for s in found if s.cue.i not in dropped]


def _avoided(saying: Saying) -> bool:
    """ "stopped short of *accusing* them", "refrained from *saying* so", "without *saying* why": it was not said."""
    prep = saying.cue.head
    if saying.cue.dep_ != "pcomp" or not saying.pattern.startswith("verb"):
        return False
    words = (prep.head.lemma_.lower(), prep.nbor(-1).lower_ if prep.i else "")  # "stopped *short* of", and hung from it
    return prep.lower_ == "without" or any((prep.lower_, word) in _AVOIDING for word in words)


def _refuses(saying: Saying) -> bool:
    refusal = saying.row is not None and saying.row.kind == "Refusal" and saying.pattern == "verb to"
    return refusal and not saying.negated and len(saying.heads) == 1


def _tells(saying: Saying) -> bool:
    plain = saying.row is not None and saying.row.kind in _TELLING and saying.pattern.startswith("verb")
    return plain and not saying.negated and not saying.quotes
