"""Extractions made by hand, with every kind of thing that a graph can hold; all people and places are invented."""

from __future__ import annotations

from datetime import date

from kg.model import (
    Certainty,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Extraction,
    Kind,
    Mention,
    Modality,
    Mode,
    Polarity,
    Proposition,
    Provenance,
    Relation,
    Role,
    Span,
    Timex,
)

PROVENANCE = Provenance("0.1.0", "a_model", "3.8.0", "ab12", "cd34")

TEXT = (
    "Mayor Ana Silva met Jon Berg, the former harbour master of Port Novo, in Port Novo on Friday, 7 July 2017, "
    "at the harvest fair. The meeting lasted two hours. Berg did not support the League. "
    "Silva told reporters that the council had sold the pier. Berg denied it. "
    "An official from the council said Berg had accepted Silva's claim. Silva said she would visit the pier. "
    '"A disgrace," said Berg of the sale. It was reportedly a secret. Silva and Berg posed for the two mayors. '
    "Nobody said that Berg sold the pier."
)


def span(words: str, text: str = TEXT, *, nth: int = 1) -> Span:
    """Where words stand in a text, by default for the first time."""
    begin = -1
    for _ in range(nth):
        begin = text.index(words, begin + 1)
    return Span(begin, begin + len(words))


def evidence(*words: str, rule: str = "clause", confidence: float = 0.9, text: str = TEXT) -> Evidence:
    """Evidence from the first place where each of the words stands."""
    return Evidence(tuple(span(one, text) for one in words), rule, confidence)


def named(ref: str, words: str, kind: str = "Person", *, nth: int = 1) -> Mention:
    """A mention by name."""
    return Mention(span(words, nth=nth), Kind.NAMED, kind, ref, "name")


def stated(ref: str, claimant: str | None, content: str | None, polarity: Polarity, cue: str, **more: object) -> Claim:
    """A statement with full certainty."""
    words = evidence(cue, rule="reporting verb")
    return Claim(
        ref,
        claimant,
        Mode.STATED,
        polarity,
        Certainty.CERTAIN,
        words,
        content=content,
        cues=(cue,),
        cue_spans=words.spans,
        **more,  # type: ignore[arg-type]
    )


