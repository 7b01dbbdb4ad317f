"""How far an aside reaches: "the ship, built in Lund according to the yard, sank" vouches for one clause alone."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span, StatementSpans

_CLAUSES = frozenset({"acl", "relcl"})
_NESTED = 4  # quotations that may begin before some words and hold them all
_MARKS = frozenset("\"“‘'«")


def confined(doc: Doc, found: StatementSpans) -> StatementSpans:
    """Return the statement with its content cut down to the clause that its "according to" hangs on, and its noun.

    One that hangs on the sentence's own verb vouches for the sentence and stays as it is.
    """
    according = _according(doc, found)
    if according is None or not _is_aside(according):
        return found
    inside = [t for t in according.head.subtree if t.i < according.i and not t.is_punct]
    if not inside:
        return found
    told_of = according.head.head
    first = told_of.left_edge if told_of.i < inside[0].i and told_of.pos_ in ("NOUN", "PROPN") else inside[0]
    span = Span(first.idx, inside[-1].idx + len(inside[-1]))
    return replace(found, content=(span,))


def without_clause_before(doc: Doc, found: StatementSpans) -> StatementSpans:
    """Return the statement without what the report tells before it: "the mill shut, and its owner said it was sad"."""
    cue = doc.char_span(found.cue[0].start, found.cue[-1].end, alignment_mode="expand") if found.cue else None
    if cue is None or len(found.content) < 2 or not found.source or not _joins_on(cue.root):
        return found
    first, start = cue.root.head, found.source[0].start
    kept = tuple(c for c in found.content if c.end > start or not c.start <= first.idx < c.end)
    return replace(found, content=kept) if kept and len(kept) < len(found.content) else found


def _joins_on(cue: Token) -> bool:
    """Whether "and" or "but" sets a cue with a subject of its own behind a clause that has one too."""
    before = cue.head
    linked = cue.dep_ == "conj" and any(c.dep_ == "cc" and c.lower_ in ("and", "but") for c in before.children)
    return linked and child(cue, "nsubj") is not None and child(before, "nsubj", "nsubjpass") is not None


def within_speech(doc: Doc, found: Sequence[StatementSpans]) -> list[StatementSpans]:
    """Return statements, those that somebody mentions in their own quoted words cut to the sentence that mentions them.

    In "As Ada said, it is late. We should go", said Bo, the second sentence is Bo's. What has quotation marks of its
    own keeps its length.
    """
    text = doc.text  # spaCy puts it together anew each time it is asked
    quoted = sorted(c for s in found for c in s.content if text[c.start] in _MARKS)
    return [_cut(doc, text, s) if s.cue and _is_inside(s, quoted) else s for s in found]


def _is_inside(found: StatementSpans, quoted: Sequence[Span]) -> bool:
    cue = found.cue[0]
    near = quoted[max(0, bisect_right(quoted, cue) - _NESTED) : bisect_right(quoted, cue)]
    told = found.content[:1]
    return any(q.contains(cue) and all(q.start <= c.start < q.end and q != c for c in told) for q in near)


def _cut(doc: Doc, text: str, found: StatementSpans) -> StatementSpans:
    cue = doc.char_span(found.cue[0].start, found.cue[0].end, alignment_mode="expand")
    if cue is None:
        return found
    sentence = Span(cue[0].sent.start_char, cue[0].sent.end_char)
    cut = (c if text[c.start] in _MARKS else _overlap(c, sentence) for c in found.content)
    return replace(found, content=tuple(span for span in cut if span is not None) or found.content)


def _overlap(a: Span, b: Span) -> Span | None:
    return Span(max(a.start, b.start), min(a.end, b.end)) if a.overlaps(b) else None


def _is_aside(according: Token) -> bool:
    """Whether the words hang on a clause about a noun, behind which the sentence goes on with its own verb."""
    clause = according.head
    if clause.dep_ not in _CLAUSES or clause.pos_ != "VERB":
        return False
    after = according.doc[clause.right_edge.i + 1 : according.sent.end]
    return any(map(is_verb, after))


def _according(doc: Doc, found: StatementSpans) -> Token | None:
    for cue in found.cue:
        piece = doc.char_span(cue.start, cue.end, alignment_mode="expand")
        if piece is not None and piece.text[cue.start - piece.start_char :].lower().startswith("according"):
            return piece[0]
    return None
