"""Addresses of pages that stand in a text: their numbers and days are of the page, not of what it reports."""

import re

from onrecord.model import Span

_ADDRESS = re.compile(r"(?:\bhttps?\s?:\s?/\s?/|\bwww\s?\.)\s?\w+(?:\s?[./_?=&%#+~:-]+\s?\w+)*", re.I)
"""An address, be there spaces around its marks or not: "http : / / orbis . example / 2031 / storm - kills - 5"."""
_BEFORE, _BEHIND = re.compile(r"/ ?$"), re.compile(r" ?/")
_LOOK_CHARS = 300


def in_address(text: str, span: Span) -> bool:
    """Whether words are a part of an address, or stand between two strokes as such a part does."""
    if _BEFORE.search(text, max(0, span.start - 2), span.start) and _BEHIND.match(text, span.end):
        return True
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _LOOK_CHARS)
    found = _ADDRESS.finditer(text, start, span.end + _LOOK_CHARS)
    return any(match.start() < span.end and span.start < match.end() for match in found)
