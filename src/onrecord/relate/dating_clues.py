"""What one report says about its own date: its time expressions, sorted by what they tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.annotate.times.component import publication
from onrecord.model import Annotated, Article, Span, TimeExpression, When
from onrecord.read.dateline import dateline
from onrecord.read.dating import month_in_address
from onrecord.relate.dating_standing import Standing, is_no_telling, standing, weekday_beside
from onrecord.relate.periods import period

_GLOSSED = re.compile(r"\b(yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)) ?\($", re.I)
_GLOSSES = {"yesterday": -1, "tomorrow": 1}
_GLOSS_CHARS = 20


@dataclass(frozen=True, slots=True)
class MonthDay:
    """ "14 December": a day of the year without its year, on one side of publication, with its weekday if printed.

    is_dateline  whether it stands in the report's dateline: "LENZ, July 7 (Orbis) -"
    from_own     its days from the report's own, where the report says: 0 of "today (May 3)", -1 of "yesterday (May 2)"
    """

    month: int
    day: int
    way: str
    weekday: int | None
    span: Span
    is_dateline: bool = False
    from_own: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "Sunday": a weekday (Monday 1 to Sunday 7) on one side of publication."""

    number: int
    way: str
    span: Span


@dataclass(frozen=True, slots=True)
class Month:
    """ "In March": a month without its year, on one side of publication."""

    number: int
    way: str
    span: Span


@dataclass(frozen=True, slots=True)
class Printed:
    """A date with its year: its first and last day, and the side of publication that its clause's tense puts it on."""

    first: date
    last: date
    way: str
    span: Span
    standing: Standing = "told"


@dataclass(frozen=True, slots=True)
class Gap:
    """ "three days after": so many days between two happenings."""

    days: int
    span: Span


@dataclass(frozen=True, slots=True)
class Recent:
    """ "the past four days": so many days before publication."""

    days: int
    span: Span


@dataclass(frozen=True, slots=True)
class Clues:
    """Everything in one report that bears on its date.

    given  the first and last day of its publication date, None where it has none
    folder the month in its address, where it has no other date
    """

    article: Annotated
    given: tuple[date, date] | None
    printed: tuple[Printed, ...]
    month_days: tuple[MonthDay, ...]
    weekdays: tuple[Weekday, ...]
    gaps: tuple[Gap, ...]
    recent: tuple[Recent, ...] = ()
    months: tuple[Month, ...] = ()
    folder: When | None = None


def read_clues(annotated: Annotated) -> Clues:
    """Return the clues of one report, each kind in the order of the text."""
    times = annotated.times
    return Clues(
        annotated,
        _given(annotated.article.published),
        tuple(_printed(annotated.article.text, times)),
        tuple(_month_days(annotated.article.text, times)),
        tuple(_weekdays(times)),
        tuple(_gaps(times)),
        tuple(_recent(times)),
        tuple(_months(times)),
        _folder(annotated.article),
    )


def _folder(article: Article) -> When | None:
    return month_in_address(article.url) if article.url and article.published is None else None


def _given(published: When | None) -> tuple[date, date] | None:
    days = [day for day in publication(published) if day is not None]
    return (days[0], days[-1]) if days else None


def _printed(text: str, times: tuple[TimeExpression, ...]) -> Iterator[Printed]:
    weekdays = frozenset(weekday.number for weekday in _weekdays(times) if weekday.way == "past")
    end = _dateline_end(text)
    for time in times:
        kind, _, way = time.clue.partition(":")
        if kind != "printed" or time.when is None or is_no_telling(text, time.span):
            continue
        if bounds := _bounds(time.when):
            filed = time.span.end <= end and bounds[0] == bounds[1]
            found: Standing = "dateline" if filed else _standing(text, time.span, bounds, weekdays)
            yield Printed(*bounds, way, time.span, found)


def _dateline_end(text: str) -> int:
    """Return where the dateline ends that prints a day; 0 without one."""
    opening = dateline(text)
    return opening.end() if opening and opening["date"] else 0


def _standing(text: str, span: Span, bounds: tuple[date, date], weekdays: frozenset[int]) -> Standing:
    """Return how a date stands; "named" where the report goes on to tell of its weekday by its name alone."""
    first, last = bounds
    found = standing(text, span, is_year=(last - first).days > 31)
    is_named = first == last and weekday_beside(text, span) == first.isoweekday() and first.isoweekday() in weekdays
    return "named" if found in ("told", "opening") and is_named else found


def _bounds(when: When) -> tuple[date, date] | None:
    """Return the first and last day of a printed day, month or year; None for a range and where a part is open."""
    day = replace(when, value=when.value.partition("T")[0])
    found = period(day) if day.value.replace("-", "").isdecimal() else None
    if found is None or found.first is None or found.last is None:
        return None
    return date.fromordinal(found.first), date.fromordinal(found.last)


def _month_days(text: str, times: tuple[TimeExpression, ...]) -> Iterator[MonthDay]:
    end = _dateline_end(text)
    for time in times:
        match time.clue.split(":"):
            case ["monthday", day, way, *weekday]:
                month, _, number = day.partition("-")
                day_of_week = int(weekday[0]) if weekday else weekday_beside(text, time.span)
                in_dateline, own = time.span.end <= end, _from_own(text, time.span)
                yield MonthDay(int(month), int(number), way, day_of_week, time.span, in_dateline, own)


def _from_own(text: str, span: Span) -> int | None:
    """Return the days from a report's own day that the words before a date give: "yesterday (May 2)"."""
    told = _GLOSSED.search(text[max(0, span.start - _GLOSS_CHARS) : span.start])
    return None if told is None else _GLOSSES.get(told[1].lower(), 0)


def _weekdays(times: tuple[TimeExpression, ...]) -> Iterator[Weekday]:
    for time in times:
        match time.clue.split(":"):
            case ["weekday", number, way]:
                yield Weekday(int(number), way, time.span)


def _months(times: tuple[TimeExpression, ...]) -> Iterator[Month]:
    for time in times:
        match time.clue.split(":"):
            case ["month", number, way]:
                yield Month(int(number), way, time.span)


def _gaps(times: tuple[TimeExpression, ...]) -> Iterator[Gap]:
    for time in times:
        match time.clue.split(":"):
            case ["gap", "D", days, "after"]:
                yield Gap(int(days), time.span)


def _recent(times: tuple[TimeExpression, ...]) -> Iterator[Recent]:
    for time in times:
        match time.clue.split(":"):
            case ["span", "D", days]:
                if int(days) < 0:
                    yield Recent(-int(days), time.span)
