"""The model's spans, linked by the syntax.

The trained model knows better than the parse where a source, a cue or a content begins and ends; the parse knows
better which of them belong together. A cue that both have takes the partners that the syntax gives it, in the
model's extents. What the syntax does not know stays as the model links it, but indirect speech stays within its
sentence. Measured on PolNeAR's development part, whole statements (F1): the model 73.6, the syntax alone 59.1, linked
as here 74.6; what is told within what another says, which only the syntax finds, costs 0.1: chains need it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.annotate.statements.finder import first_word
from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.quotation import quotations
from onrecord.annotate.statements.quoted_cues import DASHES
from onrecord.model import Span, StatementSpans

_MARKS = frozenset("\"“”„«»‘’'`＂â")
# A quotation may run on from its cue for this many sentences.
_QUOTED_REACH = 2
_SURE_WORDS = 8
"""Words from which a content that only the syntax has stands; of shorter ones ("likened us to him") a fifth does."""
_FEW_WORDS = 2
_SENTENCE_ENDS = (".", "!", "?", "…")
_PARAGRAPH_WORDS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What the two finders found in one text; `sentences` in order."""

    text: str
    model: Sequence[StatementSpans]
    syntax: Sequence[StatementSpans]
    sentences: Sequence[Span]


def linked(found: Found) -> list[StatementSpans]:
    """Return one list of statements, in the order of their first words."""
    signed = [s for s in found.syntax if s.cue and s.cue[0].of(found.text) in DASHES]
    if signed:
        others = [s for s in found.syntax if not any(s is t for t in signed)]
        apart = [_without(m, signed) for m in found.model]
        rest = linked(replace(found, model=[m for m in apart if m is not None], syntax=others))
        return sorted([*rest, *signed], key=first_word)
    twins = [_twin(m, found.syntax) for m in found.model]
    owners = {c: _owner(found, twins, i, c) for i, m in enumerate(found.model) for c in m.content}
    kept = []
    for i, (statement, twin) in enumerate(zip(found.model, twins, strict=True)):
        content = tuple(sorted(c for c, owner in owners.items() if owner == i))
        whole = _whole(found, replace(statement, content=content), twin)
        if whole.content or (whole.source and whole.cue):
            kept.append(whole)
    rest = [s for s in found.syntax if not any(s is t for t in twins)]
    kept += [s for s in rest if _is_quotation(found.text, s) and not any(_touches(s, k) for k in kept)]
    kept += [s for s in rest if _is_told_within(found.text, s, kept)]
    kept = [s for s in kept if not _is_remnant(s, kept)]
    return sorted(_with_whole_quotations(found.text, kept), key=first_word)


def _with_whole_quotations(text: str, kept: Sequence[StatementSpans]) -> list[StatementSpans]:
    """Return statements whose content runs from mark to mark where it was cut inside a quotation that is nobody else's.

    "Nonsense. It is a lie," he said: the model may take the second sentence alone, or leave out the closing mark.
    """
    marks = [q.span for q in quotations(text) if q.depth == 0 and q.closed]
    starts = [span.start for span in marks]
    return [
        replace(s, content=tuple(_uncut(text, c, kept, marks, bisect_right(starts, c.start) - 1) for c in s.content))
        for s in kept
    ]


def _uncut(text: str, content: Span, kept: Sequence[StatementSpans], marks: Sequence[Span], at: int) -> Span:
    content = _closed(text, content, marks)
    if at < 0 or not marks[at].contains(content) or marks[at] == content:
        return content
    mark = marks[at]
    if mark.start < content.start and text[mark.start : content.start].rstrip()[-1:] not in _SENTENCE_ENDS:
        return content
    taken = [span for o in kept for span in (*o.source, *o.cue, *o.content) if span != content]
    return content if _overlap(taken, (mark,)) else mark


def _closed(text: str, content: Span, marks: Sequence[Span]) -> Span:
    """Return content with the marks that close its last quotation: where it ends before the full stop of 'the end.'"""
    last = bisect_right(marks, content.end, key=lambda mark: mark.start) - 1
    if last < 0 or marks[last].end <= content.end or any(map(str.isalnum, text[content.end : marks[last].end])):
        return content
    return Span(content.start, marks[last].end)


