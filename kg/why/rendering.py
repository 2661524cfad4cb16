"""Reasons as text for people, in colours on a terminal, and as JSON for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.records import Words
from kg.why.reasons import Passage, Reason

_STYLES: Final = {"source": "bold cyan", "cue": "bold yellow", "content": "green", "trigger": "bold magenta"}
_MENTION: Final = "bold magenta"


@dataclass(frozen=True, slots=True, repr=False)
class Why:
    """What stands behind a term: one reason for each thing that it means."""

    term: str
    reasons: tuple[Reason, ...]

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        return self.text().rstrip("\n")

    def _repr_markdown_(self) -> str:
        """What a notebook shows: the plain text, as it is."""
        fence = "~" * 12
        return f"{fence}\n{self.text()}{fence}\n"

    def text(self, *, width: int | None = None, colour: bool = False) -> str:
        """The reasons as lines; without colour the words are marked: «source, cue or mention», ‹content›."""
        out = io.StringIO()
        console = Console(
            file=out,
            width=width or 1_000_000,
            force_terminal=colour,
            force_jupyter=False,
            color_system="standard" if colour else None,
            highlight=False,
        )
        for number, reason in enumerate(self.reasons):
            if number:
                console.print()
            for left, text in _lines(reason, colour):
                line = Table.grid()
                line.add_column(no_wrap=True)
                line.add_column(overflow="fold")
                line.add_row(left, text)
                console.print(line if left else text)
        return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"

    def json(self) -> str:
        """The reasons as JSON: a list of objects with the fields of `Reason`; offsets count code points."""
        return json.dumps([_object(reason) for reason in self.reasons], ensure_ascii=False, indent=1) + "\n"


def _object(reason: Reason) -> dict[str, object]:
    facts: dict[str, list[str]] = {}
    for name, value in reason.facts:
        facts.setdefault(name, []).append(value)
    return {**asdict(reason), "facts": facts}


def _lines(reason: Reason, colour: bool) -> Iterator[tuple[Text, Text]]:
    """Yield what stands at the left of a line, and the text that wraps beside it."""
    yield Text(), Text(_shown(reason.says), style="bold")
    width = max((len(name) for name, _ in reason.facts), default=0)
    for name, value in reason.facts:
        yield Text(f"  {name:{width}}  "), Text(_shown(value))
    article = ""
    for passage in reason.passages:
        if passage.article != article:
            article = passage.article
            yield Text("  in ", style="dim"), Text(_shown(passage.title), style="dim")
        yield Text(f"    [{passage.begin},{passage.end}) ", style="dim"), _marked(passage, colour)
        for one in passage.words:
            # How each mention was found to mean this entity.
            if reason.kind == "entity" and one.kind:
                told = _shown(f"{one.text}: {', '.join(one.rules)}")
                yield Text(f"      [{one.begin},{one.end}) ", style="dim"), Text(told, style="dim")


def _marked(passage: Passage, colour: bool) -> Text:
    inside = [w for w in passage.words if passage.text[w.begin - passage.begin : w.end - passage.begin] == w.text]
    text = Text(_shown(passage.text))
    # The longest first, so that what lies inside keeps its own colour.
    inside.sort(key=lambda one: one.begin - one.end)
    if colour:
        for one in inside:
            text.stylize(_STYLES.get(one.part, _MENTION), one.begin - passage.begin, one.end - passage.begin)
        return text
    return Text(_bracketed(text.plain, passage.begin, inside))


def _bracketed(text: str, begin: int, inside: list[Words]) -> str:
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for one in inside:
        left, right = ("‹", "›") if one.part == "content" else ("«", "»")
        opening[one.begin - begin] = opening.get(one.begin - begin, "") + left
        closing[one.end - begin] = right + closing.get(one.end - begin, "")
    places = range(len(text) + 1)
    return "".join(closing.get(at, "") + opening.get(at, "") + text[at : at + 1] for at in places)


def _shown(text: str) -> str:
    """The text on one line, of the same length, without anything that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)
