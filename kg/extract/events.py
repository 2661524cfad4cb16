"""Events: what happened, with whom, where, when and on what occasion; and whether the article says so itself.

An event is triggered by a verb or named by a noun; mentions of one event by coreference ("a meeting", "the meeting")
or by class and participants ("A met B", "the meeting between A and B") are one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.factuality import Factuality, Status
from kg.extract.predications import Predication, Predications
from kg.extract.targets import targets
from kg.lexicon import Lexicon
from kg.model import Kind, Modality, Polarity, Span, Timex
from kg.resolve.resolution import Resolution
from kg.syntax.tree import Tree
from kg.vocabulary import vocabulary

_MOST_ACTORS = 8
_COMPLEMENTS = frozenset(("dobj", "pobj", "ccomp", "xcomp", "pcomp", "nsubjpass", "attr", "oprd", "dative", "acomp"))
_ASIDE = frozenset("after before during in at following since amid despite under because while when on".split())
"""Prepositions of circumstances: what follows is an event beside the other one, not its content."""


@dataclass(slots=True)
class Happening:
    """An event in the making. `root` is the cluster of the noun that names it, if one does."""

    cls: str
    trigger: Span
    root: int | None
    status: Status
    rule: str
    predicate: str
    roles: list[tuple[str, int]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    times: list[Timex] = field(default_factory=list)
    durations: list[Timex] = field(default_factory=list)
    occasions: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    carried: bool = False
    symmetric: bool = False
    befalls: bool = False
    """A verb in the active: without an agent, its subject is whom it happens to ("prices fell")."""
    triggers: list[int] = field(default_factory=list)
    content: bool = False
    """It is only what another event is about: the talks that somebody demands."""
    intended: bool = False
    """Somebody says that they will do it."""

    def actors(self) -> frozenset[int]:
        """The clusters of those who take part."""
        return frozenset(r for role, r in self.roles if role in ("agent", "patient"))


def happenings(tree: Tree, preds: Predications, found: Resolution, facts: Factuality) -> list[Happening]:
    """The events of a document in the order of the text, each once."""
    made: list[Happening] = []
    seen: set[int] = set()
    doing = _doing(preds)
    carried = {id(p): i for i, p in preds.verbs.items()}
    for i in sorted({*preds.verbs, *preds.nouns}):
        predication = preds.nouns.get(i) or preds.verbs[i]
        if predication.head.i in seen or predication.cls is None:
            continue
        seen.add(predication.head.i)
        happening = _happening(tree, predication, found, facts)
        if predication.cls in vocabulary().plover:
            _aim(happening, targets(tree, preds, found, predication), found)
        happening.content = not happening.status.asserted and _is_content(
            tree, predication.head, carried.get(id(predication)), doing
        )
        happening.intended = _is_intended(predication, found.lexicon)
        made.append(happening)
    _durations(tree, preds, found, made)
    return _merged(made, found)


def _doing(preds: Predications) -> set[int]:
    """The tokens of events that PLOVER has a class for: their triggers, and the verbs that carry nouns."""
    plover = vocabulary().plover
    made = {p.head.i: p for p in (*preds.nouns.values(), *preds.verbs.values()) if p.cls in plover}
    carried = {i for i, p in preds.verbs.items() if p.cls in plover}
    return {*made, *carried}


def _is_content(tree: Tree, trigger: Token, verb: int | None, doing: set[int]) -> bool:
    """Whether an event stands in the complement of another one: "threatened to attack", "rejected an offer of talks".

    PLOVER has one code for both: what was done is the threat. `verb` is the one that carries the event, if any does.
    """
    at = trigger
    if verb is not None and any(t.i == verb for t in tree.ancestors(trigger)):
        at = tree.tokens[verb]  # "agreed to hold talks": where the verb that carries the noun stands
    while at.head.i != at.i:
        dep, head = at.dep_, at.head
        if dep == "conj":
            at = head
            continue
        to = at.tag_ == "VB" and any(k.dep_ == "aux" and k.lower_ == "to" for k in tree.kids(at))
        if not (dep in _COMPLEMENTS or (dep in ("acl", "advcl") and to) or (dep == "prep" and at.lower_ not in _ASIDE)):
            return False
        if head.i in doing:
            return True
        at = head
    return False


def _is_intended(predication: Predication, words: Lexicon) -> bool:
    """ "The union will strike": the agent's own plan, in the future tense and not denied."""
    frame = predication.frame
    if frame is None or frame.negated or not predication.of("agent"):
        return False
    carries = predication.support is not None or predication.head in (frame.predicate, frame.acomp)
    return carries and any(
        words.modality(a.lower_)[0] is Modality.FUTURE for a in frame.auxiliaries if not words.necessary(a.lower_)
    )


def status_of(tree: Tree, predication: Predication, found: Resolution, facts: Factuality) -> Status:
    """The status of a predication: of its verb, or of the noun that names it."""
    head = predication.head
    if head.pos_ != "NOUN":
        return facts.status(head)
    candidate = found.by_head.get(head.i)
    definite = candidate.definite if candidate is not None else ""
    supported = None if predication.support is None else predication.support.asserted
    return facts.noun_asserted(head, predication.frame, definite, supported)


