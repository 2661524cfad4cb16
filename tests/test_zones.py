"""`kg.zones`: what is a headline, a byline, a dateline, a paragraph, and what is not the article's."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import LexiconError
from kg.zones import zones
from kg.zones.lexicon import patterns

HEADER = "kind\tpattern\tnote\tsource\n"


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(zone.kind.value, text[zone.span.begin : zone.span.end]) for zone in zones(text, title)]


def kinds(text: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in parts(text, title)]


# What every text must satisfy

PIECES = st.sampled_from(
    [
        "LONDON (Reuters) - The",
        "By Jane Doe",
        "ADVERTISEMENT",
        "14:05",
        "12.30pm: Rain",
        "OSLO, May 3 —",
        "(AP)",
        "and then he went home",
        "It rained all day in Oslo.",
        "Read more: Rain",
        "“Yes,” she said.",
        "* * *",
        "\u00a0",
        "\ufeff",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "\u2028",
        "\x85",
        "\x1d",
        "\t",
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=14).map("".join))
@example("\x1c")
@example("LONDON (Reuters) -   \u2003It rained.")
@example("LONDON —")
@example("word\u2028LONDON (AP) —\n")
def test_zones_part_the_text(text):
    at = 0
    for zone in zones(text):
        assert at <= zone.span.begin < zone.span.end <= len(text)
        assert not text[at : zone.span.begin].strip()
        words = text[zone.span.begin : zone.span.end]
        assert words == words.strip()
        at = zone.span.end
    assert not text[at:].strip()


@given(st.lists(st.sampled_from(["A dog ran.", "By Jane Doe", "More stories", "", "Dogs run"]), max_size=8))
def test_zones_do_not_depend_on_the_kind_of_line_end(lines):
    unix, windows = "\n".join(lines), "\r\n".join(lines)
    assert parts(unix) == parts(windows)


def test_zones_of_nothing_are_none():
    assert zones("") == zones(" \n\u00a0\r\n") == ()


def test_zones_hold_a_long_paragraph_whole():
    text = "He said so. " * 5000
    assert kinds(text) == ["paragraph"]


# Paragraphs

WRAPPED = """\
The harbour of Bergen was closed on Monday after a ferry had
lost its rudder in the storm. Nobody was hurt, the police of
Bergen said.

