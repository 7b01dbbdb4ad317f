from collections.abc import Callable

import pytest

from onrecord.model import Statement

Said = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('"It held," Osk said.', "direct"),
        ("Osk said it held.", "indirect"),
        ('Osk said the dam was "safe and sound" again.', "mixed"),
    ],
)
def test_mode_is_how_much_stands_between_marks(said: Said, text: str, mode: str) -> None:
    assert [s.mode for s in said(text)] == [mode]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Osk said the dam held.", "certain"),
        ("Osk said the dam may break.", "possible"),
        ("Osk said the dam had probably held.", "probable"),
        ("Osk believes the dam held.", "probable"),
        ("Osk said the dam that might break was old.", "certain"),
    ],
)
def test_certainty_is_the_speakers(said: Said, text: str, certainty: str) -> None:
    assert said(text)[0].certainty == certainty


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Ada Osk said in a statement that it held.", "statement"),
        ("Ada Osk told CNN that it held.", "CNN"),
        ("Speaking by phone, Ada Osk said that it held.", "phone"),
        ("Though the board praised the phone call, Ada Osk said that it held.", None),
        ("Ada Osk said in an interview that it held.", "interview"),
        ("Ada Osk said that it held.", None),
    ],
)
def test_medium_is_told_where_it_is_said(said: Said, text: str, medium: str | None) -> None:
    assert said(text)[0].medium == medium


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Ada Osk told Karl Venn that it held.", ("Karl Venn",)),
        ("Ada Osk told reporters that it held.", ("reporters",)),
        ("Ada Osk agreed to a ceasefire.", ()),
        ("Ada Osk told CNN that it held.", ()),
    ],
)
def test_those_who_are_told(said: Said, text: str, to: tuple[str, ...]) -> None:
    assert said(text)[0].to == to


def test_when_it_was_said(said: Said) -> None:
    [statement] = said("Ada Osk said on 4 May 2031 that the dam held.")
    assert statement.when is not None
    assert statement.when.value == "2031-05-04"
