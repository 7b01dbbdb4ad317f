import pytest

from onrecord.annotate.entities.clusters import organisations_agree
from onrecord.annotate.entities.name_forms import fullest, person_words, persons_agree


@pytest.mark.parametrize(
    ("short", "full", "agree"),
    [
        ("Lund", "Anna Lund", True),
        ("Anna", "Anna Lund", True),
        ("A. Lund", "Anna Lund", True),
        ("Bill Lund", "William Lund", True),
        ("Anna Lund", "Anna C. Lund", True),
        ("Carla Lund", "Anna Carla Lund", True),
        ("Peter Lund", "Anna Lund", False),
        ("Berg", "Anna Lund", False),
    ],
)
def test_short_names_of_persons(short: str, full: str, agree: bool) -> None:
    assert persons_agree(person_words(short), person_words(full)) is agree


@pytest.mark.parametrize(
    ("short", "full", "agree"),
    [
        ("HSB", "Harbour Safety Board", True),
        ("F.B.I.", "Federal Bureau of Investigation", True),
        ("Norvik", "Norvik Ltd", True),
        ("Hornets", "Norvik Hornets", True),
        ("the Board", "Harbour Safety Board", False),
        ("HSC", "Harbour Safety Board", False),
        ("FSB", "Federal Security Service", True),
    ],
)
def test_short_names_of_bodies(short: str, full: str, agree: bool) -> None:
    assert organisations_agree(short, full) is agree


def test_the_fullest_name_has_most_words() -> None:
    assert fullest(["HSB", "Harbour Safety Board", "the Board"]) == "Harbour Safety Board"
