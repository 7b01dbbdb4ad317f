"""The syntax finder: every statement of a text as spans, without a trained model."""

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.annotate.statements.clauses import to_spans
from onrecord.annotate.statements.headlines import headlines
from onrecord.annotate.statements.indirect import indirect
from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.quotation import Quotation, paragraphs, quotations
from onrecord.annotate.statements.quoted import quoted
from onrecord.annotate.statements.quoted_cues import Quoted, is_speech
from onrecord.model import Span, StatementSpans


def find_statements(doc: Doc) -> list[StatementSpans]:
    """Return the statements of a parsed text in the order of their first words."""
    text = doc.text
    marks = quotations(text)
    places = list(paragraphs(text))
    direct = quoted(doc, marks, places)
    inside = _inside(doc, [m for m in marks if m.depth == 0], direct)
    read = {i for q in direct for a, b in q.cue for i in range(a, b + 1)}
    by_syntax = [
        _with_whole_quotations(s, marks) for s in indirect(doc, frozenset(read - inside)) if _is_outside(doc, s, inside)
    ]
    found = [_spans(doc, q) for q in direct] + by_syntax
    found += [h for h in headlines(doc, places) if not any(h.content[0].overlaps(c) for s in found for c in s.content)]
    return sorted((_in_one_paragraph(text, s) for s in found), key=first_word)


def _in_one_paragraph(text: str, found: StatementSpans) -> StatementSpans:
    """Cut a source that the parse runs over a line's end: the part on the cue's side stays."""
    if not found.cue or not any("\n" in s.of(text) for s in found.source):
        return found
    return StatementSpans(tuple(_beside(text, s, found.cue[0]) for s in found.source), found.cue, found.content)


def _beside(text: str, span: Span, cue: Span) -> Span:
    words = span.of(text)
    if span.start < cue.start:
        return Span(span.start + words.rfind("\n") + 1, span.end)
    return Span(span.start, span.start + (words.find("\n") if "\n" in words else len(words)))


def first_word(found: StatementSpans) -> tuple[int, int]:
    """Sort key: where a statement's first word stands, then its content."""
    spans = (*found.source, *found.cue, *found.content)
    return min(s.start for s in spans), found.content[0].start if found.content else 0


def _inside(doc: Doc, marks: Sequence[Quotation], direct: Sequence[Quoted]) -> set[int]:
    """Return the words between marks, except names and titles, which may hold a source or be part of one."""
    said = {i for q in direct for a, b in q.content for i in range(a, b + 1)}
    found: set[int] = set()
    for mark in marks:
        between = doc.char_span(mark.span.start, mark.span.end, alignment_mode="expand")
        if between is not None and (between.start in said or is_speech(between)):
            found.update(range(between.start, between.end))
    return found


def _is_outside(doc: Doc, statement: StatementSpans, inside: set[int]) -> bool:
    """Whether a statement stands outside of quotations, or tells inside one what a named third party said."""
    cue = doc.char_span(statement.cue[0].start, statement.cue[-1].end, alignment_mode="expand")
    if cue is None or cue.start not in inside:
        return True
    source = doc.char_span(statement.source[0].start, statement.source[-1].end) if statement.source else None
    if source is None or source.start not in inside or cue[-1].lower_ not in words("speech_forms"):
        return False
    return source.root.pos_ == "PROPN" and source.start < cue.start


def _spans(doc: Doc, statement: Quoted) -> StatementSpans:
    return StatementSpans(
        to_spans(doc, statement.source), to_spans(doc, statement.cue), to_spans(doc, statement.content)
    )


def _with_whole_quotations(found: StatementSpans, marks: Sequence[Quotation]) -> StatementSpans:
    """Let content that runs into a quotation run to its closing mark."""
    content = tuple(_widened(span, marks) for span in found.content)
    return StatementSpans(found.source, found.cue, content, found.probability)


def _widened(span: Span, marks: Sequence[Quotation]) -> Span:
    for mark in marks:
        if mark.depth == 0 and mark.span.overlaps(span) and mark.span.end > span.end:
            return Span(span.start, mark.span.end)
    return span
