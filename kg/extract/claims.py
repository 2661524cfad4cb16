"""Claims: the positions that people take on propositions, and which of them report which.

A saying of the text makes one claim for each proposition of its content. A report without a content of its own takes
that of what it answers ("Brehme denied it"); a later mention of a position ("his denial") is further evidence for the
claim it repeats.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.answers import Answers
from kg.extract.antecedents import GENERAL, Antecedents
from kg.extract.disbelief import withdrawn
from kg.extract.disputes import take_sides
from kg.extract.evidence import content_spans, cue_spans, cue_words, quotations, source_spans
from kg.extract.factuality import Factuality
from kg.extract.interviews import spoken_to
from kg.extract.negation import BELIEFS, doubted, says_no, under_negation
from kg.extract.parties import Parties
from kg.extract.position import Content, Position, extend, weaker
from kg.extract.predications import Predication, Predications
from kg.extract.presented import presents
from kg.extract.propositions import Node, Propositions
from kg.lexicon import Lexicon, Reporting
from kg.model import Certainty, Kind, Modality, Mode, Polarity
from kg.resolve.resolution import Resolution
from kg.syntax.frames import Frame
from kg.syntax.saying import Saying
from kg.syntax.tree import Tree

OVER_CLAIMS = frozenset(("Acceptance",))
"""Event classes whose object may be somebody's claim: "she accepted his assurances"."""

_OBJECTS = frozenset(("verb object", "verb as", "passive object", "answer"))
_WITH_NOUN = ("verb", "passive object", "answer")
_BARE = frozenset(f"{of} object" for of in ("verb", "passive"))
_BARE |= frozenset(f"verb {prep}" for prep in ("about", "of", "on", "for", "to", "against", "as"))
_MOST_ABOUT = 3


