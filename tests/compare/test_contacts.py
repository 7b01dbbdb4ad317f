from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.contacts import make_contacts
from onrecord.compare.world import World
from onrecord.model import Collection, EntityKind, Modality, When

from .conftest import Report

OneStory = Callable[..., Collection]
SUNDAY = When("2031-05-04", "day", "weekday before publication")
THURSDAY = When("2031-05-01", "day", "printed in the text")


def call(name: str, when: When | None) -> Report:
    one = Report(name, "Ada Roe phoned Ben Sol about the dam.")
    one.entity("Ada Roe", 0).entity("Ben Sol", 1)
    return one.contact("phoned", "phone", [("Ada Roe", 0)], [("Ben Sol", 1)], when=when, medium="phone")


def talk(name: str, when: When | None) -> Report:
    one = Report(name, "Ada Roe and Ben Sol spoke by phone.")
    one.entity("Ada Roe", 0).entity("Ben Sol", 1)
    parties = [("Ada Roe", 0), ("Ben Sol", 1)]
    return one.contact("spoke", "phone", parties, parties, when=when, medium="phone")


def test_one_call_in_three_reports_is_one_row_with_the_one_who_rang(one_story: OneStory) -> None:
    (row,) = make_contacts(World(one_story(call("a", SUNDAY), talk("b", SUNDAY), call("c", SUNDAY))))
    assert (row.initiator, row.recipient, row.medium) == ("Ada Roe", "Ben Sol", "phone")
    assert row.parties == ("Ada Roe", "Ben Sol")
    assert row.outlets == 3


def test_two_days_are_two_contacts(one_story: OneStory) -> None:
    rows = make_contacts(World(one_story(call("a", SUNDAY), call("b", THURSDAY))))
    assert [row.when for row in rows] == [THURSDAY, SUNDAY]


def test_nobody_started_what_both_merely_held(one_story: OneStory) -> None:
    (row,) = make_contacts(World(one_story(talk("a", SUNDAY))))
    assert (row.initiator, row.recipient) == (None, None)


