"""`kg.evaluate.gold`: claims that people annotated, in TOML."""

import pytest

from kg.errors import InputError
from kg.evaluate.gold import articles

TEXT = "Silva said the port was closed.\r\nBerg said it was open, and Berg left.\n"
SILVA = """
[[claim]]
id = "closed"
source = ["Silva"]
cue = [{ text = "said", nth = 1 }]
content = ["the port", "was closed"]
mode = "stated"
polarity = "positive"
certainty = "certain"
claimant = "Ana Silva"
"""
BERG = """
[[claim]]
id = "open"
source = []
cue = [{ text = "said", nth = 2 }]
content = ["it was open"]
mode = "stated"
polarity = "negative"
certainty = "probable"
parent = "closed"
"""
PAIR = '[[contradiction]]\nclaims = ["open", "closed"]\n'


@pytest.fixture
def folder(tmp_path):
    def written(table, name="storm", text=TEXT):
        (tmp_path / f"{name}.claims.toml").write_text(table, encoding="utf-8")
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
        return tmp_path

    return written


def words(row, claim, part):
    return [row["text"][begin:end] for begin, end in row["claims"][claim][part]]


def test_articles_finds_the_words_in_the_text(folder):
    ((document, row),) = articles(folder(SILVA + BERG + PAIR))
    assert (document.id, document.text, row["text"]) == ("storm", TEXT, TEXT)
    assert words(row, 0, "content") == ["the port", "was closed"]
    assert words(row, 0, "cue") == words(row, 1, "cue") == ["said"]
    assert row["claims"][1]["cue"] == [[38, 42]]  # behind the line end of two characters
    assert row["claims"][1]["source"] == []
    assert [claim["parent"] for claim in row["claims"]] == [None, 0]
    assert row["claims"][1]["certainty"] == "probable"
    assert row["contradictions"] == [[1, 0]]


def test_articles_come_by_name_and_one_can_be_named(folder):
    folder(SILVA, "storm")
    path = folder(SILVA, "flood")
    assert [document.id for document, _ in articles(path)] == ["flood", "storm"]
    assert [document.id for document, _ in articles(path / "storm.claims.toml")] == ["storm"]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (SILVA.replace('"Silva"', '"Berg"'), "claim 'closed': source: 'Berg' occurs 2 times"),
        (SILVA.replace('"Silva"', '"Lund"'), "claim 'closed': source: 'Lund' does not occur"),
        (SILVA.replace("nth = 1", "nth = 3"), "cue: nth = 3 of 'said', which occurs 2 times"),
        (SILVA.replace("nth = 1", "nth = 0"), "nth = 0 of 'said'"),
        (SILVA.replace(", nth = 1", ""), "is neither a string nor"),
        (SILVA.replace('"Silva"', '""'), "'' is not a string of the text"),
        (SILVA.replace('["the port", "was closed"]', "[]"), "no content"),
        (SILVA.replace('"positive"', '"yes"'), "no polarity 'yes'; use one of positive, negative, underspecified"),
        (SILVA.replace("mode", "mod"), "no 'mod' in a claim"),
        (SILVA.replace('id = "closed"', ""), "claim 1 has no id"),
        (SILVA + SILVA, "claim 'closed' comes twice"),
        (BERG, "parent: no claim 'closed'"),
        (SILVA + BERG.replace('parent = "closed"', 'parent = "open"'), "claim 'open' lies in itself"),
        (SILVA + PAIR, "no claim 'open' in the table"),
        (SILVA + PAIR.replace('"open", ', ""), "is not claims ="),
        (SILVA.replace("[[claim]]", "[claim]"), "claim is not a list of tables"),
        (SILVA.replace("[[claim]]", "[[claims]]"), "no 'claims' in such a table"),
        (SILVA.replace("=", ":"), "not TOML"),
    ],
)
def test_articles_refuses_a_table_that_makes_no_sense(folder, table, message):
    with pytest.raises(InputError, match=r"storm\.claims\.toml") as error:
        list(articles(folder(table)))
    assert message in str(error.value)


def test_articles_needs_a_table_and_a_text(folder, tmp_path):
    with pytest.raises(InputError, match=r"no \*\.claims\.toml in it"):
        list(articles(tmp_path))
    with pytest.raises(InputError, match=r"no \*\.claims\.toml in it"):
        list(articles(tmp_path / "nowhere"))
    path = folder(SILVA)
    (path / "storm.txt").unlink()
    with pytest.raises(InputError, match=r"storm\.txt"):
        list(articles(path))
    with pytest.raises(InputError, match=r"flood\.txt"):
        list(articles(path / "flood.claims.toml"))
