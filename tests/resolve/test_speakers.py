"""Who *you* are in a quotation whose tag names nobody who is told."""

from __future__ import annotations

import pytest

from tests.parses import extracted

AGAIN = (
    "“/``/punct<7 You/PRP/nsubj<3 snore/VBP/ccomp<7 ,/,/punct<7 ”/''/punct<7 {who}/PRP/nsubj<7 {verb}/VBD/ROOT"
    " ././punct<7"
)


def you(who: str, verb: str, speaker: str) -> str:
    """The label of who *You* is, after Ekdal told Lind something."""
    if speaker == "Mr":
        names = "Mr/NNP/compound<8 Ekdal/NNP/nsubj<6 Ms/NNP/compound<10 Lind/NNP/dobj<6"
    else:
        names = "Ekdal/NNP/nsubj<6 Lind/NNP/dobj<6"
    said = "“/``/punct<6 I/PRP/nsubj<3 sleep/VBP/ccomp<6 ,/,/punct<6 ”/''/punct<6 told=tell/VBD/ROOT"
    text = f"{said} {names} ././punct<6"
    found = extracted(f"{text} | {AGAIN.format(who=who, verb=verb)}", {"Ekdal": "PERSON", "Lind": "PERSON"})
    of = {found.document[m.span]: m.entity for m in (*found.mentions, *found.passing)}
    labels = {e.id: e.label for e in found.entities}
    return labels.get(of.get("You", ""), "")


@pytest.mark.parametrize(
    ("who", "verb", "speaker", "wanted"),
    [
        ("he", "added=add", "Mr", "Lind"),
        ("he", "said=say", "Mr", "Lind"),
        ("she", "said=say", "Mr", "Ekdal"),
        ("she", "added=add", "plain", "Lind"),
        ("she", "said=say", "plain", ""),
    ],
    ids=["goes on", "is the man", "answers", "adds", "may be either"],
)
def test_you_is_who_is_spoken_to_next(who: str, verb: str, speaker: str, wanted: str) -> None:
    assert you(who, verb, speaker) == wanted
