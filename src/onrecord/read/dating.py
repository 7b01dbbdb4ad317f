"""Publication dates as pages print them, as addresses hold them and as rows give them."""

import re
from datetime import date

from onrecord.model import When

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_MONTH} {_DAY},? (?P<year>(?:19|20)\d\d)"
    rf"|{_DAY.replace('day', 'day2')} {_MONTH.replace('month', 'month2')},? (?P<year2>(?:19|20)\d\d)"
    r"|(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year4>(?:19|20)\d\d))"
)
_LABEL = (
    r"(?:(?:(?:first )?(?:published|posted|created|issued|filed)|(?:pub(?:lication)? )?date)(?: (?:on|at|in))?\s?:?"
    r"|on)?"
)
_CHANGED = r"(?:last )?(?:updated|modified|edited|revised)(?: (?:on|at))?\s?:?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_ZONE = r"\s?(?:\(?(?:[a-z]{2,5}|gmt[+-]\d+|local time)\)?)?"
_CLOCK = rf"(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\s?(?:[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?){_ZONE}"
_LINE = re.compile(
    rf"^(?:(?P<label>{_LABEL})|(?P<changed>{_CHANGED}))\s*{_WEEKDAY}(?:{_CLOCK},? (?:on )?)?{_WEEKDAY}{_DATE}"
    rf"(?:T\S+|,? ?(?:at |[-–|·•/] ?)?{_CLOCK})?(?P<rest>\W.{{0,60}})?$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?P<name>[A-Z][\w&'’.]*(?: [A-Z][\w&'’.]*){0,4})\s?(?:,|[|•·–—-](?=\s))\s*(?P<date>[\w(].{5,40})")
_BYLINE = re.compile(r"(?:[Ww]ritten |[Ss]tory |[Rr]eported )?[Bb][Yy] [A-Z]")
_WORD = re.compile(r"(?<=[\s|])\S")
_LONGEST_BYLINE = 150  # characters
_IN_ADDRESS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_.-](?P<m>\d{1,2}|[a-z]{3,9})[/_.-](?P<d>\d{1,2})(?!\d)", re.IGNORECASE),
    # with the clock behind it, as some systems number their pages: "20310304093043"
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?!\d)"),
    # a number that begins with the day of the month of its folder: "/2031/03/310304-wall"
    re.compile(r"/(?P<y>(?:19|20)(?P<yy>\d\d))/(?P<m>[01]\d)/(?P=yy)(?P=m)(?P<d>[0-3]\d)"),
)
_MONTH_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/")
IN_ADDRESS = "date in the URL"
_MONTH_BASIS = "month in the URL"
_COMPACT = re.compile(r"^\s*([0-9]{4})([0-9]{2})([0-9]{2})(?=T|\s|$)")
# "Tue Mar 04 18:15:00 EST 2031", as some systems write their clock
_CLOCK_FIRST = re.compile(
    r"^[A-Z][a-z]{2} (?P<m>[A-Z][a-z]{2}) (?P<d>[ 0-3]?[0-9]) [0-9:]{8} (?:\S{1,9} )?(?P<y>[0-9]{4})$"
)
# Between the words and marks of a text that has been cut into tokens: "May 2 , 2031 , 1 : 32 PM"
_TOKEN_SPACE = re.compile(r" (?=[,.)])|(?<=\() |(?<=[0-9]) (?=: ?[0-9])|(?<=[0-9]:) (?=[0-9])|(?<=[0-9] :) (?=[0-9])")
_YEAR = re.compile(r"^\s*(?P<y>[0-9]{4})\s*$")
_ISO = re.compile(r"^\s*(?P<y>[0-9]{4})-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?(?:[T ].*)?\s*$")


def day(year: str | int, month: str | int, number: str | int) -> str | None:
    """Return the day as ISO 8601, None when there is no such day in 1900 to 2100; months may be names."""
    named = _MONTHS.get(month.lower()) if isinstance(month, str) else None
    try:
        found = date(int(year), named or int(month), int(number))
    except ValueError:
        return None
    return found.isoformat() if 1900 <= found.year <= 2100 else None


