"""How many, of whom, as what."""

from collections.abc import Callable

import pytest

from onrecord.model import EventMention

Read = Callable[..., tuple[EventMention, ...]]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        pytest.param("The blast killed at least 12 people.", "ASSAULT", ("killed", 12, None), id="killed"),
        pytest.param("At least 12 people were killed.", "ASSAULT", ("killed", 12, None), id="passive"),
        pytest.param("Police arrested dozens of protesters.", "COERCE", ("arrested", 24, 99), id="dozens"),
        pytest.param("The storm injured nearly 100 people.", "INJURY", ("injured", 95, 100), id="nearly"),
        pytest.param("The rebels freed seven hostages.", "RETREAT", ("released", 7, 7), id="released"),
        pytest.param("Three miners died.", "DEATH", ("killed", 3, 3), id="died"),
        pytest.param("At least two miners were found dead.", "DEATH", ("killed", 2, None), id="found-dead"),
        pytest.param("The storm left 12 dead.", "DEATH", ("killed", 12, 12), id="left-dead"),
        pytest.param("Three people are missing.", "MISSING", ("missing", 3, 3), id="missing"),
        pytest.param("A bus crash killed 15 people.", "DEATH", ("killed", 15, 15), id="killed-by-a-crash"),
        pytest.param("The rebels took eleven hostages.", "ASSAULT", ("abducted", 11, 11), id="hostages"),
    ],
)
def test_a_number_says_what_it_counts(
    read: Read, text: str, kind: str, number: tuple[str, float | None, float | None]
) -> None:
    [event] = [e for e in read(text) if e.type == kind]
    assert [(n.role, n.low, n.high) for n in event.numbers] == [number]


def test_the_length_of_a_time_is_no_number_of_the_event(read: Read) -> None:
    [talks] = [e for e in read("Ada Okafor and Bran Toll held talks for three days.") if e.type == "CONSULT"]
    assert talks.numbers == ()
