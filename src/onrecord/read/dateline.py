"""The dateline that a report's first paragraph opens with: "NAIROBI, Kenya (AP) —"."""

import re

from onrecord.read.lexicon import pattern
from onrecord.read.names import agencies_in

_CAPITALS = r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’.\-]*|[A-ZÀ-Þ]\.[A-Z.]+"
_REGION = r"(?:, [A-ZÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*){0,2}?)?"
_DATE = r"(?:,? \(?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)\)?,?)?"
_DASH = r"\s?(?:—|–|--|-)\s?(?=\S)"
_IN_CAPITALS = re.compile(
    rf"(?P<place>(?:{_CAPITALS})(?:[ -](?:[A-ZÀ-Þ'’.\-]{{2,}}|de|la|el|al|of))*(?:/[A-ZÀ-Þ'’.\- ]*[A-ZÀ-Þ])*{_REGION})"
    rf"{_DATE}(?:\s?\((?P<agency>[^()]{{2,40}})\))?{_DASH}"
)
_IN_MIXED_CASE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,3}(?:, [A-ZÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*){0,2})?)"
    rf"{_DATE}\s?\((?P<agency>[^()]{{2,40}})\)(?:{_DASH}|:\s?)"
)
_WITHOUT_PLACE = re.compile(
    r"(?P<place>(?!))?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})(?P<agency>(?!))?"
    r"\s(?:—|–|--|-)\s(?=[A-ZÀ-Þ])"
)
_DATE_AND_AGENCY = re.compile(
    r"(?P<place>(?!))?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
    rf"\s?\((?P<agency>[^()]{{2,40}})\){_DASH}"
)
_LONGEST_PLACE = 45  # characters


def dateline(text: str) -> re.Match[str] | None:
    """Return the dateline at the start of a text, with groups place, date and agency; None when there is none.

    A place in mixed case counts only with an agency in brackets, since many sentences open with a name and a dash; a
    date alone opens a paragraph too, "June 14, 2031 - Police", before an agency without its year: "June 14 (AP) -".
    """
    if (match := _IN_MIXED_CASE.match(text)) and agencies_in(match["agency"]):
        return match
    if (match := _DATE_AND_AGENCY.match(text)) and agencies_in(match["agency"]):
        return match
    if match := _WITHOUT_PLACE.match(text):
        return match
    match = _IN_CAPITALS.match(text)
    return match if match and not _is_label(match["place"]) else None


def _is_label(place: str) -> bool:
    """Whether the capitals are a newsroom's label ("UPDATE -") or an agency rather than a place."""
    return bool(pattern("line", "label").fullmatch(place)) or bool(agencies_in(place)) or len(place) > _LONGEST_PLACE
