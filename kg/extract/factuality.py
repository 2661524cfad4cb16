"""Whether the article says a thing in its own voice: what a token stands under, read upwards from it.

A predicate is asserted when nothing between it and the top of its sentence makes it a claim, a plan, a condition or a
question. Implicatives let the embedded clause through ("managed to"), others do not ("tried to"); which is which
stands in ``factuality.tsv`` (Karttunen 1971; Saurí and Pustejovsky 2009). When in doubt, it is not asserted.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.model import Certainty, Modality, Polarity
from kg.syntax.coming import is_scheduled
from kg.syntax.frames import Frame
from kg.syntax.negation import no_such, to_come
from kg.syntax.saying import Saying, whole_word
from kg.syntax.subjects import did_first
from kg.syntax.tree import Tree

_WILL = frozenset(("will", "'ll", "’ll", "can", "ca", "shall"))
_CAN = frozenset(("can", "ca", "could"))
_WHENEVER = frozenset(("when", "whenever"))
_ANYONE = frozenset(("anyone", "anybody"))
_MARKS = frozenset("'\"“”‘’«»") | {"``", "''"}
_TIGHT = frozenset(("the", "this", "that", "these", "those"))


@dataclass(frozen=True, slots=True)
class Status:
    """`asserted` in the article's own voice, with which polarity; `why` not, in a word."""

    asserted: bool
    polarity: Polarity = Polarity.POSITIVE
    why: str = ""


