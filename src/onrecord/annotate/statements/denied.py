"""What a denial denies, where too little of it was found: "the charge, which she denies", "rejected claims that"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.reading import Reading
from onrecord.model import Span, StatementSpans

_POINTING = frozenset({"that", "which"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "prep"})
_LONGEST = 400
_PARTING = frozenset({",", "--", "–", "—", "-"})
_HIGHEST = 5  # words above a noun that are looked at


def with_what_is_denied(reading: Reading) -> StatementSpans:
    """Return a statement's spans, those of a denial with the whole of what it denies."""
    head, spans = reading.head, reading.spans
    stance = reading.entry.stance if reading.entry is not None else None
    if head is None or stance not in ("denies", "declines") or not spans.source:
        return spans
    if stance == "denies" and all(t.lower_ in _POINTING for t in reading.content):
        return _with_antecedent(head, spans)
    if stance == "denies" and (named := _named_after(reading.content)) is not None:
        return _with_words_before(named, spans)
    return _with_clause(reading.content[-1], spans) if reading.content else spans


def _with_antecedent(head: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with the noun that the denial describes for what it denies, where it lacks an object."""
    taken = [c for c in head.children if c.dep_ in ("dobj", "ccomp", "xcomp") and c.lower_ not in _POINTING]
    if head.dep_ != "relcl" or taken or head.head.pos_ not in ("NOUN", "PROPN"):
        return spans
    first, last = _claim_over(head.head).left_edge, head.left_edge.i - 1
    while last > head.head.i and head.doc[last].is_punct:
        last -= 1
    named = head.doc[first.i : last + 1]
    span = Span(named.start_char, named.end_char)
    clear = not any(span.overlaps(s) for s in (*spans.source, *spans.cue))
    return replace(spans, content=(span,)) if clear and last >= first.i else spans


def _claim_over(noun: Token) -> Token:
    """Return the noun for a claim that a noun stands in: "allegations" of "allegations that he hit Roe, which"."""
    near = [t for _, t in zip(range(_HIGHEST), noun.ancestors, strict=False)]
    held = (t for t in near if t.lemma_.lower() in words("accusations") and t.pos_ == "NOUN" and t.sent == noun.sent)
    return next(held, noun)


def _named_after(content: Sequence[Token]) -> Token | None:
    """Return the noun by which a sentence calls what it has just told: "..., a charge that she has always denied"."""
    noun = next((t for t in content if t.lower_ not in _POINTING and t.pos_ != "DET"), None)
    if noun is not None and noun.lower_ == "something" and len(content) == 1:
        return noun if noun.i > noun.sent.start and noun.nbor(-1).text in _PARTING else None
    if noun is None or noun.lemma_.lower() not in words("accusations"):
        return None
    others = [t for t in content if t != noun and t.lower_ not in _POINTING]
    bare = [t.lower_ for t in others] in (["a"], ["an"])
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else None
    return noun if bare and before is not None and before.text in _PARTING else None


def _with_words_before(named: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with what the sentence tells up to such a noun for what is denied."""
    start, end = named.sent[0], named.doc[named.left_edge.i - 2]
    span = Span(start.idx, end.idx + len(end))
    clear = span.end - span.start < _LONGEST and not any(span.overlaps(s) for s in (*spans.source, *spans.cue))
    return replace(spans, content=(span,)) if clear else spans


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