It will open again on Tuesday, a spokesman of the port told
Norwegian radio, if the wind allows.
"""


def test_paragraph_spans_the_lines_of_a_wrapped_text():
    assert [words.split()[-1] for _, words in parts(WRAPPED)] == ["said.", "allows."]


def test_paragraph_of_a_wrapped_text_without_blank_lines_ends_with_a_short_line():
    text = WRAPPED.replace("\n\n", "\n")
    assert [words.split()[-1] for _, words in parts(text)] == ["said.", "allows."]


def test_paragraph_of_a_wrapped_text_begins_with_an_indent():
    text = (
        "    The harbour of Bergen was closed on Monday after a ferry\n"
        "had lost its rudder in the storm, as the police said today.\n"
        "    Nobody was hurt in it, the port of Bergen told the press\n"
        "and the radio."
    )
    assert [words.split()[0] for _, words in parts(text)] == ["The", "Nobody"]


def test_paragraph_is_a_line_where_lines_are_not_wrapped():
    text = "The harbour was closed.\nNobody was hurt.\nIt will open again."
    assert [words for _, words in parts(text)] == text.split("\n")


def test_paragraph_goes_on_with_a_line_that_begins_in_lower_case():
    assert kinds("The harbour, which is the largest,\nwas closed on Monday.") == ["paragraph"]


def test_paragraph_may_be_wrapped_by_hand():
    text = (
        "The storm that closed the harbour of Bergen has moved on to\n"
        "Stavanger, and the harbour there\n"
        "was closed too.\n\n"
        "A spokesman said that it would open again on Tuesday in\n"
        "Bergen and on Wednesday in Stavanger."
    )
    assert [words.split()[-1] for _, words in parts(text)] == ["too.", "Stavanger."]


def test_headline_of_a_wrapped_text_stays_apart_from_what_follows():
    text = (
        "Harbour of Bergen is closed after storm\n"
        "By Jane Doe\n"
        "BERGEN, Norway (AP) — The harbour of Bergen was\n"
        "closed on Monday after a ferry had lost its\n"
        "rudder in the storm.\n"
    )
    assert kinds(text) == ["headline", "byline", "dateline", "paragraph"]


def test_boilerplate_between_wrapped_lines_stays_apart():
    text = WRAPPED.replace("\n\n", "\nADVERTISEMENT\n")
    assert kinds(text) == ["paragraph", "boilerplate", "paragraph"]


def test_paragraph_keeps_a_long_address_of_a_page_from_hiding_the_wrap():
    text = WRAPPED + "\nhttps://example.org/" + "a" * 150 + "\n"
    assert [words.split()[-1] for _, words in parts(text)][:2] == ["said.", "allows."]


# Headlines


@pytest.mark.parametrize(
    "first",
    ["Harbour of Bergen closed after storm", "‘We were lucky’, says captain", "Storm costs Bergen 5%", "A380 lands"],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_headline_is_a_short_first_line_without_a_full_stop(first, gap):
    text = f"{first}{gap}The harbour was closed on Monday.{gap}Nobody was hurt."
    assert parts(text)[0] == ("headline", first)
    assert kinds(text)[1:] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "first",
    [
        "The harbour was closed on Monday.",
        "“We were lucky,” the captain said.",
        "The captain asked: “Where is the port?”",
        "Then he asked us:",
        "Who closed the port?",
        "Ladies and gentlemen,",
        "Closed",
        "The two leaders of the party discussed a range of questions in the town hall, among them the port, its "
        "harbour master and the storm that had closed it",
    ],
)
def test_headline_is_no_first_paragraph(first):
    assert kinds(f"{first}\n\nThe harbour was closed on Monday.") == ["paragraph", "paragraph"]


def test_headline_needs_an_article_below_it():
    assert kinds("Harbour of Bergen closed") == ["paragraph"]
    assert kinds("apples and pears\n\nplums and nuts") == ["paragraph", "paragraph"]


def test_headline_is_the_line_that_repeats_the_title():
    text = "World news\n\n“Who closed the port?”\n\nIt was closed on Monday."
    assert kinds(text, title='"Who closed  the PORT?"') == ["paragraph", "headline", "paragraph"]
    assert kinds("Port closed.\n\nIt was.", title="Port closed") == ["headline", "paragraph"]


def test_headline_with_the_title_may_look_like_a_link():
    text = "Watch: port closes\n\nIt was closed on Monday."
    assert kinds(text, title="Watch: port closes")[0] == "headline"


def test_headline_comes_after_what_is_above_it():
    assert kinds("ADVERTISEMENT\n\nPort of Bergen closed\n\nIt was closed.") == ["boilerplate", "headline", "paragraph"]


# Bylines


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By JANE DOE",
        "BY JANE DOE and RICHARD ROE",
        "By Jane Doe, Richard Roe and Li Wei",
        "By Jane van der Doe, Political Correspondent",
        "By Jane Doe, chief foreign correspondent",
        "By Jane Doe in Oslo",
        "By Jane Doe and Richard Roe | Associated Press",
        "By José Núñez-O’Hara, The Daily Herald",
        "By our own correspondent",
        "By Our Staff Reporter in Oslo",
        "By The Associated Press",
        "Reuters Staff",
    ],
)
def test_byline_names_the_author(line):
    assert kinds(f"Port of Bergen closed\n\n{line}\n\nIt was closed on Monday.") == ["headline", "byline", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the port was open.",
        "By the numbers",
        "By Monday Evening",
        "By Jane Doe, the minister was told nothing",
        "By law, Jane Doe must resign.",
        "By Jane Doe's standards, it was a quiet day.",
        "By the time Jane Doe arrived in Oslo, the port was closed.",
        "By Jane Doe and Richard Roe the port was closed",
    ],
)
def test_byline_is_no_sentence_that_begins_with_by(line):
    assert "byline" not in kinds(f"Port of Bergen closed\n\n{line}\n\nIt was closed on Monday.")


def test_byline_stands_at_the_beginning_or_the_end():
    rows = ["It was closed.", "By Jane Doe", "It rained.", "It snowed.", "It is open.", "By Jane Doe"]
    assert kinds("\n\n".join(rows))[1::4] == ["paragraph", "byline"]


# Datelines


@pytest.mark.parametrize(
    "line",
    [
        "LONDON (Reuters) -",
        "LONDON, Jan 5 (Reuters) -",
        "HAMBURG, July 7 —",
        "HAMBURG, Germany, July 7, 2017 —",
        "HAMBURG, 7 July —",
        "WASHINGTON (AP) —",
        "(AP) —",
        "(Reuters)",
        "July 7 (Reuters) -",
        "St. Louis (AFP) –",
        "Rio de Janeiro (AFP) --",
        "The Hague, Netherlands (CNN) —",
        "BEIRUT/GENEVA (Reuters) -",
        "PORT-AU-PRINCE, Haiti (AP) —",
        "ST. LOUIS, Mo. —",
        "WEST PALM BEACH , Fla. ( AP ) --",
        "SÃO PAULO —",
        "NEW DELHI (PTI):",
        "BEIJING, July 7 (Xinhua) --",
        "LONDON/PARIS (Reuters/AFP) -",
        "14:05 –",
        "10.32am:",
    ],
)
@pytest.mark.parametrize("rest", ["The port is closed.", "“It is closed,” she said.", "12 people died, police said."])
def test_dateline_is_cut_from_its_paragraph(line, rest):
    if line[:2].isdigit() and rest[0].isdigit():
        return  # "14:05 – 12" may be a span of time
    assert parts(f"{line} {rest}") == [("dateline", line), ("paragraph", rest)]


def test_dateline_may_hug_the_text():
    assert parts("Washington (CNN)The port is closed.")[0] == ("dateline", "Washington (CNN)")
    assert parts("NEW YORK—The port is closed.")[0] == ("dateline", "NEW YORK—")


@pytest.mark.parametrize(
    "line",
    [
        "WEST PALM BEACH , Fla. —",
        "Friday, July 7, 2017",
        "7 July 2017",
        "2017-07-07",
        "14:05",
        "9:30 p.m.",
        "18.45 BST",
        "Published: 7 July 2017 at 10:00 GMT",
        "Last updated 3 hours ago",
        "Updated July 7, 2017",
    ],
)
def test_dateline_may_have_a_line_of_its_own(line):
    assert parts(f"Port of Bergen closed\n\n{line}\n\nIt was closed.")[1] == ("dateline", line)


@pytest.mark.parametrize(
    "line",
    [
        "NATO — the Western alliance — agreed to it.",
        "NATO - which met in Oslo - agreed to it.",
        "UN — The council met on Monday.",
        "SMITH: I was in Oslo on Monday.",
        "JANE DOE: No comment.",
        "DOE (LABOUR): I was in Oslo on Monday.",
        "Jane Doe (Reuters) asked the minister about it.",
        "Angela Berg (CDU) - the chancellor - was in Oslo.",
        "The Associated Press (AP) and Reuters were told of it.",
        "The Associated Press (AP)'s reporter was told of it.",
        "Jane Doe told the agency (AP) — It was on Monday.",
        "THE PORT - WHO WOULD HAVE GUESSED - IS CLOSED.",
        "PARIS–ROUBAIX was won by a Norwegian.",
        "Oslo - The port is closed.",
        "2:1 was the result in Oslo.",
        "12:30 is when it opens.",
    ],
)
def test_dateline_is_no_beginning_of_a_sentence(line):
    assert parts(line) == [("paragraph", line)]


def test_dateline_in_capitals_without_an_agency_or_a_date_opens_the_article_only():
    lines = [
        "OSLO — It is closed.",
        "SUMMARY — It is closed.",
        "BERGEN (AP) — It is closed.",
        "VOSS, May 3 — So is it.",
    ]
    text = "\n\n".join(lines)
    assert [words for kind, words in parts(text) if kind == "dateline"] == ["OSLO —", "BERGEN (AP) —", "VOSS, May 3 —"]


# Boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "More From This Section",
        "More from Business",
        "Read more",
        "Read more: Port of Bergen to stay closed",
        "READ MORE | Port of Bergen to stay closed",
        "Also read: Who closed the port?",
        "Also Read | Port to stay closed",
        "Related: Port to stay closed",
        "Related Articles",
        "See also",
        "Watch: the moment the ferry lost its rudder",
        "Read the full story here.",
        "Read the rest of the report at The Herald.",
        "Click here to read more.",
        "Continue reading",
        "Most read",
        "ADVERTISEMENT",
        "- Advertisement -",
        "Story continues below advertisement",
        "Article continues after ad",
        "Sign up for our daily newsletter",
        "Subscribe to our newsletters for the latest news from Oslo",
        "Get the day's top headlines delivered to your inbox every morning.",
        "Follow us on Twitter",
        "Follow us on Facebook, Twitter and Instagram.",
        "Follow Jane Doe on Twitter: @janedoe",
        "Like us on Facebook",
        "Share this article",
        "Facebook | Twitter | WhatsApp",
        "Click to share on Facebook (Opens in new window)",
        "23 comments",
        "Download our free app",
        "jane.doe@herald.example",
        "Contact the author at jane.doe@herald.example",
        "© 2017 Herald Media Ltd. All rights reserved.",
        "Copyright 2017 The Associated Press. All rights reserved. This material may not be published, broadcast, "
        "rewritten or redistributed.",
        "All rights reserved.",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "(With inputs from PTI)",
        "(Reporting by Jane Doe in Oslo; Writing by Li Wei; Editing by Richard Roe)",
        "Reporting by Jane Doe and Li Wei; editing by Richard Roe",
        "Additional reporting by Jane Doe in Oslo and Li Wei",
        "Associated Press writers Jane Doe in Oslo and Li Wei in Beijing contributed to this report.",
        "Jane Doe contributed reporting.",
        "This story has been corrected to show that the port closed on Monday.",
        "This article was amended on 3 July 2017 to clarify that the port is open.",
        "Correction: An earlier version of this story misspelled the name of the port.",
        "An earlier version of this article said the port was closed.",
        "This article was originally published in The Herald.",
        "Photo: Jane Doe/Reuters",
        "Photograph: Jane Doe/Getty Images",
        "Image credit: Herald archive",
        "(AP Photo/Jane Doe)",
        "Jane Doe/AFP via Getty Images",
        "FILE PHOTO: The port of Bergen is seen in this picture of 2016.",
        "Source: Reuters",
        "Tags: Norway, ports, weather",
        "Topics: Norway",
        "* * *",
        "----------",
        "-ENDS-",
        "- 30 -",
    ],
)
def test_boilerplate_is_what_a_page_puts_around_an_article(line):
    text = f"Port of Bergen closed\n\nIt was closed on Monday.\n\n{line}\n\nIt is open again."
    assert parts(text)[2] == ("boilerplate", line)


@pytest.mark.parametrize(
    "line",
    [
        "More from the north are expected in Oslo next week.",
        "More than 40 people were hurt.",
        "Read more books, the minister told the pupils.",
        "“Read more,” the minister told the pupils.",
        "Related: the two companies share an owner.",
        "Related companies were told to stop trading.",
        "Watch: that was all he would say about the robbery.",
        "Advertisement spending fell by a third, the company said.",
        "Advertisements for tobacco are banned in Norway.",
        "Sign up for the army, the poster told them.",
        "Sign up for our newsletter, the party told its members, and you will hear from us.",
        "Follow us on Twitter, the group urged its supporters.",
        "Follow the money, the prosecutor said.",
        "Share prices fell in Oslo.",
        "Share it with the poor, the bishop said.",
        "Comments by the minister angered the unions.",
        "No comment.",
        "Copyright law was changed in 2017 to protect authors.",
        "Copyright is a matter for the courts, the judge said.",
        "All rights reserved for fishermen were sold to one company.",
        "This material may not be published until the trial has ended, the judge ruled.",
        "This article was amended by the Senate on 3 July 2017, which added a clause.",
        "This story has been told before.",
        "This story is about a port.",
        "Reporting by the newspaper led to the resignation of the minister.",
        "Reporting from Syria is dangerous, editors say.",
        "Research by Oslo University shows that ports sink.",
        "Additional reporting by the BBC revealed that the port was sold.",
        "Jane Doe contributed to the report that the committee published on Monday.",
        "Photo: the minister never denied that it shows him.",
        "Photographs of the port were shown to the court.",
        "Source: the minister's own diary, as the court was told.",
        "Sources: three officials who were in the room said so.",
        "Update: the port is open again, police say.",
        "Correction of the budget will take months.",
        "Correction: the minister wants a correction of the budget.",
        "Topics: the summit will deal with trade and climate.",
        "Ends do not justify means, she said.",
        "Subscribe to that view and you will lose, he warned.",
        "Support our troops, the banner said.",
        "Download figures rose by a half.",
        "Contact with the ferry was lost at noon.",
        "Email from the minister proves it, the court was told.",
        "Live ammunition was used, witnesses said.",
        "Skip the meeting, he told his staff.",
        "Most read it as a threat.",
        "(The port, which is the largest of Norway, was sold in 2015.)",
        "30",
    ],
)
def test_boilerplate_is_no_sentence_with_such_words(line):
    text = f"Port of Bergen closed\n\nIt was closed on Monday.\n\n{line}\n\nIt is open again."
    assert parts(text)[2] == ("paragraph", line)


def test_boilerplate_is_never_a_long_paragraph():
    assert kinds("Disclaimer: " + "we know nothing, " * 40) == ["paragraph"]


# Time


@pytest.mark.parametrize(
    "unit",
    [
        "a ",
        "a\n",
        "(",
        "()",
        "[",
        "\n",
        " ",
        "x",
        '"',
        "A ",
        "A, ",
        "By Aa Bb\n",
        "1",
        "12:30 ",
        "/",
        "- ",
        "—",
        "Aa/Bb ",
        "Read more: ",
        "Photo by Aa ",
        "(c) ",
        "\t\n",
        "é",
        "12:30 - ",
        "OSLO, ",
        "(AP",
        "Read more: a\n",
        "@a",
        "a@a.",
    ],
)
def test_zones_take_linear_time_for_a_megabyte(unit):
    text = (unit * (1_000_000 // len(unit)))[:1_000_000]
    begin = time.process_time()
    zones(text)
    assert time.process_time() - begin < 30


LISTS = {
    "Reporting by ": "Aa Bb, ",
    "Reporting by Aa Bb": " and Aa Bb in Cc",
    "Editing and Editing by ": "Aa Bb and ",
    "By ": "Aa Bb and ",
    "By Aa Bb, ": "senior political and ",
    "Associated Press writers ": "Aa Bb in Cc, ",
    "Follow us on ": "Facebook and ",
    "Photo by ": "Aa ",
    "(": "Aa/AP/",
    "Source: ": "Aa, ",
    "Tags: ": "a. ",
    "© ": "(c) ",
    "ab/": "ab/",
    "Friday, ": "July 7, ",
    "This story was corrected on ": "July 7 ",
    "Share ": "this on facebook ",
    "Read the full story ": "of the story here ",
}


@pytest.mark.parametrize(("head", "unit"), LISTS.items())
def test_zones_take_linear_time_for_lists_without_an_end(head, unit):
    line = (head + unit * 200)[:398] + "!\n"
    begin = time.process_time()
    zones(line * 500)
    assert time.process_time() - begin < 10


# The lexicon


def lexicon(tmp_path, *rows: str):
    path = tmp_path / "boilerplate.tsv"
    path.write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    return path


def test_lexicon_row_is_all_that_a_new_pattern_needs(tmp_path):
    table = patterns(
        lexicon(
            tmp_path,
            "agency\tdaily herald\tits dateline\town",
            "boilerplate\ttip jar(?: for {who})?\tcall to give\town",
            "let:who\tjane|joe\tauthors\town",
        )
    )
    text = "OSLO (Daily Herald) - It rained.\n\nTip jar for Joe\n\nADVERTISEMENT"
    assert [zone.kind.value for zone in zones(text, table=table)] == [
        "dateline",
        "paragraph",
        "boilerplate",
        "paragraph",
    ]


def test_lexicon_without_rows_leaves_paragraphs(tmp_path):
    table = patterns(lexicon(tmp_path))
    assert [zone.kind.value for zone in zones("(AP) — It rained.\n\n14:05\n\nADVERTISEMENT", table=table)] == [
        "paragraph"
    ] * 3


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("boilerplate\tad\tnote", "3 cells; use 4"),
        ("boilerplate\t\tnote\town", "matches an empty line"),
        ("nonsense\tad\tnote\town", "no kind 'nonsense'"),
        ("boilerplate\tad(\tnote\town", "not a regular expression"),
        ("boilerplate\t(ad)\tnote\town", "a capturing group"),
        ("boilerplate\t(?:ad)*x\tnote\town", "at most nine times"),
        ("boilerplate\t(?:ad|a){12}x\tnote\town", "at most nine times"),
        ("boilerplate\t(?:a+){2,}x\tnote\town", "at most nine times"),
        ("boilerplate\ta*\tnote\town", "matches an empty line"),
        ("boilerplate\t{nobody}\tnote\town", r"no part \{nobody\}"),
        ("let:self\ta{self}\tnote\town", r"\{self\} names itself"),
    ],
)
def test_lexicon_row_that_makes_no_sense_is_named(tmp_path, row, reason):
    with pytest.raises(LexiconError, match=rf"boilerplate\.tsv:3: .*{reason}"):
        patterns(lexicon(tmp_path, "boilerplate\tfine\tnote\town", row))


def test_lexicon_must_be_there_and_have_its_columns(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        patterns(tmp_path / "nowhere.tsv")
    (tmp_path / "bare.tsv").write_text("ad\tboilerplate\n")
    with pytest.raises(LexiconError, match=r"bare\.tsv:1: the header is"):
        patterns(tmp_path / "bare.tsv")
