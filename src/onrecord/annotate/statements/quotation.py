"""Quotation marks read in pairs, paragraph by paragraph.

A mark that is never closed ends with its paragraph, unless the next paragraph opens with a mark again: that is
how print carries a quotation on. Marks of one kind may stand inside marks of another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.model import Span

# A line break ends a paragraph, except where wrapped text goes on: a lower-case word after an open sentence.
_BREAK = re.compile(r"(?<!\s)(?:\s*\n\s*\n\s*|\s*\n\s*(?![a-z]))|(?<=[.!?:;\"”'’)\]»])\s*\n\s*")
_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‛'＂]")
_CLOSERS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "‛": ("’", "'"),
    '"': ('"', "”"),
    "'": ("'", "’"),
    "＂": ("＂",),
    "``": ("''", '"', "”"),
    "''": ("''",),
}
_DIRECTED = frozenset("“„‟«‘‚‛") | {"``"}
_SINGLE = frozenset("'‘’‚‛")
_ELIDED = re.compile(r"['‘’](?:\d0s|tis|twas|em\b|til\b|cause\b|n['’])", re.IGNORECASE)
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{—–-/…:,") | frozenset("“\"„«‘'`")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks.

    span   with the marks
    depth  0 outermost
    closed whether its closing mark was found in its paragraph
    turn   quotations that print carries on over paragraphs share one number
    """

    span: Span
    depth: int
    closed: bool
    turn: int = 0


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield every paragraph's range, without the breaks around it; wrapped lines are one paragraph."""
    start = 0
    for gap in _BREAK.finditer(text):
        if start < gap.start():
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def quotations(text: str) -> list[Quotation]:
    """Return every pair of marks in the order of their opening, outer ones before those inside."""
    found: list[Quotation] = []
    turn, carried = 0, False
    for start, end in paragraphs(text):
        here = sorted(_pairs(text, start, end), key=lambda q: (q.span.start, -q.span.end))
        for quotation in here:
            goes_on = carried and quotation.depth == 0 and quotation.span.start == start
            turn += not goes_on
            found.append(replace(quotation, turn=turn))
        last = [q for q in here if q.depth == 0][-1:]
        carried = bool(last) and not last[0].closed and last[0].span.end == end
    return found


def _pairs(text: str, start: int, end: int) -> list[Quotation]:
    """Return the pairs of one paragraph; an outermost mark that stays open reaches to the paragraph's end."""
    open_marks: list[tuple[str, int, int]] = []
    pairs: list[Quotation] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        closes = next((i for i in range(len(open_marks) - 1, -1, -1) if mark in _CLOSERS[open_marks[i][0]]), None)
        if closes is not None and _can_close(text, match, end, open_marks[closes][0]):
            pairs.append(Quotation(Span(open_marks[closes][1], match.end()), closes, closed=True))
            del open_marks[closes:]
        elif _can_open(text, match, start, end):
            again = next((o for o in open_marks if o[0] == mark), None)  # an earlier one of its kind never closed
            if again is not None and again == open_marks[0] and (told := _told_before(text, again[1], at)) is not None:
                pairs.append(Quotation(told, 0, closed=False))
            open_marks = [o for o in open_marks if o[0] != mark]
            open_marks.append((mark, at, match.end()))
    for opening in open_marks:
        inside = [q for q in pairs if q.span.start > opening[1]]
        opens = opening[1] == start and opening[0] not in _SINGLE and all(q.depth for q in inside)
        if inside and opens:  # print opens a paragraph so that goes on with somebody's words
            pairs.append(Quotation(Span(start, end), 0, closed=False))
        elif inside:  # more likely a stray mark than a quotation that holds them
            pairs = [replace(q, depth=q.depth - 1) if q in inside and q.depth else q for q in pairs]
        elif opening[0] not in _SINGLE and opening[2] < end and all(q.span.end <= opening[1] for q in pairs):
            pairs.append(Quotation(Span(opening[1], end), 0, closed=False))
    return pairs


def _told_before(text: str, opened: int, again: int) -> Span | None:
    """Return what a mark opened before another of its kind: whole sentences whose paragraph ran into the next."""
    end = opened + len(text[opened:again].rstrip())
    return Span(opened, end) if text[end - 1] in ".!?" and end > opened + 1 and text[again - 1].isspace() else None


def _can_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark, at, after = match.group(), match.start(), match.end()
    if after >= end or (text[after].isspace() and mark != "``"):
        return False
    if mark in _SINGLE and (mark == "’" or _ELIDED.match(text, at)):
        return False
    free = at == start or text[at - 1] in _BEFORE_OPENING
    return mark in _DIRECTED - _SINGLE or (free and mark not in ("”", "»"))


def _can_close(text: str, match: re.Match[str], end: int, opened: str) -> bool:
    """Whether a mark ends what `opened` began; an apostrophe, as in `boys'`, does not if a better one follows."""
    mark, at, after = match.group(), match.start(), match.end()
    if mark == '"' and text[at - 1].isspace() and after < end and text[after].isalnum():
        return False
    if mark not in _SINGLE:
        return True
    if after < end and text[after].isalnum():
        return False
    if text[at - 1] not in "sS" or opened not in _SINGLE:
        return True
    return not _closes_later(text, after, end, opened)


def _closes_later(text: str, start: int, end: int, opened: str) -> bool:
    """Whether a mark further on closes what `opened` began, before another opens."""
    for match in _MARK.finditer(text, start, end):
        if match.group() in _SINGLE and _can_open(text, match, start, end):
            return False
        if match.group() in _CLOSERS[opened] and (match.end() >= end or not text[match.end()].isalnum()):
            return text[match.start() - 1] not in "sS"
    return False
