"""Who "you" is in a printed interview: "Courier: You told us it was safe. ¶ Berg: It was." means Berg."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.syntax.saying import Saying


def spoken_to(sayings: Sequence[Saying]) -> dict[int, Token]:
    """The head of who answers, by the token of each "you" that is the source of a report inside labelled speech."""
    labels = [s for s in sayings if s.pattern == "label" and s.source is not None]
    out: dict[int, Token] = {}
    for saying in sayings if labels else ():
        if saying.source is None or saying.source.lower_ != "you":
            continue
        asked = next((s for s in saying.around() if s.pattern == "label"), None)
        after = (s for s in labels if asked is not None and s.cue.i > asked.cue.i)
        reply = next(after, None)
        if asked is not None and reply is not None and _name(reply) != _name(asked):
            assert reply.source is not None
            out[saying.source.i] = reply.source
    return out


def _name(label: Saying) -> str:
    return " ".join(t.text for t in label.source_tokens)
