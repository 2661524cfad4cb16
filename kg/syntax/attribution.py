"""Who says what, in tokens: all patterns together, one saying a cue, each in its place inside the others."""

from __future__ import annotations

from itertools import chain, islice

from kg.lexicon import Lexicon
from kg.syntax.apart import set_apart
from kg.syntax.asides import as_sayings
from kg.syntax.cues import verb_sayings
from kg.syntax.dialogue import dialogue
from kg.syntax.frames import Frame
from kg.syntax.hearsay import ACCORDING, according_sayings, modifier_sayings, noun_sayings
from kg.syntax.labels import closing_labels, label_sayings, spoken_heads
from kg.syntax.making import source_phrase
from kg.syntax.negation import NEGATIVE
from kg.syntax.quoted import quoted_sayings
from kg.syntax.relatives import relative_denials
from kg.syntax.saying import Saying, noun_phrase, row_for, source_words, trimmed
from kg.syntax.scare import scare_quotes
from kg.syntax.shells import unshelled
from kg.syntax.speech import Speech, replied, speeches, voices, voicing
from kg.syntax.tree import Tree
from kg.syntax.withheld import withheld

_DEEPEST = 12


def sayings(tree: Tree, frames: list[Frame], lexicon: Lexicon) -> list[Saying]:
    """The sayings of the document by the order of their cues, each in the one whose content holds its cue."""
    found: list[Saying] = []
    for frame in frames:
        found += islice(chain(as_sayings(tree, frame, lexicon), verb_sayings(tree, frame, lexicon)), 1)
    found = withheld(tree, found)
    quoted = list(quoted_sayings(tree, frames, lexicon))
    hung = relative_denials(tree, frames, lexicon, found)
    denied = {word.i for s in hung for word in s.heads}
    cues = {s.cue.i for s in hung}
    found = [s for s in found if s.cue.i not in cues] + hung
    cues = {s.cue.i for s in quoted}
    found = [s for s in found if s.cue.i not in cues] + quoted
    by_cue = {s.cue.i: s for s in found}
    for speech in speeches(tree, frames, lexicon):
        own = by_cue.get(speech.frame.predicate.i)
        spoken = _spoken(tree, speech, own, lexicon)
        if own is not None:
            found.remove(own)
        found.append(spoken)
        by_cue[spoken.cue.i] = spoken
    denied.update(s.cue.i for s in found if s.pattern == "quotation")
    for token in tree.tokens:
        if not tree.read(token):
            continue
        if token.pos_ == "NOUN" and token.i not in denied:
            found += islice(noun_sayings(tree, token, lexicon), 1)
        elif token.dep_ in ("amod", "advmod"):
            found += modifier_sayings(tree, token, lexicon)
        if token.lower_ in ACCORDING:
            found += according_sayings(tree, token, lexicon)
    found += [*label_sayings(tree, lexicon), *closing_labels(tree, lexicon)]
    set_apart(tree, found, lexicon)
    found = dialogue(tree, found, lexicon)
    found += scare_quotes(tree, found, lexicon)
    unshelled(tree, found, lexicon)
    found.sort(key=lambda s: s.cue.i)
    found = [s for s in found if s.content or s.pattern in ("noun alone", "answer")]
    return _nest(found)


def _goes_on(tree: Tree, own: Saying, inside: set[int]) -> bool:
    """Whether a quotation ends the sentence of an indirect report: "said she had what it takes: "patience"."."""
    if not own.content:
        return False
    first = min(inside)
    sentence = own.cue.sent
    return own.cue.i < min(own.content) and max(own.content) < first < sentence.end and own.heads != ()


_PLANS = frozenset(("Intention", "Demand"))
"""Kinds that in the passive, with nobody named, tell a plan or a duty and no report."""
_UNKNOWN = frozenset(("adjective wh", "adjective to"))
_SOURCELESS_NOUNS = frozenset(("noun that", "noun about"))


def firm(tree: Tree, saying: Saying) -> bool:
    """Whether the text surely attributes something here: no cue in a quotation, none that nobody is the source of.

    A verb in the active voice needs a subject, of its own or shared, and a noun a source ("the plan to close it" is
    nobody's report); the passive, "seems", "reportedly" and nouns with a clause do without.
    """
    bare = saying.frame is not None and not saying.frame.subjects and saying.pattern.startswith("verb")
    kind = saying.row.kind if saying.row is not None else ""
    passive = saying.pattern in ("passive to", "passive at")
    if passive and saying.source is None and kind in _PLANS:  # "is scheduled to sail", "aimed at farmers"
        return False
    if saying.pattern == "noun on" and kind == "Statement":  # "her stance on trade": what about, and not what
        return False
    if saying.pattern in _UNKNOWN and saying.source is None:  # "it is unclear why it sank": the article's own doubt
        return False
    if bare or saying.pattern in ("adjective", "scare quotes"):
        return False
    if saying.source is None and kind != "Appearance" and saying.pattern.startswith(("verb", "noun")):
        return saying.pattern in _SOURCELESS_NOUNS and tree.quote_of[saying.cue.i] < 0
    return tree.quote_of[saying.cue.i] < 0 or saying.pattern == "label"


