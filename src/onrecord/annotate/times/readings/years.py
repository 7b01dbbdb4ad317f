"""Readings of years, decades and centuries."""

import re
from datetime import date

from onrecord.annotate.times.context import Resolved, dated
from onrecord.annotate.times.points import Point
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.printed import PRINTED, printed
from onrecord.model import When

_RANGE = re.compile(r"\b[12]\d{3}[-–]$")  # "1994-2004"
_AGED = re.compile(r"\b(his|her|their|my|our|your)\s+((early|mid|late)[- ])?$", re.I)  # "in her late 30s"


def year(found: Found) -> Resolved | None:
    """ "1998", "early 2016", "fiscal 1989"."""
    number = int(found.said("y"))
    if found.match.rule.name == "year" and not _is_year(found, number):
        return None
    return printed(found, Point("Y", date(number, 1, 1)))


def splityear(found: Found) -> Resolved | None:
    """ "2014-15", a business year or a season: the value is its first year, the date both."""
    first, behind = int(found.said("y")), found.said("z")
    if not 1900 <= first <= 2100 or len(behind) != 2 or behind != f"{(first + 1) % 100:02}":
        return None
    if found.context.text[found.end : found.end + 1] in tuple("-–/"):  # "2014-15-16"
        return None
    return Resolved(
        "DATE", str(first), When(f"{first}/{first + 1}", "interval", PRINTED), Point("Y", date(first, 1, 1))
    )


def eitherside(found: Found) -> Resolved:
    """ "the post-1991 order", "pre-war" with its year: the value is the year, the date what lies on that side."""
    number = found.said("y")
    when = When(f"../{number}" if found.said("side") == "pre" else f"{number}/..", "interval", PRINTED)
    return Resolved("DATE", number, when)


def _is_year(found: Found, number: int) -> bool:
    """Whether four bare digits stand for a year: by the words around them and their size."""
    text = found.context.text
    sign = (
        "" if _RANGE.search(text, max(0, found.start - 5), found.start) else text[max(0, found.start - 1) : found.start]
    )
    if sign in tuple("$£€#/.-+,") or text[found.end : found.end + 1] in tuple("%°/"):
        return False
    if text[found.end : found.end + 2] in (".0", ".5") or not 1000 <= number <= 2199:
        return False
    piece = found.match.captured["y"][0]
    token = found.context.token(piece)
    if token is None or found.has("mod"):
        return True
    if token.i and token.nbor(-1).pos_ == "PROPN" and token.ent_type_ != "DATE":  # "Euro 2012"
        return False
    if token.i + 1 < len(token.doc) and token.nbor().tag_ in ("NNS", "NNPS") and token.head == token.nbor():
        return token.ent_type_ == "DATE"
    if 1900 <= number <= 2050 and token.dep_ == "nummod" and token.head.tag_ == "NN" and token.head.i > token.i:
        return True  # "a 2014 study"
    before = found.context.before(found.start)
    if number < 1500:  # more often a count
        return token.ent_type_ == "DATE" and before in ("in", "since")
    return number <= 2100 and (token.ent_type_ in ("DATE", "EVENT", "") or before in ("in", "since"))


def yearword(found: Found) -> Resolved | None:
    """ "nineteen ninety-six", "two thousand and one"."""
    century = int(found.argument("century"))
    rest = found.amount("t") if found.has("t") else found.amount("o") if found.has("o") else 0.0
    number = century * 100 + int(rest or 0)
    return printed(found, Point("Y", date(number, 1, 1)))


def decade(found: Found) -> Resolved | None:
    """ "the 1990s", "the early '80s", "the nineties", "the 1930's"; not "the 1936's"."""
    digits = "".join(c for c in found.said("e") if c.isdigit())
    if len(digits) == 2:
        if _AGED.search(found.context.text, max(0, found.start - 14), found.start) or int(digits) < 20:
            return None
        digits = "19" + digits
    if len(digits) == 4 and not digits.endswith("0"):
        return None
    start = int(digits) if digits else int(found.value("e", "decadeword")) * 10
    return dated(Point("E", date(start, 1, 1)), PRINTED)


def century(found: Found) -> Resolved | None:
    """ "the 19th century"."""
    number = found.day_number()
    if found.context.after(found.end).startswith(("b.c", "bc")):
        return Resolved("DATE", "PAST_REF")
    return dated(Point("C", date((number - 1) * 100 + 1, 1, 1)), PRINTED) if 1 <= number <= 30 else None
