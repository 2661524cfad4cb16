"""The lexicon: how strictly tables are read, what the look-ups give, and that the tables keep to the ontology."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import LexiconError
from kg.lexicon import Lexicon, lexicon
from kg.model import Certainty, Modality, Mode, Polarity
from kg.resources import ontology_dir

KG = "https://w3id.org/newskg/ns#"
TABLES = ontology_dir() / "lexicon"
Edit = Callable[[str, str, str], Path]


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon()


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """A copy of the tables in which one piece of text is replaced by another."""

    def changed(table: str, old: str, new: str) -> Path:
        folder = tmp_path / "lexicon"
        shutil.copytree(TABLES, folder)
        path = folder / f"{table}.tsv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return changed


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, set[str]]:
    """The classes and object properties of `kg.ttl`, and of each class those above it."""
    found: dict[str, set[str]] = {"property": set(), "event": set(), "claim": set()}
    above: dict[str, str] = {}
    for quad in ox.parse(path=ontology_dir() / "kg.ttl", format=ox.RdfFormat.TURTLE):
        name, value = str(quad.subject).strip("<>").removeprefix(KG), str(quad.object).strip("<>")
        if quad.predicate.value.endswith("#type") and value.endswith("#ObjectProperty"):
            found["property"].add(name)
        elif quad.predicate.value.endswith("#subClassOf"):
            above[name] = value.removeprefix(KG)
    for name in above:
        top = name
        while top in above:
            top = above[top]
        found[
            "event"
            if top.endswith("sem/Event")
            else "claim"
            if top == "http://www.w3.org/ns/prov#Entity"
            else "property"
        ].add(name)
    return found


# ------------------------------------------------------------------ reading


@pytest.mark.parametrize(
    ("table", "old", "new", "says"),
    [
        (
            "reporting",
            "\tstated\t",
            "\tshouted\t",
            "mode is 'shouted'; use one of stated, asked, demanded, hoped, judged",
        ),
        ("reporting", "\tnegative\t", "\tnay\t", "polarity is 'nay'; use one of positive, negative, underspecified"),
        ("reporting", "that,quote", "that,shout out", "frames are"),
        ("events", "\tnoun\t", "\tadverb\t", "pos is 'adverb'; use one of verb, noun"),
        ("events", "\tMeeting\t", "\tMeetng\t", "class is 'Meetng', which is no term of kg.ttl"),
        ("events", "\tmet\t", "\tmeet\t", "property is 'meet', which is no term of kg.ttl"),
        ("events", "\tsubj>by\t", "\tsubj\t", "use a property and, if needed, slot>slot"),
        ("events", "from=place", "from=origin", "use slot=role, the role one of agent, instrument"),
        ("events", "obj:Person", "obj:Persona", "use slot, slot:Type or slot=lemma|lemma"),
        ("factuality", "\tfalse\t", "\tno\t", "use one of true, false, unknown"),
        ("modals", "can\tpossible", "can\tperhaps", "use one of future, conditional, possible, necessary"),
        ("titles", "\toffice\t", "\tjob\t", "kind is 'job'; use one of office"),
        ("nouns", "\tPerson\t", "\tperson\t", "type is 'person'; use one of Person"),
        ("countries", "\tQ142\t", "\t142\t", "use an identifier such as Q30"),
        ("metonyms", "\tbuilding\t", "\thouse\t", "use one of capital, institution, building, bloc"),
        ("groups", "\tCountry\t", "\tState\t", "use one of Person, Country, City, Organization"),
        ("participation", "\tagent\t", "\tdoer\t", "use one of agent, participant"),
        ("subordinators", "if\tcondition\tno", "if\tcondition\tperhaps", "use one of yes, no, unknown"),
    ],
)
def test_lexicon_tells_what_to_use_instead_of_a_wrong_cell(
    edit: Edit, table: str, old: str, new: str, says: str
) -> None:
    with pytest.raises(LexiconError) as error:
        lexicon(edit(table, old, new))
    assert re.search(rf"{table}\.tsv:\d+: ", str(error.value))
    assert says in str(error.value)


def test_lexicon_names_the_line_of_a_row_with_too_few_cells(edit: Edit) -> None:
    folder = edit(
        "groups", "lemma\tmember\trank\tsource\n", "lemma\tmember\trank\tsource\n# a comment\naardvark\tPerson\n"
    )
    with pytest.raises(LexiconError, match=r"groups\.tsv:3: 2 cells; use 4: lemma member rank source"):
        lexicon(folder)


def test_lexicon_rejects_rows_out_of_order(edit: Edit) -> None:
    with pytest.raises(LexiconError, match=r"'actor' comes after 'zebra'; keep the rows sorted by lemma"):
        lexicon(edit("groups", "actor\t", "zebra\tPerson\t\town\nactor\t"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("annex\tverb\t", "annex\tverb\t\tannexed\t\t\t\town\nannex\tverb\t", "requires the same; keep one"),
        ("annexation\t", "annex\tverb\t\tannexed\t\t\tobj\town\nannexation\t", "requires nothing, so this one never"),
    ],
)
def test_lexicon_rejects_event_rows_that_can_never_be_the_first_to_fit(
    edit: Edit, old: str, new: str, says: str
) -> None:
    with pytest.raises(LexiconError, match=rf"events\.tsv:\d+: an earlier row of 'annex' {says}"):
        lexicon(edit("events", old, new))


def test_lexicon_rejects_a_name_that_stands_for_two_countries(edit: Edit) -> None:
    with pytest.raises(LexiconError, match="'Niger' stands in two rows"):
        lexicon(edit("countries", "Nigeria\tNG\t", "Nigeria\tNG\tNiger|"))


def test_lexicon_rejects_another_header(edit: Edit) -> None:
    with pytest.raises(LexiconError, match=r"modals\.tsv:1: the header is"):
        lexicon(edit("modals", "lemma\tmodality", "lemma\tmood"))


def test_lexicon_says_which_table_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"reporting\.tsv: cannot be read"):
        lexicon(tmp_path)


def test_lexicon_checksum_changes_with_any_table(edit: Edit, words: Lexicon) -> None:
    changed = lexicon(edit("modals", "\town", "\tmy own"))
    assert changed.checksum != words.checksum
    assert len(words.checksum) == 64


def test_lexicon_takes_a_new_verb_from_one_line(edit: Edit) -> None:
    row = "aardvark\tverb\tMeeting\tmet\tsubj>with\twith=agent\twith\town\n"
    folder = edit("events", "requires\tsource\n", "requires\tsource\n" + row)
    (made, *_) = lexicon(folder).events("aardvark", "verb")
    assert (made.cls, made.property, made.relates) == ("Meeting", "met", ("subj", "with"))
    assert ("with", "agent") in made.args


# ------------------------------------------------------------------ look-ups


@pytest.mark.parametrize(
    ("lemma", "pos", "frame", "mode", "polarity", "certainty"),
    [
        ("say", "verb", "that", Mode.STATED, Polarity.POSITIVE, Certainty.CERTAIN),
        ("deny", "verb", "np", Mode.STATED, Polarity.NEGATIVE, Certainty.CERTAIN),
        ("refuse", "verb", "to", Mode.STATED, Polarity.NEGATIVE, Certainty.CERTAIN),
        ("ask", "verb", "wh", Mode.ASKED, Polarity.UNDERSPECIFIED, Certainty.POSSIBLE),
        ("ask", "verb", "obj_to", Mode.DEMANDED, Polarity.POSITIVE, Certainty.CERTAIN),
        ("believe", "verb", "that", Mode.STATED, Polarity.POSITIVE, Certainty.PROBABLE),
        ("condemn", "verb", "np", Mode.JUDGED, Polarity.NEGATIVE, Certainty.CERTAIN),
        ("denial", "noun", "of", Mode.STATED, Polarity.NEGATIVE, Certainty.CERTAIN),
        ("fear", "noun", "over", Mode.HOPED, Polarity.POSITIVE, Certainty.POSSIBLE),
        ("alleged", "adjective", "mod", Mode.STATED, Polarity.POSITIVE, Certainty.POSSIBLE),
        ("reportedly", "adverb", "mod", Mode.STATED, Polarity.POSITIVE, Certainty.PROBABLE),
    ],
)
def test_reporting_gives_the_stance_of_a_cue(
    words: Lexicon, lemma: str, pos: str, frame: str, mode: Mode, polarity: Polarity, certainty: Certainty
) -> None:
    rows = [r for r in words.reporting(lemma, pos) if frame in r.frames]
    assert [(r.mode, r.polarity, r.certainty) for r in rows] == [(mode, polarity, certainty)]


@pytest.mark.parametrize(
    ("lemma", "implies"), [("know", "yes"), ("reveal", "yes"), ("pretend", "no"), ("say", "none"), ("claim", "none")]
)
def test_reporting_tells_factive_cues(words: Lexicon, lemma: str, implies: str) -> None:
    assert {r.implies for r in words.reporting(lemma, "verb") if "that" in r.frames} == {implies}


def test_reporting_does_not_report_what_a_claim_is_accepted_as(words: Lexicon) -> None:
    """Accepting somebody's claim is a proposition over that claim, so these take no noun as their content."""
    for lemma in ("accept", "believe"):
        assert not any("np" in r.frames for r in words.reporting(lemma, "verb"))
        assert words.events(lemma, "verb")


