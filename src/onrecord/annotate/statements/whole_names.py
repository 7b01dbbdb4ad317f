"""Sources that begin inside a word: of "the bill, Oren-ar said," the whole name speaks, and not its second half."""

import re
from dataclasses import replace

from onrecord.model import Span, StatementSpans

_FIRST_HALF = re.compile(r"[^\W\d_]+-$")
_LONGEST = 40


def with_whole_name(text: str, found: StatementSpans) -> StatementSpans:
    """Return the statement with each part of its source begun at the first half of a name that a hyphen joins.

    >>> text = "The bill, Oren-ar said, is late."
    >>> found = StatementSpans(source=(Span(15, 17),), cue=(Span(18, 22),), content=(Span(0, 8),))
    >>> with_whole_name(text, found).source[0].of(text)
    'Oren-ar'
    """
    return replace(found, source=tuple(_whole(text, span) for span in found.source))


def _whole(text: str, span: Span) -> Span:
    half = _FIRST_HALF.search(text[max(0, span.start - _LONGEST) : span.start])
    return Span(span.start - len(half[0]), span.end) if half and half[0][0].isupper() else span
