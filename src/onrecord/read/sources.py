"""The door of this room: from what the user names to articles, one by one, and what was declined and why."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from onrecord.model import Article, Declined, Given
from onrecord.read import dating
from onrecord.read.characters import mend, one_line
from onrecord.read.decode import binary_kind, decode
from onrecord.read.files import READ_ERRORS, File, find_files, open_file, read_bounded, unreadable
from onrecord.read.furniture import furniture
from onrecord.read.given import GivenDates
from onrecord.read.html import clean_html
from onrecord.read.identity import article_id
from onrecord.read.jsonl import Row, read_rows
from onrecord.read.language import other_language
from onrecord.read.text import Report, as_given, clean_text
from onrecord.settings import Settings

_FURNITURE_SHARE = 3  # a page of text this many times the longest report is not even cleaned
_HEAP_OF_MARKS = re.compile(r"[^\w\s]{2000}")  # the tokenizer's time grows with the square of such a row
_MARKUP = ("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<?xml", "<!--")


def read_sources(
    sources: Sequence[str], settings: Settings, dates: Mapping[str, str], stdin: BinaryIO | None = None
) -> Iterator[Article | Declined]:
    """Yield an article or a refusal for each report in the sources, in their order; folders sorted by name.

    sources  files, folders, patterns, "-" for `stdin`
    dates    publication dates given by the user, by source; "" stands for all

    Raises InputError at once for a date that is none or that fits two files. Rows of JSON Lines are read one by one.
    """
    given = GivenDates(dates)
    found = find_files(sources)
    given.know_files(entry.path for entry in found if isinstance(entry, File))
    return _Reading(settings, given, stdin).run(found)


class _Reading:
    """One run: its settings, the user's dates, and the reports met so far."""

    def __init__(self, settings: Settings, given: GivenDates, stdin: BinaryIO | None) -> None:
        self.settings = settings
        self.given = given
        self.stdin = stdin
        self.met: dict[str, str] = {}

    def run(self, found: Sequence[File | Declined]) -> Iterator[Article | Declined]:
        for entry in found:
            if isinstance(entry, Declined):
                yield entry
            else:
                yield from self.read(entry)
        yield from self.given.unmatched()

    def read(self, file: File) -> Iterator[Article | Declined]:
        stream = self.stdin if file.path == "-" else open_file(file)
        if stream is None:
            yield Declined("-", "missing", "standard input was asked for, but there is none")
        elif isinstance(stream, Declined):
            yield stream
        elif file.path == "-":
            yield from self.read_stream(file, stream)
        else:
            with stream:
                yield from self.read_stream(file, stream)

    def read_stream(self, file: File, stream: BinaryIO) -> Iterator[Article | Declined]:
        limit = self.settings.max_file_mb * 1_000_000
        first = b""
        try:
            first = stream.readline(limit + 1) if file.kind == "text" else b""
            if file.kind == "rows" or _opens_row(first):
                for row in read_rows(stream, file.ref, limit, first):
                    yield from self.of_row(row, file)
                return
        except READ_ERRORS as error:
            yield unreadable(file.ref, error)
            return
        data = read_bounded(stream, file.ref, self.settings.max_file_mb, first)
        yield data if isinstance(data, Declined) else self.of_bytes(data, file)

    def of_bytes(self, data: bytes, file: File) -> Article | Declined:
        if not data.strip():
            return Declined(file.ref, "empty", "the file is empty; nothing to read")
        if kind := binary_kind(data):
            return Declined(file.ref, "binary", f"this is {kind}, not text; give text, HTML or JSON Lines")
        text = decode(data)
        if text is None:
            return Declined(file.ref, "encoding", "neither UTF-8 nor Windows-1252 text; save it as UTF-8")
        if file.kind == "html" or _is_markup(text):
            return self.of_report(clean_html(text), file)
        if len(text) > _FURNITURE_SHARE * self.settings.max_text_chars:
            return Declined(file.ref, "too-long", f"{len(text)} characters of text; give one report a file")
        return self.of_report(clean_text(text), file)

    def of_report(self, report: Report | None, file: File) -> Article | Declined:
        if report is None or not report.text:
            return Declined(file.ref, "no-report", "no report found on the page, only menus and other furniture")
        if refused := self._refusal(file.ref, report.text):
            return refused
        return self._once(self._article(file.ref, report, file))

    def _article(
        self, ref: str, report: Report, file: File, row: Row | None = None, given: Given | None = None
    ) -> Article:
        url = (row and row.url) or report.url
        outlet = (row and row.outlet) or report.outlet
        title = (row and row.title) or report.title
        return Article(
            id=article_id(url=url, outlet=outlet, title=title, text=report.text, row=row.id if row else None),
            ref=ref,
            text=report.text,
            title=title,
            outlet=outlet,
            authors=report.authors,
            agency=report.agency,
            url=url,
            published=self.given.of(file.source, file.path, row.id if row else None)
            or (row and row.published)
            or report.published
            or (dating.in_address(url) if url else None),
            dateline_place=report.dateline_place,
            furniture=furniture(report.text) if row and row.text is not None else (),
            given=given,
        )

    def of_row(self, row: Row | Declined, file: File) -> Iterator[Article | Declined]:
        """Yield the row's report or its refusal, then a line on a date that it gives and that cannot be read."""
        found = row if isinstance(row, Declined) else self._of_row(row, file)
        yield found
        if isinstance(found, Article) and isinstance(row, Row) and row.unread_date:
            detail = f"read without its date: {row.unread_date!r} is none, or could be two; write it as YYYY-MM-DD"
            yield Declined(row.ref, "unread-date", detail)

    def _of_row(self, row: Row, file: File) -> Article | Declined:
        text, given = mend(row.text or "")
        report = as_given(text) if row.text is not None else clean_html(row.html or "", row.url)
        if report is None or not report.text:
            return Declined(
                row.ref, "no-report", f"no report found in the html of line {row.number} of {one_line(file.ref)}"
            )
        if refused := self._refusal(row.ref, report.text, as_given=row.text is not None):
            return refused
        return self._once(self._article(row.ref, report, file, row, given))

    def _refusal(self, ref: str, text: str, *, as_given: bool = False) -> Declined | None:
        """Return why a text is not read, None when it is. Texts given as they are may be as short as they like."""
        if (n := len(text)) < self.settings.min_text_chars and not as_given:
            return Declined(ref, "too-short", f"{n} characters of report, {self.settings.min_text_chars} needed")
        if n > self.settings.max_text_chars:
            most = self.settings.max_text_chars
            return Declined(ref, "too-long", f"{n} characters, {most} allowed; split it, or raise --max-text-chars")
        if _HEAP_OF_MARKS.search(text):
            return Declined(ref, "unreadable", "more than 2000 marks stand in a row, which is no text; take them out")
        if language := other_language(text):
            return Declined(ref, "not-english", f"the text is in {language}; only English is read")
        return None

    def _once(self, article: Article) -> Article | Declined:
        if article.id not in self.met:
            self.met[article.id] = article.ref
            return article
        first = one_line(self.met[article.id])
        return Declined(article.ref, "duplicate", f"the same report as {first}; it was read once")


def _opens_row(line: bytes) -> bool:
    start = line.lstrip(b"\xef\xbb\xbf \t")
    return start.startswith(b"{") and start.rstrip().endswith(b"}") and b'"' in start and b":" in start


def _is_markup(text: str) -> bool:
    return text[:2000].lstrip("\ufeff \t\r\n").lower().startswith(_MARKUP)
