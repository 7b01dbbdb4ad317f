"""No control, escape or direction mark reaches a text; broken encodings are mended where they are certain."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.characters import one_line, printable


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\u202eb\u2066c\u200bd\ufeffe", "abcde"),
        ("a\x00b\x9bc", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\xa0b\u2009c\td", "a b c d"),
        ("so\xadft", "soft"),
        ("e\u0301", "é"),
        ("Itâ\x80\x99s", "It’s"),
        ("Itâ€™s", "It’s"),
        ("cafÃ©", "café"),
        ("Île São â ñandú £5", "Île São â ñandú £5"),
    ],
)
def test_what_is_left_can_be_shown(raw: str, clean: str) -> None:
    assert printable(raw) == clean


@given(st.text())
def test_nothing_invisible_is_left_of_any_text(text: str) -> None:
    assert not [c for c in printable(text) if unicodedata.category(c) == "Cc" and c != "\n"]
    assert "\n" not in one_line(text)
    assert len(one_line(text)) <= 160
