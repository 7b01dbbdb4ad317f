"""The words of a denial up to both their ends, where too few were found: "denied responsibility for | the fire"."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.reading import Reading
from onrecord.annotate.syntax import is_verb
from onrecord.model import Span, StatementSpans

_LINKS = frozenset({"to", "with", "of", "in", "between", "for"})
_LONGEST = 250


def with_whole_object(reading: Reading) -> StatementSpans:
    """Return a denial's spans with the noun that its cue took from it, and with what its last noun is linked to."""
    head, spans = reading.head, reading.spans
    denies = reading.entry is not None and reading.entry.stance == "denies"
    if head is None or not denies or not reading.content or not is_verb(head):
        return spans
    noun = next((t for t in reading.cue if t.dep_ == "dobj" and t.head == head and t.pos_ == "NOUN"), None)
    if noun is not None and noun.lemma_.lower() in words("accusations"):
        spans = _from_noun(noun, reading)
    return _to_end(reading.content[-1], head, spans)


def _from_noun(noun: Token, reading: Reading) -> StatementSpans:
    """Return the spans with the content from a noun of the cue on: "responsibility for the fire"."""
    spans, start = reading.spans, noun.left_edge.idx
    behind = [t for t in reading.content if noun.i < t.i <= noun.right_edge.i]
    before = noun.left_edge.nbor(-1)
    cue = tuple(Span(s.start, min(s.end, before.idx + len(before))) for s in spans.cue)
    if not behind or behind[0] != reading.content[0] or any(s.start >= s.end for s in cue):
        return spans
    return replace(spans, cue=cue, content=(Span(start, spans.content[0].end), *spans.content[1:]))


def _to_end(last: Token, head: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with what their last noun is linked to: "connections to her own life"."""
    linked = (c for c in last.children if c.dep_ == "prep" and c.i == last.i + 1 and c.lower_ in _LINKS)
    link = next(linked, None)
    following = last.doc[last.i + 1] if last.i + 1 < last.sent.end else last
    if following.lower_ == "because" and head in following.ancestors:
        return _until(_clause(following).right_edge, spans)  # "denied leaving the party because of the vote"
    bare = last.dep_ == "dobj" and last.head == head and last.pos_ == "NOUN"
    return _until(link.right_edge, spans) if bare and link is not None else spans


def _clause(because: Token) -> Token:
    """Return the word that "because" opens a clause for, or "because" itself before "of"."""
    return because if because.dep_ == "prep" else because.head


def _until(end: Token, spans: StatementSpans) -> StatementSpans:
    while end.is_punct and end.i > 0:
        end = end.nbor(-1)
    last = spans.content[-1]
    whole = Span(last.start, max(last.end, end.idx + len(end)))
    others = (*spans.source, *spans.cue, *spans.content[:-1])
    clear = whole.end - whole.start < _LONGEST and not any(whole.overlaps(s) for s in others)
    return replace(spans, content=(*spans.content[:-1], whole)) if clear else spans
