"""Verdicts: what is said to be true, a lie, without basis, or somebody's fault ("that is false", "called it nonsense").

The verdict on a claim is a side on its content, and the verdict on a person a side on what that person said last.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.answering import is_given, is_verdict
from kg.extract.antecedents import ANAPHORS, CLAIMED, STORIES, Antecedents, Reports, spoken
from kg.extract.clarity import of_something
from kg.extract.merits import merit
from kg.extract.position import Content, taken_up, turned
from kg.extract.propositions import VERDICT, Node
from kg.lexicon import Lexicon
from kg.model import ACTORS, Certainty, Mode, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.dissent import contrary
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

_GOING_ON = frozenset(("so", "right"))
"""Words that open a speech, and judge nothing then."""
_BRIEF = 4
"""Words of a verdict that stands alone."""
_ENDS = frozenset(".!?")
_WHAT = frozenset(("ADP", "DET", "NOUN", "PRON", "PROPN", "NUM"))
"""Parts of speech that follow "not" in a fragment that denies: "not us", "not this year"; "not bad" does not."""
_ALLEGED = frozenset(("Accusation", "Announcement", "Rumour", "Statement", "Suspicion"))
"""Kinds of nouns for what is claimed, and nothing else: who mocks a warning may yet believe it."""
_GOES_ON = frozenset(("acl", "relcl", "ccomp", "xcomp", "csubj", "advcl"))
"""Clauses by which a verdict is on something of its own: "it is nonsense *to wait*"."""
_THE = frozenset("the this that her his their these those".split())
_UPHOLDING = frozenset((("stand", "verb by"), ("stick", "verb to"), ("stick", "verb by")))
"""Verbs, with the pattern of their report, by which one says again what one has said."""


class Verdicts:
    """Finds the sides that verdicts take on earlier claims."""

    def __init__(self, reports: Reports, back: Antecedents, tree: Tree, found: Resolution, lexicon: Lexicon) -> None:
        self._reports, self._back, self._tree = reports, back, tree
        self._found, self._lexicon = found, lexicon

    def clause(self, saying: Saying, frame: Frame) -> list[Content]:
        """What a clause inside a report judges, if it does nothing else."""
        return (
            self._verdict(saying, frame)
            or self._of_what_is_told(saying, frame)
            or self._truth(saying, frame)
            or self._innocent(saying, frame)
        )

    def in_a_word(self, saying: Saying, head: Token) -> Polarity | None:
        """ "Says the opposite", "not so, she said", "Nonsense, says the union": the side that one word takes."""
        if contrary(self._tree, head):
            return Polarity.NEGATIVE
        first = saying.pattern == "verb object" and head.i < saying.cue.i and saying.content == {head.i}
        return self._side_of(head) if first else None

    def opening(self, saying: Saying) -> list[tuple[Token, Content]]:
        """ "“Rubbish,” said Wei. “We got nothing.”", "Not us. We were away.": a verdict before all else."""
        if saying.pattern not in ("quotation", "label"):
            return []
        tokens = [self._tree.tokens[i] for i in sorted(saying.content)]
        first = self._tree.quote_tokens[saying.quotes[0]][-1] if len(saying.quotes) > 1 else -1
        end = next((n for n, t in enumerate(tokens) if t.text in _ENDS or t.i == first), len(tokens))
        piece = tokens[:end]
        words = [t for t in piece if t.is_alpha]
        if not words or end + 1 >= len(tokens) or any(t.pos_ in ("VERB", "AUX") for t in piece):
            return []
        found = self.fragment(saying, frozenset(t.i for t in piece))
        return [(words[0], item) for item in found]

    def fragment(self, saying: Saying, inside: frozenset[int] | None = None) -> list[Content]:
        """ "“Nonsense,” says the driver", "Not so, she said": a verdict, and nothing else."""
        words = [t for i in sorted(inside or saying.content) if (t := self._tree.tokens[i]).is_alpha]
        if words and words[0].lower_ in _GOING_ON and (len(words) > 1 or inside is not None):
            return []  # "so far so good", "“Right,” said Wei. “Let us go.”"
        whole = self._lexicon.verdict("_".join(t.lower_ for t in words[:_BRIEF]), "answer")
        side = whole or next((s for t in words if (s := self._side_of(t)) is not None), None)
        first = bool(words) and words[-1].i < saying.cue.i
        if not spoken(saying) or self._reports.claimant(saying) is None:
            return []
        alone = first or saying.quotes or saying.pattern == "label"
        if side is None and alone and self._not_that(words):
            return [(None, Polarity.NEGATIVE, Certainty.CERTAIN)]
        if side is None or not alone or len(words) > _BRIEF or any(t.pos_ == "VERB" for t in words):
            return []
        side = side.opposite if whole is None and any(t.lower_ == "not" for t in words) else side
        unknown: list[Content] = [(None, side, Certainty.CERTAIN)] if side is Polarity.NEGATIVE else []
        return taken_up(self._back.last(saying, pronoun=words[0] if inside else saying.cue), side) or unknown

    def _not_that(self, words: Sequence[Token]) -> bool:
        """ "“Not this year,” said Wei", "“Not us.”", but "not bad"."""
        few = 1 < len(words) <= _BRIEF and not any(t.pos_ == "VERB" for t in words)
        valued = any(k.dep_ == "amod" for t in words for k in self._tree.kids(t))  # "not a good day"
        return few and words[0].lower_ == "not" and words[1].pos_ in _WHAT and not valued

    def verdict_on(self, saying: Saying) -> list[Content]:
        """ "called the claim a lie", "dismissed the report as fake": the side that the report itself takes."""
        frame = saying.frame
        if frame is None or saying.pattern not in ("verb object complement", "verb as") or not is_given(saying):
            return []
        held = [*(t for o in frame.obliques if o.prep == "as" for t in o.heads), *frame.objects]
        held += [t for k in self._tree.kids(frame.predicate) if k.lower_ == "as" for t in self._tree.kids(k)]
        held += [k for t in frame.objects for k in self._tree.kids(t) if k.dep_ == "appos"]
        sides = [s for t in held if (s := self._side_of(t)) is not None]
        sides += [s for s in [self._judged(frame)] if s is not None]
        about = [t for t in frame.objects if t.dep_ == "dobj" or t.dep_.startswith("nsubj")]
        about = list(saying.heads) if frame.relativised else about
        about = [k for t in held if t.dep_ == "oprd" for k in self._named(t)] if sides and not about else about
        about = about or (list(saying.heads) if saying.pattern == "verb as" else [])
        if about and not sides and (side := self._derided(frame, held, about[0])) is not None:
            sides = [side]
        about = about or [t for h in held if h.dep_ == "oprd" and (t := self._tree.kid(h, "poss"))]  # "her delusional"
        if about and not sides and (side := self._person_side(held)) is not None:  # "called him a liar"
            whose = self._found.root(about[0])
            said = self._back.said_by(whose, saying.cue, near_by=True) if whose is not None else []
            return taken_up(said, side)
        if not sides or not about:
            return []
        inner = self._back.at(about[0])
        if inner is not None and inner.pattern == "noun that":  # "called absurd the claim that she left"
            told = (self._reports.positions[n] for n in self._reports.of(inner))
            stated = [(p.content, p.polarity, Certainty.CERTAIN) for p in told if p.content and p.mode is Mode.STATED]
            return taken_up(stated[:1], sides[0])
        return taken_up(self._back.meant(saying, about[0]), sides[0]) or self._on_some_claim(
            frame, held, about[0], sides[0]
        )

    def _on_some_claim(self, frame: Frame, held: list[Token], about: Token, side: Polarity) -> list[Content]:
        """ "called the report false", "called that a lie": that it is not so is stated, whichever claim is meant.

        Not of a proposal, nor where the report says itself what it says.
        """
        own = any(k.dep_ in _GOES_ON or k.dep_ == "prep" for k in about.rights)
        claim = side is Polarity.NEGATIVE and not own and self._of_claim(about, self._mocks(frame, held))
        return [(None, side, Certainty.CERTAIN)] if claim else []

    def upheld(self, saying: Saying) -> list[Content]:
        """ "The Courier stood by its report": what one said oneself is said again."""
        frame = saying.frame
        if frame is None or (frame.lemma, saying.pattern) not in _UPHOLDING or saying.negated or not is_given(saying):
            return []
        who, head = self._reports.claimant(saying), saying.heads[0]
        owner = self._tree.kid(head, "poss")
        rows = self._lexicon.reporting(head.lemma_.lower(), "noun")
        its_own = head.lower_ == "it" or (owner is not None and self._found.root(owner) == who and bool(rows))
        if who is None or not its_own:  # "it" is what one said, where one said anything
            return []
        return self._back.said_by(who, saying.cue)[:1] or self._back.denied_before(saying)

    def charge(self, saying: Saying) -> list[Content] | None:
        """ "Berg pleaded not guilty", "maintained her innocence", "denied any wrongdoing": what she is accused of.

        None where the report is of no guilt.
        """
        if saying.row is None or saying.row.polarity is not Polarity.NEGATIVE:
            return None
        words = saying.cue_tokens if saying.pattern == "answer" else saying.heads[:1]
        if not any(self._lexicon.verdict(t.lemma_.lower(), "charge") for t in words):
            return None
        return self._back.accused(saying, self._found.root(saying.source) if saying.source is not None else None)

    def announces(self, frame: Frame) -> bool:
        """ "It is not true, that the mill closed": "it" stands for the clause that follows, which says all there is."""
        if len(frame.subjects) != 1 or frame.subjects[0].lower_ != "it" or self._judged(frame) is None:
            return False
        beside = frame.inside.complements if frame.inside is not None else ()
        after = (c.head for c in beside if c.form == "that" and c.head.i > frame.predicate.i)
        return any(head.head.i != frame.predicate.i for head in after)  # "it's a lie, and she will hear from us"

    def untold(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "That is pure invention", where nothing tells which claim is meant: whatever it is, it is not true."""
        own = any(c.head.i > frame.predicate.i for c in frame.complements)  # but "it is not true, it is a slander"
        plain = is_verdict(frame) and frame.lemma == "be" and frame.modal is None and not own
        if not plain or len(frame.subjects) != 1 or self._judged(frame) is not Polarity.NEGATIVE:
            return []
        subject, tree = frame.subjects[0], self._tree
        held = [frame.predicate, *frame.objects, *((frame.acomp,) if frame.acomp is not None else ())]
        if any(k.dep_ in _GOES_ON for t in held for k in tree.kids(t)) or not self._of_claim(
            subject, self._mocks(frame, held)
        ):
            return []
        number = self._reports.propositions.verdict(frame, subject, self._reports.claimant(saying))
        return [(("p", number), Polarity.POSITIVE if frame.negated else Polarity.NEGATIVE, Certainty.CERTAIN)]

    def _of_what_is_told(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "It is absurd to suggest that she left", "any claim that she left is false": she did not, then."""
        side = self._judged(frame) if frame.lemma == "be" and len(frame.subjects) == 1 else None
        if side is None or frame.obliques or (frame.modal is not None and frame.modal.lower_ != "would"):
            return []
        subject = frame.subjects[0]
        held = [frame.predicate, *frame.objects, *((frame.acomp,) if frame.acomp is not None else ())]
        below = [k for t in held for k in self._tree.kids(t) if k.dep_ in _GOES_ON and k.tag_ == "VB"]
        told = below if subject.lower_ == "it" or subject in below else [subject] if subject.pos_ == "NOUN" else []
        if subject.lower_ == "it" and not frame.negated and any(c.form == "that" for c in frame.complements):
            told, side = held, Polarity.POSITIVE  # "it is untrue that she left": the word itself reports, and denies
        inner = next((s for t in told if (s := self._back.at(t)) is not None), None)
        above = inner.parent if inner is not None else None
        if above is not None and above.frame is frame and above is not saying:
            above = above.parent  # "it is *wrong* to say that": a report of its own, of what the verdict is on
        if inner is None or inner is saying or above is not saying or not inner.heads or inner.negated:
            return []
        mine = (self._reports.positions[n] for n in self._reports.of(inner))
        said = [(p.content, p.polarity, Certainty.CERTAIN) for p in mine if p.content and p.mode is Mode.STATED]
        return taken_up(said[:1], side.opposite if frame.negated else side)

    def on_clause(self, frame: Frame) -> tuple[Token, bool] | None:
        """The clause of "it is *false* that she left", "it was a *myth* that …", and whether that denies it."""
        plain = is_verdict(frame) and frame.lemma == "be" and [t.lower_ for t in frame.subjects] == ["it"]
        side = self._judged(frame) if plain else None
        held = [*frame.objects, *((frame.acomp,) if frame.acomp is not None else ())]
        granted = frame.negated and any(self._lexicon.verdict(t.lemma_.lower(), "granted") for t in frame.objects)
        if granted and frame.lemma == "be":  # "it is no secret that she left", "there is no question that …"
            side = Polarity.NEGATIVE
        if side is None or self._mocks(frame, held):
            return None
        below = (k for t in (frame.predicate, *held) for k in self._tree.kids(t) if k.dep_ in _GOES_ON)
        clause = next((k for k in below if self._told(k)), None)
        return (clause, (side is Polarity.NEGATIVE) != frame.negated) if clause is not None else None

    def _told(self, clause: Token) -> bool:
        """Whether a clause opens with "that" and has a subject of its own."""
        subject = self._tree.kid(clause, "nsubj", "nsubjpass", "expl")
        return subject is not None and subject.lower_ != "that" and clause.left_edge.lower_ == "that"

    def _mocks(self, frame: Frame, held: Sequence[Token]) -> bool:
        """ "called it *ridiculous*": what is said of prices and of rules as well, and need not deny a claim."""
        words = [*held, *([frame.acomp] if frame.acomp is not None else [])]
        return any(self._lexicon.verdict(t.lemma_.lower(), "mockery") is not None for t in words)

    def _derided(self, frame: Frame, held: Sequence[Token], about: Token) -> Polarity | None:
        """ "The accusation was *a joke*", "called the claim *outrageous*": no verdict on anything but a claim."""
        mocked = self._mocks(frame, [t for t in held if t is not about])
        return Polarity.NEGATIVE if mocked and self._of_claim(about, mocked=True) else None

    def _of_claim(self, subject: Token, mocked: bool) -> bool:
        """Whether a subject is what somebody said: "that", "the allegation", "her version".

        Of what is only mocked it must be a claim by name: "called the *accusation* absurd".
        """
        rows = self._lexicon.reporting(subject.lemma_.lower(), "noun") if subject.pos_ == "NOUN" else ()
        if mocked:
            return any(r.kind in _ALLEGED for r in rows)
        if subject.lower_ in ANAPHORS:
            return subject.tag_ != "WDT"
        return subject.lemma_.lower() in STORIES or any(r.kind in CLAIMED for r in rows)

    def _innocent(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "said that her client was innocent", "he is not guilty": what he is accused of is not so."""
        side = self._lexicon.verdict(frame.acomp.lemma_.lower(), "charge") if frame.acomp is not None else None
        if side is None or len(frame.subjects) != 1 or frame.obliques or frame.complements:
            return []
        side = side.opposite if frame.negated else side
        return [(node, side, c) for node, _, c in self._back.accused(saying, self._found.root(frame.subjects[0]))]

    def _truth(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "There is no truth in that", "the claim has no basis": as good as a verdict."""
        found = merit(self._tree, frame, self._lexicon)
        if found is None:
            return []
        return taken_up(self._back.meant(saying, found[0]), found[1])

    def _verdict(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "that is not true", "the claim was a lie", "called it nonsense", "she was wrong"."""
        if not is_verdict(frame):
            return []
        if person := self._person_judged(saying, frame):
            return person
        about = frame.subjects if frame.lemma in ("be", "seem", "sound") else frame.objects
        found = self._judged(frame) or (self._derided(frame, frame.objects, about[0]) if len(about) == 1 else None)
        if found is None or len(about) != 1:
            return []
        if about[0].lower_ == "it" and any(c.form == "that" for c in frame.complements):
            return []  # "it is untrue that she left": not what was said before
        polarity = found.opposite if frame.negated else found
        said = self._back.meant(saying, about[0])
        if about[0].pos_ == "PRON" and self._mocks(frame, frame.objects):
            said = [
                content for content in said if content[1] is Polarity.POSITIVE
            ]  # "refuses to pay": "it's ridiculous"
        return [
            (node, polarity, sure) if self._is_verdict(node) else (node, turned(side, polarity), sure)
            for node, side, sure in said
        ]

    def _is_verdict(self, node: Node | None) -> bool:
        """ "That is false", says Berg; "that is not true", says Wei: a verdict after a verdict is on the same thing."""
        if node is None or node[0] != "p":
            return False
        return any(w.made.rule == VERDICT for w in self._reports.propositions.made[node[1]].wordings[:1])

    def _person_judged(self, saying: Saying, frame: Frame) -> list[Content]:
        """ "said she was wrong", "the mayor was lying": what somebody else said last is not so."""
        word = frame.acomp if frame.acomp is not None else frame.predicate
        told = frame.objects[0] if frame.objects else None
        names = [word.lemma_.lower(), frame.lemma]
        if told is not None and told.lower_ not in ANAPHORS and not self._story(told):  # "is a liar"
            names = [f"{frame.lemma}_{told.lemma_.lower()}", *([told.lemma_.lower()] if frame.lemma == "be" else [])]
        if told is not None:  # "has got the wrong end of the stick"
            described = (k for k in self._tree.kids(told) if k.dep_ == "amod")
            names += [f"{frame.lemma}_{k.lower_}_{told.lemma_.lower()}" for k in described]
        side = next((s for name in names if (s := self._lexicon.verdict(name, "person")) is not None), None)
        if side is None or len(frame.subjects) != 1 or frame.obliques or frame.complements:
            return []
        if self._lexicon.reporting(frame.subjects[0].lemma_.lower(), "noun"):
            return []  # "the polls are wrong"
        whose = self._found.root(frame.subjects[0])
        if whose in (None, self._reports.claimant(saying)) or self._found.type(whose) not in ACTORS:
            return []
        side = side.opposite if frame.negated else side
        near_by = told is None or not self._story(told)
        return taken_up(self._back.said_by(whose, saying.cue, near_by=near_by), side)

    def _story(self, told: Token) -> bool:
        """ "Made up *the story*", "invented *the whole thing*": what somebody said."""
        lemma = told.lemma_.lower()
        known = (
            lemma == "thing"
            or lemma in STORIES
            or any(r.kind in CLAIMED for r in self._lexicon.reporting(lemma, "noun"))
        )
        return known and any(k.lower_ in _THE for k in self._tree.kids(told))

    def _person_side(self, words: Sequence[Token]) -> Polarity | None:
        """The side of "a liar"; not of "a serial liar", who need not have lied this time."""
        plain = (t for t in words if self._tree.kid(t, "amod") is None)
        return next((s for t in plain if (s := self._lexicon.verdict(t.lemma_.lower(), "person")) is not None), None)

    def _named(self, verdict: Token) -> list[Token]:
        """ "called the report nonsense", where the parse takes both nouns for one."""
        kids = (k for k in self._tree.kids(verdict) if k.dep_ == "compound")
        return [k for k in kids if self._lexicon.reporting(k.lemma_.lower(), "noun")]

    def _judged(self, frame: Frame) -> Polarity | None:
        words = [t for t in frame.objects if t.dep_ in ("attr", "oprd")]
        if frame.acomp is not None:
            words = [frame.acomp]
        elif frame.lemma == "be" and not words:  # "that is not so"
            words = [a for a in frame.adverbs if a.lower_ == "so"]
        words += [k for t in words if t.pos_ == "ADJ" for k in self._tree.kids(t) if k.dep_ == "amod"]  # "false, vile"
        return next((side for t in words if (side := self._side_of(t)) is not None), None)

    def _side_of(self, token: Token) -> Polarity | None:
        pos = "noun" if token.pos_ in ("NOUN", "PROPN") else "adjective"
        if pos == "noun" and (side := self._side_of_phrase(token)) is not None:
            return side
        if pos == "noun" and of_something(self._tree, token):
            return None
        own = self._lexicon.verdict(token.lemma_.lower(), pos) or self._lexicon.verdict(token.lower_, pos)
        if own is None and token.pos_ == "ADJ":  # "that is nonsense", where the parse makes it an adjective
            own = self._lexicon.verdict(token.lemma_.lower(), "noun")
        if own is None and pos == "noun" and (token.lower_ == "news" or self._is_claim(token)):
            kids = (k for k in self._tree.kids(token) if k.dep_ == "amod")  # "fake news", "a vile, baseless claim"
            held = (t for k in kids for t in self._tree.conjuncts(k))
            return next((s for t in held if (s := self._lexicon.verdict(t.lower_, "adjective")) is not None), None)
        return own

    def _side_of_phrase(self, noun: Token) -> Polarity | None:
        """ "an urban legend", "wishful thinking", "a work of fiction": words that are a verdict only together."""
        for kid in self._tree.kids(noun):
            if kid.dep_ in ("amod", "compound"):
                side = self._lexicon.verdict(f"{kid.lower_}_{noun.lemma_.lower()}", "noun")
            elif kid.lower_ == "of" and (held := self._tree.kids(kid)):
                side = self._lexicon.verdict(f"{noun.lemma_.lower()}_of_{held[0].lemma_.lower()}", "noun")
            else:
                continue
            if side is not None:
                return side
        return None

    def _is_claim(self, noun: Token) -> bool:
        return bool(self._lexicon.reporting(noun.lemma_.lower(), "noun"))
