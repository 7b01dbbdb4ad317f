"""The reports' texts cut into segments, so that every span that the page points at has a place to land."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.export.cited import Report
from onrecord.export.html.anchors import Anchors, target_id
from onrecord.export.lines import StoryView
from onrecord.export.safe import plain
from onrecord.model import Span

_USED = "u"
"""The class of words that the page points at."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two neighbouring boundaries; `kinds` are the CSS classes of what they belong to."""

    start: int
    end: int
    text: str
    kinds: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together, each a list of segments."""

    sentences: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A report ready to draw."""

    report: Report
    paragraphs: tuple[Paragraph, ...]


def rendered_reports(views: Sequence[StoryView], anchors: Anchors) -> list[RenderedReport]:
    """Return every report of the views once, in their order."""
    reports = {r.number: r for view in views for r in view.reports}
    return [RenderedReport(r, tuple(_paragraphs(r, anchors.spans.get(r.number, set())))) for r in reports.values()]


def _paragraphs(report: Report, used: set[tuple[int, int]]) -> Iterator[Paragraph]:
    annotated = report.annotated
    text = annotated.article.text
    drawn = [*_kinds(report), *((Span(start, end), _USED) for start, end in used)]
    held: list[tuple[Segment, ...]] = []
    previous_end = 0
    for sentence in annotated.sentences:
        if held and "\n" in text[previous_end : sentence.start]:
            yield Paragraph(tuple(held))
            held = []
        held.append(tuple(_segments(report, sentence, [(s, kind) for s, kind in drawn if s.overlaps(sentence)])))
        previous_end = sentence.end
    if held:
        yield Paragraph(tuple(held))


def _segments(report: Report, sentence: Span, drawn: Sequence[tuple[Span, str]]) -> Iterator[Segment]:
    text = report.annotated.article.text
    cuts = {edge for span, _ in drawn for edge in (span.start, span.end) if sentence.start < edge < sentence.end}
    targets = {span.start for span, kind in drawn if kind == _USED}
    for start, end in pairwise((sentence.start, *sorted(cuts), sentence.end)):
        kinds = {kind for span, kind in drawn if span.start <= start and end <= span.end}
        anchor = target_id(report.number, start) if start in targets else None
        yield Segment(start, end, plain(text[start:end]), " ".join(sorted(kinds)), anchor)


def _kinds(report: Report) -> list[tuple[Span, str]]:
    """Return the spans that are drawn in the report whatever points at them, with their CSS class."""
    found: list[tuple[Span, str]] = []
    for statement in report.annotated.statements:
        found += [(s, "co") for s in statement.content]
        found += [(s, "cu") for s in statement.cue]
        found += [(s, "so") for s in statement.source]
    found += [(t.span, "ti") for t in report.annotated.times]
    return found
