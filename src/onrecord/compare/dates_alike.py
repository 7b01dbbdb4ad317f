"""Which dates of two reports may be of one deed: day and year, weekday and clock, start and end."""

import re

from onrecord.compare.entry import Entry
from onrecord.compare.nearness import Nearness
from onrecord.compare.relating import days_between, is_day, is_printed, weekday
from onrecord.compare.values import Relation
from onrecord.compare.wording import claim_words

ENDS = {"prep from": "start", "prep since": "start", "prep to": "end", "prep until": "end"}
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_OWN_DAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))\b")
_COUNTED_DAY = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:last|this) (?:morning|afternoon|evening|night|week|weekend))\b"
)
_AS_DONE = frozenset({"actual", "alleged"})
_WHEN_RELATIONS = ("prep ", "npadvmod", "tmod", "advmod", "pobj")
_TOLD_ALIKE = 0.2
"""Words in common from which the day of a deed may be that on which it was told."""
_ONE_TELLING = 0.3
"""Words in common from which two who are called by different names tell one thing."""
_DAYS_APART = 31
_WEEKDAYS_APART = 3
_YEAR_APART = 366
_ROUGH_DAY = 0.1
_ROUGH_DAY_OF_SOMETHING = 0.2
"""Words in common from which "this week" here is Monday there though neither the word nor the event is the same."""
_SAME_DAY = 0.05
_BUSY_DAY = 0.07
"""Words in common from which two deeds of a weekday that reports do not open with are one; on a day much is done."""
_SAME_YEAR = 0.15
_DAY_OF_A_YEAR = 0.3
"""Words in common from which a day here and a year there are of one deed; in a year much else is done."""


def dates_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two dates can be of one deed; those that exclude each other need more in common."""
    if _is_telling(left) != _is_telling(right) and near.words < _TOLD_ALIKE:
        return False
    if _of_two_tellers(left, right) and near.words < _ONE_TELLING:
        return False
    if near.relation == "clash":
        return _clashing_dates_may_join(left, right, near)
    if near.relation == "unknown":
        if "year" in (_precision(left), _precision(right)) and (is_counted(left) or is_counted(right)):
            return False
        one_subject = left.subject is not None and left.subject == right.subject
        one_deed = near.same_event and (near.same_word or near.akin)
        if one_deed and near.words >= _ROUGH_DAY and _is_some_day(left) and _is_some_day(right):
            return True
        return near.one_deed and near.words >= (0.2 if one_subject else 0.35)
    if near.relation == "within":
        if not near.same_word and (_is_day_of(left, right) or _is_day_of(right, left)):
            return near.words >= _DAY_OF_A_YEAR
        return near.words >= (_ROUGH_DAY if near.one_deed else _ROUGH_DAY_OF_SOMETHING)
    return _one_day_may_join(left, right, near)


def _one_day_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether one day or year in two reports is that of one deed; where neither word nor event is the same, hardly."""
    if near.one_deed:
        return near.words >= _SAME_DAY
    if is_counted(left) and is_counted(right):
        one_subject = left.subject is not None and left.subject == right.subject
        return one_subject or near.words >= _BUSY_DAY
    if "year" in (_precision(left), _precision(right)) and is_printed(left) and is_printed(right):
        return near.words >= _SAME_YEAR
    return near.words >= _SAME_DAY


def _is_telling(entry: Entry) -> bool:
    """Whether a value is said of the telling, and not of what is told."""
    return entry.said_of in claim_words("telling")


def is_counted(entry: Entry) -> bool:
    """Whether a day is told from the report's own ("Sunday", "yesterday"), on which much else happened."""
    return bool(_COUNTED_DAY.search(entry.words))


def _is_day_of(day: Entry, period: Entry) -> bool:
    """Whether one date is much finer than the other: a day and a month, a month and a year."""
    by_month = _precision(day) == "month" and _precision(period) == "year"
    return by_month or (is_day(day) and _precision(period) in ("year", "month"))


def _of_two_tellers(left: Entry, right: Entry) -> bool:
    """Whether the dates are those on which two tell or announce something, each on his own."""
    return _is_telling(left) and _is_telling(right) and left.subject != right.subject


def _clashing_dates_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether dates that exclude each other are of one deed; one event may be planned here and done there."""
    if not (_tells_when(left) and _tells_when(right)):
        return False
    one_subject = left.subject is not None and left.subject == right.subject
    done = _AS_DONE if one_subject else {"actual"}
    told_alike = near.same_event or (left.modality in done) == (right.modality in done)
    enough = 0.25 if (near.same_event or one_subject) and (near.same_word or near.akin) else 0.35
    one_end = same_end(left, right) and near.words >= (0.25 if near.one_deed else 0.3)
    alike = ((near.same_word or near.akin) and near.words >= enough) or one_end
    return told_alike and alike and _not_far_apart(left, right)


def _is_some_day(entry: Entry) -> bool:
    """Whether a date names a day, also one that is told only from its report's own ("this morning")."""
    return is_day(entry) or bool(_OWN_DAY.search(entry.words))


def same_end(left: Entry, right: Entry) -> bool:
    """Whether two dates are the same end of a time in office or the like ("from 1967", "since 1966")."""
    ends = [ENDS.get(e.relation) for e in (left, right)]
    return ends[0] is not None and ends[0] == ends[1] and days_between(left, right) <= _YEAR_APART


def _tells_when(entry: Entry) -> bool:
    """Whether a date says when a deed was done: no part of a name ("the 2007 champion"), nor when it was told."""
    return entry.relation.startswith(_WHEN_RELATIONS) and not _is_telling(entry)


def _not_far_apart(left: Entry, right: Entry) -> bool:
    """Whether two dates are near enough to be two tellings of one: far apart they are two happenings."""
    if same_end(left, right) or {_precision(left), _precision(right)} == {"year"}:
        return days_between(left, right) <= _YEAR_APART
    by_month = all(_MONTH.search(e.words) for e in (left, right))
    return days_between(left, right) <= (_DAYS_APART if by_month else _WEEKDAYS_APART)


def _precision(entry: Entry) -> str:
    return entry.when.precision if entry.when is not None else "day"


def date_term(left: Entry, right: Entry, relation: Relation) -> float:
    """A printed day of a month or a year says more than a weekday, on which much else happened."""
    if relation == "same" and left.when is not None and is_printed(left):
        return 0.4 if left.when.precision == "day" else 0.3
    if relation == "same" and weekday(left) is None:
        return 0.15  # "this year", "last month": much else happened then
    if relation == "clash":
        return 0.25 if same_end(left, right) else -0.05
    return {"same": 0.25, "within": 0.15}.get(relation, 0.0)
