"""Who called whom, and who is not said to have begun."""

from collections.abc import Callable

import pytest

from onrecord.model import EventMention

Read = Callable[..., tuple[EventMention, ...]]


def contact(events: tuple[EventMention, ...]) -> tuple[list[str], list[str], str | None]:
    """Return actors, recipients and medium of the first contact."""
    event = next(e for e in events if e.type == "CONSULT")
    return [r.name for r in event.actor], [r.name for r in event.recipient], event.medium


ADA, BRAN = "Ada Okafor", "Bran Toll"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(f"{ADA} called {BRAN} on Sunday.", ([ADA], [BRAN], "phone"), id="called"),
        pytest.param(f"{ADA} made a phone call to {BRAN}.", ([ADA], [BRAN], "phone"), id="light-verb"),
        pytest.param(f"{BRAN} received a phone call from {ADA}.", ([ADA], [BRAN], "phone"), id="received"),
        pytest.param(f"{BRAN} was phoned by {ADA}.", ([ADA], [BRAN], "phone"), id="passive"),
        pytest.param(f"{ADA} and {BRAN} spoke on the phone.", ([ADA, BRAN], [ADA, BRAN], "phone"), id="nobody-began"),
        pytest.param(f"{ADA} and {BRAN} met in Belmora.", ([ADA, BRAN], [ADA, BRAN], "in person"), id="met"),
        pytest.param(f"{ADA} met {BRAN} in Belmora.", ([ADA], [BRAN], "in person"), id="met-transitive"),
        pytest.param(f"{ADA} sent a letter to {BRAN}.", ([ADA], [BRAN], "letter"), id="letter"),
        pytest.param(
            f"The call between {ADA} and {BRAN} was short.", ([ADA, BRAN], [ADA, BRAN], "phone"), id="between"
        ),
        pytest.param("The phone call, initiated by Belmora, was short.", (["Belmora"], [], "phone"), id="initiated-by"),
    ],
)
def test_a_contact_has_its_direction(read: Read, text: str, want: tuple[list[str], list[str], str | None]) -> None:
    assert contact(read(text)) == want


def test_calling_somebody_names_is_no_phone_call(read: Read) -> None:
    types = {e.type for e in read(f"{ADA} called {BRAN} a liar.")}
    assert "CONSULT" not in types


def test_the_topics_are_what_was_discussed(read: Read) -> None:
    text = f"{ADA} and {BRAN} discussed fish quotas and the border."
    [talk] = [e for e in read(text) if e.type == "CONSULT"]
    assert [t.of(text) for t in talk.topics] == ["fish quotas", "border"]
