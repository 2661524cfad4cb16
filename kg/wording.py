"""How a position reads in plain words."""

from __future__ import annotations

DEEPEST = 8
"""How many claims inside claims are put in words; a loop in a broken graph ends here."""

UNATTRIBUTED = "Source not named"
"""What a claimant is called whom the text does not name."""

_VERBS = {
    ("Stated", "Positive"): "says",
    ("Stated", "Negative"): "denies",
    ("Stated", "Underspecified"): "leaves open",
    ("Asked", "Positive"): "asks whether",
    ("Asked", "Negative"): "asks whether it is not so",
    ("Asked", "Underspecified"): "asks whether",
    ("Demanded", "Positive"): "demands",
    ("Demanded", "Negative"): "demands that it is not so",
    ("Demanded", "Underspecified"): "demands",
    ("Hoped", "Positive"): "hopes",
    ("Hoped", "Negative"): "hopes that it is not so",
    ("Hoped", "Underspecified"): "hopes",
    ("Judged", "Positive"): "judges",
    ("Judged", "Negative"): "objects to",
    ("Judged", "Underspecified"): "judges",
}


def verb(mode: str, polarity: str) -> str:
    """What a claimant does with a content, in a word or a few; mode and polarity are local names of the ontology.

    >>> verb("Stated", "Negative")
    'denies'
    """
    return _VERBS.get((mode, polarity), "says something about")
