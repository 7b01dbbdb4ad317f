"""A report, and a source that gave none."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from onrecord.model.spans import Span
from onrecord.model.when import When


@dataclass(frozen=True, slots=True)
class Given:
    """A row's text as it was given, where letters in it were misread as another encoding and are mended in the article.

    mended  places in `Article.text` of the mended letters, in order
    longer  for each, how many more characters the given text has up to and with it

    >>> Given("It isn\xe2\u20ac\u2122t so", (6,), (2,)).span(Span(3, 8))
    Span(start=3, end=10)
    """

    text: str
    mended: tuple[int, ...]
    longer: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Return where the words of an article's span stand in the text as it was given."""
        return Span(self._place(span.start), self._place(span.end))

    def _place(self, place: int) -> int:
        before = bisect_left(self.mended, place)
        return place + (self.longer[before - 1] if before else 0)


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `text` is the cleaned report, without its headline, and never changes.

    id     hash of what identifies the report (url or outlet, title, text)
    ref    what the user called it: the id of a JSON Lines row, else the path as given, else the URL
    agency the agencies credited for the text ("AFP", "Reuters"), as printed
    dateline_place  the place in the dateline ("NAIROBI, Kenya"), as printed
    furniture  lines of a text kept as it was given that are none of the report's: captions, appeals, repeats
    given  a row's text before its misread letters were mended; None where none were. JSON rows count offsets in it
    """

    id: str
    ref: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    url: str | None = None
    published: When | None = None
    language: str = "en"
    dateline_place: str | None = None
    furniture: tuple[Span, ...] = ()
    given: Given | None = None

    def as_given(self, span: Span) -> Span:
        """Return where words of the text stand in the text as it was given: what other programs are told."""
        return self.given.span(span) if self.given is not None else span


DeclineReason = Literal[
    "missing",
    "empty",
    "binary",
    "encoding",
    "too-large",
    "too-short",
    "too-long",
    "not-english",
    "no-report",
    "broken-row",
    "unread-date",
    "duplicate",
    "unreadable",
    "unsupported",
]


@dataclass(frozen=True, slots=True)
class Declined:
    """A source that was not read, or a date of one that was, and why: something to count and show, not to catch.

    ref     what the user called it; detail  one line: what, where, what to do
    """

    ref: str
    reason: DeclineReason
    detail: str
