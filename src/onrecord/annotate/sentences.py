"""Sentences: the parser's, cut at paragraph ends, trimmed of white space."""

from collections.abc import Iterator

from onrecord.annotate.component import Batch, Component, Draft
from onrecord.model import Span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    return Span(start, end) if start < end else None


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a sentence that the parser ran over the end of a paragraph."""
    while (cut := text.find("\n\n", start, end)) >= 0:
        if span := _trimmed(text, start, cut):
            yield span
        start = cut + 2
    if span := _trimmed(text, start, end):
        yield span


def _sentences(draft: Draft) -> tuple[Span, ...]:
    text = draft.article.text
    return tuple(p for s in draft.doc.sents for p in _pieces(text, s.start_char, s.end_char))


def sentences(batch: Batch) -> list[tuple[Span, ...]]:
    """Return each article's sentences, in order, never overlapping."""
    return [_sentences(draft) for draft in batch]


COMPONENT = Component("sentences", frozenset(), "sentences", sentences)
