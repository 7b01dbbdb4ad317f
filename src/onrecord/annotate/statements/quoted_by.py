"""Who speaks where an outlet is said to quote: in "Bo Lind was quoted as saying by Tamra" Lind does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, StatementSpans

_QUOTED = re.compile(r"(?:was|were|is|are|has been|have been|had been)(?: also| later| widely)? (?:quoted|cited)\b")
_MARKS = re.compile(r"[\"“”„«»`]|''")
_GAP = 2  # characters between who is quoted and the verb


def turned(text: str, found: Sequence[StatementSpans]) -> list[StatementSpans]:
    """Return statements in which whoever is quoted is the source; the outlet that quotes is found as a hand.

    The network has the outlet as source and whoever speaks as a part of the content.
    """
    return [_turned(text, one) for one in found]


def _turned(text: str, one: StatementSpans) -> StatementSpans:
    if not one.cue or not one.source or one.source[0].start < one.cue[-1].end or not _QUOTED.match(one.cue[0].of(text)):
        return one
    speaker = next((c for c in one.content if _stands_before(text, c, one.cue[0])), None)
    if speaker is None or len(one.content) == 1:
        return one
    return replace(one, source=(speaker,), content=tuple(c for c in one.content if c != speaker))


def _stands_before(text: str, words: Span, cue: Span) -> bool:
    return 0 <= cue.start - words.end <= _GAP and not _MARKS.search(words.of(text))