def test_whose_call_with_somebody_it_was_does_not_say_who_rang(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe kept her call with Ben Sol short.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    one.contact("call", "phone", [("Ada Roe", 0)], [("Ben Sol", 1)], when=SUNDAY, medium="phone")
    (row,) = make_contacts(World(one_story(one)))
    assert (row.initiator, row.parties) == (None, ("Ada Roe", "Ben Sol"))


def test_reports_that_name_two_callers_leave_the_caller_open(one_story: OneStory) -> None:
    other = Report("b", "Ben Sol phoned Ada Roe about the dam.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    other.contact("phoned", "phone", [("Ben Sol", 1)], [("Ada Roe", 0)], when=SUNDAY, medium="phone")
    rows = make_contacts(World(one_story(call("a", SUNDAY), other)))
    assert {row.initiator for row in rows} == {"Ada Roe", "Ben Sol"}


def test_the_press_is_no_party(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe spoke to Lun News.").entity("Ada Roe", 0)
    one.contact("spoke", "talk", [("Ada Roe", 0)], [("Lun News", 1)])
    assert make_contacts(World(one_story(one))) == ()


def test_thanks_given_in_a_call_join_the_call(one_story: OneStory) -> None:
    thanks = Report("b", "Ada Roe thanked Ben Sol for the dam.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    thanks.contact("thanked", "thank", [("Ada Roe", 0)], [("Ben Sol", 1)], when=When("2031-05", "month", "printed"))
    (row,) = make_contacts(World(one_story(call("a", SUNDAY), as_support(thanks))))
    assert (row.medium, row.outlets) == ("phone", 2)


def as_support(report: Report) -> Report:
    report.events = [replace(e, type="SUPPORT") for e in report.events]
    return report


def told(name: str, text: str, trigger: str, when: When | None = None, mode: str = "phone") -> Report:
    """A report in which the two are in touch, by phone unless said otherwise."""
    one = Report(name, text).entity("Ada Roe", 0).entity("Ben Sol", 1)
    parties = [("Ada Roe", 0), ("Ben Sol", 1)]
    return one.contact(trigger, mode, parties, parties, when=when, medium="phone" if mode == "phone" else None)


def test_two_calls_in_four_days_are_a_count_of_the_calls_and_not_a_third(one_story: OneStory) -> None:
    days = When("2031-04-30/2031-05-04", "interval", "'the past four days' from publication")
    both = told(
        "c", "Ada Roe and Ben Sol had two long phone conversations in the past four days.", "conversations", days
    )
    rows = make_contacts(World(one_story(call("a", SUNDAY), call("b", THURSDAY), both)))
    assert [row.when for row in rows] == [THURSDAY, SUNDAY]
    (count,) = rows[1].counts
    assert (count.told, count.found) == (2, 2)


def test_several_talks_of_which_none_is_known_stay_one_row_that_says_so(one_story: OneStory) -> None:
    month = When("2031-04", "month", "'last month' from publication")
    talks = told("a", "Ada Roe and Ben Sol held several talks.", "held several talks", month)
    (row,) = make_contacts(World(one_story(talks)))
    assert row.times == "several talks"


def test_the_second_call_in_three_days_can_be_checked(one_story: OneStory) -> None:
    second = told("c", "It was the second call between Ada Roe and Ben Sol in just three days.", "call", SUNDAY)
    rows = make_contacts(World(one_story(call("a", THURSDAY), second)))
    (count,) = rows[1].counts
    assert (count.told, count.found) == (2, 2)


def test_a_call_without_a_date_is_the_one_dated_call_of_the_same_two(one_story: OneStory) -> None:
    (row,) = make_contacts(World(one_story(call("a", SUNDAY), talk("b", None))))
    assert (row.when, row.outlets) == (SUNDAY, 2)


def test_a_call_without_a_date_stays_apart_where_it_can_be_either_of_two(one_story: OneStory) -> None:
    rows = make_contacts(World(one_story(call("a", SUNDAY), call("b", THURSDAY), talk("c", None))))
    assert [row.when for row in rows] == [THURSDAY, SUNDAY, None]


def test_another_call_is_not_the_one_just_told(one_story: OneStory) -> None:
    text = "Ada Roe phoned Ben Sol on Sunday. It followed another conversation of the two."
    one = Report("c", text).entity("Ada Roe", 0).entity("Ben Sol", 1)
    parties = [("Ada Roe", 0), ("Ben Sol", 1)]
    one.contact("phoned", "phone", [("Ada Roe", 0)], [("Ben Sol", 1)], when=SUNDAY, medium="phone")
    one.contact("conversation", "phone", parties, parties, medium="phone")
    rows = make_contacts(World(one_story(call("a", THURSDAY), one)))
    assert [(row.when, row.outlets) for row in rows] == [(THURSDAY, 2), (SUNDAY, 1)]


def told_as(report: Report, modality: Modality) -> Report:
    report.events = [replace(e, modality=modality) for e in report.events]
    return report


def test_a_meeting_that_one_side_declined_says_so(one_story: OneStory) -> None:
    one = told("a", "Ada Roe declined an invitation to meet Ben Sol.", "meet", mode="meet")
    (row,) = make_contacts(World(one_story(told_as(one, "denied"))))
    assert row.modality == "denied"


@pytest.mark.parametrize("modality", ["hypothetical", "denied"])
def test_a_call_that_was_only_hoped_for_or_never_was_is_no_contact(one_story: OneStory, modality: Modality) -> None:
    one = told("a", "Ada Roe never called Ben Sol.", "called")
    assert make_contacts(World(one_story(told_as(one, modality)))) == ()


def test_what_is_dated_behind_its_report_is_planned(one_story: OneStory) -> None:
    one = told("a", "Ada Roe and Ben Sol meet on Sunday.", "meet", when=SUNDAY, mode="meet")
    one.published = "2031-05-02"
    (row,) = make_contacts(World(one_story(one)))
    assert row.modality == "planned"


def described(text: str, office: str, name: str = "", owner: str = "Lun") -> Report:
    """A report of a meeting with somebody who bears no name in it."""
    one = Report("a", text).entity("Ada Roe", 0).entity(office, 1, name=name or office).entity(owner, 2, "place")
    one.contact("met", "meet", [("Ada Roe", 0)], [(office, 1)])
    one.mentions[1] = replace(one.mentions[1], form="nominal")
    one.events = [replace(e, recipient=(replace(e.recipient[0], name=name or office),)) for e in one.events]
    return one


@pytest.mark.parametrize(
    ("text", "office", "party"),
    [
        pytest.param("Ada Roe met the president of Lun.", "president", "president of Lun", id="of"),
        pytest.param("Ada Roe met a lawyer for Mr. Lun on Monday.", "lawyer", "lawyer for Mr. Lun", id="for"),
        pytest.param("Ada Roe met the mayor after a walk in Lun.", "mayor", "mayor", id="elsewhere"),
    ],
)
def test_an_office_without_a_name_bears_whose_it_is(one_story: OneStory, text: str, office: str, party: str) -> None:
    (row,) = make_contacts(World(one_story(described(text, office))))
    assert row.parties == ("Ada Roe", party)


def test_who_bears_no_name_is_shown_as_printed_here(one_story: OneStory) -> None:
    one = described("Ada Roe met senior officials in Lun.", "senior officials", "four harbour officials")
    (row,) = make_contacts(World(one_story(one)))
    assert row.parties == ("Ada Roe", "senior officials")


def test_a_lawyer_whose_client_nobody_tells_is_no_party(one_story: OneStory) -> None:
    assert make_contacts(World(one_story(described("Ada Roe met a lawyer in Lun.", "a lawyer", "lawyer")))) == ()


@pytest.mark.parametrize(
    ("words", "mode"),
    [pytest.param("met separately with", "meet", id="met"), pytest.param("phoned", "phone", id="rang")],
)
def test_one_who_had_to_do_with_each_of_two_had_two_contacts(one_story: OneStory, words: str, mode: str) -> None:
    one = Report("a", f"Ada Roe {words} Ben Sol and Cy Dahl.")
    one.entity("Ada Roe", 0).entity("Ben Sol", 1).entity("Cy Dahl", 2)
    one.contact(words.split()[0], mode, [("Ada Roe", 0)], [("Ben Sol", 1), ("Cy Dahl", 2)])
    rows = make_contacts(World(one_story(one)))
    assert {row.parties for row in rows} == {("Ada Roe", "Ben Sol"), ("Ada Roe", "Cy Dahl")}


def test_two_who_spoke_to_a_crowd_did_not_speak_to_each_other(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe and Ben Sol spoke to voters.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    one.entity("voters", 2, "group")
    one.contact("spoke", "talk", [("Ada Roe", 0), ("Ben Sol", 1)], [("voters", 2)])
    assert make_contacts(World(one_story(one))) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Ada Roe appealed to Ben Sol for peace.", True), ("Ada Roe appealed the ruling, and Ben Sol lost.", False)],
)
def test_an_appeal_in_court_is_no_contact(one_story: OneStory, text: str, shown: bool) -> None:
    one = Report("a", text).entity("Ada Roe", 0).entity("Ben Sol", 1)
    one.contact("appealed", "ask", [("Ada Roe", 0)], [("Ben Sol", 1)])
    assert bool(make_contacts(World(one_story(as_request(one))))) == shown


def test_a_letter_and_what_its_writers_said_in_it_are_one(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe wrote of the dam in a letter to Ben Sol.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    one.contact("wrote", "letter", [("Ada Roe", 0)], [])
    one.contact("letter", "letter", [("Ada Roe", 0), ("Ben Sol", 1)], [("Ada Roe", 0), ("Ben Sol", 1)])
    (row,) = make_contacts(World(one_story(one)))
    assert (row.initiator, row.parties) == ("Ada Roe", ("Ada Roe", "Ben Sol"))


def test_visits_in_general_are_not_the_one_of_this_week(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe, whose trips to Lun were news, visited Lun on Sunday.").entity("Ada Roe", 0)
    one.entity("Lun", 1, "place")
    one.contact("trips", "visit", [("Ada Roe", 0)], [("Lun", 1)])
    one.contact("visited", "visit", [("Ada Roe", 0)], [("Lun", 1)], when=SUNDAY)
    assert [(row.when, row.times) for row in make_contacts(World(one_story(one)))] == [(SUNDAY, None), (None, "trips")]


@pytest.mark.parametrize(("kind", "shown"), [("person", False), ("organisation", True)])
def test_a_reporters_interview_is_no_contact_and_a_bodys_is(one_story: OneStory, kind: EntityKind, shown: bool) -> None:
    one = Report("a", "Roe interviewed Ben Sol.").entity("Roe", 0, kind).entity("Ben Sol", 1)
    one.contact("interviewed", "ask", [("Roe", 0)], [("Ben Sol", 1)])
    assert bool(make_contacts(World(one_story(as_request(one))))) == shown


def test_the_meeting_just_told_is_not_one_that_was_held_before_it(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe has met previously with Ben Sol. She spoke to nobody after the meeting.")
    one.entity("Ada Roe", 0).entity("Ben Sol", 1)
    parties = [("Ada Roe", 0), ("Ben Sol", 1)]
    one.contact("met", "meet", parties, parties).contact("meeting", "meet", [], [])
    (row,) = make_contacts(World(one_story(one)))
    assert len(row.mentions) == 1


def test_several_who_were_written_to_were_not_in_touch_with_each_other(one_story: OneStory) -> None:
    one = Report("a", "The letter to Ben Sol and Cy Dahl was long.").entity("Ben Sol", 0).entity("Cy Dahl", 1)
    one.contact("letter", "letter", [], [("Ben Sol", 0), ("Cy Dahl", 1)])
    assert make_contacts(World(one_story(one))) == ()


def test_one_person_alone_holds_no_meeting(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe was at a meeting on Sunday.").entity("Ada Roe", 0)
    one.contact("meeting", "meet", [("Ada Roe", 0)], [], when=SUNDAY)
    assert make_contacts(World(one_story(one))) == ()


def test_whom_a_doubtful_pronoun_means_is_nobodys_contact(one_story: OneStory) -> None:
    doubtful = Report("a", "He phoned Ben Sol about the dam.").entity("He", 0, name="Ada Roe").entity("Ben Sol", 1)
    doubtful.contact("phoned", "phone", [("He", 0)], [("Ben Sol", 1)], medium="phone")
    doubtful.mentions[0] = replace(doubtful.mentions[0], form="pronoun", clear=False)
    assert make_contacts(World(one_story(doubtful))) == ()
    (row,) = make_contacts(World(one_story(doubtful, call("b", SUNDAY))))
    assert {passage.article for passage in row.mentions} == {"a", "b"}


def test_a_contact_is_not_dated_by_a_year_reckoned_from_the_report(one_story: OneStory) -> None:
    this_year = When("2031", "year", "'this year' from publication")
    (row,) = make_contacts(World(one_story(call("a", this_year))))
    assert row.when is None


def test_what_is_said_in_a_letter_is_a_letter(one_story: OneStory) -> None:
    one = Report("a", "In a letter to Ben Sol, Ada Roe asked for the dam.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    one.contact("asked", "ask", [("Ada Roe", 0)], [])
    (row,) = make_contacts(World(one_story(as_request(one))))
    assert (row.medium, row.initiator, row.recipient) == ("letter", "Ada Roe", "Ben Sol")


def as_request(report: Report) -> Report:
    report.events = [replace(e, type="REQUEST") for e in report.events]
    return report


def test_a_contact_of_a_vague_past_keeps_its_decade(one_story: OneStory) -> None:
    nineties = When("199X", "decade", "printed in the text")
    (row,) = make_contacts(World(one_story(call("a", nineties))))
    assert row.when == nineties