def _spoken(tree: Tree, speech: Speech, own: Saying | None, lexicon: Lexicon) -> Saying:
    """A verb with its quotations, joined to what the same verb reports indirectly."""
    frame = speech.frame
    inside = {i for q in speech.quotes for i in tree.quote_tokens[q]}
    heads = spoken_heads(tree, inside)
    if own is not None and own.pattern.startswith("verb") and (own.content & inside or _goes_on(tree, own, inside)):
        content = own.content | inside
        first = min(inside)
        if own.cue.i > first and tree.tokens[first - 1].text == ":":  # "with a caveat: “They may sink,” Berg said"
            content -= frozenset(range(first))
        extra = [h for h in own.heads if h.i not in inside]
        heads = tuple(sorted({*extra, *heads}, key=lambda t: t.i)) if extra else heads
    else:
        content = frozenset(inside)
    noun = replied(tree, frame, lexicon)
    if noun is not None and (giver := tree.kid(noun, "poss")) is not None:
        row = row_for(lexicon.reporting(noun.lemma_.lower(), "noun"), "that")
        words = tuple(t for t in noun_phrase(tree, giver, noun) if t.tag_ != "POS")
        content, heads = trimmed(tree, inside), spoken_heads(tree, inside)
        return Saying(noun, (noun,), "quotation", row, giver, words, content, heads, quotes=tuple(speech.quotes))
    rows, with_it = voicing(frame, lexicon)
    row = next((r for r in rows if "quote" in r.frames), rows[0] if rows else None)
    source = next(iter(voices(tree, frame)), None)
    words = source_words(tree, frame) if source in frame.logical_subjects[:1] else source_phrase(tree, frame, source)
    sure = (frame.acomp,) if frame.acomp is not None and not rows else ()
    cue = tuple(sorted({frame.predicate, *frame.particles, *frame.auxiliaries, *with_it, *sure}, key=lambda t: t.i))
    told = (
        own.addressees
        if own is not None
        else tuple(t for t in frame.objects if tree.quote_of[t.i] < 0) or frame.to("to")
    )
    covered = {t.i for t in (*words, *cue)}
    return Saying(
        frame.predicate,
        cue,
        "quotation",
        row,
        source,
        words,
        trimmed(tree, content - covered),
        heads,
        addressees=told,
        quotes=tuple(speech.quotes),
        negated=frame.negated and _denied_outside(tree, frame),
        frame=frame,
    )


def _denied_outside(tree: Tree, frame: Frame) -> bool:
    """Whether a verb is denied by words of the article: in "“Not the cat,” said Wei" something else is."""
    below = [t for k in tree.kids(frame.predicate) for t in (k, *tree.kids(k))]
    return any(t.lower_ in NEGATIVE and tree.quote_of[t.i] < 0 for t in below)


def _nest(found: list[Saying]) -> list[Saying]:
    """Give each saying its parent: the one with the smallest content around its cue."""
    holders: dict[int, list[Saying]] = {}
    for saying in found:
        for i in saying.content:
            holders.setdefault(i, []).append(saying)
    for saying in found:
        around = [s for s in holders.get(saying.cue.i, ()) if s is not saying and _may_hold(s, saying)]
        around = [s for s in around if s.cue.i not in saying.content or len(s.content) > len(saying.content)]
        if around:
            saying.parent = min(around, key=lambda s: (len(s.content), s.cue.i))
    return [s for s in found if _shallow(s)]


def _may_hold(outer: Saying, inner: Saying) -> bool:
    """Whether a report with the cue of another in its content may hold it: a longer one, or "according to notes"."""
    return len(outer.content) >= len(inner.content) or outer.pattern == "according to"


def _shallow(saying: Saying) -> bool:
    """Whether a saying lies in no ring, and no deeper inside others than can be read: what lies deeper is left out."""
    at, seen = saying, {id(saying)}
    while at.parent is not None:
        at = at.parent
        if id(at) in seen or len(seen) > _DEEPEST:
            return False
        seen.add(id(at))
    return True
