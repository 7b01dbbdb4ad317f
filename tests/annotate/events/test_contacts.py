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
            f"{ADA} said so in a letter to {BRAN} seen by the Lun Courier.",
            ([ADA, BRAN], [ADA, BRAN], "letter"),
            id="letter-seen-by",
        ),
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


def contacts(events: tuple[EventMention, ...]) -> list[tuple[str, str]]:
    return [(e.mode, e.modality) for e in events if e.type == "CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f'{ADA} called {BRAN} "a friend of the dam".', id="name-calling"),
        pytest.param(f"It is what {ADA} and others call {BRAN}.", id="naming"),
        pytest.param(f"Ada, as {ADA} and {BRAN} called her, left.", id="as-named"),
        pytest.param(f"{ADA} called {BRAN} games for years.", id="announced"),
        pytest.param(f"{ADA} called Lun and Kell games for years.", id="announced-several"),
        pytest.param(f"{ADA} called {BRAN}, a former judge from Lun, a great friend.", id="described-twice"),
        pytest.param(f"{ADA} and {BRAN} sat down for a podcast.", id="podcast"),
        pytest.param(f"{ADA} flew home to Belmora.", id="home"),
        pytest.param(f"{ADA} called {BRAN} ''a friend'' instead.", id="name-calling-two-marks"),
        pytest.param(f"{ADA} and {BRAN} held a news conference.", id="news-conference"),
        pytest.param(f"{ADA} spoke to donors at a rally.", id="speech"),
        pytest.param("One official spoke on condition of anonymity to Lun News.", id="anonymity"),
        pytest.param(f"{ADA} was briefed on the flood.", id="briefed"),
        pytest.param(f"{ADA} wrote an open letter to {BRAN}.", id="open-letter"),
        pytest.param(f"A prison called {ADA} Hall was shut.", id="bears-a-name"),
        pytest.param(f"{ADA} was speaking to donors at a fund-raiser.", id="fund-raiser"),
        pytest.param(f"The sites for a prison, called {BRAN} Hall, were small.", id="bears-a-name-by-the-way"),
        pytest.param("Two fire crews were called to the dam.", id="sent-for"),
        pytest.param(f"Some friends called {BRAN} a good neighbour.", id="called-a"),
        pytest.param("Ardania is calling up all army reservists.", id="called-up"),
    ],
)
def test_some_words_of_contact_tell_of_none(read: Read, text: str) -> None:
    assert contacts(read(text)) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param(f"{ADA} was ready for talks with {BRAN}.", "hypothetical", id="ready"),
        pytest.param(f"The rule allows {ADA}, for now, to meet {BRAN}.", "hypothetical", id="allowed"),
        pytest.param(f"{ADA} was looking forward to speaking with {BRAN}.", "hypothetical", id="looked-forward"),
        pytest.param(f"{ADA} praised his willingness to meet {BRAN}.", "hypothetical", id="willingness"),
        pytest.param(f"A meeting between {ADA} and {BRAN} would be welcome.", "planned", id="would-be"),
        pytest.param(f"{ADA} spoke of her coming meeting with {BRAN}.", "planned", id="coming"),
        pytest.param(
            f"{ADA} said she will be in Belmora negotiating with {BRAN}.", "planned", id="will-be-negotiating"
        ),
        pytest.param("The dam will be a topic at a meeting of the council.", "planned", id="at-a-coming-meeting"),
        pytest.param(f"{ADA} accepted an invitation to meet {BRAN}.", "planned", id="accepted"),
        pytest.param(f"{ADA} turned down an invitation to meet {BRAN}.", "denied", id="turned-down"),
        pytest.param(f"{ADA} was hurt by his refusal to meet {BRAN}.", "denied", id="refusal"),
        pytest.param(f"{ADA} was unable to make the trip to Belmora.", "denied", id="unable"),
        pytest.param(f"{ADA} and {BRAN} are to meet on Monday.", "planned", id="are-to"),
        pytest.param(f"{ADA} wants to meet {BRAN}.", "hypothetical", id="wants"),
        pytest.param(f"{ADA} is heading to Belmora to meet {BRAN}.", "planned", id="on-the-way"),
        pytest.param(f"{ADA} was heading to Belmora to meet {BRAN}.", "hypothetical", id="was-on-the-way"),
        pytest.param(f"That was reason enough for {ADA} to visit {BRAN}.", "hypothetical", id="reason-for-her-to"),
        pytest.param(f"{ADA} went to Belmora to meet {BRAN}.", "actual", id="went"),
        pytest.param(f"{ADA} was pushing for a fresh round of talks with {BRAN}.", "hypothetical", id="round-of-talks"),
        pytest.param(f"The vote could be an opening for talks between {ADA} and {BRAN}.", "hypothetical", id="opening"),
        pytest.param(f"Neither {ADA} nor her clerk had contacted {BRAN}.", "denied", id="neither"),
        pytest.param(f"The vote was postponed after {ADA} had a meeting with {BRAN}.", "actual", id="another-put-off"),
    ],
)
def test_a_contact_is_held_ahead_wished_for_or_declined(read: Read, text: str, modality: str) -> None:
    assert contacts(read(text)) == [(contacts(read(text))[0][0], modality)]


