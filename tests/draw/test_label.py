import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draw.label import ICON, LINE, PAD_X, box, text_width, wrapped


@given(st.text(max_size=200), st.integers(60, 300), st.integers(1, 5), st.booleans())
def test_wrapped_lines_fit_and_are_few(text, width, most, bold):
    lines = wrapped(text, width, most, bold=bold)
    assert len(lines) <= most
    assert all(text_width(line, bold=bold) <= width for line in lines)


@given(st.text(alphabet="abc ÉÄ漢", max_size=60))
def test_wrapped_keeps_every_letter_where_there_is_room(text):
    lines = wrapped(text, 120, 99)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_wrapped_marks_what_is_left_out():
    assert wrapped("one two three four five six seven", 60, 2)[-1].endswith("…")


@pytest.mark.parametrize(("narrow", "wide"), [("il", "mw"), ("e\u0301", "ee"), ("ab", "漢字"), ("abc", "ABC")])
def test_text_width_knows_wide_letters(narrow, wide):
    assert text_width(narrow) < text_width(wide)


def test_box_grows_with_its_lines_and_its_note():
    one, two = box("short", 120), box("rather longer than the others are", 120)
    assert two.height - one.height == (len(two.lines) - 1) * LINE
    assert box("short", 120, note="6 May 2031").height > one.height
    assert one.width == 120


def test_box_that_is_tight_hugs_its_label():
    assert ICON + PAD_X < box("Bo", 120, tight=True).width < 60
