"""What a sentence says happened, and who did it to whom."""

import pytest


def told(read, text):
    """Return (type, mode, actors, recipients) of each event, in order."""
    return [(e.type, e.mode, [r.name for r in e.actor], [r.name for r in e.recipient]) for e in read(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param("Ardania attacked Belmora on Monday.", ("ASSAULT", "", ["Ardania"], ["Belmora"]), id="active"),
        pytest.param("Belmora was attacked by Ardania.", ("ASSAULT", "", ["Ardania"], ["Belmora"]), id="passive"),
        pytest.param(
            "Police arrested two students.", ("COERCE", "arrest", ["Police"], ["two students"]), id="verb-with-mode"
        ),
        pytest.param(
            "The arrest of two students by police angered the town.",
            ("COERCE", "arrest", ["police"], ["two students"]),
            id="event-noun",
        ),
        pytest.param(
            "The army launched an attack on the rebels.", ("ASSAULT", "", ["army"], ["rebels"]), id="light-verb"
        ),
        pytest.param(
            "President Ada Okafor called Minister Bran Toll on Sunday.",
            ("CONSULT", "phone", ["President Ada Okafor"], ["Minister Bran Toll"]),
            id="who-called-whom",
        ),
        pytest.param(
            "The man, who was arrested by police, denied it.",
            ("COERCE", "arrest", ["police"], ["man"]),
            id="relative-clause",
        ),
    ],
)
def test_the_parties_are_found(read, text, event):
    assert event in told(read, text)


def test_both_parties_of_a_shared_call_stand_in_both_roles(read):
    [call] = [e for e in read("Ada Okafor and Bran Toll spoke on the phone.") if e.type == "CONSULT"]
    assert [r.name for r in call.actor] == [r.name for r in call.recipient] == ["Ada Okafor", "Bran Toll"]
    assert call.medium == "phone"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The group attacked the station.", "actual", id="told-as-done"),
        pytest.param("The group did not attack the station.", "denied", id="negated"),
        pytest.param("The group planned to attack the station.", "planned", id="planned"),
        pytest.param("Police foiled an attack on the station.", "planned", id="foiled"),
        pytest.param("The group allegedly attacked the station.", "alleged", id="alleged"),
        pytest.param("The group denied attacking the station.", "denied", id="denied"),
        pytest.param("The group could attack the station.", "hypothetical", id="merely-possible"),
        pytest.param("If the group attacks the station, roads will close.", "hypothetical", id="condition"),
        pytest.param("The group will attack the station.", "planned", id="future"),
    ],
)
def test_only_what_is_told_as_done_is_actual(read, text, modality):
    [attack] = [e for e in read(text) if e.type == "ASSAULT"]
    assert attack.modality == modality


def test_numbers_say_what_they_count(read):
    [killing] = [e for e in read("The blast killed at least 12 people.") if e.type == "ASSAULT"]
    assert [(n.role, n.low, n.high, n.unit) for n in killing.numbers] == [("killed", 12, None, "people")]
