"""A report, and a source that gave none."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.spans import Span
from onrecord.model.when import When


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `text` is the cleaned report, without its headline, and never changes.

    id     hash of what identifies the report (url or outlet, title, text)
    ref    what the user called it: the id of a JSON Lines row, else the path as given, else the URL
    agency the agencies credited for the text ("AFP", "Reuters"), as printed
    dateline_place  the place in the dateline ("NAIROBI, Kenya"), as printed
    furniture  lines of a text kept as it was given that are none of the report's: captions, appeals, repeats
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
