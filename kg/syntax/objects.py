"""What verbs that report take beside clauses: objects and prepositions ("denied the theft"), and the passive."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lexicon import Lexicon, Reporting
from kg.model import Polarity
from kg.syntax.blows import BLAME, tells_of_blows
from kg.syntax.dissent import contrary
from kg.syntax.frames import Frame
from kg.syntax.making import made
from kg.syntax.saying import Saying, clause_tokens, is_document, phrase_tokens, row_for
from kg.syntax.tree import Tree

_REACHING = frozenset("for with as by to against over about of from toward towards in".split())
_FELT = frozenset("dismay chagrin delight surprise horror relief astonishment amazement applause cheers".split())
"""What others felt at it: "ordered a strike *to the dismay of* its neighbours"."""
_RELATIVE = frozenset(("WDT", "WP"))
_BLAMED = frozenset(("of", "for", "as", "with", "over"))
"""Prepositions behind the passive of what is said of its subject: "was accused *of* theft"."""
_GIVEN = frozenset(("Promise", "Offer"))
"""Kinds of reports that somebody is given: "was promised a refund"."""
_TOLD_OF = frozenset(("of", "about"))
_TELLING = frozenset(("Statement", "Announcement", "Warning"))
ADDRESSED = frozenset(("Statement", "Announcement", "Question", "Warning", "Proposal", "Demand", "Request", "Promise"))
"""Kinds of reports whose object is the one told: "warned them of the flood"; of the others it is what they are about:
"accused them of theft", "praised her for the rescue"."""


def object_sayings(
    tree: Tree, frame: Frame, rows: tuple[Reporting, ...], sources: tuple[Token, ...], lexicon: Lexicon
) -> Iterator[Saying]:
    """ "denied the theft", "called the vote a mistake", "praised her for it", "spoke of it": what stands as a noun."""
    objects = tuple(
        t
        for t in frame.objects
        if frame.object_dep in ("dobj", "oprd", "attr") and not frame.relativised and t.i > frame.predicate.i
    )
    if frame.relativised and (row := row_for(rows, "as")) and (role := _role(tree, frame, lexicon)) is not None:
        antecedent = frozenset(range(frame.objects[0].left_edge.i, frame.objects[0].i + 1))
        whole = antecedent | phrase_tokens(tree, role)
        yield made(tree, frame, row, "verb as", sources, whole, frame.objects[:1])
        return
    if frame.relativised and (row := row_for(rows, "np")):
        pronoun = _pronoun(tree, frame)
        if pronoun and frame.objects:  # "the charges, *which* Berg denies"
            yield made(tree, frame, row, "verb object", sources, frozenset(t.i for t in pronoun), frame.objects)
        return
    two = frame.datives or (frame.lemma == "deny" and len(objects) > 1 and objects[0].pos_ in ("PRON", "PROPN"))
    if two and rows and rows[0].polarity is Polarity.NEGATIVE:
        return  # "denied her a hearing": it was withheld from her
    direct = tuple(t for t in objects if t.dep_ != "oprd" and t.pos_ != "PRON") or tuple(
        t for t in objects if t.dep_ != "oprd"
    )
    complement = next((t for t in objects if t.dep_ == "oprd"), frame.acomp) or _quoted_name(tree, direct)
    if complement is not None and (row := row_for(rows, "obj_adj")):
        pronoun = _pronoun(tree, frame)
        yield made(
            tree,
            frame,
            row,
            "verb object complement",
            sources,
            filled(tree, phrase_tokens(tree, *direct, complement)) | {t.i for t in pronoun},
            (*direct, complement)[:1],
        )
        return
    as_phrase = next((k for k in tree.kids(frame.predicate) if k.lower_ == "as" and k.dep_ == "prep"), None)
    if as_phrase is not None and tree.kids(as_phrase) and direct and (row := row_for(rows, "as")):
        yield made(
            tree,
            frame,
            row,
            "verb as",
            sources,
            filled(tree, phrase_tokens(tree, *direct, as_phrase)),
            direct,
        )
        return
    for oblique in frame.obliques if direct else ():  # "put *the toll at 19*"
        if (row := row_for(rows, "figure:" + oblique.preps[0].lower_)) and _figure(tree, oblique.heads, lexicon):
            content = filled(tree, phrase_tokens(tree, *direct, oblique.preps[0]))
            yield made(tree, frame, row, f"verb {oblique.prep}", sources, content, direct)
            return
    for oblique in sorted(frame.obliques, key=lambda o: o.prep == "to"):  # "apologised to them for it": for what
        if any(h.ent_type_ in ("DATE", "TIME") for h in oblique.heads):  # "blamed them *on Monday* for it"
            continue
        if row := row_for(rows, "prep:" + oblique.preps[0].lower_):
            told = bool(direct) and row.kind not in ADDRESSED
            content = phrase_tokens(tree, *direct, *oblique.preps) if told else phrase_tokens(tree, *oblique.heads)
            yield made(
                tree,
                frame,
                row,
                "verb " + oblique.preps[0].lower_,
                sources,
                filled(tree, content) if told else content,
                oblique.heads,
                extra=() if told else oblique.preps,
            )
            return
    for whom in direct:  # "accused his rival of cheating", where the parse hangs the clause from the rival
        for act in hung_acts(tree, whom):
            if (row := row_for(rows, "prep:" + act.head.lower_)) and row.kind not in ADDRESSED:
                yield made(tree, frame, row, f"verb {act.head.lower_}", sources, phrase_tokens(tree, whom), (act,))
                return
    if direct and (row := row_for(rows, "claim")) and _is_claim(direct[0], lexicon):
        yield made(tree, frame, row, "verb object", sources, phrase_tokens(tree, *direct), direct)
        return
    if direct and (row := row_for(rows, "doc")) and not any(is_document(t, lexicon) for t in direct):
        return
    if direct and contrary(tree, direct[0]) and (row := row_for(rows, "quote")):
        yield made(tree, frame, row, "verb object", sources, phrase_tokens(tree, *direct), direct)
        return
    if direct and (row := row_for(rows, "np", "doc")):
        if row.kind == "Denial" and any(_is_person(t, lexicon) for t in direct):
            return  # "dismissed the coach" is an act, "dismissed the claim" a denial
        if row.kind == "Denial" and _pushed(frame, direct) and not any(_is_claim(t, lexicon) for t in direct):
            return
        if row.kind == BLAME and tells_of_blows(frame, sources, direct, lexicon):
            return
        content = _reaching(tree, frame, phrase_tokens(tree, *direct), lexicon)
        yield made(tree, frame, row, "verb object", sources, content, direct)


def _role(tree: Tree, frame: Frame, lexicon: Lexicon) -> Token | None:
    """ "a verdict he condemned *as “a disgrace”*": what a claim with a relative clause is said to be.

    Not of what has happened, which the text itself tells: "the meeting, which he described as useful".
    """
    if not frame.objects or not _is_claim(frame.objects[0], lexicon):
        return None
    return next((k for k in tree.kids(frame.predicate) if k.lower_ == "as" and k.dep_ == "prep" and tree.kids(k)), None)


def _is_person(token: Token, lexicon: Lexicon) -> bool:
    noun = lexicon.noun(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    return token.ent_type_ == "PERSON" or (noun is not None and noun.type == "Person")


def _pronoun(tree: Tree, frame: Frame) -> list[Token]:
    """The relative pronoun that is the object of a verb: "the festival, *which* critics call a disgrace"."""
    verb = frame.predicate
    kids = tree.kids(verb) if frame.relativised else ()
    return [k for k in kids if k.dep_ == "dobj" and k.tag_ in _RELATIVE and k.i < verb.i][:1]


def _figure(tree: Tree, heads: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether what a preposition holds is a figure: "19", "40 million euros", "19 people"; not "9 pm", "two plates"."""
    for head in heads[:1]:
        counted = any(k.dep_ in ("nummod", "quantmod") for k in tree.kids(head))
        measured = head.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") or _is_person(head, lexicon)
        return (head.tag_ == "CD" and head.ent_type_ not in ("DATE", "TIME")) or (counted and measured)
    return False


