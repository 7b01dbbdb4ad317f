from collections.abc import Callable
from dataclasses import replace

from onrecord.compare.contacts import make_contacts
from onrecord.model import Collection, When

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
    (row,) = make_contacts(one_story(call("a", SUNDAY), talk("b", SUNDAY), call("c", SUNDAY)))
    assert (row.initiator, row.recipient, row.medium) == ("Ada Roe", "Ben Sol", "phone")
    assert row.parties == ("Ada Roe", "Ben Sol")
    assert row.outlets == 3


def test_two_days_are_two_contacts(one_story: OneStory) -> None:
    rows = make_contacts(one_story(call("a", SUNDAY), call("b", THURSDAY)))
    assert [row.when for row in rows] == [THURSDAY, SUNDAY]


def test_nobody_started_what_both_merely_held(one_story: OneStory) -> None:
    (row,) = make_contacts(one_story(talk("a", SUNDAY)))
    assert (row.initiator, row.recipient) == (None, None)


def test_reports_that_name_two_callers_leave_the_caller_open(one_story: OneStory) -> None:
    other = Report("b", "Ben Sol phoned Ada Roe about the dam.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    other.contact("phoned", "phone", [("Ben Sol", 1)], [("Ada Roe", 0)], when=SUNDAY, medium="phone")
    rows = make_contacts(one_story(call("a", SUNDAY), other))
    assert {row.initiator for row in rows} == {"Ada Roe", "Ben Sol"}


def test_the_press_is_no_party(one_story: OneStory) -> None:
    one = Report("a", "Ada Roe spoke to Lun News.").entity("Ada Roe", 0)
    one.contact("spoke", "talk", [("Ada Roe", 0)], [("Lun News", 1)])
    assert make_contacts(one_story(one)) == ()


def test_a_name_that_is_called_is_no_call(one_story: OneStory) -> None:
    one = Report("a", 'Ada Roe called Ben Sol "a friend of the dam".').entity("Ada Roe", 0).entity("Ben Sol", 1)
    one.contact("called", "phone", [("Ada Roe", 0)], [("Ben Sol", 1)])
    assert make_contacts(one_story(one)) == ()


def test_thanks_given_in_a_call_join_the_call(one_story: OneStory) -> None:
    thanks = Report("b", "Ada Roe thanked Ben Sol for the dam.").entity("Ada Roe", 0).entity("Ben Sol", 1)
    thanks.contact("thanked", "thank", [("Ada Roe", 0)], [("Ben Sol", 1)], when=When("2031-05", "month", "printed"))
    (row,) = make_contacts(one_story(call("a", SUNDAY), as_support(thanks)))
    assert (row.medium, row.outlets) == ("phone", 2)


def as_support(report: Report) -> Report:
    report.events = [replace(e, type="SUPPORT") for e in report.events]
    return report
