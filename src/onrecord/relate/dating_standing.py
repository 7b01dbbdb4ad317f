"""How a printed date stands on its page: as the report's own stamp, in its telling, or in what is not the report."""

import re
from typing import Literal

from onrecord.model import Span

Standing = Literal["stamp", "opening", "told", "ahead"]
"""stamp    a post of the day, a print edition, the day of a correction: what is put on a page when it appears
opening  among the report's first words
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
_CLOCK = re.compile(r"\s*(?:GMT|UTC|BST|[ECMP][SD]T|hours|hrs|local time)\b")
_AHEAD = re.compile(
    r"\s+(?:[A-Z][\w’'-]+ ){0,3}(?:presidential|elections?|races?|campaigns?|candidates?|candidacy|nomination|nominees?"
    r"|primary|primaries|bids?|runs?|olympics|games|world cup|budgets?|seasons?|contests?|tickets?|fields?|cycles?"
    r"|midterms?|contenders?|hopefuls?|front-?runners?|polls?|vote|ballot|summit|tournament|championships?)\b",
    re.I,
)
_OPENING_CHARS = 200


def is_no_telling(text: str, span: Span) -> bool:
    """Whether a date belongs to none of the report's words: a picture in a gallery, a copyright, a clock's figures."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 12]
    return bool(_GALLERY.search(before) or _RIGHTS.search(before) or _CLOCK.match(after))


def standing(text: str, span: Span, *, is_year: bool) -> Standing:
    """Return how a date stands; a bare year is never a stamp.

    >>> text = "This article was amended on 4 March 2031."
    >>> standing(text, Span(28, 40), is_year=False)
    'stamp'
    """
    before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 60]
    if is_year:
        return "ahead" if _AHEAD.match(after) else "told"
    changed = _CHANGED.search(before) and _CHANGE.search(before)
    if _POST.search(before) or changed or _PAGE.match(after):
        return "stamp"
    return "opening" if span.start < _OPENING_CHARS else "told"