def _reaching(tree: Tree, frame: Frame, content: frozenset[int], lexicon: Lexicon) -> frozenset[int]:
    """ "announced *his engagement to Wei*", wherever the parse hangs "to Wei": an object with what follows it.

    Not when, where and in which paper it was said.
    """
    if not content:
        return content
    last = max(content)
    for kid in tree.kids(frame.predicate):
        if kid.left_edge.i != last + 1 or kid.dep_ != "prep" or kid.lower_ not in _REACHING:
            continue
        held = tree.kids(kid)
        if any(p.ent_type_ in ("DATE", "TIME") or p.lower_ in _FELT or is_document(p, lexicon) for p in held):
            continue
        content |= phrase_tokens(tree, kid)
        last = kid.right_edge.i
    return content


def _is_claim(token: Token, lexicon: Lexicon) -> bool:
    """Whether an object is somebody's claim: "rejected it", "dismissed the allegations"."""
    return token.lower_ in ("it", "this", "that") or bool(lexicon.reporting(token.lemma_.lower(), "noun"))


def _pushed(frame: Frame, direct: tuple[Token, ...]) -> bool:
    """ "brushed snow *aside*": behind its object, a particle may well tell where that went."""
    return "_" in frame.lemma and any(a.i > direct[0].i and frame.lemma.endswith(f"_{a.lower_}") for a in frame.adverbs)


