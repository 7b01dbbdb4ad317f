"""Only English is read; anything else is named."""

import pytest

from onrecord.read.language import is_english, name_of, other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Damm hielt in der Nacht, teilte die Feuerwehr am Montag mit, doch zwei Brücken sind gesperrt.", "German"),
        ("La digue a tenu pendant la nuit, ont annoncé les pompiers lundi, mais deux ponts sont fermés.", "French"),
        (
            "El dique resistió durante la noche, informaron los bomberos el lunes, pero dos puentes están cerrados.",
            "Spanish",
        ),
        ("Дамба выдержала ночь, сообщили в понедельник пожарные.", "Russian"),
        ("堤防は夜を通して持ちこたえたと消防が発表した。", "Japanese"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The dam held through the night, firefighters said on Monday, but two bridges are closed.",
        "Dam holds.",
        "Halvard resigns.",
        "Police arrest Halvard, Osk, Ander, Renn, Brandt and Oduya in Lund Bay, Mellin, Dunmarrow and Port Elsin.",
        "“Der Damm hält”, the mayor said in German, and the crowd in the square cheered him for it.",
        "",
        "1234 5678",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [("de", "German"), ("pt-BR", "Portuguese"), ("zh_CN", "Chinese"), ("zxx", "no language"), ("xx", "xx")],
)
def test_codes_have_names(code: str, name: str) -> None:
    assert name_of(code) == name


@pytest.mark.parametrize(
    ("code", "english"), [("en", True), ("en-GB", True), ("English", True), ("eng", True), ("de", False)]
)
def test_english_under_its_names(code: str, english: bool) -> None:
    assert is_english(code) is english
