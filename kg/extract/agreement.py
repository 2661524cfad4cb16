"""The number of a verb: what two did together is told of one of them, and what *I* did, of somebody with a name."""

from __future__ import annotations

import re

_FORMS = {"have": "has", "are": "is", "were": "was", "am": "is", "'m": "is", "’m": "is", "do": "does"}


def third_person(form: str, tag: str) -> str:
    """A finite verb or auxiliary, of this tag of the Penn Treebank, with a single subject in the third person.

    >>> third_person("have", "VBP"), third_person("rely", "VBP"), third_person("met", "VBD")
    ('has', 'relies', 'met')
    """
    if form.lower() in _FORMS:
        return _FORMS[form.lower()]
    if tag != "VBP":
        return form
    if re.search("(?:s|sh|ch|x|z|o)$", form):
        return form + "es"
    return form[:-1] + "ies" if re.search("[^aeiou]y$", form) else form + "s"
