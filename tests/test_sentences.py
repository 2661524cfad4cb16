import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sentences import sentence_at, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('He said "no." She left.', ['He said "no."', "She left."]),
        ("Mr. A. Dent met Gen. Sharp. They ate.", ["Mr. A. Dent met Gen. Sharp.", "They ate."]),
        ("It cost 3.5 million. all told", ["It cost 3.5 million. all told"]),
        ("Headline\n\nBody text", ["Headline", "Body text"]),
        ("   ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert [text[begin:end] for begin, end in sentences(text)] == expected


@given(st.text(alphabet='aB. !?"\n', max_size=80))
def test_sentences_cover_all_that_is_not_space(text):
    spans = sentences(text)
    covered = {at for begin, end in spans for at in range(begin, end)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
    assert list(spans) == sorted(spans)


def test_sentence_at_finds_the_one_around_an_offset():
    spans = sentences("One. Two. Three.")
    assert [sentence_at(spans, offset) for offset in (0, 3, 5, 15)] == [0, 0, 1, 2]
