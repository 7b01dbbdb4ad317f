"""Words whose subject or object stands before the speaker: "two men who officers said were on the roof"."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import listed
from onrecord.annotate.statements.reading import Reading, main_verb
from onrecord.annotate.syntax import RELATIVE, child, is_verb
from onrecord.model import Span, StatementSpans

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEAR = 8
_TIMES = frozenset({"DATE", "TIME"})
_SUBJECTS = frozenset({"who", "which", "that"})


def with_their_subject(reading: Reading) -> StatementSpans:
    """Return a statement's spans, the content with the noun that its verb is said of, the source without the "who"."""
    spans = reading.spans
    if (noun := _undone(reading)) is not None:
        return replace(spans, content=(Span(noun.left_edge.idx, noun.idx + len(noun)), *spans.content))
    if (noun := _shared(reading)) is not None:
        return replace(spans, content=(Span(noun.left_edge.idx, noun.idx + len(noun)),))
    relative = _relative(reading)
    if relative is None or not reading.content or not _lacks_subject(reading.content):
        return spans
    noun = _noun_before(relative)
    if noun is None or noun.ent_type_ in _TIMES:
        return spans
    end = noun.nbor(1) if noun.i + 1 < relative.i and noun.nbor(1).tag_ == "POS" else noun
    told_of = Span(noun.left_edge.idx, end.idx + len(end))
    text = relative.doc.text
    rest = [c for c in spans.content if c.of(text).lower() not in RELATIVE and not c.overlaps(told_of)]
    source = tuple(_without(relative, s) for s in spans.source)
    return replace(spans, source=source, content=(told_of, *rest))


def _undone(reading: Reading) -> Token | None:
    """Return what something is to be done to, where it stands before the speaker: "the bridge she vowed to mend"."""
    verb = reading.head
    if verb is None or verb.dep_ != "relcl" or not reading.source or not reading.content:
        return None
    noun, deed, first = verb.head, child(verb, "xcomp"), reading.source[0].left_edge
    stands_before = first.i - noun.i == 1 or (first.i - noun.i == 2 and first.nbor(-1).lower_ in RELATIVE)
    if deed is None or reading.content[0].lower_ != "to" or noun.lemma_.lower() in listed("adjuncts"):
        return None
    below = child(deed, "dobj", "prep", "ccomp", "xcomp", "acomp")
    whole = deed not in reading.content or (below is not None and below.lower_ not in RELATIVE)
    return None if whole or not stands_before or noun.ent_type_ in _TIMES else noun


def _shared(reading: Reading) -> Token | None:
    """Return what is said no to, where the next clause about it was taken for the words.

    It is the plan of "the plan that she rejected in May and that the owners have praised since".
    """
    verb = reading.head
    if verb is None or verb.dep_ not in ("relcl", "acl") or not reading.content:
        return None
    first, last = reading.content[0], main_verb(reading.content)
    return (
        verb.head
        if first.lower_ in RELATIVE and last is not None and last.dep_ == "conj" and last.head == verb
        else None
    )


def _relative(reading: Reading) -> Token | None:
    """Return the "who" that the source begins with, though it speaks not, or that stands right before it."""
    if not reading.source or reading.head is None:
        return None
    first = reading.source[0]
    if first.lower_ in _SUBJECTS:
        return first if len(reading.source) > 1 else None
    before = first.left_edge.nbor(-1) if first.left_edge.i > 0 else None
    return before if before is not None and before.lower_ in _SUBJECTS and before.sent == first.sent else None


def _lacks_subject(content: tuple[Token, ...]) -> bool:
    first = next((t for t in content if t.is_alpha), None)
    return first is not None and first.tag_ in _FINITE and is_verb(first)


def _noun_before(relative: Token) -> Token | None:
    """Return the noun that ends right before the pronoun, or the comma before it."""
    at = relative.i - 1
    at -= relative.doc[at].text == ","
    above = next((t.head for t in (relative, *relative.ancestors) if t.dep_ == "relcl"), None)
    if above is not None and above.pos_ in ("NOUN", "PROPN") and 0 <= at - above.i < _NEAR:
        return above
    last = relative.doc[at] if at >= 0 else None
    return last if last is not None and last.pos_ in ("NOUN", "PROPN") and last.sent == relative.sent else None


def _without(relative: Token, span: Span) -> Span:
    start = relative.idx + len(relative) + len(relative.whitespace_)
    return Span(start, span.end) if span.start == relative.idx and start < span.end else span