def passive_sayings(tree: Tree, frame: Frame, rows: tuple[Reporting, ...], lexicon: Lexicon) -> Iterator[Saying]:
    """ "It was claimed that …", "she is said to …", "the allegations were denied by …"."""
    if not rows:
        return
    agents = frame.agents
    for clause in frame.complements:
        if clause.form == "that" and (row := row_for(rows, "that")):
            quoted = "as" in row.frames and clause.head.i < frame.predicate.i and frame.subject_by == "own"
            yield made(
                tree,
                frame,
                row,
                "passive that",
                agents or (frame.subjects if quoted else ()),  # "“It sank,” Berg is quoted as saying"
                clause_tokens(tree, clause.head, frame.predicate, ()),
                (clause.head,),
            )
            return
        if clause.form == "wh" and (row := row_for(rows, "wh")):
            content = clause_tokens(tree, clause.head, frame.predicate, ())
            yield made(tree, frame, row, "passive wh", agents, content, (clause.head,))
            return
        if clause.form == "to":
            subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
            if row := row_for(rows, "passive_to", "obj_to"):
                yield made(
                    tree, frame, row, "passive to", agents, phrase_tokens(tree, clause.head) | subject, (clause.head,)
                )
                return
    if (row := row_for(rows, "that")) and row.kind in ADDRESSED and (hung := _behind_agent(tree, agents)) is not None:
        content = clause_tokens(tree, hung, frame.predicate, ())
        giver = made(tree, frame, row, "passive that", agents, content, (hung,))
        giver.source_tokens = tuple(t for t in giver.source_tokens if t.i not in content)
        giver.content = content
        yield giver
        return
    yield from _retained(tree, frame, rows)
    yield from _informed(tree, frame, rows)
    if (asked := next((r for r in rows if r.kind == "Question"), None)) is not None:
        yield from _asked(tree, frame, asked)
    for act in (*_held_acts(tree, frame), *(a for agent in agents for a in hung_acts(tree, agent))):
        prep = act.head
        if (row := row_for(rows, "prep:" + prep.lower_)) and row.kind not in ADDRESSED and frame.subjects:
            subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
            yield made(tree, frame, row, f"passive {prep.lower_}", agents, subject | phrase_tokens(tree, prep), (act,))
            return
    blame = next((k for k in tree.kids(frame.predicate) if k.dep_ == "prep" and k.lower_ in _BLAMED), None)
    blaming = row_for(rows, "prep:" + blame.lower_) if blame is not None else None
    blaming = blaming if blaming is not None and blaming.kind not in ADDRESSED else None
    if frame.subject_by == "own" and frame.subjects and (row := blaming or row_for(rows, "np", "as", "claim")):
        subject = frozenset(i for s in frame.subjects for i in phrase_tokens(tree, s))
        rest = frozenset(
            i for o in frame.obliques if o.prep in ("as", "of", "for") for i in phrase_tokens(tree, o.preps[0])
        )
        if blame is not None and tree.kids(blame) and (blaming or blame.lower_ in ("as", "of", "for")):
            rest |= phrase_tokens(tree, blame)
        if not rest and row.kind == BLAME and tells_of_blows(frame, agents, frame.subjects, lexicon):
            return
        if agents or rest or row.kind == "Announcement":
            yield made(tree, frame, row, "passive object", agents, subject | rest, frame.subjects)


