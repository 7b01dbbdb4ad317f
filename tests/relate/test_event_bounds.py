from onrecord.model import EventMention, Span, When
from onrecord.relate.event_bounds import bound


def mention(value: str | None) -> EventMention:
    when = When(value, "interval", "tense") if value else None
    return EventMention(Span(0, 1), "ASSAULT", "", "actual", bound=when)


def values(*given: str | None) -> str | None:
    when = bound(mention(value) for value in given)
    return when.value if when else None


def test_the_first_report_of_what_is_past_is_the_closest_bound() -> None:
    assert values("../2031-03-06", None, "../2031-03-04", "2031-03-01/..") == "../2031-03-04"


def test_the_last_report_of_what_is_to_come_is_the_closest_bound() -> None:
    assert values("2031-03-01/..", "2031-03-03/..") == "2031-03-03/.."


def test_without_tense_there_is_none() -> None:
    assert values(None, None) is None
    assert values() is None
