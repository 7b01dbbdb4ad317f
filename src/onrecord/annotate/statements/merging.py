"""The model's statements, completed and anchored by the syntax.

What stands beside quotation marks says whose words they are more surely than the model's links do, which now and
then hand a quotation to its neighbour's speaker in a list of them; the model's extents are the better ones.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.statements.finder import first_word
from onrecord.annotate.statements.lexicon import words
from onrecord.model import Span, StatementSpans

_OPENING = frozenset("\"“”„«‘'`＂â")


def merged(text: str, model: Sequence[StatementSpans], syntax: Sequence[StatementSpans]) -> list[StatementSpans]:
    """Return the model's statements with the roles that they lack, and quotations by the cue beside their marks."""
    anchored = [s for s in syntax if s.cue and s.source and _is_quotation(text, s)]
    quoted = [s for s in anchored if not any(_agree(s, m) for m in model)]
    found = [left for statement in model if (left := _without(statement, quoted)) is not None]
    found = [_completed(text, statement, syntax) for statement in found]
    found += [_with_extents(s, model) for s in quoted]
    found += [
        s for s in syntax if s not in anchored and _is_quotation(text, s) and not any(_touches(s, m) for m in found)
    ]
    found += [s for s in syntax if _is_plain_speech(text, s) and not any(_same_or_beside(s, m) for m in found)]
    return sorted(found, key=first_word)


def _without(statement: StatementSpans, quoted: Sequence[StatementSpans]) -> StatementSpans | None:
    """Return what of a statement the quotations do not account for; None when they account for its cue."""
    same = [q for q in quoted if _overlap(q.cue, statement.cue)]
    content = tuple(c for c in statement.content if not any(_overlap((c,), q.content) for q in quoted))
    if same or (statement.content and not content):
        return None
    return StatementSpans(statement.source, statement.cue, content, statement.probability)


def _with_extents(quoted: StatementSpans, model: Sequence[StatementSpans]) -> StatementSpans:
    """Return a quotation with the model's spans wherever it has one in the same place."""
    twins = [m for m in model if _overlap(m.cue, quoted.cue)]
    rest = tuple(c for m in twins for c in m.content if not _overlap((c,), quoted.content))
    return StatementSpans(
        _same_place(quoted.source, [s for m in model for s in m.source]),
        _same_place(quoted.cue, [s for m in model for s in m.cue]),
        tuple(sorted(_same_place(quoted.content, [s for m in model for s in m.content]) + rest)),
        max((m.probability for m in twins), default=quoted.probability),
    )


def _same_place(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    found = [next((o for o in others if o.overlaps(span)), span) for span in spans]
    return tuple(dict.fromkeys(found))


def _completed(text: str, statement: StatementSpans, syntax: Sequence[StatementSpans]) -> StatementSpans:
    """Fill the roles that a statement lacks from its twin of the same cue, or of the same words when it has no cue."""
    if not statement.content and statement.cue and statement.cue[-1].of(text) == ":":
        return replace(statement, content=_rest_of_line(text, statement.cue[-1].end))
    if statement.cue:
        twin = next((s for s in syntax if _overlap(s.cue, statement.cue)), None)
    else:
        twin = next((s for s in syntax if _overlap(s.content, statement.content)), None)
    if twin is None:
        return statement
    return replace(statement, source=statement.source or twin.source, content=statement.content or twin.content)


def _rest_of_line(text: str, start: int) -> tuple[Span, ...]:
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    first = start + len(line) - len(line.lstrip())
    last = start + len(line.rstrip())
    return (Span(first, last),) if first < last else ()


def _is_plain_speech(text: str, statement: StatementSpans) -> bool:
    """Whether a statement has a plain verb of speech and a source with a name or a noun."""
    if not statement.cue or not statement.source:
        return False
    if statement.source[0].of(text).lower() in _PRONOUNS:
        return False
    return statement.cue[-1].of(text).split()[-1].lower() in words("speech_forms")


def _same_or_beside(one: StatementSpans, other: StatementSpans) -> bool:
    """Whether two statements are one; one inside what the other says is its own, a step further down the chain."""
    inside = any(c.contains(cue) for c in other.content for cue in one.cue)
    return _overlap(one.cue, other.cue) or (not inside and _overlap(one.content, other.content + other.cue))


_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "which", "that"})


def _agree(one: StatementSpans, other: StatementSpans) -> bool:
    return _overlap(one.source, other.source) and _overlap(one.content, other.content)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a.overlaps(b) for a in some for b in others)


def _touches(one: StatementSpans, other: StatementSpans) -> bool:
    return _overlap(one.cue + one.content, other.cue + other.content)


def _is_quotation(text: str, statement: StatementSpans) -> bool:
    return bool(statement.cue) and any(text[span.start] in _OPENING for span in statement.content)
