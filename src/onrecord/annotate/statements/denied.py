"""What a denial denies, where too little of it was found: "the charge, which she denies", "rejected claims that"."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.reading import Reading
from onrecord.model import Span, StatementSpans

_POINTING = frozenset({"that", "which"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "prep"})
_LONGEST = 400


def with_what_is_denied(reading: Reading) -> StatementSpans:
    """Return a statement's spans, those of a denial with the whole of what it denies."""
    head, spans = reading.head, reading.spans
    stance = reading.entry.stance if reading.entry is not None else None
    if head is None or stance not in ("denies", "declines") or not spans.source:
        return spans
    if stance == "denies" and all(t.lower_ in _POINTING for t in reading.content):
        return _with_antecedent(head, spans)
    return _with_clause(reading.content[-1], spans) if reading.content else spans


def _with_antecedent(head: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with the noun that the denial describes for what it denies, where it lacks an object."""
    taken = [c for c in head.children if c.dep_ in ("dobj", "ccomp", "xcomp") and c.lower_ not in _POINTING]
    if head.dep_ != "relcl" or taken or head.head.pos_ not in ("NOUN", "PROPN"):
        return spans
    first, last = head.head.left_edge, head.left_edge.i - 1
    while last > head.head.i and head.doc[last].is_punct:
        last -= 1
    named = head.doc[first.i : last + 1]
    span = Span(named.start_char, named.end_char)
    clear = not any(span.overlaps(s) for s in (*spans.source, *spans.cue))
    return replace(spans, content=(span,)) if clear and last >= first.i else spans


def _with_clause(last: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with the clause of a claim that the content breaks off before."""
    if last.lemma_.lower() not in words("accusations"):
        return spans
    following = [c for c in last.children if c.dep_ in _CLAUSES and c.left_edge.i == last.i + 1]
    if not following:
        return spans
    end = following[0].right_edge
    whole = Span(spans.content[-1].start, end.idx + len(end))
    others = (*spans.source, *spans.cue, *spans.content[:-1])
    clear = whole.end - whole.start < _LONGEST and not any(whole.overlaps(s) for s in others)
    return replace(spans, content=(*spans.content[:-1], whole)) if clear else spans