class Factuality:
    """The status of every predicate of a document, computed once each."""

    def __init__(self, tree: Tree, frames: list[Frame], sayings: list[Saying], lexicon: Lexicon) -> None:
        self._tree, self._lexicon = tree, lexicon
        self._frames = {f.predicate.i: f for f in frames}
        self.claimed = {i for s in sayings for i in s.content}
        self._known: dict[int, Status] = {}

    def own_voice(self, token: Token) -> bool:
        """Whether the article uses this word itself: it stands in no quotation and in no content of a claim."""
        return token.i not in self.claimed and self._tree.quote_of[token.i] < 0

    def status(self, token: Token) -> Status:
        """The status of what a token heads."""
        known = self._known.get(token.i)
        if known is None:
            known = self._known[token.i] = self._status(token)
        return known

    def _status(self, token: Token) -> Status:
        if token.i in self.claimed:
            return Status(False, why="claim")
        if self._tree.quote_of[token.i] >= 0 or _alone_in_quotes(self._tree, token):
            return Status(False, why="quotation")
        polarity = Polarity.POSITIVE
        at = token
        own_scope = True  # whether modals and negation met on the way still bear on the token
        for _ in range(60):
            frame = self._frames.get(at.i)
            if frame is not None and own_scope:
                if self._imagined(frame):
                    return Status(False, polarity, "imagined")
                if why := self._modal(frame):
                    return Status(False, polarity, why)
                if self._scheduled(frame):
                    return Status(False, polarity, "scheduled")
                if frame.negated:
                    polarity = polarity.opposite
                if not frame.subjects and at.dep_ == "ROOT" and at.tag_ == "VB":
                    return Status(False, polarity, "imperative")
            if frame is not None and frame.mark is not None and at.dep_ == "advcl":
                if self._lexicon.subordinator(self._conjunction(frame.mark)) != "yes":
                    return Status(False, polarity, "condition")
            elif frame is not None and frame.mood == "condition" and at.dep_ == "advcl":
                return Status(False, polarity, "condition")  # "had he resigned, she would have won"
            dep, head = at.dep_, at.head
            if head.i == at.i:
                return Status(False, polarity, "question") if self._question(at) else Status(True, polarity)
            step = self._step(at, dep, head, own_scope)
            if step == "no":
                return Status(False, polarity, "embedded")
            if step == "flip" or (step == "on" and dep == "conj" and self._both_denied(at, head)):
                polarity = polarity.opposite
            if step == "loose":
                own_scope = False
            if step == "free":
                return Status(True, polarity)
            at = head
        return Status(False, polarity, "too deep")

    def _both_denied(self, at: Token, head: Token) -> bool:
        """ "Nobody saw *or heard* it": one negation for both verbs, which is not to be counted twice."""
        return all((f := self._frames.get(t.i)) is not None and f.negated for t in (at, head))

    def _step(self, at: Token, dep: str, head: Token, own_scope: bool) -> str:
        """What the edge to the head does: "no" stops, "flip" turns the polarity, "loose" leaves the head's scope."""
        frame = self._frames.get(at.i)
        if frame is not None and frame.parenthesis:
            return "free"
        if dep in ("ccomp", "csubj", "csubjpass"):
            return "no"
        if dep == "xcomp":
            return self._implied(at, head)
        if dep == "pcomp":
            return self._under_preposition(at, head)
        if dep == "advcl":
            if at.tag_ == "VB" or any(k.dep_ == "aux" and k.lower_ == "to" for k in self._tree.kids(at)):
                return "no"
            return "loose"
        if dep == "conj" and at.tag_ == "VB" and head.tag_ != "VB" and self._bare(at):
            return "no"  # "tried to build a road and sell land": coordinated with the infinitive
        if dep == "conj" and at.pos_ in ("VERB", "AUX"):
            frame = self._frames.get(at.i)
            shared = frame is not None and frame.subject_by != "own" and all(a.i < head.i for a in frame.auxiliaries)
            return "on" if shared and at.tag_ == head.tag_ else "loose"
        if dep in ("relcl", "acl"):
            if no_such(self._tree, head) or self._none_such(frame, head) or self._anyone(head):
                return "no"
            if self._is_thought(at, head):
                return "no"
            if did_first(self._tree, at):
                return "loose"
            if at.tag_ == "VB" and any(k.dep_ == "aux" and k.lower_ == "to" for k in self._tree.kids(at)):
                return "no"
            return "loose"
        return "on"

    def _none_such(self, frame: Frame | None, noun: Token) -> bool:
        """ "He was *not a guest* hurt by them": nobody need have been, but "it was not a guest who was hurt"."""
        above = self._frames.get(noun.head.i)
        if noun.dep_ != "attr" or above is None or not above.negated or (frame is not None and frame.negated):
            return False
        return any(k.lower_ in ("a", "an") for k in self._tree.kids(noun))

    def _is_thought(self, verb: Token, noun: Token) -> bool:
        """ "The *possibility* that he drowned", "a *rumour* that he had resigned": not so with "the *fact* that".

        Parsers often take the second for a relative clause; it is one with a verb that handles words: "a rumour that he
        denied".
        """
        that = next((k for k in self._tree.kids(verb) if k.lower_ == "that" and k.i < verb.i), None)
        if that is None:
            return False
        lemma = noun.lemma_.lower()
        rows = self._lexicon.reporting(lemma, "noun")
        if verb.dep_ == "acl" and that.dep_ == "mark":
            if any(t.lower_ in ("so", "such") for t in self._tree.tokens[noun.sent.start : noun.i]):
                return False  # "strayed so far from her plans that she left"
            known = self._lexicon.implies(lemma, "noun", "that", negated=False) == "true"
            return not known and not any(r.implies == "yes" for r in rows)
        unsure = any("that" in r.frames and r.certainty is not Certainty.CERTAIN for r in rows)
        return unsure and that.dep_ == "dobj" and not self._lexicon.reporting(verb.lemma_.lower(), "verb")

    def _anyone(self, noun: Token) -> bool:
        """ "*Anyone* who attacks the port", "*any* soldier who …": there need be none."""
        return noun.lower_ in _ANYONE or any(k.lower_ == "any" for k in self._tree.kids(noun))

    def _conjunction(self, mark: Token) -> str:
        """ "though", or "as_though"."""
        before = self._tree.tokens[mark.i - 1].lower_ if mark.i else ""
        return f"as_{mark.lower_}" if before == "as" else mark.lower_

    def _bare(self, verb: Token) -> bool:
        """Whether a verb has neither subject nor auxiliary of its own."""
        return not any(k.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for k in self._tree.kids(verb))

    def lets_through(self, frame: Frame) -> tuple[Token, bool] | None:
        """The clause an implicative comes to ("managed to meet"), and whether it is turned round ("failed to")."""
        for complement in frame.complements:
            clause = complement.head
            if frame.lemma == "have" and clause.dep_ == "xcomp" and to_come(self._tree, frame.predicate, clause):
                return clause, frame.negated  # "they have yet to be paid"
            if clause.dep_ == "xcomp" and clause.i in self._frames and not self._lexicon.reporting(frame.lemma, "verb"):
                step = self._implied(clause, clause.head)
                if step != "no":
                    return clause, (step == "flip") != frame.negated
        return None

    def _implied(self, at: Token, head: Token) -> str:
        frame = self._frames.get(head.i)
        form = "ing" if at.tag_ == "VBG" else "to"
        lemma = frame.lemma if frame is not None else head.lemma_.lower()
        pos = "verb" if frame is not None else "adjective"
        if frame is not None and frame.acomp is not None and at.head.i == frame.acomp.i:
            lemma, pos = frame.acomp.lemma_.lower(), "adjective"
        if frame is not None and frame.objects and frame.objects[0].i < at.i and not frame.relativised:
            form = "obj_to"
        outcome = self._lexicon.implies(lemma, pos, form, negated=frame is not None and frame.negated)
        if frame is not None and frame.negated and outcome in ("true", "false"):
            # the head's own negation is counted in the outcome, and counted again on the way up
            outcome = "false" if outcome == "true" else "true"
        return {"true": "on", "false": "flip"}.get(outcome, "no")

    def _under_preposition(self, at: Token, prep: Token) -> str:
        if prep.lower_ in ("after", "by", "since", "while", "in", "upon", "on", "despite", "when"):
            return "loose"
        if prep.lower_ == "from":
            outcome = self._lexicon.implies(prep.head.lemma_.lower(), "verb", "obj_from", negated=False)
            return {"true": "on", "false": "flip"}.get(outcome, "no")
        return "no"

    def _scheduled(self, frame: Frame) -> bool:
        """ "They visit Porto on Saturday": the present tells of a plan, which the article does not say came true."""
        if frame.tense != "present" or frame.lemma in ("be", "have"):
            return False
        when = (*frame.times, *(h for o in frame.obliques for h in o.heads))
        return any(is_scheduled(self._tree, frame.predicate, time) for time in when)

    def _imagined(self, frame: Frame) -> bool:
        """ "*In this scenario*, Russia attacks", "*in the novel* she dies": what stands in front tells of what world.

        What goes on in a work is told in the present: "in a film of 2019 he *accused* the bank" is of this one.
        """
        first = min((frame.predicate.i, *(s.left_edge.i for s in frame.subjects)))
        worlds = {h.lemma_.lower() for o in frame.obliques if o.prep == "in" and o.preps[0].i < first for h in o.heads}
        return any(self._lexicon.imagines(world, told=frame.tense) for world in worlds)

    def _modal(self, frame: Frame) -> str:
        for auxiliary in frame.auxiliaries:
            if auxiliary.tag_ == "MD" and not self._lexicon.modal_asserts(auxiliary.lower_):
                return "modal"
        if any(self.hedges(a, "adverb") for a in frame.adverbs):
            return "hedged"
        return ""

    def supposed(self, frame: Frame | None) -> bool:
        """Whether a report is itself only thought of: "most would disagree", "if she denies it", "when(ever) he asks".

        "When he asked" is not: that happened once.
        """
        if frame is None:
            return False
        habit = frame.tense == "present" and any(a.lower_ in _WHENEVER for a in frame.adverbs)
        modal = self._modal(frame) == "modal" and not any(a.lower_ in _WILL for a in frame.auxiliaries)
        return modal or habit or frame.mood == "condition"

    def carried_out(self, frame: Frame | None) -> bool:
        """Whether a report in the infinitive or as a gerund was made: "moved to deny it", not "was free to deny it"."""
        if frame is None or frame.tense:
            return True
        at = frame.predicate
        while at.dep_ == "conj":
            at = at.head
        if at.dep_ == "xcomp":
            return self._implied(at, at.head) != "no"
        if at.dep_ == "pcomp":
            return self._under_preposition(at, at.head) != "no"
        return at.tag_ != "VB" and at.dep_ not in ("ccomp", "csubj", "dobj", "pobj")

    def withheld(self, frame: Frame | None) -> bool:
        """Whether a report is refused: "declined to say", "refused to confirm"."""
        verb = frame.predicate if frame is not None else None
        if verb is None or verb.dep_ != "xcomp" or verb.head.i not in self._frames:
            return False
        return self._implied(verb, verb.head) == "flip"

    def hedges(self, token: Token, pos: str) -> bool:
        """Whether an adverb or adjective makes what it stands with less than certain ("perhaps", "planned")."""
        return any(
            "mod" in r.frames and r.certainty is not Certainty.CERTAIN
            for r in self._lexicon.reporting(whole_word(self._tree, token), pos)
        )

    def _question(self, root: Token) -> bool:
        """Whether the sentence of a root, or its clause, ends in a question mark that is not somebody else's."""
        marks = [k for k in self._tree.kids(root) if k.dep_ == "punct" and k.i > root.i][-1:]
        tokens = self._tree.tokens
        end = next((i for i in range(root.sent.end - 1, root.i, -1) if not tokens[i].is_space), root.i)
        marks += [tokens[end]] if self._tree.quote_of[end] == self._tree.quote_of[root.i] else []
        return any(mark.text.startswith("?") for mark in marks)

    def modality(self, frame: Frame | None) -> tuple[Modality | None, Certainty]:
        """The modality of a proposition and how certain its words make it."""
        if frame is None:
            return None, Certainty.CERTAIN
        modality: Modality | None = None
        certainty = Certainty.CERTAIN
        for auxiliary in frame.auxiliaries:
            if auxiliary.tag_ == "MD":
                modality, certainty = self._lexicon.modality(auxiliary.lower_)
                if modality is Modality.CONDITIONAL or (frame.negated and auxiliary.lower_ in _CAN):
                    certainty = Certainty.CERTAIN  # "would" is what "will" becomes when reported; "cannot" is no doubt
        for adverb in frame.adverbs:
            for row in self._lexicon.reporting(adverb.lower_, "adverb"):
                if row.certainty is not Certainty.CERTAIN:
                    certainty = row.certainty
        if frame.mark is not None and frame.mark.lower_ in ("if", "unless"):
            modality = Modality.CONDITIONAL
        return modality, certainty

    def noun_asserted(self, noun: Token, frame: Frame | None, definite: str, supported: bool | None) -> Status:
        """The status of an event that a noun names.

        A definite or possessed one is presupposed; an indefinite one happened when the verb that carries it did and
        lets it through (`supported`: what ``participation.tsv`` says, None where no support verb carries it).
        """
        if noun.i in self.claimed:
            return Status(False, why="claim")
        if self._tree.quote_of[noun.i] >= 0:
            return Status(False, why="quotation")
        if any(k.dep_ in ("det", "neg") and k.lower_ in ("no", "any") for k in self._tree.kids(noun)):
            return Status(False, Polarity.NEGATIVE, "negated")
        if any(k.dep_ == "amod" and self.hedges(k, "adjective") for k in self._tree.kids(noun)):
            return Status(False, why="hedged")
        if supported is False:
            return Status(False, why="not carried out")
        if definite in _TIGHT or definite == "poss" or definite.endswith("s"):
            return Status(True) if supported is None else self._carried(noun, frame)
        if supported:
            return self._carried(noun, frame)
        if frame is not None and noun.dep_ in ("nsubj", "nsubjpass"):
            return self.status(frame.predicate)
        if noun.dep_ == "pobj" and noun.head.lower_ in (
            "after",
            "during",
            "following",
            "amid",
            "since",
            "in",
            "from",
            "at",
        ):
            return self._carried(noun, None)
        return Status(False, why="mentioned")

    def _carried(self, noun: Token, frame: Frame | None) -> Status:
        if frame is not None:
            return self.status(frame.predicate)
        above = next((t for t in self._tree.ancestors(noun) if t.i in self._frames), None)
        return self.status(above) if above is not None else Status(True)


def _alone_in_quotes(tree: Tree, token: Token) -> bool:
    """ "Berg “killed” Wei": a word in marks is somebody else's, or not meant so; not "“Dune” *beat* “Barbie”"."""
    if not 0 < token.i < len(tree.tokens) - 1 or token.whitespace_:
        return False
    before, after = tree.tokens[token.i - 1], tree.tokens[token.i + 1]
    return before.text in _MARKS and after.text in _MARKS and not before.whitespace_