def _without(statement: StatementSpans, signed: Sequence[StatementSpans]) -> StatementSpans | None:
    """Return what is left of a statement beside quotations that a signature gives to somebody."""
    taken = [span for s in signed for span in (*s.source, *s.cue, *s.content)]
    content = tuple(c for c in statement.content if not _overlap((c,), taken))
    if _overlap(statement.source + statement.cue, taken) or (statement.content and not content):
        return None
    return replace(statement, content=content)


def _is_remnant(statement: StatementSpans, others: Sequence[StatementSpans]) -> bool:
    """Whether a statement has lost its content to another one of the same source."""
    return not statement.content and any(o.content and _overlap(o.source, statement.source) for o in others)


def _twin(statement: StatementSpans, syntax: Sequence[StatementSpans]) -> StatementSpans | None:
    """Return the syntax's statement with the same cue; without a cue, with the same content."""
    if statement.cue:
        return next((s for s in syntax if _overlap(s.cue, statement.cue)), None)
    return next((s for s in syntax if _overlap(s.content, statement.content)), None)


def _owner(found: Found, twins: Sequence[StatementSpans | None], by_model: int, content: Span) -> int | None:
    """Return the index of the statement that a content belongs to, None when nothing near says so."""
    statement = found.model[by_model]
    claims = [
        (_shared(twin.content, content), -_length(twin.content), i)
        for i, twin in enumerate(twins)
        if twin is not None and _overlap(twin.content, (content,)) and not _in_passing(found, statement, twin)
    ]
    near = not statement.cue or _is_near(found, statement.cue, content)
    own = twins[by_model]
    held = near and (own is None or not own.content or _overlap(own.content, (content,)))
    if claims and _is_same(max(claims), content, held):
        return max(claims)[2]
    if near:
        since = _spoken_since(found, statement, content)
        return by_model if since is None else since
    here = _sentence(found, content)
    beside = [i for i, m in enumerate(found.model) if m.cue and _sentence(found, m.cue[0]) == here]
    return beside[0] if len(beside) == 1 and not found.model[beside[0]].content else None


def _in_passing(found: Found, statement: StatementSpans, other: StatementSpans) -> bool:
    """Whether a participle tells it within another's content: "said there was no fraud, rejecting a claim"."""
    participle = bool(statement.cue) and statement.cue[0].of(found.text).split()[0].endswith("ing")
    return participle and _overlap(other.content, statement.cue)


def _spoken_since(found: Found, statement: StatementSpans, content: Span) -> int | None:
    """Return whose cue stands before a quotation in its own paragraph, where its statement's is in an earlier one."""
    if not statement.cue or not _breaks(found.text, statement.cue[-1].end, content.start):
        return None
    later = [i for i, m in enumerate(found.model) if m.cue and statement.cue[-1].end < m.cue[0].start < content.start]
    here = [i for i in later if not _breaks(found.text, found.model[i].cue[0].start, content.start)]
    return here[-1] if here else None


def _breaks(text: str, start: int, end: int) -> bool:
    return "\n" in text[start:end]


def _is_same(claim: tuple[int, int, int], content: Span, held: bool) -> bool:
    """Whether a content is what the syntax has; beside a link that could hold, most of it must be."""
    shared, length, _ = claim
    return 2 * shared >= content.end - content.start and (not held or 2 * shared >= -length)


def _is_near(found: Found, cue: Sequence[Span], content: Span) -> bool:
    """Whether a content stands in its cue's sentence, or is a quotation that runs on from there."""
    first, last = _sentence(found, cue[0]), _sentence(found, cue[-1])
    start, end = _sentence(found, content), _sentence(found, Span(content.end - 1, content.end))
    if first <= end and start <= last:
        return True
    if content.end <= cue[0].start and "\n" in found.text[content.end : cue[0].start].strip(" "):
        return False
    quoted = found.text[content.start] in _MARKS or found.text[content.end - 1] in _MARKS
    return quoted and max(start - last, first - end) <= _QUOTED_REACH


def _sentence(found: Found, span: Span) -> int:
    return max(bisect_right(found.sentences, span.start, key=lambda s: s.start) - 1, 0)


