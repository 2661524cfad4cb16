"""Clause frames: one per predicate, with its arguments, built once from the dependency tree.

A frame keeps what the sentence shows (surface subject and object, prepositions, auxiliaries) and what it
means (the logical subject of a passive, a subject shared by coordination, control or a relative clause).
Everything downstream reads frames: open triples, relations, events and attributions.

The labels are those of spaCy's English models (ClearNLP; Choi and Palmer 2012).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.syntax.mood import mood
from kg.syntax.negation import adds, denied, either, rather
from kg.syntax.subjects import RELATIVE, SUBJECTS, antecedent
from kg.syntax.subjects import subjects as subjects_of
from kg.syntax.tree import Tree

OBJECTS = frozenset(("dobj", "attr", "oprd"))
_ADVERB_PARTICLES = frozenset(("forward", "aside", "ahead", "apart"))
_PREPOSITIONS = 4
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo"))


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: the chain of prepositions and the heads of what follows ("out of | office")."""

    preps: tuple[Token, ...]
    heads: tuple[Token, ...]

    @property
    def prep(self) -> str:
        """The prepositions, lower case, joined by an underscore."""
        return "_".join(p.lower_ for p in self.preps)


@dataclass(frozen=True, slots=True)
class Complement:
    """An embedded clause: its predicate, and its form: that, to, ing, wh, or bare (small clause)."""

    head: Token
    form: str