def printed(line: str) -> tuple[str, bool] | None:
    """Return the day that a line gives as its date and whether it is only the day of a change.

    Days such as 4/5/2017, which two conventions read differently, are not read.

    >>> printed("Published: Tuesday, 4 March 2031, 09:15 GMT"), printed("MARCH 4 , 2031 | 9 : 15 AM")
    (('2031-03-04', False), ('2031-03-04', False))
    """
    line = _TOKEN_SPACE.sub("", line.strip())
    if stamp := _CLOCK_FIRST.match(line):
        found = day(stamp["y"], stamp["m"], stamp["d"])
        return (found, False) if found else None
    match = _LINE.match(line)
    if match is None or (match["rest"] and _runs_on(match["rest"])):
        return None
    found = _day_of(match)
    return (found, match["changed"] is not None) if found else None


def printed_behind_name(line: str) -> tuple[str, str] | None:
    """Return the name that a line of its own gives before its date, and the day.

    >>> printed_behind_name("Lund Wire, Nov 5, 2031"), printed_behind_name("It sank on Nov 5, 2031")
    (('Lund Wire', '2031-11-05'), None)
    """
    match = _NAMED.fullmatch(line.strip())
    found = printed(match["date"]) if match else None
    return (match["name"], found[0]) if match and found and not found[1] else None


def printed_behind_byline(line: str) -> tuple[str, str, bool] | None:
    """Return a line's byline without the date behind it, the day, and whether it is only the day of a change.

    >>> printed_behind_byline("By Ada Osk | Updated 5:12 PM EST, Tue March 4, 2031")
    ('By Ada Osk', '2031-03-04', True)
    """
    if not _BYLINE.match(line) or len(line) > _LONGEST_BYLINE:
        return None
    for behind in _WORD.finditer(line):
        if found := printed(line[behind.start() :]):
            return line[: behind.start()].rstrip(" ,|•·–—-"), *found
    return None


def _runs_on(rest: str) -> bool:
    """Whether words after the date make a sentence of it."""
    return len(rest.split()) > 8 or (rest.rstrip().endswith(".") and len(re.findall(r"\b[a-z]{2,}\b", rest)) > 2)


def _day_of(match: re.Match[str]) -> str | None:
    if match["year"]:
        return day(match["year"], match["month"], match["day"])
    if match["year2"]:
        return day(match["year2"], match["month2"], match["day2"])
    if match["year3"]:
        return day(match["year3"], match["month3"], match["day3"])
    first, second = int(match["first"]), int(match["second"])
    if first == second or second > 12:
        return day(match["year4"], first, second)
    return day(match["year4"], second, first) if first > 12 else None


def in_address(url: str) -> When | None:
    """Return the day that a page's address holds, as in ".../2031/mar/04/..."."""
    for expression in _IN_ADDRESS:
        for match in expression.finditer(url):
            if found := day(match["y"], match["m"], match["d"]):
                return When(found, "day", IN_ADDRESS)
    return None


def month_in_address(url: str) -> When | None:
    """Return the month that a page's address has as its folders: ".../2031/03/..."."""
    match = _MONTH_IN_ADDRESS.search(url)
    return When(f"{match['y']}-{match['m']}", "month", _MONTH_BASIS) if match else None


def in_dateline(text: str | None) -> When | None:
    """Return the day a dateline prints, if it prints the year too: "Sept. 15, 2031"."""
    found = printed(text) if text else None
    return When(found[0], "day", "dateline") if found else None


def given(value: str, basis: str) -> When | None:
    """Return an ISO date or datetime, or a year and month, as a `When`; None when it is no such thing.

    The day is the one in the writer's own time zone, as printed.
    """
    match = _ISO.match(_COMPACT.sub(r"\1-\2-\3", value))
    if match is None:
        return None
    if match["d"] is None:
        return When(f"{match['y']}-{match['m']}", "month", basis) if day(match["y"], match["m"], 1) else None
    found = day(match["y"], match["m"], match["d"])
    return When(found, "day", basis) if found else None


def said(value: str, basis: str) -> When | None:
    """Return the date that a person or a row gives, as finely as it is given; None when it cannot be read.

    >>> said("2031", "b").precision, said("Tuesday, 4 March 2031", "b").value, said("04.03.2031", "b")
    ('year', '2031-03-04', None)
    """
    if when := given(value, basis):
        return when
    if (year := _YEAR.match(value)) and day(year["y"], 1, 1):
        return When(year["y"], "year", basis)
    found = printed(value)
    return When(found[0], "day", basis) if found else None