@pytest.mark.parametrize(
    ("family", "property_"),
    [
        ("meddle:verb interfere:verb meddling:noun interference:noun", "meddledIn"),
        ("annex:verb annexation:noun", "annexed"),
        ("accept:verb acceptance:noun", "accepted"),
        ("acquire:verb takeover:noun acquisition:noun", "acquired"),
        ("meet:verb meeting:noun summit:noun", "met"),
    ],
)
def test_events_of_one_family_share_a_property(words: Lexicon, family: str, property_: str) -> None:
    for member in family.split():
        lemma, pos = member.split(":")
        assert property_ in {r.property for r in words.events(lemma, pos)}, member


@pytest.mark.parametrize(
    ("lemma", "fillers", "cls"),
    [
        ("fire", {"obj": ("minister", "Person")}, "Dismissal"),
        ("fire", {"obj": ("missile", "Product")}, "Attack"),
        ("withdraw", {"obj": ("troop", "Group")}, "Retreat"),
        ("withdraw", {"obj": ("aid", "Concept")}, "Sanction"),
        ("vow", {"inf": ("retaliate", "")}, "ThreatAct"),
        ("vow", {"inf": ("help", "")}, "PromiseAct"),
        ("call", {"for": ("election", "Event")}, "DemandAct"),
        ("call", {"obj": ("premier", "Person")}, "Talk"),
        ("lift", {"obj": ("curfew", "")}, "Concession"),
        ("lift", {"obj": ("embargo", "")}, "SanctionsRelief"),
        ("release", {"obj": ("album", "CreativeWork")}, "Launch"),
        ("release", {"obj": ("hostage", "Person")}, "Release"),
    ],
)
def test_events_class_depends_on_what_fills_the_slots(
    words: Lexicon, lemma: str, fillers: dict[str, tuple[str, str]], cls: str
) -> None:
    first = next(
        r for r in words.events(lemma, "verb") if r.fits(lambda slot: [fillers[slot]] if slot in fillers else [])
    )
    assert first.cls == cls


