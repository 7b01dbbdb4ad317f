"""The reports' texts cut into segments, so that every span that the page points at has a place to land."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.export.html.anchors import Anchors, target_id
from onrecord.export.lines import Report, StoryView
from onrecord.export.safe import plain
from onrecord.model import Span


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
    cuts = _boundaries(report, used)
    held: list[tuple[Segment, ...]] = []
    previous_end = 0
    for sentence in annotated.sentences:
        if held and "\n" in text[previous_end : sentence.start]:
            yield Paragraph(tuple(held))
            held = []
        held.append(tuple(_segments(report, sentence, cuts, used)))
        previous_end = sentence.end
    if held:
        yield Paragraph(tuple(held))


def _boundaries(report: Report, used: set[tuple[int, int]]) -> list[int]:
    spans = [*used, *((s.start, s.end) for s, _ in _kinds(report))]
    return sorted({edge for span in spans for edge in span})


def _segments(report: Report, sentence: Span, cuts: list[int], used: set[tuple[int, int]]) -> Iterator[Segment]:
    text = report.annotated.article.text
    inside = cuts[bisect_left(cuts, sentence.start + 1) : bisect_left(cuts, sentence.end)]
    edges = [sentence.start, *inside, sentence.end]
    kinds = [(s, k) for s, k in _kinds(report) if s.overlaps(sentence)]
    starts = {start for start, _ in used}
    here = [(s, e) for s, e in used if s < sentence.end and sentence.start < e]
    for start, end in zip(edges, edges[1:], strict=False):
        names = {k for s, k in kinds if s.start <= start and end <= s.end}
        names |= {"u" for s, e in here if s <= start and end <= e}
        anchor = target_id(report.number, start) if start in starts else None
        yield Segment(start, end, plain(text[start:end]), " ".join(sorted(names)), anchor)


def _kinds(report: Report) -> list[tuple[Span, str]]:
    """Return the spans that are drawn in the report whatever points at them, with their CSS class."""
    found: list[tuple[Span, str]] = []
    for statement in report.annotated.statements:
        found += [(s, "co") for s in statement.content]
        found += [(s, "cu") for s in statement.cue]
        found += [(s, "so") for s in statement.source]
    found += [(t.span, "ti") for t in report.annotated.times]
    return found
