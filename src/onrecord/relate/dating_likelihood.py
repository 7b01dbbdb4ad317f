"""How likely each day is as a report's publication day, from what the report says: one number a day, added up.

The tables are measured on dated news reports with their date hidden: how far from publication the dates,
weekdays and months lie that reports speak of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.model import When
from onrecord.relate.dating_clues import Clues, Month, MonthDay, Printed, Weekday

Scores = NDArray[np.float64]

# Of the weekdays that a report names in past clauses, the share that lies so many days before publication (0 to 6):
# the first one of a report, those it names again, and the rest.
_FIRST_WEEKDAY = (0.61, 0.26, 0.05, 0.01, 0.03, 0.015, 0.025)
_REPEATED_WEEKDAY = (0.58, 0.31, 0.045, 0.015, 0.02, 0.01, 0.02)
_PAST_WEEKDAY = (0.33, 0.29, 0.16, 0.05, 0.09, 0.04, 0.04)
# The same in future clauses, counted forward (0 to 6).
_FUTURE_WEEKDAY = (0.26, 0.32, 0.13, 0.08, 0.10, 0.04, 0.07)
# A day printed with its year: the density a day at a distance of so many days after it; (up to, density).
_AFTER = (
    (0, 0.23),
    (1, 0.09),
    (2, 0.02),
    (6, 0.012),
    (30, 0.002),
    (365, 3e-4),
    (1500, 1e-4),
    (10_000, 1e-5),
    (10**7, 1e-7),
)
_BEFORE = ((1, 0.02), (7, 0.006), (90, 0.0015), (365, 1e-4), (3000, 1e-5), (10**7, 1e-7))
# A day that the page is stamped with, and one that stands in the telling, where most dates with a year are background.
_AFTER_STAMP = ((0, 0.70), (1, 0.14), (2, 0.03), (6, 0.01), (30, 5e-4), (365, 1e-4), (10**7, 1e-6))
_BEFORE_STAMP = ((1, 0.05), (7, 0.002), (90, 5e-5), (10**7, 1e-6))
# A day on which the report was changed or printed: that of publication or one soon after.
_AFTER_CHANGED = ((0, 0.45), (1, 0.01), (6, 5e-4), (10**7, 1e-6))
_BEFORE_CHANGED = ((1, 0.25), (3, 0.06), (7, 0.015), (30, 0.003), (90, 3e-4), (365, 2e-5), (10**7, 1e-6))
_AFTER_TOLD = (
    (0, 0.10),
    (1, 0.04),
    (2, 0.02),
    (6, 0.008),
    (30, 0.0025),
    (365, 5e-4),
    (1500, 2e-4),
    (10_000, 2e-5),
    (10**7, 1e-7),
)
# A day that the report also tells of by its weekday's name alone is of the week before.
_AFTER_NAMED = ((0, 0.25), (1, 0.25), (2, 0.12), (6, 0.06), (30, 0.002), (365, 1e-4), (10**7, 1e-6))
# "This Thursday, March 20" is of the week to come, or just gone.
_AFTER_THIS = ((3, 0.04), (6, 0.01), (10**7, 1e-6))
_BEFORE_THIS = ((6, 0.12), (13, 0.003), (10**7, 1e-6))
# Of the months that a report names in past clauses, the share that lies so many months before publication (0 to 11).
_PAST_MONTH = (0.04, 0.13, 0.24, 0.15, 0.09, 0.09, 0.05, 0.06, 0.07, 0.04, 0.02, 0.02)
# The day in a dateline is that of publication or the one before.
_AFTER_DATELINE = ((0, 0.72), (1, 0.2), (2, 0.02), (6, 0.004), (30, 2e-4), (10**7, 1e-6))
_BEFORE_DATELINE = ((1, 0.01), (7, 5e-4), (10**7, 1e-6))
_BY_STANDING = {
    "dateline": (_AFTER_DATELINE, _BEFORE_DATELINE),
    "stamp": (_AFTER_STAMP, _BEFORE_STAMP),
    "changed": (_AFTER_CHANGED, _BEFORE_CHANGED),
    "opening": (_AFTER, _BEFORE),
    "named": (_AFTER_NAMED, _BEFORE),
    "told": (_AFTER_TOLD, _BEFORE),
    "ahead": (_AFTER_TOLD, _BEFORE),
}
# A day printed without its year is within a year of publication.
_AFTER_YEARLESS = ((1, 0.05), (6, 0.03), (30, 0.015), (90, 0.006), (183, 0.001), (365, 2e-4), (10**7, 1e-6))
_BEFORE_YEARLESS = ((1, 0.03), (7, 0.02), (30, 0.012), (90, 0.003), (183, 5e-4), (365, 5e-5), (10**7, 1e-6))
# The latest year that a report prints lies so many years before publication (-1 to 8); rarely more.
_YEARS_SINCE = {-1: 0.06, 0: 0.26, 1: 0.17, 2: 0.11, 3: 0.09, 4: 0.04, 5: 0.03, 6: 0.03, 7: 0.02, 8: 0.02}
_RARELY = 0.004
# A weekday printed beside a date holds; misprints are rarer than this.
_MISPRINT = 0.01
# A page is seldom kept in the folder of another month than that of its publication.
_OTHER_MONTH = 0.01
# What is left for each other day where a report itself says which day is its own ("today (May 3)").
_MISPRINT_DENSITY = 1e-5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that come into question: ordinals in a row, with their weekday and year."""

    days: NDArray[np.int64]

    @classmethod
    def between(cls, first: date, last: date) -> "Calendar":
        """Return every day from first to last."""
        return cls(np.arange(first.toordinal(), last.toordinal() + 1))

    def day(self, index: int) -> date:
        """Return the day at an index."""
        return date.fromordinal(int(self.days[index]))

    @property
    def weekdays(self) -> NDArray[np.int64]:
        """Monday 1 to Sunday 7."""
        return (self.days - 1) % 7 + 1

    @property
    def years(self) -> NDArray[np.int64]:
        """The year of each day."""
        since_1970 = (self.days - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
        years: NDArray[np.int64] = since_1970.astype("datetime64[Y]").astype(np.int64) + 1970
        return years

    @property
    def months(self) -> NDArray[np.int64]:
        """The month of each day, 1 to 12."""
        since_1970 = (self.days - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
        months: NDArray[np.int64] = since_1970.astype("datetime64[M]").astype(np.int64) % 12 + 1
        return months


def likelihood(clues: Clues, calendar: Calendar) -> Scores:
    """Return the log likelihood of what the report says for each day of the calendar."""
    if clues.given is not None:
        first, last = (day.toordinal() for day in clues.given)
        return np.where((calendar.days >= first) & (calendar.days <= last), 0.0, -60.0)
    scores = np.zeros(len(calendar.days))
    for number, weekday in enumerate({(w.number, w.way): w for w in clues.weekdays}.values()):
        named = sum(w.number == weekday.number for w in clues.weekdays)
        scores += weekday_scores(weekday, calendar, first=number == 0, named=named)
    for month in {(m.number, m.way): m for m in clues.months}.values():
        scores += month_scores(month, calendar)
    for month_day in {(m.month, m.day): m for m in sorted(clues.month_days, key=_is_own)}.values():
        scores += month_day_scores(month_day, calendar)
    for printed in {p.first: p for p in clues.printed if p.first == p.last}.values():
        scores += printed_scores(printed, calendar)
    scores += year_scores(clues.printed, calendar)
    if clues.folder is not None:
        scores += folder_scores(clues.folder, calendar)
    return scores


def folder_scores(folder: When, calendar: Calendar) -> Scores:
    """Return the scores from the month in a page's address."""
    year, month = map(int, folder.value.split("-"))
    within = (calendar.years == year) & (calendar.months == month)
    scores: Scores = np.log(np.where(within, (1 - _OTHER_MONTH) / 30, _OTHER_MONTH / len(calendar.days)))
    return scores


def _is_own(month_day: MonthDay) -> bool:
    return month_day.from_own is not None


def weekday_scores(weekday: Weekday, calendar: Calendar, *, first: bool = False, named: int = 1) -> Scores:
    """Return the scores from one weekday named without a date, so many times and perhaps before all others."""
    since = (calendar.weekdays - weekday.number) % 7
    if weekday.way == "future":
        shares = np.array(_FUTURE_WEEKDAY)[(-since) % 7]
    elif weekday.way in ("past", "unknown"):
        shares = np.array(_FIRST_WEEKDAY if first else _REPEATED_WEEKDAY if named > 1 else _PAST_WEEKDAY)[since]
    else:
        shares = np.ones(len(calendar.days))
    scores: Scores = np.log(shares)
    return scores


def month_scores(month: Month, calendar: Calendar) -> Scores:
    """Return the scores from one month named without its year in a past clause."""
    if month.way != "past":
        return np.zeros(len(calendar.days))
    scores: Scores = np.log(np.array(_PAST_MONTH)[(calendar.months - month.number) % 12])
    return scores


def month_day_scores(month_day: MonthDay, calendar: Calendar) -> Scores:
    """Return the scores from one day without a year: the year that fits a day best counts."""
    best = np.full(len(calendar.days), -14.0)
    for year in range(int(calendar.years[0]) - 1, int(calendar.years[-1]) + 2):
        try:
            day = date(year, month_day.month, month_day.day)
        except ValueError:
            continue
        distance = calendar.days - day.toordinal()
        if month_day.from_own is not None:
            score = np.log(np.where(distance == -month_day.from_own, 1 - _MISPRINT, _MISPRINT_DENSITY))
        elif month_day.is_dateline:
            score = _density(distance, _AFTER_DATELINE, _BEFORE_DATELINE, "")
        elif month_day.way == "this" and month_day.weekday is not None:
            score = _density(distance, _AFTER_THIS, _BEFORE_THIS, "")
        else:
            score = _density(distance, _AFTER_YEARLESS, _BEFORE_YEARLESS, month_day.way)
        if month_day.weekday is not None:
            score += np.log(1 - _MISPRINT if day.isoweekday() == month_day.weekday else _MISPRINT)
        best = np.maximum(best, score)
    return best


def printed_scores(printed: Printed, calendar: Calendar) -> Scores:
    """Return the scores from one day printed with its year."""
    after, before = _BY_STANDING[printed.standing]
    return _density(calendar.days - printed.first.toordinal(), after, before, printed.way)


def year_scores(printed: Sequence[Printed], calendar: Calendar) -> Scores:
    """Return the scores from the latest year that the report prints."""
    years = [p.first.year for p in printed if p.way != "future" and p.standing != "ahead"]
    if not years:
        return np.zeros(len(calendar.days))
    since = calendar.years - max(years)
    scores: Scores = np.log(np.array([_YEARS_SINCE.get(int(gap), _RARELY) for gap in since]))
    return scores


def _density(
    distance: NDArray[np.int64], after: tuple[tuple[int, float], ...], before: tuple[tuple[int, float], ...], way: str
) -> Scores:
    """Return the log density of days at a distance (publication less the date); the tense decides between the sides."""
    ahead = np.log(_table(-distance, before)) + (0.7 if way == "future" else -0.7 if way == "past" else 0.0)
    back = np.log(_table(distance, after)) - (2.0 if way == "future" else 0.0)
    density: Scores = np.where(distance >= 0, back, ahead)
    return density


def _table(distance: NDArray[np.int64], rows: tuple[tuple[int, float], ...]) -> Scores:
    limits = np.array([row[0] for row in rows])
    values = np.array([row[1] for row in rows])
    densities: Scores = values[np.searchsorted(limits, np.clip(distance, 0, limits[-1]))]
    return densities
