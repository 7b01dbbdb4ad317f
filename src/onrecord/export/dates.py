"""EDTF dates in words, never finer than they are known."""

import re
from datetime import date

from onrecord.model import When

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def said_date(when: When | None) -> str:
    """Return a time in words; "date unknown" when there is none.

    >>> said_date(When("2017-12-14", "day", "printed"))
    'Thu 14 Dec 2017'
    >>> said_date(When("../2019-12-29", "interval", "tense"))
    'by Sun 29 Dec 2019'
    """
    return "date unknown" if when is None else said(when.value)


def said(edtf: str) -> str:
    """Return an EDTF value in words; what it cannot word stays as it is.

    >>> said("2017-12"), said("XXXX-12-14"), said("2017-12-13/2017-12-17")
    ('Dec 2017', '14 Dec, year unknown', '13 to 17 Dec 2017')
    """
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        if start in ("", ".."):
            return f"by {said(end)}"
        if end in ("", ".."):
            return f"from {said(start)}"
        return _between(start, end)
    if edtf[-1:] in ("~", "?", "%"):
        return f"about {said(edtf[:-1])}"
    return _point(edtf)


def _between(start: str, end: str) -> str:
    """Return an interval in words, the month and year once where both ends share them."""
    early, late = _DAY.fullmatch(start), _DAY.fullmatch(end)
    if early and late and early.group(1, 2) == late.group(1, 2):
        return f"{int(early[3])} to {int(late[3])} {_month(late[2])} {late[1]}"
    if early and late:
        year = "" if early[1] == late[1] else f" {early[1]}"
        return f"{int(early[3])} {_month(early[2])}{year} to {int(late[3])} {_month(late[2])} {late[1]}"
    return f"{said(start)} to {said(end)}"


def _point(edtf: str) -> str:
    day, _, clock = edtf.partition("T")
    if match := _DAY.fullmatch(day):
        return _day(int(match[1]), int(match[2]), int(match[3]), clock)
    if match := re.fullmatch(r"XXXX-(\d{2})-(\d{2})", day):
        return f"{int(match[2])} {_month(match[1])}, year unknown"
    if match := re.fullmatch(r"XXXX-(\d{2})", day):
        return f"{_month(match[1])}, year unknown"
    if match := _MONTH.fullmatch(day):
        return f"{_SEASONS.get(match[2]) or _month(match[2])} {match[1]}"
    if match := re.fullmatch(r"(\d{3})X", day):
        return f"the {match[1]}0s"
    return edtf


def _month(number: str) -> str:
    index = int(number)
    return _MONTHS[index - 1] if 1 <= index <= 12 else number


def _day(year: int, month: int, day: int, clock: str) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return f"{year:04}-{month:02}-{day:02}"
    words = f"{found:%a} {found.day} {_MONTHS[month - 1]} {year}"
    return f"{words}, {clock}" if clock else words