def test_what_was_met_for_is_the_topic_and_no_second_contact(read: Read) -> None:
    text = f"{ADA} met {BRAN} to discuss the dam."
    met, discussed = (e for e in read(text) if e.type == "CONSULT")
    assert [t.of(text) for t in met.topics] == ["dam"]
    assert (met.modality, discussed.modality) == ("actual", "hypothetical")


def test_who_speaks_after_talks_was_at_them(read: Read) -> None:
    [talks] = [e for e in read(f"After talks with {ADA}, {BRAN} left Belmora.") if e.type == "CONSULT"]
    assert [r.name for r in talks.actor] == [r.name for r in talks.recipient] == [BRAN, ADA]
    meeting = next(e for e in read(f"{ADA} returned for a meeting with {BRAN}.") if e.mode == "meet")
    assert [r.name for r in meeting.actor] == [ADA, BRAN]


def test_who_brokers_talks_is_no_side(read: Read) -> None:
    text = f"The talks between {ADA} and {BRAN}, brokered by Belmora, went on."
    [talks] = [e for e in read(text) if e.mode == "talk"]
    assert [r.name for r in talks.actor] == [ADA, BRAN]


def test_their_talks_are_of_the_several_who_do_what_the_clause_says(read: Read) -> None:
    [talks] = [e for e in read(f"{ADA} and {BRAN} wrote about their talks with Belmora.") if e.mode == "talk"]
    assert [r.name for r in talks.actor] == [ADA, BRAN]


def test_two_who_spoke_with_others_did_not_speak_with_each_other(read: Read) -> None:
    _, recipient, _ = contact(read(f"{ADA} and {BRAN} have been in communication with both camps."))
    assert ADA not in recipient


def test_what_somebody_spoke_by_is_not_who_spoke(read: Read) -> None:
    assert contact(read(f"{ADA} had spoken to {BRAN} by telephone.")) == ([ADA], [BRAN], "phone")


@pytest.mark.parametrize("text", [f"{ADA} called the crews out on a strike.", f"{ADA} called off the auction."])
def test_calling_people_out_is_no_phone_call(read: Read, text: str) -> None:
    assert contacts(read(text)) == []


def test_the_time_of_a_live_pages_entry_is_no_part_of_who_acts(read: Read) -> None:
    events = read("14:05 Harbour police called the mayor of Lund.")
    assert contact(events)[0] == ["Harbour police"]


def test_the_day_a_promise_falls_due_is_not_the_day_it_was_made(read: Read) -> None:
    events = read(f"{ADA} promised {BRAN} new nets by 3 May 2031.")
    assert [e.when for e in events if e.trigger.start == len(ADA) + 1] == [None]
    events = read(f"{ADA} promised an inquiry before the end of April.")
    assert [e.when for e in events if e.trigger.start == len(ADA) + 1] == [None]
