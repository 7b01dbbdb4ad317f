"""Happenings that parsers miss: headlines in capitals, participles before a person, crimes before a step of the law."""

from collections.abc import Callable

import pytest

from onrecord.model import EventMention

Read = Callable[..., tuple[EventMention, ...]]


def triggers(read: Read, text: str) -> list[str]:
    return [e.trigger.of(text) for e in read(text)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        pytest.param("Mara Lind Checks Into Clinic In Ostrava Bay\n\nThe singer is 40.", "Checks", id="verb"),
        pytest.param("Lions Clinch Title With Win Over Old Harbour Bears", "Win", id="noun"),
        pytest.param("Harbour Board Of Ostrava Bay Approves Locks", "Approves", id="verb-behind-a-name"),
    ],
)
def test_a_line_in_capitals_tells_what_happened(read: Read, text: str, trigger: str) -> None:
    assert trigger in triggers(read, text)


def test_who_stands_beside_the_verb_of_a_headline_takes_part(read: Read) -> None:
    text = "Mara Lind Checks Into Clinic In Ostrava Bay\n\nThe singer is 40."
    [event] = [e for e in read(text) if e.trigger.of(text) == "Checks"]
    assert [role.name for role in event.actor] == ["Mara Lind"]


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary of State Mara Lind of Ardania spoke.",
        "The Ostrava Bay Fire Department and Harbour Patrol Office of Ardania came.",
    ],
)
def test_long_names_tell_nothing(read: Read, text: str) -> None:
    assert not {"State", "Fire", "Patrol"} & set(triggers(read, text))


def test_a_participle_says_what_was_done_to_somebody(read: Read) -> None:
    text = "The kidnapped teacher wrote to a friend."
    [event] = [e for e in read(text) if e.trigger.of(text) == "kidnapped"]
    assert (event.type, event.mode, [r.name for r in event.recipient]) == ("ASSAULT", "abduct", ["kidnapped teacher"])


@pytest.mark.parametrize("text", ["The alleged thief smiled.", "The elected president smiled.", "A used car stood by."])
def test_other_participles_tell_nothing(read: Read, text: str) -> None:
    assert triggers(read, text) in ([], ["smiled"])


def test_a_crime_before_a_step_of_the_law_is_a_happening(read: Read) -> None:
    assert "arson" in triggers(read, "The arson trial begins on Monday.")
    assert "murder" not in triggers(read, "She writes murder novels.")
