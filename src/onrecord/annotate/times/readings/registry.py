"""Every reading under the name that the rules call it by."""

from collections.abc import Callable

from onrecord.annotate.times.context import Resolved
from onrecord.annotate.times.readings import calendar, clock, holidays, periods, relative, spans
from onrecord.annotate.times.readings.found import Found

Reading = Callable[[Found], Resolved | None]

READINGS: dict[str, Reading] = {
    "calendar": calendar.calendar,
    "month": calendar.month_only,
    "dayafter": calendar.dayafter,
    "iso": calendar.iso,
    "slash": calendar.slash,
    "year": calendar.year,
    "yearword": calendar.yearword,
    "decade": calendar.decade,
    "century": calendar.century,
    "season": calendar.season,
    "holiday": holidays.holiday,
    "quarter": periods.quarter,
    "quarters": periods.quarters,
    "quarterpair": periods.quarterpair,
    "half": periods.half,
    "theperiod": periods.theperiod,
    "yearago": periods.yearago,
    "dayoffset": relative.dayoffset,
    "dayoffset2": relative.dayoffset2,
    "weekday": relative.weekday,
    "weekof": relative.weekof,
    "weekdayof": relative.weekdayof,
    "weekend": relative.weekend,
    "relunit": relative.relunit,
    "offset": relative.offset,
    "vagueago": relative.vagueago,
    "discourse": relative.discourse,
    "unitbefore": relative.unitbefore,
    "beforelast": relative.beforelast,
    "then": relative.then,
    "ref": relative.ref,
    "duration": spans.duration,
    "yearson": spans.yearson,
    "durationone": spans.durationone,
    "firstof": spans.duration_of,
    "age": spans.age,
    "firstmany": spans.firstmany,
    "seasonspan": spans.seasonspan,
    "vagueduration": spans.vagueduration,
    "theyear": spans.theyear,
    "theweek": spans.theweek,
    "span": spans.span,
    "spanone": spans.spanone,
    "comingspan": spans.comingspan,
    "fixed": spans.fixed,
    "every": spans.every,
    "everyday": spans.everyday,
    "everymonth": spans.everymonth,
    "per": spans.duration_of,
    "clock": clock.clock,
    "partof": clock.partof,
    "skip": clock.skip,
}