def test_events_have_the_default_roles_unless_a_row_says_otherwise(words: Lexicon) -> None:
    (annexed,) = words.events("annex", "verb")
    assert dict(annexed.args) == {"subj": "agent", "obj": "patient", "iobj": "recipient", "about": "topic"}
    (annexation,) = words.events("annexation", "noun")
    assert dict(annexation.args).items() >= {"poss": "agent", "of": "patient", "by": "agent", "mod": "agent"}.items()
    visited = next(r for r in words.events("visit", "verb"))
    assert dict(visited.args)["obj"] == "place"


@pytest.mark.parametrize(
    ("lemma", "frame", "affirmed", "negated"),
    [
        ("manage", "to", "true", "false"),
        ("fail", "to", "false", "true"),
        ("try", "to", "unknown", "false"),
        ("force", "obj_to", "true", "unknown"),
        ("stop", "ing", "false", "true"),
        ("prevent", "obj_from", "false", "true"),
        ("say", "to", "unknown", "unknown"),
    ],
)
def test_implies_follows_the_implicative_verb(
    words: Lexicon, lemma: str, frame: str, affirmed: str, negated: str
) -> None:
    assert words.implies(lemma, "verb", frame, negated=False) == affirmed
    assert words.implies(lemma, "verb", frame, negated=True) == negated


