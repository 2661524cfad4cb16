"""`kg.read`: files, standard input and JSON Lines to documents."""

import datetime as dt
import io
import json
import os
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import ZoneKind
from kg.read import MAX_CHARS, document, read
from kg.read.sources import MAX_LINE

WORDS = "The port is closed."
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)


def one(source, **options):
    (found,) = read(source, **options)
    return found


def stream(*lines: object) -> io.BytesIO:
    return io.BytesIO(b"".join(json.dumps(line).encode() + b"\n" for line in lines))


@pytest.fixture
def own_folder(tmp_path):
    """A folder of an ordinary user, and the test runs as that user: permissions do not stop root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("permissions are not those of Unix here")
    if os.geteuid() != 0:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory() as name:
        os.chown(name, 65534, 65534)
        os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


# Text


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]))
def test_read_gives_the_text_back(text, encoding):
    if encoding != "utf-16-le":
        text = text.removeprefix("\ufeff") or WORDS
        text = text if text.strip() else WORDS
    expected = text.removeprefix("\ufeff") if encoding == "utf-16-le" else text
    if expected.strip():
        assert one(io.BytesIO(text.encode(encoding)), encoding=encoding).text == expected


@pytest.mark.parametrize(
    "text", ["One.\r\n\r\nTwo.\r\n", "One.\n\n\nTwo.", " One.\rTwo. \u2028", "Ångström, e\u0301, 🙂"]
)
def test_read_never_edits_the_text_of_a_file(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert one(path).text == one(str(path)).text == text


def test_read_leaves_a_byte_order_mark_out_of_the_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + WORDS.encode())
    found = one(path)
    assert found.text == WORDS
    assert found[found.zones[0].span] == WORDS


def test_read_takes_the_encoding_it_is_told():
    assert one(io.BytesIO("Köln, 5 €".encode("cp1252")), encoding="cp1252").text == "Köln, 5 €"
    assert one(io.BytesIO("Köln".encode("latin-1")), encoding="latin-1").text == "Köln"


def test_read_marks_the_zones():
    found = one(io.BytesIO(b"Port closed\n\nOSLO (AP) - It is closed.\n\nADVERTISEMENT"))
    assert [zone.kind.value for zone in found.zones] == ["headline", "dateline", "paragraph", "boilerplate"]


def test_read_looks_for_the_title_among_the_lines():
    found = one(io.BytesIO(b"Who closed it?\n\nIt is closed."), title="Who closed it?")
    assert [zone.kind.value for zone in found.zones] == ["headline", "paragraph"]


def test_read_yields_the_documents_of_several_sources_in_order(tmp_path):
    (tmp_path / "a.txt").write_text("A text.")
    (tmp_path / "b.JSONL").write_text('{"text": "B text."}\n\n{"text": "C text."}\r\n')
    texts = [d.text for d in read(tmp_path / "b.JSONL", io.BytesIO(b"D text."), tmp_path / "a.txt")]
    assert texts == ["B text.", "C text.", "D text.", "A text."]


def test_read_takes_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfOne.\r\n")))
    assert one("-").text == "One.\r\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "One."}')))
    assert one("-", jsonl=True).text == "One."
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input: closed"):
        one("-")


def test_read_leaves_open_what_it_did_not_open():
    given_stream = io.BytesIO(WORDS.encode())
    one(given_stream)
    assert not given_stream.closed


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
def test_read_refuses_an_empty_text(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(InputError, match=r"a\.txt: no text in it"):
        one(tmp_path / "a.txt")


def test_read_says_where_a_byte_does_not_fit_the_encoding(tmp_path):
    (tmp_path / "a.txt").write_bytes("One.\nTwo.\nKöln".encode("latin-1"))
    with pytest.raises(InputError, match=r"a\.txt:3: byte 0xf6 at offset 11 is not utf-8; name the encoding"):
        one(tmp_path / "a.txt")


def test_read_recognises_utf_16_that_is_not_named():
    with pytest.raises(InputError, match="for instance utf-16"):
        one(io.BytesIO(WORDS.encode("utf-16")))
    with pytest.raises(InputError, match="NUL at character 1: a binary file, or UTF-16"):
        one(io.BytesIO(WORDS.encode("utf-16-le")))


@pytest.mark.parametrize("name", ["utf-9", "hex", "rot13", "", "a\0b", "undefined"])
def test_read_refuses_an_unknown_encoding_at_once(name):
    with pytest.raises(InputError, match=r"unknown encoding .*; use one like utf-8"):
        read("nowhere.txt", encoding=name)


def test_read_refuses_binary_files():
    with pytest.raises(InputError, match="NUL at character 3"):
        one(io.BytesIO(b"GIF\0\1\2"))


def test_read_refuses_lone_surrogates_of_any_codec():
    with pytest.raises(InputError, match=r"lone surrogate U\+D800 at character 0"):
        one(io.BytesIO(b"+2AA-"), encoding="utf-7")


def test_read_says_what_is_wrong_with_a_path(tmp_path):
    for path, reason in [(tmp_path / "none.txt", "no such file"), (tmp_path, "a folder; name the files in it")]:
        with pytest.raises(InputError) as caught:
            one(path)
        assert str(caught.value) == f"{path}: {reason}"
    for path in (tmp_path / "a\0b", tmp_path / ("a" * 1000), tmp_path / "none.txt" / "a.txt"):
        with pytest.raises(InputError):
            one(path)


def test_read_says_that_a_file_may_not_be_read(own_folder):
    path = own_folder / "secret.txt"
    path.write_text(WORDS)
    path.chmod(0)
    with pytest.raises(InputError, match=r"secret\.txt: no permission to read it"):
        one(path)


def test_read_takes_a_path_whose_sidecar_would_have_too_long_a_name(tmp_path):
    path = tmp_path / ("a" * 250 + ".txt")
    path.write_text(WORDS)
    assert one(path).text == WORDS


def test_read_refuses_a_huge_file_before_reading_it(tmp_path):
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 100_000_000_000)  # sparse: nothing is on the disk, and it would not fit in memory
    with pytest.raises(InputError, match=r"huge\.txt: larger than \d+ bytes; split it"):
        one(path)


def test_read_stops_reading_a_stream_without_an_end():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert 0 <= size < 10_000_000
            return b"a" * size

    with pytest.raises(InputError, match="larger than"):
        one(Endless())


def test_read_bounds_the_text_in_characters():
    assert len(one(io.BytesIO(b"a" * MAX_CHARS)).text) == MAX_CHARS
    assert len(one(io.BytesIO("🙂".encode() * MAX_CHARS)).text) == MAX_CHARS
    with pytest.raises(InputError, match="longer than 1000000 characters"):
        one(io.BytesIO(b"a" * (MAX_CHARS + 1)))


# What is known about a document

META = {
    "id": "a1",
    "title": "Port closed",
    "date": "2024-05-03",
    "publisher": "Herald",
    "url": "https://example.org/a1",
    "author": "Jane Doe",
}


def about(found):
    return {key: getattr(found, key) for key in META}


def test_read_takes_what_is_known_from_options_sidecar_and_json(tmp_path):
    expected = {**META, "date": dt.date(2024, 5, 3)}
    (tmp_path / "a.txt").write_text(WORDS)
    assert about(one(tmp_path / "a.txt")) == dict.fromkeys(META)
    assert about(one(tmp_path / "a.txt", **META)) == expected
    assert about(one(stream({"text": WORDS, **META}), jsonl=True)) == expected
    assert about(document(WORDS, **META)) == expected
    (tmp_path / "a.meta.json").write_bytes(b"\xef\xbb\xbf" + json.dumps({**META, "section": 5}).encode())
    assert about(one(tmp_path / "a.txt")) == expected


def test_read_lets_options_win(tmp_path):
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "a.meta.json").write_text(json.dumps(META))
    options = {"title": "Open", "date": dt.date(2020, 1, 1)}
    assert about(one(tmp_path / "a.txt", **options)) == {**META, **options}
    assert about(one(stream({"text": WORDS, **META}), jsonl=True, **options)) == {**META, **options}


def test_read_takes_empty_strings_and_null_for_unknown():
    found = one(stream({"text": WORDS, "id": None, "title": "  ", "author": "", "date": ""}), jsonl=True)
    assert about(found) == dict.fromkeys(META)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-03", (2024, 5, 3)),
        ("20240503", (2024, 5, 3)),
        ("2024-05-03T23:59:00Z", (2024, 5, 3)),
        ("2024-05-03T00:30:00+02:00", (2024, 5, 3)),
        ("2024-05-03 12:00", (2024, 5, 3)),
        (dt.date(2024, 5, 3), (2024, 5, 3)),
        (dt.datetime(2024, 5, 3, 23, 59, tzinfo=dt.UTC), (2024, 5, 3)),
    ],
)
def test_date_is_the_date_of_iso_8601(value, expected):
    found = document(WORDS, date=value).date
    assert type(found) is dt.date
    assert found == dt.date(*expected)


BAD_DATES = ["yesterday", "3 May 2024", "2024-13-01", "2024-02-30", "05/03/2024", "2024", "２０２４-05-03"]


@pytest.mark.parametrize("value", BAD_DATES)
def test_date_that_is_not_iso_8601_is_refused_wherever_it_stands(tmp_path, value):
    with pytest.raises(InputError, match=r"options: date .* is not ISO 8601; write it like 2017-07-07"):
        read("-", date=value)
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "a.meta.json").write_text(json.dumps({"date": value}))
    with pytest.raises(InputError, match=r"a\.meta\.json: date .* is not ISO 8601"):
        one(tmp_path / "a.txt")
    with pytest.raises(InputError, match=r"stream:1: date .* is not ISO 8601"):
        one(stream({"text": WORDS, "date": value}), jsonl=True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "not JSON"),
        (b"[]", "a list, not a JSON object"),
        (b'{"title": 5}', "title is a number, not a string"),
        (b'{"title": "K\xf6ln"}', "byte 0xf6 at offset 12 is not utf-8"),
    ],
)
def test_sidecar_that_cannot_be_read_is_named(tmp_path, content, reason):
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "a.meta.json").write_bytes(content)
    with pytest.raises(InputError, match=rf"a\.meta\.json.*: .*{reason}"):
        one(tmp_path / "a.txt")


@pytest.mark.parametrize("key", ["id", "title", "url"])
def test_read_refuses_to_say_of_two_documents_what_belongs_to_one(key):
    found = read(io.BytesIO(b"One."), io.BytesIO(b"Two."), **{key: "x"})
    assert getattr(next(found), key) == "x"
    with pytest.raises(InputError, match=f"a second document, but {key} belongs to one"):
        next(found)


# JSON Lines


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["The", "port"], ("The", "port")),
        ([], None),
        (None, None),
        ("The port", None),
        (["The", 5], None),
        ([["The", "port"]], None),
        ([{"text": "The"}], None),
        ({"The": 0}, None),
    ],
)
def test_tokens_count_only_as_a_list_of_strings(tokens, expected):
    assert one(stream({"text": "The port", "tokens": tokens}), jsonl=True).tokens == expected


@pytest.mark.parametrize(("value", "expected"), [(7, "7"), (0, "0"), (-1.5, "-1.5"), ("x", "x")])
def test_id_may_be_a_number(value, expected):
    assert one(stream({"text": WORDS, "id": value}), jsonl=True).id == expected


def test_jsonl_gives_the_text_of_the_record_back():
    text = "\ufeff Köln\r\n🙂\u2028"
    assert one(stream({"text": text}), jsonl=True).text == text
    assert one(io.BytesIO(json.dumps({"text": text}, ensure_ascii=False).encode()), jsonl=True).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "UTF_8_SIG"])
def test_jsonl_may_begin_with_a_byte_order_mark(encoding):
    line = b'\xef\xbb\xbf{"text": "One."}\n{"text": "Two."}\n'
    assert [d.text for d in read(io.BytesIO(line), jsonl=True, encoding=encoding)] == ["One.", "Two."]


def test_jsonl_takes_the_encoding_it_is_told():
    line = '{"text": "Köln"}'
    assert one(io.BytesIO(line.encode("latin-1")), jsonl=True, encoding="latin-1").text == "Köln"
    with pytest.raises(InputError, match="JSON Lines cannot be read as utf-16; convert them"):
        one(io.BytesIO(line.encode("utf-16")), jsonl=True, encoding="utf-16")


DEEP = b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON: Expecting property name"),
        (b'{"text": "a"} {"text": "b"}', "not JSON: Extra data at column 19"),
        (b'{"text": NaN}', "not JSON: NaN is not a number of JSON"),
        (b'{"text": "a", "n": -Infinity}', "-Infinity is not a number of JSON"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "not JSON: .*4300"),
        (DEEP, "nested too deeply"),
        (b"[1]", "a list, not a JSON object"),
        (b'"a"', "a string, not a JSON object"),
        (b"5", "a number, not a JSON object"),
        (b"null", "null, not a JSON object"),
        (b"true", "true or false, not a JSON object"),
        (b"{}", 'no "text" in the object'),
        (b'{"text": null}', "text is null, not a string"),
        (b'{"text": ["a"]}', "text is a list, not a string"),
        (b'{"text": " \\n"}', "no text in it"),
        (b'{"text": "a\\u0000"}', "NUL at character 1"),
        (b'{"text": "ab\\ud800c"}', r"lone surrogate U\+D800 at character 2"),
        (b'{"text": "a", "title": "\\udfff"}', r"title: lone surrogate U\+DFFF"),
        (b'{"text": "a", "id": true}', "id is true or false, not a string"),
        (b'{"text": "a", "author": ["b"]}', "author is a list, not a string"),
        (b'{"text": "a", "date": 20240503}', "date is a number, not a string like 2017-07-07"),
        (b'{"text": "K\xf6ln"}', "byte 0xf6 at offset 35 is not utf-8"),
    ],
)
def test_jsonl_line_that_is_wrong_is_named(tmp_path, line, reason):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Fine."}\n\r\n' + b" " * 4 + line + b"\n")
    found = read(tmp_path / "a.jsonl")
    assert next(found).text == "Fine."
    with pytest.raises(InputError, match=rf"a\.jsonl:3: .*{reason}"):
        next(found)


def test_jsonl_surrogate_pairs_are_one_character():
    assert one(io.BytesIO(b'{"text": "\\ud83d\\ude42"}'), jsonl=True).text == "🙂"


def test_jsonl_without_a_document_is_refused():
    with pytest.raises(InputError, match="no document in it"):
        list(read(io.BytesIO(b"\n\n"), jsonl=True))


def test_jsonl_is_read_line_by_line():
    class Counted(io.BytesIO):
        lines = 0

        def readline(self, size=-1):
            self.lines += 1
            return super().readline(size)

    source = Counted(b'{"text": "One."}\n' * 1000)
    found = read(source, jsonl=True)
    assert source.lines == 0
    next(found)
    assert source.lines == 1


def test_jsonl_line_is_bounded():
    with pytest.raises(InputError, match=r"stream:2: a line longer than \d+ bytes"):
        list(read(io.BytesIO(b'{"text": "One."}\n{"text": "' + b"a" * MAX_LINE), jsonl=True))


def test_ids_of_one_input_must_differ(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "One."}\n{"id": "y", "text": "Two."}\n')
    (tmp_path / "b.jsonl").write_text('{"text": "Three."}\n{"text": "Four."}\n{"id": "x", "text": "Five."}\n')
    assert [d.id for d in read(tmp_path / "a.jsonl")] == ["x", "y"]
    with pytest.raises(InputError, match=r"b\.jsonl:3: id 'x' again, first at .*a\.jsonl:1"):
        list(read(tmp_path / "a.jsonl", tmp_path / "b.jsonl"))
    with pytest.raises(InputError, match=r"stream:2: id '7' again, first at stream:1"):
        list(read(stream({"id": "7", "text": "One."}, {"id": 7, "text": "Two."}), jsonl=True))


# The articles of our own

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
OWN_WORDS = {"because", "class", "mode", "polarity", "predicate", "time", "type", "verb"}


@pytest.mark.parametrize("name", ["business", "council", "court", "disaster", "sport"])
def test_articles_are_read_with_their_sidecars_and_expected_in_their_own_words(name):
    found = one(ARTICLES / f"{name}.txt")
    assert found.date is not None
    assert found.title is not None
    assert found.title == next(found[z.span] for z in found.zones if z.kind is ZoneKind.HEADLINE)
    text = " ".join(found.text.split())
    expected = tomllib.loads((ARTICLES / f"{name}.expect.toml").read_text(encoding="utf-8"))
    assert {"entity", "office", "claim", "dispute", "event", "not_asserted"} <= set(expected)
    for rows in expected.values():
        for row in rows:
            for key in set(row) - OWN_WORDS:
                words = row[key] if isinstance(row[key], list) else [row[key]]
                assert [w for w in words if isinstance(w, str) and w not in text] == []


# Strings


@pytest.mark.parametrize("text", ["", " \n", "a\0", "a\ud800", "a" * (MAX_CHARS + 1)])
def test_document_refuses_what_read_refuses(text):
    with pytest.raises(InputError, match=r"^document: "):
        document(text)


@given(TEXTS)
def test_document_keeps_the_text_and_its_zones_inside(text):
    found = document(text)
    assert found.text == text
    assert all(0 <= zone.span.begin < zone.span.end <= len(text) for zone in found.zones)
