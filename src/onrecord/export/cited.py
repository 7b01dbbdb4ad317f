"""What every line of the answer cites: reports by their numbers, and their words."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export.dates import said_date
from onrecord.model import Annotated, Span


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is named in the answer: `number` counts from 1 over all reports read."""

    number: int
    annotated: Annotated

    @property
    def label(self) -> str:
        """The outlet, else the last part of what the user called the report."""
        article = self.annotated.article
        return article.outlet or article.ref.rstrip("/").rpartition("/")[2]

    @property
    def headline(self) -> str:
        """What its own outlet made of it, on one line; "" where the report has none."""
        return " ".join((self.annotated.article.title or "").split())

    @property
    def told(self) -> str:
        """Outlet, day and headline, as a list of reports has them."""
        return ": ".join(part for part in (f"{self.label}, {self.published}", self.headline) if part)

    @property
    def day(self) -> str:
        """When it was published, in words."""
        return said_date(self.annotated.article.published)

    @property
    def published(self) -> str:
        """The day, and of one that no page prints, that it was worked out from what the reports say."""
        when = self.annotated.article.published
        return f"{self.day} (inferred)" if when is not None and when.basis.startswith("inferred") else self.day


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show, and where they stand. `text` is what the report says there, verbatim."""

    report: Report
    span: Span
    text: str


def numbers(words: Iterable[Words]) -> str:
    """Return the numbers of the reports that hold the words, as the answer cites them.

    >>> numbers([])
    ''
    """
    return " ".join(f"[{n}]" for n in sorted({w.report.number for w in words}))


def counted(count: int, noun: str) -> str:
    """Return a number with its noun in the form it needs."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