def fair() -> Extraction:
    """An article with people, offices, a group, events, times, and claims about claims."""
    friday = Timex("2017-07-07", span("Friday, 7 July 2017"))
    sale = span("the council had sold the pier")
    return Extraction(
        Document(
            TEXT,
            id="fair-1",
            title="Mayor and harbour master at odds",
            date=date(2017, 7, 8),
            publisher="The Port Novo Post",
            url="https://news.example/fair?id=1",
            author="I. Writer",
        ),
        PROVENANCE,
        entities=(
            Entity(
                "e1", "Ana Silva", "Person", True, names=("Silva",), same_as=("https://www.wikidata.org/entity/Q1",),
                roles=(Role("Mayor", "e3", evidence("Mayor", rule="title before name")),),
            ),
            Entity(
                "e2", "Jon Berg", "Person", True, names=("Berg",),
                roles=(
                    Role("harbour master", "e3", evidence("the former harbour master of Port Novo"), former=True),
                    Role("speaker", None, evidence("said Berg"), time=friday),
                ),
            ),
            Entity("e3", "Port Novo", "City", True),
            Entity("e4", "harvest fair", "Event", False),
            Entity("e5", "the meeting", "Event", False),
            Entity("e6", "League", "Organization", True),
            Entity("e7", "reporters", "Group", False, unnamed=True),
            Entity("e8", "council", "Organization", False),
            Entity("e9", "pier", "Concept", False),
            Entity("e10", "official from the council", "Person", False, unnamed=True, affiliation="e8"),
            Entity("e11", "the two mayors", "Group", False, members=("e1", "e2")),
            Entity("e12", "the sale", "Event", False),
        ),
        mentions=(
            named("e1", "Ana Silva"), named("e1", "Silva", nth=2), named("e2", "Jon Berg"), named("e2", "Berg", nth=2),
            named("e3", "Port Novo", "City", nth=2), named("e6", "League", "Organization"),
            Mention(span("the harvest fair"), Kind.NOMINAL, "Event", "e4", "noun phrase"),
            Mention(span("The meeting"), Kind.NOMINAL, "Event", "e5", "event noun"),
            Mention(span("reporters"), Kind.NOMINAL, "Group", "e7", "noun phrase"),
            Mention(span("the council"), Kind.NOMINAL, "Organization", "e8", "noun phrase"),
            Mention(span("the pier"), Kind.NOMINAL, "Concept", "e9", "noun phrase"),
            Mention(span("An official from the council"), Kind.NOMINAL, "Person", "e10", "noun phrase"),
            Mention(span("the two mayors"), Kind.NOMINAL, "Group", "e11", "noun phrase"),
            Mention(span("the sale"), Kind.NOMINAL, "Event", "e12", "event noun"),
            Mention(span("she"), Kind.PRONOUN, "Person", "e1", "pronoun"),
        ),
        relations=(
            Relation("e1", "kg:met", "e2", evidence("Ana Silva met Jon Berg"), event="e5"),
            Relation("e2", "kg:supports", "e6", evidence("Berg did not support the League"), Polarity.NEGATIVE),
            Relation("e1", "rel:pose_for", "e11", evidence("Silva and Berg posed for the two mayors")),
            Relation(
                "e3", "schema:containedInPlace", "e8", Evidence((span("Port Novo"),), "gazetteer", 0.8, "cities"),
                inferred=True,
            ),
            Relation("e8", "kg:supports", "e9", evidence("the council had sold the pier"), asserted=False),
        ),
        events=(
            Event(
                "e5", "Meeting", "the meeting", span("met"), evidence("Ana Silva met Jon Berg"),
                roles=(("agent", "e1"), ("agent", "e2")), places=("e3",), time=friday,
                duration=Timex("PT2H", span("two hours")), occasion="e4",
            ),
            Event("v1", "Travel", "posing", span("posed"), evidence("Silva and Berg posed"), roles=(("agent", "e1"),)),
            Event("v2", "Travel", "visit to the pier", span("visit"), evidence("visit the pier"), asserted=False),
            Event("e12", "Travel", "the sale", span("the sale"), evidence("the sale"), asserted=False),
        ),
        propositions=(
            Proposition(
                "p1", "the council sold the pier", "rel:sell", "e8", "e9", roles=(("agent", "e8"), ("patient", "e9")),
                spans=(sale,),
            ),
            Proposition("p2", "Jon Berg accepted Ana Silva's claim", "kg:accepted", "e2", "c1"),
            Proposition(
                "p3", "Ana Silva will visit the pier", "rel:visit", "e1", "v2",
                time=Timex("XXXX-WXX-5", span("Friday")), modality=Modality.FUTURE,
            ),
            Proposition("p4", "Jon Berg supports the League", "kg:supports", "e2", "e6"),
            Proposition("p5", "Jon Berg sold the pier", "rel:sell", "e2", "e9", spans=(span("Berg sold the pier"),)),
        ),
        claims=(
            stated(
                "c1", "e1", "p1", Polarity.POSITIVE, "told", addressees=("e7",), source_spans=(span("Silva", nth=2),),
                content_spans=(sale,), parents=("c3",), reporters=("e10",),
            ),
            stated("c2", "e2", "p1", Polarity.NEGATIVE, "denied"),
            stated("c3", "e10", "p2", Polarity.POSITIVE, "said"),
            stated("c4", "e1", "p3", Polarity.POSITIVE, "Silva said she would"),
            Claim(
                "c5", "e2", Mode.JUDGED, Polarity.NEGATIVE, Certainty.CERTAIN, evidence("said Berg of the sale"),
                about=("e12",), quotations=("A disgrace,",),
            ),
            stated("c6", None, "p1", Polarity.POSITIVE, "reportedly"),
            stated("c7", "e1", "p4", Polarity.POSITIVE, "posed"),
            stated("c8", "e10", "c2", Polarity.UNDERSPECIFIED, "Silva's claim"),
            stated("c9", "e1", "p5", Polarity.POSITIVE, "Nobody said", presented=False, article_voice=False),
        ),
    )  # fmt: skip


PIER_TEXT = "The council sold the pier, Ana Silva of the Port Novo council told the Globe. Jon Berg met Silva."


def pier() -> Extraction:
    """A second article, without an id, on some of the same people."""

    def proof(*words: str) -> Evidence:
        return evidence(*words, text=PIER_TEXT)

    def words(*all_words: str) -> tuple[Span, ...]:
        return tuple(span(one, PIER_TEXT) for one in all_words)

    return Extraction(
        Document(PIER_TEXT),
        PROVENANCE,
        entities=(
            Entity("e1", "council", "Organization", False),
            Entity("e2", "Ana Silva", "Person", True, names=("Silva",)),
            Entity("e3", "Jon Berg", "Person", True),
        ),
        mentions=tuple(
            Mention(*words(name), kind, type_, ref, "name")
            for name, kind, type_, ref in (
                ("The council", Kind.NOMINAL, "Organization", "e1"),
                ("Ana Silva", Kind.NAMED, "Person", "e2"),
                ("Jon Berg", Kind.NAMED, "Person", "e3"),
            )
        ),
        relations=(Relation("e3", "kg:met", "e2", proof("Jon Berg met Silva")),),
        propositions=(Proposition("p1", "Jon Berg met the mayor", "kg:met", "e3", "e2"),),
        claims=(
            Claim(
                "c1", "e2", Mode.STATED, Polarity.NEGATIVE, Certainty.PROBABLE, proof("told"), content="p1",
                cue_spans=words("told"),
            ),
        ),
    )  # fmt: skip