def _happening(tree: Tree, predication: Predication, found: Resolution, facts: Factuality) -> Happening:
    head = predication.head
    candidate = found.by_head.get(head.i) if head.pos_ == "NOUN" else None
    out = Happening(
        predication.cls or "",
        Span(head.idx, head.idx + len(head)),
        found.clusters.root(candidate) if candidate is not None else found.meant.get(head.i),
        status_of(tree, predication, found, facts),
        predication.rule,
        predication.predicate,
        carried=predication.support is not None,
        symmetric=predication.reciprocal,
        befalls=predication.frame is not None and not predication.frame.passive and head.pos_ == "VERB",
        triggers=[head.i],
    )
    tokens: list[Token] = [head]
    for role, token in predication.roles:
        if role == "occasion":  # an event's own property, not a role of those that take part
            continue
        for root in found.actors(token)[:_MOST_ACTORS]:
            if (role, root) not in out.roles and root != out.root:
                out.roles.append((role, root))
                tokens.append(token)
    for token in predication.places:
        if (place := found.root(token)) is not None and place not in out.places:
            out.places.append(place)
            tokens.append(token)
    for token in (*predication.of("occasion"), *predication.occasions):
        if (occasion := found.root(token)) is not None and occasion not in out.occasions and occasion != out.root:
            out.occasions.append(occasion)
            tokens.append(token)
    for token in predication.times:
        time = found.time_at([token])
        if time is not None:
            (out.durations if time.value.startswith("P") else out.times).append(time)
    out.spans = [_mention_span(tree, found, t) for t in sorted(set(tokens), key=lambda t: t.i)]
    return out


def _aim(happening: Happening, aims: list[tuple[str, Token]], found: Resolution) -> None:
    """Add those whom an act is aimed at."""
    for role, token in aims:
        for root in found.actors(token)[:_MOST_ACTORS]:
            if (role, root) not in happening.roles and root != happening.root:
                happening.roles.append((role, root))


def _mention_span(tree: Tree, found: Resolution, token: Token) -> Span:
    candidate = found.by_head.get(token.i)
    return candidate.span(tree) if candidate is not None else Span(token.idx, token.idx + len(token))


def _durations(tree: Tree, preds: Predications, found: Resolution, made: list[Happening]) -> None:
    """ "A meeting that lasted two hours": *last* wants an event; where the parse gives none, one before it."""
    for frame in preds.frames.values():
        if frame.lemma not in ("last", "run", "go_on", "take") or not (frame.objects or frame.times):
            continue
        time = found.time_at([*frame.objects, *frame.times])
        if time is None or not time.value.startswith("P"):
            continue
        subject = next((h for s in frame.subjects for h in made if s.i in h.triggers), None)
        if subject is None and frame.lemma == "last":
            sentence = {t.i for t in frame.predicate.sent}
            before = [
                h
                for h in made
                if h.root is not None and h.triggers[0] in sentence and h.triggers[0] < frame.predicate.i
            ]
            best = [h for h in before if h.carried] or before
            subject = best[-1] if best else None
        if subject is not None and time not in subject.durations:
            subject.durations.append(time)


def _merged(made: list[Happening], found: Resolution) -> list[Happening]:
    out: list[Happening] = []
    by_root: dict[tuple[int, str], Happening] = {}
    by_cast: dict[tuple[str, frozenset[int]], Happening] = {}
    for event in made:
        first = by_root.get((event.root, event.cls)) if event.root is not None else None
        cast = event.actors()
        if len(cast) > 1 and (first is None or (event.status.asserted and not first.status.asserted)):
            known = by_cast.get((event.cls, cast))
            if known is not None and _compatible(known, event):
                first = known  # what was only spoken of before stays apart ("our meetings")
        if first is None:
            out.append(event)
            first = event
        else:
            _absorb(first, event)
        if event.root is not None:
            by_root.setdefault((event.root, event.cls), first)
        if len(first.actors()) > 1:
            by_cast.setdefault((first.cls, first.actors()), first)
    return out


def _compatible(a: Happening, b: Happening) -> bool:
    """Whether two events of one class and cast may be one: same polarity, both told or both not, no two dates."""
    if a.status.asserted != b.status.asserted or a.status.polarity is not b.status.polarity:
        return False
    return not (a.times and b.times and a.times[0].value != b.times[0].value)


def _absorb(first: Happening, event: Happening) -> None:
    if event.status.asserted and not first.status.asserted:
        # what was only claimed of it adds nothing to what the article says itself
        first.status, first.trigger, first.rule, first.predicate = (
            event.status,
            event.trigger,
            event.rule,
            event.predicate,
        )
        first.roles, first.places, first.occasions = list(event.roles), list(event.places), list(event.occasions)
        first.times, first.durations = list(event.times), list(event.durations)
        first.spans = [*event.spans, *(s for s in first.spans if s not in event.spans)]
        first.triggers += event.triggers
        return
    if not event.status.asserted and first.status.asserted:
        first.spans += [s for s in event.spans[:1] if s not in first.spans]
        return  # what is only claimed of an event adds nothing to it
    for mine, theirs in ((first.roles, event.roles),):
        mine += [r for r in theirs if r not in mine]
    for mine_l, theirs_l in ((first.places, event.places), (first.occasions, event.occasions)):
        mine_l += [r for r in theirs_l if r not in mine_l]
    for mine_t, theirs_t in ((first.times, event.times), (first.durations, event.durations)):
        mine_t += [t for t in theirs_t if t.value not in {m.value for m in mine_t}]
    first.root = first.root if first.root is not None else event.root
    first.spans += [s for s in event.spans if s not in first.spans]
    first.triggers += event.triggers


def is_event_noun(found: Resolution, token: Token) -> bool:
    """Whether a phrase names an event."""
    candidate = found.candidate(token)
    return candidate is not None and candidate.kind is not Kind.PRONOUN and found.clusters.type(candidate) == "Event"


def positive(status: Status) -> bool:
    """Whether a status is that of something that happened."""
    return status.asserted and status.polarity is Polarity.POSITIVE