def test_modals_and_subordinators_tell_what_is_not_asserted(words: Lexicon) -> None:
    assert words.modality("will") == (Modality.FUTURE, Certainty.CERTAIN)
    assert words.modality("would")[0] is Modality.CONDITIONAL
    assert words.modality("might") == (None, Certainty.POSSIBLE)
    assert [words.modal_asserts(w) for w in ("may", "must", "did")] == [False, False, True]
    assert [words.subordinator(w) for w in ("if", "after", "until", "zzz")] == ["no", "yes", "unknown", "unknown"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("US", "United States"), ("the States", "United States"), ("America", "United States"),
        ("Britons", "United Kingdom"),
        ("the Netherlands", "Netherlands"), ("Dutch", "Netherlands"), ("Nigerien", "Niger"), ("Nigerian", "Nigeria"),
        ("South Korean", "South Korea"), ("Côte d'Ivoire", "Ivory Coast"),
        ("Congolese", "Democratic Republic of the Congo"), ("us", None), ("Atlantis", None),
    ],
)  # fmt: skip
def test_country_is_found_by_any_of_its_names(words: Lexicon, name: str, country: str | None) -> None:
    found = words.country(name)
    assert (found.name if found else None) == country


def test_capital_and_metonym_lead_to_a_country(words: Lexicon) -> None:
    assert [c.name for c in map(words.capital, ("Kiev", "Kyiv", "Canberra")) if c] == [
        "Ukraine",
        "Ukraine",
        "Australia",
    ]
    assert words.capital("Sydney") is None
    kremlin = words.metonym("the Kremlin")
    assert kremlin is not None
    assert (kremlin.of, kremlin.kind) == ("Russia", "building")
    brussels = words.metonym("Brussels")
    assert brussels is not None
    assert brussels.of == "European Union"


def test_titles_and_nouns_know_rank_and_gender(words: Lexicon) -> None:
    for words_, rank, gender in (
        ("prime minister", "leader", ""), ("foreign minister", "minister", ""), ("spokeswoman", "spokesperson", "f"),
        ("first lady", "", "f"), ("mr.", "", "m"), ("vice president", "deputy", ""),
    ):  # fmt: skip
        title = words.title(words_)
        assert title is not None
        assert (title.rank, title.gender) == (rank, gender)
    assert words.title("defense minister") != words.title("defence minister")
    assert {t.label for t in map(words.title, ("defense minister", "defence minister")) if t} == {"Defence Minister"}
    widow, lot = words.noun("widow"), words.noun("lot")
    assert widow is not None
    assert (widow.type, widow.gender) == ("Person", "f")
    assert lot is not None
    assert lot.type == "Stop"


def test_groups_and_participation_know_their_members(words: Lexicon) -> None:
    leader, president = words.group("leader"), words.group("president")
    assert leader is not None
    assert (leader.member, leader.rank) == ("Person", "leader")
    assert president is not None
    assert president.rank == "same"
    assert {(p.slot, p.asserted) for p in words.participation("cancel")} == {("obj", False)}
    assert ("from", "participant") in {(p.slot, p.who) for p in words.participation("emerge")}


# ------------------------------------------------------------------ the tables and the ontology


def test_events_use_classes_and_properties_of_the_ontology(words: Lexicon, vocabulary: dict[str, set[str]]) -> None:
    rows = [row for several in words.event_rows.values() for row in several]
    assert {r.cls for r in rows if r.cls} <= vocabulary["event"]
    assert {r.property for r in rows} <= vocabulary["property"]


def test_reporting_kinds_are_claims_of_the_ontology(words: Lexicon, vocabulary: dict[str, set[str]]) -> None:
    assert {r.kind for rows in words.reporting_rows.values() for r in rows} <= vocabulary["claim"]


def test_metonyms_of_countries_name_a_country_of_the_table(words: Lexicon) -> None:
    unions = {m.of for m in words.metonyms.values() if m.kind == "bloc"}
    assert {m.of for m in words.metonyms.values()} - unions <= {c.name for c in words.countries.values()}


def test_rows_of_a_lemma_come_with_the_most_demanding_first(words: Lexicon) -> None:
    """Else a row that asks for nothing would hide those after it."""
    for (lemma, pos), rows in words.event_rows.items():
        open_ = [not row.requires for row in rows]
        assert open_ == sorted(open_), (lemma, pos)
        assert len({row.requires for row in rows}) == len(rows), (lemma, pos)


def test_tables_are_wide(words: Lexicon) -> None:
    def size(table: dict[tuple[str, str], tuple[object, ...]], pos: str) -> int:
        return sum(len(rows) for (_, p), rows in table.items() if p == pos)

    reporting, events = dict(words.reporting_rows), dict(words.event_rows)
    for pos, least in (("verb", 330), ("noun", 150), ("adjective", 60), ("adverb", 30)):
        assert size(reporting, pos) >= least, pos
    assert size(events, "verb") >= 700
    assert size(events, "noun") >= 350
    assert len({c.iso2 for c in words.countries.values()}) >= 195
    assert len(words.titles) >= 350
