"""How a position reads in plain words."""

from __future__ import annotations

from collections.abc import Iterable

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

_OF_KIND = {
    ("Stated", "Positive"): {
        "Accusation": "alleges",
        "Admission": "admits",
        "Apology": "apologises for",
        "Belief": "believes",
        "Knowledge": "knows",
        "Offer": "offers",
        "Prediction": "predicts",
        "Promise": "promises",
        "Regret": "regrets",
        "Suspicion": "suspects",
        "Threat": "threatens",
        "Warning": "warns",
    },
    ("Stated", "Negative"): {"Refusal": "refuses"},
    ("Stated", "Underspecified"): {"Doubt": "doubts"},
    ("Demanded", "Positive"): {"Request": "asks for"},
    ("Hoped", "Positive"): {
        "Desire": "wants",
        "Fear": "fears",
        "Intention": "plans",
        "Prediction": "expects",
    },
    ("Judged", "Positive"): {"Praise": "praises"},
    ("Judged", "Negative"): {"Criticism": "criticises", "Refusal": "refuses"},
}
"""Where the reporting words say more than mode and polarity do; keys are classes of claims in the ontology."""


def verb(mode: str, polarity: str, kinds: Iterable[str] = ()) -> str:
    """What a claimant does with a content, in a word or a few; all are local names of the ontology.

    A claim that was reported in two ways keeps the word that is true of both.

    >>> verb("Stated", "Negative"), verb("Judged", "Positive", ["Praise"])
    ('denies', 'praises')
    >>> verb("Stated", "Positive", ["Threat", "Offer"])
    'says'
    """
    fitting = _OF_KIND.get((mode, polarity), {})
    named = sorted(set(kinds) - {"Claim", "Statement"})
    if len(named) == 1 and named[0] in fitting:
        return fitting[named[0]]
    return _VERBS.get((mode, polarity), "says something about")