class Claims:
    """The positions of a document and the propositions they are about; `made` says what each saying came to."""

    def __init__(
        self,
        tree: Tree,
        sayings: list[Saying],
        preds: Predications,
        found: Resolution,
        facts: Factuality,
        lexicon: Lexicon,
    ) -> None:
        self._tree, self._preds, self._found, self._facts, self._lexicon = tree, preds, found, facts, lexicon
        self.propositions = Propositions(tree, found, lexicon, self._claim_argument)
        self.positions: list[Position] = []
        self.made: dict[int, list[int]] = {}
        self._number_of: dict[tuple[object, ...], int] = {}
        self.sides: dict[int, tuple[Mode, Polarity, Certainty]] = {}
        """What each saying does with the first clause of its content, whether or not a proposition came of it."""
        self.clauses: dict[int, list[tuple[Token, Content]]] = {}
        """What each saying says, clause by clause."""
        self._back = Antecedents(self, sayings, tree, found, lexicon)
        self._parties = Parties(tree, preds, found)
        self._spoken_to = spoken_to(sayings)
        self._answers = Answers(self, self._back, tree, found, lexicon)
        self._by_cue: dict[int, Saying] = {s.cue.i: s for s in sayings}
        for saying in sayings:
            if saying.frame is not None and saying.frame.acomp is not None:
                self._by_cue.setdefault(saying.frame.acomp.i, saying)
        self._open: set[int] = set()
        self._reading: set[int] = set()
        ordered = sorted(sayings, key=lambda s: (self._bare(s), _depth(s)))
        for saying in ordered:
            self.of(saying)
        for saying in ordered:
            self._linked(saying)
        self.propositions.entailed()
        self.weighed = take_sides(self, ordered, tree, found, lexicon, preds.frames)  # what weights are fitted to

    def reports(self, lemma: str) -> bool:
        """Whether a verb is one that reports, so that its prepositions make no relation of their own."""
        return bool(self._lexicon.reporting(lemma, "verb"))

    def _bare(self, saying: Saying) -> bool:
        """ "X denies fraud": a headline is read after the text that says of whom."""
        made = [self._preds.nouns.get(head.i) for head in saying.heads]
        return saying.pattern.startswith("verb") and any(m is not None and not m.roles for m in made)

    def claimant(self, saying: Saying) -> int | None:
        """The cluster of the source, None where nobody is named: of "Berg, a Democrat who said so", Berg."""
        source = saying.source
        if source is not None and source.dep_ == "appos" and source.head.ent_type_ == "PERSON":
            source = source.head
        return self._found.root(self._spoken_to.get(source.i, source)) if source is not None else None

    def of(self, saying: Saying) -> list[int]:
        """The positions that a saying reports, by number."""
        key = id(saying)
        if key not in self.made:
            if key in self._open:
                return []
            self._open.add(key)
            self.made[key] = self._restated(saying) if saying.pattern == "noun alone" else self._reported(saying)
        return self.made[key]

    # -------------------------------------------------------------- one saying

    def _reported(self, saying: Saying) -> list[int]:
        row = saying.row
        contents = self._contents(saying)
        mode = row.mode if row else Mode.STATED
        verdicts = self._answers.verdicts
        if verdict := verdicts.verdict_on(saying) or verdicts.upheld(saying):  # "called it a lie" says it is not so
            contents, mode = verdict, Mode.STATED
            self.clauses[id(saying)] = [(head, verdict[0]) for head in saying.heads[:1]]
        if mode is Mode.STATED and self._asks(saying):
            contents, mode = [(node, Polarity.UNDERSPECIFIED, Certainty.CERTAIN) for node, _, _ in contents], Mode.ASKED
        if contents:
            _, polarity, certainty = contents[0]
        else:
            polarity = row.polarity if row else Polarity.POSITIVE
            polarity, certainty = under_negation(row, polarity) if saying.negated else polarity, _certainty(row)
        if mode is not Mode.STATED:  # who asks, demands, hopes or judges leaves no doubt that they do
            certainty = Certainty.CERTAIN
        withheld = self._facts.withheld(saying.frame) or (saying.negated and self._negated_above(saying))
        side = Polarity.UNDERSPECIFIED if withheld else polarity
        self.sides[id(saying)] = (mode, side, certainty)
        out = [
            number
            for node, side, sure in contents
            if node is not None
            for number in self._numbers(saying, mode, side, sure if mode is Mode.STATED else Certainty.CERTAIN, node)
        ]
        if not out and ((about := self._about(saying)) or saying.quotes):
            return self._numbers(saying, mode, polarity, certainty, None, about)
        return out

    def _asks(self, saying: Saying) -> bool:
        """ "Courier: Did you sell it?": words that are quoted or labelled, and nothing but questions."""
        spoken = [self._preds.frames.get(head.i) for head in saying.heads]
        direct = saying.pattern in ("label", "quotation")
        return direct and bool(spoken) and all(f is not None and f.mood == "question" for f in spoken)

    def _numbers(
        self,
        saying: Saying,
        mode: Mode,
        polarity: Polarity,
        certainty: Certainty,
        content: Node | None,
        about: tuple[int, ...] = (),
    ) -> list[int]:
        """The positions of a saying on one content, by number: of each source ("*Chad and Malta* urged restraint")."""
        first = self.claimant(saying)
        sources = (first, *(root for root in self._parties.beside(saying) if root != first))
        return [self._number(saying, who, mode, polarity, certainty, content, about) for who in sources]

    def _number(
        self,
        saying: Saying,
        who: int | None,
        mode: Mode,
        polarity: Polarity,
        certainty: Certainty,
        content: Node | None,
        about: tuple[int, ...],
    ) -> int:
        quoted = quotations(self._tree, saying)
        key = (who, mode, polarity, certainty, content, about, () if content or about else tuple(quoted))
        number = self._number_of.get(key)
        if number is None:
            number = self._number_of[key] = len(self.positions)
            self.positions.append(Position(who, mode, polarity, certainty, content, about, saying.pattern))
        position = self.positions[number]
        extend(position.quotations, quoted)
        extend(position.kinds, [saying.row.kind] if saying.row is not None else [])
        told, against = self._parties.of(saying, who)
        extend(position.addressees, told)
        extend(position.against, against)
        position.contents.update(dict.fromkeys(content_spans(self._tree, saying)))
        self._witness(position, saying)
        return number

    def _witness(self, position: Position, saying: Saying) -> None:
        extend(position.cues, [cue_words(self._tree, saying)])
        position.sources.update(dict.fromkeys(source_spans(self._tree, saying)))
        position.cue_spans.update(dict.fromkeys(cue_spans(self._tree, saying)))

    def _restated(self, saying: Saying) -> list[int]:
        """ "his denial": evidence for the last claim of that person with that polarity; makes none of its own."""
        who, row = self.claimant(saying), saying.row
        if who is None or row is None or row.kind in GENERAL:
            return []
        for earlier in self._back.before(saying.cue):
            for number in self.of(earlier):
                position = self.positions[number]
                same = position.claimant == who and position.polarity is row.polarity and position.mode is row.mode
                if same and position.content is not None:
                    self._witness(position, saying)
                    return [number]
        return []

    # -------------------------------------------------------------- who reports whom

    def put_forward(self, saying: Saying) -> bool:
        """Whether a report, and all that is told of it, is put forward as having been made."""
        if numbers := self.made.get(id(saying), []):
            return any(self.positions[n].presented for n in numbers)
        return self._shown(saying)

    def take(self, saying: Saying, polarity: Polarity, certainty: Certainty, node: Node, rule: str) -> None:
        """Note one more position that a saying reports: what it means without saying it."""
        made, fresh = self.made.setdefault(id(saying), []), len(self.positions)
        for number in self._numbers(saying, Mode.STATED, polarity, certainty, node):
            if number not in made:
                made.append(number)
                self.positions[number].rule = rule if number >= fresh else self.positions[number].rule
                self._linked(saying)

    def take_back(self, saying: Saying, node: Node) -> None:
        """Note that a saying is not of a content that it has from another one: what it says itself is left."""
        gone = withdrawn(self, self._tree, saying, node)
        self._number_of = {key: n for key, n in self._number_of.items() if n not in gone}

    def _linked(self, saying: Saying) -> None:
        """Say of a saying's positions which claims report them, and whether those put them forward."""
        above = saying.parent
        parents = self.made.get(id(above), []) if above is not None else []
        for number in self.made.get(id(saying), []):
            position = self.positions[number]
            extend(position.parents, [p for p in parents if p != number])
            position.article_voice = position.article_voice or above is None
            position.presented = position.presented or self._shown(saying)

    def _shown(self, saying: Saying) -> bool:
        """Whether nothing encloses a report, or what does puts it forward, and the article does not only suppose it."""
        parents = [self.positions[n] for n in self.made.get(id(saying.parent), [])]
        shown = saying.parent is None or presents(saying, parents, self.claimant)
        return shown and not self._facts.supposed(saying.frame)

    # -------------------------------------------------------------- contents

    def _contents(self, saying: Saying) -> list[Content]:
        """What a saying is to the effect of, each with the polarity that the claimant holds it with."""
        if id(saying) in self._reading:
            return []  # "a claim he denied": each is the other's head
        self._reading.add(id(saying))
        row = saying.row
        negated = saying.negated and not self._negated_above(saying)
        out: list[Content] = []
        units = self.clauses[id(saying)] = []
        for head, (node, polarity, certainty) in self._told(saying):
            if negated:
                polarity = under_negation(row, polarity)
            elif row is not None and row.polarity is Polarity.UNDERSPECIFIED:
                polarity = Polarity.UNDERSPECIFIED
            elif row is not None and row.polarity is Polarity.NEGATIVE:
                polarity = polarity.opposite
            content = (node, polarity, weaker(certainty, _certainty(row)))
            if head is not None:
                units.append((head, content))
            extend(out, [content])
        self._reading.discard(id(saying))
        return out

    def _told(self, saying: Saying) -> list[tuple[Token | None, Content]]:
        heads = () if saying.pattern == "noun alone" else saying.heads
        if charged := self._answers.verdicts.charge(saying):  # "denied any wrongdoing"
            return [(None, item) for item in charged]
        out: list[tuple[Token | None, Content]] = [(head, item) for head in heads for item in self._head(saying, head)]
        if (opening := self._answers.verdicts.opening(saying)) or any(content[0] is not None for _, content in out):
            return [*opening, *out]
        if not self._facts.carried_out(saying.frame):
            return out
        return [(None, item) for item in self._answers.to(saying) or self._answers.verdicts.fragment(saying)] or out

    def _head(self, saying: Saying, head: Token) -> list[Content]:
        """What one predicate of a content says: another claim, or propositions."""
        frame = self._preds.frames.get(head.i)
        if frame is not None and self._answers.verdicts.announces(frame):
            return []
        if frame is not None and (back := self._answers.clause(saying, frame)):
            return back
        inner = self._by_cue.get(head.i)
        nominal = head.pos_ == "NOUN" and saying.pattern in _OBJECTS
        if inner is not None and inner is not saying and inner.pattern != "noun alone":
            if self._names_no_content(inner):
                return self._predicated(saying, head, frame)
            if nominal:  # "denied the allegations of meddling": the denial is of the meddling
                return self._contents(inner)
            if self._is_plan(inner):
                plans = (plan for t in inner.heads if (plan := self._preds.at(t)) is not None)
                future = (self._worded(saying, plan, Modality.FUTURE, False, Certainty.CERTAIN) for plan in plans)
                return [content for contents in future for content in contents]
            outer = Polarity.NEGATIVE if inner.negated and self._negated_above(inner) else Polarity.POSITIVE
            if reported := self.of(inner):
                return [(("c", n), outer, Certainty.CERTAIN) for n in reported]
        if (doubt := doubted(self._tree, frame, self._by_cue)) is not None:
            return self._contents(doubt)
        through = frame and (self._facts.lets_through(frame) or self._answers.verdicts.on_clause(frame))
        if through:  # "managed to meet": what it comes to is a meeting
            clause, turned = through
            return [(n, p.opposite if turned else p, c) for n, p, c in self._head(saying, clause)]
        if nominal and self._lexicon.reporting(head.lemma_.lower(), "noun"):
            return [(None, Polarity.POSITIVE, Certainty.CERTAIN)]
        return self._predicated(saying, head, frame)

    def _predicated(self, saying: Saying, head: Token, frame: Frame | None) -> list[Content]:
        """The propositions of one predicate, or at least the side that its words take."""
        modality, certainty = self._facts.modality(frame)
        negated = says_no(self._tree, saying, head, frame)
        for read in (lambda _: self._existing(frame), self._preds.at, self._preds.literal):
            made = read(head)
            if made is not None and (out := self._worded(saying, made, modality, negated, certainty)):
                return out
        if frame is None and not (head.pos_ == "NOUN" and saying.pattern.startswith(_WITH_NOUN)):
            return []
        return [(None, Polarity.NEGATIVE if negated else Polarity.POSITIVE, certainty)]

    def _existing(self, frame: Frame | None) -> Predication | None:
        """ "there was no meeting" is about a meeting, as "they did not meet" is."""
        if frame is None or frame.lemma != "be" or self._tree.kid(frame.predicate, "expl") is None:
            return None
        nouns = [made for t in frame.objects if (made := self._preds.nouns.get(t.i)) is not None]
        return nouns[0] if nouns and nouns[0].cls is not None else None

    def _worded(
        self, saying: Saying, made: Predication, modality: Modality | None, negated: bool, certainty: Certainty
    ) -> list[Content]:
        row = saying.row
        denied = negated != (row is not None and row.polarity is Polarity.NEGATIVE)
        found = self.propositions.of(made, modality, self.claimant(saying), denied=denied)
        return [
            (("p", number), Polarity.NEGATIVE if negated != turned else Polarity.POSITIVE, certainty)
            for number, turned in found
        ]

    def _is_plan(self, inner: Saying) -> bool:
        """ "said that it planned to close": what is said is a closing to come."""
        row = inner.row
        return row is not None and row.kind == "Intention" and inner.pattern == "verb to" and not inner.negated

    def _names_no_content(self, inner: Saying) -> bool:
        """A nested report without clause and content is a happening: "that the Treasury had warned the town".

        So is knowledge of a thing: "that she had known of the leak".
        """
        if inner.pattern not in _BARE or inner.frame is None:
            return False
        return (inner.row is not None and inner.row.kind == "Knowledge") or not any(
            node is not None for node, _, _ in self._contents(inner)
        )

    def _negated_above(self, saying: Saying) -> bool:
        """Whether a nested report's negation belongs to the claim around it: "he said they had not proved …"."""
        above = saying.parent
        return (
            above is not None
            and saying.cue in above.heads
            and not (saying.row is not None and saying.row.kind in BELIEFS)
        )

    def _claim_argument(self, made: Predication, token: Token) -> int | None:
        """The claim that an argument is: "accepted the assurances that …", "accepted it"."""
        if made.cls not in OVER_CLAIMS:
            return None
        subjects = {r for t in made.of("agent") for r in self._found.actors(t)}
        return self._answers.claim_of(self._by_cue.get(token.i), token, subjects)

    def _about(self, saying: Saying) -> tuple[int, ...]:
        """What a claim without a proposition is about: the entities its content is headed by."""
        roots = [r for head in saying.heads if (r := self._found.root(head)) is not None]
        if not roots:
            inside = (self._found.by_head.get(i) for i in sorted(saying.content))
            first = next((c for c in inside if c is not None and c.kind is Kind.NAMED), None)
            roots = [self._found.clusters.root(first)] if first is not None else []
        who = self.claimant(saying)
        return tuple(dict.fromkeys(r for r in (*roots, *self._parties.praised(saying)) if r != who))[:_MOST_ABOUT]


def _depth(saying: Saying) -> tuple[int, int]:
    return (sum(1 for _ in saying.around()), saying.cue.i)


def _certainty(row: Reporting | None) -> Certainty:
    return row.certainty if row else Certainty.CERTAIN