def _whole(found: Found, statement: StatementSpans, twin: StatementSpans | None) -> StatementSpans:
    """Return a statement with the source that the syntax gives it, and the content that it lacks."""
    source = _source(found, statement, twin)
    content = tuple(c for c in statement.content if not _overlap((c,), statement.cue + source))
    if twin is not None and not content and _surely_said(found.text, statement.cue, twin.content):
        content = twin.content
    if statement.cue and statement.cue[-1].of(found.text) == ":":
        content = content or _rest_of_line(found.text, statement.cue[-1].end)
        source = source or _start_of_line(found.text, statement.cue[0].start)
    return replace(statement, source=source, content=content)


def _surely_said(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a content that only the syntax has is one: it is long, or stands right behind a plain word of speech."""
    count = _words(text, content)
    if count >= _SURE_WORDS or not cue or not content:
        return count >= _SURE_WORDS
    beside = not text[cue[-1].end : content[0].start].strip()
    return beside and count >= _FEW_WORDS and _is_speech(text, cue)


def _source(found: Found, statement: StatementSpans, twin: StatementSpans | None) -> tuple[Span, ...]:
    """Return a statement's source: the model's own where it stands near, else the syntax's."""
    own = statement.source
    if own and statement.cue and _is_far(found, statement, statement.content):
        own = ()
    return own or (twin.source if twin is not None else ())


def _is_far(found: Found, statement: StatementSpans, content: Sequence[Span]) -> bool:
    """Whether a source stands neither in its cue's sentence nor beside its content's."""
    here = _sentence(found, statement.source[0])
    around = [_sentence(found, span) for span in (*statement.cue, *content)]
    return not any(abs(here - i) <= 1 for i in around) or here not in range(min(around) - 1, max(around) + 1)


def _rest_of_line(text: str, start: int) -> tuple[Span, ...]:
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    first = start + len(line) - len(line.lstrip())
    last = start + len(line.rstrip())
    return (Span(first, last),) if first < last else ()


def _start_of_line(text: str, end: int) -> tuple[Span, ...]:
    """Return the few words before a colon: "Okun: The vote was rigged"."""
    start = text.rfind("\n", 0, end) + 1
    before = text[start:end]
    return (Span(start, start + len(before.rstrip())),) if 0 < len(before.split()) <= _LABEL_WORDS else ()


_LABEL_WORDS = 5


# --- what only the syntax finds --------------------------------------------------------------------


def _is_quotation(text: str, statement: StatementSpans) -> bool:
    """Whether a statement is between marks: with a cue, or a paragraph of its own after its speaker's."""
    whole = bool(statement.source) and _words(text, statement.content) >= _PARAGRAPH_WORDS
    return (bool(statement.cue) or whole) and any(text[span.start] in _MARKS for span in statement.content)


def _is_told_within(text: str, statement: StatementSpans, others: Sequence[StatementSpans]) -> bool:
    """Whether a statement is a further step down the chain: plain speech inside what another one says."""
    if not _is_plain_speech(text, statement) or any(_overlap(statement.cue, o.cue) for o in others):
        return False
    return any(_holds(o, statement) for o in others) and all(
        _holds(o, statement) or not _overlap(statement.content, o.content + o.cue) for o in others
    )


def _holds(outer: StatementSpans, inner: StatementSpans) -> bool:
    return any(c.contains(cue) for c in outer.content for cue in inner.cue)


def _is_plain_speech(text: str, statement: StatementSpans) -> bool:
    """Whether a statement has a plain verb of speech and a source with a name or a noun."""
    if not statement.cue or not statement.source:
        return False
    if statement.source[0].of(text).lower() in NAMELESS:
        return False
    return _is_speech(text, statement.cue)


def _is_speech(text: str, cue: Sequence[Span]) -> bool:
    """Whether a cue ends in a plain verb of speech, "to" apart ("agreed to")."""
    last = [word for word in cue[-1].of(text).lower().split() if word != "to"][-1:]
    return not words("speech_forms").isdisjoint(last)


def _touches(one: StatementSpans, other: StatementSpans) -> bool:
    return _overlap(one.cue + one.content, other.cue + other.content)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in some for b in others)


def _shared(spans: Sequence[Span], content: Span) -> int:
    return sum(max(0, min(s.end, content.end) - max(s.start, content.start)) for s in spans)


def _words(text: str, spans: Sequence[Span]) -> int:
    return sum(len(span.of(text).split()) for span in spans)


def _length(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)