@dataclass(slots=True, eq=False)
class Frame:
    """A predicate with its arguments. Tokens are heads of phrases; `subject_by` says where the subject came from:

    own, conj (shared by coordination), control, antecedent (of a relative or participial clause), adverbial.
    """

    predicate: Token
    lemma: str
    subjects: tuple[Token, ...] = ()
    subject_by: str = "own"
    objects: tuple[Token, ...] = ()
    object_dep: str = ""
    datives: tuple[Token, ...] = ()
    agents: tuple[Token, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    complements: tuple[Complement, ...] = ()
    acomp: Token | None = None
    times: tuple[Token, ...] = ()
    adverbs: tuple[Token, ...] = ()
    auxiliaries: tuple[Token, ...] = ()
    particles: tuple[Token, ...] = ()
    mark: Token | None = None
    passive: bool = False
    negated: bool = False
    raised: tuple[Token, ...] = ()
    """Clauses that the parse coordinates with a complement but that stand beside the frame itself."""
    relativised: bool = False
    """The object is the antecedent of a relative clause ("the strike that she ordered")."""
    parenthesis: bool = False
    """The clause stands between dashes, in nobody's complement."""
    mood: str = "statement"
    """What the clause does: statement, question, imperative or condition; only a statement can be asserted."""
    inside: Frame | None = field(default=None, repr=False)
    """The frame whose complement this one heads (directly or through coordination)."""

    @property
    def modal(self) -> Token | None:
        """The modal verb, if there is one."""
        return next((a for a in self.auxiliaries if a.tag_ == "MD"), None)

    @property
    def tense(self) -> str:
        """By the first verb of the group: past, present, future, or empty where that is no finite one."""
        first = min((*self.auxiliaries, self.predicate), key=lambda t: t.i)
        if first.lower_ in _FUTURE:
            return "future"
        return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(first.tag_, "")

    @property
    def logical_subjects(self) -> tuple[Token, ...]:
        """Who does it: the by-phrase of a passive, else the subject."""
        return self.agents if self.passive else self.subjects

    @property
    def logical_objects(self) -> tuple[Token, ...]:
        """What it is done to: the subject of a passive, else the object."""
        if not self.passive:
            return self.objects
        return self.objects if self.datives_passive else self.subjects

    @property
    def datives_passive(self) -> bool:
        """A passive of a verb with two objects ("she was given a prize"): its subject is the recipient."""
        return self.passive and bool(self.objects) and self.object_dep == "dobj"

    @property
    def recipients(self) -> tuple[Token, ...]:
        """The indirect object, or the subject of a passive that kept its direct one."""
        return self.subjects if self.datives_passive else self.datives

    def to(self, *preps: str) -> tuple[Token, ...]:
        """The heads under one of these prepositions."""
        return tuple(h for o in self.obliques if o.prep in preps for h in o.heads)


def frames(tree: Tree) -> list[Frame]:
    """The verbal and copular frames of the parts of the document that are read, in the order of the text."""
    found: dict[int, Frame] = {}
    for token in tree.tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass") and tree.read(token):
            found[token.i] = _frame(tree, token, found)
    for frame in found.values():
        frame.inside = _embedding(tree, frame, found)
    for frame in found.values():
        _raise(tree, frame, found)
    return list(found.values())


def _raise(tree: Tree, frame: Frame, found: dict[int, Frame]) -> None:
    """ "A told B that C lied and B believed it": the last clause is no part of what A told.

    Inside the report the addressee or the speaker would be a pronoun; a name that comes again as the subject of a
    coordinated clause shows that the clause stands at the level of the report. Clauses between dashes are no
    complements either.
    """
    if not frame.complements:
        return
    own = {
        t.text
        for p in (*frame.subjects, *frame.objects, *frame.datives)
        for t in tree.subtree(p)
        if t.pos_ == "PROPN" and t.i < frame.complements[0].head.i
    }
    kept: list[Complement] = []
    for complement in frame.complements:
        inner = found.get(complement.head.i)
        conjoined = complement.head.dep_ == "conj" and complement.form == "that"
        shared = inner is not None and conjoined and inner.subject_by != "own" and _beside(frame, inner, found)
        if shared or (
            inner is not None
            and conjoined
            and inner.subject_by == "own"
            and any(s.pos_ == "PROPN" and s.text in own for s in inner.subjects)
        ):
            assert inner is not None
            frame.raised = (*frame.raised, complement.head)
            if shared:
                inner.subjects, inner.subject_by = frame.subjects, "conj"
            inner.inside = frame.inside
            if frame.inside is not None:
                frame.inside.complements = (*frame.inside.complements, Complement(complement.head, "that"))
        elif inner is not None and _juxtaposed(tree, frame, complement.head):
            frame.raised = (*frame.raised, complement.head)
            inner.inside = frame.inside
        elif inner is not None and complement.form == "that" and tree.between_dashes(complement.head, frame.predicate):
            inner.inside = None
            inner.parenthesis = True
        else:
            kept.append(complement)
    frame.complements = tuple(kept)


def _juxtaposed(tree: Tree, frame: Frame, clause: Token) -> bool:
    """ "The firms say A; the minister says B": the parse makes the clause before a semicolon part of what is said."""
    return clause.i < frame.predicate.i and any(
        t.text == ";" and tree.quote_of[t.i] == tree.quote_of[frame.predicate.i]
        for t in tree.tokens[clause.i : min((frame.predicate, *frame.subjects), key=lambda t: t.i).i]
    )


def _beside(frame: Frame, inner: Frame, found: dict[int, Frame]) -> bool:
    """ "said he *would* run and *thanked* her": a clause in the tense of the report, not of what is reported."""
    first = found.get(inner.predicate.head.i)
    if first is None or inner.auxiliaries or inner.predicate.tag_ not in ("VBD", "VBZ"):
        return False
    lead = min((*first.auxiliaries, first.predicate), key=lambda t: t.i)
    return inner.predicate.tag_ == frame.predicate.tag_ != lead.tag_ and lead.tag_ in ("MD", "VBD", "VBZ", "VBP")


def _embedding(tree: Tree, frame: Frame, found: dict[int, Frame]) -> Frame | None:
    token = frame.predicate
    if token.dep_ == "conj" and token.head.i < token.i and token.head.i in found:
        return found[token.head.i].inside
    while token.dep_ == "conj" and token.head.i in found:
        token = token.head
    if token.dep_ in ("ccomp", "xcomp", "pcomp"):
        for above in tree.ancestors(token):
            if above.i in found:
                return found[above.i]
            if above.dep_ in ("relcl", "advcl", "nsubj"):
                break
    return None


def _frame(tree: Tree, verb: Token, found: dict[int, Frame]) -> Frame:
    kids = tree.kids(verb)
    frame = Frame(verb, verb.lemma_.lower())
    aux: list[Token] = []
    obliques: list[Oblique] = []
    complements: list[Complement] = []
    agents: list[Token] = []
    datives: list[Token] = []
    times: list[Token] = []
    adverbs: list[Token] = []
    for kid in kids:
        dep = kid.dep_
        if dep in ("aux", "auxpass"):
            aux.append(kid)
            frame.passive = frame.passive or dep == "auxpass"
        elif dep == "neg":
            frame.negated = frame.negated or not adds(tree, kid)
        elif dep == "prt":
            frame.particles = (*frame.particles, kid)
            frame.lemma += "_" + kid.lower_
        elif dep in OBJECTS:
            if kid.tag_ not in RELATIVE:
                frame.objects = (*frame.objects, *tree.nouns(kid))
                frame.object_dep = frame.object_dep or dep
        elif dep == "acomp":
            frame.acomp = kid
            complements += _complements(tree, kid)
            if kid.tag_ == "VBN":
                obliques += _obliques(tree, kid)
        elif dep == "dative":
            if kid.pos_ == "ADP":
                obliques += oblique(tree, kid)
            else:
                datives += tree.nouns(kid)
        elif dep == "agent":
            agents += [h for o in oblique(tree, kid) for h in o.heads]
        elif dep == "prep":
            obliques += oblique(tree, kid)
            complements += _complements(tree, kid)
        elif dep in ("ccomp", "xcomp"):
            complements += [Complement(c, _form(tree, kid)) for c in _clauses(tree, kid)]
        elif dep == "npadvmod":
            times.append(kid)
        elif dep == "advmod":
            adverbs.append(kid)
            if kid.lower_ in _ADVERB_PARTICLES and _adjoins(verb, kid, frame):
                frame.lemma += "_" + kid.lower_
        elif dep == "mark":
            frame.mark = kid
    complements += [Complement(c, complements[-1].form) for c in _strays(tree, verb, complements)]
    frame.obliques, frame.complements = tuple(obliques), tuple(complements)
    frame.datives, frame.times, frame.adverbs = tuple(datives), tuple(times), tuple(adverbs)
    if verb.tag_ == "VBN" and not aux and verb.dep_ in ("acl", "advcl", "amod"):
        frame.passive = True
    first = found.get(verb.head.i) if verb.dep_ == "conj" else None
    if first is not None and not aux and not tree.kid(verb, *SUBJECTS):
        aux = _shared_auxiliaries(tree, verb, first)
        frame.negated = frame.negated or (bool(aux) and first.negated and either(tree, verb))
        frame.passive = frame.passive or (verb.tag_ == "VBN" and any(a.dep_ == "auxpass" for a in aux))
    frame.auxiliaries = tuple(aux)
    frame.agents = tuple(agents)
    if first is not None and not tree.kid(verb, *SUBJECTS):
        frame.subjects, frame.subject_by = first.subjects, "conj" if first.subject_by == "own" else first.subject_by
    else:
        held, frame.subject_by = subjects_of(tree, verb)
        frame.subjects = tuple(held)
    if not frame.objects:
        frame.objects = tuple(_relativised(tree, verb, frame))
        frame.relativised = bool(frame.objects)
        frame.object_dep = "dobj" if frame.objects and not frame.passive else frame.object_dep
    subjects = frame.subjects if frame.subject_by != "control" else ()  # "nobody managed to sell it": above, once
    frame.negated = frame.negated or denied(
        tree,
        verb,
        (*subjects, *frame.objects, *frame.datives),
        (h for o in frame.obliques for h in o.heads),
        frame.adverbs,
    )
    if frame.negated and len(frame.objects) > 1:
        frame.objects = tuple(o for o in frame.objects if not rather(tree, o))
    frame.mood = mood(tree, verb) if first is None or frame.mark is not None else first.mood
    return frame


def _adjoins(verb: Token, adverb: Token, frame: Frame) -> bool:
    """ "brushed *aside* the claim", "brushed the claim *aside*": nothing but the object stands between."""
    if adverb.i == verb.i + 1:
        return True
    return any(o.left_edge.i == verb.i + 1 and o.right_edge.i == adverb.i - 1 for o in frame.objects)


def _clauses(tree: Tree, head: Token) -> list[Token]:
    """A clause and the clauses coordinated with it."""
    return [t for t in tree.conjuncts(head) if t is head or t.pos_ in ("VERB", "AUX")]


def _strays(tree: Tree, verb: Token, complements: list[Complement]) -> list[Token]:
    """Bare forms coordinated with a finite verb belong to its complement: "wants to cut it and grow that"."""
    form = complements[-1].form if complements else ""
    tag = {"to": "VB", "ing": "VBG"}.get(form)
    if tag is None or verb.tag_ == tag:
        return []
    return [
        c
        for c in tree.conjuncts(verb)
        if c.tag_ == tag
        and c.i > complements[-1].head.i
        and not any(k.dep_ in ("aux", "auxpass") or k.dep_ in SUBJECTS for k in tree.kids(c))
    ]


def _form(tree: Tree, clause: Token) -> str:
    """The form of a complement clause."""
    for kid in tree.kids(clause):
        if kid.tag_ in RELATIVE and kid.i < clause.i and kid.dep_ != "mark" and kid.lower_ != "that":
            return "wh"
        if kid.dep_ == "mark" and kid.lower_ in ("whether", "if"):
            return "wh"
    if clause.tag_ in ("VB", "VBN") and any(k.dep_ == "aux" and k.lower_ == "to" for k in tree.kids(clause)):
        return "to"
    if clause.tag_ == "VBG" and not any(k.dep_ == "aux" for k in tree.kids(clause)):
        return "ing"
    if next((k.lower_ for k in tree.kids(clause) if k.dep_ in ("aux", "auxpass")), "") in ("having", "being"):
        return "ing"
    if clause.dep_ == "xcomp" or (
        clause.tag_ in ("VB", "VBN") and not any(k.dep_ in ("aux", "auxpass") for k in tree.kids(clause))
    ):
        return "bare"
    return "that"


def _complements(tree: Tree, token: Token) -> list[Complement]:
    """The clauses below an adjective ("sure that …") or a preposition ("from entering")."""
    return [
        Complement(c, _form(tree, kid))
        for kid in tree.kids(token)
        if kid.dep_ in ("ccomp", "xcomp", "pcomp") and kid.pos_ in ("VERB", "AUX")
        for c in _clauses(tree, kid)
    ]


def _obliques(tree: Tree, token: Token) -> list[Oblique]:
    return [o for k in tree.kids(token) if k.dep_ in ("prep", "agent") for o in oblique(tree, k)]


def oblique(tree: Tree, prep: Token, before: tuple[Token, ...] = ()) -> list[Oblique]:
    """What a preposition governs, by way of those that it governs itself ("out of office")."""
    found: list[Oblique] = []
    for kid in tree.kids(prep):
        if kid.dep_ == "pobj" and kid.tag_ not in RELATIVE:
            found.append(Oblique((*before, prep), tuple(tree.nouns(kid))))
        elif len(before) >= _PREPOSITIONS:
            break
        elif kid.dep_ == "prep" or (kid.dep_ == "pcomp" and kid.pos_ == "ADP"):  # "out of", "because of"
            # "from Ulm to Bonn": once the first has its noun, the second governs one by itself.
            found += oblique(tree, kid, () if found else (*before, prep))
        elif kid.dep_ == "conj" and kid.pos_ == "ADP" and not tree.left_out(kid):
            found += oblique(tree, kid, before)
    return found


def _shared_auxiliaries(tree: Tree, verb: Token, first: Frame) -> list[Token]:
    """The auxiliaries that a coordinated verb shares with the one before ("was arrested and charged")."""
    if not _same_form(verb, first.predicate):
        return []
    if verb.tag_ == "VBD" and tree.kid(verb, "dobj", "attr", "xcomp", "ccomp", "acomp"):
        return []
    return [a for a in first.auxiliaries if a.i < first.predicate.i]


def _same_form(verb: Token, first: Token) -> bool:
    if verb.tag_ == first.tag_:
        return verb.tag_ in ("VBN", "VBG", "VB")
    return {verb.tag_, first.tag_} == {"VBD", "VBN"} and first.tag_ == "VBN"


def _relativised(tree: Tree, verb: Token, frame: Frame) -> list[Token]:
    """The antecedent as object: "the strike (that) she ordered"."""
    if verb.dep_ != "relcl" or frame.subject_by != "own" or frame.passive or frame.acomp or verb.lemma_ == "be":
        return []
    pronoun = tree.kid(verb, "dobj")
    gap = pronoun is not None and pronoun.tag_ in RELATIVE
    adverb = any(k.tag_ == "WRB" for k in tree.kids(verb))
    full = adverb or (pronoun is not None and not gap) or any(c.form == "that" for c in frame.complements)
    stranded = any(k.dep_ == "prep" and not tree.kids(k) for k in tree.kids(verb))
    fronted = any(g.tag_ in RELATIVE for k in tree.kids(verb) if k.dep_ == "prep" for g in tree.kids(k))
    return [] if full or stranded or fronted else antecedent(tree, verb)
