"""How a printed date stands on its page: as the report's own stamp, in its telling, or in what is not the report."""

import re
from typing import Literal

from onrecord.model import Span

Standing = Literal["dateline", "stamp", "changed", "opening", "named", "told", "ahead"]
"""dateline the day that the report was filed on
stamp    a post of the day, a print edition: what is put on a page when it appears
changed  the day of a correction, of print: that of publication or one soon after
opening  among the report's first words
named    of a day that the report tells of by its weekday as well: "on Sunday ... (Sunday 23 March 2031)"
told     within its telling
ahead    a year in the name of something that may lie ahead: "the 2016 election"
"""

_POST = re.compile(r"\(@\w+\)[\s,–—-]*$|\(?@\w+\)? on $")
_CHANGED = re.compile(
    r"\b(?:article|story|report|piece|page|version|post)\b[^.\n]{0,40}\b(?:on|in print on|print,?)\s+$", re.I
)
_CHANGE = re.compile(r"\b(?:amended|updated|corrected|appears in print|published|posted|revised)\b", re.I)
_PAGE = re.compile(r"^,?\s*(?:on )?page ?[A-Z]?\d", re.I)
_GALLERY = re.compile(r"\b\d{1,3} ?(?:/|of) ?\d{1,3}\s*$")
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))[\s\w,©]{0,12}$", re.I)
_CAPTION = re.compile(
    r"^FILE\b|\bfile photo\b|\((?:[A-Z]\w+ )?(?:Photo|Image|Picture)s?\b[^()\n]{0,80}\)"
    r"|/(?:Getty|AFP|AP|Reuters)\b[^()\n]{0,20}\)",
    re.I,
)
_CAPTION_CHARS = 900
_CLOCK = re.compile(r"\s*(?:GMT|UTC|BST|[ECMP][SD]T|hours|hrs|local time)\b")
_AHEAD = re.compile(
    r"\s+(?:[A-Z][\w’'-]+ ){0,3}(?:presidential|elections?|races?|campaigns?|candidates?|candidacy|nomination|nominees?"
    r"|primary|primaries|bids?|runs?|olympics|games|world cup|budgets?|seasons?|contests?|tickets?|fields?|cycles?"
    r"|midterms?|contenders?|hopefuls?|front-?runners?|polls?|vote|ballot|summit|tournament|championships?)\b",
    re.I,
)
_OPENING_CHARS = 200
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BESIDE = re.compile(
    r"\b(?P<day>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"(?: (?:morning|afternoon|evening|night))?(?:,? |,? ?\(|, the )$",
    re.I,
)
_BESIDE_CHARS = 25


def is_no_telling(text: str, span: Span) -> bool:
    """Whether a date belongs to none of the report's words: of a picture, a copyright, a clock's figures."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 12]
    return bool(_GALLERY.search(before) or _RIGHTS.search(before) or _CLOCK.match(after)) or _in_caption(text, span)


def _in_caption(text: str, span: Span) -> bool:
    """Whether a date stands in the line of a picture: "FILE - In this May 2, 2031 photo ... (Photo by Ada Brandt)"."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) < _CAPTION_CHARS and bool(_CAPTION.search(line))


def weekday_beside(text: str, span: Span) -> int | None:
    """Return the weekday that stands right before a date, or opens it: 3 in "on Wednesday (March 26)".

    >>> text = "It sank on Sunday evening, April 29."
    >>> weekday_beside(text, Span(27, 35))
    7
    """
    words = span.of(text).split(maxsplit=1)
    before = text[max(0, span.start - _BESIDE_CHARS) : span.start]
    found = _BESIDE.search(before) or next((m for w in words[:1] if (m := _BESIDE.search(f"{w.strip(',')} "))), None)
    return _WEEKDAYS.index(found["day"][:3].lower()) + 1 if found else None


def standing(text: str, span: Span, *, is_year: bool) -> Standing:
    """Return how a date stands; a bare year is never a stamp.

    >>> text = "This article was amended on 4 March 2031."
    >>> standing(text, Span(28, 40), is_year=False)
    'changed'
    """
    before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 60]
    if is_year:
        return "ahead" if _AHEAD.match(after) else "told"
    changed = _CHANGED.search(before) and _CHANGE.search(before)
    if changed:
        return "changed"
    if _POST.search(before) or _PAGE.match(after):
        return "stamp"
    return "opening" if span.start < _OPENING_CHARS else "told"
