"""Reports set beside what they report: "as the minister said, …", "…, she said, …", "…, the survey found"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.mending.reports import FINITE
from kg.syntax.frames import Frame
from kg.syntax.labels import spoken_heads
from kg.syntax.making import made
from kg.syntax.saying import Saying, row_for, trimmed
from kg.syntax.subjects import RELATIVE
from kg.syntax.tree import Tree

_HUNG = frozenset(("relcl", "advcl", "acl", "conj", "ccomp", "dep", "ROOT"))
"""How parsers hang a report behind a comma, when they do not see what it is."""
_LINKS = RELATIVE | {"CC", "IN"}
_ENDS = frozenset(".!?;")
_SHORT = 12
"""The tokens of the longest report that is taken for one against the parse."""


def as_sayings(tree: Tree, frame: Frame, lexicon: Lexicon) -> Iterator[Saying]:
    """ "As the minister said, …" and "…, she said, …" set between commas."""
    verb, rows = frame.predicate, lexicon.reporting(frame.lemma, "verb")
    row = row_for(rows, "that", "quote")
    if row is None or frame.complements or not frame.subjects or frame.passive:
        return
    if behind := _behind_colon(tree, verb):
        yield made(tree, frame, row, "parenthesis", frame.subjects, trimmed(tree, behind), spoken_heads(tree, behind))
        return
    subject = tree.kid(verb, "nsubj")
    told = row_for(rows, "np") is None
    if subject is not None and (aside := _aside(tree, verb, subject, told)) is not None:
        content = trimmed(tree, aside)
        heads = spoken_heads(tree, set(content)) or tuple(
            t for i in sorted(content) if (t := tree.tokens[i]).tag_ in FINITE and t.pos_ == "VERB"
        )
        if heads:
            yield made(tree, frame, row, "parenthesis", (subject,), content, heads)
        return
    if frame.subject_by != "own" or (frame.objects and not told):
        return
    if verb.dep_ == "advcl" and frame.mark is not None and frame.mark.lower_ == "as" and not frame.objects:
        pattern = "as"
    elif verb.dep_ == "parataxis":
        pattern = "parenthesis"
    else:
        return
    head, zone = verb.head, tree.zone_of[verb.i]
    own = set(range(verb.left_edge.i, verb.right_edge.i + 1))
    around = {i for i in range(head.left_edge.i, head.right_edge.i + 1) if tree.zone_of[i] == zone} - own
    yield made(tree, frame, row, pattern, frame.subjects, trimmed(tree, around), (head,))


def _behind_colon(tree: Tree, verb: Token) -> set[int]:
    """ "Witness tells court: *Brown did it*.", where the parse ends a sentence at the colon; no quotation."""
    last, begin = verb.sent[-1], tree.past_space(verb.sent.end)
    if verb.dep_ != "ROOT" or last.text != ":" or begin >= len(tree.tokens) or tree.quote_of[begin] >= 0:
        return set()
    after = tree.tokens[begin].sent
    if tree.zone_of[begin] != tree.zone_of[verb.i] or after.root.tag_ not in FINITE:
        return set()
    return set(range(begin, after.end))


def _aside(tree: Tree, verb: Token, subject: Token, told: bool) -> set[int] | None:
    """What stands before "…, the survey found." where the parse hangs that from what it reports.

    A clause with a subject of its own right behind a comma, with neither object nor a word that links it, is no
    relative clause: those keep their pronoun behind a comma. The object of a verb that takes none but whom it is `told`
    ("…, Berg told the Courier") is no bar.
    """
    if verb.dep_ not in _HUNG or tree.quote_of[verb.i] >= 0 or subject.i > verb.i or subject.tag_ in _LINKS:
        return None
    begin, end = subject.left_edge.i, verb.i
    before = tree.tokens[begin - 1] if begin else None
    if before is None or before.text != "," or begin < verb.sent.start + 3 or end - begin > _SHORT:
        return None
    barred = ("xcomp", "ccomp") if told else ("dobj", "xcomp", "ccomp")
    if any(
        k.tag_ in _LINKS or k.dep_ in barred
        for k in tree.kids(verb)
        if k.dep_ != "prep" and (k.i >= begin or k.dep_ == "mark")
    ):
        return None
    if not _ends(tree, verb):
        return None
    zone = tree.zone_of[verb.i]
    lead = {i for i in range(verb.sent.start, begin - 1) if tree.zone_of[i] == zone}
    if verb.dep_ == "ROOT":  # "Prices fall, *families say*", where the parse sees no verb in the first
        bare = all(k.dep_ in ("dep", "punct", "nsubj") for k in verb.lefts)
        return lead if bare and any(tree.tokens[i].tag_ in FINITE for i in lead) else None
    return lead


def _ends(tree: Tree, verb: Token) -> bool:
    """Whether the sentence ends behind a verb that only phrases of time, place and the one told follow.

    A clause that is nobody's complement may go on behind a comma: "…, the firm *said on Monday*, as prices fell".
    """
    kids = {k.left_edge.i: k for k in tree.kids(verb) if k.dep_ in ("prep", "npadvmod", "advmod", "dobj")}
    at = verb.i
    while (kid := kids.get(at + 1)) is not None:
        at = kid.right_edge.i
    after = tree.past_space(at + 1)
    over = after >= len(tree.tokens) or tree.zone_of[after] != tree.zone_of[verb.i]
    goes_on = verb.dep_ == "ccomp" and verb.head.i < verb.i and tree.tokens[verb.head.i].pos_ in ("VERB", "AUX")
    return over or tree.tokens[after].text in _ENDS or (goes_on and tree.tokens[after].text == ",")
