from onrecord.model import EventMention, Modality, Span, When
from onrecord.relate.event_bounds import bound

PUBLISHED = When("2031-03-04", "day", "given by the user")


def when(value: str | None) -> When | None:
    return When(value, "interval", "tense") if value else None


def mention(value: str | None, modality: Modality = "actual") -> EventMention:
    return EventMention(Span(0, 1), "ASSAULT", "", modality, bound=when(value))


def values(*given: str | None) -> str | None:
    found = bound((mention(value), None) for value in given)
    return found.value if found else None


def test_the_first_report_of_what_is_past_is_the_closest_bound() -> None:
    assert values("../2031-03-06", None, "../2031-03-04", "2031-03-01/..") == "../2031-03-04"


def test_the_last_report_of_what_is_to_come_is_the_closest_bound() -> None:
    assert values("2031-03-01/..", "2031-03-03/..") == "2031-03-03/.."


def test_without_tense_there_is_none() -> None:
    assert values(None, None) is None
    assert values() is None


def test_what_is_past_was_before_every_report_that_tells_it_as_done() -> None:
    past = (mention("../2031-03-06"), when("2031-03-06"))
    assert bound([past, (mention(None), PUBLISHED)]) == when("../2031-03-04")
    assert bound([past, (mention(None), when("2031-02-26/2031-03-05"))]) == when("../2031-03-05")
    assert bound([past, (mention(None, "alleged"), PUBLISHED)]) == when("../2031-03-04")
    assert bound([past, (mention(None, "planned"), PUBLISHED)]) == when("../2031-03-06")
    assert bound([(mention(None), PUBLISHED)]) is None
