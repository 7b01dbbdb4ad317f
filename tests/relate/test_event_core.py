"""Which mentions a line about an event may count on: those that tell the same, not those merely joined to it."""

from dataclasses import replace

import pytest

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article, Event, EventMention, Number, Span, Story, When
from onrecord.relate.entities import link_entities
from onrecord.relate.event_core import stands_behind
from onrecord.relate.events import link_events
from onrecord.relate.periods import Period
from onrecord.relate.told import Told


def behind(*texts: str) -> dict[str, set[str]]:
    """Return the reports behind each event's line, of reports that are one story from one day."""
    day = When("2031-05-17", "day", "given")
    articles = [Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]
    read = tuple(annotate(articles))
    events: tuple[Event, ...] = link_events(
        read, link_entities(read), [Story("s", "", tuple(a.article.id for a in read))]
    )
    return {event.what: {passage.article for passage in event.told_by} for event in events}


def test_reports_of_the_same_arrest_stand_behind_its_line() -> None:
    told = behind("Police in Selm arrested four dockers on Monday.", "Four dockers were arrested in Selm on Monday.")
    assert {"r0", "r1"} in told.values()


def test_a_report_that_names_another_place_does_not_stand_behind_the_line() -> None:
    told = behind(
        "Rebels attacked the town hall of Selm on Monday. The town hall burned.",
        "Rebels attacked the harbour of Tarvo on Friday. The harbour burned.",
    )
    assert {"r0", "r1"} not in told.values()


def test_what_is_told_in_the_present_has_not_the_date_of_what_was_long_ago() -> None:
    day = When("2031-05-17", "day", "given")
    texts = ("Mara Lind is running for mayor of Selm.", *["Mara Lind ran for mayor of Selm in 2024."] * 2)
    read = tuple(annotate([Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]))
    events = link_events(read, link_entities(read), [Story("s", "", tuple(a.article.id for a in read))])
    assert [(e.what, e.when) for e in events if "is running" in e.what and e.when is not None] == []


def test_the_ferry_of_one_report_may_be_the_one_that_another_names() -> None:
    told = behind(
        "A ferry with 90 people hit a reef off Selm on Monday.", "The Marigold hit the Oyster Bank off Selm on Monday."
    )
    assert {"r0", "r1"} in told.values()


def test_who_names_one_docker_does_not_bear_out_that_two_pleaded_guilty() -> None:
    told = behind(
        "Theo Grau and Nils Orr pleaded guilty in Selm to lying to the harbour police about their contacts.",
        "Nils Orr pleaded guilty in Selm to lying to the harbour police about his contacts.",
    )
    assert {"r0", "r1"} not in [reports for what, reports in told.items() if "Theo Grau" in what]


def test_two_named_ferries_are_two() -> None:
    told = behind("The Marigold hit a reef off Selm on Monday.", "The Petrel hit a pier off Selm on Monday.")
    assert {"r0", "r1"} not in told.values()


def test_a_bare_year_does_not_date_what_another_report_dates_to_the_day() -> None:
    day = When("2031-05-21", "day", "given")
    texts = ("Police in Selm arrested four dockers on Monday.", "Police in Selm arrested four dockers in 2031.")
    articles = [Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]
    read = tuple(annotate(articles))
    [story] = [Story("s", "", tuple(a.article.id for a in read))]
    events = link_events(read, link_entities(read), [story])
    assert [e.when.value for e in events if e.when and "arrested" in e.what] == ["2031-05-19"]


def call(article: str, day: int | None) -> Told:
    """Return a call between the same two, told in words of its own."""
    time = None if day is None else Period(day, day)
    event = EventMention(Span(0, 4), "CONSULT", "phone", "actual")
    held, nobody = frozenset({"call"}), frozenset[str]()
    return Told(
        article, 0, event, held, held, frozenset({"lind"}), frozenset({"grau"}), nobody, nobody, nobody, {article: 1.0},
        5, False, False, time, False,
    )  # fmt: skip


@pytest.mark.parametrize(("days", "same"), [((7, 7), True), ((7, 30), False), ((7, None), False), ((None, None), True)])
def test_the_date_of_one_call_is_not_lent_to_another_between_the_same_two(
    days: tuple[int | None, int | None], same: bool
) -> None:
    assert stands_behind(call("a", days[0]), call("b", days[1])) is same


@pytest.mark.parametrize(("low", "high", "same"), [(4, 4, False), (2, None, True), (3, 3, True)])
def test_a_report_that_counts_otherwise_does_not_stand_behind_the_count(
    low: float, high: float | None, same: bool
) -> None:
    def dead(article: str, low: float, high: float | None) -> Told:
        one = call(article, 7)
        return replace(one, event=replace(one.event, numbers=(Number("killed", low, high, "people", Span(0, 4)),)))

    assert stands_behind(dead("a", low, high), dead("b", 3, 3)) is same


def test_words_put_for_one_another_need_somebody_in_common() -> None:
    told = behind(
        "The mayor of Selm accused Theo Grau of fraud.", "With most of the votes counted, turnout was high on Tarvo."
    )
    assert {"r0", "r1"} not in told.values()
    told = behind("The embassy has urged dockers to leave Selm.", "They met at the request of Theo Grau in Tarvo.")
    assert {"r0", "r1"} not in told.values()