def _behind_agent(tree: Tree, agents: tuple[Token, ...]) -> Token | None:
    """ "was advised by clerks *that it had failed*", which the parse hangs from the clerks."""
    below = (k for agent in agents for k in tree.kids(agent) if k.dep_ in ("acl", "relcl"))
    return next((c for c in below if tree.marked(c, ("that",))), None)


def _informed(tree: Tree, frame: Frame, rows: tuple[Reporting, ...]) -> Iterator[Saying]:
    """ "The clerk was told *of a leak*", "had been told *nothing*": what somebody was told, be it by nobody named."""
    for oblique in frame.obliques if frame.subjects else ():
        row = row_for(rows, "prep:" + oblique.prep) if oblique.prep in _TOLD_OF else None
        if row is not None and row.kind in _TELLING and oblique.preps[0].i > frame.predicate.i:
            content = phrase_tokens(tree, *oblique.heads)
            yield made(
                tree, frame, row, f"passive {oblique.prep}", frame.agents, content, oblique.heads, extra=oblique.preps
            )
            return


def _retained(tree: Tree, frame: Frame, rows: tuple[Reporting, ...]) -> Iterator[Saying]:
    """ "We were promised *six quiet months*": the object that the passive leaves."""
    row = row_for(rows, "np")
    held = tuple(t for t in frame.objects if t.dep_ == "dobj" and t.i > frame.predicate.i)
    if row is not None and row.kind in _GIVEN and held and frame.subjects and not frame.relativised:
        yield made(tree, frame, row, "passive object", frame.agents, phrase_tokens(tree, *held), held)


def _asked(tree: Tree, frame: Frame, row: Reporting) -> Iterator[Saying]:
    """ "when *asked about the leak*", "*asked if* she would run": what somebody was asked, by nobody who is named."""
    for kid in tree.kids(frame.predicate):
        if kid.i < frame.predicate.i:
            continue
        if kid.dep_ == "advcl" and tree.marked(kid, ("if", "whether")):
            content = clause_tokens(tree, kid, frame.predicate, ())
            yield made(tree, frame, row, "passive wh", frame.agents, content, (kid,))
            return
        if kid.dep_ == "prep" and kid.lower_ == "about" and "prep:about" in row.frames:
            held = tuple(p for p in tree.kids(kid) if p.dep_ in ("pobj", "pcomp"))
            if held:
                yield made(tree, frame, row, "passive about", frame.agents, phrase_tokens(tree, *held), held)
                return


def _quoted_name(tree: Tree, direct: tuple[Token, ...]) -> Token | None:
    """ "called the charge “a fantasy”": what the parse takes for an apposition, in quotation marks of its own."""
    beside = (k for t in direct for k in tree.kids(t) if k.dep_ == "appos" and k.i > t.i)
    return next((k for k in beside if tree.tokens[k.left_edge.i - 1].is_quote), None)


def hung_acts(tree: Tree, noun: Token) -> Iterator[Token]:
    """The acts that the parse hangs from a noun, or one inside it: "the crew of a launch *of sinking* it"."""
    for token in tree.subtree(noun):
        if token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.dep_ == "prep":
            yield token


def _held_acts(tree: Tree, frame: Frame) -> Iterator[Token]:
    """What somebody "was accused *of*", verb or noun."""
    for prep in tree.kids(frame.predicate):
        if prep.dep_ == "prep":
            yield from (p for p in tree.kids(prep) if p.dep_ in ("pcomp", "pobj"))


def filled(tree: Tree, numbers: frozenset[int]) -> frozenset[int]:
    """The tokens and those between them in the same paragraph: "called *the vote* in May *a mistake*"."""
    if not numbers:
        return numbers
    zone = tree.zone_of[min(numbers)]
    return frozenset(i for i in range(min(numbers), max(numbers) + 1) if tree.zone_of[i] == zone)
