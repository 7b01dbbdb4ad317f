"""Words that only name or show something: a slogan on a sign, a year in a product's name, a month in a holiday's."""

import re

from onrecord.model import Span

_QUOTED = re.compile(r"[\"“][^\"“”\n]{3,60}[\"”]|(?<!\w)[‘'][^‘’'\n]{3,60}[’'](?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_BEFORE = re.compile(r"\b([A-Z][A-Za-z]+) $")
_NO_NAME = re.compile(
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"In|Since|By|Until|From|During|Of|For|Around|About|To|The|Spring|Summer|Autumn|Fall|Winter|Mid|Late|Early)"
)
_HOLIDAY = re.compile(r" (?:[A-Z]\w+['’]s? )?Day\b")


def in_slogan(text: str, sentence: Span, span: Span, anchor: Span) -> bool:
    """Whether a party and what it does stand in one pair of quotation marks: "with signs saying "Lun feeds us"."""
    first, last = min(span.start, anchor.start), max(span.end, anchor.end)
    quoted = _QUOTED.finditer(text, sentence.start, sentence.end)
    return any(match.start() < first and last < match.end() for match in quoted)


def in_name(text: str, span: Span) -> bool:
    """Whether a date is a part of a name: "Orbis Server 2031", "April Fool's Day"."""
    words = span.of(text)
    if _YEAR.fullmatch(words):
        before = _NAME_BEFORE.search(text, max(0, span.start - 30), span.start)
        return before is not None and _NO_NAME.fullmatch(before[1]) is None
    return words[:1].isupper() and " " not in words and _HOLIDAY.match(text, span.end) is not None
