"""The dateline that a report opens with: "NAIROBI, Kenya (AP) —". One idea of it serves every room."""

import re
from collections.abc import Iterator

from onrecord.read.lexicon import pattern
from onrecord.read.names import agencies_in

_CAPITALS = r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’.\-]*|[A-ZÀ-Þ]\.[A-Z.]+"
_REGION = r"(?:, [A-ZÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*){0,2}?)?"
_DATE = r"(?:,? \(?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)\)?,?)?"
_AFTER = r"\s{0,8}(?=[^\s—–-])"
_LONG = r"—|–-?|--|â\x80[\x93\x94]|â€[“”]"  # the last two: dashes that were decoded as another encoding
# A hyphen stands apart from one side at least, or behind a bracket: "RENT-A-CAR firms" come from nowhere. Wires that
# had no dash wrote a low line.
_DASH = rf"(?:\s?(?:{_LONG})|\s-|-(?=\s)|(?<=\))-|\s_(?=\s)|(?<=\))_){_AFTER}"
_SMALL_LETTERS = r"(?=.{0,40}?[a-zß-ÿ])"  # a line that stays in capitals behind the dash is a headline
_IN_CAPITALS = re.compile(
    rf"(?P<place>(?:{_CAPITALS})(?:[ -](?:[A-ZÀ-Þ'’.\-]{{2,}}|de|la|el|al|of))*(?:/[A-ZÀ-Þ'’.\- ]*[A-ZÀ-Þ])*{_REGION})"
    rf"{_DATE}(?:\s?\((?P<agency>[^()]{{2,40}})\))?{_DASH}{_SMALL_LETTERS}",
    re.DOTALL,
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
_LONGEST = 150  # characters of a whole dateline, with what shows that it ends
_LINE = re.compile(r"^[ \t]{0,9}(?=\S)", re.MULTILINE)
WITHIN = 1000  # characters: behind headline, byline and standfirst


def dateline(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the dateline right at `start`, with groups place, date and agency; None when there is none.

    A place in mixed case counts only with an agency in brackets, since many sentences open with a name and a dash; a
    date alone opens a paragraph too, "June 14, 2031 - Police", before an agency without its year: "June 14 (AP) -".

    >>> dateline("BELMORA, May 3 (Orbis News) - Police said")["place"]
    'BELMORA'
    >>> dateline("RENT-A-CAR firms said") is dateline("FERRY SINKS - ALL SAFE") is None
    True
    """
    end = start + _LONGEST
    if (match := _IN_MIXED_CASE.match(text, start, end)) and agencies_in(match["agency"]):
        return match
    if (match := _DATE_AND_AGENCY.match(text, start, end)) and agencies_in(match["agency"]):
        return match
    if match := _WITHOUT_PLACE.match(text, start, end):
        return match
    match = _IN_CAPITALS.match(text, start, end)
    return match if match and not _is_label(match["place"]) else None


def datelines(text: str) -> Iterator[re.Match[str]]:
    """Yield the datelines that the first lines of a text open with, in order; a report of its own has one."""
    starts = (line.end() for line in _LINE.finditer(text, 0, WITHIN))
    return (found for start in starts if (found := dateline(text, start)) is not None)


def _is_label(place: str) -> bool:
    """Whether the capitals are a newsroom's label ("UPDATE -") or an agency rather than a place."""
    return bool(pattern("line", "label").fullmatch(place)) or bool(agencies_in(place)) or len(place) > _LONGEST_PLACE
